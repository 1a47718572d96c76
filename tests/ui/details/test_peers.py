# SPDX-License-Identifier: GPL-3.0-or-later
"""The Peers tab: what it says of each peer, the clickable legend, and what can be done to peers."""

import time
from dataclasses import replace
from itertools import pairwise
from random import Random
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from starling import formats, settings
from starling.flags import Letters
from starling.peer import Encryption, Holding, Peer, Rates, Source, Transport
from starling.settings import Settings
from starling.torrent import State, Torrent
from starling.tracker import Kind, Tracker, TrackerState
from starling.ui.cells import Context
from starling.ui.details import peer_words
from starling.ui.details.peer_cells import strip
from starling.ui.details.peer_row import rows_of, slots_of
from starling.ui.details.peers import PeersPage
from starling.ui.theme import LIGHT
from tests.helpers import User

PEERS = 2
LEFT = Qt.MouseButton.LeftButton
TORRENT = Torrent("a", "Sita", State.DOWNLOADING, size=8_000_000_000, done=2_000_000_000, known_peers=46)
NOW = 1_700_000_000
SENDS = {"we_want": True, "they_choke": False}
CHOKES = {"we_want": True, "they_choke": True}
SERVED = {"they_want": True, "we_choke": False}


def peer(number: int, /, **facts: object) -> Peer:
    return Peer(f"203.0.113.{number}", 6881, **facts)  # type: ignore[arg-type]


@pytest.fixture
def page(peers_page: PeersPage) -> PeersPage:
    return peers_page


def shown(page: PeersPage) -> list[str]:
    return [row.peer.address.rpartition(".")[2] for row in page.model.rows()]


def verdicts(*peers: Peer, torrent: Torrent = TORRENT) -> list[str]:
    return [row.verdict.words.replace("\u00a0", " ") for row in rows_of(torrent, peers, now=NOW)]


# What is said


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
        ([], "No peers yet."),
        ([("t", TrackerState.WORKING, -8), ("u", TrackerState.FAILED, -90)], "No peers yet: asked 2 trackers 8 s ago."),
        (
            [("t", TrackerState.WORKING, -8), ("DHT", TrackerState.WORKING, None)],
            "No peers yet: asked 1 trackers 8 s ago, and asks the DHT.",
        ),
        ([("t", TrackerState.FAILED, -8)], "No peers yet: asked 1 trackers 8 s ago, and got no answer."),
        ([("t", TrackerState.ASKING, None)], "No peers yet: 1 trackers are being asked."),
        ([("DHT", TrackerState.WORKING, None)], "No peers yet: the DHT is being asked."),
        ([("DHT", TrackerState.OFF, None), ("t", TrackerState.OFF, None)], "No peers yet."),
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


# What is painted


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


# The legend filters

FILTERED = (
    peer(1, **SENDS, encryption=Encryption.FULL, source=Source.DHT, found=Source.DHT),
    peer(2, **SENDS, source=Source.TRACKER),
    peer(3, **CHOKES, encryption=Encryption.FULL, source=Source.DHT | Source.TRACKER),
    peer(4, **CHOKES, source=Source.TRACKER),
)


