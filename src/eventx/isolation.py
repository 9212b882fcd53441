"""What keeps a stranger's code from harming more than its own results: its time, its output and the document are guarded."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Any, TypeVar

from eventx.contribution import Contribution, Trigger, stamp, stamped
from eventx.document import Document
from eventx.extractors import Extractor
from eventx.fitting import is_type, unknown_type, unsound_event, unsound_trigger
from eventx.model import Event
from eventx.soundness import unsound

T = TypeVar("T")

_MOST = 10_000
"""How many things a plugin may hand over besides one for each character: more, and it never ends."""

_AGAIN = 0.05
"""Seconds after which a plugin that has swallowed the alarm is told again."""

_VIEWS = frozenset(name for name, value in vars(Document).items() if isinstance(value, cached_property))


class OutOfTimeError(BaseException):
    """The time limit is over; no plugin's ``except Exception`` may swallow it, and nothing outside this module sees it."""


def contributions(
    extractor: Extractor,
    document: Document,
    options: Any,
    *,
    ours: bool,
    types: Mapping[str, type[Event]],
    seconds: float | None = None,
) -> list[Contribution]:
    """Return an extractor's contributions, stamped; raise on the first that breaks the contract.

    Args:
        extractor: the extractor.
        document: the document; a stranger gets a copy of it, so that nothing it changes reaches others.
        options: the extractor's options.
        ours: whether it comes with eventx, whose tests prove of it what is looked at here in a stranger's values.
        types: the event types that there are, by name.
        seconds: its time limit, if any.

    Raises:
        TimeoutError: if it took longer.

    """
    if ours and seconds is None:
        return _of_ours(extractor, document, options)
    given = document.copy_for_one(seconds)

    def work() -> list[Contribution]:
        return list(_checked(extractor, given, extractor.extract(given, options), None if ours else types))

    found = limited(work, seconds, extractor.name)
    if not ours:
        _check_unchanged(extractor.name, document, given)
    return found


def refined(
    refiner: Callable[[Document, tuple[Event, ...]], Iterable[Event]],
    document: Document,
    events: tuple[Event, ...],
    *,
    name: str,
    types: Mapping[str, type[Event]],
    seconds: float | None = None,
) -> tuple[Event, ...]:
    """Return the events as a plugin's refiner gives them back; raise if they are none, or it took too long."""
    given = document.copy_for_one(seconds)
    made = limited(lambda: tuple(bounded(refiner(given, events), len(events) + _MOST, name)), seconds, name)
    wrong = [item for item in made if not isinstance(item, Event)]
    if wrong:
        message = f"a refiner gave {wrong[0]!r:.200}; return events: those given, altered with eventx.evolve, or fewer, or more"
        raise TypeError(message)
    as_given = {id(event) for event in events}
    for event in made:
        wrong_now = None if id(event) in as_given else unsound_event(event, types, len(document.text))
        if wrong_now:
            message = f"a refiner of {name} gave {wrong_now}"
            raise TypeError(message)
    return made


def limited(work: Callable[[], T], seconds: float | None, name: str) -> T:
    """Return what the work returns, or raise TimeoutError when it takes longer than its limit.

    Where there are alarms (the main thread, not on Windows) they reach into loops and patterns; elsewhere, and where the program
    uses alarms itself, it counts that `Document.time_left` is given to patterns, and items are looked at as they come.
    """
    if seconds is None:
        return work()
    message = f"{name} took longer than {seconds} s; give patterns timeout=document.time_left, or raise time_limit="
    end = time.monotonic() + seconds
    try:
        done = _with_alarm(work, seconds)
    except (OutOfTimeError, TimeoutError) as error:
        raise TimeoutError(message) from error
    if time.monotonic() > end:
        raise TimeoutError(message)  # there was no alarm, and no item at which to look at the clock
    return done


