"""How English coordinates the things proposed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise

from eventx import Document
from eventx_proposals.asides import behind_aside
from eventx_proposals.items import trim
from eventx_proposals.lists import Tables, Words, alternation, may_hold
from eventx_proposals.stretches import tokens

TOLD_BEHIND = True
_TELLS = 9
"""Within how many words of a stretch a verb tells that it is of somebody else."""


@lru_cache(maxsize=1)
def _lead_in(heads: Words, leads: Words) -> re.Pattern[str]:
    """Return the pattern of a phrase that only announces: "four major directions, namely", "some activities, including"."""
    return re.compile(rf"(?:{alternation(heads)})\s[^;.,:]{{0,90}}?(?:,?\s+(?:{alternation(leads)}):?\s|\s?:\s)")


@lru_cache(maxsize=1)
def _lead_out(leads: Words) -> re.Pattern[str]:
    """Return the pattern of words that introduce the things after "put forward proposals to …"."""
    return re.compile(rf"(?:(?:,?\s+|(?<=[,:]\s))(?:{alternation(leads)}):?\s|:\s)")


@lru_cache(maxsize=1)
def _sides(asked: tuple[Words, Words, Words, Words, Words, Words]) -> re.Pattern[str]:
    """Return the pattern of the sides of whom something is asked: "that the two sides should", "both sides".

    A phrase may stand before ("in the coming time, both sides", "that apart from trade, they"), or one between commas behind.
    """
    several, nouns, others, modals, when, asides = asked
    sides = rf"(?:the\s+)?(?:{alternation(several)})\s+(?:[\w-]+\s+){{0,2}}?(?:{alternation(nouns)})|{alternation(others)}"
    phrase = rf"(?:{alternation(asides)})\s[^,;:.]{{2,80}},"
    time = rf"(?:(?:{alternation(when)}),?\s+|{phrase}\s+)?"
    return re.compile(
        rf"(?:that,?\s+)?{time}(?:{sides})(?:,\s{phrase})?\s+(?:(?:{alternation(modals)})\s+)?(?:continue\s+to\s+)?"
    )


@lru_cache(maxsize=1)
def _tails(anywhere: Words, behind_comma: Words, at: tuple[Words, Words, Words, Words]) -> re.Pattern[str]:
    """Return the pattern of subordinate endings, and of where the thing was proposed: "at a working session with …".

    What is to be "discussed at a meeting" belongs to the thing.
    """
    leads, articles, settings, links = at
    setting = (
        rf"(?<!,)(?<!ed\s)(?:{alternation(leads)})\s(?:(?:{alternation(articles)})\s)?(?:[\w-]+\s){{0,2}}?"
        rf"(?:{alternation(settings)})\s(?:{alternation(links)})\s"
    )
    # begins with a comma or a blank whatever follows, so that the words between them are passed over in less time
    return re.compile(rf"[\s,](?:(?:{alternation(anywhere)})(?!\w)|(?<=,)\s(?:{alternation(behind_comma)})(?!\w)|{setting})")


def split(document: Document, start: int, end: int, tables: Tables, form: str) -> list[tuple[int, int]]:
    """Return the spans of the things proposed in ``document.text[start:end]``, as the text coordinates them."""
    items = tables["items"]
    lower = document.lower
    while start < end and not lower[start].isalnum():
        start += 1
    listed = ":" in lower[max(start - 2, 0) : start]
    lead = _lead_in(items["heads"], items["lead_ins"]).match(lower, start, end)
    if lead is None and form == "make":
        lead = _lead_out(items["lead_ins"]).search(lower, start, end)
    if lead is not None:
        start, listed = lead.end(), True
    of_whom = items["asked_several"], items["asked_sides"], items["asked_others"]
    sides = _sides((*of_whom, items["asked_modals"], items["asked_when"], items["asked_asides"])).match(lower, start, end)
    if sides is not None:
        start = sides.end()
    pieces = _of_act(document, _at_semicolons(lower, start, end), items)
    nouns = len(pieces) == 1 and form not in ("hope", "express")
    spans = [span for piece in pieces for span in _coordinated(document, *piece, items, nouns=nouns, listed=listed)]
    spans = [_without_conjunction(lower, *span, items["joins"], items["asked_modals"]) for span in spans]
    if not may_hold(document, start, end, items["endings"]):
        return spans
    at = items["setting_leads"], items["setting_articles"], items["settings"], items["setting_links"]
    floors = [behind_aside(document, *span, items) for span in spans]
    return trim(document, spans, _tails(items["tails"], items["comma_tails"], at), floors)


def _at_semicolons(lower: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the stretches between semicolons."""
    pieces = []
    while True:
        mark = lower.find(";", start, end)
        pieces.append((start, end if mark < 0 else mark))
        if mark < 0:
            return pieces
        start = mark + 1


