"""Built-in plugin: places (countries, nationalities, cities, regions, venues) and zones (datelines, captions, headers)."""

from collections.abc import Iterable

from eventx import Extractor, hookimpl


@hookimpl
def eventx_extractors() -> Iterable[Extractor]:
    """Return the extractor of places."""
    # Imported here: looking for plugins must not pay for them.
    from eventx_places.extractor import places  # noqa: PLC0415

    return (places,)
