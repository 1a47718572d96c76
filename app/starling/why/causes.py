# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of causes in the order of their rank, each a pure function of a situation with what is offered against it.

What its owner did comes first, then what stops everything, then what is seen, then what is only likely.
"""

from starling.torrent import Problem
from starling.why import causes_trade as trade
from starling.why import causes_way as way
from starling.why import causes_wish as wish
from starling.why.look import Area
from starling.why.reason import Cause, Reason, Remedy
from starling.why.row import Row
from starling.why.situation import Situation

TABLE = (
    Row(Cause.OPENING, Area.WISH, wish.opening),
    Row(Cause.PAUSED, Area.WISH, wish.paused, (Remedy.START,)),
    Row(Cause.SCHEDULE, Area.WISH, wish.schedule, (Remedy.START_NOW,)),
    Row(Cause.CHECK_WAITS, Area.WISH, wish.check_waits),
    Row(Cause.QUEUED, Area.WISH, wish.queued, (Remedy.START_NOW,)),
    Row(Cause.CHECKING, Area.WISH, wish.checking),
    Row(Cause.MOVING, Area.WISH, wish.moving),
    Row(Cause.SKIPPED, Area.WISH, wish.skipped, (Remedy.CHOOSE_FILES,)),
    Row(Cause.DISK_FULL, Area.FILES, wish.disk_full, (Remedy.FREE_SPACE, Remedy.START)),
    Row(Cause.LOW_SPACE, Area.FILES, wish.problem(Problem.LOW_SPACE), (Remedy.FREE_SPACE, Remedy.START)),
    Row(Cause.READ_ONLY, Area.FILES, wish.problem(Problem.READ_ONLY), (Remedy.START, Remedy.RELOCATE)),
    Row(
        Cause.MISSING_FILES,
        Area.FILES,
        wish.problem(Problem.MISSING_FILES),
        (Remedy.RELOCATE, Remedy.VERIFY, Remedy.START),
    ),
    Row(Cause.NO_DRIVE, Area.FILES, wish.problem(Problem.NO_DRIVE), (Remedy.RELOCATE,)),
    Row(Cause.DISK_ERROR, Area.FILES, wish.problem(Problem.OTHER), (Remedy.START,)),
    Row(Cause.DISK_SLOW, Area.FILES, wish.disk_slow, (Remedy.SHOW_PEERS,)),
    Row(Cause.OFFLINE, Area.NETWORK, way.offline, (Remedy.CONNECTION,)),
    Row(Cause.PROXY, Area.NETWORK, way.proxy, (Remedy.CONNECTION,)),
    Row(Cause.NOT_LISTENING, Area.NETWORK, way.not_listening, (Remedy.CONNECTION,)),
    Row(Cause.OFFLINE, Area.NETWORK, way.alone, (Remedy.CONNECTION,), certain=False),
    Row(Cause.BAD_DATA, Area.TRADE, trade.bad_data, (Remedy.SHOW_PEERS, Remedy.ASK_TRACKERS)),
    Row(Cause.METADATA_WRONG, Area.DETAILS, trade.metadata_wrong, (Remedy.SHOW_PEERS, Remedy.ASK_TRACKERS)),
    Row(Cause.UNREGISTERED, Area.SOURCES, way.unregistered, (Remedy.SHOW_TRACKERS, Remedy.EDIT_TRACKERS)),
    Row(Cause.FILTERED, Area.PEERS, way.filtered, (Remedy.EDIT_BANS, Remedy.ASK_TRACKERS)),
    Row(Cause.WEB_SEED, Area.SOURCES, way.web_seed, (Remedy.SHOW_TRACKERS, Remedy.EDIT_TRACKERS)),
    Row(Cause.NO_SOURCES, Area.SOURCES, way.no_sources, way.no_sources_offers),
    Row(
        Cause.TRACKERS_FAIL,
        Area.SOURCES,
        way.trackers_fail,
        (Remedy.ASK_TRACKERS, Remedy.SHOW_TRACKERS, Remedy.EDIT_TRACKERS),
    ),
    Row(Cause.SEARCHING, Area.SOURCES, way.searching, (Remedy.SHOW_TRACKERS,)),
    Row(Cause.NOBODY_THERE, Area.SOURCES, way.nobody_there, way.more_peers),
    Row(Cause.METADATA_NO_PEERS, Area.SOURCES, way.metadata_no_peers, way.more_peers),
    # Who sent it is banned and gone: that is more than that nobody is connected.
    Row(Cause.BAD_DATA, Area.TRADE, trade.bad_data_before, (Remedy.SHOW_PEERS, Remedy.ASK_TRACKERS)),
    Row(Cause.CONNECTION_LIMIT, Area.PEERS, way.crowded, way.crowded_offers),
    Row(Cause.ENCRYPTION, Area.PEERS, way.encryption, way.encryption_offers),
    Row(Cause.ENCRYPTION, Area.PEERS, way.encryption_perhaps, way.encryption_offers, certain=False),
    Row(
        Cause.UNREACHABLE,
        Area.PEERS,
        way.unreachable,
        (Remedy.CONNECTION, Remedy.ASK_TRACKERS),
        certain=False,
    ),
    Row(Cause.NO_ANSWER, Area.PEERS, way.no_answer, way.more_peers),
    Row(Cause.CONNECTING, Area.PEERS, way.connecting),
    Row(Cause.METADATA_UNSUPPORTED, Area.DETAILS, trade.metadata_unsupported, way.more_peers),
    Row(Cause.METADATA_UNANSWERED, Area.DETAILS, trade.metadata_unanswered, way.more_peers),
    Row(Cause.DOWN_LIMIT, Area.TRADE, trade.down_limit, trade.down_limit_offers),
    Row(Cause.MISSING_PIECES, Area.PIECES, trade.missing_pieces, trade.missing_offers),
    Row(Cause.NOTHING_NEEDED, Area.PIECES, trade.nothing_needed, way.more_peers),
    Row(Cause.CHOKED_BY_LIMIT, Area.TRADE, trade.choked_by_limit, trade.choked_by_limit_offers),
    Row(Cause.CHOKED, Area.TRADE, trade.choked, (Remedy.ASK_TRACKERS, Remedy.SHOW_PEERS)),
    Row(Cause.SNUBBED, Area.TRADE, trade.snubbed, (Remedy.ASK_TRACKERS, Remedy.SHOW_PEERS)),
    Row(Cause.WAITING, Area.TRADE, trade.waiting, (Remedy.SHOW_PEERS,)),
    Row(Cause.UP_LIMIT, Area.TRADE, trade.up_limit, trade.up_limit_offers),
    Row(Cause.SLOTS, Area.TRADE, trade.slots, trade.slots_offers),
    Row(Cause.NOBODY_WANTS, Area.TRADE, trade.nobody_wants),
    Row(Cause.NOBODY_ASKS, Area.PEERS, way.nobody_asks),
    Row(Cause.UNEXPLAINED, Area.TRADE, trade.unexplained, (Remedy.ASK_TRACKERS, Remedy.SHOW_PEERS)),
)


def found(situation: Situation) -> tuple[Row, Reason] | None:
    """The first row that holds, and the reason that it makes."""
    for row in TABLE:
        seen = row.holds(situation)
        if seen is not None:
            offers = row.offered(situation, seen)
            return row, Reason(row.cause, seen, offers, situation.doing, row.certain)
    return None


def why(situation: Situation) -> Reason | None:
    """The first cause that holds; None where nothing keeps the torrent from moving, or nothing has to move."""
    first = found(situation)
    return None if first is None else first[1]
