# SPDX-License-Identifier: GPL-3.0-or-later
"""The Trackers tab at a real engine with real trackers: asked, added, edited, dragged, moved by keys and removed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu

from starling.tracker import Kind, TrackerState
from starling.ui.dialogs.addresses import SourcesDialog
from starling.ui.dialogs.untrack import RemoveSourcesDialog
from tests.helpers import User
from tests.swarm import Answer, Event, Swarm, Version
from tests.ui.details.trackershand import A, B, C, D, Hand, ShowPane
from tests.ui.test_mnemonics import doubled, in_menu


@pytest.fixture
def hand(user: User, swarm: Swarm, show_pane: ShowPane) -> Callable[..., Hand]:
    """Opens the tab of a torrent with these trackers; it does not run unless it shall."""

    def make(*tiers: list[str], start: bool = False, by: User = user) -> Hand:
        id = by.adds(swarm.payload(version=Version.V1, trackers=list(tiers)), start=start)
        return Hand(by, show_pane(by, id, height=560), id)

    return make


def test_editing_keeps_what_was_typed_until_it_will_do(hand: Callable[..., Hand]) -> None:
    at = hand([A], [B])
    at.page.edit_button.click()
    dialog = at.dialog(SourcesDialog)
    assert dialog.field.toPlainText() == f"{A}\n\n{B}"
    assert not dialog.ok_button.isEnabled(), "nothing has changed yet"
    dialog.field.setPlainText(f"{A}\n\nhtp://b.example/\n{C}")
    assert "Line 3, “htp://b.example/”" in dialog.verdict.text()
    assert not dialog.ok_button.isEnabled()
    dialog.field.setPlainText(f"{C}\n{A}\n\nudp://noport.example/announce")
    assert "Line 4, “udp://noport.example/announce”, lacks the port" in dialog.verdict.text()
    assert not dialog.ok_button.isEnabled()
    dialog.field.setPlainText(f"{C}\n{A}\n\nhttp://odd.example/<announce>")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    at.user.until(lambda: "is no address of a tracker" in dialog.verdict.text())
    assert dialog.field.toPlainText().endswith("http://odd.example/<announce>")
    assert dialog.isVisible()
    dialog.field.setPlainText(f"{C}\n{A}\n\n{D}")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    at.sees([C, A], [D])
    at.user.until(lambda: not at.pane.window().findChildren(SourcesDialog))


def test_adding_splits_what_was_pasted(hand: Callable[..., Hand]) -> None:
    at = hand([A])
    said: list[str] = []
    at.page.told.connect(said.append)
    at.page.add_button.click()
    dialog = at.dialog(SourcesDialog)
    assert not dialog.ok_button.isEnabled()
    dialog.field.insertPlainText(f"{B}, {A} {C}\n\n{D}")
    assert dialog.verdict.text() == "4 trackers in 2 tiers"
    dialog.ok_button.click()
    at.sees([A], [B, C], [D])
    assert said == ["1 of them were there already."]


def test_only_the_whole_address_is_copied_with_its_key(hand: Callable[..., Hand]) -> None:
    key = "0123456789abcdef0123456789abcdef"
    url = f"http://127.0.0.1:2/{key}/announce"
    at = hand([url])
    at.selects(url)
    at.page.cards.copy_button.click()
    assert QGuiApplication.clipboard().text().startswith("http://127.0.0.1:2/…/announce\n")
    assert key not in QGuiApplication.clipboard().text()
    at.does("copy_urls")
    assert QGuiApplication.clipboard().text() == url
    assert "whole" in at.page.actions_of["copy_urls"].text()
    assert "passkey" in at.page.actions_of["copy_urls"].toolTip()


def test_removing_asks_first(hand: Callable[..., Hand]) -> None:
    at = hand([A, B], [C])
    at.selects(A, C)
    QTest.keyClick(at.view, Qt.Key.Key_Delete)
    dialog = at.dialog(RemoveSourcesDialog)
    assert any("may go on giving your address" in label.text() for label in dialog.findChildren(QLabel))
    dialog.cancel_button.click()
    at.user.until(lambda: not at.pane.window().findChildren(RemoveSourcesDialog))
    at.sees([A, B], [C])
    at.does("remove")
    at.dialog(RemoveSourcesDialog).remove_button.click()
    at.sees([B])
    at.selects(B)
    at.does("remove")
    dialog = at.dialog(RemoveSourcesDialog)
    assert any(label.text().startswith("No tracker is left then") for label in dialog.findChildren(QLabel))
    dialog.remove_button.click()
    at.sees()
    assert not at.page.edit_button.isEnabled()


def test_web_seeds_come_change_and_go(hand: Callable[..., Hand]) -> None:
    at = hand([A])
    one, two = "http://127.0.0.1:1/files/", "http://127.0.0.1:1/other/"

    def seeds() -> list[str]:
        return [row.url for row in at.page.model.rows() if row.tracker.kind is Kind.WEB_SEED]

    at.does("add_web_seeds")
    dialog = at.dialog(SourcesDialog)
    dialog.field.setPlainText(A)
    assert "is no address of a web seed" in dialog.verdict.text()
    dialog.field.setPlainText(one)
    dialog.ok_button.click()
    at.user.until(lambda: seeds() == [one])
    at.selects((Kind.WEB_SEED, one))
    at.does("edit_web_seed")
    at.user.until(lambda: at.dialog(SourcesDialog).field.toPlainText() == one)
    dialog = at.dialog(SourcesDialog)
    dialog.field.setPlainText(f"{one}\n{two}")
    assert dialog.verdict.text() == "Only one address can take the place of another."
    dialog.field.setPlainText(two)
    dialog.ok_button.click()
    at.user.until(lambda: seeds() == [two])
    at.selects((Kind.WEB_SEED, two))
    at.does("remove")
    asked = at.dialog(RemoveSourcesDialog)
    assert not any("your address" in label.text() for label in asked.findChildren(QLabel)), "no tracker goes"
    asked.cancel_button.click()
    at.user.until(lambda: not at.pane.window().findChildren(RemoveSourcesDialog))
    at.selects((Kind.WEB_SEED, two), A)
    at.does("copy_urls")
    assert QGuiApplication.clipboard().text().splitlines() == [A, two]
    at.does("remove")
    at.dialog(RemoveSourcesDialog).remove_button.click()
    at.user.until(lambda: not seeds() and not at.urls())


def test_asking_waits_for_the_interval_unless_it_is_forced(
    hand: Callable[..., Hand], swarm: Swarm, users: Callable[..., User]
) -> None:
    patient, free = swarm.tracker(min_interval=1200, interval=1800), swarm.tracker("udp")
    # libtorrent scrapes nobody on loopback otherwise.
    at = hand([patient.url], [free.url], start=True, by=users("scraper", ssrf_mitigation=False).start())
    at.user.until(lambda: at.user.trackers(at.id)[patient.url].min_announce)
    asked = len(patient.announces)
    at.user.until(lambda: at.page.model.get(patient.url).tracker.min_announce)  # type: ignore[union-attr]
    at.selects(patient.url)
    entry = at.page.actions_of["ask"]
    assert not entry.isEnabled()
    assert "(from " in entry.text()
    assert not at.page.cards.again_button.isEnabled()
    assert at.page.cards.again_button.toolTip().startswith("May be asked again at ")
    at.does("insist")
    at.user.until(lambda: len(patient.announces) > asked)
    at.user.until(lambda: at.user.trackers(at.id)[patient.url].state is TrackerState.WORKING)
    at.user.until(at.page.actions_of["scrape"].isEnabled)
    scrapes = len(patient.scrapes)
    at.does("scrape")
    at.user.until(lambda: len(patient.scrapes) > scrapes)
    said: list[str] = []
    at.page.told.connect(said.append)
    at.page.ask_button.click()
    at.user.until(lambda: said)
    assert "may not be asked before" in said[0]


def test_a_failure_is_told_in_a_card_with_its_chart(hand: Callable[..., Hand], swarm: Swarm) -> None:
    bad, good = swarm.tracker(), swarm.tracker("udp")
    bad.behave(Answer.FAILURE, "unregistered torrent")
    at = hand([bad.url], [good.url], start=True)
    at.user.until(lambda: at.user.trackers(at.id)[good.url].state is TrackerState.WORKING)
    at.user.until(lambda: at.page.model.get(bad.url).tracker.announces)  # type: ignore[union-attr]
    at.selects(bad.url)
    card, chart = at.page.cards.story, at.page.cards.charts.chart
    assert card.isVisible()
    assert "turns this torrent down" in card.title.text()
    assert "unregistered torrent" in card.accessibleDescription()
    assert "1 failed" in chart.accessibleDescription()
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert "started" in chart.read_out
    assert "unregistered torrent" in chart.accessibleDescription()
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.read_out == ""
    at.page.cards.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(bad.url)
    assert "unregistered torrent" in copied
    hours = at.page.model.column_number("hours")
    assert hours is not None
    cell = at.view.cell_rect(at.page.model.index(at.page.model.index_of(bad.url), hours))  # type: ignore[arg-type]
    assert "unregistered torrent" in at.view.announce_at(QPoint(cell.right() - 4, cell.center().y()))
    assert at.view.announce_at(QPoint(cell.left() + 4, cell.center().y())) == ""
    assert [each for each in good.events() if each is Event.STARTED]


def test_while_nothing_is_selected_the_card_tells_of_what_matters_most(hand: Callable[..., Hand], swarm: Swarm) -> None:
    bad, good = swarm.tracker(), swarm.tracker("udp")
    bad.behave(Answer.FAILURE, "unregistered torrent")
    at = hand([bad.url], [good.url], start=True)
    card = at.page.cards.story
    at.user.until(lambda: card.title.text().endswith(" works"))
    assert at.view.selected_keys() == []
    assert card.isVisible()
    at.page.cards.copy_button.click()
    assert QGuiApplication.clipboard().text().startswith(good.url)
    at.selects(bad.url)
    assert "turns this torrent down" in card.title.text()
    at.view.clearSelection()
    assert card.title.text().endswith(" works")
    good.behave(Answer.FAILURE)
    at.user.run(at.user.engine.trackers.announce(at.id, [good.url], force=True))
    at.user.until(lambda: "turns this torrent down" in card.title.text())
    at.page.cards.copy_button.click()
    assert QGuiApplication.clipboard().text().startswith(bad.url), "the first of those that fail"
    bad.behave(Answer.OK)
    asked = len(bad.announces)
    at.user.until(at.page.cards.again_button.isEnabled)
    at.page.cards.again_button.click()
    at.user.until(lambda: len(bad.announces) > asked)
    at.user.until(lambda: card.title.text().endswith(" works"))
    at.page.cards.remove_button.click()
    at.dialog(RemoveSourcesDialog).remove_button.click()
    at.sees([good.url])


def test_trackers_of_a_private_torrent_come_with_a_warning(
    user: User, swarm: Swarm, show_pane: ShowPane, hand: Callable[..., Hand]
) -> None:
    id = user.adds(swarm.payload(private=True, trackers=[A]), start=False)
    for at, private in ((Hand(user, show_pane(user, id), id), True), (hand([B]), False)):
        for button in (at.page.add_button, at.page.edit_button):
            button.click()
            dialog = at.dialog(SourcesDialog)
            said = [label.text() for label in dialog.findChildren(QLabel) if "This torrent is private" in label.text()]
            assert len(said) == private
            dialog.reject()
            at.user.until(lambda at=at: not at.pane.window().findChildren(SourcesDialog))


def test_where_there_is_no_room_one_line_says_it(hand: Callable[..., Hand]) -> None:
    at = hand([A])
    at.selects(A)
    at.user.until(at.page.cards.isVisible)
    assert not at.page.hint.isVisible()
    at.pane.resize(1000, 300)
    at.user.until(at.page.hint.isVisible)
    assert not at.page.cards.isVisible()
    assert at.page.legend.isVisible()


def test_nothing_is_asked_while_the_torrent_is_paused(hand: Callable[..., Hand]) -> None:
    at = hand([A])
    at.selects(A)
    assert not at.page.ask_button.isEnabled()
    for key in ("ask_all", "ask", "insist"):
        assert not at.page.actions_of[key].isEnabled()
    for tip in (at.page.actions_of["ask"].toolTip(), at.page.cards.again_button.toolTip()):
        assert tip == "The torrent is paused: nothing is asked."
    assert at.page.actions_of["remove"].isEnabled()


def test_a_dht_that_is_off_says_why_and_cannot_be_asked(hand: Callable[..., Hand]) -> None:
    at = hand([A], start=True)
    at.selects(Kind.DHT.value)
    at.user.until(lambda: at.page.cards.story.title.text().startswith("DHT"))
    assert [label.text() for label in at.page.cards.story.sentences if label.text()] == [
        "It is switched off in the settings."
    ]
    assert not at.page.cards.again_button.isEnabled()
    assert at.page.cards.again_button.toolTip() == "DHT is off. It is switched off in the settings."
    at.selects(Kind.PEX.value)
    assert not at.page.cards.again_button.isEnabled()
    assert "by themselves" in at.page.cards.again_button.toolTip()


def test_each_letter_means_one_thing(hand: Callable[..., Hand]) -> None:
    at = hand([A])
    at.selects(A)
    menu = QMenu()
    at.page.fill_menu(menu)
    assert all("&" in action.text() for action in menu.actions() if not action.isSeparator())
    assert in_menu([menu.menuAction()]) == {}
    menu.deleteLater()
    for wanted, kind in (("edit", SourcesDialog), ("add_web_seeds", SourcesDialog), ("remove", RemoveSourcesDialog)):
        at.does(wanted)
        dialog = at.dialog(kind)
        buttons = [button.text() for button in dialog.findChildren(QAbstractButton)]
        labels = [label.text() for label in dialog.findChildren(QLabel) if label.buddy() is not None]
        assert doubled(buttons + labels) == []
        dialog.reject()
        at.user.until(lambda kind=kind: not at.pane.window().findChildren(kind))


def test_the_time_until_the_next_announce_runs_without_moving_rows(hand: Callable[..., Hand], swarm: Swarm) -> None:
    one, two = swarm.tracker(), swarm.tracker("udp", interval=1795)
    one.behave(Answer.NOT_FOUND)
    at = hand([one.url], [two.url], start=True)
    at.page.model.sort_by("again", falling=False)
    for url in (one.url, two.url):
        at.user.until(lambda url=url: at.user.trackers(at.id)[url].next_announce)
        at.user.until(lambda url=url: at.page.model.get(url).tracker.next_announce)  # type: ignore[union-attr]
    order, begun, moments = at.urls(), at.pane.fetcher.ticks, set()

    def later() -> bool:
        assert at.urls() == order
        moments.add(at.page.model.get(one.url).tracker.next_announce)  # type: ignore[union-attr]
        return at.pane.fetcher.ticks >= begun + 2

    at.user.until(later)
    assert len(moments) == 1
