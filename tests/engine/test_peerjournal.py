# SPDX-License-Identifier: GPL-3.0-or-later
"""The journal of peers: what became of each, seen in real connections."""

import errno
import select
import socket
from collections.abc import Callable
from contextlib import closing
from types import SimpleNamespace

import libtorrent as lt
import pytest

from starling.engine import partings, peerjournal
from starling.engine.peerdraft import Draft
from starling.engine.peerjournal import PeerJournal
from starling.engine.peerwatch import Watch
from starling.engine.record import Record, Records
from starling.engine.reopen import reopen
from starling.peer import Encryption, Transport
from starling.peerstory import BEGINNING, END, Event, Parting, Side, Step, Story, Why, Witness
from tests.helpers import User
from tests.swarm import Encryption as Ciphers
from tests.swarm import Swarm, Version
from tests.swarm.scripted import Kind

FIRSTS = (Step.FIRST_FROM, Step.FIRST_TO)


def story_of(user: User, id: str, address: str, port: int = 0) -> Story | None:
    """The latest of who is there."""
    stories = user.engine.peers.journal(id)
    return next((each for each in stories if each.address == address and port in (0, each.port)), None)


def story_until(
    user: User, id: str, address: str, wanted: Callable[[Story], object], *, looks: bool = False, port: int = 0
) -> Story:
    found: list[Story] = []

    def seen() -> bool:
        if looks:
            user.run(user.engine.peers.connected(id))
        story = story_of(user, id, address, port)
        found[:] = [story] if story is not None and wanted(story) else []
        return bool(found)

    user.until(seen)
    return found[0]


def steps(story: Story) -> list[Step]:
    return [event.step for event in story.events]


