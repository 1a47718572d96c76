# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a torrent does not move, in words: for a cell, as sentences with the evidence, on buttons, as checks."""

import time
from collections.abc import Callable

from starling import formats
from starling.i18n import Counted, translate
from starling.spelling import shortened, shown
from starling.why.look import Area, Check
from starling.why.reason import Cause, Doing, Evidence, Offer, Reason, Remedy
from starling.why.sentences import LINES

_DAY = 86_400


class Why(Counted):
    """The texts of this module that count something."""


def short(reason: Reason) -> str:
    """For a cell: Stalled: 5 peers choke us."""
    words = brief(reason)
    match reason.doing:
        case Doing.DOWNLOADING:
            return translate("Why", "Stalled: {reason}").format(reason=words)
        case Doing.DETAILS:
            return translate("Why", "Finding details: {reason}").format(reason=words)
        case Doing.SEEDING:
            return translate("Why", "Seeding, {reason}").format(reason=words)
        case Doing.NOTHING:
            return _capital(words)


def brief(reason: Reason) -> str:
    """The cause alone in a few words, for the middle of a sentence: 5 peers choke us."""
    return _brief(reason.cause, reason.evidence, certain=reason.certain)


def _brief(cause: Cause, seen: Evidence, *, certain: bool) -> str:
    words = _BRIEF[cause](seen)
    return words if certain else translate("Why", "perhaps {reason}").format(reason=words)


def name(cause: Cause) -> str:
    """The cause without any evidence, for lists of causes to choose from."""
    return _capital(_NAMES[cause]())


def lines(reason: Reason) -> tuple[str, ...]:
    """Whole sentences, the one that matters first, then the rest of the evidence."""
    first, *others = LINES[reason.cause](reason.evidence)
    if not reason.certain:
        first = translate("Why", "As far as can be seen: {sentence}").format(sentence=first)
    return (first, *others)


def sentence(reason: Reason) -> str:
    """All of `lines` in one."""
    return " ".join(lines(reason))


def advice(offer: Offer) -> str:
    """What stands on the button of an offer."""
    match offer.remedy:
        case Remedy.RAISE_UP | Remedy.RAISE_DOWN if not offer.amount:
            return translate("Why", "Lift the limit")
        case Remedy.RAISE_UP | Remedy.RAISE_DOWN:
            return translate("Why", "Raise the limit to {rate}").format(rate=formats.limit(offer.amount))
        case Remedy.MORE_SLOTS if offer.amount:
            return translate("Why", "Allow {count} upload slots").format(count=formats.count(offer.amount))
        case Remedy.MORE_CONNECTIONS if offer.amount:
            return translate("Why", "Allow {count} connections").format(count=formats.count(offer.amount))
    return _ADVICE[offer.remedy]()


