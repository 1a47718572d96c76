# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a profile keeps its things, and that its socket is short, private and the same for everybody."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from starling import paths
from starling.paths import Profile

LIMIT = 103


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A private folder for sockets, short whatever pytest calls its own."""
    with tempfile.TemporaryDirectory(prefix="run-", dir="/tmp") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        monkeypatch.setattr(tempfile, "tempdir", folder)
        yield Path(folder)


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    return tmp_path


@pytest.mark.usefixtures("runtime")
def test_own_profile_follows_xdg(home: Path) -> None:
    profile = Profile.default()
    assert profile.settings_file == home / "config/starling/settings.toml"
    assert profile.database_file == home / "data/starling/starling.db"
    assert profile.ui_state_file == home / "state/starling/ui-state.json"
    assert profile.cache_dir == home / "cache/starling"
    assert profile.lock_file.parent == profile.database_file.parent


@pytest.mark.usefixtures("runtime")
def test_portable_profile_keeps_everything_in_its_folder(tmp_path: Path) -> None:
    profile = Profile.at(tmp_path / "p")
    files = (profile.settings_file, profile.database_file, profile.ui_state_file, profile.lock_file, profile.cache_dir)
    assert all(file.is_relative_to(tmp_path.resolve() / "p") for file in files)


@pytest.mark.usefixtures("runtime")
def test_folders_are_private_and_may_exist(tmp_path: Path) -> None:
    profile = Profile.at(tmp_path / "a/b")
    profile.make_folders()
    profile.make_folders()
    for folder in (profile.config_dir, profile.data_dir, profile.state_dir, profile.cache_dir):
        assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.usefixtures("runtime")
def test_a_file_in_the_way_of_a_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "p").touch()
    with pytest.raises(OSError, match="p"):
        Profile.at(tmp_path / "p").make_folders()


def test_two_spellings_are_one_profile(runtime: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    assert Profile.at(tmp_path / "link") == Profile.at(tmp_path / "real/../real")
    assert Path(Profile.at(tmp_path / "link").socket).parent == runtime


@pytest.mark.usefixtures("runtime")
def test_socket_is_short_however_deep_the_profile(tmp_path: Path) -> None:
    deep = Profile.at(tmp_path / ("x" * 200) / ("y" * 200))
    assert len(os.fsencode(deep.socket)) <= LIMIT
    assert deep.socket != Profile.at(tmp_path / ("x" * 200) / ("z" * 200)).socket


def test_a_runtime_folder_that_others_can_enter_is_not_used(runtime: Path, tmp_path: Path) -> None:
    runtime.chmod(0o755)
    assert Path(Profile.at(tmp_path).socket).parent != runtime


def test_a_runtime_folder_that_is_a_link_is_not_used(
    runtime: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = runtime / "link"
    link.symlink_to(runtime)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(link))
    assert Path(Profile.at(tmp_path).socket).parent != link


def test_a_runtime_folder_too_deep_for_sockets_is_not_used(
    runtime: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = runtime / ("x" * 100)
    deep.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(deep))
    assert len(os.fsencode(Profile.at(tmp_path).socket)) <= LIMIT


@pytest.fixture
def no_session(runtime: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Neither XDG_RUNTIME_DIR nor /run/user, as under cron; temporary files go into the folder returned."""
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    real = paths._is_private
    monkeypatch.setattr(paths, "_is_private", lambda folder: folder.parent.name != "user" and real(folder))
    return runtime


def test_without_a_session_a_private_temporary_folder_serves(no_session: Path, tmp_path: Path) -> None:
    folder = Path(Profile.at(tmp_path).socket).parent
    assert folder == no_session / f"starling-{os.geteuid()}"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert Path(Profile.at(tmp_path).socket).parent == folder


def test_somebody_else_s_temporary_folder_does_not_serve(no_session: Path, tmp_path: Path) -> None:
    (no_session / f"starling-{os.geteuid()}").symlink_to(tmp_path)
    assert Profile.at(tmp_path / "p").socket == str(tmp_path.resolve() / "p/state/instance.socket")


def test_a_missing_runtime_folder_is_not_used(runtime: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime / "missing"))
    assert Path(Profile.at(tmp_path).socket).parent != runtime / "missing"


def test_resources_of_the_checkout() -> None:
    assert paths.resource("icons").is_dir()


def test_resources_of_an_installed_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "starling/resources").mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "starling/paths.py"))
    assert paths.resource("icons", "a.svg") == tmp_path / "starling/resources/icons/a.svg"


def test_downloads_go_where_the_desktop_says(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "config").mkdir()
    (home / "config/user-dirs.dirs").write_text('XDG_DOWNLOAD_DIR="$HOME/Descargas"\n', encoding="utf-8")
    assert paths.default_save_path() == home / "Descargas"


def test_a_folder_has_one_spelling() -> None:
    for given, tidied in {
        "/a/b": "/a/b",
        "/a/../b/": "/b",
        "//a/./b//c": "/a/b/c",
        "/../..": "/",
        "": "",
        "a/../b": "a/../b",
        "~/x/": "~/x/",
    }.items():
        assert paths.tidy(given) == tidied
