"""The sister cities plugin: its laws, its hooks, its events."""

from __future__ import annotations

import eventx_sister_cities
import pytest

from eventx import Document, Engine
from eventx.testing import LAWS, check_extractor, check_plugin

EN = "Mayor Anna Example and Mayor Tom Sample signed a sister city agreement in Hanoi on May 3, 2022."
VI = "Chủ tịch Nguyễn Văn Mẫu và Thị trưởng Trần Thí Dụ ký thỏa thuận kết nghĩa tại Hà Nội ngày 3/5/2022."


@pytest.mark.parametrize("law", LAWS)
def test_law(law: str) -> None:
    """The extractor keeps every law."""
    check_extractor(eventx_sister_cities.sister_cities, texts=[EN, VI], laws=[law])


def test_hooks() -> None:
    """The hooks are sound."""
    check_plugin(eventx_sister_cities)


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [("en", EN, ["Anna Example", "Tom Sample"]), ("vi", VI, ["Nguyễn Văn Mẫu", "Trần Thí Dụ"])],
)
def test_event(language: str, text: str, names: list[str]) -> None:
    """A twinning has who sealed it, where and when."""
    engine = Engine(plugins=["titles", "places", "dates", eventx_sister_cities], on_error="raise")

    (event,) = engine.extract(Document(text, language=language)).events

    assert ("twinning", "agreement", names) == (event.type, event.form, [person.name for person in event.participants])
    assert event.date is not None
    assert event.date.edtf == "2022-05-03"
    assert event.place is not None
    assert event.place.country == "VN"


def test_no_event() -> None:
    """Sisters are no cities."""
    assert not Engine(plugins=["titles", eventx_sister_cities]).extract("The sisters of Anna Example live in the city.").events
