# SPDX-License-Identifier: GPL-3.0-or-later
"""In which country an address is: from a database on this machine, read once it is asked about; nobody else is asked.

Three kinds of files are understood: our own, that the program brings with it; MaxMind's format, in which MaxMind, DB-IP
and others publish; and lines of text with first address, last address and country, as Tor's package has them.

The one that the program brings is that of the IPFire Location project (CC BY-SA 4.0, which the GPL 3 may take in): made
of the data of registries and routing tables, IPv4 and IPv6, and 0.6 MB once packed.
"""

import asyncio
import logging
from collections.abc import Callable
from ipaddress import ip_address
from pathlib import Path

import maxminddb

from starling.engine.countrytable import MAGIC, Table, is_code
from starling.engine.errors import EngineError
from starling.i18n import translate
from starling.paths import resource
from starling.tasks import Worker, spawn

log = logging.getLogger(__name__)

SYSTEM = (
    *(
        Path(folder, name)
        # Where geoipupdate puts them, and the packages of the distributions.
        for folder in ("/var/lib/GeoIP", "/usr/share/GeoIP", "/usr/local/share/GeoIP")
        for name in ("GeoLite2-Country.mmdb", "dbip-country-lite.mmdb", "GeoLite2-City.mmdb")
    ),
    resource("countries.xz"),
    # Of Debian's package, which is seldom newer than ours, and its text takes ten times as long to read.
    Path("/usr/share/tor/geoip"),
)
"""Where there is such a database: what the system keeps up to date, our own, and what else there may be. The first is
taken."""

_KEPT = 20_000
"""Answers that are kept."""
_FAREWELL = 0.25
_MAGIC = b"\xab\xcd\xefMaxMind.com"
_TAIL = 131_072
"""The metadata of MaxMind's format stand within so many bytes of the end."""

Lookup = Callable[[str], str]


class Countries:
    """Answers by address, any thread may ask; empty until the database is there, and where it knows none."""

    def __init__(self, system: tuple[Path, ...] = SYSTEM) -> None:
        self._system = system
        self._worker = Worker(asyncio.get_running_loop(), "countries")
        self._chosen = ""
        self._begun = False
        self._look_up: Lookup | None = None
        self._known: dict[str, str] = {}

    @property
    def there(self) -> bool:
        """A database was found and read."""
        return self._look_up is not None

    def use(self, path: str) -> None:
        """The user's own database; empty for what the system has. It is read when it is needed."""
        if path != self._chosen:
            self._chosen, self._begun, self._look_up, self._known = path, False, None, {}

    def begin(self) -> None:
        """Reads the database, unless that was done."""
        if not self._begun:
            self._begun = True
            spawn(self._read(self._chosen), name="countries")

    def of(self, address: str) -> str:
        """ISO 3166-1 alpha-2, such as ``ES``."""
        known = self._known
        country = known.get(address)
        if country is None:
            look_up = self._look_up
            if look_up is None:
                return ""
            if len(known) >= _KEPT:
                known.clear()
            country = known[address] = look_up(address) if _public(address) else ""
        return country

    async def close(self) -> None:
        """Answers go on, nothing is read any more."""
        await self._worker.stop(_FAREWELL)

    async def _read(self, path: str) -> None:
        try:
            found = await self._worker.run(opened, Path(path)) if path else await self._worker.run(first, self._system)
        except (OSError, ValueError) as error:
            if path != self._chosen:
                return
            why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            raise EngineError(
                translate("Engine", "The database of countries {path} can't be used: {reason}.").format(
                    path=path, reason=why
                )
            ) from error
        if path == self._chosen:
            self._look_up, self._known = found, {}


def first(paths: tuple[Path, ...]) -> Lookup | None:
    """What answers from the first of these files that is there and can be read."""
    for path in paths:
        try:
            return opened(path)
        except FileNotFoundError:
            continue
        except (OSError, ValueError) as error:
            log.warning("%s is no database of countries: %s", path, error)
    return None


def opened(path: Path) -> Lookup:
    """What answers from a file. Raises OSError, and ValueError(why) for a file that is something else."""
    with path.open("rb") as file:
        begin = file.read(len(MAGIC))
        size = file.seek(0, 2)
        file.seek(max(0, size - _TAIL))
        binary = _MAGIC in file.read()
    if binary:
        return _binary(path)
    if begin.startswith(MAGIC):
        try:
            return Table.unpack(path.read_bytes()).of
        except ValueError as error:
            raise ValueError(translate("Engine", "it is damaged")) from error
    table = Table()
    table.read(path)
    beside = path.with_name(path.name + "6")
    if beside.is_file():
        # Tor has a second file for IPv6.
        table.read(beside)
    if not table:
        raise ValueError(translate("Engine", "there is no address and country in it"))
    return table.of


def _binary(path: Path) -> Lookup:
    try:
        reader = maxminddb.open_database(path, maxminddb.MODE_AUTO)
    except maxminddb.InvalidDatabaseError as error:
        raise ValueError(translate("Engine", "it is damaged")) from error

    def look_up(address: str) -> str:
        try:
            found = reader.get(address)
        except (ValueError, maxminddb.InvalidDatabaseError):
            # IPv6 in a database of IPv4 alone, or a damaged place in the file.
            return ""
        if not isinstance(found, dict):
            return ""
        country = found.get("country")
        code = country.get("iso_code") if isinstance(country, dict) else country or found.get("country_code")
        return code.upper() if isinstance(code, str) and is_code(code) else ""

    return look_up


def _public(text: str) -> bool:
    try:
        return ip_address(text).is_global
    except ValueError:
        # An I2P destination.
        return False
