"""What leads to other articles tells nothing of this one."""

from __future__ import annotations

import pytest

from eventx import Document, Engine

VIETNAMESE = """Tối 24/4/2010, Chủ tịch tỉnh Trần Văn Sang đã tiếp Đại sứ Peru Rosa Vega.
{head}
- Chủ tịch tỉnh Trần Văn Sang tiếp Tổng Lãnh sự Chile Luis Prado (11-07-2009)
Lễ kỷ niệm 80 năm Ngày thành lập Hội Nông dân
Đại sứ Rosa Vega đã gặp Bí thư Lê Văn Phú."""
ENGLISH = """Minister Ana Silva met Ambassador Jon Berg in Oslo on 3 May 2021.
{head}
President Rosa Vega visits Chile
Minister Ana Silva also met Mayor Lena Holm on Monday."""


@pytest.fixture(scope="module")
def engine() -> Engine:
    """Return the Engine with the built-in plugins."""
    return Engine()


@pytest.mark.parametrize("head", ["Tin liên quan", "Các tin liên quan:", "TIN KHÁC"])
def test_links_are_passed_over(engine: Engine, head: str) -> None:
    """The lines below such words that do not end as sentences do are links; what comes then is the article again."""
    told = engine.extract(Document(VIETNAMESE.format(head=head), language="vi")).events
    assert [(e.type, [p.name for p in e.participants]) for e in told] == [
        ("meeting", ["Trần Văn Sang", "Rosa Vega"]),
        ("meeting", ["Rosa Vega", "Lê Văn Phú"]),
    ]


def test_links_in_english(engine: Engine) -> None:
    """So it is in English."""
    told = engine.extract(Document(ENGLISH.format(head="Related stories:"), language="en")).events
    assert [[p.name for p in e.participants] for e in told] == [["Ana Silva", "Jon Berg"], ["Ana Silva", "Lena Holm"]]


def test_words_within_a_sentence_are_no_links(engine: Engine) -> None:
    """The same words within a line, or before a line that ends as sentences do, open no list of links."""
    text = "Các tin liên quan đến vụ việc rất nhiều.\nTin khác\nNgày 3/5, Bí thư Lê Văn Phú gặp Đại sứ Peru Rosa Vega."
    told = engine.extract(Document(text, language="vi")).events
    assert [[p.name for p in e.participants] for e in told] == [["Lê Văn Phú", "Rosa Vega"]]
