"""The rules of each language, gathered from their modules in the order in which they are asked."""

from __future__ import annotations

from functools import lru_cache
from types import ModuleType

from eventx_dates.grammar import Grammar, rules_in


@lru_cache(maxsize=8)
def grammar_of(code: str) -> Grammar | None:
    """Return the rules of a language; none of one that is not known."""
    # Imported here: a text in one language must not pay for the rules of another.
    if code == "en":
        from eventx_dates import en, en_eras, en_feasts, en_intervals, en_months, en_periods, en_quarters, en_relative  # noqa: PLC0415
        from eventx_dates import en_weekdays as days  # noqa: PLC0415

        modules: tuple[ModuleType, ...] = (
            *(en, en_intervals, en_relative, days, en_months, en_feasts, en_periods, en_quarters, en_eras),
        )
    elif code == "vi":
        from eventx_dates import vi, vi_ages, vi_edges, vi_intervals, vi_lists, vi_periods, vi_relative, vi_stretches  # noqa: PLC0415
        from eventx_dates import vi_years as years  # noqa: PLC0415

        modules = (vi_edges, vi, years, vi_intervals, vi_stretches, vi_lists, vi_relative, vi_periods, vi_ages)
    else:
        return None
    return Grammar(tuple(one for module in modules for one in rules_in(vars(module))))


@lru_cache(maxsize=8)
def times_of(code: str) -> Grammar:
    """Return the rules for durations and recurrences of a language."""
    # Imported here: hardly anybody asks for them.
    if code == "en":
        from eventx_dates import en_durations as module  # noqa: PLC0415
    else:
        from eventx_dates import vi_durations as module  # type: ignore[no-redef] # noqa: PLC0415
    return Grammar(rules_in(vars(module)))
