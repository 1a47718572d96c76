# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts of any length, selected with mouse and keyboard, as high as they need; web addresses in them are links."""

import math

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QResizeEvent, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser

from starling.links import links_in
from starling.spelling import shortened

MOST = 4000
"""Characters that are shown; of a longer text the beginning and the end."""
_MOST_LINES = 8
_STYLE = "QTextEdit { border: 0; padding: 0; background: transparent; }"
_Reach = Qt.TextInteractionFlag
_SELECTABLE = _Reach.TextSelectableByMouse | _Reach.TextSelectableByKeyboard


class LongText(QTextBrowser):
    """Plain text, broken anywhere, scrolled where it would be endless; a link only says that it was chosen."""

    def __init__(self, *, links: bool = False) -> None:
        """With `links` addresses of the web emit `anchorClicked`; nothing is ever opened or loaded here."""
        super().__init__()
        self._links = links
        self.setOpenLinks(False)
        self.setAcceptRichText(False)
        reach = _SELECTABLE
        if links:
            reach = reach | _Reach.LinksAccessibleByMouse | _Reach.LinksAccessibleByKeyboard
        self.setTextInteractionFlags(reach)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(_STYLE)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """What it shows."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show another text."""
        # A comment may have 11 MB, and a word of 100,000 letters takes seconds to be broken into lines.
        text = shortened(text, MOST)
        # Names and comments come from strangers: never let them be HTML.
        self.setPlainText(text)
        if self._links:
            self._mark_links(text)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """It breaks anywhere."""
        return QSize(0, self.fontMetrics().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nothing is selected: what is copied then is not its to say."""
        if event.matches(QKeySequence.StandardKey.Copy) and not self.textCursor().hasSelection():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another number of lines."""
        super().resizeEvent(event)
        self._fit()

    def loadResource(self, type: int, name: QUrl | str) -> None:  # noqa: N802 - Qt's name
        """Nothing that a text names is looked up."""
        return

    def recolour(self) -> None:
        """Another theme: links have its colour."""
        if self._links:
            self._mark_links(self.toPlainText())

    def _mark_links(self, text: str) -> None:
        cursor = QTextCursor(self.document())
        for start, end, address in links_in(text):
            # Qt counts characters beyond the first 65,536 as two.
            cursor.setPosition(_places(text[:start]))
            cursor.setPosition(_places(text[:end]), QTextCursor.MoveMode.KeepAnchor)
            look = QTextCharFormat()
            look.setAnchor(True)
            look.setAnchorHref(address)
            look.setFontUnderline(True)
            look.setForeground(self.palette().brush(QPalette.ColorRole.Link))
            look.setToolTip(address)
            cursor.mergeCharFormat(look)

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        needed = max(line, math.ceil(self.document().size().height()))
        # Where all of it is seen a bar would flash for as long as the layout takes.
        policy = Qt.ScrollBarPolicy
        endless = needed > _MOST_LINES * line
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if endless else policy.ScrollBarAlwaysOff)
        self.setFixedHeight(min(needed, _MOST_LINES * line))


def _places(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
