# SPDX-License-Identifier: GPL-3.0-or-later
"""Announces in rounds: a hybrid torrent announces both of its hashes (BEP 52), from each socket, and that is one."""

from collections.abc import Iterable
from enum import Enum

from starling.i18n import translate
from starling.tracker import Announce
from starling.ui.details.tracker_words import announce_words, clock, event_words, outcome_words

_TOGETHER = 5.0
"""Seconds within which the other hash follows."""
_AT_ONCE = 1.0
"""Seconds within which the other socket does; nobody asks twice as fast."""

Round = tuple[Announce, ...]
"""What was asked at one time, the first first; never empty."""


class Mark(Enum):
    """What became of a round; where there is room for one of several, the gravest is shown."""

    ANSWERED = 0
    WARNED = 1
    """With a warning, or not for every hash."""
    FAILED = 2


def rounds(announces: Iterable[Announce]) -> list[Round]:
    """The rounds of these announces, which come the oldest first, as they do."""
    found: list[list[Announce]] = []
    for announce in announces:
        for group in found[-2:]:
            if _belongs(announce, group):
                group.append(announce)
                break
        else:
            found.append([announce])
    return [tuple(group) for group in found]


def _belongs(announce: Announce, group: list[Announce]) -> bool:
    later = abs(announce.at - group[0].at)
    if announce.event is not group[0].event or later > _TOGETHER:
        return False
    same = [other for other in group if other.version == announce.version]
    return not same or abs(announce.at - same[0].at) < _AT_ONCE


def in_part(one: Round) -> bool:
    """Whether some of it was answered, and some not."""
    return len({announce.failed for announce in one}) > 1


def mark_of(one: Round) -> Mark:
    """Its mark."""
    if all(announce.failed for announce in one):
        return Mark.FAILED
    return Mark.WARNED if any(announce.message or announce.failed for announce in one) else Mark.ANSWERED


def round_words(one: Round, *, both: bool) -> str:
    """One line: time and event, and what came of it, for each hash where that differs; `both` says there are two."""
    if len(one) == 1:
        return announce_words(one[0], both=both)
    words = [clock(one[0].at), event_words(one[0].event)]
    ordered = sorted(one, key=lambda announce: announce.version)
    slowest = max(one, key=lambda announce: announce.latency or 0.0)
    if len({(announce.peers, announce.cause, announce.message) for announce in one}) == 1:
        if len({announce.version for announce in one}) > 1:
            words.append(translate("Trackers", "both hashes"))
        return ", ".join([*words, *outcome_words(slowest)])
    parts = []
    for announce in ordered:
        outcome = ", ".join(outcome_words(announce))
        name = translate("Trackers", "hash v{number}").format(number=announce.version)
        parts.append(f"{name}: {outcome}" if both else outcome)
    return ", ".join([*words, "; ".join(dict.fromkeys(parts))])
