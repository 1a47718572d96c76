# SPDX-License-Identifier: GPL-3.0-or-later
"""Names that libtorrent still knows and that change nothing in Starling."""

from starling.advanced.row import Group, Shelf, Unit
from starling.setting import INT_MAX, QT_TRANSLATE_NOOP

_IDLE = Shelf(Group.IDLE)

ROWS = (
    _IDLE.number(
        "active_loaded_limit", QT_TRANSLATE_NOOP("Advanced", "Once limited the torrents that were kept in memory.")
    ),
    _IDLE.number("aio_max", QT_TRANSLATE_NOOP("Advanced", "Once limited the disk jobs under way.")),
    _IDLE.switch(
        "allow_partial_disk_writes",
        QT_TRANSLATE_NOOP("Advanced", "Once let the write cache reach over the ends of pieces."),
    ),
    _IDLE.switch(
        "announce_double_nat", QT_TRANSLATE_NOOP("Advanced", "Once told trackers the address between two routers.")
    ),
    _IDLE.switch(
        "broadcast_lsd", QT_TRANSLATE_NOOP("Advanced", "Once also shouted for local peers where multicast was missing.")
    ),
    _IDLE.number(
        "cache_buffer_chunk_size",
        QT_TRANSLATE_NOOP("Advanced", "Once set how much memory the disk cache took at a time."),
    ),
    _IDLE.number(
        "cache_expiry", QT_TRANSLATE_NOOP("Advanced", "Once set how long written data stayed in the disk cache.")
    ),
    _IDLE.number(
        "cache_size",
        QT_TRANSLATE_NOOP("Advanced", "Once set the size of the disk cache; the system's own took its place."),
        -1,
    ),
    _IDLE.number(
        "cache_size_volatile", QT_TRANSLATE_NOOP("Advanced", "Once limited what the disk cache kept for a moment only.")
    ),
    _IDLE.switch("coalesce_reads", QT_TRANSLATE_NOOP("Advanced", "Once joined reads into one large one.")),
    _IDLE.switch("coalesce_writes", QT_TRANSLATE_NOOP("Advanced", "Once joined writes into one large one.")),
    _IDLE.switch(
        "contiguous_recv_buffer", QT_TRANSLATE_NOOP("Advanced", "Once received from peers in one stretch of memory.")
    ),
    _IDLE.number(
        "decrease_est_reciprocation_rate",
        QT_TRANSLATE_NOOP("Advanced", "Once belonged to the BitTyrant choker, for peers that gave back."),
    ),
    _IDLE.number(
        "default_cache_min_age",
        QT_TRANSLATE_NOOP("Advanced", "Once kept data in the read cache for at least this long."),
    ),
    _IDLE.number(
        "default_est_reciprocation_rate",
        QT_TRANSLATE_NOOP("Advanced", "Once belonged to the BitTyrant choker, for peers not yet known."),
    ),
    _IDLE.number(
        "dht_max_torrent_search_reply",
        QT_TRANSLATE_NOOP("Advanced", "Once limited the answers to a search by words, which the DHT never got."),
    ),
    _IDLE.switch(
        "disk_disable_copy_on_write",
        QT_TRANSLATE_NOOP(
            "Advanced", "Would keep files on btrfs in one piece, but only in a way of writing that is not used here."
        ),
    ),
    _IDLE.choice(
        "disk_write_mode",
        QT_TRANSLATE_NOOP("Advanced", "Would choose how mapped files are written, but files are not mapped here."),
        (0, QT_TRANSLATE_NOOP("Advanced", "Plain writes")),
        (1, QT_TRANSLATE_NOOP("Advanced", "Mapped")),
        (2, QT_TRANSLATE_NOOP("Advanced", "Mapped on fast local disks")),
    ),
    _IDLE.switch(
        "dont_flush_write_cache",
        QT_TRANSLATE_NOOP("Advanced", "Once kept data in the write cache until its piece was checked."),
    ),
    _IDLE.number(
        "file_checks_delay_per_block",
        QT_TRANSLATE_NOOP("Advanced", "Once slowed checking down by a pause after each block."),
    ),
    _IDLE.switch("force_proxy", QT_TRANSLATE_NOOP("Advanced", "Once kept everything from going past the proxy.")),
    _IDLE.switch(
        "guided_read_cache", QT_TRANSLATE_NOOP("Advanced", "Once fitted the read cache to the rate of each peer.")
    ),
    _IDLE.number(
        "half_open_limit", QT_TRANSLATE_NOOP("Advanced", "Once limited the calls under way, for old Windows.")
    ),
    _IDLE.switch(
        "ignore_resume_timestamps",
        QT_TRANSLATE_NOOP("Advanced", "Once trusted the saved progress even if files had changed."),
    ),
    _IDLE.number(
        "increase_est_reciprocation_rate",
        QT_TRANSLATE_NOOP("Advanced", "Once belonged to the BitTyrant choker, for peers that gave nothing back."),
    ),
    _IDLE.switch("lazy_bitfields", QT_TRANSLATE_NOOP("Advanced", "Once hid from the provider that we are a seed.")),
    _IDLE.switch("lock_disk_cache", QT_TRANSLATE_NOOP("Advanced", "Once kept the disk cache from being swapped out.")),
    _IDLE.switch("lock_files", QT_TRANSLATE_NOOP("Advanced", "Once kept other programs from changing files.")),
    _IDLE.switch("low_prio_disk", QT_TRANSLATE_NOOP("Advanced", "Once let other programs use the disk first.")),
    _IDLE.number(
        "max_rejects", QT_TRANSLATE_NOOP("Advanced", "Once ended connections to peers that asked on while choked.")
    ),
    _IDLE.text("mmap_cache", QT_TRANSLATE_NOOP("Advanced", "Once named a file to hold the disk cache.")),
    _IDLE.number(
        "mmap_file_size_cutoff",
        QT_TRANSLATE_NOOP("Advanced", "Would keep small files from being mapped, but none is mapped here."),
        0,
        INT_MAX,
        Unit.BLOCKS,
    ),
    _IDLE.number(
        "network_threads", QT_TRANSLATE_NOOP("Advanced", "Once was to send from several threads, and never did.")
    ),
    _IDLE.number(
        "read_cache_line_size", QT_TRANSLATE_NOOP("Advanced", "Once set how much was read ahead into the disk cache.")
    ),
    _IDLE.switch(
        "support_merkle_torrents",
        QT_TRANSLATE_NOOP(
            "Advanced", "Once was for Tribler's torrents with hash trees; those of BitTorrent v2 need no switch."
        ),
    ),
    _IDLE.number(
        "tracker_maximum_response_length",
        QT_TRANSLATE_NOOP("Advanced", "Once limited the answers of trackers; max_http_recv_buffer_size does now."),
    ),
    _IDLE.number(
        "urlseed_pipeline_size", QT_TRANSLATE_NOOP("Advanced", "Once set how many requests a web seed got ahead.")
    ),
    _IDLE.switch("use_disk_cache_pool", QT_TRANSLATE_NOOP("Advanced", "Once kept memory for the disk cache in stock.")),
    _IDLE.switch("use_disk_read_ahead", QT_TRANSLATE_NOOP("Advanced", "Once told the system of reads to come.")),
    _IDLE.switch("use_read_cache", QT_TRANSLATE_NOOP("Advanced", "Once switched the cache for reading on.")),
    _IDLE.switch("use_write_cache", QT_TRANSLATE_NOOP("Advanced", "Once switched the cache for writing on.")),
    _IDLE.number("utp_delayed_ack", QT_TRANSLATE_NOOP("Advanced", "Once delayed the receipts of µTP.")),
    _IDLE.switch(
        "volatile_read_cache", QT_TRANSLATE_NOOP("Advanced", "Once dropped data from the cache as soon as it was sent.")
    ),
    _IDLE.number(
        "write_cache_line_size", QT_TRANSLATE_NOOP("Advanced", "Once set how much was gathered before it was written.")
    ),
)
