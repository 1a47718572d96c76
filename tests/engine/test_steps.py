# SPDX-License-Identifier: GPL-3.0-or-later
"""Every step of a torrent while its log is read: with a real tracker, and peers that do as they are told."""

from starling.engine.lookups import Lookups
from starling.logbook import FLEETING, Area, Happening, Level, Logbook
from tests.helpers import User
from tests.swarm import Swarm


def test_the_steps_of_one_torrent_are_told_while_somebody_reads(user: User, swarm: Swarm) -> None:
    book = Logbook()
    user.engine.accounts.happened.connect(book.note)
    tracker = swarm.tracker("udp")
    payload = swarm.payload(files={"a.bin": 400_000}, piece_size=64 << 10, trackers=[tracker.url])
    peer = swarm.scripted(payload, have=[0, 1, 2], fast=True)
    wrong = swarm.scripted(payload, have=[3], corrupt=True, fast=True)
    id, other = user.adds(payload), user.adds(swarm.payload(files={"b.bin": 100_000}))
    steps = user.engine.accounts.steps

    def told(*words: str, of: str = id) -> bool:
        return any(all(word in entry.text for word in words) for entry in book.of(of))

    user.until(lambda: told("gave", "peers after", "ms"))
    assert not told("is asked for peers")
    steps.watch(id)
    user.engine.pause([id])
    user.until(lambda: told("is asked for peers, from", "stopped"))
    user.engine.start([id])
    user.until(lambda: told("is asked for peers, from", "started"))
    user.handle(id).connect_peer(peer.address, 0, 0)
    name = f"{peer.ip}:{peer.port}"
    user.until(lambda: told(name, "have shaken hands", "qBittorrent", "TCP", "not encrypted"))
    user.until(lambda: told(name, "unchokes us") and told("We are interested in pieces of", name))
    user.until(lambda: all(told(f"Piece {piece} is complete", f"{name} (4)") for piece in range(3)))
    peer.send("request", 0, 0, 16384)
    peer.send("choke")
    user.until(lambda: told(f"{name} chokes us"))
    assert not told(name, "is interested in our pieces"), "it never said so, though libtorrent takes it for that"
    user.handle(id).connect_peer(wrong.address, 0, 0)
    user.until(lambda: told("The blocks of piece 3, which was wrong, came from", wrong.ip))
    peer.leave()
    user.until(lambda: told("The connection with", name, "is over"))
    mine = [entry for entry in book.of(id) if entry.peer == name]
    assert len(mine) > 5
    assert {entry.level for entry in mine} == {Level.DEBUG}
    assert [entry.number for entry in book.of(id)] == sorted(entry.number for entry in book.of(id))
    assert not any(entry.peer for entry in book.since(0) if entry.level is Level.DEBUG), "the log of all has none"
    steps.watch(other)
    before = len(book.of(id))
    wrong.leave()
    user.until(lambda: wrong.standing.left)
    user.until(lambda: told("From here on", of=other))
    assert len(book.of(id)) == before
    steps.watch("")
    assert user.engine._running
    assert not user.engine._running.session._heard["steps"]


def test_their_ring_is_bounded_and_goes_with_the_story() -> None:
    book = Logbook()
    book.write(Level.INFO, Area.TORRENTS, "Added.", "a")
    for number in range(FLEETING + 5):
        book.note(Happening(Level.DEBUG, Area.PEERS, str(number), "a", peer="192.0.2.1:1", at=5.0, fleeting=True))
    found = book.of("a")
    assert [entry.text for entry in found[:2]] == ["Added.", "5"]
    assert (len(found), found[-1].at) == (FLEETING + 1, 5.0)
    assert book.is_shortened("a")
    for id in "bcde":
        book.note(Happening(Level.DEBUG, Area.PEERS, "x", id, fleeting=True))
    assert [entry.text for entry in book.of("a")] == ["Added."], "of those that were read last"
    book.clear("e")
    assert not book.of("e")


def test_names_are_told_as_far_as_libtorrent_tells_them() -> None:
    names = Lookups()
    ask, found = '*** UDP_TRACKER [ initiating name lookup: "{}" ]', "*** UDP_TRACKER [ name lookup successful ]"
    at = "==> UDP_TRACKER_CONNECT [ to: 192.0.2.1:9 ih: 00 ]"
    assert names.read(ask.format("one.example")) == "Looking up one.example, a UDP tracker."
    assert [names.read(found), names.read(at)] == ["", "one.example is at 192.0.2.1:9."]
    assert names.read(at) == "", "it was known already"
    for host in ("one.example", "two.example"):
        names.read(ask.format(host))
    assert [names.read(found), names.read(at)] == ["", "The name of a UDP tracker was found: 192.0.2.1:9."]
    names.failed("two.example")
    assert [names.read(found), names.read(at)] == ["", "one.example is at 192.0.2.1:9."]
    url = "http://seed.example/files/SECRET99/a"
    assert names.read(f'resolving web seed: "seed.example" {url}') == "Looking up seed.example, a web seed."
    assert [names.read(f"completed resolve: {url}"), names.read("  -> 192.0.2.2:80")] == [
        "",
        "http://seed.example/… is at 192.0.2.2:80.",
    ]
    lost = names.read(f"*** HOSTNAME LOOKUP FAILED: {url}: (1) Host not found (authoritative)")
    assert lost == "http://seed.example/… was not found: Host not found (authoritative)"
    assert names.read("*** update_tracker_timer: 5") == ""
