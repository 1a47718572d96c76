# SPDX-License-Identifier: GPL-3.0-or-later
"""The one way in: files, folders, links, duplicates and nonsense, one after another or all at once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from starling import lookinto, settings
from starling.lookinto import look_into
from starling.tasks import cancel_all
from starling.torrent import State
from starling.ui import incoming
from starling.ui.dialogs.entry import Mark
from starling.ui.theme import ThemeManager
from tests.helpers import User
from tests.swarm import Manner, Payload, Swarm, Version
from tests.ui.desk import Desk

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(user: User, themes: ThemeManager) -> Iterator[Desk]:
    made = Desk(user, themes)
    yield made
    made.close()


def payloads(swarm: Swarm, *names: str) -> list[Payload]:
    return [swarm.payload(name=name, files={"a.bin": 20_000, "b.bin": 5}) for name in names]


def listed(desk: Desk) -> list[str]:
    return sorted(torrent.name for torrent in desk.user.engine.torrents.values())


# -- several at once


def test_what_comes_while_the_dialog_stands_joins_it(desk: Desk, swarm: Swarm) -> None:
    one, two, three = payloads(swarm, "one", "two", "three")
    desk.opens(one.torrent_path, two.torrent_path)
    dialog = desk.filled("Add 2 torrents")
    desk.opens(three.torrent_path)
    assert desk.filled("Add 3 torrents") is dialog
    desk.user.until(lambda: "3" in dialog.ok_button.text())
    QTest.keyClick(dialog, KEY.Key_Return)
    desk.user.until(lambda: listed(desk) == ["one", "three", "two"])
    desk.user.until(desk.no_dialog)
    assert desk.added == [one.id, two.id, three.id]


def test_all_are_discarded_at_once(desk: Desk, swarm: Swarm) -> None:
    desk.opens(*(payload.torrent_path for payload in payloads(swarm, "one", "two", "three")))
    QTest.keyClick(desk.filled("Add 3 torrents"), KEY.Key_Escape)
    desk.user.until(desk.no_dialog)
    assert listed(desk) == []
    assert desk.user.engine._running.adder._previews == {}  # type: ignore[union-attr]
    desk.opens(payloads(swarm, "four")[0].torrent_path)
    desk.filled("Add torrent")


# -- without a dialog


def test_without_a_dialog_they_are_added_in_their_order(desk: Desk, swarm: Swarm, tmp_path: Path) -> None:
    made = payloads(swarm, "one", "two", "three")
    desk.opens(*(payload.torrent_path for payload in made), save_path=tmp_path, paused=True, no_dialog=True)
    for payload in made:
        row = desk.user.sees(payload.id, State.PAUSED)
        assert row.save_path == str(tmp_path)
    assert desk.user.queue() == [payload.id for payload in made]
    assert desk.no_dialog()
    assert desk.notices.notices == ()


def test_the_settings_say_whether_to_ask_and_to_start(desk: Desk, swarm: Swarm) -> None:
    desk.settings.set(settings.downloads.SHOW_ADD_DIALOG, False)
    desk.settings.set(settings.downloads.START_ADDED, False)
    (one,) = payloads(swarm, "one")
    desk.opens(one.torrent_path)
    assert desk.user.sees(one.id, State.PAUSED).save_path == str(desk.user.downloads)


def test_a_link_added_without_a_dialog_finds_its_details_in_the_list(desk: Desk, swarm: Swarm) -> None:
    payload = swarm.payload(files={"a.bin": 20_000}, version=Version.V1)
    seed = swarm.seed(payload)
    desk.opens(payload.magnet, no_dialog=True)
    desk.user.sees(payload.id)
    desk.user.connects(payload.id, seed)
    desk.user.sees(payload.id, State.SEEDING)


# -- from the web


def test_an_address_is_fetched_while_its_dialog_stands(desk: Desk, swarm: Swarm) -> None:
    (payload,) = payloads(swarm, "one")
    server = swarm.web_server(payload.torrent_path.parent)
    desk.opens(server.file("one.torrent"))
    dialog = desk.filled()
    assert dialog.name.text() == "one"
    QTest.mouseClick(dialog.ok_button, LEFT)
    desk.user.until(lambda: desk.added == [payload.id])


def test_a_failed_address_is_tried_again_where_nothing_is_lost(
    desk: Desk, swarm: Swarm, monkeypatch: pytest.MonkeyPatch
) -> None:
    (payload,) = payloads(swarm, "one")
    server = swarm.web_server(payload.torrent_path.parent)
    hidden = payload.torrent_path.rename(payload.torrent_path.with_suffix(".later"))
    monkeypatch.setattr(incoming, "_AT_ONCE_S", 0)  # the dialog opens before any answer can come
    desk.opens(server.file("one.torrent"))
    dialog = desk.dialog()
    assert dialog.name.text() == "one"
    dialog.switches.label.setEditText("Films")
    desk.user.until(dialog.page.trouble.isVisible)
    assert "404" in dialog.page.trouble.label.text()
    assert not dialog.ok_button.isEnabled()
    hidden.rename(payload.torrent_path)
    QTest.mouseClick(dialog.page.trouble.button, LEFT)
    dialog = desk.filled()
    assert not dialog.page.trouble.isVisible()
    assert dialog.switches.labels == ("Films",)


def test_a_failed_address_without_a_dialog_can_be_tried_again(desk: Desk, swarm: Swarm) -> None:
    (payload,) = payloads(swarm, "one")
    server = swarm.web_server(payload.torrent_path.parent)
    hidden = payload.torrent_path.rename(payload.torrent_path.with_suffix(".later"))
    desk.opens(server.file("one.torrent"), no_dialog=True)
    notice = desk.hears("404")
    hidden.rename(payload.torrent_path)
    QTest.mouseClick(notice.button, LEFT)
    desk.user.sees(payload.id)
    assert desk.notices.notices == ()


def test_an_address_that_fails_at_once_is_asked_about_when_it_is_tried_again(
    desk: Desk, swarm: Swarm, monkeypatch: pytest.MonkeyPatch
) -> None:
    (payload,) = payloads(swarm, "one")
    server = swarm.web_server(payload.torrent_path.parent)
    hidden = payload.torrent_path.rename(payload.torrent_path.with_suffix(".later"))
    monkeypatch.setattr(incoming, "_AT_ONCE_S", 60)  # the answer comes before a dialog opens
    desk.opens(server.file("one.torrent"))
    notice = desk.hears("404")
    hidden.rename(payload.torrent_path)
    QTest.mouseClick(notice.button, LEFT)
    assert desk.filled().name.text() == "one"
    assert desk.notices.notices == ()


# -- in the list already


def test_a_known_torrent_is_shown_in_the_list_and_no_dialog_opens(desk: Desk, swarm: Swarm) -> None:
    (payload,) = payloads(swarm, "one")
    desk.user.adds(payload)
    desk.opens(payload.torrent_path)
    notice = desk.hears("“one” is in the list already.")
    assert not notice.button.isVisible()
    assert desk.shown == [payload.id]
    assert desk.no_dialog()
    assert desk.user.engine._running.adder._previews == {}  # type: ignore[union-attr]


def test_its_new_trackers_can_be_added(desk: Desk, swarm: Swarm) -> None:
    options = {"name": "one", "files": {"a.bin": 20_000}}
    urls = [f"http://{swarm.address()}:6969/announce" for _ in range(3)]
    known = swarm.payload(**options, trackers=urls[:1])
    desk.user.adds(known, start=False)
    desk.opens(swarm.payload(**options, trackers=urls).torrent_path)
    notice = desk.hears("is in the list already")
    assert notice.button.text() == "Add its 2 new trackers"
    QTest.mouseClick(notice.button, LEFT)
    desk.hears("2 trackers were added to “one”.")
    assert set(urls) <= set(desk.user.trackers(known.id))


def test_an_offer_that_is_closed_is_forgotten(desk: Desk, swarm: Swarm) -> None:
    options = {"name": "one", "files": {"a.bin": 20_000}}
    known = swarm.payload(**options)
    desk.user.adds(known)
    desk.opens(swarm.payload(**options, trackers=[f"http://{swarm.address()}:6969/announce"]).torrent_path)
    desk.hears("is in the list already").close_it()
    assert desk.user.engine._running.adder._previews == {}  # type: ignore[union-attr]
    assert desk.user.run(desk.user.engine.intake.merge_trackers(known.id)) == 0


def test_one_that_turns_out_to_be_known_closes_its_dialog(
    desk: Desk, swarm: Swarm, monkeypatch: pytest.MonkeyPatch
) -> None:
    (payload,) = payloads(swarm, "one")
    desk.user.adds(payload)
    monkeypatch.setattr(incoming, "_AT_ONCE_S", 0)
    desk.opens(payload.torrent_path)
    desk.hears("“one” is in the list already.")
    desk.user.until(desk.no_dialog)
    assert desk.shown == [payload.id]


# -- nonsense


@pytest.mark.parametrize("no_dialog", [False, True])
def test_what_is_no_torrent_is_said_and_the_others_come(
    desk: Desk, swarm: Swarm, tmp_path: Path, no_dialog: bool
) -> None:
    bad = tmp_path / "bad.torrent"
    bad.write_bytes(b"this is no torrent")
    (good,) = payloads(swarm, "good")
    desk.opens(bad, tmp_path / "missing.torrent", "magnet:?dn=nothing", good.torrent_path, no_dialog=no_dialog)
    if not no_dialog:
        dialog = desk.dialog("Add 4 torrents")
        desk.user.until(dialog.ok_button.isEnabled)
        assert [entry.mark for entry in dialog.entries] == [Mark.FAILED] * 3 + [Mark.READY]
        assert desk.notices.notices == ()
        QTest.mouseClick(dialog.ok_button, LEFT)
    desk.user.sees(good.id)
    desk.user.until(lambda: len(desk.notices.notices) == 3)
    sentences = [notice.sentence for notice in desk.notices.notices]
    for words in ("bad.torrent", "missing.torrent", "magnet"):
        assert any(words in sentence for sentence in sentences)


def test_a_file_that_is_broken_needs_no_dialog(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incoming, "_AT_ONCE_S", 60)
    bad = tmp_path / "bad.torrent"
    bad.write_bytes(b"this is no torrent")
    desk.opens(bad)
    desk.hears("bad.torrent")
    assert desk.no_dialog()


def test_files_that_nobody_wants_are_skipped_without_a_dialog(desk: Desk, swarm: Swarm) -> None:
    desk.settings.set(settings.downloads.EXCLUDED, ("b.*",))
    (one,) = payloads(swarm, "one")
    desk.opens(one.torrent_path, no_dialog=True)
    desk.user.sees(one.id)
    assert sorted(desk.user.priorities(one.id)) == [0, 4]


def test_a_folder_that_cannot_be_used_is_said(desk: Desk, swarm: Swarm) -> None:
    (payload,) = payloads(swarm, "one")
    desk.opens(payload.torrent_path, save_path=payload.torrent_path, no_dialog=True)
    desk.hears("is a file, not a folder")
    assert desk.user.engine._running.adder._previews == {}  # type: ignore[union-attr]
    assert listed(desk) == []


# -- folders


def test_a_folder_brings_its_torrents_and_those_of_the_folders_in_it(desk: Desk, swarm: Swarm, tmp_path: Path) -> None:
    deep = tmp_path / "new" / "deep"
    deep.mkdir(parents=True)
    one, two = payloads(swarm, "one", "two")
    shutil.copy(one.torrent_path, tmp_path / "new" / "A.TORRENT")
    shutil.copy(two.torrent_path, deep)
    (deep / "notes.txt").write_text("x")
    desk.opens((tmp_path / "new").as_uri(), no_dialog=True)
    desk.user.until(lambda: listed(desk) == ["one", "two"])


def test_a_folder_without_torrents_is_said(desk: Desk, tmp_path: Path) -> None:
    desk.opens(tmp_path)
    desk.hears("There is no .torrent file in", str(tmp_path))


def test_looking_into_a_folder_has_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        (tmp_path / f"{number}.torrent").touch()
    assert look_into(str(tmp_path / "0.torrent")).files == (str(tmp_path / "0.torrent"),)
    assert len(look_into(str(tmp_path)).files) == 5
    monkeypatch.setattr(lookinto, "_MOST", 3)
    found = look_into(str(tmp_path))
    assert found.cut
    assert [Path(file).name for file in found.files] == ["0.torrent", "1.torrent", "2.torrent"]
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "deep.torrent").touch()
    (tmp_path / "loop").symlink_to(tmp_path)
    monkeypatch.setattr(lookinto, "_MOST", 100)
    assert len(look_into(str(tmp_path)).files) == 6
    monkeypatch.setattr(lookinto, "_DEPTH", 1)
    assert look_into(str(tmp_path)).cut
    monkeypatch.setattr(lookinto, "_VISITED", 2)
    assert look_into(str(tmp_path)).cut


def test_too_large_a_folder_is_said(desk: Desk, swarm: Swarm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for payload in payloads(swarm, "one", "two"):
        shutil.copy(payload.torrent_path, tmp_path)
    monkeypatch.setattr(lookinto, "_MOST", 1)
    desk.opens(tmp_path, no_dialog=True)
    desk.hears("holds too much", "1 .torrent files")
    desk.user.until(lambda: listed(desk) == ["one"])


# -- the end


def test_the_program_ends_with_a_dialog_open(desk: Desk, swarm: Swarm) -> None:
    payload = swarm.payload(files={"a.bin": 20_000}, version=Version.V1)
    swarm.seed(payload, manner=Manner.METADATA_ONLY)
    desk.opens(payload.magnet, *(each.torrent_path for each in payloads(swarm, "two", "three")))
    desk.dialog("Add 3 torrents")
    desk.user.run(cancel_all())
    assert desk.no_dialog()