def _of_act(document: Document, pieces: list[tuple[int, int]], items: Mapping[str, Words]) -> list[tuple[int, int]]:
    """Return the stretches up to one that tells what somebody else did: "meet again; Ambassador X *agreed*"."""
    for at, (start, end) in enumerate(pieces[1:], 1):
        words = tokens(document, start, end, _TELLS).words
        if document.text[start:end].strip()[:1].isupper() and not items["reports"].isdisjoint(words[1:]):
            return pieces[:at]
    return pieces


@lru_cache(maxsize=1)
def _openings(joins: Words, modals: Words) -> re.Pattern[str]:
    """Return the pattern of what joins a thing to the one before: "and", "and must"."""
    joined = rf"[\s,]*(?:(?:{alternation(joins)})\s+){{0,3}}"
    return re.compile(rf"{joined}(?:(?<=\s)(?:{alternation(modals)})\s+)?(?:(?<=\band\s)for\s+)?")


def _without_conjunction(lower: str, start: int, end: int, joins: Words, modals: Words) -> tuple[int, int]:
    """Return the span without "and", "as well as", "and must" and marks at its beginning."""
    match = _openings(joins, modals).match(lower, start, end)
    return (match.end() if match else start, end)


def _form(found: list[str], index: int, items: Mapping[str, Words]) -> str:
    """Return how an item begins at a word: ``ing``, ``base`` or ``noun``."""
    for word in found[index : index + 2]:
        if word.endswith(items["going_ends"].listed) and len(word) > 5 and word not in items["nouns"]:
            return "ing"
        if word in items["verbs"]:
            return "base"
        if not word.endswith(items["adverb_ends"].listed) and word not in items["before_verb"]:
            return "noun"
    return "noun"


def _coordinated(
    document: Document, start: int, end: int, items: Mapping[str, Words], *, nouns: bool, listed: bool
) -> list[tuple[int, int]]:
    """Return the coordinated things of a stretch without semicolons; `listed` ones may differ in form."""
    found = tokens(document, start, end)
    words = found.words
    skip = 1 if words and words[0] in items["openers"] else 0
    if len(words) <= skip:
        return [(start, end)]
    marks = items["joints"]
    joints = [index for index, word in enumerate(words) if word in marks and index > skip]
    if not joints:
        return [(start, end)]
    form = _form(words, skip, items)
    inner = joints if joints[-1] < len(words) - 1 else joints[:-1]
    breaks = _breaks(words, inner, form, items)
    if not breaks and nouns:
        breaks = _noun_breaks(words, joints, skip, items) or _article_breaks(words, inner, skip, items)
    if document.lower.endswith(items["for"].padded, 0, start):
        # "called for a truce and *for* talks"
        breaks = sorted(
            {*breaks, *(index for index in inner if words[index] in items["and"] and words[index + 1] in items["for"])}
        )
    if listed and form != "noun":
        ands = [index for index in inner if words[index] == "," and words[index + 1] in items["and"]]
        breaks = sorted({*breaks, *ands[-1:]})
    edges = [start, *(found.starts[index] for index in breaks), end]
    return list(pairwise(edges))


def _breaks(found: list[str], joints: list[int], form: str, items: Mapping[str, Words]) -> list[int]:
    """Return where, of the commas and "and" with a word behind at `joints`, another thing begins."""
    # a clause with a subject: "that Japan open its market, lift the ban, and …" goes on with bare verbs
    lead = "base" if form == "noun" else form
    breaks = [index for index in joints if _begins(found, index, lead, items)]
    last = next((index for index in breaks if found[index] == "," and found[index + 1] in items["and"]), None)
    if form == "noun":
        if last is not None:
            return [index for index in breaks if found[index] == ","]
        that = [index for index in breaks if found[index + 1] in items["that"]]
        return that or [index for index in breaks if _goes_on(found, index, items)]
    if form == "base" and last is not None:
        # with ", and" at the end of a list, words not in the list of verbs may begin a thing too
        more = [index for index in joints if index < last and found[index] == "," and _may_be_verb(found, index + 1, items)]
        breaks = sorted({*breaks, *more})
    return breaks


# that both coast guards *strengthen* cooperation and *share* information; not: a plan to boost trade and share data
def _goes_on(found: list[str], index: int, items: Mapping[str, Words]) -> bool:
    """Tell whether a bare "and" goes on with the verbs of a clause: one with an object stands before it, behind its subject."""
    verb, behind = found[index + 1], found[index + 2 : index + 3]
    noun = verb in items["ambiguous"] and verb not in items["mostly_verbs"]
    if found[index] not in items["and"] or not behind or (noun and behind[0] not in items["objects"]):
        return False
    verbs = [at for at in range(1, index - 1) if found[at] in items["verbs"] and found[at] not in items["ambiguous"]]
    return bool(verbs) and found[verbs[0] - 1].isalpha() and not _is_led(found[verbs[0] - 1], items)


