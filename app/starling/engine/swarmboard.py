# SPDX-License-Identifier: GPL-3.0-or-later
"""The board of the Swarm tab: the choker's and the picker's work on one torrent, a look each second."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import libtorrent as lt

from starling.bottleneck import Bottleneck
from starling.engine import picking
from starling.engine.choker import Counters, Rotation, earlier, rule
from starling.engine.errors import EngineError
from starling.engine.peers import Peers
from starling.engine.picking import Stock, Stocktaking, Told
from starling.engine.playing import Playing
from starling.engine.questions import Questions
from starling.engine.seating import Ignores, Seating, Table
from starling.engine.session import SettingsPack
from starling.i18n import translate
from starling.peer import Peer, Transport
from starling.swarm import Board, Choker, Picking, Rounds, Seat, Standing

if TYPE_CHECKING:
    from starling.engine.running import Running
    from starling.engine.swarmwatch import SwarmWatch

_FORGET = 5.0
"""Seconds without a look after which everything is seen for the first time."""
_NO_LIMIT = 0xFFFFFF
"""libtorrent's word for as many slots of a torrent as there are."""
_SEQUENTIAL = int(lt.torrent_flags.sequential_download)
_DOWNLOADING = lt.torrent_status.downloading
_COMPLETE = (lt.torrent_status.finished, lt.torrent_status.seeding)


@dataclass(slots=True, eq=False)
class _Seen:
    """What is kept of the torrent that is looked at; the first two belong to the worker."""

    id: str
    at: float
    seating: Seating = field(default_factory=Seating)
    stocktaking: Stocktaking = field(default_factory=Stocktaking)
    elsewhere: int = 0


@dataclass(frozen=True, slots=True)
class _Terms:
    """What a look has to know."""

    pack: SettingsPack
    slots: int | None
    rounds: tuple[float | None, float | None]
    ignores: Ignores


@dataclass(frozen=True, slots=True)
class _Found:
    """What a look at libtorrent brings."""

    at: float
    choker: Choker
    seats: tuple[Seat, ...]
    stock: Stock | None
    have: int
    sequential: bool
    redundant: int
    failed: int
    most: int | None

    def count(self, *standings: Standing) -> int:
        """How many seats are such."""
        return sum(seat.standing in standings for seat in self.seats)


