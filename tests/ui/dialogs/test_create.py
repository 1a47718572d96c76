# SPDX-License-Identifier: GPL-3.0-or-later
"""Create torrent: what is said as one chooses, hashing beside the window, and what comes of it."""

import asyncio
import hashlib
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import libtorrent as lt
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from starling.creation import Format, Made
from starling.engine.engine import Engine
from starling.tasks import Worker
from starling.torrent import State
from starling.ui.dialogs.create import CreateDialog, ReplaceDialog, Stage
from starling.ui.dialogs.frame import ERR
from starling.ui.making_commands import MakingCommands
from starling.ui.theme import ThemeManager
from starling.uistate import UiState
from tests.helpers import LONG, hermetic, sentence
from tests.ui.desk import Desk

LEFT = Qt.MouseButton.LeftButton


class Creating:
    """Somebody who creates torrents."""

    def __init__(self, qtbot: QtBot, engine: Engine, state: UiState, themes: ThemeManager) -> None:
        self.qtbot, self.engine, self.state = qtbot, engine, state
        self.window = QWidget()
        self.added: list[str] = []
        self.commands = MakingCommands(self.window, engine, state, themes)
        self.commands.added.connect(self.added.append)

    def opens(self) -> CreateDialog:
        self.commands.create_torrent()
        dialog = self.commands.dialogs[-1]
        dialog.form_page.seed.setChecked(False)
        return dialog

    def chooses(self, dialog: CreateDialog, path: Path | str) -> str:
        """Types a path; the sentence that is said of it."""
        dialog.form_page.choose(str(path))
        self.waits(dialog)
        return dialog.form_page.about.text()

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=round(LONG * 1000))

    def leaves(self) -> None:
        for dialog in list(self.commands.dialogs):
            dialog.reject()
        self.until(lambda: not self.engine.creator._processes)
        self.window.deleteLater()

    def waits(self, dialog: CreateDialog) -> None:
        """Until it is known what is there."""
        form = dialog.form_page
        self.until(lambda: form.about.text() not in ("", "Looking at the files…"))

    def creates(self, dialog: CreateDialog) -> None:
        QTest.mouseClick(dialog.ok_button, LEFT)

    def sees(self, dialog: CreateDialog, stage: Stage) -> None:
        self.until(lambda: dialog.stage is stage)

    def hears(self, dialog: CreateDialog, *words: str) -> str:
        """Waits for a verdict in the form, after which Create can be pressed again."""
        form = dialog.form_page
        self.until(lambda: all(word in form.verdict.text() for word in words))
        assert form.verdict.foregroundRole() is ERR
        self.until(lambda: form.found is not None)
        return sentence(form.verdict.text())


@pytest.fixture
def creating(
    qtbot: QtBot, qloop: asyncio.AbstractEventLoop, themes: ThemeManager, tmp_path: Path
) -> Iterator[Creating]:
    """At an engine without a session, which none of it needs but seeding."""
    workers = Worker(qloop, "test-engine"), Worker(qloop, "test-files")
    (tmp_path / "profile").mkdir()
    engine = Engine(*workers, tmp_path / "profile", hermetic(tmp_path / "profile", "127.0.0.1", {}, {}))
    made = Creating(qtbot, engine, UiState(tmp_path / "profile" / "ui.json"), themes)
    yield made
    made.leaves()
    for ending in (engine.close(), *(worker.stop() for worker in workers)):
        task = qloop.create_task(ending)
        qtbot.waitUntil(task.done)
    engine.deleteLater()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    top = tmp_path / "Canto"
    top.mkdir()
    (top / "canto.flac").write_bytes(bytes(range(256)) * 1000)
    (top / "poster.jpg").write_bytes(b"x" * 50_000)
    (top / ".hidden").write_bytes(b"x")
    return top


