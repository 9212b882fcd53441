"""What stands before an English act: adverbs, auxiliaries, the subject, the verb that makes a noun an act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from eventx import Document, Hit, Span, maker, swift
from eventx_proposals.act import Status, Tables, Token, Words, is_capital, sentence_around, tokens, tokens_before

BEFORE = 90
_AFTER = 180


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
    before: list[Token]
    after: list[Token]


_place = maker(Place)


def place(document: Document, hit: Hit, tables: Tables) -> Place:
    """Return a hit with the words around it."""
    sentence = sentence_around(document, hit.start)
    before = tokens_before(document, sentence.start, hit.start, BEFORE)
    after = tokens(document, hit.end, min(sentence.end, hit.end + _AFTER))
    return _place(document, hit, sentence, tables, tables["around"], tables["after"], before, after)


def without_adverbs(before: Sequence[Token], around: Mapping[str, Words]) -> int:
    """Return how many of the words before an act are not its adverbs."""
    count = len(before)
    while count and before[count - 1].word in around["adverbs"]:
        count -= 1
    return count


def status_before(before: Sequence[Token], around: Mapping[str, Words]) -> Status | None:
    """Return the status that the words right before an act give it, or None if it is denied."""
    last = [token.word for token in before[-5:] if token.is_word][-4:]
    words = f" {' '.join(last)} "
    negations = around["negations"]
    if not negations.signs.keys().isdisjoint(last) and any(map(words.__contains__, negations.padded)):
        return None
    if "n't" in words and any("n't" in word for word in last[-3:]):
        return None
    if words.endswith(around["hypothetical"].padded):
        return "hypothetical"
    return "planned" if words.endswith(around["planned"].padded) else "held"


def _is_subject(spot: Place, token: Token) -> bool:
    """Tell whether a word can be the subject of an act in -s that might be a noun: a pronoun, a name, an office."""
    context = spot.tables["context"]["words"]
    return token.word in spot.around["pronouns"] or is_capital(spot.document, token) or token.word in context


def proposes_nothing(spot: Place, before: Sequence[Token]) -> bool:
    """Tell whether the subject is a thing: a study, a plan, a bill."""
    things = spot.around["things"]
    words = [token for token in before[-8:] if token.is_word]
    if words and words[-1].word in things:
        return True
    if not spot.hit.value.get("claim"):
        return False
    return any(token.word in things and token.word not in spot.around["pointers"] for token in words) and not any(
        is_capital(spot.document, token) for token in words[-2:]
    )


def _finite(spot: Place, before: Sequence[Token]) -> bool:
    """Tell whether an act in -ed or -s is a verb with a subject, not a passive, an adjective or a noun."""
    around = spot.around
    past = spot.hit.entry.surface.split()[0].endswith("ed")
    if not before or before[-1].word in around["determiners"] or (spot.after and spot.after[0].word == "by"):
        return False
    previous = before[-1]
    if past:
        return previous.word in around["auxiliaries"] or previous.word not in around["passive"]
    if previous.word in around["auxiliaries"]:
        return False
    if spot.hit.value.get("noun") or spot.hit.value.get("thing"):
        return previous.word == "," or previous.word in around["joins"] or _is_subject(spot, previous)
    return True


def _participle(spot: Place, before: Sequence[Token]) -> bool:
    """Tell whether an act in -ing goes with a subject before it: "he said, hoping", "is calling for", "and urging"."""
    previous = before[-1] if before else None
    if previous is None:
        return True
    if previous.word in spot.around["be"]:
        subject = before[-2].word if len(before) > 1 else ""
        return subject not in spot.around["things"]
    return not previous.is_word or previous.word in spot.around["joins"]


def _bare(spot: Place, before: Sequence[Token]) -> bool:
    """Tell whether a bare form is an act: a plural subject before it, or "to" after "took the opportunity"."""
    around = spot.around
    previous = before[-1] if before else None
    if previous is None:
        return False
    if previous.word == "to":
        return any(token.word in around["openings"] for token in before[-8:-1])
    if previous.word in around["plurals"] or previous.word in around["hypothetical"] or previous.word in around["planned"]:
        return True
    return (
        not spot.hit.value.get("noun")
        and not spot.hit.value.get("thing")
        and previous.word.endswith("s")
        and is_capital(spot.document, previous)
    )


def fits(spot: Place, before: Sequence[Token]) -> bool:
    """Tell whether the form of an act goes with what stands before it."""
    word = spot.hit.entry.surface.split()[0]
    if spot.hit.value.get("base"):
        return _bare(spot, before)
    return _participle(spot, before) if word.endswith("ing") else _finite(spot, before)


def light_verb(spot: Place) -> int | None:
    """Return the index, among the words before a noun, of the verb that makes it an act: "expressed his (sincere) hope"."""
    verbs = spot.tables["light"][spot.hit.value["noun"]]
    before = spot.before
    for index in range(len(before) - 1, max(len(before) - 7, -1), -1):
        if not before[index].is_word:
            return None
        if before[index].word in verbs:
            return index
        if index and f"{before[index - 1].word} {before[index].word}" in verbs:
            return index - 1
    return None
