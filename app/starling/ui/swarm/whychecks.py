# SPDX-License-Identifier: GPL-3.0-or-later
"""What was checked of a torrent that does not move, in its order, with a mark each."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from starling.ui.details.painted import Painted
from starling.ui.dialogs.frame import note
from starling.ui.glyph import Glyph
from starling.ui.theme import ThemeManager, Token
from starling.why import words
from starling.why.look import Check

_WIDTH, _ICON, _SMALL = 280, 14, 12
_MARKS = {True: ("finished", Token.OK), False: ("close", Token.ERR), None: ("info", Token.MUTED)}


class Checks(Painted):
    """A head and a row for each; rows are kept while what stands in them changes."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__(themes)
        self._checks: tuple[Check, ...] = ()
        self._rows: list[tuple[Glyph, QLabel]] = []
        self._head = note(self.tr("Checked, in this order"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._head)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._measure()

    @property
    def empty(self) -> bool:
        """Nothing was."""
        return not self._checks

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show these."""
        if tuple(checks) == self._checks:
            return
        self._checks = tuple(checks)
        while len(self._rows) < len(checks):
            self._add_row()
        for place, (mark, label) in enumerate(self._rows):
            for widget in (mark, label):
                widget.setVisible(place < len(checks))
        for check, (mark, label) in zip(checks, self._rows, strict=False):
            mark.show_icon(*_MARKS[check.fine])
            label.setText(words.checks(check))
            font = QFont(self.font())
            font.setWeight(QFont.Weight.DemiBold if check.fine is False else QFont.Weight.Normal)
            label.setFont(font)
            label.setAccessibleName(self._spoken(check))
        self.updateGeometry()

    def said(self) -> list[str]:
        """Each with how it was found."""
        return [self._spoken(check) for check in self._checks]

    def sizeHint(self) -> QSize:
        """As wide as the design has it: longer lines wrap."""
        width = self.ctx.px(_WIDTH)
        return QSize(width, self._column.totalHeightForWidth(width))

    def restyled(self) -> None:
        """Sizes follow the font."""
        if hasattr(self, "_column"):
            self._measure()
        super().restyled()

    def _add_row(self) -> None:
        mark = Glyph(self._themes, "finished", Token.OK, _ICON)
        label = note("", QPalette.ColorRole.WindowText, wrap=True)
        row = QHBoxLayout()
        row.setSpacing(self.ctx.px(8))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        self._column.addLayout(row)
        self._rows.append((mark, label))

    def _spoken(self, check: Check) -> str:
        text = words.checks(check)
        if check.fine:
            return self.tr("All right: {check}").format(check=text)
        if check.fine is None:
            return self.tr("Not sure: {check}").format(check=text)
        return self.tr("This is it: {check}").format(check=text)

    def _measure(self) -> None:
        ctx = self.ctx
        font = QFont(self.font())
        font.setPixelSize(ctx.px(_SMALL))
        font.setWeight(QFont.Weight.DemiBold)
        self._head.setFont(font)
        self._column.setSpacing(ctx.px(6))
        self.setFixedWidth(ctx.px(_WIDTH))