def test_from_a_folder_to_a_torrent_that_is_seeded(desk: Desk, qtbot: QtBot, folder: Path) -> None:
    creating = Creating(qtbot, desk.user.engine, desk.state, desk.themes)
    dialog = creating.opens()
    form = dialog.form_page
    assert not dialog.ok_button.isEnabled()
    assert "2 files, 306" in creating.chooses(dialog, folder)
    assert "1 hidden" in form.about.text()
    assert form.save_as.text() == f"{folder}.torrent"
    form.trackers.setPlainText("http://a.example/announce\n\nudp://b.example:80")
    form.private.setChecked(True)
    form.comment.setText("Hallo")
    form.seed.setChecked(True)
    creating.creates(dialog)
    creating.sees(dialog, Stage.DONE)
    result = dialog.result_page
    creating.until(lambda: "seeded from" in result.seeding.text())
    params = lt.load_torrent_file(f"{folder}.torrent")
    assert params.ti is not None
    assert params.ti.priv()
    assert (params.trackers, params.tracker_tiers) == (["http://a.example/announce", "udp://b.example:80"], [0, 1])
    assert result.hash_v1.text() == str(params.ti.info_hashes().v1)
    assert not result.hash_v2.isVisible()
    (id,) = creating.added
    desk.user.sees(id, State.SEEDING)
    QTest.mouseClick(result.magnet_button, LEFT)
    assert result.hash_v1.text() in QGuiApplication.clipboard().text()
    creating.leaves()


def test_pieces_and_size_are_said_for_the_choice(creating: Creating, folder: Path) -> None:
    dialog = creating.opens()
    form = dialog.form_page
    creating.chooses(dialog, folder)
    assert form.piece.currentText() == "Automatic: 32\N{NO-BREAK SPACE}KiB"
    assert form.pieces.text().startswith("10 pieces, a .torrent of about")
    form.piece.setCurrentIndex(form.piece.findData(16 * 1024))
    assert form.pieces.text().startswith("19 pieces")
    form.format.setCurrentIndex(form.format.findData(Format.HYBRID.value))
    assert form.piece.findData(16 * 1024) < 0
    assert form.pieces.text().startswith("10 pieces")
    assert not form.aligned.isEnabled()
    assert "Transmission" in form.who.text()


def test_hidden_and_excluded_files_are_counted_anew(creating: Creating, folder: Path) -> None:
    dialog = creating.opens()
    form = dialog.form_page
    creating.chooses(dialog, folder)
    form.hidden.click()
    creating.until(lambda: "3 files" in form.about.text())
    form.patterns.setPlainText("*.jpg")
    creating.until(lambda: "1 excluded" in form.about.text())
    (folder / "broken").symlink_to("nothing")
    form.hidden.click()
    creating.until(lambda: "broken" in form.left.text())
    assert form.left.isVisible()


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("trackers", "http://a.example/announce\nnonsense", "Line 2, “nonsense”, is no address of a tracker"),
        ("trackers", "udp://a.example", "lacks the port"),
        ("web_seeds", "ftp://a.example/", "is no address of a web seed"),
        ("patterns", "*", "would exclude every file"),
        ("save_as", "", "needs a name"),
    ],
)
def test_what_is_wrong_is_said_as_one_types(
    creating: Creating, folder: Path, field: str, text: str, words: str
) -> None:
    dialog = creating.opens()
    creating.chooses(dialog, folder)
    edit = getattr(dialog.form_page, field)
    edit.setText(text) if field == "save_as" else edit.setPlainText(text)
    creating.until(lambda: words in dialog.form_page.verdict.text())
    assert not dialog.ok_button.isEnabled()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: None, "There is no"),
        (lambda path: path.mkdir(), "There is no file in it"),
        (lambda path: path.touch(), "All its files are empty"),
        (os.mkfifo, "neither a file nor a folder"),
    ],
)
def test_what_no_torrent_can_be_made_of_is_said(creating: Creating, tmp_path: Path, make: object, words: str) -> None:
    assert callable(make)
    make(tmp_path / "it")
    dialog = creating.opens()
    assert words in creating.chooses(dialog, tmp_path / "it")
    assert dialog.form_page.about.foregroundRole() is ERR
    assert not dialog.ok_button.isEnabled()


