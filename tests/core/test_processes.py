"""Many documents in several processes: the same as in one, whatever dies."""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs
import pytest

from eventx import Contribution, Date, Document, Engine, PluginError, Problem, Span, extractor
from eventx.processes import ordered_map

EngineOf = Callable[..., Engine]
MakePlugin = Callable[..., Any]

pytestmark = pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(), reason="extractors made here cannot be sent"
)

TEXTS = [
    "President Ana Souza received Foreign Minister Lee Min-ho in Hanoi on March 5, 2024.",
    "Nothing of note.",
    "Chủ tịch nước Nguyễn Văn Bình tiếp Đại sứ Nhật Bản Yamada Taro tại Hà Nội ngày 5/3/2024.",
    "The two countries celebrate the 50th anniversary of diplomatic relations in 2024.",
]


@attrs.frozen
class Watch:
    """Tells whether cycles were looked for when it was sent, and when it came back."""

    seen: tuple[bool, ...] = ()

    def __reduce__(self) -> tuple[Any, ...]:
        """Return what makes one that knows."""
        return _watched, (gc.isenabled(),)


@attrs.frozen(kw_only=True)
class Weighed(Contribution):
    """A contribution that says more."""

    weight: int = 0


@attrs.frozen
class Whole(Span):
    """A span of its own class."""


def _watched(sent: bool) -> Watch:  # noqa: FBT001 - as pickle calls it
    return Watch((sent, gc.isenabled()))


@extractor(name="moody", provides=("date", "own"))
def moody(document: Document, _: Any) -> Iterator[Contribution]:
    """Do what the text says."""
    word, _, path = document.text.partition(" ")
    if word == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "exit":
        os._exit(3)
    if word == "once" and not Path(path).exists():
        Path(path).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "fail":
        raise ValueError(path)
    if word == "watch":
        yield Contribution(field="own", value=Watch(), span=Span(0, 1), rule="moody.watch")  # type: ignore[arg-type]
    if word == "weighed":
        yield Weighed(field="own", value="all", span=Span(0, 1), rule="moody.weighed", weight=3)
    if word == "whole":
        yield Contribution(field="own", value="all", span=Whole(0, 1), rule="moody.whole")
    if word == "local":

        @attrs.frozen
        class Local:
            pass

        yield Contribution(field="own", value=Local(), span=Span(0, 1), rule="moody.local")  # type: ignore[arg-type]
    yield Contribution(field="date", value=Date("2024"), span=Span(0, 1), rule="moody.date")


def said(engine: Engine, texts: list[str], **options: Any) -> list[tuple[str, int, tuple[str, ...]]]:
    """Return, for each text, how many contributions and which problems it has."""
    found = engine.extract_many(texts, processes=2, **options)
    return [(x.document.text, len(x.contributions), tuple(problem.error for problem in x.problems)) for x in found]


def test_processes_change_nothing() -> None:
    """Documents, bare texts and offsets of texts in another form come back equal and in order."""
    engine = Engine()
    documents = [text if number % 2 else Document(text, id=str(number)) for number, text in enumerate(TEXTS * 20)]

    assert list(engine.extract_many(documents)) == list(engine.extract_many(documents, processes=2))
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("word", ["weighed", "whole"])
def test_contributions_of_other_classes_arrive_as_such(engine_of: EngineOf, word: str) -> None:
    """A contribution that says more than others, and a span of a class of its own, are what they were."""
    engine = engine_of(moody)
    here, there = (next(iter(engine.extract_many([word], processes=number))).contributions for number in (1, 2))

    assert here == there
    assert [(type(it), type(it.span)) for it in here] == [(type(it), type(it.span)) for it in there]
    assert 2 == len(here)


