# SPDX-License-Identifier: GPL-3.0-or-later
"""What there is to say of the selected trackers: what happened, what it means, what to do, and when they are asked."""

import time
from collections.abc import Sequence
from typing import NamedTuple

from starling import formats
from starling.i18n import Counted, translate
from starling.tracker import Cause, Kind, Tracker, TrackerState
from starling.ui.details import hint, timeline
from starling.ui.details.sentence import Segment, plain, strong
from starling.ui.details.tracker_failures import failure
from starling.ui.details.tracker_rows import TrackerRow
from starling.ui.details.tracker_words import again, clock, name_of, quoted, seconds


class TrackersPage(Counted):
    """Counted texts."""


class Story(NamedTuple):
    """What there is to say of a selection."""

    title: str
    """What it comes to, without a full stop."""
    sentences: tuple[str, ...] = ()
    aside: str = ""
    """What only adds to it."""
    tone: hint.Tone = hint.INFO

    @property
    def segments(self) -> list[Segment]:
        """All of it on one line."""
        dot = "" if self.title.endswith((".", "…")) else "."
        return [strong(f"{self.title}{dot}"), *(Segment(f" {sentence}") for sentence in self.sentences)]

    @property
    def text(self) -> str:
        """All of it, a line for each sentence."""
        return "\n".join(filter(None, (self.title, *self.sentences, self.aside)))


def story(rows: Sequence[TrackerRow]) -> Story | None:
    """What there is to say of the selected rows; None if none is."""
    if len(rows) > 1:
        return _several(rows)
    if not rows:
        return None
    row = rows[0]
    match row.tracker.kind:
        case Kind.TRACKER:
            return _tracker(row)
        case Kind.WEB_SEED:
            return _web_seed(row.tracker)
        case Kind.DHT | Kind.PEX | Kind.LSD:
            return _source(row)


def _several(rows: Sequence[TrackerRow]) -> Story:
    found = [row.tracker for row in rows]
    sentences = [", ".join(filter(None, (_of_state(state, found) for state in _STATES))) + "."]
    peers = sum(t.peers or 0 for t in found if t.state is TrackerState.WORKING and t.kind is not Kind.WEB_SEED)
    if peers:
        sentences.append(TrackersPage.tr("Together they gave %n peers.", "", peers))
    soonest = min((t.next_announce for t in found if t.next_announce and t.state is not TrackerState.OFF), default=None)
    if soonest and soonest > time.time():
        words = translate("TrackersPage", "The next one is asked in {again}.")
        sentences.append(words.format(again=formats.duration(soonest - time.time(), coarse=True)))
    return Story(
        TrackersPage.tr("%n sources selected", "", len(rows)),
        tuple(sentences),
        _in_hours(*found),
        hint.WARN if any(t.state is TrackerState.FAILED for t in found) else hint.INFO,
    )


_STATES = (
    TrackerState.WORKING,
    TrackerState.FAILED,
    TrackerState.ASKING,
    TrackerState.NOT_ASKED,
    TrackerState.OFF,
)


def _of_state(state: TrackerState, found: Sequence[Tracker]) -> str:
    count = sum(1 for tracker in found if tracker.state is state)
    if not count:
        return ""
    match state:
        case TrackerState.WORKING:
            return TrackersPage.tr("%n work", "trackers", count)
        case TrackerState.FAILED:
            return TrackersPage.tr("%n fail", "trackers", count)
        case TrackerState.ASKING:
            return TrackersPage.tr("%n are being asked", "trackers", count)
        case TrackerState.NOT_ASKED:
            return TrackersPage.tr("%n wait", "trackers", count)
        case TrackerState.OFF:
            return TrackersPage.tr("%n are off", "trackers", count)


