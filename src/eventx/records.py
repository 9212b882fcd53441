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

from eventx.comparing import written

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
    What it generates it generates when that is first used.

    Args:
        cls: the class; it is changed in place and returned.

    """
    recipe = _Recipe(cls)
    told = cls.__dict__["__init__"]

    def constructor(self: Any, *values: Any, **named: Any) -> None:
        """Put the constructor in the place of this one, and call it."""
        setattr(cls, "__init__", update_wrapper(recipe.constructor, told))  # noqa: B010 - mypy must refuse a plain assignment
        recipe.constructor(self, *values, **named)

    def reduced(value: Any) -> tuple[Any, ...]:
        """Put what takes an object apart in the place of this, and call it."""
        copyreg.pickle(cls, recipe.parts)
        return recipe.parts(value)

    setattr(cls, "__init__", update_wrapper(constructor, told))  # noqa: B010 - as above
    setattr(cls, "_recipe", recipe)  # noqa: B010 - as above
    setattr(cls, "_restored", _Restored())  # noqa: B010 - as above
    # asked by class, which costs pickle a quarter less than to find a method that an object may have of its own
    copyreg.pickle(cls, reduced)
    return cls


class _Recipe:
    """The functions of a swift class, each generated when first asked for."""

    def __init__(self, cls: type) -> None:
        """Look at the class's slots."""
        self.cls = cls
        self._slots = [_slot(cls, field.name) for field in attrs.fields(cls)]

    @lazy
    def draft(self) -> type:
        """A class of objects that may still be written on, which then become objects of the class."""
        cls: Any = self.cls
        names = {"__slots__": (), "__module__": cls.__module__, "__doc__": cls.__doc__}
        plain = {name: vars(object)[name] for name in ("__init__", "__setattr__", "__delattr__")}
        metaclass: Any = type(cls)
        draft: type = metaclass(cls.__name__, (cls,), names | plain)
        return draft

    @lazy
    def constructor(self) -> Callable[..., None]:
        """What stands for ``__init__``; what those who call it may get wrong is not asked of what is made by the thousand."""
        arguments, given, checks, scope = self._plan
        vouched = ["self._vouch()"] if hasattr(self.cls, "_vouch") else []
        return written(scope, "__init__", ["self", *arguments], [*_initial(given), *checks, *vouched])

    @lazy
    def made(self) -> Callable[..., Any]:
        """What takes the arguments of the constructor and gives an object."""
        arguments, given, checks, scope = self._plan
        return written(scope, "made", arguments, ["self = draft()", *_stored(given), *checks, "return self"])

    @lazy
    def restored(self) -> Callable[..., Any]:
        """What takes the values of all fields in their order and gives an object; no value is looked at."""
        values = self._values
        body = ["self = draft()", *_stored(values), "return self"]
        restored = written(self._scope(), "restored", [value for _, value in values], body)
        restored.__module__, restored.__qualname__ = self.cls.__module__, f"{self.cls.__qualname__}._restored"
        return restored

    @lazy
    def parts(self) -> Callable[[Any], tuple[Any, ...]]:
        """What gives an object as its values in order, for pickle: a fraction of the cost of what attrs does, for processes."""
        told = "".join(f"self.{name}, " for name, _ in self._values)
        return written({"restored": self.restored}, "parts", ["self"], [f"return restored, ({told})"])

    def copier(self, new: Mapping[str, str]) -> Callable[[Any, Mapping[str, Any]], Any]:
        """Return what copies an object, with what `new` tells for some fields."""
        stored = _stored((field.name, new.get(field.name, f"value.{field.name}")) for field in attrs.fields(self.cls))
        return written(self._scope(), "copy", ["value", "new"], ["self = draft()", *stored, "return self"])

    def _scope(self) -> dict[str, Any]:
        """Return the names that every function knows."""
        return {"cls": self.cls, "draft": self.draft}

    @property
    def _values(self) -> list[tuple[str, str]]:
        """The fields, each with the name of its value."""
        return [(field.name, f"value{number}") for number, field in enumerate(attrs.fields(self.cls))]

    @lazy
    def _plan(self) -> tuple[list[str], list[tuple[str, str]], list[str], dict[str, Any]]:
        """The arguments, the fields with what they are given, the lines that look at them, and the names that those use."""
        scope = {**self._scope(), "NOTHING": attrs.NOTHING, "become": _BECOME}
        positional: list[str] = []
        named: list[str] = []
        given: list[tuple[str, str]] = []
        checks: list[str] = []
        for number, field in enumerate(attrs.fields(self.cls)):
            scope[f"set{number}"] = self._slots[number].__set__
            scope[f"convert{number}"], scope[f"check{number}"], scope[f"field{number}"] = field.converter, field.validator, field
            default, value = _default(scope, number, field)
            if field.init:
                (named if field.kw_only else positional).append(f"{field.alias}{default}")
            given.append((field.name, f"convert{number}({value})" if field.converter else value))
            if field.validator:
                checks.append(f"check{number}(self, field{number}, self.{field.name})")
        if hasattr(self.cls, "__attrs_post_init__"):
            # where a class tells when all is well, the call is made only where it is not
            unless = getattr(self.cls, "_holds", "")
            checks.append(f"{unless and f'if not ({unless}): '}self.__attrs_post_init__()")
        return [*positional, *(["*", *named] if named else [])], given, checks, scope


