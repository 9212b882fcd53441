"""What stands before an English act: adverbs, auxiliaries, the subject, the verb that makes a noun an act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import attrs

from eventx import Document, Hit, Span, maker, swift
from eventx_proposals.act import Status
from eventx_proposals.lists import Tables, Words
from eventx_proposals.stretches import Stretch, is_capital, sentence_around, tokens, tokens_before

BEFORE = 90
_AFTER = 180
_NAME = 12
"""The most words and marks of a name with its titles that ends a sentence."""


@swift
@attrs.frozen(eq=False)
class Place:
    """An act's word with what stands around it in its sentence.

    Args:
        document: the document.
        hit: the act's word.
        sentence: its sentence.
        tables: the lists of words.
        around: of those, the words around acts.
        words: of those, the words behind acts.
        before: the words and marks before it.
        after: the words and marks behind it.

    """

    document: Document
    hit: Hit
    sentence: Span
    tables: Tables
    around: Mapping[str, Words]
    words: Mapping[str, Words]
    before: Stretch
    after: Stretch


_place = maker(Place)


def place(document: Document, hit: Hit, tables: Tables) -> Place:
    """Return a hit with the words around it."""
    sentence = sentence_around(document, hit.start)
    before = tokens_before(document, sentence.start, hit.start, BEFORE)
    after = tokens(document, hit.end, min(sentence.end, hit.end + _AFTER))
    return _place(document, hit, sentence, tables, tables["around"], tables["after"], before, after)


def without_adverbs(before: Sequence[str], around: Mapping[str, Words]) -> int:
    """Return how many of the words before an act are not its adverbs."""
    count = len(before)
    while count and before[count - 1] in around["adverbs"]:
        count -= 1
    return count


def status_before(before: Sequence[str], around: Mapping[str, Words]) -> Status | None:
    """Return the status that the words right before an act give it, or None if it is denied."""
    last = [word for word in before[-5:] if word[0].isalnum()][-4:]
    words = f" {' '.join(last)} "
    negations = around["negations"]
    if not negations.signs.keys().isdisjoint(last) and any(map(words.__contains__, negations.padded)):
        return None
    for end in around["denying"].listed:
        if end in words and any(end in word for word in last[-3:]):
            return None
    if words.endswith(around["hypothetical"].padded):
        return "hypothetical"
    return "planned" if words.endswith(around["planned"].padded) else "held"


def _is_subject(spot: Place, word: str, start: int) -> bool:
    """Tell whether a word can be the subject of an act in -s that might be a noun: a pronoun, a name, an office."""
    return word in spot.around["pronouns"] or is_capital(spot.document, start) or word in spot.tables["context"]["words"]


def proposes_nothing(spot: Place, before: Stretch) -> bool:
    """Tell whether the subject is a thing: a study, a plan, a bill."""
    things = spot.around["things"]
    words = [word for word in before.words[-8:] if word[0].isalnum()]
    if words and words[-1] in things:
        return True
    # "the plan *proposed by Minister X* calls for"
    by = spot.around["thing_by"]
    if words and words[0] in spot.around["determiners"] and any(one in things and of in by for one, of in pairwise(words)):
        return True
    if not spot.hit.value.get("claim") or not any(word in things and word not in spot.around["pointers"] for word in words):
        return False
    if words[-1] in spot.around["joins"] and not spot.words["acts"].isdisjoint(before.words):
        return False  # "recommended completing the documents, and suggested"
    last = [start for word, start in zip(before.words[-8:], before.starts[-8:], strict=True) if word[0].isalnum()][-2:]
    return not any(is_capital(spot.document, start) for start in last)


def _finite(spot: Place, before: Stretch) -> bool:
    """Tell whether an act in -ed or -s is a verb with a subject, not a passive, an adjective or a noun."""
    around = spot.around
    past = spot.hit.entry.surface.split()[0].endswith(spot.around["past_ends"].listed)
    previous = before.words[-1] if before.words else None
    if previous is None or previous in around["determiners"] or not spot.around["by"].isdisjoint(spot.after.words[:1]):
        return False
    if past:
        return previous in around["auxiliaries"] or previous not in around["passive"]
    if previous in around["auxiliaries"]:
        return False
    if spot.hit.value.get("noun") or spot.hit.value.get("thing"):
        return previous == "," or previous in around["joins"] or _is_subject(spot, previous, before.starts[-1])
    return True


def _participle(spot: Place, before: Sequence[str]) -> bool:
    """Tell whether an act in -ing goes with a subject before it: "he said, hoping", "is calling for", "and urging"."""
    previous = before[-1] if before else None
    if previous is None:
        return True
    if previous in spot.around["be"]:
        subject = before[-2] if len(before) > 1 else ""
        return subject not in spot.around["things"]
    return not previous[0].isalnum() or previous in spot.around["joins"] or previous in spot.around["papers"]


def _bare(spot: Place, before: Stretch) -> bool:
    """Tell whether a bare form is an act: a plural subject before it, or "to" after "took the opportunity"."""
    around = spot.around
    previous = before.words[-1] if before.words else None
    if previous is None:
        return False
    if previous in spot.around["to"]:
        coming = f" {' '.join(before.words[-4:])} ".endswith(around["planned"].padded)
        noun = not around["determiners"].isdisjoint(before.words[-3:-2])  # "the plan to"
        return (coming and not noun) or is_headline(spot, before) or not around["openings"].isdisjoint(before.words[-8:-1])
    if previous in around["plurals"] or previous in around["hypothetical"] or previous in around["planned"]:
        return True
    return (
        not spot.hit.value.get("noun")
        and not spot.hit.value.get("thing")
        and previous.endswith(around["plural_ends"].listed)
        and is_capital(spot.document, before.starts[-1])
    )


# Sato to urge Chile to open its market: what a headline says is to come
def is_headline(spot: Place, before: Stretch) -> bool:
    """Tell whether nothing but a name and "to" stands before an act at the head of its sentence."""
    names = [start for word, start in zip(before.words[:-1], before.starts[:-1], strict=True) if word[0].isalnum()]
    if (
        not names
        or len(names) > _NAME
        or spot.around["to"].isdisjoint(before.words[-1:])
        or before.starts[0] > spot.sentence.start + 1
    ):
        return False
    lower, particles = spot.document.lower, spot.around["particles"]
    return all(is_capital(spot.document, at) or lower[at : at + 4].split()[0] in particles for at in names)


def fits(spot: Place, before: Stretch) -> bool:
    """Tell whether the form of an act goes with what stands before it."""
    word = spot.hit.entry.surface.split()[0]
    if before.words[-1:] == ['"']:
        before = before.part(0, -1)  # he said that Peru "calls on" both sides
    if spot.hit.value.get("base"):
        return _bare(spot, before)
    return _participle(spot, before.words) if word.endswith(spot.around["opening_ends"].listed) else _finite(spot, before)


# "The two sides should meet every year", *proposed Minister X*
def is_inverted(spot: Place) -> bool:
    """Tell whether an act only says who said what stands before it: behind it nothing but a name ends the sentence."""
    before, after = spot.before.words[-2:], spot.after
    if not before or before[-1] not in (",", '"') or not after.words or len(after.words) > _NAME:
        return False
    names = [start for word, start in zip(after.words, after.starts, strict=True) if word[0].isalnum()]
    lower, particles = spot.document.lower, spot.around["particles"]
    return bool(names) and all(is_capital(spot.document, at) or lower[at : at + 4].split()[0] in particles for at in names)


def light_verb(spot: Place) -> int | None:
    """Return the index, among the words before a noun, of the verb that makes it an act: "expressed his (sincere) hope"."""
    verbs = spot.tables["light"][spot.hit.value["noun"]]
    before = spot.before.words
    if before and before[-1] in spot.around["pronouns"]:
        return None  # "stated that *he hopes*": a verb
    for index in range(len(before) - 1, max(len(before) - 7, -1), -1):
        if not before[index][0].isalnum():
            return None
        if before[index] in verbs:
            # "recognising the *shared* desire": an adjective
            return None if index and before[index - 1] in spot.around["determiners"] else index
        for first in (index - 1, index - 2):
            if first >= 0 and " ".join(before[first : index + 1]) in verbs:
                return first
    return None
