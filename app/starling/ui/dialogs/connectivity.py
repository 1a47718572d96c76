# SPDX-License-Identifier: GPL-3.0-or-later
"""The window about the connection: what is known of how others reach Starling, how it is known; live while open."""

import time

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from starling.engine.engine import Engine
from starling.reach import Reach
from starling.torrent import SessionState
from starling.ui.dialogs.connectivitywords import Line, Part, Tone, kept_out, parts, verdict
from starling.ui.dialogs.frame import FramedDialog, heading, note, selectable
from starling.ui.notice import breakable
from starling.ui.theme import ThemeManager, Token

_SIZE = QSize(620, 640)
_TOKENS = {Tone.GOOD: Token.OK, Tone.WARN: Token.WARN, Tone.BAD: Token.ERR}


class ConnectivityDialog(FramedDialog):
    """Reads `Engine.reach` once a second; nobody outside is asked anything."""

    def __init__(self, engine: Engine, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # The preferences may be changed beside it, to see what comes of it.
        self.setModal(False)
        self.setWindowTitle(self.tr("Connection"))
        self._engine, self._themes = engine, themes
        self._shown: tuple[Line, tuple[Part, ...]] | None = None
        self._shape: tuple[tuple[str, int], ...] = ()
        self._labels: list[QLabel] = []
        self.verdict = QLabel()
        self.verdict.setWordWrap(True)
        self.body.addWidget(self.verdict)
        self._page = QWidget()
        self._rows = QVBoxLayout(self._page)
        self._area = QScrollArea()
        self._area.setAccessibleName(self.windowTitle())
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(self._page)
        self.body.addWidget(self._area, 3)
        self.body.addWidget(note(self.tr("Between Starling and the router")))
        self.log = QPlainTextEdit()
        self.log.setReadOnly(True)
        self.log.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.log.setAccessibleName(self.tr("Between Starling and the router"))
        self.log.setPlaceholderText(self.tr("Nothing was said since this window was opened."))
        self.body.addWidget(self.log, 1)
        self.footer.addStretch()
        self.add_button(self.tr("Close"), primary=True).clicked.connect(self.accept)
        self.sized(self._restyle)
        themes.changed.connect(self._restyle)
        engine.session_changed.connect(self._on_session)
        self.finished.connect(self._on_finished)
        engine.watch_reach(True)
        self.show_reach(engine.reach, time.time())
        self.resize(QSize(self.px(_SIZE.width()), self.px(_SIZE.height())))

    def show_reach(self, reach: Reach, now: float) -> None:
        """What is known at a moment, in seconds since 1970."""
        known = parts(reach, now)
        state = self._engine.ip_filter.state
        filtered = kept_out(state)
        # What is wrong comes before what is well.
        shown = (verdict(reach), (*filtered, *known) if state.problem else (*known, *filtered))
        if shown != self._shown:
            self._shown = shown
            self._fill(*shown)
        text = "\n".join(reach.log)
        if text != self.log.toPlainText():
            self.log.setPlainText(text)
            bar = self.log.verticalScrollBar()
            bar.setValue(bar.maximum())

    def _fill(self, said: Line, known: tuple[Part, ...]) -> None:
        self.verdict.setText(said.text)
        self._colour(self.verdict, said.tone)
        shape = tuple((part.head, len(part.lines)) for part in known)
        if shape != self._shape:
            self._shape = shape
            self._lay_out(known)
        lines = [(part.head, line) for part in known for line in part.lines]
        for label, (head, line) in zip(self._labels, lines, strict=True):
            _write(label, breakable(line.text))
            label.setAccessibleName(f"{head}: {line.text}")
            self._colour(label, line.tone)

    def _lay_out(self, known: tuple[Part, ...]) -> None:
        """Makes the labels anew: only where there are others, for somebody may be copying from them."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                # Until it is deleted it would lie under those that take its place.
                widget.hide()
                widget.deleteLater()
        self._labels.clear()
        for part in known:
            self._rows.addWidget(note(part.head))
            for line in part.lines:
                label = selectable(note(line.text, QPalette.ColorRole.WindowText, wrap=True))
                self._labels.append(label)
                self._rows.addWidget(label)
            self._rows.addSpacing(self.px(8))
        self._rows.addStretch(1)

    def _colour(self, label: QLabel, tone: Tone) -> None:
        palette = QPalette(label.palette())
        palette.setColor(QPalette.ColorRole.WindowText, self._themes.theme.colour(_TOKENS.get(tone, Token.TEXT)))
        label.setPalette(palette)

    def _on_session(self, _state: SessionState) -> None:
        self.show_reach(self._engine.reach, time.time())

    def _on_finished(self) -> None:
        self._engine.watch_reach(False)
        self._engine.session_changed.disconnect(self._on_session)

    def _restyle(self) -> None:
        heading(self.verdict, self.px(15))
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(self.px(3))
        self.log.setMinimumHeight(self.px(72))
        if self._shown:
            # The space between the parts goes by the size of the text.
            self._shape = ()
            self._fill(*self._shown)


def _write(label: QLabel, text: str) -> None:
    """What is selected stays so, if it still stands at the same place."""
    if text == label.text():
        return
    start, chosen = label.selectionStart(), label.selectedText()
    label.setText(text)
    if chosen:
        # Qt would keep what is no more, too.
        label.setSelection(start, len(chosen) if text.startswith(chosen, start) else 0)
