"""Frozen records that are made by the thousand: a constructor of half the cost, copies with some fields changed, lazy views.

What attrs generates for a frozen class with slots sets each field through ``object.__setattr__``, which looks the field up by
name each time. `swift` makes the object one of a hidden subclass that is not frozen, on which fields are set as on any other
object, and gives it its own class when it is whole; the class stays as attrs made it in all else.
"""

from __future__ import annotations

import copyreg
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, cached_property, lru_cache, update_wrapper
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

import attrs

T = TypeVar("T")
P = ParamSpec("P")


if TYPE_CHECKING:
    lazy = cached_property
else:

    class lazy(cached_property):  # noqa: N801 - used as `property` is
        """A `functools.cached_property` without the lock that Python 3.11 takes for it."""

        def __get__(self, instance: Any, owner: type | None = None) -> Any:
            """Return the value, computed and kept when first asked for."""
            if instance is None:
                return self
            value = instance.__dict__[self.attrname] = self.func(instance)
            return value


def swift(cls: type[T]) -> type[T]:
    """Return the frozen attrs class with a constructor that takes the same arguments and costs half as much.

    Stands above ``@attrs.frozen``, for classes with slots; defaults, converters, validators and ``__attrs_post_init__`` hold as
    attrs has them. Where that last only rejects, a class variable ``_holds`` may tell by an expression of its arguments when it
    would not, so that it need not be called. A method ``_vouch`` is called by the constructor alone, not by `maker`'s functions.

    Args:
        cls: the class; it is changed in place and returned.

    """
    scope: dict[str, Any] = {"NOTHING": attrs.NOTHING, "become": _BECOME, "cls": cls}
    positional: list[str] = []
    named: list[str] = []
    given: list[tuple[str, str]] = []
    checks: list[str] = []
    kind: Any = cls
    for number, field in enumerate(attrs.fields(kind)):
        scope[f"set{number}"] = _slot(cls, field.name).__set__
        scope[f"convert{number}"], scope[f"check{number}"], scope[f"field{number}"] = field.converter, field.validator, field
        value = field.alias
        factory = isinstance(field.default, attrs.Factory)  # type: ignore[arg-type]  # a class, though typed as a function
        if factory:
            scope[f"make{number}"] = field.default.factory
        elif field.default is not attrs.NOTHING:
            scope[f"default{number}"] = field.default
        if field.init:
            default = "=NOTHING" if factory else f"=default{number}" if field.default is not attrs.NOTHING else ""
            (named if field.kw_only else positional).append(f"{field.alias}{default}")
            value = f"make{number}() if {value} is NOTHING else {value}" if factory else value
        else:
            value = f"make{number}()" if factory else f"default{number}"
        given.append((field.name, f"convert{number}({value})" if field.converter else value))
        if field.validator:
            checks.append(f"check{number}(self, field{number}, self.{field.name})")
    if hasattr(cls, "__attrs_post_init__"):
        # where a class tells when all is well, the call is made only where it is not
        unless = getattr(cls, "_holds", "")
        checks.append(f"{unless and f'if not ({unless}): '}self.__attrs_post_init__()")
    # what those who call the constructor may get wrong is not asked of what is made by the thousand
    vouched = ["self._vouch()"] if hasattr(cls, "_vouch") else []
    arguments = [*positional, *(["*", *named] if named else [])]
    scope["draft"] = draft = _draft(cls)
    _write(scope, "__init__", ["self", *arguments], [*_initial(given), *checks, *vouched])
    _write(scope, "made", arguments, ["self = draft()", *_stored(given), *checks, "return self"])
    setattr(cls, "__init__", update_wrapper(scope["__init__"], cls.__dict__["__init__"]))  # noqa: B010 - mypy must refuse a plain assignment
    setattr(cls, "_made", staticmethod(scope["made"]))  # noqa: B010 - as above
    setattr(cls, "_draft", draft)  # noqa: B010 - as above
    _pickled_by_order(cls, draft)
    return cls


def maker(cls: Callable[P, T]) -> Callable[P, T]:
    """Return a function that makes objects of a class as a call of it does; if it is a swift one, at a third of the cost.

    Args:
        cls: the class; eventx's own values (`Span`, `Contribution`, `Mention`, …) are swift ones.

    Returns:
        The function, which takes the arguments of the class; keep it under a name in the module that uses it.

    """
    made = vars(cls).get("_made")
    return cls if made is None else made.__func__


def filler(cls: type[T]) -> Callable[..., T]:
    """Return a function that makes objects of a swift class from the values of all its fields, in their order, for inner loops.

    It takes no names and gives no defaults, which halves the cost of a call; what the class would look at is not looked at.
    """
    made: Callable[..., T] = vars(cls)["_restored"].__func__
    return made


