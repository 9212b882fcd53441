"""What follows an English act: the one who is asked, and where what is proposed begins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from eventx import Span, maker
from eventx_proposals.complement import Complement
from eventx_proposals.en_before import Place
from eventx_proposals.en_calls import is_for_help, pays_call
from eventx_proposals.en_proposed import proposed
from eventx_proposals.stretches import is_capital, tokens

_SHORT = 3
"""The most letters of a courtesy with a stop."""
_SUBJECT = 9
"""Within how many words behind "hope" the verb of a clause without "will" follows."""
_ADDRESSED = 20
"""Within how many words behind "to" the one to whom a proposal is made is named."""
_NAMED = 14
"""The most words by which somebody who is hoped to do something is named."""
_complement, _span = maker(Complement), maker(Span)


def _verb_after_to(spot: Place, limit: int = 34) -> int | None:
    """Return the index of the "to" with a verb behind it that ends the one who is asked: "asked X to convey"."""
    around, verbs = spot.around, spot.tables["items"]["verbs"]
    after = spot.after.words[:limit]
    for index, word in enumerate(after[:-1]):
        if word not in spot.words["to"]:
            # "requested help *and urged* Peru to ratify": that is asked by another act
            goes_on = (
                index > 0 and word in spot.words["acts"] and (after[index - 1] == "," or after[index - 1] in spot.words["and"])
            )
            # the stop of "Mrs." ends nothing
            courtesy = word == "." and index > 0 and len(after[index - 1]) <= _SHORT
            if goes_on or (not word[0].isalnum() and word not in ",'()-" and not courtesy):
                return None
            continue
        # called on both to "explore measures": the verb is behind the quotation mark
        behind = index + 2 if after[index + 1] == '"' and index + 2 < len(after) else index + 1
        following = after[behind]
        if not following[0].isalnum() or is_capital(spot.document, spot.after.starts[behind]):
            continue
        if following in verbs or (following not in around["determiners"] and following.isalpha()):
            return index
    return None


def _asked(spot: Place) -> Complement | None:
    """Return what follows "ask": somebody to do something, that …, for something."""
    after = spot.after
    if not after.words:
        return None
    first = after.words[0]
    if first in spot.words["that"]:
        return _complement(after.end(0))
    if spot.hit.value.get("that") or first in spot.words["questions"]:
        return None
    if first in spot.words["for"]:
        thing = after.words[1] if len(after.words) > 1 else ""
        return None if thing in spot.words["not_asked_for"] else _complement(after.end(0))
    return _asked_somebody(spot)


def _asked_somebody(spot: Place) -> Complement | None:
    """Return what follows "ask" and somebody: to do something, for something; or the bare thing ("urged restraint")."""
    after = spot.after
    at = _verb_after_to(spot)
    if at is not None:
        if spot.hit.value.get("call") and pays_call(spot, at):
            return None
        if spot.hit.value.get("comes") and not spot.words["come"].isdisjoint(after.words[at + 1 : at + 4]):
            return None
        # "urged to", "asked to": a passive, or something asked for oneself
        body = after.starts[at - 1] if at and after.words[at - 1] in spot.words["not"] else after.end(at)
        if not at:
            return _complement(body) if _is_for_both(spot) else None
        return _complement(body, _span(after.starts[0], after.starts[at]))
    if spot.hit.value.get("for") or spot.hit.value.get("call"):
        leads = spot.words["for"]
        at = next((i for i, word in enumerate(after.words[:10]) if i and (not word[0].isalnum() or word in leads)), None)
        found = at is not None and after.words[at] in spot.words["for"]
        if found and at is not None and spot.hit.value.get("call"):
            found = is_for_help(spot, at)
        return _complement(after.end(at), _span(after.starts[0], after.starts[at])) if at is not None and found else None
    first = after.words[0]
    bare = spot.hit.value.get("np") and first[0].isalnum() and first not in spot.words["not_bare"]
    return _complement(after.starts[0]) if bare else None


# X requested to increase the flights; not "X was requested to increase", "X requested to meet Y"
def _is_for_both(spot: Place) -> bool:
    """Tell whether a verb of what is done together follows "to" at once, and nobody is asked."""
    verb, before = spot.after.words[1:2], spot.before.words[-1:]
    items = spot.tables["items"]["verbs"]
    alone = not verb or verb[0] not in items or verb[0] in spot.words["come"] or verb[0] in spot.words["calls"]
    return bool(spot.hit.value.get("to")) and not alone and not (before and before[0] in spot.around["passive"])


def is_claim(spot: Place, body: int) -> bool:
    """Tell whether "suggested (that) he was" tells what somebody takes for true."""
    sides = False
    for word in tokens(spot.document, body, min(spot.sentence.end, body + 110), 16).words:
        sides = sides or word in spot.words["sides"]
        # what two sides could do is proposed: "suggested that the two sides could expand trade"
        if not word[0].isalnum() or word in spot.words["no_claim"] or (sides and word in spot.words["could"]):
            return False
        if word in spot.words["claim"]:
            return True
    return False


def _hoped(spot: Place) -> Complement | None:
    """Return what follows "hope": that and a clause, a clause with "will", for something, to receive something."""
    after = spot.after
    words = after.words
    if not words or not words[0][0].isalnum() or spot.document.text[spot.hit.end : spot.hit.end + 1] == "-":
        return None
    first, who = words[0], after.starts[: 1 + (words[0] in spot.words["the"])][-1]
    if first not in spot.words["that"] and spot.hit.value.get("that") and who_would(spot, who) is None:
        return None  # "expects growth to"; but "expects the Friendship Society will continue"
    wish = spot.hit.value.get("wish")
    if first in spot.words["to"]:
        rest = " ".join(words[1:4])
        return _complement(after.end(0)) if any(rest.startswith(f"{verb} ") for verb in spot.words["own"]) else None
    if first in spot.words["for"]:
        return None if wish else _complement(after.end(0))
    # "hopes and believes that"
    that = 0 if first in spot.words["that"] else 2 if not spot.words["that"].isdisjoint(words[2:3]) else None
    closed = that is None and (first in spot.words["not_hoped"] or (wish and first not in spot.words["wished"]))
    if closed or not _has_modal(spot):
        return None
    return _complement(after.end(that) if that is not None else after.starts[0])


def _has_modal(spot: Place) -> bool:
    """Tell whether what is hoped is to come: it has a "will", or speaks of both sides."""
    words = spot.after.words[:26]
    # the stop of "Mr." ends nothing
    stops = (at for at, word in enumerate(words) if word == ";" or (word == "." and (at == 0 or len(words[at - 1]) > _SHORT)))
    stop = next(stops, len(words))
    if not spot.words["modals"].isdisjoint(words[:stop]) or not spot.words["both"].isdisjoint(words[:6]):
        return True
    # "hope that Peru and Chile increase trade"
    return not spot.words["that"].isdisjoint(words[:1]) and not spot.tables["items"]["verbs"].isdisjoint(words[2:_SUBJECT])


def who_would(spot: Place, body: int) -> Span | None:
    """Return where the one is named who is hoped to do something: "hoped that *Ambassador X* will"; not "the ambassador"."""
    found = tokens(spot.document, body, min(spot.sentence.end, body + 110), _NAMED)
    stop = next((index for index, word in enumerate(found.words) if word in spot.words["would"]), 0)
    who = found.words[:stop]
    if not who or who[0] in spot.around["determiners"] or any(not word[0].isalnum() and word not in ".'()" for word in who):
        return None
    if not spot.words["sides"].isdisjoint(who) or not spot.words["both"].isdisjoint(who):
        return None
    named = any(is_capital(spot.document, start) for start in found.starts[:stop])
    return _span(found.starts[0], found.end(stop - 1)) if named else None


# hoped (that) the donation would help · hopes this cooperation will bring benefits: nobody is to do anything
def is_of_thing(spot: Place, body: int) -> bool:
    """Tell whether what is hoped to do something is a thing, as the last word of its phrase tells."""
    found = tokens(spot.document, body, min(spot.sentence.end, body + 110), _NAMED).words
    stop = next((index for index, word in enumerate(found) if word in spot.words["would"]), 0)
    phrase = next((index for index, word in enumerate(found[:stop]) if word in spot.words["behind_thing"]), stop)
    return phrase > 0 and found[phrase - 1] in spot.words["things"]


def wished(spot: Place) -> Complement | None:
    """Return what follows the noun in "expressed his wish": that …, to …, for …, a clause."""
    after = spot.after
    words = after.words
    if len(words) > 2 and words[0] in spot.words["and"] and words[2] in spot.words["that"]:
        return _complement(after.end(2))  # "expressed hope and confidence that"
    if not words or not words[0][0].isalnum() or words[0] in spot.words["not_wished"]:
        return None
    # "best wishes to the King": only a verb behind "to" makes it an act
    verbs = spot.tables["items"]["verbs"]
    if spot.hit.value.get("greeting") and words[0] not in spot.words["that"] and (len(words) < 2 or words[1] not in verbs):
        return None
    return _complement(after.end(0) if words[0] in spot.words["links"] else after.starts[0])


def made(spot: Place) -> Complement | None:
    """Return what follows the noun in "put forward three proposals": whatever tells them."""
    after = spot.after
    if not after.words or after.words == ["."]:
        return _complement(spot.sentence.end)  # "made three proposals": the sentences behind may tell them
    if after.words[0] in spot.words["not_made"] or after.words[0] == ".":
        return None
    if after.words[0] in spot.words["to"] and after.words[1:2] and after.words[1] not in spot.tables["items"]["verbs"]:
        # "made a proposal *to the ambassador* to hold talks"
        to, verbs = spot.words["to"], spot.tables["items"]["verbs"]
        at = next((i for i, word in enumerate(after.words[:_ADDRESSED]) if i > 1 and (word in to or not word[0].isalnum())), 0)
        if at and after.words[at] in to and not verbs.isdisjoint(after.words[at + 1 : at + 2]):
            return _complement(after.end(at), _span(after.starts[1], after.starts[at]))
    skip = not after.words[0][0].isalnum() or after.words[0] in spot.words["links"]
    return _complement(after.end(0) if skip else after.starts[0])


def _wanted(spot: Place) -> Complement | None:
    """Return what follows "want": somebody, then to do something."""
    words = spot.after.words
    # "would like to receive more support"
    if not spot.words["to"].isdisjoint(words[:1]) and words[1:2] and words[1] in spot.words["wanted"]:
        return _complement(spot.after.end(0))
    if not words or words[0] in spot.words["not_wanted"] or not words[0][0].isalnum():
        return None
    at = _verb_after_to(spot, 12)
    return _complement(spot.after.end(at)) if at else None


def _called_for(spot: Place) -> Complement | None:
    """Return what follows "call for": the thing."""
    words = spot.after.words
    if not words or not words[0][0].isalnum() or words[0] in spot.words["not_called_for"]:
        return None
    return _complement(spot.after.starts[0])


@lru_cache(maxsize=1)
def readers() -> Mapping[str, Callable[[Place], Complement | None]]:
    """Return what reads the complement of each form of act."""
    return {"ask": _asked, "propose": proposed, "hope": _hoped, "want": _wanted, "for": _called_for}
