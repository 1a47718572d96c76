# SPDX-License-Identifier: GPL-3.0-or-later
"""The Peers tab: what it says of each peer, the clickable legend, and what can be done to peers."""

import time
from dataclasses import replace
from itertools import pairwise
from random import Random
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest

from starling import formats, settings
from starling.flags import Letters
from starling.peer import Channel, Holding, Peer, Rates, Source, Transport
from starling.settings import Settings
from starling.torrent import Torrent
from starling.tracker import Kind, Tracker, TrackerState
from starling.ui.cells import Context
from starling.ui.details import peer_words, verdict_tips
from starling.ui.details.peer_cells import strip
from starling.ui.details.peer_row import rows_of, slots_of
from starling.ui.details.peers import PeersPage
from starling.ui.theme import LIGHT
from tests.ui.details.somepeers import CHOKES, LEFT, SENDS, TORRENT, peer, shown

PEERS = 2

NOW = 1_700_000_000

SERVED = {"they_want": True, "we_choke": False}


@pytest.fixture
def page(peers_page: PeersPage) -> PeersPage:
    return peers_page


def verdicts(*peers: Peer, torrent: Torrent = TORRENT) -> list[str]:
    return [row.verdict.words.replace("\u00a0", " ") for row in rows_of(torrent, peers, now=NOW)]


def test_verdicts_say_for_how_long() -> None:
    snubbed = {**SENDS, "snubbed": True, "requests_out": 5}
    assert verdicts(
        peer(1, connecting=True),
        peer(2, **CHOKES, since=NOW - 900, choked_since=NOW - 240),
        peer(3, **CHOKES, since=NOW - 3, choked_since=NOW - 2),
        peer(4, **CHOKES),
        peer(5, **snubbed, waiting_since=NOW - 72),
        peer(6, **SENDS, requests_out=3, waiting_since=NOW - 20),
        peer(7, **CHOKES, they_want=True),
        peer(8, they_choke=False),
        peer(9, **SENDS, down=50_000),
        peer(10, **SENDS, down=49_000, down_limit=50_000),
        peer(11, **SERVED, **CHOKES, up=9_000, optimistic=True),
    ) == [
        "Connecting",
        "Chokes us, 4 min",
        "Chokes us, just connected",
        "Chokes us",
        "Snubbed: sent nothing for 1 min 12 s",
        "Asked, nothing came for 20 s",
        "Waits for a slot of ours",
        "Has nothing we need yet",
        "Sends to us",
        "≤ 50 kB/s: sends as fast as our limit for it allows",
        "Optimistic slot",
    ]


def test_verdicts_say_what_holds_back() -> None:
    sends, takes = {**SENDS, "requests_out": 9}, SERVED
    assert verdicts(
        peer(1, **sends, down=50_000, reading=Channel.LIMIT),
        peer(2, **sends, down=50_000, reading=Channel.DISK),
        peer(3, **SENDS, down=50_000, requests_out=1, queue_bytes=3000),
        peer(4, **sends, down=50_000, queue_bytes=147_456, reading=Channel.NETWORK),
        peer(5, **sends, down=50_000, queue_bytes=20_000, reading=Channel.NETWORK),
        peer(6, **sends, reading=Channel.LIMIT),
        peer(7, **sends, requests_in=2, reading=Channel.DISK),
        peer(8, **takes, up=5_000, writing=Channel.LIMIT),
        peer(9, **takes, up=5_000, writing=Channel.DISK),
        peer(10, **takes, writing=Channel.LIMIT),
        peer(11, **CHOKES, reading=Channel.LIMIT),
        peer(12, **SENDS, down=6_000, requests_out=2, queue_bytes=32_768, reading=Channel.NETWORK),
    ) == [
        "A rate limit here holds it back",
        "Waits for your disk",
        "Sends as fast as we ask",
        "Sends at its own pace",
        "Sends to us",
        "A rate limit here holds it back",
        "Waits for your disk",
        "Held back by a rate limit here",
        "Waits for your disk",
        "Held back by a rate limit here",
        "Chokes us",
        "Sends at its own pace",
    ], "a peer that chokes us is not held back by us"


