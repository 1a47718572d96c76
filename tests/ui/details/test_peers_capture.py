# SPDX-License-Identifier: GPL-3.0-or-later
"""The Peers tab that was captured from Transmission, row for row, through our rows and columns.

| up | down | % | flags | address | client |
|---|---|---|---|---|---|
| | 2 kB/s | 100 % | TDEH | 90.173.145.63 | µTorrent 5.3.3 |
| | | 0 % | T?E | 91.116.153.161 | µTorrent 3.5.4 |
| | 59 kB/s | 100 % | DuEX | 91.117.83.127 | BitSpirit 3.6.0 |
| | 122 kB/s | 100 % | DE | 92.185.94.130 | µTorrent 3.5.4 |
| | 11 kB/s | 100 % | TDE | 92.190.8.150 | µTorrent 3.5.4 |
| 40 kB/s | 8 kB/s | 17 % | TDUE | 95.16.87.17 | µTorrent 3.5.4 |
| | 3 kB/s | 99 % | TDUEX | 95.16.231.93 | qBittorrent 4.1.3 |
| | 11 kB/s | 100 % | TDE | 95.23.226.237 | -BT7a4S- |

What we write another way, on purpose: the sign of percent stands in the header, beside the bar.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from starling import formats
from starling.peer import Encryption, Peer, Source, Transport
from starling.torrent import State, Torrent
from starling.ui.details.peer_columns import NARROW, columns
from starling.ui.details.peer_row import rows_of
from tests.languages import speak, translations

UTP = {"transport": Transport.UTP, "encryption": Encryption.FULL}
TCP = {"encryption": Encryption.FULL}
SENDS = {"we_want": True, "they_choke": False}
SERVED = {"they_want": True, "we_choke": False}


def peer(address: str, client: str, progress: float, down: int = 0, up: int = 0, **facts: object) -> Peer:
    return Peer(address, 6881, client, progress, down, up, seed=progress == 1, **facts)  # type: ignore[arg-type]


PEERS = (
    peer("90.173.145.63", "µTorrent 5.3.3", 1, 2_300, **UTP, **SENDS, found=Source.DHT),
    peer("91.116.153.161", "µTorrent 3.5.4", 0, 900, 0, **UTP, we_choke=False, found=Source.TRACKER),
    peer("91.117.83.127", "BitSpirit 3.6.0", 1, 59_900, **TCP, **SENDS, they_want=True, found=Source.PEX),
    peer("92.185.94.130", "µTorrent 3.5.4", 1, 122_000, **TCP, **SENDS, found=Source.TRACKER),
    peer("92.190.8.150", "µTorrent 3.5.4", 1, 11_000, **UTP, **SENDS),
    peer("95.16.87.17", "µTorrent 3.5.4", 0.17, 8_000, 40_000, **UTP, **SENDS, **SERVED),
    peer("95.16.231.93", "qBittorrent 4.1.3", 0.9999, 3_000, **UTP, **SENDS, **SERVED, found=Source.PEX),
    peer("95.23.226.237", "-BT7a4S-", 1, 11_000, **UTP, **SENDS),
)
SHOWN = [
    ["", "2 kB/s", "100", "TDEH", "90.173.145.63", "µTorrent 5.3.3"],
    ["", "", "0", "T?E", "91.116.153.161", "µTorrent 3.5.4"],
    ["", "59 kB/s", "100", "DuEX", "91.117.83.127", "BitSpirit 3.6.0"],
    ["", "122 kB/s", "100", "DE", "92.185.94.130", "µTorrent 3.5.4"],
    ["", "11 kB/s", "100", "TDE", "92.190.8.150", "µTorrent 3.5.4"],
    ["40 kB/s", "8 kB/s", "17", "TDUE", "95.16.87.17", "µTorrent 3.5.4"],
    ["", "3 kB/s", "99", "TDUEX", "95.16.231.93", "qBittorrent 4.1.3"],
    ["", "11 kB/s", "100", "TDE", "95.23.226.237", "-BT7a4S-"],
]
TITLES = {
    "en": ["Up", "Down", "%", "Flags", "Address", "Client"],
    "es": ["Subida", "Descarga", "%", "Indicadores", "Dirección", "Cliente"],
}
TORRENT = Torrent("a", "Sita", State.DOWNLOADING, size=8_000_000_000, done=2_000_000_000)


@pytest.fixture(params=sorted(TITLES))
def language(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[str]:
    """The program speaks this."""
    with translations(tmp_path):
        speak(request.param)
        formats.use(QLocale())
        yield request.param


def test_the_captured_view(language: str) -> None:
    described = {column.key: column for column in columns()}
    keys = [key for key in NARROW if key not in {"country", "now"}]
    rows = rows_of(TORRENT, PEERS)
    assert [described[key].title for key in keys] == TITLES[language]
    shown = [[described[key].text(row).replace(formats.NBSP, " ") for key in keys] for row in rows]
    assert shown == SHOWN


def test_every_cell_of_it_can_be_read_aloud_and_explained(language: str) -> None:
    for row in rows_of(TORRENT, PEERS):
        for column in columns():
            assert isinstance((column.spoken or column.text)(row), str)
            assert not column.tooltip or isinstance(column.tooltip(row), str)
            assert column.help, f"{column.key} has no help"
