# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Swarm tab showed of each peer against what that peer said, and the tables of that for `board`."""

import csv
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starling.peer import Encryption
from starling.swarm import Board, Seat, Standing
from starling.torrent import State
from starling.ui.details.verdict import Doing, of
from tests.bench.lab.board_cast import Cast, Kind, Player, Said
from tests.bench.lab.board_delays import Delays
from tests.bench.lab.board_rounds import moments, stories, wasted

if TYPE_CHECKING:
    from tests.bench.lab.board import Shown, Witness

_NEAR = 1.7
"""Seconds between what two sides say at most, to be called the same moment."""
_WIDE = 4.0
"""Seconds within which a change may be why they differ."""
_MEAN, _SLACK, _SHARE = 20.0, 4000, 0.3
"""Of rates: seconds of the mean, bytes/s and share that they may differ."""
_YOUNG = 3.0
"""Seconds in which a connection begins: handshakes and what each has."""
_BEGUN = 0.06
"""Share of the torrent that may be in begun pieces, which some count and nobody tells others of."""
_MOVES = 5000
"""Bytes/s from which a rate is certainly one."""


class Outcome(Enum):
    """Of one comparison."""

    AGREES = "agrees"
    BETWEEN = "agrees: it changed between two of their samples"
    MOMENT = "differs: it changed within 4 s"
    UNDERWAY = "differs: it was said, and not heard yet"
    WRONG = "differs"


@dataclass(frozen=True, slots=True)
class Line:
    """One comparison."""

    at: float
    who: str
    what: str
    shown: object
    truth: object
    outcome: Outcome
    reason: str = ""


