# SPDX-License-Identifier: GPL-3.0-or-later
"""What everything of the program goes by."""

from enum import Enum

from starling.setting import QT_TRANSLATE_NOOP, Page, Setting


class Language(Enum):
    """Which language the program speaks."""

    SYSTEM = "system"
    ENGLISH = "en"
    SPANISH = "es"


LANGUAGE = Setting(
    "appearance.language",
    Language.SYSTEM,
    Page.GENERAL,
    QT_TRANSLATE_NOOP("Settings", "Language"),
    choices_source=(
        (Language.SYSTEM, QT_TRANSLATE_NOOP("Settings", "As the system")),
        (Language.ENGLISH, "English"),
        (Language.SPANISH, "Español"),
    ),
    at_start=True,
)
