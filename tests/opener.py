# SPDX-License-Identifier: GPL-3.0-or-later
"""A program that opens files, in place of the desktop's."""

from pathlib import Path

import pytest


def opener(folder: Path, monkeypatch: pytest.MonkeyPatch, ending: str) -> Path:
    """Puts an xdg-open in front of the real one."""
    programs, said = folder / "bin", folder / "opened"
    programs.mkdir(exist_ok=True)
    program = programs / "xdg-open"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$1" >> "{said}"\n{ending}\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    return said
