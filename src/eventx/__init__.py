"""eventx turns diplomatic and political news, in English and Vietnamese, into typed events.

What `__all__` lists is public; nothing else is. Each name is imported when it is first used, so that `import eventx` costs
next to nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from eventx.collector import without_collecting

if TYPE_CHECKING:
    from eventx.clauses import clause_after, clause_before, clause_opener, sentence_after, sentence_before, status_at
    from eventx.codes import Plover
    from eventx.comparing import by_value
    from eventx.contribution import Contribution, Mention, PlaceMention, Slot, Trigger
    from eventx.date_mentions import DateMention, find_dates
    from eventx.document import Document
    from eventx.durations import Duration, Recurrence
    from eventx.edtf import Date
    from eventx.engine import Engine, extract
    from eventx.explanation import Explanation, explain
    from eventx.extraction import Extraction
    from eventx.extractors import Extractor, extractor
    from eventx.frames import TRIGGER_KEYS, Anchor, frame_slots, frame_traits, frame_triggers, subject_windows
    from eventx.hookspecs import hookimpl
    from eventx.language import Language, language_data
    from eventx.lexicon import Entry, Hit, Lexicon
    from eventx.model import (
        Anniversary,
        Ceremony,
        Conference,
        Event,
        Evidence,
        FieldSource,
        Meeting,
        Participant,
        Place,
        Proposal,
        Signing,
        Span,
        Title,
        Visit,
    )
    from eventx.nouns import NounPhrase, light_role_before, noun_phrase
    from eventx.problems import EventxError, InputError, LexiconError, PluginError, Problem
    from eventx.reconciliation import Reconciled, Source, reconcile
    from eventx.records import evolve, lazy, maker, swift
    from eventx.serialise import dumps, loads
    from eventx.slots import SlotSpec

_HOMES = {
    "clauses": ("clause_after", "clause_before", "clause_opener", "sentence_after", "sentence_before", "status_at"),
    "codes": ("Plover",),
    "contribution": ("Contribution", "Mention", "PlaceMention", "Slot", "Trigger"),
    "date_mentions": ("DateMention", "find_dates"),
    "document": ("Document",),
    "durations": ("Duration", "Recurrence"),
    "edtf": ("Date",),
    "engine": ("Engine", "extract"),
    "extraction": ("Extraction",),
    "explanation": ("Explanation", "explain"),
    "extractors": ("Extractor", "extractor"),
    "slots": ("SlotSpec",),
    "frames": ("Anchor", "TRIGGER_KEYS", "frame_slots", "frame_traits", "frame_triggers", "subject_windows"),
    "hookspecs": ("hookimpl",),
    "language": ("Language", "language_data"),
    "lexicon": ("Entry", "Hit", "Lexicon"),
    "model": (
        "Anniversary",
        "Ceremony",
        "Conference",
        "Event",
        "Evidence",
        "FieldSource",
        "Meeting",
        "Participant",
        "Place",
        "Proposal",
        "Signing",
        "Span",
        "Title",
        "Visit",
    ),
    "nouns": ("NounPhrase", "light_role_before", "noun_phrase"),
    "problems": ("EventxError", "InputError", "LexiconError", "PluginError", "Problem"),
    "comparing": ("by_value",),
    "records": ("evolve", "lazy", "maker", "swift"),
    "reconciliation": ("Reconciled", "Source", "reconcile"),
    "serialise": ("dumps", "loads"),
}
"""The module each public name lives in."""


def __getattr__(name: str) -> Any:
    """Return a public name, imported when it is first asked for."""
    for module, names in _HOMES.items():
        if name in names:
            with without_collecting(stays=True):
                value = getattr(importlib.import_module(f"eventx.{module}"), name)
            globals()[name] = value
            return value
    message = f"module 'eventx' has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted({*globals(), *__all__})


__all__ = [
    "TRIGGER_KEYS",
    "Anchor",
    "Anniversary",
    "Ceremony",
    "Conference",
    "Contribution",
    "Date",
    "DateMention",
    "Document",
    "Duration",
    "Engine",
    "Entry",
    "Event",
    "EventxError",
    "Evidence",
    "Explanation",
    "Extraction",
    "Extractor",
    "FieldSource",
    "Hit",
    "InputError",
    "Language",
    "Lexicon",
    "LexiconError",
    "Meeting",
    "Mention",
    "NounPhrase",
    "Participant",
    "Place",
    "PlaceMention",
    "Plover",
    "PluginError",
    "Problem",
    "Proposal",
    "Reconciled",
    "Recurrence",
    "Signing",
    "Slot",
    "SlotSpec",
    "Source",
    "Span",
    "Title",
    "Trigger",
    "Visit",
    "by_value",
    "clause_after",
    "clause_before",
    "clause_opener",
    "dumps",
    "evolve",
    "explain",
    "extract",
    "extractor",
    "find_dates",
    "frame_slots",
    "frame_traits",
    "frame_triggers",
    "hookimpl",
    "language_data",
    "lazy",
    "light_role_before",
    "loads",
    "maker",
    "noun_phrase",
    "reconcile",
    "sentence_after",
    "sentence_before",
    "status_at",
    "subject_windows",
    "swift",
]
