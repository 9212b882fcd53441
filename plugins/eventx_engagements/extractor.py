"""The extractor of engagements: triggers from the words files, kept where what stands around them lets them tell of an event."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Any

from eventx import (
    Contribution,
    Document,
    Hit,
    Span,
    Trigger,
    evolve,
    extractor,
    frame_slots,
    frame_traits,
    maker,
)
from eventx_engagements.again import as_told, is_of_ceremony, takes_up_nothing
from eventx_engagements.behind_noun import is_subject
from eventx_engagements.colon_lists import with_colon_list
from eventx_engagements.examples import with_doers_behind
from eventx_engagements.fields import told_fields
from eventx_engagements.hits import is_conference, is_of_a_series, longest, whole_hits
from eventx_engagements.inside import is_described, is_only_spoken_of, is_to_come
from eventx_engagements.lexicon import LEXICON
from eventx_engagements.listed import listed_slots, with_listed
from eventx_engagements.noun_readings import read_feast, read_noun
from eventx_engagements.one_by_one import is_one_by_one
from eventx_engagements.papers import with_paper
from eventx_engagements.settings import is_aside, is_in_passing, is_own_subject, is_setting
from eventx_engagements.sides import all_sides
from eventx_engagements.statuses import told_status
from eventx_engagements.subjects import Told, kept
from eventx_engagements.taken import follows
from eventx_engagements.things import is_thing
from eventx_engagements.verbs import Reading, opens_name, read_verb
from eventx_engagements.words import LOW, START, Look, grammar

_made, _span, _trigger, _told_of = maker(Contribution), maker(Span), maker(Trigger), maker(Told)

_ALIKE = 5
"""How many words are looked at between two triggers that may have the same object."""
_SPORT_DENSITY = 300
_COME_FOR = ("visit", "conference")
"""Types of what somebody who is received may have come for."""


@extractor(name="engagements", languages=("en", "vi"), provides=("trigger",), lexicon=LEXICON)
def ENGAGEMENTS(document: Document, _options: Any) -> Iterable[Contribution]:  # noqa: N802 - an extractor is a constant
    """Yield a trigger wherever a meeting, visit, conference, ceremony or signing is told."""
    look = Look(document, grammar(LEXICON, document.lang))
    readings = list(_readings(look))
    for reading, following in zip_longest(_in_roles(look, readings), readings[1:]):
        yield _contribution(look, reading, _until(look, reading, following), _invited_until(reading, following))


# Tại Lễ kỷ niệm, X *trao* Huân chương cho Y · At the summit, X *met* Y
def _in_roles(look: Look, readings: list[Reading]) -> Iterator[Reading]:
    """Yield the readings; who did something else where he was, as a verb in the same sentence tells, did not speak there."""
    for reading, following in zip_longest(readings, readings[1:]):
        phrase = reading.phrase
        led_in = phrase is not None and phrase.preposition is not None and phrase.light is None
        if led_in and reading.anchor.role == "speaker" and following is not None and following.phrase is None:
            scene = following.value["type"] == "scene"
            if not scene and following.anchor.lead < look.document.sentence_at(reading.anchor.lead).end:
                yield evolve(reading, anchor=evolve(reading.anchor, role="participant"))
                continue
        yield reading


def _until(look: Look, reading: Reading, following: Reading | None) -> int | None:
    """Return where the participants of a reading end: at the verb of a noun that is a subject, or at the next trigger."""
    span = reading.anchor.span
    # "chủ trì Quốc yến chào mừng X": what a verb before it governs is no subject
    governed = reading.phrase is not None and reading.phrase.light is not None and reading.value["type"] != "visit"
    if reading.phrase is not None and not governed and is_subject(look, span) and not _is_held_by(look, reading):
        # "a get-together *marking* the National Day was held by X"
        return None if look.grammar["keeps"].run(look.after(span, 2), 0) else _told_between(look, reading) or span.end
    if reading.frame == "welcome" and reading.phrase is not None:
        happens = look.words(span.end, look.document.sentence_at(span.start).end, 40, ".;:")
        if happens and happens[0][LOW] in look.grammar["where"].table:
            return span.end  # "lễ đón *tại* Bộ Tư lệnh": who is welcomed is not told
        index = look.grammar["happens"].first(happens)
        if index > 0:
            # "lễ đón X *được tổ chức* tại Phủ Chủ tịch": who is welcomed stands before that
            return happens[index][START]
    inside = following is not None and following.value.get("inside") and following.frame == following.value["frame"]
    if following is None or inside or following.anchor.lead < span.end or _is_setting_of(look, reading, following):
        return None
    # "lễ đón và hội đàm với X": both have the same object; not "a visit and was received by X"
    if (reading.phrase is None) != (following.phrase is None) and reading.frame not in look.grammar["comes"].table:
        return following.anchor.lead
    return _shared_until(look, reading, following)


# Lễ ký bản ghi nhớ *giữa* Bộ A và Bộ B *diễn ra* tại Hà Nội
def _told_between(look: Look, reading: Reading) -> int | None:
    """Return where a signing that is a subject is said to happen, if those who sign are told before that."""
    if reading.value["type"] != "signing":
        return None
    words = look.after(reading.anchor.span, _ALIKE * _ALIKE)
    at = look.grammar["happens"].first(words)
    return words[at][START] if at > 0 and look.grammar["between"].first(words[:at]) >= 0 else None


# held talks during the visit with X · will have meetings on the sidelines of the summit with X
def _is_setting_of(look: Look, reading: Reading, following: Reading) -> bool:
    """Tell whether the next noun only tells when or where those of a meeting met, who are named behind it."""
    phrase = following.phrase
    if reading.value["type"] != "meeting" or following.value["type"] == "meeting" or phrase is None or phrase.preposition is None:
        return False
    words = look.after(following.name or following.anchor.span, 1)
    return phrase.light is None and bool(words) and words[0][LOW] in look.grammar["company"].table


def _is_held_by(look: Look, reading: Reading) -> bool:
    """Tell whether it is said right behind a conference's name who holds it: "Hội nghị đầu tư năm 2024 *do* X chủ trì"."""
    if reading.name is None:
        return False
    words = look.after(reading.name, 1)
    return bool(words) and words[0][LOW] in look.grammar["by"].table


