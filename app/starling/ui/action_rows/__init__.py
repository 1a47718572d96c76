# SPDX-License-Identifier: GPL-3.0-or-later
"""Every action of the main window, one row each, by menu."""

from starling.ui.action_rows import edit, file, help, torrent, view
from starling.ui.action_rows.row import ActionRow, Menu

ACTIONS: tuple[ActionRow, ...] = (*file.ROWS, *edit.ROWS, *torrent.ROWS, *view.ROWS, *help.ROWS)

TOOLBAR: tuple[tuple[str, ...], ...] = (
    ("open_files", "paste"),
    ("start", "pause", "remove"),
    ("queue_up", "queue_down"),
    ("slow_mode",),
)
"""Keys by group; the first one is the primary button and keeps its words in narrow windows."""

SUBMENUS = {
    Menu.QUEUE: Menu.TORRENT,
    Menu.COPY: Menu.TORRENT,
    Menu.LABELS: Menu.TORRENT,
    Menu.FILES: Menu.TORRENT,
    Menu.PEERS: Menu.TORRENT,
    Menu.PIECES: Menu.TORRENT,
    Menu.TRACKERS: Menu.TORRENT,
    Menu.COLUMNS: Menu.VIEW,
    Menu.COLOURS: Menu.VIEW,
}
"""Submenus and the menus they are in."""
TOP = (Menu.FILE, Menu.EDIT, Menu.TORRENT, Menu.VIEW, Menu.HELP)
"""The menu bar."""
SUBMENUS_AFTER: dict[str, tuple[Menu, ...]] = {
    "pause": (Menu.QUEUE,),
    "reannounce": (Menu.FILES, Menu.PEERS, Menu.TRACKERS, Menu.PIECES),
    "open_folder": (Menu.COPY,),
    "first_last": (Menu.LABELS,),
    "sidebar": (Menu.COLUMNS,),
    "limit_uploads": (Menu.COLOURS,),
}
"""Submenus by the key of the action they stand below."""
TABS = {Menu.FILES: "files", Menu.PEERS: "peers", Menu.TRACKERS: "trackers", Menu.PIECES: "pieces"}
"""Submenus about what is selected in a tab of the details, with the key of its page."""
