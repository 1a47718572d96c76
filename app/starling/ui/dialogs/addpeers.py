# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks for peers to connect to, one per line, and stays open while one of them will not do."""

from collections.abc import Awaitable, Callable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from starling.i18n import translate
from starling.torrent import Torrent
from starling.ui.dialogs.typed import TypedDialog


class AddPeersDialog(TypedDialog):
    """Finished once `add` has taken every line, or by Esc."""

    def __init__(
        self, torrent: Torrent, add: Callable[[Sequence[str]], Awaitable[int]], parent: QWidget | None = None
    ) -> None:
        """`add` gets the lines and returns how many peers that are; its `UserError` says why they will not do."""
        super().__init__(
            parent,
            title=translate("AddPeersDialog", "Add peers"),
            label=translate(
                "AddPeersDialog",
                "&Addresses with ports, one per line, such as 192.0.2.1:6881 or [2001:db8::1]:6881",
            ),
            button=translate("AddPeersDialog", "C&onnect"),
        )
        self._torrent, self._add = torrent, add
        self.added = 0
        """Peers that were taken, once it is finished."""
        self.field.textChanged.connect(self._typed)
        self._typed()

    def wanted(self) -> None:
        """Hand them over."""
        self.attempt(self._take(self.lines))

    @property
    def lines(self) -> list[str]:
        """What stands there, each once."""
        return list(dict.fromkeys(filter(None, (line.strip() for line in self.field.toPlainText().splitlines()))))

    def sizeHint(self) -> QSize:
        """Room for half a dozen lines."""
        return QSize(self.px(440), self.px(280))

    def _typed(self) -> None:
        self.ok_button.setEnabled(bool(self.lines))
        paused = self.tr("The torrent is paused: it connects to nobody until it is started.")
        self.say(paused if self._torrent.paused else "")

    async def _take(self, lines: Sequence[str]) -> None:
        self.added = await self._add(lines)
