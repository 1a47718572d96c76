# SPDX-License-Identifier: GPL-3.0-or-later
"""What the actions of the Trackers tab do; each method bears the key of its row."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from starling import tiers
from starling.engine.engine import Engine
from starling.tasks import spawn
from starling.torrent import Torrent
from starling.tracker import Refusal
from starling.ui.details.tracker_actions import Chosen
from starling.ui.details.tracker_rows import TrackerRow
from starling.ui.details.tracker_sentences import story
from starling.ui.details.tracker_view import TrackerView
from starling.ui.details.tracker_words import clock, masked, place
from starling.ui.dialogs.asking import ask

_NAMED = 3


class TrackerCommands(QObject):
    """For what is `chosen` when one is called, whatever is selected by the time it is done."""

    told = Signal(str)
    """A sentence about what was asked for."""

    def __init__(self, engine: Engine, view: TrackerView, chosen: Callable[[], Chosen]) -> None:
        super().__init__(view)
        self._engine, self._view, self._chosen = engine, view, chosen
        view.moved.connect(self._dropped)

    # -- asking

    def ask_all(self) -> None:
        if torrent := self._chosen().torrent:
            spawn(self._ask(torrent.id, None), name="ask trackers")

    def ask(self) -> None:
        self._ask_willing(self._chosen())

    def ask_told(self) -> None:
        """Those the card is about."""
        self._ask_willing(self._chosen().carded)

    def insist(self) -> None:
        chosen = self._chosen()
        if chosen.torrent and (rows := chosen.asked):
            spawn(self._ask(chosen.torrent.id, _urls(rows), force=True), name="ask trackers")

    def scrape(self) -> None:
        chosen = self._chosen()
        if chosen.torrent and (rows := chosen.trackers):
            spawn(self._engine.trackers.scrape(chosen.torrent.id, _urls(rows)), name="scrape")

    # -- trackers

    def add(self) -> None:
        if torrent := self._chosen().torrent:
            spawn(self._ask_more(torrent), name="add trackers")

    def edit(self) -> None:
        chosen = self._chosen()
        if chosen.torrent:
            self.edit_of(chosen.torrent)

    def edit_of(self, torrent: Torrent) -> None:
        """Ask for all addresses of any torrent."""
        spawn(self._ask_all_of_them(torrent), name="edit trackers")

    def raise_tier(self) -> None:
        self._shift(up=True)

    def lower_tier(self) -> None:
        self._shift(up=False)

    # -- web seeds

    def add_web_seeds(self) -> None:
        if torrent := self._chosen().torrent:
            spawn(self._ask_web_seeds(torrent.id), name="add web seeds")

    def edit_web_seed(self) -> None:
        chosen = self._chosen()
        if chosen.torrent and len(chosen.web_seeds) == 1:
            spawn(self._ask_web_seed(chosen.torrent.id, chosen.web_seeds[0].url), name="edit web seed")

    # -- both

    def remove(self) -> None:
        self._remove_some(self._chosen())

    def remove_told(self) -> None:
        """Those the card is about."""
        self._remove_some(self._chosen().carded)

    def copy_urls(self) -> None:
        if rows := self._chosen().addresses:
            QGuiApplication.clipboard().setText("\n".join(_urls(rows)))

    def copy_rows(self) -> None:
        self._view.copy()

    def copy_story(self) -> None:
        """What stands in the card, with the addresses it is about: who is asked for help needs no passkey."""
        rows = self._chosen().told
        if found := story(rows):
            addresses = [masked(row.url) for row in rows if "://" in row.url]
            QGuiApplication.clipboard().setText("\n".join([*addresses, found.text]))

    # -- within

    def _ask_willing(self, chosen: Chosen) -> None:
        if chosen.torrent and (rows := chosen.willing):
            spawn(self._ask(chosen.torrent.id, _urls(rows)), name="ask trackers")

    def _remove_some(self, chosen: Chosen) -> None:
        if chosen.torrent and chosen.addresses:
            spawn(self._remove(chosen.torrent.id, chosen), name="remove trackers")

    async def _ask(self, id: str, urls: Sequence[str] | None, *, force: bool = False) -> None:
        refusals = await self._engine.trackers.announce(id, urls, force=force)
        if refusals:
            self.told.emit(self._about(refusals))

    def _about(self, refusals: Sequence[Refusal]) -> str:
        first = min(refusals, key=lambda refusal: refusal.until)
        names = ", ".join(place(refusal.url).host for refusal in refusals[:_NAMED])
        if len(refusals) > _NAMED:
            names += self.tr(" and %n more", "", len(refusals) - _NAMED)
        words = self.tr("{names} may not be asked before {time}: it is asked then.", "", len(refusals))
        return words.format(names=names, time=clock(first.until))

    async def _ask_more(self, torrent: Torrent) -> None:
        # Dialogs are read when they are opened: the start does not pay for them.
        from starling.ui.dialogs.addresses import SourcesDialog

        await ask(
            SourcesDialog(
                self._view.window(),
                title=self.tr("Add trackers"),
                label=self.tr("&Addresses of trackers, one per line; a blank line begins a new tier"),
                text="",
                button=self.tr("A&dd"),
                apply=partial(self._add, torrent.id),
                tiered=True,
                private=torrent.private,
            )
        )

    async def _add(self, id: str, found: tiers.Tiers) -> None:
        known = await self._engine.trackers.tiers(id)
        there = set(tiers.flat(known))
        await self._engine.trackers.set_tiers(id, [*known, *tiers.without(found, there)])
        if twice := [url for url in tiers.flat(found) if url in there]:
            self.told.emit(self.tr("%n of them were there already.", "trackers", len(twice)))

    async def _ask_all_of_them(self, torrent: Torrent) -> None:
        from starling.ui.dialogs.addresses import SourcesDialog

        found = await self._engine.trackers.tiers(torrent.id)
        await ask(
            SourcesDialog(
                self._view.window(),
                title=self.tr("Edit trackers"),
                label=self.tr("&Addresses of trackers, one per line; a blank line begins a new tier"),
                text=tiers.written(found),
                button=self.tr("&Save"),
                apply=partial(self._engine.trackers.set_tiers, torrent.id),
                tiered=True,
                private=torrent.private,
                empty=True,
                known=tiers.flat(found),
            )
        )

    async def _ask_web_seeds(self, id: str) -> None:
        from starling.ui.dialogs.addresses import SourcesDialog

        await ask(
            SourcesDialog(
                self._view.window(),
                title=self.tr("Add web seeds"),
                label=self.tr("&Addresses of web servers that have the files, one per line"),
                text="",
                button=self.tr("A&dd"),
                apply=partial(self._add_web_seeds, id),
                web_seeds=True,
            )
        )

    async def _ask_web_seed(self, id: str, url: str) -> None:
        from starling.ui.dialogs.addresses import SourcesDialog

        await ask(
            SourcesDialog(
                self._view.window(),
                title=self.tr("Edit web seed"),
                label=self.tr("&Address of a web server that has the files"),
                text=url,
                button=self.tr("&Save"),
                apply=partial(self._replace_web_seed, id, url),
                web_seeds=True,
                single=True,
            )
        )

    async def _add_web_seeds(self, id: str, found: tiers.Tiers) -> None:
        await self._engine.trackers.add_web_seeds(id, tiers.flat(found))

    async def _replace_web_seed(self, id: str, old: str, found: tiers.Tiers) -> None:
        await self._engine.trackers.replace_web_seed(id, old, tiers.flat(found)[0])

    async def _remove(self, id: str, chosen: Chosen) -> None:
        from starling.ui.dialogs.untrack import RemoveSourcesDialog

        gone, seeds = _urls(chosen.trackers), _urls(chosen.web_seeds)
        left = tiers.without(await self._engine.trackers.tiers(id), gone)
        dialog = RemoveSourcesDialog(gone, seeds, all_trackers=bool(gone) and not left, parent=self._view.window())
        if await ask(dialog) != QDialog.DialogCode.Accepted:
            return
        if gone:
            # Others may have come while it was asked.
            await self._engine.trackers.set_tiers(id, tiers.without(await self._engine.trackers.tiers(id), gone))
        if seeds:
            await self._engine.trackers.remove_web_seeds(id, seeds)

    def _shift(self, *, up: bool) -> None:
        chosen = self._chosen()
        if chosen.torrent and (rows := chosen.trackers):
            spawn(self._move(chosen.torrent.id, partial(tiers.shifted, urls=_urls(rows), up=up)), name="move trackers")

    def _dropped(self, id: str, urls: list[str], anchor: str, where: tiers.Place) -> None:
        spawn(self._move(id, partial(tiers.moved, urls=urls, anchor=anchor, place=where)), name="move trackers")

    async def _move(self, id: str, change: Callable[[tiers.Tiers], tiers.Tiers]) -> None:
        await self._engine.trackers.set_tiers(id, change(await self._engine.trackers.tiers(id)))


def _urls(rows: Sequence[TrackerRow]) -> list[str]:
    return [row.url for row in rows]
