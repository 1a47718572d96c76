# SPDX-License-Identifier: GPL-3.0-or-later
"""What a tracker's failure comes to, and what its user can do about it, for every cause."""

from starling.i18n import translate
from starling.tracker import Cause, Tracker
from starling.ui.details.tracker_words import protocol_of


def failure(tracker: Tracker, name: str) -> tuple[str, str]:
    """What it comes to, and what can be done."""
    udp = protocol_of(tracker) == "UDP"
    title, advice = translate("TrackersPage", "{name} does not work"), ""
    match tracker.cause:
        case Cause.NAME:
            title = translate("TrackersPage", "{name} was not found")
            advice = translate(
                "TrackersPage", "No server bears that name any more, or it is misspelt: correct it, or remove it."
            )
        case Cause.REFUSED:
            title = translate("TrackersPage", "{name} refuses connections")
            advice = translate(
                "TrackersPage", "The server is there, but no tracker runs at this port: it is down, or has moved."
            )
        case Cause.TIMED_OUT:
            title = translate("TrackersPage", "{name} does not answer")
            advice = (
                translate("TrackersPage", "The server is down, or something on the way drops UDP.")
                if udp
                else translate("TrackersPage", "The server is down or overloaded, or a firewall swallows what we ask.")
            )
        case Cause.UNREACHABLE:
            title = translate("TrackersPage", "{name} can't be reached")
            advice = translate("TrackersPage", "Look at IPv6, the VPN and the interface in the settings.")
        case Cause.CLOSED:
            title = translate("TrackersPage", "{name} cut the connection")
            advice = translate("TrackersPage", "Perhaps it is overloaded, or wants https.")
        case Cause.CERTIFICATE:
            title = translate("TrackersPage", "{name} can't prove who it is")
            advice = translate("TrackersPage", "Nothing was sent to it. Only its operator can mend the certificate.")
        case Cause.REDIRECT:
            title = translate("TrackersPage", "{name} has moved")
            advice = translate("TrackersPage", "Edit its address, if you trust the new one.")
        case Cause.HTTP:
            title = translate("TrackersPage", "{name} answers with an error")
            advice = translate("TrackersPage", "If it stays so, correct the address, or remove it.")
        case Cause.BAD_ANSWER:
            title = translate("TrackersPage", "{name} does not answer like a tracker")
            advice = translate("TrackersPage", "Its address may lead to a web page: look at it with Edit.")
        case Cause.TRACKER:
            title = translate("TrackersPage", "{name} turns this torrent down")
            advice = translate(
                "TrackersPage", "Only its site can tell why: an unknown torrent, another passkey, a client not allowed."
            )
        case Cause.BLOCKED:
            title = translate("TrackersPage", "{name} was not asked")
    return title.format(name=name), advice
