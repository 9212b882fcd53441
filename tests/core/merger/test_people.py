"""Who is one person: names, initials, orders, sexes, countries; and what is no name of anybody."""

from __future__ import annotations

import pytest
from script import countries, events, script

from eventx import Mention, Title
from eventx.merger.entities import Entity
from eventx.merger.names import callable_by, compatible, tokens


def forms(*words: str) -> set[tuple[str, ...]]:
    """Return names as tuples of their words."""
    return {tuple(word.split()) for word in words}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Anna Berg", ("anna", "berg")),
        ("Đinh Tiến-Dũng", ("dinh", "tien", "dung")),
        ("Ri’ayat O'Hara ʻAli `Abd", ("riayat", "ohara", "ali", "abd")),
        ("– …", ()),
    ],
)
def test_words_of_a_name(name: str, expected: tuple[str, ...]) -> None:
    """A name's words are folded; a mark inside a word belongs to it, a hyphen does not."""
    assert expected == tokens(name)


CALLED = [
    ("Ana", {}, forms("ana")),
    ("Anna Berg", {}, forms("anna berg", "anna", "berg")),
    ("Anna Eva Berg", {}, forms("anna eva berg", "anna", "berg", "eva berg", "anna eva")),
    ("Anna Eva Maria Berg", {},
     forms("anna eva maria berg", "anna", "berg", "eva maria berg", "maria berg", "anna eva", "anna eva maria")),
    ("Tran Van Nam", {"call_name": -1}, forms("tran van nam", "nam", "van nam", "tran van")),
    ("Tran Van Nam", {"call_name": 1}, forms("tran van nam", "van", "van nam", "tran van")),
    ("Tran Van Nam", {"call_name": 2}, forms("tran van nam", "nam", "van nam", "tran van")),
    ("Tran Van Nam", {"call_name": 0}, forms("tran van nam", "tran", "van nam", "tran van")),
    ("Tran Van Nam", {"call_name": -3}, forms("tran van nam", "tran", "van nam", "tran van")),
    # no such part: the first and the last
    ("Tran Van Nam", {"call_name": 3}, forms("tran van nam", "tran", "nam", "van nam", "tran van")),
    ("Tran Van Nam", {"call_name": -4}, forms("tran van nam", "tran", "nam", "van nam", "tran van")),
    ("Tran Van Nam", {"call_name": -1, "name_order": "family_last"},
     forms("tran van nam", "tran", "nam", "van nam", "tran van", "tran nam")),
    ("Tran Van Nam", {"call_name": -1, "name_order": "family_first"}, forms("tran van nam", "nam", "van nam", "tran van")),
    # nobody is called by the name of his father
    ("Faisal bin Farhan", {}, forms("faisal bin farhan", "faisal", "bin farhan", "faisal bin")),
    ("Omar bin Zaid Sabah", {},
     forms("omar bin zaid sabah", "omar", "sabah", "bin zaid sabah", "omar bin", "omar bin zaid")),
    ("Bin Farhan", {}, forms("bin farhan", "bin", "farhan")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "more", "expected"), CALLED)
