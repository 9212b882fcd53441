"""The Engine's edges: when it does without collecting, how much a hook may hand in, whose name counts, what is a span."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eventx import Contribution, Date, Document, Engine, Event, Extractor, Meeting, Span, Trigger, Visit, extractor
from eventx.engine import default_engine
from eventx.extractors import FunctionExtractor, NoOptions
from eventx.plugins import collect
from eventx.problems import Problem
from eventx.records import maker
from eventx.soundness import unfit

GOOD = """
import eventx

@eventx.extractor(name="{0}", provides=("date",))
def found(document):
    return [eventx.Contribution(field="date", value=eventx.Date("1999"), span=eventx.Span(0, 1), rule="r")]

@eventx.hookimpl
def eventx_extractors():
    return [found]
"""


def reading(span: Any = None, **more: Any) -> Extractor:
    """Return an extractor that finds a date over a span."""

    @extractor(name="made", provides=("date", "trigger"))
    def made(_: Document) -> list[Contribution]:
        return [Contribution(**{"field": "date", "value": Date("2022"), "span": span or Span(0, 1), "rule": "r", **more})]

    return made


@pytest.mark.parametrize(
    ("span", "wrong"),
    [
        (Span(0, 3), False),
        (Span(0, 4), True),
        (Span(0.0, 3), True),  # type: ignore[arg-type]
        (Span(0, 3.0), True),  # type: ignore[arg-type]
        (Span(False, 3), True),  # noqa: FBT003 - the point
        ((0, 3), True),
        ("0-3", True),
    ],
)
def test_what_is_a_span(engine_of: Any, span: Any, *, wrong: bool) -> None:
    """A span is of whole numbers and lies in the text."""
    found = engine_of(reading(span)).extract("abc")

    assert (wrong, not wrong) == (bool(found.problems), bool(found.contributions))


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ({"certainty": "sure"}, "is none of"),
        ({"rule": None}, "expected str"),
        ({"field": "trigger", "value": Trigger(type="x", slots=[])}, "expected a tuple"),  # type: ignore[arg-type]
        ({"field": "trigger", "value": Trigger(type="x", fields=(("a", []),))}, "neither frozen nor JSON"),
        ({"field": "trigger", "value": Trigger(type="x", fields=(("a",),))}, "expected a tuple of 2"),  # type: ignore[arg-type]
        ({"field": "trigger", "value": Trigger(type="x", fields=(("a", (1, (2.5, None, True))),))}, None),
        ({"field": "trigger", "value": Trigger(type="x", fields=(("a", Span(0, 9)),))}, "in a text of 3"),
        ({"field": "trigger", "value": Trigger(type="x", fields=(("a", Date("2022")),))}, None),
    ],
)
def test_what_is_sound(engine_of: Any, more: dict[str, Any], wrong: str | None) -> None:
    """Values of the wrong kind, and such as can be altered, are refused with what is wrong."""
    found = engine_of(reading(**more)).extract("abc")

    assert wrong is None or wrong in found.problems[0].error
    # "x" is no event type, which is told besides
    problems = [problem for problem in found.problems if "there is no event type 'x'" not in problem.error]
    assert (wrong is None) == (not problems) == bool(found.contributions)


def test_what_does_not_fit() -> None:
    """One field of an object is looked at."""
    made = maker(Meeting)  # the constructor would refuse what does not fit
    assert None is unfit(made(id="x"), "id")
    assert unfit(made(id=5), "id") is not None
    assert None is unfit(made(), "form")
    assert unfit(made(form=5), "form") is not None


@pytest.mark.parametrize(("count", "kept"), [(999, 999), (1000, 1000), (1001, 1000)])
def test_how_much_a_hook_may_hand_in(plugin: Callable[..., Any], count: int, kept: int) -> None:
    """A hook that never ends ends at a thousand."""
    made = plugin(eventx_refiners=lambda: (lambda _, events: events for _ in range(count)))

    assert kept == len(collect(plugins=[made], autoload=False, fail=lambda *_: None).refiners)


def test_installed_plugins_are_collected_unless_told_otherwise() -> None:
    """What is installed is loaded."""
    problems: list[Problem] = []
    found = collect(fail=lambda problem, _: problems.append(problem))

    assert ({"dates", "titles"}, []) == ({"dates", "titles"} & {info.name for info in found.plugins}, problems)
    assert () == collect(autoload=False, fail=lambda *_: None).plugins


def test_the_name_of_a_plugin_of_eventx_is_its_own(install: Callable[..., Path]) -> None:
    """Whatever the other is called, eventx's own plugin of a name goes first."""
    install("aaa", GOOD.replace("{0}", "aaa"), entry="dates")
    engine = Engine(plugins=["dates"])

    assert [("eventx", "loaded"), ("aaa-dist", "failed")] == [
        (i.distribution, i.status) for i in engine.plugins if i.name == "dates"
    ]


def test_an_extractor_is_made_by_name() -> None:
    """What an extractor says of itself is given by name."""
    with pytest.raises(TypeError):
        FunctionExtractor("made", lambda *_: [])  # type: ignore[misc]
    made = FunctionExtractor(name="made", function=lambda *_: [])
    assert ((), (), None, NoOptions) == (made.languages, made.provides, made.lexicon, made.options_type)


@pytest.mark.parametrize(("keeps", "part_of"), [(True, "v"), (False, None)])
def test_part_of_what_a_refiner_left_out(plugin: Callable[..., Any], *, keeps: bool, part_of: str | None) -> None:
    """An event is part of no visit that a refiner has left out."""
    visit, meeting = Visit(id="v"), Meeting(id="m", part_of="v")

    def refined(_: Document, __: tuple[Event, ...]) -> list[Event]:
        return [visit, meeting] if keeps else [meeting]

    engine = Engine(plugins=[plugin(reading(), eventx_refiners=lambda: [refined])], autoload=False)

    assert part_of == engine.extract("abc").events[-1].part_of


def test_one_engine_of_all() -> None:
    """The Engine of everything installed is built once."""
    assert default_engine() is default_engine()


@pytest.mark.parametrize("limit", [0, -1, 0.0])
def test_no_time_at_all(limit: float) -> None:
    """A limit is more than nothing."""
    with pytest.raises(ValueError, match=r"time_limit=.*more than 0, or None"):
        Engine(time_limit=limit)


def test_in_no_process() -> None:
    """There is one process at least."""
    with pytest.raises(ValueError, match="processes: 0 is less than 1"):
        default_engine().extract_many([], processes=0)
    with pytest.raises(ValueError, match="ahead: 0 is less than 1"):
        default_engine().extract_many([], ahead=0)
    assert [] == list(default_engine().extract_many([], processes=1))
