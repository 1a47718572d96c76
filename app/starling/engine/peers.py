# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Peers tab asks and does: who is connected to a torrent, and what becomes of them."""

import asyncio
import time
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import libtorrent as lt

from starling import addresses as written
from starling.engine import peerinfo
from starling.engine.errors import EngineError
from starling.engine.peerbook import FORGET, Endpoint, PeerBook
from starling.engine.peerwatch import Watch
from starling.engine.questions import Questions
from starling.engine.record import Record
from starling.engine.resolver import PATIENCE, forward
from starling.i18n import translate
from starling.peer import Change, Peer
from starling.peerstory import Story

if TYPE_CHECKING:
    from starling.engine.peerside import PeerSide


class Peers:
    """Every question raises EngineError if its torrent is gone. Bans for good are `settings.privacy.BANNED`."""

    def __init__(self, details: Questions, side: "Callable[[], PeerSide | None]") -> None:
        """`side` gives what stands behind the peers, or None while the engine does not run."""
        self._details = details
        self._side = side
        self._books: dict[str, tuple[PeerBook, float]] = {}

    async def connected(self, id: str) -> tuple[Peer, ...]:
        """The connected peers, and those that are being connected to.

        To be asked about once a second while it is shown: rates, waits and holdings come from being asked.
        """
        record = self._details.known(id)
        side = self._side()
        if side is None:
            return ()
        book = self._book(id)
        found = await self._details.about(id, peerinfo.peers, book, record.connected, side)
        self._write_down(record, book, side)
        side.asked_about(peer.address for peer in found)
        return found

    async def sample(self, id: str) -> None:
        """The rates of the peers go on while they are not shown: to be asked for about once a second, and cheap."""
        record = self._details.known(id)
        book = self._book(id)
        side = self._side()
        if side is not None and record.handle is not None and book.is_due(time.monotonic()):
            await self._details.about(id, peerinfo.sample, book, record.connected)
            self._write_down(record, book, side)

    def journal(self, id: str) -> tuple[Story, ...]:
        """What became of its peers, the latest first: of those that are there, and of the last hundreds of the others.

        It is written whether somebody looks or not; with finer steps while `connected` or `sample` is asked.
        """
        side = self._side()
        return side.journal.stories(self._details.known(id)) if side is not None else ()

    def gone(self, id: str) -> int:
        """How many of these stories are over."""
        side = self._side()
        return side.journal.gone(self._details.known(id)) if side is not None else 0

    @property
    def has_countries(self) -> bool:
        """Whether a database of countries was found and read; it is looked for when peers are asked about first."""
        side = self._side()
        return side is not None and side.countries.there

    async def add(self, id: str, texts: Iterable[str]) -> tuple[str, ...]:
        """Connects to peers, each given as ``192.0.2.1:6881``, ``[2001:db8::1]:6881`` or ``example.org:6881``.

        Names are asked of the system's resolver, where that betrays nothing. Returns the endpoints that libtorrent was
        given. Raises EngineError naming those that are none, have no address or are banned, when the others were added;
        and if a private torrent takes peers from its trackers only.
        """
        record = self._details.known(id)
        if record.private:
            raise EngineError(
                translate("Engine", "“{name}” is private: only its trackers may say who its peers are.").format(
                    name=record.name
                )
            )
        asked = list(dict.fromkeys(text for given in texts if (text := given.strip())))
        answers = await asyncio.gather(*(self._endpoints(text) for text in asked))
        good: list[Endpoint] = []
        refused: dict[str, list[str]] = {}
        for text, answer in zip(asked, answers, strict=True):
            if isinstance(answer, str):
                refused.setdefault(answer, []).append(text)
            else:
                good += answer
        good = list(dict.fromkeys(good))
        if good:
            await self._details.about(id, _connect, good)
        if refused:
            raise EngineError(
                " ".join(sentence.format(peers=", ".join(each)) for sentence, each in refused.items())
                if not good
                else translate("Engine", "{refusals} The others were added.").format(
                    refusals=" ".join(sentence.format(peers=", ".join(each)) for sentence, each in refused.items())
                )
            )
        return tuple(_shown(endpoint) for endpoint in good)

    async def kick(self, addresses: Iterable[str]) -> None:
        """Ends the connections with these addresses, in all torrents, and takes none up for ten minutes."""
        if (side := self._side()) is not None:
            side.gate.kick(addresses)
            await side.gate.ready()

    async def limit(self, addresses: Iterable[str], down: Change, up: Change) -> None:
        """Gives each address its own limits in bytes/s, for all torrents until the program ends.

        None and 0 are no limit; with `LEAVE` each address keeps what it has in that direction.

        Changes hold at once. One that had no limit is connected to anew, for libtorrent decides on connecting; one that
        had connected to us has to come back by itself. Raises EngineError for more than about 28 addresses in all.
        """
        side = self._side()
        if side is None:
            return
        known = [str(address) for text in addresses if (address := written.parse(text))]
        limits = (down or None, up or None)
        fresh = frozenset(await self._details.ask(side.rates.put, known, limits))
        handles = [
            record.handle
            for record in self._details.records
            if record.handle is not None
            and any(peerinfo.bare(endpoint[0]) in fresh for endpoint in list(record.connected))
        ]
        if not handles:
            return
        back = await self._details.ask(_outgoing, handles, fresh)
        await side.gate.drop(fresh)
        for handle, endpoints in back:
            if handle.is_valid():
                _connect(handle, endpoints)

    def _book(self, id: str) -> PeerBook:
        now = time.monotonic()
        held = self._books.get(id)
        if held is None:
            self._books = {other: kept for other, kept in self._books.items() if now - kept[1] < FORGET}
        if held is None:
            book = PeerBook()
            book.watch = Watch()
        else:
            book = held[0]
        self._books[id] = (book, now)
        return book

    def _write_down(self, record: Record, book: PeerBook, side: "PeerSide") -> None:
        if book.watch is not None:
            side.journal.looked(record, book.watch.take())

    async def _endpoints(self, text: str) -> list[Endpoint] | str:
        """Where a peer is, or the sentence with which it is refused."""
        found = written.endpoint(text)
        side = self._side()
        if found is None or side is None:
            return translate("Engine", "A peer is an address and a port, such as 192.0.2.1:6881, not {peers}.")
        host, port = found
        if written.parse(host):
            hosts = [host]
        elif not side.open:
            return translate(
                "Engine",
                "{peers} would be looked up past the proxy, the anonymous mode or the network interface that you have "
                "chosen: give addresses instead of names.",
            )
        else:
            try:
                async with asyncio.timeout(PATIENCE):
                    hosts = await side.resolver.ask(forward, host)
            except (OSError, UnicodeError):
                return translate("Engine", "No address was found for {peers}.")
        known = [address for each in hosts if (address := written.parse(each)) and written.connectable(address)]
        if not known:
            return translate("Engine", "No peer can be at {peers}.")
        await side.gate.ready()
        open_ones = [address for address in known if not side.gate.refuses(address)]
        if not open_ones:
            return translate("Engine", "Banned, for good or for some minutes, or kept out by the IP filter: {peers}.")
        return [(str(address), port) for address in open_ones]


def _connect(handle: lt.torrent_handle, endpoints: Sequence[Endpoint]) -> None:
    for endpoint in endpoints:
        handle.connect_peer(endpoint, 0)


def _outgoing(
    handles: Sequence[lt.torrent_handle], addresses: frozenset[str]
) -> list[tuple[lt.torrent_handle, list[Endpoint]]]:
    return [(handle, peerinfo.outgoing(handle, addresses)) for handle in handles if handle.is_valid()]


def _shown(endpoint: Endpoint) -> str:
    host, port = endpoint
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
