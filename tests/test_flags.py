# SPDX-License-Identifier: GPL-3.0-or-later
"""The flags: the strings of the captured view from the same facts, and one letter for one fact."""

from itertools import product

import pytest

from starling import flags
from starling.peer import Encryption, Peer, Source, Transport

UTP, TCP = Transport.UTP, Transport.TCP
FULL = Encryption.FULL


def peer(**facts: object) -> Peer:
    return Peer(address="192.0.2.1", port=6881, **facts)  # type: ignore[arg-type]


# What the study's Transmission said of each peer, as facts: protocol.md, "The views captured in the study".
CAPTURED = [
    ("TDEH", peer(transport=UTP, we_want=True, they_choke=False, encryption=FULL, source=Source.DHT)),
    ("T?E", peer(transport=UTP, we_choke=False, encryption=FULL, source=Source.TRACKER)),
    (
        "DuEX",
        peer(we_want=True, they_choke=False, they_want=True, encryption=FULL, source=Source.PEX | Source.TRACKER),
    ),
    ("DE", peer(we_want=True, they_choke=False, encryption=FULL, source=Source.TRACKER)),
    ("TDE", peer(transport=UTP, we_want=True, they_choke=False, encryption=FULL)),
    ("TDUE", peer(transport=UTP, we_want=True, they_choke=False, they_want=True, we_choke=False, encryption=FULL)),
    (
        "TDUEX",
        peer(
            transport=UTP,
            we_want=True,
            they_choke=False,
            they_want=True,
            we_choke=False,
            encryption=FULL,
            source=Source.PEX,
        ),
    ),
]


@pytest.mark.parametrize(("string", "facts"), CAPTURED, ids=[string for string, _ in CAPTURED])
def test_the_captured_strings(string: str, facts: Peer) -> None:
    assert flags.letters(facts) == string


@pytest.mark.parametrize(
    ("letter", "facts"),
    [
        ("", peer()),
        ("O", peer(optimistic=True)),
        ("d", peer(we_want=True)),
        ("u", peer(they_want=True)),
        ("K", peer(they_choke=False)),
        ("UK", peer(they_choke=False, they_want=True, we_choke=False)),
        ("S", peer(snubbed=True)),
        ("e", peer(encryption=Encryption.HANDSHAKE)),
        ("H", peer(source=Source.DHT | Source.PEX | Source.LSD)),
        ("L", peer(source=Source.LSD | Source.TRACKER)),
        ("I", peer(incoming=True, holepunched=True)),
        ("h", peer(holepunched=True)),
        ("F", peer(hash_fails=1)),
    ],
)
def test_letters(letter: str, facts: Peer) -> None:
    assert flags.letters(facts) == letter


def test_words_say_what_the_letters_of_this_peer_mean() -> None:
    words = flags.explain(CAPTURED[0][1])
    assert len(words) == len("TDEH")
    assert "µTP" in words[0]
    assert words[3] == "Found by the DHT"
    assert flags.explain(peer()) == []


def test_no_peer_has_two_letters_in_a_slot() -> None:
    sources = [Source(bits) for bits in range(64)]
    for want, they, choke, choked, incoming, punched in product((False, True), repeat=6):
        for source, encryption in zip(sources, [*Encryption] * 22, strict=False):
            found = flags.of(
                peer(
                    we_want=want,
                    they_want=they,
                    we_choke=choke,
                    they_choke=choked,
                    incoming=incoming,
                    holepunched=punched,
                    source=source,
                    encryption=encryption,
                )
            )
            slots = [flag.slot for flag in found]
            assert len(slots) == len(set(slots))


def test_letters_and_legends_are_unique() -> None:
    assert len({flag.letter for flag in flags.FLAGS}) == len({flag.legend() for flag in flags.FLAGS})
    assert "".join(flag.letter for flag in flags.FLAGS) == "TODdUuK?SEeHXLIhF"