def clicks(page: PeersPage, letter: str) -> None:
    chip = page.legend.chip(letter)
    QTest.mouseClick(chip, LEFT, pos=QPoint(chip.width() - 4, chip.height() // 2))


def test_letters_and_sources_are_clicked_together_and_all_come_back(page: PeersPage) -> None:
    page.take(TORRENT, FILTERED)
    assert not page.bar.isVisible()
    clicks(page, "E")
    assert set(shown(page)) == {"1", "3"}
    QTest.mouseClick(page.sentence.sources.chip(Source.TRACKER), LEFT)
    assert shown(page) == ["3"]
    assert page.bar.isVisible()
    assert page.bar.sentence.text() == "1 of 4 peers: E encrypted + known by tracker"
    page.take(TORRENT, (*FILTERED, peer(5, encryption=Encryption.FULL, source=Source.TRACKER)))
    assert set(shown(page)) == {"3", "5"}, "it holds for those who come later"
    clicks(page, "E")
    assert set(shown(page)) == {"2", "3", "4", "5"}
    QTest.mouseClick(page.bar.all_button, LEFT)
    assert len(shown(page)) == 5
    assert page.legend.on() == page.sentence.sources.on() == []
    assert not page.bar.isVisible()


def test_words_find_addresses_clients_and_what_peers_do(page: PeersPage) -> None:
    page.take(TORRENT, (*FILTERED, peer(5, client="µTorrent 3.5.4", country="DE"), peer(6, client="-BT7a4S-")))
    field = page.sentence.filter
    assert field.isVisible()

    def finds(text: str) -> set[str]:
        field.setText(text)
        field.tell()
        return set(shown(page))

    assert finds("chokes") == {"3", "4"}
    assert finds("bt7a4s") == {"6"}
    assert finds("113.5") == {"5"}
    assert finds("germany 3.5") == {"5"}
    assert page.bar.sentence.text().endswith("“germany” + “3.5”")
    clicks(page, "D")
    assert page.view.empty_text.endswith("“germany” + “3.5”. Esc shows all.")
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert len(shown(page)) == 6
    assert field.text() == ""


def test_the_filter_says_what_nobody_has_and_goes_with_escape_or_another_torrent(page: PeersPage, user: User) -> None:
    page.take(TORRENT, FILTERED)
    page.activateWindow()
    user.until(page.isActiveWindow)
    clicks(page, "D")
    clicks(page, "d")
    assert shown(page) == []
    assert page.view.empty_text == "No peer has D it sends to us + d it chokes us. Esc shows all."
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert len(shown(page)) == 4
    clicks(page, "d")
    user.until(page.legend.hasFocus)
    QTest.keyClick(page.legend, Qt.Key.Key_Escape)
    assert len(shown(page)) == 4
    clicks(page, "d")
    page.clear()
    page.take(TORRENT, FILTERED)
    assert len(shown(page)) == 4


class Paints(QObject):
    """Counts how often a widget is painted by itself."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_the_legend_is_one_stop_with_arrows_and_says_what_it_is(page: PeersPage, user: User) -> None:
    page.take(TORRENT, FILTERED)
    page.activateWindow()
    page.legend.setFocus()
    user.until(page.legend.hasFocus)
    assert page.legend.accessibleName() == "Show peers by flag: D it sends to us, off"
    QTest.keyClick(page.legend, Qt.Key.Key_Right)
    QTest.keyClick(page.legend, Qt.Key.Key_Space)
    assert page.legend.accessibleName() == "Show peers by flag: d it chokes us, on"
    assert set(shown(page)) == {"3", "4"}
    chip = page.legend.chip("d")
    told = QAccessible.queryAccessibleInterface(chip)
    assert told.role() == QAccessible.Role.CheckBox
    assert told.state().checked
    assert all(other.focusPolicy() == Qt.FocusPolicy.NoFocus for other in page.legend.chips)
    painted = Paints(chip)
    places = [other.geometry() for other in page.legend.chips]
    off = page.legend.chip("D").grab().toImage()
    QTest.mouseClick(page.legend.chip("D"), LEFT)
    assert page.legend.current is page.legend.chip("D"), "the ring is where the click was"
    user.until(lambda: painted.count)
    assert [other.geometry() for other in page.legend.chips] == places, "nothing moves"
    assert page.legend.chip("D").grab().toImage() != off


def test_the_keyboard_stays_on_its_chip_when_others_come_and_go(page: PeersPage, user: User) -> None:
    pex, dht, tracker = (
        peer(number, source=source) for number, source in enumerate((Source.PEX, Source.DHT, Source.TRACKER))
    )
    page.take(TORRENT, (dht, pex))
    page.activateWindow()
    chips = page.sentence.sources
    chips.setFocus()
    user.until(chips.hasFocus)
    QTest.keyClick(chips, Qt.Key.Key_Right)
    assert "PEX, off" in chips.accessibleName()
    page.take(TORRENT, (dht, pex, tracker))
    assert "PEX, off" in chips.accessibleName()
    QTest.keyClick(chips, Qt.Key.Key_Space)
    assert chips.on() == [Source.PEX]
    QTest.keyClick(chips, Qt.Key.Key_Space)
    page.take(TORRENT, (tracker,))
    assert "tracker, off" in chips.accessibleName(), "it goes where its chip was"
    QTest.keyClick(chips, Qt.Key.Key_Space)
    assert chips.on() == [Source.TRACKER]


def test_letters_of_who_found_first_and_sources_say_how_they_differ(page: PeersPage) -> None:
    page.take(TORRENT, (peer(1, found=Source.TRACKER, source=Source.TRACKER | Source.PEX),))
    assert page.sentence.sources.chip(Source.PEX).mark.mark == "1"
    assert "known by this source, first or since" in page.sentence.sources.chip(Source.PEX).toolTip()
    clicks(page, "X")
    assert shown(page) == []
    assert "found by peer exchange first" in page.legend.chip("X").toolTip()
    number = page.model.column_number("flags")
    assert number is not None
    tip = page.model.columns[number].tooltip
    page.show_all()
    assert tip is not None
    assert tip(page.model.row(0)).endswith("Known by: tracker, PEX")


def test_rare_letters_are_explained_once_somebody_has_them(page: PeersPage) -> None:
    page.take(TORRENT, FILTERED)
    letters = [chip.mark.mark for chip in page.legend.chips]
    assert not set("?LhF") & set(letters)
    page.take(TORRENT, (peer(1, hash_fails=2), peer(2, we_choke=False, they_choke=False)))
    page.take(TORRENT, FILTERED)
    assert {"?", "F"} <= {chip.mark.mark for chip in page.legend.chips}, "they do not come and go"
    page.resize(1224, 280)
    short = {chip.mark.mark for chip in page.legend.chips}
    assert short == {"D", "d", "K", "E", "H", "?", "F"}, "where room is short, what stands in the table"
