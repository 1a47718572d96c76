# SPDX-License-Identifier: GPL-3.0-or-later
"""Countries of addresses, from files of both kinds: good, damaged, missing."""

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from starling import settings
from starling.engine.countries import Countries, opened
from starling.engine.countrytable import Table
from starling.paths import resource
from tests import mmdb
from tests.helpers import User, sentence
from tests.swarm import Swarm, Version

TOR = """# Last updated based on a database of 2026
16777216,16777471,AU
134743040,134744319,us
134744072,134744072,??
3221225985,3221225984,DE
not,a,line
3221226000
"""
TOR6 = """# IPv6
2001:4860::,2001:4860:ffff:ffff:ffff:ffff:ffff:ffff,US
2a00::,::1,ES
1.0.0.0,2a00::1,ES
"""
CSV = """"start","end","country"
"8.8.8.0","8.8.8.255","US"
"2a02:9000::","2a02:9fff:ffff:ffff:ffff:ffff:ffff:ffff","ES"
"""


def ask(path: Path, *addresses: str) -> list[str]:
    look_up = opened(path)
    return [look_up(address) for address in addresses]


def test_lines_as_tor_has_them(tmp_path: Path) -> None:
    (tmp_path / "geoip").write_text(TOR)
    found = ["1.0.0.0", "1.0.0.255", "1.0.1.0", "0.0.0.1", "8.8.8.8", "255.255.255.255", "192.0.2.1"]
    assert ask(tmp_path / "geoip", *found) == ["AU", "AU", "", "", "US", "", ""]
    (tmp_path / "geoip6").write_text(TOR6)
    assert ask(tmp_path / "geoip", "1.0.0.1", "2001:4860:4860::8888", "2001:485f::", "2a00::1") == ["AU", "US", "", ""]


