# SPDX-License-Identifier: GPL-3.0-or-later
"""The sentence above the trackers table: how many work and what they gave, how many fail, and what else found peers."""

from collections.abc import Sequence

from starling import formats
from starling.i18n import Counted, translate
from starling.tracker import Kind, Tracker, TrackerState
from starling.ui.details.sentence import Segment, rich, strong
from starling.ui.theme import Token


class TrackersPage(Counted):
    """Counted texts."""


def header(found: Sequence[Tracker]) -> tuple[list[Segment], list[Segment]]:
    """Above the table: how many trackers work and what they gave, how many fail; and what else found peers."""
    trackers = [tracker for tracker in found if tracker.kind is Kind.TRACKER]
    main = _all(trackers)
    failing = sum(1 for tracker in trackers if tracker.state is TrackerState.FAILED)
    if failing:
        main += [Segment(" "), strong(TrackersPage.tr("%n fail.", "", failing), Token.ERR)]
    others = sum(t.peers or 0 for t in found if t.kind in {Kind.DHT, Kind.PEX, Kind.LSD})
    more = []
    if others:
        words = TrackersPage.tr("DHT, peer exchange and local network found %n more.", "", others)
        more.append(Segment(words, Token.MUTED))
    seeds = [tracker for tracker in found if tracker.kind is Kind.WEB_SEED]
    if seeds:
        rate = sum(seed.rate for seed in seeds)
        words = TrackersPage.tr("%n web seeds send {rate}.", "", len(seeds)) if rate >= 1000 else ""
        words = words.format(rate=formats.rate(rate)) or TrackersPage.tr("%n web seeds.", "", len(seeds))
        more.append(Segment(f" {words}" if more else words, Token.MUTED))
    return main, more


def _all(trackers: list[Tracker]) -> list[Segment]:
    if not trackers:
        return [
            Segment(
                translate(
                    "TrackersPage",
                    "This torrent has no trackers: peers come by DHT, peer exchange and local network.",
                )
            )
        ]
    working = [tracker for tracker in trackers if tracker.state is TrackerState.WORKING]
    got = sum(tracker.peers or 0 for tracker in working)
    ago = formats.age(max((tracker.last_announce or 0 for tracker in working), default=0) or None)
    values = {
        "working": strong(formats.count(len(working))),
        "all": Segment(formats.count(len(trackers))),
        "peers": strong(formats.count(got)),
        "ago": Segment(ago),
    }
    if len(working) > 1 and ago:
        gave = TrackersPage.tr("They gave {peers} peers, the last {ago}.", "", got)
    elif len(working) > 1:
        gave = TrackersPage.tr("They gave {peers} peers.", "", got)
    elif ago:
        gave = TrackersPage.tr("It gave {peers} peers {ago}.", "", got)
    else:
        gave = TrackersPage.tr("It gave {peers} peers.", "", got)
    if len(trackers) == 1 and working:
        words = " ".join([translate("TrackersPage", "The tracker works."), gave])
    elif len(trackers) == 1:
        words = {
            TrackerState.ASKING: translate("TrackersPage", "The tracker is being asked."),
            TrackerState.FAILED: translate("TrackersPage", "The tracker does not work."),
            TrackerState.OFF: translate("TrackersPage", "The tracker is off."),
        }.get(trackers[0].state, "") or (
            translate("TrackersPage", "The tracker is not asked now.")
            if trackers[0].last_announce
            else translate("TrackersPage", "The tracker has not been asked yet.")
        )
    elif working:
        words = " ".join([TrackersPage.tr("{working} of {all} trackers work.", "", len(working)), gave])
    elif all(tracker.state is TrackerState.OFF for tracker in trackers):
        words = translate("TrackersPage", "All of {all} trackers are off.")
    elif any(tracker.state is TrackerState.NOT_ASKED and tracker.last_announce for tracker in trackers):
        words = translate("TrackersPage", "None of {all} trackers works now.")
    else:
        words = translate("TrackersPage", "None of {all} trackers has answered yet.")
    return rich(words, values)
