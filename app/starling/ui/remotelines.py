# SPDX-License-Identifier: GPL-3.0-or-later
"""What the page Remote tells beside its settings: whether the door is open and where, and who came in by it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from starling import formats, settings
from starling.i18n import translate
from starling.remote.connected import Visitor
from starling.spelling import shown
from starling.ui.button import Button
from starling.ui.column import Align, Column, Unit, natural
from starling.ui.dialogs.frame import ERR, MUTED, note
from starling.ui.dialogs.means import Means
from starling.ui.notice import announce, breakable
from starling.ui.preferences.editor import Tail
from starling.ui.table import TableModel
from starling.ui.tableview import TableView
from starling.ui.theme import Token

_HEIGHT = 132
"""Pixels of the design: the header and four rows."""


class RemoteLine(QWidget):
    """The address to give to clients, or why there is none."""

    def __init__(self, means: Means) -> None:
        super().__init__()
        self._settings, self._door = means.settings, means.remote
        self.button = Button(self.tr("Copy"))
        self.button.setAccessibleName(self.tr("Copy the address for clients"))
        self.button.clicked.connect(self._copy)
        self.verdict = note(wrap=True)
        self.verdict.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addWidget(self.verdict, 1)
        if self._door is not None:
            self._door.changed.connect(self._describe)
        means.settings.changed.connect(self._on_setting)
        self._describe()

    def _describe(self) -> None:
        state = self._door.state if self._door is not None else None
        self.button.setVisible(state is not None and state.open)
        self.verdict.setForegroundRole(ERR if state is not None and state.problem else MUTED)
        self.verdict.setText(breakable(self._words()))

    def _words(self) -> str:
        state = self._door.state if self._door is not None else None
        if state is not None and state.open:
            words = self.tr("Open at {address}").format(address=state.url)
            return "\n".join(filter(None, (words, state.problem)))
        if state is not None and state.problem:
            return state.problem
        if state is not None and self._settings.get(settings.remote.ENABLED):
            return self.tr("It is being opened…")
        return self.tr("Off")

    def _on_setting(self, key: str) -> None:
        if key == settings.remote.ENABLED.key:
            self._describe()

    def _copy(self) -> None:
        if self._door is not None:
            QGuiApplication.clipboard().setText(self._door.state.url)
            announce(self, self.tr("The address is on the clipboard."))


class VisitorsTail(Tail):
    """A table of the clients that are connected now."""

    def __init__(self, means: Means) -> None:
        super().__init__()
        self.title = self.tr("Connected now")
        self._themes, self._connected = means.themes, means.remote.connected if means.remote is not None else None
        self.model: TableModel[Visitor] = TableModel(columns(), _key, self)
        self.view = TableView(self.model, means.themes, dense=True)
        self.view.setAccessibleName(self.title)
        self.view.set_empty_text(self.tr("Nobody is connected."))
        self.model.sort_by("since", falling=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        if self._connected is not None:
            self._connected.changed.connect(self._refresh)
        means.themes.changed.connect(self._restyle)
        self._restyle()
        self._refresh()

    def _refresh(self) -> None:
        if self._connected is not None:
            self.model.replace(self._connected.visitors)
            # The ages of the others.
            self.view.viewport().update()

    def _restyle(self) -> None:
        self.view.setFixedHeight(round(_HEIGHT * self._themes.scale))


def columns() -> tuple[Column[Visitor], ...]:
    """What is known of each."""
    return (
        Column(
            key="address",
            title=translate("Visitors", "Address"),
            value=lambda one: natural(one.address),
            text=lambda one: one.address,
            width=130,
        ),
        Column(
            key="program",
            title=translate("Visitors", "Program"),
            value=lambda one: natural(one.program),
            text=lambda one: shown(one.program),
            stretch=True,
            least=120,
        ),
        Column(
            key="user",
            title=translate("Visitors", "User"),
            value=lambda one: natural(one.user),
            text=lambda one: shown(one.user),
            width=90,
            spare=True,
            colour=Token.MUTED,
        ),
        Column(
            key="since",
            title=translate("Visitors", "First seen"),
            value=lambda one: one.since,
            text=lambda one: formats.age(one.since),
            tooltip=lambda one: formats.moment(one.since),
            width=112,
            falling=True,
            unit=Unit.MOMENT,
        ),
        Column(
            key="requests",
            title=translate("Visitors", "Requests"),
            value=lambda one: one.requests,
            text=lambda one: formats.count(one.requests),
            width=84,
            spare=True,
            align=Align.RIGHT,
        ),
    )


def _key(visitor: Visitor) -> tuple[str, str, str]:
    return visitor.address, visitor.program, visitor.user
