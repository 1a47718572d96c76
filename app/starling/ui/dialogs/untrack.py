# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks before trackers or web seeds are taken from a torrent."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from starling.spelling import shortened, shown
from starling.ui.dialogs.frame import FramedDialog, note

_LISTED = 8


class RemoveSourcesDialog(FramedDialog):
    """Remove these? Accepted for a yes."""

    def __init__(
        self, trackers: Sequence[str], seeds: Sequence[str], *, all_trackers: bool, parent: QWidget | None = None
    ) -> None:
        """Some of both, or of one of them; with `all_trackers` no tracker would be left."""
        urls = [*trackers, *seeds]
        super().__init__(parent)
        self.setWindowTitle(self.tr("Remove trackers"))
        if len(urls) == 1:
            question = self.tr("Remove “{address}”?").format(address=shortened(shown(urls[0])))
        else:
            question = self.tr("Remove %n addresses?", "", len(urls))
        self.question = self.add_heading(question, 15)
        if len(urls) > 1:
            names = [shortened(shown(url), 80) for url in urls[:_LISTED]]
            if len(urls) > _LISTED:
                names.append(self.tr("and %n more", "", len(urls) - _LISTED))
            self.body.addWidget(note("\n".join(names), wrap=True))
        if all_trackers:
            words = self.tr("No tracker is left then: peers come by DHT, peer exchange and local network only.")
            self.body.addWidget(note(words, wrap=True))
        if trackers:
            # libtorrent tells one that is replaced nothing.
            words = self.tr(
                "A tracker that goes is not told: it may go on giving your address to others until it forgets you, "
                "mostly within half an hour."
            )
            self.body.addWidget(note(words, wrap=True))
        self.body.addStretch()
        self.footer.addStretch()
        self.cancel_button = self.add_button(self.tr("&Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.remove_button = self.add_button(self.tr("&Remove"), primary=True)
        self.remove_button.clicked.connect(self.accept)
        self.remove_button.setFocus()

    def sizeHint(self) -> QSize:
        """Wide enough for an address."""
        return super().sizeHint().expandedTo(QSize(self.px(460), 0))
