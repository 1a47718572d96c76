# SPDX-License-Identifier: GPL-3.0-or-later
"""Waiting for a condition with a deadline; the failure says what was seen last."""

import time
from collections.abc import Callable
from typing import TypeVar

Seen = TypeVar("Seen")

POLL = 0.01
LONG = 20.0
"""Seconds a condition may take on a busy machine; nothing waits that long unless it fails."""


class NotSeenError(AssertionError):
    """A condition did not come true in time."""


def wait_until(
    look: Callable[[], Seen], accept: Callable[[Seen], bool], timeout: float = LONG, *, what: str = "it"
) -> Seen:
    """Look again and again until `accept` likes what is seen, and return that.

    Raises NotSeenError after `timeout` seconds. It blocks: a test that runs a Qt loop uses `qtbot.waitUntil` instead.
    """
    deadline = time.monotonic() + timeout
    while True:
        seen = look()
        if accept(seen):
            return seen
        if time.monotonic() > deadline:
            raise NotSeenError(f"waited {timeout:g} s for {what}; seen last: {_brief(seen)}")
        time.sleep(POLL)


def _brief(seen: object) -> str:
    text = repr(seen)
    return text if len(text) < 4000 else f"{text[:1000]} … {text[-3000:]}"
