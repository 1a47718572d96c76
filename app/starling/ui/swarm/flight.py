# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests in flight to one peer, and how long they last at its rate, in words."""

from starling import formats
from starling.i18n import Counted, translate
from starling.peer import Peer
from starling.swarm import pipeline


class Flight(Counted):
    """The texts that count."""


def in_flight(peer: Peer) -> str:
    """How many were asked for, and for how long that is; nothing where none is. See `starling.swarm.pipeline`."""
    found = pipeline(peer)
    if not found.blocks:
        return ""
    asked = Flight.tr("%n blocks asked for and not here yet.", "", found.blocks)
    if found.seconds is None:
        return asked
    told = translate("Flight", "At its rate they last less than a second.")
    if found.seconds >= 1:
        words = translate("Flight", "At its rate they last {duration}.")
        told = words.format(duration=formats.duration(found.seconds))
    return translate("Flight", "{asked} {told}").format(asked=asked, told=told)
