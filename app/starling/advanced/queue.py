# SPDX-License-Identifier: GPL-3.0-or-later
"""Which torrents run, and when a seed has done its share."""

from starling.advanced.row import UNLIMITED, Group, Shelf, Unit
from starling.setting import INT_MAX, QT_TRANSLATE_NOOP

_QUEUE = Shelf(Group.QUEUE)

ROWS = (
    _QUEUE.number(
        "active_downloads",
        QT_TRANSLATE_NOOP("Advanced", "Downloads that run at a time."),
        -1,
        1_000_000,
        named=UNLIMITED,
    ),
    _QUEUE.number(
        "active_seeds", QT_TRANSLATE_NOOP("Advanced", "Seeds that run at a time."), -1, 1_000_000, named=UNLIMITED
    ),
    _QUEUE.number(
        "active_limit",
        QT_TRANSLATE_NOOP("Advanced", "Torrents that run at a time, slow ones included."),
        -1,
        1_000_000,
        named=UNLIMITED,
    ),
    _QUEUE.number(
        "active_checking",
        QT_TRANSLATE_NOOP("Advanced", "Torrents that are checked at a time; more only pays off on several disks."),
        -1,
        1_000_000,
        named=UNLIMITED,
    ),
    _QUEUE.number(
        "active_tracker_limit",
        QT_TRANSLATE_NOOP("Advanced", "Running torrents that are announced to trackers."),
        -1,
        1_000_000,
        named=UNLIMITED,
        reason=QT_TRANSLATE_NOOP("Advanced", "Whatever runs should be found."),
    ),
    _QUEUE.number(
        "active_dht_limit",
        QT_TRANSLATE_NOOP("Advanced", "Running torrents that are announced to the DHT."),
        -1,
        1_000_000,
        named=UNLIMITED,
        reason=QT_TRANSLATE_NOOP("Advanced", "Whatever runs should be found."),
    ),
    _QUEUE.number(
        "active_lsd_limit",
        QT_TRANSLATE_NOOP("Advanced", "Running torrents that are announced in the local network."),
        -1,
        1_000_000,
        named=UNLIMITED,
        reason=QT_TRANSLATE_NOOP("Advanced", "Whatever runs should be found."),
    ),
    _QUEUE.number(
        "auto_manage_interval",
        QT_TRANSLATE_NOOP("Advanced", "How often it is decided afresh which torrents run."),
        1,
        3600,
        Unit.SECONDS,
    ),
    _QUEUE.number(
        "auto_manage_startup",
        QT_TRANSLATE_NOOP("Advanced", "How long a torrent must be slow to no longer count as active."),
        1,
        3600,
        Unit.SECONDS,
        reason=QT_TRANSLATE_NOOP("Advanced", "The next in the queue need not wait a whole minute for a dead torrent."),
    ),
    _QUEUE.switch(
        "auto_manage_prefer_seeds", QT_TRANSLATE_NOOP("Advanced", "Starts waiting seeds before waiting downloads.")
    ),
    _QUEUE.switch(
        "dont_count_slow_torrents",
        QT_TRANSLATE_NOOP("Advanced", "Lets another torrent start while one that runs is slow."),
        reason=QT_TRANSLATE_NOOP("Advanced", "A torrent that stands still would hold up the queue."),
    ),
    _QUEUE.number(
        "inactive_down_rate",
        QT_TRANSLATE_NOOP("Advanced", "A download below this rate counts as slow."),
        0,
        INT_MAX,
        Unit.RATE,
    ),
    _QUEUE.number(
        "inactive_up_rate",
        QT_TRANSLATE_NOOP("Advanced", "A seed below this rate counts as slow."),
        0,
        INT_MAX,
        Unit.RATE,
    ),
    _QUEUE.switch(
        "incoming_starts_queued_torrents",
        QT_TRANSLATE_NOOP("Advanced", "Starts a waiting torrent when a peer calls for it."),
    ),
    _QUEUE.number(
        "share_ratio_limit",
        QT_TRANSLATE_NOOP("Advanced", "Uploaded to downloaded, from which on a seed lets others go first."),
        0,
        INT_MAX,
        Unit.PERCENT,
    ),
    _QUEUE.number(
        "seed_time_limit",
        QT_TRANSLATE_NOOP("Advanced", "Time of seeding from which on a seed lets others go first."),
        0,
        INT_MAX,
        Unit.SECONDS,
    ),
    _QUEUE.number(
        "seed_time_ratio_limit",
        QT_TRANSLATE_NOOP(
            "Advanced", "Time of seeding to that of downloading, from which on a seed lets others go first."
        ),
        0,
        INT_MAX,
        Unit.PERCENT,
    ),
    _QUEUE.switch(
        "support_share_mode",
        QT_TRANSLATE_NOOP("Advanced", "Tells peers of share mode, where a torrent fetches only what it can pass on."),
    ),
    _QUEUE.number(
        "share_mode_target",
        QT_TRANSLATE_NOOP(
            "Advanced", "Times that a torrent in share mode wants to pass on what it fetches; above 3 it may starve."
        ),
        2,
        100,
    ),
)
