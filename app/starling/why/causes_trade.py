# SPDX-License-Identifier: GPL-3.0-or-later
"""Causes between us and those who are connected: the metadata, pieces, choking, limits, giving."""

from starling.torrent import State
from starling.why.reason import Doing, Evidence, Offer, Remedy
from starling.why.situation import Crowd, Situation

LOW = 20_000
"""An upload limit, bytes/s, from which on down hardly anybody thinks a peer worth a slot."""
_ENOUGH = 150_000
_ENOUGH_DOWN = 1_000_000
_AGAIN = 3
"""Pieces in a row that fail their check: one or two are an accident."""


def _connected(s: Situation, doing: Doing) -> Crowd | None:
    """Who is connected, of a torrent that would do this."""
    return s.crowd if s.doing is doing and s.crowd is not None and s.crowd.connected else None


# -- metadata


def metadata_wrong(s: Situation) -> Evidence | None:
    """They came, and were others."""
    fails = s.trouble.metadata_fails
    if not s.trouble.metadata_lately or s.doing is not Doing.DETAILS:
        return None
    # Not how often: whoever spoils them does so every few seconds.
    return Evidence(kind="again" if fails > 1 else "")


def metadata_unsupported(s: Situation) -> Evidence | None:
    """Nobody who is connected could give them."""
    crowd = _connected(s, Doing.DETAILS)
    return Evidence(count=crowd.connected) if crowd is not None and not crowd.extensions else None


def metadata_unanswered(s: Situation) -> Evidence | None:
    """Somebody could, and does not."""
    crowd = _connected(s, Doing.DETAILS)
    return Evidence(count=crowd.connected) if crowd is not None and crowd.extensions else None


# -- getting


def bad_data(s: Situation) -> Evidence | None:
    """What comes fails its check again and again, and nothing passes."""
    comes = s.row.state is State.DOWNLOADING or (s.row.state is State.STALLED and not s.nobody and not _waits(s))
    return _wrong(s) if comes and s.trouble.hash_fails >= _AGAIN else None


def bad_data_before(s: Situation) -> Evidence | None:
    """It did so, and whoever sent it was banned: nobody is left."""
    gone = s.row.state is State.STALLED and s.nobody
    return _wrong(s) if gone and s.trouble.hash_fails and (s.calls.banned or s.trouble.hash_fails >= _AGAIN) else None


def _wrong(s: Situation) -> Evidence:
    return Evidence(count=s.trouble.hash_fails, of=s.calls.banned, since=s.trouble.since)


def _waits(s: Situation) -> bool:
    """Those who are connected give nothing at all, right or wrong."""
    return s.crowd is not None and s.crowd.choking >= s.crowd.holders


def down_limit(s: Situation) -> Evidence | None:
    """Data are there, and wait for a limit of ours."""
    crowd = _connected(s, Doing.DOWNLOADING)
    if crowd is None or not crowd.down_limited or not s.down_limit:
        return None
    kind, label = _whose(s.down_limit, s.limits.down, s.limits.down_label, slow=s.rules.slow)
    return Evidence(count=crowd.down_limited, limit=s.down_limit, kind=kind, text=label)


def down_limit_offers(s: Situation, seen: Evidence) -> tuple[Offer, ...]:
    """Of a label's limit nothing but its own window decides."""
    return _raise(Remedy.RAISE_DOWN, seen, _ENOUGH_DOWN, s.rules.down_limit, slow=s.rules.slow)


def missing_pieces(s: Situation) -> Evidence | None:
    """Nobody who is connected has any of what is missing, nor is a seed known."""
    return _unheld(s) if not s.row.swarm_seeds else None


def nothing_needed(s: Situation) -> Evidence | None:
    """The same, and there are seeds that are not connected."""
    return _unheld(s) if s.row.swarm_seeds else None


def _unheld(s: Situation) -> Evidence | None:
    crowd, holes = _connected(s, Doing.DOWNLOADING), s.holes
    if crowd is None or crowd.holders or holes is None or not holes.missing or holes.unheld < holes.missing:
        return None
    return Evidence(
        count=crowd.connected,
        of=s.row.swarm_seeds or 0,
        pieces=holes.stretches,
        missing=holes.unheld,
        since=s.row.last_seen_complete,
    )


def missing_offers(s: Situation, _seen: Evidence) -> tuple[Offer, ...]:
    """Who skips what nobody has wants something else of it."""
    ask = (Offer(Remedy.ASK_TRACKERS), Offer(Remedy.SHOW_PIECES))
    return (*ask, Offer(Remedy.SKIP_UNHELD)) if s.row.done else ask


