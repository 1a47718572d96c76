# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast it may be."""

from starling.setting import NO_LIMIT, QT_TRANSLATE_NOOP, Page, Setting, Unit

DOWN_LIMIT = Setting(
    "speed.down_limit",
    0,
    Page.SPEED,
    QT_TRANSLATE_NOOP("Settings", "Download limit"),
    unit=Unit.RATE,
    zero_source=NO_LIMIT,
)

UP_LIMIT = Setting(
    "speed.up_limit",
    0,
    Page.SPEED,
    QT_TRANSLATE_NOOP("Settings", "Upload limit"),
    unit=Unit.RATE,
    zero_source=NO_LIMIT,
)

SLOW_MODE = Setting(
    "speed.slow_mode",
    False,
    Page.SPEED,
    QT_TRANSLATE_NOOP("Settings", "Slow mode"),
    QT_TRANSLATE_NOOP("Settings", "Uses the limits of slow mode instead of the normal ones."),
)

SLOW_DOWN = Setting(
    "speed.slow_down",
    500_000,
    Page.SPEED,
    QT_TRANSLATE_NOOP("Settings", "Download limit in slow mode"),
    unit=Unit.RATE,
    zero_source=NO_LIMIT,
)

SLOW_UP = Setting(
    "speed.slow_up",
    100_000,
    Page.SPEED,
    QT_TRANSLATE_NOOP("Settings", "Upload limit in slow mode"),
    unit=Unit.RATE,
    zero_source=NO_LIMIT,
)

LIMIT_LOCAL = Setting(
    "speed.limit_local", False, Page.SPEED, QT_TRANSLATE_NOOP("Settings", "Limit the local network too")
)
