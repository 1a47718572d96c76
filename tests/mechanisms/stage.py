# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of mechanisms share: the classic rules with other periods, engines that hold half, and their peers."""

from collections.abc import Collection
from typing import Any

from starling import settings
from starling.setting import Setting, stored
from starling.settings.mechanisms import NAMES, PROFILE, Profile
from starling.swarm import Board, Standing
from starling.ui.details.sentence import plain
from starling.ui.swarm import boardwords, decisioncard, pickcard, slotscard
from starling.ui.swarm.card import Fetched
from tests.helpers import Chosen, User
from tests.swarm import Payload, Scripted

COUNTED: Chosen = {settings.speed.LIMIT_LOCAL: True}
"""libtorrent's slots do not count for peers on loopback otherwise."""
CLASSIC: Chosen = {**COUNTED, PROFILE: Profile.CLASSIC.value}


def classic(slots: int, changed: dict[Setting[Any], object]) -> dict[Setting[Any], object]:
    """The classic rules as the user's own, but for what is `changed`: periods that a test can wait for."""
    own = {each: stored(each.rule.values[Profile.CLASSIC]) for each in NAMES.values() if each.rule is not None}
    return {**COUNTED, PROFILE: Profile.CUSTOM.value, settings.connection.SLOTS: slots, **own, **changed}


def holds(user: User, payload: Payload, pieces: Collection[int]) -> str:
    """Adds a torrent of which these pieces are there, and knows it."""
    if pieces:
        payload.prefill(user.downloads, pieces)
    id = user.adds(payload)
    user.sees(id, lambda row: row.progress > 0 or not pieces)
    return id


def unchoked(peers: Collection[Scripted]) -> set[str]:
    """The addresses of those that may ask."""
    return {peer.ip for peer in peers if not peer.standing.they_choke}


def board(user: User, id: str) -> Board:
    """What the Swarm tab shows."""
    return user.run(user.engine.insight.swarm.board(id))


def said(user: User, id: str) -> str:
    """What the cards of slots, decisions and pieces say to that in words, a line each, and the sentence above them."""
    user.engine.refresh()
    torrent, now = user.engine.torrents[id], board(user, id)
    lines = [*slotscard.lines(torrent, now), *decisioncard.lines(now)]
    if now.picking is not None:
        lines += pickcard.lines(torrent, Fetched(now), now.picking)
    return "\n".join([*map(plain, boardwords.sentence(torrent, now)), *(line.words for line in lines)])


def seated(board: Board, *standings: Standing) -> set[str]:
    """The addresses of who stands so with the choker."""
    return {seat.peer.address for seat in board.seats if seat.standing in standings}
