# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said at length of each cause: the sentence that matters, then what else was seen."""

import time
from collections.abc import Callable, Iterator

from starling import formats
from starling.i18n import Counted, translate
from starling.spelling import shortened, shown
from starling.why.reason import Cause, Evidence

_DAY = 86_400


class Why(Counted):
    """The texts of this module that count something."""


def since(moment: float) -> str:
    """A moment that is gone: its time, with the date where that is not today's."""
    return formats.clock(moment) if time.time() - moment < _DAY else formats.moment(moment)


def pieces(seen: Evidence) -> str:
    """812–840, or the first few stretches and how many more pieces there are."""
    parts = [
        formats.count(first) if first == last else f"{formats.count(first)}–{formats.count(last)}"
        for first, last in seen.pieces
    ]
    told = sum(last - first + 1 for first, last in seen.pieces)
    text = ", ".join(parts)
    if seen.missing > told:
        return translate("Why", "{pieces} and {count} more").format(
            pieces=text, count=formats.count(seen.missing - told)
        )
    return text


def _own(seen: Evidence) -> str:
    """A sentence of somebody else's; with a full stop."""
    text = shown(seen.text).rstrip()
    return text if text.endswith((".", "!", "?", "…", "”")) else f"{text}."


def _said(seen: Evidence) -> Iterator[str]:
    yield _own(seen)


def _paused(_seen: Evidence) -> Iterator[str]:
    yield translate("Why", "It is paused.")


def _queued(seen: Evidence) -> Iterator[str]:
    if seen.count:
        yield Why.tr("Queued behind %n others.", "", seen.count)
        yield translate("Why", "It starts when one of those that run is done, or makes room.")
    else:
        yield translate("Why", "Queued: as many run as may at once.")


def _schedule(seen: Evidence) -> Iterator[str]:
    if seen.until is None:
        yield translate("Why", "The schedule has it wait.")
    else:
        yield translate("Why", "The schedule has it wait until {time}.").format(
            time=formats.clock(seen.until) if seen.until - time.time() < _DAY else formats.moment(seen.until)
        )


def _skipped(_seen: Evidence) -> Iterator[str]:
    yield translate("Why", "Every file is skipped: nothing is wanted.")


def _opening(_seen: Evidence) -> Iterator[str]:
    yield translate("Why", "It is being opened.")


def _checking(_seen: Evidence) -> Iterator[str]:
    yield translate("Why", "What is on the disk is being checked, which has to be done first.")


def _check_waits(_seen: Evidence) -> Iterator[str]:
    yield translate("Why", "What is on the disk is to be checked, after other torrents.")


def _moving(seen: Evidence) -> Iterator[str]:
    yield translate("Why", "Its files are being moved to {folder}.").format(folder=shown(shortened(seen.path)))


def _full(seen: Evidence) -> Iterator[str]:
    if not seen.size:
        yield _own(seen)
        return
    yield translate("Why", "Disk full on {folder}, {size} missing.").format(
        folder=shown(shortened(seen.path)), size=formats.size(seen.size)
    )
    yield translate("Why", "It goes on when there is room.")


def _slow_disk(seen: Evidence) -> Iterator[str]:
    if seen.kind == "read":
        yield Why.tr("Your disk does not keep up: data for %n peers wait to be read.", "", seen.count)
    else:
        yield Why.tr("Your disk does not keep up: data of %n peers wait to be written.", "", seen.count)


def _offline(seen: Evidence) -> Iterator[str]:
    if seen.text:
        yield _own(seen)
    else:
        yield translate("Why", "This computer has no connection to the internet: nobody answers, not even the DHT.")


def _not_listening(seen: Evidence) -> Iterator[str]:
    yield _own(seen)
    yield translate("Why", "Nobody is connected.")


def _unreachable(seen: Evidence) -> Iterator[str]:
    yield translate("Why", "No incoming connections: port {port} is not reachable.").format(port=seen.port)
    if seen.kind == "seed":
        yield Why.tr("The trackers count %n peers that download it.", "", seen.count)
    else:
        yield Why.tr("You called %n addresses, and none answered.", "", seen.count)


def _no_sources(seen: Evidence) -> Iterator[str]:
    match seen.kind:
        case "private":
            yield translate("Why", "There is nobody to ask for peers: it is private, and has no tracker.")
        case "off":
            yield translate("Why", "There is nobody to ask for peers: it has no tracker, and the DHT is switched off.")
        case _:
            yield translate("Why", "There is nobody to ask for peers: it has no tracker, and may not use the DHT.")


def _unregistered(seen: Evidence) -> Iterator[str]:
    yield translate("Why", "{host} refuses this torrent. {message}").format(host=_host(seen), message=_own(seen))


def _trackers_fail(seen: Evidence) -> Iterator[str]:
    if seen.count == 1:
        yield translate("Why", "Its only tracker fails, {host}: {message}").format(host=_host(seen), message=_own(seen))
    else:
        yield Why.tr("All %n trackers fail.", "", seen.count)
        yield translate("Why", "The first, {host}: {message}").format(host=_host(seen), message=_own(seen))
    if seen.since is not None:
        yield translate("Why", "So it has been since {time}.").format(time=since(seen.since))


