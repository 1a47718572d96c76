# SPDX-License-Identifier: GPL-3.0-or-later
"""How a torrent's state reads: the word, the icon's shape and the colour, always all three."""

from starling import formats, goalwords
from starling.i18n import Counted, translate
from starling.torrent import State, Torrent
from starling.ui import schedulewords
from starling.ui.column import Icon
from starling.ui.icons import STATE_ICONS
from starling.ui.theme import Token
from starling.ui.whytone import Tone, tone
from starling.why import words as whywords
from starling.why.reason import Cause

_TOKENS = {
    State.DOWNLOADING: Token.DOWN,
    State.SEEDING: Token.OK,
    State.STALLED: Token.WARN,
    State.METADATA: Token.TEXT,
    State.CHECKING: Token.TEXT,
    State.MOVING: Token.TEXT,
    State.QUEUED: Token.MUTED,
    State.PAUSED: Token.MUTED,
    State.FINISHED: Token.OK,
    State.ERROR: Token.ERR,
}
_ICONS = {state: Icon(name, _TOKENS[state]) for state, name in STATE_ICONS.items()}
_UNMOVED = {state: Icon(STATE_ICONS[state], Token.WARN) for state in (State.SEEDING, State.FINISHED)}
"""Of those that are complete and not where they belong."""
_LOUD = {State.STALLED, State.ERROR, State.PAUSED, State.QUEUED}
"""States whose colour their text takes too; the others read as any text."""
_EXPLAINED = {State.STALLED, State.METADATA, State.PAUSED, State.ERROR}
"""States of which the cause says more than they do, always; how far a check or a move is says the torrent itself."""

_BARS = {
    State.DOWNLOADING: Token.HAVE,
    State.METADATA: Token.HAVE,
    State.STALLED: Token.WARN,
    State.ERROR: Token.ERR,
    State.SEEDING: Token.OK,
    State.FINISHED: Token.OK,
}


class Status(Counted):
    """The texts of this module that count."""


def icon(torrent: Torrent) -> Icon:
    """The state's shape in its colour."""
    return _UNMOVED[torrent.state] if _is_unmoved(torrent) else _ICONS[torrent.state]


def token(torrent: Torrent) -> Token:
    """The colour of the state's text."""
    if _is_unmoved(torrent):
        return Token.WARN
    if torrent.state is State.METADATA and torrent.why is not None and tone(torrent.why.cause) is Tone.STUCK:
        return Token.WARN
    return _TOKENS[torrent.state] if torrent.state in _LOUD else Token.TEXT


def bar(torrent: Torrent) -> Token:
    """The colour of the progress bar; complete is green whatever the torrent does now."""
    if torrent.complete and torrent.state is not State.ERROR:
        return Token.OK
    return _BARS.get(torrent.state, Token.FAINT)


def words(torrent: Torrent) -> str:
    """The state in a few words, with what stands in its way."""
    if _is_unmoved(torrent):
        return translate("Status", "Complete, but not moved: {reason}").format(reason=torrent.unmoved)
    if _is_explained(torrent) and torrent.why is not None:
        return whywords.short(torrent.why)
    match torrent.state:
        case State.DOWNLOADING:
            return translate("Status", "Downloading")
        case State.SEEDING:
            idle = not torrent.up and not torrent.peers and not torrent.seeds
            return translate("Status", "Seeding, nobody asks") if idle else translate("Status", "Seeding")
        case State.STALLED:
            return _stalled(torrent)
        case State.METADATA:
            count = torrent.peers + torrent.seeds
            return Status.tr("Finding details, %n peers", "", count)
        case State.CHECKING:
            return translate("Status", "Checking")
        case State.MOVING:
            return _moving(torrent)
        case State.QUEUED:
            if torrent.wait is not None:
                return schedulewords.waiting(torrent.wait)
            if torrent.queue is None:
                return translate("Status", "Queued")
            return translate("Status", "Queued, number {number}").format(number=formats.count(torrent.queue + 1))
        case State.PAUSED:
            return translate("Status", "Paused")
        case State.FINISHED:
            if torrent.goal is not None and torrent.goal.reached is not None and torrent.goal.rests:
                return translate("Status", "Finished, {goal} reached").format(goal=goalwords.by(torrent.goal.reached))
            return translate("Status", "Finished")
        case State.ERROR:
            return torrent.error


def tip(torrent: Torrent) -> str:
    """What the words leave out; empty where they say everything."""
    said = [why(torrent)]
    if torrent.goal is not None and torrent.goal.reached is not None:
        said.append(goalwords.sentence(torrent.goal))
    return "\n".join(filter(None, said))


def why(torrent: Torrent) -> str:
    """Why it does not move, with the evidence; empty where it does, or has nothing to do."""
    # Who paused it knows.
    if torrent.why is None or torrent.why.cause is Cause.PAUSED:
        return ""
    return whywords.sentence(torrent.why)


def _is_explained(torrent: Torrent) -> bool:
    match torrent.state:
        case State.SEEDING:
            # What goes on says more than why it might be faster.
            return not torrent.up
        case State.QUEUED:
            # The schedule's own words know its hours better.
            return torrent.wait is None
    return torrent.state in _EXPLAINED


def _is_unmoved(torrent: Torrent) -> bool:
    return bool(torrent.unmoved) and torrent.state in _UNMOVED


def _moving(torrent: Torrent) -> str:
    way = torrent.moving
    if way is None:
        return translate("Status", "Moving")
    rate = formats.rate(way.rate)
    if rate:
        # The rate first: folders are long, and cut off at the end.
        return translate("Status", "Moving at {rate} to {folder}").format(folder=way.target, rate=rate)
    return translate("Status", "Moving to {folder}").format(folder=way.target)


def _stalled(torrent: Torrent) -> str:
    if not torrent.peers + torrent.seeds:
        return translate("Status", "Stalled: no peers")
    return Status.tr("Stalled: %n peers, none sends", "", torrent.peers + torrent.seeds)