_BECOME: Callable[[Any, type], None] = vars(object)["__class__"].__set__
_FEW = 2
"""How many fields cost less to set one by one than an object does to become another's."""


def _draft(cls: type) -> type:
    """Return a class of objects that may still be written on, which then become objects of `cls`."""
    names = {"__slots__": (), "__module__": cls.__module__, "__doc__": cls.__doc__}
    plain = {name: vars(object)[name] for name in ("__init__", "__setattr__", "__delattr__")}
    metaclass: Any = type(cls)
    draft: type = metaclass(cls.__name__, (cls,), names | plain)
    return draft


def _write(scope: dict[str, Any], name: str, arguments: Iterable[str], body: Iterable[str]) -> None:
    """Write a function into `scope`."""
    lines = "".join(f"\n    {line}" for line in body)
    exec(f"def {name}({', '.join(arguments)}):{lines or ' pass'}", scope)  # noqa: S102 - as attrs makes its own, of nothing but field names


def _stored(given: Iterable[tuple[str, str]]) -> list[str]:
    """Return the lines that set the fields of a draft and make it whole."""
    return [*(f"self.{name} = {value}" for name, value in given), "self.__class__ = cls"]


def _initial(given: Sequence[tuple[str, str]]) -> list[str]:
    """Return the lines of a constructor; an object of a subclass, and one of few fields, has them set through the slots."""
    through_slots = [f"set{number}(self, {value})" for number, (_, value) in enumerate(given)]
    if len(given) <= _FEW:
        return through_slots
    quick = ["become(self, draft)", *_stored(given)]
    return ["if self.__class__ is cls:", *(f"    {line}" for line in quick), "else:", *(f"    {line}" for line in through_slots)]


def _pickled_by_order(cls: type, draft: type) -> None:
    """Let objects of a class be pickled as their values in order, at a fraction of what attrs does, for work in processes."""
    values = [(field.name, f"value{number}") for number, field in enumerate(attrs.fields(cls))]
    scope: dict[str, Any] = {"cls": cls, "draft": draft}
    _write(scope, "restored", [value for _, value in values], ["self = draft()", *_stored(values), "return self"])
    _write(scope, "parts", ["self"], [f"return restored, ({''.join(f'self.{name}, ' for name, _ in values)})"])
    restored = scope["restored"]
    restored.__module__, restored.__qualname__ = cls.__module__, f"{cls.__qualname__}._restored"

    # asked by class, which costs pickle a quarter less than to find a method that an object may have of its own
    copyreg.pickle(cls, scope["parts"])
    setattr(cls, "_restored", staticmethod(restored))  # noqa: B010 - as above


def _slot(cls: type, name: str) -> Any:
    """Return the descriptor of a slot, of the class or of the base that has it."""
    found = next((base.__dict__[name] for base in cls.__mro__ if name in base.__dict__), None)
    if not hasattr(found, "__set__"):
        message = f"swift: {cls.__name__} has no slots; put it above attrs.frozen without slots=False"
        raise TypeError(message)
    return found


@cache
def _fields(cls: type) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """Return the names under which a class takes its fields, and what reads them all off an object."""
    fields = [field for field in attrs.fields(cls) if field.init]
    names = [field.name for field in fields]
    read = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)
    return tuple(field.alias for field in fields), read


@lru_cache(maxsize=512)
def _copier(cls: type, changed: tuple[str, ...]) -> Callable[[Any, Mapping[str, Any]], Any] | None:
    """Return what copies objects of a swift class with new values for some fields; None where a value has to be looked at."""
    fields = attrs.fields(cls)
    if "_restored" not in vars(cls) or hasattr(cls, "__attrs_post_init__") or not all(field.init for field in fields):
        return None
    names = {field.alias: field.name for field in fields if not field.converter and not field.validator}
    if not names.keys() >= set(changed):
        return None
    new = {names[alias]: f"new[{alias!r}]" for alias in changed}
    scope: dict[str, Any] = {"cls": cls, "draft": vars(cls)["_draft"]}
    stored = _stored((field.name, new.get(field.name, f"value.{field.name}")) for field in fields)
    _write(scope, "copy", ["value", "new"], ["self = draft()", *stored, "return self"])
    copy: Callable[[Any, Mapping[str, Any]], Any] = scope["copy"]
    return copy


def evolve(value: T, /, **changes: Any) -> T:
    """Return a copy of an attrs object with some fields changed: `attrs.evolve` at a tenth of its cost.

    Args:
        value: the object.
        **changes: the new values of some of its fields, by name.

    """
    kind: Any = value.__class__
    copier = _copier(kind, tuple(changes))
    copy: T
    if copier is not None:
        copy = copier(value, changes)
        return copy
    names, read = _fields(kind)
    copy = kind(**{**dict(zip(names, read(value), strict=True)), **changes})
    return copy
