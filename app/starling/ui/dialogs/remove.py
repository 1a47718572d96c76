# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks before torrents are removed, and whether their files shall go too."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QWidget

from starling import formats, settings
from starling.settings import Settings
from starling.torrent import Torrent
from starling.ui.dialogs.frame import ERR, FramedDialog, note

_NAME = 80
_LISTED = 5


class RemoveDialog(FramedDialog):
    """Remove these? Read `data` once it is accepted."""

    def __init__(
        self,
        torrents: Sequence[Torrent],
        chosen: Settings,
        *,
        data: bool = False,
        warning: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """With `data` the box for the files is ticked from the beginning; `warning` says what the swarm loses."""
        super().__init__(parent)
        self._settings = chosen
        self.setWindowTitle(self.tr("Remove"))
        if len(torrents) == 1:
            question = self.tr("Remove “{name}”?").format(name=_short(torrents[0].name))
        else:
            question = self.tr("Remove %n torrents?", "", len(torrents))
        self.question = self.add_heading(question, 15)
        if len(torrents) > 1:
            names = [_short(torrent.name) for torrent in torrents[:_LISTED]]
            if len(torrents) > _LISTED:
                names.append(self.tr("and %n more", "", len(torrents) - _LISTED))
            self.body.addWidget(note("\n".join(names), wrap=True))
        self.warning = note(warning, ERR, wrap=True)
        self.body.addWidget(self.warning)
        self.warning.setVisible(bool(warning))
        done = sum(torrent.done for torrent in torrents)
        text = self.tr("Move the downloaded &files to the trash too")
        if done:
            text = self.tr("Move the downloaded &files to the trash too ({size})").format(size=formats.size(done))
        self.files_box = QCheckBox(text)
        self.files_box.setChecked(data)
        self.ask_box = QCheckBox(self.tr("&Ask every time"))
        self.ask_box.setChecked(chosen.get(settings.downloads.CONFIRM_REMOVE))
        self.body.addWidget(self.files_box)
        self.body.addWidget(self.ask_box)
        if days := chosen.get(settings.downloads.KEEP_REMOVED):
            self.body.addWidget(note(self.tr("This can be undone for %n days.", "", days), wrap=True))
        self.body.addStretch()
        self.footer.addStretch()
        self.cancel_button = self.add_button(self.tr("&Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.remove_button = self.add_button(self.tr("&Remove"), primary=True)
        self.remove_button.clicked.connect(self.accept)
        self.remove_button.setFocus()

    @property
    def data(self) -> bool:
        """Whether the files shall go to the trash."""
        return self.files_box.isChecked()

    def accept(self) -> None:
        """Whether to ask is a setting, and changes only with a yes."""
        self._settings.set(settings.downloads.CONFIRM_REMOVE, self.ask_box.isChecked())
        super().accept()

    def sizeHint(self) -> QSize:
        """Wide enough for a name."""
        return super().sizeHint().expandedTo(QSize(self.px(460), 0))


def _short(name: str) -> str:
    return name if len(name) <= _NAME else name[: _NAME - 1] + "…"
