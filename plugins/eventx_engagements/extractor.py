"""The extractor of engagements: triggers from the words files, kept where what stands around them lets them tell of an event."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import Any

import attrs

from eventx import (
    TRIGGER_KEYS,
    Anchor,
    Contribution,
    Document,
    Hit,
    Lexicon,
    NounPhrase,
    Slot,
    Span,
    Trigger,
    clause_after,
    clause_before,
    evolve,
    extractor,
    frame_slots,
    noun_phrase,
    status_at,
    swift,
)
from eventx_engagements.names import conference_name, documents, edition
from eventx_engagements.needs import fits, is_donation, is_passive
from eventx_engagements.nouns import form_of, is_background, is_numbered, is_subject, noun_kind
from eventx_engagements.serial import agent_before
from eventx_engagements.subjects import Told, days_of, group_before, kept, role_of, subject_of
from eventx_engagements.words import Look, grammar

KEYS = frozenset(
    {
        "noun",
        "verb",
        "needs",
        "weak",
        "strict",
        "trip",
        "counted",
        "of",
        "inside",
        "again",
        "gerund",
        "calls",
        "listed",
        *("passive", "numbered"),
    },
)
"""The keys of a trigger beyond those of every frame; en.toml says what each means."""

LEXICON = Lexicon(
    name="engagements",
    package="eventx_engagements",
    tags=("trigger", "other", "elsewhere"),
    tables=(
        "about", "adjunct", "agent", "article", "aside", "asked", "auxiliary", "backdrop", "backdrop_of", "behind", "break",
        "by_frames", "closes", "comes", "company", "counter", "demonstrative", "denied", "document", "envoy", "frames",
        "gerund", "gift", "goal", "goes_on", "goes_on_after", "happens", "includes", "join", "kind_of", "lasts", "links",
        "lists", "modifier", "moves", "object_has", "other_one", "own", "passive", "people", "plural", "pronoun", "purpose",
        "receiver", "role_at", "sides", "signed_closes", "takers", "takes_up", "thing", "trip", "unsigned", "verbal", "when",
        "where", "year",
    ),
    keys={"trigger": TRIGGER_KEYS | KEYS},
)  # fmt: skip

_SPORT_DENSITY = 300
_BEFORE = 60
_INCLUDED = 140
"""How far behind a trigger the word may stand that names some of those met."""


@swift
@attrs.frozen(kw_only=True)
class Reading:
    """A trigger as read: where it stands, by which frame, and what was found out about it."""

    anchor: Anchor
    frame: str
    value: Mapping[str, Any]
    form: str | None = None
    phrase: NounPhrase | None = None
    anaphoric: bool = False
    background: bool = False
    grouped: bool = False
    name: Span | None = None


@extractor(name="engagements", languages=("en", "vi"), provides=("trigger",), lexicon=LEXICON)
def ENGAGEMENTS(document: Document, _options: Any) -> Iterable[Contribution]:  # noqa: N802 - an extractor is a constant
    """Yield a trigger wherever a meeting, visit, conference, ceremony or signing is told."""
    look = Look(document, grammar(LEXICON, document.lang))
    readings = list(_readings(look))
    for reading, following in zip_longest(readings, readings[1:]):
        yield _contribution(look, reading, _until(look, reading, following))


def _until(look: Look, reading: Reading, following: Reading | None) -> int | None:
    """Return where the participants of a reading end: at the verb of a noun that is a subject, or at the next trigger."""
    span = reading.anchor.span
    if reading.phrase is not None and is_subject(look, span):
        return span.end
    inside = following is not None and following.value.get("inside") and following.frame == following.value["frame"]
    if following is None or inside or following.anchor.lead < span.end:
        return None
    between = look.words(span.end, following.anchor.lead, 2)
    # "lễ đón và hội đàm với X": both have the same object; not "a visit and was received by X"
    alike = (reading.phrase is None) == (following.phrase is None) or reading.frame in look.grammar["comes"].table
    shared = alike and len(between) == 1 and between[0].low in look.grammar["join"].table
    return None if shared else following.anchor.lead


def _readings(look: Look) -> Iterator[Reading]:
    """Yield the readings of a document's triggers, in the order of the text."""
    document = look.document
    hits: tuple[Hit, ...] = document.hits(LEXICON)
    elsewhere = [hit.start for hit in hits if hit.tag == "elsewhere"]
    named_until = 0
    before: Told | None = None
    told: set[str] = set()
    for hit in hits:
        if hit.tag != "trigger" or hit.start < named_until or _in_other_world(document, hit, elsewhere):
            continue
        frame = hit.value["frame"]
        reading = _noun(look, hit, before) if hit.value.get("noun") else _verb(look, hit, frame, before)
        # "ministerial council meeting": the words before have told it
        if reading is None or (before is not None and reading.anchor.span.start < before.span.end):
            continue
        if _takes_up_nothing(reading, told):
            continue
        told.add(hit.value["type"])
        before = _told(look, reading, before)
        if reading.name is not None:
            # "Hội nghị thượng đỉnh Diễn đàn …": the forum is part of the summit's name
            named_until = reading.name.end
        yield reading


