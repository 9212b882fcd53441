"""The kit for plugin authors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import pytest

from eventx import Contribution, Date, Document, Extractor, Span, extractor
from eventx.extractors import FunctionExtractor, NoOptions
from eventx.testing import load_cases, run_extractor


@attrs.frozen(kw_only=True)
class Options:
    """Options of an extractor."""

    year: str = "2022"


@extractor(name="dated", provides=["date"], languages=["en"], options_type=Options)
def dated(document: Document, options: Options) -> list[Contribution]:
    """Contribute a date at each é, last first."""
    places = [index for index, char in enumerate(document.text) if char == "é"]
    return [Contribution(field="date", value=Date(options.year), span=Span(i, i + 1), rule="dated.e") for i in reversed(places)]


def test_the_decorator_makes_an_extractor() -> None:
    """What the decorator gets is what the extractor declares; defaults are none."""

    @extractor(name="bare", provides=())
    def bare(_: Document, __: Any) -> list[Contribution]:
        return []

    assert isinstance(dated, Extractor)
    assert isinstance(bare, FunctionExtractor)
    assert ("dated", ("date",), ("en",), Options) == (dated.name, dated.provides, dated.languages, dated.options_type)
    assert ((), None, NoOptions) == (bare.languages, bare.lexicon, bare.options_type)


def test_an_extractor_without_options() -> None:
    """A function of the document alone will do."""

    @extractor(name="short", provides=("date",))
    def short(document: Document) -> list[Contribution]:
        return [Contribution(field="date", value=Date("2022"), span=Span(0, len(document.text)), rule="short.all")]

    assert [Span(0, 3)] == [item.span for item in run_extractor(short, "abc")]


def test_running_one_extractor() -> None:
    """Contributions are stamped and sorted; the text is composed first, and spans lead back; options are taken by name."""
    found = run_extractor(dated, "e\u0301 and é", {"year": "1999"})

    assert [(0, "dated", Date("1999")), (7, "dated", Date("1999"))] == [(c.span.start, c.extractor, c.value) for c in found]
    with pytest.raises(TypeError, match="yeer"):
        run_extractor(dated, "a", {"yeer": "1999"})


CASES = """
[[case]]
rule = "a.b"
text = "one"
published = "2022-09-05"
expect = [{ value = 1 }]

[[case]]
rule = "a.c"
text = "two"
language = "vi"
note = "nothing here"
expect = []
"""


def test_cases_are_read_from_toml(tmp_path: Path) -> None:
    """A case has its rule, document and expectations; the file's language holds where a case names none."""
    path = tmp_path / "en.toml"
    path.write_text(CASES, encoding="utf-8")

    one, two = load_cases(path, language="en")

    assert (Document("one", published="2022-09-05", language="en"), ({"value": 1},)) == (one.document, one.expect)
    assert ("vi", (), "nothing here") == (two.document.language, two.expect, two.note)


@pytest.mark.parametrize(
    ("change", "message"),
    [('rule = "a.b"\n', "case 1: unknown keys [], missing keys ['rule']"), ("", "case 1: unknown keys ['extra']")],
)
def test_wrong_cases_are_named(tmp_path: Path, change: str, message: str) -> None:
    """A case with a key too many or too few is an error that names file and case."""
    path = tmp_path / "en.toml"
    path.write_text(CASES.replace(change, "", 1) if change else CASES.replace("published", "extra", 1), encoding="utf-8")

    with pytest.raises(ValueError, match="case 1") as caught:
        load_cases(path)

    assert str(path) in str(caught.value)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (('text = "one"', "text = 1"), "case 1: text = 1: give a string"),
        (("expect = []", 'expect = "x"'), "case 2: expect = 'x': give a list of tables, empty where nothing must be found"),
        (("expect = []", 'expect = ["x"]'), r"case 2: expect = \['x'\]: give a list of tables"),
        (('"2022-09-05"', '"x"'), "case 1: published = 'x': write it as YYYY-MM-DD"),
        (('text = "one"', "text = one"), "en.toml: not TOML: "),
        (("[[case]]", "[[cases]]"), r"cases: a case file holds \[\[case\]\] tables and nothing else"),
        (('note = "nothing here"', "note = []"), r"case 2: note = \[\]: give a string"),
    ],
)
def test_what_a_case_cannot_say(tmp_path: Path, change: tuple[str, str], message: str) -> None:
    """A value of another type, and what is no TOML, is an error that names the file, and the case."""
    path = tmp_path / "en.toml"
    path.write_text(CASES.replace(*change, 1), encoding="utf-8")

    with pytest.raises(ValueError, match=message) as caught:
        load_cases(str(path))
    assert str(path) in str(caught.value)


def test_cases_by_the_name_of_their_file(tmp_path: Path) -> None:
    """A path may be a string, a day one of TOML's own."""
    (tmp_path / "en.toml").write_text(CASES.replace('"2022-09-05"', "2022-09-05"), encoding="utf-8")

    assert Document("one", published="2022-09-05") == load_cases(str(tmp_path / "en.toml"))[0].document
