# SPDX-License-Identifier: GPL-3.0-or-later
"""The General tab: what it says, what it leaves out, how it flows, and what it does with a stranger's comment."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from starling.torrent import NEVER, Facts, State, Torrent, Waste
from starling.ui.details import facts, sums
from starling.ui.details.facts import About
from starling.ui.details.longtext import LongText
from starling.ui.details.values import Values
from starling.ui.dialogs.address import AddressDialog
from starling.ui.theme import ThemeManager
from tests.helpers import User
from tests.swarm import Swarm

MB = 1_000_000
TORRENT = Torrent(
    id="1" * 40,
    name="Sita",
    state=State.DOWNLOADING,
    size=100 * MB,
    total_size=120 * MB,
    done=25 * MB,
    down=3 * MB,
    downloaded=30 * MB,
    uploaded=15 * MB,
    session_downloaded=10 * MB,
    session_uploaded=15 * MB,
    ratio=0.5,
    active_time=100,
    seeds=2,
    swarm_seeds=40,
    peers=5,
    save_path="/data",
    hash_v1="1" * 40,
    labels=("Films", "Free"),
    added=1_700_000_000,
)
FACTS = Facts(pieces=None, comment="see http://example.org", redundant=2 * MB, failed=MB, unverified=4 * MB)

ShowPane = Callable[..., QWidget]


@pytest.fixture
def values(qtbot: QtBot, themes: ThemeManager) -> Values[About]:
    made = Values(facts.sections(), themes)
    qtbot.addWidget(made)
    made.resize(1200, 500)
    made.show()
    return made


def say(values: Values[About], torrent: Torrent = TORRENT, told: Facts = FACTS, **more: object) -> None:
    values.show_about(About(torrent, told, **more), torrent.id)  # type: ignore[arg-type]


def texts(values: QWidget) -> dict[str, str]:
    """Label -> text of the rows that are shown."""
    found = (each for each in values.findChildren(QWidget) if isinstance(each, QLabel | LongText))
    return {each.accessibleName(): each.text() for each in found if each.accessibleName() and each.isVisible()}


def text_of(torrent: Torrent = TORRENT, told: Facts = FACTS, **more: object) -> dict[str, str]:
    about = About(torrent, told, **more)  # type: ignore[arg-type]
    return {fact.label: fact.text(about).replace("\u00a0", " ") for part in facts.sections() for fact in part.facts}


def test_every_figure_of_a_download() -> None:
    said = text_of()
    assert said["Have"] == "25.0 MB of 100 MB (25.0 %)"
    assert said["Not verified yet"] == "4.00 MB"
    assert said["Downloaded"] == "30.0 MB (10.0 MB in this session)"
    assert said["Uploaded"] == "15.0 MB"
    assert said["Ratio"] == "0.50"
    assert said["Popularity"] == "", "it has not run for an hour"
    assert text_of(replace(TORRENT, active_time=864_000))["Popularity"] == "ratio grows by 1.50 a month"
    assert said["Down"] == "3.00 MB/s (300 kB/s on average)"
    assert said["Up"] == "150 kB/s on average"
    assert said["Size"] == "120 MB, 100 MB of it wanted"
    assert said["Seeds"] == "2 connected, 40 in the swarm"
    assert said["Peers"] == "5 connected"
    assert said["Labels"] == "Films, Free"


def test_a_time_of_having_everything_does_not_count_for_the_average() -> None:
    assert text_of(told=replace(FACTS, finished_time=80))["Down"].endswith("(1.50 MB/s on average)")
    assert "average" not in text_of(told=replace(FACTS, finished_time=95))["Down"], "of five seconds"


def test_the_session_never_has_more_than_there_is() -> None:
    assert text_of(replace(TORRENT, session_downloaded=31 * MB))["Downloaded"] == "31.0 MB"


def test_limits_are_said_where_there_are_any() -> None:
    assert text_of()["Limits"] == ""
    assert text_of(replace(TORRENT, down_limit=5 * MB, up_limit=1000))["Limits"] == "down 5 MB/s, up 1 kB/s"


def test_waste_says_why() -> None:
    waste = ((Waste.END_GAME, 3 * MB), (Waste.TIMED_OUT, MB))
    assert text_of(waste=waste)["Wasted"] == "1.00 MB failed the hash check, 2.00 MB came twice"
    assert text_of(waste=waste)["Why twice"] == (
        "In all torrents since the start: 75.0 % was asked of several peers at the end, "
        "25.0 % came after another peer had been asked for it"
    )
    once = text_of(told=replace(FACTS, redundant=0), waste=waste)
    assert (once["Wasted"], once["Why twice"]) == ("1.00 MB failed the hash check", "")
    assert text_of(told=replace(FACTS, redundant=0, failed=0))["Wasted"] == ""
    assert len({text_of(waste=((reason, 1),))["Why twice"] for reason in Waste}) == len(Waste), "each in its own words"


def test_what_says_nothing_is_left_out_and_comes_without_leaving_again(values: Values[About]) -> None:
    idle = replace(TORRENT, down=0, downloaded=0, eta=None)
    say(values, idle)
    assert "Down" not in texts(values)
    assert "Time left" not in texts(values)
    say(values, replace(TORRENT, eta=NEVER))
    assert texts(values)["Time left"].startswith("never: pieces are missing")
    say(values, idle)
    assert texts(values)["Time left"] == "", "rows below it do not jump"
    say(values, replace(idle, id="2" * 40))
    assert "Time left" not in texts(values)


@pytest.mark.parametrize(("width", "count"), [(500, 1), (700, 2), (1200, 3)])
def test_from_one_to_three_columns(themes: ThemeManager, qtbot: QtBot, width: int, count: int) -> None:
    values, area = Values(facts.sections(), themes), QScrollArea()
    say(values)
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(values)
    area.resize(1200, 900)
    area.show()
    area.resize(width, 900)
    qtbot.waitUntil(lambda: values.width() == area.viewport().width())
    assert values.columns == count
    heads = [label for label in values.findChildren(QLabel) if label.text() in {"TRANSFER", "TORRENT", "TIMES"}]
    qtbot.waitUntil(lambda: len({label.mapTo(values, label.rect().topLeft()).x() for label in heads}) == count)


def test_long_values_use_the_room_that_dates_do_not_need(values: Values[About], qtbot: QtBot) -> None:
    say(values, replace(TORRENT, hash_v1="9cf52afc7f01dcf5f316897052372e228ad2199a"))
    fields = {each.accessibleName(): each for each in values.findChildren(QWidget) if each.accessibleName()}
    values.resize(1240, 600)
    qtbot.waitUntil(lambda: fields["Wasted"].width() > 300)
    for name in ("Hash v1", "Wasted"):
        assert fields[name].height() < 2 * fields[name].fontMetrics().lineSpacing(), "on one line"
    date = fields["Added"]
    for width in (1240, 1080, 640, 320):
        values.resize(width, 900)
        qtbot.waitUntil(lambda: date.width() >= date.sizeHint().width())


def test_what_is_selected_stays_while_numbers_go_on(values: Values[About]) -> None:
    say(values)
    label = next(each for each in values.findChildren(QLabel) if each.accessibleName() == "Down")
    label.setSelection(0, 4)
    say(values, replace(TORRENT, down=4 * MB))
    assert label.selectedText() == "4.00"


def test_every_value_is_reached_and_copied_by_keys(values: Values[About], qtbot: QtBot) -> None:
    say(values)
    shown = [each for each in values.findChildren(QWidget) if isinstance(each, QLabel | LongText)]
    wanted = {each.accessibleName() for each in shown if each.accessibleName() and each.isVisible()}
    qtbot.waitUntil(values.isVisible)
    values.activateWindow()
    reached: list[str] = []
    copied: dict[str, str] = {}
    for _ in range(80):
        qtbot.keyClick(QApplication.focusWidget() or values, Qt.Key.Key_Tab)
        found = QApplication.focusWidget()
        assert found is not None
        if isinstance(found, QLabel):
            qtbot.keyClick(found, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
            copied[found.accessibleName()] = QGuiApplication.clipboard().text()
        reached.append(found.accessibleName())
    assert wanted <= set(reached)
    assert copied["Down"].startswith("3.00")
    assert sum(isinstance(each, QLabel) and each.hasSelectedText() for each in shown) <= 1


def test_without_a_selection_everything_is_copied(user: User, swarm: Swarm, show_pane: ShowPane, qtbot: QtBot) -> None:
    id = user.adds(swarm.payload(name="film", files={"a": 40_000}), start=False)
    pane = show_pane(user, id)
    page = pane.general  # type: ignore[attr-defined]
    user.until(page.values.isVisible)
    name = next(each for each in page.findChildren(LongText) if each.accessibleName() == "Name")
    size = next(each for each in page.findChildren(QLabel) if each.accessibleName() == "Size")
    for widget in (page.main_widget(), name, size):
        QGuiApplication.clipboard().setText("before")
        qtbot.keyClick(widget, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        lines = QGuiApplication.clipboard().text().replace("\u00a0", " ").split("\n")
        assert "Name: film" in lines
        assert "Size: 40.0 kB" in lines
        assert all(": " in line for line in lines)
    size.setSelection(0, 2)
    qtbot.keyClick(size, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "40"
    menu = QMenu(page)
    page.fill_menu(menu)
    menu.actions()[0].trigger()
    assert "Name: film" in QGuiApplication.clipboard().text()
    page.clear()
    menu.clear()
    page.fill_menu(menu)
    assert not menu.actions()[0].isEnabled()


def test_a_comment_cannot_hide_or_turn_round_what_it_says() -> None:
    told = replace(
        FACTS, comment="\ta \u202egpj.exe\u202c  https://good.example/\u202emoc.live/\r\nsecond\u2066 line\n"
    )
    assert (
        text_of(told=told)["Comment"]
        == "a \ufffdgpj.exe\ufffd  https://good.example/\ufffdmoc.live/\nsecond\ufffd line"
    )
    endless = text_of(told=replace(FACTS, comment="\u202e" * 11_000_000))["Comment"]
    assert len(endless) == 4000


def test_without_anybody_connected_there_are_no_copies_to_tell_of() -> None:
    alone = replace(TORRENT, state=State.PAUSED, seeds=0, peers=0, availability=0.0)
    assert text_of(alone)["Availability"] == ""
    assert text_of(replace(alone, availability=0.25))["Availability"] == "0.25 copies"
    assert text_of(replace(alone, peers=1))["Availability"] == "0.00 copies"


def test_hashes_are_copied_and_the_folder_is_opened(values: Values[About], qtbot: QtBot) -> None:
    say(values)
    lines = {line.fact.label: line for block in values._blocks for line in block.lines}
    lines["Hash v1"].buttons["copy"].click()
    assert QGuiApplication.clipboard().text() == TORRENT.hash_v1
    with qtbot.waitSignal(values.folder_wanted) as signal:
        lines["Saved in"].buttons["folder-open"].click()
    assert signal.args == ["/data"]


def test_links_of_a_comment_are_asked_about_and_nothing_else_is_one(values: Values[About], qtbot: QtBot) -> None:
    comment = "<a href='file:///etc/passwd'>x</a> 🎬 https://example.org/ä and javascript:x"
    say(values, told=replace(FACTS, comment=comment))
    field = next(each for each in values.findChildren(LongText) if each.accessibleName() == "Comment")
    assert field.text() == comment
    hrefs = {}
    block = field.document().begin()
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        if fragment.charFormat().isAnchor():
            hrefs[fragment.text()] = fragment.charFormat().anchorHref()
        iterator += 1
    assert hrefs == {"https://example.org/ä": "https://example.org/%C3%A4"}
    with qtbot.waitSignal(values.address_wanted) as signal:
        field.anchorClicked.emit(QUrl(hrefs["https://example.org/ä"]))
    assert signal.args == ["https://example.org/%C3%A4"]


def test_of_a_text_without_end_the_beginning_and_the_end_are_shown(values: Values[About]) -> None:
    say(values, told=replace(FACTS, comment="begin " + "y" * 10_000_000 + " http://end.example"))
    field = next(each for each in values.findChildren(LongText) if each.accessibleName() == "Comment")
    assert len(field.text()) <= 4000
    assert field.text().startswith("begin y")
    assert field.text().endswith("y http://end.example")


def test_only_a_text_without_end_is_scrolled(values: Values[About], qtbot: QtBot) -> None:
    say(values, replace(TORRENT, name="name " * 30), replace(FACTS, comment="comment " * 3000))
    fields = {each.accessibleName(): each for each in values.findChildren(LongText)}
    qtbot.waitUntil(lambda: fields["Comment"].verticalScrollBar().isVisible())
    assert fields["Comment"].height() == 8 * fields["Comment"].fontMetrics().lineSpacing()
    assert not fields["Name"].verticalScrollBar().isVisible()
    assert fields["Name"].height() >= fields["Name"].document().size().height()


def test_an_address_is_shown_in_full_before_it_is_opened(qtbot: QtBot) -> None:
    address = "https://example.org/" + "long/" * 60
    dialog = AddressDialog(address)
    qtbot.addWidget(dialog)
    assert dialog.informativeText().replace("\u200b", "") == address
    assert dialog.defaultButton() is not dialog.open_button


def test_a_name_and_a_comment_without_end_leave_the_page_as_wide_as_it_is(themes: ThemeManager, qtbot: QtBot) -> None:
    values, area = Values(facts.sections(), themes), QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(values)
    area.resize(1200, 600)
    area.show()
    say(values, replace(TORRENT, name="x" * 3000), replace(FACTS, comment="y" * 100_000, created_by="z" * 500))
    for width in (1200, 560, 300):
        area.resize(width, 600)
        qtbot.waitUntil(lambda: values.width() == area.viewport().width())


def test_labels_of_all_sections_are_as_wide_and_grow_with_the_font(
    values: Values[About], qapp: QApplication, qtbot: QtBot
) -> None:
    say(values)
    grids = [block._grid.columnMinimumWidth(0) for block in values._blocks]
    assert len(set(grids)) == 1
    font = QFont(qapp.font())
    font.setPixelSize(26)
    qapp.setFont(font)
    qtbot.waitUntil(lambda: values._blocks[0]._grid.columnMinimumWidth(0) >= 2 * 112)


def test_a_swarm_has_no_fewer_than_are_connected() -> None:
    old = replace(TORRENT, seeds=6, swarm_seeds=0, peers=5, swarm_peers=5)
    said = text_of(old)
    assert (said["Seeds"], said["Peers"]) == ("6 connected", "5 connected, 5 in the swarm")
    assert text_of(replace(old, seeds=0))["Seeds"] == "0 connected, 0 in the swarm"
    assert said_of(old, replace(old, swarm_seeds=7))["Seeds"] == "12 connected"


def test_the_figure_of_the_strip_says_what_it_counts(user: User, swarm: Swarm, show_pane: ShowPane) -> None:
    pane = show_pane(user, user.owns(swarm.payload(files=100_000)))
    strip = pane.general.pieces  # type: ignore[attr-defined]
    user.until(strip.isVisible)
    user.until(lambda: strip.accessibleDescription().endswith("100\u00a0% of all pieces, verified."))
    assert "of all pieces, verified." in strip.toolTip()


# Several


def said_of(*torrents: Torrent) -> dict[str, str]:
    found = sums.total(torrents)
    return {fact.label: fact.text(found).replace("\u00a0", " ") for part in sums.sections() for fact in part.facts}


def test_several_are_added_up() -> None:
    other = replace(
        TORRENT, id="2", state=State.SEEDING, size=MB, total_size=MB, done=MB, labels=("Free",), save_path="/other",
        downloaded=0, uploaded=15 * MB, swarm_seeds=None, completed=1_700_000_500, wasted=5000,
    )  # fmt: skip
    said = said_of(TORRENT, other, replace(other, id="3"))
    assert said["States"] == "2 seeding\n1 downloading"
    assert said["Have"] == "27.0 MB of 102 MB (26.4 %)"
    assert said["Still to come"] == "75.0 MB"
    assert said["Ratio"] == "1.50", "of the sums"
    assert said["Seeds"] == "6 connected, 40 in the swarm"
    assert said["Peers"] == "15 connected"
    assert said["Wasted"] == "10.0 kB"
    assert said["Labels of all"] == "Free"
    assert said["Saved in"] == ""
    assert said["Folders"] == "/other\n/data"
    assert said["Number"] == "3"
    assert said_of(TORRENT, TORRENT)["Saved in"] == "/data"


def test_many_folders_are_not_all_named() -> None:
    said = said_of(*(replace(TORRENT, id=str(n), save_path=f"/{n}") for n in range(9)))
    assert said["Folders"].splitlines()[-1] == "and 4 more"


def test_a_selection_of_several_is_summed_on_screen(user: User, swarm: Swarm, show_pane: ShowPane) -> None:
    one, two = (swarm.payload(name=name, files={"a": 40_000}) for name in ("one", "two"))
    ids = [user.adds(one, start=False), user.adds(two, start=False)]
    pane = show_pane(user, *ids)
    user.until(pane.general.sums.isVisible)  # type: ignore[attr-defined]
    user.until(lambda: "2 torrents are selected: 2 paused." in pane.general.sentence.sentence.text())  # type: ignore[attr-defined]
    assert texts(pane.general)["Number"] == "2"  # type: ignore[attr-defined]
    assert not pane.general.sentence._legend.isVisible(), "of strips that are not there"  # type: ignore[attr-defined]
    assert "Hash v1" not in texts(pane.general)  # type: ignore[attr-defined]
    labelled = [replace(user.torrent(id), labels=("both",), private=True) for id in ids]
    page = pane.general  # type: ignore[attr-defined]
    page.turn_to(labelled)
    page.take_all(labelled, None)
    assert texts(page)["Labels of all"] == "both"
    others = [replace(torrent, id=f"other {torrent.id}", labels=(), private=False) for torrent in labelled]
    page.turn_to(others)
    page.take_all(others, None)
    assert not {"Labels of all", "Private"} & texts(page).keys(), "of those that were selected before"
    pane.set_torrents([user.torrent(ids[0])])  # type: ignore[attr-defined]
    user.until(pane.general.values.isVisible)  # type: ignore[attr-defined]
    assert not pane.general.sums.isVisible()  # type: ignore[attr-defined]
