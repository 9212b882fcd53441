"""Rules for English acts of proposing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import attrs

from eventx import Document, Hit, Span
from eventx.model import Status
from eventx_proposals.act import Act, Tables, Token, alternation, is_capital, joined, tokens, tokens_before

_BEFORE = 90
_AFTER = 220
_MODALS = frozenset({"will", "would", "can", "could", "should", "may", "might", "shall", "must", "to"})
_PAST = frozenset({"was", "were", "is", "are", "had", "has", "did", "does", "been", "wasn't", "isn't", "weren't", "aren't"})


@attrs.frozen
class Complement:
    """What follows an act: where what is proposed begins, and where somebody is asked."""

    body: int
    addressee: Span | None = None


@attrs.frozen
class Place:
    """An act's word with what stands around it in its sentence."""

    document: Document
    hit: Hit
    sentence: Span
    before: list[Token]
    after: list[Token]
    tables: Tables

    @property
    def around(self) -> Mapping[str, Any]:
        """The words around acts."""
        return self.tables["around"]


def place(document: Document, hit: Hit, tables: Tables) -> Place:
    """Return a hit with the words around it."""
    sentence = document.sentence_at(hit.start)
    lower = document.lower
    before = tokens_before(lower, sentence.start, hit.start, _BEFORE)
    return Place(document, hit, sentence, before, tokens(lower, hit.end, min(sentence.end, hit.end + _AFTER)), tables)


# -- before the act ----------------------------------------------------------------------------------------------------


def _without_adverbs(before: Sequence[Token], around: Mapping[str, Any]) -> int:
    """Return how many of the words before an act are not its adverbs."""
    count = len(before)
    while count and before[count - 1].word in around["adverbs"]:
        count -= 1
    return count


def _status(before: Sequence[Token], around: Mapping[str, Any]) -> Status | None:
    """Return the status that the words right before an act give it, or None if it is denied."""
    last = [token for token in before[-5:] if token.is_word]
    words = joined(last[-4:])
    if any(f" {word} " in words for word in around["negations"]) or any("n't" in token.word for token in last[-3:]):
        return None
    if any(words.endswith(f" {word} ") for word in around["hypothetical"]):
        return "hypothetical"
    if any(words.endswith(f" {word} ") for word in around["planned"]):
        return "planned"
    return "held"


def _is_subject(spot: Place, token: Token) -> bool:
    """Tell whether a word can be the subject of an act in -s that might be a noun: a pronoun, a name, an office."""
    context = spot.tables["context"]
    return token.word in ("he", "she", "who", "also") or is_capital(spot.document, token) or token.word in context


def _proposes_nothing(spot: Place, before: Sequence[Token]) -> bool:
    """Tell whether the subject is a thing: a study, a plan, a bill."""
    things = spot.around["things"]
    words = [token for token in before[-8:] if token.is_word]
    if words and words[-1].word in things:
        return True
    if not spot.hit.value.get("claim"):
        return False
    return any(token.word in things and token.word not in ("it", "this", "which") for token in words) and not any(
        is_capital(spot.document, token) for token in words[-2:]
    )


def _finite(spot: Place, before: Sequence[Token]) -> bool:
    """Tell whether an act in -ed or -s is a verb with a subject, not a passive, an adjective or a noun."""
    around = spot.around
    word = spot.hit.entry.surface.split()[0]
    previous = before[-1] if before else None
    if previous is None:
        return False
    if previous.word in around["auxiliaries"]:
        return word.endswith("ed")
    if previous.word in around["passive"] and word.endswith("ed"):
        return False
    if previous.word in around["determiners"]:
        return False
    if spot.after and spot.after[0].word == "by":
        return False
    if word.endswith("s") and spot.hit.value.get("noun") or word in ("requests", "demands", "appeals", "calls"):
        return _is_subject(spot, previous) or previous.word in ("and", ",")
    return True


