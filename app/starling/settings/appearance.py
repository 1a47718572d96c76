# SPDX-License-Identifier: GPL-3.0-or-later
"""How it looks and how numbers are written."""

from enum import Enum

from starling.flags import Letters
from starling.setting import QT_TRANSLATE_NOOP, Page, Setting


class Appearance(Enum):
    """Light, dark, or as the desktop is."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


THEME = Setting(
    "appearance.theme",
    Appearance.SYSTEM,
    Page.APPEARANCE,
    QT_TRANSLATE_NOOP("Settings", "Colours"),
    choices_source=(
        (Appearance.SYSTEM, QT_TRANSLATE_NOOP("Settings", "As the system")),
        (Appearance.LIGHT, QT_TRANSLATE_NOOP("Settings", "Light")),
        (Appearance.DARK, QT_TRANSLATE_NOOP("Settings", "Dark")),
    ),
)

BINARY_UNITS = Setting(
    "units.binary",
    False,
    Page.APPEARANCE,
    QT_TRANSLATE_NOOP("Settings", "Sizes in KiB, MiB and GiB"),
    QT_TRANSLATE_NOOP("Settings", "1 KiB is 1024 bytes, 1 kB is 1000 bytes."),
)

FLAG_LETTERS = Setting(
    "appearance.flag_letters",
    Letters.TRANSMISSION,
    Page.APPEARANCE,
    QT_TRANSLATE_NOOP("Settings", "Letters for peers"),
    QT_TRANSLATE_NOOP("Settings", "What T is in Transmission, a connection over µTP, is P in µTorrent."),
    choices_source=((Letters.TRANSMISSION, "Transmission"), (Letters.UTORRENT, "µTorrent")),
)
