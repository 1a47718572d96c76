# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the torrent list, one row of data each."""

from collections.abc import Callable

from starling import formats, goalwords
from starling.i18n import translate
from starling.torrent import NEVER, Torrent
from starling.ui import cells, etawords, labelcells, status
from starling.ui.column import Align, Column, Export, Unit, Weight, natural
from starling.ui.theme import Token

_MONTH = 30 * 86_400


def columns(colour: Callable[[str], str] = labelcells.grey) -> tuple[Column[Torrent], ...]:
    """The columns in their first order; titles in the language of this moment. `colour` is that of a label."""
    right = Align.RIGHT
    return (
        Column(
            key="name",
            title=translate("Torrents", "Name"),
            value=_name,
            text=lambda t: t.name,
            width=260,
            stretch=True,
            icon=status.icon,
            description=status.words,
        ),
        Column(
            key="size",
            title=translate("Torrents", "Size"),
            help=translate("Torrents", "Of the files that are wanted"),
            value=lambda t: t.size,
            text=lambda t: formats.size(t.size) if t.has_metadata else "",
            width=78,
            align=right,
            unit=Unit.BYTES,
        ),
        Column(
            key="progress",
            title=translate("Torrents", "Progress"),
            value=lambda t: t.progress,
            text=_percent,
            width=150,
            paint=cells.progress(_fraction, _percent, status.bar),
            spoken=_percent,
            extra=70,
            falling=True,
            exports=(Export(translate("Torrents", "Progress"), _fraction, Unit.FRACTION),),
        ),
        Column(
            key="status",
            title=translate("Torrents", "Status"),
            value=status.words,
            text=status.words,
            tooltip=status.tip,
            description=status.tip,
            width=196,
            colour=status.token,
        ),
        Column(
            key="down",
            title=translate("Torrents", "Down"),
            value=lambda t: t.down or None,
            text=lambda t: formats.rate(t.down),
            width=88,
            align=right,
            colour=Token.DOWN,
            weight=Weight.MEDIUM,
            unit=Unit.RATE,
        ),
        Column(
            key="up",
            title=translate("Torrents", "Up"),
            value=lambda t: t.up or None,
            text=lambda t: formats.rate(t.up),
            width=84,
            align=right,
            colour=Token.UP,
            weight=Weight.MEDIUM,
            unit=Unit.RATE,
        ),
        Column(
            key="eta",
            title=translate("Torrents", "Time left"),
            value=lambda t: t.eta,
            text=etawords.short,
            width=98,
            align=right,
            falling=False,
            colour=lambda t: Token.WARN if t.eta == NEVER else Token.TEXT,
            tooltip=etawords.tip,
            spoken=etawords.spoken,
            unit=Unit.SECONDS,
        ),
        _pair("seeds", translate("Torrents", "Seeds"), lambda t: t.seeds, lambda t: t.swarm_seeds, 84),
        _pair("peers", translate("Torrents", "Peers"), lambda t: t.peers, lambda t: t.swarm_peers, 74),
        Column(
            key="ratio",
            title=translate("Torrents", "Ratio"),
            value=lambda t: t.ratio,
            text=lambda t: formats.ratio(t.ratio) if t.has_metadata else "",
            width=60,
            align=right,
            spare=True,
        ),
        _moment("added", translate("Torrents", "Added"), lambda t: t.added or None, hidden=False),
        Column(
            key="queue",
            title="#",
            help=translate("Torrents", "Place in the queue"),
            value=lambda t: t.queue,
            text=lambda t: "" if t.queue is None else formats.count(t.queue + 1),
            width=40,
            align=right,
            falling=False,
            spare=True,
            colour=Token.MUTED,
            exports=(Export("#", lambda t: None if t.queue is None else t.queue + 1),),
        ),
        *_further(colour),
    )


