# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the trackers table."""

import time
from collections.abc import Callable

from starling import formats
from starling.i18n import translate
from starling.spelling import shown
from starling.tracker import Announce, Kind, TrackerState
from starling.ui.cells import two_tone
from starling.ui.column import Align, Column, Export, Icon, Unit, natural
from starling.ui.details import timeline
from starling.ui.details.tracker_rows import TrackerRow
from starling.ui.details.tracker_words import again, masked, name_of, protocol_of, rest_of, status_words
from starling.ui.theme import Token

HOURS = "hours"
"""The column of the timeline, which knows by itself what lies under the pointer."""


def columns() -> list[Column[TrackerRow]]:
    """All of them."""
    return [
        Column(
            key="tier",
            title=translate("Trackers", "Tier"),
            # Two trackers of a tier stand in its order, which a drag can change.
            value=lambda row: None if row.tier is None else (row.tier, row.number),
            text=lambda row: "" if row.tier is None else formats.count(row.tier + 1),
            width=44,
            align=Align.CENTRE,
            exports=(Export(translate("Trackers", "Tier"), lambda row: None if row.tier is None else row.tier + 1),),
            help=translate("Trackers", "Trackers of a higher tier are asked when those before them do not answer."),
        ),
        Column(
            key="tracker",
            title=translate("Trackers", "Tracker"),
            value=lambda row: natural(name_of(row.tracker)),
            text=lambda row: name_of(row.tracker),
            width=220,
            stretch=True,
            least=170,
            tooltip=_address,
            # A table is passed on more easily than an address is copied.
            exports=(Export(translate("Trackers", "Tracker"), lambda row: _address(row) or name_of(row.tracker)),),
            spoken=lambda row: ", ".join(filter(None, (name_of(row.tracker), rest_of(row)))),
            paint=two_tone(lambda row: name_of(row.tracker), rest_of),
            extra=110,
        ),
        Column(
            key="protocol",
            title=translate("Trackers", "Protocol"),
            value=lambda row: protocol_of(row.tracker),
            text=lambda row: protocol_of(row.tracker),
            width=74,
            hidden=True,
        ),
        Column(
            key="status",
            title=translate("Trackers", "Status"),
            value=lambda row: list(TrackerState).index(row.tracker.state),
            text=status_words,
            width=168,
            icon=_icon,
            colour=_status_colour,
            tooltip=_status_tip,
            description=lambda row: row.tracker.message,
        ),
        _number("peers", translate("Trackers", "Peers got"), 78, _peers, spare=False),
        _number("seeds", translate("Trackers", "Seeds"), 62, lambda row: row.tracker.seeds),
        _number("leechers", translate("Trackers", "Leechers"), 74, lambda row: row.tracker.leeches),
        _number("downloads", translate("Trackers", "Downloads"), 86, lambda row: row.tracker.downloads),
        Column(
            key="rate",
            title=translate("Trackers", "Rate"),
            value=lambda row: row.tracker.rate or None,
            text=lambda row: formats.rate(row.tracker.rate),
            width=88,
            align=Align.RIGHT,
            hidden=True,
            unit=Unit.RATE,
            colour=Token.DOWN,
            help=translate("Trackers", "What a web seed sends now."),
        ),
        Column(
            key="got",
            title=translate("Trackers", "Data got"),
            value=lambda row: row.tracker.downloaded or None,
            text=lambda row: formats.size(row.tracker.downloaded) if row.tracker.downloaded else "",
            width=80,
            align=Align.RIGHT,
            hidden=True,
            unit=Unit.BYTES,
            help=translate("Trackers", "What came from a web seed since it is connected."),
        ),
        _age("asked", translate("Trackers", "Last asked"), lambda row: row.tracker.last_announce),
        Column(
            key="again",
            title=translate("Trackers", "Asks again in"),
            value=lambda row: row.tracker.next_announce,
            text=lambda row: again(row.tracker),
            width=106,
            align=Align.RIGHT,
            falling=False,
            unit=Unit.MOMENT,
            tooltip=lambda row: formats.moment(row.tracker.next_announce),
        ),
        Column(
            key="min",
            title=translate("Trackers", "May be asked in"),
            value=lambda row: row.tracker.min_announce,
            text=_earliest,
            width=116,
            align=Align.RIGHT,
            falling=False,
            hidden=True,
            unit=Unit.MOMENT,
            tooltip=lambda row: formats.moment(row.tracker.min_announce),
            help=translate("Trackers", "Before that the tracker does not want to be asked again."),
        ),
        Column(
            key="message",
            title=translate("Trackers", "Message"),
            value=lambda row: row.tracker.message,
            text=lambda row: row.tracker.message,
            width=220,
            hidden=True,
            colour=lambda row: Token.ERR if row.tracker.state is TrackerState.FAILED else Token.MUTED,
        ),
        _age("scraped", translate("Trackers", "Counts from"), lambda row: row.tracker.last_scrape, hidden=True),
        Column(
            key=HOURS,
            title=translate("Trackers", "Last 6 hours"),
            value=lambda row: timeline.tally(row.tracker.announces).number or None,
            text=lambda row: timeline.summary(timeline.tally(row.tracker.announces)),
            width=196,
            falling=True,
            exports=(),
            paint=timeline.painter_of(_announces, time.time),
        ),
    ]


