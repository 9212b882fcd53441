"""Codes of CAMEO and PLOVER, derived from the typed event; which event has which stands in ``codes.toml`` with its source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import resources
from typing import Any

import attrs

from eventx import kept
from eventx.comparing import by_value
from eventx.problems import LexiconError

_KEYS = {"status", "form", "where", "host", "cameo", "plover"}


@lru_cache(maxsize=1)
def _code() -> re.Pattern[str]:
    """Return the pattern of a code of CAMEO."""
    return re.compile(r"\d{3,4}")


@by_value
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Plover:
    """A code of the PLOVER scheme: what kind of event, in which mode, in which contexts.

    Args:
        event: the event type, e.g. ``CONSULT``.
        mode: its mode, e.g. ``visit``; none if the scheme has none for it.
        contexts: its contexts, e.g. ``diplomatic``.

    """

    event: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the event type with its mode: ``CONSULT/visit``."""
        return f"{self.event}/{self.mode}" if self.mode else self.event


@by_value
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Coding:
    """One entry of the table: its conditions, and the codes of an event for which they hold."""

    status: tuple[str, ...] = ()
    form: tuple[str, ...] = ()
    where: str | None = None
    host: bool = False
    cameo: str | None = None
    plover: Plover | None = None

    def holds(self, event: Any) -> bool:
        """Tell whether the conditions hold for an event."""
        return (
            (not self.status or event.status in self.status)
            and (not self.form or getattr(event, "form", None) in self.form)
            and (self.where is None or _in_third_country(event))
            and (not self.host or any(person.role == "host" for person in event.participants))
        )


_NONE = Coding()


def coding(event: Any) -> Coding:
    """Return the entry that holds for an event; one without codes if none does."""
    if event.status == "hypothetical":
        return _NONE
    known = codings()
    for kind in type(event).__mro__:
        # a plugin's type that extends a built-in one has its codes, unless it gives its own
        found = known.get(kind.__dict__.get("type", ""))
        if found is not None:
            return next((entry for entry in found if entry.holds(event)), _NONE)
    return _NONE


def _in_third_country(event: Any) -> bool:
    """Tell whether an event takes place in a country that none of its participants, who act for two or more, acts for."""
    home = {person.country for person in event.participants}
    place = event.place.country if event.place else None
    return place is not None and None not in home and len(home) > 1 and place not in home


@lru_cache(maxsize=1)
def codings() -> Mapping[str, tuple[Coding, ...]]:
    """Return the entries by the name of the event type, in their order."""
    return read(kept.toml(resources.files("eventx") / "codes.toml"))


def read(told: Mapping[str, Any]) -> Mapping[str, tuple[Coding, ...]]:
    """Return the entries of a table of codes.

    Raises:
        LexiconError: if an entry has an unknown key or a code that is none.

    """
    return {name: tuple(_entry(name, entry) for entry in entries) for name, entries in told.items()}


def _entry(name: str, data: Mapping[str, Any]) -> Coding:
    """Return one entry, checked."""
    unknown = sorted(set(data) - _KEYS)
    if unknown:
        message = f"codes.toml: {name}: unknown key {', '.join(unknown)}; known keys: {', '.join(sorted(_KEYS))}"
        raise LexiconError(message)
    cameo = data.get("cameo")
    if cameo is not None and not _code().fullmatch(cameo):
        message = f"codes.toml: {name}: {cameo!r} is no code of CAMEO; write three or four digits"
        raise LexiconError(message)
    return Coding(
        status=_strings(data.get("status", ())),
        form=_strings(data.get("form", ())),
        where=data.get("where"),
        host=data.get("host", False),
        cameo=cameo,
        plover=_plover(data["plover"]) if "plover" in data else None,
    )


def _plover(data: Mapping[str, Any]) -> Plover:
    """Return a code of PLOVER."""
    return Plover(event=data["event"], mode=data.get("mode"), contexts=_strings(data.get("contexts", ())))


def _strings(values: Iterable[str]) -> tuple[str, ...]:
    """Return words as a tuple."""
    return tuple(values)
