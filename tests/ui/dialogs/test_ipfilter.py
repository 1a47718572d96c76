# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog of the IP filter: over an engine that runs, with files as people name them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from starling import settings
from starling.engine import pack
from starling.ui.dialogs.banned import BannedDialog
from starling.ui.dialogs.ipfilter import IpFilterDialog
from tests.swarm import Swarm, Version
from tests.ui.desk import Desk

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(desk: Desk) -> Iterator[IpFilterDialog]:
    user = desk.user

    def apply(_key: str) -> None:
        # As the program does.
        wanted = pack.config(desk.settings)
        user.engine.apply(replace(user.config, ip_filter=wanted.ip_filter, banned=wanted.banned))

    desk.settings.changed.connect(apply)
    made = IpFilterDialog(user.engine, desk.settings, desk.window)
    made.open()
    yield made
    made.close()
    desk.settings.changed.disconnect(apply)


def shown(dialog: IpFilterDialog) -> dict[str, str]:
    """What is said now, by label."""
    labels = {"state": dialog.state, "problem": dialog.problem, "refused": dialog.refused, "verdict": dialog.verdict}
    return {name: label.text().replace("\u200b", "") for name, label in labels.items() if label.isVisibleTo(dialog)}


def types_path(dialog: IpFilterDialog, text: str) -> None:
    dialog.path.setText(text)
    dialog.path.editingFinished.emit()


def test_a_file_holds_as_soon_as_it_is_named_and_is_read_again(
    desk: Desk, dialog: IpFilterDialog, tmp_path: Path, swarm: Swarm
) -> None:
    file = tmp_path / "list.txt"
    file.write_text("192.0.2.0/24\nno line\n192.0.2.0 - 192.0.2.9 , 200 , friends\n9.9.9.9-1.1.1.1\n")
    assert shown(dialog) == {"state": "No filter is in force.", "verdict": ""}
    assert not dialog.again_button.isEnabled()
    types_path(dialog, str(file))
    assert dialog.on.isChecked()
    assert desk.settings.get(settings.privacy.IP_FILTER_ON)
    desk.user.until(lambda: "1 ranges are in force; 2 lines could not be read. Read" in dialog.state.text())
    assert "Read just now; the file is of " in dialog.state.text()
    assert "1 ranges are allowed by the list itself." in dialog.state.text()
    assert dialog.named.toPlainText() == "2: no line\n4: 9.9.9.9-1.1.1.1"
    desk.user.noted.clear()
    file.write_text("192.0.2.0/24\n198.51.100.7\n")
    QTest.mouseClick(dialog.again_button, LEFT)
    desk.user.until(lambda: shown(dialog)["state"].startswith("2 ranges are in force. Read"))
    assert not dialog.named.isVisibleTo(dialog)
    file.unlink()
    QTest.mouseClick(dialog.again_button, LEFT)
    desk.user.until(lambda: "problem" in shown(dialog))
    assert shown(dialog)["problem"] == f"The IP filter {file} is not there."
    assert shown(dialog)["state"].startswith("2 ranges are in force.")
    desk.user.hears("is not there", "What was read before stays in force.")
    types_path(dialog, "none.txt")
    assert "must be a full path" in shown(dialog)["problem"]
    assert desk.settings.get(settings.privacy.IP_FILTER) == str(file)
    dialog.on.setChecked(False)
    assert shown(dialog)["state"] == "No filter is in force."


def test_who_is_kept_out_is_counted_and_an_address_can_be_tried(
    desk: Desk, dialog: IpFilterDialog, tmp_path: Path, swarm: Swarm
) -> None:
    user, file = desk.user, tmp_path / "list.p2p"
    payload = swarm.payload(version=Version.V1, files=2_000_000)
    seed = swarm.seed(payload, up=20_000)
    file.write_text(f"a: b:{seed.ip}-{seed.ip}\n")
    types_path(dialog, str(file))
    user.until(lambda: "1 ranges are in force." in dialog.state.text())
    id = user.adds(payload)
    user.connects(id, seed)
    user.until(lambda: "kept out" in shown(dialog).get("refused", ""))
    assert "Since the start 1 peers were kept out" in shown(dialog)["refused"]

    def says(address: str, *more: str) -> str:
        dialog.test.setText(address)
        user.until(lambda: all(word in dialog.verdict.text() for word in (address, *more)))
        return dialog.verdict.text()

    assert says(seed.ip, "Line") == f"{seed.ip} is kept out by the list: {seed.ip}.\nLine 1: a: b:{seed.ip}-{seed.ip}"
    assert says("192.0.2.1") == "192.0.2.1 is let in."
    QTest.mouseClick(dialog.banned_button, LEFT)
    user.until(lambda: [each for each in dialog.findChildren(BannedDialog) if each.isVisible()])
    (bans,) = dialog.findChildren(BannedDialog)
    bans.field.setPlainText("192.0.2.0/24")
    bans.accept()
    assert says("192.0.2.2") == "192.0.2.2 is kept out: you banned 192.0.2.0/24."
    user.run(user.engine.peers.kick(["198.51.100.1"]))
    assert says("198.51.100.1") == "198.51.100.1 was kicked, and is kept out for some minutes."
    dialog.test.setText("nonsense")
    user.until(lambda: dialog.verdict.text() == "That is no address.")
    dialog.test.clear()
    user.until(lambda: dialog.verdict.text() == "")


def test_a_file_is_chosen_and_what_is_set_elsewhere_is_followed(
    desk: Desk, dialog: IpFilterDialog, tmp_path: Path
) -> None:
    file = tmp_path / "list.txt"
    file.write_text("192.0.2.0/24\n")
    dialog.on.click()
    assert shown(dialog)["problem"] == "No list is chosen: nobody is kept out."
    desk.user.until(lambda: [each for each in dialog.findChildren(QFileDialog) if each.isVisible()])
    (chooser,) = dialog.findChildren(QFileDialog)
    assert chooser.fileMode() is QFileDialog.FileMode.ExistingFile
    field = chooser.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(field, QLineEdit)
    field.setText(str(file))
    QTest.keyClick(field, Qt.Key.Key_Return)
    desk.user.until(lambda: "1 ranges are in force." in dialog.state.text())
    assert dialog.path.text() == str(file)
    desk.settings.set(settings.privacy.IP_FILTER_ON, False)
    assert not dialog.on.isChecked()
    desk.settings.set(settings.privacy.IP_FILTER, "/elsewhere")
    assert dialog.path.text() == "/elsewhere"
    dialog.close()
