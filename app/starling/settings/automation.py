# SPDX-License-Identifier: GPL-3.0-or-later
"""What Starling does by itself: folders it watches, programs it runs, trackers it adds, links it sees."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from starling import placeholders, tiers, watchfolders
from starling.setting import QT_TRANSLATE_NOOP, Form, Page, Setting
from starling.spelling import shortened, shown
from starling.watchfolders import WatchFolder

_FOLDERS = QT_TRANSLATE_NOOP("Settings", "Adding")
_PROGRAMS = QT_TRANSLATE_NOOP("Settings", "Programs")


def _trackers(raw: object) -> tuple[str, ...]:
    """The lines as they are kept: a URL in each, and one empty line between two tiers."""
    if not isinstance(raw, Sequence) or isinstance(raw, str) or not all(isinstance(line, str) for line in raw):
        raise TRACKERS.refuse(QCoreApplication.translate("Settings", "“{label}” must be a list of texts."))
    found = tiers.read("\n".join(raw))
    for wrong in found.wrong:
        if wrong.portless:
            text = QCoreApplication.translate("Settings", "{url} lacks its port, which UDP has no usual one for.")
        else:
            text = QCoreApplication.translate("Settings", "{url} is no address of a tracker.")
        raise ValueError(text.format(url=shortened(shown(wrong.text))))
    return tuple(tiers.written(found.tiers).split("\n")) if found.tiers else ()


WATCH_FOLDERS: Setting[tuple[WatchFolder, ...]] = Setting(
    "automation.watch_folders",
    (),
    Page.AUTOMATION,
    QT_TRANSLATE_NOOP("Settings", "Watch folders"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "Torrents whose .torrent files are put there are added without being asked about, and so are magnet links in "
        ".magnet and .txt files.",
    ),
    section_source=_FOLDERS,
    form=Form.OWN,
    read=watchfolders.read,
    write=watchfolders.write,
)

TRACKERS: Setting[tuple[str, ...]] = Setting(
    "automation.trackers",
    (),
    Page.AUTOMATION,
    QT_TRANSLATE_NOOP("Settings", "Trackers for new torrents"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "One a line, an empty line begins a new tier. They come after the torrent's own. Private torrents never get "
        "them, and magnet links when their details show that they are not private.",
    ),
    read=_trackers,
    write=list,
)

CLIPBOARD = Setting(
    "automation.clipboard",
    False,
    Page.AUTOMATION,
    QT_TRANSLATE_NOOP("Settings", "Offer to add links that were copied"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "When Starling's window comes to the front it looks for a magnet link, an info-hash or the address of a "
        ".torrent file on the clipboard. Nothing of it is kept.",
    ),
)

RUN_ADDED: Setting[tuple[str, ...]] = Setting(
    "automation.run_added",
    (),
    Page.AUTOMATION,
    QT_TRANSLATE_NOOP("Settings", "Run when a torrent is added"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "Arguments may hold {name}, {path} of its folder or file, {save_path}, {hash}, {hash_v2}, {labels}, {size} in "
        "bytes, {tracker} and {event}; the environment has STARLING_NAME and so on. No shell reads them. {path} is "
        "empty where several files lie side by side, and before they are known. A name may begin with a dash: put -- "
        "before it, or use {path}, which never does.",
    ),
    section_source=_PROGRAMS,
    check=placeholders.check,
    form=Form.ARGUMENTS,
)

RUN_FINISHED: Setting[tuple[str, ...]] = Setting(
    "automation.run_finished",
    (),
    Page.AUTOMATION,
    QT_TRANSLATE_NOOP("Settings", "Run when a download is finished"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "Once for each download, when its files are where they belong; not for torrents whose files were there when "
        "they were added. Arguments as above.",
    ),
    check=placeholders.check,
    form=Form.ARGUMENTS,
)

RUN_SEEDED: Setting[tuple[str, ...]] = Setting(
    "automation.run_seeded",
    (),
    Page.AUTOMATION,
    QT_TRANSLATE_NOOP("Settings", "Run when a seeding goal is reached"),
    check=placeholders.check,
    form=Form.ARGUMENTS,
)

RUN_AT_ONCE = Setting(
    "automation.run_at_once",
    2,
    Page.AUTOMATION,
    QT_TRANSLATE_NOOP("Settings", "Programs at a time"),
    QT_TRANSLATE_NOOP("Settings", "The others wait until one has ended."),
    minimum=1,
    maximum=16,
)
