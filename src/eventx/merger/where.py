"""Step 3a, place: the candidates for where each draft takes place."""

from __future__ import annotations

import re
from functools import lru_cache

from eventx.clauses import clause_after, is_opening
from eventx.contribution import Contribution, PlaceMention
from eventx.language import language_data
from eventx.merger.choose import Candidate, Scope
from eventx.merger.draft import AFAR, OPENINGS, Draft
from eventx.merger.index import Index
from eventx.merger.leading_up import until_followed
from eventx.merger.left import place_left
from eventx.merger.pointed import come_here, country_meant
from eventx.merger.sites import is_anothers, is_of_mission, is_on_arrival
from eventx.merger.situate import GOAL, distance
from eventx.model import Span
from eventx.records import maker

_candidate = maker(Candidate)
_WHOSE = frozenset({"country", "demonym"})
"""Kinds of places that may only tell whose a venue is."""
_NEAR_PEOPLE = 2
"""How many words may stand between a visit and the people whose place is its goal: "to the northern Kenyan town"."""
_SITE, _FEW = 40, 2
"""How far behind who was there its place may begin, in code points, and in words between."""
_OPENED = 90
"""How far behind the words of an opening what tells where the thing stands may begin, in code points."""
_BE = 3
"""How many words may stand between where a thing is and those of its opening: "in Cusco *city was officially* inaugurated"."""
_ALLY = 30
"""How far behind a country the one may stand whose neighbour it is, in code points."""
_KIND = 20
"""How far behind a people the word may stand for what is theirs, in code points."""
_MATTER = 4
"""So many words, the last of them telling whose it is, are no more of where somebody goes."""
_HOMEWARD = 14
"""How far before a place the words may begin by which somebody comes home to it, in code points."""
_THERE = 60
"""How far behind a place the clause may begin that tells what happens there, in code points."""


def place_candidates(index: Index, draft: Draft) -> list[Candidate]:
    """Return the places that may be a draft's own: from its frame's windows, else where its sentence says something happens."""
    trigger = draft.value
    found: list[Candidate] = []
    if is_afar(draft):
        return found  # "discussed by phone the war in Lima"
    for slot in trigger.slots:
        if slot.role == "place":
            for span in slot.spans:
                found += _places(index, draft, span, "frame")
    if found or trigger.type in ("anniversary", "proposal"):
        return found
    left = place_left(index, draft)
    if left is not None:
        return [_candidate(field="place", value=left[1], source=left[0], scope="sentence")]
    return _in_sentence(index, draft)


def _in_sentence(index: Index, draft: Draft) -> list[Candidate]:
    """Return the places where the sentence of a draft says that something happens, or of what it tells by the way."""
    trigger, found = draft.value, list[Candidate]()
    sentence = index.sentences[draft.sentence]
    if not trigger.background:
        found = _places(index, draft, sentence, "sentence")
    elif trigger.type != "visit":
        # "the two, who last met *in Lima*, …"
        found = _places(index, draft, clause_after(index.document, draft.trigger.span.end), "sentence")
    if draft.attended is not None:
        found += _attended_in(index, draft.attended.span.end)
    if not found and trigger.type == "ceremony" and draft.fields.get("form") in OPENINGS:
        found = _stands_in(index, draft)
    return found if found or trigger.type != "visit" else country_meant(index, draft) or come_here(index, draft)


# inaugurated the embassy in Lima · The embassy in Lima was inaugurated
def _stands_in(index: Index, draft: Draft) -> list[Candidate]:
    """Return where what is opened stands: a place right behind the words, or the last before them, if "in" leads to it.

    Whose it is may be told between: "opened the embassy of Fiji in Lima".
    """
    trigger, sentence = draft.trigger.span, index.sentences[draft.sentence]
    words = index.words("stands_in")
    behind = index.places.between(trigger.end, min(trigger.end + _OPENED, sentence.end))[:2]
    near = index.places.between(max(trigger.start - _OPENED, sentence.start), trigger.start)[-1:]
    # "was inaugurated" behind nothing but "city" and the like
    opened = [c for c in near if 0 < len(index.match[c.span.end : trigger.start].split()) <= _BE]
    for contribution, start in ((c, trigger.end) if c in behind else (c, sentence.start) for c in (*behind, *opened)):
        before = index.match[start : contribution.span.start].split()
        if isinstance(contribution.value, PlaceMention) and before and before[-1] in words and not _is_continent(contribution):
            return [_candidate(field="place", value=contribution.value, source=contribution, scope="sentence")]
    return []


# The accord was signed by X. Y and Z attended the signing in Banjul
def _attended_in(index: Index, end: int) -> list[Candidate]:
    """Return the place right behind the words that say who else was there."""
    for contribution in index.places.between(end, end + _SITE):
        value = contribution.value
        between = index.match[end : contribution.span.start].split()
        if isinstance(value, PlaceMention) and value.locative and len(between) <= _FEW:
            return [_candidate(field="place", value=value, source=contribution, scope="sentence")]
    return []


