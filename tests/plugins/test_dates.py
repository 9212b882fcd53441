"""The dates plugin: its cases, and laws that hold for every date."""

from __future__ import annotations

import calendar
import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rules import LANGUAGES, ids_in_code, readings

from eventx import Contribution, Date, Document, Engine, strategies
from eventx.testing import Case, load_cases, run_extractor
from eventx_dates import extractor
from eventx_dates.extractor import DATES
from eventx_dates.grammar import Grammar
from eventx_dates.languages import grammar_of

CASES = Path(__file__).parent.parent / "cases" / "dates"
ALL = [case for code in LANGUAGES for case in load_cases(CASES / f"{code}.toml", language=code)]
# how long and how often, which the extractor gives out where it is asked for
TIMES = [case for code in LANGUAGES for case in load_cases(CASES.parent / "durations" / f"{code}.toml", language=code)]
WITH_TIMES = {"durations": True}
# what no rule reads alone: how dates go on from one another, and words that none takes for a date
WIDER = {"dates.en.narrative", "dates.vi.narrative", "dates.vi.none"}
# these read words that are no date, so that no other rule takes them for one: "every Friday", "mấy hôm nay"
BARRING = {"dates.en.every", "dates.en.nth_weekday", "dates.vi.days_now", "dates.vi.each", "dates.vi.plural"}
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))

EN_MONTHS = list(calendar.month_name)[1:]
EN_WEEKDAYS = list(calendar.day_name)
VI_MONTHS = ("Một", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười Một", "Mười Hai")
VI_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def suffix(day: int) -> str:
    """Return the English ending of an ordinal."""
    return "th" if 10 <= day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


ENGLISH_FORMS = (
    lambda d: f"{EN_MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{EN_MONTHS[d.month - 1][:3]}{'.' if d.month != 5 else ''} {d.day}, {d.year}",  # May is not cut short
    lambda d: f"{EN_MONTHS[d.month - 1]} {d.day}{suffix(d.day)}, {d.year}",
    lambda d: f"{d.day} {EN_MONTHS[d.month - 1]} {d.year}",
    lambda d: f"the {d.day}{suffix(d.day)} of {EN_MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{EN_WEEKDAYS[d.weekday()]}, {EN_MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{EN_WEEKDAYS[d.weekday()]}, {d.day} {EN_MONTHS[d.month - 1]} {d.year}",
    lambda d: d.isoformat(),
    lambda d: f"{d.day}.{d.month}.{d.year}",
    lambda d: f"{d.month:02}/{d.day:02}/{d.year}",
)
VIETNAMESE_FORMS = (
    lambda d: f"ngày {d.day} tháng {d.month} năm {d.year}",
    lambda d: f"ngày {d.day:02} tháng {d.month:02} năm {d.year}",
    lambda d: f"ngày {d.day} tháng {VI_MONTHS[d.month - 1]} năm {d.year}",
    lambda d: f"ngày {d.day}/{d.month}/{d.year}",
    lambda d: f"{d.day:02}/{d.month:02}/{d.year}",
    lambda d: f"ngày {d.day}-{d.month}-{d.year}",
    lambda d: f"{d.day}.{d.month}.{d.year}",
    lambda d: f"{VI_WEEKDAYS[d.weekday()]}, ngày {d.day}/{d.month}/{d.year}",
    lambda d: f"sáng {d.day}/{d.month}/{d.year}",
    lambda d: d.isoformat(),
)


def dates(text: str, language: str, published: str | None = None) -> list[Contribution]:
    """Return the dates the extractor alone contributes; what tells a day that is not settled is no date."""
    found = run_extractor(DATES, Document(text, language=language, published=published))
    return [item for item in found if item.field != "undated"]


def described(document: Document, contribution: Contribution) -> dict[str, str]:
    """Return a contribution in the words of a case."""
    value = contribution.value
    if not isinstance(value, Date):
        return {"field": contribution.field, "text": document.slice(contribution.span), "value": str(value)}
    found = {"field": contribution.field, "text": document.slice(contribution.span), "value": value.edtf}
    extra = {"part": value.part_of_day, "modifier": value.modifier}
    found |= {key: item for key, item in extra.items() if item}
    return found | ({"calendar": "lunar"} if value.calendar == "lunar" else {})


@pytest.mark.parametrize("case", [*ALL, *TIMES], ids=lambda case: f"{case.rule}-{case.line}")
def test_case(case: Case) -> None:
    """A case gives just the dates it expects."""
    document = case.document
    read = run_extractor(DATES, document, WITH_TIMES if case in TIMES else None)
    found = [described(document, item) for item in read if item.field != "undated"]
    found.sort(key=lambda item: item["field"] != "published")
    expected = [{"field": "date", **item} for item in case.expect]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("They met on Thursday. Talks began yesterday.", "en", ["Thursday", "yesterday"]),
        ("They met last week and will meet tomorrow.", "en", ["last week", "tomorrow"]),
        ("Hôm qua, hai bên gặp nhau. Ngày mai họ ký.", "vi", ["Hôm qua", "Ngày mai"]),
        ("They met on Thursday, 5 May 2022, and will meet next year.", "en", []),
        ("They meet every Thursday, as in 2019.", "en", []),
    ],
)
def test_days_not_settled(text: str, language: str, words: list[str]) -> None:
    """What counts from a day of publication that no text tells is contributed as told, and not settled."""
    document = Document(text, language=language)
    open_days = [item for item in run_extractor(DATES, document) if item.field == "undated"]
    assert words == [document.slice(item.span) for item in open_days]
    assert {"XXXX-XX-XX"} >= {str(item.value) for item in open_days}


