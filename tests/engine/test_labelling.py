# SPDX-License-Identifier: GPL-3.0-or-later
"""Labels of torrents: given, taken, renamed, and there again after a restart."""

import asyncio

from starling.engine.labelling import Labelling
from starling.engine.record import Record, Records
from starling.torrent import Torrent
from tests.helpers import User
from tests.swarm import Swarm


def labels(user: User, *ids: str) -> list[tuple[str, ...]]:
    return [user.engine._records.get(id).labels for id in ids]  # type: ignore[union-attr]


def test_they_are_given_taken_and_renamed_at_their_place(user: User, swarm: Swarm) -> None:
    ids = [user.adds(swarm.payload(name=name), start=False) for name in ("one", "two", "three")]
    labelling = user.engine.labelling
    # Twice at once, before the list has heard of the first one.
    user.engine.set_labels(ids[:1], ("old", "a"))
    user.run(labelling.change(ids, give=["b"], take=["a", "b"]))
    assert labels(user, *ids) == [("old", "b"), ("b",), ("b",)]
    user.run(labelling.rename("b", "Ñ"))
    user.run(labelling.rename("old", "Ñ"))
    assert labels(user, *ids) == [("Ñ",), ("Ñ",), ("Ñ",)]
    user.run(labelling.change_each({ids[0]: ("x", "y"), ids[1]: ("x",), "0" * 40: ("x",)}))
    assert labelling.bearers("x") == ids[:2]
    user.restart()
    assert [user.torrent(id).labels for id in ids] == [("Ñ", "x", "y"), ("Ñ", "x"), ("Ñ",)]


def test_removed_ones_come_back_with_the_name_it_has_then(user: User, swarm: Swarm) -> None:
    ids = [user.adds(swarm.payload(name=name), start=False) for name in ("one", "two")]
    user.engine.set_labels(ids[:1], ("a", "old", "b"))
    user.engine.set_labels(ids[1:], ("older",))
    user.run(user.engine.remove(ids, data=False))
    bin = user.engine.bin
    assert len(user.run(bin.relabel("old", "new"))) == 1
    gone = user.run(bin.relabel("b"))
    user.run(bin.label(gone, "c"))
    user.run(bin.undo())
    assert labels(user, *ids) == [("a", "new", "c"), ("older",)]


def test_the_list_hears_of_it(user: User, swarm: Swarm) -> None:
    id = user.adds(swarm.payload(name="one"), start=False)

    def has(row: Torrent) -> bool:
        return row.labels == ("b",)

    user.run(user.engine.labelling.change([id], give=["b"]))
    user.sees(id, has)


def test_the_window_gets_its_turns_while_ten_thousand_are_renamed() -> None:
    records, heard = Records(), list[str]()
    for number in range(10_000):
        record = Record(f"{number:040x}", "", "", f"{number:040x}")
        record.labels = ("a", "old") if number % 2 else ("b",)
        records.add(record)
    labelling = Labelling(records, lambda: None, lambda those: heard.extend(record.id for record in those))
    turns = 0

    async def rename() -> None:
        nonlocal turns
        work = asyncio.ensure_future(labelling.rename("old", "new"))
        while not work.done():
            await asyncio.sleep(0)
            turns += 1

    asyncio.run(rename())
    assert {record.labels for record in records} == {("a", "new"), ("b",)}
    assert len(heard) == 5_000
    assert turns >= 10
