"""eventx turns diplomatic and political news, in English and Vietnamese, into typed events."""

from eventx.clauses import clause_after, clause_before, clause_opener, sentence_after, sentence_before, status_at
from eventx.contribution import Contribution, Mention, PlaceMention, Slot, Trigger
from eventx.document import Document
from eventx.edtf import Date
from eventx.engine import Engine, Extraction, extract
from eventx.extractors import Extractor, extractor
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
from eventx.problems import EventxError, InputError, LexiconError, PluginError, Problem
from eventx.serialise import dumps, loads

__all__ = [
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
    "Participant",
    "Place",
    "PlaceMention",
    "PluginError",
    "Problem",
    "Proposal",
    "Signing",
    "Slot",
    "Span",
    "Title",
    "Trigger",
    "Visit",
    "clause_after",
    "clause_before",
    "clause_opener",
    "dumps",
    "extract",
    "extractor",
    "hookimpl",
    "language_data",
    "loads",
    "sentence_after",
    "sentence_before",
    "status_at",
]
