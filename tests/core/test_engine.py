"""The Engine: isolation while running, order, options, offsets, hooks."""

from __future__ import annotations

import datetime as dt
import gc
import unicodedata
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import eventx
from eventx import (
    Contribution,
    Date,
    Document,
    Engine,
    Event,
    Extractor,
    InputError,
    Mention,
    PluginError,
    Problem,
    Signing,
    Slot,
    Span,
    Trigger,
    extractor,
)
from eventx.contribution import ordered
from eventx.strategies import extractors, texts

EngineOf = Callable[..., Engine]
MakePlugin = Callable[..., Any]


def find(name: str, word: str, value: Any, field: str = "trigger", **options: Any) -> Extractor:
    """Return an extractor that contributes a value wherever a word stands."""

    @extractor(name=name, provides=(field,), **options)
    def found(document: Document, _: Any) -> Iterator[Contribution]:
        start = document.text.find(word)
        while start >= 0:
            yield Contribution(field=field, value=value, span=Span(start, start + len(word)), rule=f"{name}.{field}")
            start = document.text.find(word, start + 1)

    return found


SIGNED = find("signed", "signed", Trigger(type="signing"))


def events(engine: Engine, text: str) -> list[str]:
    """Return the words the events of a text were read from."""
    return [event.evidence[0].text for event in engine.extract(text).events]


def failing(name: str, *good: Any, error: BaseException) -> Extractor:
    """Return an extractor that yields something and then raises."""

    @extractor(name=name, provides=("date",))
    def fails(_: Document, __: Any) -> Iterator[Any]:
        yield from good
        raise error

    return fails


DATE = Contribution(field="date", value=Date("2022"), span=Span(0, 1), rule="r")


@pytest.mark.parametrize(
    ("given", "told"), [(5, "int 5; read it first"), (b"a", "bytes b'a'; decode it first"), (None, "NoneType")]
)
def test_what_is_no_document(engine_of: EngineOf, given: Any, told: str) -> None:
    """Extracting from it is a TypeError that says what to do; among many it costs its own place only, of lists and streams."""
    engine = engine_of(find("x", "one", Date("2022"), "date"))

    with pytest.raises(TypeError, match=f"expected a Document or a text, got {told}"):
        engine.extract(given)
    for many in (engine.extract_many(["one", given, "one"]), engine.extract_many(iter(["one", given, "one"]), processes=2)):
        before, none, after = many
        assert (1, 1) == (len(before.contributions), len(after.contributions))
        assert ("", ()) == (none.document.text, none.events)
        (problem,) = none.problems
        assert ("eventx", "read", None) == (problem.plugin, problem.stage, problem.distribution)
        assert str(problem).startswith("eventx, read step: TypeError: expected a Document or a text, got ")
        assert str(problem).endswith("; give documents or texts")


WRONG_ARGUMENTS: list[tuple[dict[str, Any], type[Exception], str]] = [
    ({"block": "dates"}, TypeError, r"block='dates' is one string; give a list: block=\['dates'\]"),
    ({"block": [5]}, TypeError, "block= holds 5; give names of installed plugins"),
    ({"block": 5}, TypeError, r"block=5: give a list: block=\[…\]"),
    ({"plugins": "titles"}, TypeError, r"plugins='titles' is one string; give a list: plugins=\['titles'\]"),
    ({"plugins": 5}, TypeError, "plugins=5: give a list"),
    (
        {"plugins": [5]},
        TypeError,
        r"plugins= holds 5; give names of installed plugins, modules or objects with hooks, or extractors",
    ),
    ({"plugins": [None]}, TypeError, "plugins= holds None"),
    ({"on_error": "ignore"}, ValueError, "on_error='ignore': give 'collect' or 'raise'"),
    ({"on_error": "rais"}, ValueError, r"on_error='rais' \(did you mean raise\?\)"),
    ({"options": 5}, TypeError, "options=5: give options by extractor name"),
    ({"options": {"x": True}}, PluginError, "options: extractor 'x' gets True; give its options by name"),
    ({"time_limit": "5"}, TypeError, "time_limit='5': give seconds, more than 0, or None for no limit"),
    ({"time_limit": True}, TypeError, "time_limit=True: give seconds"),
    ({"time_limit": float("nan")}, ValueError, "time_limit=nan: give seconds"),
]


