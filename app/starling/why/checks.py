# SPDX-License-Identifier: GPL-3.0-or-later
"""What was found right, or could not be told, on the way to the cause: the list beside it."""

from collections.abc import Callable

from starling.why import causes
from starling.why.look import Area, Check
from starling.why.reason import Doing, Evidence
from starling.why.situation import Situation

Result = tuple[bool | None, Evidence]

_NOTHING = Evidence()
_ORDERS = {
    Doing.NOTHING: (Area.FILES,),
    Doing.DETAILS: (Area.NETWORK, Area.SOURCES, Area.PEERS, Area.DETAILS),
    Doing.DOWNLOADING: (Area.FILES, Area.NETWORK, Area.SOURCES, Area.PEERS, Area.PIECES, Area.TRADE),
    Doing.SEEDING: (Area.FILES, Area.NETWORK, Area.SOURCES, Area.PEERS, Area.TRADE),
}


def checked(situation: Situation) -> tuple[Check, ...]:
    """The areas in their order up to the one that keeps the torrent from moving, if any does."""
    first = causes.found(situation)
    if first is None and situation.doing is Doing.NOTHING:
        return ()
    made: list[Check] = []
    for area in _ORDERS[situation.doing]:
        if first is not None and area is first[0].area:
            break
        result = _TESTS[area](situation)
        if result is not None:
            made.append(Check(area, result[0], result[1]))
    if first is not None:
        if first[0].area is Area.WISH:
            made.clear()
        made.append(Check(first[0].area, False if first[1].certain else None, first[1].evidence, first[1].cause))
    return tuple(made)


def _files(s: Situation) -> Result | None:
    if s.row.complete:
        return True, Evidence(kind="read")
    free, lacking = s.disk.free, s.row.size - s.row.done
    if free is not None and free < lacking:
        # Room may have been set aside for it before.
        return None, Evidence(size=free, missing=lacking)
    return True, Evidence(size=free or 0)


def _network(s: Situation) -> Result | None:
    rules = s.rules
    if rules.proxy:
        return True, Evidence(kind="proxy")
    if not rules.port:
        return None, _NOTHING
    return (True, Evidence(port=rules.port, kind="open")) if rules.reachable else (None, _silent(s))


def _silent(s: Situation) -> Evidence:
    return Evidence(port=s.rules.port, kind="silent")


def _sources(s: Situation) -> Result | None:
    row, sources = s.row, s.sources
    if sources.working:
        if row.swarm_seeds is None and row.swarm_peers is None:
            return True, Evidence(kind="tracker")
        return True, Evidence(count=row.swarm_seeds or 0, of=row.swarm_peers or 0, kind="swarm")
    if s.nobody and not s.known:
        return None
    return (None, Evidence(kind="failing")) if sources.failing else (True, _NOTHING)


def _peers(s: Situation) -> Result | None:
    if s.nobody:
        return None
    return True, Evidence(count=s.row.peers + s.row.seeds if s.crowd is None else s.crowd.connected)


def _details(s: Situation) -> Result | None:
    return None if s.crowd is None else (True, Evidence(count=s.crowd.extensions))


def _pieces(s: Situation) -> Result | None:
    if s.holes is None or s.crowd is None:
        return None
    fine = None if s.holes.unheld else True
    return fine, Evidence(count=s.crowd.connected, missing=s.holes.unheld)


def _trade(s: Situation) -> Result | None:
    if s.doing is Doing.SEEDING:
        if s.crowd is None:
            return None
        waiting = s.crowd.wanting - s.crowd.served
        return (None if waiting else True), Evidence(count=waiting, kind="seed")
    return None if s.crowd is None else (True, Evidence(count=s.crowd.holders - s.crowd.choking))


_TESTS: dict[Area, Callable[[Situation], Result | None]] = {
    Area.FILES: _files,
    Area.NETWORK: _network,
    Area.SOURCES: _sources,
    Area.PEERS: _peers,
    Area.DETAILS: _details,
    Area.PIECES: _pieces,
    Area.TRADE: _trade,
}