@pytest.mark.parametrize("published", ["2022-05-06"])
def test_days_settled(published: str) -> None:
    """Where the day of publication is known, all that counts from it is settled."""
    document = Document("They met on Thursday. Talks began yesterday.", language="en", published=published)
    assert not [item for item in run_extractor(DATES, document) if item.field == "undated"]


def test_enough_cases() -> None:
    """Both languages have enough cases, a quarter of them of texts without dates."""
    for code, least in (("en", 250), ("vi", 200)):
        cases = [case for case in ALL if case.language == code]
        assert len(cases) >= least
        assert sum(not case.expect for case in cases) * 4 >= len(cases)


@pytest.mark.parametrize(("foot", "stated"), [("Published: 6/23/2015", ["2015-06-23"]), ("Built: 6/23/2015", [])])
def test_stamp_at_foot(foot: str, stated: list[str]) -> None:
    """A label makes a stamp of the last line of a long text, too."""
    found = dates("The guests went home on Tuesday. " * 80 + f"\n\n{foot}\n", "en")
    assert [item.value.edtf for item in found if item.field == "published"] == stated


def test_every_case_is_about_a_rule() -> None:
    """A case is about a rule of the code, or about what no rule reads alone."""
    assert {case.rule for case in (*ALL, *TIMES)} - WIDER == ids_in_code("dates")


@pytest.mark.parametrize("rule", sorted(ids_in_code("dates") - BARRING))
def test_every_rule_has_cases_for_and_against(rule: str) -> None:
    """Each rule of the code has a case in which it reads something and one in which it must not."""
    assert {True, False} == set(readings(rule, ALL, DATES)) | set(readings(rule, TIMES, DATES, WITH_TIMES))


