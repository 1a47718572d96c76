# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/remote.md says what the code does: its tables have the names, spellings and reasons that stand there."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

import pytest

from starling.errors import UserError
from starling.labels import Label
from starling.remote import (
    file_fields,
    groups,
    peer_fields,
    places,
    session,
    session_fields,
    torrent_fields,
    tracker_fields,
    unsupported,
)
from starling.remote.calls import Call, Client, Dialect
from starling.remote.methods import methods
from starling.remote.names import spelled
from starling.remote.params import Params
from starling.settings import labels
from tests.remote.conftest import Doorstep
from tests.remote.options import verdicts

DOC = Path(__file__).parents[2] / "docs" / "remote.md"
CODE = re.compile("`([^`]*)`")
CLIENT = Client("127.0.0.1", "test")


class Watched(dict[str, object]):
    """Notes what is looked for."""

    def __init__(self, given: Mapping[str, object]) -> None:
        super().__init__(given)
        self.asked: set[str] = set()

    def get(self, key: str, default: object = None) -> object:  # type: ignore[override]
        self.asked.add(key)
        return super().get(key, default)


class Noted(Params):
    """Parameters that remember what was asked of them."""

    def __init__(self, given: Mapping[str, object]) -> None:
        super().__init__()
        self._given = self.watched = Watched(given)


@lru_cache(maxsize=1)
def tables() -> dict[str, list[list[str]]]:
    """The rows of each table, without its head; by the last heading, or by what stands alone before a colon."""
    found: dict[str, list[list[str]]] = {}
    heading = ""
    for line in DOC.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ")
        elif named := re.fullmatch(r"`(\w+)`(?: \(`\w+`\))?:", line):
            heading = named[1]
        elif line.startswith("|"):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            found.setdefault(heading, []).append(cells)
    return {name: rows[2:] for name, rows in found.items()}


def rows(table: str) -> dict[str, list[str]]:
    """Its other cells by the name in the first one, which stands there once."""
    names = [cells[0].strip("`") for cells in tables()[table]]
    assert len(names) == len(set(names))
    return {cells[0].strip("`"): cells[1:] for cells in tables()[table]}


def holds(table: str, names: Iterable[str], method: str, reasons: Mapping[str, str] | None = None) -> None:
    """Whether a table has these names, no others, as the classic dialect spells them, and with these reasons."""
    found = rows(table)
    assert set(found) == set(names)
    for name, cells in found.items():
        assert cells[0] == f"`{spelled(name, Dialect.CLASSIC, method)}`"
        assert (reasons or {}).get(name, "") in cells[-1]


@pytest.mark.parametrize(
    ("table", "names", "reasons"),
    [
        ("fields", torrent_fields.FIELDS, torrent_fields.NOT_GIVEN),
        ("files", file_fields.FILE, {}),
        ("file_stats", file_fields.FILE_STATS, {}),
        ("peers", peer_fields.PEER, {}),
        ("peers_from", peer_fields.PEERS_FROM, {}),
        ("webseeds_ex", peer_fields.WEB_SEED, {}),
        ("trackers", tracker_fields.TRACKER, {}),
        ("tracker_stats", tracker_fields.TRACKER_STATS, tracker_fields.NOT_GIVEN),
    ],
)
def test_the_fields_of_torrents(table: str, names: Iterable[str], reasons: Mapping[str, str]) -> None:
    holds(table, names, "torrent_get", reasons)


def test_the_session() -> None:
    table = "session_get and session_set"
    holds(table, session_fields.FIELDS, "session_get", session_fields.NOTES)
    for name, cells in rows(table).items():
        row = session_fields.FIELDS[name]
        assert cells[1] == ("yes" if row.write else "refused" if row.parse else "no"), name


def test_what_is_answered(door: Doorstep) -> None:
    stats = door.ask("session_stats")
    nested = {key for each in stats.values() if isinstance(each, dict) for key in each}
    holds("session_stats", {*stats, *nested}, "session_stats", session.NOTES)
    door.chooses(labels.LABELS, (Label("Slow", down_limit=50_000),))
    holds("group_get and group_set", door.ask("group_get")["group"][0], "group_get", groups.NOTES)


def test_methods_and_their_parameters(door: Doorstep) -> None:
    room = door.door._room
    assert room is not None
    there = methods(door.door._furnished(), "")
    documented = rows("Methods")
    holds("Methods", there, "torrent_get", places.NOTES)
    for table, method in (("torrent_set", "torrent_set"), ("torrent_add", "torrent_add")):
        holds(table, asked(door, there[method], method), method, unsupported.NOT_GIVEN)
    id = door.user.adds(f"magnet:?xt=urn:btih:{'ab' * 20}", start=False)
    for method in there.keys() - {"session_close", "session_set", "torrent_set", "torrent_add"}:
        ids = [id] if method == "torrent_rename_path" else []
        given: dict[str, object] = {
            "ids": ids,
            "name": "Slow",
            "path": "/nowhere",
            "fields": ["id"],
            "location": "/nowhere",
        }
        used = asked(door, there[method], method, {key: given[key] for key in given if key in documented[method][1]})
        assert used == set(CODE.findall(documented[method][1])), method


def asked(door: Doorstep, method: object, name: str, given: Mapping[str, object] | None = None) -> set[str]:
    """The parameters that a method looks for."""
    params = Noted(given or {})

    async def call() -> None:
        try:
            await method(Call(name, params, Dialect.JSON_RPC, CLIENT))  # type: ignore[operator]
        except UserError:
            return

    door.user.run(call())
    return params.watched.asked


def test_the_options_of_transmission_remote() -> None:
    tried = verdicts()
    found: dict[str, str] = {}
    for first, verdict, _ in tables()["transmission-remote, option by option"]:
        options = CODE.findall(first)
        assert options
        assert {tried[option] for option in options if option in tried} == {verdict}, first
        found |= dict.fromkeys(options, verdict)
    assert tried.keys() <= found.keys()


def test_its_links_lead_somewhere() -> None:
    text = DOC.read_text(encoding="utf-8")
    anchors = {
        re.sub(r"[^\w -]", "", line.lstrip("# ")).lower().replace(" ", "-") for line in re.findall("(?m)^#.*", text)
    }
    targets = re.findall(r"\]\(([^)]+)\)", text)
    assert targets
    for target in targets:
        path, _, anchor = target.partition("#")
        assert anchor in anchors if not path else (DOC.parent / path).exists(), target
