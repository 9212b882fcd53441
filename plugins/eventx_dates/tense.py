"""Whether the words of a clause put a date in the past or the future."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from eventx import Span
from eventx_dates.cues import (
    cue,
    ends_sentence,
    genitives,
    is_announced,
    is_asked,
    is_midway,
    is_moved_to,
    is_of_run_up,
    is_start,
    opens_clause,
    opens_sentence,
    verb_words,
    words_and_marks,
    words_before,
)
from eventx_dates.lexer import LEXICON
from eventx_dates.reading import Toward
from eventx_dates.time_words import Mark, last_words, word_set, words_of_time

# Marks that what follows may take back, or behind which another one tells.
_UNSURE = ("future", "weak", "open", "colon")
_LEFT, _RIGHT = 240, 120
_REACH = 5  # how many words a modal may stand before its participle: "will also be officially opened"
_WHOLE_WORD = 4  # letters before a stop that are no abbreviation
_NEXT = 16
_NEAR = 12  # characters within which "did" rules the verb behind it
_FAR = 48  # characters beyond which "đã" rules another verb than the one that the date belongs to
_CLAUSE = 24  # the same where a comma stands between
_SOON = 24  # characters before a date within which what is to come stands of which it is the day
_IN = " in "  # stands before a month or a year, not before the day on which somebody speaks
_ONCE = 2  # how many words behind what had been planned its verb stands: "had been due to open"
_PROMISE = 4  # how many words may stand between "agreed" and its "to"


class Tense:
    """What the words of a text say of time, read only around the dates that ask, each word once.

    One class, and the module longer than others for it: what each word says hangs on what all those before it have said.
    """

    def __init__(self, text: str, code: str) -> None:
        self._text, self._code = text, code
        self._known, self._last_words, self._english = words_of_time(code), last_words(code), code == "en"
        self._for, self._verbs = LEXICON.table(code, "for"), verb_words(code)
        self._ends: list[int] = []  # where the marks end, in order
        self._marks: list[Mark] = []
        self._read = 0  # how far the text has been read
        self._due = 0  # how far it has to be read before a sentence that begins no further on
        self._asked: tuple[Span | None, Toward | None] = (None, None)  # the date last asked for, and what was answered
        self._forget()
        self._index = 0

    def direction(self, span: Span) -> Toward | None:
        """Return whether the clause around a date tells of the past or the future, if it tells."""
        if self._asked[0] is not span:
            told = None if self._stands_alone(span) else self._direction(span)
            if told is None and self._english and (is_asked(self._text, span.start) or is_announced(self._text, span)):
                told = "future"
            self._asked = span, told
        return self._asked[1]

    def _stands_alone(self, span: Span) -> bool:
        """Tell whether a date has a line to itself, as in a list or table, where no words tell."""
        text = self._text
        return text[max(span.start - 1, 0) : span.start] in ("", "\n") and text[span.end : span.end + 1] in ("", "\n")

    def _direction(self, span: Span) -> Toward | None:  # noqa: C901, PLR0911 - the words that tell, by rank
        """Return what the words around a date tell.

        The nearest word before the date that tells decides ("said on Friday that he will visit in May"), else the first one
        behind it, as far as the sentence reaches. A participle ("themed", "headed") tells only where no finite verb does.
        """
        self._read_before(span.start)
        words = words_before(self._text, span.start)
        left, told = self._before(span.start), cue(words, self._code)
        if told == "near":
            return "future" if left == "future" and is_start(words, self._code) else "near"
        if left != "future" and told is None and self._english and is_of_run_up(self._text, span):
            return "near"
        if (left and self._set_for(words)) or is_moved_to(words, self._code):
            return "future"
        if self._text.startswith(genitives(), span.end):  # "warned of October's vote": only what the vote does tells
            behind = self._behind(span)
            if "future" in (left, behind):
                return "future"
            return behind if behind == "past" and opens_sentence(self._text, span.start) else told
        if left == "past":
            if self._english and told is None and opens_clause(words) and self._behind(span) == "future":
                return "future"  # "met on Tuesday, and on Wednesday they will go"
            return None if told == "future" else "past"  # "ordered it by Friday"
        if told == "past" and not self._english:
            return "past"  # "hôm thứ Hai, ông nói sẽ đi", "dự kiến mở lại sau phiên hồi tháng 11"
        if left is None and (told is None or opens_sentence(self._text, span.start)):
            return self._beside(span.end) or self._behind(span) or told
        if left == "future":
            return "future"
        if told == "future" and is_midway(words, self._code, weak=left == "weak"):
            return "near"
        return told or {"weak": "past", "present": "present", "near": "near"}.get(left or "")  # type: ignore[return-value] # these are directions

    def _read_before(self, start: int) -> None:
        """Read the sentence that a date stands in, up to the date."""
        sentence = self._sentence(start)
        if sentence <= self._due:
            self._read_to(self._read, self._due)
        if sentence > self._read:  # what is passed over may hold the end of a sentence
            self._ends.append(sentence)
            self._marks.append("stop")
        self._read_to(sentence, start)

    def _sentence(self, start: int) -> int:
        """Return from where to read up to a date: behind what surely ends a sentence, as nothing before it tells."""
        text, low = self._text, max(start - _LEFT, 0)
        low = max(text.rfind("\n", low, start), low)
        stop = text.rfind(". ", low, start)
        sure = stop > 0 and not text[stop + 2].islower() and text[max(stop - _WHOLE_WORD, 0) : stop].isalpha()
        return stop if sure else low

    def _before(self, start: int) -> Mark | None:
        """Return the mark that decides before a date; None if the sentence holds none there."""
        weak: Mark | None = None
        soon = False
        index = bisect_right(self._ends, start) - 1
        while index >= 0 and self._ends[index] > start - _LEFT:
            mark = self._marks[index]
            if mark == "stop":
                break
            if mark in ("told", "colon") or (mark == "past" and not self._english and self._is_far(self._ends[index], start)):
                return None
            if mark == "soon" and self._ends[index] < start - _SOON and not self._text.endswith(_IN, 0, start):
                soon = True  # "discussed the upcoming summit with X on Monday": as the verb before it tells; not "in May"
            elif mark == "soon":
                return "future"
            elif mark != "weak" or self._ends[index] >= start - _PROMISE:
                return "past" if mark == "weak" else "weak" if mark == "present" and weak else mark
            else:
                weak = "weak"
            index -= 1
        return "future" if soon and weak is None else weak

    def _is_far(self, end: int, start: int) -> bool:
        """Tell whether "đã" rules another verb than the one that a date belongs to: one far before, or before a comma."""
        return end < start - _FAR or (end < start - _CLAUSE and ", " in self._text[end:start])

    def _behind(self, span: Span) -> Toward | None:
        """Return what the first mark behind a date says; a verb of speech only of the date that opens its sentence."""
        end = span.end
        right = min(end + _RIGHT, len(self._text))
        self._due = max(self._due, right)
        self._read_to(end, right, first=True)
        for index in range(bisect_left(self._ends, end + 1), len(self._ends)):
            mark = self._marks[index]
            if mark == "stop" or self._ends[index] > end + _RIGHT:
                return None
            if mark == "told" and not opens_sentence(self._text, span.start):
                return None
            if mark not in ("open", "colon"):
                return "past" if mark in ("weak", "told") else "future" if mark == "soon" else mark  # type: ignore[return-value] # past, future or present
        return None

    def _set_for(self, words: Sequence[str]) -> bool:
        """Tell whether "set for" or the like stands right before a date: a hearing was set for March 16."""
        return len(words) > 1 and words[-1] in self._for and self._known.get(words[-2]) in ("ahead", "future")

    def _beside(self, end: int) -> Toward | None:
        """Tell that a verb right behind a date is past though written as in the present: a bank that Monday cut its rates."""
        behind = self._text[end : end + 12].split(maxsplit=1)
        return "past" if behind and behind[0] in LEXICON.table(self._code, "bare") else None

    def _forget(self) -> None:
        """Forget what was said: another sentence begins."""
        self._ahead = self._promise = self._once = -99
        self._last = ""
        self._by = False  # whether the last participle had "by" behind it
        self._agreed = False  # whether the last word of promise is a finite past: "agreed to", not "is expected to"

    def _read_to(self, start: int, end: int, *, first: bool = False) -> None:
        """Read the words from one offset to another that have not been read; if told so, only up to the first sure mark."""
        if start > self._read:
            self._read = start
            self._forget()
        if end <= self._read:
            return
        known, english, index, last = self._last_words, self._english, self._index, self._last
        cut, to, past = len(self._text) > end and self._text[end].isalpha(), self._verbs.infinitive, self._verbs.past
        for written, stop in words_and_marks(self._text, self._read, end):
            index += 1
            low = written.lower()
            if low not in known:
                if not english:
                    last = low  # most words tell nothing
                    continue
                if written[-2:] != past and written != to and last != to:  # noqa: PLR1714 - most words are met here, and this is quicker
                    last = written
                    continue
            self._index, self._last = index, last
            if cut and stop == end:
                end -= len(written)  # the window has cut this word
                break
            mark = self._mark(written, stop) if english else self._untensed(written, stop)
            last = self._last
            if mark:
                self._ends.append(stop)
                self._marks.append(mark)
                if first and mark not in _UNSURE:
                    end = stop
                    break
        else:
            self._index, self._last = index, last
        self._read = end

    def _mark(self, written: str, end: int) -> Mark | None:  # noqa: C901, PLR0911, PLR0912 - one kind of word after the other
        """Return what the next word says, given those before it."""
        word = written.lower()
        before, self._last = self._last, word
        if not word[0].isalpha():
            return self._at_stop(word, end)
        kind = None if written[0].isupper() and word in LEXICON.table("en", "capital") else self._known.get(word)
        if word == self._verbs.perfect and self._is_unreal(before, end):
            return "past"
        if kind != "future" and self._verbs.infinitive in (word, before) and written[0].islower():
            infinitive = self._infinitive(word, before, end)
            if infinitive:
                told = self._marks[-1:] == ["future"] or self._index - self._once <= _ONCE
                return infinitive if infinitive == "future" or not told else None
        if kind == "future" and self._was_planned(end - len(word)):
            self._once, self._promise = self._index, -99
            return "past"
        if kind == "future":
            self._ahead = self._index
        elif kind == "soon":
            return "soon"
        elif kind == "present" and self._marks[-1:] == ["past"] and self._ends[-1] > end - len(word) - _NEAR:
            return None  # "did not resume"
        elif kind == "ahead":
            self._promise = self._index
            self._agreed = word.endswith(self._verbs.past) and before not in word_set("be")
            return "past" if self._agreed else None
        elif kind == "said":
            return "past"
        elif kind == "force":
            return "future" if self._marks[-1:] == ["present"] else None  # "takes effect July 1"
        elif self._index - self._ahead <= _REACH or (kind == "past" and before in word_set("is_now")):
            kind = None  # "will be held" is not past, nor is "are closed"
        elif kind is None and word.endswith(self._verbs.past):
            return self._participle(word, end)
        return kind  # type: ignore[return-value] # past, future or None

    def _untensed(self, written: str, end: int) -> Mark | None:
        """Return what a word of a language without tense says, alone or with the one before it; "Cần Thơ" is a name."""
        word = written.lower()
        before, self._last = self._last, word
        if word == ":":  # what is told behind a colon has its own time, but 10:30 is a clock time; "Hạn nộp: thứ Sáu"
            label = self._marks[-1:] == ["future"] and end - self._ends[-1] == 1
            return "colon" if self._text[end : end + 1].isspace() and not label else None
        if not word[0].isalpha():
            return self._at_stop(word, end)
        kind = self._known.get(f"{before} {word}") or self._known.get(word)
        if kind is None or kind == "idle" or (written[0].isupper() and (before or not self._text[end + 1 : end + 2].islower())):
            return None
        if kind == "future" and self._is_of_noun(written, end):
            return None
        if kind == "present" and self._marks[-1:] == ["past"] and self._ends[-1] > end - len(word) - _NEAR:
            return None  # "đã mời"
        return {"said": "told", "present": "near"}.get(kind, kind)  # type: ignore[return-value] # past, future, near, told

    def _is_of_noun(self, written: str, end: int) -> bool:
        """Tell whether a word opens what says of a noun right before that it is to come: "chuyến thăm *sắp tới* của X"."""
        for phrase in LEXICON.table(self._code, "noun_ahead"):
            first, _, second = phrase.partition(" ")
            if written == first and self._text.startswith(f" {second}", end):
                behind = self._text[end + len(second) + 1 : end + len(second) + _NEAR].split()
                return not behind or not (behind[0][0].isupper() or behind[0] in LEXICON.table(self._code, "no_noun_ahead"))
        return False

    def _was_planned(self, start: int) -> bool:
        """Tell whether what is planned was so once: "*had originally been* scheduled to visit Peru in February"."""
        return self._text.endswith(tuple(word_set("once_planned")), max(start - _FAR, 0), start)

    def _is_unreal(self, before: str, end: int) -> bool:
        """Tell whether "have" makes a modal speak of the past, which then points no longer ahead: may have been shot Friday."""
        if self._marks[-1:] != ["future"] or not (
            before == self._verbs.infinitive or before in LEXICON.table(self._code, "unreal")
        ):
            return False
        following = self._text[end : end + _NEXT].lower().split(maxsplit=1)
        if not following or not (
            following[0] == self._verbs.been or following[0].endswith(self._verbs.past) or self._known.get(following[0]) == "past"
        ):
            return False  # "is scheduled to have talks on Monday"
        self._marks.pop()
        self._ends.pop()
        self._ahead = self._promise = -99
        return True

    def _agreed_to(self, end: int) -> Mark | None:
        """Return what "agreed to" says: future if what is to be done has its day, else it may be the day of the word given."""
        following = self._text[end : end + 20].split(maxsplit=1)
        verb = following[0].strip(",.;:") if following else ""
        self._promise = -99
        if not verb or verb in word_set("no_verb") or not verb[0].islower():
            return None  # "agreed to a truce on Thursday"
        if verb not in LEXICON.table(self._code, "dated"):
            return "near"
        self._ahead = self._index
        return "future"

    def _infinitive(self, word: str, before: str, end: int) -> Mark | None:
        """Return what "to" and the verb behind it say: future after "agreed", and in "to be held"; else nothing of time."""
        to, be = self._verbs.infinitive, self._verbs.be
        if word == to and before in word_set("be"):  # "is to meet", "was to meet"
            self._promise, self._agreed = self._index, False
        promised = self._index - self._promise <= _PROMISE if word == to else word == be
        if promised and word == to and self._agreed:
            return self._agreed_to(end)
        if promised and word == to and before.endswith(self._verbs.past) and self._is_goal(end):
            self._promise = -99
            return None
        if promised and self._marks[-1:] != ["near"]:
            self._ahead, self._promise = self._index, -99
            return "future"
        if word in (to, be) or word in word_set("no_verb") or before != to or self._ahead >= self._index - 1:
            return None
        return "open"

    # was summoned to the ministry on Monday, was called to Rome
    def _is_goal(self, end: int) -> bool:
        """Tell whether no verb stands behind "to" but where somebody goes, which tells nothing of time."""
        following = self._text[end : end + _NEXT].split(maxsplit=1)
        return bool(following) and (following[0] in word_set("no_verb") or not following[0][0].islower())

    def _at_stop(self, mark: str, end: int) -> Mark | None:
        """Return whether a mark ends the sentence; a comma ends the reach of a modal."""
        if mark == ",":
            self._ahead = -99
            if self._by and self._marks[-1:] == ["weak"]:
                self._marks.pop()  # "a delegation, headed by him, will …"
                self._ends.pop()
        elif mark != ":" and ends_sentence(self._text, end, short=self._english):
            self._forget()
            return "stop"
        return None

    def _participle(self, word: str, end: int) -> Mark | None:
        """Return what a word in -ed says: with an object behind it it is finite, with "by" a participle."""
        if len(word) <= 3 or word in word_set("no_participle"):
            return None
        behind = self._text[end : end + 12].split()
        self._by = behind[:1] == [self._verbs.doer]
        if not behind or not self._text[end].isspace():
            return "weak"
        return "past" if behind[0] in word_set("no_verb") or behind[0][0].isupper() else "weak"
