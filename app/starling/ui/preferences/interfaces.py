# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of network interfaces: those there are, and those that were chosen and are away; and a port by chance."""

import random
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtNetwork import QAbstractSocket, QNetworkInterface
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from starling import settings
from starling.setting import Setting
from starling.ui.button import Button
from starling.ui.dialogs.means import Means
from starling.ui.preferences.editor import Editor

_EVERY_MS = 2000
_HEIGHT = 148
_NAME = Qt.ItemDataRole.UserRole
_V6 = QAbstractSocket.NetworkLayerProtocol.IPv6Protocol
_DYNAMIC = 49_152, 65_535
"""Ports that are nobody's (RFC 6335)."""


def there() -> dict[str, tuple[str, ...]]:
    """Interfaces that exist, and their addresses."""
    found: dict[str, tuple[str, ...]] = {}
    for device in QNetworkInterface.allInterfaces():
        addresses = [entry.ip() for entry in device.addressEntries()]
        found[device.name()] = tuple(
            ip.toString() for ip in addresses if not (ip.protocol() is _V6 and ip.isLinkLocal())
        )
    return found


class InterfacesEditor(Editor):
    """A box for each; a field for an address or a name that is not there yet."""

    wide = True

    def __init__(self, setting: Setting[Any], means: Means) -> None:
        super().__init__(setting, means)
        self._value: tuple[str, ...] = ()
        self._rows: tuple[tuple[str, str, bool], ...] = ()
        self._filling = False
        self.list = QListWidget()
        self.list.setAccessibleName(setting.label)
        self.list.itemChanged.connect(self._on_changed)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Another name or address"))
        self.field.setAccessibleName(self.tr("Another name or address"))
        self.field.returnPressed.connect(self._add)
        self.add_button = Button(self.tr("Add"))
        self.add_button.clicked.connect(self._add)
        self.setFocusProxy(self.list)
        line = QHBoxLayout()
        line.addWidget(self.field, 1)
        line.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        column.addLayout(line)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()
        means.themes.changed.connect(self._restyle)
        self._restyle()

    def show_value(self, value: Any) -> None:
        """Ticked are the chosen ones; what is chosen and away stays in the list."""
        self._value = tuple(value)
        self.refresh()

    def refresh(self) -> None:
        """Interfaces come and go while one looks."""
        found = there()
        rows = [(name, self._words(name, addresses), name in self._value) for name, addresses in found.items()]
        rows += [(name, self._known(name, found), True) for name in self._value if name not in found]
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        current = self.list.currentRow()
        self._filling = True
        self.list.clear()
        for name, words, ticked in rows:
            item = QListWidgetItem(words)
            item.setData(_NAME, name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(current)
        self._filling = False

    def _words(self, name: str, addresses: tuple[str, ...]) -> str:
        told = ", ".join(addresses) or self.tr("no address")
        return self.tr("{name}: {addresses}").format(name=name, addresses=told)

    def _known(self, name: str, found: dict[str, tuple[str, ...]]) -> str:
        for device, addresses in found.items():
            if name in addresses:
                return self.tr("{address}, on {name}").format(address=name, name=device)
        return self.tr("{name}: not there now").format(name=name)

    def _on_changed(self, _item: QListWidgetItem) -> None:
        if not self._filling:
            # Not within its own signal: the list is made anew.
            QTimer.singleShot(0, self, self._choose)

    def _choose(self) -> None:
        items = [self.list.item(row) for row in range(self.list.count())]
        self.chosen.emit(tuple(item.data(_NAME) for item in items if item.checkState() is Qt.CheckState.Checked))
        # Refused or not: what is in force is what is ticked.
        self._rows = ()
        self.refresh()

    def _add(self) -> None:
        name = self.field.text().strip()
        if name:
            self.chosen.emit((*self._value, name) if name not in self._value else self._value)
            if name in self._value:
                self.field.clear()

    def _restyle(self) -> None:
        scale = self.means.themes.scale
        self.list.setFixedHeight(round(_HEIGHT * scale))
        self.list.setSpacing(round(3 * scale))


class ChancePort(QWidget):
    """A button that picks a port, which then stays."""

    def __init__(self, means: Means) -> None:
        super().__init__()
        self._settings = means.settings
        self.button = Button(self.tr("Another port by chance"))
        self.button.clicked.connect(self._pick)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addStretch()

    def _pick(self) -> None:
        # Nothing is to be guessed from it.
        self._settings.set(settings.connection.PORT, random.randint(*_DYNAMIC))  # noqa: S311
