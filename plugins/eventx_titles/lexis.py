"""The words files as the rules use them: offices, and the classes of words inside titles and names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import accumulate
from typing import Any

import attrs

from eventx import Document, Lexicon, by_value, lazy, swift

# tables whose words are looked up one at a time
SINGLE = (
    "preposition", "determiner", "indefinite", "definite", "owned", "his", "silent", "opener", "leading", "agent", "coordinator",
    "speaks_for", "led_body", "inviting", "consort",
    "besides", "authority", "this_land", "office_end", "organising",
    "coordinating", "companion", "conjunction", "led", "through", "retired", "when_where", "closing", "lately", "no_verb",
    "object_ends", "venue",
    "supranational", "compass", "region", "opening", "bilateral", "several", "several_behind", "caption", "credit",
    "particle", "suffix", "abbreviated", "clitic", "hanger", "surname", "stopped", "given", "month_name", "article", "father",
    "country_given", "ruler_name", "ruler_given", "rank_name", "royal_courtesy", "small_courtesy", "royal",
    "abstract", "unlike", "son_of", "ship", "setting", "postnominal", "common", "site", "small_unit", "paired", "counted_before",
    "counted_after",
    "ruling_party", "state_body",
    "numbers", "own_seat",
    "family_vi", "family_zh", "family_ko", "family_km", "ambiguous", "place_noun", "place_opening", "company", "for_example",
    "sitting", "talked_over", "for_month", "month_word",
    "counterparts", "theirs",
    "counterpart", "colleague", "midname", "describing", "between", "seat", "served", "elect", "of_another", "of_country",
    "doing", "there_to", "that_one", "child", "no_pronoun", "stays", "verb_behind", "matter", "at", "met", "acts", "past",
    "calls", "colleague_head", "of_host", "elect_apart", "served_ruler", "serves_ruler",
    "the", "of", "origin", "her", "newly", "on_day", "calls_on", "inside", "serves", "served_at", "attaching", "sent_from",
    "sent_to", "sent_at", "to_known", "article_letter", "no_initial", "interim", "in_capitals", "given_first", "in_charge",
    "about", "behind_dateline", "told_on", "premises",
    "for_matter", "local_committee", "respective", "unit_letter", "numbered", "that_is",
    "relative", "based", "letters", "assigned", "mission", "dangling",
    "named_only", "concurrent", "beside", "relating", "genitive", "participle_ends", "plural_ends", "ruler_article",
    "personal", "foremost",
    "family_titled", "middle_small",
    "initial_pair", "glued_pair", "name_too", "opening_ends", "adjective_ends", "portfolio_ends",
    "lunar_year",
    # of offices.toml
    "of_portfolio", "sole_office",
    "rank_office", "reign_office", "envoy_office", "leader_office", "never_both", "bare_body_office", "comma_body_office",
    "matter_office", "sent_office", "attached_office", "topical_office", "part_office", "regional_office",
    "company_office", "others_office", "others_of_office",
)  # fmt: skip


PLACES = frozenset(("country", "city"))
"""The classes of the names of places."""
DASHES = frozenset(("-", "–", "—"))
_PAIR = 2
_BACK = 6
"""The most words of a phrase that is read back to from its last word."""


@by_value
@swift
@attrs.frozen(eq=False, repr=False)
class Office:
    """An office word: its key, and how it behaves (see en.toml)."""

    key: str
    weak: bool = False
    cap: bool = False
    accredited: bool = False
    plural: bool = False
    country: str | None = None
    describes: tuple[str, ...] | None = None
    name: bool = False


@cache
def _plain(key: str, plural: bool) -> Office:  # noqa: FBT001 - a cache key
    """Return an office without special behaviour."""
    return Office(key, plural=plural)


def office_of(value: Any, *, plural: bool = False) -> Office:
    """Return the office that a line of the words file describes."""
    if isinstance(value, str):
        return _plain(value, plural)
    describes = value.get("describes")
    return Office(
        key=value["office"],
        weak=value.get("weak", False),
        cap=value.get("cap", False),
        accredited=value.get("accredited", False),
        plural=plural,
        country=value.get("country"),
        describes=None if describes is None else tuple(describes),
        name=value.get("name", False),
    )


Beside = tuple[tuple[int, ...], frozenset[str] | None]


class Phrases:
    """The phrases that begin, or end, with a word: the classes of the word alone, and what it is with the word beside it.

    By that word: the sizes of the phrases of three words and more, the longest first, and the classes of the phrase of two.
    """

    def __init__(self, kinds: Mapping[str, frozenset[str]], word: str, beside: int) -> None:
        """Take the classes of all phrases, the word, and which word of a phrase stands beside it."""
        self.alone = kinds.get(word)
        self.forms: list[str] = []
        self._kinds, self._beside = kinds, beside

    @lazy
    def beside(self) -> Mapping[str, Beside]:
        """What the word is with the word beside it; worked out when a text first has the word, as few are met."""
        sizes: dict[str, set[int]] = {}
        pairs: dict[str, frozenset[str]] = {}
        for form in self.forms:
            parts = form.split(" ")
            other = parts[self._beside]
            sizes.setdefault(other, set()).add(len(parts))
            if len(parts) == _PAIR:
                pairs[other] = self._kinds[form]
        return {other: (tuple(sorted(found - {_PAIR}, reverse=True)), pairs.get(other)) for other, found in sizes.items()}


@swift
@attrs.frozen(eq=False, repr=False)
class Words:
    """The classes of a language's words inside titles and names.

    Phrase to classes; what begins, or ends, with a word; the first words of national bodies, and those of bodies of several
    countries with their sizes; what may stand between a name's comma and a title told of it, and the last words of clauses that
    tell one; the sizes of what opens an apposition, by its first word; the offices, those in the singular and those in the
    plural, by their surfaces; the sizes of what tells who leads, of what joins titles and of what opens a complement in several
    words, by its first word; and the tables asked for most often: the small words inside names, and all that one may go on with,
    Vietnamese family names, countries' short names in pairs, articles, and words that join titles; and the ends of plurals, with
    those of the singular.
    """

    classes: Mapping[str, frozenset[str]]
    openings: Mapping[str, Phrases]
    endings: Mapping[str, Phrases]
    modifiers: Mapping[str, str]
    tables: Mapping[str, frozenset[str]]
    national: Mapping[str, str]
    heads: frozenset[str]
    worldly: Mapping[str, tuple[int, ...]]
    lead_ins: frozenset[str]
    told_by: frozenset[str]
    openers: Mapping[str, tuple[int, ...]]
    offices: Mapping[bool, Mapping[str, Office]]
    leading: Mapping[str, tuple[int, ...]]
    coordinating: Mapping[str, tuple[int, ...]]
    through: Mapping[str, tuple[int, ...]]
    particles: frozenset[str]
    inner: frozenset[str]
    families: frozenset[str]
    paired: frozenset[str]
    determiners: frozenset[str]
    coordinators: frozenset[str]
    singular: Mapping[str, str]


def _forms(surfaces: Iterable[str], *, folded: bool) -> dict[str, str]:
    """Return surfaces as the words they are matched by, made all at once."""
    listed = list(dict.fromkeys(surfaces))
    match = Document("\n".join(listed), language="en" if folded else "vi").match
    ends = [end + place for place, end in enumerate(accumulate(map(len, listed)))]
    return {surface: " ".join(match[end - len(surface) : end].split()) for surface, end in zip(listed, ends, strict=True)}


def _kinds(tagged: Iterable[tuple[str, Iterable[str]]]) -> dict[str, frozenset[str]]:
    """Return by phrase the tags that it stands under."""
    kinds: dict[str, set[str]] = {}
    for tag, forms in tagged:
        for form in forms:
            kinds.setdefault(form, set()).add(tag)
    return {form: frozenset(tags) for form, tags in kinds.items()}


def _tables(lexicon: Lexicon, code: str) -> dict[str, frozenset[str]]:
    """Return the tables of single words of a language, and those that are made of them."""
    tables = {name: frozenset(lexicon.table(code, name)) for name in SINGLE}
    families = tables["family_vi"]
    tables["family_vi"] = families | frozenset(Document("\n".join(families), language="en").folded.split("\n"))
    tables["eastern"] = tables["family_zh"] | tables["family_ko"]
    tables["company_end"] = frozenset(name.rpartition(" ")[2] for name in tables["company"])
    # small words that a name may go on with
    tables["inner"] = tables["particle"] | tables["son_of"] | tables["middle_small"]
    # the only words among common ones that a name without a title may begin with
    tables["heads"] = tables["family_vi"] | tables["eastern"] | tables["month_name"]
    return tables


def load_words(lexicon: Lexicon, code: str, tags: tuple[str, ...]) -> Words:
    """Return the word classes of a language, from its tables."""
    surfaces = (surface for tag in (*tags, "modifier", "national") for surface in lexicon.table(code, tag))
    forms = _forms(surfaces, folded=code == "en")
    national = {forms[k]: str(v) for k, v in lexicon.table(code, "national").items()}
    tagged = {tag: [forms[surface] for surface in lexicon.table(code, tag)] for tag in (*tags, "modifier")}
    kinds = _kinds([*tagged.items(), ("body", [*national])])
    tables = _tables(lexicon, code)
    # words that may stand between a name's comma and a title told of it
    lead_ins = tables["determiner"] | {opener.split(" ")[-1] for opener in tables["opener"]} | tables["conjunction"]
    offices = {
        plural: {surface: office_of(value, plural=plural) for surface, value in lexicon.table(code, tag).items()}
        for plural, tag in ((False, "office"), (True, "offices"))
    }
    relative = frozenset(opener.split(" ")[-1] for opener in tables["opener"] if opener.split(" ")[0] in tables["relative"])
    return Words(
        kinds,
        _phrases(kinds, ends=False),
        _phrases(kinds, ends=True),
        {forms[surface]: str(value) for surface, value in lexicon.table(code, "modifier").items()},
        tables,
        national,
        frozenset(form.split(" ")[0] for form in national),
        _openers(tables["supranational"]),
        lead_ins,
        relative,
        _openers(tables["opener"]),
        offices,
        _openers(tables["leading"]),
        _openers(tables["coordinating"]),
        _openers(tables["through"]),
        tables["particle"],
        tables["inner"],
        tables["family_vi"],
        tables["paired"],
        tables["determiner"],
        tables["coordinator"],
        lexicon.table(code, "singular"),
    )


def _openers(table: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Return the sizes of the phrases of a table by their first word, the longest first."""
    sizes: dict[str, set[int]] = {}
    for form in table:
        parts = form.split(" ")
        sizes.setdefault(parts[0], set()).add(len(parts))
    return {word: tuple(sorted(found, reverse=True)) for word, found in sizes.items()}


def _phrases(kinds: Mapping[str, frozenset[str]], *, ends: bool) -> dict[str, Phrases]:
    """Return the phrases by their first word, or those of few words by their last."""
    found: dict[str, Phrases] = {}
    for form in kinds:
        if ends and form.count(" ") >= _BACK:
            continue
        word = form.rpartition(" ")[2] if ends else form.partition(" ")[0]
        phrases = found.get(word)
        if phrases is None:
            phrases = found[word] = Phrases(kinds, word, -2 if ends else 1)
        if word != form:
            phrases.forms.append(form)
    return found
