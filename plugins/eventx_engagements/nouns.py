"""Whether a noun tells of an event of its own, takes up one told before, or tells of none."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest
from typing import Any, Literal

from eventx import NounPhrase, Span, clause_opener, language_data, lazy
from eventx_engagements.company import is_told_of_two
from eventx_engagements.words import LOW, NO_MARKS, Look, Word, end_of, is_title_case

Kind = Literal["own", "anaphoric"]

_REACH = 250
_OWN = 7
_CLOSE = 4
_FAR = 14
_HEAD = 60
_JUST = 20
"""How far right before a noun a date may stand, in code points."""
_PAPER = 60
_OFFICE = 3
"""The most words of an office."""


class Surroundings:
    """What stands around a noun, found out when asked for."""

    def __init__(self, look: Look, span: Span, phrase: NounPhrase, value: Mapping[str, Any]) -> None:
        self._look, self._span, self._phrase, self._value = look, span, phrase, value
        self._behind = look.after(span, _FAR)

    @lazy
    def own(self) -> bool:
        """Whether participants or a goal of its own follow ("talks *with X*", "visit *to Y*")."""
        return _has_own(self._look, self._behind[:_OWN], self._value) or self._exemplified

    @property
    def _exemplified(self) -> bool:
        """Whether some of those met are named by example ("meetings with leaders, *including* X")."""
        includes, document, start = self._look.grammar["includes"], self._look.document, self._span.end
        if self._value["type"] != "meeting" or not includes.may_stand(document.lower, start, start + _REACH):
            return False
        end = min(document.sentence_at(self._span.start).end, start + _REACH)
        words = self._look.words(start, end, _FAR, ";:!?")
        index = includes.first(words[:3])
        return index >= 0 and self._look.has_name(words[index:])

    @lazy
    def named(self) -> bool:
        """Whether it is part of a proper name ("14th *Asia* Forum")."""
        # "Phiên họp lần thứ hai của *Ủy ban* …": a number takes words
        counted = bool(self._behind) and self._look.grammar["counter"].run(self._behind, 0)
        close = _CLOSE + 2 if counted else _CLOSE
        return _is_named(self._look, self._span, self._phrase, self._behind[:close], self._value)

    @property
    def is_other(self) -> bool:
        """Whether an adjective says that it is another than the one at hand ("the *upcoming* meeting")."""
        others = self._look.grammar["other_one"].table
        return any(word in others for word in self._phrase.modifiers)

    @property
    def numbered(self) -> bool:
        """Whether a number of an edition stands before it ("23rd session")."""
        return has_number(self._look, self._phrase)

    @lazy
    def dated(self) -> bool:
        """Whether its sentence says when."""
        sentence = self._look.document.sentence_at(self._phrase.start)
        end = min(sentence.end, self._span.end + _REACH)
        if self._look.has_when(self._look.words(self._phrase.start, end, 100, NO_MARKS)):
            return True
        if self._look.has_when(self._look.words(sentence.start, min(sentence.start + _HEAD, self._phrase.start), 12)):
            return True
        # "… that X visited Fiji in 1990 for a forum"
        return self._look.has_when(self._look.words(max(sentence.start, self._phrase.start - _JUST), self._phrase.start, 6))

    @lazy
    def happens(self) -> bool:
        """Whether its sentence says behind it that it takes place ("Hội thảo … do X tổ chức ngày 9/6")."""
        end = self._look.document.sentence_at(self._span.start).end
        return self._look.grammar["happens"].first(self._look.words(self._span.end, end, 40, NO_MARKS)) >= 0

    @property
    def takes_place(self) -> bool:
        """Whether it has a proper name at once and is said to take place ("Hội nghị thượng đỉnh *BRICS* khai mạc")."""
        return bool(self._behind) and self._look.is_capital(self._behind[0]) and self.happens

    @lazy
    def close(self) -> bool:
        """Whether the words right behind it say when ("their meeting *on January 15*")."""
        return self._look.has_when(self._behind[:_OWN])

    @lazy
    def several(self) -> bool:
        """Whether two who are named stand joined before it ("*X and Y* agreed during a phone call")."""
        return is_told_of_two(self._look, self._phrase.start)

    @lazy
    def apposed(self) -> bool:
        """Whether a comma stands right before it."""
        start = self._phrase.start
        return self._look.document.text[max(start - 3, 0) : start].rstrip()[-1:] == ","

    @lazy
    def taken_up(self) -> bool:
        """Whether a word behind it says that it was told before ("chuyến thăm *này*")."""
        return _is_taken_up(self._look, self._behind)


def _is_taken_up(look: Look, behind: list[Word]) -> bool:
    """Tell whether a word behind the noun says that it was told before: right behind it, some also further off."""
    demonstratives = look.grammar["demonstrative"]
    for index, (low, _) in enumerate(behind):
        if low in demonstratives.longest:
            far = demonstratives.value(behind, index)
            if far is not None and (far or index < 3):
                return True
    return False


def _has_own(look: Look, behind: list[Word], value: Mapping[str, Any]) -> bool:
    """Tell whether a word of the table ``own`` and then a name or a word of people follow within a few words."""
    if value.get("needs") == "document":
        return look.grammar["document"].first(behind) >= 0
    if _is_closed(look, behind):
        return False
    table = look.grammar["own"].table
    own = table.get(value["frame"], table.get(value["type"], ()))
    people = look.grammar["people"].table
    # "his working trip to the city": where the text is at home
    goals = look.grammar["home"].table if value["type"] == "visit" else {}
    seen = direct = "" in own
    # "cùng sự tham gia của lãnh đạo": who else is there is none of the two who meet
    nobody, company = table.get("none", ()), look.grammar["company"].table
    for word, following in zip_longest(behind, behind[1:]):
        if following is not None and following[LOW] in nobody and word[LOW] in company:
            return False
        if word[LOW] in own:
            seen = True
        elif seen and (look.is_name(word) or word[LOW] in people or (goals and word[LOW] in goals)):
            return True
        elif direct and not seen:
            return False
    return False


def _is_closed(look: Look, behind: list[Word]) -> bool:
    """Tell whether a verb follows the noun, so that what comes after is the sentence's object ("The meeting *discussed* …")."""
    goes_on, after = look.grammar["goes_on"], look.grammar["goes_on_after"]
    if not behind or look.is_capital(behind[0]) or behind[0][LOW][0].isdigit() or not goes_on.table:
        return False
    if not goes_on.run(behind, 0):
        return True
    if goes_on.value(behind, 0) != "auxiliary":
        return False
    return len(behind) > 1 and not after.run(behind, 1)


