# SPDX-License-Identifier: GPL-3.0-or-later
"""The File menu."""

from starling.setting import QT_TRANSLATE_NOOP
from starling.ui.action_rows.row import ActionRow, Menu

ROWS: tuple[ActionRow, ...] = (
    ActionRow(
        key="open_files",
        text=QT_TRANSLATE_NOOP("Actions", "&Open torrents…"),
        short=QT_TRANSLATE_NOOP("Actions", "Add torrent"),
        menu=Menu.FILE,
        icon="add",
        shortcuts=("Ctrl+O",),
    ),
    ActionRow(
        key="open_link",
        text=QT_TRANSLATE_NOOP("Actions", "Open &link…"),
        menu=Menu.FILE,
        icon="link",
        shortcuts=("Ctrl+Shift+O", "Ctrl+U"),
    ),
    ActionRow(
        key="paste",
        text=QT_TRANSLATE_NOOP("Actions", "&Paste link"),
        short=QT_TRANSLATE_NOOP("Actions", "Paste link"),
        tip=QT_TRANSLATE_NOOP("Actions", "Open the links, hashes or files on the clipboard"),
        menu=Menu.FILE,
        icon="magnet",
        shortcuts=("Ctrl+V",),
    ),
    ActionRow(
        key="create_torrent",
        text=QT_TRANSLATE_NOOP("Actions", "&Create torrent…"),
        tip=QT_TRANSLATE_NOOP("Actions", "Make a .torrent of a file or a folder"),
        menu=Menu.FILE,
        icon="create",
        shortcuts=("Ctrl+N",),
        separator=True,
    ),
    ActionRow(
        key="export_list",
        text=QT_TRANSLATE_NOOP("Actions", "E&xport the list as CSV…"),
        tip=QT_TRANSLATE_NOOP("Actions", "Write the torrents and columns that are shown into a file"),
        menu=Menu.FILE,
        separator=True,
    ),
    ActionRow(
        key="quit",
        text=QT_TRANSLATE_NOOP("Actions", "&Quit"),
        menu=Menu.FILE,
        icon="quit",
        shortcuts=("Ctrl+Q",),
        separator=True,
    ),
)
