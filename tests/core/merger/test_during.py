"""Step 3d, date: the days of the stay on which something was done, and the day of the news up to where another is told."""

from __future__ import annotations

import datetime as dt

import pytest
from script import told

STAY = "[Ana: CL] *visited* <Peru: PE> on {2022-05-03/2022-05-05}."
PLANNED = "[Ana: CL] will *visit: visited, planned* <Peru: PE> on {XXXX-05-03/XXXX-05-05}."

STAYS = [
    # what a visitor did is of the days of the stay
    (f"{STAY} [Ana] *met* [Bo].", "meeting (2022-05-03/2022-05-05): Ana, Bo"),
    (f"{STAY} [Ana] *rite*.", "ceremony (2022-05-03/2022-05-05): Ana"),
    (f"{STAY} [Ana] *signed*.", "signing (2022-05-03/2022-05-05): Ana"),
    (f"{PLANNED} [Ana] *met: planned* [Bo].", "meeting planned (XXXX-05-03/XXXX-05-05): Ana, Bo"),
    (f"[Bo] *met* [Ana]. {STAY}", "meeting (2022-05-03/2022-05-05): Bo, Ana"),
    (f"{STAY} [Cy] *met* [Bo].", "meeting: Cy, Bo"),
    (f"{STAY} [Ana] *met: background* [Bo].", "meeting: Ana, Bo"),
    (f"{STAY} [Ana] *met: form=phone* [Bo].", "meeting: Ana, Bo"),
    (f"{STAY} Earlier, [Ana] *met* [Bo].", "meeting: Ana, Bo"),
    # a proposal at one that is
    (f"{STAY} [Ana] *met* [Bo]. [Bo] *proposed*.", "proposal (2022-05-03/2022-05-05): Bo"),
    (f"{STAY} [Ana] *met* [Bo]. [Cy] *proposed*.", "proposal: Cy"),
    # not where its own days are told
    (f"{STAY} [Ana] *met* [Bo] on {{2022-05-04}}. [Eva] *met* [Ana].", "meeting: Eva, Ana"),
    (f"{STAY} [Di] *met* [Ana] on {{2022-05-04}}. [Cy] *met* [Di]. [Eva] *met* [Ana].", "meeting: Eva, Ana"),
    (f"{STAY} [Ana] *met* [Bo] on {{2022-03-04}}. It rained. [Ana] *signed*.", "signing (2022-03-04): Ana"),
    # not elsewhere, nor where another trip is told between
    (f"{STAY} [Ana] *rite: stays, bare* in <Lima: PE, locative>. [Ana] *rite* <Oslo: NO, locative>.", "ceremony @Oslo: Ana"),
    (f"{STAY} [Ana] *visited* <Oslo: NO>. [Ana] *met* [Bo].", "meeting: Ana, Bo"),
    (f"{STAY} [Ana] *visited* <Lima: PE>. [Ana] *met* [Bo].", "meeting (2022-05-03/2022-05-05): Ana, Bo"),
    (f"{STAY} [Ana] *visited* <Oslo: NO> on {{2022-05-07/2022-05-08}}. [Ana] *met* [Bo].",
     "meeting (2022-05-07/2022-05-08): Ana, Bo"),
    # a stay is of a few days
    ("[Ana] *visited* <Peru: PE> in {2022-05}. [Ana] *met* [Bo].", "meeting: Ana, Bo"),
    ("[Ana] *visited* <Peru: PE> on {2022-05-03/2022-05-17}. [Ana] *met* [Bo].", "meeting (2022-05-03/2022-05-17): Ana, Bo"),
    ("[Ana] *visited* <Peru: PE> on {2022-05-03/2022-05-18}. [Ana] *met* [Bo].", "meeting: Ana, Bo"),
    # a conference where its sentence tells of the visit, too
    (f"{PLANNED} [Ana] will see the *forum: planned*.", "conference planned: Ana"),
    (f"{PLANNED} During the *visit: visited, bare, anaphoric, planned* [Ana] will see the *forum: planned*.",
     "conference planned (XXXX-05-03/XXXX-05-05): Ana"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), STAYS)
def test_days_of_a_stay(text: str, expected: str) -> None:
    """What is done by a visitor, and told without a day, is of the stay's days, if the text tells none of them."""
    assert expected in told(text)


PUBLISHED = [
    # what is to come is of a stay that goes on, what was of one that began
    (f"{STAY} [Ana] *met: planned* [Bo].", "2022-05-05", "meeting planned (2022-05-03/2022-05-05): Ana, Bo"),
    (f"{STAY} [Ana] *met: planned* [Bo].", "2022-05-06", "meeting planned: Ana, Bo"),
    (f"{STAY.replace('visited*', 'visited: planned*')} [Ana] *met* [Bo].", "2022-05-03",
     "meeting (2022-05-03/2022-05-05): Ana, Bo"),
    (f"{STAY.replace('visited*', 'visited: planned*')} [Ana] *met* [Bo].", "2022-05-02", "meeting: Ana, Bo"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "expected"), PUBLISHED)
def test_stays_around_publication(text: str, published: str, expected: str) -> None:
    """A stay that is over has nothing to come, and one to come nothing that was held."""
    assert expected in told(text, published=dt.date.fromisoformat(published))


def test_what_is_to_come_soon_behind() -> None:
    """In a text that tells no day of publication, what is to come on a stay is told soon behind it."""
    for number, expected in ((11, "meeting planned (2022-05-03/2022-05-05): Ana, Bo"), (12, "meeting planned: Ana, Bo")):
        assert expected in told(f"{STAY} {'It rained. ' * number}[Ana] *met: planned* [Bo].")


LONG = "and the whole old town by the river rejoiced"
NEWS = f"On {{2022-05-03}} [Ana] *met* [Bo] {LONG}."

UNTIL = [
    # the day of what happened dates what is told before another day
    (f"{NEWS} [Cy] *met* [Di]. On {{2022-05-04}} it rained.", "meeting (2022-05-03): Cy, Di"),
    (f"{NEWS} On {{2022-05-04}} it rained. [Cy] *met* [Di].", "meeting: Cy, Di"),
    (f"On {{2022-05-03}} [Ana] *visited* {LONG}. [Cy] *met* [Di]. On {{2022-05-04}} it rained.", "meeting: Cy, Di"),
    (f"On {{2022-05-03}} [Ana] came {LONG}. [Cy] *met* [Di]. On {{2022-05-04}} it rained.", "meeting: Cy, Di"),
    (f"{NEWS.replace('met*', 'met: background*')} [Cy] *met* [Di]. On {{2022-05-04}} it rained.", "meeting: Cy, Di"),
    # one of what is still to come leaves no doubt
    (f"{NEWS} On {{2022-05-04}} [Ana] will *go: visited, planned*. [Cy] *met* [Di].", "meeting (2022-05-03): Cy, Di"),
    (f"On {{2022-05-04}} [Ana] will *go: visited, planned*. {NEWS} [Cy] *met* [Di].", "meeting: Cy, Di"),
]


@pytest.mark.parametrize(("text", "expected"), UNTIL)
def test_the_day_of_the_news_until_another(text: str, expected: str) -> None:
    """The day on which something happened in the lead is that of what is told without one, up to where another is told."""
    assert expected in told(text)
