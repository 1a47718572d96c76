# SPDX-License-Identifier: GPL-3.0-or-later
"""Telling apart what can be opened, in texts, drops and pastes."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl

from starling.items import Kind, is_offer, items_in, items_of, kind_of, normalised

V1 = "0123456789abcdef0123456789abcdef01234567"
V2 = V1 + "89abcdef0123456789abcdef"
MAGNET = f"magnet:?xt=urn:btih:{V1}&dn=A%20film"


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        (MAGNET, Kind.MAGNET),
        (f"MAGNET:?xt.1=urn:btmh:1220{V2}", Kind.MAGNET),
        ("magnet:?dn=nothing", None),
        (V1, Kind.HASH),
        (V1.upper(), Kind.HASH),
        (V2, Kind.HASH),
        (f"1220{V2}", Kind.HASH),
        ("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", Kind.HASH),
        (V1[:-1], None),
        ("https://example.org/a.torrent", Kind.URL),
        ("http://", None),
        ("http://[broken", None),
        ("ftp://example.org/a.torrent", None),
        ("/films/a.torrent", Kind.FILE),
        ("file:///films/a%20b.torrent", Kind.FILE),
        ("file://elsewhere/films/a.torrent", None),
        ("file://[broken", None),
        ("films/a.torrent", None),
        ("hello", None),
        ("", None),
    ],
)
def test_the_form_tells_what_it_is(item: str, kind: Kind | None) -> None:
    assert kind_of(item) is kind


def test_the_engine_gets_paths_and_bare_hashes() -> None:
    assert normalised("file:///films/%C3%BC%20b.torrent") == "/films/ü b.torrent"
    assert normalised("file://localhost/a.torrent") == "/a.torrent"
    assert normalised(f"1220{V2}") == V2
    assert normalised(MAGNET) == MAGNET


def test_a_text_gives_its_links_once_and_no_other_files() -> None:
    text = f"Look:\n <{MAGNET}> \n{MAGNET}\n“https://example.org/x.torrent”\n/etc/passwd\n/tmp/a.torrent\n{V1}\n"
    assert items_in(text) == [MAGNET, "https://example.org/x.torrent", "/tmp/a.torrent", V1]


def test_a_drop_of_files_gives_paths_and_of_links_gives_links(tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "ä b.torrent")), QUrl(MAGNET), QUrl("mailto:a@example.org")])
    mime.setText("something else")
    assert items_of(mime) == [str(tmp_path / "ä b.torrent"), MAGNET]


def test_a_drop_of_text_gives_its_lines() -> None:
    mime = QMimeData()
    mime.setText(f"{V1}\n{MAGNET}")
    assert items_of(mime) == [V1, MAGNET]
    assert items_of(QMimeData()) == []


def test_only_addresses_of_torrents_are_offers() -> None:
    assert is_offer(MAGNET)
    assert is_offer(V1)
    assert is_offer("https://example.org/a.TORRENT?key=1")
    assert not is_offer("https://example.org/")
    assert not is_offer("hello")
