"""What a plugin's words and declarations can come to nothing by is told when the Engine is built."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import attrs
import pytest

from eventx import (
    TRIGGER_KEYS,
    Contribution,
    Document,
    Engine,
    Event,
    Lexicon,
    LexiconError,
    PluginError,
    extractor,
    frame_triggers,
    hookimpl,
)
from eventx.testing import check_plugin
from eventx.words_check import hidden_words

MakePlugin = Callable[..., Any]
SOUND = """[trigger]
"{shook|shakes} hands" = { type = "meeting", form = "talks", frame = "sides" }
[frames]
sides = [{ role = "participant", at = "sentence" }]
"""


@attrs.frozen(kw_only=True)
class Truce(Event):
    """Fighting stops."""

    type = "truce"
    roles = ("side",)


def told(folder: Path, plugin: MakePlugin, *, languages: Sequence[str] = ("en",), **changes: Any) -> list[str]:
    """Return what is told of the words files of a folder when an Engine is built."""
    declared: dict[str, Any] = {"tags": ("trigger",), "tables": ("frames",), "keys": {"trigger": TRIGGER_KEYS}, **changes}
    lexicon = Lexicon("mine", folder, **declared)

    @extractor(name="mine", provides=("trigger",), languages=languages, lexicon=lexicon)
    def mine(document: Document) -> Iterator[Contribution]:
        return frame_triggers(document, lexicon)

    engine = Engine(plugins=[plugin(mine, eventx_event_types=lambda: [Truce])], autoload=False)
    assert {("made", "mine", "collect")} >= {(one.plugin, one.extractor, one.stage) for one in engine.problems}
    return [problem.error.removeprefix("PluginError: ") for problem in engine.problems]


SILENT = {
    "an event type": (
        ('"meeting"', '"metting"'),
        "[trigger] 'shook hands' (written '{shook|shakes} hands'): there is no event type 'metting' (did you mean meeting?)",
    ),
    "an event type of its own": (('"meeting", form = "talks"', '"truse"'), "no event type 'truse' (did you mean truce?)"),
    "a form": (('"meeting"', '"truce"'), "'shook hands' (written '{shook|shakes} hands'): the event type 'truce' has no form"),
    "a role": (
        ('"participant"', '"hosst"'),
        "mine: en.toml: [frames] 'sides', for the event type 'meeting': the role 'hosst', which is none (did you mean host?)",
    ),
    "a role of its own": (
        ('"meeting", form = "talks", frame = "sides" }\n[frames]\nsides = [{ role = "participant"', "SIDE"),
        "the role 'syde', which is none (did you mean side?); the type has side, participant, place, date",
    ),
    "a frame": (('frame = "sides"', 'frame = "side"'), "[frames] 'side' is named by a trigger but not there; it has sides"),
}


@pytest.mark.parametrize(("change", "message"), SILENT.values(), ids=SILENT.keys())
def test_misspelt(tmp_path: Path, plugin: MakePlugin, change: tuple[str, str], message: str) -> None:
    """A name in a words file that nobody knows is told once, with file, key, the line as written and the nearest name."""
    new = '"truce", frame = "sides" }\n[frames]\nsides = [{ role = "syde"' if change[1] == "SIDE" else change[1]
    (tmp_path / "en.toml").write_text(SOUND.replace(change[0], new), "utf-8")

    (error,) = told(tmp_path, plugin)

    assert message in error


def test_sound_words(tmp_path: Path, plugin: MakePlugin) -> None:
    """Nothing is told of words that can be used, of roles and types of the plugin's own, of any language."""
    scene = '"among them" = { type = "scene", frame = "sides" }\n'
    own = scene + '"truced" = { type = "truce", frame = "own" }\n[frames]\nown = [{ role = "side", at = "subject" }]'
    (tmp_path / "en.toml").write_text(SOUND.replace("[frames]", own), "utf-8")

    assert [] == told(tmp_path, plugin)
    assert [] == told(tmp_path, plugin, languages=())