@pytest.mark.parametrize(("given", "error", "told"), WRONG_ARGUMENTS)
def test_arguments_that_cannot_be_meant(given: dict[str, Any], error: type[Exception], told: str) -> None:
    """An argument of another type, or a word that there is not, is an error that says what to give."""
    with pytest.raises(error, match=told):
        Engine(**{"plugins": [find("x", "one", Date("2022"), "date")], "autoload": False, **given})


@pytest.mark.parametrize("given", [{"processes": "2"}, {"ahead": 2.5}])
def test_how_many_is_a_number(engine_of: EngineOf, given: dict[str, Any]) -> None:
    """How many processes, and how many documents at a time, are whole numbers."""
    with pytest.raises(TypeError, match="give a whole number"):
        engine_of(find("x", "one", Date("2022"), "date")).extract_many(["one"], **given)


def test_a_misspelt_name_to_block(engine_of: EngineOf) -> None:
    """It is told with the nearest, for what was meant is loaded; one unlike all others may be of a plugin not installed."""
    engine = engine_of(find("x", "one", Date("2022"), "date"), block=["date", "made", "titles", "house_rules"])

    (problem,) = engine.problems
    assert ("eventx", "load") == (problem.plugin, problem.stage)
    assert "eventx, load step: PluginError: block= names date, and no plugin is named so (did you mean dates?)" in str(problem)
    assert str(problem).endswith("take it out of block= (--no-plugin), or name a plugin that is installed")


def test_a_plugin_without_a_hook() -> None:
    """Nothing can come of it, which is told."""
    engine = Engine(plugins=[find("x", "one", Date("2022"), "date"), ModuleType("bare")], autoload=False)

    (problem,) = engine.problems
    assert ("bare", "collect") == (problem.plugin, problem.stage)
    assert "it has no hook, so nothing comes of it; give functions marked with @eventx.hookimpl (eventx_choose, " in problem.error


def test_a_document_is_taken_where_a_text_is(monkeypatch: pytest.MonkeyPatch, engine_of: EngineOf) -> None:
    """eventx.extract takes a document, with what is known of it."""
    made = engine_of(find("x", "one", Date("2022"), "date"))
    monkeypatch.setattr("eventx.engine.default_engine", lambda: made)

    assert (
        Document("one", id="a", published="2022-01-01", language="en")
        == eventx.extract(Document("one", id="a", published="2022-01-01", language="en")).document
    )


@pytest.mark.parametrize(
    ("broken", "error"),
    [
        (failing("x", error=ValueError("at once")), "ValueError: at once"),
        (failing("x", DATE, DATE, error=RecursionError("later")), "RecursionError: later"),
        (
            failing("x", "no contribution", error=ValueError()),
            "x yielded 'no contribution'; yield eventx.Contribution",
        ),
        (failing("x", attrs.evolve(DATE, field="place"), error=ValueError()), "x contributed 'place' but declares date"),
        (failing("x", attrs.evolve(DATE, span=Span(0, 999)), error=ValueError()), "gave Span(start=0, end=999) in a text of 10"),
        (extractor(name="x", provides=())(lambda _, __: 3), "TypeError"),  # type: ignore[arg-type, return-value]
    ],
)
def test_a_failing_extractor_costs_its_own_output_only(engine_of: EngineOf, broken: Extractor, error: str) -> None:
    """Its contributions are discarded whole, the failure is told with its address, and the others' events are there."""
    engine = engine_of(SIGNED, broken)

    extraction = engine.extract(Document("they signed"[1:], id="d"))

    assert ["signed"] == [item.extractor for item in extraction.contributions]
    assert ["signing"] == [event.type for event in extraction.events]
    (problem,) = extraction.problems
    assert ("made", "x", "extract", "d") == (problem.plugin, problem.extractor, problem.stage, problem.document)
    assert error in problem.error
    with pytest.raises(Exception, match=r".*"):
        engine_of(SIGNED, broken, on_error="raise").extract("hey signed")