def _shared_until(look: Look, reading: Reading, following: Reading) -> int | None:
    """Return where the object of a verb or noun ends before the next one, or None if both have the same."""
    span = reading.anchor.span
    semicolon = look.document.text.rfind(";", span.end, following.anchor.lead)
    if reading.phrase is None and semicolon >= 0 and not follows(look, following.anchor.lead, "join"):
        return semicolon  # "A tiếp B; *C gặp D*": C is the next one's
    between = look.words(span.end, following.anchor.lead, _ALIKE)
    # "lễ đón chính thức và hội đàm với X": an adjective may stand between
    modifiers = look.grammar["modifier"]
    plain = not between[:-1] or (look.grammar.behind and modifiers.run(between, 0) == len(between) - 1)
    shared = bool(between) and plain and between[-1][LOW] in look.grammar["join"].table
    if not shared and reading.phrase is not None and following.value["type"] == "meeting":
        # "chủ trì lễ đón chính thức, hội đàm với X"
        listed = look.document.text[span.end : following.anchor.lead].rstrip()[-1:] == ","
        shared = listed and (not between or modifiers.run(between, 0) == len(between))
    return None if shared else following.anchor.lead


def _readings(look: Look) -> Iterator[Reading]:
    """Yield the readings of a document's triggers, in the order of the text."""
    document = look.document
    hits = whole_hits(document)
    elsewhere = [hit.start for hit in longest(hits) if hit.entry.tag == "elsewhere"]
    named_until = end = 0
    verb, idle = -1, False
    before: Told | None = None
    told: set[str] = set()
    for hit in hits:
        within = hit.start < end and not (idle and (hit.end > end or (hit.start == verb and is_conference(hit))))
        if within or is_of_a_series(look, hit):
            continue  # within a longer one, or across one that tells of something
        entry, end, idle, verb = hit.entry, max(hit.end, end), False, -1
        if entry.tag != "trigger" or hit.start < named_until or (elsewhere and _in_other_world(document, hit, elsewhere)):
            continue
        value = entry.value
        if value.get("noun"):
            reading = read_noun(look, hit, before)
        else:
            reading = read_feast(look, hit, before) if "feast" in value else None
            if reading is None and not opens_name(look, hit.start):
                reading = read_verb(look, hit, value["frame"], before)
        # "ministerial council meeting": the words before have told it
        idle = reading is None
        verb = hit.start if idle and not value.get("noun") else -1
        if reading is None or (before is not None and reading.anchor.span.start < before.span.end):
            continue
        nothing = takes_up_nothing(reading, told) or is_of_ceremony(look, reading, told)
        if nothing or _is_welcomed_thing(look, reading, hit.start):
            continue
        reading = as_told(look, reading, told)
        look.travelled, look.told = look.travelled or value["type"] == "visit", hit.start
        if value["type"] == "meeting" and reading.phrase is not None and not reading.anaphoric:
            look.met = document.match[hit.start : hit.end]
        reading = with_listed(look, reading, before)
        before = _told(look, reading, before)
        if reading.name is not None:
            # "Hội nghị thượng đỉnh Diễn đàn …": the forum is part of the summit's name
            named_until = reading.name.end
        yield reading