def test_files_without_words(tmp_path: Path, plugin: MakePlugin) -> None:
    """A declared language without a file, with an empty one, or with nothing that is looked for in texts is told."""
    (tmp_path / "en.toml").write_text('note = "nothing"\n', "utf-8")
    assert [
        "mine: en.toml is empty; write words in it, or take 'en' out of languages=",
        f"mine: there is no vi.toml in {tmp_path}; write it, or take 'vi' out of languages=",
    ] == told(tmp_path, plugin, languages=("en", "vi"))

    (tmp_path / "en.toml").write_text(SOUND[SOUND.index("[frames]") :], "utf-8")
    assert ["mine: en.toml has no words to look for; write them under [trigger]"] == told(tmp_path, plugin)

    (tmp_path / "en.toml").unlink()
    assert [f"mine: there is no en.toml in {tmp_path}; write it"] == [
        error.split(",")[0] for error in told(tmp_path, plugin, languages=())
    ]


def test_words_of_rules_of_ones_own(tmp_path: Path, plugin: MakePlugin) -> None:
    """Entries under trigger that name no type and frame are for the plugin's own rules."""
    (tmp_path / "en.toml").write_text('[trigger]\n"shook hands" = { type = "metting" }\nmet = "metting"\n', "utf-8")

    assert [] == told(tmp_path, plugin, keys={})


def test_a_file_that_cannot_be_read_is_told_where_it_is_read(tmp_path: Path, plugin: MakePlugin) -> None:
    """What breaks the format is a problem of the documents in that language, once for each."""
    (tmp_path / "en.toml").write_text('[trigger]\n"Met" = 1\n', "utf-8")

    assert [] == told(tmp_path, plugin)


def test_developers_see_it_raised(tmp_path: Path) -> None:
    """With on_error="raise" an Engine of such words is not built."""
    lexicon = Lexicon("mine", tmp_path, tags=("trigger",))
    mine = extractor(name="mine", provides=("trigger",), languages=("en",), lexicon=lexicon)(lambda _: [])

    with pytest.raises(PluginError, match=r"there is no en\.toml"):
        Engine(plugins=[mine], autoload=False, on_error="raise")


@pytest.mark.parametrize(("field", "near"), [("triger", "trigger"), ("places", "place"), ("foo", None), ("handshake", None)])
def test_provided_fields(engine_of: Callable[..., Engine], field: str, near: str | None) -> None:
    """A field that is nearly one of eventx's is told; any other is a plugin's own."""
    engine = engine_of(extractor(name="mine", provides=("date", field))(lambda _: []))

    assert [near] * bool(near) == [problem.error.split("did you mean ")[1].split("?")[0] for problem in engine.problems]


def test_what_a_lexicon_declares(tmp_path: Path) -> None:
    """Keys of a table that there is not, and one string for a tuple, are refused where they are written."""
    with pytest.raises(LexiconError, match=r"keys= names 'triger' \(did you mean trigger\?\); tags and tables are"):
        Lexicon("mine", tmp_path, tags=("trigger",), tables=("frames",), keys={"triger": TRIGGER_KEYS})
    with pytest.raises(LexiconError, match=r"lexicon 'mine': tags='trigger' is one string; give a tuple: tags=\('trigger',\)"):
        Lexicon("mine", tmp_path, tags="trigger")  # type: ignore[arg-type]


def test_check_plugin_takes_an_extractor_by_itself(tmp_path: Path) -> None:
    """The smallest plugin is one function; what is wrong with it, and with its words, is told."""
    check_plugin(extractor(name="mine", provides=("trigger",))(lambda _: []))

    (tmp_path / "en.toml").write_text(SOUND.replace('"meeting"', '"metting"'), "utf-8")
    lexicon = Lexicon("mine", tmp_path, tags=("trigger",), tables=("frames",), keys={"trigger": TRIGGER_KEYS})
    mine = extractor(name="Mine", provides=("triger",), languages=("en",), lexicon=lexicon)(lambda _: [])
    for given in (mine, SimpleNamespace(eventx_extractors=hookimpl(lambda: [mine]))):
        with pytest.raises(AssertionError) as caught:
            check_plugin(given)
        for told in ("no identifier in lower case", "(did you mean trigger?)", "(did you mean meeting?)"):
            assert told in str(caught.value)


