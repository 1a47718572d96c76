# SPDX-License-Identifier: GPL-3.0-or-later
"""Bandwidth groups: labels with limits, read and changed by clients as the preferences would."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from starling.labels import Label
from starling.remote.calls import Call, Client, Dialect, RemoteError
from starling.remote.groups import Groups, group_of, with_group
from starling.remote.means import Means
from starling.remote.params import ParamError, Params
from starling.settings import Settings, labels

DEFINED = (Label("Linux", folder="/srv"), Label("Films", down_limit=2_500_000), Label("Big", up_limit=1_000))


pytestmark = pytest.mark.usefixtures("qapp")  # the store's timer needs an application


class Caller:
    """A client that looks after groups."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        # Groups are a matter of the settings alone.
        self._methods = Groups(cast("Means", type("Only", (), {"settings": settings}))).methods

    def ask(self, method: str, **params: object) -> Any:
        call = Call(method, Params(params), Dialect.JSON_RPC, Client("127.0.0.1"))
        return asyncio.run(cast("Any", self._methods[method](call)))

    def groups(self, **params: object) -> dict[str, Any]:
        return {each["name"]: each for each in self.ask("group_get", **params)["group"]}


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Caller]:
    settings = Settings(tmp_path / "settings.toml")
    settings.set(labels.LABELS, DEFINED)
    yield Caller(settings)
    settings.deleteLater()


def test_labels_with_limits_are_the_groups(client: Caller) -> None:
    assert client.groups() == {
        "Films": {
            "name": "Films",
            "honors_session_limits": True,
            "speed_limit_down": 2500,
            "speed_limit_down_enabled": True,
            "speed_limit_up": 0,
            "speed_limit_up_enabled": False,
        },
        "Big": {
            "name": "Big",
            "honors_session_limits": True,
            "speed_limit_down": 0,
            "speed_limit_down_enabled": False,
            "speed_limit_up": 1,
            "speed_limit_up_enabled": True,
        },
    }
    assert list(client.groups(name="films")) == ["Films"]
    assert list(client.groups(name=["Big", "nowhere"])) == ["Big"]
    assert client.groups(name="Linux") == {}


def test_a_group_is_made_and_changed(client: Caller) -> None:
    client.ask("group_set", name=" New ", speed_limit_up=50, speed_limit_up_enabled=True, honors_session_limits=True)
    client.ask("group_set", name="linux", speed_limit_down=7, speed_limit_down_enabled=True)
    assert client.settings.get(labels.LABELS) == (
        Label("Linux", folder="/srv", down_limit=7000),
        *DEFINED[1:],
        Label("New", up_limit=50_000),
    )
    # A number that is off waits until it is on; without limits a label is no group.
    client.ask("group_set", name="New", speed_limit_up=60, speed_limit_up_enabled=False)
    assert "New" not in client.groups()
    client.ask("group_set", name="New", speed_limit_up_enabled=True)
    assert client.groups()["New"]["speed_limit_up"] == 60


def test_what_says_what_is_so_changes_no_byte(client: Caller) -> None:
    client.settings.set(labels.LABELS, (Label("Odd", down_limit=1234),))
    client.ask("group_set", **client.groups()["Odd"])
    assert client.settings.get(labels.LABELS) == (Label("Odd", down_limit=1234),)


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({}, "name"),
        ({"name": " "}, "name"),
        ({"name": 5}, "name"),
        ({"name": "a,b", "speed_limit_up": 5, "speed_limit_up_enabled": True}, "Commas"),
        ({"name": "Nothing"}, "needs a limit"),
        ({"name": "Films", "honors_session_limits": False}, "hold for every group"),
        ({"name": "Films", "speed_limit_down": "5"}, "whole number"),
        ({"name": "Films", "speed_limit_down": -1}, "speed_limit_down"),
        ({"name": "Films", "speed_limit_down": 1_000_001}, "speed_limit_down"),
        ({"name": "Films", "speed_limit_down": 0}, "nothing through"),
        ({"name": "Films", "speed_limit_up_enabled": "yes"}, "true or false"),
    ],
)
def test_what_will_not_do_changes_nothing(client: Caller, params: dict[str, object], words: str) -> None:
    with pytest.raises((ParamError, RemoteError)) as refused:
        client.ask("group_set", **params)
    assert words in str(refused.value)
    assert client.settings.get(labels.LABELS) == DEFINED


def test_the_group_of_a_torrent() -> None:
    assert group_of(DEFINED, ()) == ""
    assert group_of(DEFINED, ("Linux",)) == ""
    assert group_of(DEFINED, ("Big", "Linux", "Films")) == "Films"
    # In one group means in no other; labels that are none stay.
    assert with_group(DEFINED, ("Linux", "Films", "own"), "big") == ("Linux", "own", "Big")
    assert with_group(DEFINED, ("Films", "own"), "Films") == ("Films", "own")
    assert with_group(DEFINED, ("Films", "own"), "") == ("own",)
    with pytest.raises(RemoteError, match="Linux"):
        with_group(DEFINED, (), "Linux")
