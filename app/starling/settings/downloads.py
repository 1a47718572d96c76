# SPDX-License-Identifier: GPL-3.0-or-later
"""Where downloads go, and what is done to them."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from starling import excluded
from starling.paths import default_save_path
from starling.setting import QT_TRANSLATE_NOOP, Form, Page, Setting, Unit


def _save_path() -> str:
    return str(default_save_path())


def _absolute(path: str) -> None:
    if not Path(path).is_absolute():
        raise SAVE_PATH.refuse(QCoreApplication.translate("Settings", "“{label}” must be a full path."))


def _folder_or_none(key: str, path: str) -> None:
    if path and not Path(path).is_absolute():
        setting = next(each for each in (INCOMPLETE_FOLDER, DONE_FOLDER) if each.key == key)
        raise setting.refuse(QCoreApplication.translate("Settings", "“{label}” must be a full path, or empty."))


def _patterns(patterns: tuple[str, ...]) -> None:
    if sentence := excluded.problem(patterns):
        raise ValueError(sentence)


SAVE_PATH = Setting(
    "downloads.save_path",
    _save_path,
    Page.DOWNLOADS,
    QT_TRANSLATE_NOOP("Settings", "Save to"),
    check=_absolute,
    form=Form.FOLDER,
)

START_ADDED = Setting(
    "downloads.start_added", True, Page.DOWNLOADS, QT_TRANSLATE_NOOP("Settings", "Start torrents when they are added")
)

SHOW_ADD_DIALOG = Setting(
    "downloads.show_add_dialog",
    True,
    Page.DOWNLOADS,
    QT_TRANSLATE_NOOP("Settings", "Ask where and what to save when adding"),
)

EXCLUDED: Setting[tuple[str, ...]] = Setting(
    "downloads.excluded_files",
    (),
    Page.DOWNLOADS,
    QT_TRANSLATE_NOOP("Settings", "Never download files like"),
    QT_TRANSLATE_NOOP("Settings", "Patterns such as *.nfo or sample/*, for every torrent that is added."),
    check=_patterns,
)

INCOMPLETE_FOLDER = Setting(
    "downloads.incomplete_folder",
    "",
    Page.DOWNLOADS,
    QT_TRANSLATE_NOOP("Settings", "Keep incomplete torrents in"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "Another folder in which torrents that are added lie until they are complete; then they are moved to their "
        "own. Empty: they are in their own from the beginning.",
    ),
    check=partial(_folder_or_none, "downloads.incomplete_folder"),
    form=Form.FOLDER,
)

DONE_FOLDER = Setting(
    "downloads.done_folder",
    "",
    Page.DOWNLOADS,
    QT_TRANSLATE_NOOP("Settings", "Move complete torrents to"),
    QT_TRANSLATE_NOOP("Settings", "For torrents that are added from now on. Empty: they stay in their own folder."),
    check=partial(_folder_or_none, "downloads.done_folder"),
    form=Form.FOLDER,
)

PART_SUFFIX = Setting(
    "downloads.part_suffix",
    False,
    Page.DOWNLOADS,
    QT_TRANSLATE_NOOP("Settings", "Names of unfinished files end in .part"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "On the disk, until they are complete, so that other programs leave them alone. Files that were there before "
        "their torrent keep their names. Not on Windows.",
    ),
)

PREALLOCATE = Setting(
    "downloads.preallocate",
    False,
    Page.DOWNLOADS,
    QT_TRANSLATE_NOOP("Settings", "Take the room of whole files at once"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "For torrents that are added from now on. Files are in fewer bits on the disk then, and need their room from "
        "the beginning.",
    ),
)

KEEP_FREE = Setting(
    "downloads.keep_free",
    500_000_000,
    Page.DOWNLOADS,
    QT_TRANSLATE_NOOP("Settings", "Keep free on each disk"),
    QT_TRANSLATE_NOOP(
        "Settings", "Downloads wait before a disk has less than this, and go on when there is room again; seeds go on."
    ),
    maximum=100_000_000_000_000,
    unit=Unit.BYTES,
    zero_source=QT_TRANSLATE_NOOP("Settings", "fill it up"),
)

CONFIRM_REMOVE = Setting(
    "ui.confirm_remove", True, Page.GENERAL, QT_TRANSLATE_NOOP("Settings", "Ask before removing torrents")
)

KEEP_REMOVED = Setting(
    "downloads.keep_removed",
    7,
    Page.DOWNLOADS,
    QT_TRANSLATE_NOOP("Settings", "Removed torrents can come back for"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "Undo brings them back as they were, with their files out of the trash as long as that is not emptied.",
    ),
    maximum=365,
    unit=Unit.DAYS,
    zero_source=QT_TRANSLATE_NOOP("Settings", "never"),
)
