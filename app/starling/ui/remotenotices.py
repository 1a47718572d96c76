# SPDX-License-Identifier: GPL-3.0-or-later
"""Says in the window what clients of remote control do to the list, and why nobody gets in."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer

from starling import settings
from starling.engine.engine import Engine
from starling.remote.door import Door
from starling.removed import Farewell
from starling.spelling import shortened, shown
from starling.ui.main_window import MainWindow
from starling.ui.notice import NoticeBar, Said

TOGETHER_MS = 2000
"""What a client does within it is told together."""
COUNTED_S = 30.0
"""Who adds again so soon after the notice about the last is counted on in that one."""


@dataclass(slots=True)
class _Adding:
    """What a client has added, in one notice."""

    ids: list[str]
    said: Said
    last: float
    """When it was said, by the clock that only goes on."""


class RemoteNotices(QObject):
    """One notice for all that a client adds, and one for all that it removes, in a moment."""

    def __init__(self, door: Door, engine: Engine, notices: NoticeBar, window: MainWindow) -> None:
        super().__init__(window)
        self._door, self._engine, self._notices, self._window = door, engine, notices, window
        self._added: dict[str, list[str]] = {}
        """Ids, by who added them."""
        self._adding: dict[str, _Adding] = {}
        """Of those who may go on."""
        self._removed: dict[str, list[str]] = {}
        """Names, by who removed them."""
        self._farewells: dict[str, list[Farewell]] = {}
        """What of it can be undone."""
        self._trouble: Said | None = None
        self.soon = QTimer(self)
        """Runs until what has happened is told."""
        self.soon.setSingleShot(True)
        self.soon.setInterval(TOGETHER_MS)
        self.soon.timeout.connect(self._tell)
        door.added.connect(self._on_added)
        door.removed.connect(self._on_removed)
        door.trouble.connect(self._on_trouble)
        door.changed.connect(self._on_changed)
        engine.removed.connect(self._on_gone)

    # -- what happens

    def _on_added(self, id: str, who: str) -> None:
        self._added.setdefault(who, []).append(id)
        self._tell_soon()

    def _on_removed(self, names: Sequence[str], who: str) -> None:
        self._removed.setdefault(who, []).extend(names)
        if (farewell := self._window.undoing.take_over(names)) is not None:
            self._farewells.setdefault(who, []).append(farewell)
        self._tell_soon()

    def _on_gone(self, ids: Iterable[str]) -> None:
        gone = set(ids)
        self._added = {who: [id for id in added if id not in gone] for who, added in self._added.items()}
        for adding in self._adding.values():
            adding.ids[:] = [id for id in adding.ids if id not in gone]

    def _on_trouble(self, sentence: str) -> None:
        self._end_trouble()
        action = self.tr("P&references…"), partial(self._window.preferences.show_setting, settings.remote.ENABLED.key)
        self._trouble = self._notices.error(sentence, action).said

    def _on_changed(self) -> None:
        if not self._door.state.problem:
            self._end_trouble()

    def _end_trouble(self) -> None:
        if (trouble := self._trouble) is not None:
            self._trouble = None
            self._notices.withdraw(trouble)

    # -- what is told

    def _tell_soon(self) -> None:
        # Not begun anew with each: whoever goes on and on is told of all the same.
        if not self.soon.isActive():
            self.soon.start()

    def _tell(self) -> None:
        added, self._added = self._added, {}
        removed, self._removed = self._removed, {}
        farewells, self._farewells = self._farewells, {}
        self._adding = {who: adding for who, adding in self._adding.items() if self._counts_on(adding)}
        for who, ids in added.items():
            if ids:
                self._tell_added(ids, who)
        for who, names in removed.items():
            self._tell_removed(names, who, farewells.get(who, []))

    def _counts_on(self, adding: _Adding) -> bool:
        """Whether its notice is still there, and of now."""
        return adding.said in self._notices.notices and time.monotonic() - adding.last < COUNTED_S

    def _tell_added(self, ids: list[str], who: str) -> None:
        if (before := self._adding.pop(who, None)) is not None:
            ids = before.ids + ids
            self._notices.withdraw(before.said)
        action = self.tr("&Show"), partial(self._show, ids)
        said = self._notices.info(self._added_words(ids, who), action, brief=True).said
        self._adding[who] = _Adding(ids, said, time.monotonic())

    def _added_words(self, ids: Sequence[str], who: str) -> str:
        client = shortened(shown(who))
        if len(ids) > 1:
            return self.tr("%n torrents were added by {client}.", "", len(ids)).format(client=client)
        torrent = self._engine.torrents.get(ids[0])
        if torrent is None:
            # Its row is on its way.
            return self.tr("A torrent was added by {client}.").format(client=client)
        name = shortened(shown(torrent.name))
        return self.tr("“{name}” was added by {client}.").format(name=name, client=client)

    def _tell_removed(self, names: Sequence[str], who: str, farewells: Sequence[Farewell]) -> None:
        client = shortened(shown(who))
        if len(names) > 1:
            sentence = self.tr("%n torrents were removed by {client}.", "", len(names)).format(client=client)
        else:
            name = shortened(shown(names[0]))
            sentence = self.tr("“{name}” was removed by {client}.").format(name=name, client=client)
        if farewells and sum(len(farewell.names) for farewell in farewells) == len(names):
            self._window.undoing.offer(f"{sentence} {self._files(farewells)}".strip(), farewells)
        else:
            self._notices.info(sentence)

    def _files(self, farewells: Sequence[Farewell]) -> str:
        """Where they are, if that is one place."""
        if all(farewell.trashed and not farewell.stayed for farewell in farewells):
            return self.tr("The files are in the trash.")
        if not any(farewell.trashed for farewell in farewells):
            return self.tr("The files stay where they are.")
        return ""

    def _show(self, ids: Sequence[str]) -> None:
        model = self._window.model
        there = [id for id in ids if model.get(id) is not None]
        hidden = [id for id in there if model.index_of(id) is None]
        for id in hidden[:1] or there[:1]:
            self._window.show_torrent(id)
        if len(there) > 1:
            self._window.list.select_keys(there)
