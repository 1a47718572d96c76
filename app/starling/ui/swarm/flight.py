# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests in flight to one peer against what its rate and the round trip ask for, in words."""

from starling import formats
from starling.i18n import Counted, translate
from starling.peer import Peer
from starling.swarm import pipeline


class Flight(Counted):
    """The texts that count."""


def in_flight(peer: Peer, request_time: int) -> str:
    """How many were asked for, and whether that is enough; nothing where none is. See `starling.swarm.pipeline`."""
    found = pipeline(peer, request_time)
    if not found.blocks:
        return ""
    asked = Flight.tr("%n blocks asked for and not here yet.", "", found.blocks)
    if found.wanted_blocks is None or peer.round_trip is None:
        return asked
    if found.enough:
        words = Flight.tr("Enough: {rate} with a round trip of {trip} need %n.", "blocks", found.wanted_blocks)
    else:
        words = Flight.tr("Too few: {rate} with a round trip of {trip} need %n.", "blocks", found.wanted_blocks)
    told = words.format(rate=formats.limit(peer.down), trip=_milliseconds(peer.round_trip))
    return translate("Flight", "{asked} {told}").format(asked=asked, told=told)


def _milliseconds(seconds: float) -> str:
    number = formats.count(max(1, round(seconds * 1000)))
    return translate("Flight", "{number} ms").format(number=number).replace(" ", formats.NBSP)
