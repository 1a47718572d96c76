# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line: what `starling` understands, with every value made absolute. Imports no Qt: it runs first."""

import argparse
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from starling import __version__
from starling.infohash import is_info_hash

_LINK = re.compile(r"magnet:|[a-z][a-z0-9+.-]*://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Arguments:
    """One command line, independent of the folder it was given in."""

    profile: Path | None = None
    """Holds everything Starling keeps; None is the user's own profile."""
    save_path: Path | None = None
    """Where these items go; None leaves it to the settings."""
    paused: bool = False
    no_dialog: bool = False
    items: tuple[str, ...] = ()
    """Absolute paths, links and info-hashes."""
    headless: bool = False
    """Without a window, controlled from elsewhere."""
    rpc_port: int | None = None
    """Where it is controlled; None leaves it to the settings."""


def parse(argv: Sequence[str] | None = None) -> Arguments:
    """Read ``argv``, by default the process's own; ends the process on --help, --version and wrong usage."""
    parser = argparse.ArgumentParser(
        prog="starling",
        description="A BitTorrent client that explains the swarm. If it runs already, the items are handed to it.",
        allow_abbrev=False,
    )
    parser.add_argument("items", nargs="*", metavar="FILE|MAGNET|URL|HASH", type=_item, help="torrents to add")
    parser.add_argument("--profile", metavar="DIR", type=_folder, help="keep settings, torrents and cache under DIR")
    parser.add_argument("--save-path", metavar="DIR", type=_folder, help="save the added torrents' files in DIR")
    parser.add_argument("--paused", action="store_true", help="add without starting")
    parser.add_argument("--no-dialog", action="store_true", help="add without asking")
    parser.add_argument("--headless", action="store_true", help="run without a window, controlled as Transmission is")
    parser.add_argument("--rpc-port", metavar="PORT", type=_port, help="with --headless: listen for clients on PORT")
    parser.add_argument("--version", action="version", version=f"Starling {__version__}")
    known = parser.parse_args(argv)
    if known.rpc_port is not None and not known.headless:
        parser.error("--rpc-port needs --headless: with a window the port is chosen in its preferences")
    return Arguments(
        known.profile,
        known.save_path,
        known.paused,
        known.no_dialog,
        tuple(known.items),
        known.headless,
        known.rpc_port,
    )


def _item(text: str) -> str:
    """Links and info-hashes stay as they are, anything else is a file; a file named like a hash is that file."""
    if text == "":
        raise argparse.ArgumentTypeError("an item is empty")
    if text.partition(":")[0].lower() == "file":
        return _local_file(text)
    if _LINK.match(text) or (is_info_hash(text) and not os.path.lexists(text)):
        return text
    return str(Path(text).absolute())


def _local_file(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{url} is not a valid link") from error
    if parts.netloc.lower() not in ("", "localhost"):
        raise argparse.ArgumentTypeError(f"{url} is on another computer")
    path = unquote(parts.path, errors="surrogateescape")
    if os.name == "nt":  # pragma: no cover  (file:///C:/x has a slash before its drive)
        path = path.removeprefix("/")
    return str(Path(path).absolute())


def _port(text: str) -> int:
    number = int(text) if text.isascii() and text.isdecimal() and len(text) <= 5 else 0
    if not 0 < number < 65_536:
        raise argparse.ArgumentTypeError(f"{text} is not a port: those go from 1 to 65535")
    return number


def _folder(text: str) -> Path:
    if text == "":
        raise argparse.ArgumentTypeError("the folder is empty")
    return Path(text).expanduser().absolute()
