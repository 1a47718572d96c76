# SPDX-License-Identifier: GPL-3.0-or-later
"""The door: open, shut or elsewhere as the settings say."""

from tests.remote.conftest import Doorstep


def test_answers(door: Doorstep) -> None:
    assert door.ask("session_get", fields=["version"])
    assert door.ask_classic("session-get")["rpc-version"] == 17
