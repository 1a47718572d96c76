# SPDX-License-Identifier: GPL-3.0-or-later
"""About Starling: what it is, what it runs on, under which licence."""

import platform
from collections.abc import Iterator
from importlib import metadata

from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from starling import __version__
from starling.ui import icons
from starling.ui.dialogs.frame import FramedDialog, heading, note, selectable

_LICENCE = "https://www.gnu.org/licenses/gpl-3.0.html"
_COUNTRIES = '<a href="https://location.ipfire.org/">IPFire Location</a>'
_CC = '<a href="https://creativecommons.org/licenses/by-sa/4.0/">CC BY-SA 4.0</a>'


def versions() -> Iterator[tuple[str, str]]:
    """Names and versions of everything that matters in a report."""
    yield "Starling", __version__
    for name in ("libtorrent", "PySide6-Essentials", "qasync"):
        try:
            yield name, metadata.version(name)
        except metadata.PackageNotFoundError:  # a frozen program may come without
            continue
    yield "Qt", qVersion()
    yield "Python", platform.python_version()
    yield platform.system(), platform.release()


class AboutDialog(FramedDialog):
    """A name, a sentence, the versions and the licence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Starling"))
        picture = QLabel()
        picture.setPixmap(icons.app_icon().pixmap(QSize(self.px(64), self.px(64)), self.devicePixelRatioF()))
        what = QLabel(self.tr("A BitTorrent client that explains the swarm."))
        text = self.tr("Free software under the {licence}: use it, study it, share it, change it.")
        licence = QLabel(text.format(licence=f'<a href="{_LICENCE}">GPL 3.0</a>'))
        licence.setOpenExternalLinks(True)
        column = QVBoxLayout()
        column.setSpacing(self.px(10))
        column.addWidget(heading(QLabel(self.tr("Starling {version}").format(version=__version__)), self.px(18)))
        countries = QLabel(self.tr("Countries of peers: {source}, {licence}.").format(source=_COUNTRIES, licence=_CC))
        countries.setOpenExternalLinks(True)
        for label in (what, licence, countries):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addLayout(self._facts())
        column.addStretch()
        halves = QHBoxLayout()
        halves.setSpacing(self.px(20))
        halves.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        halves.addLayout(column, 1)
        self.body.addLayout(halves)
        self.copy_button = self.add_button(self.tr("Co&py the versions"))
        self.copy_button.clicked.connect(self._copy)
        self.footer.addStretch()
        self.close_button = self.add_button(self.tr("&Close"), primary=True)
        self.close_button.clicked.connect(self.accept)
        self.close_button.setFocus()

    def sizeHint(self) -> QSize:
        """Wide enough for the sentences."""
        return super().sizeHint().expandedTo(QSize(self.px(460), 0))

    def _facts(self) -> QGridLayout:
        facts = QGridLayout()
        facts.setHorizontalSpacing(self.px(12))
        facts.setVerticalSpacing(self.px(2))
        facts.setColumnStretch(1, 1)
        for row, (name, version) in enumerate(list(versions())[1:]):
            facts.addWidget(note(name), row, 0, Qt.AlignmentFlag.AlignRight)
            facts.addWidget(selectable(QLabel(version)), row, 1)
        return facts

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(f"{name} {version}" for name, version in versions()))
        self.copy_button.say(self.tr("Copied"))
