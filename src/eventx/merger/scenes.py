"""Step 3d, date: the day of an event told without one, from the event or trip at which it took place."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from operator import itemgetter

from eventx.document import Document
from eventx.edtf import Date
from eventx.merger.choose import Candidate, best, rank
from eventx.merger.draft import Draft
from eventx.merger.foreground import is_of_archive
from eventx.merger.fuse import Group
from eventx.merger.index import Index
from eventx.merger.lead import is_running_text, takes_lead_date
from eventx.merger.sequence import FAR, is_meanwhile, is_told_of_before
from eventx.merger.worth import worth_telling

_MOST_DATES = 32
"""How many dates of the event at hand one told at it may have, so that time stays in proportion to the text."""
_AGES = frozenset({"decade", "century"})
_STAYS = frozenset({"interval", "month"})
"""Grains of what lasts long enough for something to be done during it on another day than it is told by."""
_OF_NEWS = frozenset({"meeting", "visit", "conference", "ceremony", "signing"})
"""Types of what is news."""
_OPENS = 4
"""In how many sentences of running text what is news is told first."""
_SCENES_BACK = 8
"""How many events back a proposal looks for the one at which it was made."""


def scene_dates(index: Index, group: Group, home: Mapping[int, Group], known: dict[int, list[Candidate]]) -> list[Candidate]:
    """Return the dates of the event at which a proposal, signing or ceremony took place, as candidates of last resort.

    The last meeting or conference told before it in which one of its people took part, else the last one; with a date. What is
    found is kept in `known`, as much may be said at one event.
    """
    if group.type == "visit":
        return of_conference(group, home, "date")
    if group.type not in ("proposal", "signing", "ceremony", "meeting"):
        return []
    if group.type == "meeting" and is_told_of_before(index, group.first.draft):
        return []
    scene = _dated_scene(group, home, index.document)
    if scene is None:
        return []
    if id(scene) not in known:
        candidates = scene.candidates("date")
        if len(candidates) > _MOST_DATES:
            # told over and over: the best of its dates will do
            candidates = sorted(candidates, key=rank)[:_MOST_DATES]
        known[id(scene)] = [at_scene(candidate) for candidate in candidates]
    return known[id(scene)]


def _dated_scene(group: Group, home: Mapping[int, Group], document: Document) -> Group | None:
    """Return the event whose date a group may have, or None."""
    latest: Group | None = None
    for scene in _scenes(group, home):
        if not scene.dated or _is_at_another_time(group, scene, document) or _is_of_old(scene, group):
            continue
        if not scene.people.isdisjoint(group.people):
            # a meeting told right after another event of the same people: "after the ceremony the two leaders held talks"
            fits = group.type != "meeting" or group.people <= scene.people or not worth_telling(scene)
            return scene if fits else None
        if latest is None or (latest.type == "conference" and not latest.people and scene.type != "conference"):
            # of a conference that nobody is said to attend one only spoke
            latest = scene
    return latest if group.type != "meeting" else None


# X paid a visit in July 2020, and they talked by video in *March 2021*. The presidents laid a wreath at the monument
def _is_of_old(scene: Group, group: Group) -> bool:
    """Tell whether no more than its decade is told, or of papers signed the month or year: nothing of the news was said there.

    Nor did people do anything else at a meeting told like that, in another sentence.
    """
    if scene.date is None:
        return False
    near = group.type == "proposal" or scene.type != "meeting" or scene.first.draft.sentence == group.first.draft.sentence
    return scene.date.grain in _AGES or ((scene.type == "signing" or not near) and scene.date.grain in ("month", "year"))


def _is_at_another_time(group: Group, scene: Group, document: Document) -> bool:
    """Tell whether one of two events is over when the text appears, or was held, and the other still to come."""
    date, published = scene.date, document.published
    if published is None:
        # those who met may be told to do so once more, in words of what is to come
        own, other = group.first.draft.value.status, scene.first.draft.value.status
        return (own, other) == ("held", "planned") or (group.type != "meeting" and (own, other) == ("planned", "held"))
    if date is None or date.earliest is None or date.latest is None:
        return False
    if group.first.draft.value.status == "planned":
        return scene.first.draft.value.status == "held" and date.latest < published
    return group.first.draft.value.status == "held" and date.earliest > published


def days_of_trips(visits: Iterable[Group]) -> Mapping[int, tuple[int, list[Candidate]]]:
    """Return for each person, by number, where the first visit to come that is to take one day is told, and its dates."""
    trips: dict[int, tuple[int, list[Candidate]]] = {}
    for visit in visits:
        if visit.date is None or visit.date.grain != "day":
            continue
        if visit.first.draft.value.status != "planned" or visit.fields.get("days") not in (None, 1):
            continue
        found = visit.candidates("date")
        if all(isinstance(candidate.value, Date) and candidate.value.grain == "day" for candidate in found):
            days = [at_scene(candidate) for candidate in found[:_MOST_DATES]]
            for number in visit.people:
                trips.setdefault(number, (visit.first.draft.sentence, days))
    return trips


def stays_by_sentence(index: Index, visits: Iterable[Group]) -> Mapping[int, list[Group]]:
    """Return the visits with their days, by the sentences that tell what was done on them.

    These tell of the visit and take it up again, or say that what they tell was during it.
    """
    stays: dict[int, list[Group]] = defaultdict(list)
    for visit in visits:
        if visit.dated and _days(visit):
            drafts = [telling.draft for telling in visit.tellings]
            counts = Counter(draft.sentence for draft in drafts)
            told = [d.sentence for d in drafts if (d.value.anaphoric and counts[d.sentence] > 1) or _is_frame(index, d)]
            for sentence in dict.fromkeys(told):
                stays[sentence].append(visit)
    return stays


# *During the visit* from 3 to 5 May, X met Y · will begin a two-day visit on Tuesday, *during which* he will meet Y
def _is_frame(index: Index, draft: Draft) -> bool:
    """Tell whether a sentence says that what it tells happens during a visit."""
    if is_meanwhile(index, draft):
        return True
    words = index.words("during_which")
    end = draft.trigger.span.end
    behind = index.match[end : min(index.sentences[draft.sentence].end, end + FAR)] if words else ""
    return any(f" {word} " in behind for word in words)


def days_of_stay(group: Group, stays: Mapping[int, list[Group]]) -> list[Candidate]:
    """Return the days of a trip on which something is said to have happened.

    Both are told in one sentence, which takes the trip up: "X, who was in Lima from 3 to 5 May, met Y during *her visit*".
    """
    if not stays or group.type not in ("meeting", "ceremony", "signing"):
        return []
    held = group.first.draft.value.status == "held"
    for telling in group.tellings:
        for visit in () if telling.draft.value.background else stays.get(telling.draft.sentence, ()):
            if visit.people & group.people and not (held and visit.first.draft.value.status == "planned"):
                return [at_scene(candidate) for candidate in _days(visit)[:_MOST_DATES]]
    return []


def _days(visit: Group) -> list[Candidate]:
    """Return the dates of a visit that are stretches of days, or months."""
    return [c for c in visit.candidates("date") if isinstance(c.value, Date) and c.value.grain in _STAYS]


def day_of_trip(group: Group, trips: Mapping[int, tuple[int, list[Candidate]]]) -> list[Candidate]:
    """Return the day of the trip on which something is to happen: "will visit X on 5 May. After that she will meet Y"."""
    if not trips or group.type not in ("meeting", "ceremony", "signing") or group.first.draft.value.background:
        return []
    told = (trips[number] for number in sorted(group.people) if number in trips)
    # what is told before it is no part of it: "will meet X and Y. He will also visit Z *tomorrow*"
    return next((days for sentence, days in told if sentence <= group.first.draft.sentence), [])


def of_conference(group: Group, home: Mapping[int, Group], field: str) -> list[Candidate]:
    """Return when or where the conference is that an invited visitor was said to go to: "will attend … The visit is at …"."""
    scene = next(_scenes(group, home), None) if any(f.role == "host" for f in group.first.draft.fillings) else None
    if scene is None or scene.type != "conference" or scene.people.isdisjoint(group.people):
        return []
    return [at_scene(candidate) for candidate in scene.candidates(field)]


def is_at_one(index: Index, group: Group, home: Mapping[int, Group]) -> bool:
    """Tell whether a proposal was made at an event that the day of the news dates, by somebody who was there."""
    if group.type != "proposal":
        return False
    scene = next(_scenes(group, home), None)
    if scene is None:
        return True
    return not scene.dated and takes_lead_date(index, scene) and not scene.people.isdisjoint(group.people)


def made_at(group: Group, home: Mapping[int, Group]) -> Group:
    """Return the event without a date at which a proposal was made by somebody who was there; any other event itself."""
    scene = next(_scenes(group, home), None) if group.type == "proposal" else None
    return group if scene is None or scene.dated or scene.people.isdisjoint(group.people) else scene


def is_what_is_proposed(index: Index, group: Group, day: Candidate) -> bool:
    """Tell whether a day stands behind a proposal in its own sentence: it is that of what is proposed."""
    draft = group.first.draft
    if group.type != "proposal" or day.source.span.start < draft.trigger.span.start:
        return False
    return index.sentences[draft.sentence].contains(day.source.span)


def year_of_publication(group: Group, index: Index, news: Candidate | None) -> list[Candidate]:
    """Return the year in which the text appeared, as the last resort for an anniversary: news tells of those of its own year.

    An "offset" that its trigger has tells of another year: of "next year marks", or "last year". Where the text does not tell
    when it appeared, it is the year of the news.
    """
    day = news.value if news is not None else None
    first = day.earliest if isinstance(day, Date) else None
    stated = (c.value.earliest for c in index.published.items if isinstance(c.value, Date))
    appeared = index.document.published or next(stated, None)
    year = (appeared or first or dt.date.min).year
    offset = group.fields.get("offset")
    number = year + (offset if isinstance(offset, int) else 0)
    if (appeared or first) is None or not 1 <= number <= 9999:
        return []
    settled = "publication" if appeared is not None else "previous"
    value = Date(f"{number:04}", certainty="implied", settled=(("year", settled),))
    source = news.source if appeared is None and news is not None else group.first.draft.trigger
    return [Candidate(field="date", value=value, source=source, scope="scene", certainty="implied")]


# From 3 to 8 July 2017, X visits Lima on the 40th anniversary of ties
def year_of_news(index: Index, told: Iterable[Group]) -> Candidate | None:
    """Return what a text tells first, if that is dated by days, and all other days of events are of its year."""
    first: tuple[int, Candidate] | None = None
    years: set[int] = set()
    for group in told:
        draft, day = group.first.draft, best(group.candidates("date")) if group.dated and group.type in _OF_NEWS else None
        if day is None or draft.value.background or is_of_archive(index, index.sentences[draft.sentence]):
            continue
        if isinstance(day.value, Date) and _is_of_days(day.value):
            years |= {end.year for end in (day.value.earliest, day.value.latest) if end is not None}
            first = min(first or (draft.sentence, day), (draft.sentence, day), key=itemgetter(0))
    if first is None or len(years) != 1:
        return None
    before = (1 for span in index.sentences[: first[0]] if is_running_text(index, span))
    return first[1] if sum(islice(before, _OPENS)) < _OPENS else None


def _is_of_days(date: Date) -> bool:
    """Tell whether a date is a day, or a stretch of them, of a year that is told."""
    return date.earliest is not None and all(part is not None and part.grain == "day" for part in date.ends)


def _scenes(group: Group, home: Mapping[int, Group]) -> Iterator[Group]:
    """Yield the events at hand where a group was told, the last first; visits last too long to date what was said."""
    draft = group.first.draft.scene
    for _ in range(_SCENES_BACK):
        if draft is None:
            break
        told = home.get(id(draft))
        if told is not None and told.type != "visit" and told is not group:
            yield told
        draft = draft.scene


def at_scene(candidate: Candidate) -> Candidate:
    """Return a date of the event at hand as a candidate for what was said at it."""
    return Candidate(
        field="date",
        value=candidate.value,
        source=candidate.source,
        scope="scene",
        certainty="implied",
        distance=candidate.distance,
    )
