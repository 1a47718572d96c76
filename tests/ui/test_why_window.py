# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a torrent does not move, in the running program: in the list, in the filter, in the General tab and the card."""

import os

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest

from starling import settings
from starling.torrent import State, Torrent
from starling.ui.dialogs.addresses import SourcesDialog
from starling.ui.swarm.whycard import WhyCard
from starling.why.reason import Cause
from tests.ui.person import Person

LEFT = Qt.MouseButton.LeftButton


def card(person: Person) -> WhyCard:
    return person.window.details.swarm.why


def because(cause: Cause) -> "Because":
    return Because(cause)


class Because:
    """Whether that is why a torrent does not move."""

    def __init__(self, cause: Cause) -> None:
        self._cause = cause

    def __call__(self, torrent: Torrent) -> bool:
        return torrent.why is not None and torrent.why.cause is self._cause


def picture(person: Person, name: str) -> None:
    if folder := os.environ.get("SHOTS"):
        person.window.grab().save(f"{folder}/{name}.png")


def values(person: Person) -> str:
    general = person.window.details.general
    return "\n".join(general.values.said()) if general.values.isVisible() else ""


def test_what_keeps_a_torrent_is_said_everywhere_and_mended_from_the_card(person: Person) -> None:
    person.program.settings.set(settings.queue.ACTIVE_DOWNLOADS, 1)
    person.makes("first", "second", "third")
    person.window.list.selectAll()
    assert not person.menu("Torrent", "Why isn't this moving?").isEnabled(), "who paused them knows"
    person.chooses("Torrent", "Start")
    # The list, what a screen reader says there, and the filter.
    person.sees("first", because(Cause.NO_SOURCES))
    person.sees("second", because(Cause.QUEUED))
    person.sees("third", because(Cause.QUEUED))
    person.window.model.sort_by("queue", falling=False)
    assert person.cells("status")[0].startswith("Stalled: ")
    assert person.cells("status")[1:] == ["Queued, 1st in line", "Queued, 2nd in line"]
    index: QModelIndex = person.window.model.index(2, person.column("status"))
    assert "2" in index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "2" in index.data(Qt.ItemDataRole.ToolTipRole)
    person.filters("why:no-sources")
    person.until(lambda: person.names() == ["first"])
    person.filters(" | why:any")
    person.until(lambda: len(person.names()) == 3)
    person.presses("Esc")
    # The General tab.
    person.clicks("first")
    person.presses("Alt+1")
    person.until(lambda: "Why: There is nobody to ask for peers" in values(person))
    # The worst of several is explained, in its card.
    person.window.list.selectAll()
    person.presses("Ctrl+?")
    person.until(card(person).isVisible)
    assert person.selected() == ["first"]
    person.until(card(person).buttons[0].hasFocus)
    picture(person, "why-card")
    edits = next(each for each in card(person).buttons if "Edit trackers" in each.text().replace("&", ""))
    QTest.mouseClick(edits, LEFT)
    person.dialog(SourcesDialog).reject()
    QTest.mouseClick(card(person).later, LEFT)
    assert not card(person).isVisible()
    # What waits its turn has a line of its own, and starts from there.
    person.clicks("third")
    person.until(card(person).isVisible)
    assert card(person).said()[0] == "Queued behind 2 others."
    picture(person, "why-line")
    (button,) = card(person).buttons
    QTest.mouseClick(button, LEFT)
    person.sees("third", lambda t: t.forced and t.state is not State.QUEUED)
    # It was sent away for that cause, and comes when it is asked for.
    person.clicks("first")
    person.until(lambda: "first" in person.selected() and not card(person).isVisible())
    menu = person.context_menu("first")
    next(action for action in menu.actions() if action.text() == "Wh&y isn't this moving?").trigger()
    menu.close()
    person.until(card(person).isVisible)