def _tracker(row: TrackerRow) -> Story:
    tracker = row.tracker
    name = name_of(tracker)
    aside = _in_hours(tracker)
    match tracker.state:
        case TrackerState.WORKING:
            title = translate("TrackersPage", "{name} works").format(name=name)
            sentences = [_gave(tracker), *_knows(tracker), *_hashes(tracker)]
            if tracker.message:
                warning = translate("TrackersPage", "It says: {words}.").format(
                    words=quoted(tracker.message.rstrip("."))
                )
                return Story(title, (warning, *sentences), aside, hint.WARN)
            return Story(title, tuple(sentences), aside, hint.OK)
        case TrackerState.FAILED:
            title, advice = failure(tracker, name)
            said = _said(tracker)
            if said and tracker.cause is Cause.TIMED_OUT:
                advice = ""
            sentences = [*said, advice, _tried(row), *_hashes(tracker)]
            return Story(title, tuple(filter(None, sentences)), aside, hint.ERR)
        case TrackerState.ASKING:
            title = translate("TrackersPage", "{name} is being asked").format(name=name)
            waits = time.time() - tracker.asking_since if tracker.asking_since else 0
            words = translate("TrackersPage", "It has not answered for {time}.") if waits >= 2 else ""
            slow = words.format(time=formats.duration(waits))
            return Story(title, (*filter(None, [slow]), *_knows(tracker)), aside)
        case TrackerState.OFF:
            title = translate("TrackersPage", "{name} is off").format(name=name)
            return Story(title, tuple(_said(tracker)), aside)
        case TrackerState.NOT_ASKED:
            return _waiting(row, name, aside)


def _waiting(row: TrackerRow, name: str, aside: str) -> Story:
    if row.reserve:
        title = translate("TrackersPage", "{name} is in reserve").format(name=name)
        why = translate("TrackersPage", "It is asked when those before it do not answer.")
    else:
        title = (
            translate("TrackersPage", "{name} was not asked yet")
            if row.tracker.last_announce is None
            else translate("TrackersPage", "{name} is not asked now")
        ).format(name=name)
        why = translate("TrackersPage", "Those before it come first, or the torrent does not run.")
    return Story(title, (why, *_last_time(row.tracker), *_knows(row.tracker)), aside)


def _last_time(tracker: Tracker) -> list[str]:
    """How it was before the torrent was paused or the program ended."""
    ago = formats.age(tracker.last_announce)
    if not ago:
        return []
    why = tracker.message.rstrip(".") if tracker.cause is not Cause.NONE else ""
    if why:
        words = translate("TrackersPage", "It was asked last {ago}, and that failed: {why}.")
    elif tracker.peers is not None:
        words = TrackersPage.tr("It was asked last {ago}, and gave %n peers.", "", tracker.peers)
    else:
        words = translate("TrackersPage", "It was asked last {ago}.")
    return [words.format(ago=ago, why=why)]


def _gave(tracker: Tracker) -> str:
    """Transmission's sentence."""
    peers, ago, left = tracker.peers or 0, formats.age(tracker.last_announce), _left(tracker)
    if ago and left:
        words = TrackersPage.tr("Gave %n peers {ago}; it is asked again in {again}.", "", peers)
    elif ago:
        words = TrackersPage.tr("Gave %n peers {ago}.", "", peers)
    else:
        words = TrackersPage.tr("Gave %n peers.", "", peers)
    return words.format(ago=ago, again=left)


def _knows(tracker: Tracker) -> list[str]:
    """What its counts say, and how old they are where that matters."""
    if tracker.seeds is None and tracker.leeches is None:
        why = tracker.scrape_message.rstrip(".")
        return [translate("TrackersPage", "It gave no counts: {why}.").format(why=why)] if why else []
    seeds = TrackersPage.tr("%n seeds", "", tracker.seeds or 0)
    leechers = TrackersPage.tr("%n leechers", "", tracker.leeches or 0)
    if tracker.downloads:
        words = TrackersPage.tr("It knows {seeds} and {leechers}, and counted %n downloads.", "", tracker.downloads)
    else:
        words = translate("TrackersPage", "It knows {seeds} and {leechers}.")
    return [words.format(seeds=seeds, leechers=leechers)]


def _hashes(tracker: Tracker) -> list[str]:
    """Of a hybrid torrent: both info-hashes are announced, and one may be unknown to the tracker."""
    if len(tracker.versions) < 2:
        return []
    if len({(state, message) for _version, state, message in tracker.versions}) == 1:
        works = tracker.state is TrackerState.WORKING
        return [translate("TrackersPage", "Both hashes of the torrent, v1 and v2, are announced.")] if works else []
    words = {
        TrackerState.WORKING: translate("TrackersPage", "hash v{number} works"),
        TrackerState.FAILED: translate("TrackersPage", "hash v{number} fails"),
        TrackerState.ASKING: translate("TrackersPage", "hash v{number} is being asked for"),
        TrackerState.NOT_ASKED: translate("TrackersPage", "hash v{number} was not announced"),
        TrackerState.OFF: translate("TrackersPage", "hash v{number} is off"),
    }
    parts = [
        words[state].format(number=version) + (f" ({message.rstrip('.')})" if message else "")
        for version, state, message in tracker.versions
    ]
    return [translate("TrackersPage", "Of the torrent's two hashes: {states}.").format(states="; ".join(parts))]