class Swarm:
    """Raises EngineError if the torrent is gone."""

    def __init__(
        self, questions: Questions, peers: Peers, playing: Playing, running: "Callable[[], Running | None]"
    ) -> None:
        self._questions = questions
        self._peers = peers
        self._playing = playing
        self._running = running
        self._watched: str | None = None
        self._seen: _Seen | None = None
        self._rotation = Rotation()

    def watch(self, id: str | None) -> None:
        """The board of this torrent is shown from now on, or none any more.

        Only while one is, and is asked for, libtorrent is told to tell of its rounds and choices.
        """
        if id == self._watched:
            return
        self._watched = id
        if id is None:
            self._rotation = Rotation()
            if (running := self._running()) is not None:
                running.swarm.watch(None)
        else:
            self._rotation.forget()

    async def board(self, id: str) -> Board:
        """The board of a torrent: to be asked for about once a second while it is shown."""
        record = self._questions.known(id)
        running = self._running()
        if running is None:
            raise EngineError(translate("Engine", "Starling is closing."))
        watch, seen = running.swarm, self._kept(id)
        if id == self._watched:
            watch.watch(record)
        pack, decisions = watch.pack, watch.decisions
        counters = watch.counters or Counters.before(pack)
        terms = _Terms(pack, counters.slots, (decisions.before, decisions.last), running.peers.rates.ignores_slots)
        peers = await self._peers.connected(id)
        found = await self._questions.about(id, _look, seen, peers, terms)
        watched = id == self._watched and self._running() is running
        if watched:
            watch.need(rounds=found.choker is not Choker.EVERYBODY, picks=found.stock is not None)
        own = found.count(Standing.SLOT, Standing.OPTIMISTIC)
        others = max(0, counters.used - own)
        # Both are counted at moments of their own: what is not there at the next look too is none.
        elsewhere, seen.elsewhere = min(seen.elsewhere, others), others
        return Board(
            at=found.at,
            seats=found.seats,
            rounds=self._rounds(found, watch, counters, own + elsewhere, watched=watched),
            picking=self._picking(id, found, watch, peers, watched=watched),
            redundant=found.redundant,
            failed=found.failed,
            elsewhere=elsewhere,
            most=found.most,
            web_seeds=tuple(peer for peer in peers if peer.transport is Transport.WEB_SEED and not peer.connecting),
        )

    @property
    def bottleneck(self) -> Bottleneck:
        """What has held transfers of all torrents back in the last minute."""
        running = self._running()
        return Bottleneck() if running is None else running.swarm.meter.told()

    def _kept(self, id: str) -> _Seen:
        now = time.monotonic()
        if self._seen is None or self._seen.id != id or now - self._seen.at > _FORGET:
            self._seen = _Seen(id, now)
        self._seen.at = now
        return self._seen

    def _rounds(self, found: _Found, watch: "SwarmWatch", counters: Counters, used: int, *, watched: bool) -> Rounds:
        pack, decisions, turns = watch.pack, watch.decisions, found.choker is not Choker.EVERYBODY
        period, chance = int(pack["optimistic_unchoke_interval"]), found.count(Standing.OPTIMISTIC)
        optimistic_next = None
        if turns and watched:
            holders = frozenset(seat.peer.key for seat in found.seats if seat.standing is Standing.OPTIMISTIC)
            rivals = bool(found.count(Standing.WAITING)) or counters.optimistic > chance
            optimistic_next = self._rotation.see(found.at, holders, period, rivals=rivals)
            if optimistic_next is None and counters.crowded:
                optimistic_next = decisions.turn(found.at, period)
        due = decisions.next(found.at) if turns else None
        if due is not None and counters.crowded:
            due = earlier(due, optimistic_next)
        return Rounds(
            choker=found.choker,
            period=int(pack["unchoke_interval"]),
            next=due,
            optimistic_period=period,
            optimistic_next=optimistic_next,
            slots=counters.slots if turns else None,
            used=used,
            optimistic=counters.optimistic,
            last=decisions.last,
            forced=decisions.forced,
            quota=int(pack["seeding_piece_quota"]),
        )

    def _picking(
        self, id: str, found: _Found, watch: "SwarmWatch", peers: Sequence[Peer], *, watched: bool
    ) -> Picking | None:
        if found.stock is None:
            return None
        return picking.picking(
            found.stock,
            watch.picks.told(found.at) if watched else Told(),
            watch.pack,
            have=found.have,
            sequential=found.sequential,
            played=self._playing.index(id) is not None,
            askable=any(peer.we_want and not peer.they_choke for peer in peers),
        )


def _look(handle: lt.torrent_handle, seen: _Seen, peers: Sequence[Peer], terms: _Terms) -> _Found:
    """On the worker: what stands beside the peers, and who of them sits where."""
    info = handle.torrent_file()
    status = handle.status(lt.torrent_handle.query_pieces)
    choker = rule(terms.pack, seeding=status.state in _COMPLETE)
    stock = None
    if info is not None and status.state == _DOWNLOADING:
        stock = seen.stocktaking.take(handle, info, status)
    at = time.time()
    table = Table(choker, terms.slots, 0 if info is None else info.total_size(), terms.rounds)
    return _Found(
        at=at,
        choker=choker,
        seats=seen.seating.take(peers, at, table, terms.ignores),
        stock=stock,
        have=status.num_pieces,
        sequential=bool(status.flags & _SEQUENTIAL),
        redundant=status.total_redundant_bytes,
        failed=status.total_failed_bytes,
        most=status.uploads_limit if 0 < status.uploads_limit < _NO_LIMIT else None,
    )