def test_an_interruption_passes_through(engine_of: EngineOf) -> None:
    """The user's interruption is not held back."""
    with pytest.raises(KeyboardInterrupt):
        engine_of(failing("x", error=KeyboardInterrupt())).extract("abc")


def test_many_documents_in_order_whatever_fails(engine_of: EngineOf) -> None:
    """extract_many gives one extraction a document, in order, and reads no further ahead than asked."""

    @extractor(name="picky", provides=("date",))
    def picky(document: Document, _: Any) -> list[Contribution]:
        if "bad" in document.text:
            raise ValueError(document.text)
        return [DATE]

    taken = []

    def documents() -> Iterator[str]:
        for text in ("one", "bad", "two"):
            taken.append(text)
            yield text

    extractions = engine_of(picky).extract_many(documents())

    assert "one" == next(extractions).document.text
    assert ["one"] == taken
    assert [("bad", 1, 0), ("two", 0, 1)] == [(x.document.text, len(x.problems), len(x.contributions)) for x in extractions]


def test_of_a_list_some_are_worked_on_together(engine_of: EngineOf) -> None:
    """Each extractor sees all of them before the next one does; what comes of them is the same, in order, whatever fails."""
    asked = []

    def nosy(name: str) -> Extractor:
        @extractor(name=name, provides=("date",))
        def read(document: Document, _: Any) -> list[Contribution]:
            asked.append((name, document.text))
            if "bad" in document.text:
                raise ValueError(document.text)
            return [DATE]

        return read

    texts = ["one", "two", "bad", "four"]
    engine = engine_of(nosy("a"), nosy("b"))

    together = list(engine.extract_many(texts))

    assert [
        ("a", "one"),
        ("b", "one"),
        ("a", "two"),
        ("a", "bad"),
        ("b", "two"),
        ("b", "bad"),
        ("a", "four"),
        ("b", "four"),
    ] == asked
    assert together == list(engine.extract_many(iter(texts))) == list(map(engine.extract, texts))


def test_a_stream_is_read_ahead_where_it_may_be(engine_of: EngineOf) -> None:
    """Lists of one, two, four, … documents, so that the first is there soon."""
    taken = []

    def documents() -> Iterator[str]:
        for number in range(40):
            taken.append(number)
            yield f"text {number}"

    extractions = engine_of(find("x", "text", Date("2022"), "date")).extract_many(documents(), ahead=4)

    ends = [(next(extractions).document.text, len(taken)) for _ in range(9)]
    assert [1, 3, 3, 7, 7, 7, 7, 11, 11] == [end for _, end in ends]
    assert [f"text {number}" for number in range(9)] == [text for text, _ in ends]


def test_what_a_list_raises_comes_in_its_turn(engine_of: EngineOf) -> None:
    """What is no document, what fails for a plugin's developer, what the source raises: those before it are given out first."""

    def source() -> Iterator[str]:
        yield from ("one", "two")
        message = "no more"
        raise OSError(message)

    @extractor(name="picky", provides=("date",))
    def picky(document: Document, _: Any) -> list[Contribution]:
        if "bad" in document.text:
            raise ValueError(document.text)
        return [DATE]

    mending = engine_of(picky, on_error="raise")
    plain = engine_of(find("x", "one", Date("2022"), "date"))
    odd: list[Any] = ["one", "two", 3]
    for extractions, error in (
        (mending.extract_many(["one", "two", "bad"]), ValueError),
        (engine_of(find("x", "one", Date("2022"), "date"), on_error="raise").extract_many(odd), TypeError),
        (plain.extract_many(source(), ahead=9), OSError),
    ):
        assert ["one", "two"] == [next(extractions).document.text, next(extractions).document.text]
        with pytest.raises(error):
            next(extractions)


