# SPDX-License-Identifier: GPL-3.0-or-later
"""What cannot be read of the settings opens nothing that they had closed, and nothing is written that is not read."""

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from starling import settings
from starling.engine import pack
from starling.engine.binding import Binding
from starling.saving import LARGEST
from starling.setting import Setting
from starling.settings import Settings
from starling.settings.connection import NOWHERE
from starling.settings.privacy import EncryptionPolicy, ProxyKind

pytestmark = pytest.mark.usefixtures("qapp")  # the store's timer needs an application
INTERFACES, PROXY, BANNED = settings.connection.INTERFACES, settings.privacy.PROXY, settings.privacy.BANNED


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def reads(file: Path, text: str) -> Settings:
    file.write_text(text, encoding="utf-8")
    return Settings(file)


HOLDING = [
    ('[connection]\ninterfaces = ["tun0 "]\n', INTERFACES),
    ("[connection]\ninterfaces = 5\n", INTERFACES),
    ('[connection]\nfamily = "v4"\n', settings.connection.FAMILY),
    ('[privacy]\nproxy = "socks5h"\nproxy_host = "192.0.2.1"\n', PROXY),
    ("[privacy.proxy]\nkind = 5\n", PROXY),
    ('[privacy]\nproxy = "socks5"\nproxy_host = "192.0.2.1:1080"\n', settings.privacy.PROXY_HOST),
    ('[advanced.session]\nenable_lsd = false\noutgoing_interfaces = ["tun0"]\n', settings.advanced.SESSION),
]


@pytest.mark.parametrize(("text", "which"), HOLDING)
def test_nothing_is_transferred_while_the_way_out_cannot_be_read(
    file: Path, qtbot: QtBot, text: str, which: Setting[Any]
) -> None:
    store = reads(file, text)
    config = pack.config(store)
    assert config.pack["outgoing_interfaces"] == config.own["outgoing_interfaces"] == NOWHERE
    binding = Binding(config)
    assert (binding.pack["listen_interfaces"], binding.pack["outgoing_interfaces"]) == ("", NOWHERE)
    assert "can't be read" in binding.trouble
    (sentence,) = store.problems
    assert "Nothing is transferred until it is chosen anew in the preferences" in sentence
    binding.close()
    with qtbot.waitSignal(store.changed, check_params_cb=lambda key: key == which.key):
        store.reset(which)
    assert pack.config(store).pack["outgoing_interfaces"] == ""
    assert not store.differs(which)


@pytest.mark.parametrize("said", ['"tun0"', '["tun0", 5]', '["tun0", "tun1 "]'])
def test_interfaces_that_can_be_read_hold_alone(file: Path, said: str) -> None:
    store = reads(file, f"[connection]\ninterfaces = {said}\n")
    assert store.get(INTERFACES) == ("tun0",)
    assert pack.config(store).pack["outgoing_interfaces"] == "tun0"
    assert store.problems[0].endswith("What else stands in connection.interfaces is used.")
    store.flush()
    assert said in file.read_text(), "it stands until it is overwritten"


CLOSED: list[tuple[str, Setting[Any], object]] = [
    ('[connection]\nencryption = "required"\n', settings.privacy.ENCRYPTION, EncryptionPolicy.REQUIRE),
    ("[privacy]\nanonymous = 1\n", settings.privacy.ANONYMOUS, True),
    ("[privacy]\nip_filter_on = 1\n", settings.privacy.IP_FILTER_ON, True),
    ('[privacy]\nproxy_only = "yes"\n', settings.privacy.PROXY_ONLY, True),
    ('[discovery]\ndht = "off"\npex = 1\n', settings.connection.DHT, False),
    ('[peers]\nbanned = ["192.0.2.1", "192.0.2.0/33"]\n', BANNED, ("192.0.2.1",)),
    ('[peers]\nbanned = "192.0.2.0/24"\n', BANNED, ("192.0.2.0/24",)),
    ("[peers]\nbanned = [5]\n", BANNED, ("0.0.0.0/0", "::/0")),
]


