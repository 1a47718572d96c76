# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts Starling into the user's desktop – menu entry, icons, .torrent files, magnet links, the unit of a service
without a window – and takes it out again.

    python packaging/linux/install.py install --launcher /absolute/path/to/starling
    python packaging/linux/install.py uninstall

Needs nothing but Python, and writes only below XDG_DATA_HOME and XDG_CONFIG_HOME. What was there before is kept in a
record, so that uninstall removes exactly what install brought.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path

import mimeapps

HERE = Path(__file__).resolve().parent
ICONS = HERE.parent.parent / "resources" / "icons"
DESKTOP_ID = "starling.desktop"
UNIT = "starling.service"
TYPES = {"application/x-bittorrent": ".torrent files", "x-scheme-handler/magnet": "magnet links"}
SMALL_SIZES = (16, 22, 24, 32)
"""Pixels; themes look into the folder of the exact size first, so small icons get the simpler drawing."""
RESERVED = set(" \t\"'\\><~|&;$*?#()`")
"""Characters that make quotes necessary in Exec= (Desktop Entry Specification, The Exec key)."""
UNSAFE = set("\\\"'")
"""What systemd refuses in the path of a program, however it is written."""


class InstallError(Exception):
    """str(error) is a sentence."""


@dataclass
class Record:
    """What install made, relative to XDG_DATA_HOME, in the order it was made."""

    files: list[str] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)


def data_home() -> Path:
    return _xdg("XDG_DATA_HOME", ".local/share")


def choices() -> tuple[Path, Path]:
    """The user's mimeapps.list, and the one at its former place, to which some desktops still write."""
    return _xdg("XDG_CONFIG_HOME", ".config") / "mimeapps.list", data_home() / "applications" / "mimeapps.list"


def _xdg(variable: str, otherwise: str) -> Path:
    # The specification: a relative path is invalid and is to be ignored.
    given = Path(os.environ.get(variable, ""))
    return given if given.is_absolute() else Path.home() / otherwise


def exec_argument(path: str) -> str:
    """A path as one argument of Exec=: quoted, then escaped as every string of a .desktop file."""
    if RESERVED & set(path):
        for special in '\\"`$':
            path = path.replace(special, "\\" + special)
        path = f'"{path}"'
    return path.replace("%", "%%").replace("\\", "\\\\")


def desktop_entry(launcher: Path) -> str:
    """The menu entry for this very launcher."""
    lines = (HERE / DESKTOP_ID).read_text(encoding="utf-8").splitlines()
    own = {
        "TryExec": str(launcher).replace("\\", "\\\\"),
        "Exec": f"{exec_argument(str(launcher))} %U",
    }
    return "".join(f"{key}={own[key]}\n" if (key := line.partition("=")[0]) in own else f"{line}\n" for line in lines)


def service(launcher: Path) -> str | None:
    """The unit for this very launcher, to be enabled by the user; None where there can be none."""
    path = str(launcher)
    if UNSAFE & set(path):
        return None
    # Variables are put into arguments alone: in the path of the program a $ is nothing special.
    unit = (HERE / UNIT).read_text(encoding="utf-8")
    return unit.replace("ExecStart=starling ", f'ExecStart="{path.replace("%", "%%")}" ')


def wanted(launcher: Path) -> dict[str, bytes]:
    """Every file to install, relative to XDG_DATA_HOME."""
    files = {
        f"applications/{DESKTOP_ID}": desktop_entry(launcher).encode(),
        "mime/packages/starling.xml": (HERE / "starling-mime.xml").read_bytes(),
        "metainfo/starling.metainfo.xml": (HERE / "starling.metainfo.xml").read_bytes(),
        "icons/hicolor/scalable/apps/starling.svg": (ICONS / "starling.svg").read_bytes(),
        "icons/hicolor/symbolic/apps/starling-symbolic.svg": (ICONS / "starling-tray.svg").read_bytes(),
    }
    if (unit := service(launcher)) is not None:
        files[f"systemd/user/{UNIT}"] = unit.encode()
    small = (ICONS / "starling-small.svg").read_bytes()
    return files | {f"icons/hicolor/{size}x{size}/apps/starling.svg": small for size in SMALL_SIZES}


def install(launcher: Path) -> None:
    """Copy the files, become the default, tell the desktop."""
    if not launcher.is_absolute() or not launcher.is_file() or not os.access(launcher, os.X_OK):
        raise InstallError(f"{launcher} is not the absolute path of a program, so nothing was installed.")
    if any(ord(character) < 32 for character in str(launcher)):
        raise InstallError("The path of the launcher holds a control character, so nothing was installed.")
    home = data_home()
    files = wanted(launcher)
    former = load_record(home)
    record = Record(list(files), list(former.folders))
    for name in [*files, record_name()]:
        missing = [str(folder) for folder in Path(name).parents if not (home / folder).exists()]
        record.folders += [folder for folder in reversed(missing) if folder not in record.folders and folder != "."]
    # The record comes first: if a copy fails in the middle, uninstall still knows what to look for.
    save_record(home, Record(sorted({*former.files, *files}), record.folders))
    for name, content in files.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_bytes(content)
    for stale in set(former.files) - set(files):
        (home / stale).unlink(missing_ok=True)
    save_record(home, record)
    refresh(home)
    become_default()
    say(f"Starling is in the menu and opens {' and '.join(TYPES.values())} with {launcher}.")
    for mime, words in TYPES.items():
        answer = tool("xdg-mime", "query", "default", mime)
        if answer and answer.strip() != DESKTOP_ID:
            say(f"This desktop still opens {words} with {answer.strip()}; choose Starling in its settings.")


