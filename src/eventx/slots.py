"""What a frame says of its slots: who is looked for, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

import attrs

from eventx.anchor import Take
from eventx.comparing import by_value
from eventx.model import Kind, Role
from eventx.records import lazy

_KINDS = (
    "subject",
    "doer",
    "object",
    "owner",
    "lead",
    "next",
    "after",
    "named",
    "around",
    "list",
    "beyond",
    "rest",
    "sentence",
    "topics",
)
_WORDED = ("next", "after", "named", "around", "list", "beyond")


@lru_cache(maxsize=1024)
def words_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of some words, the longest first."""
    # each begins with one certain character, what stands before it is looked at behind that: so the text between is passed over
    # quickly
    ways = (rf"{re.escape(word[0])}(?<!\w.){re.escape(word[1:])}" for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?:{'|'.join(ways)})(?!\w)")


@by_value
@attrs.frozen(slots=False, eq=False, repr=False)
class Step:
    """One place to look in: ``subject``, ``object``, … or ``after: with, together with``."""

    kind: str
    words: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    """The words of the frame's other steps, at which the window of this one ends."""

    @lazy
    def opens(self) -> re.Pattern[str]:
        """The pattern of the step's words."""
        return words_pattern(self.words)

    @lazy
    def stops(self) -> re.Pattern[str] | None:
        """The pattern of the words at which its window ends, if there are any."""
        return words_pattern(self.others) if self.others else None


def _steps(at: object) -> tuple[Step, ...]:
    """Return the steps a frame's ``at`` names, in order."""
    steps = []
    if isinstance(at, tuple) and all(isinstance(step, Step) for step in at):
        return at
    told = [at] if isinstance(at, str) else at
    if not isinstance(told, list | tuple) or not all(isinstance(text, str) for text in told):
        message = f"at = {at!r}: expected a step, or a list of steps, such as 'subject' or 'after: with, for'"
        raise TypeError(message)
    for text in told:
        kind, _, words = text.partition(":")
        if kind not in _KINDS or (kind in _WORDED) != bool(words.strip()):
            message = f"at = {text!r}: expected one of {', '.join(_KINDS)}; {', '.join(_WORDED)} with words: 'after: with, for'"
            raise ValueError(message)
        steps.append(Step(kind, tuple(word.strip() for word in words.split(",") if word.strip())))
    return tuple(steps)


def _kinds(kinds: Iterable[Kind]) -> tuple[Kind, ...]:
    """Return the kinds a frame names; a function of our own, as attrs would look for annotations of `tuple` for long."""
    if isinstance(kinds, str):
        message = f'kinds = {kinds!r} is one string; give a list: kinds = ["{kinds}"]'
        raise TypeError(message)
    return tuple(kinds)


@by_value
@attrs.frozen(kw_only=True, eq=False, repr=False)
class SlotSpec:
    """What a frame says of one slot.

    Args:
        role: the role of who or what is found there; see `Slot`.
        at: where to look, best first; the first that the text offers is used. ``subject`` and ``object`` of the
            clause; ``doer``, the subject if a name stands there; ``owner`` before a possessive; ``lead``, between
            what introduces a noun and the noun ("the *China* visit"); ``next: WORDS``, after one of the words if it
            follows at once; ``after: WORDS``, after the first of the words in the clause; ``named: WORDS``, the same
            if a name follows; ``around: WORDS``, after the first of the words anywhere in the sentence; ``list:
            WORDS``, everybody after the words in the sentence, which follow closely; ``beyond: WORDS``, the same
            wherever they follow; ``rest``, what follows in the sentence; ``sentence``, all of it; ``topics``, whom
            the following sentences speak of.
        take: see `Slot`; a default that suits `at` if not given.
        carry: see `Slot`; only a subject carries on by default.
        kinds: which kinds of participant may fill it.
        light: whether a light verb's role ("hosted", "attended") replaces `role`; ``only``: and there is no slot without one;
            ``participant``: nor one with another ("attended a dinner").
        complete: see `Slot`.

    """

    role: Role
    at: tuple[Step, ...] = attrs.field(converter=_steps)
    take: Take | None = None
    carry: bool | None = None
    kinds: tuple[Kind, ...] = attrs.field(default=("person", "organisation"), converter=_kinds)
    light: bool | Literal["only", "participant"] = False
    complete: int = 0