def choked_by_limit(s: Situation) -> Evidence | None:
    """All who have what we need choke us, and our limit keeps us from giving them anything."""
    if not 0 < s.up_limit <= LOW or s.crowd is None or not s.crowd.traders or (seen := choked(s)) is None:
        # Seeds want nothing: to them it does not matter what we give.
        return None
    kind, label = _whose(s.up_limit, s.limits.up, s.limits.up_label, slow=s.rules.slow)
    return Evidence(count=seen.count, limit=s.up_limit, kind=kind, text=label)


def choked_by_limit_offers(s: Situation, seen: Evidence) -> tuple[Offer, ...]:
    """More to give, or others to get from."""
    return (*up_limit_offers(s, seen), Offer(Remedy.ASK_TRACKERS))


def choked(s: Situation) -> Evidence | None:
    """All who have what we need choke us."""
    crowd = _connected(s, Doing.DOWNLOADING)
    if crowd is None or not crowd.holders or crowd.choking < crowd.holders:
        return None
    return Evidence(count=crowd.holders)


def snubbed(s: Situation) -> Evidence | None:
    """Those who let us in send nothing."""
    crowd = _connected(s, Doing.DOWNLOADING)
    if crowd is None or not crowd.snubbed or crowd.snubbed < crowd.holders - crowd.choking:
        return None
    return Evidence(count=crowd.snubbed, of=crowd.holders)


def waiting(s: Situation) -> Evidence | None:
    """Those who let us in were asked lately."""
    crowd = _connected(s, Doing.DOWNLOADING)
    return Evidence(count=crowd.asked) if crowd is not None and crowd.asked else None


def unexplained(s: Situation) -> Evidence | None:
    """Somebody is connected and nothing comes."""
    crowd = _connected(s, Doing.DOWNLOADING)
    return None if crowd is None else Evidence(count=crowd.connected, since=s.stalled_since)


# -- giving


def up_limit(s: Situation) -> Evidence | None:
    """What is asked for waits for a limit of ours."""
    crowd = _connected(s, Doing.SEEDING)
    if crowd is None or not crowd.up_limited or not s.up_limit:
        return None
    kind, label = _whose(s.up_limit, s.limits.up, s.limits.up_label, slow=s.rules.slow)
    return Evidence(count=crowd.up_limited, limit=s.up_limit, kind=kind, text=label)


def up_limit_offers(s: Situation, seen: Evidence) -> tuple[Offer, ...]:
    """As for downloads."""
    return _raise(Remedy.RAISE_UP, seen, _ENOUGH, s.rules.up_limit, slow=s.rules.slow)


def slots(s: Situation) -> Evidence | None:
    """They want, and we have no slot for them."""
    crowd = _connected(s, Doing.SEEDING)
    if crowd is None or not crowd.wanting or crowd.served or not s.rules.slots_taken:
        return None
    return Evidence(count=crowd.wanting, limit=s.rules.slots)


def slots_offers(s: Situation, seen: Evidence) -> tuple[Offer, ...]:
    """Twice as many, or to look at what decides how many."""
    amount = 0 if s.rules.slots_fixed else seen.limit * 2
    return (Offer(Remedy.MORE_SLOTS, amount, session=True), Offer(Remedy.SHOW_PEERS))


def nobody_wants(s: Situation) -> Evidence | None:
    """They are connected, and not interested."""
    crowd = _connected(s, Doing.SEEDING)
    return Evidence(count=crowd.connected) if crowd is not None and not crowd.wanting else None


def _whose(limit: int, own: int, label: str, *, slow: bool) -> tuple[str, str]:
    """Which of the limits it is that holds, and the label it belongs to."""
    if limit == own:
        return ("label", label) if label else ("torrent", "")
    return ("slow" if slow else "session"), ""


def _raise(remedy: Remedy, seen: Evidence, enough: int, session: int, *, slow: bool) -> tuple[Offer, ...]:
    """`session` is the limit of all torrents: where that of the torrent is raised it must not go on in its stead."""
    amount = max(enough, seen.limit * 2)
    leave, lift = Offer(Remedy.LEAVE_SLOW_MODE, session=True), Offer(remedy, amount, session=True)
    match seen.kind:
        case "label":
            return ()
        case "slow":
            return (leave,)
        case "session":
            return (lift,)
    own = Offer(remedy, amount)
    return (own, leave if slow else lift) if 0 < session < amount else (own,)
