# SPDX-License-Identifier: GPL-3.0-or-later
"""Nobody to ask, nobody who answers, nobody who knows anybody: each arranged, told, and gone with what was arranged."""

import socket
from collections.abc import Iterator

import pytest

from starling.why.reason import Cause, Remedy
from tests.swarm import Answer, Swarm, Tracker
from tests.why.stage import Scene, Stage


@pytest.fixture
def nowhere(swarm: Swarm) -> Iterator[str]:
    """The URL of a tracker that does not run."""
    with socket.socket() as free:
        free.bind((swarm.address(), 0))
        ip, port = free.getsockname()
        yield f"http://{ip}:{port}/announce"


def test_where_peers_come_from(stage: Stage, swarm: Swarm, nowhere: str) -> None:
    user = stage.user
    works, refuses, breaks, hangs = trackers = [swarm.tracker(wait=False) for _ in range(4)]
    for tracker, answer, text in (
        (refuses, Answer.FAILURE, "unregistered torrent"),
        (breaks, Answer.SERVER_ERROR, ""),
        (hangs, Answer.HANG, ""),
    ):
        tracker.behave(answer, text)
    assert len({tracker.url for tracker in trackers}) == 4

    def host(tracker: Tracker) -> str:
        return tracker.url.split("/")[2].split(":")[0]

    def asks(id: str, url: str) -> None:
        user.run(user.engine.trackers.add(id, [url]))

    def no_tracker(stage: Stage) -> Scene:
        id = stage.adds(stage.payload("no tracker"))
        return Scene(
            id,
            Cause.NO_SOURCES,
            lambda: asks(id, works.url),
            evidence={"kind": "off"},
            says=["it has no tracker, and the DHT is switched off"],
            offers=[Remedy.SWITCH_ON_DHT, Remedy.EDIT_TRACKERS, Remedy.ADD_PEERS],
        )

    def private(stage: Stage) -> Scene:
        id = stage.adds(stage.payload("private", private=True))
        return Scene(
            id,
            Cause.NO_SOURCES,
            lambda: asks(id, works.url),
            evidence={"kind": "private"},
            says=["it is private, and has no tracker"],
            offers=[Remedy.EDIT_TRACKERS],
        )

    def unregistered(stage: Stage) -> Scene:
        id = stage.adds(stage.payload("unregistered", trackers=[refuses.url]))

        def lift() -> None:
            refuses.behave(Answer.OK)
            user.run(user.engine.trackers.announce(id, force=True))

        return Scene(
            id,
            Cause.UNREGISTERED,
            lift,
            evidence={"host": host(refuses)},
            says=[f"{host(refuses)} refuses this torrent.", "unregistered torrent"],
            offers=[Remedy.SHOW_TRACKERS, Remedy.EDIT_TRACKERS],
            before=[Cause.SEARCHING],
        )

    def fails(stage: Stage) -> Scene:
        id = stage.adds(stage.payload("fails", trackers=[breaks.url]))

        def lift() -> None:
            breaks.behave(Answer.OK)
            user.run(user.engine.trackers.announce(id, force=True))

        return Scene(
            id,
            Cause.TRACKERS_FAIL,
            lift,
            evidence={"count": 1, "host": host(breaks)},
            says=["Its only tracker fails", host(breaks), "500"],
            offers=[Remedy.ASK_TRACKERS, Remedy.SHOW_TRACKERS, Remedy.EDIT_TRACKERS],
            before=[Cause.SEARCHING],
        )

    def all_fail(stage: Stage) -> Scene:
        id = stage.adds(stage.payload("all fail", trackers=[nowhere, nowhere.replace("announce", "other/announce")]))
        return Scene(
            id,
            Cause.TRACKERS_FAIL,
            lambda: asks(id, works.url),
            evidence={"count": 2},
            says=["trackers fail.", "So it has been since"],
            offers=[Remedy.ASK_TRACKERS, Remedy.SHOW_TRACKERS, Remedy.EDIT_TRACKERS],
            before=[Cause.SEARCHING],
        )

    def unanswered(stage: Stage) -> Scene:
        payload = stage.payload("unanswered", trackers=[hangs.url])
        id = stage.adds(payload)
        return Scene(
            id,
            Cause.SEARCHING,
            lambda: swarm.scripted(payload, have=1.0).connect(user.listens_at),
            evidence={"count": 1},
            says=["not answered yet."],
            offers=[Remedy.SHOW_TRACKERS],
        )

    def nobody_there(stage: Stage) -> Scene:
        payload = stage.payload("nobody there", trackers=[works.url])
        id = stage.adds(payload)
        return Scene(
            id,
            Cause.NOBODY_THERE,
            lambda: swarm.scripted(payload, have=1.0).connect(user.listens_at),
            evidence={"count": 1, "kind": ""},
            says=["know nobody else who has it.", "Asked last at"],
            offers=[Remedy.ASK_TRACKERS, Remedy.ADD_PEERS],
            before=[Cause.SEARCHING],
        )

    def web_seed(stage: Stage) -> Scene:
        web = swarm.web_server(swarm.make_folder("web"))
        payload = stage.payload("web seed", web_seeds=[web.status(404)])
        id = stage.adds(payload)
        return Scene(
            id,
            Cause.WEB_SEED,
            lambda: swarm.scripted(payload, have=1.0).connect(user.listens_at),
            says=["the web seed", "that fails", "404"],
            offers=[Remedy.SHOW_TRACKERS, Remedy.EDIT_TRACKERS],
        )

    stage.play(no_tracker, private, unregistered, fails, all_fail, unanswered, nobody_there, web_seed)
