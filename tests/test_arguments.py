# SPDX-License-Identifier: GPL-3.0-or-later
"""What the command line takes, and that values mean the same in another folder."""

import subprocess
import sys
from pathlib import Path

import pytest

import starling
from starling.arguments import Arguments, parse

HEX = "c12fe1c06bba254a9dc9f519b335aa7c1367a88a"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_nothing() -> None:
    assert parse([]) == Arguments()


def test_everything(folder: Path) -> None:
    arguments = parse(["--profile", "p", "--save-path", "down/x", "--paused", "--no-dialog", "a.torrent", HEX])
    assert arguments == Arguments(folder / "p", folder / "down/x", True, True, (str(folder / "a.torrent"), HEX))


def test_without_a_window() -> None:
    assert parse(["--headless", "--rpc-port", "9092"]) == Arguments(headless=True, rpc_port=9092)


@pytest.mark.parametrize("port", ["0", "65536", "-1", "x", "²", "999999"])
def test_what_is_no_port_is_refused(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["--headless", f"--rpc-port={port}"])
    assert "65535" in capsys.readouterr().err


def test_the_process_s_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["starling", "--paused"])
    assert parse() == Arguments(paused=True)


@pytest.mark.parametrize(
    "item",
    [
        f"magnet:?xt=urn:btih:{HEX}&dn=a%20b",
        f"MAGNET:?xt=urn:btih:{HEX}",
        "http://example.org/a.torrent",
        "https://example.org/a.torrent?x=1#y",
        "ftp://example.org/a.torrent",
        HEX.upper(),
        HEX[:24] * 2 + "0123456789abcdef",
        "1220" + "0" * 64,
        "abcdefghijklmnopqrstuvwxyz234567",
    ],
)
def test_links_and_hashes_stay(item: str) -> None:
    assert parse([item]).items == (item,)


@pytest.mark.parametrize(
    ("item", "path"),
    [
        ("a.torrent", "a.torrent"),
        ("sub/ñandú 1.torrent", "sub/ñandú 1.torrent"),
        (HEX[:39], HEX[:39]),
        ("magnet", "magnet"),
        ("a:b.torrent", "a:b.torrent"),
        ("\udcff.torrent", "\udcff.torrent"),
    ],
)
def test_files_become_absolute(folder: Path, item: str, path: str) -> None:
    assert parse([item]).items == (str(folder / path),)


def test_a_file_named_like_a_hash_is_the_file(folder: Path) -> None:
    (folder / HEX).touch()
    assert parse([HEX]).items == (str(folder / HEX),)


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("file:///x/a%20b.torrent", "/x/a b.torrent"),
        ("FILE://localhost/x/%C3%B1.torrent", "/x/ñ.torrent"),
        ("file:///x/%FF.torrent", "/x/\udcff.torrent"),
        ("file:/x/a.torrent", "/x/a.torrent"),
    ],
)
def test_file_urls_are_files(url: str, path: str) -> None:
    assert parse([url]).items == (path,)


def test_options_expand_the_home_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert parse(["--save-path=~/x"]).save_path == tmp_path / "home/x"


def test_items_that_begin_with_a_dash(folder: Path) -> None:
    assert parse(["--", "-a.torrent"]).items == (str(folder / "-a.torrent"),)


@pytest.mark.parametrize(
    ("argv", "complaint"),
    [
        ([""], "an item is empty"),
        (["--profile", ""], "the folder is empty"),
        (["--prof", "x"], "--prof"),
        (["--unknown"], "--unknown"),
        (["file://elsewhere/x"], "is on another computer"),
        (["file://[/x"], "is not a valid link"),
    ],
)
def test_wrong_usage_ends_with_a_sentence(argv: list[str], complaint: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        parse(argv)
    assert end.value.code == 2
    assert complaint in capsys.readouterr().err


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        parse(["--version"])
    assert end.value.code == 0
    assert capsys.readouterr().out == f"Starling {starling.__version__}\n"


def test_help_names_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        parse(["--help"])
    assert end.value.code == 0
    text = capsys.readouterr().out
    for name in ("--profile DIR", "--save-path DIR", "--paused", "--no-dialog", "--version", "FILE|MAGNET|URL|HASH"):
        assert name in text


def test_it_needs_neither_qt_nor_the_web_client() -> None:
    code = "import sys, starling.arguments; print({'PySide6', 'asyncio', 'http', 'email'} & set(sys.modules))"
    app = Path(starling.__file__).parent.parent
    done = subprocess.run([sys.executable, "-c", code], cwd=app, capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
