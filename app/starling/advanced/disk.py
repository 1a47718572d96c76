# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading, writing and checking files."""

from starling.advanced.row import Group, Shelf, Unit, When
from starling.setting import INT_MAX, QT_TRANSLATE_NOOP

_DISK = Shelf(Group.DISK)

ROWS = (
    _DISK.number(
        "aio_threads", QT_TRANSLATE_NOOP("Advanced", "Threads that read and write; more for SSDs and arrays."), 1, 256
    ),
    _DISK.number(
        "hashing_threads",
        QT_TRANSLATE_NOOP("Advanced", "Threads that check whole torrents; one suits a hard disk, more an SSD."),
        1,
        256,
    ),
    _DISK.number(
        "checking_mem_usage",
        QT_TRANSLATE_NOOP("Advanced", "What is read ahead while checking; more is faster and takes memory."),
        1,
        131_072,
        Unit.BLOCKS,
    ),
    _DISK.number(
        "file_pool_size",
        QT_TRANSLATE_NOOP("Advanced", "Files that stay open; the system's limit has to be higher."),
        1,
        65_536,
    ),
    _DISK.number(
        "close_file_interval",
        QT_TRANSLATE_NOOP(
            "Advanced", "How often the file opened first is closed, for systems that else cache without end."
        ),
        0,
        86_400,
        Unit.SECONDS,
        named=((0, QT_TRANSLATE_NOOP("Advanced", "never")),),
    ),
    _DISK.number(
        "max_queued_disk_bytes",
        QT_TRANSLATE_NOOP(
            "Advanced", "What may wait to be written before peers have to wait; more for fast lines and slow disks."
        ),
        16_384,
        INT_MAX,
        Unit.BYTES,
    ),
    _DISK.choice(
        "disk_io_write_mode",
        QT_TRANSLATE_NOOP("Advanced", "What the system does with data that is written."),
        (0, QT_TRANSLATE_NOOP("Advanced", "Cache it")),
        (2, QT_TRANSLATE_NOOP("Advanced", "Keep it out of the cache")),
        (3, QT_TRANSLATE_NOOP("Advanced", "Write it at once")),
        when=When.NEXT,
    ),
    _DISK.choice(
        "disk_io_read_mode",
        QT_TRANSLATE_NOOP("Advanced", "What happens to data that was read for peers."),
        (0, QT_TRANSLATE_NOOP("Advanced", "Cache it")),
        (2, QT_TRANSLATE_NOOP("Advanced", "Forget it")),
    ),
    _DISK.switch(
        "no_atime_storage",
        QT_TRANSLATE_NOOP(
            "Advanced", "Leaves the time of the last reading of files as it was, which saves writing; on Linux."
        ),
        when=When.NEXT,
    ),
    _DISK.switch(
        "no_recheck_incomplete_resume",
        QT_TRANSLATE_NOOP(
            "Advanced", "Takes a torrent whose progress was lost for empty instead of checking its files."
        ),
        when=When.NEXT,
    ),
    _DISK.number(
        "optimistic_disk_retry",
        QT_TRANSLATE_NOOP("Advanced", "How long after a failed write a torrent tries to go on."),
        1,
        86_400,
        Unit.SECONDS,
    ),
    _DISK.switch(
        "enable_set_file_valid_data",
        QT_TRANSLATE_NOOP(
            "Advanced", "Sets files up without zeros, as administrator on Windows; may show what was deleted."
        ),
        when=When.NEXT,
    ),
)