def _address(row: TrackerRow) -> str:
    """Without its passkey; empty for what has none."""
    return shown(masked(row.url)) if "://" in row.url else ""


def _announces(row: object) -> tuple[Announce, ...]:
    return row.tracker.announces if isinstance(row, TrackerRow) else ()


def _peers(row: TrackerRow) -> int | None:
    # A tracker that knows nobody has answered; what found nobody on its own has nothing to say.
    return row.tracker.peers if row.tracker.kind is Kind.TRACKER else row.tracker.peers or None


def _number(
    key: str, title: str, width: int, value: Callable[[TrackerRow], int | None], *, spare: bool = True
) -> Column[TrackerRow]:
    def text(row: TrackerRow) -> str:
        number = value(row)
        return "" if number is None else formats.count(number)

    return Column(key=key, title=title, value=value, text=text, width=width, align=Align.RIGHT, spare=spare)


def _age(
    key: str, title: str, value: Callable[[TrackerRow], int | None], *, hidden: bool = False
) -> Column[TrackerRow]:
    return Column(
        key=key,
        title=title,
        value=value,
        text=lambda row: formats.age(value(row)),
        width=96,
        align=Align.RIGHT,
        hidden=hidden,
        unit=Unit.MOMENT,
        tooltip=lambda row: formats.moment(value(row)),
    )


_LOOKS = {
    TrackerState.WORKING: ("finished", Token.OK),
    TrackerState.FAILED: ("error", Token.ERR),
    TrackerState.ASKING: ("reannounce", Token.TEXT),
    TrackerState.NOT_ASKED: ("paused", Token.MUTED),
    TrackerState.OFF: ("close", Token.MUTED),
}


def _icon(row: TrackerRow) -> Icon:
    if row.tracker.state is TrackerState.WORKING and row.tracker.message and row.tracker.kind is Kind.TRACKER:
        return Icon("warning", Token.WARN)
    return Icon(*_LOOKS[row.tracker.state])


def _status_colour(row: TrackerRow) -> Token:
    # A tick is green enough; its word reads as any text. What waits in reserve is as it should be.
    state = row.tracker.state
    if state is TrackerState.WORKING or (row.reserve and state is TrackerState.NOT_ASKED):
        return Token.TEXT
    return _LOOKS[state][1]


def _status_tip(row: TrackerRow) -> str:
    hashes = [f"v{version}: {message}" for version, _state, message in row.tracker.versions if message]
    return "\n".join(hashes) or row.tracker.message or status_words(row)


def _earliest(row: TrackerRow) -> str:
    moment = row.tracker.min_announce
    if moment is None or row.tracker.state is TrackerState.OFF:
        return ""
    left = moment - time.time()
    return formats.duration(left, coarse=True) if left >= 1 else translate("Trackers", "now")
