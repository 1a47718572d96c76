# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is uploaded to: choking, slots, and what waits in them."""

from starling.advanced.row import UNLIMITED, Group, Shelf, Unit
from starling.setting import INT_MAX, QT_TRANSLATE_NOOP

_CHOKING = Shelf(Group.CHOKING)

ROWS = (
    _CHOKING.number(
        "unchoke_slots_limit",
        QT_TRANSLATE_NOOP("Advanced", "Peers that are uploaded to at a time, in all torrents together."),
        -1,
        65_535,
        named=UNLIMITED,
    ),
    _CHOKING.number(
        "num_optimistic_unchoke_slots",
        QT_TRANSLATE_NOOP("Advanced", "Upload slots that chance gives to peers, to find better ones."),
        0,
        65_535,
        named=((0, QT_TRANSLATE_NOOP("Advanced", "a fifth")),),
    ),
    _CHOKING.number(
        "unchoke_interval",
        QT_TRANSLATE_NOOP("Advanced", "Time between two decisions on who is choked; the classic one is 10 s."),
        1,
        3600,
        Unit.SECONDS,
    ),
    _CHOKING.number(
        "optimistic_unchoke_interval",
        QT_TRANSLATE_NOOP("Advanced", "How long a slot that chance gave stays with its peer."),
        1,
        3600,
        Unit.SECONDS,
    ),
    _CHOKING.choice(
        "choking_algorithm",
        QT_TRANSLATE_NOOP("Advanced", "What decides how many slots there are."),
        (0, QT_TRANSLATE_NOOP("Advanced", "A fixed number")),
        (2, QT_TRANSLATE_NOOP("Advanced", "The rate to each peer")),
    ),
    _CHOKING.number(
        "rate_choker_initial_threshold",
        QT_TRANSLATE_NOOP(
            "Advanced", "Where rates decide on slots: what the first peer must reach, each next one 2 KiB/s more."
        ),
        0,
        INT_MAX,
        Unit.RATE,
    ),
    _CHOKING.choice(
        "seed_choking_algorithm",
        QT_TRANSLATE_NOOP("Advanced", "Whom a seed gives its slots to."),
        (0, QT_TRANSLATE_NOOP("Advanced", "Everyone in turn")),
        (1, QT_TRANSLATE_NOOP("Advanced", "The fastest")),
        (2, QT_TRANSLATE_NOOP("Advanced", "Those who begin or finish")),
    ),
    _CHOKING.number(
        "seeding_piece_quota",
        QT_TRANSLATE_NOOP(
            "Advanced", "Pieces after which a seed gives a peer's slot to the next, where they take turns."
        ),
        1,
        100_000,
    ),
    _CHOKING.switch(
        "strict_super_seeding",
        QT_TRANSLATE_NOOP(
            "Advanced", "When super-seeding, gives a peer a new piece only after it passed the last one on."
        ),
    ),
    _CHOKING.number(
        "max_allowed_in_request_queue",
        QT_TRANSLATE_NOOP("Advanced", "Requests of a peer that may wait for their answer; more are dropped."),
        1,
        65_535,
    ),
)