@pytest.mark.parametrize(("word", "end"), [("kill", "signal 9"), ("exit", "exit code 3")])
def test_document_that_kills_its_process_loses_only_itself(engine_of: EngineOf, word: str, end: str) -> None:
    """Its extraction is empty but for a problem that names it."""
    texts = [f"text {number}" for number in range(60)]
    texts[7] = texts[40] = word

    found = list(engine_of(moody).extract_many((Document(text, id=text) for text in texts), processes=2))

    assert texts == [x.document.text for x in found]
    for extraction in found:
        if extraction.document.text == word:
            (problem,) = extraction.problems
            assert ("eventx", "extract", word, ()) == (problem.plugin, problem.stage, problem.document, extraction.contributions)
            assert end in problem.error
        else:
            assert (1, ()) == (len(extraction.contributions), extraction.problems)


def test_process_killed_by_chance_loses_nothing(engine_of: EngineOf, tmp_path: Path) -> None:
    """Its batch is read again."""
    texts = ["a", "b", f"once {tmp_path / 'killed'}", "c", "d", "e"]

    assert [(text, 1, ()) for text in texts] == said(engine_of(moody), texts)


def test_lost_document_is_raised_for_developers(engine_of: EngineOf) -> None:
    """With on_error="raise" nothing is kept back."""
    with pytest.raises(PluginError, match="signal 9"):
        said(engine_of(moody, on_error="raise"), ["a", "kill", "b"])
    assert not multiprocessing.active_children()


def test_failures_of_plugins_are_problems_of_their_documents(engine_of: EngineOf) -> None:
    """As in one process."""
    assert [("a", 1, ()), ("fail x", 0, ("ValueError: x",)), ("b", 1, ())] == said(engine_of(moody), ["a", "fail x", "b"])


def test_what_is_raised_comes_in_its_turn(engine_of: EngineOf) -> None:
    """What was read before is given out first."""
    extractions = engine_of(moody, on_error="raise").extract_many(["a", "b", "fail here", "c"], processes=2)

    assert ["a", "b"] == [next(extractions).document.text, next(extractions).document.text]
    with pytest.raises(ValueError, match="here"):
        next(extractions)


def test_error_that_cannot_be_sent_is_told_in_words(engine_of: EngineOf) -> None:
    """Not every exception can be pickled."""

    class OddError(Exception):
        pass

    @extractor(name="odd", provides=("date",))
    def odd(_document: Document, _options: Any) -> list[Contribution]:
        message = "odd one"
        raise OddError(message)

    with pytest.raises(RuntimeError, match="OddError: odd one"):
        said(engine_of(odd, on_error="raise"), ["a"])


def test_value_that_cannot_be_sent_costs_only_its_document(engine_of: EngineOf) -> None:
    """The others of its batch come through."""
    found = said(engine_of(moody), ["a", "b", "local", "c", "d"])

    assert [("a", 1), ("b", 1), ("local", 0), ("c", 1), ("d", 1)] == [(text, count) for text, count, _ in found]
    assert "could not be sent back" in found[2][2][0]


def test_results_are_sent_and_come_back_without_collecting() -> None:
    """No cycles are looked for among the thousands of values of a batch."""
    found = ordered_map(lambda items: [Watch() for _ in items], "abc", processes=2, weigh=len, lost=lambda *_: Watch())

    assert [Watch((False, False))] * 3 == list(found)
    assert gc.isenabled()


def test_contributions_are_unpacked_when_asked_for(engine_of: EngineOf) -> None:
    """Whoever wants events alone does not wait for them; they are the same once and again, and for whoever gets a copy."""
    one, other = engine_of(moody).extract_many(["watch", "other"], processes=2)

    watch = next(contribution.value for contribution in one.contributions if contribution.field == "own")
    assert Watch((False, True)) == watch
    assert one.contributions is one.contributions
    assert other == pickle.loads(pickle.dumps(other)) == attrs.evolve(other, problems=())  # noqa: S301 - our own
    with pytest.raises(AttributeError, match="'Extraction' object has no attribute 'events_'"):
        one.events_  # type: ignore[attr-defined]  # noqa: B018 - it raises