def _further(colour: Callable[[str], str]) -> tuple[Column[Torrent], ...]:
    size, rate = formats.size, formats.limit
    return (
        _text("tracker", translate("Torrents", "Tracker"), lambda t: t.tracker or next(iter(t.tracker_hosts), "")),
        labelcells.column(colour),
        _text("save_path", translate("Torrents", "Folder"), lambda t: t.save_path, width=220),
        _text("destination", translate("Torrents", "When complete"), lambda t: t.destination, width=220),
        _number("total_size", translate("Torrents", "Total size"), lambda t: t.total_size or None, size, Unit.BYTES),
        _number("done", translate("Torrents", "Completed"), lambda t: t.done or None, size, Unit.BYTES),
        _number("remaining", translate("Torrents", "Remaining"), lambda t: t.size - t.done or None, size, Unit.BYTES),
        _number("downloaded", translate("Torrents", "Downloaded"), lambda t: t.downloaded or None, size, Unit.BYTES),
        _number("wasted", translate("Torrents", "Wasted"), lambda t: t.wasted or None, size, Unit.BYTES),
        _number("uploaded", translate("Torrents", "Uploaded"), lambda t: t.uploaded or None, size, Unit.BYTES),
        _number(
            "session_downloaded",
            translate("Torrents", "Session downloaded"),
            lambda t: t.session_downloaded or None,
            size,
            Unit.BYTES,
        ),
        _number(
            "session_uploaded",
            translate("Torrents", "Session uploaded"),
            lambda t: t.session_uploaded or None,
            size,
            Unit.BYTES,
        ),
        _number("down_limit", translate("Torrents", "Down limit"), lambda t: t.down_limit, rate, Unit.RATE),
        _number("up_limit", translate("Torrents", "Up limit"), lambda t: t.up_limit, rate, Unit.RATE),
        _number("availability", translate("Torrents", "Availability"), lambda t: t.availability, formats.ratio),
        _number(
            "popularity",
            translate("Torrents", "Popularity"),
            popularity,
            formats.ratio,
            help=translate("Torrents", "Ratio gained in a month of activity"),
        ),
        _number(
            "active_time",
            translate("Torrents", "Time active"),
            lambda t: t.active_time or None,
            formats.duration,
            Unit.SECONDS,
        ),
        _number(
            "seeding_time",
            translate("Torrents", "Time seeding"),
            lambda t: t.seeding_time or None,
            formats.duration,
            Unit.SECONDS,
        ),
        _number(
            "reannounce", translate("Torrents", "Asks again in"), lambda t: t.reannounce, formats.duration, Unit.SECONDS
        ),
        *_goal_columns(),
        _moment("completed", translate("Torrents", "Completed on"), lambda t: t.completed),
        _moment("created", translate("Torrents", "Created on"), lambda t: t.created),
        _moment("seen_complete", translate("Torrents", "Last seen complete"), lambda t: t.last_seen_complete),
        _moment("activity", translate("Torrents", "Last activity"), lambda t: t.last_activity),
        _text("hash_v1", translate("Torrents", "Info-hash v1"), lambda t: t.hash_v1, width=280),
        _text("hash_v2", translate("Torrents", "Info-hash v2"), lambda t: t.hash_v2, width=280),
        _text("private", translate("Torrents", "Private"), _private),
    )


def _goal_columns() -> tuple[Column[Torrent], ...]:
    return (
        Column(
            key="goal",
            title=translate("Torrents", "Seeding goal"),
            help=translate("Torrents", "Until when it is seeded"),
            value=_goal,
            text=_goal,
            tooltip=_goal_sentence,
            width=150,
            hidden=True,
        ),
        Column(
            key="goal_left",
            title=translate("Torrents", "Goal left"),
            help=translate("Torrents", "What is left of the seeding goal"),
            value=lambda t: None if t.goal is None else goalwords.share_left(t.goal),
            text=_goal_left,
            tooltip=_goal_sentence,
            width=130,
            align=Align.RIGHT,
            hidden=True,
            falling=False,
            exports=(Export(translate("Torrents", "Goal left"), _goal_left),),
        ),
    )