def test_from_the_call_to_the_end(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(version=Version.V1, files=600_000)
    id = user.adds(payload)
    seed = swarm.scripted(payload, have=1.0, up=150_000)
    user.connects(id, seed)
    story_until(user, id, seed.ip, lambda story: Step.FIRST_FROM in steps(story), looks=True)
    now = story_of(user, id, seed.ip)
    assert now is not None
    assert (now.ended, now.parting, now.incoming, now.transport) == (None, None, False, Transport.TCP)
    assert now.encryption is Encryption.NONE
    seed.leave()
    story = story_until(user, id, seed.ip, lambda story: story.ended and story.shaken)
    order = [Step.SHAKEN, Step.WE_WANT, Step.THEY_UNCHOKED, Step.FIRST_FROM, Step.LEFT]
    assert [step for step in steps(story) if step in order][-len(order) :] == order
    assert steps(story)[:2] == [Step.CALLED, Step.LEFT], "encrypted, which it does not know"
    assert story.parting in (Parting(Why.CLOSED, Side.THEY), Parting(Why.RESET, Side.NOBODY))
    assert story.seconds is not None
    assert story.downloaded is not None
    assert story.looked is not None
    assert story.begun <= story.looked <= story.ended, "what it had given by then"
    told, seen = story.events[0], next(event for event in story.events if event.step is Step.THEY_UNCHOKED)
    assert (told.witness, told.after) == (Witness.TOLD, None)
    assert seen.witness is Witness.LOOKS
    assert seen.after is not None
    (message,) = seed.said("unchoke")
    assert seen.after - 1 <= message.at <= seen.at + 1, "between two looks"
    assert user.engine.peers.gone(id), "libtorrent may have called it again by now"


def test_who_is_not_looked_at_has_a_story_too(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(version=Version.V1, files=100_000)
    id = user.owns(payload)
    leech = swarm.leech(payload)
    leech.connect(user.listens_at)
    leech.wait_until_done()
    story = story_until(user, id, leech.ip, lambda story: story.ended)
    assert steps(story) == [Step.CAME, Step.SHAKEN, Step.LEFT]
    assert (story.incoming, story.downloaded, story.encryption) == (True, None, None)
    assert story.id.startswith("-")
    assert story.client == story.id, "all that is known of it"
    assert story.events[1].after == story.begun
    assert story.parting is not None


def test_vain_calls_are_one_story_until_somebody_answers(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(version=Version.V1, files=100_000)
    id = user.adds(payload)
    user.changes({}, min_reconnect_time=1, max_failcount=31)
    host = swarm.address()
    with closing(socket.socket()) as held:
        held.bind((host, 0))
        port = held.getsockname()[1]
        user.handle(id).connect_peer((host, port))
        story = story_until(user, id, host, lambda story: story.attempts and story.ended)
        assert steps(story) == [Step.CALLED, Step.UNREACHED] * story.attempts
        assert (story.reached, story.seconds, story.parting) == (False, None, Parting(Why.REFUSED))
        assert len(user.engine.peers.journal(id)) == 1
        held.listen()
        user.until(lambda: select.select([held], [], [], 0)[0])
        held.accept()[0].close()
    story = story_until(user, id, host, lambda story: story.reached and story.ended)
    assert (steps(story)[-4:], story.shaken) == ([Step.CALLED, Step.UNREACHED, Step.CALLED, Step.LEFT], False)
    assert story.parting is not None
    assert story.parting.why in (Why.CLOSED, Why.RESET)


def test_why_they_left(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(version=Version.V1, files=300_000)
    id = user.adds(payload)
    quiet = swarm.scripted(payload, have=0.5, answers=0)
    stubborn = swarm.seed(payload, encryption=Ciphers.RC4)
    user.changes({}, out_enc_policy=2, in_enc_policy=2)
    user.connects(id, quiet, stubborn)
    story_until(user, id, stubborn.ip, lambda story: story.parting)
    story_until(user, id, quiet.ip, lambda story: Step.SHAKEN in steps(story), looks=True)
    user.run(user.engine.peers.kick([quiet.ip]))
    kicked = story_until(user, id, quiet.ip, lambda story: story.parting)
    assert kicked.parting == Parting(Why.FILTERED, Side.WE)
    user.handle(id).connect_peer((quiet.ip, quiet.port))
    story_until(user, id, quiet.ip, lambda story: steps(story) == [Step.BLOCKED])
    other = swarm.scripted(payload, have=0.5, answers=0)
    user.connects(id, other)
    story_until(user, id, other.ip, lambda story: Step.SHAKEN in steps(story), looks=True)
    user.engine.pause([id])
    assert story_until(user, id, other.ip, lambda story: story.parting).parting == Parting(Why.PAUSED, Side.WE)
    assert not user.engine._records.get(id).connected


def test_what_is_read_off_the_wire_is_exact(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(version=Version.V1, files=300_000)
    id = user.adds(payload)
    peer = swarm.scripted(payload, have=1.0, up=100_000, wants=True)
    wire = user.engine.wire.follow(id, *peer.address)
    user.handle(id).connect_peer(tuple(peer.address), 0, 0)
    said: dict[Step, Kind] = {
        Step.SHAKEN: "handshake",
        Step.THEY_UNCHOKED: "unchoke",
        Step.FIRST_FROM: "piece",
    }

    def read(story: Story) -> bool:
        return {event.step for event in story.events if event.witness is Witness.WIRE} >= said.keys()

    story = story_until(user, id, peer.ip, read, looks=True)
    for step, kind in said.items():
        (event,) = (event for event in story.events if event.step is step)
        assert event.at == pytest.approx(peer.said(kind)[0].at, abs=1)
    wire.close()


def test_peers_of_a_torrent_that_is_opened_again(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(version=Version.V1, files=300_000)
    id = user.adds(payload)
    peer = swarm.scripted(payload, have=0.5, answers=0)
    user.connects(id, peer)
    story_until(user, id, peer.ip, lambda story: Step.SHAKEN in steps(story), looks=True)
    record, running = user.engine._records.get(id), user.engine._running
    assert record is not None
    assert running is not None
    user.run(reopen(running, record, user._workers[1], user.data_dir / "parts", lambda _params: None))
    story = story_until(user, id, peer.ip, lambda story: story.ended)
    assert story.parting == Parting(Why.REOPENED, Side.WE)


@pytest.mark.parametrize(
    ("category", "code", "operation", "why", "by"),
    [
        ("system", errno.ECONNREFUSED, 16, Why.REFUSED, Side.NOBODY),
        ("system", errno.ETIMEDOUT, 16, Why.NO_ANSWER, Side.NOBODY),
        ("system", errno.ETIMEDOUT, 11, Why.DEAD, Side.NOBODY),
        ("system", errno.ENOSPC, 7, Why.DISK, Side.WE),
        ("system", 9999, 11, Why.OTHER, Side.NOBODY),
        ("asio.misc", 2, 11, Why.CLOSED, Side.THEY),
        ("libtorrent", 36, 16, Why.NO_ANSWER, Side.WE),
        ("libtorrent", 36, 1, Why.SILENT, Side.WE),
        ("libtorrent", 90, 1, Why.FULL, Side.WE),
        ("libtorrent", 78, 15, Why.MUST_ENCRYPT, Side.WE),
        ("socks", 2, 16, Why.PROXY, Side.NOBODY),
    ],
)
def test_errors_are_told_apart(category: str, code: int, operation: int, why: Why, by: Side) -> None:
    found = partings.of(category, code, operation, "words")
    assert (found.why, found.by) == (why, by)


def test_every_number_means_what_libtorrent_calls_it() -> None:
    error = lt.error_code()
    said = {}
    for code in partings._LIBTORRENT:
        error.assign(code, lt.libtorrent_category())
        said[code] = error.message()
    assert (said[97], said[79], said[38]) == (
        "optimistic disconnect",
        "duplicate peer-id",
        "uninteresting upload-only peer",
    )
    assert (said[40], said[92]) == ("torrent paused", "stopping torrent")
    assert partings.of("libtorrent", 92, 1).why is not partings.of("libtorrent", 40, 1).why
    names = {int(number): name for name, number in lt.close_reason_t.names.items()}
    assert (names[15], names[13], names[6]) == ("too_many_connections", "protocol_blocked", "upload_to_upload")
    assert all(partings._given(number) not in (None, Why.OTHER) for number in names if number)
    assert partings.of("asio.misc", 2, 11, given=15).given is Why.FULL


def test_what_an_earlier_connection_moved_is_no_step_of_this_one() -> None:
    watch, end = Watch(), ("192.0.2.1", 6881)
    # libtorrent's totals go on where those of the earlier connection ended.
    for flags, downloaded, uploaded in (
        (int(lt.peer_info.handshake), 5000, 70),
        (0, 5000, 70),
        (0, 6000, 70),
    ):
        watch.begin(1.0)
        watch.see(end, flags, downloaded, uploaded, 0)
        watch.end(1.0)
    looks = watch.take()
    assert [[change.step for change in look.changes if change.step in FIRSTS] for look in looks] == [
        [],
        [],
        [Step.FIRST_FROM],
    ]
    assert looks[-1].totals[end] == (1000, 0)


def test_a_story_keeps_its_beginning_and_its_end() -> None:
    draft = Draft(1, ("192.0.2.1", 6881), 0.0)
    for second in range(100):
        draft.add(Event(second, Step.WE_WANT_NOT if second % 2 else Step.WE_WANT))
        draft.add(Event(second, Step.WE_WANT_NOT if second % 2 else Step.WE_WANT))
    story = draft.story()
    assert [event.at for event in story.events] == [*range(BEGINNING), *range(100 - END, 100)]
    assert story.left_out == 100 - BEGINNING - END
    for _ in range(3):
        draft.add(Event(200, Step.EMPTY_PIECE, number=1))
    assert draft.story().events[-1].number == 3


def test_stories_are_kept_within_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peerjournal, "GONE", 5)
    monkeypatch.setattr(peerjournal, "ALL", 8)
    records = Records()
    made = [Record(str(number), "x", "/") for number in range(2)]
    journal = PeerJournal(records)
    for record, handle in zip(made, (object(), object()), strict=True):
        records.add(record)
        records.bind(record, handle)  # type: ignore[arg-type]
        for port in range(10):
            alert = Alert(record.handle, ("192.0.2.1", port))
            journal._on_connect(alert)
            if port < 9:
                journal._on_disconnect(alert)
    first, second = map(journal.stories, made)
    assert [story.port for story in second] == [9, 8, 7, 6, 5, 4]
    assert [story.port for story in first] == [9, 8, 7, 6], "eight in all that are gone, the latest"
    assert (journal.gone(made[0]), len(journal._order)) == (3, 8)


def test_vain_calls_do_not_push_out_who_was_met(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peerjournal, "ALL_VAIN", 3)
    monkeypatch.setattr(peerjournal, "ALL", 3)
    records, record = Records(), Record("1", "x", "/")
    journal = PeerJournal(records)
    records.add(record)
    records.bind(record, object())  # type: ignore[arg-type]
    for port in range(9):
        alert = Alert(record.handle, ("192.0.2.1", port))
        if port > 1:
            alert.op, alert.pid = partings.CONNECT, lt.sha1_hash()
        journal._on_connect(alert)
        journal._on_disconnect(alert)
    assert [(story.port, story.shaken) for story in journal.stories(record)] == [
        *((8, False), (7, False), (6, False)),
        *((1, True), (0, True)),
    ]


def test_only_asking_for_what_we_do_not_have_is_told() -> None:
    records, record = Records(), Record("1", "x", "/")
    journal = PeerJournal(records)
    records.add(record)
    records.bind(record, object())  # type: ignore[arg-type]
    alert = Alert(record.handle, ("192.0.2.1", 1))
    journal._on_connect(alert)
    for said in ("peer is not interested", "we don't have piece"):
        alert.message = lambda said=said: f"x peer sent an invalid piece request (piece: 1 start: 0 len: 16384): {said}"
        journal._on_bad_request(alert)
    assert [event.number for event in journal.stories(record)[0].events if event.step is Step.BAD_REQUEST] == [1]


def test_a_block_of_a_wire_that_is_read_late_is_not_the_first() -> None:
    for looked in (True, False):
        draft = Draft(1, ("192.0.2.1", 6881), 0.0)
        if looked:
            draft.add(Event(5.0, Step.FIRST_FROM, Witness.LOOKS, 4.0))
        before = draft.story().events
        draft.read(Event(1200.0, Step.FIRST_FROM, Witness.WIRE))
        assert draft.story().events == before
    draft = Draft(1, ("192.0.2.1", 6881), 0.0)
    draft.add(Event(5.0, Step.THEY_UNCHOKED, Witness.LOOKS, 4.0))
    draft.read(Event(90.0, Step.THEY_UNCHOKED, Witness.WIRE))
    assert draft.story().events[0].at == 5.0, "a client may say it again"
    draft.read(Event(4.5, Step.THEY_UNCHOKED, Witness.WIRE))
    assert draft.story().events == (Event(4.5, Step.THEY_UNCHOKED, Witness.WIRE),)


@pytest.mark.parametrize("wire_first", [True, False])
def test_an_optimistic_slot_is_told_once(wire_first: bool) -> None:
    draft = Draft(1, ("192.0.2.1", 6881), 0.0)
    heard, seen = Event(10.0, Step.WE_UNCHOKED, Witness.WIRE), Event(10.5, Step.WE_TRIED, Witness.LOOKS, 9.5)
    if wire_first:
        draft.read(heard)
        draft.add(seen)
    else:
        draft.add(seen)
        draft.read(heard)
    assert draft.story().events == (Event(10.0, Step.WE_TRIED, Witness.WIRE),)


def test_a_vain_call_after_one_that_was_reached_has_no_length() -> None:
    draft = Draft(1, ("192.0.2.1", 6881), 0.0)
    draft.reached = True
    draft.end(Event(1.0, Step.LEFT))
    draft.begin(100.0, Transport.TCP, incoming=False)
    draft.end(Event(107.0, Step.UNREACHED))
    assert (draft.story().reached, draft.story().seconds) == (False, None)


def test_a_new_connection_to_the_same_place_begins_anew() -> None:
    watch, end = Watch(), ("192.0.2.1", 6881)
    want, choked = int(lt.peer_info.interesting), int(lt.peer_info.choked | lt.peer_info.remote_choked)
    for flags, moved in ((want, 5), (want | choked, 0)):
        watch.begin(1.0)
        watch.see(end, flags, moved, moved, 0)
        watch.end(1.0)
    assert [change.step for change in watch.take()[-1].changes] == [Step.SHAKEN, Step.WE_WANT]


def test_who_was_left_alone_had_no_connection() -> None:
    assert all(partings.blocked(reason).why is not Why.OTHER for reason in range(8))


class Alert(SimpleNamespace):
    """What the handlers read of one."""

    reason, op = 0, 11
    pid = lt.sha1_hash(b"-qB4530-abcdefghijkl")

    def __init__(self, handle: object, endpoint: tuple[str, int]) -> None:
        super().__init__(handle=handle, endpoint=endpoint)

    def message(self) -> str:
        return "x peer 192.0.2.1:1 outgoing connection to peer (TCP)"

    @property
    def error(self) -> lt.error_code:
        error = lt.error_code()
        error.assign(90, lt.libtorrent_category())
        return error
