"""The house rules: their hooks, and what becomes of events under them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import eventx_house_rules
import pytest

from eventx import Contribution, Document, Engine, Extractor, extractor, hookimpl
from eventx.testing import check_plugin

TEXT = "President Anna Example received Prime Minister Tom Sample in Hanoi on May 3, 2020 and on May 4, 2022."
NOBODY = "The agreement was signed in Hanoi on May 3, 2022."


@extractor(name="failing", provides=())
def failing(_document: Document, _options: object) -> Iterator[Contribution]:
    """Fail on every text."""
    yield from ()
    message = "out of order"
    raise RuntimeError(message)


class Failing:
    """A plugin that fails."""

    @hookimpl
    def eventx_extractors(self) -> Iterable[Extractor]:
        """Return the extractor that fails."""
        return [failing]


def test_hooks() -> None:
    """The hooks are sound."""
    check_plugin(eventx_house_rules)


def test_events_without_anybody_are_left_out() -> None:
    """An event in which nobody is named is no news."""
    assert Engine(block=["house_rules"]).extract(NOBODY).events
    assert not Engine(block=["house_rules"], plugins=[eventx_house_rules]).extract(NOBODY).events


@pytest.mark.parametrize(("published", "date"), [("2020-05-05", "2020-05-03"), ("2022-05-05", "2022-05-04")])
def test_the_date_nearest_to_publication(published: str, date: str) -> None:
    """Of two dates the one nearest to the day of publication is the event's."""
    engine = Engine(block=["house_rules"], plugins=[eventx_house_rules], on_error="raise")

    (event,) = engine.extract(Document(TEXT, published=published)).events

    assert date == str(event.date)


def test_other_choices_are_left_to_others() -> None:
    """Without a day of publication everything stays as it is."""
    plain = Engine(block=["house_rules"]).extract(TEXT)

    assert plain.events == Engine(block=["house_rules"], plugins=[eventx_house_rules]).extract(TEXT).events


def test_failures_are_logged(caplog: Any) -> None:
    """What fails stands in the log, with the plugin's name."""
    Engine(block=["house_rules"], plugins=[eventx_house_rules, Failing()]).extract("A text.")

    assert "plugin Failing, extractor failing failed at extract: RuntimeError: out of order" in caplog.text
