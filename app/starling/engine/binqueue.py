# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives torrents that come back their places in the queue, with as few orders as that takes."""

from collections.abc import Mapping

from starling.engine.record import Record, Records


def restore_places(places: Mapping[Record, int | None], records: Records) -> None:
    """Moves torrents that have just been added, in the order of their places, and so stand last, to these.

    None is for those that had none, as they have everything.
    """
    back = {record: place for record, place in places.items() if place is not None and record.handle is not None}
    if not back:
        return
    found = [(record.place, record) for record in records if record.place is not None and record not in back]
    order = [record for _, record in sorted(found, key=_first)]
    count = len(order)
    wanted = sorted(back.items(), key=_second)
    moves: list[tuple[Record, int, int]] = []
    for number, (record, place) in enumerate(wanted):
        at = min(place, len(order))
        order.insert(at, record)
        # Those before it are in their places: it stands behind all others and these.
        moves.append((record, at, count + number))
    first = moves[0][1]
    if sum(1 + min(at, stands - at) for _, at, stands in moves) < len(order) - first:
        for record, at, stands in moves:
            _move(record, at, stands)
    else:
        for record in order[first:]:
            if record.handle is not None:
                record.handle.queue_position_bottom()
    for place, record in enumerate(order):
        record.place = place


def _move(record: Record, at: int, stands: int) -> None:
    handle = record.handle
    if handle is None:
        return
    if at < stands - at:
        handle.queue_position_top()
        for _ in range(at):
            handle.queue_position_down()
    else:
        for _ in range(stands - at):
            handle.queue_position_up()


def _first(pair: tuple[int, Record]) -> int:
    return pair[0]


def _second(pair: tuple[Record, int]) -> int:
    return pair[1]
