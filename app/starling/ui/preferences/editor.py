# SPDX-License-Identifier: GPL-3.0-or-later
"""What edits the value of one setting: shown the one in force, it says which other one the user wants."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from starling.setting import Setting
from starling.ui.dialogs.means import Means


class Below(QWidget):
    """What stands below the row of a setting, where it may be at something that the page has to wait for."""

    @property
    def busy(self) -> bool:
        """Whether it is."""
        return False


class Tail(QWidget):
    """What stands at the end of a page under a head of its own, while nothing is looked for."""

    title = ""


class Editor(QWidget):
    """The base of all; it has the keyboard by its focus proxy, and never writes into the settings itself."""

    chosen = Signal(object)
    """The value that the user wants from now on, as `Setting.accept` takes it."""
    refused = Signal(str)
    """What was typed is no value, for this reason; it stays as it is."""
    typed = Signal()
    """What stands there is another now, but not wanted yet; a sentence about what stood there before may be wrong."""
    given_up = Signal()
    """What was typed is not wanted: the value in force shall be shown again."""

    wide = False
    """Stands below its label, as wide as the page, instead of beside it."""
    leads = False
    """Stands before its label, as a box to tick does."""

    def __init__(self, setting: Setting[Any], means: Means) -> None:
        super().__init__()
        self.setting = setting
        self.means = means

    @property
    def editing(self) -> bool:
        """Whether the user is at it: what was typed and not taken yet is not to be overwritten."""
        return False

    @property
    def busy(self) -> bool:
        """Whether it is at something that its page has to wait for."""
        return False

    def show_value(self, value: Any) -> None:
        """The value that is in force; whatever was typed goes."""
        raise NotImplementedError

    def settle(self) -> None:
        """The window closes: what is typed is wanted, or never will be."""

    def pressed(self) -> None:
        """Somebody clicked on its label."""
        self.setFocus()