def checks(check: Check) -> str:
    """One line of the list of checks."""
    if check.cause is not None:
        return _capital(_brief(check.cause, check.evidence, certain=check.fine is False))
    return _CHECKS[check.area](check)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th as English has them; other languages translate all four alike."""
    written = formats.count(number)
    if number % 100 not in (11, 12, 13):
        match number % 10:
            case 1:
                return translate("Why", "{number}st", "an ordinal").format(number=written)
            case 2:
                return translate("Why", "{number}nd", "an ordinal").format(number=written)
            case 3:
                return translate("Why", "{number}rd", "an ordinal").format(number=written)
    return translate("Why", "{number}th", "an ordinal").format(number=written)


def _queued(seen: Evidence) -> str:
    if not seen.of:
        return translate("Why", "queued")
    return translate("Why", "queued, {place} in line").format(place=_ordinal(seen.of))


def _schedule(seen: Evidence) -> str:
    if seen.until is None:
        return translate("Why", "waiting: schedule")
    return translate("Why", "waiting until {time}: schedule").format(time=moment(seen.until))


def moment(seconds: float) -> str:
    """A time of the day; with its date where it is not within a day from now."""
    return formats.clock(seconds) if abs(seconds - time.time()) < _DAY else formats.moment(seconds)


def _full(seen: Evidence) -> str:
    if not seen.path:
        return translate("Why", "disk full")
    return translate("Why", "disk full on {path}").format(path=shown(shortened(seen.path)))


def _unreachable(seen: Evidence) -> str:
    if not seen.port:
        return translate("Why", "no incoming connections")
    return translate("Why", "port {port} is not reachable").format(port=seen.port)


def _trackers_fail(seen: Evidence) -> str:
    return Why.tr("%n trackers fail", "", seen.count)


def _no_answer(seen: Evidence) -> str:
    if seen.kind:
        return translate("Why", "nobody could be reached")
    return Why.tr("%n addresses, none answers", "", seen.count)


def _connecting(seen: Evidence) -> str:
    return Why.tr("connecting to %n addresses", "", seen.count)


def _unanswered(seen: Evidence) -> str:
    return Why.tr("%n peers, none has given it", "", seen.count)


def _nobody_there(_seen: Evidence) -> str:
    # That nobody is known does not mean that there is nobody.
    return _NAMES[Cause.METADATA_NO_PEERS]()


def _choked(seen: Evidence) -> str:
    return Why.tr("%n peers choke us", "", seen.count)


def _snubbed(seen: Evidence) -> str:
    return Why.tr("%n peers let us in and send nothing", "", seen.count)


def _asked(seen: Evidence) -> str:
    return Why.tr("%n peers were asked, none sends", "", seen.count)


def _missing(seen: Evidence) -> str:
    return Why.tr("%n pieces are on no connected peer", "", seen.missing)


def _bad(seen: Evidence) -> str:
    return Why.tr("%n pieces failed their check", "", seen.count)


def _nothing_wanted(seen: Evidence) -> str:
    return Why.tr("%n peers want nothing", "", seen.count)


_NAMES: dict[Cause, Callable[[], str]] = {
    Cause.PAUSED: lambda: translate("Why", "paused"),
    Cause.QUEUED: lambda: translate("Why", "queued"),
    Cause.SCHEDULE: lambda: translate("Why", "waiting: schedule"),
    Cause.SKIPPED: lambda: translate("Why", "every file is skipped"),
    Cause.OPENING: lambda: translate("Why", "being opened"),
    Cause.CHECKING: lambda: translate("Why", "checking its files"),
    Cause.CHECK_WAITS: lambda: translate("Why", "waiting to be checked"),
    Cause.MOVING: lambda: translate("Why", "moving its files"),
    Cause.DISK_FULL: lambda: translate("Why", "disk full"),
    Cause.LOW_SPACE: lambda: translate("Why", "too little space is left"),
    Cause.READ_ONLY: lambda: translate("Why", "its files may not be written"),
    Cause.MISSING_FILES: lambda: translate("Why", "files are missing"),
    Cause.NO_DRIVE: lambda: translate("Why", "its drive or folder is not there"),
    Cause.DISK_ERROR: lambda: translate("Why", "disk error"),
    Cause.DISK_SLOW: lambda: translate("Why", "the disk does not keep up"),
    Cause.OFFLINE: lambda: translate("Why", "no connection to the network"),
    Cause.PROXY: lambda: translate("Why", "the proxy does not work"),
    Cause.NOT_LISTENING: lambda: translate("Why", "nobody can connect to us"),
    Cause.UNREACHABLE: lambda: translate("Why", "no incoming connections"),
    Cause.NO_SOURCES: lambda: translate("Why", "nobody to ask for peers"),
    Cause.UNREGISTERED: lambda: translate("Why", "a tracker refused it"),
    Cause.TRACKERS_FAIL: lambda: translate("Why", "trackers fail"),
    Cause.NOBODY_THERE: lambda: translate("Why", "nobody else has it"),
    Cause.SEARCHING: lambda: translate("Why", "asking for peers"),
    Cause.CONNECTING: lambda: translate("Why", "connecting to peers"),
    Cause.NO_ANSWER: lambda: translate("Why", "peers do not answer"),
    Cause.FILTERED: lambda: translate("Why", "all peers are banned or filtered"),
    Cause.ENCRYPTION: lambda: translate("Why", "no encryption in common"),
    Cause.CONNECTION_LIMIT: lambda: translate("Why", "hardly any connections left"),
    Cause.METADATA_NO_PEERS: lambda: translate("Why", "nobody was found"),
    Cause.METADATA_UNANSWERED: lambda: translate("Why", "peers do not give the metadata"),
    Cause.METADATA_UNSUPPORTED: lambda: translate("Why", "peers cannot give the metadata"),
    Cause.METADATA_WRONG: lambda: translate("Why", "the metadata were wrong"),
    Cause.DOWN_LIMIT: lambda: translate("Why", "your download limit"),
    Cause.MISSING_PIECES: lambda: translate("Why", "pieces that nobody connected has"),
    Cause.NOTHING_NEEDED: lambda: translate("Why", "peers have nothing new"),
    Cause.CHOKED_BY_LIMIT: lambda: translate("Why", "peers choke us, your upload limit is low"),
    Cause.CHOKED: lambda: translate("Why", "peers choke us"),
    Cause.SNUBBED: lambda: translate("Why", "peers let us in and send nothing"),
    Cause.WAITING: lambda: translate("Why", "waiting for blocks"),
    Cause.BAD_DATA: lambda: translate("Why", "wrong data"),
    Cause.WEB_SEED: lambda: translate("Why", "the web seed fails"),
    Cause.NOBODY_ASKS: lambda: translate("Why", "nobody asks"),
    Cause.NOBODY_WANTS: lambda: translate("Why", "nobody wants anything"),
    Cause.UP_LIMIT: lambda: translate("Why", "your upload limit"),
    Cause.SLOTS: lambda: translate("Why", "all upload slots are taken"),
    Cause.UNEXPLAINED: lambda: translate("Why", "nothing comes"),
}
_COUNTED: dict[Cause, Callable[[Evidence], str]] = {
    Cause.QUEUED: _queued,
    Cause.SCHEDULE: _schedule,
    Cause.DISK_FULL: _full,
    Cause.UNREACHABLE: _unreachable,
    Cause.TRACKERS_FAIL: _trackers_fail,
    Cause.NOBODY_THERE: _nobody_there,
    Cause.CONNECTING: _connecting,
    Cause.NO_ANSWER: _no_answer,
    Cause.METADATA_UNANSWERED: _unanswered,
    Cause.MISSING_PIECES: _missing,
    Cause.CHOKED_BY_LIMIT: _choked,
    Cause.CHOKED: _choked,
    Cause.SNUBBED: _snubbed,
    Cause.WAITING: _asked,
    Cause.BAD_DATA: _bad,
    Cause.NOBODY_WANTS: _nothing_wanted,
}


def _plain(cause: Cause) -> Callable[[Evidence], str]:
    return lambda _seen: _NAMES[cause]()


_BRIEF = {cause: _COUNTED.get(cause) or _plain(cause) for cause in Cause}

_ADVICE: dict[Remedy, Callable[[], str]] = {
    Remedy.START: lambda: translate("Why", "Start"),
    Remedy.START_NOW: lambda: translate("Why", "Start now"),
    Remedy.CHOOSE_FILES: lambda: translate("Why", "Choose files"),
    Remedy.RAISE_UP: lambda: translate("Why", "Lift the limit"),
    Remedy.RAISE_DOWN: lambda: translate("Why", "Lift the limit"),
    Remedy.LEAVE_SLOW_MODE: lambda: translate("Why", "Leave slow mode"),
    Remedy.MORE_SLOTS: lambda: translate("Why", "More upload slots: Preferences…"),
    Remedy.MORE_CONNECTIONS: lambda: translate("Why", "More connections: Preferences…"),
    Remedy.ASK_TRACKERS: lambda: translate("Why", "Ask for more peers"),
    Remedy.EDIT_TRACKERS: lambda: translate("Why", "Edit trackers…"),
    Remedy.ADD_PEERS: lambda: translate("Why", "Add peers…"),
    Remedy.SWITCH_ON_DHT: lambda: translate("Why", "Switch on the DHT"),
    Remedy.ALLOW_ENCRYPTION: lambda: translate("Why", "Allow both kinds of connections"),
    Remedy.EDIT_BANS: lambda: translate("Why", "Bans and filters…"),
    Remedy.CONNECTION: lambda: translate("Why", "Show the connection"),
    Remedy.FREE_SPACE: lambda: translate("Why", "Free space…"),
    Remedy.RELOCATE: lambda: translate("Why", "Say where the files are…"),
    Remedy.VERIFY: lambda: translate("Why", "Check the files"),
    Remedy.SKIP_UNHELD: lambda: translate("Why", "Skip what nobody has…"),
    Remedy.SHOW_PIECES: lambda: translate("Why", "Show the pieces"),
    Remedy.SHOW_PEERS: lambda: translate("Why", "Show the peers"),
    Remedy.SHOW_TRACKERS: lambda: translate("Why", "Show the trackers"),
}


def _wish(_check: Check) -> str:
    return translate("Why", "It may run")


def _files(check: Check) -> str:
    if check.evidence.kind == "read":
        return translate("Why", "Its files are there")
    if check.evidence.missing:
        return translate("Why", "The disk has {size} free, and {lacking} are still to come").format(
            size=formats.size(check.evidence.size), lacking=formats.size(check.evidence.missing)
        )
    if not check.evidence.size:
        return translate("Why", "The disk takes what comes")
    return translate("Why", "The disk has room: {size} free").format(size=formats.size(check.evidence.size))


def _network(check: Check) -> str:
    match check.evidence.kind:
        case "proxy":
            return translate("Why", "Peers are reached by the proxy")
        case "open":
            return translate("Why", "Port {port} is open").format(port=check.evidence.port)
        case "silent":
            return translate("Why", "Port {port}: nobody from outside has connected yet").format(
                port=check.evidence.port
            )
    return translate("Why", "Nobody can connect to us; we can to others")


def _sources(check: Check) -> str:
    seen = check.evidence
    match seen.kind:
        case "swarm":
            return translate("Why", "Trackers answer: {seeds}, {peers}").format(
                seeds=Why.tr("%n seeds", "", seen.count), peers=Why.tr("%n peers", "", seen.of)
            )
        case "tracker":
            return translate("Why", "Trackers answer")
        case "failing":
            return translate("Why", "Trackers fail, but peers are known")
    return translate("Why", "Peers are known without trackers")


def _peers(check: Check) -> str:
    return Why.tr("%n peers are connected", "", check.evidence.count)


def _details(check: Check) -> str:
    return Why.tr("%n peers can give the metadata", "", check.evidence.count)


def _pieces(check: Check) -> str:
    seen = check.evidence
    if seen.missing:
        return _capital(_missing(seen))
    return Why.tr("Every piece exists on your %n peers", "", seen.count)


def _trade(check: Check) -> str:
    if check.evidence.kind == "seed":
        waiting = check.evidence.count
        return (
            Why.tr("%n peers wait for their turn", "", waiting)
            if waiting
            else translate("Why", "Nobody is kept waiting")
        )
    return Why.tr("%n peers let us download", "", check.evidence.count)


_CHECKS: dict[Area, Callable[[Check], str]] = {
    Area.WISH: _wish,
    Area.FILES: _files,
    Area.NETWORK: _network,
    Area.SOURCES: _sources,
    Area.PEERS: _peers,
    Area.DETAILS: _details,
    Area.PIECES: _pieces,
    Area.TRADE: _trade,
}
