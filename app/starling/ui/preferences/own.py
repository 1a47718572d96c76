# SPDX-License-Identifier: GPL-3.0-or-later
"""Which settings have an editor of their own, and what else stands on the pages; one row each."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from starling import settings
from starling.ipfilter import in_force
from starling.setting import Page, Setting
from starling.tasks import spawn
from starling.ui.automationrows import TRY_LINES, TiersEditor
from starling.ui.button import Button
from starling.ui.dialogs.asking import ask
from starling.ui.dialogs.banned import BannedDialog
from starling.ui.dialogs.excluded import ExcludedDialog
from starling.ui.dialogs.frame import note
from starling.ui.dialogs.ipfilter import IpFilterDialog
from starling.ui.dialogs.means import Means
from starling.ui.labeleditor import LabelsEditor
from starling.ui.notice import breakable
from starling.ui.notificationsline import NotificationsLine
from starling.ui.preferences.editor import Editor, Tail
from starling.ui.preferences.interfaces import ChancePort, InterfacesEditor
from starling.ui.preferences.profiles import ProfileEditor
from starling.ui.preferences.rates import RatesEditor
from starling.ui.remotelines import RemoteLine, VisitorsTail
from starling.ui.remotepassword import RemotePasswordEditor
from starling.ui.scheduleedit import ScheduleEditor
from starling.ui.watcheditor import WatchFoldersEditor


class Elsewhere(Editor):
    """A line about the value and a button that opens the dialog in which it is edited."""

    def __init__(self, setting: Setting[Any], means: Means) -> None:
        super().__init__(setting, means)
        self.summary = note()
        self.button = Button(self.tr("Edit…"))
        self.button.setAccessibleName(self.tr("Edit: {label}").format(label=setting.label))
        self.button.clicked.connect(self._open)
        self.setFocusProxy(self.button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addWidget(self.summary, 1)

    def show_value(self, value: Any) -> None:
        """In words."""
        self.summary.setText(self.words(value))

    def words(self, value: Any) -> str:
        """What the line says of a value."""
        raise NotImplementedError

    async def ask(self) -> None:
        """Opens the dialog over `window()`; it keeps what was chosen itself."""
        raise NotImplementedError

    def _open(self) -> None:
        spawn(self.ask(), name=self.setting.key)


class ExcludedEditor(Elsewhere):
    """Files that are never downloaded."""

    def words(self, value: tuple[str, ...]) -> str:
        """How many patterns there are."""
        return self.tr("%n patterns", "", len(value)) if value else self.tr("none")

    async def ask(self) -> None:
        """Opens the dialog of the Edit menu."""
        await ask(ExcludedDialog(self.means.settings, self.window()))


class BannedEditor(Elsewhere):
    """Banned peers."""

    def words(self, value: tuple[str, ...]) -> str:
        """How many addresses and ranges there are."""
        return self.tr("%n addresses and ranges", "", len(value)) if value else self.tr("none")

    async def ask(self) -> None:
        """Opens the dialog of the Edit menu."""
        await ask(BannedDialog(self.means.settings, self.window()))


class FilterLine(QWidget):
    """What of the list of addresses is in force, and the way to the dialog that tells more."""

    def __init__(self, means: Means) -> None:
        super().__init__()
        self._means = means
        self.button = Button(self.tr("IP filter…"))
        self.button.clicked.connect(self._open)
        self.summary = note(wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addWidget(self.summary, 1)
        means.engine.ip_filter.changed.connect(self._describe)
        self._describe()

    def _describe(self) -> None:
        state = self._means.engine.ip_filter.state
        self.summary.setText(breakable(state.problem or in_force(state, naming=False)))

    def _open(self) -> None:
        spawn(ask(IpFilterDialog(self._means.engine, self._means.settings, self.window())), name="ip filter")


EDITORS: Mapping[str, Callable[[Setting[Any], Means], Editor]] = {
    settings.automation.TRACKERS.key: TiersEditor,
    settings.automation.WATCH_FOLDERS.key: WatchFoldersEditor,
    settings.connection.INTERFACES.key: InterfacesEditor,
    settings.downloads.EXCLUDED.key: ExcludedEditor,
    settings.labels.LABELS.key: LabelsEditor,
    settings.mechanisms.PROFILE.key: ProfileEditor,
    settings.privacy.BANNED.key: BannedEditor,
    settings.remote.PASSWORD.key: RemotePasswordEditor,
    settings.schedule.PLAN.key: ScheduleEditor,
    settings.speed.PRESETS.key: RatesEditor,
}
"""By the key of the setting; they come before whatever its type or form would give."""

ELSEWHERE = frozenset(
    {
        settings.advanced.SESSION.key,  # the table of the page Advanced
        settings.organising.SAVED_FILTERS.key,  # the sidebar
    }
)
"""Settings without a row: what is edited where it is seen."""

BELOW: Mapping[str, Callable[[Means], QWidget]] = {
    settings.connection.PORT.key: ChancePort,
    settings.notifications.NAMES.key: NotificationsLine,
    settings.privacy.IP_FILTER.key: FilterLine,
    settings.remote.ENABLED.key: RemoteLine,
    **TRY_LINES,
}
"""Widgets that stand below the row of a setting, as wide as the page, by its key."""

TAILS: Mapping[Page, Callable[[Means], Tail]] = {Page.REMOTE: VisitorsTail}
"""What stands at the end of a page."""
