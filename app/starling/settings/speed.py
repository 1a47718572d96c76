# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast it may be."""

from collections.abc import Sequence

from starling.i18n import translate
from starling.setting import NO_LIMIT, QT_TRANSLATE_NOOP, RATE_MAX, Form, Page, Setting, Unit

DOWN_LIMIT = Setting(
    "speed.down_limit",
    0,
    Page.SPEED,
    QT_TRANSLATE_NOOP("Settings", "Download limit"),
    maximum=RATE_MAX,
    unit=Unit.RATE,
    zero_source=NO_LIMIT,
)

UP_LIMIT = Setting(
    "speed.up_limit",
    0,
    Page.SPEED,
    QT_TRANSLATE_NOOP("Settings", "Upload limit"),
    maximum=RATE_MAX,
    unit=Unit.RATE,
    zero_source=NO_LIMIT,
)

LIMIT_LOCAL = Setting(
    "speed.limit_local",
    False,
    Page.SPEED,
    QT_TRANSLATE_NOOP("Settings", "Limit the local network too"),
    QT_TRANSLATE_NOOP("Settings", "Limits of a torrent or a label hold there in any case."),
)

SEEDING = Setting(
    "speed.seeding",
    False,
    Page.SPEED,
    QT_TRANSLATE_NOOP("Settings", "Another upload limit while nothing is downloaded"),
    QT_TRANSLATE_NOOP(
        "Settings", "It takes the place of the normal one half a minute after the last download has ended or stalled."
    ),
    section_source=QT_TRANSLATE_NOOP("Settings", "While only seeding"),
)

SEEDING_UP = Setting(
    "speed.seeding_up",
    0,
    Page.SPEED,
    QT_TRANSLATE_NOOP("Settings", "Upload limit while only seeding"),
    maximum=RATE_MAX,
    unit=Unit.RATE,
    zero_source=NO_LIMIT,
    needs=SEEDING,
)

SLOW_MODE = Setting(
    "speed.slow_mode",
    False,
    Page.SPEED,
    QT_TRANSLATE_NOOP("Settings", "Slow mode"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "Uses the limits of slow mode instead of the normal ones. While the schedule is followed, it switches this: "
        "what you switch yourself holds until it says something else.",
    ),
    section_source=QT_TRANSLATE_NOOP("Settings", "Slow mode"),
)

SLOW_DOWN = Setting(
    "speed.slow_down",
    500_000,
    Page.SPEED,
    QT_TRANSLATE_NOOP("Settings", "Download limit in slow mode"),
    maximum=RATE_MAX,
    unit=Unit.RATE,
    zero_source=NO_LIMIT,
)

SLOW_UP = Setting(
    "speed.slow_up",
    100_000,
    Page.SPEED,
    QT_TRANSLATE_NOOP("Settings", "Upload limit in slow mode"),
    maximum=RATE_MAX,
    unit=Unit.RATE,
    zero_source=NO_LIMIT,
)


def _read_presets(raw: object) -> tuple[int, ...]:
    if isinstance(raw, Sequence) and all(type(rate) is int and 0 < rate <= RATE_MAX for rate in raw):
        return tuple(sorted(set(raw)))
    text = translate("Settings", "“{label}” must be a list of rates in bytes per second.")
    raise PRESETS.refuse(text)


PRESETS: Setting[tuple[int, ...]] = Setting(
    "speed.presets",
    (),
    Page.SPEED,
    QT_TRANSLATE_NOOP("Settings", "Rates in the menu of the status bar"),
    QT_TRANSLATE_NOOP(
        "Settings", "Separated by semicolons. They are offered beside steps around the present limit, for both ways."
    ),
    section_source=QT_TRANSLATE_NOOP("Settings", "Menu"),
    form=Form.OWN,
    read=_read_presets,
    write=list,
)