def test_only_a_few_batches_are_read_ahead(engine_of: EngineOf) -> None:
    """Memory does not grow with the number of documents."""
    taken = 0

    def documents() -> Iterator[str]:
        nonlocal taken
        for number in range(5000):
            taken += 1
            yield f"text {number}"

    extractions = engine_of(moody).extract_many(documents(), processes=2)
    for _ in range(1000):
        next(extractions)

    assert 1000 <= taken <= 1000 + 7 * 32
    extractions.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()


def test_last_batches_are_small() -> None:
    """So that no process works on a long one while the others have nothing left."""

    def sizes(items: Sequence[int]) -> list[int]:
        time.sleep(0.001 * len(items))
        return [len(items)] * len(items)

    found = list(ordered_map(sizes, range(1000), processes=2, weigh=lambda _: 1, lost=lambda *_: 0))

    assert 1000 == len(found)
    assert found[-1] <= 8 < max(found) == 32


def test_error_in_the_source_of_documents_passes_through(engine_of: EngineOf) -> None:
    """And leaves no process behind."""

    def documents() -> Iterator[str]:
        yield "a"
        message = "no more"
        raise OSError(message)

    with pytest.raises(OSError, match="no more"):
        list(engine_of(moody).extract_many(documents(), processes=2))
    assert not multiprocessing.active_children()


def test_observers_watch_in_the_callers_process(plugin: MakePlugin) -> None:
    """They are told each failure once."""
    told: list[tuple[int, str]] = []

    def watch(problem: Problem) -> None:
        told.append((os.getpid(), problem.error))

    engine = Engine(plugins=[plugin(moody, eventx_problem=watch)], autoload=False)

    said(engine, ["a", "fail x", "kill"])

    assert [(os.getpid(), "ValueError: x"), (os.getpid(), "the document killed its process (signal 9)")] == told


def test_no_documents_need_no_process(engine_of: EngineOf) -> None:
    """Nothing in, nothing out."""
    assert [] == said(engine_of(moody), [])


@pytest.mark.parametrize("processes", [0, -1])
def test_less_than_one_process_is_refused(engine_of: EngineOf, processes: int) -> None:
    """At the call, not at the first document."""
    with pytest.raises(ValueError, match="is less than 1"):
        engine_of(moody).extract_many([], processes=processes)


def test_engine_can_be_sent() -> None:
    """With its options and its modules."""
    engine = Engine(plugins=["dates", sys.modules["eventx_titles"]], options={"dates": {"day_first": True}}, hypothetical=True)
    sent = pickle.loads(pickle.dumps(engine))  # noqa: S301 - our own

    assert engine.plugins == sent.plugins
    assert engine.extract("5/3/2024") == sent.extract("5/3/2024")


def test_beside_other_threads_processes_are_started_anew() -> None:
    """A copy of a process with threads may never get a lock that one of them held."""
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        engine = Engine(plugins=["dates"])
        assert list(engine.extract_many(TEXTS)) == list(engine.extract_many(TEXTS, processes=2))
    finally:
        done.set()
        thread.join()


@pytest.mark.parametrize("number", [0, 1, 40, 100])
def test_a_source_that_fails_gives_what_it_gave_before(engine_of: EngineOf, number: int) -> None:
    """As in one process: all documents before the failure come out, then it is raised."""

    def source() -> Iterator[str]:
        for count in range(number):
            yield f"text {count}"
        message = "no more"
        raise OSError(message)

    found = []
    extractions = engine_of(moody).extract_many(source(), processes=2)
    with pytest.raises(OSError, match="no more"):  # noqa: PT012 - one document after the other
        while True:
            found.append(next(extractions).document.text)
    assert [f"text {count}" for count in range(number)] == found


def test_what_a_killed_process_is_called(engine_of: EngineOf) -> None:
    """It is no fault of eventx itself: the problem says what may have done it, and what to do."""
    (extraction, *_) = engine_of(moody).extract_many([Document("kill", id="k"), "text"], processes=2)

    told = str(extraction.problems[0])
    assert told.startswith(
        "eventx, extract step of document k: the document killed its process (signal 9); a plugin may have done it"
    )
    assert told.endswith("leaving out plugins one by one: --no-plugin NAME, block=['NAME']")
    assert "fault of eventx" not in told
