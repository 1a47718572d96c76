# SPDX-License-Identifier: GPL-3.0-or-later
"""Reasons as a real engine finds them for many torrents at once, what a close look adds, and places in the queue."""

from collections.abc import Callable

from starling import settings
from starling.torrent import State
from starling.why import words
from starling.why.look import Area
from starling.why.reason import Cause, Doing, Reason
from tests.helpers import User
from tests.swarm import Address, Answer, Payload, Swarm, Version

PIECE = 16_384


def _payload(swarm: Swarm, name: str, *trackers: str) -> Payload:
    return swarm.payload(
        version=Version.V1, files=PIECE * 12, piece_size=PIECE, trackers=trackers, name=name, seed=name
    )


def _cause(user: User, id: str) -> Cause | None:
    why = user.torrent(id).why
    return None if why is None else why.cause


def _sees(user: User, id: str, cause: Cause) -> Reason:
    row = user.sees(id, lambda row: row.why is not None and row.why.cause is cause, timeout=40)
    assert row.why is not None
    return row.why


def test_reasons_are_found_for_all_at_once(swarm: Swarm, brisk: None, users: Callable[..., User]) -> None:
    user = users().start()
    tracker, refusing = swarm.tracker(), swarm.tracker()
    refusing.behave(Answer.FAILURE, "unregistered torrent")
    payloads = {
        Cause.CHOKED: _payload(swarm, "choked"),
        Cause.MISSING_PIECES: _payload(swarm, "missing_pieces"),
        Cause.NO_SOURCES: _payload(swarm, "no_sources"),
        Cause.UNREGISTERED: _payload(swarm, "refusing", refusing.url),
        Cause.NOBODY_THERE: _payload(swarm, "tracker", tracker.url),
        Cause.NO_ANSWER: _payload(swarm, "no_answer"),
        Cause.PAUSED: _payload(swarm, "paused"),
    }
    # Got a moment ago, they would count as moving for half a minute.
    payloads[Cause.MISSING_PIECES].prefill(user.downloads, [0, 1, 2, 5, 6])
    ids = {cause: user.adds(payload, start=cause is not Cause.PAUSED) for cause, payload in payloads.items()}
    assert _cause(user, ids[Cause.PAUSED]) in (None, Cause.PAUSED)
    fine = user.owns(_payload(swarm, "fine"))
    chokers = [swarm.scripted(payloads[Cause.CHOKED], have=1.0, unchokes=False) for _ in range(2)]
    for peer in (
        *chokers,
        swarm.scripted(payloads[Cause.MISSING_PIECES], have=[0, 1, 2, 5, 6]),
    ):
        peer.connect(user.listens_at)
    user.handle(ids[Cause.NO_ANSWER]).connect_peer(tuple(Address(swarm.address(), 9)), 0)

    found = {cause: _sees(user, id, cause) for cause, id in ids.items()}
    assert all(reason.certain for reason in found.values())
    assert found[Cause.CHOKED].evidence.count == 2
    assert found[Cause.CHOKED].doing is Doing.DOWNLOADING
    assert found[Cause.MISSING_PIECES].evidence.pieces == ((3, 4), (7, 11))
    assert found[Cause.MISSING_PIECES].evidence.missing == 7
    assert "unregistered torrent" in words.sentence(found[Cause.UNREGISTERED])
    assert "127." in found[Cause.UNREGISTERED].evidence.host
    assert found[Cause.NO_ANSWER].evidence.count == 1

    look = user.run(user.engine.insight.whys.look(ids[Cause.CHOKED]))
    assert look.reason == found[Cause.CHOKED]
    assert [check.area for check in look.checks][-3:] == [Area.PEERS, Area.PIECES, Area.TRADE]
    assert [check.fine for check in look.checks][-3:] == [True, True, False]

    # What helps is seen at once; and nobody says anything of one that does what it should.
    told = len(user.news)
    for choker in chokers:
        choker.unchoke()
    user.sees(ids[Cause.CHOKED], State.SEEDING)
    user.engine.start([ids[Cause.PAUSED]])
    user.sees(ids[Cause.PAUSED], lambda row: row.why is None or row.why.cause is not Cause.PAUSED)
    user.engine.pause([ids[Cause.NOBODY_THERE]])
    _sees(user, ids[Cause.NOBODY_THERE], Cause.PAUSED)
    assert _sees(user, fine, Cause.NOBODY_ASKS).doing is Doing.SEEDING
    # A reason stays the same object as long as nothing happens: its row is told no more.
    assert user.news[told:].count(ids[Cause.UNREGISTERED]) <= 2


def test_the_queue_says_who_is_before(swarm: Swarm, users: Callable[..., User]) -> None:
    user = users(chosen={settings.queue.ACTIVE_DOWNLOADS: 1, settings.queue.SLOW_FREE: False}).start()
    ids = [user.adds(_payload(swarm, name)) for name in "abc"]
    last = _sees(user, ids[2], Cause.QUEUED)
    user.sees(ids[2], lambda row: row.why is not None and row.why.evidence.of == 2)
    last = _sees(user, ids[2], Cause.QUEUED)
    assert (last.evidence.count, last.evidence.of) == (2, 2)
    user.run(user.engine.remove([ids[1]], data=False))
    user.sees(ids[2], lambda row: row.why is not None and row.why.evidence.of == 1)
    assert user.torrent(ids[2]).why is not None
    assert words.short(_sees(user, ids[2], Cause.QUEUED)) == "Queued, 1st in line"
