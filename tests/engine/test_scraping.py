# SPDX-License-Identifier: GPL-3.0-or-later
"""Asking trackers about a swarm: they answer, fail or hang, and never hear of us before Add."""

from collections.abc import Callable

import pytest

from starling.torrent import State
from starling.tracker import TrackerState
from tests.helpers import User
from tests.swarm import Answer, Event, Manner, Swarm, Version
from tests.swarm.values import Scheme


@pytest.fixture
def asker(users: Callable[..., User]) -> User:
    """A user whose libtorrent scrapes trackers on loopback too."""
    return users(ssrf_mitigation=False).start()


class Asked(dict[str, tuple[TrackerState, int | None, int | None, str]]):
    """What `Engine.scraped` said last, by URL."""

    def __init__(self, user: User, id: str) -> None:
        super().__init__()
        self._id = id
        user.engine.scraped.connect(self.take)
        user.run(user.engine.intake.scrape(id))

    def take(self, id: str, trackers: object) -> None:
        if id == self._id:
            self.update({t.url: (t.state, t.seeds, t.leeches, t.message) for t in trackers})  # type: ignore[attr-defined]

    def over(self) -> bool:
        return bool(self) and all(state is not TrackerState.ASKING for state, *_ in self.values())


@pytest.mark.parametrize("scheme", ["http", "udp"])
@pytest.mark.parametrize("version", list(Version), ids=lambda version: version.value)
def test_seeds_and_peers_are_told_without_an_announce(
    swarm: Swarm, asker: User, version: Version, scheme: Scheme
) -> None:
    tracker = swarm.tracker(scheme)
    payload = swarm.payload(version=version, trackers=[tracker.url])
    # Who gives nothing away makes no seeds of others meanwhile.
    swarm.seed(payload, manner=Manner.FREE_RIDER)
    swarm.leech(payload)
    swarm.leech(payload)
    digests = [digest for digest in (payload.hash_v1, payload.hash_v2[:40]) if digest]
    asker.until(lambda: all(tracker.counts(digest) == (1, 0, 2) for digest in digests))
    shown = asker.previews(payload.torrent_path)
    asked = Asked(asker, shown.id)
    asker.until(asked.over)
    assert asked[tracker.url] == (TrackerState.WORKING, 1, 2, "")
    assert digests[0] in tracker.scrapes
    assert tracker.events(ip=asker.address) == []
    asker.engine.intake.discard(shown.id)
    assert asker.engine._records.get(shown.id) is None
    assert list(asker.downloads.iterdir()) == []
    assert not (asker.data_dir / "parts" / "preview").exists()


def test_a_private_torrent_is_asked_about_and_not_announced(swarm: Swarm, asker: User) -> None:
    tracker = swarm.tracker("http")
    payload = swarm.payload(private=True, trackers=[tracker.url], version=Version.V1)
    shown = asker.previews(payload.torrent_path)
    asked = Asked(asker, shown.id)
    asker.until(asked.over)
    assert asked[tracker.url][0] is TrackerState.WORKING
    assert tracker.events() == []
    id = asker.run(asker.engine.intake.add(shown.id, asker.options()))
    tracker.wait_for_event(Event.STARTED, ip=asker.address)
    asker.sees(id, lambda row: row.private and row.has_metadata)


def test_added_after_it_was_asked_about_it_is_downloaded(swarm: Swarm, asker: User) -> None:
    tracker = swarm.tracker("http")
    payload = swarm.payload(trackers=[tracker.url])
    shown = asker.previews(payload.torrent_path)
    asker.until(Asked(asker, shown.id).over)
    id = asker.run(asker.engine.intake.add(shown.id, asker.options()))
    asker.connects(id, swarm.seed(payload))
    asker.sees(id, State.SEEDING)
    assert payload.arrives(asker.downloads) == ()


def test_failures_are_told_in_words(swarm: Swarm, asker: User) -> None:
    good, broken, silent = swarm.tracker("http"), swarm.tracker("http"), swarm.tracker("http")
    broken.behave(Answer.GARBAGE)
    silent.behave(Answer.HANG)
    refusing = f"http://{swarm.address()}:9/announce"
    odd = f"http://{swarm.address()}:6969/none"
    payload = swarm.payload(version=Version.V1, trackers=[good.url, broken.url, silent.url, refusing, odd])
    shown = asker.previews(payload.torrent_path)
    asked = Asked(asker, shown.id)
    asker.until(lambda: sum(state is TrackerState.ASKING for state, *_ in asked.values()) == 1)
    assert asked[good.url][0] is TrackerState.WORKING
    assert asked[silent.url][0] is TrackerState.ASKING
    assert asked[refusing] == (TrackerState.FAILED, None, None, "The server refused the connection")
    assert asked[odd] == (TrackerState.OFF, None, None, "")
    assert asked[broken.url][0] is TrackerState.FAILED
    assert asked[broken.url][3]


def test_a_torrent_without_trackers_is_told_of_too(swarm: Swarm, asker: User) -> None:
    shown = asker.previews(swarm.payload(trackers=[]).torrent_path)
    told: list[tuple[str, object]] = []
    asker.engine.scraped.connect(lambda id, trackers: told.append((id, trackers)))
    asker.run(asker.engine.intake.scrape(shown.id))
    assert told == [(shown.id, ())]


def test_a_preview_that_is_gone_is_not_asked_about(swarm: Swarm, asker: User) -> None:
    tracker = swarm.tracker("http")
    shown = asker.previews(swarm.payload(trackers=[tracker.url]).torrent_path)
    coming = asker.loop.create_task(asker.engine.intake.scrape(shown.id))
    asker.engine.intake.discard(shown.id)
    asker.finish(coming)
    assert asker.engine._records.get(shown.id) is None
    asker.run(asker.engine.intake.scrape(shown.id))
    assert tracker.scrapes == ()
