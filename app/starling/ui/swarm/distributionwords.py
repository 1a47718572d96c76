# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said of distribution times: the values at a count of peers, and where the rates are from."""

import math

from starling import formats
from starling.distribution import Basis, Figures
from starling.i18n import Counted, translate
from starling.ui.swarm.distributionscale import Unit

_CAUTION = 1.05
"""The slowest is told of if it takes so many times as long as sharing would."""
_COARSE = 600.0
"""Seconds from which minutes will do."""
_EXAMPLE = 30
"""Peers for whom times are told where there is nobody: those of the study."""


class Distribution(Counted):
    """Texts that count."""


def caption(unit: Unit) -> str:
    """What stands on the axis of times."""
    return {
        Unit.SECONDS: translate("Distribution", "Seconds until everybody in the swarm has the file"),
        Unit.MINUTES: translate("Distribution", "Minutes until everybody in the swarm has the file"),
        Unit.HOURS: translate("Distribution", "Hours until everybody in the swarm has the file"),
        Unit.DAYS: translate("Distribution", "Days until everybody in the swarm has the file"),
        Unit.YEARS: translate("Distribution", "Years until everybody in the swarm has the file"),
    }[unit]


def time_of(seconds: float) -> str:
    """A time, never 0: bounds are told from a second on."""
    if math.isinf(seconds):
        return formats.eta(seconds)
    return formats.duration(max(1.0, seconds), coarse=seconds >= _COARSE)


def counted(figures: Figures) -> int:
    """For how many peers times are told."""
    return figures.peers or _EXAMPLE


def who(figures: Figures) -> str:
    """How many peers are meant, and who says so."""
    if not figures.peers:
        return Distribution.tr("Nobody lacks it now; with %n peers it would be:", "", _EXAMPLE)
    if figures.peers > figures.connected + (not figures.seeding):
        return Distribution.tr("With the %n peers that the trackers count", "", figures.peers)
    if not figures.seeding:
        return Distribution.tr("With the %n peers you see, yourself included", "", figures.peers)
    return Distribution.tr("With the %n peers you see", "", figures.peers)


def at(figures: Figures, peers: int) -> list[str]:
    """Both times with so many peers, for who points at them or listens."""
    return [
        Distribution.tr("%n peers", "", peers),
        translate("Distribution", "one server: {time}").format(time=time_of(figures.alone(peers))),
        translate("Distribution", "sharing: {time}").format(time=time_of(figures.sharing(peers))),
    ]


def basis(figures: Figures) -> list[str]:
    """Where the rates are from: what was measured, and what is assumed.

    What other seeds give cannot be told from what peers pass on: both come from others than the server.
    """
    if figures.model:
        model = translate("Distribution", "Model: each peer sends the file once an hour, the server ten times.")
        return [model, translate("Distribution", "Nothing moves that could be measured.")] if figures.peers else [model]
    return [_server(figures), _each(figures), *_slowest(figures)]


def _server(figures: Figures) -> str:
    server = figures.server
    rate = formats.limit(round(server.value))
    if server.basis is Basis.ASSUMED:
        return translate("Distribution", "Assumed: one server would send {rate}, ten times what a peer does.").format(
            rate=rate
        )
    if server.basis is Basis.LIMIT:
        return translate("Distribution", "The server is you, at your limit of {rate}: nothing was sent yet.").format(
            rate=rate
        )
    if figures.seeding:
        return translate("Distribution", "The server is you: {rate} at most in the last 2 minutes, measured.").format(
            rate=rate
        )
    return Distribution.tr(
        "The server is what %n connected seeds send you: {rate}, measured.", "", server.count
    ).format(rate=rate)


def _each(figures: Figures) -> str:
    each = figures.each
    rate = formats.limit(round(each.value)) if each.value >= 1 else formats.size(0)
    if each.basis is Basis.ASSUMED:
        return translate("Distribution", "Assumed: each peer passes on {rate}, a tenth of that.").format(rate=rate)
    if each.value < 1:
        return Distribution.tr("Nobody passes on anything yet: %n peers were measured.", "", each.count)
    if figures.others:
        words = Distribution.tr(
            "From others, seeds among them, each peer gets {rate}, the mean of %n measured.", "", each.count
        )
        return words.format(rate=rate)
    return Distribution.tr(
        "From others each peer gets {rate}, the mean of %n measured: so much is passed on.", "", each.count
    ).format(rate=rate)


def _slowest(figures: Figures) -> list[str]:
    last = figures.last
    if figures.slowest is None or last is None or last <= figures.sharing(max(1, figures.peers)) * _CAUTION:
        return []
    text = translate("Distribution", "The slowest gets {rate} now, and would need {time} for all of it.")
    return [text.format(rate=formats.limit(round(figures.slowest.value)), time=time_of(last))]
