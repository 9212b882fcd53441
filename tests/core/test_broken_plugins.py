"""Every way in which a stranger's plugin is known to break costs its own output only: the others' events stay as they are."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from eventx import Contribution, Date, Document, Engine, Extraction, Problem, Slot, Span, Trigger, explain, extractor
from eventx.isolation import contributions

Install = Callable[..., Path]
MakePlugin = Callable[..., Any]

TEXT = """Hanoi, May 4, 2022 (Agency) – President Anna Example of Laos received Prime Minister Tom Sample in Hanoi on May 3, 2022.

At the meeting, the host proposed that both sides boost trade. They will sign an agreement next month.

King Adam Muster met Queen Eva Beispiel in Paris on April 1, 2020 and on May 5, 2021."""
LIMIT = 0.3
BEGINNING = """
import time
import attrs
import regex
import re
from eventx import Contribution, Date, Event, Lexicon, Mention, Slot, Span, Title, Trigger, evolve, extractor, hookimpl

DATE = Contribution(field="date", value=Date("1999"), span=Span(0, 1), rule="broken.one")
TRIGGER = Contribution(field="trigger", value=Trigger(type="visit"), span=Span(0, 9), rule="broken.two")
"""
EXTRACTING = """
@extractor(name="broken", provides=("date", "mention", "place", "trigger"))
def broken(document, options):
    yield DATE
    yield TRIGGER
    {}

@hookimpl
def eventx_extractors():
    return [broken]
"""
HANDING = """
@hookimpl
def {}():
    {}
