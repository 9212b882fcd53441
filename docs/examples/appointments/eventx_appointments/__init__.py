"""Appointments: who was made ambassador, and to which country."""

from collections.abc import Iterable

from eventx import Event, Extractor, hookimpl


@hookimpl
def eventx_extractors() -> Iterable[Extractor]:
    """Return the appointments extractor."""
    from eventx_appointments.extractor import appointments  # noqa: PLC0415 - nothing is loaded before an Engine is built

    return [appointments]


@hookimpl
def eventx_event_types() -> Iterable[type[Event]]:
    """Return the type of appointments."""
    from eventx_appointments.extractor import Appointment  # noqa: PLC0415 - as above

    return [Appointment]
