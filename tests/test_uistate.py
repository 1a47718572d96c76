# SPDX-License-Identifier: GPL-3.0-or-later
"""How the windows were left."""

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from starling.uistate import UiState

pytestmark = pytest.mark.usefixtures("qapp")  # its timer needs an application


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "ui-state.json"


def test_values_survive_a_restart(file: Path) -> None:
    state = UiState(file)
    assert state.get("window") is None
    state.set("window", "ñ\udcff")
    state.flush()
    assert UiState(file).get("window") == "ñ\udcff"


def test_values_are_written_without_being_asked(file: Path, qtbot: QtBot) -> None:
    state = UiState(file)
    state.set("a", "1")
    qtbot.waitUntil(file.exists)
    assert json.loads(file.read_bytes()) == {"a": "1"}


def test_unchanged_value_is_not_written(file: Path) -> None:
    state = UiState(file)
    state.set("a", "1")
    state.flush()
    before = file.stat().st_ino
    state.set("a", "1")
    state.flush()
    assert file.stat().st_ino == before


@pytest.mark.parametrize("damage", [b"{", b"[]", b'{"a": 1}', b"\xff", b"", b"[" * 100_000])
def test_damaged_file_is_logged_and_the_one_before_used(
    file: Path, damage: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    state = UiState(file)
    for value in ("1", "2"):
        state.set("a", value)
        state.flush()
    file.write_bytes(damage)
    damaged = UiState(file)
    assert damaged.get("a") == "1"
    assert "could not be read" in caplog.text
    damaged.set("b", "3")
    damaged.flush()
    assert json.loads(file.read_bytes()) == {"a": "1", "b": "3"}


def test_damaged_file_without_any_before_is_the_defaults(file: Path, caplog: pytest.LogCaptureFixture) -> None:
    file.parent.mkdir()
    file.write_bytes(b"{")
    assert UiState(file).get("a") is None
    assert "the defaults" in caplog.text


def test_what_cannot_be_written_is_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").touch()
    state = UiState(tmp_path / "file" / "ui-state.json")
    state.set("a", "1")
    state.flush()
    assert "could not be saved" in caplog.text
    assert state.get("a") == "1"
