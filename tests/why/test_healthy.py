# SPDX-License-Identifier: GPL-3.0-or-later
"""Torrents that do what they should: none of their rows gives a reason at any time, or none but the right one."""

from collections.abc import Callable

import pytest

from starling.engine import convert, whys
from starling.torrent import State
from starling.why.reason import Cause
from tests.helpers import User
from tests.swarm import Swarm, Version
from tests.why.stage import PIECE, PIECES, Stage


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who does nothing for four seconds is asked why: as strict as a test of ten seconds can be."""
    monkeypatch.setattr(convert, "STALL_AFTER", 4.0)
    monkeypatch.setattr(whys, "_NEW", 4.0)


def test_no_false_alarm(hasty: None, users: Callable[..., User], swarm: Swarm) -> None:
    user = users().start()
    stage = Stage(user, swarm)
    allowed: dict[str, set[Cause | None]] = {}

    def healthy(id: str, *causes: Cause) -> str:
        allowed[id] = {None, Cause.CHECK_WAITS, Cause.CHECKING, *causes}
        return id

    def download(name: str, *rates: int, version: Version = Version.V1, pieces: int = PIECES, **chosen: bool) -> str:
        payload = stage.payload(name, version=version, files=PIECE * pieces)
        id = healthy(user.adds(payload, **chosen))  # type: ignore[arg-type]
        for rate in rates:
            swarm.scripted(payload, have=1.0, up=rate).connect(user.listens_at)
        return id

    second = swarm.payload(version=Version.V2, files=PIECE * PIECES, piece_size=PIECE, name="v2")
    v2 = healthy(user.adds(second))
    user.connects(v2, swarm.seed(second))
    fast = download("fast", 2_000_000, 2_000_000, pieces=900)
    slow = download("slow", PIECE)
    first_late = download("first block late", PIECE // 2)
    endgame = download("endgame", 90_000, 30_000)
    sequential = download("sequential", 60_000, sequential=True)
    hybrid = download("hybrid", 200_000, version=Version.HYBRID)

    given = stage.payload("given")
    seeding = healthy(stage.adds(given, range(PIECES)))
    taker = swarm.scripted(given, wants=True, again=True, down=PIECE)
    user.sees(seeding, State.SEEDING)
    taker.connect(user.listens_at)

    finished = healthy(stage.adds(stage.payload("finished"), range(PIECES)))
    user.sees(finished, State.SEEDING)
    user.engine.pause([finished])

    often = stage.payload("stops and goes on")
    stops = healthy(stage.adds(often), Cause.PAUSED)
    giver = swarm.scripted(often, have=1.0, up=PIECE)
    giver.connect(user.listens_at)
    user.sees(stops, lambda row: row.down)
    for _ in range(3):
        user.engine.pause([stops])
        user.sees(stops, State.PAUSED)
        user.engine.start([stops])
        user.sees(stops, lambda row: row.state is not State.PAUSED)
    # Whom we hung up on would be called again after a minute.
    user.until(lambda: not giver.standing.connected)
    giver.connect(user.listens_at)

    new = healthy(user.adds(stage.payload("new")))
    row = user.sees(new, State.DOWNLOADING)
    assert row.why is None

    user.sees(slow, lambda row: row.done >= 7 * PIECE)
    for id in (fast, endgame, sequential, hybrid, v2):
        user.sees(id, lambda row: row.complete)
    # Nobody takes anything from those that are complete by now, and there the reason is the right one.
    done = {fast, endgame, sequential, hybrid, v2}
    for id, causes in allowed.items():
        if id in done:
            causes |= {Cause.NOBODY_ASKS, Cause.NOBODY_WANTS}
        if id != new:
            assert set(stage.given[id]) <= causes, f"{user.torrent(id).name}: {stage.given[id]}"
    assert user.torrent(finished).state is State.FINISHED
    assert user.torrent(seeding).up
    assert user.torrent(first_late).state is State.DOWNLOADING
    # It has nobody, and nothing else was said before it had had the time to find somebody.
    assert set(stage.given[new]) <= {*allowed[new], Cause.NO_SOURCES}
