# SPDX-License-Identifier: GPL-3.0-or-later
"""The time that is left, in words: how long, between what it may be, and why it is not known or never comes."""

from starling import formats
from starling.i18n import Counted, translate
from starling.torrent import NEVER, State, Torrent
from starling.why.reason import Cause


class TimeLeft(Counted):
    """The texts that count."""


def short(torrent: Torrent) -> str:
    """For a cell."""
    return formats.eta_range(torrent.eta, torrent.eta_range)


def spoken(torrent: Torrent) -> str:
    """The cell read aloud."""
    return formats.eta_spoken(torrent.eta, torrent.eta_range)


def row(torrent: Torrent) -> str:
    """For a row of facts: also the reason, and what is likely."""
    if torrent.eta == NEVER:
        return translate("TimeLeft", "never: {reason}").format(reason=_missing(torrent))
    likely, between = formats.eta(torrent.eta), short(torrent)
    if likely == between:
        return likely
    return translate("TimeLeft", "{likely} (it may be {between})").format(likely=likely, between=between)


def tip(torrent: Torrent) -> str:
    """Sentences: how it is known, or why it is not."""
    if torrent.eta is None:
        return _unknown(torrent)
    if torrent.eta == NEVER:
        words = translate("TimeLeft", "Never, as things stand: {reason}, and the trackers know of no seed.")
        return words.format(reason=_missing(torrent))
    likely = formats.eta(torrent.eta)
    if torrent.eta_range is None:
        words = translate("TimeLeft", "{likely}, at the pace of the last minute.")
        return words.format(likely=likely)
    best, worst = map(formats.eta, torrent.eta_range)
    if torrent.eta_range[1] == NEVER:
        words = translate(
            "TimeLeft",
            "Likely {likely}, at the pace of the last minute. At best {best}: it comes in gusts, and in half of "
            "the last five minutes nothing came.",
        )
        return words.format(likely=likely, best=best)
    words = translate(
        "TimeLeft",
        "Likely {likely}, at the pace of the last minute. At best {best}, as fast as in the better half of the last "
        "five minutes; at worst {worst}, as in the other half.",
    )
    return words.format(likely=likely, best=best, worst=worst)


def _missing(torrent: Torrent) -> str:
    why = torrent.why
    if why is not None and why.cause is Cause.MISSING_PIECES and why.evidence.missing:
        return TimeLeft.tr("%n pieces are missing that nobody connected has", "", why.evidence.missing)
    return translate("TimeLeft", "pieces are missing that nobody connected has")


def _unknown(torrent: Torrent) -> str:
    if torrent.state is not State.DOWNLOADING or not torrent.down:
        return ""
    if torrent.availability is not None and torrent.availability < 1 and torrent.size == torrent.total_size:
        return translate(
            "TimeLeft", "Not known: how fast the other pieces come says nothing of those that nobody connected has."
        )
    return ""
