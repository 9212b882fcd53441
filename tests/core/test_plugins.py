"""Discovery and isolation: one broken plugin costs its own results and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

from eventx import Contribution, Date, Engine, Event, PluginError, Problem, Span, extractor, hookimpl

Install = Callable[..., Path]
MakePlugin = Callable[..., Any]

GOOD = """
from eventx import Contribution, Date, Span, extractor, hookimpl

@extractor(name="good", provides=("date",))
def good(document, options):
    yield Contribution(field="date", value=Date("2022"), span=Span(0, 1), rule="good.one")

@hookimpl
def eventx_extractors():
    return [good]
"""


@extractor(name="steady", provides=("date",))
def steady(_: Any, __: Any) -> Any:
    """Contribute one date."""
    yield Contribution(field="date", value=Date("2021"), span=Span(0, 1), rule="steady.one")


def statuses(engine: Engine) -> dict[str, str]:
    """Return what became of the plugins made here."""
    return {info.name: info.status for info in engine.plugins if info.status != "blocked"}


def test_installed_plugins_are_found_by_their_entry_point(install: Install) -> None:
    """A plugin needs nothing but an entry point of the group eventx; its distribution and version are known."""
    install("good", GOOD, version="2.1")

    engine = Engine(plugins=["good"])

    (info,) = (info for info in engine.plugins if info.name == "good")
    assert ("loaded", "good-dist", "2.1", ("eventx_extractors",)) == (info.status, info.distribution, info.version, info.hooks)
    assert ["good"] == [contribution.extractor for contribution in engine.extract("abc").contributions]


def implementing(hook: str, body: str = "return []", arguments: str = "") -> str:
    """Return the source of a plugin with one hook."""
    return f"from eventx import hookimpl\n@hookimpl\ndef {hook}({arguments}):\n    {body}\n"


BROKEN = {
    "import": ("raise ImportError('no libfoo')", "load", "ImportError: no libfoo"),
    "syntax": ("def (:", "load", "SyntaxError"),
    "hook": (implementing("eventx_extractors", "raise KeyError('x')"), "collect", "KeyError: 'x'"),
    "no extractor": (implementing("eventx_extractors", "return [3]"), "collect", "3, which is no extractor"),
    "late": (implementing("eventx_extractors", "yield from (); raise OSError"), "collect", "OSError"),
    "number": (implementing("eventx_extractors", "return 3"), "collect", "TypeError"),
    "argument": (implementing("eventx_extractors", arguments="wrong"), "load", "wrong"),
    "type": (implementing("eventx_event_types", "return [int]"), "collect", "return attrs subclasses of eventx.Event"),
    "refiner": (implementing("eventx_refiners", "return [3]"), "collect", "cannot be called"),
    "unmarked": ("def eventx_extractors():\n    return []", "collect", "eventx_extractors lacks @hookimpl"),
    "misspelt": (implementing("eventx_extractor"), "collect", "did you mean eventx_extractors?"),
    "unknown": (
        implementing("eventx_qwertyuiop_asdfgh"),
        "collect",
        "a newer eventx may have it; this one has eventx_",
    ),
}


@pytest.mark.parametrize(("source", "stage", "error"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_plugin_becomes_a_problem(install: Install, source: str, stage: str, error: str) -> None:
    """Whatever is wrong with one plugin is told with its address, and the others work."""
    install("broken", source, version="0.3")
    install("good", GOOD)

    engine = Engine(plugins=["broken", "good"])

    assert ["good"] == [contribution.extractor for contribution in engine.extract("abc").contributions]
    (problem,) = engine.problems
    assert ("broken", "broken-dist", "0.3", stage) == (problem.plugin, problem.distribution, problem.version, problem.stage)
    assert error in problem.error


def test_an_interruption_passes_through(install: Install) -> None:
    """The user's interruption is not held back."""
    install("broken", "raise KeyboardInterrupt")

    with pytest.raises(KeyboardInterrupt):
        Engine(plugins=["broken"])


def test_developers_see_the_failure_itself(install: Install) -> None:
    """With on_error="raise" a failure at loading is raised as it is."""
    install("broken", "raise ImportError('no libfoo')")

    with pytest.raises(ImportError, match="no libfoo"):
        Engine(plugins=["broken"], on_error="raise")


