# SPDX-License-Identifier: GPL-3.0-or-later
"""The small dialog that asks for the name of a saved filter and for its query, and says what will not do."""

from collections.abc import Collection

from PySide6.QtWidgets import QLineEdit, QWidget

from starling.query import parse
from starling.savedfilters import SavedFilter, tidy
from starling.spelling import fold
from starling.ui import querywords
from starling.ui.dialogs.frame import ERR, FramedDialog, note

_WIDTH = 480


class FilterDialog(FramedDialog):
    """Accepted once name and query will do; `filter` is what was entered."""

    def __init__(self, parent: QWidget, filter: SavedFilter, taken: Collection[str], *, new: bool) -> None:
        """`taken` are the names of the others."""
        super().__init__(parent)
        self._taken = {fold(name) for name in taken}
        self._vocabulary = querywords.vocabulary()
        self.setWindowTitle(self.tr("Save this filter") if new else self.tr("Edit filter"))
        self.name, self.query = QLineEdit(filter.name), QLineEdit(filter.query)
        self.name.setMaxLength(100)
        self.refusal = note("", ERR, wrap=True)
        grid = self.form()
        for row, (label, field) in enumerate(((self.tr("&Name"), self.name), (self.tr("&Filter"), self.query))):
            self.add_label(grid, row, label, field)
            grid.addWidget(field, row, 1)
            field.textChanged.connect(self._typed)
        grid.addWidget(self.refusal, 2, 1)
        self.body.addLayout(grid)
        self.body.addStretch()
        self.footer.addStretch()
        self.cancel_button = self.add_button(self.tr("&Cancel"))
        self.save_button = self.add_button(self.tr("&Save"), primary=True)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.accept)
        self.sized(self._widen)
        self.name.selectAll()
        self.name.setFocus()
        self._typed()

    @property
    def filter(self) -> SavedFilter:
        """As it was entered."""
        return SavedFilter(tidy(self.name.text()), self.query.text().strip())

    def _widen(self) -> None:
        self.setMinimumWidth(self.px(_WIDTH))
        self.refusal.setMinimumHeight(2 * self.refusal.fontMetrics().lineSpacing())

    def _typed(self) -> None:
        entered = self.filter
        words = ""
        if (flaw := parse(entered.query, self._vocabulary).flaw) is not None:
            words = querywords.sentence(flaw)
        elif fold(entered.name) in self._taken:
            words = self.tr("There is a filter of that name already.")
        self.refusal.setText(words)
        for field in (self.name, self.query):
            field.setAccessibleDescription(words)
        self.save_button.setEnabled(bool(entered.name and entered.query and not words))