def _participle(spot: Place, before: Sequence[Token]) -> bool:
    """Tell whether an act in -ing goes with a subject before it: "he said, hoping", "is calling for", "and urging"."""
    previous = before[-1].word if before else None
    if previous is None:
        return True
    if previous in ("is", "are", "was", "were", "been"):
        subject = before[-2].word if len(before) > 1 else ""
        return subject not in spot.around["things"]
    return previous in (",", "and", "while", "-", ";", "--", "\"")


def _bare(spot: Place, before: Sequence[Token]) -> bool:
    """Tell whether a bare form is an act: a plural subject before it, or "to" after "took the opportunity"."""
    around = spot.around
    previous = before[-1] if before else None
    if previous is None:
        return False
    if previous.word == "to":
        return any(token.word in around["openings"] for token in before[-8:-1])
    if previous.word in around["plurals"]:
        return previous.word != "and"
    if previous.word in (*around["hypothetical"], "will"):
        return True
    noun = spot.hit.value.get("noun") or spot.hit.entry.surface in ("call for", "want", "appeal for", "call on", "appeal to")
    return not noun and previous.word.endswith("s") and is_capital(spot.document, previous)


def _light_verb(spot: Place) -> int | None:
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


# -- after the act -----------------------------------------------------------------------------------------------------


def _verb_after_to(spot: Place, limit: int = 26) -> int | None:
    """Return the index of the "to" with a verb behind it that ends the one who is asked: "asked X to convey"."""
    around, verbs = spot.around, spot.tables["items"]["verbs"]
    after = spot.after[:limit]
    for index, token in enumerate(after[:-1]):
        if token.word in (".", ";", ":", "?", "\""):
            return None
        following = after[index + 1]
        if token.word != "to" or not following.is_word or is_capital(spot.document, following):
            continue
        if following.word in verbs or (following.word not in around["determiners"] and following.word.isalpha()):
            return index
    return None


def _asked(spot: Place) -> Complement | None:
    """Return what follows "ask": somebody to do something, that …, for something."""
    after, value = spot.after, spot.hit.value
    if not after:
        return None
    first = after[0].word
    if first == "that":
        return Complement(after[0].end)
    if value.get("that"):
        return None
    if first == "for":
        return Complement(after[0].end) if len(after) > 1 and after[1].word not in ("comment", "directions") else None
    if first in spot.around["questions"] and first not in ("him", "her", "them"):
        return None
    at = _verb_after_to(spot)
    if at is not None:
        start = after[0].start
        if at == 0:
            return Complement(after[0].end) if not spot.hit.entry.surface.startswith("ask") else None
        return Complement(after[at].end, Span(start, after[at].start))
    for index, token in enumerate(after[1:10], start=1):
        if token.word in (",", ".", ";", "?"):
            break
        if token.word == "for" and spot.hit.entry.surface.startswith("ask"):
            return Complement(token.end, Span(after[0].start, token.start))
    return Complement(after[0].start) if value.get("np") and after[0].is_word and first not in spot.around["determiners"] else None


def _proposed(spot: Place) -> Complement | None:
    """Return what follows "propose": the thing, that …, a clause, to …"""
    after = spot.after
    if not after:
        return None
    first = after[0].word
    if first in (":", "that"):
        return Complement(after[0].end)
    if not after[0].is_word and first not in ("\"", "'", "("):
        return None
    if first in ("by", "as", "in", "at", "on", "against", "when", "earlier", "last", "before", "after", "marriage", "from", "with", "during"):
        that = next((token for token in after[:14] if token.word == "that"), None)
        return Complement(that.end) if that is not None and first in ("in", "at", "on", "during") else None
    if first == "to":
        return _proposed_to(spot)
    if first == "for" and spot.hit.entry.surface.startswith("recommend"):
        return None
    return Complement(after[0].start)


def _proposed_to(spot: Place) -> Complement | None:
    """Return what follows "proposed to": a verb, or somebody and then that …"""
    after = spot.after
    if len(after) < 2 or after[1].word in ("his", "her", "him", "me"):
        return None
    if after[1].word in spot.tables["items"]["verbs"]:
        return Complement(after[0].end)
    that = next((token for token in after[1:22] if token.word in ("that", "to")), None)
    return Complement(that.end, Span(after[1].start, that.start)) if that is not None else None


