# SPDX-License-Identifier: GPL-3.0-or-later
"""Limits from the status bar and from the menus of the running program, and what it says of the schedule."""

import os
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from starling import settings
from starling.schedule import DAYS, HOURS, Mode, Schedule, Stretch
from starling.speedclock import wall_clock
from starling.torrent import State, Torrent
from starling.ui import schedulewords
from starling.ui.action_rows.row import not_forced
from starling.ui.dialogs.speedlimit import RateDialog
from starling.ui.dialogs.speedlimits import LimitsDialog
from starling.ui.statusbar import Fact, Flow
from tests.swarm import Payload
from tests.ui.person import Person, choose

SPEED, SCHEDULE = settings.speed, settings.schedule
LEFT = Qt.MouseButton.LeftButton


def entries(person: Person) -> dict[str, QAction]:
    """The menu of limits that is open."""
    person.until(lambda: person.window.speed.menu is not None)
    menu = person.window.speed.menu
    assert menu is not None
    return {entry.text().replace("&", "").replace("\xa0", " "): entry for entry in menu.actions() if entry.text()}


def picks(person: Person, text: str) -> None:
    """An entry of it, which closes."""
    menu = person.window.speed.menu
    found = entries(person)
    choose(found[text])
    assert menu is not None
    menu.close()
    person.until(lambda: person.window.speed.menu is None)


def flow(person: Person, number: int) -> Flow:
    return person.window.status.findChildren(Flow)[number]


def says(person: Person) -> list[str]:
    return [fact.accessibleName() for fact in person.window.status.findChildren(Fact) if fact.isVisible()]


def picture(person: Person, name: str, dialog: object = None) -> None:
    if folder := os.environ.get("SHOTS"):
        (dialog or person.window).grab().save(f"{folder}/{name}.png")  # type: ignore[attr-defined]


def test_limits_are_chosen_in_the_status_bar(person: Person) -> None:
    chosen = person.program.settings
    QTest.mouseClick(flow(person, 1), LEFT)
    found = entries(person)
    assert [text for text, entry in found.items() if entry.isChecked()] == ["no limit"]
    assert not found["Upload limit"].isEnabled()
    picture(person, "limits-menu", person.window.speed.menu)
    picks(person, "500 kB/s")
    assert chosen.get(SPEED.UP_LIMIT) == 500_000
    person.until(lambda: "of 500 kB/s" in flow(person, 1).accessibleName().replace("\xa0", " "))
    # The keyboard comes there by the View menu, in slow mode to the limits of that.
    chosen.set(SPEED.SLOW_MODE, True)
    assert "Slow mode" in says(person)
    person.chooses("View", "Limit downloads")
    assert not entries(person)["Download limit in slow mode"].isEnabled()
    picks(person, "1 MB/s")
    assert chosen.get(SPEED.SLOW_DOWN) == 1_000_000
    assert chosen.get(SPEED.DOWN_LIMIT) == 0
    flow(person, 0).setFocus()
    QTest.keyClick(flow(person, 0), Qt.Key.Key_Space)
    picks(person, "Other…")
    dialog = person.dialog(RateDialog)
    dialog.field.lineEdit().setText("333")
    dialog.field.interpretText()
    dialog.keep_box.click()
    picture(person, "limit-dialog", dialog)
    dialog.ok_button.click()
    person.until(lambda: chosen.get(SPEED.SLOW_DOWN) == 333_000)
    assert chosen.get(SPEED.PRESETS) == (333_000,)
    person.chooses("View", "Limit uploads")
    assert "333 kB/s" in entries(person)
    assert not entries(person)["Show the Speed tab"].isEnabled(), "there is no torrent"
    picks(person, "333 kB/s")
    assert chosen.get(SPEED.SLOW_UP) == 333_000


def test_limits_of_torrents_are_set_from_their_menu(person: Person, payload: Payload) -> None:
    person.has_all(payload)
    person.sees(payload.name, lambda t: t.has_metadata)
    person.selects(payload.name)
    person.chooses("Torrent", "Bandwidth limits")
    dialog = person.dialog(LimitsDialog)
    assert [field.text().replace("\xa0", " ") for field in dialog.fields[:2]] == ["no limit", "no limit"]
    usual = settings.connection.CONNECTIONS_PER_TORRENT.default
    assert dialog.connections_field.text() == f"as in the preferences: {usual}"
    dialog.up_field.setValue(250)
    dialog.connections_field.setValue(1)
    picture(person, "limits-dialog", dialog)
    dialog.ok_button.click()
    person.sees(payload.name, lambda t: t.up_limit == 250_000 and t.down_limit is None)
    person.chooses("Torrent", "Bandwidth limits")
    again = person.dialog(LimitsDialog)
    assert again.connections_field.text() == "2", "no fewer, libtorrent would take it for none"
    again.up_field.setValue(0)
    again.connections_field.setValue(0)
    again.ok_button.click()
    person.sees(payload.name, lambda t: t.up_limit is None)
    assert person.program.engine.throttle.options_of(payload.id).encode() == ""


def week(mode: Mode) -> Schedule:
    """This mode for this hour and the next two, and everything else after that."""
    now = wall_clock()
    hours = [now + timedelta(hours=step) for step in range(3)]
    everywhere = [(day, hour) for day in range(DAYS) for hour in range(HOURS)]
    other = Mode.FULL if mode is not Mode.FULL else Mode.LIMITED
    return Schedule().painted(everywhere, other).painted([(at.weekday(), at.hour) for at in hours], mode)


def test_the_schedule_holds_and_says_so(person: Person, payload: Payload) -> None:
    person.has_all(payload)
    person.program.engine.start([payload.id])
    person.sees(payload.name, State.SEEDING)
    chosen = person.program.settings
    chosen.set(SCHEDULE.PLAN, week(Mode.LIMITED))
    QTest.mouseClick(flow(person, 0), LEFT)
    picks(person, SCHEDULE.FOLLOWED.label)
    end = schedulewords.moment(wall_clock().replace(minute=0, second=0) + timedelta(hours=3), wall_clock())
    person.until(lambda: person.program.clock.stretch is not None)
    person.until(lambda: f"Slow mode by schedule until {end}" in says(person))
    turtle = person.window.menu_actions["slow_mode"]
    assert turtle.isChecked()
    assert f"What you switch holds until {end}." in turtle.toolTip()
    turtle.trigger()
    assert f"Full speed until {end}" in says(person)
    assert f"from {end} on" in turtle.toolTip()
    picture(person, "override")
    chosen.set(SCHEDULE.PLAN, week(Mode.PAUSED))
    person.sees(payload.name, lambda t: t.wait is not None and t.state is State.QUEUED)
    assert f"Everything waits by schedule until {end}" in says(person)
    assert person.cells("status") == [f"Waiting until {end}: schedule"]
    picture(person, "waiting")
    person.comes_back()
    person.sees(payload.name, lambda t: t.wait is not None and t.state is State.QUEUED)
    person.selects(payload.name)
    person.chooses("Torrent", "Start now")
    person.sees(payload.name, State.SEEDING)
    QTest.mouseClick(flow(person, 1), LEFT)
    picks(person, "Show the Speed tab")
    person.until(person.window.details.speed.isVisible)
    person.program.settings.set(SCHEDULE.FOLLOWED, False)
    assert not [words for words in says(person) if "until" in words]


def test_what_waits_can_be_started_though_it_is_forced_already() -> None:
    forced = Torrent("1", "one", State.SEEDING, forced=True)
    assert not not_forced([forced])
    assert not_forced([replace(forced, state=State.QUEUED, wait=Stretch(Mode.PAUSED))])
