# SPDX-License-Identifier: GPL-3.0-or-later
"""Peers that do as they are told and write down every message, all of a swarm's in one process of their own.

Nothing is configured at the start; ``cast`` makes a peer, and every other command names the peer by its ``number``.
"""

import asyncio
import dataclasses
import os
from typing import Any

from tests.swarm.processes.conversation import Conversation
from tests.swarm.processes.part import Part
from tests.swarm.processes.serve import serve


class Stage:
    """All the scripted peers of a swarm."""

    def __init__(self) -> None:
        self._parts: list[Part] = []

    async def cast(self, request: dict[str, Any]) -> dict[str, Any]:
        """Another peer, which listens at once."""
        part = Part(request["config"], request["script"])
        number = len(self._parts)
        self._parts.append(part)
        await part.open()
        return {"number": number, "ip": part.ip, "port": part.port}

    async def connect(self, request: dict[str, Any]) -> None:
        """Connect to whoever listens there; an error if nobody does."""
        await self._part(request).connect(request["ip"], request["port"], request["tries"])

    async def change(self, request: dict[str, Any]) -> None:
        """Another script from now on, as far as it is another."""
        self._part(request).change(request["script"])

    async def send(self, request: dict[str, Any]) -> None:
        """Say something that the script would not say now."""
        kind, numbers = request["kind"], [request[name] for name in ("piece", "offset", "length")]
        self._talk(request).say(kind, *numbers)

    async def leave(self, request: dict[str, Any]) -> None:
        """Close the connection, if there is one."""
        if (talk := self._part(request).talk) is not None:
            talk.close()

    async def messages(self, request: dict[str, Any]) -> list[list[Any]]:
        """What was said, from line `start` on."""
        return [list(dataclasses.astuple(line)) for line in self._part(request).lines[request["start"] :]]

    async def status(self, request: dict[str, Any]) -> dict[str, Any]:
        """How it stands with the other side."""
        return self._part(request).status()

    def _part(self, request: dict[str, Any]) -> Part:
        return self._parts[request["number"]]

    def _talk(self, request: dict[str, Any]) -> Conversation:
        talk = self._part(request).talk
        if talk is None:
            raise ConnectionError("it is not connected")
        return talk


async def main() -> None:
    """Play until the parent hangs up."""
    stage = Stage()
    names = ("cast", "connect", "change", "send", "leave", "messages", "status")
    await serve({}, {name: getattr(stage, name) for name in names})
    os._exit(0)


if __name__ == "__main__":
    asyncio.run(main())
