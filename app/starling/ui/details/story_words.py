# SPDX-License-Identifier: GPL-3.0-or-later
"""The stories of peers in words: what happened, how that is known, and why it is over."""

from collections.abc import Callable

from PySide6.QtCore import QDate, QDateTime

from starling import formats, partingwords
from starling.i18n import Counted, translate
from starling.peer import Encryption, Transport
from starling.peerstory import Event, Step, Story, Why, Witness
from starling.ui.theme import Token


class Stories(Counted):
    """The texts that count."""


def address(story: Story) -> str:
    """Address and port, as one may be typed in."""
    return at(story.address, story.port)


def at(host: str, port: int) -> str:
    """The same of any peer."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def why(story: Story) -> str:
    """Why it is over; empty while it is not."""
    if story.parting is None:
        return ""
    words = partingwords.sentence(story.parting)
    if not story.shaken and story.attempts > 1:
        words = Stories.tr("{sentence} Called %n times.", "", story.attempts).format(sentence=words)
    elif story.reached and not story.shaken and story.parting.why is Why.CLOSED and story.parting.given is None:
        words = translate("Stories", "{sentence} That was before the handshake, and it does not say why.")
        words = words.format(sentence=partingwords.sentence(story.parting))
    return words


def ended_by(story: Story) -> str:
    """Who ended it, in a word; empty where that is not known."""
    return partingwords.side(story.parting.by) if story.parting else ""


def direction(story: Story) -> str:
    """Who called whom."""
    if story.incoming is None:
        return ""
    return translate("Stories", "it called us") if story.incoming else translate("Stories", "we called it")


def about(story: Story) -> str:
    """Who it is and how it is connected, in a line."""
    parts = [story.client, direction(story)]
    if story.transport is not None:
        parts.append(transport(story.transport))
    if story.encryption is not None:
        parts.append(encryption(story.encryption))
    return " · ".join(filter(None, parts))


def transport(found: Transport) -> str:
    """What carries it."""
    return translate("Peers", "web seed") if found is Transport.WEB_SEED else found.value


def encryption(found: Encryption) -> str:
    """How the connection is encrypted."""
    match found:
        case Encryption.FULL:
            return translate("Stories", "encrypted")
        case Encryption.HANDSHAKE:
            return translate("Stories", "handshake encrypted")
        case Encryption.NONE:
            return translate("Stories", "not encrypted")


def told(event: Event, story: Story) -> str:
    """What happened."""
    match event.step:
        case Step.CALLED if event.transport is not None:
            return translate("Stories", "We called it ({transport}).").format(transport=event.transport.value)
        case Step.CAME if event.transport is not None:
            return translate("Stories", "It called us ({transport}).").format(transport=event.transport.value)
        case Step.SHAKEN:
            words = translate("Stories", "Both said hello (handshake).")
            # Of an earlier connection of the same peer nothing else is known.
            facts = [story.client, encryption(story.encryption) if story.encryption is not None else ""]
            said = ", ".join(filter(None, facts))
            return translate("Stories", "{sentence} {facts}.").format(sentence=words, facts=said) if said else words
        case Step.HASH_FAILED:
            return Stories.tr("%n pieces with blocks from it failed their hash check.", "", max(1, event.number))
        case Step.EMPTY_PIECE:
            return Stories.tr("It refused %n requests by sending nothing.", "", max(1, event.number))
        case Step.BAD_REQUEST:
            return Stories.tr("It asked for %n blocks that we do not have.", "", max(1, event.number))
        case Step.UNASKED:
            return Stories.tr("It sent %n blocks that we were not waiting for.", "", max(1, event.number))
        case Step.LEFT | Step.UNREACHED | Step.BLOCKED if event.parting is not None:
            return partingwords.sentence(event.parting)
        case _:
            return _SENTENCES[event.step]()


_SENTENCES: dict[Step, Callable[[], str]] = {
    Step.CALLED: lambda: translate("Stories", "We called it."),
    Step.CAME: lambda: translate("Stories", "It called us."),
    Step.WE_WANT: lambda: translate("Stories", "It has something that we want: we are interested."),
    Step.WE_WANT_NOT: lambda: translate("Stories", "It has nothing more that we want: we are not interested."),
    Step.THEY_WANT: lambda: translate("Stories", "It wants something of us: it is interested."),
    Step.THEY_WANT_NOT: lambda: translate("Stories", "It wants nothing more of us: it is not interested."),
    Step.THEY_UNCHOKED: lambda: translate("Stories", "It lets us have data: it unchoked us."),
    Step.THEY_CHOKED: lambda: translate("Stories", "It lets us have nothing now: it choked us."),
    Step.WE_UNCHOKED: lambda: translate("Stories", "We let it have data: it got an upload slot."),
    Step.WE_TRIED: lambda: translate("Stories", "We let it have data: it got the optimistic slot."),
    Step.WE_CHOKED: lambda: translate("Stories", "We let it have nothing now: we choked it."),
    Step.FIRST_FROM: lambda: translate("Stories", "The first data came from it."),
    Step.FIRST_TO: lambda: translate("Stories", "The first data went to it."),
    Step.SNUBBED: lambda: translate("Stories", "It owed us data for too long: it is snubbed."),
    Step.UNSNUBBED: lambda: translate("Stories", "It sends again: it is not snubbed any more."),
    Step.ON_PAROLE: lambda: translate("Stories", "It is on trial: it gets whole pieces, to see if its data are right."),
    Step.OFF_PAROLE: lambda: translate("Stories", "It is no longer on trial."),
    Step.BECAME_SEED: lambda: translate("Stories", "It has everything: it is a seed."),
    Step.BANNED: lambda: translate("Stories", "It was banned: it sent wrong data."),
    Step.HASH_FAILED: lambda: "",
    Step.BLOCKED: lambda: translate("Stories", "We left it alone."),
    Step.LEFT: lambda: translate("Stories", "The connection ended."),
    Step.UNREACHED: lambda: translate("Stories", "There was no connection."),
}


def known_by(event: Event) -> str:
    """How it is known, and how exactly when."""
    match event.witness:
        case Witness.TOLD:
            return translate("Stories", "libtorrent said so then")
        case Witness.WIRE:
            return translate("Stories", "read off the wire")
        case Witness.LOOKS if event.after is not None:
            after, at = moment(event.after), moment(event.at)
            if after == at:
                return translate("Stories", "seen within that second")
            return translate("Stories", "seen between {after} and {at}").format(after=after, at=at)
        case _:
            return translate("Stories", "it was so at the first look")


def when(event: Event) -> str:
    """The moment; "≤" says not later than that."""
    exact = event.witness in (Witness.TOLD, Witness.WIRE)
    return moment(event.at) if exact else f"≤{formats.NBSP}{moment(event.at)}"


def spoken_when(event: Event) -> str:
    """The same for a screen reader."""
    exact = event.witness in (Witness.TOLD, Witness.WIRE)
    return moment(event.at) if exact else translate("Stories", "by {time}").format(time=moment(event.at))


def moment(at: float) -> str:
    """With seconds today, with the day before."""
    if QDateTime.fromSecsSinceEpoch(int(at)).date() == QDate.currentDate():
        return formats.clock(at, exact=True)
    return f"{formats.weekday(at)}, {formats.clock(at, exact=True)}"


_COLOURS = {
    Step.FIRST_FROM: Token.DOWN,
    Step.FIRST_TO: Token.UP,
    Step.SNUBBED: Token.WARN,
    Step.HASH_FAILED: Token.ERR,
    Step.BANNED: Token.ERR,
    Step.ON_PAROLE: Token.WARN,
    Step.BAD_REQUEST: Token.WARN,
    Step.LEFT: Token.MUTED,
    Step.UNREACHED: Token.MUTED,
    Step.BLOCKED: Token.MUTED,
}


def colour(event: Event) -> Token:
    """Of the sentence."""
    return _COLOURS.get(event.step, Token.TEXT)
