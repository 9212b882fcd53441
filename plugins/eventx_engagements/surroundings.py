"""What stands around a noun of an event: whose it is, its name and number, its date, and whether it is taken up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eventx import NounPhrase, Span, language_data, lazy
from eventx_engagements.behind_noun import CLOSE, FAR, OWN, has_own, is_of_two, is_taken_up, is_told_between
from eventx_engagements.company import is_told_of_two
from eventx_engagements.headlines import is_title_case
from eventx_engagements.names import roman
from eventx_engagements.taken import is_received
from eventx_engagements.words import LOW, NO_MARKS, Look, Word

_REACH = 250
_SOON = 24
"""Within how many words behind a session it is said to take place."""
_HEAD = 60
_STAMP = 40
"""Within how many code points of its start the brackets of an agency close that open a sentence."""
_DASHES = "-–—"
_NUMBER = 12
"""How far behind the head of a noun's phrase a Roman number of an edition may end, in code points."""
_JUST = 20
"""How far right before a noun a date may stand, in code points."""


class Surroundings:
    """What stands around a noun, found out when asked for."""

    def __init__(self, look: Look, span: Span, phrase: NounPhrase, value: Mapping[str, Any]) -> None:
        self._look, self._span, self._phrase, self._value = look, span, phrase, value
        self._behind = look.after(span, FAR)

    @lazy
    def received(self) -> bool:
        """Whether it is a visit or call of somebody who comes to who is told before it."""
        return is_received(self._look, self._span, self._phrase)

    @lazy
    def own(self) -> bool:
        """Whether participants or a goal of its own follow ("talks *with X*", "visit *to Y*")."""
        behind, one_of = self._behind, self._look.grammar["one_of"].table
        if self._value["type"] == "meeting" and is_told_between(self._look, behind):
            return True
        # "Meeting *of* Foreign Minister X with Y"
        if self._value["type"] == "meeting" and is_of_two(self._look, behind):
            return True
        far = bool(behind) and behind[0][LOW] in one_of and self._value["type"] == "meeting"
        return has_own(self._look, behind if far else behind[:OWN], self._value) or self._exemplified

    @property
    def _exemplified(self) -> bool:
        """Whether some of those met are named by example ("meetings with leaders, *including* X")."""
        includes, document, start = self._look.grammar["includes"], self._look.document, self._span.end
        if self._value["type"] != "meeting" or not includes.may_stand(document.lower, start, start + _REACH):
            return False
        end = min(document.sentence_at(self._span.start).end, start + _REACH)
        words = self._look.words(start, end, FAR, ";:!?")
        index = includes.first(words[:3])
        return index >= 0 and self._look.has_name(words[index:])

    @lazy
    def named(self) -> bool:
        """Whether it is part of a proper name ("14th *Asia* Forum")."""
        # "Phiên họp lần thứ hai của *Ủy ban* …": a number takes words
        counted = bool(self._behind) and self._look.grammar["counter"].run(self._behind, 0)
        close = CLOSE + 2 if counted else CLOSE
        return _is_named(self._look, self._span, self._phrase, self._behind[:close], self._value)

    @property
    def invited(self) -> bool:
        """Whether its sentence says by whom the visitor was invited ("Chuyến thăm diễn ra *theo lời mời của* X")."""
        invited, document, start = self._look.grammar["invited"], self._look.document, self._span.end
        end = min(document.sentence_at(start).end, start + _REACH)
        if not invited.table or not invited.may_stand(document.lower, start, end):
            return False
        return invited.first(self._look.words(start, end, 40, ";")) >= 0

    @property
    def is_other(self) -> bool:
        """Whether an adjective says that it is another than the one at hand ("the *upcoming* meeting")."""
        others = self._look.grammar["other_one"].table
        return any(word in others for word in self._phrase.modifiers)

    @property
    def convened(self) -> bool:
        """Whether an adjective says that it is one that is called for something ("an *emergency* session")."""
        called = self._look.grammar["convened"].table
        return self._phrase.determiner == "indefinite" and any(word in called for word in self._phrase.modifiers)

    @property
    def numbered(self) -> bool:
        """Whether a number of an edition stands before it ("23rd session")."""
        return has_number(self._look, self._phrase)

    @lazy
    def dated(self) -> bool:
        """Whether its sentence says when."""
        sentence = self._look.document.sentence_at(self._phrase.start)
        end = min(sentence.end, self._span.end + _REACH)
        if not self._look.may_say_when(sentence.start, end):
            return False
        if self._look.has_when(self._look.words(self._phrase.start, end, 100, NO_MARKS)):
            return True
        start = self._behind_stamp(sentence.start)
        if self._look.has_when(self._look.words(start, min(start + _HEAD, self._phrase.start), 12)):
            return True
        # "… that X visited Fiji in 1990 for a forum"
        return self._look.has_when(self._look.words(max(sentence.start, self._phrase.start - _JUST), self._phrase.start, 6))

    # (TTXVN) - Chiều 13/5, X chủ trì · Hà Nội (TTXVN) - Chiều 13/5
    def _behind_stamp(self, start: int) -> int:
        """Return where a sentence goes on behind the agency in brackets and the dash that open it; its start if none do."""
        text = self._look.document.text
        close = text.find(")", start, start + _STAMP)
        dash = text[close + 1 : close + 3].lstrip()[:1] if close >= 0 else ""
        return close + 3 if dash and dash in _DASHES else start

    @lazy
    def happens(self) -> bool:
        """Whether its sentence says behind it that it takes place ("Hội thảo … do X tổ chức ngày 9/6")."""
        end = self._look.document.sentence_at(self._span.start).end
        return self._look.grammar["happens"].first(self._look.words(self._span.end, end, 40, NO_MARKS)) >= 0

    @property
    def takes_place(self) -> bool:
        """Whether it has a proper name at once and is said to take place ("Hội nghị thượng đỉnh *BRICS* khai mạc")."""
        return bool(self._behind) and self._look.is_capital(self._behind[0]) and self.happens

    # Sáng 5/6, X chủ trì cuộc họp về Y · Kỳ họp thứ 8 khai mạc ngày 5/6 · tham dự Đại hội đại biểu toàn quốc Hội X
    @property
    def sits(self) -> bool:
        """Whether a session is said to be held on a day, or one with a number or name to take place or to be attended.

        In languages without articles.
        """
        if not self._look.grammar.behind or self.taken_up:
            return False
        if self._phrase.role == "host":
            return self.dated and self._phrase.determiner != "plural"
        told = self._phrase.light is not None and not self._is_only_led_in
        return (told or (self.dated and self._soon)) and (self._is_counted or self._look.has_name(self._behind[:OWN]))

    @property
    def _soon(self) -> bool:
        """Whether a few words behind it say that it takes place."""
        end = self._look.document.sentence_at(self._span.start).end
        return self._look.grammar["happens"].first(self._look.words(self._span.end, end, _SOON, NO_MARKS)) >= 0

    # Kết thúc Kỳ họp thứ 8, ngày 2/12, X … · sau phiên khai mạc Kỳ họp thứ 9
    @property
    def _is_only_led_in(self) -> bool:
        """Whether what leads in opens a sentence that goes on with what came after, or is half of another noun."""
        look, start = self._look, self._phrase.start
        if start == look.document.sentence_at(start).start:
            return self._phrase.light in look.grammar["over"].table
        words = look.before(start, _JUST)
        return bool(words) and words[-1][LOW] in look.grammar["half"].table

    @property
    def is_bare(self) -> bool:
        """Whether nothing of its own follows, in languages without articles, and its sentence says no day."""
        look = self._look
        return (
            look.grammar.behind and look.document.text[self._span.end : self._span.end + 1] in ("", ".", "\n") and not self.dated
        )

    # Kỳ họp do X và Y đồng chủ trì. · Hội nghị được chủ trì bởi X.
    @property
    def presided(self) -> bool:
        """Whether it opens its sentence, which goes on with who presided over it."""
        look, presided = self._look, self._look.grammar["presided"]
        sentence = look.document.sentence_at(self._span.start)
        if self._phrase.start != sentence.start or not self._behind or not presided.longest.get(self._behind[0][LOW]):
            return False
        words = look.words(self._span.end, sentence.end, FAR)
        return presided.run(words, 0) > 0 and look.has_name(words)

    @property
    def _is_counted(self) -> bool:
        """Whether the number of a session follows within a few words ("Kỳ họp bất thường *lần thứ 8*")."""
        counter = self._look.grammar["counter"]
        return any(counter.run(self._behind, at) for at in range(min(len(self._behind), CLOSE)))

    @lazy
    def close(self) -> bool:
        """Whether the words right behind it say when ("their meeting *on January 15*")."""
        return self._look.has_when(self._behind[:OWN])

    @property
    def first_dated(self) -> bool:
        """Whether the words right behind it say when, and no visit was told before it."""
        return not self._look.travelled and self.close

    @lazy
    def several(self) -> bool:
        """Whether two who are named stand joined before it ("*X and Y* agreed during a phone call")."""
        return is_told_of_two(self._look, self._phrase.start)

    @lazy
    def handed(self) -> bool:
        """Whether its clause says before it that a message went from one to another ("*received the letter from* X")."""
        look, start = self._look, self._phrase.start
        messages = look.grammar["message"]
        if not look.may_stand_before(start, messages):
            return False
        words = look.before(start, _REACH)
        at = messages.first(words)
        # "a letter from X, delivered by Y": who wrote it was not there
        alone = at > 0 and not any(word[LOW] in look.grammar["agent"].table for word in words[at:])
        return alone and look.grammar["hands"].first(words) >= 0 and look.has_name(words[at:])

    @lazy
    def apposed(self) -> bool:
        """Whether a comma stands right before it."""
        start = self._phrase.start
        return self._look.document.text[max(start - 3, 0) : start].rstrip()[-1:] == ","

    @lazy
    def taken_up(self) -> bool:
        """Whether a word behind it says that it was told before ("chuyến thăm *này*")."""
        return is_taken_up(self._look, self._behind)


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


def has_number(look: Look, phrase: NounPhrase) -> bool:
    """Tell whether a number of an edition stands before the noun: 23rd, third, VII."""
    ordinals, words, calendar = language_data(look.document.lang).ordinals, phrase.modifiers, look.grammar.calendar
    # neither a "20-minute meeting" nor a "January 29 meeting" is one of a series
    days = {*words[1:]} if words and words[0] in calendar else {*words[:-1]} if words and words[-1] in calendar else ()
    if any((word[0].isdigit() and "-" not in word and word not in days) or word in ordinals for word in words):
        return True
    last = phrase.modifiers[-1] if phrase.modifiers and not look.grammar.behind else ""
    return len(last) > 1 and roman(last) is not None and last.upper() in look.document.text[phrase.head : phrase.head + _NUMBER]
