# SPDX-License-Identifier: GPL-3.0-or-later
"""The values of libtorrent's own settings: in force, by default, in words, and read from what was typed."""

from PySide6.QtCore import QLocale, QObject, QTimer, Signal

from starling import formats, settings
from starling.advanced.check import Value, accept
from starling.advanced.row import Kind, Row, Unit
from starling.i18n import translate
from starling.spelling import fold
from starling.ui.dialogs.means import Means

__all__ = ["AdvancedValues", "Value", "figure", "in_words", "typed"]

_LATER_MS = 150


class AdvancedValues(QObject):
    """What the user changed lives in one setting, by libtorrent's names."""

    changed = Signal()
    """Any of them may be another now."""

    def __init__(self, means: Means, parent: QObject) -> None:
        super().__init__(parent)
        self._means, self._settings = means, means.settings
        self._given = means.engine.given
        self._settings.changed.connect(self.look)
        # The engine takes changes over together, a moment later.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER_MS)
        self._later.timeout.connect(self.look)
        self._settings.changed.connect(self._wait)

    def default(self, row: Row) -> Value:
        """What it is unless the user changes it by its name."""
        return self._given[row.key]

    def value(self, row: Row) -> Value:
        """What is in force."""
        return self._settings.get(settings.advanced.SESSION).get(row.key, self.default(row))

    def is_changed(self, row: Row) -> bool:
        """Whether the user changed it by its name."""
        return row.key in self._settings.get(settings.advanced.SESSION)

    def set(self, row: Row, value: Value) -> None:
        """Raises ValueError with a sentence if it cannot be that."""
        value = accept(row.key, value)
        if value == self.default(row):
            self.reset(row)
        else:
            own = self._settings.get(settings.advanced.SESSION)
            self._settings.set(settings.advanced.SESSION, {**own, row.key: value})

    def reset(self, row: Row) -> None:
        """Back to the default."""
        own = self._settings.get(settings.advanced.SESSION)
        left = {key: value for key, value in own.items() if key != row.key}
        self._settings.set(settings.advanced.SESSION, left)

    def _wait(self, _key: str) -> None:
        self._later.start()

    def look(self) -> None:
        """They may be others now."""
        self._given = self._means.engine.given
        self.changed.emit()


def in_words(row: Row, value: Value) -> str:
    """A value as it stands in the table; an empty text is empty."""
    if row.kind is Kind.SWITCH:
        return translate("Preferences", "on") if value else translate("Preferences", "off")
    if isinstance(value, str):
        return value
    words = dict(row.named).get(int(value))
    if words is not None:
        return words
    number = formats.count(value)
    return f"{number}{formats.NBSP}{row.unit.suffix}" if row.unit is not Unit.NONE else number


def figure(value: Value) -> str:
    """A value as it is typed."""
    return value if isinstance(value, str) else str(int(value))


def typed(row: Row, text: str) -> Value:
    """What was typed for a number or a text: digits, with or without the unit, or a word that stands for a number.

    Raises ValueError with a sentence.
    """
    if row.kind in {Kind.TEXT, Kind.ADDRESS}:
        return accept(row.key, text.strip())
    plain = " ".join(text.split())
    for number, words in row.named:
        if fold(plain) == fold(words):
            return accept(row.key, number)
    digits = plain.removesuffix(row.unit.suffix).strip().replace(formats.NBSP, "")
    value, understood = QLocale().toLongLong(digits)
    if not understood:
        value, understood = QLocale.c().toLongLong(digits.replace(" ", ""))
    return accept(row.key, value if understood else text)