@given(st.lists(extractors(), min_size=1, max_size=4), st.randoms(), texts())
def test_the_order_of_extractors_changes_nothing(drawn: list[Extractor], random: Any, text: str) -> None:
    """Shuffled extractors give the same contributions and events."""
    named = [attrs.evolve(one, name=f"x{number}") for number, one in enumerate(drawn)]  # type: ignore[type-var]
    shuffled = random.sample(named, len(named))

    def extract(chosen: list[Extractor]) -> eventx.Extraction:
        hook = eventx.hookimpl(lambda: chosen)
        plugin = type("Plugin", (), {"eventx_extractors": staticmethod(hook)})()
        return Engine(plugins=[plugin], autoload=False, hypothetical=True).extract(text)

    assert extract(named) == extract(shuffled)


@given(extractors(), texts())
def test_silent_and_failing_extractors_change_no_event(drawn: Extractor, text: str) -> None:
    """An extractor that contributes nothing, or raises, changes no event."""
    silent = extractor(name="silent", provides=())(lambda _, __: ())
    broken = failing("broken", DATE, error=ValueError())

    def extract(*chosen: Extractor) -> eventx.Extraction:
        hook = eventx.hookimpl(lambda: chosen)
        return Engine(plugins=[type("P", (), {"eventx_extractors": staticmethod(hook)})()], autoload=False).extract(text)

    alone = extract(drawn)
    assert alone == extract(drawn, silent)
    assert alone.events == extract(drawn, broken).events


def test_contributions_are_stamped_and_sorted(engine_of: EngineOf) -> None:
    """Each contribution carries its extractor's name; they come in the order of the text."""
    engine = engine_of(find("b", "b", Date("2022"), "date"), find("a", "a", Date("2021"), "date"))

    contributions = engine.extract("b a b").contributions

    assert ["b", "a", "b"] == [item.extractor for item in contributions]
    assert list(contributions) == ordered(contributions)


def test_languages(engine_of: EngineOf) -> None:
    """An extractor is asked only for the languages it reads."""
    engine = engine_of(find("vi", "x", Date("2022"), "date", languages=["vi"]), find("all", "x", Date("2022"), "date"))

    for language, names in (("vi", ["all", "vi"]), ("en", ["all"]), ("fr", ["all"])):
        assert names == [item.extractor for item in engine.extract(Document("x", language=language)).contributions]


@attrs.frozen(kw_only=True)
class Options:
    """Options of an extractor."""

    year: str = "2022"


@extractor(name="optional", provides=("date",), options_type=Options)
def optional(_: Document, options: Options) -> list[Contribution]:
    """Contribute the year that the options name."""
    return [attrs.evolve(DATE, value=Date(options.year))]


def test_options(engine_of: EngineOf) -> None:
    """Options reach their extractor; unknown names are errors that list the known ones."""

    def value(engine: Engine) -> str:
        return str(engine.extract("abc").contributions[0].value)

    assert "2022" == value(engine_of(optional))
    assert "1999" == value(engine_of(optional, options={"optional": {"year": "1999"}}))


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"optional": {"yeer": 1}}, r"extractor 'optional' has no option yeer \(did you mean year\?\); it has year"),
        ({"optional": {"colour": 1}}, "extractor 'optional' has no option colour; it has year"),
        ({"optionel": {}}, r"no extractor named optionel \(did you mean optional\?\); there are measured, optional"),
        ({"optional": {"year": 2022}}, "extractor 'optional', option year: expected str, got 2022"),
        ({"measured": {"far": "x"}}, r"extractor 'measured' refuses \{'far': 'x'\}: could not convert"),
    ],
)
def test_options_that_there_are_not(engine_of: EngineOf, options: Any, told: str) -> None:
    """An unknown extractor or option, or a value of another type, is an error that names it and what is near."""
    with pytest.raises(PluginError, match=told):
        engine_of(optional, measured, options=options)


