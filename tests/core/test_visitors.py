"""Nobody visits the country he acts for; the guest of the meeting does."""

from __future__ import annotations

import pytest

from eventx import Document, Engine


@pytest.fixture(scope="module")
def engine() -> Engine:
    """Return an engine with the built-in extractors."""
    return Engine()


def visitors(engine: Engine, text: str) -> list[tuple[str, ...]]:
    """Return the names of the visitors of each visit told."""
    events = engine.extract(Document(text, language="vi")).events
    return [tuple(p.name for p in event.participants if p.role == "visitor") for event in events if event.type == "visit"]


def test_the_guest_visits(engine: Engine) -> None:
    """The foreign side of the talks is the visitor of the host's country."""
    text = "Chiều 28/4/2025, ông Trần Văn Nam hội đàm với Ngoại trưởng Ba Lan Anna Nowak trong khuôn khổ chuyến thăm Việt Nam."
    assert visitors(engine, text) == [("Anna Nowak",)]


def test_a_visitor_abroad_stays(engine: Engine) -> None:
    """Who visits another country stays its visitor."""
    text = "Chiều 28/4/2025, ông Trần Văn Nam hội đàm với Ngoại trưởng Ba Lan Anna Nowak trong khuôn khổ chuyến thăm Ba Lan."
    assert visitors(engine, text) == [("Trần Văn Nam",)]


def test_a_delegation_nobody_leads_is_its_countrys_person(engine: Engine) -> None:
    """A delegation told by its city alone means the person last spoken of who acts for that country."""
    text = (
        "Chiều 27/4/2022, Bí thư Thành ủy Trần Văn Nam hội đàm với Đô trưởng Viêng Chăn Khamla Sen. "
        "Cuộc hội đàm nằm trong chuyến thăm, làm việc tại Lào của đoàn Hà Nội."
    )
    assert visitors(engine, text) == [("Trần Văn Nam",)]
