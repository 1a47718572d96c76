# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes into the log which client has changed what: names of methods and of what was sent, never what they hold."""

import asyncio
import logging

from starling.remote.calls import Call
from starling.remote.connected import who
from starling.spelling import shortened, shown

WINDOW = 10.0
"""Seconds in which further calls of one kind are only counted."""
_MOST_KEYS = 12
_MOST_LINES = 100
"""That are remembered at once."""

log = logging.getLogger(__name__)


class Diary:
    """One line a call; one more for those of the same kind that follow it."""

    def __init__(self) -> None:
        self._more: dict[str, int] = {}
        """Line -> how many calls have followed since it was written."""
        self._timers: dict[str, asyncio.TimerHandle] = {}

    def note(self, call: Call) -> None:
        """A call has changed something, or has found it as was asked for."""
        line = _line(call)
        if line in self._more:
            self._more[line] += 1
            return
        if len(self._more) >= _MOST_LINES:
            self.close()
        log.info("%s", line)
        self._more[line] = 0
        self._timers[line] = asyncio.get_running_loop().call_later(WINDOW, self._end, line)

    def close(self) -> None:
        """Writes what was only counted so far."""
        for line in list(self._more):
            self._end(line)

    def _end(self, line: str) -> None:
        self._timers.pop(line).cancel()
        if more := self._more.pop(line):
            log.info("%s: %d more of these", line, more)


def _line(call: Call) -> str:
    keys = sorted(call.params)
    named = ", ".join(shortened(shown(key)) for key in keys[:_MOST_KEYS]) + (", …" if keys[_MOST_KEYS:] else "")
    return f"{who(call.client)}: {call.method}" + (f" ({named})" if named else "")