def _with_alarm(work: Callable[[], T], seconds: float) -> T:
    """Return what the work returns, done under an alarm if this thread can have one."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        return work()
    before = signal.getsignal(signal.SIGALRM)
    if before is None or any(signal.getitimer(signal.ITIMER_REAL)):
        return work()
    armed = True

    def ring(*_: object) -> None:
        if armed:
            raise OutOfTimeError

    try:
        signal.signal(signal.SIGALRM, ring)
        signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
        return work()
    finally:
        # first of all, so that no alarm falls into what follows
        armed = False
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def bounded(items: Iterable[T], most: int, name: str) -> Iterator[T]:
    """Yield at most so many items; raise ValueError if there are more."""
    iterator = iter(items)
    yield from islice(iterator, most)
    for _ in iterator:
        message = f"{name} handed over more than {most} items; it seems never to end"
        raise ValueError(message)


def _of_ours(extractor: Extractor, document: Document, options: Any) -> list[Contribution]:
    """Return the contributions of an extractor that comes with eventx, stamped as they are, for it makes each anew."""
    length, name = len(document.text), extractor.name
    found = list(extractor.extract(document, options))
    try:
        # its tests prove what it provides; a span that ends behind the text would make nonsense of all that follows
        for item in found:
            if item.span.end > length:
                break
            stamp(item, name)
        else:
            return found
    except (AttributeError, TypeError):
        pass
    return list(_checked(extractor, document, found, None))


def _checked(
    extractor: Extractor, document: Document, found: Iterable[Any], types: Mapping[str, type[Event]] | None
) -> Iterator[Contribution]:
    """Yield an extractor's contributions as long as they keep the contract and there is time; of strangers with the types."""
    length = len(document.text)
    end = None if document.time_left is None else time.monotonic() + document.time_left
    for item in bounded(found, length + _MOST, extractor.name):
        if end is not None and time.monotonic() > end:
            raise TimeoutError
        if not isinstance(item, Contribution):
            message = f"{extractor.name} yielded {item!r:.200}; yield eventx.Contribution objects"
            raise TypeError(message)
        if item.field not in extractor.provides:
            message = f"{extractor.name} contributed {item.field!r} but declares {', '.join(extractor.provides)}"
            raise ValueError(message)
        if types is not None:
            wrong = unsound(item, length)
            if not wrong and isinstance(item.value, Trigger):
                wrong = unsound_trigger(item.value, types, length)
            if wrong:
                message = f"{extractor.name}: {item.rule}: {wrong}"
                raise TypeError(message)
        elif item.span.end > length:
            message = f"{extractor.name}: {item.rule} gave {item.span} in a text of {length} code points"
            raise ValueError(message)
        yield stamped(item, extractor.name)


def unknown_types(found: Iterable[Contribution], types: Mapping[str, type[Event]]) -> list[str]:
    """Return a message for each event type that triggers name and that there is not: they make no event, the rest counts."""
    triggers = [item for item in found if isinstance(item.value, Trigger) and not is_type(item.value.type, types)]
    first = {item.value.type: item.rule for item in reversed(triggers) if isinstance(item.value, Trigger)}
    return [f"{first[name]}: {unknown_type(name, types)}; triggers of it are left out" for name in sorted(first)]


def without_culprits(
    merge: Callable[[list[Contribution]], T],
    found: Sequence[Contribution],
    *,
    strangers: Mapping[str, Iterable[str]],
    ours: Mapping[str, Iterable[str]],
) -> tuple[T, tuple[str, ...]] | None:
    """Return what the merger makes of contributions it failed on without a plugin's, and the plugins left out.

    Each stranger is left out by itself, then each plugin of ours, then all strangers; None if it fails all the same.

    Args:
        merge: what failed.
        found: the contributions.
        strangers: the names of the extractors of each plugin.
        ours: those of the plugins that come with eventx.

    """
    tried: list[tuple[tuple[str, ...], frozenset[str]]]
    tried = [((name,), frozenset(extractors)) for name, extractors in (*strangers.items(), *ours.items())]
    tried.append((tuple(strangers), frozenset(name for extractors in strangers.values() for name in extractors)))
    for names, extractors in tried:
        rest = [item for item in found if item.extractor not in extractors]
        try:
            return merge(rest), names
        except Exception:  # noqa: BLE001, S112 - then it was not this one
            continue
    return None


def _check_unchanged(name: str, document: Document, copy: Document) -> None:
    """Raise if an extractor has written on its copy of the document."""
    given, after = vars(document), vars(copy)
    changed = [key for key, value in given.items() if key != "_hits" and after.get(key) is not value]
    changed += [key for key in after if key not in given and key not in _VIEWS]
    if changed:
        message = f"{name} changed the document: {', '.join(changed)}; treat it as frozen, keep values with document.cached"
        raise TypeError(message)
