# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the log of a connection, and what its filters let through."""

from collections.abc import Callable
from enum import Enum

from starling import formats
from starling.i18n import translate
from starling.setting import QT_TRANSLATE_NOOP
from starling.spelling import fold
from starling.ui import wirewords
from starling.ui.column import Align, Column, Export, Unit, Weight
from starling.ui.logmodel import TIME
from starling.ui.theme import Token
from starling.wire import Message, Verb, Way


class Kind(Enum):
    """Messages that are read together; the value is its title in English."""

    ALL = QT_TRANSLATE_NOOP("Wire", "All messages")
    FEW = QT_TRANSLATE_NOOP("Wire", "Without requests and blocks")
    BLOCKS = QT_TRANSLATE_NOOP("Wire", "Requests and blocks")
    CHOKING = QT_TRANSLATE_NOOP("Wire", "Choking and interest")
    PIECES = QT_TRANSLATE_NOOP("Wire", "Who has what")
    EXTENSIONS = QT_TRANSLATE_NOOP("Wire", "Extensions")
    CONNECTION = QT_TRANSLATE_NOOP("Wire", "Handshake and connection")

    @property
    def title(self) -> str:
        return translate("Wire", str(self.value))


_BLOCKS = frozenset({Verb.REQUEST, Verb.PIECE, Verb.CANCEL, Verb.REJECT})
_NOTES = frozenset({Verb.CONNECTED, Verb.ENCRYPTION, Verb.CLOSED, Verb.UNHEARD, Verb.LOST})
VERBS: dict[Kind, frozenset[Verb]] = {
    Kind.ALL: frozenset(Verb),
    Kind.FEW: frozenset(Verb) - _BLOCKS,
    Kind.BLOCKS: _BLOCKS,
    Kind.CHOKING: frozenset({Verb.CHOKE, Verb.UNCHOKE, Verb.INTERESTED, Verb.NOT_INTERESTED}),
    Kind.PIECES: frozenset(
        {Verb.HAVE, Verb.BITFIELD, Verb.HAVE_ALL, Verb.HAVE_NONE, Verb.SUGGEST, Verb.ALLOWED_FAST, Verb.DONT_HAVE}
    ),
    Kind.EXTENSIONS: frozenset(
        {
            *(Verb.EXTENDED_HANDSHAKE, Verb.EXTENDED, Verb.METADATA, Verb.PEX, Verb.HOLEPUNCH, Verb.UPLOAD_ONLY),
            *(Verb.DONT_HAVE, Verb.SHARE_MODE, Verb.HASH_REQUEST, Verb.HASHES, Verb.HASH_REJECT, Verb.PORT),
        }
    ),
    Kind.CONNECTION: _NOTES | {Verb.HANDSHAKE, Verb.KEEP_ALIVE},
}
_COLOURS = {Way.IN: Token.DOWN, Way.OUT: Token.UP, Way.NONE: Token.MUTED}


def columns() -> tuple[Column[Message], ...]:
    """Of the messages of one connection."""
    return (
        Column(
            key=TIME,
            title=translate("Wire", "Time"),
            value=_number,
            text=when,
            tooltip=_moment,
            width=112,
            exports=(Export(translate("Wire", "Time"), _at, Unit.MOMENT),),
            colour=Token.MUTED,
        ),
        Column(
            key="way",
            title=translate("Wire", "Who"),
            value=_way,
            text=wirewords.way,
            width=84,
            colour=_colour,
        ),
        Column(
            key="verb",
            title=translate("Wire", "Message"),
            value=_verb,
            text=wirewords.verb,
            tooltip=wirewords.explained,
            description=wirewords.explained,
            width=168,
            colour=_text_colour,
            weight=_weight,
        ),
        Column(
            key="what",
            title=translate("Wire", "What about"),
            value=wirewords.parameters,
            text=wirewords.parameters,
            tooltip=_explained_in_full,
            width=320,
            stretch=True,
            colour=_text_colour,
        ),
        Column(
            key="size",
            title=translate("Wire", "Size"),
            value=_size,
            text=wirewords.size,
            width=80,
            align=Align.RIGHT,
            help=translate("Wire", "All bytes of the message, where libtorrent tells them"),
            unit=Unit.BYTES,
        ),
    )


def when(message: Message) -> str:
    """The local time with its milliseconds."""
    return f"{formats.clock(message.at, exact=True)}.{int(message.at % 1 * 1000):03}"


def predicate(kind: Kind, words: tuple[str, ...]) -> Callable[[Message], bool] | None:
    """Whether a message is shown; None for all. `words` are folded, and all of them stand in the row.

    Numbers are whole ones: 7 is not 70. Called for thousands of messages a second, it writes no row of them down.
    """
    if kind is Kind.ALL and not words:
        return None
    verbs = VERBS[kind]
    wanted = [(word, int(word) if word.isdecimal() else None) for word in words]
    known: dict[tuple[Verb, Way], str] = {}

    def matches(message: Message) -> bool:
        if message.verb not in verbs:
            return False
        for word, number in wanted:
            if number is not None:
                if number in message.numbers or number == message.block or word in message.text:
                    continue
                return False
            like = (message.verb, message.way)
            if (text := known.get(like)) is None:
                text = known[like] = _words(message)
            if word not in text and not (message.text and word in fold(message.text)):
                return False
        return True

    return matches


def as_text(message: Message) -> str:
    """A line of an exported log."""
    words = (when(message), wirewords.way(message), wirewords.verb(message), wirewords.parameters(message))
    return "\t".join((*words, wirewords.size(message)))


def _words(message: Message) -> str:
    """What stands in the rows of all messages of its kind, folded."""
    return fold(f"{wirewords.way(message)}\n{wirewords.verb(message)}\n{wirewords.parameters(message)}")


def _number(message: Message) -> int:
    return message.number


def _at(message: Message) -> float:
    return message.at


def _moment(message: Message) -> str:
    return formats.moment(message.at)


def _way(message: Message) -> str:
    return message.way.value


def _verb(message: Message) -> str:
    return message.verb.value


def _size(message: Message) -> int | None:
    return message.size


def _explained_in_full(message: Message) -> str:
    parameters = wirewords.parameters(message)
    return "\n".join(filter(None, (parameters, wirewords.explained(message))))


def _colour(message: Message) -> Token:
    return _COLOURS[message.way]


def _text_colour(message: Message) -> Token:
    return Token.MUTED if message.verb in _NOTES else Token.TEXT


def _weight(message: Message) -> Weight:
    return Weight.NORMAL if message.verb in _BLOCKS or message.verb in _NOTES else Weight.MEDIUM
