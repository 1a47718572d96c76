# SPDX-License-Identifier: GPL-3.0-or-later
"""A row of the table of causes."""

from collections.abc import Callable
from dataclasses import dataclass

from starling.why.look import Area
from starling.why.reason import Cause, Evidence, Offer, Remedy
from starling.why.situation import Situation

Holds = Callable[[Situation], Evidence | None]
"""The evidence of a cause, None where it does not hold."""

Offers = Callable[[Situation, Evidence], tuple[Offer, ...]]


@dataclass(frozen=True, slots=True)
class Row:
    """When a cause holds, and what helps."""

    cause: Cause
    area: Area
    holds: Holds
    offers: tuple[Remedy, ...] | Offers = ()
    """The best first."""
    certain: bool = True

    def offered(self, situation: Situation, seen: Evidence) -> tuple[Offer, ...]:
        """What is offered in this situation."""
        if callable(self.offers):
            return self.offers(situation, seen)
        return tuple(map(Offer, self.offers))