def _nobody_there(seen: Evidence) -> Iterator[str]:
    match seen.kind:
        case "dht":
            yield translate("Why", "The DHT has not named anybody who has it.")
        case "counted":
            yield Why.tr("The trackers count %n others, and have not named any of them.", "", seen.of)
        case _:
            yield Why.tr("%n trackers answer, and know nobody else who has it.", "", seen.count)
    if seen.since is not None:
        yield translate("Why", "Asked last at {time}.").format(time=since(seen.since))


def _searching(seen: Evidence) -> Iterator[str]:
    if seen.count:
        yield Why.tr("%n trackers have not answered yet.", "", seen.count)
    else:
        yield translate("Why", "The DHT is being asked for peers.")


def _connecting(seen: Evidence) -> Iterator[str]:
    yield Why.tr("%n addresses are known, and nobody is connected yet.", "", seen.count)


def _no_answer(seen: Evidence) -> Iterator[str]:
    match seen.kind:
        case "many":
            yield translate("Why", "You called more than {count} addresses: they did not answer, or hung up.").format(
                count=formats.count(seen.count)
            )
        case "hung up":
            yield Why.tr("You called %n addresses: they did not answer, or hung up.", "", seen.count)
        case _:
            yield Why.tr("You called %n addresses, and none answered.", "", seen.count)
    if seen.since is not None:
        yield translate("Why", "So it has been since {time}.").format(time=since(seen.since))


def _filtered(_seen: Evidence) -> Iterator[str]:
    yield translate("Why", "Bans or the IP filter keep out everybody who was found.")


def _encryption(seen: Evidence) -> Iterator[str]:
    yield Why.tr("%n connections ended at once: you have no encryption in common.", "", seen.count)
    match seen.kind:
        case "required":
            yield translate("Why", "You require encryption, and they do not speak it.")
        case "disabled":
            yield translate("Why", "You have switched encryption off, and they require it.")


def _crowded(seen: Evidence) -> Iterator[str]:
    yield translate("Why", "All or nearly all of your {limit} connections are taken by other torrents.").format(
        limit=formats.count(seen.limit)
    )


def _metadata_no_peers(_seen: Evidence) -> Iterator[str]:
    yield translate("Why", "Nobody has been found who has it, and its metadata come from others.")


def _metadata_unanswered(seen: Evidence) -> Iterator[str]:
    yield Why.tr("Waiting for metadata: %n peers, none has given it.", "", seen.count)


def _metadata_unsupported(seen: Evidence) -> Iterator[str]:
    yield Why.tr(
        "%n peers are connected, and none can give the metadata: they do not speak the extension protocol.",
        "",
        seen.count,
    )


def _metadata_wrong(seen: Evidence) -> Iterator[str]:
    if seen.kind == "again":
        yield translate("Why", "The metadata come again and again without the link's hash: somebody sends others.")
    else:
        yield translate("Why", "The metadata came, and did not have the link's hash: somebody sends others.")


def _limit(seen: Evidence) -> str:
    """Whose limit it is."""
    limit = formats.limit(seen.limit)
    match seen.kind:
        case "torrent":
            return translate("Why", "your limit for this torrent is {limit}").format(limit=limit)
        case "label":
            return translate("Why", "your limit for the label “{label}” is {limit}").format(
                label=shown(shortened(seen.text)), limit=limit
            )
        case "slow":
            return translate("Why", "your limit in slow mode is {limit}").format(limit=limit)
    return translate("Why", "your limit is {limit}").format(limit=limit)


def _down_limit(seen: Evidence) -> Iterator[str]:
    yield Why.tr("Data of %n peers wait, for {limit}.", "", seen.count).format(limit=_limit(seen))


def _missing_pieces(seen: Evidence) -> Iterator[str]:
    if not seen.pieces:
        yield Why.tr("Nobody connected has any of the %n pieces that are missing.", "", seen.missing)
    elif seen.missing == 1:
        yield translate("Why", "Nobody connected has piece {pieces}.").format(pieces=pieces(seen))
    else:
        yield translate("Why", "Nobody connected has pieces {pieces}.").format(pieces=pieces(seen))
    if seen.since is not None:
        yield translate("Why", "Last complete copy seen: {age}.").format(age=formats.age(seen.since))


def _nothing_needed(seen: Evidence) -> Iterator[str]:
    yield Why.tr("%n peers are connected, and have nothing that you need.", "", seen.count)
    yield Why.tr("The trackers count %n seeds, and none of them is connected.", "", seen.of)


def _choked_by_limit(seen: Evidence) -> Iterator[str]:
    yield _all_choke(seen)
    yield translate("Why", "You give them hardly anything either: {limit}.").format(limit=_limit(seen))


