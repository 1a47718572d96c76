# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Trackers tab asks and does: where the peers of a torrent come from."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from starling.engine import sourcelist, sourceurls, trackerinfo, webseeds
from starling.engine.errors import EngineError
from starling.engine.questions import Questions
from starling.engine.record import Record
from starling.engine.session import Config
from starling.engine.trackerbook import Entry
from starling.engine.trackerinfo import Stumble
from starling.engine.trackerwords import sentence
from starling.i18n import translate
from starling.tasks import spawn
from starling.tracker import Kind, Refusal, Tracker, TrackerState
from starling.why import words
from starling.why.reason import Cause, Evidence, Reason

if TYPE_CHECKING:
    from starling.engine.running import Running


class Trackers:
    """Every question and order raises EngineError if its torrent is gone."""

    def __init__(
        self,
        details: Questions,
        config: Callable[[], Config],
        running: Callable[[], "Running | None"],
        changed: Callable[[Iterable[Record]], None],
        tell: Callable[[str], None],
    ) -> None:
        """`changed` has torrents stored and their rows told anew, `tell` says whose trackers are others now."""
        self._details = details
        self._config = config
        self._running = running
        self._changed = changed
        self._tell = tell

    async def of(self, id: str) -> tuple[Tracker, ...]:
        """The trackers by tier, then DHT, PEX and LSD, then the web seeds."""
        record, running = self._details.known(id), self._running()
        book = record.trackers
        history: Mapping[str, Sequence[Entry]] = {}
        if running is not None:
            running.tracking.refresh([record])
            if not record.hidden:
                history = await running.announces.recall(id, book.recall)
        pack = self._config().pack
        told = book.told(websockets=bool(pack.get("max_webtorrent_offers", 0)))
        session = trackerinfo.Session.of(pack)
        found_at = book.dht.last_announce
        # Web seeds go on failing while libtorrent is asked.
        known, places = dict(book.stumbles), book.web_seeds
        stumbles = {url: Stumble(at, why.cause, sentence(why)) for url, (at, why) in known.items()}
        found = await self._details.about(
            id,
            trackerinfo.sources,
            told,
            session,
            None if found_at is None else int(found_at),
            stumbles,
            book.remembered(),
        )
        book.heard = found.heard
        if book.web_seeds is places:
            # Otherwise these are not the torrent's web seeds any more.
            places.update(found.web_seeds)
        for tracker in found.rows:
            if tracker.kind is Kind.WEB_SEED and tracker.state is TrackerState.WORKING:
                book.web_seed_works(tracker.url, known)
        return tuple(_with_history(tracker, history) for tracker in found.rows)

    async def tiers(self, id: str) -> list[list[str]]:
        """The trackers' URLs, a list for each tier, as they are edited."""
        found: dict[int, list[str]] = {}
        for url, tier in self._details.known(id).trackers.tiers.items():
            found.setdefault(tier, []).append(url)
        return [found[tier] for tier in sorted(found)]

    def check(self, id: str, tiers: Iterable[Sequence[str]]) -> None:
        """Raises EngineError for trackers that `set_tiers` would not take."""
        sourceurls.tiers(tiers, self._details.known(id).trackers.tiers)

    async def set_tiers(self, id: str, tiers: Iterable[Sequence[str]]) -> None:
        """Gives a torrent these trackers and no others; what is known of those that stay is kept.

        Raises EngineError with a sentence for each bad URL; the torrent keeps the trackers it had, then.
        """
        book = self._details.known(id).trackers
        wanted, before = sourceurls.tiers(tiers, book.tiers), await self.tiers(id)
        if wanted == before:
            return
        after = {url: number for number, tier in enumerate(wanted) for url in tier}
        # Replaced ones are all announced to as if the torrent were new: not if there are only more of them.
        if all(after.get(url) == tier for url, tier in book.tiers.items()) and all(
            wanted[number][: len(tier)] == tier for number, tier in enumerate(before)
        ):
            fresh = {url: tier for url, tier in after.items() if url not in book.tiers}
            await self._details.about(id, sourcelist.extend, fresh)
        else:
            await self._details.about(id, sourcelist.replace, after)
        gone = book.tiers.keys() - after.keys()
        book.set_urls(list(after), list(after.values()))
        if gone and (running := self._running()) is not None:
            # Not waited for: the disk may be slow.
            spawn(running.announces.drop(id, gone), name="forget trackers")
        self._done(id)

    async def add(self, id: str, urls: Iterable[str], tier: int | None = None) -> None:
        """Gives a torrent more trackers, in a tier (0 is the first) or in a new one behind the others.

        Raises EngineError with a sentence for each bad URL.
        """
        tiers = await self.tiers(id)
        if tier is None or not 0 <= tier < len(tiers):
            tiers.append(list(urls))
        else:
            tiers[tier] += urls
        await self.set_tiers(id, tiers)

    async def announce(self, id: str, urls: Sequence[str] | None = None, *, force: bool = False) -> tuple[Refusal, ...]:
        """Asks trackers (and the DHT) for peers, those of `urls` (`Tracker.url`) or all of them.

        Without `force` a tracker's minimal interval is respected: those that are asked only later are returned.
        Raises EngineError where nothing can be asked: the torrent rests, or there is nobody who can be.
        """
        record, handle = await self._details.present(id)
        if record.snapshot is not None and (record.snapshot.paused or record.paused):
            raise EngineError(
                translate("Engine", "“{name}” is paused: its trackers are asked when it runs.").format(name=record.name)
            )
        known = record.trackers.tiers
        wanted = set(known) if urls is None else {url for url in urls if url in known}
        on = trackerinfo.Session.of(self._config().pack).dht
        dht = not record.private and (on if urls is None else Kind.DHT.value in urls)
        if not wanted and not dht:
            if urls is None:
                seen = Evidence(kind="private" if record.private else "" if on else "off")
                raise EngineError(words.sentence(Reason(Cause.NO_SOURCES, seen)))
            raise EngineError(translate("Engine", "Only trackers and the DHT can be asked."))
        if dht:
            handle.force_dht_announce()
        if not wanted:
            return ()
        return await self._details.about(id, sourcelist.announce, wanted, force=force)

    async def scrape(self, id: str, urls: Sequence[str]) -> None:
        """Asks trackers how many seeds and leeches there are; the answers come with the next `of`."""
        await self._details.about(id, sourcelist.scrape, set(urls))

    async def add_web_seeds(self, id: str, urls: Iterable[str]) -> None:
        """Gives a torrent more web seeds (BEP 19). Raises EngineError with a sentence for each bad URL."""
        fresh = sourceurls.web_seeds(urls)
        await self._change_web_seeds(id, [], fresh)

    async def remove_web_seeds(self, id: str, urls: Iterable[str]) -> None:
        """Takes web seeds away."""
        await self._change_web_seeds(id, list(urls), [])

    async def replace_web_seed(self, id: str, old: str, new: str) -> None:
        """Gives a web seed another address. Raises EngineError if that is none."""
        fresh = sourceurls.web_seeds([new])
        if fresh != [old]:
            await self._change_web_seeds(id, [old], fresh)

    async def _change_web_seeds(self, id: str, gone: Sequence[str], fresh: Sequence[str]) -> None:
        book = self._details.known(id).trackers
        # Ahead of libtorrent: one that lets nobody in has said so before anybody looks.
        book.web_seeds = webseeds.changed(book.web_seeds, gone, fresh)
        await self._details.about(id, sourcelist.change_web_seeds, gone, fresh)
        self._done(id)

    def _done(self, id: str) -> None:
        self._changed([self._details.known(id)])
        self._tell(id)


def _with_history(tracker: Tracker, history: Mapping[str, Sequence[Entry]]) -> Tracker:
    entries = history.get(tracker.url)
    return replace(tracker, announces=tuple(entry.told() for entry in entries)) if entries else tracker
