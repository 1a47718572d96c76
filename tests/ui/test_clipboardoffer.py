# SPDX-License-Identifier: GPL-3.0-or-later
"""What was copied elsewhere is offered once, and only where the settings say so."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QProcess, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from starling import settings
from starling.ui import clipboardtext
from starling.ui.clipboardoffer import ClipboardOffer
from starling.ui.theme import ThemeManager
from tests.helpers import User
from tests.swarm import Payload, Swarm
from tests.ui.desk import Desk

HASH = "c12fe1c06bba254a9dc9f519b335aa7c1367a88a"


@pytest.fixture
def desk(user: User, themes: ThemeManager) -> Iterator[Desk]:
    QGuiApplication.clipboard().clear()
    made = Desk(user, themes)
    made.settings.set(settings.automation.CLIPBOARD, True)
    made.settings.set(settings.downloads.SHOW_ADD_DIALOG, False)
    offer = ClipboardOffer(made.settings, user.engine, made.notices, made.incoming, made.window)
    assert offer.parent() is made.window
    made.window.activateWindow()
    user.until(made.window.isActiveWindow)
    yield made
    offer.close()
    made.close()
    QGuiApplication.clipboard().clear()


@pytest.fixture
def payload(swarm: Swarm) -> Payload:
    return swarm.payload(name="Aves", files={"canto.flac": 20_000})


def copies(text: str) -> None:
    """Off screen the clipboard has no owner: what is put there is like what others have copied."""
    assert not QGuiApplication.clipboard().ownsClipboard()
    QGuiApplication.clipboard().setText(text)


def test_a_link_is_offered_once_and_added(desk: Desk, payload: Payload) -> None:
    copies(f"{payload.magnet}&dn=Aves")
    notice = desk.hears("A magnet link was copied: “Aves”.")
    assert notice.button.text() == "Add"
    copies(f"{payload.magnet}&dn=Aves")
    assert [said.times for said in desk.notices.notices] == [1]
    QTest.mouseClick(notice.button, Qt.MouseButton.LeftButton)
    desk.user.sees(payload.id)
    assert desk.notices.notices == ()
    copies("")
    copies(f"magnet:?xt=urn:btih:{payload.id}&dn=in+the+list")
    assert desk.notices.notices == ()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (HASH, f"An info-hash was copied: {HASH}."),
        ("https://example.org/a/b.torrent?x=1", "The address of a .torrent file was copied: “b.torrent”."),
        (f"<magnet:?xt=urn:btih:{HASH}>", "A magnet link was copied."),
        (f"magnet:?xt=urn:btih:{HASH}\nmagnet:?xt=urn:btih:{HASH[::-1]}", "2 links to torrents were copied."),
        (f"magnet:?xt=urn:btih:{HASH}&dn=a\u202eb%0Ac", "A magnet link was copied: “a\ufffdb␊c”."),
    ],
)
def test_what_is_offered_is_named(desk: Desk, text: str, sentence: str) -> None:
    copies(text)
    assert [said.sentence for said in desk.notices.notices] == [sentence]


@pytest.mark.parametrize("text", ["secret", "https://example.org/", "/etc/a.torrent", "magnet:?dn=x", "x" * 200_000])
def test_nothing_else_is(desk: Desk, text: str) -> None:
    copies(text)
    assert desk.notices.notices == ()


def test_a_newer_one_takes_its_place(desk: Desk) -> None:
    copies(f"magnet:?xt=urn:btih:{HASH}&dn=one")
    copies(f"magnet:?xt=urn:btih:{HASH[::-1]}&dn=two")
    assert [said.sentence for said in desk.notices.notices] == ["A magnet link was copied: “two”."]


def test_only_where_the_settings_say_so(desk: Desk) -> None:
    desk.settings.set(settings.automation.CLIPBOARD, False)
    copies(HASH)
    desk.settings.set(settings.automation.CLIPBOARD, True)
    copies(HASH + "\n")
    assert [said.sentence for said in desk.notices.notices] == [f"An info-hash was copied: {HASH}."]


def test_whoever_does_not_hand_it_over_holds_up_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under X11 a child asks; here its output is what is asked for."""
    assert subprocess.run(clipboardtext.COMMAND, check=True, capture_output=True).stdout == b""
    monkeypatch.setattr(clipboardtext.QGuiApplication, "platformName", lambda: "xcb")
    hangs = (sys.executable, "-c", "import time; time.sleep(1000)")
    monkeypatch.setattr(clipboardtext, "COMMAND", hangs)

    def wait(_child: QProcess, _ms: int) -> bool:
        raise AssertionError("the window waits for a child that was killed")

    monkeypatch.setattr(QProcess, "waitForFinished", wait)
    copies("one")
    (child,) = desk.window.findChildren(QProcess)
    desk.user.until(child.processId)
    # What is copied next is asked for at once.
    monkeypatch.setattr(clipboardtext, "COMMAND", (sys.executable, "-c", f"print('magnet:?xt=urn:btih:{HASH}')"))
    copies("two")
    desk.hears("A magnet link was copied.")
    monkeypatch.setattr(clipboardtext, "COMMAND", hangs)
    (reader,) = desk.window.findChildren(clipboardtext.ClipboardText)
    reader._patience.setInterval(1)
    copies("three")
    desk.user.until(lambda: not desk.window.findChildren(QProcess))
    app = QGuiApplication.instance()
    assert app is not None
    desk.user.until(lambda: not app.findChildren(QProcess))
    assert len(desk.notices.notices) == 1
