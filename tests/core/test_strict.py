"""The values of JSON, taken strictly."""

from __future__ import annotations

import enum
from typing import Any

import cattrs
import pytest

from eventx.converter import make_converter
from eventx.strict import expect, short


@pytest.mark.parametrize(("length", "expected"), [(56, 58), (57, 59), (58, 60), (59, 58), (70, 58)])
def test_short_text(length: int, expected: int) -> None:
    """Up to sixty characters a value is told whole, of longer ones the first fifty-seven and that there is more."""
    told = short("x" * length)

    assert expected == len(told)
    assert (repr("x" * length) if expected == length + 2 else "'" + "x" * 56 + "…") == told


KINDS = [
    (str, "a", "a string", 3),
    (int, 3, "a whole number", "3"),
    (int, 3, "a whole number", True),
    (int, 3, "a whole number", 3.0),
    (bool, True, "true or false", 1),
    (bool, False, "true or false", None),
    (str, "", "a string", None),
]


@pytest.mark.parametrize(("kind", "good", "name", "bad"), KINDS)
def test_values_are_taken_as_they_are(kind: type, good: Any, name: str, bad: Any) -> None:
    """A value of exactly the kind, or what stands there instead."""
    converter = make_converter({}, full=True, provenance=True)

    assert good is converter.structure(good, kind)
    with pytest.raises(TypeError, match=f"expected {name}, got {bad!r}"):
        converter.structure(bad, kind)


class Colour(enum.StrEnum):
    """What a plugin's field may hold."""

    RED = "red"


def test_enumerations() -> None:
    """A string becomes the member of an enumeration of strings, or is refused."""
    converter = make_converter({}, full=True, provenance=True)

    assert Colour.RED is converter.structure("red", Colour)
    with pytest.raises(ValueError, match="'blue' is not a valid Colour"):
        converter.structure("blue", Colour)


@pytest.mark.parametrize(
    ("kind", "good", "name", "bad"),
    [(dict, {}, "an object", []), (list, [], "a list", {}), (str, "", "a string", 5), (int, True, "a whole number", "5")],
)
def test_what_is_expected(kind: type, good: Any, name: str, bad: Any) -> None:
    """A value of the kind comes back; another is refused."""
    assert good is expect(good, kind)
    with pytest.raises(TypeError) as caught:
        expect(bad, kind)
    assert f"expected {name}, got {bad!r}" == str(caught.value)


def test_lists() -> None:
    """A list of any length is taken; of its wrong items each is told of."""
    converter = make_converter({}, full=True, provenance=True)

    assert [(), (1,), (1, 2)] == [converter.structure(given, tuple[int, ...]) for given in ([], [1], [1, 2])]
    with pytest.raises(cattrs.IterableValidationError, match="While structuring a list") as caught:
        converter.structure([1, "2", 3, None], tuple[int, ...])
    assert [1, 3] == [error.__notes__[0].index for error in caught.value.exceptions]
    assert (1, "a") == converter.structure([1, "a"], tuple[int, str])
