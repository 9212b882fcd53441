"""eventx turns diplomatic and political news, in English and Vietnamese, into typed events."""

from eventx.clauses import clause_after, clause_before, clause_opener, sentence_after, sentence_before, status_at
from eventx.contribution import Contribution, Mention, PlaceMention, Slot, Trigger
from eventx.document import Document
from eventx.edtf import Date
from eventx.engine import Engine, Extraction, extract
from eventx.explanation import Explanation, explain
from eventx.extractors import Extractor, extractor
from eventx.frames import TRIGGER_KEYS, Anchor, SlotSpec, frame_slots, frame_triggers, subject_windows
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
from eventx.nouns import NounPhrase, noun_phrase
from eventx.problems import EventxError, InputError, LexiconError, PluginError, Problem
from eventx.serialise import dumps, loads

__all__ = [
    "TRIGGER_KEYS",
    "Anchor",
    "Anniversary",
    "Ceremony",
    "Conference",
    "Contribution",
    "Date",
    "Document",
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
    "PluginError",
    "Problem",
    "Proposal",
    "Signing",
    "Slot",
    "SlotSpec",
    "Span",
    "Title",
    "Trigger",
    "Visit",
    "clause_after",
    "clause_before",
    "clause_opener",
    "dumps",
    "explain",
    "extract",
    "extractor",
    "frame_slots",
    "frame_triggers",
    "hookimpl",
    "language_data",
    "loads",
    "noun_phrase",
    "sentence_after",
    "sentence_before",
    "status_at",
    "subject_windows",
]
