# SPDX-License-Identifier: GPL-3.0-or-later
"""Causes by name, and how loud each is: what is wrong, what only takes its time, and what its owner wanted."""

from enum import Enum

from starling.i18n import translate
from starling.why.reason import Cause


class Tone(Enum):
    """How loud a cause is said."""

    QUIET = "quiet"
    """Wanted so, or nothing anybody misses."""
    BUSY = "busy"
    """It is being seen to: there is nothing to do but to wait."""
    STUCK = "stuck"
    """It keeps a wanted download from moving."""
    BROKEN = "broken"
    """It ends only if somebody does something about it."""


_QUIET = {
    *(Cause.PAUSED, Cause.QUEUED, Cause.SCHEDULE, Cause.SKIPPED),
    *(Cause.NOBODY_ASKS, Cause.NOBODY_WANTS, Cause.UP_LIMIT, Cause.SLOTS),
}
_BUSY = {
    *(Cause.OPENING, Cause.CHECKING, Cause.CHECK_WAITS, Cause.MOVING),
    *(Cause.SEARCHING, Cause.CONNECTING, Cause.WAITING),
}
_BROKEN = {
    *(Cause.DISK_FULL, Cause.LOW_SPACE, Cause.READ_ONLY, Cause.MISSING_FILES, Cause.NO_DRIVE, Cause.DISK_ERROR),
}


def tone(cause: Cause) -> Tone:
    """How loud it is said."""
    if cause in _QUIET:
        return Tone.QUIET
    if cause in _BUSY:
        return Tone.BUSY
    return Tone.BROKEN if cause in _BROKEN else Tone.STUCK


def name(cause: Cause) -> str:
    """A cause in a few words, as the filter offers it."""
    return {
        Cause.PAUSED: translate("Why", "Paused"),
        Cause.QUEUED: translate("Why", "Waits for its turn"),
        Cause.SCHEDULE: translate("Why", "Waits for the schedule"),
        Cause.SKIPPED: translate("Why", "Every file is skipped"),
        Cause.OPENING: translate("Why", "Being opened"),
        Cause.CHECKING: translate("Why", "Being checked"),
        Cause.CHECK_WAITS: translate("Why", "Waits to be checked"),
        Cause.MOVING: translate("Why", "Being moved"),
        Cause.DISK_FULL: translate("Why", "Disk full"),
        Cause.LOW_SPACE: translate("Why", "Disk nearly full"),
        Cause.READ_ONLY: translate("Why", "Can't write"),
        Cause.MISSING_FILES: translate("Why", "Files are missing"),
        Cause.NO_DRIVE: translate("Why", "Drive or folder is not there"),
        Cause.DISK_ERROR: translate("Why", "Another error of the disk"),
        Cause.DISK_SLOW: translate("Why", "Disk does not keep up"),
        Cause.OFFLINE: translate("Why", "No connection to the network"),
        Cause.PROXY: translate("Why", "Proxy does not work"),
        Cause.NOT_LISTENING: translate("Why", "No port is open"),
        Cause.UNREACHABLE: translate("Why", "Nobody can connect to us"),
        Cause.NO_SOURCES: translate("Why", "Nobody to ask for peers"),
        Cause.UNREGISTERED: translate("Why", "Tracker refuses it"),
        Cause.TRACKERS_FAIL: translate("Why", "Trackers fail"),
        Cause.NOBODY_THERE: translate("Why", "Nobody else has it"),
        Cause.SEARCHING: translate("Why", "Looking for peers"),
        Cause.CONNECTING: translate("Why", "Connecting to peers"),
        Cause.NO_ANSWER: translate("Why", "No peer answers"),
        Cause.FILTERED: translate("Why", "Peers are kept out by bans"),
        Cause.ENCRYPTION: translate("Why", "Encryption does not match"),
        Cause.CONNECTION_LIMIT: translate("Why", "Too many connections"),
        Cause.METADATA_NO_PEERS: translate("Why", "Details: no peers"),
        Cause.METADATA_UNANSWERED: translate("Why", "Details: nobody answers"),
        Cause.METADATA_UNSUPPORTED: translate("Why", "Details: nobody can send them"),
        Cause.METADATA_WRONG: translate("Why", "Details: what came is wrong"),
        Cause.DOWN_LIMIT: translate("Why", "Download limit"),
        Cause.MISSING_PIECES: translate("Why", "Nobody has the missing pieces"),
        Cause.NOTHING_NEEDED: translate("Why", "Peers have nothing we need"),
        Cause.CHOKED_BY_LIMIT: translate("Why", "Peers choke us: low upload limit"),
        Cause.CHOKED: translate("Why", "Peers choke us"),
        Cause.SNUBBED: translate("Why", "Peers stopped sending"),
        Cause.WAITING: translate("Why", "Waits for what was asked for"),
        Cause.BAD_DATA: translate("Why", "Data come damaged"),
        Cause.WEB_SEED: translate("Why", "Web seed fails"),
        Cause.NOBODY_ASKS: translate("Why", "Seeding, nobody asks"),
        Cause.NOBODY_WANTS: translate("Why", "Seeding, nobody wants anything"),
        Cause.UP_LIMIT: translate("Why", "Upload limit"),
        Cause.SLOTS: translate("Why", "Upload slots are taken"),
        Cause.UNEXPLAINED: translate("Why", "Nothing known explains it"),
    }[cause]
