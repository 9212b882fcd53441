"""All dates of a text: `find_dates` and the command ``eventx dates``."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result
from hypothesis import given

import eventx
from eventx import Date, Document, Duration, Engine, Recurrence, dumps, find_dates, loads, strategies
from eventx.cli import main

TEXT = """Published on 19 March 2024

VIENTIANE, March 19 – The ministers met on Monday morning, marking 55 years of ties.
Every year they hold a three-day fair, on the first Friday of May. They will return on 5 June.
"""


def told(text: str, **options: object) -> list[tuple[str, str, str]]:
    """Return the kind, words and value of each date."""
    return [(one.kind, one.text, str(one.value)) for one in find_dates(text, **options)]  # type: ignore[arg-type] # passed on


def test_dates_with_the_day_of_publication_of_the_text() -> None:
    """What the text states of its publication settles its dates."""
    assert told(TEXT) == [
        ("published", "19 March 2024", "2024-03-19"),
        ("published", "March 19", "2024-03-19"),
        ("date", "Monday morning", "2024-03-18"),
        ("date", "the first Friday of May", "2024-05-03"),
        ("date", "5 June", "2024-06-05"),
    ]


def test_durations_and_recurrences_only_where_asked_for() -> None:
    """How long and how often is no date."""
    more = [one for one in told(TEXT, durations=True) if one[0] in ("duration", "recurrence")]

    assert more == [
        ("duration", "55 years", "P55Y"),
        ("recurrence", "Every year", "P1Y"),
        ("duration", "three-day", "P3D"),
    ]


def test_a_day_of_publication_passed_in_wins() -> None:
    """The caller knows best when the text came out."""
    text = "The ministers met on Monday."

    assert told(text, published="2022-09-06") == [("date", "Monday", "2022-09-05")]
    assert told(Document(text, published="2022-09-06").text, published=Document("", published="2022-09-13").published) == [
        ("date", "Monday", "2022-09-12")
    ]
    assert told(text) == []


def test_without_a_day_of_publication_a_narrative_settles_its_own_dates() -> None:
    """What is settled by nothing stays open."""
    text = "In May 1940 the army crossed the river. On 5 June it reached the coast."

    (may, june) = find_dates(text)

    assert (may.value, str(june.value)) == (Date("1940-05"), "1940-06-05")
    assert isinstance(june.value, Date)
    assert dict(june.value.settled) == {"year": "previous"}
    assert told("They met on 5 June.") == [("date", "5 June", "XXXX-06-05")]


def test_spans_are_of_the_text_as_given() -> None:
    """Decomposed letters before a date do not move it."""
    text = "Ha\u0300 No\u0323\u0302i, nga\u0300y 5/9/2022"

    (found,) = find_dates(text, language="vi")

    assert text[found.start : found.end] == found.text
    assert found.text.endswith("5/9/2022")


@pytest.mark.parametrize(("day_first", "value"), [(None, "2022-05-09"), (True, "2022-09-05"), (False, "2022-05-09")])
def test_day_or_month_first(day_first: bool | None, value: str) -> None:  # noqa: FBT001 - a parameter of the test
    """The caller may say how digits are read."""
    (found,) = find_dates("It was signed on 5/9/2022.", day_first=day_first)

    assert str(found.value) == value


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("on 5 September 2022", {"type": "DATE", "value": "2022-09-05"}),
        ("in late October 2022", {"type": "DATE", "value": "2022-10", "mod": "END"}),
        ("around 1990", {"type": "DATE", "value": "1990", "mod": "APPROX"}),
        ("last week", {"type": "DATE", "value": "2022-W35"}),
        ("over the weekend", {"type": "DATE", "value": "2022-W35-WE"}),
        ("in the third quarter of 2022", {"type": "DATE", "value": "2022-Q3"}),
        ("in the first half of 2022", {"type": "DATE", "value": "2022-H1"}),
        ("in the summer of 2022", {"type": "DATE", "value": "2022-SU"}),
        ("in the early 1990s", {"type": "DATE", "value": "199", "mod": "START"}),
        ("in the 20th century", {"type": "DATE", "value": "19"}),
        ("in 44 BC", {"type": "DATE", "value": "BC0044"}),
        ("yesterday afternoon", {"type": "TIME", "value": "2022-09-05TAF"}),
        ("last night", {"type": "TIME", "value": "2022-09-05TNI"}),
        ("from May 15 to 24, 2023", {"type": "DATE", "value": "2023-05-15/2023-05-24"}),
        ("for about two weeks", {"type": "DURATION", "value": "P2W", "mod": "APPROX"}),
        ("for a couple of weeks", {"type": "DURATION", "value": "P2W"}),
        ("for several decades", {"type": "DURATION", "value": "PXDE"}),
        ("every Friday", {"type": "SET", "value": "XXXX-WXX-5", "quant": "EVERY"}),
        ("each summer", {"type": "SET", "value": "XXXX-SU", "quant": "EVERY"}),
        ("every two weeks", {"type": "SET", "value": "P2W", "quant": "EVERY"}),
        ("for annual talks", {"type": "SET", "value": "P1Y", "quant": "EVERY"}),
        ("weekly", {"type": "SET", "value": "P1W", "quant": "EVERY"}),
    ],
)
def test_timex3(text: str, tag: dict[str, str]) -> None:
    """Each kind of value has its form in TIMEX3."""
    (found,) = find_dates(f"They met {text}.", published="2022-09-06", durations=True)

    assert found.to_timex3() == tag


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Lễ kỷ niệm 55 năm thiết lập quan hệ", "P55Y"),
        ("Chuyến thăm kéo dài ba ngày", "P3D"),
        ("Dự án cần hai mươi lăm năm", "P25Y"),
        ("Hội chợ diễn ra trong năm ngày", "P5D"),
        ("Họ hợp tác nhiều năm", "PXY"),
        ("Hội chợ diễn ra hằng năm", "P1Y"),
        ("Họ gặp nhau mỗi thứ Hai", "XXXX-WXX-1"),
        ("Các bên họp mỗi sáng", "XXXX-XX-XXTMO"),
        ("Họ dự hội nghị thường niên", "P1Y"),
    ],
)
def test_vietnamese_durations(text: str, value: str) -> None:
    """How long and how often, in Vietnamese."""
    assert [str(one.value) for one in find_dates(text + ".", language="vi", durations=True)] == [value]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("It costs 5 dollars a day.", "en"),
        ("She reads the Daily Star.", "en"),
        ("She came three days ago.", "en"),
        ("It was the 15th of May 2022.", "en"),
        ("Chuyến thăm diễn ra ngày 5 tháng 9 năm 2022.", "vi"),
        ("Cách đây 3 năm, hai bên đã ký.", "vi"),
        ("Đồng chí Năm đứng thứ 3 tuần này.", "vi"),
    ],
)
def test_no_durations(text: str, language: str) -> None:
    """What belongs to a date, or is a rate, is no duration."""
    assert not [one for one in find_dates(text, language=language, durations=True) if one.kind in ("duration", "recurrence")]


def test_durations_are_values() -> None:
    """They know their ISO and TIMEX3 forms, and refuse what is none."""
    assert (str(Duration(2, "decade")), Duration(2, "decade").to_timex3()) == ("P20Y", "P2DE")
    assert (str(Duration(1, "quarter")), Duration(None, "century").to_timex3()) == ("P3M", "PXCE")
    with pytest.raises(ValueError, match="Recurrence"):
        Recurrence("now and then")
    with pytest.raises(ValueError, match="number"):
        Duration(0, "day")


def test_extractions_with_durations_come_back_from_json() -> None:
    """What the option gives out can be written and read back."""
    engine = Engine(plugins=["dates"], options={"dates": {"durations": True}})

    extraction = engine.extract(TEXT)

    assert {item.field for item in extraction.contributions} == {"published", "date", "duration", "recurrence"}
    assert loads(dumps(extraction, full=True)) == extraction


@given(strategies.documents())
def test_any_document_can_be_asked(document: Document) -> None:
    """Every mention is what the text says at its place, in order."""
    found = find_dates(document, durations=True)

    assert all(document.text[one.start : one.end] == one.text for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)
    json.dumps([one.as_dict() for one in found])


# -- the command -------------------------------------------------------------------------------------------------------


def run(tmp_path: Path, *arguments: str, text: str = TEXT) -> Result:
    """Run ``eventx dates`` on a text."""
    path = tmp_path / "story.txt"
    path.write_text(text, encoding="utf-8")
    return CliRunner().invoke(main, ["dates", str(path), *arguments])


def test_table(tmp_path: Path) -> None:
    """A line for each date: offsets, value, TIMEX3, what settled it, the words."""
    result = run(tmp_path)

    lines = result.output.splitlines()
    assert result.exit_code == 0
    assert lines[0] == "story · en · published 2024-03-19 · 5 dates"
    assert lines[1].split() == ["13-26", "2024-03-19", "2024-03-19", "published;", "stated", "19", "March", "2024"]
    assert "2024-03-18TMO  year, month, day by publication" in lines[3]


def test_json_lines(tmp_path: Path) -> None:
    """A line for each document, with all that `as_dict` tells."""
    result = run(tmp_path, "--format", "jsonl", "--durations")

    (line,) = result.output.splitlines()
    data = json.loads(line)
    assert data["document"] == {"id": "story", "language": "en", "published": "2024-03-19"}
    assert data["dates"] == [one.as_dict() for one in find_dates(TEXT, durations=True)]


def test_csv(tmp_path: Path) -> None:
    """A row for each date."""
    rows = list(csv.DictReader(io.StringIO(run(tmp_path, "--format", "csv").output)))

    assert [row["value"] for row in rows] == ["2024-03-19", "2024-03-19", "2024-03-18", "2024-05-03", "2024-06-05"]
    assert (rows[2]["settled"], rows[2]["timex3_type"]) == ("year publication; month publication; day publication", "TIME")


def test_timeml(tmp_path: Path) -> None:
    """The text with tags in it is XML, and without them the text."""
    root = ET.fromstring(run(tmp_path, "--format", "timeml", "--durations").output)  # noqa: S314 - our own output

    text = root.find("TEXT")
    assert text is not None
    assert "".join(text.itertext()) == TEXT
    assert [tag.get("value") for tag in text.iter("TIMEX3")][:3] == ["2024-03-19", "2024-03-19", "2024-03-18TMO"]
    assert root.findtext("DCT/TIMEX3") == "2024-03-19"


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    """A missing file is named, and the rest is read."""
    result = run(tmp_path, str(tmp_path / "missing.txt"), "--published", "2024-03-20")

    assert result.exit_code == 1
    assert "missing.txt" in result.stderr
    assert "5 dates" in result.stdout
    assert run(tmp_path, "--published", "soon").exit_code == 1


def test_the_dates_plugin_is_asked_for() -> None:
    """Without durations, `find_dates` gives what the extractor gives."""
    contributed = eventx.extract(TEXT).contributions
    dates = [item.span for item in contributed if item.extractor == "dates"]

    assert dates == [one.span for one in find_dates(TEXT)]


def test_a_lunar_date_is_no_solar_one(tmp_path: Path) -> None:
    """No value, day or tag of a lunar date can be taken for a solar one; as a day of publication it is not counted from."""
    text = "Đăng ngày rằm tháng giêng năm 2022. Hôm qua ông đến Huế."
    (lunar,) = (one for one in find_dates(text) if "rằm" in one.text)

    data = lunar.as_dict()
    assert ("2022-01-15", "lunar", "2022-02-03", "2022-03-11") == tuple(
        data[k] for k in ("value", "calendar", "earliest", "latest")
    )
    assert "2022-XX-XX" == data["timex3"]["value"]
    assert 'value="2022-01-15"' not in run(tmp_path, "--format", "timeml", text=text).output
    assert not any("2022-01-14" in str(one.value) for one in find_dates(text))


def test_a_language_that_is_not_read() -> None:
    """It is an error, of a text as of a document, that says which languages there are; codes may be written in capitals."""
    for text in (TEXT, Document(TEXT, language="xx")):
        with pytest.raises(ValueError, match="language: no plugin reads 'xx'; languages: en, vi"):
            find_dates(text, language="xx")
    assert find_dates(TEXT) == find_dates(TEXT, language="EN")
