"""Step 2b, fill: who stands beside whom in the window of a slot: those who act with him, those of another clause."""

from __future__ import annotations

from eventx.clauses import clause_opener
from eventx.contribution import Contribution, Slot, Trigger
from eventx.language import language_data
from eventx.merger.index import Index
from eventx.merger.lists import is_person
from eventx.model import Span

_RELATED = 40
"""How far before a name the words may stand that say that he acts together with another."""
_VERB = 24
"""How far before a trigger whoever acts with its subject may stand, in code points."""
_DAY = 6
"""How many words may stand between "and" and a name with a day: "and on Tuesday, Minister X"."""
_SCENES = frozenset({"meeting", "visit", "ceremony", "signing"})
"""Types of what verbs tell."""
_LIGHT = 4
"""How many words before a noun, its adjectives among them, the verb stands that leads in to it."""
_CLAUSE = 400
"""How far before a trigger its sentence is looked at, in code points."""


def joined(index: Index, mentions: list[Contribution]) -> list[Contribution]:
    """Return a list that ends in "and" and its last member; of one that does not, the last: "according to X, *Y's* visit"."""
    if len(mentions) < 2:
        return mentions
    end = mentions[-1].span.end
    if index.match[mentions[-2].span.end : mentions[-1].span.start].split():
        return mentions
    # "the Governor, the Mayor *and* members of the board, who visit"
    following = index.match[end : end + _VERB].split(maxsplit=1)[:1]
    goes_on = bool(following) and following[0] in language_data(index.lang).conjunctions
    return mentions if goes_on else mentions[-1:]


def beside(index: Index, last: Contribution, window: Span, trigger: Span) -> list[Contribution]:
    """Return who acts with the subject, named last before the verb: "X called on Y and *together with Z* chaired the forum"."""
    if not is_person(last) or not 0 <= trigger.start - last.span.end <= _VERB:
        return []
    before = index.match[max(window.start, last.span.start - _RELATED) : last.span.start].split()
    together = bool(before) and before[-1] in index.words("together")
    return [last] if together and not any(map(str.isupper, index.text[last.span.end : trigger.start])) else []


def has_clause_of_its_own(index: Index, last: Contribution, window: Span, trigger: Span) -> bool:
    """Tell whether who stands before a verb opens a clause behind that of another event: "A met B *and C will* visit D"."""
    if window.end > trigger.start or not 0 <= trigger.start - last.span.end <= _VERB or not is_person(last):
        return False
    following = index.match[last.span.end : trigger.start].split()
    if _is_next_subject(index, last, window, following) or _is_own_verb(index, last, window, trigger):
        return True
    before = index.match[max(window.start, last.span.start - _VERB) : last.span.start].split()
    if not following or following[0] not in index.words("finite"):
        return False
    if not before or before[-1] not in language_data(index.lang).conjunctions:
        return False
    return bool(index.triggers.between(max(window.start, last.span.start - _CLAUSE), last.span.start))


# X visited Lima and *Y received* Z · X met W, and on Tuesday *Y received* Z; not "X and Y received Z", "met W and Y visiting Z"
def _is_own_verb(index: Index, last: Contribution, window: Span, trigger: Span) -> bool:
    """Tell whether a finite verb right behind a name is its own: "and" joins the name to a clause with a verb and an object."""
    start = max(window.start, last.span.start - _CLAUSE)
    told = index.triggers.between(start, last.span.start) if index.words("no_finite") else ()
    if not told or _verb(index, trigger) != last.span.end + 1:
        return False
    join = max(index.match.rfind(f" {word} ", start, last.span.start) for word in language_data(index.lang).conjunctions)
    days = index.dates.between(max(join, start), last.span.start)
    words = index.match[join : last.span.start].split() if join >= 0 else []
    if not words or len(words) > (_DAY if days else 1):
        return False
    before = next((c.span for c in reversed(told) if c.span.end <= join and _verb(index, c.span) >= 0), None)
    return before is not None and bool(index.mentions.between(start, before.start)) and _is_object(index, before.end, join)


def _verb(index: Index, trigger: Span) -> int:
    """Return where the verb of a main clause stands that a trigger is, or that leads in to its noun; -1 if it has no subject."""
    told = (c.value for c in index.triggers.starting_in(trigger) if c.span == trigger)
    value = next((value for value in told if isinstance(value, Trigger)), None)
    if value is None or value.type not in _SCENES or "passive" in value.traits:
        return -1
    start, forms = trigger.start, tuple(index.words("no_finite"))
    words = index.match[start : trigger.end].split(maxsplit=1)
    before = index.match[max(start - _VERB, index.document.sentence_at(start).start) : start]
    light = next((word for word in before.split()[: -_LIGHT - 1 : -1] if word in index.words("light")), None)
    if light is not None:
        words, start = [light], start - len(before) + before.rfind(f" {light} ") + 1
    elif "noun" in value.traits and words and words[0] not in index.words("light"):
        return -1
    if not words or words[0].endswith(forms) or clause_opener(index.document, start) is not None:
        return -1
    return start