_OBVIOUS = {Cause.NAME, Cause.REFUSED, Cause.CLOSED}
"""Causes of which the title says all that the message does."""


def _said(tracker: Tracker) -> list[str]:
    """The engine's sentences about a failure, where they say more than the title."""
    message = tracker.message.strip().rstrip(".")
    if tracker.cause is Cause.TIMED_OUT:
        # That it does not answer is the title; more may have been found out.
        message = message.partition(". ")[2]
    return [f"{message}."] if message and tracker.cause not in _OBVIOUS else []


def _tried(row: TrackerRow) -> str:
    """How often, since when, and when again."""
    tracker = row.tracker
    fails, since, left = tracker.fails, tracker.failing_since or tracker.last_announce, _left(tracker)
    if not since:
        return translate("TrackersPage", "Tried again in {again}.").format(again=left) if left else ""
    if left:
        words = TrackersPage.tr("Tried %n times since {since}, again in {again}.", "", max(1, fails))
    elif row.reserve:
        words = TrackersPage.tr(
            "Tried %n times since {since}; it is asked again when those that work fail.", "", max(1, fails)
        )
    else:
        words = TrackersPage.tr("Tried %n times since {since}.", "", max(1, fails))
    return words.format(since=clock(since), again=left)


def _left(tracker: Tracker) -> str:
    return again(tracker) if tracker.next_announce and tracker.next_announce - time.time() >= 1 else ""


def _in_hours(*trackers: Tracker) -> str:
    """The last six hours in a sentence."""
    found = timeline.together(timeline.tally(tracker.announces) for tracker in trackers)
    if not found.number:
        return ""
    if found.timed:
        words = translate("TrackersPage", "Last 6 hours: {summary}; it took {time} to answer.")
        return words.format(summary=timeline.summary(found), time=seconds(found.took / found.timed))
    return translate("TrackersPage", "Last 6 hours: {summary}.").format(summary=timeline.summary(found))


def _source(row: TrackerRow) -> Story:
    tracker = row.tracker
    name = name_of(tracker)
    aside = _in_hours(tracker)
    if tracker.state is TrackerState.OFF:
        return Story(translate("TrackersPage", "{name} is off").format(name=name), tuple(_said(tracker)), aside)
    if tracker.state is TrackerState.FAILED:
        title = translate("TrackersPage", "{name} does not work").format(name=name)
        return Story(title, tuple(_said(tracker)), aside, hint.ERR)
    sentences = [TrackersPage.tr("%n of the connected peers were found by it.", "", tracker.peers or 0)]
    if row.nodes is not None:
        sentences.append(TrackersPage.tr("It knows %n nodes.", "of the DHT", row.nodes))
    if left := _left(tracker):
        sentences.append(translate("TrackersPage", "It is asked again in {again}.").format(again=left))
    title = translate("TrackersPage", "{name} is on").format(name=name)
    return Story(title, (*_said(tracker), *sentences), aside, hint.OK)


def _web_seed(tracker: Tracker) -> Story:
    name = name_of(tracker)
    got = formats.size(tracker.downloaded)
    if tracker.state is TrackerState.FAILED:
        title, advice = failure(tracker, name)
        if tracker.cause is Cause.BAD_ANSWER:
            title = translate("TrackersPage", "{name} does not send what it should").format(name=name)
            advice = translate("TrackersPage", "The files there are others, or the address is wrong.")
        return Story(title, (*_said(tracker), *filter(None, [advice])), tone=hint.ERR)
    if tracker.rate >= 1000:
        title = translate("TrackersPage", "{name} sends {rate}").format(name=name, rate=formats.rate(tracker.rate))
        return Story(title, (translate("TrackersPage", "{size} came from it.").format(size=got),), tone=hint.OK)
    if tracker.state is TrackerState.WORKING:
        title = translate("TrackersPage", "{name} sends nothing now").format(name=name)
        return Story(title, (translate("TrackersPage", "{size} came from it.").format(size=got),), tone=hint.OK)
    title = translate("TrackersPage", "{name} is not used now").format(name=name)
    why = translate("TrackersPage", "A web seed is asked while the torrent downloads and has room for it.")
    return Story(title, (*_said(tracker), why))


def words_of(found: Story | None) -> str:
    """All of it as one text, for screen readers."""
    return plain(found.segments) if found else ""