def _is_led(word: str, items: Mapping[str, Words]) -> bool:
    """Tell whether the word before a verb makes it none of a clause: "to boost", "the increase"."""
    return word in items["prepositions"] or word in items["objects"] or word in items["verbs"]


def _may_be_verb(found: list[str], index: int, items: Mapping[str, Words]) -> bool:
    """Tell whether a word behind a comma may be a bare verb with an object."""
    word, behind = found[index], found[index + 1]
    if not word.isalpha() or word in items["prepositions"] or word.endswith(items["no_verb_ends"].listed):
        return False
    return behind in items["objects"]


def _no_object(word: str, items: Mapping[str, Words]) -> bool:
    """Tell whether what stands behind a verb is no object: a mark, "and", a preposition."""
    return not word[0].isalnum() or word in items["and"] or word in items["prepositions"]


def _begins(found: list[str], index: int, form: str, items: Mapping[str, Words]) -> bool:
    """Tell whether at this comma or "and" another thing of the same form begins."""
    word = found[index]
    if word != "," and found[index - 1] == ",":
        return False
    following = index + 1
    opener = found[following] if word == "," and following < len(found) else ""
    following += 1 if opener in items["and"] else 3 if opener in items["as"] else 0
    told = following + 1 < len(found) and (
        found[following] in items["that"] or (found[following] in items["not"] and found[following + 1] in items["to"])
    )
    deed = form == "ing" and _is_deed(found, following, items)
    if told or deed or _behind_modal(found, following, form, items):
        return True
    if following + 1 >= len(found) or _form(found, following, items) != form:
        return False
    verb = found[following]
    behind = found[following + 1]
    if verb in items["ambiguous"] and _no_object(behind, items):
        return False
    if word == "," or found[index + 1] == ",":
        return behind not in items["joints"] or form == "base"
    # a bare "and": the first verb must have had its object, and no noun may be meant by the second
    return behind[0].isalnum() and behind not in items["behind_nouns"] and index >= 2 and found[index - 1] not in items["verbs"]


# step up cooperation and *must respect* the treaty
def _behind_modal(found: list[str], index: int, form: str, items: Mapping[str, Words]) -> bool:
    """Tell whether "must", "should" or the like with a verb behind it stands at `index`, where verbs are coordinated."""
    if form != "base" or index >= len(found):  # at the end the text is cut off: ", and"
        return False
    if found[index] not in items["asked_modals"] and " ".join(found[index : index + 2]) not in items["asked_modals"]:
        return False
    verb = index + 1 if found[index] in items["asked_modals"] else index + 2
    return verb < len(found) and _form(found, verb, items) == "base"


def _is_deed(found: list[str], index: int, items: Mapping[str, Words]) -> bool:
    """Tell whether a word that may be noun or deed has an object behind it: ", and *training nurses*"."""
    behind = found[index + 1] if index + 1 < len(found) else ""
    return (
        behind.isalpha() and found[index] in items["deeds"] and behind not in items["and"] and behind not in items["prepositions"]
    )


# the release of all hostages, *the* delivery of aid and *an* end to the war
def _article_breaks(found: list[str], joints: list[int], skip: int, items: Mapping[str, Words]) -> list[int]:
    """Return the commas and the last "and" of a list of things each of which begins with an article."""
    articles = items["articles"]
    commas = [index for index in joints if found[index] == ","]
    if found[skip] not in articles:
        return []
    if not commas:
        # the setting up of a committee and *the signing of* a treaty
        of = not items["of"].isdisjoint(found[skip + 2 : skip + 4])
        return [at for at in joints if of and found[at + 1] in articles and not items["of"].isdisjoint(found[at + 3 : at + 5])][
            :1
        ]
    heads = [
        found[index + 2] if found[index + 1] in items["and"] and index + 2 < len(found) else found[index + 1] for index in commas
    ]
    if not articles.issuperset(heads):
        return []
    last = next((index for index in joints if index > commas[-1] + 1 and found[index] in items["and"]), None)
    if found[commas[-1] + 1] in items["and"]:
        return commas
    return [*commas, last] if last is not None and found[last + 1] in articles else []


def _noun_breaks(found: list[str], joints: list[int], skip: int, items: Mapping[str, Words]) -> list[int]:
    """Return the commas of a list of things "A, B, and C" that is no list inside a phrase."""
    commas = [index for index in joints if found[index] == ","]
    if not commas or not items["prepositions"].isdisjoint(found[skip : commas[0]]):
        return []
    heads = [found[index + 2 if found[index + 1] in items["and"] else index + 1] for index in commas if index + 2 < len(found)]
    if not items["comma_tails"].isdisjoint(heads) or not items["subjects"].isdisjoint(heads):
        return []  # "release the two men, *who* were arrested, and …", "be patient, and *they* agreed"
    last = commas[-1]
    if last + 1 < len(found) and found[last + 1] in items["and"]:
        return commas
    joins = [index for index in joints if index > last]
    return [*commas, joins[0]] if joins and joins[0] - last <= 8 else []
