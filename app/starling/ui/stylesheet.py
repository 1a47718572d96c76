# SPDX-License-Identifier: GPL-3.0-or-later
"""The style sheet of the chrome: what Fusion and the palette alone do not give; tables paint themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starling.ui.theme import Theme

# @token is a colour of the theme; `26px~` is a length of the design that follows the font, `1px` stays one pixel.
_SHEET = """
QMenuBar { background: @win; border: 0; padding: 0 6px~; }
QMenuBar::item { background: transparent; padding: 6px~ 9px~; border-radius: 4px~; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: @sel; color: @text; }

QMenu { background: @base; border: 1px solid @edge; padding: 5px~ 0; }
QMenu::item { padding: 5px~ 28px~ 5px~ 14px~; background: transparent; }
QMenu::item:selected { background: @sel; color: @text; }
QMenu::item:disabled { color: @faint; }
QMenu::indicator { width: 15px~; height: 15px~; left: 9px~; }
QMenu::icon { left: 8px~; }
QMenu::separator { height: 1px; background: @line; margin: 5px~ 0; }

QToolTip { background: @base; color: @text; border: 1px solid @edge; padding: 4px~ 6px~; }

QToolBar { background: @win; border: 0; border-bottom: 1px solid @line; spacing: 2px~; padding: 5px~ 10px~; }
QToolBar::separator { width: 1px; background: @line; margin: 8px~ 7px~; }
QToolButton { border: 2px solid transparent; border-radius: 5px~; padding: 4px~ 7px~; background: transparent; }
QToolButton:hover { background: @seloff; }
QToolButton:pressed, QToolButton:checked, QToolButton:open { background: @sel; }
QToolButton:focus { border-color: @accent; }
QToolButton:disabled { color: @faint; }
QToolButton::menu-indicator { image: none; width: 0; }

QPushButton { background: @base; border: 1px solid @edge; border-radius: 4px~; padding: 4px~ 13px~;
    min-height: 18px~; min-width: 46px~; outline: 0; }
QPushButton:hover { background: @win; }
QPushButton:pressed { background: @seloff; }
QPushButton:focus { border: 2px solid @accent; padding: 3px~ 12px~; }
QPushButton:disabled { color: @faint; background: @win; border-color: @line; }
QPushButton[primary="true"], QToolButton[primary="true"] { background: @accent; color: @on_accent;
    border: 1px solid @accent; font-weight: 600; }
QToolButton[primary="true"] { padding: 5px~ 12px~ 5px~ 8px~; }
QPushButton[primary="true"]:hover, QToolButton[primary="true"]:hover { background: @accent_hover; }
QPushButton[primary="true"]:pressed, QToolButton[primary="true"]:pressed { background: @accent_down; }
QPushButton[primary="true"]:focus, QToolButton[primary="true"]:focus { border: 2px solid @text; }
QToolButton[primary="true"]:focus { padding: 4px~ 11px~ 4px~ 7px~; }
QPushButton[primary="true"]:disabled { background: @seloff; color: @faint; border-color: @line; }

QLineEdit, QPlainTextEdit, QTextEdit { background: @base; border: 1px solid @faint; border-radius: 4px~;
    padding: 3px~ 5px~; selection-background-color: @accent; selection-color: @on_accent; }
QLineEdit { min-height: 20px~; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid @accent; padding: 2px~ 4px~; }
QLineEdit:disabled, QPlainTextEdit:disabled { color: @faint; background: @win; border-color: @line; }
QListWidget { border: 1px solid @faint; border-radius: 4px~; padding: 1px; }
QListWidget:focus { border: 2px solid @accent; padding: 0; }
QListWidget:disabled { border-color: @line; }
EntryList, EntryList:focus { border: 0; padding: 0; }
QAbstractSpinBox > QLineEdit, QComboBox > QLineEdit { border: 0; padding: 0; min-height: 0; }
QAbstractSpinBox > QLineEdit:focus, QComboBox > QLineEdit:focus { border: 0; padding: 0; }

QTabBar { background: transparent; border: 0; qproperty-drawBase: 0; qproperty-expanding: 0; }
QTabBar::tab { background: transparent; color: @muted; border: 0; border-bottom: 2px solid transparent;
    padding: 0 10px~; height: 35px~; margin: 0 2px~; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar::tab:focus:selected { color: @accent; }
QTabWidget::pane { border: 0; border-top: 1px solid @line; }

QSplitter::handle { background: transparent; }

QScrollBar { background: transparent; border: 0; }
QScrollBar:vertical { width: 10px~; }
QScrollBar:horizontal { height: 10px~; }
QScrollBar::handle { background: @edge; border: 0; border-radius: 2px~; }
QScrollBar::handle:vertical { min-height: 28px~; margin: 3px~ 3px~ 3px~ 2px~; }
QScrollBar::handle:horizontal { min-width: 28px~; margin: 2px~ 3px~ 3px~ 3px~; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: @faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: @base; border: 0; }

QStatusBar { background: @win; border-top: 1px solid @line; color: @muted; font-size: 12px~; }
QStatusBar::item { border: 0; }
QStatusBar QLabel { color: @muted; font-size: 12px~; }
"""


def stylesheet(theme: Theme, scale: float) -> str:
    """The sheet for one theme, its lengths scaled by the application's font."""

    def length(match: re.Match[str]) -> str:
        return f"{max(1, round(int(match[1]) * scale))}px"

    def colour(match: re.Match[str]) -> str:
        name = match[1]
        if name == "accent_hover":
            return theme.accent.lighter(112).name()
        if name == "accent_down":
            return theme.accent.darker(112).name()
        value: str = getattr(theme, name).name()
        return value

    return re.sub(r"@(\w+)", colour, re.sub(r"(\d+)px~", length, _SHEET))
