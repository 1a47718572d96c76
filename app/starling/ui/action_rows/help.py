# SPDX-License-Identifier: GPL-3.0-or-later
"""The Help menu."""

from starling.setting import QT_TRANSLATE_NOOP
from starling.ui.action_rows.row import ActionRow, Menu

ROWS: tuple[ActionRow, ...] = (
    ActionRow(
        key="connectivity",
        text=QT_TRANSLATE_NOOP("Actions", "&Connection…"),
        tip=QT_TRANSLATE_NOOP("Actions", "How others reach Starling, and how that is known"),
        menu=Menu.HELP,
        icon="port",
    ),
    ActionRow(
        key="about",
        text=QT_TRANSLATE_NOOP("Actions", "&About Starling"),
        menu=Menu.HELP,
        icon="about",
        shortcuts=("F1",),
    ),
)
