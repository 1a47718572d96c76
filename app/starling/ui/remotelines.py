# SPDX-License-Identifier: GPL-3.0-or-later
"""What the page Remote tells beside its settings: whether the door is open and where, and who came in by it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from starling import formats, settings
from starling.i18n import translate
from starling.remote.connected import Visitor
from starling.remote.listener import is_local
from starling.spelling import shown
from starling.tasks import spawn
from starling.ui.button import Button
from starling.ui.column import Align, Column, Unit, natural
from starling.ui.dialogs.frame import ERR, MUTED, note
from starling.ui.dialogs.means import Means
from starling.ui.notice import announce, breakable
from starling.ui.preferences.editor import Tail
from starling.ui.remoteaddresses import own_addresses, reachable
from starling.ui.table import TableModel
from starling.ui.tableview import TableView
from starling.ui.theme import Token

_HEIGHT = 132
"""Pixels of the design: the header and four rows."""
_TOLD = {settings.remote.ENABLED.key, settings.remote.ADDRESS.key, settings.remote.CLIENTS.key}


class RemoteLine(QWidget):
    """The address to give to clients, or why there is none, and whether any but this computer can use it."""

    def __init__(self, means: Means) -> None:
        super().__init__()
        self._settings, self._door, self._worker = means.settings, means.remote, means.worker
        self._own: tuple[str, ...] = ()
        """Addresses of this computer."""
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
            self._door.changed.connect(self._on_changed)
        means.settings.changed.connect(self._on_setting)
        self._on_changed()

    def _on_changed(self) -> None:
        self._describe()
        if self._door is not None and self._door.state.open:
            spawn(self._look(), name="addresses")

    async def _look(self) -> None:
        own = await self._worker.run(own_addresses)
        if isValid(self):
            self._own = own
            self._describe()

    def _describe(self) -> None:
        state = self._door.state if self._door is not None else None
        self.button.setVisible(state is not None and state.open)
        self.verdict.setForegroundRole(ERR if state is not None and (state.problem or self._alone) else MUTED)
        self.verdict.setText(breakable(self._words()))

    @property
    def _addresses(self) -> list[str]:
        if self._door is None:
            return []
        return reachable(self._door.state.url, self._settings.get(settings.remote.ADDRESS), self._own)

    @property
    def _alone(self) -> bool:
        """Whether it is open to others, and none of them is let in."""
        get, remote = self._settings.get, settings.remote
        opened = self._door is not None and self._door.state.open
        return opened and not is_local(get(remote.ADDRESS)) and not get(remote.CLIENTS)

    def _words(self) -> str:
        state = self._door.state if self._door is not None else None
        if state is not None and state.open:
            words = self.tr("Open at {address}").format(address="\n".join(self._addresses))
            alone = self.tr("Only this computer gets in: “{label}” is empty.") if self._alone else ""
            alone = alone.format(label=settings.remote.CLIENTS.label)
            return "\n".join(filter(None, (words, alone, state.problem)))
        if state is not None and state.problem:
            return state.problem
        if state is not None and self._settings.get(settings.remote.ENABLED):
            return self.tr("It is being opened…")
        return self.tr("Off")

    def _on_setting(self, key: str) -> None:
        if key in _TOLD:
            self._describe()

    def _copy(self) -> None:
        if self._door is not None:
            QGuiApplication.clipboard().setText(self._addresses[0])
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
