# SPDX-License-Identifier: GPL-3.0-or-later
"""The facts of one torrent in the General tab."""

from dataclasses import dataclass

from starling import formats
from starling.i18n import translate
from starling.spelling import shortened, shown
from starling.torrent import Facts, State, Torrent, Waste
from starling.ui import etawords, status
from starling.ui.details.factrows import Fact, Section, Show
from starling.ui.details.longtext import MOST
from starling.ui.torrents import popularity

_CUT_SHORT = 10
"""Seconds below which an average says nothing."""
_AN_HOUR = 3600
"""Seconds below which what a month would bring says nothing."""


@dataclass(frozen=True, slots=True)
class About:
    """What the facts are of."""

    torrent: Torrent
    facts: Facts
    waste: tuple[tuple[Waste, int], ...] = ()
    """As in `SessionState`."""


def sections() -> tuple[Section[About], ...]:
    """Every section, in the order of the page."""
    return _transfer(), _torrent(), _dates()


def _transfer() -> Section[About]:
    return Section(
        translate("General", "Transfer"),
        (
            Fact(translate("General", "State"), lambda a: status.words(a.torrent), Show.LONG),
            Fact(translate("General", "Why"), lambda a: status.why(a.torrent), Show.LONG),
            Fact(translate("General", "Have"), lambda a: share(a.torrent.done, a.torrent.size)),
            Fact(translate("General", "Not verified yet"), _unverified),
            Fact(translate("General", "Downloaded"), _downloaded),
            Fact(translate("General", "Uploaded"), _uploaded),
            Fact(translate("General", "Ratio"), lambda a: formats.ratio(a.torrent.ratio) if _moved(a.torrent) else ""),
            Fact(translate("General", "Popularity"), _popularity),
            Fact(translate("General", "Down"), _down),
            Fact(translate("General", "Up"), _up),
            Fact(translate("General", "Limits"), lambda a: limits(a.torrent.down_limit, a.torrent.up_limit)),
            Fact(translate("General", "Wasted"), _wasted, Show.LONG),
            Fact(translate("General", "Why twice"), _why_twice, Show.LONG),
            Fact(translate("General", "Connections"), _connections),
            Fact(translate("General", "Seeds"), lambda a: of_swarm(a.torrent.seeds, a.torrent.swarm_seeds)),
            Fact(translate("General", "Peers"), lambda a: of_swarm(a.torrent.peers, a.torrent.swarm_peers)),
            Fact(translate("General", "Known peers"), lambda a: _count(a.torrent.known_peers)),
            Fact(translate("General", "Availability"), _availability),
        ),
    )


def _torrent() -> Section[About]:
    return Section(
        translate("General", "Torrent"),
        (
            Fact(translate("General", "Name"), lambda a: shown(a.torrent.name), Show.LONG),
            Fact(translate("General", "Size"), lambda a: size_and_wanted(a.torrent.total_size, a.torrent.size)),
            Fact(translate("General", "Pieces"), _pieces),
            Fact(translate("General", "Saved in"), lambda a: a.torrent.save_path, Show.FOLDER),
            Fact(translate("General", "Moves to"), lambda a: a.torrent.destination, Show.COPY),
            Fact(translate("General", "Labels"), lambda a: ", ".join(map(shown, a.torrent.labels)), Show.LONG),
            Fact(translate("General", "Hash v1"), lambda a: a.torrent.hash_v1, Show.COPY),
            Fact(translate("General", "Hash v2"), lambda a: a.torrent.hash_v2, Show.COPY),
            Fact(translate("General", "Private"), _private, Show.LONG),
            Fact(translate("General", "Comment"), _comment, Show.LINKS),
            Fact(translate("General", "Created by"), lambda a: shown(a.facts.created_by), Show.LONG),
            Fact(translate("General", "Created"), lambda a: formats.moment(a.torrent.created)),
            Fact(translate("General", "Web seeds"), lambda a: "\n".join(map(shown, a.facts.web_seeds)), Show.LONG),
        ),
    )


