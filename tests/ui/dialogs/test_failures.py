# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog for unexpected errors, and About, whose versions it reports."""

import platform
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from starling import __version__
from starling.ui.dialogs.about import AboutDialog
from starling.ui.dialogs.failures import Failures
from starling.ui.theme import ThemeManager

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def failures(qtbot: QtBot, themes: ThemeManager) -> Iterator[Failures]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = Failures(window)
    yield made
    if made.dialog is not None:
        made.dialog.reject()


def raised(message: str) -> Exception:
    try:
        raise RuntimeError(message)
    except RuntimeError as error:
        return error


def test_it_shows_what_a_report_needs_and_copies_it(failures: Failures, qtbot: QtBot) -> None:
    failures.show(raised("the flock is gone"))
    dialog = failures.dialog
    assert dialog is not None
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert not dialog.more.isVisible()
    for fact in (f"Starling {__version__}", "libtorrent", platform.python_version(), "the flock is gone", "in raised"):
        assert fact in dialog.details.toPlainText()
    QTest.mouseClick(dialog.copy_button, LEFT)
    assert QGuiApplication.clipboard().text() == dialog.report
    assert dialog.copy_button.text() == "Copied"
    QGuiApplication.clipboard().clear()


def test_further_errors_are_counted_in_the_one_dialog(failures: Failures, qtbot: QtBot) -> None:
    for number in range(100):
        failures.show(raised(f"error {number}"))
    dialog = failures.dialog
    assert dialog is not None
    assert dialog.more.text() == "99 more have happened since."
    assert "error 1\n" in dialog.report
    assert "error 99" not in dialog.report
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert failures.dialog is None
    failures.show(raised("another"))
    assert failures.dialog is not dialog
    assert "error 1" not in failures.dialog.report


def test_about_names_the_versions(qtbot: QtBot, themes: ThemeManager) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.mouseClick(dialog.copy_button, LEFT)
    copied = QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()
    assert copied.startswith(f"Starling {__version__}\n")
    assert {"libtorrent", "PySide6-Essentials", "Qt", "Python"} <= {line.split()[0] for line in copied.splitlines()}
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
