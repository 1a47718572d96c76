# SPDX-License-Identifier: GPL-3.0-or-later
"""The cards of the pace, of the way to the metadata and of what was thrown away, in words."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from starling.bottleneck import Bottleneck, Held
from starling.magnetsearch import DhtSearch, MagnetSearch, Messages
from starling.peer import Source, Transport
from starling.peerstory import Event, Parting, Step, Story, Why
from starling.reach import Asked, Incoming, Mapping, Reach
from starling.torrent import State, Waste
from starling.ui.swarm import bottleneckcard, magnetcard, reachcard
from starling.ui.swarm.bottleneckcard import BottleneckCard
from starling.ui.swarm.card import Card, Fetched
from starling.ui.swarm.magnetcard import MagnetCard
from starling.ui.swarm.wastecard import WasteCard
from starling.ui.theme import ThemeManager
from tests.ui.swarm.someboards import SEEDED, TORRENT, board, peer, seats

SEARCH = MagnetSearch(
    known=9,
    connecting=1,
    connected=3,
    capable=2,
    sources=((Source.TRACKER, 3), (Source.INCOMING, 1)),
    unanswered=4,
    trackers=2,
    trackers_working=1,
    trackers_failing=1,
    dht=DhtSearch(120, 18, 3, 7),
    messages=Messages(5, 2),
)
MAGNET = replace(TORRENT, state=State.METADATA, has_metadata=False, size=0, done=0)


def said(qtbot: QtBot, card: Card, torrent: object, fetched: Fetched) -> str:
    """All of it, having been painted."""
    qtbot.addWidget(card)
    assert card.wanted(torrent, fetched)  # type: ignore[arg-type]
    card.show_board(torrent, fetched)  # type: ignore[arg-type]
    card.resize(400, 500)
    card.show()
    assert not card.grab().isNull()
    text = "\n".join(card.text())
    assert card.accessibleDescription() in text
    card.clear()
    assert card.said() == []
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_each_cause_has_its_words_and_what_helps(qtbot: QtBot, themes: ThemeManager) -> None:
    found = Bottleneck(((Held.LIMIT, 0.75), (Held.FREE, 0.25)), ((Held.IDLE, 1.0),), 60)
    text = said(qtbot, BottleneckCard(themes), TORRENT, Fetched(board(), own=found))
    assert "Your limit: 75 % of the time" in text
    assert "raise it" in text
    for down in (True, False):
        assert len({bottleneckcard.name(held, down=down)[1] for held in Held}) == len(Held)
    held = [*Held]
    held.remove(Held.IDLE)
    advice = {bottleneckcard.advice(Bottleneck((), ((one, 1.0),), 9), downloading=False) for one in held}
    assert len(advice) == len(held)
    both = Bottleneck(((Held.PEERS, 1.0),), ((Held.LIMIT, 1.0),), 60)
    assert bottleneckcard.advice(both, downloading=True) != bottleneckcard.advice(both, downloading=False)
    assert not BottleneckCard(themes).wanted(SEEDED, Fetched(board(), own=Bottleneck()))


def test_the_way_to_the_metadata(qtbot: QtBot, themes: ThemeManager) -> None:
    text = said(qtbot, MagnetCard(themes), MAGNET, Fetched(board(seats=()), own=SEARCH))
    for part in ("1 of 2 answer, 1 fail", "18 nodes asked, 3 named peers", "3, 1 on the way", "5 sent, 2 came"):
        assert part in text
    assert not MagnetCard(themes).wanted(TORRENT, Fetched(board(), own=None))


@pytest.mark.parametrize(
    ("facts", "part"),
    [
        ({"wrong": 2}, "not what the link names"),
        ({"capable": 0}, "others are waited for"),
        ({"capable": 0, "connected": 0}, "being called"),
        ({"capable": 0, "connected": 0, "connecting": 0}, "nobody is connected"),
        ({"capable": 0, "connected": 0, "connecting": 0, "known": 0}, "asked again and again"),
        ({"capable": 0, "connected": 0, "connecting": 0, "known": 0, "trackers": 1, "dht": None}, "nobody to ask"),
    ],
)
def test_what_is_waited_for(facts: dict[str, object], part: str) -> None:
    assert part in magnetcard.waits_for(replace(SEARCH, **facts))  # type: ignore[arg-type]


def test_what_was_thrown_away_and_who_sent_it(qtbot: QtBot, themes: ThemeManager) -> None:
    gone = Story(1, "198.51.100.4", 6881, client="Spoiler 1.0", parting=Parting(Why.CORRUPT))
    gone = replace(gone, events=(Event(5.0, Step.HASH_FAILED, number=3),))
    there = replace(seats()[0], peer=peer(44, client="Careless 2", hash_fails=1, on_parole=True))
    waste = ((Waste.END_GAME, 300), (Waste.TIMED_OUT, 100))
    fetched = Fetched(board(seats=(there,)), waste, own=(gone,))
    text = said(qtbot, WasteCard(themes), TORRENT, fetched)
    assert "Failed its check: 112 kB" in text
    assert "75.0 % was asked of several peers at the end" in text
    assert text.index("198.51.100.4:6881 Spoiler 1.0") < text.index("203.0.113.44:6881 Careless 2")
    assert "banned" in text
    assert "on parole" in text
    assert not WasteCard(themes).wanted(TORRENT, Fetched(board(redundant=0, failed=0), own=()))


def test_who_of_them_has_connected_to_us_and_the_proof(qtbot: QtBot, themes: ThemeManager) -> None:
    came = replace(seats()[0], peer=peer(44, incoming=True))
    reach = Reach(
        incoming=Incoming(1_700_000_000.0, "198.51.100.4", Transport.UTP, near=False),
        outside=True,
        mappings=(Mapping(Asked.UPNP, "TCP", 6881), Mapping(Asked.NATPMP, "", 0, "No router answered.")),
    )
    found = list(reachcard.lines(board(seats=(came, seats()[1])), reach, 5, 1_700_000_060.0))
    said = "\n".join(f"{line.words}\n{line.tip()}" for line in found).replace("\N{NO-BREAK SPACE}", " ")
    for part in ("1 of 2", "5 peers", "1 min ago, by µTP", "198.51.100.4", "UPnP: TCP 6881", "No router answered."):
        assert part in said
    nobody = list(reachcard.lines(board(seats=()), Reach(), 0, 1_700_000_060.0))
    assert "nobody since the start" in nobody[1].words
