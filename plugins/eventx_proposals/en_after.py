"""What follows an English act: the one who is asked, and where what is proposed begins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

import attrs

from eventx import Span, maker, swift
from eventx_proposals.act import is_capital, joined, tokens
from eventx_proposals.en_before import Place

_NAMED = 14
"""The most words by which somebody who is hoped to do something is named."""


@swift
@attrs.frozen
class Complement:
    """What follows an act: where what is proposed begins, and where somebody is asked."""

    body: int
    addressee: Span | None = None


_complement, _span = maker(Complement), maker(Span)


def _verb_after_to(spot: Place, limit: int = 26) -> int | None:
    """Return the index of the "to" with a verb behind it that ends the one who is asked: "asked X to convey"."""
    around, verbs = spot.around, spot.tables["items"]["verbs"]
    after = spot.after[:limit]
    for index, token in enumerate(after[:-1]):
        if not token.is_word and token.word not in ",'()-":
            return None
        following = after[index + 1]
        # called on both to "explore measures": the verb is behind the quotation mark
        if following.word == '"' and index + 2 < len(after):
            following = after[index + 2]
        if token.word != "to" or not following.is_word or is_capital(spot.document, following):
            continue
        if following.word in verbs or (following.word not in around["determiners"] and following.word.isalpha()):
            return index
    return None


def _asked(spot: Place) -> Complement | None:
    """Return what follows "ask": somebody to do something, that …, for something."""
    if not spot.after:
        return None
    first = spot.after[0]
    if first.word == "that":
        return _complement(first.end)
    if spot.hit.value.get("that") or first.word in spot.words["questions"]:
        return None
    if first.word == "for":
        thing = spot.after[1].word if len(spot.after) > 1 else ""
        return None if thing in spot.words["not_asked_for"] else _complement(first.end)
    return _asked_somebody(spot)


def _asked_somebody(spot: Place) -> Complement | None:
    """Return what follows "ask" and somebody: to do something, for something; or the bare thing ("urged restraint")."""
    after = spot.after
    at = _verb_after_to(spot)
    if at is not None:
        if spot.hit.value.get("call") and _pays_call(spot, at):
            return None
        if spot.hit.value.get("comes") and any(token.word in spot.words["come"] for token in after[at + 1 : at + 4]):
            return None
        # "urged to", "asked to": a passive, or something asked for oneself
        body = after[at - 1].start if at and after[at - 1].word == "not" else after[at].end
        return _complement(body, _span(after[0].start, after[at].start)) if at else None
    if spot.hit.value.get("for"):
        token = next((token for token in after[1:10] if not token.is_word or token.word == "for"), None)
        return _complement(token.end, _span(after[0].start, token.start)) if token is not None and token.is_word else None
    bare = spot.hit.value.get("np") and after[0].is_word and after[0].word not in spot.words["not_bare"]
    return _complement(after[0].start) if bare else None


def _pays_call(spot: Place, at: int) -> bool:
    """Tell whether "called on X to …" tells of a courtesy call: "called on the Prime Minister on Friday to exchange views"."""
    words = spot.words
    return spot.after[at + 1].word in words["calls"] or any(token.word in words["circumstances"] for token in spot.after[:at])


def _proposed(spot: Place) -> Complement | None:
    """Return what follows "propose": the thing, that and a clause, a clause, to and a verb."""
    after = spot.after
    if not after or not (after[0].is_word or after[0].word in ":\"'("):
        return None
    first = after[0].word
    if first in spot.words["not_proposed"]:
        that = next((token for token in after[:14] if token.word == "that"), None)
        return _complement(that.end) if that is not None and first in spot.words["circumstances"] else None
    if first == "to":
        return _proposed_to(spot)
    if first == "for" and spot.hit.value.get("not_for"):
        return None
    return _complement(after[0].end if first in (":", "that") else after[0].start)


def _proposed_to(spot: Place) -> Complement | None:
    """Return what follows "proposed to", a verb, or somebody and then "that" and a clause."""
    after = spot.after
    if len(after) < 2 or after[1].word in spot.words["private"]:
        return None
    if after[1].word in spot.tables["items"]["verbs"]:
        return _complement(after[0].end)
    that = next((token for token in after[1:22] if token.word in ("that", "to")), None)
    return _complement(that.end, _span(after[1].start, that.start)) if that is not None else None


def is_claim(spot: Place, body: int) -> bool:
    """Tell whether "suggested (that) he was" tells what somebody takes for true."""
    sides = False
    for token in tokens(spot.document, body, min(spot.sentence.end, body + 110), 16):
        sides = sides or token.word in spot.words["sides"]
        # what two sides could do is proposed: "suggested that the two sides could expand trade"
        if not token.is_word or token.word in spot.words["no_claim"] or (sides and token.word == "could"):
            return False
        if token.word in spot.words["claim"]:
            return True
    return False


def _hoped(spot: Place) -> Complement | None:
    """Return what follows "hope": that and a clause, a clause with "will", for something, to receive something."""
    after = spot.after
    if not after or not after[0].is_word or spot.document.text[spot.hit.end : spot.hit.end + 1] == "-":
        return None
    first = after[0].word
    if first != "that" and spot.hit.value.get("that"):
        return None
    wish = spot.hit.value.get("wish")
    if first == "to":
        rest = joined(after[1:4]).strip()
        return _complement(after[0].end) if any(rest.startswith(f"{verb} ") for verb in spot.words["own"]) else None
    if first == "for":
        return None if wish else _complement(after[0].end)
    # "hopes and believes that"
    that = next((token for token in after[:3:2] if token.word == "that"), None)
    closed = that is None and (first in spot.words["not_hoped"] or (wish and first not in spot.words["wished"]))
    if closed or not _has_modal(spot):
        return None
    return _complement(that.end if that is not None else after[0].start)


def _has_modal(spot: Place) -> bool:
    """Tell whether what is hoped is to come: it has a "will", or speaks of both sides."""
    words = [token.word for token in spot.after[:26]]
    stop = next((index for index, word in enumerate(words) if word in (";", ".")), len(words))
    return any(word in spot.words["modals"] for word in words[:stop]) or any(word in spot.words["both"] for word in words[:6])


def who_would(spot: Place, body: int) -> Span | None:
    """Return where the one is named who is hoped to do something: "hoped that *Ambassador X* will"; not "the ambassador"."""
    words = tokens(spot.document, body, min(spot.sentence.end, body + 110), _NAMED)
    stop = next((index for index, token in enumerate(words) if token.word in spot.words["would"]), 0)
    who = words[:stop]
    if not who or who[0].word in spot.around["determiners"] or any(not token.is_word and token.word not in ".'" for token in who):
        return None
    if any(token.word in spot.words["sides"] or token.word in spot.words["both"] for token in who):
        return None
    return _span(who[0].start, who[-1].end) if any(is_capital(spot.document, token) for token in who) else None


def wished(spot: Place) -> Complement | None:
    """Return what follows the noun in "expressed his wish": that …, to …, for …, a clause."""
    after = spot.after
    if len(after) > 2 and after[0].word == "and" and after[2].word == "that":
        return _complement(after[2].end)  # "expressed hope and confidence that"
    if not after or not after[0].is_word or after[0].word in spot.words["not_wished"]:
        return None
    # "best wishes to the King": only a verb behind "to" makes it an act
    verbs = spot.tables["items"]["verbs"]
    if spot.hit.value.get("greeting") and after[0].word != "that" and (len(after) < 2 or after[1].word not in verbs):
        return None
    return _complement(after[0].end if after[0].word in spot.words["links"] else after[0].start)


def made(spot: Place) -> Complement | None:
    """Return what follows the noun in "put forward three proposals": whatever tells them."""
    after = spot.after
    if not after or after[0].word in spot.words["not_made"]:
        return None
    skip = not after[0].is_word or after[0].word in spot.words["links"]
    return _complement(after[0].end if skip else after[0].start)


def _wanted(spot: Place) -> Complement | None:
    """Return what follows "want": somebody, then to do something."""
    if not spot.after or spot.after[0].word in spot.words["not_wanted"] or not spot.after[0].is_word:
        return None
    at = _verb_after_to(spot, 12)
    return _complement(spot.after[at].end) if at else None


def _called_for(spot: Place) -> Complement | None:
    """Return what follows "call for": the thing."""
    if not spot.after or not spot.after[0].is_word or spot.after[0].word in spot.words["not_called_for"]:
        return None
    return _complement(spot.after[0].start)


@lru_cache(maxsize=1)
def readers() -> Mapping[str, Callable[[Place], Complement | None]]:
    """Return what reads the complement of each form of act."""
    return {"ask": _asked, "propose": _proposed, "hope": _hoped, "want": _wanted, "for": _called_for}
