"""Traits: what a trigger's words mean for merging, with each trait and without it."""

from __future__ import annotations

import pytest
from script import told

CASES = [
    # states act themselves, where nobody of theirs is named and nothing of theirs is meant
    ("<Peru: PE, country> and <Chile: CL, country> *signed: states* a pact.", ["signing: Peru, Chile"]),
    ("<Peru: PE, country> and <Chile: CL, country> *signed* a pact.", ["signing: "]),
    ("<Peru: PE, country>, the <Niger: NE, country> *signed: states* a pact.", ["signing: Peru, Niger"]),
    (
        "In <Lima: PE, locative>, both <Peru: PE, country> and <Chile: CL, country> have *signed: states* it.",
        ["signing @Lima: Peru, Chile"],
    ),
    ("<Peru: PE, country> firms *signed: states* a pact.", ["signing: "]),
    ("<Peru: PE, country> … *signed: states* a pact.", ["signing: "]),
    ("Firms of <Peru: PE, country> and <Chile: CL, country> *signed: states* a pact.", ["signing: "]),
    ("<Peruvian: PE, demonym> *signed: states* a pact.", ["signing: "]),
    ("<Peru: PE, country> and <Chile: CL, country> of old *signed: states* a pact.", ["signing: "]),
    ("[Ana: PE] *signed* a pact. <Peru: PE, country> and <Chile: CL, country> *signed: states* it.", ["signing: Ana"]),
    ("[the Port: body] and <Chile: CL, country> *signed: states* a pact.", ["signing: the Port, Chile"]),
    ("[the Port: body, CL] and <Chile: CL, country> *signed: states* a pact.", ["signing: the Port"]),
    (
        "<Peru: PE, country> *signed: states* a pact. <Chile: CL, country> *signed: states* another.",
        ["signing: Peru", "signing: Chile"],
    ),
    (
        "<Peru: PE, country> and <Chile: CL, country> *signed: states* a pact. <Peru: PE, country> *signed: states* it.",
        ["signing: Peru, Chile"],
    ),
    ("<Peru: PE, country> and <Chile: CL, country> *met: states* in <Oslo: NO, locative>.", ["meeting @Oslo: Peru, Chile"]),
    ("<Peru: PE, country> and <Chile: CL, country> *met* in <Oslo: NO, locative>.", []),
    ("<Peru: PE, country> *met: states* in <Oslo: NO, locative>.", []),
    ("[Ana: PE] *met* [Bo: CL]. <Peru: PE, country> and <Chile: CL, country> *met: states*.", ["meeting: Ana, Bo"]),
    (
        "[Ana: PE] *met* [Bo: NO]. <Peru: PE, country> and <Chile: CL, country> *met: states*.",
        ["meeting: Ana, Bo", "meeting: Peru, Chile"],
    ),
    # the people of two states, none of whom is named, meet where states themselves do not
    ("The presidents of <Peru: PE, country> and <Chile: CL, country> *met*.", ["meeting: Peru, Chile"]),
    (
        "Senior officials from <Peru: PE, country>, <Fiji: FJ, country> and <Chile: CL, country> *met*.",
        ["meeting: Peru, Fiji, Chile"],
    ),
    ("<Peru: PE, country> and <Chile: CL, country> *met*.", []),
    ("The leaders of <Peru: PE, country> *met*.", []),
    ("The leaders of <Peru: PE, country> and <Chile: CL, country> *visited* <Oslo: NO, goal>.", []),
    ("Firms of <Peru: PE, country> and <Chile: CL, country> *met*.", []),
    ("<Peru: PE, country> and <Chile: CL, country> *met: states, anaphoric* in <Oslo: NO, locative>.", []),
    # who received the same guests, too
    ("[Ana] *received* [Bo]. [Cy], [Di] *listed: received, receivers* [Bo].", ["meeting: Ana, Bo, Cy, Di"]),
    ("[Ana] *received* [Bo]. [Cy], [Di] *listed: received* [Bo].", ["meeting: Ana, Bo", "meeting: Cy, Di, Bo"]),
    ("[Ana] *received* [Bo]. [Cy], [Di] *listed: received, receivers* [Ed].", ["meeting: Ana, Bo", "meeting: Cy, Di, Ed"]),
    # who received those who came does not travel
    (
        "[Ana] *visited* <Lima: PE>. [Bo] and [Cy] *were: joined, receivers* there. They *sat: meeting, anaphoric* down.",
        ["visit @Lima: Ana", "meeting: Bo, Cy, Ana"],
    ),
    (
        "[Ana] *visited* <Lima: PE>. [Bo] and [Cy] *were: joined* there. They *sat: meeting, anaphoric* down.",
        ["visit @Lima: Ana, Bo, Cy"],
    ),
    # a meal in another sentence, and one with a word that takes it up
    ("[Ana] *received* [Bo]. [Ana] *fed: received, meal* [Bo].", ["meeting: Ana, Bo", "meeting: Ana, Bo"]),
    ("[Ana] *received* [Bo]. [Ana] *fed: received* [Bo].", ["meeting: Ana, Bo"]),
    ("[Ana] *received* [Bo] and *fed: received, meal* [Bo].", ["meeting: Ana, Bo"]),
    ("[Ana] *received* [Bo]. [Ana] *fed: received, meal, anaphoric* [Bo].", ["meeting: Ana, Bo"]),
    # the day of arrival, and how long
    (
        "[Ana] *came: visited, arrival* to <Lima: PE> on {2022-05-02}. [Ana] *visited: days=3* <Lima: PE>.",
        ["visit (2022-05-02/2022-05-04) @Lima: Ana"],
    ),
    (
        "[Ana] *visited* <Lima: PE> on {2022-05-02}. [Ana] *stays: visited, days=3* in <Lima: PE>.",
        ["visit 2022-05-02 @Lima: Ana"],
    ),
    # where those were who attended, the event was
    ("[Ana] *met* [Bo]. [Cy] *saw: joined, attendance* it in <Oslo: NO, locative>.", ["meeting @Oslo: Ana, Bo, Cy"]),
    ("[Ana] *met* [Bo]. [Cy] *saw: joined* it in <Oslo: NO, locative>.", ["meeting: Ana, Bo, Cy"]),
    # who speaks in his turn met those of the meeting told last; not who was at one told
    (
        "[Ana] *met* [Bo]. [Cy] *asked: met* [Di]. [Ed] *spoke: joined, turn* up.",
        ["meeting: Ana, Bo", "meeting: Cy, Di, Ed"],
    ),
    (
        "[Ana] *met* [Bo]. [Cy] *asked: met* [Di]. [Bo] *spoke: joined, turn* up.",
        ["meeting: Ana, Bo", "meeting: Cy, Di"],
    ),
    ("[Ana] *met* [Bo]. [Cy] *asked: met* [Di]. [Bo] *spoke: joined* up.", ["meeting: Ana, Bo", "meeting: Cy, Di, Bo"]),
    # only people are members of a delegation
    ("[Ana] *met* [Bo]. The group *has: with, members* [Cy] and [the Port: body].", ["meeting: Ana, Bo, Cy"]),
    ("[Ana] *met* [Bo]. The group *has: with* [Cy] and [the Port: body].", ["meeting: Ana, Bo, Cy, the Port"]),
    # whoever is received by several is so by all of them, not by one after the other
    ("[Ana] was *seen: passive* by [Bo: president=President] and [Cy: speaker=Speaker].", ["meeting: Ana, Bo, Cy"]),
    ("[Ana] was *seen* by [Bo: president=President] and [Cy: speaker=Speaker].", ["meeting: Ana, Bo", "meeting: Ana, Cy"]),
    # an article makes it one meeting
    (
        "[Ana] had a *chat: met, noun* with [Bo: president=President] and [Cy: speaker=Speaker].",
        ["meeting: Ana, Bo, Cy"],
    ),
    (
        "[Ana] had a *chat: met* with [Bo: president=President] and [Cy: speaker=Speaker].",
        ["meeting: Ana, Bo", "meeting: Ana, Cy"],
    ),
    # a part of the world is no place of a meeting
    ("[Ana] *met* [Bo] in <Southern Asia: region, locative, spans_countries>.", ["meeting: Ana, Bo"]),
    ("[Ana] *met* [Bo] in <Southern Peru: region, locative>.", ["meeting @Southern Peru: Ana, Bo"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_traits(text: str, expected: list[str]) -> None:
    """A trait makes the difference that it says."""
    assert expected == told(text)