def _dates() -> Section[About]:
    return Section(
        translate("General", "Times"),
        (
            Fact(translate("General", "Time left"), lambda a: etawords.row(a.torrent)),
            Fact(translate("General", "Added"), lambda a: formats.moment(a.torrent.added or None)),
            Fact(translate("General", "Completed"), lambda a: formats.moment(a.torrent.completed)),
            Fact(translate("General", "Time active"), lambda a: time_spent(a.torrent.active_time)),
            Fact(translate("General", "Time seeding"), lambda a: time_spent(a.torrent.seeding_time)),
            Fact(translate("General", "Last activity"), lambda a: formats.age(a.torrent.last_activity)),
            Fact(translate("General", "Full copy seen"), lambda a: formats.age(a.torrent.last_seen_complete)),
            Fact(translate("General", "Asks trackers in"), _reannounce),
        ),
    )


# What sums have too


def time_spent(seconds: int) -> str:
    """Seconds as at most two units; empty for none."""
    return formats.duration(seconds, coarse=True) if seconds >= 60 else formats.duration(seconds) if seconds else ""


def of_swarm(connected: int, swarm: int | None) -> str:
    """How many are connected, and how many the trackers know.

    What a tracker said is some minutes old: fewer than are connected is no count of the swarm.
    """
    if swarm is None or swarm < connected:
        return translate("General", "{count} connected").format(count=formats.count(connected)) if connected else ""
    words = translate("General", "{count} connected, {swarm} in the swarm")
    return words.format(count=formats.count(connected), swarm=formats.count(swarm))


def size_and_wanted(whole: int, wanted: int) -> str:
    """Bytes of everything, and of what is wanted if that is less."""
    if not whole:
        return ""
    if wanted == whole:
        return formats.size(whole)
    words = translate("General", "{all}, {wanted} of it wanted")
    return words.format(all=formats.size(whole), wanted=formats.size(wanted))


def with_session(whole: int, session: int) -> str:
    """Bytes of all times, and of this session if that is less; empty for none."""
    if not whole:
        return ""
    if session >= whole:
        # libtorrent counts both a moment apart.
        return formats.size(session)
    words = translate("General", "{size} ({session} in this session)")
    return words.format(size=formats.size(whole), session=formats.size(session))


def limits(down: int | None, up: int | None) -> str:
    """The limits there are; empty for none."""
    found = []
    if down is not None:
        found.append(translate("General", "down {limit}").format(limit=formats.limit(down)))
    if up is not None:
        found.append(translate("General", "up {limit}").format(limit=formats.limit(up)))
    return ", ".join(found)


def share(done: int, size: int) -> str:
    """Bytes that are here of those that are wanted; empty while nothing is known of them."""
    if not size:
        return ""
    words = translate("General", "{done} of {size} ({percent})")
    return words.format(done=formats.size(done), size=formats.size(size), percent=formats.percent(done / size))


def _count(number: int) -> str:
    return formats.count(number) if number else ""


# Transfer


def _moved(torrent: Torrent) -> bool:
    return bool(torrent.uploaded or torrent.downloaded)


def _unverified(about: About) -> str:
    unverified = 0 if about.torrent.complete else about.facts.unverified
    return formats.size(unverified) if unverified else ""


def _downloaded(about: About) -> str:
    return with_session(about.torrent.downloaded, about.torrent.session_downloaded)


def _uploaded(about: About) -> str:
    return with_session(about.torrent.uploaded, about.torrent.session_uploaded)


def _popularity(about: About) -> str:
    found = popularity(about.torrent)
    if found is None or about.torrent.active_time < _AN_HOUR:
        return ""
    return translate("General", "ratio grows by {ratio} a month").format(ratio=formats.ratio(found))


def _down(about: About) -> str:
    torrent = about.torrent
    return _rates(torrent.down, torrent.downloaded, torrent.active_time - about.facts.finished_time)