def is_subject(look: Look, span: Span) -> bool:
    """Tell whether the noun at `span` is the subject of a verb right behind it."""
    return _is_closed(look, look.after(span, 5))


def _is_named(look: Look, span: Span, phrase: NounPhrase, behind: list[Word], value: Mapping[str, Any]) -> bool:
    """Tell whether the noun is part of a proper name: capitals or a number before it, or behind it where adjectives follow."""
    if is_title_case(look.document, span.start):
        return False
    before = look.words(phrase.head, span.start, 8, NO_MARKS)
    # "(ABC) Leaders' Meeting": the short form of its body stands before it
    short = look.document.text[max(span.start - 2, 0) : span.start] == ") " and look.document.text[span.start].isupper()
    if short or any(look.is_name(word) or word[LOW][0].isdigit() for word in before):
        return True
    follows = look.document.text[span.start].isupper() or value.get("of") or look.grammar.behind
    return bool(follows) and look.has_name(behind)


def noun_kind(look: Look, span: Span, phrase: NounPhrase, value: Mapping[str, Any]) -> Kind | None:
    """Return whether the noun tells of an event of its own, takes up one told, or (``None``) tells of none."""
    known: Kind | None = "anaphoric" if value.get("anaphoric") else None
    if known or _tells_nothing(look, phrase, value):
        return known
    seen = Surroundings(look, span, phrase, value)
    within = phrase.preposition in look.grammar["takes_up"].table
    if value.get("strict") and phrase.determiner != "generic":
        return _strict(phrase, seen, within=within)
    if phrase.determiner in ("definite", "demonstrative") or seen.taken_up:
        kind = _definite(phrase, seen, value, within=within)
        # "the upcoming meeting" is none of those told
        return None if kind == "anaphoric" and seen.is_other else kind
    if phrase.determiner == "possessive":
        # "told Y in her first meeting"
        leads = phrase.light is not None or phrase.preposition in look.grammar["said_in"].table
        held = leads and has_number(look, phrase)
        told = seen.own or ((phrase.named or seen.close or held) and not value.get("weak"))
        return "own" if told else None if value.get("weak") else "anaphoric"
    if phrase.determiner in ("indefinite", "generic"):
        return "own" if phrase.determiner == "indefinite" and _is_introduced(phrase, seen, value) else None
    return _bare(phrase, seen, value, within=within)