@pytest.mark.parametrize("rule", sorted(BARRING))
def test_what_bars_a_date_has_cases_for_and_against(rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each rule that bars a date has a case in which one would be read without it, and one in which it makes no difference.

    Such a rule contributes nothing, so that what it does shows only once it is taken away.
    """
    cases = [case for case in ALL if case.rule == rule]
    read = [run_extractor(DATES, case.document) for case in cases]
    assert not any(readings(rule, ALL, DATES))
    grammar = grammar_of(rule.split(".")[1])
    assert grammar is not None
    rest = Grammar([one for one in grammar.rules if one.id != rule])
    monkeypatch.setattr(extractor, "grammar_of", lambda _code: rest)
    assert {True, False} == {run_extractor(DATES, case.document) != before for case, before in zip(cases, read, strict=True)}


@given(DAYS, st.sampled_from(ENGLISH_FORMS))
def test_every_english_form_reads_back(day: dt.date, form: object) -> None:
    """Every day in every English form reads back as itself."""
    text = f"The pact of {form(day)} was hailed by all."  # type: ignore[operator] # one of the forms
    [found] = dates(text, "en")
    assert isinstance(found.value, Date)
    assert (found.value.edtf, found.certainty) == (day.isoformat(), "stated")


@given(DAYS, st.sampled_from(VIETNAMESE_FORMS))
def test_every_vietnamese_form_reads_back(day: dt.date, form: object) -> None:
    """Every day in every Vietnamese form reads back as itself."""
    text = f"Lễ ký kết {form(day)} rất trọng thể."  # type: ignore[operator] # one of the forms
    [found] = dates(text, "vi")
    assert isinstance(found.value, Date)
    assert (found.value.edtf, found.certainty) == (day.isoformat(), "stated")


@given(DAYS, DAYS)
def test_a_date_without_a_year_is_never_after_publication(day: dt.date, published: dt.date) -> None:
    """Told in the past, a day and month is the nearest one not after publication."""
    text = f"The envoys met on {EN_MONTHS[day.month - 1]} {day.day} in Geneva."
    [found] = dates(text, "en", published.isoformat())
    assert isinstance(found.value, Date)
    earliest = found.value.earliest
    assert earliest is not None
    assert earliest <= published
    assert (earliest.month, earliest.day) == (day.month, day.day)
    assert (published - earliest).days <= 366 * (8 if (day.month, day.day) == (2, 29) else 1)


@given(DAYS, DAYS, st.sampled_from(("en", "vi")))
def test_intervals_do_not_end_before_they_start(first: dt.date, last: dt.date, language: str) -> None:
    """An interval of two days starts at its start; one told backwards is no interval."""
    forms = {
        "en": "The fair was open from {0.day} {1} {0.year} to {2.day} {3} {2.year}.",
        "vi": "Hội chợ mở từ ngày {0.day}/{0.month}/{0.year} đến ngày {2.day}/{2.month}/{2.year}.",
    }
    text = forms[language].format(first, EN_MONTHS[first.month - 1], last, EN_MONTHS[last.month - 1])
    for found in dates(text, language):
        assert isinstance(found.value, Date)
        start, end = found.value.earliest, found.value.latest
        assert start is not None
        assert end is not None
        assert start <= end


NEUTRAL = {
    "en": "The two sides spoke of trade and culture. ",
    "vi": "Hai bên trao đổi về thương mại và văn hóa. ",
}


@pytest.mark.parametrize("code", ["en", "vi"])
def test_neutral_sentences_change_nothing(code: str) -> None:
    """Sentences without dates before and behind a case leave its values as they are."""
    for case in ALL:
        alone = any(item["text"] == case.text for item in case.expect)  # below a text, a date alone on its line is a stamp
        if case.language != code or alone or any(item.get("field") for item in case.expect) or case.rule.endswith("dateline"):
            continue
        text = f"{NEUTRAL[code]}\n{case.text}\n{NEUTRAL[code]}"
        plain = [c.value for c in run_extractor(DATES, case.document)]
        around = [c.value for c in run_extractor(DATES, Document(text, language=code, published=case.published))]
        assert plain == around, case.text


@given(st.text(max_size=200), st.sampled_from(("en", "vi")))
def test_any_text(text: str, language: str) -> None:
    """No text makes the extractor raise or leave the text."""
    document = Document(text, language=language, published="2022-09-06")
    for found in run_extractor(DATES, document):
        assert 0 <= found.span.start < found.span.end <= len(text) * 3


WORDS = {
    "en": (
        *(
            "May",
            "march",
            "5",
            "5th",
            "12/9",
            "2022",
            "-",
            ",",
            "from",
            "to",
            "of",
            "the",
            "last",
            "next",
            "week",
            "Monday",
            "first",
        ),
        *("quarter", "and", "between", "1990s", "in", "on", "BC", "day", "ago", "later", "year", "early", "same", "two", "Q3"),
    ),
    "vi": (
        *("ngày", "5", "tháng", "năm", "12/9", "2022", "-", ",", "từ", "đến", "của", "thứ", "hai", "tuần", "trước", "sau", "tới"),
        *("mùng", "rằm", "Tết", "quý", "III", "và", "đầu", "cuối", "thế", "kỷ", "nay", "sáng", "hôm", "qua", "cách", "đây"),
    ),
}


EDGES = st.sampled_from(("0001-01-01", "2022-09-06", "2024-02-29", "9999-12-31", None))


@given(st.data(), st.sampled_from(("en", "vi")), EDGES)
def test_any_jumble_of_date_words(data: st.DataObject, language: str, published: str | None) -> None:
    """No jumble of date words makes the extractor raise, even at the ends of the calendar; dates do not overlap."""
    text = " ".join(data.draw(st.lists(st.sampled_from(WORDS[language]), max_size=30)))
    found = [c for c in dates(text, language, published) if c.field == "date"]
    for one, two in pairwise(found):
        assert one.span.end <= two.span.start


def test_settled_parts() -> None:
    """Each date says how the parts that its phrase leaves open were settled."""
    [phrase] = dates("They met on September 5, 2022.", "en")
    [publication] = dates("They met on September 5.", "en", "2022-09-06")
    [other_end] = dates("They met on May 15-24, 2023.", "en")
    *_, previous = dates("They met on September 5, 2022. The next day they parted.", "en")
    assert [item.value.settled for item in (phrase, publication, other_end, previous)] == [  # type: ignore[union-attr] # dates all
        (),
        (("year", "publication"),),
        (("month", "interval"), ("year", "interval")),
        (("year", "previous"), ("month", "previous"), ("day", "previous")),
    ]


def test_day_first_option() -> None:
    """Digits that make a date both ways follow the option, else the language."""
    text = "The invoice of 05/09/2022 was never paid, he said."

    def value(**options: bool) -> str:
        [found] = run_extractor(DATES, Document(text, language="en"), options)
        return str(found.value)

    assert value() == "2022-05-09"
    assert value(day_first=True) == "2022-09-05"


def test_given_publication_wins() -> None:
    """Relative dates count from the day of publication that the caller gives."""
    found = dates(" date 2022-09-06 Pact signed\nThey met yesterday.", "en", "2020-01-02")
    assert [(c.field, str(c.value)) for c in found] == [("published", "2022-09-06"), ("date", "2020-01-01")]


def test_engine_fills_in_publication() -> None:
    """The Engine takes the stated day of publication over."""
    extraction = Engine(plugins=["dates"]).extract("Ngày đăng 01/05/2022 | 4:01 PM\nChiều 27/4, hai bên hội đàm.")
    assert extraction.document.published == dt.date(2022, 5, 1)


@given(st.sampled_from(("en", "vi")).flatmap(lambda code: strategies.dated_texts(language=code)))
def test_finds_what_was_written(dated: strategies.DatedText) -> None:
    """Each date that a text was written to tell is read, at its place, as what it was; nothing else is."""
    found = [c for c in run_extractor(DATES, dated.document) if c.field == "date"]

    def facts(date: Date) -> tuple[object, ...]:
        return date.edtf, date.part_of_day, date.modifier, date.certainty

    assert [(span, *facts(date)) for span, date in dated.dates] == [(c.span, *facts(c.value)) for c in found]  # type: ignore[arg-type] # dates all
