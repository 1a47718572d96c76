# SPDX-License-Identifier: GPL-3.0-or-later
"""By which rules slots are given and pieces are asked for: libtorrent's, the classic ones, or the user's own."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Any, TypeVar

from starling.setting import QT_TRANSLATE_NOOP, Page, Rule, Setting, Unit

T = TypeVar("T")


class Profile(Enum):
    """Whose rules they are."""

    LIBTORRENT = "libtorrent"
    CLASSIC = "classic"
    """Those of Cohen (2003), with the figures of Kurose and Ross (2013) where he gives none."""
    CUSTOM = "custom"


class SlotRule(Enum):
    """What decides how many upload slots there are."""

    FIXED = "fixed"
    RATE = "rate"


class SeedRule(Enum):
    """Whom a seed gives its slots to."""

    ROUND_ROBIN = "round_robin"
    FASTEST = "fastest"
    ANTI_LEECH = "anti_leech"


PROFILE = Setting(
    "protocol.profile",
    Profile.LIBTORRENT,
    Page.PROTOCOL,
    QT_TRANSLATE_NOOP("Settings", "Rules of the swarm"),
    choices_source=(
        (Profile.LIBTORRENT, QT_TRANSLATE_NOOP("Settings", "libtorrent default")),
        (Profile.CLASSIC, QT_TRANSLATE_NOOP("Settings", "Classic BitTorrent")),
        (Profile.CUSTOM, QT_TRANSLATE_NOOP("Settings", "Custom")),
    ),
)

EXPLAINED: dict[Profile, str] = {
    Profile.LIBTORRENT: QT_TRANSLATE_NOOP("Settings", "Tuned for today's lines: the best choice for nearly everybody."),
    Profile.CLASSIC: QT_TRANSLATE_NOOP(
        "Settings",
        "As Bram Cohen designed it and textbooks describe it: 4 slots for who gives most and 1 whatever it gives, "
        "decided every 10 s, and 5 requests ahead, unless a peer says that it takes more. Only that the one slot goes "
        "by turns, where he let chance decide. Good for watching and learning, slower on fast lines.",
    ),
    Profile.CUSTOM: QT_TRANSLATE_NOOP(
        "Settings",
        "Your own values; at first they are those that were in force until then, but for the number of slots: that is "
        "always the one of the page Connection.",
    ),
}
"""What each one means, in English."""

CLASSIC_SLOTS = 5
"""In all: four that are earned, and the optimistic one."""


def _rule(libtorrents: T, classic: T) -> Rule[T]:
    """Only "Custom" leaves it to the user."""
    return Rule(PROFILE, {Profile.LIBTORRENT: libtorrents, Profile.CLASSIC: classic})


def _switch(key: str, libtorrents: bool, classic: bool, label: str, help: str, *, section: str = "") -> Setting[bool]:
    rule = _rule(libtorrents, classic)
    return Setting(f"protocol.{key}", libtorrents, Page.PROTOCOL, label, help, section_source=section, rule=rule)


def _number(
    key: str,
    libtorrents: int,
    classic: int,
    label: str,
    help: str,
    low: int,
    high: int,
    unit: Unit = Unit.NONE,
    *,
    zero: str = "",
    section: str = "",
) -> Setting[int]:
    return Setting(
        f"protocol.{key}",
        libtorrents,
        Page.PROTOCOL,
        label,
        help,
        low,
        high,
        unit,
        zero,
        section_source=section,
        rule=_rule(libtorrents, classic),
    )


# -- whom we serve

ROUND = _number(
    "round",
    15,
    10,
    QT_TRANSLATE_NOOP("Settings", "Slots are decided every"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "A choke round: who gave most since the last one gets a slot (is unchoked), the others wait (are choked).",
    ),
    1,
    3600,
    Unit.SECONDS,
    section=QT_TRANSLATE_NOOP("Settings", "Whom we serve"),
)

OPTIMISTIC_SLOTS = _number(
    "optimistic_slots",
    0,
    1,
    QT_TRANSLATE_NOOP("Settings", "Optimistic slots"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "Optimistic unchoke: of all slots so many go to peers that have not earned them, to find better ones and to "
        "let newcomers begin.",
    ),
    0,
    65_535,
    zero=QT_TRANSLATE_NOOP("Settings", "a fifth of all"),
)

OPTIMISTIC_ROUND = _number(
    "optimistic_round",
    30,
    30,
    QT_TRANSLATE_NOOP("Settings", "Those change hands every"),
    QT_TRANSLATE_NOOP("Settings", "The optimistic slot then goes to who has waited longest for it."),
    1,
    3600,
    Unit.SECONDS,
)

SLOT_RULE = Setting(
    "protocol.slot_rule",
    SlotRule.FIXED,
    Page.PROTOCOL,
    QT_TRANSLATE_NOOP("Settings", "How many slots there are"),
    QT_TRANSLATE_NOOP(
        "Settings", "With the rate there are as many as the upload fills, each next one for a higher rate."
    ),
    choices_source=(
        (SlotRule.FIXED, QT_TRANSLATE_NOOP("Settings", "A fixed number")),
        (SlotRule.RATE, QT_TRANSLATE_NOOP("Settings", "The rate to each peer")),
    ),
    rule=_rule(SlotRule.FIXED, SlotRule.FIXED),
)

SEED_RULE = Setting(
    "protocol.seed_rule",
    SeedRule.ROUND_ROBIN,
    Page.PROTOCOL,
    QT_TRANSLATE_NOOP("Settings", "When seeding, serve"),
    QT_TRANSLATE_NOOP("Settings", "Who is complete needs nothing in return, and chooses by another rule."),
    choices_source=(
        (SeedRule.ROUND_ROBIN, QT_TRANSLATE_NOOP("Settings", "Everyone in turn")),
        (SeedRule.FASTEST, QT_TRANSLATE_NOOP("Settings", "Who takes it fastest")),
        (SeedRule.ANTI_LEECH, QT_TRANSLATE_NOOP("Settings", "Who has just begun or is about to finish")),
    ),
    rule=_rule(SeedRule.ROUND_ROBIN, SeedRule.FASTEST),
)

SEED_QUOTA = _number(
    "seed_quota",
    20,
    20,
    QT_TRANSLATE_NOOP("Settings", "Pieces for each in its turn"),
    QT_TRANSLATE_NOOP(
        "Settings", "Where everyone is served in turn: after so many pieces and a minute the next one is."
    ),
    1,
    100_000,
)

# -- asking for blocks

PIPELINE = _number(
    "pipeline",
    500,
    5,
    QT_TRANSLATE_NOOP("Settings", "Most requests ahead"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "Pipelining: so many blocks of 16 KiB are asked of a peer before the first is here, which hides the round "
        "trip; few hold a fast or distant peer back. A peer that says how many it takes, as most of today's do, is "
        "asked for up to that instead. Holds for new connections.",
    ),
    2,
    65_535,
    section=QT_TRANSLATE_NOOP("Settings", "Asking for blocks"),
)

AHEAD = _number(
    "ahead",
    3,
    3,
    QT_TRANSLATE_NOOP("Settings", "Ask ahead for"),
    QT_TRANSLATE_NOOP("Settings", "As much as a peer sends in this time is asked of it, up to those requests."),
    1,
    60,
    Unit.SECONDS,
)

SNUB = _number(
    "snub",
    20,
    60,
    QT_TRANSLATE_NOOP("Settings", "A peer snubs us after"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "Anti-snubbing: who lets us ask and sends no block for this long, or for less if it was quick before, is asked "
        "for one at a time only; those who send go before it when slots are given.",
    ),
    2,
    600,
    Unit.SECONDS,
)

ANSWER = _number(
    "answer",
    60,
    60,
    QT_TRANSLATE_NOOP("Settings", "A request is lost after"),
    QT_TRANSLATE_NOOP("Settings", "At the latest: then the block is asked of another peer."),
    2,
    600,
    Unit.SECONDS,
)

STRICT_ENDGAME = _switch(
    "strict_endgame",
    True,
    True,
    QT_TRANSLATE_NOOP("Settings", "Endgame only at the very end"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "Endgame mode: the last blocks are asked of several peers at once. Off, that begins as soon as a peer has "
        "nothing else that we need.",
    ),
)

# -- which piece

RANDOM_FIRST = _number(
    "random_first",
    4,
    1,
    QT_TRANSLATE_NOOP("Settings", "Pieces picked at random first"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "Random first piece: who has nothing yet needs something to give soon, and a rare piece comes slowly. After "
        "them the rarest come first.",
    ),
    0,
    10_000,
    zero=QT_TRANSLATE_NOOP("Settings", "none"),
    section=QT_TRANSLATE_NOOP("Settings", "Which piece comes next"),
)

PARTIAL_FIRST = _switch(
    "partial_first",
    False,
    True,
    QT_TRANSLATE_NOOP("Settings", "Finish begun pieces first"),
    QT_TRANSLATE_NOOP("Settings", "Strict priority: only whole pieces can be checked and passed on."),
)

WHOLE_PIECES = _number(
    "whole_pieces",
    20,
    0,
    QT_TRANSLATE_NOOP("Settings", "Whole pieces from who needs less than"),
    QT_TRANSLATE_NOOP(
        "Settings", "Who sends a piece within this time is asked for all of it, and nobody else for parts of it."
    ),
    0,
    3600,
    Unit.SECONDS,
    zero=QT_TRANSLATE_NOOP("Settings", "off"),
)

NEIGHBOURS = _switch(
    "neighbours",
    False,
    False,
    QT_TRANSLATE_NOOP("Settings", "Pick neighbours together"),
    QT_TRANSLATE_NOOP(
        "Settings", "Pieces within 4 MiB, for disks that are slow to seek; no longer strictly the rarest."
    ),
)

AUTO_SEQUENTIAL = _switch(
    "auto_sequential",
    True,
    False,
    QT_TRANSLATE_NOOP("Settings", "In order where nearly everybody has everything"),
    QT_TRANSLATE_NOOP("Settings", "With ten seeds and more for each download no piece is rare, and order suits disks."),
)

# -- what came later

ALLOWED_FAST = _number(
    "allowed_fast",
    5,
    0,
    QT_TRANSLATE_NOOP("Settings", "Pieces for newcomers without a slot"),
    QT_TRANSLATE_NOOP(
        "Settings", "Allowed fast: a new peer may fetch so many although it is choked. Holds for new connections."
    ),
    0,
    1000,
    zero=QT_TRANSLATE_NOOP("Settings", "none"),
    section=QT_TRANSLATE_NOOP("Settings", "What came later"),
)

SUGGEST = _switch(
    "suggest",
    False,
    False,
    QT_TRANSLATE_NOOP("Settings", "Suggest pieces to peers"),
    QT_TRANSLATE_NOOP("Settings", "Those that were read from the disk lately and need not be read again."),
)

TURNOVER = _number(
    "turnover",
    4,
    4,
    QT_TRANSLATE_NOOP("Settings", "Peers exchanged for new ones"),
    QT_TRANSLATE_NOOP("Settings", "Where nearly all connections are taken: the worst make room, one at least."),
    0,
    100,
    Unit.PERCENT,
)

TURNOVER_ROUND = _number(
    "turnover_round",
    300,
    300,
    QT_TRANSLATE_NOOP("Settings", "They are exchanged every"),
    "",
    1,
    86_400,
    Unit.SECONDS,
)

NAMES: Mapping[str, Setting[Any]] = MappingProxyType(
    {
        "unchoke_interval": ROUND,
        "num_optimistic_unchoke_slots": OPTIMISTIC_SLOTS,
        "optimistic_unchoke_interval": OPTIMISTIC_ROUND,
        "choking_algorithm": SLOT_RULE,
        "seed_choking_algorithm": SEED_RULE,
        "seeding_piece_quota": SEED_QUOTA,
        "max_out_request_queue": PIPELINE,
        "request_queue_time": AHEAD,
        "piece_timeout": SNUB,
        "request_timeout": ANSWER,
        "strict_end_game_mode": STRICT_ENDGAME,
        "initial_picker_threshold": RANDOM_FIRST,
        "prioritize_partial_pieces": PARTIAL_FIRST,
        "whole_pieces_threshold": WHOLE_PIECES,
        "piece_extent_affinity": NEIGHBOURS,
        "auto_sequential": AUTO_SEQUENTIAL,
        "allowed_fast_set_size": ALLOWED_FAST,
        "suggest_mode": SUGGEST,
        "peer_turnover": TURNOVER,
        "peer_turnover_interval": TURNOVER_ROUND,
    }
)
"""The settings of the page Protocol by libtorrent's names for them; the number of slots is on another page."""
