# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a torrent does not move, in the running program: in the list, in the filter, in the General tab and the card."""

import os
from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QDialog

from starling import settings
from starling.torrent import State, Torrent
from starling.ui.dialogs.addpeers import AddPeersDialog
from starling.ui.dialogs.addresses import SourcesDialog
from starling.ui.dialogs.connectivity import ConnectivityDialog
from starling.ui.dialogs.relocate import RelocateDialog
from starling.ui.preferences.window import PreferencesWindow
from starling.ui.swarm.whycard import WhyCard
from starling.why.reason import Cause, Offer, Remedy
from tests.ui.person import Person


def card(person: Person) -> WhyCard:
    return person.window.details.swarm.why


def because(cause: Cause) -> Callable[[Torrent], bool]:
    """Whether that is why a torrent does not move."""
    return lambda torrent: torrent.why is not None and torrent.why.cause is cause


def picture(person: Person, name: str) -> None:
    if folder := os.environ.get("SHOTS"):
        person.window.grab().save(f"{folder}/{name}.png")


def values(person: Person) -> str:
    general = person.window.details.general
    return "\n".join(general.values.said()) if general.values.isVisible() else ""


def test_what_keeps_a_torrent_is_said_everywhere_and_mended_from_its_card(person: Person) -> None:
    person.program.settings.set(settings.queue.ACTIVE_DOWNLOADS, 1)
    person.makes("first", "second", "third")
    person.window.list.selectAll()
    assert not person.menu("Torrent", "Why isn't this moving?").isEnabled(), "who paused them knows"
    person.chooses("Torrent", "Start")
    # The list, what a screen reader says there, and the filter.
    person.sees("second", because(Cause.QUEUED))
    person.sees("third", because(Cause.QUEUED))
    person.window.model.sort_by("queue", falling=False)
    person.until(lambda: person.cells("status")[1:] == ["Queued, 1st in line", "Queued, 2nd in line"])
    index: QModelIndex = person.window.model.index(2, person.column("status"))
    for role in (Qt.ItemDataRole.AccessibleDescriptionRole, Qt.ItemDataRole.ToolTipRole):
        assert "Queued behind 2 " in index.data(role)
    person.filters("why:queued")
    person.until(lambda: person.names() == ["second", "third"])
    person.presses("Esc")
    # The General tab.
    person.clicks("third")
    person.presses("Alt+1")
    person.until(lambda: "Why: Queued behind 2 " in values(person))
    # Of several one is explained, with the keyboard on what helps.
    person.window.list.selectAll()
    person.presses("Ctrl+?")
    person.until(lambda: person.selected() == ["second"] and card(person).isVisible())
    person.until(lambda: [each for each in card(person).buttons if each.hasFocus()])
    assert card(person).said()[0].startswith("Queued behind 1 ")
    picture(person, "why-line")
    person.presses("Space")
    person.sees("second", lambda t: t.forced and t.state is not State.QUEUED)
    person.until(lambda: not card(person).isVisible())
    menu = person.context_menu("third")
    next(action for action in menu.actions() if action.text() == "Wh&y isn't this moving?").trigger()
    menu.close()
    person.until(lambda: card(person).isVisible() and card(person).said()[0].startswith("Queued behind 2 "))


def test_what_helps_leads_to_where_it_is_done(person: Person) -> None:
    person.makes("first")
    person.clicks("first")
    window, torrent = person.window, person.torrent("first")

    def takes(remedy: Remedy) -> None:
        window.explaining.remedies.apply(torrent, Offer(remedy))

    for remedy, page in (
        (Remedy.SHOW_PEERS, window.details.peers),
        (Remedy.SHOW_TRACKERS, window.details.trackers),
        (Remedy.SHOW_PIECES, window.details.pieces),
        (Remedy.CHOOSE_FILES, window.details.files),
    ):
        takes(remedy)
        person.until(page.isVisible)
    for remedy, kind in (
        (Remedy.EDIT_TRACKERS, SourcesDialog),
        (Remedy.ADD_PEERS, AddPeersDialog),
        (Remedy.RELOCATE, RelocateDialog),
        (Remedy.CONNECTION, ConnectivityDialog),
        (Remedy.EDIT_BANS, PreferencesWindow),
    ):
        takes(remedy)
        dialog: QDialog = person.dialog(kind)
        dialog.reject()
        assert not dialog.isVisible()
