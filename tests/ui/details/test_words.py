# SPDX-License-Identifier: GPL-3.0-or-later
"""What the table of peers says: verdicts, cells, orders; and sentences of segments."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QImage, QPainter

from starling import flags
from starling.flags import Facts
from starling.peer import Encryption, Holding, Peer, Source, Transport
from starling.ui.cells import Context
from starling.ui.column import Weight
from starling.ui.details import peer_columns, verdict
from starling.ui.details.peer_columns import PeerRow
from starling.ui.details.sentence import Segment, Sentence, plain, rich, strong
from starling.ui.details.verdict import Doing
from starling.ui.theme import LIGHT, ThemeManager, Token
from starling.ui.tips import plain_tip

pytestmark = pytest.mark.usefixtures("qapp")


def peer(**facts: object) -> Peer:
    return Peer(**{"address": "192.0.2.1", "port": 6881, **facts})  # type: ignore[arg-type]


def row(**facts: object) -> PeerRow:
    made = peer(**facts)
    return PeerRow(made, verdict.of(made, complete=False), flags.of(Facts(made)))


PEER_COLUMNS = {column.key: column for column in peer_columns.columns()}


@pytest.mark.parametrize(
    ("complete", "facts", "doing"),
    [
        (False, {"connecting": True, "down": 5000}, Doing.CONNECTING),
        (False, {"down": 5000, "up": 5000, "we_want": True, "we_choke": False}, Doing.TRADES),
        (False, {"down": 5000, "up": 5000, "we_want": True, "they_want": True}, Doing.SENDS),
        (False, {"down": 5000, "up": 999, "we_want": True}, Doing.SENDS),
        (True, {"up": 5000, "they_want": True}, Doing.GETS),
        (False, {"up": 5000, "snubbed": True}, Doing.GETS),
        (False, {"snubbed": True, "we_want": True, "they_choke": False}, Doing.SNUBBED),
        (False, {"snubbed": True, "we_want": True}, Doing.CHOKES),
        (True, {"snubbed": True, "they_choke": False}, Doing.IDLE),
        (False, {"we_want": True, "they_want": True}, Doing.WAITS),
        (True, {"they_want": True}, Doing.WAITS),
        (False, {"we_want": True}, Doing.CHOKES),
        (False, {"we_want": True, "they_choke": False, "requests_out": 3}, Doing.SILENT),
        (False, {"we_want": True, "they_choke": False}, Doing.UNCLEAR),
        (False, {"they_want": True, "they_choke": False}, Doing.USELESS),
        (False, {"holding": Holding(b"", b"", 0.0)}, Doing.USELESS),
        (False, {"holding": Holding(b"", b"", 0.4)}, Doing.UNCLEAR),
        (True, {}, Doing.IDLE),
        (True, {"they_want": True, "we_choke": False}, Doing.UNCLEAR),
    ],
)
def test_verdicts(complete: bool, facts: dict[str, object], doing: Doing) -> None:
    found = verdict.of(peer(**facts), complete=complete)
    assert found.doing is doing
    assert bool(found.words) is (doing is not Doing.UNCLEAR)


def test_addresses_are_in_the_order_of_numbers() -> None:
    addresses = ["seed.example.org", "::1", "192.0.2.1", "10.0.0.10", "2001:db8::1", "10.0.0.9"]
    value = PEER_COLUMNS["address"].value
    assert sorted(addresses, key=lambda address: value(row(address=address))) == [
        *("10.0.0.9", "10.0.0.10", "192.0.2.1", "::1", "2001:db8::1", "seed.example.org")
    ]


@pytest.mark.parametrize(("progress", "text"), [(0.0, "0"), (0.29, "29"), (0.999999, "99"), (1.0, "100")])
def test_a_peer_that_lacks_a_piece_has_not_100_percent(progress: float, text: str) -> None:
    assert PEER_COLUMNS["percent"].text(row(progress=progress)) == text


def test_idle_cells_are_empty() -> None:
    for key in ("down", "up", "requests", "got", "given", "hash_fails", "encryption", "source"):
        assert PEER_COLUMNS[key].text(row(down=999)) == "", key


def test_what_a_peer_is_stands_in_its_cells() -> None:
    made = row(
        source=Source.PEX | Source.TRACKER,
        found=Source.PEX,
        encryption=Encryption.FULL,
        transport=Transport.UTP,
        requests_out=38,
        requests_in=2,
        downloaded=612_000_000,
    )
    texts = {key: column.text(made) for key, column in PEER_COLUMNS.items()}
    assert texts["source"] == "tracker, PEX"
    assert texts["requests"] == "38 | 2"
    assert texts["got"] == "612\u00a0MB"
    assert (texts["flags"], texts["connection"], texts["encryption"]) == ("TEX", "µTP", "encrypted")
    tip = PEER_COLUMNS["flags"].tooltip
    assert tip is not None
    assert tip(made).splitlines()[-2:] == [
        "X\u2002Found by peer exchange: another peer told us",
        "Known by: tracker, PEX",
    ]


def test_flags_stand_under_their_like() -> None:
    ctx = Context(LIGHT, QFont(), 1.0)
    slot = ctx.px(12)

    def ink(**facts: object) -> set[int]:
        """Slots that are not blank."""
        image = QImage(10 * slot, 24, QImage.Format.Format_RGB32)
        image.fill(LIGHT.base)
        painter = QPainter(image)
        paint = PEER_COLUMNS["flags"].paint
        assert paint is not None
        paint(painter, QRect(0, 0, image.width(), image.height()), row(**facts), ctx)
        painter.end()
        columns = range(image.width())
        return {x // slot for x in columns for y in range(24) if image.pixelColor(x, y) != LIGHT.base}

    assert ink(encryption=Encryption.FULL) == ink(encryption=Encryption.HANDSHAKE) == {5}
    assert ink(found=Source.DHT) == ink(found=Source.LSD) == {6}
    assert ink(we_want=True, they_choke=False, hash_fails=1) == {2, 8}


def test_a_translation_may_put_the_figures_elsewhere() -> None:
    segments = rich("De {all} pares, {some} envían.", {"some": strong("7", Token.DOWN), "all": Segment("17")})
    assert plain(segments) == "De 17 pares, 7 envían."
    assert segments[3] == Segment("7", Token.DOWN, Weight.BOLD)


def test_what_only_adds_to_a_sentence_is_left_out_first(themes: ThemeManager) -> None:
    sentence = Sentence(themes)
    sentence.show_words([strong("All of this is needed.")], [Segment("The rest is not.", Token.MUTED)])
    assert sentence.accessibleName() == "All of this is needed. The rest is not."
    whole = sentence.sizeHint().width()
    assert sentence.least < whole
    sentence.resize(whole, 30)
    wide = sentence.grab().toImage()
    half = (sentence.least + whole) // 2
    sentence.resize(half, 30)
    narrow = sentence.grab().toImage()
    last = range(sentence.least + 8, half)
    assert any(wide.pixelColor(x, y) != wide.pixelColor(0, 0) for x in last for y in range(30))
    assert all(narrow.pixelColor(x, y) == narrow.pixelColor(0, 0) for x in last for y in range(30))
    assert sentence.toolTip() == plain_tip(sentence.text())


def test_a_strangers_words_are_no_html(themes: ThemeManager) -> None:
    sentence = Sentence(themes)
    sentence.show_words([strong('<img src="https://example.org/seen.png"> & more')])
    sentence.resize(20, 30)
    sentence.grab()
    assert sentence.toolTip() == plain_tip('<img src="https://example.org/seen.png"> & more')
