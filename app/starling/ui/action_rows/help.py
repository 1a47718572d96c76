# SPDX-License-Identifier: GPL-3.0-or-later
"""The Help menu."""

from starling.setting import QT_TRANSLATE_NOOP
from starling.ui.action_rows.row import ActionRow, Menu

ROWS: tuple[ActionRow, ...] = (
    ActionRow(
        key="about",
        text=QT_TRANSLATE_NOOP("Actions", "&About Starling"),
        menu=Menu.HELP,
        icon="about",
        shortcuts=("F1",),
    ),
)
