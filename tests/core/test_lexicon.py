"""Lexicons: strict words files, and words found by whole words, whatever their case, marks and punctuation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventx import Document, Engine, Extractor, Lexicon, LexiconError, extractor
from eventx.lexicon import Automaton

Make = Callable[..., Lexicon]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Return a function that writes words files and gives their lexicon."""

    def write(en: str = "", vi: str = "", **options: object) -> Lexicon:
        for code, content in (("en", en), ("vi", vi)):
            if content:
                (tmp_path / f"{code}.toml").write_text(content, encoding="utf-8")
        return Lexicon("test", tmp_path, tags=("verb", "noun"), tables=("extra",), **options)  # type: ignore[arg-type]

    return write


def joined(code: str, *lexicons: Lexicon) -> Automaton:
    """Return one automaton for the words of several lexicons."""
    return Automaton(code, lexicons)


def found(lexicon: Lexicon, text: str, language: str = "en") -> list[tuple[str, str]]:
    """Return the tags and words found in a text."""
    return [(hit.tag, text[hit.start : hit.end]) for hit in lexicon.scan(Document(text, language=language))]


def test_words_are_found_whatever_their_case_and_punctuation(make: Make) -> None:
    """Matching ignores case, punctuation and, in English, marks; it respects word boundaries."""
    lexicon = make('verb = ["held talks", "cafe"]')

    assert [("verb", "Held  Talks")[:1]] == [hit[:1] for hit in found(lexicon, "They Held Talks.")]
    assert [("verb", "held-talks"), ("verb", "Café")] == found(lexicon, "held-talks (Café)")
    assert [] == found(lexicon, "upheld talks, held talksy")


def test_marks_tell_words_apart_in_vietnamese(make: Make) -> None:
    """In Vietnamese tiếp and tiệp are two words; the place of a tone is not."""
    lexicon = make(vi='verb = ["tiếp", "hòa"]')

    assert [("verb", "Tiếp"), ("verb", "hoà")] == found(lexicon, "Tiếp, tiệp, tiep, hoà", "vi")


def test_values_and_tables(make: Make) -> None:
    """A table maps words to values; a table that is not looked for can be read."""
    lexicon = make('note = "n"\n[verb]\nmet = "meeting"\n[extra]\nOf = 3\n')

    (hit,) = lexicon.scan(Document("they met of", language="en"))

    assert ("verb", "meeting", "met") == (hit.tag, hit.value, hit.entry.surface)
    assert {"Of": 3} == lexicon.table("en", "extra")
    assert {} == lexicon.table("en", "noun")
    assert () == lexicon.entries("fr")


def test_alternatives(make: Make) -> None:
    """Braces write several surfaces in one line, in lists and in tables, looked for or not; a part may be missing."""
    lexicon = make('verb = ["{met|meets} {|briefly} with"]\n[extra]\n"{on|in} it" = 3\n')

    assert ["met with", "met briefly with", "meets with", "meets briefly with"] == list(lexicon.table("en", "verb"))
    assert {"on it": 3, "in it": 3} == lexicon.table("en", "extra")
    (hit,) = lexicon.scan(Document("he meets briefly with her", language="en"))
    assert ("meets briefly with",) * 2 == (hit.entry.surface, hit.value)
    assert [] == found(lexicon, "he met briefly")


def test_the_longest_word_wins_unless_overlaps_are_wanted(make: Make) -> None:
    """The leftmost longest hit wins; an overlapping lexicon hands out all."""
    words = 'verb = ["prime", "prime minister"]\nnoun = ["minister"]'

    assert [("verb", "prime minister")] == found(make(words), "prime minister")
    assert ["prime minister", "prime", "minister"] == [word for _, word in found(make(words, overlapping=True), "prime minister")]


def test_words_do_not_cross_paragraphs(make: Make) -> None:
    """A line end within a paragraph is a space; a paragraph end is not."""
    lexicon = make('verb = ["held talks"]')

    assert [] == found(lexicon, "They held\ntalks.")


def test_words_may_be_broken_to_two_lines(make: Make) -> None:
    """Where lines are broken to a width, a line end is a space."""
    line = "x" * 40
    text = "\n".join([line, f"{line[:35]} held", f"talks {line[:34]}", *[line] * 4, "", f"talks {line[:34]}"])

    assert ["held\ntalks"] == [word for _, word in found(make('verb = ["held talks"]'), text)]
    assert [] == found(make('verb = ["held talks"]'), text.replace("held\n", "held\n\n"))


def test_further_files(make: Make, tmp_path: Path) -> None:
    """A language's words may be spread over several files."""
    (tmp_path / "more.toml").write_text('verb = ["called"]', encoding="utf-8")

    assert [("verb", "met"), ("verb", "called")] == found(make('verb = ["met"]', files={"en": ("more.toml",)}), "met called")