def _told(look: Look, reading: Reading, before: Told | None) -> Told:
    """Return what later triggers need to know of a reading."""
    span = reading.anchor.span
    comes = reading.frame in look.grammar["comes"].table
    received = span if comes else before.received if before is not None else None
    return Told(span=span, type=reading.value["type"], frame=reading.frame, received=received)


def _takes_up_nothing(reading: Reading, told: set[str]) -> bool:
    """Tell whether a bare "the summit" stands where no summit was told: it may be a mountain's."""
    phrase = reading.phrase
    if not reading.anaphoric or phrase is None or reading.value["type"] in ("meeting", "visit", *told):
        return False
    return phrase.preposition is None and phrase.light is None


def _in_other_world(document: Document, hit: Hit, elsewhere: list[int]) -> bool:
    """Tell whether the sentence, or the text as a whole, is about sport."""
    if not elsewhere:
        return False
    sentence = document.sentence_at(hit.start)
    if bisect_right(elsewhere, sentence.end) > bisect_left(elsewhere, sentence.start):
        return True
    return len(elsewhere) * _SPORT_DENSITY > len(document.text)


def _verb(look: Look, hit: Hit, frame: str, before: Told | None) -> Reading | None:
    """Return the reading of a verb, if what stands around it fits."""
    value: Mapping[str, Any] = hit.value
    span = Span(hit.start, hit.end)
    if "calls" in value and _is_called_on(look, span):
        # "đến thăm, chúc mừng Đại sứ X": who is visited is somebody, no place
        value = {"type": "meeting", "form": "courtesy_call", "frame": value["calls"], "needs": "person"}
        frame = value["frame"]
    fronted = look.grammar.behind and _is_fronted(look, hit.start)
    listing = _listing(look, span) if fronted and "listed" in value else None
    by = look.grammar["by_frames"].table
    agent = agent_before(look, span, value) if frame in by else None
    if listing is None and agent is None and not fits(look, span, value):
        return None
    if "gerund" in value and _follows(look, hit.start, "gerund") and not _is_inside(look, span):
        frame = value["gerund"]
    if "passive" in value and look.grammar["passive"].first(look.before(span.start, _BEFORE)[-3:]) >= 0:
        frame = value["passive"]
    if value.get("needs") == "document" and is_passive(look, span):
        frame = "signed"
    if value.get("needs") == "gift" and is_donation(look, span):
        frame = "donation"
    subject = subject_of(look, hit.start, before, goes=value["type"] == "visit" or frame == "call")
    if subject is None and before is not None and fronted:
        subject = _shared_subject(look, hit.start, before)
    group = group_before(look, hit.start) if subject is None and not fronted else None
    subject = subject or group
    anchor = Anchor(span=span, lead=hit.start, phrase=fronted, subject=subject)
    if agent is not None:
        frame = by[value["frame"]]
        anchor = Anchor(span=span, lead=agent.start, owner=agent)
    if listing is not None:
        frame = value["listed"]
        end = look.document.sentence_at(hit.start).end
        anchor = evolve(anchor, subject=Span(listing.end, end), until=listing.start)
    return Reading(
        anchor=anchor,
        frame=frame,
        value=value,
        form=value.get("form"),
        anaphoric=value.get("anaphoric", False),
        grouped=group is not None,
    )


