# SPDX-License-Identifier: GPL-3.0-or-later
"""How many torrents run at a time."""

from starling.setting import NO_LIMIT, QT_TRANSLATE_NOOP, Page, Setting

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
