"""Step 3a, place: what is only pointed at: "within his official visit to *the country*", "arrived *here* on a visit"."""

from __future__ import annotations

from itertools import islice

from eventx.contribution import PlaceMention
from eventx.merger.choose import Candidate
from eventx.merger.datelined import dateline_place
from eventx.merger.draft import Draft
from eventx.merger.index import Index
from eventx.model import Span
from eventx.records import evolve

_REACH = 45
"""How far from a visit's words those may stand that point at where it goes, in code points."""
_AROUND = 7
"""How many words on either side of a visit are looked at."""
_HERE = 8
"""How far behind a visit's words "here" may end, in code points."""
_BACK = 2000
"""How far back that is, in code points."""
_PLACES = 12
"""How many places back the one meant may be."""


def country_meant(index: Index, draft: Draft) -> list[Candidate]:
    """Return the country that a visit to "the country" goes to: the last one told before it that is not the visitor's own."""
    trigger = draft.trigger.span
    if not _points(index, trigger, index.sentences[draft.sentence]):
        return []
    own = {filling.entity.acts_for for filling in draft.fillings if filling.role == "visitor"}
    if not own or None in own:
        return []
    told = index.places.between(max(trigger.start - _BACK, 0), trigger.start)
    for place in islice(reversed(told), _PLACES):
        value = place.value
        if isinstance(value, PlaceMention) and value.kind == "country" and value.country not in own:
            return [Candidate(field="place", value=value, source=place, scope="sentence", certainty="implied")]
    return []


# NEW DELHI: Minister X arrived *here* on a two-day visit
def come_here(index: Index, draft: Draft) -> list[Candidate]:
    """Return where the text is written, if the words right by a visit say that it is made to here."""
    here, trigger = index.words("on_site"), draft.trigger.span
    sentence = index.sentences[draft.sentence]
    before = index.document.lower[max(trigger.start - _REACH, sentence.start) : trigger.start].rpartition(",")[2].split()
    behind = index.match[trigger.start : min(trigger.end + _HERE, sentence.end)].split()
    if not any(here.get(word) == "here" for word in (*before[-_AROUND:], *behind)):
        return []
    place = dateline_place(index)
    return [evolve(place, scope="sentence")] if place is not None else []


def _points(index: Index, trigger: Span, sentence: Span) -> bool:
    """Tell whether words right by a visit point at a country: "in the country for a visit", "a visit to this nation"."""
    lands = index.words("land")
    if not lands:
        return False
    articles = index.words("determiner")
    text = index.match
    behind = text[trigger.end : min(trigger.end + _REACH, sentence.end)].split()[:_AROUND]
    before = text[max(trigger.start - _REACH, sentence.start) : trigger.start].split()[-_AROUND:]
    for words in (behind, before):
        for place, word in enumerate(words):
            between = lands.get(word.rstrip(".,;:"))
            if isinstance(between, int) and any(
                articles.get(earlier) in ("definite", "demonstrative") for earlier in words[max(place - 1 - between, 0) : place]
            ):
                return True
    return False