def _goal(torrent: Torrent) -> str:
    return "" if torrent.goal is None else goalwords.asked(torrent.goal.goal)


def _goal_left(torrent: Torrent) -> str:
    return "" if torrent.goal is None else goalwords.left(torrent.goal)


def _goal_sentence(torrent: Torrent) -> str:
    return "" if torrent.goal is None else goalwords.sentence(torrent.goal)


def _text(key: str, title: str, text: Callable[[Torrent], str], width: float = 130) -> Column[Torrent]:
    return Column(key=key, title=title, value=lambda t: natural(text(t)), text=text, width=width, hidden=True)


def _number(
    key: str,
    title: str,
    value: Callable[[Torrent], float | None],
    words: Callable[..., str],
    unit: Unit | None = None,
    help: str = "",
) -> Column[Torrent]:
    def text(torrent: Torrent) -> str:
        found = value(torrent)
        return "" if found is None else words(found)

    return Column(
        key=key, title=title, help=help, value=value, text=text, width=96, align=Align.RIGHT, hidden=True, unit=unit
    )


def _moment(key: str, title: str, value: Callable[[Torrent], int | None], *, hidden: bool = True) -> Column[Torrent]:
    return Column(
        key=key,
        title=title,
        value=value,
        text=lambda t: formats.age(value(t)),
        tooltip=lambda t: formats.moment(value(t)),
        width=132,
        align=Align.RIGHT,
        hidden=hidden,
        spare=not hidden,
        colour=Token.MUTED,
        unit=Unit.MOMENT,
    )


def _pair(
    key: str,
    title: str,
    ours: Callable[[Torrent], int],
    swarm: Callable[[Torrent], int | None],
    width: float,
) -> Column[Torrent]:
    def connected(torrent: Torrent) -> str:
        return formats.count(ours(torrent)) if ours(torrent) or swarm(torrent) is not None else ""

    def swarm_count(torrent: Torrent) -> int | None:
        # What a tracker said is some minutes old; fewer than are connected is no count of the swarm.
        count = swarm(torrent)
        return None if count is None or count < ours(torrent) else count

    def known(torrent: Torrent) -> str:
        count = swarm_count(torrent)
        return "" if count is None else formats.count(count)

    def text(torrent: Torrent) -> str:
        return " / ".join(filter(None, (connected(torrent), known(torrent))))

    return Column(
        key=key,
        title=title,
        help=translate("Torrents", "Connected / known to the trackers"),
        value=lambda t: (ours(t), swarm(t) or 0),
        text=text,
        width=width,
        align=Align.RIGHT,
        spare=True,
        paint=cells.pair(connected, known),
        spoken=lambda t: _spoken_pair(ours(t), swarm_count(t)),
        exports=(
            Export(translate("Torrents", "{title}, connected").format(title=title), ours),
            Export(translate("Torrents", "{title}, known").format(title=title), swarm),
        ),
    )


def _spoken_pair(ours: int, swarm: int | None) -> str:
    if swarm is None:
        return translate("Torrents", "{connected} connected").format(connected=ours)
    return translate("Torrents", "{connected} connected of {known}").format(connected=ours, known=swarm)


def _name(torrent: Torrent) -> str:
    return natural(torrent.name)


def _fraction(torrent: Torrent) -> float | None:
    return torrent.progress if torrent.has_metadata else None


def _percent(torrent: Torrent) -> str:
    return formats.percent(torrent.progress) if torrent.has_metadata else ""


def popularity(torrent: Torrent) -> float | None:
    """The ratio it gains in a month of activity."""
    return torrent.ratio * _MONTH / torrent.active_time if torrent.ratio and torrent.active_time else None


def _private(torrent: Torrent) -> str:
    return translate("Torrents", "Yes") if torrent.private else ""
