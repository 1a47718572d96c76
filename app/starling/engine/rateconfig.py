# SPDX-License-Identifier: GPL-3.0-or-later
"""What the engine gets of the settings about rates, beside what is libtorrent's own."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from starling.schedule import Stretch


@dataclass(frozen=True, slots=True)
class RateConfig:
    """Bytes a second; 0 = no limit."""

    seeding_up: int | None = None
    """For uploads while nothing is downloaded; None = as otherwise."""
    labels: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Down and up for all torrents together that have a label, by its name."""
    slow: bool = False
    """The limits of the session are those of slow mode."""
    wait: Stretch | None = None
    """The hours of the schedule that it is now, if torrents wait in them."""
