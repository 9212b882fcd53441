"""Rules for English acts of proposing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from eventx import Document, Hit, Span, maker
from eventx_proposals.act import Act, Status
from eventx_proposals.complement import Complement
from eventx_proposals.en_after import is_claim, is_of_thing, made, readers, who_would, wished
from eventx_proposals.en_before import (
    BEFORE,
    Place,
    fits,
    is_headline,
    is_inverted,
    light_verb,
    place,
    proposes_nothing,
    status_before,
    without_adverbs,
)
from eventx_proposals.lists import Tables, Words, alternation, may_hold
from eventx_proposals.passives import passive
from eventx_proposals.stretches import Stretch, is_capital, sentence_around, words_alone

_act, _span = maker(Act), maker(Span)

_SAYS = 70
"""How far from the beginning of a sentence the colon may stand behind who says it."""


# proposed boosting trade · also suggested (that) both sides work closely · asked X to convey · urged restraint ·
# called on the two sides to refrain · calling for peace talks · hoped (that) the diplomat would become a bridge ·
# he said, hoping the two sides will …
def verb(spot: Place) -> Act | None:
    """Read an act told by a verb; rule proposals.en.verb."""
    value, around = spot.hit.value, spot.around
    reader = readers().get(value["form"])
    if reader is None:
        return None
    count = without_adverbs(spot.before.words, around)
    before = spot.before.part(0, count)
    status = status_before(before.words, around)
    if status is None or proposes_nothing(spot, before):
        return None
    status = "planned" if is_headline(spot, before) else status
    if "," not in before.words and before.words[:1] and before.words[0] in around["conditions"]:
        status = "hypothetical"
    if not fits(spot, before) or is_inverted(spot):
        return None
    complement = reader(spot)
    if complement is None or (value.get("claim") and is_claim(spot, complement.body)):
        return None
    if value["form"] == "hope" and is_of_thing(spot, complement.body):
        return None
    return _act_at(
        spot, count, complement, form=value["form"], rule="proposals.en.verb", status=status, strong=bool(value.get("strong"))
    )


def _act_at(spot: Place, count: int, complement: Complement, *, form: str, rule: str, status: Status, strong: bool) -> Act:
    """Return an act whose adverbs begin behind `count` words, with where it is told who is asked and who said it."""
    before, body = spot.before, complement.body
    start = before.starts[count] if count < len(before.starts) else spot.hit.start
    previous = before.words[count - 1] if count else ""
    shared = previous == "," or previous in spot.around["joins"]
    return _act(
        start=start, end=spot.hit.end, body=body, form=form, rule=rule, status=status, strong=strong, shared=shared,
        addressee=complement.addressee or _hoped_of(spot, body), told_by=speaker_before(spot, start) if shared else None,
        said_by=attribution(spot, body), quoted=_speaks(spot),
    )  # fmt: skip


def _hoped_of(spot: Place, body: int) -> Span | None:
    """Return where the one is named of whom something is hoped, if the act is a hope."""
    hope = spot.hit.value["form"] == "hope" or spot.hit.value.get("noun") == "express"
    return who_would(spot, body) if hope else None


# expressed (his) hope that · voiced the wish to · noted his hope · put forward three proposals to · made a proposal on
def noun(spot: Place) -> Act | None:
    """Read an act told by a noun and its verb; rule proposals.en.noun."""
    at = light_verb(spot)
    if at is None:
        return None
    around = spot.around
    # "raised these proposals": those of others, told before
    if spot.hit.value["noun"] == "make" and not around["known"].isdisjoint(spot.before.words[at + 1 : at + 2]):
        return None
    count = without_adverbs(spot.before.words[:at], around)
    before = spot.before.words[:count]
    if before and before[-1] in around["passive"]:
        return None
    status = status_before(before, around)
    if status is None:
        return None
    complement = _called_on(spot)
    if complement is None and not spot.hit.value.get("call"):
        complement = wished(spot) if spot.hit.value["noun"] == "express" else made(spot)
    if complement is None or (spot.hit.value["noun"] == "express" and is_of_thing(spot, complement.body)):
        return None
    return _act_at(spot, count, complement, form=spot.hit.value["noun"], rule="proposals.en.noun", status=status, strong=True)


# reiterated his call on all sides to return to talks · issued an appeal to leaders to help end the war
def _called_on(spot: Place) -> Complement | None:
    """Return what follows a noun with somebody who is asked."""
    somebody = spot.hit.value["form"] == "ask" and " " in spot.hit.entry.surface
    found = readers()["ask"](spot) if somebody else None
    return found if found is not None and found.addressee is not None else None


@lru_cache(maxsize=4)
def _said(closers: Words, joins: Words) -> re.Pattern[str]:
    """Return the pattern of who said something, behind it: ", Quang added", ", said the ambassador"."""
    verbs = alternation(closers)
    who = rf"(?:{verbs})\s+[^,;.\"]{{2,120}}|(?!(?:{alternation(joins)})\s)[^,;\"]{{2,90}}?\s(?:also\s|further\s)?(?:{verbs})"
    return re.compile(rf",[\"']?\s+(?P<who>{who})(?=[\s.,\"']|$)")


@lru_cache(maxsize=4)
def _just_said(reports: Words) -> re.Pattern[str]:
    """Return the pattern of who said something, right before: "…, he said, hoping"."""
    verbs = alternation(reports)
    return re.compile(
        rf",[\"']?\s(?P<who>[^,;\"]{{2,90}}?\s(?:{verbs})(?:\s[^,;\"]{{1,40}})?|(?:{verbs})\s[^,;\"]{{2,110}}),\s*(?:and\s)?$"
    )


@lru_cache(maxsize=4)
def _told(reports: Words) -> re.Pattern[str]:
    """Return the pattern of a verb of telling before what was said: "held that", "said the"."""
    return re.compile(rf"\s(?:{alternation(reports)})\s+(?:that\s+)?")


def attribution(spot: Place, start: int) -> Span | None:
    """Return where, behind `start` in its sentence, it is told who said it."""
    closers, end = spot.tables["items"]["closers"], spot.sentence.end
    if spot.document.lower.find(",", start, end) < 0 or not may_hold(spot.document, start, end, closers):
        return None
    match = _said(closers, spot.around["joins"]).search(spot.document.lower, start, end)
    return _span(match.start("who"), match.end("who")) if match else None


def speaker_before(spot: Place, start: int) -> Span | None:
    """Return where, right before an act that goes on, it is told who speaks: "…, he said, hoping"."""
    closers, begin = spot.tables["items"]["closers"], max(spot.sentence.start, start - 160)
    if not may_hold(spot.document, begin, start, closers):
        return None
    match = _just_said(closers).search(spot.document.lower, begin, start)
    return _span(match.start("who"), match.end("who")) if match else None


# He held that both sides should keep enhancing … · The localities should maintain …, Quang added
def should(spot: Place) -> Act | None:
    """Read "the two sides should …" with the one who said it; rule proposals.en.should."""
    sides = spot.tables["items"]["plural_sides"]
    subject = words_alone(spot.before.part(-7))
    after = words_alone(spot.after.part(0, 3))
    plural = not sides.isdisjoint(subject.words[-4:]) or _two_names(spot, subject)
    if not plural or not after.words or after.words[0] in spot.words["not_should"]:
        return None
    # "the need to": the noun
    reports = spot.tables["items"]["reports"]
    if subject.words[-1] in spot.around["determiners"] or _is_of_things(spot, subject, reports):
        return None
    said = attribution(spot, spot.hit.end)
    told = None
    for match in _told(reports).finditer(spot.document.lower, spot.sentence.start, spot.hit.start):
        told = _span(spot.sentence.start, match.start())
    told = told or said_before(spot)
    if said is None and told is None:
        return None
    return _act(
        start=spot.hit.start, end=after.end(0), body=after.starts[0], form="should", rule="proposals.en.should",
        certainty="implied", said_by=said, told_by=told,
    )  # fmt: skip


# According to President X, the two sides should … · President X: The two sides should …
def said_before(spot: Place) -> Span | None:
    """Return where, at the head of its sentence, it is told according to whom something should be done, or who says so."""
    colon = spot.document.text.find(": ", spot.sentence.start, min(spot.hit.start, spot.sentence.start + _SAYS))
    if colon >= 0 and is_capital(spot.document, spot.sentence.start):
        return _span(spot.sentence.start, colon)
    lower, start = spot.document.lower, spot.sentence.start
    lead = next((f"{lead} " for lead in spot.tables["items"]["said_before"].listed if lower.startswith(f"{lead} ", start)), "")
    comma = lower.find(",", start, spot.hit.start) if lead else -1
    return _span(start + len(lead), comma) if comma >= 0 else None


# many things *we* need to do · the steps *both sides* should take; not "he stresses both sides should"
def _is_of_things(spot: Place, subject: Stretch, reports: Words) -> bool:
    """Tell whether a noun in the plural stands right before the subject: a clause about things, and nothing proposed."""
    sides, words = spot.tables["items"]["plural_sides"], subject.words
    at = next((index for index in range(len(words) - 1, max(len(words) - 5, 0), -1) if words[index] in sides), 0)
    while at and (words[at - 1] in spot.around["determiners"] or words[at - 1] in sides):
        at -= 1
    before = words[at - 1] if at else ""
    if not spot.around["whats"].isdisjoint(words[max(at - 3, 0) : at]):
        return True  # "what the two countries need to do"
    if at and is_capital(spot.document, subject.starts[at - 1]):
        return False  # "told Ambassador *Reyes* that their countries should"
    return (
        before.endswith(spot.around["plural_ends"].listed)
        and before not in reports
        and before not in spot.around["adverbs"]
        and before.islower()
    )


def _two_names(spot: Place, subject: Stretch) -> bool:
    """Tell whether the subject is two names: "China and France should"."""
    words, starts = subject.words, subject.starts
    at = next((index for index in range(len(words) - 2, 0, -1) if words[index] in spot.around["and"]), None)
    return at is not None and is_capital(spot.document, starts[-1]) and is_capital(spot.document, starts[at - 1])


def _speaks(spot: Place) -> bool:
    """Tell whether the subject of an act is the speaker: "we hope"."""
    words = [word for word in spot.before.words[-4:] if word[0].isalnum() and word not in spot.around["adverbs"]]
    return bool(words) and words[-1] in spot.around["speakers"]


def _may_be(document: Document, hit: Hit, tables: Tables) -> bool:
    """Tell whether a hit may be an act by what its sentence holds; cheaper to ask than what stands around it."""
    form, items = hit.value["form"], tables["items"]
    if form == "nothing":
        # the noun alone needs its verb before it
        return may_hold(document, max(hit.start - BEFORE, 0), hit.start, tables["light"][hit.value["noun"]])
    if form == "should":
        sentence = sentence_around(document, hit.start)
        told = document.text.find(": ", sentence.start, min(hit.start, sentence.start + _SAYS)) >= 0
        return told or may_hold(document, sentence.start, sentence.end, items["telling"])
    return True


def _read(spot: Place) -> Act | None:
    """Return the act at a hit, if it is one."""
    if spot.hit.value["form"] == "should":
        return should(spot)
    return (noun(spot) if spot.hit.value.get("noun") else None) or verb(spot) or passive(spot)


def acts(document: Document, hits: Sequence[Hit], tables: Tables) -> Iterator[Act]:
    """Yield the acts of proposing of an English document at the hits of their words, in order."""
    for hit in hits:
        if _may_be(document, hit, tables):
            act = _read(place(document, hit, tables))
            if act is not None:
                yield act
