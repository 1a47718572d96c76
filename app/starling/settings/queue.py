# SPDX-License-Identifier: GPL-3.0-or-later
"""How many torrents run at a time."""

from starling.setting import NO_LIMIT, QT_TRANSLATE_NOOP, Page, Setting, Unit

ACTIVE_DOWNLOADS = Setting(
    "queue.active_downloads",
    5,
    Page.QUEUE,
    QT_TRANSLATE_NOOP("Settings", "Downloads at a time"),
    QT_TRANSLATE_NOOP("Settings", "Further ones wait in the queue."),
    maximum=10_000,
    zero_source=NO_LIMIT,
)

ACTIVE_SEEDS = Setting(
    "queue.active_seeds",
    0,
    Page.QUEUE,
    QT_TRANSLATE_NOOP("Settings", "Seeding at a time"),
    maximum=10_000,
    zero_source=NO_LIMIT,
)

ACTIVE_TOTAL = Setting(
    "queue.active_total",
    0,
    Page.QUEUE,
    QT_TRANSLATE_NOOP("Settings", "Active torrents at a time"),
    maximum=10_000,
    zero_source=NO_LIMIT,
)

SLOW_FREE = Setting(
    "queue.slow_free",
    True,
    Page.QUEUE,
    QT_TRANSLATE_NOOP("Settings", "Slow torrents do not count"),
    QT_TRANSLATE_NOOP("Settings", "While one that runs is slow, another one may run besides."),
    section_source=QT_TRANSLATE_NOOP("Settings", "Slow torrents"),
)

SLOW_DOWN = Setting(
    "queue.slow_down",
    2_000,
    Page.QUEUE,
    QT_TRANSLATE_NOOP("Settings", "A download is slow below"),
    minimum=1,
    unit=Unit.RATE,
    needs=SLOW_FREE,
)

SLOW_UP = Setting(
    "queue.slow_up",
    2_000,
    Page.QUEUE,
    QT_TRANSLATE_NOOP("Settings", "A seed is slow below"),
    minimum=1,
    unit=Unit.RATE,
    needs=SLOW_FREE,
)

SLOW_AFTER = Setting(
    "queue.slow_after",
    30,
    Page.QUEUE,
    QT_TRANSLATE_NOOP("Settings", "A torrent is slow after"),
    QT_TRANSLATE_NOOP("Settings", "So long after its start it counts in any case, and may get up to speed."),
    minimum=1,
    maximum=3600,
    unit=Unit.SECONDS,
    needs=SLOW_FREE,
)

CHECKED_AT_A_TIME = Setting(
    "queue.checking",
    1,
    Page.QUEUE,
    QT_TRANSLATE_NOOP("Settings", "Checked at a time"),
    QT_TRANSLATE_NOOP("Settings", "More than one only pays off if they are on several disks."),
    maximum=10_000,
    zero_source=NO_LIMIT,
    section_source=QT_TRANSLATE_NOOP("Settings", "Order"),
)

PREFER_SEEDS = Setting(
    "queue.prefer_seeds",
    False,
    Page.QUEUE,
    QT_TRANSLATE_NOOP("Settings", "Seeds come before downloads"),
    QT_TRANSLATE_NOOP("Settings", "Where both wait for one of the active torrents."),
)