def _is_inside(look: Look, span: Span) -> bool:
    """Tell whether a word of people follows a preposition and the form in -ing: "in honour of visiting *President* X"."""
    before = look.document.match[max(span.start - 16, 0) : span.start].split()
    if not before or look.grammar["gerund"].table[before[-1]] != "noun":
        return False
    words = look.after(span, 5)
    breaks = look.grammar["break"].first(words)
    return look.grammar["people"].first(words[: breaks if breaks >= 0 else None]) >= 0


def _is_called_on(look: Look, span: Span) -> bool:
    """Tell whether somebody follows at once: a word of the table ``people`` that is true."""
    words = look.after(span, 4)
    return bool(words) and bool(look.grammar["people"].value(words, 0))


def _is_fronted(look: Look, offset: int) -> bool:
    """Tell whether a verb has no subject right before it: it opens the sentence, or stands behind a comma."""
    start = look.document.sentence_at(offset).start
    before = look.document.text[max(start, offset - 3) : offset].rstrip()
    return not before or before.endswith(",")


def _shared_subject(look: Look, offset: int, before: Told) -> Span | None:
    """Return the stretch before a verb behind a semicolon that a fronted verb shares its subject with: "…; gặp X, tiếp Y"."""
    text = look.document.text
    mark = text.rfind(";", look.document.sentence_at(offset).start, before.span.start)
    stretch = Span(mark + 1, before.span.start)
    return stretch if mark >= 0 and not any(map(str.isupper, look.document.slice(stretch))) else None


def _listing(look: Look, span: Span) -> Span | None:
    """Return the word that opens a list of those whose doing a fronted verb is: "Tiếp đoàn *có* các đồng chí: X; Y"."""
    words = look.after(span, 20, marks=",")
    index = look.grammar["lists"].first(words)
    return Span(words[index].start, words[index].end) if index > 0 else None


def _noun(look: Look, hit: Hit, before: Told | None) -> Reading | None:
    """Return the reading of a noun, if its lead-in and what follows make it an event of its own or take up one."""
    value: Mapping[str, Any] = hit.value
    span = Span(hit.start, hit.end)
    phrase = noun_phrase(look.document, span)
    if "verb" in value and _is_verb(look, hit, phrase):
        return _verb(look, hit, value["verb"], before)
    if "numbered" in value and is_numbered(look, span, phrase):
        value = {"type": "conference", "form": value["numbered"], "frame": "conference", "again": "conference_again"}
    kind = noun_kind(look, span, phrase, value)
    if kind is None:
        return None
    # "is undertaking the visit": known, but said of whose it is
    undertaken = value["type"] == "visit" and phrase.light is not None
    role = role_of(look, phrase, value["type"])
    goes = value["type"] == "visit" or (phrase.light is not None and role == "participant")
    anchor = Anchor(
        span=Span(phrase.head, span.end),
        lead=phrase.start,
        phrase=phrase.preposition is not None and phrase.light is None,
        owner=phrase.owner if phrase.named else None,
        role=role,
        subject=_possessing(look, phrase) if phrase.owner is not None else subject_of(look, phrase.start, before, goes=goes),
    )
    return Reading(
        anchor=anchor,
        frame=value.get("again", value["frame"]) if kind == "anaphoric" and not undertaken else value["frame"],
        value=value,
        form=form_of(look, span, phrase, value["type"]) or value.get("form"),
        phrase=phrase,
        anaphoric=kind == "anaphoric",
        background=value["type"] == "visit" and is_background(look, span, phrase),
        name=conference_name(look, span, phrase) if value["type"] == "conference" else None,
    )


def _possessing(look: Look, phrase: NounPhrase) -> Span | None:
    """Return the stretch whose last name a possessive pronoun means: "thanked *X* for his visit"."""
    if phrase.named or phrase.light is not None or phrase.preposition not in look.grammar["object_has"].table:
        return None
    return clause_before(look.document, phrase.start)


def _follows(look: Look, offset: int, tag: str) -> bool:
    """Tell whether the word before `offset` is in a table."""
    before = look.document.match[max(offset - 16, 0) : offset].split()
    return bool(before) and before[-1] in look.grammar[tag].table


