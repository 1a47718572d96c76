# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole program: what it has the desktop tell, what it keeps to itself, and what a click there does."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from starling import settings
from starling.notify.note import CLICKED
from starling.notify.words import OPEN_FOLDER, Subject
from starling.torrent import State
from starling.ui import notifications
from tests.dbus_notifications import Desktop, desktop
from tests.opener import opener
from tests.swarm import Payload
from tests.ui.person import Person

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has this service")


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits two seconds for what else may happen."""
    monkeypatch.setattr(notifications, "TOGETHER_MS", 100)


@pytest.fixture
def desk(soon: None, person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    (folder := tmp_path / "bus").mkdir()
    with desktop(person.until, folder, monkeypatch) as made:
        made.begins()
        yield made


def leaves(person: Person) -> None:
    """Turns to another program."""
    person.window.hide()


def says_no_more(person: Person, desk: Desktop) -> None:
    told = person.program.notifications
    person.until(lambda: told._telling is None and not any(told._waiting.values()))
    # The service writes down what it shows before it answers.
    assert desk.is_quiet()


def arrives(person: Person, *names: str) -> None:
    """Adds torrents as a watch folder does: no dialog, and the window stays where it is."""
    made = [person.swarm.payload(name=name, files={"a.bin": 70_000}) for name in names]
    person.program.incoming.open([str(one.torrent_path) for one in made], paused=True, no_dialog=True)
    for name in names:
        person.sees(name)


def test_a_download_is_told_when_it_has_finished_and_never_again(
    person: Person, desk: Desktop, payload: Payload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.makes("other")
    person.filters("other")
    seed = person.swarm.seed(payload)
    leaves(person)
    person.program.incoming.open([str(payload.torrent_path)], no_dialog=True)
    person.sees("Aves")
    person.connects(payload, seed)
    said = desk.shows()
    assert (said["title"], said["body"].split("\n")[0]) == ("Download finished", "Aves")
    # A click finds it, whatever the list showed.
    tokens, raise_to_front = list[str | None](), person.window.raise_to_front

    def to_front() -> None:
        tokens.append(os.environ.get("XDG_ACTIVATION_TOKEN"))
        raise_to_front()

    monkeypatch.setattr(person.window, "raise_to_front", to_front)
    desk.does("ActivationToken", said["number"], "token")
    desk.does("ActionInvoked", said["number"], CLICKED)
    person.until(person.window.isVisible)
    assert person.selected() == ["Aves"]
    assert tokens == ["token"]
    assert "XDG_ACTIVATION_TOKEN" not in os.environ
    opened = opener(tmp_path, monkeypatch, "exit 0")
    desk.does("ActionInvoked", said["number"], OPEN_FOLDER)
    person.until(opened.exists)
    assert opened.read_text() == f"{person.downloads}\n"
    # Neither a check nor a start finishes it again: the next that is told is another.
    leaves(person)
    person.program.settings.set(settings.notifications.ADDED, True)
    person.program.engine.recheck([payload.id])
    person.sees("Aves", lambda torrent: not torrent.complete)
    person.sees("Aves", lambda torrent: torrent.complete)
    arrives(person, "one")
    said = desk.shows()
    assert (said["title"], said["body"], said["replaces"]) == ("Torrent added", "one", 0)
    person.comes_back()
    leaves(person)
    arrives(person, "two")
    assert desk.shows()["body"] == "two"
    says_no_more(person, desk)


def test_many_are_told_together_and_nothing_to_those_who_look(person: Person, desk: Desktop, payload: Payload) -> None:
    chosen = person.program.settings
    chosen.set(settings.notifications.ADDED, True)
    person.makes("seen")
    person.has_all(payload)
    person.program.engine.start([payload.id])
    person.sees("Aves", lambda torrent: torrent.complete)
    person.until(lambda: not any(person.program.notifications._waiting.values()))
    leaves(person)
    arrives(person, "a", "b", "c", "d")
    said = desk.shows()
    while not said["title"].startswith("4 "):
        # It is another one in the place of the first, if they did not come together.
        before, said = said, desk.shows()
        assert said["number"] == said["replaces"] == before["number"]
    assert "seen" not in said["body"]
    assert sum(name in said["body"].split("\n") for name in "abcd") == 3
    chosen.set(settings.notifications.NAMES, False)
    chosen.set(settings.notifications.SOUND, True)
    person.downloads.rename(person.downloads.with_name("unplugged"))
    said = desk.shows()
    assert said["title"].startswith("A drive is missing")
    assert said["body"] == ""
    assert said["hints"]["sound-name"] == "dialog-warning"
    # What was there when it was added was never told to be finished.
    says_no_more(person, desk)


def test_all_have_finished_as_soon_as_the_last_one_left_is_paused(
    person: Person, desk: Desktop, payload: Payload
) -> None:
    person.program.settings.set(settings.notifications.FINISHED, False)
    seed = person.swarm.seed(payload)
    other = person.swarm.payload(name="other", files={"a.bin": 70_000})
    leaves(person)
    person.program.incoming.open([str(one.torrent_path) for one in (other, payload)], no_dialog=True)
    person.sees("other", State.STALLED)
    person.sees("Aves")
    person.connects(payload, seed)
    told = person.program.notifications
    person.until(lambda: told._waiting[Subject.FINISHED])
    assert not told._is_idle()
    # As if somebody had looked just then: nothing is due.
    told._soon.stop()
    told._tell()
    assert told._telling is None
    person.program.engine.pause([other.id])
    said = desk.shows()
    assert (said["title"], said["body"].split("\n")[0]) == ("Download finished", "Aves")
    says_no_more(person, desk)
