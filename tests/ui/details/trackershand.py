# SPDX-License-Identifier: GPL-3.0-or-later
"""The hand of somebody at the Trackers tab."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from starling.ui.details.pane import DetailsPane
from starling.ui.details.tracker_view import TrackerView
from starling.ui.details.trackers import TrackersPage
from tests.helpers import User

A, B, C, D = (f"udp://127.0.0.1:{port}/announce" for port in (2, 3, 4, 5))
"""Nobody answers there, and nobody needs to."""

TAB = "trackers"
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
DialogT = TypeVar("DialogT", bound=QDialog)
ShowPane = Callable[..., DetailsPane]


class Hand:
    """What a user does in the tab."""

    def __init__(self, user: User, pane: DetailsPane, id: str) -> None:
        self.user, self.pane, self.id = user, pane, id
        self.page: TrackersPage = pane.trackers
        pane.show_tab([page.key for page in pane.pages].index(TAB))
        user.until(self.page.model.rowCount)

    @property
    def view(self) -> TrackerView:
        return self.page.view

    def urls(self) -> list[str]:
        """Of the trackers, as the table has them."""
        return [row.url for row in self.page.model.rows() if row.tier is not None]

    def tiers(self) -> list[list[str]]:
        """As the table has them."""
        found: dict[int, list[str]] = {}
        for row in self.page.model.rows():
            if row.tier is not None:
                found.setdefault(row.tier, []).append(row.url)
        return [found[tier] for tier in sorted(found)]

    def sees(self, *tiers: list[str]) -> None:
        """Waits for these tiers, in the table and in the engine."""
        try:
            self.user.until(lambda: self.tiers() == list(tiers))
        except self.user.qtbot.TimeoutError as error:
            raise AssertionError(f"seen last: {self.tiers()}") from error
        assert self.user.run(self.user.engine.trackers.tiers(self.id)) == list(tiers)

    def selects(self, *keys: object) -> None:
        self.view.setFocus()
        self.view.select_keys(keys)  # type: ignore[arg-type]

    def does(self, key: str) -> None:
        """Chooses the entry of the menu, which must be possible now."""
        menu = QMenu()
        self.page.fill_menu(menu)
        action = self.page.actions_of[key]
        assert action in menu.actions()
        assert action.isEnabled(), f"{action.text()} is not possible"
        action.trigger()
        menu.deleteLater()

    def dialog(self, kind: type[DialogT]) -> DialogT:
        """Waits for a dialog."""

        def there() -> list[DialogT]:
            return [each for each in self.pane.window().findChildren(kind) if each.isVisible()]

        self.user.until(there)
        return there()[0]

    def point(self, url: str, part: float = 0.5) -> QPoint:
        """In the row of a tracker, at a part of its height from the top."""
        number = self.page.model.index_of(url)
        assert number is not None
        rect = self.view.visualRect(self.page.model.index(number, 1))
        return QPoint(rect.left() + 20, rect.top() + round(rect.height() * part))

    def drags(self, url: str, to: QPoint, *, drop: bool = True) -> None:
        """Drags a row there by the mouse."""
        port, start = self.view.viewport(), self.point(url)
        QTest.mousePress(port, LEFT, NONE, start)
        step = QPoint(0, QApplication.startDragDistance() + 4)
        for place in (start + step, start + step * 2, to):
            QTest.mouseMove(port, place)
            QApplication.sendEvent(port, mouse_move(port, place))
        if drop:
            QTest.mouseRelease(port, LEFT, NONE, to)


def mouse_move(port, place: QPoint, button: Qt.MouseButton = LEFT):  # type: ignore[no-untyped-def]
    # QTest.mouseMove knows of no pressed button.
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    return QMouseEvent(QEvent.Type.MouseMove, QPointF(place), QPointF(port.mapToGlobal(place)), button, button, NONE)
