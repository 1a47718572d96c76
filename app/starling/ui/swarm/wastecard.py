# SPDX-License-Identifier: GPL-3.0-or-later
"""The card "Thrown away, and why": what of this session came twice or wrong, why, and who sent it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from starling import formats
from starling.engine.engine import Engine
from starling.i18n import Counted, translate
from starling.peer import Peer
from starling.peerstory import Step, Story, Why
from starling.torrent import Torrent
from starling.ui.details import facts, peer_words
from starling.ui.swarm.card import Card, Column, Fetched
from starling.ui.swarm.lines import Figure, Heading, Line
from starling.ui.swarm.lineview import LineView
from starling.ui.swarm.pickcard import share
from starling.ui.theme import ThemeManager, Token

_MOST = 5
"""Peers that are named; the others are counted."""
_WORST = (Why.CORRUPT, Why.BANNED)


class Wasted(Counted):
    """The texts that count."""


@dataclass(frozen=True, slots=True)
class Spoiler:
    """Who had a part in pieces that failed their check."""

    address: str
    client: str
    pieces: int
    """How many; 0 where that is not known."""
    banned: bool
    on_parole: bool


class WasteCard(Card):
    """Only where something was thrown away."""

    column = Column.MIDDLE

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__(themes, translate("Wasted", "Thrown away, and why"))
        self.view = LineView(themes, self.title)
        self.body.addWidget(self.view)

    def wanted(self, torrent: Torrent, fetched: Fetched) -> bool:
        """Also when nobody is connected any more."""
        return bool(fetched.board.redundant + fetched.board.failed or _spoilers(fetched))

    async def fetch(self, engine: Engine, torrent_id: str) -> tuple[Story, ...]:
        """Those of whom the journal says that they spoilt pieces."""
        row = engine.torrents.get(torrent_id)
        if row is None or not row.wasted:
            return ()
        return tuple(story for story in engine.peers.journal(torrent_id) if _is_bad(story))

    def show_board(self, torrent: Torrent, fetched: Fetched) -> None:
        """Sums, causes, and who."""
        board = fetched.board
        thrown = board.redundant + board.failed
        self.head(self.title, translate("Wasted", "this session"))
        self.view.show_lines(list(lines(fetched, max(torrent.session_downloaded, thrown))))
        self.describe()

    def clear(self) -> None:
        """Nothing is known."""
        self.view.show_lines([])

    def said(self) -> list[str]:
        """Every line."""
        return self.view.said()


def lines(fetched: Fetched, came: int) -> Iterator[Line]:
    """The card from top to bottom; `came` are the bytes that it is compared with."""
    board = fetched.board
    yield _sum("twice", translate("Wasted", "Came twice"), board.redundant, came)
    yield _sum("failed", translate("Wasted", "Failed its check"), board.failed, came, Token.ERR)
    whole = sum(count for _cause, count in fetched.waste)
    if board.redundant and whole:
        title, note = translate("Wasted", "Why twice"), translate("Wasted", "all torrents, since the start")
        brief = translate("Wasted", "all torrents")
        yield Heading(key="causes", words=f"{title} ({note})", title=title, note=note, brief=brief)
        for cause, count in fetched.waste:
            yield _figure(cause.value, facts.share_twice(cause).format(percent=formats.percent(count / whole)), "")
    spoilers = _spoilers(fetched)
    if spoilers:
        title = translate("Wasted", "Who had a part in wrong pieces")
        yield Heading(key="who", words=title, title=title)
        for number, who in enumerate(spoilers[:_MOST]):
            yield _figure(f"who {number}", " ".join(filter(None, (who.address, who.client))), _state(who))
        if len(spoilers) > _MOST:
            words = Wasted.tr("and %n more", "", len(spoilers) - _MOST)
            yield _figure("others", words, "")


def _sum(key: str, label: str, count: int, came: int, token: Token = Token.TEXT) -> Line:
    value = formats.size(count) if count else translate("Wasted", "nothing")
    if count and came:
        value = translate("Wasted", "{size}, {percent}").format(size=value, percent=share(count, came))
    return _figure(key, label, value, token if count else Token.MUTED)


def _state(who: Spoiler) -> str:
    parts = [Wasted.tr("%n pieces", "", who.pieces)] if who.pieces else []
    if who.banned:
        parts.append(translate("Wasted", "banned"))
    elif who.on_parole:
        parts.append(translate("Wasted", "on parole"))
    return ", ".join(parts)


def _spoilers(fetched: Fetched) -> Sequence[Spoiler]:
    """The worst first; who is there and who has gone, each address once."""
    found: dict[tuple[str, int], Spoiler] = {}
    for story in fetched.own or ():
        failed = sum(event.number for event in story.events if event.step is Step.HASH_FAILED)
        banned = _is_banned(story)
        before = found.get((story.address, story.port))
        if before is not None:
            failed, banned = failed + before.pieces, banned or before.banned
        found[story.address, story.port] = Spoiler(_place(story), story.client, failed, banned, on_parole=False)
    for peer in fetched.board.connected:
        if peer.hash_fails or peer.on_parole:
            before = found.get((peer.address, peer.port))
            pieces = max(peer.hash_fails, 0 if before is None else before.pieces)
            found[peer.address, peer.port] = Spoiler(
                peer_words.address(peer), peer.client, pieces, before is not None and before.banned, peer.on_parole
            )
    return sorted(found.values(), key=_by_blame)


def _by_blame(who: Spoiler) -> tuple[bool, int]:
    return not who.banned, -who.pieces


def _is_bad(story: Story) -> bool:
    return _is_banned(story) or any(event.step is Step.HASH_FAILED for event in story.events)


def _is_banned(story: Story) -> bool:
    return (story.parting is not None and story.parting.why in _WORST) or any(
        event.step is Step.BANNED for event in story.events
    )


def _place(story: Story) -> str:
    return peer_words.address(Peer(story.address, story.port))


def _figure(key: str, label: str, value: str, token: Token = Token.TEXT) -> Line:
    words = ": ".join(filter(None, (label, value)))
    return Figure(key=key, words=words, label=label, value=value, token=token)
