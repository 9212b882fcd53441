"""Records compared by value: as attrs compares, hashes and tells them, and generated when that is first asked for."""

from __future__ import annotations

import copy
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventx import by_value, swift
from eventx.model import Evidence, Span


def _fields() -> dict[str, Any]:
    """Return one field of each kind."""
    return {
        "plain": attrs.field(),
        "_private": attrs.field(default=1),
        "uncompared": attrs.field(default=2, eq=False),
        "unhashed": attrs.field(default=3, hash=False),
        "untold": attrs.field(default=4, repr=False),
        "keyed": attrs.field(default="a", eq=str.lower),
        "shown": attrs.field(default="b", repr=str),
    }


def made(*, ours: bool) -> Any:
    """Return a new class, by attrs alone or compared by value."""
    if not ours:
        return attrs.make_class("Made", _fields(), frozen=True, slots=True)
    return by_value(attrs.make_class("Made", _fields(), frozen=True, slots=True, eq=False, repr=False))


OURS, THEIRS = made(ours=True), made(ours=False)
VALUES = st.fixed_dictionaries(
    {"plain": st.integers(0, 1)},
    optional={
        "private": st.integers(1, 2),
        "uncompared": st.integers(1, 2),
        "unhashed": st.integers(1, 2),
        "untold": st.integers(1, 2),
        "keyed": st.sampled_from("aAb"),
        "shown": st.sampled_from("bc'"),
    },
)


@given(VALUES, VALUES)
def test_as_attrs_has_it(one: dict[str, Any], two: dict[str, Any]) -> None:
    """Two records are equal where attrs finds them so, hash alike then, and are told by the same words."""
    assert (THEIRS(**one) == THEIRS(**two)) is (OURS(**one) == OURS(**two))
    assert (THEIRS(**one) != THEIRS(**two)) is (OURS(**one) != OURS(**two))
    if OURS(**one) == OURS(**two):
        assert (hash(THEIRS(**one)) == hash(THEIRS(**two))) is (hash(OURS(**one)) == hash(OURS(**two)))
    assert repr(THEIRS(**one)) == repr(OURS(**one))


def test_nothing_is_generated_before_it_is_asked_for() -> None:
    """Each method takes the place of the one that generates it when it is first called, and not before."""
    kind = made(ours=True)
    before = {name: vars(kind)[name] for name in ("__eq__", "__hash__", "__repr__")}
    one = kind(1)

    assert kind(1) == one
    assert {"__eq__"} == {name for name, method in before.items() if vars(kind)[name] is not method}
    assert {kind(1): 2}[one] == 2
    assert repr(one).startswith("Made(plain=1, _private=1")
    assert set(before) == {name for name, method in before.items() if vars(kind)[name] is not method}


def test_other_classes_are_other_values() -> None:
    """Records of two classes are never equal, a subclass's neither; what is of another kind decides for itself."""
    base = made(ours=True)
    sub = by_value(attrs.make_class("Sub", {"more": attrs.field(default=0)}, bases=(base,), frozen=True, eq=False, repr=False))

    assert base(1) != sub(1)
    assert sub(1) == sub(1) != sub(1, more=1)
    assert "more=0" in repr(sub(1))
    assert len({base(1), sub(1), base(1), sub(1)}) == 2
    assert base(1) != (1, 1, 2, 3, 4, "a", "b")


def test_what_a_class_defines_stays() -> None:
    """A method of the class's own is not replaced."""

    @by_value
    @swift
    @attrs.frozen(eq=False, repr=False)
    class Named:
        name: str

        def __repr__(self) -> str:
            return self.name

    assert repr(Named("x")) == "x"
    assert Named("x") == Named("x")


@pytest.mark.parametrize("value", [Span(1, 2), Evidence(text="met", span=Span(0, 3), rule="a.en.b", extractor="a")])
def test_public_values_are_told_and_compared(value: Any) -> None:
    """What is public is told as a call of its class, and equal to its copies."""
    copied = copy.deepcopy(value)

    assert (value, hash(value), repr(value)) == (copied, hash(copied), repr(copied))
    assert repr(value).startswith(f"{type(value).__name__}({attrs.fields(type(value))[0].name}=")
