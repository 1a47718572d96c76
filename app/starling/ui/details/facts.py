# SPDX-License-Identifier: GPL-3.0-or-later
"""The facts of the General tab as rows of data: a label, a text, and how it is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from starling import formats
from starling.i18n import translate
from starling.spelling import shown
from starling.torrent import Facts, State, Torrent
from starling.ui import status


class Show(Enum):
    """What becomes of a text."""

    LINE = "line"
    LONG = "long"
    """May need several lines."""
    COPY = "copy"
    """Long, with a button that copies it."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: label and text."""

    label: str
    text: Callable[[Torrent, Facts], str]
    show: Show = Show.LINE
    optional: bool = False
    """Left out while its text is empty; the others keep their place."""


@dataclass(frozen=True, slots=True)
class Section:
    """Facts under a heading."""

    title: str
    facts: tuple[Fact, ...]


def sections() -> tuple[Section, ...]:
    """Every section, in the order of the page."""
    return _transfer(), _swarm(), _torrent(), _dates()


def _transfer() -> Section:
    return Section(
        translate("General", "Transfer"),
        (
            Fact(translate("General", "State"), lambda t, f: status.words(t), Show.LONG),
            Fact(translate("General", "Have"), _have),
            Fact(translate("General", "Downloaded"), _downloaded),
            Fact(translate("General", "Uploaded"), lambda t, f: formats.size(t.uploaded)),
            Fact(translate("General", "Ratio"), lambda t, f: formats.ratio(t.ratio)),
            Fact(translate("General", "Down"), lambda t, f: _rate_and_limit(t.down, t.down_limit)),
            Fact(translate("General", "Up"), lambda t, f: _rate_and_limit(t.up, t.up_limit)),
            Fact(translate("General", "Time left"), lambda t, f: formats.eta(t.eta)),
            Fact(translate("General", "Wasted"), lambda t, f: formats.size(f.wasted) if f.wasted else ""),
            Fact(translate("General", "Time active"), lambda t, f: _time(t.active_time)),
            Fact(translate("General", "Time seeding"), lambda t, f: _time(t.seeding_time)),
        ),
    )


def _swarm() -> Section:
    return Section(
        translate("General", "Swarm"),
        (
            Fact(translate("General", "Connections"), _connections),
            Fact(translate("General", "Seeds"), lambda t, f: _of_swarm(t.seeds, t.swarm_seeds)),
            Fact(translate("General", "Peers"), lambda t, f: _of_swarm(t.peers, t.swarm_peers)),
            Fact(translate("General", "Known peers"), lambda t, f: formats.count(t.known_peers)),
            Fact(translate("General", "Availability"), _availability),
            Fact(translate("General", "Full copy seen"), lambda t, f: formats.age(t.last_seen_complete)),
            Fact(translate("General", "Last activity"), lambda t, f: formats.age(t.last_activity)),
            Fact(
                translate("General", "Asks trackers in"),
                lambda t, f: formats.duration(t.reannounce, coarse=True) if t.reannounce else "",
            ),
            Fact(translate("General", "Web seeds"), lambda t, f: "\n".join(map(shown, f.web_seeds)), Show.LONG, True),
        ),
    )


def _torrent() -> Section:
    return Section(
        translate("General", "Torrent"),
        (
            Fact(translate("General", "Size"), _size),
            Fact(translate("General", "Pieces"), _pieces),
            Fact(translate("General", "Saved in"), lambda t, f: t.save_path, Show.COPY),
            Fact(translate("General", "Hash v1"), lambda t, f: t.hash_v1, Show.COPY, True),
            Fact(translate("General", "Hash v2"), lambda t, f: t.hash_v2, Show.COPY, True),
            Fact(translate("General", "Private"), _private),
            Fact(translate("General", "Comment"), lambda t, f: f.comment.strip(), Show.LONG, True),
            Fact(translate("General", "Created by"), lambda t, f: shown(f.created_by), Show.LONG, True),
        ),
    )


def _dates() -> Section:
    return Section(
        translate("General", "Dates"),
        (
            Fact(translate("General", "Created"), lambda t, f: formats.moment(t.created), optional=True),
            Fact(translate("General", "Added"), lambda t, f: formats.moment(t.added or None)),
            Fact(translate("General", "Completed"), lambda t, f: formats.moment(t.completed)),
        ),
    )


def _have(torrent: Torrent, facts: Facts) -> str:
    if not torrent.size:
        return ""
    return translate("General", "{done} of {size} ({percent})").format(
        done=formats.size(torrent.done),
        size=formats.size(torrent.size),
        percent=formats.percent(torrent.done / torrent.size),
    )


def _downloaded(torrent: Torrent, facts: Facts) -> str:
    whole = formats.size(torrent.downloaded)
    if not facts.failed:
        return whole
    words = translate("General", "{size} ({failed} failed the hash check)")
    return words.format(size=whole, failed=formats.size(facts.failed))


def _rate_and_limit(rate: int, limit: int | None) -> str:
    words = (
        translate("General", "{rate}, limit {limit}") if formats.rate(rate) else translate("General", "limit {limit}")
    )
    if limit is None:
        return formats.rate(rate)
    return words.format(rate=formats.rate(rate), limit=formats.limit(limit))


def _time(seconds: int) -> str:
    return formats.duration(seconds, coarse=True) if seconds >= 60 else formats.duration(seconds) if seconds else ""


def _connections(torrent: Torrent, facts: Facts) -> str:
    count = formats.count(facts.connections)
    if facts.connections_limit is None:
        return count
    words = translate("General", "{count} of {limit} allowed")
    return words.format(count=count, limit=formats.count(facts.connections_limit))


def _of_swarm(connected: int, swarm: int | None) -> str:
    if swarm is None:
        return translate("General", "{count} connected").format(count=formats.count(connected))
    words = translate("General", "{count} connected, {swarm} in the swarm")
    return words.format(count=formats.count(connected), swarm=formats.count(swarm))


def _availability(torrent: Torrent, facts: Facts) -> str:
    if torrent.availability is None:
        return ""
    return translate("General", "{number} copies").format(number=formats.ratio(torrent.availability))


def _size(torrent: Torrent, facts: Facts) -> str:
    if not torrent.total_size:
        return ""
    if torrent.size == torrent.total_size:
        return formats.size(torrent.total_size)
    words = translate("General", "{all}, {wanted} of it wanted")
    return words.format(all=formats.size(torrent.total_size), wanted=formats.size(torrent.size))


def _pieces(torrent: Torrent, facts: Facts) -> str:
    if facts.pieces is None:
        return ""
    words = translate("General", "{count} × {size}, {have} here")
    return words.format(
        count=formats.count(facts.pieces.count),
        size=formats.piece_size(facts.pieces.size),
        have=formats.count(facts.pieces.have.count(1)),
    )


def _private(torrent: Torrent, facts: Facts) -> str:
    if not torrent.has_metadata:
        return ""
    return (
        translate("General", "yes: peers come from its trackers only")
        if torrent.private
        else translate("General", "no")
    )


def seen_complete(torrent: Torrent) -> str:
    """When a full copy was last seen; empty if it is not known, or there is no need for one."""
    if torrent.state in {State.SEEDING, State.FINISHED}:
        return ""
    return formats.age(torrent.last_seen_complete)
