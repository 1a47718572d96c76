# SPDX-License-Identifier: GPL-3.0-or-later
"""How torrents are kept in order."""

from starling import savedfilters
from starling.savedfilters import SavedFilter
from starling.setting import QT_TRANSLATE_NOOP, Form, Page, Setting

SAVED_FILTERS: Setting[tuple[SavedFilter, ...]] = Setting(
    "organising.saved_filters",
    (),
    Page.LABELS,
    QT_TRANSLATE_NOOP("Settings", "Saved filters"),
    QT_TRANSLATE_NOOP("Settings", "They stand in the sidebar, and are kept and changed there."),
    form=Form.OWN,
    read=savedfilters.read,
    write=savedfilters.write,
)