"""


def extracting(body: str) -> str:
    """Return a plugin whose extractor gives two sound contributions, then does something."""
    return EXTRACTING.format(body)


def handing(hook: str, body: str) -> str:
    """Return a plugin with one hook."""
    return HANDING.format(hook, body)


def refining(change: str) -> str:
    """Return a plugin whose refiner alters all events."""
    return handing("eventx_refiners", f"return [lambda document, events: [evolve(event, {change}) for event in events]]")


def telling(kind: str, field: str) -> str:
    """Return a plugin whose trigger of an event type tells a field of it."""
    return extracting(f"yield attrs.evolve(TRIGGER, value=Trigger(type={kind!r}, fields=({field},)))")


# what breaks, in which step, what is told, and the plugin
BROKEN = {
    "fails at import": ("load", "ImportError: no libfoo", "raise ImportError('no libfoo')"),
    "exits at import": ("load", "SystemExit: 3", "import sys\nsys.exit(3)"),
    "is no Python": ("load", "SyntaxError", "def (:"),
    "fails at a hook": ("collect", "KeyError: 'x'", handing("eventx_extractors", "raise KeyError('x')")),
    "hands in what is no extractor": ("collect", "which is no extractor", handing("eventx_extractors", "return [3]")),
    "never ends handing in": (
        "collect",
        "which is no extractor",
        "import itertools\n" + handing("eventx_extractors", "return itertools.count()"),
    ),
    "gives a string for a tuple": (
        "collect",
        "languages='en' is one string; give a tuple: languages=('en',)",
        handing("eventx_extractors", "return [extractor(name='broken', provides=(), languages='en')(lambda *_: [])]"),
    ),
    "declares what cannot be": (
        "collect",
        "provides is (3,); it has to be made of strings",
        handing("eventx_extractors", "return [extractor(name='broken', provides=(3,))(lambda *_: [])]"),
    ),
    "has a name that is none": (
        "collect",
        "extractor 3: name is (3,)",
        handing("eventx_extractors", "return [extractor(name=3, provides=())(lambda *_: [])]"),
    ),
    "has words that are no lexicon": (
        "collect",
        "give an eventx.Lexicon or None",
        handing("eventx_extractors", "return [extractor(name='broken', provides=(), lexicon=['a'])(lambda *_: [])]"),
    ),
    "has options of no class": (
        "collect",
        "give an attrs class with defaults",
        handing("eventx_extractors", "return [extractor(name='broken', provides=(), options_type=dict)(lambda *_: [])]"),
    ),
    "has options without defaults": (
        "collect",
        "missing 1 required",
        "@attrs.frozen\nclass Options:\n    year: int\n"
        + handing("eventx_extractors", "return [extractor(name='broken', provides=(), options_type=Options)(lambda *_: [])]"),
    ),
    "fails at the first item": ("extract", "ZeroDivisionError", extracting("").replace("yield DATE", "1 / 0")),
    "fails in the middle": ("extract", "ValueError: halfway", extracting("raise ValueError('halfway')")),
    "exits in the middle": ("extract", "SystemExit: 1", extracting("raise SystemExit(1)")),
    "yields what is no contribution": ("extract", "yield eventx.Contribution objects", extracting("yield 'Hanoi'")),
    "gives a value of a wrong type": (
        "extract",
        "expected Date, got '2022'",
        extracting("yield Contribution(field='date', value='2022', span=Span(0, 1), rule='broken.type')"),
    ),
    "gives wrong types deep inside": (
        "extract",
        "the value of 'mention': titles: expected Title, got 'Mr.'",
        extracting(
            "yield Contribution(field='mention', value=Mention(name='A', titles=('Mr.',)), span=Span(0, 1), rule='broken.deep')"
        ),
    ),
    "gives what is no JSON": (
        "extract",
        "set {1} is neither frozen nor JSON",
        extracting("yield attrs.evolve(TRIGGER, value=Trigger(type='visit', fields=(('form', {1}),)))"),
    ),
    "gives a span outside the text": (
        "extract",
        "code points",
        extracting("yield attrs.evolve(DATE, span=Span(0, 10_000))"),
    ),
    "gives a span outside the text deep inside": (
        "extract",
        "slots: spans: gave Span(start=5, end=9999)",
        extracting(
            "yield attrs.evolve(TRIGGER, value=Trigger(type='visit', slots=(Slot(role='guest', spans=(Span(5, 9999),)),)))"
        ),
    ),
    "gives a field it does not declare": (
        "extract",
        "contributed 'zone' but declares date, mention, place, trigger",
        extracting("yield Contribution(field='zone', value='header', span=Span(0, 50), rule='broken.zone')"),
    ),
    "never ends": ("extract", "it seems never to end", extracting("while True: yield DATE")),
    "eats memory": ("extract", "MemoryError", extracting("yield [0] * 10**18")),
    "recurs without end": ("extract", "RecursionError", extracting("broken.extract.__class__\n    f = lambda: f()\n    f()")),
    "hangs in a loop": ("extract", "took longer than 0.3 s", extracting("while True: pass")),
    "hangs and swallows what it can": (
        "extract",
        "took longer than 0.3 s",
        extracting("while True:\n        try: time.sleep(0.01)\n        except Exception: pass"),
    ),
    "hangs in a pattern": (
        "extract",
        "took longer than 0.3 s",
        extracting("regex.search(r'(?:a|aa)+b?$', 'a' * 40 + '!', timeout=document.time_left)"),
    ),
    "hangs in a pattern without a limit of its own": (
        "extract",
        "took longer than 0.3 s",
        extracting("re.search(r'(?:a|aa)+b?$', 'a' * 60 + '!')"),
    ),
    "is slow between items": (
        "extract",
        "took longer than 0.3 s",
        extracting("while True:\n        time.sleep(0.02)\n        yield DATE"),
    ),
    "changes the document": (
        "extract",
        "changed the document: text",
        extracting("object.__setattr__(document, 'text', 'x' * 500)"),
    ),
    "writes on the document": (
        "extract",
        "changed the document: notes",
        extracting("document.__dict__['notes'] = 1; document._hits.clear()"),
    ),
    "takes the name of another's extractor": (
        "collect",
        "the extractor name 'dates' is taken by plugin dates (eventx); broken (broken-dist) needs another name",
        extracting("").replace("'broken'", "'dates'").replace('name="broken"', 'name="dates"'),
    ),
    "has an event type that cannot be built": (
        "collect",
        "missing 1 required",
        "@attrs.frozen(kw_only=True)\nclass Flood(Event):\n    type = 'flood'\n    metres: float\n"
        + handing("eventx_event_types", "return [Flood]"),
    ),
    "has an event type that refuses its values": (
        "merge",
        "ValueError: no form",
        "@attrs.frozen(kw_only=True)\nclass Flood(Event):\n    type = 'flood'\n    form: str | None = None\n"
        "    def __attrs_post_init__(self):\n        if self.form: raise ValueError('no form')\n"
        + handing("eventx_event_types", "return [Flood]")
        + extracting("yield attrs.evolve(TRIGGER, value=Trigger(type='flood', fields=(('form', 'x'),)))"),
    ),
    "has words that cannot be read": (
        "extract",
        "LexiconError",
        "from pathlib import Path\nLEXICON = Lexicon('broken', Path(__file__).parent / 'words', tags=('word',))\n"
        + extracting("yield from document.hits(LEXICON)").replace('"trigger"))', '"trigger"), lexicon=LEXICON)'),
    ),
    "refines to what is no event": (
        "refine",
        "a refiner gave 'event'",
        handing("eventx_refiners", "return [lambda document, events: ['event']]"),
    ),
    "refines a date to a text": (
        "refine",
        "expected Date, got '2022-01-01'; give eventx.evolve(event, date=…) a value of Date | None",
        refining("date='2022-01-01'"),
    ),
    "refines a place to a text": ("refine", "place = 'Hanoi': expected Place, got 'Hanoi'", refining("place='Hanoi'")),
    "refines participants to texts": ("refine", "expected Participant, got 'Anna'", refining("participants=('Anna',)")),
    "refines participants to a list": ("refine", "participants = []: expected a tuple, got []", refining("participants=[]")),
    "refines to a status that there is not": ("refine", "'maybe' is none of 'held', 'planned'", refining("status='maybe'")),
    "refines to a span outside the text": (
        "refine",
        "code points",
        refining("evidence=tuple(attrs.evolve(word, span=Span(0, 9999)) for word in event.evidence)"),
    ),
    "refines to a type that nobody hands in": (
        "refine",
        "Flood is no event type of this Engine; hand it in with eventx_event_types",
        "@attrs.frozen(kw_only=True)\nclass Flood(Event):\n    type = 'flood'\n"
        + handing("eventx_refiners", "return [lambda document, events: (*events, Flood())]"),
    ),
    "tells a number for a tuple": (
        "extract",
        "'signing' gives the field 'documents': expected a tuple, got 5; the type declares it as tuple[str, ...]: give",
        telling("signing", "('documents', 5)"),
    ),
    "tells a span for a form": (
        "extract",
        "'form': expected str, got Span(start=0, end=1)",
        telling("visit", "('form', Span(0, 1))"),
    ),
    "tells a text for a number": ("extract", "'years': expected int, got 'x'", telling("anniversary", "('years', 'x')")),
    "tells truth for a number": ("extract", "'years': expected int, got True", telling("anniversary", "('years', True)")),
    "tells a text for a tuple": ("extract", "'items': expected a tuple, got 'abc'", telling("proposal", "('items', 'abc')")),
    "misspells a field": (
        "extract",
        "gives the field 'fomr' = 'state', which the type does not have (did you mean form?); it has form",
        telling("visit", "('fomr', 'state')"),
    ),
    "misspells a role": (
        "extract",
        "'visitr', which is none (did you mean visitor?); the type has visitor, host, participant, place, date",
        extracting("yield attrs.evolve(TRIGGER, value=Trigger(type='visit', slots=(Slot(role='visitr', spans=()),)))"),
    ),
    "misspells a role of its own type": (
        "extract",
        "the role 'taget', which is none (did you mean target?)",
        "@attrs.frozen(kw_only=True)\nclass Flood(Event):\n    type = 'flood'\n    roles = ('target',)\n"
        + handing("eventx_event_types", "return [Flood]")
        + extracting("yield attrs.evolve(TRIGGER, value=Trigger(type='flood', slots=(Slot(role='taget', spans=()),)))"),
    ),
    "has roles that are one text": (
        "collect",
        "roles is 'host'; give a tuple of strings",
        "@attrs.frozen(kw_only=True)\nclass Flood(Event):\n    type = 'flood'\n    roles = 'host'\n"
        + handing("eventx_event_types", "return [Flood]"),
    ),
    "refines without end": (
        "refine",
        "took longer than 0.3 s",
        handing(
            "eventx_refiners",
            "return [lambda document, events: (time.sleep(0.05) or event for _ in iter(int, 1) for event in events)]",
        ),
    ),
    "fails at a choice": (
        "merge",
        "KeyError",
        "@hookimpl\ndef eventx_choose(field, candidates):\n    raise KeyError(field)\n",
    ),
    "misspells a hook": ("collect", "did you mean eventx_extractors?", handing("eventx_extractor", "return []")),
    "forgets the marker": ("collect", "lacks @hookimpl", "def eventx_extractors():\n    return []\n"),
    "has a hook of another version": (
        "collect",
        "a newer eventx may have it",
        "@hookimpl\ndef eventx_qwertyuiop_asdfgh():\n    return []\n",
    ),
    "asks a hook for what it does not give": ("load", "'wrong'", "@hookimpl\ndef eventx_extractors(wrong):\n    return []\n"),
}


@pytest.fixture(scope="module")
def sound() -> Extraction:
    """Return what the built-in plugins make of the text."""
    return Engine(block=["broken"]).extract(Document(TEXT, id="news"))


@pytest.mark.parametrize(("stage", "told", "source"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_plugin_is_contained(install: Install, sound: Extraction, stage: str, told: str, source: str) -> None:
    """The others' events are those of a run without it, and one problem names plugin, version, step, document and remedy."""
    folder = install("broken", BEGINNING + source, version="0.3")
    (folder / "words").mkdir()
    (folder / "words" / "en.toml").write_text('[word]\n"CAPITALS" = 1\n', encoding="utf-8")

    engine = Engine(time_limit=LIMIT)
    extraction = engine.extract(Document(TEXT, id="news"))

    assert sound.events
    assert sound.events == extraction.events
    assert sound.contributions == tuple(item for item in extraction.contributions if item.extractor != "broken")
    (problem,) = dict.fromkeys((*engine.problems, *extraction.problems))
    assert ("broken", "broken-dist", "0.3", stage) == (problem.plugin, problem.distribution, problem.version, problem.stage)
    assert (None if stage in ("load", "collect") else "news") == problem.document
    assert told in problem.error
    assert str(problem).endswith(
        "report it to the author of broken-dist, or leave the plugin out: --no-plugin broken, block=['broken']"
    )


