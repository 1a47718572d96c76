# SPDX-License-Identifier: GPL-3.0-or-later
"""The View menu."""

from starling.setting import QT_TRANSLATE_NOOP
from starling.ui.action_rows.row import ActionRow, Menu

ROWS: tuple[ActionRow, ...] = (
    ActionRow(
        key="details",
        text=QT_TRANSLATE_NOOP("Actions", "&Details"),
        menu=Menu.VIEW,
        icon="properties",
        shortcuts=("Ctrl+D", "Alt+Return"),
        toggle=True,
    ),
    ActionRow(
        key="sidebar",
        text=QT_TRANSLATE_NOOP("Actions", "&Sidebar"),
        menu=Menu.VIEW,
        shortcuts=("F7",),
        toggle=True,
    ),
    ActionRow(
        key="slow_mode",
        text=QT_TRANSLATE_NOOP("Actions", "S&low mode"),
        tip=QT_TRANSLATE_NOOP("Actions", "Use the limits of slow mode"),
        menu=Menu.VIEW,
        icon="turtle",
        shortcuts=("Ctrl+L",),
        toggle=True,
        separator=True,
    ),
    ActionRow(
        key="show_statistics",
        text=QT_TRANSLATE_NOOP("Actions", "S&tatistics…"),
        tip=QT_TRANSLATE_NOOP("Actions", "What was transferred today, this month and in all"),
        menu=Menu.VIEW,
        icon="speed",
        shortcuts=("F9",),
        separator=True,
    ),
    ActionRow(
        key="show_log",
        text=QT_TRANSLATE_NOOP("Actions", "Lo&g…"),
        tip=QT_TRANSLATE_NOOP("Actions", "What happened, with time and torrent"),
        menu=Menu.VIEW,
        icon="log",
        shortcuts=("Ctrl+Shift+G",),
    ),
    ActionRow(
        key="limit_downloads",
        text=QT_TRANSLATE_NOOP("Actions", "Limit do&wnloads…"),
        tip=QT_TRANSLATE_NOOP("Actions", "Choose how fast all torrents together may download"),
        menu=Menu.VIEW,
    ),
    ActionRow(
        key="limit_uploads",
        text=QT_TRANSLATE_NOOP("Actions", "Limit &uploads…"),
        tip=QT_TRANSLATE_NOOP("Actions", "Choose how fast all torrents together may upload"),
        menu=Menu.VIEW,
    ),
    ActionRow(
        key="colours_system", text=QT_TRANSLATE_NOOP("Actions", "As the &system"), menu=Menu.COLOURS, toggle=True
    ),
    ActionRow(key="colours_light", text=QT_TRANSLATE_NOOP("Actions", "&Light"), menu=Menu.COLOURS, toggle=True),
    ActionRow(key="colours_dark", text=QT_TRANSLATE_NOOP("Actions", "&Dark"), menu=Menu.COLOURS, toggle=True),
    ActionRow(
        key="next_pane",
        text=QT_TRANSLATE_NOOP("Actions", "&Next pane"),
        menu=Menu.VIEW,
        shortcuts=("F6",),
        separator=True,
    ),
    ActionRow(
        key="previous_pane",
        text=QT_TRANSLATE_NOOP("Actions", "&Previous pane"),
        menu=Menu.VIEW,
        shortcuts=("Shift+F6",),
    ),
)
