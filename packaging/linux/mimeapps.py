# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits mimeapps.list, the user's choice of programs for types of files, and touches no line of anybody else.

Source: freedesktop.org, Association between MIME types and applications, 1.0.1.
"""

import contextlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

DEFAULTS = "[Default Applications]"


def put_first(text: str, types: Iterable[str], desktop_id: str, previous: dict[str, str] | None = None) -> str:
    """Make `desktop_id` the default of every type; who was it before stays behind it and takes over again later.

    `previous` has the raw values of before for types that somebody else has overwritten since.
    """
    for mime in types:
        old = (previous or {}).get(mime) or defaults(text, [mime]).get(mime, "")
        text = _set(text, mime, ";".join([desktop_id, _without(old, desktop_id)]))
    return text


def take_out(text: str, desktop_id: str) -> str:
    """Remove `desktop_id` wherever it stands; keys and sections that hold nothing else go with it."""
    kept: list[str] = []
    emptied = False
    for line in text.splitlines(keepends=True):
        key, equals, value = line.partition("=")
        if equals and desktop_id in _ids(value):
            rest = _without(value.rstrip("\r\n"), desktop_id)
            emptied = emptied or not _ids(rest)
            if _ids(rest):
                kept.append(f"{key}={rest}{line[len(line.rstrip()) :]}")
        else:
            kept.append(line)
    return _without_empty_sections(kept) if emptied else "".join(kept)


def defaults(text: str, types: Iterable[str]) -> dict[str, str]:
    """The raw values of those types that have a default."""
    wanted = set(types)
    found: dict[str, str] = {}
    section = ""
    for line in text.splitlines():
        if line.startswith("["):
            section = line.strip()
        key, equals, value = line.partition("=")
        if equals and section == DEFAULTS and key.strip() in wanted:
            found.setdefault(key.strip(), value.strip())
    return found


def read(path: Path) -> str:
    """The file's text, empty if there is none; bytes that are no UTF-8 survive."""
    try:
        return path.read_bytes().decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        return ""


def write(path: Path, text: str) -> None:
    """Replace the file in one step, behind its symbolic link if it is one; an empty text removes it."""
    target = path.resolve()
    if not text.strip():
        target.unlink(missing_ok=True)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8", "surrogateescape"))
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o644
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            Path(name).unlink()
        raise


def _ids(value: str) -> list[str]:
    return [part.strip() for part in value.split(";") if part.strip()]


def _without(value: str, desktop_id: str) -> str:
    return ";".join(part for part in value.split(";") if part.strip() != desktop_id)


def _set(text: str, mime: str, value: str) -> str:
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    section = ""
    insert = None
    for number, line in enumerate(lines):
        if line.startswith("["):
            section = line.strip()
            if section == DEFAULTS and insert is None:
                insert = number + 1
        elif section == DEFAULTS and line.partition("=")[0].strip() == mime:
            lines[number] = f"{mime}={value}\n"
            return "".join(lines)
    if insert is None:
        lines += [f"{DEFAULTS}\n"]
        insert = len(lines)
    lines.insert(insert, f"{mime}={value}\n")
    return "".join(lines)


def _without_empty_sections(lines: list[str]) -> str:
    """Drop heads of [Default Applications] and the like that no line follows."""
    kept: list[str] = []
    for line, following in zip(lines, [*lines[1:], "["], strict=True):
        if not (line.startswith("[") and following.startswith("[")):
            kept.append(line)
    return "".join(kept)
