"""Step 3b: the rules that give a country to people whose own words tell none, by their ids, and what each goes by."""

from __future__ import annotations

import attrs

from eventx.comparing import by_value
from eventx.model import Span


@by_value
@attrs.frozen(eq=False, repr=False)
class Ground:
    """Why somebody acts for a country that no words of his own tell."""

    rule: str
    span: Span | None
    """The words that it goes by, if it goes by any."""

    @property
    def reason(self) -> str:
        """What the rule goes by, in words."""
        return _REASONS[self.rule]


BY_NAME = "merger.country_of_name"
BY_PRINCIPAL = "merger.country_of_principal"
BY_SEAT = "merger.country_of_seat"
BY_COMPANY = "merger.country_of_company"
BY_SIDE = "merger.country_of_side"
BY_TRIP = "merger.country_of_trip"
BY_NEWS = "merger.country_of_news"
BY_REST = "merger.country_of_rest"

_REASONS = {
    BY_NAME: "names of this form are given in that country alone",
    BY_PRINCIPAL: "of somebody for whom the entity acts",
    BY_SEAT: "guests are received there",
    BY_COMPANY: "told together with somebody who acts for it",
    BY_SIDE: "listed on its side",
    BY_TRIP: "met by somebody from elsewhere who is there",
    BY_NEWS: "news of that country tells its own officials without it",
    BY_REST: "the one that the text speaks of and that is left",
}
