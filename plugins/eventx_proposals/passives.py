"""Acts told by who was asked, or by what was proposed, with the one who did so behind "by" or "được"."""

from __future__ import annotations

from eventx import Document, Hit, Span, maker
from eventx_proposals.act import Act
from eventx_proposals.en_before import Place, status_before, without_adverbs
from eventx_proposals.lists import Tables
from eventx_proposals.stretches import is_capital, sentence_around, tokens, tokens_before

_act, _span = maker(Act), maker(Span)
_FORMS = frozenset({"ask", "propose"})
_AGENT = 16
"""The most words by which who asks or proposes is told."""
_BEFORE = 160


# X was asked by Y to support Z · X has been urged by Y to open the market · It was proposed by Y that the two sides meet ·
# A direct route was proposed by Y at the talks
def passive(spot: Place) -> Act | None:
    """Read an English act in the passive with the one who acts behind "by"; rule proposals.en.passive."""
    form, after = spot.hit.value["form"], spot.after
    if form not in _FORMS or len(after.words) < 2 or after.words[0] not in spot.around["agents"]:
        return None
    count = without_adverbs(spot.before.words, spot.around)
    before = spot.before.part(0, count)
    status = status_before(before.words[:-1], spot.around) if before.words else None
    if status is None or before.words[-1] not in spot.around["be"]:
        return None
    floor = before.starts[-1]
    at = _agent_end(spot, form)
    if at < 2 or not any(is_capital(spot.document, start) for start in after.starts[1:at]):
        return None
    agent = _span(after.starts[1], after.end(at - 1))
    subject = _subject(spot.document, spot.sentence, floor)
    opener = after.words[at] if at < len(after.words) else ""
    asks = opener in spot.words["to"]
    told = asks or opener in spot.words["that"]
    if not told and (subject is None or not _is_thing(spot, subject)):
        return None
    asked = subject if asks else None
    return _act(
        start=floor, end=spot.hit.end, body=after.end(at) if told else spot.hit.end, form=form, rule="proposals.en.passive",
        status=status, addressee=asked, agent=agent, thing=None if told else subject,
    )  # fmt: skip


def _agent_end(spot: Place, form: str) -> int:
    """Return the index, among the words behind an act, at which the words of the one who acts end."""
    ends, opens, after = spot.words["agent_ends"], spot.words["to" if form == "ask" else "that"], spot.after
    for index, word in enumerate(after.words[1:_AGENT], 1):
        behind = after.starts[index + 1 : index + 2]
        if word in opens and behind and is_capital(spot.document, behind[0]):
            continue  # "was called on by the Ambassador *to Peru* Olga Dahl"
        if word in opens or word in ends or word in ".;:":
            return index
    return len(after.words) if len(after.words) <= _AGENT else 0


def _subject(document: Document, sentence: Span, end: int) -> Span | None:
    """Return the words before a verb, behind the comma of a phrase that opens the sentence."""
    comma = document.text.rfind(", ", sentence.start, end)
    start = max(comma + 2, sentence.start) if comma >= 0 else sentence.start
    told = document.text[start:end].strip()
    start += document.text[start:end].find(told)
    return _span(start, start + len(told)) if told and len(told) <= _BEFORE else None


def _is_thing(spot: Place, subject: Span) -> bool:
    """Tell whether a subject is a thing, not somebody: with an article, and without a capital behind it."""
    found = tokens(spot.document, subject.start, subject.end)
    words, starts = found.words, found.starts
    determined = words[0] in spot.around["determiners"] and len(words) > 1
    plain = not any(is_capital(spot.document, start) for start in starts[1:3])
    return determined and plain and words[1] not in spot.around["things"] and words[-1] not in spot.around["persons"]


# Thủ tướng X được Đại sứ Y đề nghị tạo điều kiện · Việc lập ủy ban được Đại sứ Y đề xuất tại buổi làm việc
def passive_vi(document: Document, hit: Hit, tables: Tables) -> Act | None:
    """Read a Vietnamese act in the passive with the one who acts behind "được"; rule proposals.vi.passive."""
    around, form = tables["around"], hit.value["form"]
    sentence = sentence_around(document, hit.start)
    before = tokens_before(document, sentence.start, hit.start, _BEFORE)
    at = next((i for i in range(len(before.words) - 1, -1, -1) if before.words[i] in around["passive_by"]), -1)
    words, starts = before.words, before.starts
    if form not in _FORMS or at < 1 or not 1 <= len(words) - at - 1 <= _AGENT or "," in words[at:]:
        return None
    # an office and a name, not a country alone: "được Việt Nam đề xuất"
    named = sum(is_capital(document, start) for start in starts[at + 1 :])
    office = words[at + 1] in tables["context"]["words"] or " ".join(words[at + 1 : at + 3]) in tables["context"]["words"]
    if not named or not office or words[at - 1] in around["negations"]:
        return None
    subject = _subject(document, sentence, starts[at])
    following = tokens(document, hit.end, min(sentence.end, hit.end + 40), 2).words
    if subject is None or not following:
        return None
    agent = _span(starts[at + 1], hit.start)
    if following[0][0].isalnum() and following[0] not in around["settings"]:
        return _act(
            start=hit.start, end=hit.end, body=hit.end + 1, form=form, rule="proposals.vi.passive",
            addressee=subject, agent=agent,
        )  # fmt: skip
    first = tokens(document, subject.start, subject.end, 1).words[0]
    if first not in around["made_things"]:
        return None
    return _act(
        start=hit.start, end=hit.end, body=hit.end, form=form, rule="proposals.vi.passive", agent=agent, thing=subject,
    )  # fmt: skip


__all__ = ["passive", "passive_vi"]
