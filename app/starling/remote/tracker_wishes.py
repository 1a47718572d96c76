# SPDX-License-Identifier: GPL-3.0-or-later
"""Which trackers a client gives to torrents or takes from them.

The number of a tracker is its place in the list of them by tier, as ``trackers`` and ``tracker_stats`` have it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from starling.engine.engine import Engine, EngineError
from starling.i18n import translate
from starling.remote.calls import Code, RemoteError
from starling.remote.lasting import in_turns
from starling.remote.params import ParamError, Params

Tiers = list[list[str]]


@dataclass(frozen=True, slots=True)
class Wish:
    """None = nothing is said."""

    listed: str | None = None
    """All of them: one in a line, an empty line between tiers."""
    added: tuple[str, ...] | None = None
    """Each gets a tier of its own behind the others."""
    removed: tuple[int, ...] | None = None
    replaced: tuple[tuple[int, str], ...] | None = None

    @classmethod
    def of(cls, params: Params) -> "Wish":
        """Raises ParamError."""
        return cls(
            params.text("tracker_list"), params.texts("tracker_add"), params.integers("tracker_remove"), _pairs(params)
        )

    def __bool__(self) -> bool:
        return self != Wish()

    def after(self, before: Tiers) -> Tiers:
        """The tiers of a torrent that had these. Raises RemoteError for the number of a tracker that there is not."""
        if self.listed is not None:
            return tiers_of(self.listed)
        urls = [url for tier in before for url in tier]
        named = [*(self.removed or ()), *(number for number, _ in self.replaced or ())]
        if wrong := [number for number in named if not 0 <= number < len(urls)]:
            text = translate("Remote", "There is no tracker {number}: the torrent has {count}.")
            raise RemoteError(text.format(number=wrong[0], count=len(urls)), Code.SET_ANNOUNCE_LIST)
        others, gone = dict(self.replaced or ()), frozenset(self.removed or ())
        after, number = Tiers(), 0
        for tier in before:
            numbers = range(number, number + len(tier))
            after.append([others.get(at, urls[at]).strip() for at in numbers if at not in gone])
            number += len(tier)
        there = {url for tier in after for url in tier}
        fresh = dict.fromkeys(url.strip() for url in self.added or ())
        return [*filter(None, after), *([url] for url in fresh if url and url not in there)]


async def prepare(engine: Engine, wish: Wish, ids: Iterable[str]) -> dict[str, Tiers]:
    """The tiers of those torrents that get others. Raises RemoteError."""
    changes: dict[str, Tiers] = {}
    unchanged = False
    async for id in in_turns(ids):
        before = await engine.trackers.tiers(id)
        after = wish.after(before)
        if after == before:
            unchanged = True
            continue
        try:
            engine.trackers.check(id, after)
        except EngineError as error:
            code = Code.SET_ANNOUNCE_LIST if wish.listed is None else Code.INVALID_TRACKER_LIST
            raise RemoteError(str(error), code) from error
        changes[id] = after
    if unchanged and not changes and wish.listed is None:
        raise RemoteError(translate("Remote", "The trackers are like that already."), Code.SET_ANNOUNCE_LIST)
    return changes


def tiers_of(text: str) -> Tiers:
    """Of a text with one in a line, and an empty line between tiers."""
    tiers: Tiers = [[]]
    for line in text.splitlines():
        if url := line.strip():
            tiers[-1].append(url)
        elif tiers[-1]:
            tiers.append([])
    return [tier for tier in tiers if tier]


def _pairs(params: Params) -> tuple[tuple[int, str], ...] | None:
    """Numbers and addresses in turn, as Transmission has them, or in pairs, as some clients do."""
    given = params.raw("tracker_replace")
    if given is None:
        return None
    listed = given if isinstance(given, list) else [given]
    flat = [part for each in listed for part in (each if isinstance(each, list) else [each])]
    pairs = zip(flat[::2], flat[1::2], strict=False)
    good = tuple((number, url) for number, url in pairs if type(number) is int and isinstance(url, str))
    if 2 * len(good) == len(flat):
        return good
    text = translate("Remote", "“tracker_replace” must be a list of numbers and addresses in turn.")
    raise ParamError(text)
