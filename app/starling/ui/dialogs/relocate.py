# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks to which folder the data of torrents go, or in which they are already."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from starling.spelling import shortened
from starling.tasks import spawn
from starling.torrent import Torrent
from starling.ui.dialogs.frame import FramedDialog, note
from starling.ui.dialogs.means import Means
from starling.ui.dialogs.savein import SaveIn
from starling.ui.dialogs.space import look
from starling.ui.notice import breakable

_NAME = 80
_LISTED = 5
_WIDTH = 640


class RelocateDialog(FramedDialog):
    """Read `folder` and `moves` once it is accepted."""

    def __init__(self, torrents: Sequence[Torrent], means: Means, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._torrents, self._means = torrents, means
        self._mounts: dict[str, str] = {}
        """Save folder -> where its disk begins, as far as that is known."""
        self._waiting = means.engine.relocation.waiting(torrent.id for torrent in torrents)
        self.setWindowTitle(self.tr("Move the data"))
        if len(torrents) == 1:
            heading = self.tr("Move the data of “{name}”").format(name=shortened(torrents[0].name, _NAME))
        else:
            heading = self.tr("Move the data of %n torrents", "", len(torrents))
        self.add_heading(heading, 15)
        self._folders = list(dict.fromkeys(torrent.save_path for torrent in torrents))
        now = "\n".join(self._folders[:_LISTED])
        if len(self._folders) > _LISTED:
            now += "\n" + self.tr("and %n more", "", len(self._folders) - _LISTED)
        self.save_in = SaveIn(means.themes, means.worker, means.state, self._folders[0])
        self.now = note(breakable(now), wrap=True)
        grid = self.form()
        self.add_label(grid, 0, self.tr("Now in"), self.now)
        grid.addWidget(self.now, 0, 1)
        self.add_label(grid, 1, self.tr("&Folder"), self.save_in)
        grid.addWidget(self.save_in, 1, 1)
        self.move_box = QRadioButton(self.tr("&Move the files there"))
        self.there_box = QRadioButton(self.tr("The files are there &already: look for them and check them"))
        self.move_box.setChecked(True)
        boxes = QVBoxLayout()
        boxes.addWidget(self.move_box)
        boxes.addWidget(self.there_box)
        grid.addLayout(boxes, 2, 1)
        self.hint = note(wrap=True)
        grid.addWidget(self.hint, 3, 1)
        self.body.addLayout(grid)
        self.body.addStretch()
        self.footer.addStretch()
        self.cancel_button = self.add_button(self.tr("&Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.move_button = self.add_button(self.tr("Mo&ve"), primary=True)
        self.move_button.clicked.connect(self.accept)
        self.save_in.changed.connect(self._refresh)
        self.move_box.toggled.connect(self._refresh)
        self.sized(self._size_hint)
        self._refresh()
        self.save_in.setFocus()
        spawn(self._look(), name="where torrents are")

    @property
    def folder(self) -> str:
        """The chosen folder."""
        return self.save_in.folder

    @property
    def moves(self) -> bool:
        """Whether the files are to be moved there; else they are there."""
        return self.move_box.isChecked()

    def accept(self) -> None:
        """The folder is offered the next time."""
        self.save_in.remember()
        super().accept()

    def sizeHint(self) -> QSize:
        """Wide enough for a path."""
        return super().sizeHint().expandedTo(QSize(self.px(_WIDTH), 0))

    def event(self, event: QEvent) -> bool:
        """As high as its sentences need."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and (layout := self.layout()) is not None:
            if (inner := self.save_in.layout()) is not None:
                # A grid asks for the height of its rows before it knows their width.
                self.save_in.setMinimumHeight(max(0, inner.totalHeightForWidth(self.save_in.width())))
            layout.activate()
            needed = max(layout.totalHeightForWidth(self.width()), layout.totalMinimumSize().height())
            if needed > self.height():
                self.resize(self.width(), needed)
        return done

    def _size_hint(self) -> None:
        self.hint.setMinimumHeight(self.px(36))

    async def _look(self) -> None:
        for folder in self._folders:
            place = await self._means.worker.run(look, folder)
            if not isValid(self):
                return
            self._mounts[folder] = place.mount
        self._refresh()

    def _refresh(self) -> None:
        place = self.save_in.place
        same = set(self._folders) == {self.folder}
        self.move_button.setEnabled(bool(self.folder) and not self.save_in.problem and not (self.moves and same))
        self.move_button.setText(self.tr("Mo&ve") if self.moves else self.tr("&Look there"))
        copied = 0
        if place is not None and self.moves:
            copied = sum(
                torrent.done
                for torrent in self._torrents
                if torrent.id not in self._waiting and self._mounts.get(torrent.save_path, place.mount) != place.mount
            )
        self.save_in.set_wanted(copied or None)
        if not self.moves:
            self.hint.setText(self.tr("Nothing is moved. What is not there is downloaded again."))
        elif same:
            self.hint.setText(self.tr("They are in this folder."))
        elif len(self._waiting) == len(self._torrents):
            self.hint.setText(self.tr("What is not complete yet goes there when it is."))
        elif copied:
            self.hint.setText(
                self.tr(
                    "Another disk: they are copied, which you can watch and stop, and removed here when all is there."
                )
            )
        else:
            self.hint.setText(self.tr("What is there already is never written over."))
