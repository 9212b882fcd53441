"""English: whether "called on" tells of a call that is paid, or asks."""

from __future__ import annotations

from eventx_proposals.en_before import Place
from eventx_proposals.stretches import is_capital

_HELP = 5
"""Within how many words behind "for" or a verb it is told what is asked for, or given."""


def pays_call(spot: Place, at: int) -> bool:
    """Tell whether "called on X to …" tells of a courtesy call: "called on the Prime Minister on Friday to exchange views"."""
    after, words = spot.after.words, spot.words
    # "will call on the President and meet his counterpart to …"
    joined = any(word in words["and"] and after[index + 1] in words["paid_beside"] for index, word in enumerate(after[:at]))
    if after[at + 1] in words["gives"] and not joined:
        # "called on the Speaker to extend greetings"; not "called on the parties to extend support"
        return not words["greetings"].isdisjoint(after[at + 2 : at + 2 + _HELP])
    if after[at + 1] in words["calls"] or joined:
        return True
    where = next((index for index, word in enumerate(after[:at]) if word in words["circumstances"]), 0)
    if not where:
        return not words["circumstances"].isdisjoint(after[:at])
    if after[where - 1] == "," and after[where + 1] in words["whose_role"]:
        return False  # "called on Peru, *in its* role as coordinator, to …"
    # "called on the organisations in both countries to …"
    asked = after[where - 1]
    return not (asked.endswith(tuple(words["plural"])) and not is_capital(spot.document, spot.after.starts[where - 1]))


# called on Fiji for more support; not "called on the Speaker for talks", "called on Minister Juan Soto for help"
def is_for_help(spot: Place, at: int) -> bool:
    """Tell whether the word "for" at an index leads to something that one asks for, and pays no call for to somebody named."""
    if at > 1 and all(is_capital(spot.document, start) for start in spot.after.starts[at - 2 : at]):
        return False
    return not spot.words["help"].isdisjoint(spot.after.words[at + 1 : at + 1 + _HELP])
