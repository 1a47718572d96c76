# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands behind the peers while the engine runs: who gets in, how fast, since when, from where, by what name."""

import asyncio
from collections.abc import Iterable

from starling.engine.connections import Connections
from starling.engine.countries import Countries
from starling.engine.diagnosis import Way
from starling.engine.gate import Gate
from starling.engine.peerears import Ear
from starling.engine.peerjournal import PeerJournal
from starling.engine.peerlimits import PeerLimits
from starling.engine.record import Records
from starling.engine.resolver import HostNames, Resolver
from starling.engine.session import Config, Session
from starling.engine.wire import Wire

_NAMES_AT_ONCE = 2


class PeerSide:
    """Made before any torrent is in the session; answers `peerinfo.Facts` on any thread."""

    def __init__(self, session: Session, records: Records, config: Config) -> None:
        self.connections = Connections(records)
        self.journal = PeerJournal(records)
        self.gate = Gate(session, config.banned)
        self.rates = PeerLimits(session)
        self.countries = Countries()
        self.names = HostNames()
        self.resolver = Resolver(_NAMES_AT_ONCE)
        self.open = False
        """Whether the system's resolver may be asked: it would tell in the open what a proxy or a tunnel hides."""
        self._take(config)

    def apply(self, config: Config) -> None:
        """Takes changed settings over, after the session has."""
        self.gate.ban(config.banned)
        self._take(config)

    def listen(self, wire: Wire) -> None:
        """Somebody reads what is said to a peer and by it: so does the journal."""
        Ear(wire, self.journal)

    def lead(self, way: Way) -> None:
        """By this way alone may the system's resolver be asked: what is chosen may be away."""
        self.open = way.open
        self.names.switch(on=self._named and way.open)

    def country(self, address: str) -> str:
        """ISO 3166-1 alpha-2, empty where it is not known."""
        return self.countries.of(address)

    def host(self, address: str) -> str:
        """Its host name, empty where it is not known."""
        return self.names.of(address)

    def limits(self, address: str) -> tuple[int | None, int | None]:
        """Its own limits, down and up."""
        return self.rates.of(address)

    def asked_about(self, addresses: Iterable[str]) -> None:
        """These are on the screen."""
        self.countries.begin()
        self.names.want(addresses)

    async def ready(self) -> None:
        """Before a torrent comes: waits until nobody gets in who is banned."""
        await self.gate.ready()

    async def close(self) -> None:
        """Nobody is asked or let in any more."""
        await asyncio.gather(self.gate.close(), self.countries.close(), self.names.close(), self.resolver.close())
        self.gate.deleteLater()

    def _take(self, config: Config) -> None:
        self.rates.apply(free_local=bool(config.pack.get("ignore_limits_on_local_network", True)))
        self.countries.use(config.countries)
        self._named = config.host_names
