# SPDX-License-Identifier: GPL-3.0-or-later
"""Where everything lies: the folders of a profile, the resources of the program, the folder for downloads."""

import hashlib
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths

_LOCATION = QStandardPaths.StandardLocation
_NAME = "starling"
SOCKET_PATH_LIMIT = 103
"""Bytes. sockaddr_un holds 108 on Linux and 104 on macOS, the closing NUL included."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The folders of one set of settings and torrents; at most one process works on a profile at a time."""

    config_dir: Path
    data_dir: Path
    state_dir: Path
    cache_dir: Path
    socket: str
    """What the first start listens on: an absolute path, on Windows the name of a pipe."""

    @classmethod
    def default(cls) -> "Profile":
        """The user's own profile, in the XDG folders or what stands for them on this system."""
        data_dir = _standard(_LOCATION.GenericDataLocation) / _NAME
        state_dir = _standard(_LOCATION.GenericStateLocation) / _NAME
        return cls(
            config_dir=_standard(_LOCATION.GenericConfigLocation) / _NAME,
            data_dir=data_dir,
            state_dir=state_dir,
            cache_dir=_standard(_LOCATION.GenericCacheLocation) / _NAME,
            socket=_socket(data_dir, state_dir),
        )

    @classmethod
    def at(cls, folder: str | Path) -> "Profile":
        """A portable profile with everything under ``folder``; two spellings of one folder are one profile."""
        root = Path(folder).resolve()
        return cls(
            root / "config", root / "data", root / "state", root / "cache", _socket(root / "data", root / "state")
        )

    @property
    def settings_file(self) -> Path:
        return self.config_dir / "settings.toml"

    @property
    def database_file(self) -> Path:
        return self.data_dir / "starling.db"

    @property
    def automation_file(self) -> Path:
        return self.data_dir / "automation.json"

    @property
    def lock_file(self) -> Path:
        return self.data_dir / "starling.lock"

    @property
    def address_file(self) -> Path:
        """Where the running process says what it listens on: `socket` depends on how a process was started."""
        return self.data_dir / "starling.address"

    @property
    def ui_state_file(self) -> Path:
        return self.state_dir / "ui-state.json"

    def make_folders(self) -> None:
        """Create what is missing, for the user's eyes only; folders that exist keep their rights. Raises OSError."""
        for folder in (self.config_dir, self.data_dir, self.state_dir, self.cache_dir):
            folder.parent.mkdir(parents=True, exist_ok=True)
            folder.mkdir(mode=0o700, exist_ok=True)


def resource(*parts: str) -> Path:
    """A file of the program: from the installed package, or from the checkout it runs from."""
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    root = installed if installed.is_dir() else package.parent.parent / "resources"
    return root.joinpath(*parts)


def tidy(folder: str) -> str:
    """The one spelling of a full path that is used here: without "..", "//", "/./" and "/" at its end.

    Asks no disk: ".." leads to what stands before it, as in a shell. What is no full path stays as it is.
    """
    if not os.path.isabs(folder):  # noqa: PTH117  (texts, not necessarily of a path)
        return folder
    path = os.path.normpath(folder)
    # Two slashes at the beginning are something of its own to POSIX, and nothing to any system here.
    return path[1:] if path.startswith("//") else path


def default_save_path() -> Path:
    """The user's folder for downloads (XDG user-dirs)."""
    return _standard(_LOCATION.DownloadLocation)


def _standard(location: QStandardPaths.StandardLocation) -> Path:
    return Path(QStandardPaths.writableLocation(location))


def _socket(data_dir: Path, state_dir: Path) -> str:
    """A short name that every process of the profile arrives at, in a folder that is the user's alone.

    Profiles may lie deeper than a socket's path can reach or on a file system without sockets, hence the hash.
    """
    name = f"{_NAME}-{hashlib.sha256(os.fsencode(data_dir)).hexdigest()[:16]}"
    if sys.platform == "win32":  # pragma: no cover
        return name
    for folder in _runtime_folders():
        path = folder / f"{name}.socket"
        if len(os.fsencode(path)) <= SOCKET_PATH_LIMIT and _is_private(folder):
            return str(path)
    return str(state_dir / "instance.socket")


def _runtime_folders() -> Iterator[Path]:
    """Not QStandardPaths.RuntimeLocation, which warns on stderr wherever XDG_RUNTIME_DIR is not set."""
    if given := os.environ.get("XDG_RUNTIME_DIR"):
        yield Path(given)
    yield Path(f"/run/user/{os.geteuid()}")
    own = Path(tempfile.gettempdir()) / f"{_NAME}-{os.geteuid()}"
    with suppress(OSError):  # whether it can serve is decided by looking at it, not by this call
        own.mkdir(mode=0o700)
    yield own


def _is_private(folder: Path) -> bool:
    """Whether only this user can enter; a link that somebody else may have put there does not count."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & 0o077
