"""The typed result: spans, titles, participants, places, evidence and the events themselves.

Every class is frozen and holds tuples, so that values can be shared, hashed and compared. Offsets are
code points into ``Document.text``, half-open. They stand in one module, longer than others, for they are read as one page.
"""

from __future__ import annotations

from typing import Any, ClassVar, Literal, get_args

import attrs

from eventx.codes import Plover, coding
from eventx.comparing import by_value
from eventx.edtf import Date
from eventx.records import swift
from eventx.vouching import expect_kinds, expect_one_of, expect_tuples

Certainty = Literal["stated", "implied"]
"""``stated``: read from the text. ``implied``: settled by a rule from something else (never presented as read)."""

Status = Literal["held", "planned", "cancelled", "hypothetical"]
Kind = Literal["person", "organisation"]
Role = str
_STATUSES, _KINDS = get_args(Status), get_args(Kind)

ROLES: tuple[Role, ...] = (
    "host",
    "guest",
    "visitor",
    "proposer",
    "addressee",
    "signatory",
    "speaker",
    "participant",
)
"""The roles of the built-in event types; what each means is written in docs/events.md."""


@by_value
@swift
@attrs.frozen(eq=False, repr=False)
class Span:
    """A stretch of a document's text: ``document.text[start:end]``, in code points, half-open."""

    start: int
    end: int

    _holds: ClassVar[str] = "0 <= start <= end"

    def __attrs_post_init__(self) -> None:
        """Reject a span before the text, or one that ends before it starts; only called where it is so."""
        if self.start < 0:
            message = f"Span.start: {self.start} is negative; offsets count code points from 0"
            raise ValueError(message)
        if self.end < self.start:
            message = f"Span.end: {self.end} is before Span.start {self.start}; offsets are half-open"
            raise ValueError(message)

    def __lt__(self, other: Span) -> bool:
        """Order spans by start, then by end; written out because the generated method is slow."""
        return self.start < other.start or (self.start == other.start and self.end < other.end)

    def __len__(self) -> int:
        """Return the number of code points."""
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Title:
    """A title as written, with what could be read out of it.

    Args:
        text: the words as written, without the name and without honorifics.
        office: the office held ("Ambassador", "Bí thư").
        organisation: the body it is held in ("Hanoi Party Committee").
        country: ISO 3166-1 alpha-2 of the country that the office belongs to by itself (the Pope's); else None, as the country
            acted for is that of the `Participant`.

    """

    text: str
    office: str | None = None
    organisation: str | None = None
    country: str | None = None


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Participant:
    """A person or an organisation in an event; one participant a person, whatever the spellings.

    Args:
        name: the fullest form in the text.
        kind: ``person`` or ``organisation``.
        role: one of the event type's roles.
        titles: every title the text gives this participant, in the order of the text.
        country: ISO 3166-1 alpha-2 of the country acted for.
        mentions: where the text speaks of the participant.

    """

    name: str
    kind: Kind = "person"
    role: Role = "participant"
    titles: tuple[Title, ...] = ()
    country: str | None = None
    mentions: tuple[Span, ...] = ()

    def _vouch(self) -> None:
        """Reject what no participant can hold."""
        expect_one_of(self, "kind", _KINDS)
        expect_kinds(self, name=str, role=str, country=str)
        expect_tuples(self)


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Place:
    """A named place: the name as written and the ISO 3166-1 alpha-2 code of its country.

    Its certainty is ``implied`` where the text does not say itself that the event took place there.
    """

    name: str
    country: str | None = None
    certainty: Certainty = "stated"


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Evidence:
    """Words an event was read from: their span, the surface, and the plugin and rule that read them."""

    span: Span
    text: str
    rule: str
    extractor: str = ""


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
class FieldSource:
    """One candidate for one field of an event: who said so, where, and why it won or lost.

    Args:
        field: the event's field, e.g. ``date`` or ``participants``.
        value: the candidate value, as short text.
        rule: the id of the rule that contributed it; ``merger.…`` for a step of the merger.
        extractor: the extractor that contributed it; empty for the merger.
        span: where it was read, if anywhere.
        won: whether it stands in the event.
        reason: why it won or lost, in words.

    """

    field: str
    value: str
    rule: str
    extractor: str = ""
    span: Span | None = None
    won: bool = True
    reason: str = ""


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Event:
    """What happened, when, where and with whom; the base of all event types.

    A plugin adds a type by subclassing this with ``attrs.frozen(kw_only=True)``, a ``type`` of its own and
    the roles its participants may have; a type with codes of its own overrides the properties `cameo` and `plover`.

    Args:
        id: the same for the same document.
        status: ``held``, ``planned``, ``cancelled`` or ``hypothetical``.
        date: when, as far as it is told or follows from what is.
        place: where.
        participants: who took part, each in a role.
        part_of: the id of the event this one belongs to: of the visit during which a meeting took place.
        evidence: the words it was read from.
        provenance: each candidate for each field and why it won or lost; no part of what makes two events equal.

    """

    type: ClassVar[str] = "event"
    roles: ClassVar[tuple[Role, ...]] = ("participant",)

    id: str = ""
    status: Status = "held"
    date: Date | None = None
    place: Place | None = None
    participants: tuple[Participant, ...] = ()
    part_of: str | None = None
    evidence: tuple[Evidence, ...] = ()
    provenance: tuple[FieldSource, ...] = attrs.field(default=(), eq=False, repr=False)

    def _vouch(self) -> None:
        """Reject what no event can hold."""
        expect_one_of(self, "status", _STATUSES)
        expect_kinds(self, id=str, part_of=str, date=Date, place=Place)
        expect_tuples(self)

    @property
    def cameo(self) -> str | None:
        """The event's code in CAMEO, e.g. ``042``; none if the scheme has none for it."""
        return coding(self).cameo

    @property
    def plover(self) -> Plover | None:
        """The event's type, mode and contexts in PLOVER; none if the scheme does not code it."""
        return coding(self).plover


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Meeting(Event):
    """People meet or talk; ``form`` is e.g. ``reception``, ``talks``, ``courtesy_call``, ``phone``."""

    type: ClassVar[str] = "meeting"
    roles: ClassVar[tuple[Role, ...]] = ("host", "guest", "participant")

    form: str | None = None


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Visit(Event):
    """A person or delegation travels to a place as a stated trip; ``form`` is e.g. ``official``, ``state``."""

    type: ClassVar[str] = "visit"
    roles: ClassVar[tuple[Role, ...]] = ("visitor", "host", "participant")

    form: str | None = None


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Conference(Event):
    """A conference, seminar, forum, summit, congress or session with many delegates."""

    type: ClassVar[str] = "conference"
    roles: ClassVar[tuple[Role, ...]] = ("host", "speaker", "participant")

    form: str | None = None
    name: str | None = None
    edition: int | None = None


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Ceremony(Event):
    """An opening, closing, wreath-laying, award, inauguration, welcome or gift presentation."""

    type: ClassVar[str] = "ceremony"
    roles: ClassVar[tuple[Role, ...]] = ("host", "guest", "speaker", "participant")

    form: str | None = None


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Signing(Event):
    """Agreements, memoranda or statements signed or exchanged; ``documents`` are their names as written."""

    type: ClassVar[str] = "signing"
    roles: ClassVar[tuple[Role, ...]] = ("signatory", "participant")

    documents: tuple[str, ...] = ()


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Anniversary(Event):
    """An anniversary: how many ``years``, ``of`` what (a short phrase as written), ``since`` when; ``parties`` are countries."""

    type: ClassVar[str] = "anniversary"
    roles: ClassVar[tuple[Role, ...]] = ("host", "participant")

    years: int | None = None
    of: str | None = None
    since: Date | None = None
    parties: tuple[str, ...] = ()


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Proposal(Event):
    """One side asks the other to do something; ``items`` are the things asked, short phrases as written."""

    type: ClassVar[str] = "proposal"
    roles: ClassVar[tuple[Role, ...]] = ("proposer", "addressee")

    items: tuple[str, ...] = ()


EVENT_TYPES: tuple[type[Event], ...] = (Meeting, Visit, Conference, Ceremony, Signing, Anniversary, Proposal)
"""The built-in event types, in the order of the manual."""

COMMON: tuple[str, ...] = tuple(field.name for field in attrs.fields(Event))
"""The names of the fields every event has."""


def own_fields(kind: type[Event]) -> tuple[attrs.Attribute[Any], ...]:
    """Return the fields that an event type adds to those every event has."""
    return tuple(field for field in attrs.fields(kind) if field.name not in COMMON)