def test_a_trigger_of_no_event_type(engine_of: Callable[..., Engine]) -> None:
    """One problem a type tells of it; what the plugin gives besides stays."""

    @extractor(name="mine", provides=("date", "trigger"))
    def mine(_: Document) -> Iterator[Contribution]:
        yield Contribution(field="date", value=Date("2022"), span=Span(0, 4), rule="mine.date")
        for start, kind in enumerate(("metting", "flood", "flood", "visit", "scene")):
            yield Contribution(field="trigger", value=Trigger(type=kind), span=Span(min(start, 3), 4), rule=f"mine.{kind}")

    extraction = engine_of(mine).extract("2022")

    flood, meeting = extraction.problems
    assert "mine.flood: there is no event type 'flood'; there are meeting, visit, " in flood.error
    assert "mine.metting: there is no event type 'metting' (did you mean meeting?); there are" in meeting.error
    assert "eventx_event_types; triggers of it are left out" in meeting.error
    assert ("made", "mine", "extract") == (flood.plugin, flood.extractor, flood.stage)
    assert 6 == len(extraction.contributions)
    (silence,) = explain("2022", engine=engine_of(mine)).silences
    assert silence.reason == "a trigger, but no event: what its slots found was too little, or another event took it in"


def test_explain_tells_of_a_trigger_of_no_event_type(engine_of: Callable[..., Engine]) -> None:
    """A sentence whose only trigger names no event type stopped there, and the nearest is told."""

    @extractor(name="mine", provides=("trigger",))
    def mine(_: Document) -> Iterator[Contribution]:
        yield Contribution(field="trigger", value=Trigger(type="metting"), span=Span(0, 4), rule="mine.one")

    explanation = explain("They met.", engine=engine_of(mine))

    assert ["there is no event type 'metting' (did you mean meeting?), so its trigger is left out"] == [
        silence.reason for silence in explanation.silences
    ]


