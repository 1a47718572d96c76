# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Trackers tab asks and does: where the peers of a torrent come from."""

from collections.abc import Callable

from starling.engine import trackerinfo
from starling.engine.questions import Questions
from starling.engine.session import Config
from starling.tracker import Tracker


class Trackers:
    """Every question raises EngineError if its torrent is gone."""

    def __init__(self, details: Questions, config: Callable[[], Config]) -> None:
        self._details = details
        self._config = config

    async def of(self, id: str) -> tuple[Tracker, ...]:
        """The trackers by tier, then the sources without a tracker."""
        book = self._details.known(id).trackers
        pack = self._config().pack
        on = trackerinfo.Sources(dht=bool(pack.get("enable_dht", True)), lsd=bool(pack.get("enable_lsd", True)))
        return await self._details.about(id, trackerinfo.trackers, dict(book.notes), dict(book.tiers), on)
