# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks before an address that a stranger wrote is opened: there it stands in full."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from starling import showing
from starling.ui.dialogs.asking import ask
from starling.ui.notice import breakable


class AddressDialog(QMessageBox):
    """Open, copy or leave it."""

    def __init__(self, address: str, parent: QWidget | None = None) -> None:
        """`address` as `starling.links.plain_address` writes it."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Open a web page"))
        self.setIcon(QMessageBox.Icon.Question)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(self.tr("Open this address in the browser? It was written by whoever made the torrent."))
        self.setInformativeText(breakable(address))
        self.open_button = self.addButton(self.tr("&Open"), QMessageBox.ButtonRole.AcceptRole)
        self.copy_button = self.addButton(self.tr("&Copy"), QMessageBox.ButtonRole.ActionRole)
        cancel = self.addButton(QMessageBox.StandardButton.Cancel)
        self.setDefaultButton(cancel)
        self.setEscapeButton(cancel)


async def open_after_asking(address: str, parent: QWidget | None) -> None:
    """Shows the address and does what is wanted with it. Raises UserError if it can't be opened."""
    dialog = AddressDialog(address, parent)
    await ask(dialog)
    chosen = dialog.clickedButton()
    if chosen is dialog.open_button:
        await showing.open_address(address)
    elif chosen is dialog.copy_button:
        QGuiApplication.clipboard().setText(address)