@pytest.mark.parametrize(("text", "which", "value"), CLOSED)
def test_what_closes_stays_closed(file: Path, text: str, which: Setting[Any], value: object) -> None:
    store = reads(file, text)
    assert store.get(which) == value
    assert not store.holds
    assert store.problem(which) in store.problems


def test_the_sentence_says_what_holds_instead(file: Path) -> None:
    store = reads(file, "[privacy]\nanonymous = 1\n[peers]\nbanned = [5]\n")
    assert [problem.partition(". ")[2] for problem in store.problems] == [
        "To be safe, true is used instead of privacy.anonymous = 1.",
        "To be safe, 0.0.0.0/0, ::/0 is used instead of peers.banned = [5].",
    ]


def test_good_entries_of_lists_are_kept_and_no_program_is_run_in_part(file: Path) -> None:
    store = reads(
        file,
        '[automation]\nrun_added = ["rm", 5]\n[labels]\nlist = [{name = "a"}, {name = "b", colour = "red"}, '
        '{name = "c"}, {name = "a"}]\n[organising]\nsaved_filters = [{name = "x", query = "1"}, '
        '{name = "x", query = "2"}, 7]\n',
    )
    assert store.get(settings.automation.RUN_ADDED) == ()
    assert [label.name for label in store.get(settings.labels.LABELS)] == ["a", "c"]
    assert [(one.name, one.query) for one in store.get(settings.organising.SAVED_FILTERS)] == [("x", "1")]
    assert len(store.problems) == 3


def test_an_override_that_cannot_be_taken_opens_nothing(file: Path) -> None:
    config = pack.config(reads(file, "[advanced.session]\nouting = 1\noutgoing_interfaces = 5\n"))
    assert config.pack["outgoing_interfaces"] == NOWHERE
    assert [sentence.endswith("until [advanced.session] says another.") for sentence in config.refused] == [False, True]


def test_a_proxy_that_is_chosen_again_lets_go(file: Path) -> None:
    store = reads(file, '[privacy]\nproxy = "socks6"\nproxy_host = "192.0.2.1"\n')
    store.set(PROXY, ProxyKind.SOCKS5)
    assert not store.holds
    assert pack.config(store).pack["outgoing_interfaces"] == ""


def test_no_list_grows_without_end_and_one_that_is_longer_can_be_shortened(file: Path) -> None:
    store = reads(file, "[peers]\nbanned = [" + ",".join(f'"10.0.{n >> 8}.{n & 255}"' for n in range(10_500)) + "]\n")
    many = store.get(BANNED)
    assert len(many) == 10_500, "what stands in the file is not cut"
    store.set(BANNED, many[:10_400])
    with pytest.raises(ValueError, match="takes 10000 entries at most"):
        store.set(BANNED, many)
    store.set(BANNED, many, back=True)
    assert store.get(BANNED) == many


def test_nothing_is_set_that_would_not_be_read_again(file: Path) -> None:
    store = Settings(file)
    nodes = settings.advanced.DHT_BOOTSTRAP
    fits = tuple(f"{'x' * 300}{n}:1" for n in range(9_000))
    store.set(nodes, fits)
    with pytest.raises(ValueError, match="too large"):
        store.set(settings.automation.RUN_ADDED, ("program", "y" * 2_000_000))
    store.set(nodes, fits[1:])
    store.set(settings.connection.PORT, 6881)
    store.flush()
    assert file.stat().st_size <= LARGEST
    again = Settings(file)
    assert again.problems == ()
    assert again.get(nodes) == fits[1:]
    assert again.get(settings.automation.RUN_ADDED) == ()
    store.set(nodes, ())
    store.set(settings.automation.RUN_ADDED, ("program", "y" * 2_000_000))


@pytest.mark.parametrize(
    "text",
    ['[remote]\npassword = "$ecret"\n', "[remote]\npassword = 735\n", '[privacy]\nproxy_password = "s\\ne7c35ret"\n'],
)
def test_a_password_that_cannot_be_taken_is_told_to_nobody(file: Path, text: str) -> None:
    (sentence,) = reads(file, text).problems
    assert "password = …" in sentence
    assert not any(part in sentence for part in ("ecret", "735", "e7c35"))
