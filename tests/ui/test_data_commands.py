# SPDX-License-Identifier: GPL-3.0-or-later
"""Moving data, other names and .torrent files, from the menu to the disk."""

import os
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from starling import settings
from starling.engine import relocation_copy
from starling.torrent import State
from starling.ui.dialogs.name import NameDialog
from starling.ui.dialogs.relocate import RelocateDialog
from tests.swarm import Payload
from tests.ui.person import Person


@pytest.fixture
def elsewhere() -> Iterator[Path]:
    """A folder on another volume, where there is one."""
    shared = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else None, prefix="starling-test-") as folder:
        yield Path(folder)


def opens(person: Person, payload: Payload) -> RelocateDialog:
    person.has_all(payload)
    person.sees(payload.name, lambda t: t.has_metadata)
    person.program.engine.start([payload.id])
    person.sees(payload.name, State.SEEDING)
    person.selects(payload.name)
    person.chooses("Torrent", "Move the data")
    dialog = person.dialog(RelocateDialog)
    person.until(lambda: dialog.save_in.place is not None)
    return dialog


def picture(person: Person, name: str, dialog: object = None) -> None:
    if folder := os.environ.get("SHOTS"):
        (dialog or person.window).grab().save(f"{folder}/{name}.png")  # type: ignore[attr-defined]


def test_data_are_moved_from_the_menu(
    person: Person, payload: Payload, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, go = threading.Event(), threading.Event()
    copied = relocation_copy._copy

    def copy(old: Path, new: Path, progress: relocation_copy.Progress) -> None:
        copied(old, new, progress)
        reached.set()
        go.wait(20)

    monkeypatch.setattr(relocation_copy, "_copy", copy)
    dialog = opens(person, payload)
    assert not dialog.move_button.isEnabled()
    picture(person, "relocate-same", dialog)
    dialog.save_in.combo.setEditText(str(elsewhere / "new"))
    person.until(lambda: dialog.move_button.isEnabled() and dialog.save_in.place is not None)
    person.until(lambda: "copied" in dialog.hint.text())
    label = dialog.save_in._room.label
    person.until(lambda: "will be made" in label.text() and label.height() >= label.heightForWidth(label.width()))
    picture(person, "relocate-copy", dialog)
    dialog.move_button.click()
    try:
        person.until(reached.is_set)
        person.sees(payload.name, State.MOVING, lambda t: t.moving is not None and t.moving.done)
        assert str(elsewhere / "new") in person.cells("status")[0]
        picture(person, "moving")
    finally:
        go.set()
    person.sees(payload.name, lambda t: t.save_path == str(elsewhere / "new") and t.state is State.SEEDING)
    assert payload.arrives(elsewhere / "new") == ()


def test_a_copy_is_stopped_from_the_menu(
    person: Person, payload: Payload, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, go = threading.Event(), threading.Event()
    copied = relocation_copy._copy

    def copy(old: Path, new: Path, progress: relocation_copy.Progress) -> None:
        reached.set()
        go.wait(20)
        copied(old, new, progress)

    monkeypatch.setattr(relocation_copy, "_copy", copy)
    dialog = opens(person, payload)
    dialog.save_in.combo.setEditText(str(elsewhere / "new"))
    person.until(lambda: dialog.move_button.isEnabled() and dialog.save_in.place is not None)
    dialog.move_button.click()
    try:
        person.until(reached.is_set)
        person.sees(payload.name, State.MOVING)
        person.chooses("Torrent", "Stop moving")
    finally:
        go.set()
    person.sees(payload.name, State.SEEDING)
    person.until(lambda: not (elsewhere / "new").exists())
    assert payload.arrives(person.downloads) == ()


def test_files_that_are_there_already(person: Person, payload: Payload, tmp_path: Path) -> None:
    dialog = opens(person, payload)
    person.downloads.rename(tmp_path / "by hand")
    dialog.there_box.setChecked(True)
    dialog.save_in.combo.setEditText(str(tmp_path / "by hand"))
    person.until(lambda: dialog.move_button.isEnabled() and dialog.save_in.place is not None)
    picture(person, "relocate-there", dialog)
    dialog.move_button.click()
    person.sees(payload.name, State.SEEDING, lambda t: t.save_path == str(tmp_path / "by hand"))


def test_another_name(person: Person, payload: Payload) -> None:
    person.offers(payload)
    person.selects(payload.name)
    person.presses("F2")
    dialog = person.dialog(NameDialog)
    picture(person, "name", dialog)
    person.types("Birds", dialog.field)
    dialog.rename_button.click()
    person.sees("Birds")
    person.comes_back()
    assert person.names() == ["Birds"]


def test_torrent_files_for_others(person: Person, payload: Payload, tmp_path: Path) -> None:
    person.offers(payload)
    person.selects(payload.name)
    person.chooses("Torrent", "Export .torrent files")
    dialog = person.dialog(QFileDialog)
    line = dialog.findChild(QLineEdit)
    assert line is not None
    line.setText(str(tmp_path))
    dialog.accept()
    person.reads(str(tmp_path))
    assert (tmp_path / f"{payload.name}.torrent").stat().st_size


def test_what_is_not_complete_yet_goes_later(person: Person, payload: Payload, tmp_path: Path) -> None:
    person.program.settings.set(settings.downloads.INCOMPLETE_FOLDER, str(tmp_path / "incomplete"))
    person.until(lambda: person.program.engine._get_config().data.incomplete)
    person.offers(payload)
    person.sees(payload.name, lambda t: t.save_path == str(tmp_path / "incomplete"))
    person.selects(payload.name)
    person.chooses("Torrent", "Move the data")
    dialog = person.dialog(RelocateDialog)
    dialog.save_in.combo.setEditText(str(tmp_path / "new"))
    person.until(lambda: dialog.move_button.isEnabled() and dialog.save_in.place is not None)
    person.until(lambda: "goes there when it is" in dialog.hint.text())
    picture(person, "relocate-later", dialog)
    dialog.move_button.click()
    person.reads(str(tmp_path / "new"), "when it is complete")
    person.sees(payload.name, lambda t: t.destination == str(tmp_path / "new"))