class _Restored:
    """The function behind what was pickled, put in the place of this when it is first asked for."""

    def __get__(self, instance: object, owner: type) -> Callable[..., Any]:
        """Return the function of the class, or of its base that is a swift one."""
        cls = next(base for base in owner.__mro__ if vars(base).get("_restored") is self)
        found: Callable[..., Any] = vars(cls)["_recipe"].restored
        setattr(cls, "_restored", staticmethod(found))  # noqa: B010 - as above
        return found


def _default(scope: dict[str, Any], number: int, field: Any) -> tuple[str, str]:
    """Return how the signature tells the default of a field, and what gives its value."""
    if isinstance(field.default, attrs.Factory):  # type: ignore[arg-type]  # a class, though typed as a function
        scope[f"make{number}"] = field.default.factory
        return "=NOTHING", f"make{number}() if {field.alias} is NOTHING else {field.alias}" if field.init else f"make{number}()"
    if field.default is attrs.NOTHING:
        return "", field.alias
    scope[f"default{number}"] = field.default
    return f"=default{number}", field.alias if field.init else f"default{number}"


def maker(cls: Callable[P, T]) -> Callable[P, T]:
    """Return a function that makes objects of a class as a call of it does; if it is a swift one, at a third of the cost.

    Args:
        cls: the class; eventx's own values (`Span`, `Contribution`, `Mention`, …) are swift ones.

    Returns:
        The function, which takes the arguments of the class; keep it under a name in the module that uses it.

    """
    recipe = vars(cls).get("_recipe")
    return cls if recipe is None else recipe.made


def filler(cls: type[T]) -> Callable[..., T]:
    """Return a function that makes objects of a swift class from the values of all its fields, in their order, for inner loops.

    It takes no names and gives no defaults, which halves the cost of a call; what the class would look at is not looked at.
    """
    made: Callable[..., T] = vars(cls)["_recipe"].restored
    return made


_BECOME: Callable[[Any, type], None] = vars(object)["__class__"].__set__
_FEW = 2
"""How many fields cost less to set one by one than an object does to become another's."""


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
    fields, recipe = attrs.fields(cls), vars(cls).get("_recipe")
    if recipe is None or hasattr(cls, "__attrs_post_init__") or not all(field.init for field in fields):
        return None
    names = {field.alias: field.name for field in fields if not field.converter and not field.validator}
    if not names.keys() >= set(changed):
        return None
    new = {names[alias]: f"new[{alias!r}]" for alias in changed}
    copier: Callable[[Any, Mapping[str, Any]], Any] = recipe.copier(new)
    return copier


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