def test_a_torrent_without_trackers_that_nobody_finds_is_pointed_out(creating: Creating, folder: Path) -> None:
    dialog = creating.opens()
    creating.chooses(dialog, folder)
    dialog.form_page.private.setChecked(True)
    assert "Nobody finds" in dialog.form_page.verdict.text()
    assert dialog.ok_button.isEnabled()


def test_a_file_that_exists_is_only_replaced_by_agreement(creating: Creating, folder: Path) -> None:
    target = Path(f"{folder}.torrent")
    target.write_bytes(b"before")
    dialog = creating.opens()
    creating.chooses(dialog, folder)
    for agree in (False, True):
        creating.creates(dialog)
        creating.until(lambda: dialog.findChildren(ReplaceDialog))
        (question,) = dialog.findChildren(ReplaceDialog)
        assert target.read_bytes() == b"before"
        QTest.mouseClick(question.replace_button if agree else question.cancel_button, LEFT)
        creating.until(lambda: not dialog.findChildren(ReplaceDialog))
        creating.sees(dialog, Stage.DONE if agree else Stage.ASKING)
    assert lt.load_torrent_file(str(target)).ti is not None


def test_where_it_can_not_be_saved_nothing_typed_is_lost(creating: Creating, folder: Path) -> None:
    dialog = creating.opens()
    form = dialog.form_page
    creating.chooses(dialog, folder)
    form.comment.setText("Hallo")
    form.choose_target(str(folder.parent / "none" / "x.torrent"))
    creating.creates(dialog)
    creating.hears(dialog, "no such folder")
    assert form.comment.text() == "Hallo"
    form.choose_target(str(folder.parent / "x"))
    creating.creates(dialog)
    creating.sees(dialog, Stage.DONE)
    assert (folder.parent / "x.torrent").is_file()


def test_what_was_hashed_is_kept_until_it_could_be_saved(creating: Creating, folder: Path) -> None:
    dialog = creating.opens()
    creating.chooses(dialog, folder)
    target = Path(f"{folder}.torrent")
    show = dialog.progress.begin

    def somebody_else(path: str) -> None:
        target.write_bytes(b"somebody else's")
        show(path)

    dialog.progress.begin = somebody_else  # type: ignore[method-assign]
    creating.creates(dialog)
    creating.hears(dialog, "by somebody else")
    assert target.read_bytes() == b"somebody else's"
    dialog.progress.begin = pytest.fail  # type: ignore[method-assign]
    dialog.form_page.choose_target(str(folder.parent / "other.torrent"))
    creating.creates(dialog)
    creating.sees(dialog, Stage.DONE)


def test_what_was_kept_is_not_saved_for_files_that_changed(creating: Creating, folder: Path) -> None:
    dialog = creating.opens()
    creating.chooses(dialog, folder)
    target, other = Path(f"{folder}.torrent"), folder.parent / "other.torrent"
    show = dialog.progress.begin

    def somebody_else(path: str) -> None:
        target.write_bytes(b"somebody else's")
        show(path)

    dialog.progress.begin = somebody_else  # type: ignore[method-assign]
    creating.creates(dialog)
    creating.hears(dialog, "by somebody else")
    dialog.progress.begin = show  # type: ignore[method-assign]
    (folder / "canto.flac").write_bytes(b"\0" * 256_000)
    dialog.form_page.choose_target(str(other))
    creating.creates(dialog)
    creating.hears(dialog, "has changed meanwhile")
    assert not other.exists()
    creating.creates(dialog)
    creating.sees(dialog, Stage.DONE)
    made = lt.load_torrent_file(str(other)).ti
    assert made is not None
    assert made.hash_for_piece(0) == hashlib.sha1(b"\0" * made.piece_length()).digest()


