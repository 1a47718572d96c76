# SPDX-License-Identifier: GPL-3.0-or-later
"""In which country an address is: from a database on this machine, read once it is asked about; nobody else is asked.

Two kinds of files are understood: MaxMind's format, in which MaxMind, DB-IP and others publish, and lines of text with
first address, last address and country, as Tor's package has them and most free lists.
"""

import asyncio
import logging
from array import array
from bisect import bisect_right
from collections.abc import Callable
from ipaddress import IPv4Address, ip_address
from pathlib import Path

import maxminddb

from starling.engine.errors import EngineError
from starling.i18n import translate
from starling.tasks import Worker, spawn

log = logging.getLogger(__name__)

SYSTEM = (
    *(
        Path(folder, name)
        # Where geoipupdate puts them, and the packages of the distributions.
        for folder in ("/var/lib/GeoIP", "/usr/share/GeoIP", "/usr/local/share/GeoIP")
        for name in ("GeoLite2-Country.mmdb", "dbip-country-lite.mmdb", "GeoLite2-City.mmdb")
    ),
    Path("/usr/share/tor/geoip"),
)
"""Where a system has such a database, if it has one; the first that is there is taken."""

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
        size = file.seek(0, 2)
        file.seek(max(0, size - _TAIL))
        binary = _MAGIC in file.read()
    if binary:
        return _binary(path)
    table = Table()
    table.read(path)
    beside = path.with_name(path.name + "6")
    if beside.is_file():
        # Tor has a second file for IPv6.
        table.read(beside)
    if not table:
        raise ValueError(translate("Engine", "there is no address and country in it"))
    return table.of


class Table:
    """Ranges of addresses in the order of their beginnings, and the country of each."""

    def __init__(self) -> None:
        # Of IPv6 the upper half: nobody has less than that.
        self._starts = {4: array("I"), 6: array("Q")}
        self._ends = {4: array("I"), 6: array("Q")}
        self._codes = {4: bytearray(), 6: bytearray()}

    def __bool__(self) -> bool:
        return any(self._starts.values())

    def read(self, path: Path) -> None:
        """Adds the lines of a file; those that are none (comments, a heading) are left out."""
        with path.open(encoding="ascii", errors="replace") as file:
            rows = sorted(row for line in file if (row := _row(line)))
        for version, begin, end, code in rows:
            self._starts[version].append(begin)
            self._ends[version].append(end)
            self._codes[version] += code

    def of(self, address: str) -> str:
        """The country of an address, empty if no range has it."""
        version, number = _number(address)
        place = bisect_right(self._starts[version], number) - 1
        if place < 0 or number > self._ends[version][place]:
            return ""
        return self._codes[version][2 * place : 2 * place + 2].decode()


def _row(line: str) -> tuple[int, int, int, bytes] | None:
    parts = [part.strip().strip('"') for part in line.split(",")]
    if len(parts) != 3 or not _is_code(parts[2]):
        return None
    try:
        (version, begin), (other, end) = _number(parts[0]), _number(parts[1])
    except ValueError:
        return None
    return (version, begin, end, parts[2].upper().encode()) if version == other and begin <= end else None


def _number(text: str) -> tuple[int, int]:
    if text.isdecimal() and int(text) < 2**32:
        return 4, int(text)
    address = ip_address(text)
    return (4, int(address)) if isinstance(address, IPv4Address) else (6, int(address) >> 64)


def _is_code(text: str) -> bool:
    return len(text) == 2 and text.isascii() and text.isalpha()


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
        return code.upper() if isinstance(code, str) and _is_code(code) else ""

    return look_up


def _public(text: str) -> bool:
    try:
        return ip_address(text).is_global
    except ValueError:
        # An I2P destination.
        return False
