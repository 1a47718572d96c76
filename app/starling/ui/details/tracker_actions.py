# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be done with trackers, one row each: the context menu, the Torrent menu and the table's keys read it."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from starling.i18n import translate
from starling.setting import QT_TRANSLATE_NOOP
from starling.torrent import Torrent
from starling.tracker import Kind, TrackerState
from starling.ui.details.tracker_rows import TrackerRow
from starling.ui.details.tracker_view import TrackerView
from starling.ui.details.tracker_words import clock, name_of
from starling.ui.icons import icon
from starling.ui.theme import ThemeManager


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the actions are about."""

    torrent: Torrent | None = None
    rows: Sequence[TrackerRow] = ()
    """The selected ones."""
    told: Sequence[TrackerRow] = ()
    """Those the card is about: the selected ones, or one that nobody had to select."""
    present: bool = False
    """The torrent has trackers at all."""

    @property
    def carded(self) -> "Chosen":
        """As if those the card is about were selected."""
        return replace(self, rows=self.told)

    @property
    def trackers(self) -> list[TrackerRow]:
        """Those that are trackers."""
        return [row for row in self.rows if row.tracker.kind is Kind.TRACKER]

    @property
    def web_seeds(self) -> list[TrackerRow]:
        """Those that are web seeds."""
        return [row for row in self.rows if row.tracker.kind is Kind.WEB_SEED]

    @property
    def addresses(self) -> list[TrackerRow]:
        """Those that have an address."""
        return [row for row in self.rows if row.tracker.kind in {Kind.TRACKER, Kind.WEB_SEED}]

    @property
    def runs(self) -> bool:
        """Whether anything is asked at all."""
        return self.torrent is not None and not self.torrent.paused

    @property
    def asked(self) -> list[TrackerRow]:
        """Those that can be asked for peers."""
        kinds = {Kind.TRACKER, Kind.DHT} if self.torrent and not self.torrent.private else {Kind.TRACKER}
        usable = [row for row in self.rows if row.tracker.kind in kinds and row.tracker.state is not TrackerState.OFF]
        return usable if self.runs else []

    @property
    def willing(self) -> list[TrackerRow]:
        """Those of them that may be asked now by their own word."""
        now = time.time()
        return [row for row in self.asked if (row.tracker.min_announce or 0) <= now]

    @property
    def until(self) -> int | None:
        """When the first of them may be asked; None if one may be now, or none ever."""
        found = [row.tracker.min_announce for row in self.asked if row.tracker.min_announce]
        return None if self.willing or not found else min(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackerAction:
    """One action. Its key names the method of the handler that does it."""

    key: str
    text: str
    icon: str = ""
    shortcut: str = ""
    tip: str = ""
    enabled: Callable[[Chosen], object]
    separator: bool = False
    """A line stands above it."""


TRACKER_ACTIONS: tuple[TrackerAction, ...] = (
    TrackerAction(
        key="ask_all",
        text=QT_TRANSLATE_NOOP("TrackerActions", "&Ask all now"),
        icon="reannounce",
        tip=QT_TRANSLATE_NOOP("TrackerActions", "Ask every tracker and the DHT for peers now."),
        enabled=lambda chosen: chosen.runs,
    ),
    TrackerAction(
        key="ask",
        text=QT_TRANSLATE_NOOP("TrackerActions", "Ask the selected &now"),
        enabled=lambda chosen: chosen.willing,
    ),
    TrackerAction(
        key="insist",
        text=QT_TRANSLATE_NOOP("TrackerActions", "Ask now in any &case"),
        tip=QT_TRANSLATE_NOOP(
            "TrackerActions", "Also before the time the tracker asks for. Some trackers ban those who do so often."
        ),
        enabled=lambda chosen: chosen.asked,
    ),
    TrackerAction(
        key="scrape",
        text=QT_TRANSLATE_NOOP("TrackerActions", "&Scrape: ask for counts only"),
        enabled=lambda chosen: chosen.trackers,
    ),
    TrackerAction(
        key="add",
        text=QT_TRANSLATE_NOOP("TrackerActions", "Add &trackers…"),
        icon="add",
        enabled=lambda chosen: chosen.torrent,
        separator=True,
    ),
    TrackerAction(
        key="edit",
        text=QT_TRANSLATE_NOOP("TrackerActions", "&Edit trackers…"),
        icon="rename",
        shortcut="F2",
        enabled=lambda chosen: chosen.present,
    ),
    TrackerAction(
        key="raise_tier",
        text=QT_TRANSLATE_NOOP("TrackerActions", "Move &up in the tiers"),
        icon="queue-up",
        shortcut="Alt+Up",
        enabled=lambda chosen: chosen.trackers,
    ),
    TrackerAction(
        key="lower_tier",
        text=QT_TRANSLATE_NOOP("TrackerActions", "Move &down in the tiers"),
        icon="queue-down",
        shortcut="Alt+Down",
        enabled=lambda chosen: chosen.trackers,
    ),
    TrackerAction(
        key="add_web_seeds",
        text=QT_TRANSLATE_NOOP("TrackerActions", "Add &web seeds…"),
        enabled=lambda chosen: chosen.torrent,
        separator=True,
    ),
    TrackerAction(
        key="edit_web_seed",
        text=QT_TRANSLATE_NOOP("TrackerActions", "Edit we&b seed…"),
        enabled=lambda chosen: len(chosen.web_seeds) == 1,
    ),
    TrackerAction(
        key="remove",
        text=QT_TRANSLATE_NOOP("TrackerActions", "&Remove…"),
        icon="remove",
        shortcut="Del",
        enabled=lambda chosen: chosen.addresses,
        separator=True,
    ),
    TrackerAction(
        key="copy_urls",
        text=QT_TRANSLATE_NOOP("TrackerActions", "Copy whole UR&L"),
        icon="copy",
        shortcut="Ctrl+Shift+C",
        tip=QT_TRANSLATE_NOOP(
            "TrackerActions", "With the passkey, if there is one: whoever has it can download in your name."
        ),
        enabled=lambda chosen: chosen.addresses,
        separator=True,
    ),
    TrackerAction(
        key="copy_rows",
        text=QT_TRANSLATE_NOOP("TrackerActions", "C&opy rows"),
        enabled=lambda chosen: chosen.rows,
    ),
)


def why_not(chosen: Chosen) -> str:
    """Why what is chosen cannot be asked now; empty if it can, or if nothing is chosen."""
    if chosen.willing or not chosen.rows:
        return ""
    if chosen.until:
        return translate("TrackersPage", "May be asked again at {time}.").format(time=clock(chosen.until))
    if not chosen.runs:
        return translate("TrackerActions", "The torrent is paused: nothing is asked.")
    if len(chosen.rows) > 1:
        return translate("TrackerActions", "None of these can be asked.")
    tracker = chosen.rows[0].tracker
    if tracker.state is TrackerState.OFF:
        off = translate("TrackersPage", "{name} is off").format(name=name_of(tracker))
        why = tracker.message.rstrip(".")
        return f"{off}. {why}." if why else f"{off}."
    match tracker.kind:
        case Kind.PEX:
            return translate("TrackerActions", "Connected peers tell of others by themselves: they can't be asked.")
        case Kind.LSD:
            return translate("TrackerActions", "The local network is asked every few minutes, and not at will.")
        case Kind.WEB_SEED:
            return translate("TrackerActions", "A web seed has files and knows no peers.")
        case Kind.TRACKER | Kind.DHT:
            return ""


class TrackerActions(QObject):
    """The QActions of the table; triggering one calls the method of a handler that bears its key."""

    def __init__(self, view: TrackerView, themes: ThemeManager, chosen: Callable[[], Chosen], handler: object) -> None:
        """`view` has the keyboard they are for."""
        super().__init__(view)
        self._view, self._themes, self._chosen = view, themes, chosen
        self._by_key: dict[str, QAction] = {}
        for row in TRACKER_ACTIONS:
            action = QAction(translate("TrackerActions", row.text), self)
            if row.shortcut:
                action.setShortcut(QKeySequence(row.shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setToolTip(translate("TrackerActions", row.tip))
            action.triggered.connect(getattr(handler, row.key))
            view.addAction(action)
            self._by_key[row.key] = action
        themes.changed.connect(self._tint)
        self._tint()

    def __getitem__(self, key: str) -> QAction:
        return self._by_key[key]

    def follow(self) -> Chosen:
        """Enables and words the actions for what is chosen now, which is returned."""
        chosen = self._chosen()
        for row in TRACKER_ACTIONS:
            self._by_key[row.key].setEnabled(bool(row.enabled(chosen)))
        words = translate("TrackerActions", "Ask the selected &now")
        if until := chosen.until:
            words = translate("TrackerActions", "Ask the selected &now (from {time})").format(time=clock(until))
        if self._by_key["ask"].text() != words:
            self._by_key["ask"].setText(words)
        self._by_key["ask"].setToolTip(why_not(chosen))
        return chosen

    def fill(self, menu: QMenu) -> None:
        """Everything that can be done."""
        self.follow()
        menu.setToolTipsVisible(True)
        for row in TRACKER_ACTIONS:
            if row.separator and menu.actions():
                menu.addSeparator()
            menu.addAction(self._by_key[row.key])
        self._view.fill_export(menu)

    def _tint(self) -> None:
        theme = self._themes.theme
        for row in TRACKER_ACTIONS:
            if row.icon:
                self._by_key[row.key].setIcon(icon(row.icon, theme.text, theme.faint))
