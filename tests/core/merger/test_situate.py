"""Which date and place is an event's: how far they may stand, what they may be, and what stands in between."""

from __future__ import annotations

import pytest
from script import events, script, told

from eventx import Slot

DATES = [
    # -- what dates a meeting in its sentence: a day, a month, a stretch; a year only at the head of the sentence or its end --
    ("[Ana] *met* [Bo] in {2022-05}.", "2022-05"),
    ("[Ana] *met* [Bo] of {2022}.", None),
    ("[Ana] *met* [Bo] in {2022}, then left.", None),
    ("In {2022} [Ana] *met* [Bo].", "2022"),
    ("All in {202X} [Ana] *met* [Bo].", None),
    ("At {2022} [Ana] *met* [Bo].", "2022"),
    ("About {2022} [Ana] *met* [Bo].", None),
    ("Then, {2022} [Ana] *met* [Bo].", None),
    ("[Ana] *met* [Bo] in {2022}.", "2022"),
    ("[Ana] *met* [Bo] in {2022}", "2022"),
    ("[Ana] *met* [Bo] in {2022}\nRain fell.", "2022"),
    ("[Ana] *met* {2022}.", None),
    ("[Ana] *met* [Bo], of Oslo, in {2022}.", None),
    ("[Ana] *visited* all of her old friends over there, in {2022}.", "2022"),
    ("[Ana] *visited* all of her old friends over there, {the year: 2022}.", "2022"),
    ("[Ana] *visited* all of her old friends over there, {2022}.", None),
    ("On {XXXX-05-03} [Ana] *met* all of her friends, {the year: 2022}.", "XXXX-05-03"),
    ("[Ana] *signed* it all, {the year: 2022}.", None),
    ("[Ana] *met* [Bo] in Oslo, and left in {2022}.", None),
    ("[Ana] *met* [Bo] of Oslo in {2022}.", "2022"),
    ("[Ana] *met* [Bo] in {2022}!", None),
    ("[Ana] *signed* it in {2022}.", None),
    ("[Ana] *met* [Bo] of {2021/2022}.", None),
    # after one meeting somebody met others: the date behind the comma is that one's
    ("After *talks: met, bare* [Ana] of the city, [Bo] *saw: met* [Cy] on {2022-05-03}.", "2022-05-03"),
    ("After *talks: meeting* with [Ana] and [Bo], rain fell on {2022-05-03}.", "(2022-05-03)"),
    ("After *talks: meeting* with [Ana] and [Bo] rain fell on {2022-05-03}.", "2022-05-03"),
    ("Before *talks: meeting* with [Ana] and [Bo], rain fell on {2022-05-03}.", "2022-05-03"),
    ("After a *feast: welcomed* [Ana], [Bo], rain fell on {2022-05-03}.", "2022-05-03"),
    ("[Ana] *met* [Bo] in {2021/2022-05}.", "2021/2022-05"),
    # a conference may be of a year; a proposal is none of a year, even at its head
    ("[Ana] came to a *forum* in {2022}.", "2022"),
    ("In {2022} [Ana] *proposed*.", None),
    ("In {2022-05} [Ana] *proposed*.", "2022-05"),
    # a year behind a visit and its goal
    ("[Ana] *visited* <Peru: PE, country> " + "x" * 23 + " {2022}.", "2022"),
    ("[Ana] *visited* <Peru: PE, country> " + "x" * 24 + " {2022}.", None),
    ("[Ana] *met* <Peru: PE, country> [Bo] {2022}.", None),
    ("[Anastasia] {2022} *visited* <Peru: PE, country>.", None),
    ("[Ana] *visited*{2022}.", "2022"),
    # -- of a proposal a date further on dates what is proposed --
    ("[Ana] *proposed* it to them all on {2022-05-03}.", "2022-05-03"),
    ("[Ana] *proposed* " + "x" * 21 + " {2022-05-03}.", "2022-05-03"),
    ("[Ana] *proposed* " + "x" * 22 + " {2022-05-03}.", None),
    # -- a month, season or year behind another event is that one's; a day is not --
    ("A *forum: bare* in {2022-05}, and [Ana] *met* [Bo].", None),
    ("A *forum: bare* on {2022-05-03}, and [Ana] *met* [Bo].", "2022-05-03"),
    ("A *proposed: bare* in {2022-05}, and [Ana] *met* [Bo].", "2022-05"),
    ("A *years: bare* in {2022-05}, and [Ana] *met* [Bo].", "2022-05"),
    ("[Ana] *met* [Bo] in {2022-05}, and a *forum: bare*.", "2022-05"),
    ("A *forum: bare* and [Ana] *met* [Bo] in {2022-05}.", "2022-05"),
    ("A *forum: bare* from {2022-05-03/2022-05-04}, and [Ana] *met* [Bo].", None),
    ("A *forum: bare* from {2022-05-03/2022-05-04}, and [Ana] will *meet: met, planned* [Bo].", "2022-05-03/2022-05-04"),
    ("A *forum: bare* from {2022-05-03/2022-06}, and [Ana] *met* [Bo].", None),
    ("A *forum: bare*. In {2022-05} [Ana] *met* [Bo].", "2022-05"),
    # -- since when something lasts, had not happened, … is no date of what happens --
    ("[Ana] *met* [Bo] for the first time since {2022-05}.", None),
    ("Since {2022-05} [Ana] *met* [Bo] often.", None),
    ("[Ana] *met* [Bo] for the first time sincere {2022-05}.", "2022-05"),
    # -- when it was said that something is to come --
    ("Officials said {2022-05-03} [Ana] will *meet: met, planned* [Bo].", None),
    ("Officials said on {2022-05-03} [Ana] will *meet: met, planned* [Bo].", None),
    ("Officials said all on {2022-05-03} [Ana] will *meet: met, planned* [Bo].", "2022-05-03"),
    ("Officials said {2022-05-03} [Ana] *met* [Bo].", "2022-05-03"),
    ("Officials said this yesterdayeveningy {2022-05-03} [Ana] will *meet: met, planned* [Bo].", "2022-05-03"),
    ("All said                         {2022-05-03} [Ana] will *meet: met, planned* [Bo].", "2022-05-03"),
    ("All said                    {2022-05-03} [Ana] will *meet: met, planned* [Bo].", None),
    # -- of a visit a stretch, of a meeting a day --
    ("On {2022-05-03} [Ana] *met* [Bo] of {2022-05-01/2022-05-09}.", "2022-05-03"),
    ("On {2022-05-01/2022-05-09} [Ana] *met* [Bo] on {2022-05-03}.", "2022-05-03"),
    ("[Ana] *met* [Bo] of {2022-05-01/2022-05-09}, far from the port, on {2022-05-03}.", "2022-05-03"),
    ("[Ana] *rite* of {2022-05-01/2022-05-09}, far from the port, on {2022-05-03}.", "2022-05-03"),
    ("[Ana] *signed* in {2022-05-01/2022-05-09}, far from the port, on {2022-05-03}.", "2022-05-03"),
    ("[Ana] *forum* of {2022-05-01/2022-05-09}, far from the port, on {2022-05-03}.", "2022-05-01/2022-05-09"),
    ("[Ana] *visited* on {2022-05-03} the old port, {2022-05-01/2022-05-09}.", "2022-05-01/2022-05-09"),
    ("[Ana] *visited* on {2022-05-03} the old port, {2022-05}.", "2022-05"),
    # -- the nearer of two, unless another event stands between --
    ("On {2022-05-03} in the old port by the river [Ana] *met* [Bo] on {2022-05-04}.", "2022-05-04"),
    ("[Ana] on {2022-05-03} *met* and thanked and praised and honoured [Bo] on {2022-05-04}.", "2022-05-03"),
    ("The old [Ana] on {2022-05-03}, after a *forum: bare*, *met* and thanked [Bo] for years, {2022-05-04}.", "2022-05-04"),
    ("[Ana] *met* the man after a *forum: bare* {2022-05-04}, and in the bay on the {2022-05-03} and then all.", "2022-05-04"),
    # what opens the sentence is about all of it
    ("On {2022-05-03}, after a *forum: bare*, [Ana] *met* and thanked [Bo] for so many years, {2022-05-04}.", "2022-05-03"),
    ("On the old {2022-05-03}, after a *forum: bare*, [Ana] *met* and thanked [Bo] for many a year, {2022-05-04}.", "2022-05-03"),
    ("On the olden {2022-05-03}, after a *forum: bare*, [Ana] *met* and thanked [Bo] for many a year, {2022-05-04}.",
     "2022-05-04"),
    ("Long on {2022-05-03}, after the *years: bare*, [Ana] *met* and thanked [Bo] for so many years, {2022-05-04}.",
     "2022-05-03"),
    # -- of two days the one behind another event is that one's --
    ("After a *forum: bare* on {2022-05-03} [Ana] *met* Bo the old man of the sea on {2022-05-05}.", "2022-05-05"),
    ("After a fair on {2022-05-03} [Ana] *met* Bo the old man of the sea on {2022-05-05}.", "2022-05-03"),
    ("After a *forum: bare* on {2022-05-03} [Ana] *met* Bo, " + "x" * 60 + " on {2022-05-05}.", "2022-05-03"),
    # -- a visit that sets out is no day of the conference --
    ("[Ana] on a *trip: bare* from {2022-05-03} comes to a *forum*.", None),
    ("[Ana] on a *trip: bare, anaphoric* from {2022-05-03} comes to a *forum*.", "2022-05-03"),
    ("[Ana] on a *trip: bare* comes to a *forum* on {2022-05-03}.", "2022-05-03"),
    ("[Ana] on a *trip: bare* on {2022-05-03} *met* [Bo].", "2022-05-03"),
    ("On {2022-05-03} [Ana] on a *trip: bare* comes to a *forum*.", "2022-05-03"),
    # -- what a trigger says itself --
    ("[Ana] *met: date=2022-05-09* [Bo] on {2022-05-03}.", "2022-05-09"),
    # -- how long it lasts --
    ("[Ana] *visited: days=3* on {2022-05-30}.", "(2022-05-30/2022-06-01)"),
    ("[Ana] *visited: days=2* on {2022-05-30}.", "(2022-05-30/2022-05-31)"),
    ("[Ana] *visited: days=1* on {2022-05-30}.", "2022-05-30"),
    ("[Ana] *visited: days=3, over=yes* on {2022-05-30}.", "(2022-05-28/2022-05-30)"),
    ("[Ana] *visited: days=3* in {2022-05}.", "2022-05"),
    ("[Ana] *visited: days=3* on {XXXX-05-30}.", "(XXXX-05-30/XXXX-06-01)"),
    ("[Ana] *visited: days=3, over=yes* on {XXXX-05-30}.", "(XXXX-05-28/XXXX-05-30)"),
    ("[Ana] *visited: days=3* on {XXXX-02-27}.", "XXXX-02-27"),
    ("[Ana] *visited: days=3* on {9999-12-30}.", "9999-12-30"),
    ("[Ana] *visited: days=3* on {XXXX-12-30}.", "XXXX-12-30"),
    ("[Ana] *visited: days=3* on {2022-05-03}, told far and wide {2022-06-01/2022-06-02}.", "(2022-05-03/2022-05-05)"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "date"), DATES)
