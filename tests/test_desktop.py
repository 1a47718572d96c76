# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop: .desktop file, MIME type and AppStream data are valid, and install and uninstall leave no trace."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from xml.etree import ElementTree

import pytest

from starling.__main__ import RUNS_ALREADY

ROOT = Path(__file__).resolve().parent.parent
LINUX = ROOT / "packaging" / "linux"
TORRENT, MAGNET = "application/x-bittorrent", "x-scheme-handler/magnet"
LINK = "magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567&dn=a%20b&tr=http%3A%2F%2F127.0.0.1%2Fannounce"

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="The XDG folders are Linux's.")


def needs(*tools: str) -> pytest.MarkDecorator:
    missing = [tool for tool in tools if shutil.which(tool) is None]
    return pytest.mark.skipif(bool(missing), reason=f"{', '.join(missing)} is not installed.")


@pytest.fixture(scope="module")
def scripts() -> Iterator[None]:
    """The folder of install.py on the path, as when it runs."""
    sys.path.insert(0, str(LINUX))
    yield
    sys.path.remove(str(LINUX))
    for name in ("install", "mimeapps"):
        sys.modules.pop(name, None)


class Home:
    """A user of their own, with a program that writes down what it was started with."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.config = folder / "config"
        self.choices = self.config / "mimeapps.list"
        self.started = folder / "started"
        self.launcher = folder / "bin" / "starling"
        for made in (self.data, self.config, self.launcher.parent):
            made.mkdir(parents=True)
        self.launcher.write_text(
            f'#!/bin/sh\nprintf "%s\\n" "$@" >{self.started}.part && mv {self.started}.part {self.started}\n',
            encoding="utf-8",
        )
        self.launcher.chmod(0o755)
        self.environment = {
            "HOME": str(folder),
            "XDG_DATA_HOME": str(self.data),
            "XDG_CONFIG_HOME": str(self.config),
            "PATH": os.environ["PATH"],
            "LC_ALL": "C.UTF-8",
        }

    def run(self, *command: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
        environment = self.environment | more
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)

    def install(self, launcher: Path | None = None, **more: str) -> str:
        done = self.run(
            sys.executable, LINUX / "install.py", "install", "--launcher", launcher or self.launcher, **more
        )
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    def uninstall(self, **more: str) -> str:
        done = self.run(sys.executable, LINUX / "install.py", "uninstall", **more)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    def tree(self) -> dict[str, bytes]:
        return {
            str(path.relative_to(self.folder)): path.read_bytes() if path.is_file() else b""
            for top in (self.data, self.config)
            for path in top.rglob("*")
        }

    def opened(self) -> str:
        """What the launcher was started with, once it was: some desktops do not wait for it."""
        deadline = time.monotonic() + 30
        while not self.started.exists():
            assert time.monotonic() < deadline, "The launcher was not started."
            time.sleep(0.01)
        return self.started.read_text("utf-8").removesuffix("\n")

    def default(self, mime: str) -> str:
        return self.run("xdg-mime", "query", "default", mime).stdout.strip()


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


@pytest.fixture
def bare(tmp_path: Path) -> dict[str, str]:
    """A PATH without a single tool of a desktop."""
    (tmp_path / "nothing").mkdir()
    return {"PATH": str(tmp_path / "nothing")}


# The files


@needs("desktop-file-validate")
def test_the_desktop_file_is_valid() -> None:
    done = subprocess.run(
        ["desktop-file-validate", LINUX / "starling.desktop"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


@needs("appstreamcli")
def test_the_appstream_data_is_valid() -> None:
    command = ["appstreamcli", "validate", "--no-net", LINUX / "starling.metainfo.xml"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_files_speak_of_the_same_things() -> None:
    entry = dict(
        line.split("=", 1) for line in (LINUX / "starling.desktop").read_text("utf-8").splitlines() if "=" in line
    )
    assert entry["MimeType"] == f"{TORRENT};{MAGNET};"
    assert entry["Exec"] == "starling %U"
    assert {key for key in entry if key.endswith("[es]")} == {"GenericName[es]", "Comment[es]", "Keywords[es]"}
    about = ElementTree.parse(LINUX / "starling.metainfo.xml").getroot()
    assert about.findtext("launchable") == "starling.desktop"
    assert [kind.text for kind in about.iter("mediatype")] == [TORRENT, MAGNET]
    (kind,) = ElementTree.parse(LINUX / "starling-mime.xml").getroot()
    assert kind.get("type") == TORRENT


# Install and uninstall


@needs("systemd-analyze")
@pytest.mark.parametrize("name", ["starling", "a $HOME $$ ${b} 100% ;"])
def test_the_service_is_one(home: Home, name: str) -> None:
    launcher = home.launcher.rename(home.launcher.with_name(name))
    home.install(launcher)
    unit = home.data / "systemd" / "user" / "starling.service"
    done = home.run("systemd-analyze", "verify", "--user", "--man=no", unit, XDG_RUNTIME_DIR=str(home.folder))
    assert (done.returncode, done.stderr) == (0, "")
    assert f'ExecStart="{home.launcher.parent}/' in unit.read_text("utf-8")


def test_there_is_no_service_that_systemd_would_refuse(home: Home) -> None:
    home.install(home.launcher.rename(home.launcher.with_name("star'ling")))
    assert not (home.data / "systemd").exists()
    assert (home.data / "applications" / "starling.desktop").exists()


def test_the_service_is_not_started_again_beside_another() -> None:
    assert f"RestartPreventExitStatus={RUNS_ALREADY}\n" in (LINUX / "starling.service").read_text("utf-8")


def test_an_enabled_service_leaves_no_dangling_link(home: Home) -> None:
    home.install()
    enabled = home.config / "systemd" / "user" / "default.target.wants"
    enabled.mkdir(parents=True)
    ours, theirs = enabled / "starling.service", home.config / "systemd" / "user" / "x.target.wants"
    ours.symlink_to(home.data / "systemd" / "user" / "starling.service")
    theirs.mkdir()
    (theirs / "starling.service").symlink_to("/usr/lib/systemd/user/starling.service")
    home.uninstall()
    assert not ours.is_symlink()
    assert (theirs / "starling.service").is_symlink()


def test_uninstall_leaves_nothing_behind(home: Home) -> None:
    before = home.tree()
    home.install()
    assert "data/applications/starling.desktop" in home.tree()
    home.uninstall()
    assert home.tree() == before == {}


def test_it_needs_no_tool_of_a_desktop(home: Home, bare: dict[str, str]) -> None:
    assert "update-mime-database is missing" in home.install(**bare)
    assert home.choices.read_text("utf-8") == (
        f"[Default Applications]\n{MAGNET}=starling.desktop;\n{TORRENT}=starling.desktop;\n"
    )
    home.uninstall(**bare)
    assert home.tree() == {}


@pytest.mark.parametrize("tools", [pytest.param("all", marks=needs("xdg-mime")), "none"])
def test_the_defaults_of_before_come_back(home: Home, bare: dict[str, str], tools: str) -> None:
    chosen = (
        "[Added Associations]\nimage/png=viewer.desktop;\n\n"
        f"[Default Applications]\ntext/plain=editor.desktop\n{TORRENT}=other.desktop;third.desktop\n"
    )
    home.choices.write_text(chosen, encoding="utf-8")
    path = bare if tools == "none" else {}
    home.install(**path)
    assert f"\n{TORRENT}=starling.desktop;other.desktop;third.desktop\n" in home.choices.read_text("utf-8")
    home.uninstall(**path)
    assert home.choices.read_text("utf-8") == chosen


def test_a_choice_made_after_installing_stays(home: Home, bare: dict[str, str]) -> None:
    home.install(**bare)
    home.choices.write_text(
        f"[Default Applications]\n{TORRENT}=other.desktop\n{MAGNET}=starling.desktop;\n", encoding="utf-8"
    )
    home.uninstall(**bare)
    assert home.choices.read_text("utf-8") == f"[Default Applications]\n{TORRENT}=other.desktop\n"


def test_files_of_others_stay(home: Home) -> None:
    foreign = home.data / "applications" / "other.desktop"
    foreign.parent.mkdir()
    foreign.write_text("[Desktop Entry]\nType=Application\nName=Other\nExec=true\n", encoding="utf-8")
    (home.data / "icons").mkdir()
    home.install()
    home.uninstall()
    assert foreign.exists()
    assert {name for name in home.tree() if "mimeinfo" not in name} == {
        "data/applications", "data/applications/other.desktop", "data/icons",
    }  # fmt: skip


def test_installing_twice_is_installing_once(home: Home) -> None:
    home.install()
    once = home.tree()
    home.install()
    assert {name: text for name, text in home.tree().items() if "/mime/" not in name} == {
        name: text for name, text in once.items() if "/mime/" not in name
    }
    home.uninstall()
    assert home.tree() == {}


def test_a_linked_mimeapps_list_stays_a_link(home: Home, bare: dict[str, str]) -> None:
    kept = home.folder / "dotfiles"
    kept.write_text("[Default Applications]\ntext/plain=editor.desktop\n", encoding="utf-8")
    home.choices.symlink_to(kept)
    home.install(**bare)
    assert home.choices.is_symlink()
    assert "starling.desktop" in kept.read_text("utf-8")
    home.uninstall(**bare)
    assert kept.read_text("utf-8") == "[Default Applications]\ntext/plain=editor.desktop\n"


def test_uninstalling_what_is_not_there_says_so(home: Home) -> None:
    assert home.uninstall() == "Starling is not installed in this desktop, so there is nothing to remove.\n"
    assert home.tree() == {}


@pytest.mark.parametrize("launcher", ["starling", "/nowhere/starling"])
def test_a_wrong_launcher_is_refused_in_words(home: Home, launcher: str) -> None:
    done = home.run(sys.executable, LINUX / "install.py", "install", "--launcher", launcher)
    assert done.returncode == 1
    assert done.stderr == f"{launcher} is not the absolute path of a program, so nothing was installed.\n"
    assert home.tree() == {}


def test_a_folder_that_cannot_be_is_an_error_in_words(home: Home) -> None:
    home.data.rmdir()
    home.data.write_text("a file", encoding="utf-8")
    done = home.run(sys.executable, LINUX / "install.py", "install", "--launcher", home.launcher)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.endswith(": Not a directory.\n")


def test_a_damaged_record_is_an_error_in_words(home: Home) -> None:
    home.install()
    record = home.data / "starling" / "desktop-integration.json"
    record.write_text("{", encoding="utf-8")
    done = home.run(sys.executable, LINUX / "install.py", "uninstall")
    assert (done.returncode, done.stdout) == (1, "")
    assert "is damaged" in done.stderr


# The real way


@needs("xdg-mime", "update-mime-database")
def test_the_desktop_answers_starling(home: Home) -> None:
    home.install()
    assert [home.default(mime) for mime in (TORRENT, MAGNET)] == ["starling.desktop"] * 2
    home.uninstall()
    assert "starling.desktop" not in {home.default(TORRENT), home.default(MAGNET)}


@needs("xdg-open", "xdg-mime", "file")
@pytest.mark.parametrize("name", ["ubuntu.torrent", "año 1 – música.torrent"])
def test_xdg_open_starts_the_launcher_with_a_file(home: Home, name: str) -> None:
    home.install()
    torrent = home.folder / name
    torrent.write_bytes(b"d8:announce3:udpe")
    done = home.run("xdg-open", torrent, DISPLAY=":nowhere")
    assert done.returncode == 0, done.stderr
    assert home.opened() == str(torrent)


@needs("xdg-open", "xdg-mime")
def test_xdg_open_starts_the_launcher_with_a_link(home: Home) -> None:
    home.install()
    done = home.run("xdg-open", LINK, DISPLAY=":nowhere")
    assert done.returncode == 0, done.stderr
    assert home.opened() == LINK


@needs("gio", "update-desktop-database")
@pytest.mark.parametrize("folder", ["plain", "with space", 'all "$`\\ them'])
def test_a_desktop_finds_the_launcher_wherever_it_is(home: Home, folder: str) -> None:
    """GIO is what GNOME, XFCE and others start programs with, and it parses Exec= by the book (but for a % in it)."""
    launcher = home.folder / folder / "starling"
    launcher.parent.mkdir()
    shutil.copy2(home.launcher, launcher)
    home.install(launcher)
    entry = home.data / "applications" / "starling.desktop"
    done = home.run("gio", "launch", entry, LINK)
    assert done.returncode == 0, done.stderr
    assert home.opened() == LINK


@needs("desktop-file-validate")
@pytest.mark.parametrize("folder", ["plain", "with space", 'all "$`\\ of % them'])
def test_the_installed_desktop_file_is_valid(home: Home, folder: str) -> None:
    launcher = home.folder / folder / "starling"
    launcher.parent.mkdir()
    shutil.copy2(home.launcher, launcher)
    home.install(launcher)
    done = home.run("desktop-file-validate", home.data / "applications" / "starling.desktop")
    assert (done.returncode, done.stdout) == (0, "")


# mimeapps.list

LINES = (
    "[Default Applications]", "[Added Associations]", "", "# a comment", "text/plain=editor.desktop", "no key at all",
    f"{TORRENT}=other.desktop;", f"{MAGNET} = a.desktop;b.desktop",
)  # fmt: skip


@pytest.mark.usefixtures("scripts")
def test_put_first_and_take_out_give_every_line_back() -> None:
    """Whatever order the lines of a mimeapps.list come in, sections named twice included."""
    import mimeapps

    def facts(text: str) -> list[str]:
        return [line.replace(" = ", "=") for line in text.splitlines() if not line.startswith("[")]

    for lines in product(LINES, repeat=4):
        text = "".join(f"{line}\n" for line in lines)
        changed = mimeapps.put_first(text, [TORRENT, MAGNET], "starling.desktop")
        values = mimeapps.defaults(changed, [TORRENT, MAGNET])
        assert [values[mime].split(";")[0] for mime in (TORRENT, MAGNET)] == ["starling.desktop"] * 2
        back = mimeapps.take_out(changed, "starling.desktop")
        assert facts(back) == facts(text)
        assert mimeapps.defaults(back, [TORRENT, MAGNET]) == mimeapps.defaults(text, [TORRENT, MAGNET])