def test_files_that_changed_since_are_checked_before_they_are_seeded(desk: Desk, qtbot: QtBot, folder: Path) -> None:
    creating = Creating(qtbot, desk.user.engine, desk.state, desk.themes)
    dialog = creating.opens()
    creating.chooses(dialog, folder)
    dialog.form_page.seed.setChecked(True)
    show = dialog.result_page.show_made

    def somebody_writes(made: Made, target: str) -> None:
        (folder / "canto.flac").write_bytes(b"\0" * 256_000)
        show(made, target)

    dialog.result_page.show_made = somebody_writes  # type: ignore[method-assign]
    creating.creates(dialog)
    creating.until(lambda: "are being checked" in dialog.result_page.seeding.text())
    (id,) = creating.added
    desk.user.sees(id, lambda torrent: 0 < torrent.progress < 1, lambda torrent: not torrent.complete)
    creating.leaves()


@pytest.fixture
def endless(tmp_path: Path) -> Path:
    """A file that takes longer to hash than any test."""
    file = tmp_path / "endless"
    file.touch()
    os.truncate(file, 200_000_000_000)
    return file


def test_hashing_is_called_off_and_what_was_typed_stands_there(creating: Creating, endless: Path) -> None:
    dialog = creating.opens()
    creating.chooses(dialog, endless)
    dialog.form_page.comment.setText("Hallo")
    creating.creates(dialog)
    creating.sees(dialog, Stage.MAKING)
    creating.until(lambda: " of " in dialog.progress.sentence.text())
    creating.until(lambda: " left" in dialog.progress.sentence.text())
    assert dialog.windowTitle().endswith("– Create torrent")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    QTest.mouseClick(dialog.cancel_button, LEFT)
    creating.sees(dialog, Stage.ASKING)
    creating.until(lambda: not creating.engine.creator._processes)
    assert dialog.form_page.comment.text() == "Hallo"
    assert dialog.ok_button.isEnabled()
    assert [path.name for path in endless.parent.glob("*.torrent")] == []


def test_closing_the_window_ends_hashing(creating: Creating, endless: Path) -> None:
    dialog = creating.opens()
    creating.chooses(dialog, endless)
    creating.creates(dialog)
    creating.sees(dialog, Stage.MAKING)
    creator = creating.engine.creator
    creating.until(lambda: creator._processes)
    dialog.close()
    creating.until(lambda: not creator._processes)
    assert creating.commands.dialogs == []


def test_a_process_that_dies_is_a_sentence_and_can_be_tried_again(creating: Creating, endless: Path) -> None:
    dialog = creating.opens()
    creating.chooses(dialog, endless)
    creating.creates(dialog)
    creating.until(lambda: " of " in dialog.progress.sentence.text())
    for process in creating.engine.creator._processes:
        os.kill(process._process.processId(), signal.SIGKILL)
    creating.hears(dialog, "ended before it was finished")
    assert dialog.ok_button.isEnabled()


def test_two_dialogs_do_not_come_into_each_others_way(creating: Creating, folder: Path, endless: Path) -> None:
    slow, quick = creating.opens(), creating.opens()
    creating.chooses(slow, endless)
    creating.creates(slow)
    creating.sees(slow, Stage.MAKING)
    creating.chooses(quick, folder)
    creating.creates(quick)
    creating.sees(quick, Stage.DONE)
    assert slow.stage is Stage.MAKING
    assert Path(f"{folder}.torrent").is_file()


def test_the_next_torrent_begins_with_what_was_chosen_last(creating: Creating, folder: Path) -> None:
    dialog = creating.opens()
    form = dialog.form_page
    creating.chooses(dialog, folder)
    form.format.setCurrentIndex(form.format.findData(Format.V2.value))
    form.piece.setCurrentIndex(form.piece.findData(1 << 20))
    form.private.setChecked(True)
    form.trackers.setPlainText("http://a.example/announce")
    form.source.setText("SITE")
    form.comment.setText("about this one")
    (folder.parent / "made").mkdir()
    form.choose_target(str(folder.parent / "made" / "x.torrent"))
    creating.creates(dialog)
    creating.sees(dialog, Stage.DONE)
    dialog.reject()
    form = creating.opens().form_page
    assert (form.form, form.piece_size, form.private.isChecked()) == (Format.V2, 1 << 20, True)
    assert (form.trackers.toPlainText(), form.source.text()) == ("http://a.example/announce", "SITE")
    assert (form.comment.text(), form.path.text()) == ("", "")
    form.choose(str(folder))
    assert form.save_as.text() == str(folder.parent / "made" / "Canto.torrent")