def test_lines_with_addresses_and_a_heading(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(CSV)
    assert ask(tmp_path / "list.csv", "8.8.8.8", "8.8.9.0", "2a02:9100::1", "::1") == ["US", "", "ES", ""]


def test_packed_it_answers_the_same(tmp_path: Path) -> None:
    (tmp_path / "geoip").write_text(TOR)
    (tmp_path / "geoip6").write_text(TOR6)
    table = Table()
    for name in ("geoip", "geoip6"):
        table.read(tmp_path / name)
    packed = tmp_path / "countries.xz"
    packed.write_bytes(table.pack("of these tests"))
    asked = ["0.0.0.1", "1.0.0.0", "1.0.1.0", "8.8.8.8", "255.255.255.255", "2001:4860::1", "2001:485f::", "ffff::"]
    assert ask(packed, *asked) == ask(tmp_path / "geoip", *asked) == ["", "AU", "", "US", "", "US", "", ""]


@pytest.mark.parametrize("cut", [6, 60, -1])
def test_packed_and_damaged_is_told(tmp_path: Path, cut: int) -> None:
    (tmp_path / "geoip").write_text(TOR)
    table = Table()
    table.read(tmp_path / "geoip")
    (tmp_path / "countries.xz").write_bytes(table.pack("of these tests")[:cut])
    with pytest.raises(ValueError, match="damaged"):
        opened(tmp_path / "countries.xz")


class Gaps:
    """How long another thread had to wait for the interpreter at most, in seconds."""

    def __enter__(self) -> "Gaps":
        self.longest, self._over = 0.0, threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.is_set():
            # Of this process alone: what another one takes of the machine is no fault of ours.
            begun = time.process_time()
            time.sleep(0.0005)
            self.longest = max(self.longest, time.process_time() - begun)


def test_many_ranges_are_read_in_pieces(tmp_path: Path) -> None:
    lines = [f"{i * 1000},{i * 1000 + 999},{'ABCDEFGH'[i % 8]}E\n" for i in range(100_000)]
    # In no order at all.
    (tmp_path / "geoip").write_text("".join(lines[1::2] + lines[::2]))
    made: list[Callable[[str], str]] = []
    with Gaps() as gaps:
        made.append(opened(tmp_path / "geoip"))
    assert gaps.longest < 0.03
    asked = [str(i * 1000 + i % 1000) for i in range(0, 100_000, 777)]
    assert [made[0](text) for text in asked] == [f"{'ABCDEFGH'[i % 8]}E" for i in range(0, 100_000, 777)]
    table = Table()
    table.read(tmp_path / "geoip")
    packed = Table.unpack(table.pack("of these tests"))
    assert [packed.of(text) for text in asked] == [table.of(text) for text in asked]


def test_the_one_the_program_brings_knows_the_world() -> None:
    asked = ["8.8.8.8", "193.0.6.139", "90.173.145.63", "2001:4860:4860::8888", "2a02:9100::1", "0.1.2.3"]
    assert ask(resource("countries.xz"), *asked) == ["US", "NL", "ES", "US", "ES", ""]


@pytest.mark.parametrize("value", [{"country": {"iso_code": "FR"}}, {"country_code": "FR"}, {"country": "fr"}])
def test_database_in_the_format_of_maxmind(tmp_path: Path, value: object) -> None:
    path = mmdb.write(tmp_path / "c.mmdb", {"9.9.0.0/16": value, "2a01:e00::/26": value})
    assert ask(path, "9.9.9.9", "9.10.0.1", "2a01:e00::1", "2a02::1") == ["FR", "", "FR", ""]


@pytest.mark.parametrize("value", ["FR", {"country": {"iso_code": "FRA"}}, {"country": {}}, {"country_code": "\x1b["}])
def test_answer_that_is_no_country(tmp_path: Path, value: object) -> None:
    assert ask(mmdb.write(tmp_path / "c.mmdb", {"9.9.0.0/16": value}), "9.9.9.9") == [""]


def test_database_without_ipv6(tmp_path: Path) -> None:
    path = mmdb.write(tmp_path / "c.mmdb", {"9.9.0.0/16": {"country_code": "FR"}}, version=4)
    assert ask(path, "9.9.9.9", "2a01:e00::1", "not an address") == ["FR", "", ""]


def test_damage(tmp_path: Path) -> None:
    whole = mmdb.write(tmp_path / "c.mmdb", {"9.9.0.0/16": {"country": {"iso_code": "FR"}}}).read_bytes()
    refused = 0
    for place in range(len(whole)):
        path = tmp_path / f"{place}.mmdb"
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        try:
            answer = ask(path, "9.9.9.9")[0]
        except ValueError:
            refused += 1
        else:
            assert answer == "" or (len(answer) == 2 and answer.isalpha())
        path.unlink()
    assert refused


@pytest.fixture
def made(qtbot: QtBot, qloop: asyncio.AbstractEventLoop) -> Iterator[Callable[..., Countries]]:
    several: list[Countries] = []

    def make(*system: Path) -> Countries:
        several.append(Countries(system))
        return several[-1]

    yield make
    for each in several:
        task = qloop.create_task(each.close())
        qtbot.waitUntil(task.done)


def test_first_of_the_system_that_can_be_used(
    qtbot: QtBot, made: Callable[..., Countries], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "empty").write_text("")
    (tmp_path / "geoip").write_text(TOR)
    countries = made(tmp_path / "missing", tmp_path / "empty", tmp_path / "geoip")
    assert not countries.there
    assert countries.of("8.8.8.8") == ""
    countries.begin()
    qtbot.waitUntil(lambda: countries.there)
    found = ("8.8.8.8", "1.0.0.1", "10.0.0.1", "127.0.0.1", "192.168.1.1", "fe80::1", "x.b32.i2p")
    assert [countries.of(address) for address in found] == ["US", "AU", "", "", "", "", ""]
    assert "empty is no database" in caplog.text


def test_users_own_comes_first_and_what_is_wrong_with_it_is_told(
    qtbot: QtBot, made: Callable[..., Countries], told: list[str], tmp_path: Path
) -> None:
    (tmp_path / "geoip").write_text(TOR)
    (tmp_path / "own").write_text(CSV)
    (tmp_path / "wrong").write_text("nothing of the kind")
    countries = made(tmp_path / "geoip")
    countries.use(str(tmp_path / "own"))
    countries.begin()
    qtbot.waitUntil(lambda: countries.there)
    assert (countries.of("8.8.8.8"), countries.of("1.0.0.1")) == ("US", "")
    for name, why in (("wrong", "no address and country"), ("missing", "No such file")):
        countries.use(str(tmp_path / name))
        assert not countries.there
        assert countries.of("8.8.8.8") == ""
        countries.begin()
        qtbot.waitUntil(lambda: bool(told))
        assert why in sentence(told.pop())
    countries.use("")
    countries.begin()
    qtbot.waitUntil(lambda: countries.of("1.0.0.1") == "AU")


def test_peers_tab_has_countries_where_there_is_a_database(
    swarm: Swarm, users: Callable[..., User], tmp_path: Path
) -> None:
    (tmp_path / "own").write_text("127.0.0.0,127.255.255.255,ES\n")
    user = users(chosen={settings.privacy.COUNTRIES: str(tmp_path / "own")}).start()
    payload = swarm.payload(version=Version.V1)
    id = user.adds(payload)
    assert not user.engine.peers.has_countries
    user.connects(id, swarm.seed(payload, up=20_000))
    user.until(lambda: user.run(user.engine.peers.connected(id)) and user.engine.peers.has_countries)
    (peer,) = user.run(user.engine.peers.connected(id))
    assert peer.country == "", "this machine is in no country"