def _is_claim(spot: Place, body: int) -> bool:
    """Tell whether "suggested" tells what somebody takes for true: "suggested (that) he was"."""
    for token in tokens(spot.document.lower, body, min(spot.sentence.end, body + 110))[:16]:
        if token.word in ("should", "be") or token.word in (";", ":"):
            return False
        if token.word in _PAST or token.word in ("may", "might", "could", "would", "will", "have"):
            return True
        if token.word in ("which", "who", "including", "namely", "so", "to"):
            return False
    return False


def _hoped(spot: Place) -> Complement | None:
    """Return what follows "hope": that …, a clause with "will", for something, to receive something."""
    after = spot.after
    if not after or spot.document.text[spot.hit.end : spot.hit.end + 1] == "-":
        return None
    first = after[0].word
    wish = spot.hit.entry.surface.startswith("wish")
    if first == "to":
        own = spot.around["own"]
        rest = joined(after[1:4]).strip()
        return Complement(after[0].end) if any(rest.startswith(f"{verb} ") for verb in own) else None
    if first == "for":
        return None if wish else Complement(after[0].end)
    if first in ("that", "both", "they", "the") or not wish:
        words = [token.word for token in after[:26]]
        stop = next((index for index, word in enumerate(words) if word in (";", ".")), len(words))
        if first in ("in", "of", "on", "with", "by", "at", "is", "are", "was", "were", "and", "or", ",") or not after[0].is_word:
            return None
        if set(words[:stop]) & _MODALS or {"sides", "both"} & set(words[:6]):
            return Complement(after[0].end if first == "that" else after[0].start)
    return None


def _wished(spot: Place) -> Complement | None:
    """Return what follows the noun in "expressed his wish": that …, to …, for …, a clause."""
    after = spot.after
    if not after or not after[0].is_word or after[0].word in ("in", "on", "and", "with", "at", "about", "as"):
        return None
    return Complement(after[0].end if after[0].word in ("that", "to", "for", "of") else after[0].start)


def _made(spot: Place) -> Complement | None:
    """Return what follows the noun in "put forward three proposals": whatever tells them."""
    after = spot.after
    if not after or after[0].word in (".", "and", "by"):
        return None
    skip = after[0].word in ("that", "to", "for", "of", "on", ",", ":", "regarding", "including", "namely")
    return Complement(after[0].end if skip else after[0].start)


def _wanted(spot: Place) -> Complement | None:
    """Return what follows "want": somebody, then to do something."""
    if not spot.after or spot.after[0].word in ("to", "by", "in", "for") or not spot.after[0].is_word:
        return None
    at = _verb_after_to(spot, 12)
    return Complement(spot.after[at].end) if at else None


def _called_for(spot: Place) -> Complement | None:
    """Return what follows "call for": the thing."""
    return Complement(spot.after[0].start) if spot.after and spot.after[0].is_word and spot.after[0].word not in ("by", "tenders") else None


_READERS: Mapping[str, Callable[[Place], Complement | None]] = {
    "ask": _asked,
    "propose": _proposed,
    "hope": _hoped,
    "want": _wanted,
    "for": _called_for,
}

# -- the rules ---------------------------------------------------------------------------------------------------------


# proposed boosting trade · also suggested (that) both sides work closely · asked X to convey · called on the two sides to refrain ·
# urged restraint · calling for peace talks · hoped (that) the diplomat would become a bridge · he said, hoping the two sides will …
def verb(spot: Place) -> Act | None:
    """Read an act told by a verb; rule proposals.en.verb."""
    value, around = spot.hit.value, spot.around
    reader = _READERS.get(value["form"])
    if reader is None:
        return None
    count = _without_adverbs(spot.before, around)
    before = spot.before[:count]
    start = spot.before[count].start if count < len(spot.before) else spot.hit.start
    status = _status(before, around)
    if status is None or _proposes_nothing(spot, before):
        return None
    word = spot.hit.entry.surface.split()[0]
    fits = _bare if value.get("base") else _participle if word.endswith("ing") else _finite
    if not fits(spot, before):
        return None
    complement = reader(spot)
    if complement is None or (value.get("claim") and _is_claim(spot, complement.body)):
        return None
    shared = bool(before) and before[-1].word in ("and", ",", "while")
    return Act(
        start=start, end=spot.hit.end, body=complement.body, form=value["form"], rule="proposals.en.verb",
        status=status, addressee=complement.addressee, shared=shared,
    )  # fmt: skip