def test_options_are_converted_before_they_are_looked_at(engine_of: EngineOf) -> None:
    """What counts is the type an option has after its converter."""
    engine_of(measured, options={"measured": {"far": "3.5"}})


@attrs.frozen(kw_only=True)
class Far:
    """Options with a converter."""

    far: float = attrs.field(default=1.0, converter=float)


measured = extractor(name="measured", provides=(), options_type=Far)(lambda *_: [])


ACCENTED = find(
    "accented", "ký kết", Trigger(type="signing", slots=(Slot(role="signatory", spans=(Span(0, 6),)),)), languages=["vi"]
)
NAME = find("name", "Đỗ Ánh", Mention(name="Đỗ Ánh"), "mention")


def test_offsets_are_into_the_text_as_given(engine_of: EngineOf) -> None:
    """Composed and decomposed input give the same events; spans and surfaces are those of the text as given."""
    text = "Đỗ Ánh ký kết. Hà Nội, ngày 5/9."
    engine = engine_of(ACCENTED, NAME)

    given_, composed = (engine.extract(Document(unicodedata.normalize(form, text), language="vi")) for form in ("NFD", "NFC"))

    assert [event.id for event in composed.events] == [event.id for event in given_.events]
    assert 1 == len(composed.events)
    for extraction in (given_, composed):
        for event in extraction.events:
            for item in event.evidence:
                assert item.text == extraction.document.slice(item.span)
        for item in extraction.contributions:
            assert unicodedata.normalize("NFC", extraction.document.slice(item.span)) in text
        spans = [span for event in extraction.events for person in event.participants for span in person.mentions]
        assert ["Đỗ Ánh"] == [unicodedata.normalize("NFC", extraction.document.slice(span)) for span in spans]


@given(texts())
def test_any_text_is_taken_as_it_is(text: str) -> None:
    """Nothing in a text makes the Engine raise, and the document given out is the one given."""
    hook = eventx.hookimpl(lambda: [SIGNED, NAME])
    engine = Engine(plugins=[type("P", (), {"eventx_extractors": staticmethod(hook)})()], autoload=False, on_error="raise")

    assert text == engine.extract(text).document.text


def test_lone_surrogates(engine_of: EngineOf) -> None:
    """A text with half a surrogate pair is read; offsets hold."""
    extraction = engine_of(SIGNED).extract("\ud800 signed")

    assert [Span(2, 8)] == [item.span for item in extraction.contributions]


def test_what_the_text_tells_of_itself(engine_of: EngineOf) -> None:
    """The day of publication is the caller's, else the first day the text states; the language is detected if not given."""
    stated = find("p", "p", Date("2022-09-06"), "published")
    month = find("m", "m", Date("2022-09"), "published")

    assert dt.date(2022, 9, 6) == engine_of(stated, month).extract("m p").document.published
    assert dt.date(2020, 1, 1) == engine_of(stated).extract(Document("p", published="2020-01-01")).document.published
    assert None is engine_of(month).extract("m").document.published
    assert "vi" == engine_of(SIGNED).extract("Ông đã ký các văn kiện và các thỏa thuận của hai nước").document.language


def test_hypothetical_events_on_request(engine_of: EngineOf) -> None:
    """Events told as hypothetical are left out unless asked for."""
    sign = find("sign", "sign", Trigger(type="signing", status="hypothetical"))

    assert [] == events(engine_of(sign), "if they sign")
    assert ["sign"] == events(engine_of(sign, hypothetical=True), "if they sign")


# -- one test a hook ---------------------------------------------------------------------------------------------------


def test_hook_eventx_extractors(plugin: MakePlugin) -> None:
    """Extractors come from the hook, sorted by name."""
    engine = Engine(plugins=[plugin(SIGNED, NAME)], autoload=False)

    assert ["name", "signed"] == [found.name for found in engine.extractors]


