"""The public names: each is there, is documented, and costs nothing until it is used."""

from __future__ import annotations

import subprocess
import sys

import pytest

import eventx


@pytest.mark.parametrize("name", eventx.__all__)
def test_public_name_is_there(name: str) -> None:
    """Every name of `__all__` can be imported, and says what it is."""
    value = getattr(eventx, name)

    assert name in dir(eventx)
    assert not callable(value) or value.__doc__


def test_all_is_what_the_package_can_import() -> None:
    """`__all__` and the homes of the names tell of the same names."""
    assert sorted(eventx.__all__) == sorted(name for names in eventx._HOMES.values() for name in names)  # noqa: SLF001 - it is the subject


def test_unknown_name_is_an_attribute_error() -> None:
    """A name that is not public is refused as Python does it."""
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = eventx.nothing


def test_import_loads_nothing_heavy() -> None:
    """`import eventx` loads neither attrs nor pluggy nor what only tests and the command need."""
    heavy = ("attrs", "pluggy", "cattrs", "hypothesis", "rich", "click", "regex")
    code = f"import sys, eventx; print([m for m in {heavy} if m in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)  # noqa: S603 - our own code

    assert "[]" == found.stdout.strip()
