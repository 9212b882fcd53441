"""What extractors hand to the merger: a field, a value, where it was read and by which rule.

The fields of the built-in extractors and the values they carry:

=============  =================  ===========================================================================
field          value              says
=============  =================  ===========================================================================
``published``  `Date`             the text states its day of publication here, or a report is dated so
``date``       `Date`             a date stands here
``undated``    `Date`             a day is told here that the text does not settle ("on Monday"): ``XXXX-XX-XX``
``duration``   `Duration`         a time that something takes stands here; like the next given out only where asked for
``recurrence`` `Recurrence`       a set of times stands here
``mention``    `Mention`          a person or organisation is named, described or pointed at here
``place``      `PlaceMention`     a place stands here
``zone``       `Zone`             this stretch is a header, a dateline, a caption … and not running text
``trigger``    `Trigger`          an event is told here; who and where is to be looked for in these windows
=============  =================  ===========================================================================
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import compress
from operator import attrgetter, eq
from typing import Literal

import attrs

from eventx.comparing import by_value
from eventx.durations import Duration, Recurrence
from eventx.edtf import Date
from eventx.model import Certainty, Kind, Role, Span, Status, Title
from eventx.records import swift

Reference = Literal["name", "title", "description", "pronoun", "role", "group"]
"""How a mention points.

``name``: by a proper name, titles or not. ``title``: by an office alone ("the ambassador", "Bí thư Thành ủy").
``description``: by a common noun with a country or place ("the Chinese diplomat"). ``pronoun``: he, she, ông, bà. ``role``: by
a role in the event at hand ("the host", "his guest"). ``group``: several people of whom the text spoke ("both leaders").
"""


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Mention:
    """A person or an organisation, as far as its own words tell.

    Args:
        kind: ``person`` or ``organisation``.
        reference: how it points.
        name: the proper name as written, without titles and honorifics; for organisations their name.
        name_order: where the family name stands: ``family_first`` (Vietnamese, Chinese, Korean …) or ``family_last``.
        call_name: the position (0-based, -1 is last) of the part by which later mentions call the person: the last
            syllable of a Vietnamese name, the first of a Chinese one, the last word of a Western one.
        titles: the titles written with it, in order.
        offices: office keys (as in `Title.office`) the person meant may hold; empty if any. For ``title`` and ``description``.
        country: ISO 3166-1 alpha-2, if the words themselves settle it.
        country_within: spans in which a country, demonym or city tells the country acted for; the first place there counts.
        leader_within: for delegations: spans in which the person who leads it is named; who meets the delegation meets them.
        delegation: whether it is a delegation, so that who was said to lead one of its country is met with it.
        gender: ``m``, ``f`` or ``None``.
        role: for ``role`` references: the role in the event at hand; ``host`` of a name: of the country visited.
        number: how many people a ``group`` means, if it says so.

    A mention known by its form alone (a run of capitalised words without a title) is contributed with certainty ``implied``.

    """

    kind: Kind = "person"
    reference: Reference = "name"
    name: str | None = None
    name_order: Literal["family_first", "family_last"] | None = None
    call_name: int | None = None
    titles: tuple[Title, ...] = ()
    offices: tuple[str, ...] = ()
    country: str | None = None
    country_within: tuple[Span, ...] = ()
    leader_within: tuple[Span, ...] = ()
    delegation: bool = False
    gender: Literal["m", "f"] | None = None
    role: Role | None = None
    number: int | None = None


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
class PlaceMention:
    """A place as written.

    Args:
        name: the words as written.
        country: ISO 3166-1 alpha-2 of the country it is or lies in.
        kind: ``country``, ``region``, ``city``, ``venue`` (a palace, an office, a hotel) or ``demonym`` (Chinese).
        locative: whether the words before it make it the place where something happens ("in Hanoi", "tại Hà Nội").
        goal: whether the words before it make it the place somebody goes to ("to China", "sang Lào", "thăm Lào").
        spans_countries: whether it is a part of the world with several countries ("Southeast Asia"), where no talks are held.

    """

    name: str
    country: str | None = None
    kind: Literal["country", "region", "city", "venue", "demonym"] = "city"
    locative: bool = False
    goal: bool = False
    spans_countries: bool = False


Zone = Literal["header", "headline", "dateline", "caption", "credit", "quote", "boilerplate"]
"""What a stretch of text is, where it is not running text."""


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Slot:
    """A window of text in which a trigger's frame expects something.

    Args:
        role: the role a person or organisation found there gets; ``place`` for the event's place; ``date`` for its date;
            ``of`` for what it commemorates, in which no other event is told.
        spans: windows, tried in order: the first that holds a fitting mention is used.
        take: ``all`` mentions in the window; only the ``first``; the ``head``: the first together with those coordinated with
            it; the ``last`` (the nearest before a trigger) together with those coordinated before it; or ``topics``: no window,
            but those the sentences after the trigger go on to speak of, until the next event (speakers at a conference).
        carry: whether, if no window holds one, the person the text is speaking of fills the slot.
        kinds: which kinds of participant may fill it.
        complete: how many participants found here make the role complete, so that later slots of the same role are left
            alone ("talks between X and Y" needs no subject); 0 for never.

    """

    role: Role
    spans: tuple[Span, ...]
    take: Literal["all", "first", "last", "head", "topics"] = "all"
    carry: bool = False
    kinds: tuple[Kind, ...] = ("person", "organisation")
    complete: int = 0


Trait = Literal[
    "arrival", "attendance", "ceremonial", "meal", "members", "noun", "passing", "passive", "receivers", "spoken", "states",
    "turn",
]  # fmt: skip
"""What the words of a trigger mean for merging, besides their frame.