# expressed (his) hope that · voiced the wish to · noted his hope · put forward three proposals to · made a proposal on
def noun(spot: Place) -> Act | None:
    """Read an act told by a noun and its verb; rule proposals.en.noun."""
    at = _light_verb(spot)
    if at is None:
        return None
    around = spot.around
    if spot.hit.value["noun"] == "make" and any(token.word in ("the", "these", "those", "his") for token in spot.before[at + 1 :][:1]):
        return None
    count = _without_adverbs(spot.before[:at], around)
    before = spot.before[:count]
    if (before and before[-1].word in around["passive"]) or _status(before, around) is None:
        return None
    complement = _wished(spot) if spot.hit.value["noun"] == "express" else _made(spot)
    if complement is None:
        return None
    shared = bool(before) and before[-1].word in ("and", ",", "while")
    return Act(
        start=spot.before[count].start, end=spot.hit.end, body=complement.body, form=spot.hit.value["noun"],
        rule="proposals.en.noun", status=_status(before, around) or "held", shared=shared,
    )  # fmt: skip


@lru_cache(maxsize=4)
def _said(reports: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of who said something, behind it: ", Quang added", ", said the ambassador"."""
    verbs = alternation(reports)
    return re.compile(rf",[\"']?\s+(?!and\s|while\s|but\s)(?:(?:{verbs})\s+[^,;]{{2,120}}|[^,;\"]{{2,90}}?\s(?:also\s|further\s)?(?:{verbs}))(?=[\s.,\"']|$)")


@lru_cache(maxsize=4)
def _told(reports: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a verb of telling before what was said: "held that", "said the"."""
    return re.compile(rf"\s(?:{alternation(reports)})\s+(?:that\s+)?")


def attribution(spot: Place, start: int) -> Span | None:
    """Return where, behind `start` in its sentence, it is told who said it."""
    match = _said(tuple(spot.tables["items"]["reports"])).search(spot.document.lower, start, spot.sentence.end)
    return Span(match.start() + 1, match.end()) if match else None


# He held that both sides should keep enhancing … · The localities should maintain …, Quang added
def should(spot: Place) -> Act | None:
    """Read "the two sides should …" with the one who said it; rule proposals.en.should."""
    sides = spot.tables["items"]["plural_sides"]
    subject = [token for token in spot.before[-7:] if token.is_word]
    after = [token for token in spot.after[:3] if token.is_word]
    if not any(token.word in sides for token in subject[-4:]) or not after or after[0].word in ("not", "be", "have", "never"):
        return None
    reports = tuple(spot.tables["items"]["reports"])
    said = attribution(spot, spot.hit.end)
    told = None
    for match in _told(reports).finditer(spot.document.lower, spot.sentence.start, spot.hit.start):
        told = Span(spot.sentence.start, match.start())
    if said is None and told is None:
        return None
    return Act(
        start=spot.hit.start, end=after[0].end, body=after[0].start, form="should", rule="proposals.en.should",
        certainty="implied", said_by=said, told_by=told,
    )  # fmt: skip


def acts(document: Document, hits: Sequence[Hit], tables: Tables) -> Iterator[Act]:
    """Yield the acts of proposing of an English document, in order."""
    for hit in hits:
        if hit.tag != "act":
            continue
        spot = place(document, hit, tables)
        if hit.value["form"] == "should":
            act = should(spot)
        else:
            act = (noun(spot) if hit.value.get("noun") else None) or verb(spot)
        if act is not None:
            yield act if act.said_by else attrs.evolve(act, said_by=attribution(spot, act.body))


def strong(act: Act) -> bool:
    """Tell whether an act's words are strong enough to need little of politics around them."""
    return act.form in ("propose", "express", "make", "should")
