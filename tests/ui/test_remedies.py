# SPDX-License-Identifier: GPL-3.0-or-later
"""Every remedy does what its button says, tells what it has changed, and takes it back."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from starling import settings
from starling.engine import convert, whys
from starling.options import Options
from starling.setting import Setting
from starling.settings.privacy import EncryptionPolicy
from starling.torrent import State, Torrent
from starling.tracker import TrackerState
from starling.ui import mnemonics
from starling.ui.dialogs.skipfiles import SkipFilesDialog
from starling.ui.remedies import DEEDS, Remedies, Ways
from starling.ui.theme import ThemeManager
from starling.why.reason import Cause, Offer, Remedy
from tests.helpers import User
from tests.opener import opener
from tests.swarm import Answer, Swarm
from tests.ui.desk import Desk

FILES = {"one.bin": 128 << 10, "two.bin": 128 << 10}
SPEED, CONNECTION, PRIVACY = settings.speed, settings.connection, settings.privacy


@dataclass
class Patient:
    """A torrent, and what was looked at to help it."""

    desk: Desk
    torrent: Torrent
    seen: list[Any] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.remedies = Remedies(
            self.desk.window,
            self.desk.user.engine,
            self.desk.settings,
            self.desk.notices,
            Ways(*[self.seen.append] * 2, self._connection, *[self.seen.append] * 3),
        )

    def _connection(self) -> None:
        self.seen.append("connection")

    def takes(self, remedy: Remedy, amount: int = 0, *, session: bool = False) -> None:
        self.remedies.apply(self.torrent, Offer(remedy, amount, session))

    def options(self) -> Options:
        return self.desk.user.engine.throttle.options_of(self.torrent.id)

    def said(self) -> str:
        """The newest notice, its button pressed: what was done is undone."""
        notice = self.desk.notices.shown[0]
        words = notice.said.sentence.replace("\N{NO-BREAK SPACE}", " ")
        if notice.said.action is not None:
            notice.button.click()
        return words


@pytest.fixture
def desk(user: User, themes: ThemeManager) -> Iterator[Desk]:
    made = Desk(user, themes)
    yield made
    made.close()


@pytest.fixture
def patient(desk: Desk, swarm: Swarm) -> Patient:
    payload = swarm.payload(name="Pieces", files=FILES, piece_size=64 << 10)
    return Patient(desk, desk.user.torrent(desk.user.adds(payload)))


def test_there_is_a_deed_for_every_remedy() -> None:
    assert set(DEEDS) == set(Remedy)
    assert len(set(DEEDS.values())) == len(Remedy)


def test_settings_are_changed_told_and_put_back(patient: Patient) -> None:
    chosen = patient.desk.settings
    for setting, value in (
        (SPEED.UP_LIMIT, 1_000),
        (SPEED.SLOW_DOWN, 20_000),
        (CONNECTION.SLOTS, 2),
        (CONNECTION.CONNECTIONS, 40_000),
        (CONNECTION.DHT, False),
        (PRIVACY.ENCRYPTION, EncryptionPolicy.REQUIRE),
    ):
        chosen.set(setting, value)

    def check(remedy: Remedy, amount: int, setting: Setting[Any], value: object, words: str) -> None:
        before = chosen.get(setting)
        patient.takes(remedy, amount, session=True)
        assert chosen.get(setting) == value
        assert patient.said() == words
        assert chosen.get(setting) == before

    check(Remedy.RAISE_UP, 150_000, SPEED.UP_LIMIT, 150_000, "Upload limit: 150 kB/s, until now 1 kB/s.")
    check(Remedy.MORE_SLOTS, 4, CONNECTION.SLOTS, 4, "Upload slots in all: 4, until now 2.")
    check(
        *(Remedy.MORE_CONNECTIONS, 80_000, CONNECTION.CONNECTIONS, 65_535),
        "Connections in all: 65535, until now 40000.",
    )
    check(Remedy.SWITCH_ON_DHT, 0, CONNECTION.DHT, True, "Find peers by DHT: on, until now off.")
    encryption = PRIVACY.ENCRYPTION
    check(Remedy.ALLOW_ENCRYPTION, 0, encryption, EncryptionPolicy.ALLOW, "Encryption: Allow, until now Require.")
    chosen.set(SPEED.SLOW_MODE, True)
    check(
        *(Remedy.RAISE_DOWN, 1_000_000, SPEED.SLOW_DOWN, 1_000_000),
        "Download limit in slow mode: 1 MB/s, until now 20 kB/s.",
    )
    check(Remedy.LEAVE_SLOW_MODE, 0, SPEED.SLOW_MODE, False, "Slow mode: off, until now on.")


def test_limits_of_the_torrent_are_changed_told_and_put_back(patient: Patient) -> None:
    patient.takes(Remedy.RAISE_UP, 5_000)
    patient.takes(Remedy.RAISE_UP, 150_000)
    assert patient.options().up_limit == 150_000
    assert patient.said() == "“Pieces”: upload limit 150 kB/s, until now 5 kB/s."
    assert patient.options().up_limit == 5_000
    patient.takes(Remedy.RAISE_DOWN, 1_000_000)
    assert patient.said() == "“Pieces”: download limit 1 MB/s, until now no limit."
    patient.takes(Remedy.MORE_SLOTS, 8)
    assert patient.options().slots == 8
    assert patient.said() == "“Pieces”: upload slots 8, until now as the preferences say."
    patient.takes(Remedy.MORE_CONNECTIONS, 80)
    assert patient.options().connections == 80
    assert patient.said() == "“Pieces”: connections 80, until now as the preferences say."
    assert patient.options() == Options(up_limit=5_000)


def test_what_is_to_be_looked_at_is_shown(patient: Patient) -> None:
    torrent, chosen = patient.torrent, patient.desk.settings
    for remedy, seen in (
        (Remedy.CHOOSE_FILES, "files"),
        (Remedy.SHOW_PIECES, "pieces"),
        (Remedy.SHOW_PEERS, "peers"),
        (Remedy.SHOW_TRACKERS, "trackers"),
        (Remedy.CONNECTION, "connection"),
        (Remedy.RELOCATE, [torrent]),
        (Remedy.EDIT_TRACKERS, torrent),
        (Remedy.ADD_PEERS, torrent),
        (Remedy.EDIT_BANS, PRIVACY.BANNED.key),
        (Remedy.MORE_SLOTS, CONNECTION.SLOTS.key),
        (Remedy.MORE_CONNECTIONS, CONNECTION.CONNECTIONS.key),
    ):
        patient.takes(remedy)
        assert patient.seen.pop() == seen
    # What another setting decides is looked at there: a number of its own would do nothing.
    chosen.set(settings.mechanisms.PROFILE, settings.mechanisms.Profile.CLASSIC)
    chosen.set(settings.advanced.SESSION, {"connections_limit": 50})
    for remedy, by in (
        (Remedy.MORE_SLOTS, settings.mechanisms.PROFILE),
        (Remedy.MORE_CONNECTIONS, settings.advanced.SESSION),
    ):
        patient.takes(remedy, 90, session=True)
        assert patient.seen.pop() == by.key
    assert not chosen.differs(CONNECTION.SLOTS)
    assert not chosen.differs(CONNECTION.CONNECTIONS)
    chosen.set(PRIVACY.IP_FILTER_ON, True)
    patient.takes(Remedy.EDIT_BANS)
    assert patient.seen == [PRIVACY.IP_FILTER.key]
    assert patient.desk.notices.notices == ()


def test_the_torrent_is_started_checked_and_asked_for(
    desk: Desk, swarm: Swarm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = desk.user
    tracker = swarm.tracker("http", min_interval=1800)
    payload = swarm.payload(name="Pieces", files=128 << 10, trackers=[tracker.url])
    patient = Patient(desk, user.torrent(id := user.adds(payload)))
    user.until(lambda: user.trackers(id)[tracker.url].state is TrackerState.WORKING)
    patient.takes(Remedy.ASK_TRACKERS)
    # What a tracker allows only later is said.
    desk.hears("More peers were asked for.", "only later")
    user.engine.pause([id])
    user.sees(id, State.PAUSED)
    patient.takes(Remedy.START)
    user.sees(id, lambda t: not t.paused and not t.forced)
    patient.takes(Remedy.START_NOW)
    user.sees(id, lambda t: t.forced)
    payload.prefill(user.downloads, range(payload.pieces))
    patient.takes(Remedy.VERIFY)
    user.sees(id, lambda t: t.complete)
    opened = opener(tmp_path, monkeypatch, "exit 0")
    patient.takes(Remedy.FREE_SPACE)
    user.until(lambda: opened.exists() and opened.read_text().split() == [str(user.downloads)])


def test_that_all_trackers_fail_is_said_where_they_are_asked_again(
    desk: Desk, swarm: Swarm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(convert, "STALL_AFTER", 0.5)
    monkeypatch.setattr(whys, "_NEW", 0.5)
    user = desk.user
    tracker = swarm.tracker("http")
    tracker.behave(Answer.SERVER_ERROR)
    id = user.adds(swarm.payload(name="Fails", files=128 << 10, trackers=[tracker.url]))
    torrent = user.sees(id, lambda t: t.why is not None and t.why.cause is Cause.TRACKERS_FAIL)
    Patient(desk, torrent).takes(Remedy.ASK_TRACKERS)
    desk.hears("Peers were asked for once more.", "Its only tracker fails")


def test_files_that_nobody_has_are_skipped(patient: Patient, swarm: Swarm) -> None:
    user, id, desk = patient.desk.user, patient.torrent.id, patient.desk
    payload = swarm.payload(name="Pieces", files=FILES, piece_size=64 << 10)
    assert payload.id == id
    patient.takes(Remedy.SKIP_UNHELD)
    user.hears("nobody is connected")
    user.connects(id, swarm.leech(payload, have=[0, 1]))
    user.sees(id, lambda t: t.done == 128 << 10)
    patient.takes(Remedy.SKIP_UNHELD)
    user.until(lambda: desk.window.findChildren(SkipFilesDialog))
    dialog = desk.window.findChildren(SkipFilesDialog)[0]
    assert dialog.names.text() == "two.bin"
    dialog.skip_button.click()
    desk.hears("skipped now")
    assert user.priorities(id) == [4, 0]
    user.sees(id, lambda t: t.complete)
    patient.takes(Remedy.SKIP_UNHELD)
    user.hears("every wanted piece")


def test_every_button_gets_a_letter_of_its_own() -> None:
    assert mnemonics.marked(["Not now", "Ask for peers", "Now"], "apo") == ["&Not now", "Ask &for peers", "No&w"]
    assert mnemonics.marked(["R&D", "3 ab"], "rd") == ["R&&D", "3 &ab"]
    assert mnemonics.marked(["Aa"], "a") == ["Aa"]
    assert [mnemonics.letter(text) for text in ("R&&D", "R&&&D", "&Now", "Now")] == ["", "d", "n", ""]
