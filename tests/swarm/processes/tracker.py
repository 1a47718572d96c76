# SPDX-License-Identifier: GPL-3.0-or-later
"""A tracker in its own process: ``{"scheme", "ip", "certificate", "interval", "min_interval", "compact"}``."""

import asyncio
import dataclasses
from typing import Any

from tests.swarm.processes.http_tracker import HttpTracker
from tests.swarm.processes.serve import config, serve
from tests.swarm.processes.table import Table
from tests.swarm.processes.udp_tracker import UdpTracker
from tests.swarm.values import Announce, Answer


async def main() -> None:
    """Track until the parent hangs up."""
    chosen = config()
    table = Table(chosen["interval"], chosen["min_interval"], chosen["compact"])
    # It is held in a variable for its sockets' sake: asyncio keeps only weak references to some of their tasks.
    tracker: HttpTracker | UdpTracker
    if chosen["scheme"] == "udp":
        tracker = UdpTracker(table)
        url = await tracker.start(chosen["ip"])
    else:
        tracker = HttpTracker(table)
        url = await tracker.start(chosen["ip"], chosen["certificate"])

    async def behave(request: dict[str, Any]) -> None:
        table.answer, table.text = Answer(request["answer"]), request["text"]

    async def announces(request: dict[str, Any]) -> list[dict[str, object]]:
        return [_plain(announce) for announce in table.log[request["start"] :]]

    async def scrapes(request: dict[str, Any]) -> list[str]:
        return table.scraped

    async def counts(request: dict[str, Any]) -> dict[str, int]:
        return dataclasses.asdict(table.counts(request["info_hash"]))

    await serve({"url": url}, {"behave": behave, "announces": announces, "scrapes": scrapes, "counts": counts})


def _plain(announce: Announce) -> dict[str, object]:
    own = {"event": announce.event.value, "answer": announce.answer.value, "peer_id": announce.peer_id.hex()}
    return {**dataclasses.asdict(announce), **own}


if __name__ == "__main__":
    asyncio.run(main())