def test_tips_say_what_a_verdict_means_and_rests_on() -> None:
    facts = {**SENDS, "requests_out": 9, "queue_bytes": 147_456, "reading": Channel.NETWORK}
    paced, snubbed, chokes = rows_of(
        TORRENT,
        [
            peer(1, **facts, down=50_000, round_trip=0.25),
            peer(2, **facts, snubbed=True, waiting_since=NOW - 72, times_out=48, downloaded=3_100_000),
            peer(3, **CHOKES, choked_since=NOW - 240),
        ],
        now=NOW,
    )
    said = verdict_tips.tip(paced).replace("\u00a0", " ")
    assert said.startswith("Sends at its own pace\nMore is asked of it than it sends.")
    assert "147 kB" in said
    assert "2.9 s" in said
    assert "250 ms" in said
    said = verdict_tips.tip(snubbed).replace("\u00a0", " ")
    assert said.startswith("Snubbed: sent nothing for 1 min 12 s\nSnubbed: ")
    assert "in 48 s" in said
    assert "3.10 MB" in said
    assert verdict_tips.tip(chokes).replace("\u00a0", " ").startswith("Chokes us, 4 min\nChoked: ")


def test_slots_are_numbered_by_what_a_peer_gave_lately() -> None:
    best, jumpy = Rates(down=(90_000,) * 7), Rates(down=(0,) * 6 + (300_000,))
    trading = {**SENDS, **SERVED, "up": 5_000}
    one = peer(1, **trading, down=400_000, rates=jumpy)
    two = peer(2, **trading, down=80_000, rates=best)
    three = peer(3, **trading, down=70_000, optimistic=True)
    assert verdicts(one, two, three) == [
        "Trades with us, slot 2",
        "Trades with us, slot 1",
        "Optimistic slot, and sends",
    ]
    taker, idle = peer(4, **SERVED, up=9_000), peer(5, **SERVED)
    assert slots_of([idle, taker], complete=True) == {taker.key: 1, idle.key: 2}
    done = replace(TORRENT, done=TORRENT.size)
    assert verdicts(taker, peer(6, seed=True), torrent=done) == ["We send to it, slot 1", "Has everything too"]


def test_without_metadata_nobody_is_useless() -> None:
    row = rows_of(replace(TORRENT, has_metadata=False, size=0, done=0), [peer(1)], now=NOW)[0]
    assert (row.string, row.verdict.words) == ("D", "")


