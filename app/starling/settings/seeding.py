# SPDX-License-Identifier: GPL-3.0-or-later
"""Until when torrents are seeded that neither say so themselves nor by a label, and what is asked before that."""

from collections.abc import Callable
from typing import Any

from starling.goals import After, Goal
from starling.setting import QT_TRANSLATE_NOOP, Page, Setting, Unit

RATIO_ON = Setting(
    "seeding.ratio_on",
    False,
    Page.SEEDING,
    QT_TRANSLATE_NOOP("Settings", "Until a ratio is reached"),
    QT_TRANSLATE_NOOP("Settings", "A torrent's own goal and those of labels come before what is said here."),
    section_source=QT_TRANSLATE_NOOP("Settings", "Seed a torrent"),
)

RATIO = Setting(
    "seeding.ratio",
    2.0,
    Page.SEEDING,
    QT_TRANSLATE_NOOP("Settings", "Ratio"),
    QT_TRANSLATE_NOOP("Settings", "Uploaded to downloaded; to the size of what was there already."),
    maximum=10_000,
    unit=Unit.RATIO,
    needs=RATIO_ON,
)

TIME_ON = Setting(
    "seeding.time_on", False, Page.SEEDING, QT_TRANSLATE_NOOP("Settings", "Until it was seeded for some time")
)

TIME = Setting(
    "seeding.time",
    1440,
    Page.SEEDING,
    QT_TRANSLATE_NOOP("Settings", "Time of seeding"),
    QT_TRANSLATE_NOOP("Settings", "Only the time counts in which it runs and is complete."),
    maximum=10_000_000,
    unit=Unit.MINUTES,
    needs=TIME_ON,
)

IDLE_ON = Setting(
    "seeding.idle_on", False, Page.SEEDING, QT_TRANSLATE_NOOP("Settings", "Until nobody took anything for some time")
)

IDLE = Setting(
    "seeding.idle",
    120,
    Page.SEEDING,
    QT_TRANSLATE_NOOP("Settings", "Time without uploads"),
    QT_TRANSLATE_NOOP("Settings", "Time in which it is paused or waits in the queue does not count."),
    maximum=10_000_000,
    unit=Unit.MINUTES,
    needs=IDLE_ON,
)

EVERY = Setting(
    "seeding.every",
    False,
    Page.SEEDING,
    QT_TRANSLATE_NOOP("Settings", "Only when all of these are reached"),
    QT_TRANSLATE_NOOP("Settings", "Else any one of them will do."),
)

THEN: Setting[After] = Setting(
    "seeding.then",
    After.PAUSE,
    Page.SEEDING,
    QT_TRANSLATE_NOOP("Settings", "Then"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "A paused one goes on by itself if its goal is raised, and whatever its goal says if you start it. Torrents "
        "that run by “Start now” are left alone.",
    ),
    choices_source=(
        (After.PAUSE, QT_TRANSLATE_NOOP("Settings", "Pause it")),
        (After.REMOVE, QT_TRANSLATE_NOOP("Settings", "Remove it, and keep its files")),
        (After.REMOVE_DATA, QT_TRANSLATE_NOOP("Settings", "Remove it, its files to the trash")),
        (After.SUPER_SEED, QT_TRANSLATE_NOOP("Settings", "Seed on as a super-seed")),
    ),
    section_source=QT_TRANSLATE_NOOP("Settings", "When that is reached"),
)

WARN_RARE = Setting(
    "seeding.warn_rare",
    True,
    Page.SEEDING,
    QT_TRANSLATE_NOOP("Settings", "Ask before the last copy is stopped"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "If you pause or remove a torrent of which nobody else who is connected has some pieces, and no other seed is"
        " known.",
    ),
    section_source=QT_TRANSLATE_NOOP("Settings", "Rare because of you"),
)


def goal(get: Callable[[Setting[Any]], Any]) -> Goal | None:
    """The goal that the settings give, `get` being theirs; None where they give none."""
    found = Goal(
        get(RATIO) if get(RATIO_ON) else None,
        get(TIME) * 60 if get(TIME_ON) else None,
        get(IDLE) * 60 if get(IDLE_ON) else None,
        get(EVERY),
        get(THEN),
    )
    return None if found.endless else found