def is_afar(draft: Draft) -> bool:
    """Tell whether an event is a call or a meeting online, which happens nowhere."""
    return draft.value.type == "meeting" and any(name == "form" and value in AFAR for name, value in draft.value.fields)


def _places(index: Index, draft: Draft, span: Span, scope: Scope) -> list[Candidate]:
    """Return the places of a window; in the sentence at large only those said to be where something happens."""
    visit = draft.value.type == "visit"
    behind = span.start
    found: list[Candidate] = []
    for contribution in until_followed(index, draft.trigger.span.end, index.places.starting_in(span)):
        value = contribution.value
        if visit and scope == "frame":
            start = contribution.span.start
            if start > span.start and index.match[behind:start].rsplit(None, 1)[-1:] in _origins(index):
                break  # "arrived in Apia on Tuesday night from Suva"
            if _goes_on_elsewhere(index, behind, start) or (behind > span.start and start - behind > GOAL):
                break
            if behind > span.start and (_is_set_apart(index, behind, start) or _is_of_another_matter(index, behind, start)):
                break
            behind = contribution.span.end
            whose = isinstance(value, PlaceMention) and value.kind in _WHOSE and _is_within(index, contribution.span)
            if whose or is_of_mission(index, span.start, contribution):
                continue  # "visited the Embassy of *Laos*", "the consulates of *Laos* and *Peru*"
            own = _is_visitors_own(draft, contribution.span) or _is_come_home_to(index, start)
            if own or _is_neighbour_of(index, contribution, span.end):
                continue  # "the visit by the Foreign Minister of *Laos*", "to *Peru*'s neighbour Chile"
        if not isinstance(value, PlaceMention) or (
            value.kind == "demonym" and not _is_gone_to(index, scope, span.start, contribution.span)
        ):
            continue
        if not _may_be(index, draft, contribution, value, scope) or (
            scope == "sentence" and is_anothers(index, draft, contribution)
        ):
            continue
        opens = scope == "sentence" and _holds_for_it(index, draft, span, contribution.span)
        candidate = _candidate(
            field="place",
            value=value,
            source=contribution,
            scope=scope,
            certainty=contribution.certainty,
            distance=0 if opens else distance(index, contribution.span, draft.trigger.span),
        )
        found.append(candidate)
    return found


# will leave for *Peru*'s neighbour Chile; not "visited Peru's Cusco", "Peru's Ministry of Trade"
def _is_neighbour_of(index: Index, contribution: Contribution, end: int) -> bool:
    """Tell whether a country is only whose neighbour or ally the country is that is named right behind."""
    stop = contribution.span.end
    if index.text[stop : stop + 2] not in index.possessives:
        return False
    behind = index.places.between(stop, min(end, stop + _ALLY))[:1]
    countries = all(isinstance(c.value, PlaceMention) and c.value.kind == "country" for c in (contribution, *behind))
    between = index.text[stop + 2 : behind[0].span.start].strip() if behind and countries else ""
    last = between.rpartition(" ")[2]  # "to Peru's *South American ally* Chile"
    return last.islower() and (
        between.islower() or not any(last in index.words(table) for table in ("preposition", "whereabouts"))
    )


# the visit to the northern Kenyan town; not "to bring great benefits to *Kenyan* farmers", nor "visited the *Kenyan* Embassy"
def _is_gone_to(index: Index, scope: Scope, start: int, people: Span) -> bool:
    """Tell whether a people tells where an event is: in its frame, near the head of its window."""
    near = scope == "frame" and len(index.match[start : people.start].split()) <= _NEAR_PEOPLE
    if not near or index.text[people.end + 1 : people.end + 2].isupper():
        return False
    following = next(iter(index.match[people.end : people.end + _KIND].split(maxsplit=1)), "")  # a text may be cut off there
    return following.strip(",.") not in index.words("mission")


def _may_be(index: Index, draft: Draft, contribution: Contribution, place: PlaceMention, scope: Scope) -> bool:
    """Tell whether a place may be that of an event: anywhere in its frame, in the sentence where its words tell so."""
    span = contribution.span
    if scope == "sentence" and (not _tells(index, place, span, draft) or _names_a_post(index, span)):
        return False
    # "the office for *Southeast Asia* was opened"
    return draft.value.type == "visit" or not _is_continent(contribution)


def _tells(index: Index, place: PlaceMention, span: Span, draft: Draft) -> bool:
    """Tell whether the words before a place in the sentence make it that of an event: for a visit, a country or town gone to."""
    if draft.value.type == "visit":
        goes = place.kind != "venue" and not _is_come_home_to(index, span.start)
        return goes and (place.goal or (place.locative and _leads_to(index, span, draft.trigger.span)))
    return place.locative or _leads_there(index, span, draft.trigger.span) or is_on_arrival(index, place, span, draft)


def _is_continent(contribution: Contribution) -> bool:
    """Tell whether a place is a part of the world, in no one country: nothing happens there that has a place."""
    return isinstance(contribution.value, PlaceMention) and contribution.value.spans_countries


