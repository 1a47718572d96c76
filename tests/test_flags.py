# SPDX-License-Identifier: GPL-3.0-or-later
"""The flags: the strings of the captured view from the same facts, and one letter for one fact."""

from itertools import product

import pytest

from starling import flags
from starling.flags import Facts, Letters
from starling.peer import Encryption, Peer, Source, Transport

UTP, TCP = Transport.UTP, Transport.TCP
FULL = Encryption.FULL


def peer(**facts: object) -> Peer:
    return Peer(address="192.0.2.1", port=6881, **facts)  # type: ignore[arg-type]


def string(facts: Peer, *, metadata: bool = True) -> str:
    return flags.text(Facts(facts, metadata))


def said(letter: str, facts: Peer, *, metadata: bool = True, now: float = 0.0) -> str:
    """What a letter means for a peer that has it."""
    told = Facts(facts, metadata, now)
    return next(flag for flag in flags.of(told) if flag.letter == letter).words(told).replace("\u00a0", " ")


# What the study's Transmission said of each peer, as facts: protocol.md, "The views captured in the study".
CAPTURED = [
    ("TDEH", peer(transport=UTP, we_want=True, they_choke=False, encryption=FULL, found=Source.DHT)),
    ("T?E", peer(transport=UTP, we_choke=False, encryption=FULL, found=Source.TRACKER)),
    (
        "DuEX",
        peer(
            we_want=True,
            they_choke=False,
            they_want=True,
            encryption=FULL,
            found=Source.PEX,
            source=Source.PEX | Source.TRACKER,
        ),
    ),
    ("DE", peer(we_want=True, they_choke=False, encryption=FULL, found=Source.TRACKER)),
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
            found=Source.PEX,
        ),
    ),
]


@pytest.mark.parametrize(("wanted", "facts"), CAPTURED, ids=[string for string, _ in CAPTURED])
def test_the_captured_strings(wanted: str, facts: Peer) -> None:
    assert string(facts) == wanted
    assert flags.text(Facts(facts), Letters.UTORRENT) == wanted.replace("T", "P")


@pytest.mark.parametrize(
    ("letters", "facts"),
    [
        ("", peer()),
        ("T", peer(transport=UTP)),
        ("", peer(transport=Transport.WEB_SEED)),
        ("O", peer(optimistic=True)),
        ("D", peer(we_want=True, they_choke=False)),
        ("d", peer(we_want=True)),
        ("U", peer(they_want=True, we_choke=False)),
        ("u", peer(they_want=True)),
        ("K", peer(they_choke=False)),
        ("UK", peer(they_choke=False, they_want=True, we_choke=False)),
        ("?", peer(we_choke=False)),
        ("K?", peer(they_choke=False, we_choke=False)),
        ("DS", peer(we_want=True, they_choke=False, snubbed=True)),
        ("d", peer(we_want=True, snubbed=True)),
        ("K", peer(they_choke=False, snubbed=True)),
        ("E", peer(encryption=FULL)),
        ("e", peer(encryption=Encryption.HANDSHAKE)),
        ("H", peer(found=Source.DHT | Source.PEX | Source.LSD | Source.TRACKER)),
        ("X", peer(found=Source.PEX, source=Source.PEX | Source.TRACKER | Source.LSD)),
        ("L", peer(found=Source.PEX | Source.LSD)),
        ("L", peer(found=Source.LSD, source=Source.LSD | Source.DHT)),
        ("H", peer(found=Source.LSD | Source.DHT)),
        ("L", peer(found=Source.LSD | Source.TRACKER | Source.PEX)),
        ("", peer(found=Source.TRACKER | Source.PEX)),
        ("", peer(found=Source.RESUME | Source.PEX)),
        ("I", peer(found=Source.INCOMING | Source.PEX, incoming=True)),
        ("", peer(found=Source.TRACKER, source=Source.TRACKER | Source.DHT | Source.PEX | Source.LSD)),
        ("I", peer(incoming=True, holepunched=True)),
        ("h", peer(holepunched=True)),
        ("F", peer(hash_fails=1)),
        ("", peer(transport=UTP, they_choke=False, encryption=FULL, connecting=True)),
    ],
)
def test_letters(letters: str, facts: Peer) -> None:
    assert string(facts) == letters