def _is_object(index: Index, start: int, end: int) -> bool:
    """Tell whether somebody, some place or some day is told in a stretch."""
    return any(told.between(start, end) for told in (index.mentions, index.places, index.dates))


# Thủ tướng A thăm Lào, *Chủ tịch Quốc hội B* thăm Fiji; not "tiếp Đại sứ A, Đại sứ B đến chào"
def _is_next_subject(index: Index, last: Contribution, window: Span, following: list[str]) -> bool:
    """Tell whether a comma alone parts who stands right before a verb from another event, behind which nobody else is told."""
    auxiliaries, start = index.words("auxiliary"), last.span.start
    if not auxiliaries or index.text[max(start - 2, window.start) : start].strip() != ",":
        return False
    told = index.triggers.between(max(window.start, start - _CLAUSE), start) if auxiliaries.keys() >= set(following) else ()
    return bool(told) and not index.mentions.between(told[-1].span.end, start)


def without_next_subject(index: Index, heads: list[Contribution], trigger: Span, slot: Slot) -> list[Contribution]:
    """Return those met without the subject of a clause behind "and": "met X *and Minister Y* will hold talks with Z"."""
    if len(heads) < 2 or slot.complete or heads[-1].span.start < trigger.end:
        return heads
    last = heads[-1].span
    following = index.match[last.end : last.end + _VERB].split(maxsplit=1)[:1]
    verb = any(_verb(index, c.span) == last.end + 1 for c in index.triggers.between(last.end, last.end + _VERB)[:1])
    if not following or not (following[0] in index.words("finite") or (verb and index.words("no_finite"))):
        return heads
    # "and Y", "respectively, and Y"
    if language_data(index.lang).conjunctions.isdisjoint(index.match[heads[-2].span.end : last.start].split()):
        return heads
    plain = not index.text[last.end : last.end + _VERB].lstrip().startswith((",", ";", "."))
    # "the meeting with X and Y was held": what stands before the trigger's own verb
    return heads[:-1] if plain and _has_subject(index, trigger) else heads


# met X, Y said · attended by ministers of eight countries, Y announced; not "In a phone call with X, Y said"
def without_sayer(index: Index, found: list[Contribution], trigger: Span) -> list[Contribution]:
    """Return those told behind a trigger without the last, if he is named behind a comma as who says so."""
    if not found or found[-1].span.start < trigger.end:
        return found
    last = found[-1].span
    following = index.match[last.end : last.end + _VERB].split(maxsplit=1)[:1]
    if not following or following[0].rstrip(".,") not in index.words("reporting"):
        return found
    before = index.text[(found[-2].span if len(found) > 1 else trigger).end : last.start].strip()
    if not is_person(found[-1]) and before.rpartition(" ")[2] in index.words("determiner"):
        before = before.rpartition(" ")[0]  # "signed by X and Y, *the* ministry reported"
    told = before == "," or (len(found) == 1 and before.endswith(","))
    if not told:
        return found
    alone = len(found) == 1
    verb = _has_verb(index, trigger, trigger.end if alone else found[0].span.start)
    return found[:-1] if verb or (not alone and _has_subject(index, trigger)) else found


# The fourth Forum takes place in Lima on June 15, Minister X told reporters; not "At the forum, X said"
def is_only_told(index: Index, trigger: Span) -> bool:
    """Tell whether a sentence ends with who says, behind a comma, what a trigger told before it: nobody else is told of it."""
    sentence = index.document.sentence_at(trigger.start)
    behind = [mention for mention in index.mentions.between(trigger.end, sentence.end) if is_person(mention)]
    if len(behind) != 1 or any(is_person(mention) for mention in index.mentions.between(sentence.start, trigger.start)):
        return False
    told, opening = behind[0].span, index.match[sentence.start : trigger.end].split(maxsplit=1)[0]
    following = index.match[told.end : told.end + _VERB].split(maxsplit=1)[:1]
    says = bool(following) and following[0] in index.words("reporting") and opening not in index.words("preposition")
    return says and index.text[trigger.end : told.start].rstrip().endswith(",")


def _has_verb(index: Index, trigger: Span, end: int) -> bool:
    """Tell whether a verb stands before what ends a sentence, or something told by it: no subject is still to come.

    Not in "At a meeting with X during a visit to Lima, Y said".
    """
    start = max(index.document.sentence_at(trigger.start).start, trigger.start - _CLAUSE)
    words, finite = index.match[start:end].split(), index.words("finite")
    if any(word in finite for word in words):
        return True
    before = _has_subject(index, trigger) or bool(index.triggers.between(start, trigger.start))
    return before and words[0] not in index.words("preposition")


def _has_subject(index: Index, trigger: Span) -> bool:
    """Tell whether somebody is named before a trigger in its sentence, whose doing it is."""
    start = max(index.document.sentence_at(trigger.start).start, trigger.start - _CLAUSE)
    return any(is_person(mention) for mention in index.mentions.between(start, trigger.start))