def _leads_to(index: Index, place: Span, trigger: Span) -> bool:
    """Tell whether the noun of a visit stands right behind where somebody is: "is in *Lima* for a two-day visit"."""
    if not 0 < trigger.start - place.end <= GOAL:
        return False
    gap = Span(place.end, trigger.start)
    return not (index.triggers.inside(gap) or index.mentions.starting_in(gap))


def _is_visitors_own(draft: Draft, place: Span) -> bool:
    """Tell whether a place behind the noun of a visit is only part of the visitor's title."""
    if "noun" not in draft.value.traits:
        return False
    sources = (filling.source for filling in draft.fillings if filling.role == "visitor")
    return any(source is not None and source.span.contains(place) for source in sources)


def _leads_there(index: Index, place: Span, trigger: Span) -> bool:
    """Tell whether a clause tells what happens where somebody goes: "will fly to *Dakar* on Monday, *where* he will meet X"."""
    if not place.end < trigger.start <= place.end + _THERE:
        return False
    words = index.words("there")
    gap = Span(place.end, trigger.start)
    comma = index.text.find(",", place.end, trigger.start)
    first = index.match[comma + 1 : trigger.start].split(maxsplit=1)[:1] if comma >= 0 else []
    return bool(first) and first[0] in words and not index.places.inside(gap) and not index.triggers.inside(gap)


def _holds_for_it(index: Index, draft: Draft, sentence: Span, place: Span) -> bool:
    """Tell whether a place is a draft's, whatever else is told before it: "arrived in *Lima* on Sunday for a visit"."""
    trigger = draft.trigger.span
    return _leads_to(index, place, trigger) if draft.value.type == "visit" else _opens_sentence(index, sentence, place, trigger)


def _opens_sentence(index: Index, sentence: Span, place: Span, trigger: Span) -> bool:
    """Tell whether a place stands in what opens a sentence, and so holds for all of it: "Ngày 5/6, *tại Hạ Long*, X tiếp Y"."""
    return place.end <= trigger.start and is_opening(index.document, sentence.start, place.start)


def _is_within(index: Index, place: Span) -> bool:
    """Tell whether a place is only part of the name of a venue."""
    venues = (c for c in index.places.covering(place) if isinstance(c.value, PlaceMention) and c.value.kind == "venue")
    return any(place.end < venue.span.end or venue.span.start < place.start for venue in venues)


def _origins(index: Index) -> list[list[str]]:
    """Return the words before where somebody comes from, each in a list of its own."""
    return [[word] for word in index.words("origin")]


def _goes_on_elsewhere(index: Index, start: int, end: int) -> bool:
    """Tell whether what stands before a place has left where one goes: "thăm thành phố, nhấn mạnh quan hệ với *X*"."""
    match = _goes_on().search(index.text, start, end)
    if match is None:
        return False
    word = match.group().lower().strip(", ")
    adverbs = index.words("adverb")
    if word in index.words("folk"):
        return False  # "chúc Tết Đảng bộ, *chính quyền* và nhân dân thành phố X"
    return word not in adverbs and word not in language_data(index.lang).parts_of_day


def _is_set_apart(index: Index, start: int, end: int) -> bool:
    """Tell whether a comma and a preposition part a place from where one goes: "thăm Hàn Quốc, ngày 2-7, *tại Seoul*, X …"."""
    comma = index.text.rfind(",", start, end)
    first = index.match[comma + 1 : end].split(maxsplit=1)[:1] if comma >= 0 else []
    return bool(first) and first[0] in index.words("at")


# kết thúc chuyến thăm X, *về tới* Hà Nội
def _is_come_home_to(index: Index, start: int) -> bool:
    """Tell whether the words right before a place tell that somebody comes home to it."""
    words = index.words("homeward")
    return bool(words) and " ".join(index.match[max(start - _HOMEWARD, 0) : start].split()[-2:]) in words


# thăm Đức bất chấp phản đối *của* Bắc Kinh; not "thăm Peru và thủ đô của Fiji"
def _is_of_another_matter(index: Index, start: int, end: int) -> bool:
    """Tell whether words enough for a matter of its own stand behind where somebody goes, and whose that is follows."""
    words = index.match[start:end].split()
    return len(words) >= _MATTER and "," not in index.text[start:end] and words[-1] in index.words("relation").get("", ())


@lru_cache(maxsize=1)
def _goes_on() -> re.Pattern[str]:
    """Return the pattern of a comma behind which no place stands: "to visit France, hold talks …"."""
    return re.compile(r",\s+[^\W\d_A-ZÀ-ÝĐ]\w*\s")


def _names_a_post(index: Index, place: Span) -> bool:
    """Tell whether a place is part of somebody's title or name ("Ambassador to Laos", "Đại sứ quán Lào tại Hà Nội")."""
    length = place.end - place.start
    return any(mention.span.end - mention.span.start > length for mention in index.mentions.covering(place))
