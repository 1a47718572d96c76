# SPDX-License-Identifier: GPL-3.0-or-later
"""What remote control has torrents do: start, stop, verify, announce, leave, and move in the queue."""

from collections.abc import Callable, Mapping, Sequence

from starling import settings
from starling.i18n import translate
from starling.remote.calls import Answer, Call, Method, RemoteError
from starling.remote.hearing import shown
from starling.remote.lasting import by_turns, lasting
from starling.remote.means import Means
from starling.torrent import QueueMove, State, Torrent


class TorrentActions:
    """Each is that of the window; all of them take every torrent where ``ids`` is missing, but for the removal."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._engine = means.engine

    @property
    def methods(self) -> Mapping[str, Method]:
        """By their names."""
        return {
            "torrent_start": self._start,
            "torrent_start_now": self._start_now,
            "torrent_stop": self._stop,
            "torrent_verify": self._verify,
            "torrent_reannounce": self._reannounce,
            "torrent_remove": self._remove,
            "queue_move_top": self._move,
            "queue_move_up": self._move,
            "queue_move_down": self._move,
            "queue_move_bottom": self._move,
        }

    async def _start(self, call: Call) -> Answer:
        # One that runs by “Start now” would be put back under the rule of the queue.
        return await self._do(
            self._engine.start, [one for one in self._selected(call) if not _runs_by_force(one)], _waits_for_start
        )

    async def _start_now(self, call: Call) -> Answer:
        return await self._do(self._engine.force_start, self._selected(call), lambda one: not _runs_by_force(one))

    async def _stop(self, call: Call) -> Answer:
        return await self._do(self._engine.pause, self._selected(call), lambda one: one.forced or not one.paused)

    async def _verify(self, call: Call) -> Answer:
        return await self._do(self._engine.recheck, self._selected(call), lambda one: one.has_metadata)

    async def _reannounce(self, call: Call) -> Answer:
        self._engine.reannounce(self._means.ids.selected(call.params))
        return {}

    async def _remove(self, call: Call) -> Answer:
        if "ids" not in call.params:
            # Transmission removes every torrent then: whoever forgets a key is not to lose them all.
            raise RemoteError(translate("Remote", "“ids” must say which torrents are to be removed."))
        names = {torrent.id: torrent.name for torrent in self._selected(call)}
        data = call.params.flag("delete_local_data") or False
        if names:
            await lasting(self._take_out(names, call, data=data), "remove")
        return {}

    async def _move(self, call: Call) -> Answer:
        move = QueueMove(call.method.rpartition("_")[2])
        torrents = self._selected(call)
        refuse_none_in_queue(torrents)
        ids = [torrent.id for torrent in torrents if torrent.queue is not None]
        if self._engine.queue.move(ids, move):
            await shown(self._engine, ids)
        return {}

    # -- within

    async def _do(
        self,
        command: Callable[[Sequence[str]], None],
        torrents: Sequence[Torrent],
        changes: Callable[[Torrent], bool],
    ) -> Answer:
        """`changes` says of which of them the list will show something else."""
        await lasting(by_turns(command, [torrent.id for torrent in torrents]), "command torrents")
        await shown(self._engine, [torrent.id for torrent in torrents if changes(torrent)])
        return {}

    async def _take_out(self, names: Mapping[str, str], call: Call, *, data: bool) -> None:
        """As in the window: the files go to the trash, and all of it can be undone, unless the settings say otherwise.

        Raises EngineError.
        """
        for_good = self._means.settings.get(settings.remote.FOR_GOOD)
        try:
            await self._engine.remove(names, data=data, for_good=for_good)
        finally:
            # Where files could not be moved to the trash the torrents are gone all the same.
            there = self._engine.torrents
            if gone := tuple(name for id, name in names.items() if id not in there):
                self._means.removed(gone, call.client)

    def _selected(self, call: Call) -> list[Torrent]:
        there = self._engine.torrents
        return [there[id] for id in self._means.ids.selected(call.params)]


def refuse_none_in_queue(torrents: Sequence[Torrent]) -> None:
    """Raises RemoteError where there is something to be moved in the queue, and none of it is in there."""
    if torrents and all(torrent.queue is None for torrent in torrents):
        raise RemoteError(translate("Remote", "Only torrents that are not complete yet have a place in the queue."))


def _waits_for_start(torrent: Torrent) -> bool:
    return torrent.paused or torrent.forced or torrent.state is State.ERROR


def _runs_by_force(torrent: Torrent) -> bool:
    return torrent.forced and not torrent.paused and torrent.state is not State.ERROR
