# SPDX-License-Identifier: GPL-3.0-or-later
"""The session as clients see it: what it is set to, what it did, and its end."""

import asyncio
import shutil
from collections.abc import Mapping
from functools import partial
from typing import cast

from starling import labels, settings
from starling.goals import REMOVALS, Goal
from starling.i18n import Counted, translate
from starling.remote.calls import Call, Method, RemoteError
from starling.remote.means import Means
from starling.remote.names import canonical
from starling.remote.session_fields import FIELDS
from starling.remote.session_view import Change, View
from starling.remote.switched import Kept
from starling.remote.torrent_status import Status, status
from starling.statistics import Totals

NOTES: Mapping[str, str] = {
    "files_added": "always 0: Starling counts torrents, not files",
    "session_count": "always 1: starts are not counted",
    "paused_torrent_count": "those that are stopped, by an error too; those that wait in the queue are active",
}
"""Where the statistics say something else than Transmission's."""
_FOLDERS = (settings.downloads.SAVE_PATH, settings.downloads.INCOMPLETE_FOLDER)
_FREE = "download_dir_free_space"
_PATIENCE = 2.0
"""Seconds that a disk gets to say what is free on it, when everything is asked for."""
_ANSWER_FIRST = 0.2
"""Seconds after which the program is ended, so that who wants that hears that it is."""


class Remote(Counted):
    """Counted texts."""


class Session:
    """Reads and changes what holds for everything."""

    def __init__(self, means: Means, session_id: str = "") -> None:
        """`session_id` is what clients have to send along (X-Transmission-Session-Id)."""
        self._means, self._session_id = means, session_id
        self._numbers: Kept[int] = Kept()
        self._texts: Kept[str] = Kept()
        self._limits = {row.keeps.key: (row.keeps, row.shown) for row in FIELDS.values() if row.keeps is not None}
        for key in (*self._limits, settings.downloads.INCOMPLETE_FOLDER.key):
            self._on_setting(key)
        means.settings.changed.connect(self._on_setting)

    @property
    def methods(self) -> Mapping[str, Method]:
        """By their names."""
        return {
            "session_get": self.get,
            "session_set": self.set,
            "session_stats": self.stats,
            "session_close": self.close,
        }

    async def get(self, call: Call) -> Mapping[str, object]:
        """The fields that are named, or all; names that nobody knows are left out."""
        asked = call.params.texts("fields")
        names = [name for name in map(canonical, asked) if name in FIELDS] if asked else list(FIELDS)
        view = self._view(call, await self._free() if _FREE in names else -1)
        return {name: FIELDS[name].read(view) for name in names}

    async def set(self, call: Call) -> Mapping[str, object]:
        """Makes what is sent hold, all of it or nothing. What says what is so already changes nothing."""
        seen = None
        # While it is looked at others may change something: what is looked at is the whole.
        while (looked := (self._goal(change := self._change(call)), _folders(change))) != seen:
            seen = goal, folders = looked
            for folder in folders:
                await self._means.engine.relocation.look(folder)
            if goal is not None:
                await self._refuse_removals(goal)
        change.make()
        return {}

    async def stats(self, call: Call) -> Mapping[str, object]:
        """How much is going on, and was transferred; since the start, and since the statistics were begun."""
        torrents = self._means.engine.torrents.values()
        paused = sum(status(torrent) is Status.STOPPED for torrent in torrents)
        sums = self._means.engine.accounts.ledger.look()
        return {
            "active_torrent_count": len(torrents) - paused,
            "paused_torrent_count": paused,
            "torrent_count": len(torrents),
            "download_speed": sum(torrent.down for torrent in torrents),
            "upload_speed": sum(torrent.up for torrent in torrents),
            "cumulative_stats": _stats(sums.always),
            "current_stats": _stats(sums.session),
        }

    async def close(self, call: Call) -> Mapping[str, object]:
        """Ends the program."""
        asyncio.get_running_loop().call_later(_ANSWER_FIRST, self._means.quit)
        return {}

    def _view(self, call: Call, free: int = -1) -> View:
        means = self._means
        return View(
            means.settings,
            means.engine,
            call.dialect,
            means.config_dir,
            self._session_id,
            self._numbers,
            self._texts,
            free,
        )

    def _change(self, call: Call) -> Change:
        """What is asked for. Raises RemoteError or ParamError for what can't be."""
        view, params = self._view(call), call.params
        wanted: dict[str, object] = {}
        for name in params:
            row = FIELDS.get(name)
            if row is None or row.parse is None:
                # As Transmission does: clients send back what they got.
                continue
            value = row.parse(params, name)
            if _plain(value) == _plain(row.read(view)):
                continue
            if row.write is None:
                raise RemoteError(translate("Remote", row.refusal))
            wanted[name] = value
        change = Change(view, lambda name: FIELDS[name].read(view), wanted)
        for name, row in FIELDS.items():
            if name in wanted and row.write is not None:
                row.write(change)
        return change

    def _goal(self, change: Change) -> Goal | None:
        """The seeding goal that the change gives to torrents, if it is another one that removes them."""
        goal = settings.seeding.goal(change.get)
        if goal is None or goal.then not in REMOVALS or goal == settings.seeding.goal(self._means.settings.get):
            return None
        return goal

    async def _refuse_removals(self, goal: Goal) -> None:
        defined = self._means.settings.get(settings.labels.LABELS)
        removals = await self._means.engine.forecast.configured(goal, labels.goals(defined))
        if removals.ids:
            text = Remote.tr(
                "%n torrents have reached this seeding goal and would be removed: Starling itself asks first.",
                "",
                len(removals.ids),
            )
            raise RemoteError(text)

    async def _free(self) -> int:
        """Bytes that are free where downloads go; -1 if that can't be had soon."""
        path = self._means.settings.get(settings.downloads.SAVE_PATH)
        try:
            async with asyncio.timeout(_PATIENCE):
                return await self._means.files_worker.run(partial(_free_in, path))
        except TimeoutError:
            return -1

    def _on_setting(self, key: str) -> None:
        """Its value is kept for the time when it is off."""
        chosen = self._means.settings
        if key in self._limits:
            setting, shown = self._limits[key]
            if value := chosen.get(setting):
                self._numbers.keep(key, shown(value))
        elif key == settings.downloads.INCOMPLETE_FOLDER.key and (
            path := chosen.get(settings.downloads.INCOMPLETE_FOLDER)
        ):
            self._texts.keep(key, path)


def _folders(change: Change) -> tuple[str, ...]:
    """Those in which data are to be saved from now on."""
    # One that is switched off is kept for when it is on.
    kept = cast("str", change.wanted.get("incomplete_dir", ""))
    paths = [kept, *(change.get(setting) for setting in change if setting in _FOLDERS)]
    return tuple(dict.fromkeys(filter(None, paths)))


def _free_in(path: str) -> int:
    try:
        return shutil.disk_usage(path).free
    except OSError:
        # It is not there yet, or no more: Transmission says it so, too.
        return -1


def _stats(totals: Totals) -> Mapping[str, object]:
    return {
        "downloaded_bytes": totals.downloaded,
        "uploaded_bytes": totals.uploaded,
        "files_added": 0,
        "seconds_active": int(totals.seconds),
        "session_count": 1,
    }


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
