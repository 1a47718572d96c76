# SPDX-License-Identifier: GPL-3.0-or-later
"""Labels as values: names, rules, what they say of new torrents, and how settings.toml holds them."""

from pathlib import Path

import pytest
from hypothesis import given as given_by
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication

from starling import labels
from starling.goals import After, Goal
from starling.labels import By, Label, Rule
from starling.settings import Settings
from starling.settings.labels import LABELS
from starling.torrent import AddOptions

FULL = Label(
    "Películas / 4K",
    "#c9302c",
    "/data/films",
    down_limit=500_000,
    up_limit=1,
    goal=Goal(ratio=2.0, time=3600, every=True, then=After.SUPER_SEED),
    rules=(Rule(By.TRACKER, "example.org"), Rule(By.NAME, "[4K] film")),
    move=True,
)
THREE = (FULL, Label("../x"), Label("Ever", goal=Goal()))


def test_they_are_written_and_read_again(qapp: QCoreApplication, tmp_path: Path) -> None:
    chosen = Settings(tmp_path / "settings.toml")
    chosen.set(LABELS, THREE)
    chosen.flush()
    again = Settings(tmp_path / "settings.toml")
    assert again.problems == ()
    assert again.get(LABELS) == THREE


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("Films", "must be a list"),
        (7, "must be a list"),
        (["Films"], "needs a name"),
        ([{"colour": "#ffffff"}], "needs a name"),
        ([{"name": " "}], "needs a name"),
        ([{"name": "a"}, {"name": "A "}], "two labels named “a”"),
        ([{"name": "a", "colour": "red"}], "“a” can't be used: its colour"),
        ([{"name": "a", "folder": "films"}], "“a” can't be used: its folder"),
        ([{"name": "a", "down_limit": -1}], "“a” can't be used: its limits"),
        ([{"name": "a", "down_limit": "fast"}], "down_limit is not understood"),
        ([{"name": "a", "up_limit": True}], "up_limit is not understood"),
        ([{"name": "a", "move": 1}], "move is not understood"),
        ([{"name": "a", "goal": 2}], "goal is not understood"),
        ([{"name": "a", "goal": {"then": "burn"}}], "goal is not understood"),
        ([{"name": "a", "rules": 2}], "rules is not understood"),
        ([{"name": "a", "rules": [{"by": "colour", "pattern": "x"}]}], "rules is not understood"),
        ([{"name": "a", "rules": [{"by": "name"}]}], "rules is not understood"),
        ([{"name": "a", "rules": [{"by": "name", "pattern": 7}]}], "rules is not understood"),
        ([{"name": "a", "rules": [{"by": "name", "pattern": "*"}]}], "holds for every torrent"),
    ],
)
def test_what_is_none_gets_a_sentence(raw: object, words: str) -> None:
    with pytest.raises(ValueError, match=words.replace("(", r"\(")):
        labels.read(raw)


# -- names


@pytest.mark.parametrize("name", ["../x", "/", "a/b", "🎬", "אבג", "..", "a:b", '"a"', "%s {x} <b>", "x" * 60])
def test_names_that_will_do(name: str) -> None:
    assert labels.problem(labels.tidy(name)) == ""
    assert labels.split(name) == (name,)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "needs a name"),
        ("x" * 61, "at most 60"),
        ("a\x00b", "can't be seen"),
        ("a\u202eb", "can't be seen"),
        ("\udc80", "can't be seen"),
        ("a,b", "Commas"),
    ],
)
def test_names_that_will_not(name: str, words: str) -> None:
    assert words in labels.problem(labels.tidy(name))
    with pytest.raises(ValueError, match=words):
        labels.check(Label(name))


def test_names_are_composed_and_tidied() -> None:
    assert labels.tidy(" a\u0301 \n b\t") == "\u00e1 b"
    assert labels.split(" Films,, films , Música,Mu\u0301sica") == ("Films", "Música")
    with pytest.raises(ValueError, match="can't be seen"):
        labels.split("good, b\u202ed")


