"""Equality, hash and text of records, each generated when it is first asked for.

attrs generates and compiles them where a class is made, which is half of what a class costs; of the hundred classes that a first
text loads, a tenth is ever compared or printed.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from typing import Any, TypeVar

import attrs

T = TypeVar("T")


def by_value(cls: type[T]) -> type[T]:
    """Return an attrs class whose objects are compared by their fields and told as attrs has it.

    Stands above ``@attrs.frozen(eq=False, repr=False, …)``, over or under `swift`; what a class defines of its own stays.

    Args:
        cls: the class; it is changed in place and returned.

    """
    for name, generate in _GENERATED.items():
        if name not in vars(cls):
            setattr(cls, name, _first_asked(cls, name, generate))
    return cls


def _first_asked(cls: type, name: str, generate: Callable[[type], Callable[..., Any]]) -> Callable[..., Any]:
    """Return a method that puts what is generated in its place when it is first called."""

    def method(self: Any, *others: Any) -> Any:
        """Generate the method, and call it."""
        generated = generate(cls)
        generated.__qualname__ = f"{cls.__qualname__}.{name}"
        setattr(cls, name, generated)
        return generated(self, *others)

    method.__name__ = name
    return method


def _equality(cls: type) -> Callable[..., Any]:
    """Return what tells whether another object is of the same class and has the same values."""
    compared = [field for field in attrs.fields(cls) if field.eq]
    scope = {f"key{number}": field.eq_key for number, field in enumerate(compared) if field.eq_key}
    mine, other = (_values(value, compared, scope) for value in ("self", "other"))
    same = f"return {mine} == {other} if other.__class__ is self.__class__ else NotImplemented"
    return written(scope, "__eq__", ["self", "other"], [same])


def _hashing(cls: type) -> Callable[..., Any]:
    """Return what hashes an object by its class and values."""
    hashed = [field for field in attrs.fields(cls) if (field.eq if field.hash is None else field.hash)]
    scope = {f"key{number}": field.eq_key for number, field in enumerate(hashed) if field.eq_key}
    return written({**scope, "cls": cls}, "__hash__", ["self"], [f"return hash((cls, *{_values('self', hashed, scope)}))"])


def _values(value: str, fields: Iterable[Any], scope: Container[str]) -> str:
    """Return the code of a tuple of what is compared of a value's fields."""
    told = (
        f"key{number}({value}.{field.name})" if f"key{number}" in scope else f"{value}.{field.name}"
        for number, field in enumerate(fields)
    )
    return f"({''.join(f'{one}, ' for one in told)})"


def _text(cls: type) -> Callable[..., Any]:
    """Return what tells an object as a call that would make it."""
    shown = [field for field in attrs.fields(cls) if field.repr]
    scope = {f"show{number}": repr if field.repr is True else field.repr for number, field in enumerate(shown)}
    told = ", ".join(f"{field.name}={{show{number}(self.{field.name})}}" for number, field in enumerate(shown))
    return written({**scope, "name": _name}, "__repr__", ["self"], [f"return f'{{name(self)}}({told})'"])


def _name(value: object) -> str:
    """Return the name of an object's class without the function it was made in."""
    return value.__class__.__qualname__.rsplit(">.", 1)[-1]


def written(scope: dict[str, Any], name: str, arguments: Iterable[str], body: Iterable[str]) -> Callable[..., Any]:
    """Return a function that is written in `scope`, of names of fields and nothing that anybody else could have written."""
    lines = "".join(f"\n    {line}" for line in body)
    exec(f"def {name}({', '.join(arguments)}):{lines or ' pass'}", scope)  # noqa: S102 - as attrs makes its own, of nothing but field names
    function: Callable[..., Any] = scope[name]
    return function


_GENERATED = {"__eq__": _equality, "__hash__": _hashing, "__repr__": _text}
