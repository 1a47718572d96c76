# SPDX-License-Identifier: GPL-3.0-or-later
"""Labels of torrents: given, taken, renamed, and there again after a restart."""

import asyncio

import pytest

from starling import settings
from starling.engine import labelling
from starling.engine.labelling import Labelling
from starling.engine.record import Record, Records
from starling.engine.session import Config
from starling.labels import By, Label, Rule, write
from starling.torrent import State, Torrent
from tests.helpers import User
from tests.swarm import Swarm


def labels(user: User, *ids: str) -> list[tuple[str, ...]]:
    return [user.engine._records.get(id).labels for id in ids]  # type: ignore[union-attr]


def test_they_are_given_taken_and_renamed_at_their_place(user: User, swarm: Swarm) -> None:
    ids = [user.adds(swarm.payload(name=name), start=False) for name in ("one", "two", "three")]
    book = user.engine.labelling
    # Twice at once, before the list has heard of the first one.
    user.engine.set_labels(ids[:1], ("old", "a"))
    user.run(book.change(ids, give=["b"], take=["a", "b"]))
    assert labels(user, *ids) == [("old", "b"), ("b",), ("b",)]
    user.run(book.rename("b", "Ñ"))
    user.run(book.rename("old", "Ñ"))
    assert labels(user, *ids) == [("Ñ",), ("Ñ",), ("Ñ",)]
    user.run(book.change_each({ids[0]: ("x", "y"), ids[1]: ("x",), "0" * 40: ("x",)}))
    assert book.bearers("x") == ids[:2]
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


def test_a_link_gets_labels_by_its_name_once_that_is_known(user: User, swarm: Swarm) -> None:
    folder = user.folder / "birds"
    rules = (
        Label("Birds", folder=str(folder), rules=(Rule(By.NAME, "aves"),)),
        Label("Open", rules=(Rule(By.TRACKER, "127.0.0.1"), Rule(By.NAME, "aves"))),
        Label("Mine", rules=(Rule(By.NAME, "aves"),)),
        Label("Other", rules=(Rule(By.NAME, "pisces"),)),
    )
    user.changes({settings.labels.LABELS: write(rules), settings.downloads.SAVE_PATH: str(user.downloads)})
    payload = swarm.payload(name="Aves", files={"a": 20_000})
    link = f"magnet:?xt=urn:btih:{payload.hash_v1}&tr=http://127.0.0.1:9/announce"
    # What the tracker gave at the beginning, and another one, were taken away.
    id = user.adds(link, labels=("Mine", "Open"))
    user.run(user.engine.labelling.change([id], take=["Open", "Mine"]))
    user.connects(id, swarm.seed(payload))
    row = user.sees(id, State.SEEDING)
    assert (row.name, row.labels, row.save_path) == ("Aves", ("Birds",), str(folder))
    user.until(lambda: payload.verify(folder) == ())
    user.restart()
    assert (user.torrent(id).labels, user.torrent(id).save_path) == (("Birds",), str(folder))


def test_another_tracker_gives_its_labels(user: User, swarm: Swarm) -> None:
    rules = (Label("Open", rules=(Rule(By.TRACKER, "127.0.0.2"),)), Label("One", rules=(Rule(By.NAME, "one"),)))
    user.changes({settings.labels.LABELS: write(rules)})
    payload = swarm.payload(name="one")
    id = user.adds(payload, start=False)
    again = user.previews(f"{payload.magnet}&tr=http://127.0.0.2:9/announce")
    assert user.run(user.engine.intake.merge_trackers(again.id)) == 1
    assert labels(user, id) == [("Open",)]


def test_the_window_gets_its_turns_while_ten_thousand_are_renamed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(labelling, "_SLICE", 0.0)
    records, heard = Records(), list[str]()
    for number in range(10_000):
        record = Record(f"{number:040x}", "", "", f"{number:040x}")
        record.labels = ("a", "old") if number % 2 else ("b",)
        records.add(record)
    work = Labelling(
        records, lambda: None, lambda: Config({}), lambda those: heard.extend(record.id for record in those)
    )
    turns = 0

    async def rename() -> None:
        nonlocal turns
        renamed = asyncio.ensure_future(work.rename("old", "new"))
        while not renamed.done():
            await asyncio.sleep(0)
            turns += 1

    asyncio.run(rename())
    assert {record.labels for record in records} == {("a", "new"), ("b",)}
    assert len(heard) == 5_000
    assert turns >= 10