@pytest.mark.parametrize("fields", [(("form", None),), (("years", 5),), (("form", "state"), ("days", 3)), ()])
def test_fields_that_are_passed_over(engine_of: Callable[..., Engine], fields: tuple[tuple[str, object], ...]) -> None:
    """None says nothing; a field of another type, for a rule that reads several, is no fault, nor is how long it takes."""
    trigger = Trigger(type="visit", fields=fields, slots=(Slot(role="speaker", spans=()), Slot(role="place", spans=())))

    @extractor(name="mine", provides=("trigger",))
    def mine(_: Document) -> Iterator[Contribution]:
        yield Contribution(field="trigger", value=trigger, span=Span(0, 4), rule="mine.one")

    assert () == engine_of(mine).extract("They left.").problems


def test_there_are_twelve_and_more() -> None:
    """The list is as long as was promised."""
    assert len(BROKEN) >= 12


def test_two_plugins_that_break_the_merger(install: Install, sound: Extraction) -> None:
    """Where it takes more than one to go, each is told of."""
    source = BROKEN["has an event type that refuses its values"][2]
    install("broken", BEGINNING + source)
    install("other", BEGINNING + source.replace("flood", "storm").replace('name="broken"', 'name="other"'))

    extraction = Engine().extract(TEXT)

    assert sound.events == extraction.events
    assert {"broken", "other"} == {problem.plugin for problem in extraction.problems}