def report(cast: Cast, witness: "Witness", out: Path) -> int:
    """Writes the tables and the summary; how much is wrong."""
    players, delays = cast.players, Delays(cast.underway)
    lines = [line for shown in witness.shown for line in compare(shown, players, delays)]
    lines += [
        Line(at, who, what, shown, truth, Outcome.AGREES if good else Outcome.WRONG, reason)
        for at, who, what, shown, truth, good, reason in (
            *moments(witness, players),
            *wasted(witness, players),
            *stories(witness, players),
        )
    ]
    lines.sort(key=lambda line: line.at)
    with (out / "comparisons.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("second", "peer", "what", "Starling shows", "the other side", "outcome", "reason"))
        for line in lines:
            second = f"{line.at - witness.begun:.1f}"
            writer.writerow((second, line.who, line.what, line.shown, line.truth, line.outcome.value, line.reason))
    _write_seconds(witness, players, out)
    summary = list(_summary(lines, witness, players))
    (out / "summary.txt").write_text("\n".join(summary) + "\n")
    print("\n".join(summary))
    return sum(line.outcome is Outcome.WRONG for line in lines) + len(witness.failures)


def compare(shown: "Shown", players: Sequence[Player], delays: Delays) -> Iterator[Line]:
    """All that can be compared of one look."""
    board = shown.board
    seats = {seat.peer.address: seat for seat in board.seats}
    for player in players:
        seat = seats.get(player.ip)
        near = _around(player.said, board.at, _NEAR)
        if not near:
            continue
        yield _same(board.at, player, "connected", seat is not None, lambda said: said.connected)
        young = seat is None or seat.peer.since is None or board.at - seat.peer.since < _YOUNG
        if seat is None or young or not all(said.connected for said in near):
            continue
        for line in _of_seat(shown, seat, player, near):
            delays.note(line.at, line.what, line.shown, player)
            why = delays.explain(line.at, line.what, seat.peer, player) if line.outcome is Outcome.WRONG else ""
            yield replace(line, outcome=Outcome.UNDERWAY, reason=why) if why else line
    yield from _of_all(shown, players)


def _of_seat(shown: "Shown", seat: Seat, player: Player, near: Sequence[Said]) -> Iterator[Line]:
    peer, at = seat.peer, shown.board.at
    has_slot = seat.standing in (Standing.SLOT, Standing.OPTIMISTIC)
    checks: list[tuple[str, object, Callable[[Said], object]]] = [
        ("holds a slot", has_slot, lambda said: None if said.we_choke is None else not said.we_choke),
        ("chokes us", peer.they_choke, lambda said: said.they_choke),
        ("we want", peer.we_want, lambda said: said.we_want),
        ("wants", peer.they_want, lambda said: said.they_want),
        ("encrypted", peer.encryption is not Encryption.NONE, lambda said: said.encrypted),
    ]
    for what, value, truth in checks:
        if any(truth(said) is not None for said in near):
            yield _same(at, player, what, value, truth)
    if player.encrypted:
        good = peer.encryption is not Encryption.NONE
        yield _line(at, player, "encrypted as arranged", peer.encryption.value, "encrypted", good)
    progress = [said.progress for said in near if said.progress is not None]
    if progress and player.kind is not Kind.CORRUPT:
        good = min(progress) - _BEGUN <= peer.progress <= max(progress) + 0.02
        yield _line(at, player, "progress", round(peer.progress, 3), round(progress[-1], 3), good)
    if seat.over >= _MEAN and peer.since is not None and at - peer.since > _MEAN + 5:
        yield from _rates(seat, player, at)
    if expected := _expected(near, player):
        doing = of(peer, complete=shown.torrent.state is State.SEEDING, now=at).doing
        words = "|".join(sorted(one.name for one in expected))
        yield _line(at, player, "verdict", doing.name, words, doing in expected)
    if seat.standing in (Standing.SLOT, Standing.OPTIMISTIC, Standing.WAITING):
        yield _line(at, player, "named in the tab's text", player.ip in shown.text, True, player.ip in shown.text)


def _rates(seat: Seat, player: Player, at: float) -> Iterator[Line]:
    for what, mean, total, rate in (
        ("gave, mean of 20 s", seat.earned, "downloaded", "down"),
        ("took, mean of 20 s", seat.taken, "uploaded", "up"),
    ):
        truth = _mean(player.said, at, total, rate)
        if truth is None:
            continue
        # The board's samples are 3 s long, so that its 20 s end up to 3 s earlier.
        before = _mean(player.said, at - 3, total, rate)
        low, high = sorted((truth, truth if before is None else before))
        # Who tells only rates has averaged them by its own rule already.
        exact = 1.0 if getattr(player.said[-1], total) is not None else 2.0
        slack = max(_SLACK, high * _SHARE) * exact
        good = low - slack <= mean <= high + slack
        yield _line(at, player, what, mean, round(truth), good)


def _mean(said: Sequence[Said], at: float, total: str, rate: str) -> float | None:
    """Over the last 20 s, from totals where there are some, else from the rates that it showed."""
    those = [one for one in said if at - _MEAN - 0.6 <= one.at <= at + 0.6 and one.connected]
    if len(those) < _MEAN * 0.6:
        return None
    first, last = getattr(those[0], total), getattr(those[-1], total)
    if first is not None and last is not None:
        return max(0.0, float(last - first)) / (those[-1].at - those[0].at)
    rates = [value for one in those if (value := getattr(one, rate)) is not None]
    return sum(rates) / len(rates) if rates else None


def _of_all(shown: "Shown", players: Sequence[Player]) -> Iterator[Line]:
    board, rounds = shown.board, shown.board.rounds
    held = sum(seat.standing in (Standing.SLOT, Standing.OPTIMISTIC) for seat in board.seats)
    chance = sum(seat.standing is Standing.OPTIMISTIC for seat in board.seats)
    yield Line(board.at, "", "slots used = seats", rounds.used, held, _good(rounds.used == held + board.elsewhere))
    yield Line(board.at, "", "no more than there are", held, rounds.slots, _good(held <= (rounds.slots or held)))
    yield Line(
        board.at, "", "optimistic, by count", chance, rounds.optimistic, _good(abs(chance - rounds.optimistic) <= 1)
    )
    numbers = [seat.number for seat in board.seats if seat.standing is Standing.SLOT]
    yield Line(board.at, "", "numbers of slots differ", numbers, "", _good(len(set(numbers)) == len(numbers)))
    if board.picking is not None and board.picking.rarest is not None and shown.missing:
        low, high = _rarest(shown, players)
        yield Line(
            board.at,
            "",
            "copies of the rarest piece",
            board.picking.rarest,
            f"{low}-{high}",
            _good(low <= board.picking.rarest <= high),
        )


def _rarest(shown: "Shown", players: Sequence[Player]) -> tuple[int, int]:
    """Between which the rarest of what we lack must be, from what they say they have."""
    assert shown.missing
    there = {seat.peer.address for seat in shown.board.seats}
    settled = {seat.peer.address for seat in shown.board.seats if seat.peer.progress}
    sure: Counter[int] = Counter()
    unsure = everywhere = 0
    for player in players:
        if player.ip not in there:
            continue
        near = _around(player.said, shown.board.at, _NEAR)
        if player.kind in (Kind.SEED, Kind.CORRUPT):
            everywhere += 1
        elif near and near[0].pieces is not None and player.ip in settled:
            sure.update(near[0].pieces)
        else:
            unsure += 1
    least = min(sure[piece] for piece in shown.missing)
    # What somebody has got within the second may be here or not.
    return everywhere + least, everywhere + least + unsure + 1


def _expected(near: Sequence[Said], player: Player) -> frozenset[Doing]:
    """Verdicts that are right by what it says, where that leaves no doubt."""
    if len(near) < 2:
        return frozenset()
    gives = [_gives(said) for said in near]
    takes = [_takes(said) for said in near]
    if all(rate is not None and rate > _MOVES for rate in gives):
        return frozenset(
            {Doing.TRADES, Doing.SENDS, Doing.HELD} | ({Doing.GETS} if player.kind is Kind.SNUBBER else set())
        )
    if all(rate == 0 for rate in gives) and all(rate is not None and rate > _MOVES for rate in takes):
        # One that has just sent its last block shows a rate for some seconds.
        return frozenset({Doing.GETS, Doing.TRADES, Doing.HELD})
    if all(rate == 0 for rate in gives) and player.kind is Kind.FREE_RIDER and all(said.we_choke for said in near):
        return frozenset({Doing.WAITS, Doing.CHOKES, Doing.USELESS, Doing.IDLE, Doing.GETS})
    return frozenset()


def _gives(said: Said) -> int | None:
    return said.down


def _takes(said: Said) -> int | None:
    return said.up


def _around(said: Sequence[Said], at: float, within: float) -> list[Said]:
    """What it said last before, and first after, if that is near enough."""
    place = bisect([one.at for one in said], at)
    return [one for one in said[max(0, place - 1) : place + 1] if abs(one.at - at) <= within]


def _same(at: float, player: Player, what: str, shown: object, truth: Callable[[Said], object]) -> Line:
    near = [truth(said) for said in _around(player.said, at, _NEAR)]
    said = near[-1]
    if all(one == shown for one in near):
        return Line(at, player.title, what, shown, said, Outcome.AGREES)
    if shown in near:
        return Line(at, player.title, what, shown, said, Outcome.BETWEEN)
    wide = [truth(one) for one in player.said if abs(one.at - at) <= _WIDE]
    outcome = Outcome.MOMENT if shown in wide else Outcome.WRONG
    return Line(at, player.title, what, shown, said, outcome)


def _line(at: float, player: Player, what: str, shown: object, truth: object, good: bool) -> Line:
    return Line(at, player.title, what, shown, truth, _good(good))


def _good(good: bool) -> Outcome:
    return Outcome.AGREES if good else Outcome.WRONG


# -- tables


def _write_seconds(witness: "Witness", players: Sequence[Player], out: Path) -> None:
    """A row a second: what the board said of itself and of everybody, beside what they said of us."""
    words = (
        f"{story.address} {story.client} {story.begun - witness.begun:.1f} {story.parting}\n"
        + "\n".join(
            f"    {event.at - witness.begun:7.1f} {event.step.value} ({event.witness.value})" for event in story.events
        )
        for story in witness.stories
    )
    (out / "journal.txt").write_text("\n".join(words))
    with (out / "seconds.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        head = ["second", "state", "done", "phase", "rarest", "next round", "next optimistic", "used", "wasted"]
        writer.writerow(head + [f"{player.title}: {side}" for player in players for side in ("board", "itself")])
        for shown in witness.shown:
            board = shown.board
            seats = {seat.peer.address: seat for seat in board.seats}
            row = _row(board, shown.torrent, witness)
            for player in players:
                near = _around(player.said, board.at, _NEAR)
                row += [_seat_word(seats.get(player.ip)), _said_word(near[-1] if near else None)]
            writer.writerow(row)
    text = (f"=== {shown.board.at - witness.begun:.1f} s\n{shown.text}" for shown in witness.shown)
    (out / "tab.txt").write_text("\n\n".join(text))


def _row(board: Board, torrent: Any, witness: "Witness") -> list[object]:
    rounds, picking = board.rounds, board.picking
    return [
        f"{board.at - witness.begun:.1f}",
        torrent.state.value,
        torrent.done,
        picking.phase.value if picking else "",
        "" if picking is None or picking.rarest is None else picking.rarest,
        "" if rounds.next is None else f"{rounds.next - board.at:.1f}",
        "" if rounds.optimistic_next is None else f"{rounds.optimistic_next - board.at:.1f}",
        rounds.used,
        board.failed + board.redundant,
    ]


def _seat_word(seat: Seat | None) -> str:
    if seat is None:
        return ""
    peer = seat.peer
    marks = "".join(
        mark
        for mark, holds in (
            ("D", peer.we_want and not peer.they_choke),
            ("d", peer.we_want and peer.they_choke),
            ("U", peer.they_want and not peer.we_choke),
            ("u", peer.they_want and peer.we_choke),
            ("S", peer.snubbed),
        )
        if holds
    )
    return f"{seat.standing.value} {seat.number or ''} {marks} {peer.down // 1000}/{peer.up // 1000}"


def _said_word(said: Said | None) -> str:
    if said is None or not said.connected:
        return ""
    marks = "".join(
        ("?" if value is None else mark if value else "-")
        for mark, value in (("c", said.we_choke), ("C", said.they_choke), ("i", said.we_want), ("I", said.they_want))
    )
    return f"{marks} {(said.down or 0) // 1000}/{(said.up or 0) // 1000}"


def _summary(lines: Sequence[Line], witness: "Witness", players: Sequence[Player]) -> Iterator[str]:
    last = witness.shown[-1].board.at if witness.shown else 0.0
    agrees = sum(line.outcome in (Outcome.AGREES, Outcome.BETWEEN) for line in lines)
    yield f"{len(witness.shown)} looks in {last - witness.begun:.0f} s at {len(players)} peers."
    yield f"Of {len(lines):,} comparisons {agrees:,} agree ({agrees / max(1, len(lines)):.2%})."
    yield from (f"  {outcome.value}: {sum(line.outcome is outcome for line in lines):,}" for outcome in Outcome)
    counts = Counter((line.what, line.outcome) for line in lines)
    yield f"{'':34}" + "".join(f"{outcome.name.lower():>10}" for outcome in Outcome)
    for what in dict.fromkeys(line.what for line in lines):
        yield f"{what:34}" + "".join(f"{counts[what, outcome]:10,}" for outcome in Outcome)
    yield ""
    for (who, what), number in Counter(
        (line.who, line.what) for line in lines if line.outcome is Outcome.WRONG
    ).most_common():
        first = next(line for line in lines if line.outcome is Outcome.WRONG and (line.who, line.what) == (who, what))
        yield (
            f"{number:5} x {who}: {what}; first at {first.at - witness.begun:.1f} s:"
            f" shown {first.shown}, said {first.truth} {first.reason}"
        )
    yield from (f"{player.title}: {player.endpoint}" for player in players)
    for player in players:
        if player.troubles:
            yield f"{player.title} did not answer {len(player.troubles)} times: {player.troubles[0]}"
    phases = [(shown.board.at, shown.board.picking.phase) for shown in witness.shown if shown.board.picking]
    turns = [phases[0]] if phases else []
    turns += [now for before, now in pairwise(phases) if before[1] is not now[1]]
    yield "Phases: " + ", ".join(f"{at - witness.begun:.0f} s {phase.value}" for at, phase in turns)
    yield from (f"The page failed {len(witness.failures)} times: {text}" for _, text in witness.failures[:1])
    gap = max((after.board.at - before.board.at for before, after in pairwise(witness.shown)), default=0.0)
    yield f"The longest time between two looks was {gap:.1f} s."
    whys = dict.fromkeys(shown.torrent.why.cause.value for shown in witness.shown if shown.torrent.why)
    yield f"Causes said: {', '.join(whys) or 'none'}"
    if witness.turns:
        long = sorted(witness.turns)
        yield f"Longest GUI turn of each second, ms CPU: median {long[len(long) // 2]:.1f}, most {long[-1]:.1f}"
