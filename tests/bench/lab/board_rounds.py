# SPDX-License-Identifier: GPL-3.0-or-later
"""Moments, waste and stories for `board`: when rounds came, who was snubbed and banned, and what the journal says."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from starling.peerstory import Step, Story
from starling.swarm import Phase, Standing
from starling.torrent import State
from tests.bench.lab.board_cast import Kind, Player
from tests.swarm import Message

if TYPE_CHECKING:
    from tests.bench.lab.board import Witness

Found = tuple[float, str, str, object, object, bool, str]
"""Moment, who, what, shown, truth, whether they agree, reason."""
_LOOK = 1.6
"""Seconds between two looks, and some for the way."""
_LAST = 15
"""Pieces that are missing at most when every block of them is on its way."""
_SNUBBED = 60.0
"""Seconds of silence after which nobody may be unsnubbed who owes us blocks."""


def moments(witness: "Witness", players: Sequence[Player]) -> Iterator[Found]:
    """Rounds against what was foretold, chokes on the wire against rounds, snubs against silence on the wire."""
    yield from _rounds(witness)
    yield from _phases(witness)
    yield from _chokes(witness, players)
    yield from _optimistic(witness, players)
    for player in players:
        if player.kind is Kind.SNUBBER:
            yield from _snubs(witness, player)


def _rounds(witness: "Witness") -> Iterator[Found]:
    for before, after in pairwise(shown.board for shown in witness.shown):
        came = after.rounds.last
        if came is None or came == before.rounds.last or before.rounds.next is None:
            continue
        off = came - before.rounds.next
        good = abs(off) <= 1.5 or (after.rounds.forced and off < 0)
        why = "forced" if after.rounds.forced else ""
        yield (
            came,
            "",
            "round came when foretold",
            f"{before.rounds.next - witness.begun:.1f}",
            (f"{came - witness.begun:.1f}"),
            good,
            why,
        )


def _phases(witness: "Witness") -> Iterator[Found]:
    """By chance until there are some pieces, the rarest first then, the endgame when all that is missing is asked."""
    known = [shown for shown in witness.shown if shown.missing and shown.board.picking]
    pieces = max((len(shown.missing or ()) for shown in known), default=0)
    for before, shown, after in zip(known, known[1:], known[2:], strict=False):
        assert shown.board.picking is not None
        have = [pieces - len(one.missing or ()) for one in (before, shown, after)]
        # What is missing is read up to a second before the board.
        right = {
            *({Phase.RANDOM, Phase.NOTHING} if have[0] <= witness.threshold else ()),
            *({Phase.RAREST} if have[2] >= witness.threshold and pieces - have[0] > 1 else ()),
            *({Phase.ENDGAME} if pieces - have[1] <= _LAST else ()),
        }
        phase = shown.board.picking.phase
        words = "|".join(sorted(one.value for one in right))
        yield (
            shown.board.at,
            "",
            "phase of the picker",
            phase.value,
            words,
            phase in right,
            f"{have[1]} pieces are here",
        )


def _chokes(witness: "Witness", players: Sequence[Player]) -> Iterator[Found]:
    """Every choke and unchoke on the wire is at a round, or when an optimistic slot was given."""
    rounds = sorted({shown.board.rounds.last for shown in witness.shown if shown.board.rounds.last is not None})
    chances = [
        after.board.at
        for before, after in pairwise(witness.shown)
        if _holders(before.board.seats) != _holders(after.board.seats)
    ]
    for player in players:
        if player.scripted is None:
            continue
        met = next((one.at for one in player.scripted.messages if one.kind == "handshake"), 0.0)
        for message in player.scripted.messages:
            if message.sent or message.kind not in ("choke", "unchoke") or message.at - met < 3 or not rounds:
                continue
            round_ = min(rounds, key=lambda at: abs(at - message.at))
            by_round = abs(round_ - message.at) <= 1.2
            by_chance = any(-0.3 <= at - message.at <= _LOOK + 0.6 for at in chances)
            # A slot that nobody holds is given to who comes, at once.
            empty = message.kind == "unchoke" and any(
                shown.board.rounds.used < (shown.board.rounds.slots or 0)
                for shown in witness.shown
                if -2.2 <= shown.board.at - message.at <= 0.2
            )
            by_chance = by_chance or empty
            why = "round" if by_round else "empty slot" if empty else "optimistic" if by_chance else "no round"
            yield (
                message.at,
                player.title,
                f"{message.kind} came at a round",
                f"{round_ - witness.begun:.1f}",
                (f"{message.at - witness.begun:.1f}"),
                by_round or by_chance,
                why,
            )


def _optimistic(witness: "Witness", players: Sequence[Player]) -> Iterator[Found]:
    """The optimistic slot went on when that was foretold, or at a round."""
    for before, after in pairwise(shown.board for shown in witness.shown):
        new = _holders(after.seats) - _holders(before.seats)
        foretold = before.rounds.optimistic_next
        if not new or foretold is None or not _holders(before.seats):
            continue
        left = {seat.peer.key for seat in after.seats if seat.standing is Standing.OPTIMISTIC}
        late = after.at - foretold
        given_up = any(
            seat.peer.key not in left and (seat.standing is Standing.SLOT or not seat.peer.they_want)
            for seat in after.seats
            if seat.peer.key in _holders(before.seats)
        ) or not _holders(before.seats) <= {seat.peer.key for seat in after.seats}
        yield (
            after.at,
            "",
            "optimistic slot went on when foretold",
            f"{foretold - witness.begun:.1f}",
            (f"{after.at - witness.begun:.1f}"),
            -_LOOK <= late <= _LOOK + 1 or given_up,
            "given up before" if given_up else "",
        )


def _holders(seats: Sequence[object]) -> frozenset[str]:
    return frozenset(seat.peer.key for seat in seats if seat.standing is Standing.OPTIMISTIC)  # type: ignore[attr-defined]


def _snubs(witness: "Witness", player: Player) -> Iterator[Found]:
    assert player.scripted is not None
    messages = player.scripted.messages
    asked = [one.at for one in messages if one.kind == "request" and not one.sent]
    if not asked:
        return
    for shown in witness.shown:
        if shown.torrent.state is State.SEEDING:
            break
        for seat in shown.board.seats:
            if seat.peer.address != player.ip or shown.board.at < asked[0] + 2:
                continue
            silent = shown.board.at - asked[0]
            if silent > _SNUBBED:
                good = seat.peer.snubbed
                yield shown.board.at, player.title, "snubbed", seat.peer.snubbed, f"silent for {silent:.0f} s", good, ""
            if seat.peer.snubbed and seat.peer.waiting_since is not None:
                off = seat.peer.waiting_since - asked[0]
                yield (
                    shown.board.at,
                    player.title,
                    "silent since",
                    f"{seat.peer.waiting_since - witness.begun:.1f}",
                    (f"{asked[0] - witness.begun:.1f}"),
                    abs(off) <= 3,
                    f"{off:+.1f} s",
                )


def wasted(witness: "Witness", players: Sequence[Player]) -> Iterator[Found]:
    """What failed its hash check came from the one with bad hashes, and from no one else before."""
    spoiler = next(player for player in players if player.kind is Kind.CORRUPT)
    came = next((said.at for said in spoiler.said if said.connected), None)
    given = max((said.downloaded or 0 for said in spoiler.said), default=0)
    for shown in witness.shown:
        board = shown.board
        if came is None or board.at < came:
            yield board.at, "", "nothing failed before it came", board.failed, 0, board.failed == 0, ""
    if witness.shown:
        last = witness.shown[-1].board
        # A piece that failed is thrown away whole, also what others gave of it.
        good = last.failed > 0 if came is not None else last.failed == 0
        yield last.at, spoiler.title, "bytes that failed", last.failed, f"it gave {given}", good, ""
        there = any(seat.peer.address == spoiler.ip for seat in last.seats)
        yield last.at, spoiler.title, "still there at the end", there, False, not there, ""


def stories(witness: "Witness", players: Sequence[Player]) -> Iterator[Found]:
    """The journal against the wire, and against what was arranged."""
    end = witness.shown[-1].board.at if witness.shown else 0.0
    by_ip: dict[str, list[Story]] = {}
    for story in witness.stories:
        by_ip.setdefault(story.address, []).append(story)
    for player in players:
        met = [story for story in by_ip.get(player.ip, ()) if story.shaken]
        yield end, player.title, "journal: met", len(met), ">= 1", bool(met), ""
        steps = {event.step for story in met for event in story.events}
        yield from _arranged(end, player, steps)
        for event in (event for story in met for event in story.events if event.step is Step.BANNED):
            gone = not any(said.connected for said in player.said if said.at > event.at + 2)
            yield event.at, player.title, "journal: banned, and it says it is out", True, gone, gone, ""
        if player.scripted is not None and met:
            yield from _on_the_wire(player, met[-1], player.scripted.messages)


def _arranged(end: float, player: Player, steps: set[Step]) -> Iterator[Found]:
    """Steps that must be there by the part, and such that must not."""
    # libtorrent bans now and then an honest one that had a part in wrong pieces; then the wire has to say so too.
    must, never = {
        Kind.SEED: ({Step.WE_WANT, Step.THEY_UNCHOKED, Step.FIRST_FROM}, set()),
        Kind.PARTIAL: ({Step.WE_WANT, Step.THEY_WANT}, set()),
        Kind.FREE_RIDER: ({Step.THEY_WANT}, {Step.FIRST_FROM, Step.THEY_UNCHOKED, Step.BANNED}),
        Kind.SNUBBER: ({Step.WE_WANT, Step.THEY_UNCHOKED, Step.SNUBBED}, {Step.FIRST_FROM, Step.BANNED}),
        Kind.CORRUPT: ({Step.FIRST_FROM, Step.BANNED, Step.LEFT}, set()),
    }[player.kind]
    for step in sorted(must, key=lambda step: step.value):
        yield end, player.title, "journal: has its step", step in steps, step.value, step in steps, step.value
    for step in sorted(never, key=lambda step: step.value):
        yield end, player.title, "journal: has no such step", step in steps, step.value, step not in steps, step.value


def _on_the_wire(player: Player, story: Story, messages: Sequence[Message]) -> Iterator[Found]:
    """The first of each kind, at the same moment as on the wire."""
    for step, kind, sent in (
        (Step.SHAKEN, "handshake", False),
        (Step.THEY_UNCHOKED, "unchoke", True),
        (Step.WE_WANT, "interested", False),
        (Step.THEY_WANT, "interested", True),
        (Step.FIRST_FROM, "piece", True),
        (Step.FIRST_TO, "piece", False),
    ):
        told = next((event for event in story.events if event.step is step), None)
        was = next(
            (one.at for one in messages if one.kind == kind and one.sent is sent and one.at >= story.begun - 1), None
        )
        if told is None and was is None:
            continue
        if told is None or was is None:
            yield story.begun, player.title, "journal: step on the wire", told is not None, was, False, step.value
            continue
        early = told.at if told.after is None else told.after
        good = early - 1 <= was <= told.at + 1
        yield was, player.title, "journal: moment of a step", f"{told.at:.1f}", f"{was:.1f}", good, step.value
