# SPDX-License-Identifier: GPL-3.0-or-later
"""Where downloads go, and what is done to them."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from starling import excluded
from starling.paths import default_save_path
from starling.setting import QT_TRANSLATE_NOOP, Page, Setting, Unit


def _save_path() -> str:
    return str(default_save_path())


def _absolute(path: str) -> None:
    if not Path(path).is_absolute():
        raise SAVE_PATH.refuse(QCoreApplication.translate("Settings", "“{label}” must be a full path."))


def _patterns(patterns: tuple[str, ...]) -> None:
    if sentence := excluded.problem(patterns):
        raise ValueError(sentence)


SAVE_PATH = Setting(
    "downloads.save_path", _save_path, Page.DOWNLOADS, QT_TRANSLATE_NOOP("Settings", "Save to"), check=_absolute
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

CONFIRM_REMOVE = Setting(
    "ui.confirm_remove", True, Page.DOWNLOADS, QT_TRANSLATE_NOOP("Settings", "Ask before removing torrents")
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