def test_what_somebody_is_called_by(name: str, more: dict[str, object], expected: set[tuple[str, ...]]) -> None:
    """The shorter forms of a name that may take it up."""
    assert expected == callable_by(Mention(name=name, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("shorter", "longer", "expected"),
    [
        ("anna", "anna", True),
        ("anna berg", "anna berg", True),
        ("berg anna", "anna berg", True),
        ("anna berg", "anna eva berg", True),
        ("anna", "anna berg", False),
        ("anna moe", "anna eva berg", False),
        ("anna eva berg", "anna berg", False),
        ("anna anna", "anna eva berg", False),
        ("anna anna berg", "anna eva berg", False),
    ],
)
def test_names_that_are_one(shorter: str, longer: str, *, expected: bool) -> None:
    """Two full names are one if the words are, in either order, or if two and more words of one are all in the other."""
    assert expected is compatible(tuple(shorter.split()), tuple(longer.split()))


ONE = [
    # -- the same name, a short form, another order, an initial --
    ("[Anna Berg] came. [Berg] *signed*.", ["Anna Berg x2"]),
    ("[Anna Berg] came. [Anna] *signed*.", ["Anna Berg x2"]),
    ("[Anna Berg] came. [Moe] *signed*.", ["Moe x1"]),
    ("[Anna Eva Berg] came. [Eva Berg] *signed*.", ["Anna Eva Berg x2"]),
    ("[Shin Ara] came. [Ara Shin] *signed*.", ["Shin Ara x2"]),
    ("[Elmar Aliev] came. [E. Aliev] *signed*.", ["Elmar Aliev x2"]),
    ("[Elmar Vali Aliev] came. [E. Vali Aliev] *signed*.", ["Elmar Vali Aliev x2"]),
    ("[Ilham Aliev] came. [E. Aliev] *signed*.", ["E. Aliev x1"]),
    ("[Elmar Aliev] came. [El Aliev] *signed*.", ["El Aliev x1"]),
    ("[Elmar Aliev] came. [E] *signed*.", ["E x1"]),
    # the first of those alike gives the name, a stated one before an implied one
    ("[ANNA Berg] came. [Anna Berg] *signed*.", ["ANNA Berg x2"]),
    ("[ANNA Berg: implied] came. [Anna Berg] *signed*.", ["Anna Berg x2"]),
    # -- of another sex, of another country, of another kind --
    ("[Anna Berg: f] came. [Berg: f] *signed*.", ["Anna Berg x2"]),
    ("[Anna Berg: f] came. [Berg: m] *signed*.", ["Berg x1"]),
    ("[Anna Berg: NO] came. [Berg: NO] *signed*.", ["Anna Berg x2"]),
    ("[Anna Berg: NO] came. [Berg: SE] *signed*.", ["Berg x1"]),
    ("[Anna Berg] came. [Berg: SE] *signed*.", ["Anna Berg x2"]),
    ("[Anna Berg: NO] came. [Berg] *signed*.", ["Anna Berg x2"]),
    ("[Anna Berg: NO] came. [Anna Berg: SE] *signed*.", ["Anna Berg x2"]),
    ("[Anna Berg: body] slept. [Anna Berg] *signed*.", ["Anna Berg x1"]),
    ("[Port Board: body] slept. [Port: body] *signed*.", ["Port x1"]),
    # -- of namesakes: whose office it is, then the nearest before, then the nearest behind --
    ("[Anna Berg] and [Tom Berg] came. [Berg] *signed*.", ["Tom Berg x2"]),
    ("[Anna Berg] and [Tom Berg] came. [Anna Berg] left. [Berg] *signed*.", ["Anna Berg x3"]),
    ("[Berg] *signed*. Then [Anna Berg] and [Tom Berg] came.", ["Anna Berg x2"]),
    ("[Anna Berg: mayor=Mayor] and [Tom Berg: king=King] came. [Berg: mayor=Mayor] *signed*.", ["Anna Berg x2"]),
    ("[Anna Berg: mayor=Mayor] and [Tom Berg] came. [Berg: king=King] *signed*.", ["Tom Berg x2"]),
    ("[Anna Berg: mayor=Mayor] and [Tom Berg] came. [Berg: Sir] *signed*.", ["Tom Berg x2"]),
    # -- what is known by its form alone --
    ("[Anna: implied] *signed*.", ["Anna x1"]),
    ("PORT ([Anna: implied]) *signed*.", []),
    ("PORT ([Anna]) *signed*.", ["Anna x1"]),
    ("PORT ([Anna: body, implied]) *signed*.", ["Anna x1"]),
    ("PORT ([Anna: implied] Berg) *signed*.", ["Anna x1"]),
    ("PORT (old [Anna: implied]) *signed*.", ["Anna x1"]),
    ("X" * 48 + "([Anna: implied]) *signed*.", []),
    ("X" * 49 + "([Anna: implied]) *signed*.", ["Anna x1"]),
]


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_who_is_one(text: str, expected: list[str]) -> None:
    """Who signed, and how often the text speaks of him."""
    (event,) = events(text)

    assert expected == [f"{person.name} x{len(person.mentions)}" for person in event.participants]


@pytest.mark.parametrize(
    ("mark", "place", "expected"),
    [
        ("[Penny Hill: implied]", "Penny Hill", []),
        ("[Penny Hill: implied]", "Hill", []),
        ("[Penny Hill: implied]", "Old Penny Hill", []),
        ("[Penny Hill: implied]", "Old", ["Penny Hill"]),
        ("[Penny Hill]", "Penny Hill", ["Penny Hill"]),
        ("[Penny Hill: body, implied]", "Penny Hill", ["Penny Hill"]),
        # a country behind the name says whose she is; where something stands before the name, it may be part of it
        ("[Penny of Hill: name=Penny, implied]", "Hill", ["Penny"]),
        ("[Miss Penny of Hill: name=Penny, implied]", "Hill", []),
    ],
)
def test_names_of_places(mark: str, place: str, expected: list[str]) -> None:
    """What is known by its form alone names nobody where a place stands."""
    telling = script(f"Old {mark} *signed*.").place(place)

    assert expected == [person.name for person in telling.events()[0].participants]


@pytest.mark.parametrize(("mark", "expected"), [("Ana: implied", []), ("Ana", ["Ana"])])
def test_agencies_of_datelines(mark: str, expected: list[str]) -> None:
    """What a dateline names by its form alone is an agency."""
    (event,) = events(f"HAVANA, [{mark}] – the pact was *signed*.", dateline="HAVANA, Ana –")

    assert expected == [person.name for person in event.participants]


WORLDS = [
    # names that put the family first and are called by their last part are of one world, unless they have two plain words
    ("[Trần Văn Nam: name_order=family_first, call_name=-1] *signed*.", "VN"),
    ("[Tran Van Nam: name_order=family_first, call_name=-1] *signed*.", "VN"),
    ("[Trần Nam: name_order=family_first, call_name=-1] *signed*.", "VN"),
    ("[Tran Nam: name_order=family_first, call_name=-1] *signed*.", None),
    ("[Trần Văn Nam: name_order=family_first, call_name=0] *signed*.", None),
    ("[Trần Văn Nam: name_order=family_last, call_name=-1] *signed*.", None),
    ("[Trần Văn Nam: body, name_order=family_first, call_name=-1] *signed*.", None),
    ("[Trần Văn Nam: KH, name_order=family_first, call_name=-1] *signed*.", "KH"),
    # whose country is told: by the words, else by the first place in their windows that has one
    ("[The Lao Ana: NO, of=Lao] *signed* it. <Lao: LA, demonym>.", "NO"),
    # what an office is mostly of yields to a place told with it
    ("[Ana: NO] came. [Lao chief Ana: name=Ana, chief=chief, of=Lao] *signed*.", "LA"),
    ("[Ana: NO] came. [Lao Ana: name=Ana, of=Lao] *signed*.", "NO"),
    ("[Ana: NO] came. [Lao chief Ana: name=Ana, chief=chief] *signed*.", "NO"),
    ("[Ana: NO] came. [Lao chief Ana: name=Ana, chief=chief, PE] *signed*.", "NO"),
    ("[Thai Ana: name=Ana, of=Thai] came. [Lao chief Ana: name=Ana, chief=chief, of=Lao] *signed*.", "TH"),
]


@pytest.mark.parametrize(("text", "country"), WORLDS)
def test_whose_somebody_is(text: str, country: str | None) -> None:
    """The country is what the words tell, else that of the world in which such names are made."""
    telling = script(text)
    for words, code in (("Lao", "LA"), ("Thai", "TH")):
        if words in text and "<Lao" not in text:
            telling.place(words, code, kind="demonym")

    assert [country] == [person.country for person in telling.events()[-1].participants]


@pytest.mark.parametrize(
    ("windows", "titled", "expected"),
    [
        (("the bay of Lima",), "NO", "PE"),
        (("the bay of Lim",), "NO", "NO"),
        (("the bay",), "NO", "NO"),
        (("the bay",), None, None),
        (("the bay", "of Lima"), None, "PE"),
        ((), "NO", "NO"),
    ],
)
def test_windows_of_a_country(windows: tuple[str, ...], titled: str | None, expected: str | None) -> None:
    """A place with a country that lies wholly in a window tells it before a title does."""
    telling = script("Ana of the bay of <Lima: PE> *signed*.").place("the bay")
    titles = (Title(text="chief", country=titled),)
    within = tuple(telling.span(words) for words in windows)
    telling.add("mention", Mention(name="Ana", titles=titles, country_within=within), "Ana")

    assert [expected] == [person.country for person in telling.events()[0].participants]


def test_a_name_taken_up_by_its_family() -> None:
    """Where another country is told, a name that puts the family first is called by it; in the one world it is not."""
    text = "[Vương Nghị: {0}name_order=family_first, call_name=-1] came. [Vương: x] *signed*."
    for told, name in (("CN, ", "Vương Nghị"), ("VN, ", "Vương"), ("", "Vương")):
        assert [name] == [person.name for person in events(text.replace("{0}", told))[0].participants]


def test_titles_are_told_once() -> None:
    """A title told again, in whatever letters, is one; a sex that is told stays."""
    (event,) = events("[Ana: mayor=Mayor of Hué] came. [Ana: mayor=mayor of Hue, king=King] *signed*.")

    assert ["Mayor of Hué", "King"] == [title.text for title in event.participants[0].titles]
    assert {"Ana": None} == countries("[Ana: mayor=Mayor] *signed*.")


def test_how_far_the_nearest_mention_is() -> None:
    """One before a place is nearer than any behind it."""
    entity = Entity(0, "person", "Ana", ("ana",), starts=[4, 9, 20])

    assert [(1, 1), (0, 0), (0, 4), (0, 0), (0, 10), (0, 5)] == [entity.distance(offset) for offset in (3, 4, 8, 9, 19, 25)]
    assert 4 == entity.first


def test_a_mention_stated_and_implied_is_one() -> None:
    """The same words contributed as stated and as implied are one place where somebody is named."""
    telling = script("Ana *signed*.")
    for certainty in ("stated", "implied"):
        telling.add("mention", Mention(name="Ana"), "Ana", certainty=certainty)

    assert [1] == [len(person.mentions) for person in telling.events()[0].participants]