def test_a_hook_that_returns_nothing(plugin: MakePlugin) -> None:
    """A hook may return None for an empty list."""
    engine = Engine(plugins=[plugin(steady), plugin(name="other", eventx_extractors=lambda: None)], autoload=False)

    assert ((), ["steady"]) == (engine.problems, [found.name for found in engine.extractors])


def test_only_the_named_are_loaded(install: Install) -> None:
    """plugins= loads the named ones only; block= leaves the named ones out; neither is imported."""
    install("good", GOOD)
    install("bomb", "raise SystemExit('imported')")

    assert {"good": "loaded"} == statuses(Engine(plugins=["good"]))
    assert "bomb" not in statuses(Engine(plugins=[], block=["bomb"]))


def test_the_environment_can_choose(install: Install, monkeypatch: pytest.MonkeyPatch, plugin: MakePlugin) -> None:
    """EVENTX_PLUGINS names the only plugins to load; empty means none."""
    install("good", GOOD)
    monkeypatch.setenv("EVENTX_PLUGINS", "good, ")
    assert {"good": "loaded"} == statuses(Engine())

    monkeypatch.setenv("EVENTX_PLUGINS", "")
    assert {"made": "loaded"} == statuses(Engine(plugins=[plugin(steady)]))


def test_the_environment_names_a_plugin_that_there_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """A misspelt name in the variable is an error that says where it stands and what is near."""
    monkeypatch.setenv("EVENTX_PLUGINS", "dates,titels")

    with pytest.raises(PluginError, match=r"EVENTX_PLUGINS: no plugin named titels \(did you mean titles\?\); installed: "):
        Engine()


