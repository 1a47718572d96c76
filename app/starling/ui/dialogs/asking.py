# SPDX-License-Identifier: GPL-3.0-or-later
"""Awaiting a dialog: it is opened and the event loop goes on, where exec() would tear other tasks apart."""

import asyncio
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget
from shiboken6 import isValid

from starling.items import TORRENT


async def ask(dialog: QDialog) -> int:
    """Open a dialog, modal to its parent's window, and wait for the result it is finished with; then it is deleted.

    Read what was entered before the next await. Cancelling closes the dialog.
    """
    answer: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def finished(result: int) -> None:
        if not answer.done():
            answer.set_result(result)

    dialog.finished.connect(finished)
    dialog.open()
    try:
        return await answer
    finally:
        if isValid(dialog):  # its parent may have taken it along
            dialog.hide()
            dialog.deleteLater()


async def choose_files(parent: QWidget | None, title: str, folder: str, filters: Sequence[str]) -> list[str]:
    """Let the user pick files that exist; an empty list if they did not."""
    dialog = QFileDialog(parent, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters(list(filters))
    return dialog.selectedFiles() if await ask(dialog) else []


async def choose_file(parent: QWidget | None, title: str, folder: str, filters: Sequence[str]) -> str:
    """Let the user pick one file that exists; empty if they did not."""
    dialog = QFileDialog(parent, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(list(filters))
    return dialog.selectedFiles()[0] if await ask(dialog) else ""


async def choose_torrents(parent: QWidget | None, folder: str) -> list[str]:
    """Let the user pick .torrent files."""
    kinds = (
        QCoreApplication.translate("Dialogs", "Torrents (*{suffix})").format(suffix=TORRENT),
        QCoreApplication.translate("Dialogs", "All files (*)"),
    )
    return await choose_files(parent, QCoreApplication.translate("Dialogs", "Open torrents"), folder, kinds)


async def choose_new_file(parent: QWidget | None, title: str, path: str, kind: str) -> str:
    """Let the user say where a file shall be written, `path` being the proposal; empty if they did not.

    `kind` is a name filter like "Tables (*.csv)"; its ending is added where none was typed. What exists already was
    agreed to be replaced.
    """
    folder, _, name = path.rpartition("/")
    dialog = QFileDialog(parent, title, folder)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([kind])
    dialog.setDefaultSuffix(kind.rpartition("*.")[2].rstrip(")"))
    dialog.selectFile(name)
    return dialog.selectedFiles()[0] if await ask(dialog) else ""


async def choose_folder(parent: QWidget | None, title: str, folder: str) -> str:
    """Let the user pick a folder, or make one; empty if they did not."""
    dialog = QFileDialog(parent, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return dialog.selectedFiles()[0] if await ask(dialog) else ""