def test_other_case_is_the_same_label() -> None:
    assert labels.canonical(["FILMS", "new", "films", "Straße", "STRASSE"], ["Films"]) == ("Films", "new", "Straße")
    # Another accent is another name.
    assert labels.canonical(["Musica"], ["Música"]) == ("Musica",)


@given_by(st.text(max_size=80))
def test_whatever_is_typed_is_refused_or_read_again(text: str) -> None:
    try:
        found = labels.check(Label(text))
    except ValueError:
        return
    assert labels.read(labels.write([found])) == (found,)
    assert labels.tidy(found.name) == found.name


# -- rules


@pytest.mark.parametrize(
    ("pattern", "host", "holds"),
    [
        ("example.org", "example.org", True),
        ("example.org", "tracker.EXAMPLE.org", True),
        ("example.org", "badexample.org", False),
        ("example.org", "example.org.evil.net", False),
        (".example.org", "a.example.org", True),
        ("*.example.*", "a.example.net", True),
        ("*.example.*", "example.net", False),
        ("tracker?.x", "tracker1.x", True),
        ("127.0.0.1", "127.0.0.1", True),
        ("::1", "::1", True),
    ],
)
def test_rules_by_tracker(pattern: str, host: str, holds: bool) -> None:
    assert Rule(By.TRACKER, pattern).holds("", ["other", host]) is holds


@pytest.mark.parametrize(
    ("pattern", "name", "holds"),
    [
        ("debian", "Debian-13.1.0-amd64.iso", True),
        ("amd64 DEBIAN", "Debian-13.1.0-amd64.iso", True),
        ("debian arm64", "Debian-13.1.0-amd64.iso", False),
        ("*.iso", "Debian.ISO", True),
        ("*.iso", "Debian.iso.zip", False),
        ("[4k]*", "[4K] film", True),
        ("[4k]*", "4 film", False),
        ("musica", "Música", True),
        ("*a*a*a*a*a*a*a*a*a*a*b", "a" * 5_000, False),
    ],
)
def test_rules_by_name(pattern: str, name: str, holds: bool) -> None:
    assert Rule(By.NAME, pattern).holds(name, ["example.org"]) is holds


def test_an_address_that_is_pasted_becomes_its_host() -> None:
    found = labels.check(Label("a", rules=(Rule(By.TRACKER, " HTTPS://T.Example.org:443/announce?key=1 "),) * 2))
    assert found.rules == (Rule(By.TRACKER, "t.example.org"),)
    for wrong in ("a b", "user@host", "*", "..", "x" * 256):
        assert labels.pattern_problem(Rule(By.TRACKER, wrong)), wrong
    urls = ["udp://A.example:1", "http://a.example/x", "junk", "http://[::1]:1/a", "http://[bad", ""]
    assert labels.hosts_of(urls) == ("a.example", "::1")


# -- what they say


def test_what_others_ask() -> None:
    those = (Label("slow", up_limit=5), Label("a", goal=Goal(ratio=1)), Label("b", goal=Goal(ratio=2)), FULL)
    assert labels.limits(those) == {"slow": (0, 5), FULL.name: (500_000, 1)}
    assert list(labels.goals(those)) == ["a", "b", FULL.name]
    assert labels.goal(those, ("b", "slow", "a")) == Goal(ratio=1), "the first in the list, not the torrent's first"
    assert labels.goal(those, ("slow", "odd")) is None
    assert labels.folder(those, ["a", FULL.name.upper()]) == "/data/films"
    assert labels.folder(those, ["a"]) == ""


def test_new_torrents() -> None:
    hosts = ("t.example.org",)
    plain = labels.for_new(THREE, AddOptions("/usual"), "any", hosts, "/usual")
    assert (plain.labels, plain.save_path) == ((FULL.name,), "/data/films")
    asked = labels.for_new(THREE, AddOptions("/usual", labels=("EVER",)), "any", (), "/usual")
    assert (asked.labels, asked.save_path) == (("Ever",), "/usual")
    chosen = labels.for_new(THREE, AddOptions("/mine"), "any", hosts, "/usual")
    assert (chosen.labels, chosen.save_path) == ((FULL.name,), "/mine")
