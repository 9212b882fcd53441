"""Step 3a, place: the candidates for where each draft takes place."""

from __future__ import annotations

import re
from functools import lru_cache

from eventx.clauses import CLAUSES
from eventx.contribution import PlaceMention
from eventx.language import language_data
from eventx.merger.choose import Candidate, Scope
from eventx.merger.draft import Draft
from eventx.merger.index import Index
from eventx.merger.situate import GOAL, distance
from eventx.model import Span
from eventx.records import maker

_candidate = maker(Candidate)


def place_candidates(index: Index, draft: Draft) -> list[Candidate]:
    """Return the places that may be a draft's own: from its frame's windows, else where its sentence says something happens."""
    trigger = draft.value
    found: list[Candidate] = []
    for slot in trigger.slots:
        for span in slot.spans if slot.role == "place" else ():
            found += _places(index, draft, span, "frame")
    if found or trigger.background or trigger.type in ("anniversary", "proposal"):
        return found
    return _places(index, draft, index.sentences[draft.sentence], "sentence")


def _places(index: Index, draft: Draft, span: Span, scope: Scope) -> list[Candidate]:
    """Return the places of a window; in the sentence at large only those said to be where something happens."""
    visit = draft.value.type == "visit"
    behind = span.start
    found: list[Candidate] = []
    for contribution in index.places.starting_in(span):
        value = contribution.value
        if visit and scope == "frame":
            start = contribution.span.start
            if start > span.start and index.document.match[behind:start].rsplit(None, 1)[-1:] in _origins(index):
                break  # "arrived in Apia on Tuesday night from Suva"
            if _goes_on_elsewhere(index, behind, start) or (behind > span.start and start - behind > GOAL):
                break
            behind = contribution.span.end
            if isinstance(value, PlaceMention) and value.kind == "country" and _is_within(index, contribution.span):
                continue  # "visited the Embassy of *Laos*"
        if not isinstance(value, PlaceMention) or (value.kind == "demonym" and scope != "frame"):
            continue
        if scope == "sentence" and (not (value.goal if visit else value.locative) or _names_a_post(index, contribution.span)):
            continue
        candidate = _candidate(
            field="place",
            value=value,
            source=contribution,
            scope=scope,
            certainty=contribution.certainty,
            distance=distance(index, contribution.span, draft.trigger.span),
        )
        found.append(candidate)
    return found


def _is_within(index: Index, place: Span) -> bool:
    """Tell whether a place is only part of the name of a venue."""
    venues = (c for c in index.places.covering(place) if isinstance(c.value, PlaceMention) and c.value.kind == "venue")
    return any(venue.span.start < place.start and place.end <= venue.span.end for venue in venues)


def _origins(index: Index) -> list[list[str]]:
    """Return the words before where somebody comes from, each in a list of its own."""
    return [[word] for word in CLAUSES.table(index.document.lang, "origin")]


def _goes_on_elsewhere(index: Index, start: int, end: int) -> bool:
    """Tell whether what stands before a place has left where one goes: "thăm thành phố, nhấn mạnh quan hệ với *X*"."""
    match = _goes_on().search(index.document.text, start, end)
    if match is None:
        return False
    word = match.group().lower().strip(", ")
    adverbs = CLAUSES.table(index.document.lang, "adverb")
    return word not in adverbs and word not in language_data(index.document.lang).parts_of_day


@lru_cache(maxsize=1)
def _goes_on() -> re.Pattern[str]:
    """Return the pattern of a comma behind which no place stands: "to visit France, hold talks …"."""
    return re.compile(r",\s+[^\W\d_A-ZÀ-ÝĐ]\w*\s")


def _names_a_post(index: Index, place: Span) -> bool:
    """Tell whether a place is part of somebody's title or name ("Ambassador to Laos", "Đại sứ quán Lào tại Hà Nội")."""
    length = place.end - place.start
    return any(mention.span.end - mention.span.start > length for mention in index.mentions.covering(place))


def dateline_place(index: Index) -> Candidate | None:
    """Return the place of the first dateline, as a candidate of last resort."""
    for zone in index.zones.items:
        if zone.value == "dateline":
            for contribution in index.places.starting_in(zone.span):
                if isinstance(contribution.value, PlaceMention) and contribution.value.kind != "demonym":
                    return Candidate(
                        field="place", value=contribution.value, source=contribution, scope="dateline", certainty="implied"
                    )
    return None