def test_check_plugin_knows_the_types_of_the_plugin(tmp_path: Path) -> None:
    """Words may tell of an event type that the plugin itself hands in."""
    (tmp_path / "en.toml").write_text(SOUND.replace('"meeting", form = "talks"', '"truce"'), "utf-8")
    lexicon = Lexicon("mine", tmp_path, tags=("trigger",), tables=("frames",), keys={"trigger": TRIGGER_KEYS})
    mine = extractor(name="mine", provides=("trigger",), languages=("en",), lexicon=lexicon)(lambda _: [])

    check_plugin(SimpleNamespace(eventx_extractors=hookimpl(lambda: [mine]), eventx_event_types=hookimpl(lambda: [Truce])))


HIDDEN = {
    "a mark": (
        {"en.toml": '[verb]\n"held talks" = 1\n"held-talks" = 1\n'},
        ["mine: en.toml: [verb] 'held-talks' is never found, for 'held talks' matches the same words; keep one"],
    ),
    "a diacritic, in a list": (
        {"en.toml": 'verb = ["{fetes|fêtes} him", "went"]'},
        [
            (
                "mine: en.toml: [verb] 'fêtes him' (written '{fetes|fêtes} him') is never found, "
                "for 'fetes him' matches the same words; keep one"
            )
        ],
    ),
    "in a further file": (
        {"en.toml": 'verb = ["met"]', "more.toml": 'verb = ["went", "mét"]'},
        ["mine: more.toml: [verb] 'mét' is never found, for 'met' matches the same words; keep one"],
    ),
    "a diacritic where it counts": ({"en.toml": 'noun = ["ban"]', "vi.toml": 'verb = ["met", "mét"]'}, []),
    "a diacritic that counts in one of the languages that share a file": (
        {"en.toml": 'noun = ["ban"]', "vi.toml": 'noun = ["ban"]', "more.toml": 'verb = ["met", "mét"]'},
        [],
    ),
    "a mark in a file that languages share": (
        {"en.toml": 'noun = ["ban"]', "vi.toml": 'noun = ["ban"]', "more.toml": 'verb = ["al ula", "al-ula"]'},
        ["mine: more.toml: [verb] 'al-ula' is never found, for 'al ula' matches the same words; keep one"],
    ),
    "in a table that rules look things up in": ({"en.toml": 'verb = ["met"]\nlooked_up = ["mét", "met", "al ula"]'}, []),
    "a mark that is two blanks": ({"en.toml": """verb = ["dato seri", "dato' seri"]"""}, []),
    "a file that breaks the format": ({"en.toml": 'verb = ["Met", "met"]'}, []),
}


@pytest.mark.parametrize(("files", "expected"), HIDDEN.values(), ids=HIDDEN.keys())
def test_hidden_words(tmp_path: Path, plugin: MakePlugin, files: dict[str, str], expected: list[str]) -> None:
    """Words that another one hides are told to the author, in the place where they stand; users are not bothered."""
    for name, content in files.items():
        (tmp_path / name).write_text(content, "utf-8")
    shared = dict.fromkeys(("en", "vi"), ("more.toml",))
    lexicon = Lexicon("mine", tmp_path, tags=("verb", "noun"), tables=("looked_up",), files=shared)
    codes = tuple(code for code in ("en", "vi") if f"{code}.toml" in files)
    mine = extractor(name="mine", provides=("trigger",), languages=codes, lexicon=lexicon)(lambda _: [])

    assert expected == list(hidden_words(lexicon, codes))
    assert [] == [*Engine(plugins=[plugin(mine)], autoload=False).problems]
    if expected:
        with pytest.raises(AssertionError) as caught:
            check_plugin(mine)
        assert [f"  - {line}" for line in expected] == str(caught.value).splitlines()[1:]
    else:
        check_plugin(mine)