def test_without_metadata_every_peer_is_one_that_sends() -> None:
    assert string(peer(), metadata=False) == "D"
    assert string(peer(we_want=True), metadata=False) == "D"
    assert string(peer(they_choke=False), metadata=False) == "D", "what we need of it nobody knows yet"
    assert "details" in said("D", peer(), metadata=False)


def test_words_say_what_the_letters_mean_for_this_peer() -> None:
    found = [flag.words(Facts(CAPTURED[0][1])) for flag in flags.of(Facts(CAPTURED[0][1]))]
    assert len(found) == len("TDEH")
    assert "µTP" in found[0]
    assert found[3] == "Found by the DHT"
    assert said("d", peer(we_want=True, choked_since=1000.0), now=1240.0).endswith("no slot, for 4 min")
    assert said("d", peer(we_want=True)).endswith("no slot")
    assert said("d", peer(we_want=True, choked_since=1000.5), now=1001.0).endswith("no slot"), "not for 0 s"
    snubbed = peer(we_want=True, they_choke=False, snubbed=True, waiting_since=1000.0)
    assert said("S", snubbed, now=1072.0).endswith("nothing for 1 min 12 s")
    assert said("S", snubbed, now=999.0).endswith("sends none")
    assert said("D", peer(we_want=True, they_choke=False, down=1_210_000)).endswith("at 1.21 MB/s")
    assert said("D", peer(we_want=True, they_choke=False, down=500)).endswith("but nothing comes now")
    assert said("U", peer(they_want=True, we_choke=False, up=17_000)).endswith("at 17 kB/s")
    assert said("U", peer(they_want=True, we_choke=False)).endswith("takes nothing now")
    assert said("I", peer(incoming=True, since=1000.0), now=1720.0) == "It called us, 12 min ago"
    assert said("I", peer(incoming=True, since=1000.5), now=1001.0) == "It called us"
    called = peer(incoming=True, holepunched=True, since=1000.0)
    assert "hole" in said("I", called, now=1720.0), "h has no place of its own beside I"
    assert said("I", called, now=1720.0).endswith(", 12 min ago")
    assert said("F", peer(hash_fails=2, on_parole=True)).endswith("and is tested now")


def test_no_peer_has_two_letters_in_a_slot_and_each_has_its_own() -> None:
    sources = [Source(bits) for bits in range(64)]
    for numbers in product((False, True), repeat=10):
        want, they, choke, choked, incoming, punched, metadata, optimistic, snubbed, failed = numbers
        # Another part of all combinations each time.
        some = sources[hash(numbers) % 7 :: 7]
        for source, encryption, transport in zip(some, [*Encryption] * 4, [*Transport] * 4, strict=False):
            facts = peer(
                we_want=want,
                they_want=they,
                we_choke=choke,
                they_choke=choked,
                incoming=incoming,
                holepunched=punched,
                optimistic=optimistic,
                snubbed=snubbed,
                hash_fails=int(failed),
                found=source,
                encryption=encryption,
                transport=transport,
            )
            found = flags.of(Facts(facts, metadata))
            assert list(found) == [flag for flag in flags.FLAGS if flag.true(Facts(facts, metadata))]
            assert len(found) == len({flag.slot for flag in found})


@pytest.mark.parametrize("letters", Letters)
def test_letters_and_legends_are_unique(letters: Letters) -> None:
    written = "".join(flag.written(letters) for flag in flags.FLAGS)
    assert written == {Letters.TRANSMISSION: "TODdUuK?SEeHXLIhF", Letters.UTORRENT: "PODdUuK?SEeHXLIhF"}[letters]
    assert len(set(written)) == len({flag.legend() for flag in flags.FLAGS}) == len(flags.FLAGS)
