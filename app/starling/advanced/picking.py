# SPDX-License-Identifier: GPL-3.0-or-later
"""Which pieces are asked for, of whom, and how many ahead; what magnet links may bring."""

from starling.advanced.row import Group, Shelf, Unit, When
from starling.setting import INT_MAX, QT_TRANSLATE_NOOP

_PICKING = Shelf(Group.PICKING)
_METADATA = Shelf(Group.METADATA)

ROWS = (
    _PICKING.number(
        "max_out_request_queue",
        QT_TRANSLATE_NOOP("Advanced", "Most blocks asked of a peer ahead; fast and distant peers need many."),
        2,
        65_535,
        when=When.NEXT,
    ),
    _PICKING.number(
        "request_queue_time",
        QT_TRANSLATE_NOOP("Advanced", "For how long a peer is asked ahead, at the rate that it has."),
        1,
        60,
        Unit.SECONDS,
    ),
    _PICKING.number(
        "request_timeout",
        QT_TRANSLATE_NOOP("Advanced", "A block that takes longer is asked of somebody else."),
        2,
        600,
        Unit.SECONDS,
    ),
    _PICKING.number(
        "piece_timeout",
        QT_TRANSLATE_NOOP("Advanced", "A peer that leaves us without an answer for this long counts as snubbing."),
        2,
        600,
        Unit.SECONDS,
    ),
    _PICKING.number(
        "whole_pieces_threshold",
        QT_TRANSLATE_NOOP("Advanced", "Who would be done with a piece in this time is asked for all of it."),
        0,
        3600,
        Unit.SECONDS,
        named=((0, QT_TRANSLATE_NOOP("Advanced", "off")),),
    ),
    _PICKING.number(
        "initial_picker_threshold",
        QT_TRANSLATE_NOOP(
            "Advanced", "Pieces picked by chance at first, to have something to give, before the rarest."
        ),
        0,
        10_000,
    ),
    _PICKING.switch(
        "prioritize_partial_pieces", QT_TRANSLATE_NOOP("Advanced", "Finishes begun pieces before it picks rarer ones.")
    ),
    _PICKING.switch(
        "strict_end_game_mode",
        QT_TRANSLATE_NOOP("Advanced", "Asks two peers for the same block only when every missing piece is on its way."),
    ),
    _PICKING.switch(
        "piece_extent_affinity",
        QT_TRANSLATE_NOOP("Advanced", "Picks neighbours within 4 MiB together, for disks that are slow to seek."),
    ),
    _PICKING.switch(
        "auto_sequential",
        QT_TRANSLATE_NOOP("Advanced", "Picks in order while nearly everybody has everything, which suits disks."),
    ),
    _PICKING.switch(
        "use_parole_mode",
        QT_TRANSLATE_NOOP("Advanced", "Asks peers that may have sent bad data for whole pieces, to find the culprit."),
    ),
    _PICKING.number(
        "allowed_fast_set_size",
        QT_TRANSLATE_NOOP("Advanced", "Pieces that a new peer may fetch although it is choked."),
        0,
        1000,
        when=When.NEXT,
    ),
    _PICKING.choice(
        "suggest_mode",
        QT_TRANSLATE_NOOP("Advanced", "Whether peers are pointed to pieces that need not be read from disk."),
        (0, QT_TRANSLATE_NOOP("Advanced", "No")),
        (1, QT_TRANSLATE_NOOP("Advanced", "What was read lately")),
    ),
    _PICKING.number(
        "max_suggest_pieces",
        QT_TRANSLATE_NOOP("Advanced", "Pieces suggested by a peer that are remembered."),
        1,
        10_000,
    ),
    _PICKING.number(
        "predictive_piece_announce",
        QT_TRANSLATE_NOOP(
            "Advanced", "How long before a piece is complete peers hear of it; saves time and may promise too much."
        ),
        0,
        10_000,
        Unit.MILLISECONDS,
        named=((0, QT_TRANSLATE_NOOP("Advanced", "never")),),
    ),
    _PICKING.switch(
        "disable_hash_checks",
        QT_TRANSLATE_NOOP("Advanced", "Takes everything that peers send for right, without checking it."),
        reason=QT_TRANSLATE_NOOP("Advanced", "Wrong data would be kept and passed on."),
        fixed=True,
    ),
    _METADATA.number(
        "max_metadata_size",
        QT_TRANSLATE_NOOP("Advanced", "Largest file list that a magnet link may bring."),
        16_384,
        INT_MAX,
        Unit.BYTES,
    ),
    _METADATA.number(
        "max_piece_count", QT_TRANSLATE_NOOP("Advanced", "Most pieces that a torrent from a magnet link may have."), 1
    ),
    _METADATA.number(
        "metadata_token_limit",
        QT_TRANSLATE_NOOP(
            "Advanced", "Most parts that a file list from a magnet link may have, against peers that send rubbish."
        ),
        1000,
    ),
)