def test_another_torrent_does_not_overwrite_the_first_unasked(creating: Creating, folder: Path) -> None:
    dialog = creating.opens()
    creating.chooses(dialog, folder)
    target = f"{folder.parent / 'x'}.torrent"
    dialog._agreed = target
    dialog.form_page.choose_target(target)
    creating.creates(dialog)
    creating.sees(dialog, Stage.DONE)
    QTest.mouseClick(dialog.again_button, LEFT)
    creating.chooses(dialog, folder / "poster.jpg")
    dialog.form_page.choose_target(target)
    creating.creates(dialog)
    creating.until(lambda: dialog.findChildren(ReplaceDialog))
    dialog.findChildren(ReplaceDialog)[0].reject()
    creating.sees(dialog, Stage.ASKING)
    assert "Canto" in str(lt.bdecode(Path(target).read_bytes()))


@pytest.mark.parametrize("damaged", ["no json", "[1]", '{"form": 3, "patterns": null, "piece_size": "x", "new": 1}'])
def test_damaged_memories_are_forgotten(creating: Creating, damaged: str) -> None:
    creating.state.set("create.options", damaged)
    assert creating.opens().form_page.form is Format.V1


def enter(widget: QWidget, *paths: object) -> tuple[bool, QMimeData]:
    """Drags files there; whether they would be taken, and what to drop."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)
    return event.isAccepted(), mime


def drop(widget: QWidget, mime: QMimeData) -> None:
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)


def test_a_file_or_a_folder_is_dropped_anywhere_on_it(creating: Creating, folder: Path) -> None:
    dialog = creating.opens()
    form, hint = dialog.form_page, dialog.drops.hint
    for widget in (dialog, form.path, form.trackers.viewport()):
        form.path.clear()
        taken, mime = enter(widget, folder)
        assert (taken, hint.isVisible(), hint.text) == (True, True, "Drop to make a torrent of it")
        assert hint.size() == dialog.size()
        drop(widget, mime)
        assert (form.path.text(), hint.isVisible()) == (str(folder), False)
    _, mime = enter(dialog, folder, folder / "poster.jpg")
    assert "one folder only" in hint.text
    QApplication.sendEvent(dialog, QDragLeaveEvent())
    assert not hint.isVisible()
    enter(dialog, folder, folder / "poster.jpg")
    drop(dialog, mime)
    assert "one file or one folder" in form.verdict.text()
    creating.waits(dialog)
    dialog.stage = Stage.MAKING
    assert enter(dialog, folder)[0] is hint.isVisible() is False
    dialog.stage = Stage.ASKING


def test_every_control_has_a_name_and_its_own_letter(creating: Creating) -> None:
    dialog = creating.opens()
    form = dialog.form_page
    for field in (form.path, form.format, form.piece, form.patterns, form.trackers, form.web_seeds, form.save_as):
        assert field.accessibleName()
    labels = [label for label in dialog.findChildren(QLabel) if label.buddy() in form.findChildren(QWidget)]
    assert len(labels) == 9
    letters = [text[text.index("&") + 1].lower() for text in _texts(dialog, labels)]
    assert len(letters) == len(set(letters)), letters


def _texts(dialog: CreateDialog, labels: list[QLabel]) -> list[str]:
    form = dialog.form_page
    buttons = (
        *(form.file_button, form.folder_button, form.private, form.aligned, form.hidden, form.browse, form.seed),
        *(dialog.cancel_button, dialog.ok_button),
    )
    return [widget.text() for widget in (*labels, *buttons)]


def test_it_fits_on_a_small_screen(creating: Creating) -> None:
    dialog = creating.opens()
    size = dialog.minimumSizeHint()
    assert size.width() <= 1024
    assert size.height() <= 560