@extractor(name="slow", provides=("date",))
def slow(document: Document, _: Any) -> Iterator[Contribution]:
    """Take a while, item by item."""
    for _round in range(40):
        time.sleep(0.02)
        yield Contribution(field="date", value=Date("2022"), span=Span(0, 1), rule="slow.one")
    assert document.time_left is None


def test_the_time_limit_is_off_by_default(plugin: MakePlugin) -> None:
    """An extractor may take its time, and knows of no limit."""
    extraction = Engine(plugins=[plugin(slow)], autoload=False).extract("a")

    assert ((), 40) == (extraction.problems, len(extraction.contributions))


def test_the_time_limit_in_another_thread(plugin: MakePlugin) -> None:
    """Where there can be no alarm, items and patterns are held to the limit."""
    engine = Engine(plugins=[plugin(slow)], autoload=False, time_limit=0.1)

    with ThreadPoolExecutor(1) as pool:
        (problem,) = pool.submit(engine.extract, "a").result().problems

    assert "TimeoutError: slow took longer than 0.1 s" in problem.error
    assert "timeout=document.time_left" in problem.error
    assert threading.current_thread() is threading.main_thread()


@pytest.mark.parametrize("found", [[], [Contribution(field="date", value=Date("2022"), span=Span(0, 1), rule="late.one")]])
def test_the_time_limit_in_another_thread_without_items(plugin: MakePlugin, found: list[Contribution]) -> None:
    """An extractor that says nothing until it is late is late all the same, whatever it gives."""

    @extractor(name="late", provides=("date",))
    def late(_document: Document, _options: Any) -> list[Contribution]:
        time.sleep(0.1)
        return found

    engine = Engine(plugins=[plugin(late)], autoload=False, time_limit=0.05)
    with ThreadPoolExecutor(1) as pool:
        extraction = pool.submit(engine.extract, "a").result()

    assert ["TimeoutError: late took longer than 0.05 s"] == [problem.error.partition(";")[0] for problem in extraction.problems]
    assert extraction.contributions == ()


def test_a_built_in_extractor_is_asked_once() -> None:
    """What a built-in extractor gave is looked at again where it cannot be right; the extractor is not asked again."""
    asked = []

    @extractor(name="ours", provides=("date",))
    def ours(_document: Document, _options: Any) -> list[Any]:
        asked.append(1)
        return ["no contribution"]

    with pytest.raises(TypeError, match="ours yielded 'no contribution'; yield"):
        contributions(ours, Document("a"), None, ours=True, types={})
    assert [1] == asked


def test_a_sound_plugin_keeps_its_events_under_a_limit(sound: Extraction) -> None:
    """A limit that is not reached changes nothing, and leaves no alarm behind."""
    assert sound == Engine(block=["broken"], time_limit=30).extract(Document(TEXT, id="news"))
    time.sleep(0.01)


def test_a_time_limit_of_nothing() -> None:
    """A limit that no extractor could keep is refused."""
    with pytest.raises(ValueError, match=r"time_limit=0: give seconds, more than 0, or None"):
        Engine(time_limit=0)


def test_developers_see_the_failure_itself(plugin: MakePlugin) -> None:
    """With on_error="raise" the time limit is an exception too."""
    with pytest.raises(TimeoutError, match="slow took longer"):
        Engine(plugins=[plugin(slow)], autoload=False, time_limit=0.1, on_error="raise").extract("a")


def test_problems_of_eventx_itself() -> None:
    """A fault of a built-in plugin is for us, not for a stranger."""
    problem = Problem(plugin="dates", distribution="eventx", version="1", stage="extract", error="KeyError: 1")

    assert str(problem).endswith("a fault of eventx itself: report it with the text")


def test_a_limit_too_small_for_eventx_itself() -> None:
    """It is not called broken: the limit is to be raised."""
    problem = Engine(plugins=["dates"], time_limit=1e-6).extract("On May 3, 2022.").problems[0]

    assert "TimeoutError: dates took longer than 1e-06 s" in problem.error
    assert str(problem).endswith(
        "it is not broken but slow: raise the limit (time_limit=, --time-limit); if the text is short, report it"
    )