WRONG = {
    "no TOML": ("verb = [", "en.toml: not TOML: "),
    "unknown table": ('verbs = ["a"]', "unknown table 'verbs'; this lexicon has extra, noun, verb"),
    "no table": ("verb = 3", "[verb]: expected a table of surfaces to values or a list of surfaces, got int"),
    "words called as what is said of the file": ('source = ["a"]', "'source' is for a text that says something of the file"),
    "list of numbers": ("verb = [3]", "expected a table of surfaces to values or a list of surfaces"),
    "twice in a list": ('verb = ["a", "b", "a"]', "[verb]: ['a'] stand twice; keep one of each"),
    "twice by alternatives": ('verb = ["{a|b} c", "a c"]', "[verb]: ['a c'] stand twice; keep one of each"),
    "twice by alternatives in a table": ('[verb]\n"{a|b} c" = 1\n"{b|c} c" = 2', "[verb]: ['b c'] stand twice; keep one of each"),
    "an open brace": ('verb = ["{a|b c"]', "'{a|b c' has a brace without its partner"),
    "a closed brace": ('verb = ["a|b} c"]', "'a|b} c' has a brace without its partner"),
    "braces in braces": (
        'verb = ["{a|{b|c}} d"]',
        "write alternatives as {a|b}, none within another",
    ),
    "one way": ('verb = ["{a} b"]', "'{a} b' has braces around one way only"),
    "a way twice": ('verb = ["{a|b|a} c"]', "'{a|b|a} c' has braces around one way only, or one way twice"),
    "too many ways": (f'verb = ["{"{a|b}" * 9}"]', "stands for 512 surfaces; write several lines of at most 500"),
    "not NFC": ('verb = ["tie\u0302\u0301p"]', "is not NFC; write it with composed letters"),
    "not NFC inside a table": (
        "[verb]\nmet = {type = 'tie\u0302\u0301p'}",
        "[verb] 'met': 'tie\u0302\u0301p' is not NFC; write it with composed letters",
    ),
    "not NFC deep inside": ("[extra]\nmet = [{a = ['e\u0301']}]", "[extra] 'met': 'e\u0301' is not NFC"),
    "not NFC by alternatives": ('verb = ["{e\u0301|a} b"]', "'e\u0301 b' (written '{e\u0301|a} b') is not NFC"),
    "an unknown key by alternatives": (
        '[verb]\n"{met|meets}" = {tipe = 1}',
        "'met' (written '{met|meets}') has unknown keys ['tipe']; allowed: ['type'] (did you mean type?)",
    ),
    "twice, as written": ('verb = ["{a|b} c", "a c"]', "['a c'] stand twice; keep one of each (written in '{a|b} c')"),
    "capital": ('verb = ["Met"]', "'Met' has capital letters; matching ignores case, so write it in lower case"),
    "no letter": ('verb = ["…"]', "'…' has no letter or digit to look for"),
    "unknown key": ("[verb]\nmet = {tipe = 1}", "'met' has unknown keys ['tipe']; allowed: ['type']"),
    "two values": ('[verb]\n"held-talks" = "a"\n"held talks" = "b"', "match the same words; keep one"),
    "two tags": ('verb = ["visit"]\nnoun = ["visit"]', "[noun] 'visit' and [verb] 'visit' match the same words; keep one"),
    "folded": ('verb = ["cafe"]\nnoun = ["café"]', "match the same words; keep one"),
}


@pytest.mark.parametrize(("content", "message"), WRONG.values(), ids=WRONG.keys())
def test_every_error_names_file_key_and_remedy(make: Make, content: str, message: str) -> None:
    """A words file that breaks the format is refused with its file, key and remedy."""
    lexicon = make(content, keys={"verb": frozenset({"type"})})

    with pytest.raises(LexiconError) as caught:
        lexicon.entries("en")

    assert str(caught.value).startswith("test: en.toml")
    assert message in str(caught.value)


ALIKE = {
    "in a list": ('verb = ["held-talks", "held talks"]', None),
    "with one value": ('[verb]\n"held-talks" = "a"\n"held talks" = "a"', None),
    "with two values": ('[verb]\n"held-talks" = "a"\n"held talks" = "b"', ("verb", "held talks", "verb", "held-talks")),
    "with its own value last": ('[verb]\n"held-talks" = "a"\n"held talks" = "held talks"', None),
    "with its own value first": (
        '[verb]\n"held-talks" = "held-talks"\n"held talks" = "b"',
        ("verb", "held talks", "verb", "held-talks"),
    ),
    "in two lists": ('verb = ["held-talks"]\nnoun = ["held talks"]', ("noun", "held talks", "verb", "held-talks")),
    "in two lists, the same": ('verb = ["talks"]\nnoun = ["talks"]', ("noun", "talks", "verb", "talks")),
    "in two tables with one value": ('[verb]\ntalks = "a"\n[noun]\ntalks = "a"', ("noun", "talks", "verb", "talks")),
    "three times in a list": ('verb = ["a-b", "a b", "a/b"]', None),
    "third with another value": ('[verb]\n"a-b" = 1\n"a b" = 1\n"a/b" = 2', ("verb", "a/b", "verb", "a-b")),
    "in a table not looked for": ('verb = ["talks"]\nextra = ["talks"]', None),
}


