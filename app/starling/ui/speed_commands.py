# SPDX-License-Identifier: GPL-3.0-or-later
"""What the actions about rates do, and the menus of the status bar in which limits are chosen."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from starling import formats, settings, speedplan
from starling.schedule import Mode
from starling.setting import Setting
from starling.speedclock import SpeedClock, wall_clock
from starling.speedplan import Way
from starling.tasks import spawn
from starling.torrent import SessionState, Torrent
from starling.ui import schedulewords
from starling.ui.dialogs.asking import ask
from starling.ui.dialogs.means import Means
from starling.ui.statusbar import StatusBar

SPEED, SCHEDULE = settings.speed, settings.schedule


class SpeedCommands(QObject):
    """Limits of the session from the status bar or the View menu, of torrents from theirs; says what holds and why."""

    graph_wanted = Signal()
    """The Speed tab shall be shown."""

    def __init__(
        self,
        window: QWidget,
        means: Means,
        status: StatusBar,
        selected: Callable[[], Sequence[Torrent]],
        show_setting: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window, self._means, self._status, self._selected = window, means, status, selected
        self._chosen = means.settings
        self._show_setting = show_setting
        self._clock: SpeedClock | None = None
        self._slow: QAction | None = None
        self._slow_tip = ""
        self.menu: QMenu | None = None
        """The menu of limits that was opened last, while it is there."""
        status.limits_wanted.connect(self.choose_limit)
        status.schedule_wanted.connect(self._show_reason)
        self._chosen.changed.connect(self._on_setting)

    def begin(self, slow_mode: QAction) -> None:
        """The action that switches slow mode is there."""
        self._slow, self._slow_tip = slow_mode, slow_mode.toolTip()
        self.describe()

    def follow(self, clock: SpeedClock) -> None:
        """The clock that follows the schedule is there."""
        self._clock = clock
        clock.changed.connect(self.describe)
        self.describe()

    # -- actions

    def limit_downloads(self) -> None:
        self.choose_limit(Way.DOWN)

    def limit_uploads(self) -> None:
        self.choose_limit(Way.UP)

    def bandwidth_limits(self) -> None:
        spawn(self._limit_torrents(list(self._selected())), name="bandwidth limits")

    # -- the status bar

    def show_session(self, state: SessionState) -> None:
        """One second's news."""
        limits = [speedplan.limit(self._chosen, way, only_seeding=self._only_seeding) for way in Way]
        self._status.show_session(state, *limits)

    def describe(self) -> None:
        """What holds now, in the status bar and in the tip of slow mode."""
        stretch = None if self._clock is None else self._clock.stretch
        slow = self._chosen.get(SPEED.SLOW_MODE)
        words = schedulewords.in_force(stretch, slow=slow, now=wall_clock())
        tip = self._tip()
        self._status.show_mode(words, tip)
        if self._slow is not None:
            self._slow.setToolTip(f"{self._slow_tip}\n{tip}" if tip else self._slow_tip)

    def choose_limit(self, way: Way) -> None:
        """Opens the menu of a direction, above its rate."""
        menu = QMenu(self._window)
        self.menu = menu
        self._fill(menu, way)
        menu.aboutToHide.connect(partial(self._closed, menu))
        where = self._status.corner(way)
        where.setY(where.y() - menu.sizeHint().height())
        menu.popup(where)

    # -- within

    @property
    def _only_seeding(self) -> bool:
        return self._means.engine.throttle.only_seeding

    def _fill(self, menu: QMenu, way: Way) -> None:
        setting = speedplan.setting_of(self._chosen, way, only_seeding=self._only_seeding)
        present = self._chosen.get(setting)
        menu.addAction(setting.label).setEnabled(False)
        group = QActionGroup(menu)
        own = self._chosen.get(SPEED.PRESETS)
        for rate in (0, *speedplan.offered(present, own, formats.rate_unit(1024)[0])):
            entry = menu.addAction(formats.limit(rate), partial(self._set, setting, rate))
            entry.setCheckable(True)
            entry.setChecked(rate == present)
            group.addAction(entry)
        menu.addAction(self.tr("&Other…"), partial(self._ask, setting))
        menu.addSeparator()
        if self._slow is not None:
            menu.addAction(self._slow)
        followed = menu.addAction(
            SCHEDULE.FOLLOWED.label, partial(self._follow, not self._chosen.get(SCHEDULE.FOLLOWED))
        )
        followed.setCheckable(True)
        followed.setChecked(self._chosen.get(SCHEDULE.FOLLOWED))
        menu.addSeparator()
        # Without a torrent there are no tabs.
        shows = menu.addAction(self.tr("Show the Speed &tab"), self.graph_wanted.emit)
        shows.setEnabled(bool(self._means.engine.torrents))
        menu.addAction(self.tr("&Preferences of this limit"), partial(self._show_setting, setting.key))

    def _closed(self, menu: QMenu) -> None:
        if self.menu is menu:
            self.menu = None
        # What was chosen in it is told after this.
        menu.deleteLater()

    def _set(self, setting: Setting[int], rate: int) -> None:
        self._chosen.set(setting, rate)

    def _follow(self, on: bool) -> None:
        self._chosen.set(SCHEDULE.FOLLOWED, on)

    def _ask(self, setting: Setting[int]) -> None:
        spawn(self._ask_rate(setting), name="limit")

    async def _ask_rate(self, setting: Setting[int]) -> None:
        from starling.ui.dialogs.speedlimit import RateDialog

        dialog = RateDialog(setting.label, self._chosen.get(setting), self._window)
        if await ask(dialog) and dialog.rate is not None:
            self._chosen.set(setting, dialog.rate)
            if dialog.keep and dialog.rate:
                self._chosen.set(SPEED.PRESETS, (*self._chosen.get(SPEED.PRESETS), dialog.rate))

    async def _limit_torrents(self, torrents: Sequence[Torrent]) -> None:
        from starling.ui.dialogs.speedlimits import LimitsDialog

        engine = self._means.engine
        ids = [torrent.id for torrent in torrents]
        told = [engine.throttle.options_of(id) for id in ids]
        if ids:
            dialog = LimitsDialog(torrents, told, self._chosen, self._window)
            if await ask(dialog):
                engine.throttle.set_limits(ids, dialog.limits)

    def _tip(self) -> str:
        stretch = None if self._clock is None else self._clock.stretch
        if self._clock is None or stretch is None:
            return ""
        if stretch.until is None:
            return self.tr("The schedule says the same for every hour.")
        time = schedulewords.moment(stretch.until, wall_clock())
        if self._clock.overridden:
            return self.tr("You have switched it; from {time} on it goes by the schedule again.").format(time=time)
        if stretch.mode in (Mode.FULL, Mode.LIMITED):
            return self.tr("By the schedule. What you switch holds until {time}.").format(time=time)
        return self.tr("“Start now” lets a torrent run all the same.")

    def _show_reason(self) -> None:
        followed = self._clock is not None and self._clock.stretch is not None
        self._show_setting(SCHEDULE.PLAN.key if followed else SPEED.SLOW_MODE.key)

    def _on_setting(self, key: str) -> None:
        if key == SPEED.SLOW_MODE.key:
            self.describe()
