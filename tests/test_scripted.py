# SPDX-License-Identifier: GPL-3.0-or-later
"""Scripted peers do what they are told and write down what was said, as libtorrent at the other end sees it."""

from tests.swarm import Swarm, Version, wait_until


def test_a_scripted_peer_gives_what_it_is_asked_for_and_takes_what_it_wants(swarm: Swarm) -> None:
    payload = swarm.payload(files=400_000, version=Version.V1)
    seed = swarm.scripted(payload, have=1.0)
    leech = swarm.leech(payload)
    seed.connect(leech)
    leech.wait_until_done()
    assert leech.verify() == ()
    blocks = {(message.piece, message.offset) for message in seed.heard("request")}
    assert len(blocks) == 25
    first = seed.heard("handshake")[0]
    assert seed.messages[seed.messages.index(first) - 1].kind == "handshake"
    assert sum(message.length for message in seed.said("piece")) == 400_000
    assert seed.wait_for("closed")[-1].text == "they left"

    taker = swarm.scripted(payload, wants=True, pipeline=2, fast=True)
    taker.connect(leech)
    taker.wait_until(lambda standing: len(standing.has) == payload.pieces)
    assert taker.heard("have all")
    assert sum(message.length for message in taker.heard("piece")) == 400_000
    assert [message.piece for message in taker.said("have")] == list(range(payload.pieces))


def test_it_falls_silent_chokes_rejects_and_refuses_the_metadata(swarm: Swarm) -> None:
    payload = swarm.payload(files=400_000, version=Version.V1)
    leech = swarm.leech(payload)
    snubber = swarm.scripted(payload, have=1.0, answers=2, fast=True)
    snubber.connect(leech)
    snubber.wait_for("request", count=3)
    assert len(snubber.wait_for("piece", sent=True, count=2)) == 2
    snubber.choke()
    refused = snubber.wait_for("reject", sent=True)
    assert (refused[0].piece, refused[0].offset) in {(each.piece, each.offset) for each in snubber.heard("request")}
    assert snubber.standing.we_choke
    snubber.leave()
    assert snubber.wait_for("closed")[-1].text == "we left"

    magnet = swarm.leech(payload, magnet=True)
    refuser = swarm.scripted(payload, have=1.0, metadata="refuse")
    refuser.connect(magnet)
    wait_until(lambda: [each.text for each in refuser.said("extended")], lambda texts: texts[1:] == ["ut_metadata"])
    assert not magnet.status.has_metadata
    giver = swarm.scripted(payload, have=[0], metadata="give")
    giver.connect(magnet)
    magnet.wait_for(lambda status: status.has_metadata and status.progress > 0)
