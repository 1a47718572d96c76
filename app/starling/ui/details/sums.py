# SPDX-License-Identifier: GPL-3.0-or-later
"""What several selected torrents come to together, from their snapshots alone: 10,000 of them within a frame."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from starling import formats
from starling.i18n import Counted, translate
from starling.spelling import shown
from starling.torrent import State, Torrent
from starling.ui.details.factrows import Fact, Section, Show
from starling.ui.details.facts import of_swarm, share, size_and_wanted, with_session

_STATES = {id(state): state for state in State}
"""By identity, which C compares: an enum's hash is Python."""
_FOLDERS = 5
"""So many are named."""


@dataclass(frozen=True, slots=True)
class Sum:
    """Totals; the fields are called as in `Torrent`."""

    count: int
    states: tuple[tuple[State, int], ...]
    """The most frequent first."""
    size: int
    total_size: int
    done: int
    down: int
    up: int
    downloaded: int
    uploaded: int
    session_downloaded: int
    session_uploaded: int
    wasted: int
    seeds: int
    peers: int
    swarm_seeds: int | None
    """Of those torrents whose trackers say it; None if none does."""
    swarm_peers: int | None
    folders: tuple[str, ...]
    """The most frequent first."""
    labels: tuple[str, ...]
    """Those that all have."""
    private: int
    added: tuple[int, int] | None
    """The first and the last."""
    completed: tuple[int, int] | None
    last_activity: int | None

    @property
    def ratio(self) -> float:
        """Of the sums, not the mean of the ratios."""
        base = self.downloaded or self.done
        return self.uploaded / base if base else 0.0


def total(torrents: Sequence[Torrent]) -> Sum:
    """Add them up."""
    states = Counter(map(id, map(attrgetter("state"), torrents)))
    labels = Counter(map(attrgetter("labels"), torrents))
    common = set.intersection(*map(set, labels)) if labels else set()
    added, completed = _known(torrents, "added"), _known(torrents, "completed")
    return Sum(
        count=len(torrents),
        states=tuple((_STATES[number], count) for number, count in states.most_common()),
        size=_sum(torrents, "size"),
        total_size=_sum(torrents, "total_size"),
        done=_sum(torrents, "done"),
        down=_sum(torrents, "down"),
        up=_sum(torrents, "up"),
        downloaded=_sum(torrents, "downloaded"),
        uploaded=_sum(torrents, "uploaded"),
        session_downloaded=_sum(torrents, "session_downloaded"),
        session_uploaded=_sum(torrents, "session_uploaded"),
        wasted=_sum(torrents, "wasted"),
        seeds=_sum(torrents, "seeds"),
        peers=_sum(torrents, "peers"),
        swarm_seeds=_sum_known(torrents, "swarm_seeds"),
        swarm_peers=_sum_known(torrents, "swarm_peers"),
        folders=tuple(folder for folder, _ in Counter(map(attrgetter("save_path"), torrents)).most_common()),
        labels=tuple(sorted(common)),
        private=_sum(torrents, "private"),
        added=(min(added), max(added)) if added else None,
        completed=(min(completed), max(completed)) if completed else None,
        last_activity=max(_known(torrents, "last_activity"), default=None),
    )


def _sum(torrents: Sequence[Torrent], field: str) -> int:
    return sum(map(attrgetter(field), torrents))


def _known(torrents: Sequence[Torrent], field: str) -> list[int]:
    return list(filter(None, map(attrgetter(field), torrents)))


def _sum_known(torrents: Sequence[Torrent], field: str) -> int | None:
    values: Iterable[int | None] = map(attrgetter(field), torrents)
    found = [value for value in values if value is not None]
    return sum(found) if found else None


class Sums(Counted):
    """The texts of this module that count."""


