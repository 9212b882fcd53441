"""What a constructor that others call rejects: values that would only fail where the record is written or read back.

The Engine's own makers, which make records by the thousand of what is known to be sound, do not ask (see `eventx.records`).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import attrs


@lru_cache(maxsize=256)
def _tuples(kind: Any) -> tuple[str, ...]:
    """Return the names of the fields of an attrs class that are declared as tuples."""
    return tuple(field.name for field in attrs.fields(kind) if str(field.type).startswith("tuple["))


def expect_tuples(record: Any) -> None:
    """Raise TypeError if a field that is declared as a tuple holds something else."""
    kind: Any = type(record)
    for name in _tuples(kind):
        value = getattr(record, name)
        if not isinstance(value, tuple):
            message = f"{kind.__name__}.{name}: expected a tuple, got {value!r:.60}; write (…,) or tuple(…)"
            raise TypeError(message)


def expect_one_of(record: Any, name: str, known: tuple[str, ...]) -> None:
    """Raise ValueError if a field holds none of the words it may."""
    value = getattr(record, name)
    if value not in known:
        message = f"{type(record).__name__}.{name}: {value!r:.60} is none of {', '.join(known)}"
        raise ValueError(message)


def expect_kinds(record: Any, **kinds: type) -> None:
    """Raise TypeError if a field holds neither None nor a value of its type."""
    for name, kind in kinds.items():
        value = getattr(record, name)
        if value is not None and not isinstance(value, kind):
            message = f"{type(record).__name__}.{name}: expected {kind.__name__}, got {value!r:.60}"
            raise TypeError(message)
