# SPDX-License-Identifier: GPL-3.0-or-later
"""The child's side of the kit's protocol: say hello, answer commands, end when stdin does."""

import asyncio
import json
import sys
import traceback
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

Handler = Callable[[dict[str, Any]], Awaitable[object]]


def config() -> dict[str, Any]:
    """What the parent asked for on the command line."""
    chosen: dict[str, Any] = json.loads(sys.argv[1])
    return chosen


async def serve(hello: Mapping[str, object], handlers: Mapping[str, Handler]) -> None:
    """Answer commands until the parent hangs up or is gone. A handler's exception is the answer ``error``."""
    reader = asyncio.StreamReader(limit=1 << 20)
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    _say({"ready": hello})
    while line := await reader.readline():
        request = json.loads(line)
        try:
            _say({"ok": await handlers[request["do"]](request)})
        except Exception:  # noqa: BLE001 - whatever it is, the parent raises it
            _say({"error": traceback.format_exc()})


def _say(message: Mapping[str, object]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()
