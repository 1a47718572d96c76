# SPDX-License-Identifier: GPL-3.0-or-later
"""What the engine gets of the settings about seeding goals."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from starling.goals import Goal


@dataclass(frozen=True, slots=True, eq=False)
class GoalConfig:
    """Goals of torrents that have none of their own."""

    session: Goal | None = None
    """Of those whose labels say nothing either."""
    labels: Mapping[str, Goal] = field(default_factory=dict)
    """By label, in the order of the list of labels: the first one that a torrent has says it."""

    def __eq__(self, other: object) -> bool:
        """The order of the labels counts."""
        if not isinstance(other, GoalConfig):
            return NotImplemented
        return self.session == other.session and [*self.labels.items()] == [*other.labels.items()]

    def __hash__(self) -> int:
        return hash((self.session, *self.labels.items()))
