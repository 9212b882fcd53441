"""Every way in which a stranger's plugin is known to break costs its own output only: the others' events stay as they are."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from eventx import Contribution, Date, Document, Engine, Extraction, Problem, Span, extractor

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
from eventx import Contribution, Date, Event, Lexicon, Mention, Slot, Span, Title, Trigger, extractor, hookimpl

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
