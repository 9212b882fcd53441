"""The appointments plugin: its laws, its hooks, its events."""

from __future__ import annotations

import eventx_appointments
import pytest
from eventx_appointments.extractor import appointments

from eventx import Document, Engine
from eventx.testing import LAWS, check_extractor, check_plugin

EN = "Mr. Tom Sample was appointed ambassador to Laos on May 3, 2022."
VI = "Ông Nguyễn Văn Mẫu được bổ nhiệm làm đại sứ tại Lào ngày 3/5/2022."


@pytest.mark.parametrize("law", LAWS)
def test_law(law: str) -> None:
    """The extractor keeps every law."""
    check_extractor(appointments, texts=[EN, VI], laws=[law])


def test_hooks() -> None:
    """The hooks are sound."""
    check_plugin(eventx_appointments)


@pytest.mark.parametrize(
    ("language", "text", "name", "to"), [("en", EN, "Tom Sample", "Laos"), ("vi", VI, "Nguyễn Văn Mẫu", "Lào")]
)
def test_event(language: str, text: str, name: str, to: str) -> None:
    """An appointment has who, which office, where and when."""
    engine = Engine(plugins=["titles", "places", "dates", eventx_appointments], on_error="raise")

    (event,) = engine.extract(Document(text, language=language)).events

    assert ("appointment", "ambassador", to) == (event.type, event.office, event.to)
    assert [(name, "appointee")] == [(person.name, person.role) for person in event.participants]
    assert event.date is not None
    assert event.date.edtf == "2022-05-03"


@pytest.mark.parametrize("text", ["The ambassador to Laos was appointed.", "An appointment with the ambassador was made."])
def test_no_event(text: str) -> None:
    """Words that tell no appointment to an office give nothing."""
    assert not Engine(plugins=["titles", eventx_appointments]).extract(text).events