def _choked(seen: Evidence) -> Iterator[str]:
    yield _all_choke(seen)
    yield translate("Why", "Probably they give their upload to others at the moment.")


def _all_choke(seen: Evidence) -> str:
    if seen.count == 1:
        return translate("Why", "One peer has what you need, and it chokes you.")
    return Why.tr("%n peers have what you need, and all of them choke you.", "", seen.count)


def _snubbed(seen: Evidence) -> Iterator[str]:
    yield Why.tr("%n peers let you download, and send nothing although they were asked long ago.", "", seen.count)
    if seen.of > seen.count:
        yield translate("Why", "The others that have what you need choke you.")


def _waiting(seen: Evidence) -> Iterator[str]:
    yield Why.tr("%n peers were asked for blocks, and have not sent any yet.", "", seen.count)


def _bad_data(seen: Evidence) -> Iterator[str]:
    yield Why.tr("%n pieces in a row failed their hash check: somebody sends wrong data.", "", seen.count)
    if seen.of:
        yield Why.tr("%n peers were banned for it.", "", seen.of)


def _web_seed(seen: Evidence) -> Iterator[str]:
    if seen.text:
        yield translate("Why", "Nobody but the web seed {host} was found, and that fails: {message}").format(
            host=_host(seen), message=_own(seen)
        )
    else:
        yield translate("Why", "Nobody but the web seed {host} was found, and that sends nothing.").format(
            host=_host(seen)
        )


def _nobody_asks(_seen: Evidence) -> Iterator[str]:
    yield translate("Why", "It is complete, and nobody is connected.")


def _nobody_wants(seen: Evidence) -> Iterator[str]:
    yield Why.tr("%n peers are connected, and none of them wants anything.", "", seen.count)


def _up_limit(seen: Evidence) -> Iterator[str]:
    yield Why.tr("Data for %n peers wait, for {limit}.", "", seen.count).format(limit=_limit(seen))


def _slots(seen: Evidence) -> Iterator[str]:
    yield Why.tr("%n peers want data, and get none.", "", seen.count)
    yield translate("Why", "All {limit} upload slots are taken.").format(limit=formats.count(seen.limit))


def _unexplained(seen: Evidence) -> Iterator[str]:
    yield translate("Why", "Nothing comes, and nothing that is known says why.")
    if seen.since is not None:
        yield translate("Why", "So it has been since {time}.").format(time=since(seen.since))


def _host(seen: Evidence) -> str:
    return shown(shortened(seen.host)) or translate("Why", "an address that cannot be read")


LINES: dict[Cause, Callable[[Evidence], Iterator[str]]] = {
    Cause.PAUSED: _paused,
    Cause.QUEUED: _queued,
    Cause.SCHEDULE: _schedule,
    Cause.SKIPPED: _skipped,
    Cause.OPENING: _opening,
    Cause.CHECKING: _checking,
    Cause.CHECK_WAITS: _check_waits,
    Cause.MOVING: _moving,
    Cause.DISK_FULL: _full,
    Cause.LOW_SPACE: _said,
    Cause.READ_ONLY: _said,
    Cause.MISSING_FILES: _said,
    Cause.NO_DRIVE: _said,
    Cause.DISK_ERROR: _said,
    Cause.DISK_SLOW: _slow_disk,
    Cause.OFFLINE: _offline,
    Cause.PROXY: _said,
    Cause.NOT_LISTENING: _not_listening,
    Cause.UNREACHABLE: _unreachable,
    Cause.NO_SOURCES: _no_sources,
    Cause.UNREGISTERED: _unregistered,
    Cause.TRACKERS_FAIL: _trackers_fail,
    Cause.NOBODY_THERE: _nobody_there,
    Cause.SEARCHING: _searching,
    Cause.CONNECTING: _connecting,
    Cause.NO_ANSWER: _no_answer,
    Cause.FILTERED: _filtered,
    Cause.ENCRYPTION: _encryption,
    Cause.CONNECTION_LIMIT: _crowded,
    Cause.METADATA_NO_PEERS: _metadata_no_peers,
    Cause.METADATA_UNANSWERED: _metadata_unanswered,
    Cause.METADATA_UNSUPPORTED: _metadata_unsupported,
    Cause.METADATA_WRONG: _metadata_wrong,
    Cause.DOWN_LIMIT: _down_limit,
    Cause.MISSING_PIECES: _missing_pieces,
    Cause.NOTHING_NEEDED: _nothing_needed,
    Cause.CHOKED_BY_LIMIT: _choked_by_limit,
    Cause.CHOKED: _choked,
    Cause.SNUBBED: _snubbed,
    Cause.WAITING: _waiting,
    Cause.BAD_DATA: _bad_data,
    Cause.WEB_SEED: _web_seed,
    Cause.NOBODY_ASKS: _nobody_asks,
    Cause.NOBODY_WANTS: _nobody_wants,
    Cause.UP_LIMIT: _up_limit,
    Cause.SLOTS: _slots,
    Cause.UNEXPLAINED: _unexplained,
}
