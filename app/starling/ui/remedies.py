# SPDX-License-Identifier: GPL-3.0-or-later
"""What helps a torrent that does not move: each remedy that is offered, done."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from starling import formats, settings, showing, speedplan
from starling.engine.engine import Engine
from starling.i18n import translate
from starling.options import Limits, Options
from starling.setting import RATE_MAX, Setting
from starling.settings import Settings
from starling.speedplan import Way
from starling.spelling import shortened, shown
from starling.tasks import spawn
from starling.torrent import Torrent
from starling.ui.details.missingdeeds import MissingDeeds
from starling.ui.notice import NoticeBar
from starling.why.reason import Offer, Remedy

T = TypeVar("T")

_NAME = 40
_NAMES = {
    settings.connection.SLOTS.key: "unchoke_slots_limit",
    settings.connection.CONNECTIONS.key: "connections_limit",
}
"""Of libtorrent, by which they may have been set as well."""


@dataclass(frozen=True, slots=True)
class Ways:
    """Where in the window something is seen, or asked."""

    show_tab: Callable[[str], None]
    """By the key of its page."""
    show_setting: Callable[[str], None]
    """By its key."""
    show_connection: Callable[[], None]
    relocate: Callable[[Sequence[Torrent]], None]
    edit_trackers: Callable[[Torrent], None]
    add_peers: Callable[[Torrent], None]


class Remedies(QObject):
    """Whatever it changes of settings or limits it tells, with the way back."""

    def __init__(self, window: QWidget, engine: Engine, chosen: Settings, notices: NoticeBar, ways: Ways) -> None:
        super().__init__(window)
        self._engine, self._settings, self._notices, self._ways = engine, chosen, notices, ways
        self._missing = MissingDeeds(engine, window)
        self._missing.told.connect(notices.info)

    def apply(self, torrent: Torrent, offer: Offer) -> None:
        """Do what is offered."""
        DEEDS[offer.remedy](self, torrent, offer)

    # -- the torrent

    def start(self, torrent: Torrent, _offer: Offer) -> None:
        self._engine.start([torrent.id])

    def start_now(self, torrent: Torrent, _offer: Offer) -> None:
        self._engine.force_start([torrent.id])

    def verify(self, torrent: Torrent, _offer: Offer) -> None:
        self._engine.recheck([torrent.id])

    def ask_trackers(self, torrent: Torrent, _offer: Offer) -> None:
        self._missing.ask_for_peers(torrent.id)

    def edit_trackers(self, torrent: Torrent, _offer: Offer) -> None:
        self._ways.edit_trackers(torrent)

    def add_peers(self, torrent: Torrent, _offer: Offer) -> None:
        self._ways.add_peers(torrent)

    def skip_unheld(self, torrent: Torrent, _offer: Offer) -> None:
        self._missing.skip_unheld(torrent.id)

    def relocate(self, torrent: Torrent, _offer: Offer) -> None:
        self._ways.relocate([torrent])

    def free_space(self, torrent: Torrent, _offer: Offer) -> None:
        spawn(showing.show([f"{torrent.save_path.rstrip('/')}/"]), name="open folder")

    # -- limits

    def raise_up(self, torrent: Torrent, offer: Offer) -> None:
        self._raise(torrent, offer, Way.UP)

    def raise_down(self, torrent: Torrent, offer: Offer) -> None:
        self._raise(torrent, offer, Way.DOWN)

    def more_slots(self, torrent: Torrent, offer: Offer) -> None:
        template = self.tr("“{name}”: upload slots {value}, until now {before}.")
        before = Limits(slots=self._options(torrent).slots)
        self._allow_more(torrent, offer, settings.connection.SLOTS, template, Limits(slots=offer.amount), before)

    def more_connections(self, torrent: Torrent, offer: Offer) -> None:
        template = self.tr("“{name}”: connections {value}, until now {before}.")
        before = Limits(connections=self._options(torrent).connections)
        setting = settings.connection.CONNECTIONS
        self._allow_more(torrent, offer, setting, template, Limits(connections=offer.amount), before)

    # -- settings

    def leave_slow_mode(self, _torrent: Torrent, _offer: Offer) -> None:
        self._switch(settings.speed.SLOW_MODE, on=False)

    def switch_on_dht(self, _torrent: Torrent, _offer: Offer) -> None:
        self._switch(settings.connection.DHT, on=True)

    def allow_encryption(self, _torrent: Torrent, _offer: Offer) -> None:
        setting = settings.privacy.ENCRYPTION
        words = dict(setting.choices)
        before, after = self._settings.get(setting), settings.privacy.EncryptionPolicy.ALLOW
        self._change(setting, after, words[after], words[before])

    def edit_bans(self, _torrent: Torrent, _offer: Offer) -> None:
        listed = self._settings.get(settings.privacy.IP_FILTER_ON) and not self._settings.get(settings.privacy.BANNED)
        self._ways.show_setting((settings.privacy.IP_FILTER if listed else settings.privacy.BANNED).key)

    # -- what is to be looked at

    def connection(self, _torrent: Torrent, _offer: Offer) -> None:
        self._ways.show_connection()

    def choose_files(self, _torrent: Torrent, _offer: Offer) -> None:
        self._ways.show_tab("files")

    def show_pieces(self, _torrent: Torrent, _offer: Offer) -> None:
        self._ways.show_tab("pieces")

    def show_peers(self, _torrent: Torrent, _offer: Offer) -> None:
        self._ways.show_tab("peers")

    def show_trackers(self, _torrent: Torrent, _offer: Offer) -> None:
        self._ways.show_tab("trackers")

    # -- within

    def _options(self, torrent: Torrent) -> Options:
        return self._engine.throttle.options_of(torrent.id)

    def _raise(self, torrent: Torrent, offer: Offer, way: Way) -> None:
        if offer.session:
            only = self._engine.throttle.only_seeding
            setting = speedplan.setting_of(self._settings, way, only_seeding=only)
            amount, before = min(offer.amount, RATE_MAX), self._settings.get(setting)
            self._change(setting, amount, formats.limit(amount), formats.limit(before))
            return
        options = self._options(torrent)
        if way is Way.UP:
            template = self.tr("“{name}”: upload limit {value}, until now {before}.")
            self._limit(torrent, template, Limits(up=offer.amount), Limits(up=options.up_limit))
        else:
            template = self.tr("“{name}”: download limit {value}, until now {before}.")
            self._limit(torrent, template, Limits(down=offer.amount), Limits(down=options.down_limit))

    def _limit(self, torrent: Torrent, template: str, after: Limits, before: Limits) -> None:
        """Other limits for a torrent; the template names those of which one is given."""
        self._engine.throttle.set_limits([torrent.id], after)
        name = shown(shortened(torrent.name, _NAME))
        words = template.format(name=name, value=_said(after), before=_said(before))
        self._tell(words, partial(self._engine.throttle.set_limits, [torrent.id], before))

    def _allow_more(
        self, torrent: Torrent, offer: Offer, setting: Setting[int], template: str, after: Limits, before: Limits
    ) -> None:
        decides = self._decides(setting)
        if not offer.amount or (offer.session and decides is not setting):
            # How many is for its owner to say, and another number in the setting may have no effect.
            self._ways.show_setting(decides.key)
        elif offer.session:
            amount = min(offer.amount, int(setting.maximum))
            self._change(setting, amount, _count(setting, amount), _count(setting, self._settings.get(setting)))
        else:
            self._limit(torrent, template, after, before)

    def _decides(self, setting: Setting[int]) -> Setting[Any]:
        """The setting whose value holds: itself, or the one that puts another in its place."""
        if _NAMES[setting.key] in self._settings.get(settings.advanced.SESSION):
            return settings.advanced.SESSION
        return setting.rule.by if setting.rule is not None and self._settings.ruled(setting) else setting

    def _switch(self, setting: Setting[bool], *, on: bool) -> None:
        words = {True: self.tr("on"), False: self.tr("off")}
        self._change(setting, on, words[on], words[self._settings.get(setting)])

    def _change(self, setting: Setting[T], after: T, value: str, until_now: str) -> None:
        before = self._settings.get(setting)
        self._settings.set(setting, after)
        template = self.tr("{label}: {value}, until now {before}.")
        words = template.format(label=setting.label, value=value, before=until_now)
        self._tell(words, partial(self._settings.set, setting, before))

    def _tell(self, words: str, undo: Callable[[], object]) -> None:
        self._notices.info(words, (self.tr("&Undo"), undo), brief=True)


def _said(limits: Limits) -> str:
    """The one that is given."""
    for rate in (limits.up, limits.down):
        if rate is not None:
            return formats.limit(rate)
    count = limits.slots if limits.slots is not None else limits.connections
    return formats.count(count) if count else translate("Remedies", "as the preferences say")


def _count(setting: Setting[int], amount: int) -> str:
    return formats.count(amount) if amount else setting.zero


Deed = Callable[[Remedies, Torrent, Offer], None]

DEEDS: Mapping[Remedy, Deed] = MappingProxyType(
    {
        Remedy.START: Remedies.start,
        Remedy.START_NOW: Remedies.start_now,
        Remedy.CHOOSE_FILES: Remedies.choose_files,
        Remedy.RAISE_UP: Remedies.raise_up,
        Remedy.RAISE_DOWN: Remedies.raise_down,
        Remedy.LEAVE_SLOW_MODE: Remedies.leave_slow_mode,
        Remedy.MORE_SLOTS: Remedies.more_slots,
        Remedy.MORE_CONNECTIONS: Remedies.more_connections,
        Remedy.ASK_TRACKERS: Remedies.ask_trackers,
        Remedy.EDIT_TRACKERS: Remedies.edit_trackers,
        Remedy.ADD_PEERS: Remedies.add_peers,
        Remedy.SWITCH_ON_DHT: Remedies.switch_on_dht,
        Remedy.ALLOW_ENCRYPTION: Remedies.allow_encryption,
        Remedy.EDIT_BANS: Remedies.edit_bans,
        Remedy.CONNECTION: Remedies.connection,
        Remedy.FREE_SPACE: Remedies.free_space,
        Remedy.RELOCATE: Remedies.relocate,
        Remedy.VERIFY: Remedies.verify,
        Remedy.SKIP_UNHELD: Remedies.skip_unheld,
        Remedy.SHOW_PIECES: Remedies.show_pieces,
        Remedy.SHOW_PEERS: Remedies.show_peers,
        Remedy.SHOW_TRACKERS: Remedies.show_trackers,
    }
)
"""How each of them is done."""
