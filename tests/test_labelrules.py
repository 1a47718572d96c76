# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of labels on a long list: nothing waits for them, and no name is folded twice."""

import asyncio
import unicodedata

import pytest

from starling.labelrules import lacking
from starling.labels import By, Label, Rule
from starling.torrent import State, Torrent

LABELS = tuple(
    Label(f"l{n}", rules=(Rule(By.NAME, f"wórd{n}"), Rule(By.NAME, f"*é{n}x*"), Rule(By.TRACKER, f"t{n}.org")))
    for n in range(20)
)


def test_the_window_gets_its_turns() -> None:
    rows = [Torrent(id=f"{n:040x}", name=f"torrent word{n} {n}", state=State.SEEDING) for n in range(3000)]
    turns = 0

    async def look() -> dict[str, tuple[str, ...]]:
        nonlocal turns
        work = asyncio.ensure_future(lacking(LABELS, rows))
        while not work.done():
            await asyncio.sleep(0)
            turns += 1
        return work.result()

    found = asyncio.run(look())
    assert found[rows[7].id] == ("l7",)
    assert found[rows[12].id] == ("l1", "l12")
    assert turns > 3


def test_a_name_is_folded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [Torrent(id=f"{n:040x}", name=f"Ünïque {n}", state=State.SEEDING) for n in range(50)]
    counted: list[str] = []
    normalize = unicodedata.normalize

    def counting(form: str, text: str) -> str:
        counted.append(text)
        return normalize(form, text)  # type: ignore[arg-type]

    monkeypatch.setattr(unicodedata, "normalize", counting)
    assert asyncio.run(lacking(LABELS, rows)) == {}
    assert len(counted) == len(set(counted)) <= 50 + 40