def test_the_header_counts_who_moves_and_where_they_came_from(page: PeersPage) -> None:
    tracker, dht = Source.TRACKER, Source.TRACKER | Source.DHT
    peers = (
        *(peer(host, **SENDS, down=3_790_000 // 7 + 1, source=tracker) for host in range(7)),
        *(peer(host, **SERVED, up=24_500, source=dht) for host in range(7, 9)),
        *(peer(host, source=Source.INCOMING) for host in range(9, 17)),
        peer(17, connecting=True, source=Source.PEX),
    )
    page.take(TORRENT, peers)
    words = page.sentence.sentence.text().replace("\u00a0", " ")
    assert words == (
        "Downloading from 7 of 17 connected peers at 3.79 MB/s, uploading to 2 at 49 kB/s. "
        "28 more are known but not connected."
    )
    assert [chip.text() for chip in page.sentence.sources.chips] == ["9 tracker", "2 DHT", "8 incoming"]


def test_web_seeds_are_marked_and_no_peers(page: PeersPage) -> None:
    def words() -> str:
        return page.sentence.sentence.text().replace("\u00a0", " ")

    seed = peer(
        1, client="nginx/1.18.0", transport=Transport.WEB_SEED, source=Source.WEB_SEED, url="http://a.example.org/x/"
    )
    sends = replace(seed, down=50_000, we_want=True, they_choke=False)
    page.take(TORRENT, (seed,))
    assert words().startswith("1 web seeds connected; nothing moves now. 46 more"), "the forms are the catalogue's"
    page.take(TORRENT, (sends,))
    assert words().startswith("Downloading from 1 web seeds at 50 kB/s.")
    leech = peer(2, **SENDS, **SERVED, down=10_000, up=20_000, source=Source.DHT)
    page.take(TORRENT, (sends, replace(leech, up=0), peer(3)))
    assert words().startswith("Downloading from 1 of 2 connected peers and 1 web seeds at 60 kB/s. 44 more")
    page.take(TORRENT, (sends, leech, peer(3)))
    assert words().startswith(
        "Downloading from 1 of 2 connected peers and 1 web seeds at 60 kB/s, uploading to 1 at 20 kB/s."
    )
    page.take(TORRENT, (seed, leech, peer(3)))
    assert words().startswith("Downloading from 1 of 2 connected peers at 10 kB/s, uploading to 1 at 20 kB/s.")
    assert [chip.text() for chip in page.sentence.sources.chips] == ["1 DHT", "1 web seed"]
    QTest.mouseClick(page.sentence.sources.chip(Source.WEB_SEED), LEFT)
    assert shown(page) == ["1"]
    (row,) = page.model.rows()
    column = next(column for column in page.model.columns if column.key == "client")
    assert column.text(row) == "web seed · nginx/1.18.0"
    assert column.tooltip is not None
    assert column.tooltip(row) == "web seed · nginx/1.18.0\nhttp://a.example.org/x/"
    assert "Known by" not in peer_words.tip_of_flags(row)
    assert peer_words.client(replace(seed, client="")) == "web seed"


def test_a_limit_of_ours_is_seen_before_it_holds(page: PeersPage) -> None:
    def cells(*facts: dict[str, int]) -> list[QImage]:
        page.take(TORRENT, tuple(peer(1, **each) for each in facts))
        made = []
        up = next(column for column in page.model.columns if column.key == "up")
        assert up.paint is not None
        ctx = Context(LIGHT, page.font(), 1.0)
        for row in page.model.rows():
            image = QImage(116, 26, QImage.Format.Format_RGB32)
            image.fill(LIGHT.base)
            painter = QPainter(image)
            up.paint(painter, image.rect(), row, ctx)
            painter.end()
            made.append(image)
        return made

    def inked(image: QImage) -> int:
        return sum(image.pixelColor(x, y) != LIGHT.base for x in range(116) for y in range(26))

    (idle,), (idle_limited,) = cells({}), cells({"up_limit": 5000})
    assert inked(idle) == 0 < inked(idle_limited)
    (moves,), (moves_limited,) = cells({"up": 2000}), cells({"up": 2000, "up_limit": 5000})
    assert 0 < inked(moves) < inked(moves_limited) < inked(moves) + inked(idle_limited)
    page.take(TORRENT, (peer(1, up=2000, up_limit=5000, down_limit=70_000),))
    (row,) = page.model.rows()
    tip = peer_words.tip_of_address(row).replace("\u00a0", " ")
    assert tip == "203.0.113.1:6881\nWe take at most 70 kB/s from it.\nWe give it at most 5 kB/s."
    assert peer_words.spoken_up(row).replace("\u00a0", " ") == "2 kB/s, limited to 5 kB/s"
    assert peer_words.spoken_down(row).replace("\u00a0", " ") == "limited to 70 kB/s"
    assert peer_words.limited(5000).replace("\u00a0", " ") == "≤ 5 kB/s"
    assert "5 kB/s" in peer_words.tip_of_up(row).replace("\u00a0", " ")


def test_in_a_narrow_window_the_sources_go_below_and_the_sentence_wraps(page: PeersPage) -> None:
    many = Source.TRACKER | Source.DHT | Source.PEX | Source.INCOMING
    page.take(TORRENT, (peer(1, **SENDS, **SERVED, down=9_000_000, up=9_000_000, source=many),))
    one_line = page.sentence.height()
    assert page.sentence.sources.x() > page.sentence.sentence.x()
    page.resize(700, 500)
    page.sentence.resize(700, page.sentence.height())
    two_lines = page.sentence.height()
    assert two_lines > one_line
    assert page.sentence.sources.y() > page.sentence.sentence.y()
    page.sentence.resize(300, page.sentence.height())
    assert page.sentence.sentence.height() > 2 * page.sentence.sentence.ctx.px(13)
    assert page.sentence.height() > two_lines


@pytest.mark.parametrize(
    ("width", "first", "last"), [(1224, "address", "got"), (1010, "address", "up"), (940, "up", "client")]
)
def test_nothing_has_to_be_scrolled_to_at_any_width(page: PeersPage, width: int, first: str, last: str) -> None:
    page.resize(round(width * page.themes.scale), 500)
    page.take(TORRENT, (peer(1),))
    shown = [page.model.columns[number].key for number in page.view.columns.visible()]
    assert (shown[0], shown[-2], shown[-1]) == (first, last, "now")
    assert page.view.columns.length() <= page.view.viewport().width()


def test_what_has_nothing_to_show_steps_back(page: PeersPage, chosen: Settings) -> None:
    def keys() -> set[str]:
        return {page.model.columns[number].key for number in page.view.columns.visible()}

    page.take(TORRENT, (peer(1, host="a.example.net"),))
    assert not {"country", "host"} & keys(), "there is neither a database nor a wish to look names up"
    page.commands.look_up_names(True)
    assert "host" in keys()
    assert chosen.get(settings.privacy.HOST_NAMES)
    page.commands.look_up_names(False)
    assert "host" not in keys()
    assert not page.view.columns.arranged, "the user has arranged nothing"


def test_the_country_steps_back_where_nobody_is_in_one(page: PeersPage, monkeypatch: pytest.MonkeyPatch) -> None:
    def there() -> bool:
        return "country" in {page.model.columns[number].key for number in page.view.columns.visible()}

    monkeypatch.setattr(type(page._engine.peers), "has_countries", True)
    page.take(TORRENT, ())
    assert there(), "nothing is known of who comes"
    page.take(TORRENT, (peer(1), peer(2)))
    assert not there()
    page.take(TORRENT, (peer(1, country="ES"), peer(2)))
    assert there()
    page.take(TORRENT, (peer(2),))
    assert there(), "it does not come and go with each peer"
    page.clear()
    page.take(TORRENT, (peer(2),))
    assert not there()


NOW_ASKED = int(time.time())


@pytest.mark.parametrize(
    ("states", "words"),
    [
        ([], "No peers."),
        ([("t", TrackerState.WORKING, -8), ("u", TrackerState.FAILED, -90)], "No peers: asked 2 trackers 8 s ago."),
        (
            [("t", TrackerState.WORKING, -8), ("DHT", TrackerState.WORKING, None)],
            "No peers: asked 1 trackers 8 s ago, and asks the DHT.",
        ),
        ([("t", TrackerState.FAILED, -8)], "No peers: asked 1 trackers 8 s ago."),
        ([("t", TrackerState.ASKING, None)], "No peers: 1 trackers are being asked."),
        ([("DHT", TrackerState.WORKING, None)], "No peers: the DHT is being asked."),
        ([("DHT", TrackerState.OFF, None), ("t", TrackerState.OFF, None)], "No peers."),
    ],
)
def test_who_was_asked_for_peers(
    states: list[tuple[str, TrackerState, int | None]], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(formats, "time", SimpleNamespace(time=lambda: NOW_ASKED))
    found = [
        Tracker(
            url,
            tier=None,
            state=state,
            kind=Kind.DHT if url == "DHT" else Kind.TRACKER,
            last_announce=None if past is None else NOW_ASKED + past,
        )
        for url, state, past in states
    ]
    assert peer_words.nobody(found).replace("\u00a0", " ") == words


def test_flags_may_be_those_of_utorrent(page: PeersPage, chosen: Settings) -> None:
    page.take(TORRENT, (peer(1, **SENDS, transport=Transport.UTP),))
    assert page.model.row(0).string == "TD"
    page.commands.letters_of_utorrent(True)
    assert chosen.get(settings.appearance.FLAG_LETTERS) is Letters.UTORRENT
    assert page.model.row(0).string == "PD"
    assert page.legend.chip("T").text() == "P µTP"
    page.commands.letters_of_utorrent(False)
    assert page.model.row(0).string == "TD"


def picture(page: PeersPage, key: str) -> QImage:
    """The cell of the first row."""
    number = page.model.column_number(key)
    assert number is not None
    rect = page.view.cell_rect(page.model.index(0, number))
    return page.view.viewport().grab(rect.adjusted(0, 1, 0, -2)).toImage()


def columns_of(image: QImage, colour: QColor) -> list[int]:
    """How many pixels of each column have this colour."""
    return [sum(image.pixelColor(x, y) == colour for y in range(image.height())) for x in range(image.width())]


def test_the_bar_is_strong_where_a_peer_has_what_we_miss(page: PeersPage) -> None:
    half = bytes([255] * 48 + [0] * 48)
    other = bytes([0] * 48 + [255] * 48)
    page.take(TORRENT, (peer(1, progress=0.5, holding=Holding(half, half, 0.5)),))
    left = columns_of(picture(page, "percent"), LIGHT.have)
    page.take(TORRENT, (peer(1, progress=1, holding=Holding(half, bytes(96), 0)),))
    useless = columns_of(picture(page, "percent"), LIGHT.have)
    page.take(TORRENT, (peer(1, progress=0.5, holding=Holding(other, other, 0.5)),))
    right = columns_of(picture(page, "percent"), LIGHT.have)
    assert max(left) == page.view._context.px(8)
    assert left.index(max(left)) == 0
    assert right.index(max(right)) > 10
    assert max(useless) == 0, "what we have too is drawn fainter"


def test_the_bar_of_a_seed_is_one_shape_and_what_it_lacks_is_never_hidden() -> None:
    track, colour = 0xFF343842, 0xFF6BCB8F
    scattered = bytes(Random(3).choices((0, 0, 128, 255), k=96))
    image = strip(Holding(bytes([255] * 96), scattered, 0.4), 46, 8, track, colour)
    pixels = [[image.pixel(x, y) for y in range(8)] for x in range(46)]
    assert all(track not in column for column in pixels), "it has everything"
    assert all(column == sorted(column, key=lambda each: each == colour) for column in pixels), "one part above another"
    changes = sum(one != other for one, other in pairwise(pixels))
    assert changes <= 46 // 3, "not a comb"
    strong = sum(column.count(colour) for column in pixels) / (46 * 8)
    assert abs(strong - sum(scattered) / (96 * 255)) < 0.1, "the area tells how much of it we miss"
    nearly = strip(Holding(bytes([255] * 95 + [250]), bytes([1] + [0] * 95), 0.0), 46, 8, track, colour)
    assert nearly.pixel(45, 0) == track
    assert [nearly.pixel(0, y) for y in range(8)].count(colour) == 2


def test_a_seed_is_full_and_an_idle_cell_empty(page: PeersPage) -> None:
    rates = Rates(down=(5_000, 9_000, 4_000, 8_000), up=(1, 2, 3, 4))
    page.take(TORRENT, (peer(1, progress=1, seed=True, down=4_000, rates=rates),))
    assert sum(map(bool, columns_of(picture(page, "percent"), LIGHT.ok))) > 40
    assert any(columns_of(picture(page, "down"), LIGHT.down))
    up = picture(page, "up")
    assert sum(columns_of(up, LIGHT.base)) == up.width() * up.height()
