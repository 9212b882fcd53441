"""Swift records: the same as attrs makes them, in all but what they cost."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import attrs
import pytest

from eventx import Contribution, Span, evolve, maker, swift


def _positive(_instance: object, _attribute: object, value: int) -> None:
    """Refuse what is not above nought."""
    if value <= 0:
        raise ValueError


def _fields() -> dict[str, Any]:
    """Return one field of each kind."""
    return {
        "plain": attrs.field(),
        "_private": attrs.field(default=1),
        "checked": attrs.field(default=2, validator=_positive),
        "made": attrs.field(factory=list),
        "turned": attrs.field(default=(), converter=tuple),
        "named": attrs.field(default="n", kw_only=True),
        "inner": attrs.field(factory=dict, init=False),
        "fixed": attrs.field(default=7, init=False),
    }


plain = attrs.make_class("plain", _fields(), frozen=True, slots=True)
quick = swift(attrs.make_class("quick", _fields(), frozen=True, slots=True))


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ((1,), {}),
        ((1, 5), {"named": "x"}),
        ((), {"plain": 3, "made": [1], "turned": [1, 2]}),
        ((1,), {"private": 9, "checked": 3}),
    ],
)
def test_swift_class_is_made_as_attrs_makes_it(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    """Defaults, factories, converters and private names hold."""
    assert attrs.asdict(plain(*given, **named)) == attrs.asdict(quick(*given, **named))


@pytest.mark.parametrize(
    ("given", "named", "error"),
    [
        ((), {}, TypeError),
        ((1, 2, 3, 4, 5, 6), {}, TypeError),
        ((1,), {"checked": 0}, ValueError),
        ((1,), {"inner": {}}, TypeError),
    ],
)
def test_swift_class_refuses_what_attrs_refuses(given: tuple[Any, ...], named: dict[str, Any], error: type[Exception]) -> None:
    """Arguments missing, too many, unknown or invalid."""
    for kind in (plain, quick):
        with pytest.raises(error):
            kind(*given, **named)


@pytest.mark.parametrize(
    ("given", "named"),
    [((1,), {}), ((1, 5), {"named": "x"}), ((), {"plain": 3, "made": [1], "turned": [1, 2]})],
)
def test_maker_makes_what_the_class_makes(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    """Of the class itself, frozen, with all its fields."""
    made = maker(quick)(*given, **named)

    assert type(made) is quick
    assert attrs.asdict(made) == attrs.asdict(quick(*given, **named))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made.plain = 3
    with pytest.raises(ValueError, match="is before"):
        maker(Span)(3, 2)


def test_class_without_slots_is_refused() -> None:
    """It would gain nothing."""
    with pytest.raises(TypeError, match="has no slots"):
        swift(attrs.make_class("open", _fields(), frozen=True))


def test_factories_make_a_value_for_each_object() -> None:
    """No two objects share what a factory makes."""
    assert quick(1).made is not quick(1).made
    assert quick(1).inner is not quick(1).inner


def test_swift_class_stays_frozen_and_copies() -> None:
    """What attrs gives a frozen class with slots is still there."""
    span = Span(1, 2)

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        span.start = 3  # type: ignore[misc]
    assert span == copy.deepcopy(span) == pickle.loads(pickle.dumps(span))  # noqa: S301 - our own
    assert not hasattr(span, "__dict__")


def test_evolve_is_a_copy_with_changes() -> None:
    """As `attrs.evolve`, private names by their argument's name."""
    made = quick(1, 5, named="x")

    assert attrs.asdict(attrs.evolve(made, private=6)) == attrs.asdict(evolve(made, private=6))
    assert Span(1, 9) == evolve(Span(1, 2), end=9)
    with pytest.raises(ValueError, match="is before"):
        evolve(Span(1, 2), start=3)


def test_evolve_of_one_field() -> None:
    """A class of one field is copied like any other."""

    @attrs.frozen
    class One:
        only: int

    assert One(2) == evolve(One(1), only=2)
    assert One(1) == evolve(One(1))


def test_signature_is_told() -> None:
    """Help and type hints show the arguments."""
    assert "certainty" in Contribution.__init__.__annotations__


def test_object_of_a_subclass_is_made_by_its_constructor() -> None:
    """One that adds nothing, and one with fields of its own."""

    class Deep(quick):  # type: ignore[misc,valid-type]
        more = 1

    made = Deep(1, 5, named="x")
    assert (Deep, 1, 5, "x", 7) == (type(made), made.plain, made._private, made.named, made.fixed)  # noqa: SLF001 - a field


class Wide(Span):
    """A span of another class."""


def test_a_subclass_is_pickled_as_itself() -> None:
    """What is of a class of its own comes back as such."""
    wide = pickle.loads(pickle.dumps(Wide(1, 2)))  # noqa: S301 - our own

    assert (Wide, 1, 2) == (type(wide), wide.start, wide.end)
    assert Span is type(pickle.loads(pickle.dumps(Span(1, 2))))  # noqa: S301 - our own
