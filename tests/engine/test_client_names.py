# SPDX-License-Identifier: GPL-3.0-or-later
"""What the peers list calls a client that has sent nothing of itself but its peer-id."""

import socket
from contextlib import closing

import pytest

from tests.helpers import User
from tests.swarm import Swarm


@pytest.mark.parametrize(
    ("head", "shown"),
    [
        (b"-XQ0123-", "-XQ0123-"),
        (b"-SL0100-", "-SL0100-"),
        (b"-XQ01\xff3-", "-XQ01ÿ3-"),
        (b"-\x1b[0123-", "-?[0123-"),
        (b"exotic-c", "exotic-c"),
        (b"-TR3000-", "Transmission 3.0.0"),
        (b"M7-2-3--", "Mainline 7.2.3"),
    ],
)
def test_code_nobody_knows_is_shown_as_it_came(swarm: Swarm, user: User, head: bytes, shown: str) -> None:
    payload = swarm.payload(files={"a": 20_000})
    id = user.adds(payload)
    handshake = b"\x13BitTorrent protocol" + bytes(8) + bytes.fromhex(user.torrent(id).hash_v1) + head.ljust(20, b"x")
    there, port = user.listens_at
    with closing(socket.create_connection((there, port), source_address=(swarm.address(), 0))) as link:
        link.sendall(handshake)
        user.until(lambda: any(peer.client for peer in user.run(user.engine.peers.connected(id))))
        (peer,) = user.run(user.engine.peers.connected(id))
    assert peer.client == shown
