# SPDX-License-Identifier: GPL-3.0-or-later
"""Peers that are out of reach, have nothing, let nobody in or fall silent: each arranged, told, and gone again."""

import socket
from collections.abc import Iterator

import pytest

from starling.options import Limits
from starling.settings import privacy
from starling.why.reason import Cause, Remedy
from tests.swarm import Event, Payload, Swarm
from tests.why.conftest import Stages
from tests.why.stage import Scene, Stage

_MORE = [Remedy.ASK_TRACKERS, Remedy.ADD_PEERS]


@pytest.fixture
def silent(swarm: Swarm) -> Iterator[tuple[str, int]]:
    """An address that takes connections and never says a word."""
    with socket.socket() as made:
        made.bind((swarm.address(), 0))
        made.listen()
        yield made.getsockname()


def helps(stage: Stage, payload: Payload) -> None:
    """Somebody comes who has all of it, and gives it."""
    stage.swarm.scripted(payload, have=1.0).connect(stage.user.listens_at)


def test_nobody_is_connected(stages: Stages, swarm: Swarm, silent: tuple[str, int]) -> None:
    banned = swarm.address()
    stage = stages({privacy.BANNED: [banned]})
    user = stage.user

    def connecting(stage: Stage) -> Scene:
        payload = stage.payload("connecting")
        id = stage.adds(payload)
        user.handle(id).connect_peer(silent, 0)
        return Scene(
            id,
            Cause.CONNECTING,
            lambda: helps(stage, payload),
            evidence={"count": 1},
            says=["nobody is connected yet."],
        )

    def no_answer(stage: Stage) -> Scene:
        payload = stage.payload("no answer")
        id = stage.adds(payload)
        for _ in range(3):
            user.handle(id).connect_peer((swarm.address(), 9), 0)
        return Scene(
            id,
            Cause.NO_ANSWER,
            lambda: helps(stage, payload),
            evidence={"count": 3},
            says=["You called", "3", "and none answered.", "So it has been since"],
            offers=_MORE,
            before=[Cause.CONNECTING],
        )

    def filtered(stage: Stage) -> Scene:
        payload = stage.payload("filtered")
        id = stage.adds(payload)
        user.handle(id).connect_peer((banned, 6881), 0)
        return Scene(
            id,
            Cause.FILTERED,
            lambda: helps(stage, payload),
            says=["Bans or the IP filter keep out"],
            offers=[Remedy.EDIT_BANS, Remedy.ASK_TRACKERS],
        )

    stage.play(connecting, no_answer, filtered)


def test_they_have_nothing_of_it_or_let_nobody_in(stages: Stages, swarm: Swarm) -> None:
    stage = stages({}, request_timeout=120, piece_timeout=120)
    user = stage.user
    here = [0, 1, 2, 5, 6]

    def missing_pieces(stage: Stage) -> Scene:
        payload = stage.payload("missing pieces")
        id = stage.adds(payload, here)
        for _ in range(2):
            swarm.scripted(payload, have=here).connect(user.listens_at)
        return Scene(
            id,
            Cause.MISSING_PIECES,
            lambda: helps(stage, payload),
            evidence={"count": 2, "pieces": ((3, 4), (7, 11)), "missing": 7},
            says=["Nobody connected has pieces 3–4, 7–11."],
            offers=[Remedy.ASK_TRACKERS, Remedy.SHOW_PIECES, Remedy.SKIP_UNHELD],
        )

    def nothing_needed(stage: Stage) -> Scene:
        tracker = swarm.tracker()
        payload = stage.payload("nothing needed", trackers=[tracker.url])
        gone = swarm.seed(payload)
        tracker.wait_for_event(Event.STARTED)
        gone.kill()
        id = stage.adds(payload, here)
        swarm.scripted(payload, have=here).connect(user.listens_at)
        return Scene(
            id,
            Cause.NOTHING_NEEDED,
            lambda: helps(stage, payload),
            evidence={"count": 1, "of": 1, "missing": 7},
            says=["connected, and have", "The trackers count"],
            offers=_MORE,
            before=[Cause.MISSING_PIECES, Cause.SEARCHING, Cause.NO_ANSWER],
        )

    def choked(stage: Stage) -> Scene:
        payload = stage.payload("choked")
        id = stage.adds(payload)
        peers = [swarm.scripted(payload, have=1.0, unchokes=False) for _ in range(3)]
        for peer in peers:
            peer.connect(user.listens_at)
        return Scene(
            id,
            Cause.CHOKED,
            peers[0].unchoke,
            evidence={"count": 3},
            says=["have what you need, and all of them choke you.", "give their upload to others"],
            offers=[Remedy.ASK_TRACKERS, Remedy.SHOW_PEERS],
        )

    def choked_by_limit(stage: Stage) -> Scene:
        payload = stage.payload("choked by limit")
        id = stage.adds(payload, here)
        user.engine.throttle.set_limits([id], Limits(up=1024))
        trader = swarm.scripted(payload, have=[3, 4, 7], wants=True, unchokes=False)
        trader.connect(user.listens_at)
        return Scene(
            id,
            Cause.CHOKED_BY_LIMIT,
            trader.unchoke,
            evidence={"count": 1, "limit": 1024, "kind": "torrent"},
            says=["One peer has what you need, and it chokes you.", "your limit for this torrent is 1"],
            offers=[Remedy.RAISE_UP, Remedy.ASK_TRACKERS],
            before=[Cause.CHOKED],
        )

    def waiting(stage: Stage) -> Scene:
        payload = stage.payload("waiting")
        id = stage.adds(payload)
        swarm.scripted(payload, have=1.0, answers=0).connect(user.listens_at)
        return Scene(
            id,
            Cause.WAITING,
            lambda: helps(stage, payload),
            evidence={"count": 1},
            says=["asked for blocks, and", "not sent any yet."],
            offers=[Remedy.SHOW_PEERS],
        )

    stage.play(missing_pieces, nothing_needed, choked, choked_by_limit, waiting)


def test_they_send_nothing_or_what_is_wrong(stages: Stages, swarm: Swarm) -> None:
    stage = stages({}, request_timeout=2, piece_timeout=2)
    user = stage.user

    def snubbed(stage: Stage) -> Scene:
        payload = stage.payload("snubbed")
        id = stage.adds(payload)
        swarm.scripted(payload, have=1.0, answers=0).connect(user.listens_at)
        swarm.scripted(payload, have=1.0, unchokes=False).connect(user.listens_at)
        return Scene(
            id,
            Cause.SNUBBED,
            lambda: helps(stage, payload),
            evidence={"count": 1, "of": 2},
            says=["send nothing although", "asked long ago.", "The others that have what you need choke you."],
            offers=[Remedy.ASK_TRACKERS, Remedy.SHOW_PEERS],
            before=[Cause.WAITING],
        )

    def bad_data(stage: Stage) -> Scene:
        payload = stage.payload("bad data")
        id = stage.adds(payload)
        swarm.scripted(payload, have=1.0, corrupt=True).connect(user.listens_at)
        return Scene(
            id,
            Cause.BAD_DATA,
            lambda: helps(stage, payload),
            evidence={"of": 1},
            says=["failed their hash check: somebody sends wrong data.", "banned for it."],
            offers=[Remedy.SHOW_PEERS, Remedy.ASK_TRACKERS],
        )

    stage.play(snubbed, bad_data)