def uninstall() -> None:
    """Take out what install brought; every choice made by the user since then stays."""
    home = data_home()
    record = load_record(home)
    if not record.files:
        say("Starling is not installed in this desktop, so there is nothing to remove.")
        return
    for path in choices():
        before = mimeapps.read(path)
        if (after := mimeapps.take_out(before, DESKTOP_ID)) != before:
            mimeapps.write(path, after)
    for name in [*record.files, record_name()]:
        (home / name).unlink(missing_ok=True)
    if "mime" in record.folders and not any((home / "mime" / "packages").glob("*.xml")):
        # Everything else in it was generated from the packages, of which none is left.
        shutil.rmtree(home / "mime", ignore_errors=True)
    gone = os.path.realpath(home / "systemd" / "user" / UNIT)
    for wants in (_xdg("XDG_CONFIG_HOME", ".config") / "systemd" / "user").glob("*.wants"):
        # Enabled by the user, and now leading nowhere.
        if (wants / UNIT).is_symlink() and os.path.realpath(wants / UNIT) == gone:
            (wants / UNIT).unlink()
    refresh(home)
    if "applications" in record.folders and not any((home / "applications").glob("*.desktop")):
        (home / "applications" / "mimeinfo.cache").unlink(missing_ok=True)
    for folder in sorted(record.folders, key=len, reverse=True):
        if (home / folder).is_dir() and not any((home / folder).iterdir()):
            (home / folder).rmdir()
    say("Starling is out of the menu and opens no files or links any more; torrents and settings were not touched.")


def become_default() -> None:
    """Through xdg-mime, which knows the ways of each desktop, and in mimeapps.list, where others can stay behind us."""
    before = {path: mimeapps.defaults(mimeapps.read(path), TYPES) for path in choices()}
    tool("xdg-mime", "default", DESKTOP_ID, *TYPES)
    current, former = choices()
    for path in (current, former):
        text = mimeapps.read(path)
        ours = [mime for mime, ids in mimeapps.defaults(text, TYPES).items() if DESKTOP_ID in ids.split(";")]
        changed = mimeapps.put_first(text, TYPES if path == current else ours, DESKTOP_ID, before[path])
        if changed != text:
            mimeapps.write(path, changed)


def refresh(home: Path) -> None:
    """Bring the caches of the desktop up to date where it has the tools for them."""
    if (home / "mime" / "packages").is_dir() and tool("update-mime-database", str(home / "mime")) is None:
        say("update-mime-database is missing or failed, so files are recognised only by what the system knows already.")
    if (home / "applications").is_dir():
        tool("update-desktop-database", str(home / "applications"))
    tool("systemctl", "--user", "daemon-reload")
    theme = home / "icons" / "hicolor"
    if (theme / "icon-theme.cache").exists():
        # Only an existing cache: a new one would hide the icons that other programs put here later.
        tool("gtk-update-icon-cache", "--quiet", "--force", "--ignore-theme-index", str(theme))
    elif theme.is_dir():
        os.utime(theme)


def tool(name: str, *arguments: str) -> str | None:
    """The output of a program of the desktop, None if it is missing or failed: none of them is needed."""
    found = shutil.which(name)
    if found is None:
        return None
    done = subprocess.run([found, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


def record_name() -> str:
    return "starling/desktop-integration.json"


def load_record(home: Path) -> Record:
    path = home / record_name()
    try:
        return Record(**json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Record()
    except (ValueError, TypeError) as error:
        raise InstallError(f"{path} is damaged ({error}); remove it, install again, then uninstall.") from error


def save_record(home: Path, record: Record) -> None:
    path = home / record_name()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.write_text(json.dumps(asdict(record), indent=1) + "\n", encoding="utf-8")


def say(sentence: str) -> None:
    print(sentence)


def main() -> int:
    parser = argparse.ArgumentParser(description="Put Starling into the user's desktop, or take it out again.")
    parser.add_argument("action", choices=["install", "uninstall"])
    parser.add_argument("--launcher", type=Path, help="absolute path of the program to start; needed to install")
    given = parser.parse_args()
    if given.action == "install" and given.launcher is None:
        parser.error("install needs --launcher.")
    try:
        install(given.launcher) if given.action == "install" else uninstall()
    except InstallError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.filename or 'A file'} cannot be used: {error.strerror}.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