def is_numbered(look: Look, span: Span, phrase: NounPhrase) -> bool:
    """Tell whether a meeting is one of a body's series: "its *23rd* meeting", not "their *third* meeting with X"."""
    series = look.grammar["series"].table
    if not has_number(look, phrase) and not any(word in series for word in phrase.modifiers):
        return False
    sides = look.grammar["sides"]
    return sides.first(look.after(span, _OWN)) < 0


def has_number(look: Look, phrase: NounPhrase) -> bool:
    """Tell whether a number of an edition stands before the noun: 23rd, third."""
    ordinals = language_data(look.document.lang).ordinals
    return any(word[0].isdigit() or word in ordinals for word in phrase.modifiers)


def _tells_nothing(look: Look, phrase: NounPhrase, value: Mapping[str, Any]) -> bool:
    """Tell whether the noun is what a document is about, or one of several conferences ("các hội nghị liên quan")."""
    if phrase.preposition in look.grammar["about"].table and _is_in_paper(look, phrase):
        return True
    if value["type"] == "signing" and phrase.preposition in look.grammar["since"].table:
        return True
    led = phrase.light is None if look.grammar.behind else phrase.preposition is not None
    if value["type"] == "conference" and led and _is_of_body(look, phrase):
        return True
    return value["type"] == "conference" and phrase.determiner == "plural" and look.grammar.behind


def _is_of_body(look: Look, phrase: NounPhrase) -> bool:
    """Tell whether what looks like a conference is a body somebody is of: "the *Chair of* the Pacific Islands Forum".

    In languages without "of" the office stands right before it: "*Chủ tịch* Hội nghị".
    """
    if look.grammar.behind:
        people, words = look.grammar["people"], look.before(phrase.start, _PAPER)[-_OFFICE:]
        places = range(len(words))
        close = bool(words) and not look.document.text[end_of(words[-1]) : phrase.start].strip()
        return close and any(people.value(words, at) is True and people.run(words, at) == len(words) - at for at in places)
    if phrase.preposition not in ("of", "at"):
        return False
    words = look.before(phrase.start, _PAPER)
    return bool(words) and words[-1][LOW] in look.grammar["of_body"].table


def _is_in_paper(look: Look, phrase: NounPhrase) -> bool:
    """Tell whether the noun is what a document is about: "a memorandum of understanding *on political consultations*"."""
    words = look.words(max(phrase.start - _PAPER, look.document.sentence_at(phrase.start).start), phrase.start, 20, NO_MARKS)
    return bool(words) and look.grammar["document"].first(words[-3:]) >= 0