def _is_verb(look: Look, hit: Hit, phrase: NounPhrase) -> bool:
    """Tell whether the word is a verb: "to visit", "will visit", "X visits China", "after meeting President Y"."""
    document = look.document
    if _follows(look, hit.start, "verbal"):
        before = document.match[max(hit.start - 16, 0) : hit.start].split()[-1]
        return look.grammar["verbal"].table[before] != "ing" or document.lower[hit.start : hit.end].endswith("ing")
    opens = hit.start == document.sentence_at(hit.start).start and document.lower[hit.start : hit.end].endswith("ing")
    if opens and look.grammar["where"].first(look.after(Span(hit.start, hit.end), 1)) == 0:
        return True  # "Meeting in Geneva, X and Y said"
    # "Italy's minister visits Libya": the possessor is the subject's, not the noun's
    possessed = phrase.named and document.lower[hit.end - 1] == "s"
    if phrase.light is not None or (phrase.determiner is not None and not possessed):
        return False
    return look.has_name(look.after(Span(hit.start, hit.end), 1))


def _contribution(look: Look, reading: Reading, until: int | None) -> Contribution:
    """Return the contribution of a reading; its participants are looked for up to `until`."""
    document, value, anchor = look.document, reading.value, reading.anchor
    if until is not None and anchor.until is None:
        anchor = evolve(anchor, until=until)
    # a visit told as known is not what is wished in the same sentence
    near = value.get("near", False) or reading.background
    status = value.get("status") or status_at(document, Span(anchor.lead, anchor.span.end), near=near)
    slots = kept(
        frame_slots(document, LEXICON, reading.frame, anchor, empty=reading.anaphoric), anchor, aside=_is_aside(look, reading)
    )
    if reading.grouped:
        # "the parties signed": not whom the text spoke of before, alone
        slots = tuple(evolve(slot, carry=False) for slot in slots)
    if value["type"] == "meeting":
        slots += _included(look, reading, until, slots)
    trigger = Trigger(
        type=value["type"],
        slots=slots,
        status=status,
        fields=tuple(_fields(look, reading)),
        anaphoric=reading.anaphoric,
        background=reading.background,
        apart=value.get("apart", False) or _is_several(look, reading),
    )
    return Contribution(field="trigger", value=trigger, span=anchor.span, rule=f"engagements.{document.lang}.{reading.frame}")


def _included(look: Look, reading: Reading, until: int | None, slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Return the slot of those met who are named by example: "held meetings with several leaders, *including* X and Y"."""
    start = reading.anchor.span.end
    end = min(look.document.sentence_at(start).end, start + _INCLUDED, until or len(look.document.text))
    words = look.words(start, end, 30, ";:")
    index = look.grammar["includes"].first(words)
    like = next((slot for slot in reversed(slots) if slot.role != "place"), None)
    if index < 0 or like is None:
        return ()
    begin = words[index + look.grammar["includes"].run(words, index) - 1].end
    window = Span(begin, clause_after(look.document, begin).end)
    return (Slot(role=like.role, spans=(window,), kinds=like.kinds),)


def _is_aside(look: Look, reading: Reading) -> bool:
    """Tell whether a noun only says what something else was part of: "trong khuôn khổ Diễn đàn", "bên lề hội nghị"."""
    return reading.phrase is not None and reading.phrase.preposition in look.grammar["aside"].table


def _is_several(look: Look, reading: Reading) -> bool:
    """Tell whether a plural noun tells of one meeting with each: "các cuộc gặp với X, Y" (in languages that say so)."""
    plural = reading.phrase is not None and reading.phrase.determiner == "plural"
    return look.grammar.behind and plural and reading.value["type"] == "meeting"


def _fields(look: Look, reading: Reading) -> Iterator[tuple[str, object]]:
    """Yield the fields of the event type that the words around tell."""
    kind = reading.value["type"]
    if kind == "signing":
        papers = documents(look, reading.anchor.span)
        if papers:
            yield "documents", papers
        return
    if reading.form:
        yield "form", reading.form
    if kind == "visit" and reading.phrase is not None:
        days = days_of(look, reading.anchor.span, reading.phrase)
        if days is not None:
            yield "days", days
    if kind == "conference" and reading.phrase is not None:
        if reading.name is not None:
            yield "name", " ".join(look.document.slice(reading.name).split())
        number = edition(look, reading.phrase, reading.name.end if reading.name else reading.anchor.span.end)
        if number is not None:
            yield "edition", number


__all__ = ["ENGAGEMENTS", "LEXICON"]
