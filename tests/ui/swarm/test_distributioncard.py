# SPDX-License-Identifier: GPL-3.0-or-later
"""The cards about sharing: the study's figure, read by eye, pointer, keyboard and ear, and what only we have."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from starling.distribution import Basis, Figures, Rate
from starling.peer import Peer, Rates
from starling.rarity import Rarity
from starling.settings.appearance import Appearance
from starling.swarm import Board, Choker, Rounds, Seat, Standing
from starling.torrent import State, Torrent
from starling.ui.swarm import distributionwords as words
from starling.ui.swarm.card import Card, Fetched
from starling.ui.swarm.distributioncard import DistributionCard
from starling.ui.swarm.distributionscale import Unit, scale_of
from starling.ui.swarm.raritycard import RarityCard
from starling.ui.theme import ThemeManager

SIZE = 7_610_000_000
ROW = Torrent("a", "A", State.SEEDING, size=SIZE, total_size=SIZE, done=SIZE, swarm_peers=34)


def fetched(*peers: Peer, own: object = None) -> Fetched:
    rounds = Rounds(Choker.ROUND_ROBIN, 15, None, 30, None, None, 0, 0)
    return Fetched(Board(0.0, tuple(Seat(peer, Standing.SLOT) for peer in peers), rounds, None), own=own)


def leech(number: int, own: int, up: int) -> Peer:
    return Peer(f"192.0.2.{number}", 1, own_rate=own, rates=Rates((0,) * 20, (up,) * 20))


def shown(qtbot: QtBot, card: Card, torrent: Torrent, told: Fetched) -> Card:
    qtbot.addWidget(card)
    card.resize(320, 420)
    assert card.wanted(torrent, told)
    card.show_board(torrent, told)
    card.show()
    return card


def plainly(card: Card) -> str:
    return "\n".join(card.text()).replace("\u00a0", " ")


def test_the_study_s_figure_where_nothing_is_measured(qtbot: QtBot, themes: ThemeManager) -> None:
    card = DistributionCard(themes)
    shown(qtbot, card, ROW, fetched())
    text = plainly(card)
    assert text.startswith("Why share at all\nHours until everybody in the swarm has the file\nWith the 34 peers")
    assert "one server 3 h 24 min\nsharing 46 min\nModel: each peer sends the file once an hour" in text
    assert card.accessibleDescription() == "\n".join(card.said())
    assert not card.wanted(replace(ROW, swarm_peers=None), fetched()), "nobody is there"
    card.clear()
    assert card.said() == card.plot.read_out == []


def test_measured_rates_are_said_to_be(qtbot: QtBot, themes: ThemeManager) -> None:
    card = DistributionCard(themes)
    shown(qtbot, card, ROW, fetched(leech(1, 300_000, 100_000), leech(2, 100_000, 60_000)))
    text = plainly(card)
    for words_ in ("160 kB/s at most in the last 2 minutes, measured", "120 kB/s, the mean of 2 measured"):
        assert words_ in text
    assert "The slowest gets 100 kB/s now, and would need 21 h 8 min" in text
    card.show_board(replace(ROW, up_limit=80_000), fetched(leech(1, 0, 0), own=50_000))
    assert "at your limit of 50 kB/s" in plainly(card)
    assert "Assumed: each peer passes on 5 kB/s" in plainly(card)


def test_pointer_and_keys_read_both_times(qtbot: QtBot, themes: ThemeManager) -> None:
    card = DistributionCard(themes)
    shown(qtbot, card, ROW, fetched())
    plot = card.plot
    before = plot.grab().toImage()
    QTest.keyClick(plot, Qt.Key.Key_Home)
    assert [line.replace("\u00a0", " ") for line in plot.read_out[1:]] == ["one server: 6 min", "sharing: 6 min"]
    QTest.keyClick(plot, Qt.Key.Key_End)
    assert plot.read_out[0].startswith("40 ")
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert plot.read_out[0].startswith("39 ")
    assert plot.grab().toImage() != before
    QTest.keyClick(plot, Qt.Key.Key_Escape)
    assert plot.read_out == []
    QTest.mouseMove(plot, QPoint(plot.width() // 2, plot.height() // 2))
    qtbot.waitUntil(lambda: bool(plot.read_out))
    assert 15 <= int(plot.read_out[0].split()[0]) <= 25
    themes.set_appearance(Appearance.DARK)
    assert plot.grab().toImage().pixelColor(2, plot.height() - 2) == themes.theme.base


@pytest.mark.parametrize(
    ("peers", "server", "right", "step", "unit"),
    [
        (34, 10.0, 40, 10, Unit.HOURS),
        (0, 10.0, 40, 10, Unit.HOURS),
        (1, 1e6, 5, 1, Unit.SECONDS),
        (10_000, 10.0, 15_000, 5000, Unit.DAYS),
        (10_000, 0.01, 15_000, 5000, Unit.YEARS),
    ],
)
def test_axes_are_round(peers: int, server: float, right: int, step: int, unit: Unit) -> None:
    found = scale_of(Figures(3600, peers, peers, True, Rate(server, Basis.MEASURED), Rate(1, Basis.MEASURED, 1)))
    assert (found.peers, found.step, found.unit) == (right, step, unit)
    assert 2 <= len(found.times) <= 7
    assert found.times[-1] * unit <= found.top


def test_who_is_counted_is_said() -> None:
    base = Figures(SIZE, 3, 3, True, Rate(1, Basis.MEASURED), Rate(0, Basis.MEASURED, 3))
    assert "you see" in words.who(base)
    assert "yourself" in words.who(replace(base, seeding=False, connected=2))
    assert "trackers" in words.who(replace(base, connected=2))
    assert "Nobody" in words.who(replace(base, peers=0))
    assert "Nobody passes on anything" in " ".join(words.basis(base))


def test_what_only_we_have(qtbot: QtBot, themes: ThemeManager) -> None:
    last = Rarity(312, 1000, 4, certain=True, seeds=0, told=True)
    card = RarityCard(themes)
    shown(qtbot, card, ROW, fetched(own=last))
    text = plainly(card)
    assert text.startswith("Rare because of you – 312 of")
    assert "312 pieces are on nobody else" in text
    assert text.endswith("the trackers know no other seed: if you stop, the swarm can't complete.")
    for rarity, said in (
        (replace(last, told=False), "may never"),
        (replace(last, pieces=1000), "Nobody else who is connected has anything"),
        (replace(last, seeds=2), "2 other seeds are known"),
        (replace(last, certain=False), "at most"),
        (replace(last, pieces=0), "somebody else"),
        (replace(last, peers=0), "Nobody is connected"),
    ):
        card.show_board(ROW, fetched(own=rarity))
        assert said in plainly(card)
    assert not card.wanted(replace(ROW, state=State.PAUSED), fetched(own=last))
    assert not card.wanted(ROW, fetched())