def test_why_a_plugin_is_not_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is blocked says by what."""

    def reason(**options: Any) -> str | None:
        return next(info.reason for info in Engine(**options).plugins if info.name == "titles")

    assert "block= names it" == reason(block=["titles"])
    assert "plugins= names others" == reason(plugins=["dates"])
    monkeypatch.setenv("EVENTX_PLUGINS", "dates")
    assert "EVENTX_PLUGINS names others" == reason()
    assert reason(plugins=["titles"]) is None


def test_two_event_types_of_one_name(plugin: MakePlugin) -> None:
    """Of two event types of one name the first plugin's works; the other's failure names the first."""

    class Flood(Event):
        type = "flood"

    class Other(Event):
        type = "flood"

    kinds = {"one": Flood, "two": Other}
    plugins = [plugin(name=name, eventx_event_types=lambda kind=kind: [kind]) for name, kind in kinds.items()]
    engine = Engine(plugins=[plugin(steady), *plugins], autoload=False)

    assert Flood is engine.event_types["flood"]
    (problem,) = engine.problems
    assert ("two", True) == (problem.plugin, "taken by plugin one (registered here)" in problem.error)


def test_no_autoload(plugin: MakePlugin) -> None:
    """With autoload=False only what is handed in is used."""
    assert ["made"] == [info.name for info in Engine(plugins=[plugin(steady)], autoload=False).plugins]


def test_no_extractor_at_all_is_an_error_that_says_what_to_do(install: Install) -> None:
    """An Engine without an extractor tells what it saw and what to do."""
    with pytest.raises(PluginError, match=r"no extractor is loaded: install .*plugins seen: none"):
        Engine(autoload=False)
    install("broken", "raise ImportError('no libfoo')")
    with pytest.raises(PluginError, match=r"broken \(failed: ImportError: no libfoo\)"):
        Engine(plugins=["broken"])


def test_an_unknown_name() -> None:
    """A plugin that is not installed is named beside those that are."""
    with pytest.raises(PluginError, match=r"no plugin named absent; installed: .*dates"):
        Engine(plugins=["absent"])
    with pytest.raises(PluginError, match=r"no plugin named title \(did you mean titles\?\); installed: .*dates"):
        Engine(plugins=["title"])


def test_two_plugins_of_one_name(install: Install) -> None:
    """Of two entry points of one name the first distribution's works; the other's failure names both."""
    install("good", GOOD)
    install("other", GOOD.replace("2022", "1999"), version="2.0", entry="good")

    engine = Engine(plugins=["good"])

    assert ["2022"] == [str(item.value) for item in engine.extract("abc").contributions]
    assert [("good-dist", "loaded"), ("other-dist", "failed")] == [
        (info.distribution, info.status) for info in engine.plugins if info.status != "blocked"
    ]
    (problem,) = engine.problems
    assert "the name 'good' is taken by a plugin of good-dist 1.0; uninstall other-dist 2.0, or good-dist 1.0" in problem.error
    with pytest.raises(PluginError, match="is taken by a plugin of"):
        Engine(plugins=["good"], on_error="raise")


def test_two_extractors_of_one_name(plugin: MakePlugin) -> None:
    """Of two extractors of one name the first plugin's works; the other's failure names both plugins."""
    engine = Engine(plugins=[plugin(steady, name="two"), plugin(steady, name="one")], autoload=False)

    (problem,) = engine.problems
    assert ("two", "steady") == (problem.plugin, problem.extractor)
    assert "'steady' is taken by plugin one (registered here); two (registered here) needs another name" in problem.error


def test_an_event_type_of_a_taken_name(plugin: MakePlugin) -> None:
    """A type whose name exists already is a problem of its plugin; the first one stays."""

    class Meeting(Event):
        type = "meeting"

    engine = Engine(plugins=[plugin(steady, eventx_event_types=lambda: [Meeting])], autoload=False)

    (problem,) = engine.problems
    assert "the event type 'meeting' is taken by eventx itself; name it otherwise" in problem.error
    assert Meeting is not engine.event_types["meeting"]


def test_an_extractor_is_a_plugin(install: Install) -> None:
    """The smallest plugin is one function: an extractor may stand where a plugin does, installed or handed in."""
    folder = install("bare", GOOD.partition("@hookimpl")[0].replace('"good"', '"bare"'))
    (points,) = folder.glob("bare_dist-*/entry_points.txt")
    points.write_text("[eventx]\nbare = bare:good\n", encoding="utf-8")

    assert ["bare"] == [found.name for found in Engine(plugins=["bare"]).extractors]
    assert [("steady", "loaded", ("eventx_extractors",))] == [
        (info.name, info.status, info.hooks) for info in Engine(plugins=[steady], autoload=False).plugins
    ]


def test_engines_share_nothing(plugin: MakePlugin) -> None:
    """What one Engine was given, another does not have."""
    first = Engine(plugins=[plugin(steady)], autoload=False)

    assert "made" not in [info.name for info in Engine(block=["x"]).plugins]
    assert ["made"] == [info.name for info in first.plugins]


def test_observers_are_told_of_failures_at_loading(install: Install, plugin: MakePlugin) -> None:
    """eventx_problem sees what failed before the Engine was ready."""
    install("broken", "raise ImportError('no libfoo')")
    seen: list[Problem] = []

    def eventx_problem(problem: Problem) -> None:
        seen.append(problem)

    Engine(plugins=["broken", plugin(steady, eventx_problem=eventx_problem)])

    assert ["broken"] == [problem.plugin for problem in seen]


def test_a_class_instance_can_be_a_plugin() -> None:
    """Any object with hook methods serves; its class names it."""

    class Mine:
        @hookimpl
        def eventx_extractors(self) -> list[Any]:
            return [steady]

    assert ["Mine"] == [info.name for info in Engine(plugins=[Mine()], autoload=False).plugins]


def test_two_plugins_given_under_one_name(plugin: MakePlugin) -> None:
    """The first stays; what both are is told, and what to do."""
    a, b, twin = (attrs.evolve(steady, name=name) for name in ("a", "b", "twin"))
    one, two = plugin(a, name="twin"), plugin(b, name="twin")

    engine = Engine(plugins=[one, two, twin, one], autoload=False)

    made, second = "an object of the class SimpleNamespace of types", "the extractor 'twin'"
    stays, remedy = f"two plugins are named 'twin': {made} stays", "give one another name (name= of an extractor, else __name__)"
    assert [
        f"PluginError: {stays}, {made} is left out; {remedy}, or leave it out",
        f"PluginError: {stays}, {second} is left out; {remedy}, or leave it out",
        f"PluginError: {made} is there already, as plugin 'twin'; give it once, or leave that out: block=['twin']",
    ] == [problem.error for problem in engine.problems]
