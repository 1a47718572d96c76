# SPDX-License-Identifier: GPL-3.0-or-later
"""The Edit menu."""

from starling.setting import QT_TRANSLATE_NOOP
from starling.ui.action_rows.row import ActionRow, Menu, one_known

ROWS: tuple[ActionRow, ...] = (
    ActionRow(
        key="undo_remove",
        text=QT_TRANSLATE_NOOP("Actions", "&Undo removal"),
        tip=QT_TRANSLATE_NOOP("Actions", "Bring back the torrents that were removed last, and their files"),
        menu=Menu.EDIT,
        icon="reset",
        shortcuts=("Ctrl+Z",),
    ),
    ActionRow(key="removed_torrents", text=QT_TRANSLATE_NOOP("Actions", "&Removed torrents…"), menu=Menu.EDIT),
    ActionRow(
        key="select_all",
        text=QT_TRANSLATE_NOOP("Actions", "Select &all"),
        menu=Menu.EDIT,
        icon="select-all",
        shortcuts=("Ctrl+A",),
        in_list=True,
        separator=True,
    ),
    ActionRow(
        key="find_torrents",
        text=QT_TRANSLATE_NOOP("Actions", "&Filter the list"),
        menu=Menu.EDIT,
        icon="search",
        shortcuts=("Ctrl+F",),
    ),
    ActionRow(key="save_filter", text=QT_TRANSLATE_NOOP("Actions", "&Save this filter…"), menu=Menu.EDIT),
    ActionRow(
        key="find_files",
        text=QT_TRANSLATE_NOOP("Actions", "Find f&iles of the torrent"),
        menu=Menu.EDIT,
        shortcuts=("Ctrl+Shift+F",),
        enabled=one_known,
    ),
    ActionRow(
        key="manage_labels",
        text=QT_TRANSLATE_NOOP("Actions", "All lab&els…"),
        menu=Menu.EDIT,
        separator=True,
    ),
    ActionRow(
        key="excluded_files",
        text=QT_TRANSLATE_NOOP("Actions", "Files that are &never downloaded…"),
        menu=Menu.EDIT,
    ),
    ActionRow(key="banned_peers", text=QT_TRANSLATE_NOOP("Actions", "&Banned peers…"), menu=Menu.EDIT),
    ActionRow(key="ip_filter", text=QT_TRANSLATE_NOOP("Actions", "IP fi&lter…"), menu=Menu.EDIT),
    ActionRow(
        key="protocol",
        text=QT_TRANSLATE_NOOP("Actions", "Pr&otocol…"),
        tip=QT_TRANSLATE_NOOP("Actions", "Choose by which rules slots are given and pieces are asked for"),
        menu=Menu.EDIT,
        icon="swarm",
    ),
    ActionRow(
        key="preferences",
        text=QT_TRANSLATE_NOOP("Actions", "&Preferences…"),
        menu=Menu.EDIT,
        icon="preferences",
        shortcuts=("Ctrl+,",),
        separator=True,
    ),
)