==============  ====================================================================================================
``arrival``     a verb of coming ("arrived in"): its day is the first of the visit, should another telling say how long it takes
``attendance``  who was there, or where it took place, is told of an event told elsewhere ("X attended the event"): the place in
                its sentence is that event's
``ceremonial``  a signing as others look on at it ("witnessed the signing of"): "at the ceremony" takes it up, and a paper called
                otherwise than that of the sentence before is another one
``meal``        a meal given for the guests ("hosted a dinner for"): not the talks that another sentence tells of
``members``     those named are of the delegation that the clause speaks of ("the delegation included X and Y")
``noun``        the event is named, not told by a verb ("the talks", "the visit"): somebody may only speak of it, an indefinite
                article makes it one event, and a place in the visitor's title is not where he goes
``passing``     the event is only mentioned, no verb says that it took place ("X's visit will help", "following the talks"): it
                was not held for that, where another telling says that it is to come
``passive``     told of who was received ("was received by X and Y"): those who received him did so together, unless they are told
                apart, and are told apart even where they stand before the verb
``receivers``   lists who received somebody ("receiving the delegation were X and Y"): they join those told to receive him; of a
                ``scene``, they do not travel but are at the meeting still to be told
``spoken``      it is only spoken of at something else: a day told before it, or behind that, is not its own
``states``      states, provinces and cities may do it themselves ("France and Kenya signed"), where nobody of theirs is named
``turn``        who speaks in his turn ("for his part, X said"): he was at the meeting told last
==============  ====================================================================================================
"""


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Trigger:
    """Words that tell of an event, with the frame they bring.

    Args:
        type: the event type's name.
        slots: where its participants, place and date are to be looked for.
        status: ``held``, ``planned``, ``cancelled`` or ``hypothetical``, read from the words around it.
        fields: the type's own fields, as (name, value) pairs: ``form``, ``years``, ``of``, ``since``, ``items``, ``documents``,
            ``name`` …
        anaphoric: whether the words take up an event told before ("at the meeting", "tại buổi tiếp"); such a trigger adds to that
            event, and makes one of its own only where none was told.
        background: whether the event is told as background with a time of its own, so that it must not take the date of the
            sentence's main event ("after the visit by …").
        apart: whether each of those named behind the trigger met by himself ("met separately with A and B", "meetings with A
            and B"): then there is one event for each.
        traits: what else its words mean for merging; see `Trait`.

    """

    type: str
    slots: tuple[Slot, ...] = ()
    status: Status = "held"
    fields: tuple[tuple[str, object], ...] = ()
    anaphoric: bool = False
    background: bool = False
    apart: bool = False
    traits: tuple[Trait, ...] = ()


Value = Date | Duration | Recurrence | Mention | PlaceMention | Trigger | str


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Contribution:
    """One field's value as read by one rule at one place.

    Args:
        field: one of the fields the extractor declares in ``provides``.
        value: a frozen value of the class that the field asks for.
        span: the words it was read from.
        rule: the rule's id, ``plugin.language.rule``; it leads to the line of code by grep.
        certainty: ``stated`` or ``implied``.
        extractor: the extractor's name, stamped by the Engine.

    """

    field: str
    value: Value
    span: Span
    rule: str
    certainty: Certainty = "stated"
    extractor: str = ""


stamp: Callable[[Contribution, str], None] = vars(Contribution)["extractor"].__set__
"""Writes an extractor's name on a contribution that nobody else has seen yet."""


_START = attrgetter("span.start")
_PAIR = 2


def stamped(contribution: Contribution, extractor: str) -> Contribution:
    """Return the contribution with its extractor's name; written out because it is done by the thousand."""
    if contribution.extractor == extractor:
        return contribution
    return Contribution(
        field=contribution.field,
        value=contribution.value,
        span=contribution.span,
        rule=contribution.rule,
        certainty=contribution.certainty,
        extractor=extractor,
    )


def ordered(contributions: Iterable[Contribution]) -> list[Contribution]:
    """Return contributions in the one order the merger knows, whatever the order in which they arrived."""
    out = sorted(contributions, key=_START)
    starts = [contribution.span.start for contribution in out]
    # whether the next one starts where each does
    alike = [*map(eq, starts[1:], starts), False]
    end = 0
    for start in compress(range(len(alike)), alike):
        if start >= end:
            end = alike.index(False, start) + 1
            out[start:end] = _ordered_of_one_start(out[start:end])
    return out


def _ordered_of_one_start(found: list[Contribution]) -> list[Contribution]:
    """Return contributions that start at one place in order: the longest come first."""
    if len(found) == _PAIR and found[0].span.end != found[1].span.end:
        return found if found[0].span.end > found[1].span.end else found[::-1]
    by_end: dict[int, list[Contribution]] = {}
    for contribution in found:
        by_end.setdefault(contribution.span.end, []).append(contribution)
    out = []
    for end in sorted(by_end, reverse=True):
        alike = by_end[end]
        out += alike if len(alike) == 1 else _ordered_of_one_span(alike)
    return out


def _ordered_of_one_span(found: list[Contribution]) -> list[Contribution]:
    """Return contributions of the same words in order; the repr of values is dear, so that only those of one rule need it."""
    rules = {(c.field, c.extractor, c.rule): c for c in found}
    if len(rules) == len(found):
        return [rules[rule] for rule in sorted(rules)]
    return sorted(found, key=lambda c: (c.field, c.extractor, c.rule, _written(c.value)))


def _written(value: object) -> str:
    """Return the repr of a value, a stranger's too; the name of its class if it has none."""
    try:
        return repr(value)
    except Exception:  # noqa: BLE001 - whatever a stranger's code raises
        return type(value).__name__