@attrs.frozen(kw_only=True)
class Truce(Event):
    """A type of a plugin."""

    type = "truce"
    days: int | None = None


def test_hook_eventx_event_types(plugin: MakePlugin) -> None:
    """The merger builds a plugin's type from triggers that name it."""
    truce = find("truce", "truce", Trigger(type="truce", fields=(("days", 3),)))
    engine = Engine(plugins=[plugin(truce, eventx_event_types=lambda: [Truce])], autoload=False)

    (event,) = engine.extract("a truce").events

    assert (Truce, 3) == (type(event), getattr(event, "days", None))
    assert Truce is engine.event_types["truce"]


def test_hook_eventx_refiners(plugin: MakePlugin) -> None:
    """Refiners change the events after merging, in name order of their plugins; one that fails changes nothing."""

    def mark(_: Document, found: tuple[Event, ...]) -> list[Event]:
        return [attrs.evolve(event, id=event.id + "!") for event in found]

    def fail(_: Document, __: tuple[Event, ...]) -> list[Event]:
        message = "no"
        raise ValueError(message)

    engine = Engine(
        plugins=[
            plugin(SIGNED, name="b", eventx_refiners=lambda: [lambda _, found: (*found, Signing(id="added"))]),
            plugin(name="a", eventx_refiners=lambda: [fail]),
            plugin(name="c", eventx_refiners=lambda: [mark]),
        ],
        autoload=False,
    )

    extraction = engine.extract("signed")

    assert [True, True] == [event.id.endswith("!") for event in extraction.events]
    assert [("a", "refine", "ValueError: no")] == [(p.plugin, p.stage, p.error) for p in extraction.problems]


def test_hook_eventx_choose(plugin: MakePlugin) -> None:
    """A plugin may choose among candidates that disagree; where it does not, the core's policy does."""
    dates = find("early", "2001", Date("2001"), "date"), find("late", "2002", Date("2002"), "date")
    seen: list[str] = []

    def eventx_choose(field: str, candidates: Any, document: Document) -> Any:
        seen.append(f"{field} {len(candidates)} {document.id}")
        return max(candidates, key=lambda candidate: str(candidate.value)) if document.id == "late" else None

    slot = Slot(role="date", spans=(Span(0, 16),), take="all")
    signed = find("signed", "signed", Trigger(type="signing", slots=(slot,)))
    engine = Engine(plugins=[plugin(signed, *dates, eventx_choose=eventx_choose)], autoload=False)

    chosen = {name: engine.extract(Document("signed 2001 2002", id=name)).events[0].date for name in ("late", "other")}

    assert Date("2002") == chosen["late"]
    assert chosen["other"] in (Date("2001"), Date("2002"))
    assert {"date 2 late", "date 2 other"} == set(seen)


@pytest.mark.parametrize("wrong", [lambda _: 1 / 0, lambda _: "no candidate"])
def test_a_choice_that_fails_is_left_to_others(plugin: MakePlugin, wrong: Callable[[Any], Any]) -> None:
    """A plugin that raises or invents a candidate is named, and the core's policy decides."""
    slot = Slot(role="date", spans=(Span(0, 16),), take="all")
    signed = find("signed", "signed", Trigger(type="signing", slots=(slot,)))
    dates = find("early", "2001", Date("2001"), "date"), find("late", "2002", Date("2002"), "date")

    def eventx_choose(candidates: Any) -> Any:
        return wrong(candidates)

    text = "signed 2001 2002"
    extraction = Engine(plugins=[plugin(signed, *dates, eventx_choose=eventx_choose)], autoload=False).extract(text)

    assert Engine(plugins=[plugin(signed, *dates)], autoload=False).extract(text).events == extraction.events
    assert {("made", "merge")} == {(problem.plugin, problem.stage) for problem in extraction.problems}


