# SPDX-License-Identifier: GPL-3.0-or-later
"""What is written into the log, and whether into a file too: at the end of the page General."""

from enum import Enum

from starling.setting import QT_TRANSLATE_NOOP, Page, Setting


class LogLevel(Enum):
    """How grave what is written into the log is at least."""

    ERRORS = "errors"
    WARNINGS = "warnings"
    INFO = "info"
    DETAILS = "details"


LEVEL = Setting(
    "log.level",
    LogLevel.INFO,
    Page.GENERAL,
    QT_TRANSLATE_NOOP("Settings", "Write into the log"),
    QT_TRANSLATE_NOOP("Settings", "Details are for finding out why something goes wrong: there are many of them."),
    choices_source=(
        (LogLevel.ERRORS, QT_TRANSLATE_NOOP("Settings", "Errors")),
        (LogLevel.WARNINGS, QT_TRANSLATE_NOOP("Settings", "Errors and warnings")),
        (LogLevel.INFO, QT_TRANSLATE_NOOP("Settings", "What happens")),
        (LogLevel.DETAILS, QT_TRANSLATE_NOOP("Settings", "Every detail")),
    ),
    section_source=QT_TRANSLATE_NOOP("Settings", "Log"),
)
FILE = Setting(
    "log.file",
    False,
    Page.GENERAL,
    QT_TRANSLATE_NOOP("Settings", "Write a log file"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "starling.log in the folder “logs” beside the list of torrents; a new one is begun after 5 MB, and three older "
        "ones are kept. It names your torrents.",
    ),
)