@pytest.mark.parametrize(("content", "clash"), ALIKE.values(), ids=ALIKE.keys())
def test_surfaces_that_match_the_same_words(make: Make, content: str, clash: tuple[str, ...] | None) -> None:
    """Two ways to write a word are refused where a hit of it would have two tags or two values."""
    lexicon = make(content)
    if clash is None:
        assert lexicon.entries("en")
        return

    with pytest.raises(LexiconError) as caught:
        lexicon.entries("en")

    tag, surface, other_tag, other = clash
    assert f"[{tag}] {surface!r} and [{other_tag}] {other!r} match the same words; keep one" in str(caught.value)


def test_only_what_is_beside_code_is_kept(make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read from a package is kept for the next time; what was read from a folder is not."""
    kept: list[str] = []
    monkeypatch.setattr("eventx.kept.read", lambda *_: None)
    monkeypatch.setattr("eventx.kept.write", lambda path, *_: kept.append(path.name.partition(".")[0]))
    lexicon = make('verb = ["met"]')
    assert 1 == len(lexicon.entries("en"))
    assert [] == kept

    (tmp_path / "worded").mkdir()
    (tmp_path / "worded" / "__init__.py").touch()
    (tmp_path / "worded" / "en.toml").write_text('verb = ["met"]', encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert lexicon.entries("en") == Lexicon("test", "worded", tags=("verb",)).entries("en")
    assert ["test-en"] == kept


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("They held talks.", ["held talks"]),
        ("They held\ntalks.", ["talks"]),
        ("They held talks.\nTalks held.", ["held talks", "Talks"]),
        ("They held.\n\ntalks", ["talks"]),
        ("talks", ["talks"]),
        ("talks held talks", ["talks", "held talks"]),
        ("held talks over all", ["held talks", "over all"]),
        ("held talks all", ["held talks"]),
        ("held talks overall", ["held talks"]),
        ("upheld talks", ["talks"]),
        ("talks over all talks", ["talks over all", "talks"]),
        ("held talks over all talks", ["held talks", "over all", "talks"]),
        ("met, held talks over all", ["met", "held talks", "over all"]),
        ("met held talks, met", ["met", "held talks", "met"]),
        ("", []),
    ],
)
def test_leftmost_and_longest(make: Make, text: str, hits: list[str]) -> None:
    """Of words that overlap the one that begins first wins, of those that begin together the longest."""
    lexicon = make('verb = ["held talks", "talks over all", "over all", "met"]\nnoun = ["talks"]')

    assert hits == [word for _, word in found(lexicon, text)]


def test_overlapping_hits_are_in_order(make: Make) -> None:
    """All hits are handed out by where they begin, the longest first."""
    lexicon = make('verb = ["a b c", "b", "b c", "a", "c d"]', overlapping=True)

    assert ["a b c", "a", "b c", "b", "c d"] == [word for _, word in found(lexicon, "a b c d")]


@pytest.mark.parametrize("overlapping", [True, False])
def test_a_word_written_in_two_ways_is_one_hit(make: Make, *, overlapping: bool) -> None:
    """The way that is written first is the hit's entry."""
    lexicon = make('verb = ["held-talks", "held talks"]', overlapping=overlapping)

    assert ["held-talks"] == [hit.entry.surface for hit in lexicon.scan(Document("Held talks.", language="en"))]


def test_no_word_at_all(make: Make) -> None:
    """A lexicon without a word finds nothing, alone or beside others."""
    other = make('verb = ["met"]')
    empty = Lexicon("empty", Path(other.package) / "none", tags=("verb",))

    assert ((), ()) == (empty.entries("en"), empty.scan(Document("met", language="en")))
    assert [0, 1] == [len(hits) for hits in joined("en", empty, other).scan(Document("met", language="en"))]


def test_hits_of_several_lexicons_are_each_its_own(make: Make, tmp_path: Path) -> None:
    """A word of two lexicons is a hit of both, with the value it has in each."""
    (tmp_path / "two").mkdir()
    (tmp_path / "two" / "en.toml").write_text('[verb]\n"held talks" = 2\nmet = 3', encoding="utf-8")
    one, two = make('[verb]\n"held talks" = 1'), Lexicon("two", tmp_path / "two", tags=("verb",))

    first, second = joined("en", one, two).scan(Document("held talks, met", language="en"))

    assert [(0, 10, 1)] == [(hit.start, hit.end, hit.value) for hit in first]
    assert [(0, 10, 2), (12, 15, 3)] == [(hit.start, hit.end, hit.value) for hit in second]


def test_what_is_read_once(make: Make, tmp_path: Path) -> None:
    """The words are read when first needed, and no more."""
    lexicon = make('verb = ["met"]')
    entries, automaton = lexicon.entries("en"), lexicon._automaton("en")  # noqa: SLF001 - made once
    (tmp_path / "en.toml").write_text('verb = ["saw"]', encoding="utf-8")

    assert entries == lexicon.entries("en")
    assert automaton is lexicon._automaton("en")  # noqa: SLF001 - as above
    assert [("verb", "met")] == found(lexicon, "met, saw")


def test_a_word_in_two_files(make: Make, tmp_path: Path) -> None:
    """A word that stands in two files of one lexicon is refused."""
    (tmp_path / "more.toml").write_text('verb = ["met"]', encoding="utf-8")

    with pytest.raises(LexiconError, match=r"more\.toml: \[verb\] 'met' stands twice; keep one"):
        make('verb = ["met"]', files={"en": ("more.toml",)}).entries("en")


def reading(lexicon: Lexicon, name: str) -> Extractor:
    """Return an extractor that keeps what hits it was handed."""

    @extractor(name=name, provides=(), lexicon=lexicon)
    def read(document: Document, _: object) -> list[object]:
        seen[name] = document.hits(lexicon)
        return []

    return read  # type: ignore[return-value]


seen: dict[str, object] = {}


def test_a_broken_lexicon_costs_its_extractor_only(make: Make, tmp_path: Path, engine_of: Callable[..., Engine]) -> None:
    """An extractor whose words cannot be read fails with the reason; the others get their hits."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "en.toml").write_text('verb = ["met"]', encoding="utf-8")
    good = Lexicon("good", other, tags=("verb",))

    extraction = engine_of(reading(make("verb = ["), "broken"), reading(good, "good")).extract("they met")

    assert [("broken", "LexiconError")] == [(p.extractor, p.error.partition(":")[0]) for p in extraction.problems]
    assert 1 == len(seen["good"])  # type: ignore[arg-type]


def test_a_lexicon_that_extractors_share_is_kept_for_the_last(
    make: Make, engine_of: Callable[..., Engine], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody makes a pass of its own: the hits of the one pass stay until the last of those that share a lexicon is done."""
    shared, own = make('verb = ["met"]'), make('verb = ["met"]')
    engine = engine_of(reading(shared, "a"), reading(own, "b"), reading(shared, "c"))
    let_go: list[tuple[str, bool]] = []
    plain = Document.let_go

    def noted(document: Document, owner: str, lexicon: Lexicon | None = None) -> None:
        let_go.append((owner, lexicon is not None))
        plain(document, owner, lexicon)

    monkeypatch.setattr(Document, "let_go", noted)
    monkeypatch.setattr(Lexicon, "scan", None)
    extraction = engine.extract("they met")

    assert () == extraction.problems
    assert [("a", False), ("b", True), ("c", True)] == let_go
    assert [1, 1, 1] == [len(seen[name]) for name in "abc"]  # type: ignore[arg-type]


WORDS = ("met", "held talks", "talks", "hội đàm", "tiếp", "café")


@given(st.lists(st.sampled_from((*WORDS, "and", ".", "\n", "MET", "Talks,"))), st.sampled_from(("en", "vi")))
def test_one_pass_gives_each_lexicon_what_its_own_pass_gives(
    tmp_path_factory: pytest.TempPathFactory, parts: list[str], code: str
) -> None:
    """Joining lexicons into one automaton changes nothing for any of them."""
    lexicons = []
    for words in (WORDS[:3], WORDS[1:5], WORDS[3:]):
        folder = tmp_path_factory.getbasetemp() / f"words-{len(lexicons)}"
        folder.mkdir(exist_ok=True)
        listed = ", ".join(f'"{word}"' for word in words)
        (folder / f"{code}.toml").write_text(f"verb = [{listed}]", encoding="utf-8")
        lexicons.append(Lexicon("test", folder, tags=("verb",), overlapping=len(lexicons) == 1))
    document = Document(" ".join(parts), language=code)

    found = joined(code, *lexicons).scan(document)

    for lexicon, hits in zip(lexicons, found, strict=True):
        alone = lexicon.scan(document)
        assert [(hit.start, hit.end, hit.entry) for hit in alone] == [(hit.start, hit.end, hit.entry) for hit in hits]