def _up(about: About) -> str:
    return _rates(about.torrent.up, about.torrent.uploaded, about.torrent.active_time)


def _rates(rate: int, count: int, seconds: int) -> str:
    """The rate now, and that of the time in which it could be."""
    now, average = formats.rate(rate), formats.rate(count / seconds) if seconds >= _CUT_SHORT else ""
    if not average:
        return now
    words = (
        translate("General", "{rate} ({average} on average)") if now else translate("General", "{average} on average")
    )
    return words.format(rate=now, average=average)


def _wasted(about: About) -> str:
    return wasted(about.facts.failed, about.facts.redundant)


def wasted(failed: int, redundant: int) -> str:
    """What was thrown away, in bytes, and why; nothing where nothing was."""
    parts = []
    if failed:
        parts.append(translate("General", "{size} failed the hash check").format(size=formats.size(failed)))
    if redundant:
        parts.append(translate("General", "{size} came twice").format(size=formats.size(redundant)))
    return ", ".join(parts)


def _why_twice(about: About) -> str:
    return why_twice(about.waste) if about.facts.redundant else ""


def why_twice(waste: tuple[tuple[Waste, int], ...]) -> str:
    """Only the session counts by reason: this is of all torrents."""
    whole = sum(count for _reason, count in waste)
    if not whole:
        return ""
    reasons = (share_twice(reason).format(percent=formats.percent(count / whole)) for reason, count in waste)
    words = translate("General", "In all torrents since the start: {reasons}")
    return words.format(reasons=", ".join(reasons))


def share_twice(reason: Waste) -> str:
    """A clause with a place for the percentage."""
    return {
        Waste.TIMED_OUT: translate("General", "{percent} came after another peer had been asked for it"),
        Waste.CANCELLED: translate("General", "{percent} was called off too late"),
        Waste.END_GAME: translate("General", "{percent} was asked of several peers at the end"),
        Waste.SEED: translate("General", "{percent} came after the last piece"),
        Waste.CLOSING: translate("General", "{percent} came while its connection was closed"),
        Waste.UNKNOWN: translate("General", "{percent} was sent without being asked for"),
    }[reason]


def _connections(about: About) -> str:
    facts = about.facts
    if facts.connections_limit is None:
        return _count(facts.connections)
    words = translate("General", "{count} of {limit} allowed")
    return words.format(count=formats.count(facts.connections), limit=formats.count(facts.connections_limit))


def _availability(about: About) -> str:
    torrent = about.torrent
    if torrent.availability is None or not (torrent.availability or torrent.seeds or torrent.peers):
        return ""
    return translate("General", "{number} copies").format(number=formats.ratio(torrent.availability))


# Torrent and times


def _pieces(about: About) -> str:
    pieces = about.facts.pieces
    if pieces is None:
        return ""
    words = translate("General", "{count} × {size}, {have} here")
    return words.format(
        count=formats.count(pieces.count),
        size=formats.piece_size(pieces.size),
        have=formats.count(pieces.have.count(1)),
    )


def _comment(about: About) -> str:
    """Line by line without what would hide or re-order its letters, and the addresses in it."""
    text = shortened(about.facts.comment.strip(), MOST)
    return "\n".join(shown(line.expandtabs()) for line in text.splitlines())


def _private(about: About) -> str:
    if not about.torrent.has_metadata:
        return ""
    return (
        translate("General", "yes: peers come from its trackers only")
        if about.torrent.private
        else translate("General", "no")
    )


def _reannounce(about: About) -> str:
    return formats.duration(about.torrent.reannounce, coarse=True) if about.torrent.reannounce else ""


def seen_complete(torrent: Torrent) -> str:
    """When a full copy was last seen; empty if it is not known, or there is no need for one."""
    if torrent.state in {State.SEEDING, State.FINISHED}:
        return ""
    return formats.age(torrent.last_seen_complete)
