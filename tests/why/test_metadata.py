# SPDX-License-Identifier: GPL-3.0-or-later
"""Links whose metadata do not come: each arranged, told, and gone as soon as somebody gives them."""

from collections.abc import Callable

from starling.why.reason import Cause, Doing, Remedy
from tests.swarm import Payload
from tests.swarm.scripted import Script
from tests.why.stage import Scene, Stage

_MORE = [Remedy.ASK_TRACKERS, Remedy.ADD_PEERS]
_WRONG = [Remedy.SHOW_PEERS, Remedy.ASK_TRACKERS]


def _link(stage: Stage, payload: Payload) -> str:
    return stage.user.adds(payload.magnet)


def _gives(stage: Stage, payload: Payload) -> Callable[[], None]:
    """Somebody comes who has it, and everything else too."""
    return lambda: stage.swarm.scripted(payload, have=1.0, metadata="give").connect(stage.user.listens_at)


def no_peers(stage: Stage) -> Scene:
    payload = stage.payload("no peers", trackers=[stage.swarm.tracker().url])
    return Scene(
        _link(stage, payload),
        Cause.METADATA_NO_PEERS,
        _gives(stage, payload),
        evidence={"count": 1},
        says=["Nobody has been found who has it"],
        offers=_MORE,
        doing=Doing.DETAILS,
        before=[Cause.SEARCHING],
    )


def _with(name: str, cause: Cause, count: int, said: str, script: Script) -> Callable[[Stage], Scene]:
    def arrange(stage: Stage) -> Scene:
        payload = stage.payload(name)
        id = _link(stage, payload)
        peers = [stage.swarm.scripted(payload, have=1.0, **script) for _ in range(count)]
        for peer in peers:
            peer.connect(stage.user.listens_at)

        def lift() -> None:
            if wrong:
                peers[0].leave()
            _gives(stage, payload)()

        wrong = cause is Cause.METADATA_WRONG
        return Scene(
            id,
            cause,
            lift,
            evidence={} if wrong else {"count": count},
            says=[said],
            offers=_WRONG if wrong else _MORE,
            doing=Doing.DETAILS,
            before=[Cause.METADATA_UNANSWERED] if wrong else [],
        )

    return arrange


def test_metadata(stage: Stage) -> None:
    unanswered, cannot = Cause.METADATA_UNANSWERED, Cause.METADATA_UNSUPPORTED
    stage.play(
        no_peers,
        _with("silent", unanswered, 2, "Waiting for metadata", {"metadata": "silent"}),
        _with("refuses", unanswered, 1, "Waiting for metadata", {"metadata": "refuse"}),
        _with("has none", unanswered, 1, "Waiting for metadata", {"metadata": "none"}),
        _with("unsupported", cannot, 2, "do not speak the extension protocol", {"extended": False}),
        _with("spoilt", Cause.METADATA_WRONG, 1, "somebody sends others.", {"metadata": "spoil"}),
    )