def test_the_date_of_the_last(text: str, date: str | None) -> None:
    """The last event of the text with people in it has the date that is its own."""
    event = [event for event in events(text) if event.participants][-1]
    found = None if event.date is None else event.date.edtf if event.date.certainty == "stated" else f"({event.date.edtf})"

    assert date == found


PLACES = [
    # in the sentence at large: what is said to be where something happens, for a visit where somebody goes
    ("[Ana] *met* [Bo] in <Oslo: NO, locative>.", "Oslo"),
    ("[Ana] *met* [Bo] of <Oslo: NO>.", None),
    ("[Ana] *met* [Bo], off to <Oslo: NO, goal>.", None),
    ("Off to <Oslo: NO, goal>, [Ana] *toured* it.", "Oslo"),
    ("There in <Oslo: NO, locative>, [Ana] *toured* it.", None),
    ("[Ana] *met* [Bo] in <Norwegian: NO, demonym, locative>.", None),
    # the finer one, the nearer one
    ("[Ana] *met* [Bo] in <Norway: NO, country, locative>, in <Oslo: NO, locative>.", "Oslo"),
    ("[Ana] *met* [Bo] in <Oslo: NO, locative>, at <the Hall: venue, locative>.", "the Hall"),
    ("[Ana] *met* [Bo] in <Hue: VN, locative> and in <Oslo: NO, locative>.", "Hue"),
    # a place in somebody's title or name is none; one that is all of a name is
    ("[Ana] *met* [the Mayor in Oslo: name=Bo].", None),
    ("[Oslo: body] in <Oslo: NO, locative>: [Ana] *met* [Bo].", "Oslo"),
    # behind a visit: up to a comma behind which another clause goes on
    ("[Ana] *visited* <Peru: PE, country>, held talks in <Lima: PE>.", "Peru"),
    ("[Ana] *visited* <Peru: PE, country>, <Lima: PE>.", "Lima"),
    ("[Ana] *visited* <Peru: PE, country>, then <Lima: PE>.", "Lima"),
    ("[Ana] *visited* <Peru: PE, country>, praised <Lima: PE>.", "Peru"),
    ("[Ana] *visited* the ports, praised <Lima: PE>.", None),
    ("[Ana] *visited* <Peru: PE, country>" + "x" * 30 + "<Lima: PE>.", "Lima"),
    ("[Ana] *visited* <Peru: PE, country>" + "x" * 31 + "<Lima: PE>.", "Peru"),
    ("[Ana] *visited* " + "x" * 40 + " <Lima: PE>.", "Lima"),
    ("[Ana] *visited* <Peru: PE, country>, Old <Lima: PE>.", "Lima"),
    ("[Ana] *rite* at <the Fort: venue>, then <the Hall: venue>.", "the Fort"),
    ("[Ana] *rite* at <Peru: PE, country>, then <Lima: PE>.", "Lima"),
    # a people's name is a place where the frame expects one
    ("[Ana] *visited* <Peruvian: PE, demonym> ports.", "Peruvian"),
    # a proposal and an anniversary have no place but their frame's; what is told as background has one behind it
    ("[Ana] *proposed* it in <Oslo: NO, locative>.", None),
    ("[Ana] *met: background* [Bo] in <Oslo: NO, locative>.", "Oslo"),
    ("In <Oslo: NO, locative>, [Ana], who *met: background* [Bo], spoke.", None),
    ("[Ana], the *years: years=5* in <Oslo: NO, locative>.", None),
    ("[Ana] *visited: background* <Peru: PE, country>.", "Peru"),
    ("[Ana] *signed* it in <Oslo: NO, locative>.", "Oslo"),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_the_place(text: str, place: str | None) -> None:
    """The place is the frame's, else where the sentence says that something happens."""
    telling = script(text)
    if "Mayor in Oslo" in text:
        telling.place("Oslo", "NO", locative=True)
    (event,) = telling.events()

    assert place == (event.place.name if event.place else None)


AT_HOME = [
    # a dateline places what happens in a place, where nothing else does; never as if it were stated
    ("<HUE: VN> – [Ana] *rite*.", "ceremony (@HUE): Ana"),
    ("<HUE: VN> – [Ana] *forum*.", "conference (@HUE): Ana"),
    # people meet and sign wherever they are, unless words say that it was there
    ("<HUE: VN> – [Ana] *met* [Bo].", "meeting: Ana, Bo"),
    ("<HUE: VN> – [Ana] *met* [Bo] here today.", "meeting (@HUE): Ana, Bo"),
    ("<HUE: VN> – [Ana] *met* [Bo] on the sidelines, they said.", "meeting (@HUE): Ana, Bo"),
    ("<HUE: VN> – [Ana] *signed*.", "signing: Ana"),
    ("<HUE: VN> – [Ana] *signed* here.", "signing (@HUE): Ana"),
    ("<HUE: VN> – [Ana] *visited*.", "visit: Ana"),
    ("<HUE: VN> – [Ana] *proposed*.", "proposal: Ana"),
    ("<HUE: VN> – [Ana] *met* [Bo] in <Oslo: NO, locative>.", "meeting @Oslo: Ana, Bo"),
    ("<LAO: LA, demonym> <HUE: VN> – [Ana] *met* [Bo] here.", "meeting (@HUE): Ana, Bo"),
]


@pytest.mark.parametrize(("text", "expected"), AT_HOME)
def test_a_dateline(text: str, expected: str) -> None:
    """The first place of a dateline is the last resort."""
    words = script(text).document.text.partition("–")[0] + "–"

    assert [expected] == told(text, dateline=words)


ABROAD = [
    # what is still to come on a trip abroad is not where the text is from
    ("<HUE: VN> – [Ana] *visited* <Peru: PE, country>. [Ana] will *meet: met, planned* [Bo] here.", "meeting planned: Ana, Bo"),
    ("<HUE: VN> – [Ana] *visited* <Peru: PE, country>. [Ana] *met* [Bo] here.", "meeting (@HUE): Ana, Bo"),
    ("<HUE: VN> – [Ana] *visited* <Huế: VN>. [Ana] will *meet: met, planned* [Bo] here.", "meeting planned (@HUE): Ana, Bo"),
    (
        "<HUE: VN> – [Cy] *visited* <Peru: PE, country>. [Ana] will *meet: met, planned* [Bo] here.",
        "meeting planned (@HUE): Ana, Bo",
    ),
    ("<HUE: VN> – [Ana] *visited* <Avalon>. [Ana] will *meet: met, planned* [Bo] here.", "meeting planned (@HUE): Ana, Bo"),
    (
        "<HUE> – [Ana] *visited* <Peru: PE, country>. [Ana] will *meet: met, planned* [Bo] here.",
        "meeting planned (@HUE): Ana, Bo",
    ),
    # a conference is where somebody goes to attend it
    ("<HUE: VN> – [Ana] *visited* <Peru: PE, country> for a *forum*.", "conference @Peru: Ana"),
    ("<HUE: VN> – [Ana] *visited* <Peru: PE, country>. [Ana] came to a *forum*.", "conference (@HUE): Ana"),
    ("<HUE: VN> – [Ana] *visited: background* <Peru: PE, country> for a *forum*.", "conference (@HUE): Ana"),
    ("<HUE: VN> – [Ana] *visited* <Peru: PE, country> for a *forum* in <Lima: PE, locative>.", "conference @Lima: Ana"),
    ("<HUE: VN> – [Ana] *visited* for a *forum*.", "conference (@HUE): Ana"),
    ("<HUE: VN> – [Ana] *met* [Bo] at a *forum*.", "conference (@HUE): Ana, Bo"),
]


@pytest.mark.parametrize(("text", "expected"), ABROAD)
def test_on_a_trip(text: str, expected: str) -> None:
    """What somebody does on a trip is where he goes."""
    words = script(text).document.text.partition("–")[0] + "–"

    assert expected == next(line for line in told(text, dateline=words)[::-1])


CLAIMED = [
    # the day an anniversary counts from, in its words, in the window of its date, or told by its field, dates nothing else
    ("[Ana] *met* [Bo] for *the years: years, years=5* since {2017-05-03}.", None),
    ("[Ana] *met* [Bo] on {2017-05-03} for *the years: years, bare, years=5, since=2017-05-03*.", None),
    ("[Ana] *met* [Bo] on {2017-05-04} for *the years: years, bare, years=5, since=2017-05-03*.", "2017-05-04"),
    ("[Ana] *met* [Bo] on {2017-05-03/2017-05-04} for *the years: years, bare, years=5, since=2017-05-03*.", None),
    ("For *the years: years, bare, years=5, since=2017-05-03*. [Ana] *met* [Bo] on {2017-05-03}.", "2017-05-03"),
    # nor does the date right behind what is told as background, up to the next event
    ("After a *trip: bare, background* of {2022-05-03} [Ana] *met* [Bo].", None),
    ("After a *trip: bare* of {2022-05-03} [Ana] *met* [Bo].", "2022-05-03"),
    ("On {2022-05-03}, after a *trip: bare, background*, [Ana] *met* [Bo].", "2022-05-03"),
    ("After a *trip: bare, background*, [Ana] *met* [Bo] on {2022-05-03}.", "2022-05-03"),
    ("After a *trip: bare, background* of {2021-05-03} and {2022-05-04} [Ana] *met* [Bo].", "2022-05-04"),
    ("[Ana] *met* [Bo] after a *trip: bare, background* " + "x" * 118 + " {2022-05-03}.", "2022-05-03"),
    ("[Ana] *met* [Bo] after a *trip: bare, background* " + "x" * 117 + " {2022-05-03}.", None),
    ("[Ana] *met* [Bo] after a *trip: bare, background*. {2022-05-03}.", None),
]


@pytest.mark.parametrize(("text", "date"), CLAIMED)
def test_dates_that_are_claimed(text: str, date: str | None) -> None:
    """Some dates belong to one event alone."""
    event = next(event for event in events(text) if event.type == "meeting")

    assert date == (event.date.edtf if event.date else None)


@pytest.mark.parametrize(("kind", "date"), [("met", "2022-05-03"), ("forum", "2022-05-03")])
def test_the_window_of_a_date(kind: str, date: str) -> None:
    """A date in the frame's own window is the event's, whatever else the sentence tells."""
    telling = script("On {2022-05-09} [Ana] and [Bo] at the talks of {2022-05-03}, then.")
    slots = Slot(role="participant", spans=(telling.span("Ana and Bo"),)), Slot(role="date", spans=(telling.after("talks"),))
    telling.trigger("talks", {"met": "meeting", "forum": "conference"}[kind], *slots)
    (event,) = telling.events()

    assert date == str(event.date)
    assert ["2022-05-03"] == [source.value for source in event.provenance if source.field == "date"]


def test_background_has_its_own_date() -> None:
    """What is told as background has the date behind it, none of those before it."""
    text = "On {2022-05-03} [Ana] *met* [Bo] after [Cy] *came: visited, background* in {2019}."

    assert ["meeting 2022-05-03: Ana, Bo", "visit 2019: Cy"] == sorted(told(text))