def _definite(phrase: NounPhrase, seen: Surroundings, value: Mapping[str, Any], *, within: bool) -> Kind | None:
    """Return the kind of a noun with "the", "this" or "này": its own if it says whose or which, else one told before."""
    told = seen.own or (seen.named and phrase.determiner != "demonstrative")
    if not told and value.get("weak") and seen.close:
        if value["type"] == "visit":
            return "anaphoric"  # "With the trip on 5 May, the two have met three times"
        told = True
    # "co-chaired the sixth meeting of the group": one of a series
    told = told or (value["type"] == "conference" and phrase.light is not None and seen.numbered and seen.dated)
    if told and not seen.taken_up:
        return "own"
    return "anaphoric" if within or not value.get("weak") else None


def _is_introduced(phrase: NounPhrase, seen: Surroundings, value: Mapping[str, Any]) -> bool:
    """Tell whether a noun with an indefinite article tells of an event: "held a meeting", "at a meeting on Monday"."""
    if value["type"] == "conference" and phrase.light is None and phrase.preposition is None and seen.apposed:
        return False  # "the G20, a forum of …" tells what it is
    if seen.own:
        return True
    if value.get("weak"):
        return phrase.light is not None and (bool(phrase.role) or seen.several)
    if phrase.light is not None:
        return True
    kind = value["type"]
    led_in = phrase.preposition is not None and (kind == "visit" or seen.dated or (kind == "meeting" and seen.several))
    return led_in or (seen.dated and (kind in ("conference", "ceremony") or (kind == "meeting" and seen.happens)))


def _strict(phrase: NounPhrase, seen: Surroundings, *, within: bool) -> Kind | None:
    """Return the kind of a noun that mostly means something else (congress, session): an event only under a name, in use."""
    numbered = seen.numbered and (phrase.preposition is not None or phrase.determiner == "definite")
    if seen.named and (seen.close or phrase.light is not None or within or numbered):
        return "own"
    return "anaphoric" if phrase.determiner in ("definite", "demonstrative") and (within or phrase.preposition is None) else None


def _bare(phrase: NounPhrase, seen: Surroundings, value: Mapping[str, Any], *, within: bool) -> Kind | None:
    """Return the kind of a noun without an article: "held talks", "in talks with X", "tại buổi tiếp", "14th Forum"."""
    led_in = phrase.preposition is not None or phrase.light is not None
    if value.get("weak") and not (seen.own and led_in):
        # "X và Y đã bắt đầu các cuộc đàm phán"
        return "own" if phrase.light is not None and value["type"] == "meeting" and seen.several else None
    if seen.own or (seen.named and (seen.dated or led_in or (value["type"] == "conference" and seen.takes_place))):
        return "own"
    if phrase.role == "host" and value["type"] == "meeting" and value.get("counted") and not seen.dated:
        return "anaphoric"  # "X chủ trì buổi làm việc": the one just told
    if phrase.light is not None and phrase.determiner != "plural":
        # who attends something is told of it before; who holds it, tells of it
        return "anaphoric" if phrase.role in ("participant", "speaker") else "own"
    takes_up = within and not phrase.modifiers and (value["type"] != "conference" or phrase.determiner != "plural")
    takes_place = value["type"] == "conference" and seen.dated and seen.happens
    if takes_place or (seen.dated and value.get("counted") and not takes_up):
        return "own"
    return "anaphoric" if takes_up or (value.get("counted") and value["type"] in ("meeting", "signing")) else None


def is_background(look: Look, span: Span, phrase: NounPhrase) -> bool:
    """Tell whether a visit is told as the time of something else: "after the visit by X", "since Y's visit"."""
    backdrop = look.grammar["backdrop"].table
    opener = clause_opener(look.document, phrase.start) if phrase.named else None
    if phrase.light is not None or not (
        phrase.preposition in backdrop or (opener is not None and opener.entry.surface in backdrop)
    ):
        return False
    visitors = look.grammar["backdrop_of"].table
    return phrase.named or any(word[LOW] in visitors for word in look.after(span, _OWN))