def _told(look: Look, reading: Reading, before: Told | None) -> Told:
    """Return what later triggers need to know of a reading."""
    span = reading.anchor.span
    # "chủ trì buổi tiếp *X* trong chuyến thăm"
    held = reading.frame == "host_noun" and reading.phrase is not None and reading.phrase.light is not None
    comes = held or reading.frame in look.grammar["comes"].table
    received = span if comes else before.received if before is not None else None
    comer = reading.anchor.subject if reading.value["type"] in _COME_FOR else None
    kind, subject = reading.value["type"], reading.anchor.subject
    return _told_of(span=span, type=kind, frame=reading.frame, received=received, comer=comer, subject=subject)


def _is_welcomed_thing(look: Look, reading: Reading, offset: int) -> bool:
    """Tell whether the verb in the passive that begins at an offset tells of a thing that was received, not of somebody."""
    return "passive" in frame_traits(look.document, LEXICON, reading.frame) and is_thing(look, offset)


def _in_other_world(document: Document, hit: Hit, elsewhere: list[int]) -> bool:
    """Tell whether the sentence, or the text as a whole, is about sport."""
    sentence = document.sentence_at(hit.start)
    if bisect_right(elsewhere, sentence.end) > bisect_left(elsewhere, sentence.start):
        return True
    return len(elsewhere) * _SPORT_DENSITY > len(document.text)


def _invited_until(reading: Reading, following: Reading | None) -> int | None:
    """Return where the words about another visit begin, behind which an invitation is to that one."""
    visits = following is not None and reading.value["type"] == following.value["type"] == "visit"
    return following.anchor.lead if visits and following is not None else None


def _contribution(look: Look, reading: Reading, until: int | None, invited: int | None) -> Contribution:
    """Return the contribution of a reading; its participants are looked for up to `until`, its host up to `invited`."""
    document, value, anchor = look.document, reading.value, reading.anchor
    if until is not None and anchor.until is None:
        anchor = evolve(anchor, until=until)
    # a visit told as known is not what is wished in the same sentence
    near = value.get("near", False) or reading.background
    told = anchor.span if anchor.lead == anchor.span.start else _span(anchor.lead, anchor.span.end)
    setting = is_setting(look, anchor.lead, reading.phrase, anchor.span, value["type"])
    status, onward = told_status(look, reading, told, near=near, setting=setting)
    found = frame_slots(document, LEXICON, reading.frame, anchor, empty=reading.anaphoric)
    slots = kept(found, anchor, aside=is_aside(look, reading.phrase))
    spoken = is_only_spoken_of(look, reading)
    if spoken:
        slots = tuple(slot for slot in slots if slot.role == "place")
    if invited is not None:
        slots = tuple(slot for slot in slots if slot.role != "host" or not slot.spans or slot.spans[0].start < invited)
    if reading.listed:
        slots = listed_slots(reading, slots)
    slots = with_colon_list(look, reading, with_doers_behind(look, reading, slots))
    if reading.grouped or (value["type"] == "ceremony" and not reading.anaphoric and is_own_subject(look, reading.phrase)):
        # "the parties signed": not whom the text spoke of before, alone
        slots = tuple(evolve(slot, carry=False) for slot in slots)
    trigger = _trigger(
        type=value["type"],
        slots=all_sides(look, reading, until, slots),
        status=status,
        fields=told_fields(look, reading),
        anaphoric=reading.anaphoric,
        background=reading.background,
        apart=is_one_by_one(look, reading),
        traits=(
            *_traits(look, reading, status),
            *(("spoken",) if spoken or is_to_come(look, reading) or is_described(look, reading) else ()),
            *(("onward",) if onward else ()),
        ),
    )
    words = with_paper(look, anchor.span) if value["type"] == "signing" and value.get("needs") != "parties" else anchor.span
    return _made(field="trigger", value=trigger, span=words, rule=f"engagements.{document.lang}.{reading.frame}")


def _traits(look: Look, reading: Reading, status: str) -> Any:
    """Return what the words of a reading mean for merging: as their frame says, and whether states may have it themselves."""
    traits = frame_traits(look.document, LEXICON, reading.frame)
    role = "" if reading.phrase is None else reading.phrase.role
    # "tỉnh Bến Tre tổ chức Lễ kỷ niệm"; "attended a reception hosted by the embassy", which are no talks told before
    states, meal = role == "host" or reading.value.get("states"), role == "participant" and reading.frame == "host_noun"
    traits = (*traits, *(("states",) if states else ()), *(("meal",) if meal else ()))
    return (*traits, "passing") if status == "held" and is_in_passing(look, reading.phrase, reading.anchor.span.end) else traits


__all__ = ["ENGAGEMENTS", "LEXICON"]