def test_values_that_cannot_be_merged(engine_of: EngineOf, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the merger fails without anybody's fault to be found, the document has no events; the next is read."""
    texts = iter(("broken", "good"))

    def merge(*arguments: Any, **options: Any) -> Any:
        if text == "broken":
            raise ZeroDivisionError
        return whole(*arguments, **options)

    whole = eventx.outcome.merge
    monkeypatch.setattr("eventx.outcome.merge", merge)
    engine = engine_of(SIGNED)

    text = next(texts)
    broken = engine.extract("signed")
    text = next(texts)
    good = engine.extract("signed")

    assert ((), [("eventx", "merge")]) == (broken.events, [(problem.plugin, problem.stage) for problem in broken.problems])
    assert "report it with the text" in str(broken.problems[0])
    assert 1 == len(good.events)


def test_hook_eventx_problem(plugin: MakePlugin) -> None:
    """Observers are told of each failure; an observer that fails breaks nothing."""
    seen: list[Problem] = []

    def watch(problem: Problem) -> None:
        seen.append(problem)

    def fail(problem: Problem) -> None:
        raise ValueError(problem)

    broken = failing("x", error=KeyError("k"))
    plugins = [plugin(broken, name="a", eventx_problem=fail), plugin(name="b", eventx_problem=watch)]

    extraction = Engine(plugins=plugins, autoload=False).extract("abc")

    assert list(extraction.problems) == seen


def test_extract_is_the_engine_of_everything_installed(monkeypatch: pytest.MonkeyPatch, engine_of: EngineOf) -> None:
    """eventx.extract passes on what is known of the text."""
    monkeypatch.setattr("eventx.engine.default_engine", lambda: engine_of(SIGNED))

    extraction = eventx.extract("signed", published="2022-09-06", language="vi", title="T")

    assert (dt.date(2022, 9, 6), "vi", "T") == (
        extraction.document.published,
        extraction.document.language,
        extraction.document.title,
    )
    with pytest.raises(ValueError, match="'soon' is not a date"):
        eventx.extract("signed", published="soon")


@pytest.mark.parametrize("enabled", [True, False])
def test_documents_are_read_without_collecting(engine_of: EngineOf, enabled: bool) -> None:  # noqa: FBT001 - a parameter
    """No cycles are looked for, and afterwards they are again, if they were before, whatever fails."""
    seen = []

    @extractor(name="watch", provides=("date",))
    def watch(_document: Document, _options: Any) -> list[Contribution]:
        seen.append(gc.isenabled())
        raise KeyboardInterrupt

    engine = engine_of(watch)
    try:
        if not enabled:
            gc.disable()
        for text in ("short", "long " * 30_000):
            with pytest.raises(KeyboardInterrupt):
                engine.extract(text)
        assert enabled is gc.isenabled()
    finally:
        gc.enable()
    assert [False, False] == seen


@pytest.mark.parametrize(("language", "told"), [("xx", True), ("VN", True), ("EN", False), ("vi-VN", False), (None, False)])
def test_a_language_that_nobody_reads_is_a_problem(engine_of: EngineOf, language: str | None, *, told: bool) -> None:
    """It says which languages there are; codes may be written in capitals, and with a region."""
    engine = engine_of(*(find(code, "met", "header", field="zone", languages=(code,)) for code in ("vi", "en")))
    problems = engine.extract(Document("They met.", language=language, id="d")).problems

    reason = f"document d: no plugin reads {str(language).lower()!r}; languages: en, vi"
    assert [f"{reason}; give one of these, or none: it is detected then"] * told == list(map(str, problems))
    assert ["read"] * told == [problem.stage for problem in problems]


def test_a_language_that_nobody_reads_is_raised_for_developers(engine_of: EngineOf) -> None:
    """As all problems are, where an Engine is to raise them; and it is none where an extractor reads any language."""
    document = Document("They met.", language="xx")

    with pytest.raises(InputError, match="no plugin reads 'xx'; languages: en"):
        engine_of(find("a", "met", "x", field="zone", languages=("en",)), on_error="raise").extract(document)
    assert () == engine_of(find("a", "met", "header", field="zone")).extract(document).problems