def sections() -> tuple[Section[Sum], ...]:
    """The facts of a sum, in the order of the page."""
    return (
        Section(
            translate("Sums", "Transfer"),
            (
                Fact(translate("Sums", "States"), lambda s: "\n".join(states_in(s)), Show.LONG),
                Fact(translate("Sums", "Have"), lambda s: share(s.done, s.size)),
                Fact(translate("Sums", "Still to come"), lambda s: _size(s.size - s.done)),
                Fact(translate("Sums", "Downloaded"), lambda s: with_session(s.downloaded, s.session_downloaded)),
                Fact(translate("Sums", "Uploaded"), lambda s: with_session(s.uploaded, s.session_uploaded)),
                Fact(
                    translate("Sums", "Ratio"), lambda s: formats.ratio(s.ratio) if s.uploaded or s.downloaded else ""
                ),
                Fact(translate("Sums", "Down"), lambda s: formats.rate(s.down)),
                Fact(translate("Sums", "Up"), lambda s: formats.rate(s.up)),
                Fact(translate("Sums", "Wasted"), lambda s: _size(s.wasted)),
                Fact(translate("Sums", "Seeds"), lambda s: of_swarm(s.seeds, s.swarm_seeds)),
                Fact(translate("Sums", "Peers"), lambda s: of_swarm(s.peers, s.swarm_peers)),
            ),
        ),
        Section(
            translate("Sums", "Torrents"),
            (
                Fact(translate("Sums", "Number"), lambda s: formats.count(s.count)),
                Fact(translate("Sums", "Size"), lambda s: size_and_wanted(s.total_size, s.size)),
                Fact(translate("Sums", "Saved in"), _one_folder, Show.FOLDER),
                Fact(translate("Sums", "Folders"), _folders, Show.LONG),
                Fact(translate("Sums", "Labels of all"), lambda s: ", ".join(map(shown, s.labels)), Show.LONG),
                Fact(translate("Sums", "Private"), lambda s: formats.count(s.private) if s.private else ""),
            ),
        ),
        Section(
            translate("Sums", "Times"),
            (
                Fact(translate("Sums", "Added"), lambda s: _range(s.added), Show.LONG),
                Fact(translate("Sums", "Completed"), lambda s: _range(s.completed), Show.LONG),
                Fact(translate("Sums", "Last activity"), lambda s: formats.age(s.last_activity)),
            ),
        ),
    )


def states_in(found: Sum) -> list[str]:
    """How many torrents do what, the most frequent first."""
    return [_state(state, count) for state, count in found.states]


def _state(state: State, count: int) -> str:
    match state:
        case State.DOWNLOADING:
            return Sums.tr("%n downloading", "", count)
        case State.SEEDING:
            return Sums.tr("%n seeding", "", count)
        case State.STALLED:
            return Sums.tr("%n stalled", "", count)
        case State.METADATA:
            return Sums.tr("%n finding details", "", count)
        case State.CHECKING:
            return Sums.tr("%n checking", "", count)
        case State.MOVING:
            return Sums.tr("%n moving", "", count)
        case State.QUEUED:
            return Sums.tr("%n queued", "", count)
        case State.PAUSED:
            return Sums.tr("%n paused", "", count)
        case State.FINISHED:
            return Sums.tr("%n finished", "", count)
        case State.ERROR:
            return Sums.tr("%n with an error", "", count)


def _size(count: int) -> str:
    return formats.size(count) if count > 0 else ""


def _one_folder(found: Sum) -> str:
    return found.folders[0] if len(found.folders) == 1 else ""


def _folders(found: Sum) -> str:
    if len(found.folders) < 2:
        return ""
    named = [shown(folder) for folder in found.folders[:_FOLDERS]]
    more = len(found.folders) - len(named)
    return "\n".join([*named, Sums.tr("and %n more", "", more)] if more else named)


def _range(moments: tuple[int, int] | None) -> str:
    if moments is None:
        return ""
    first, last = map(formats.moment, moments)
    return first if first == last else translate("Sums", "{first} to {last}").format(first=first, last=last)
