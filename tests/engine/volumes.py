# SPDX-License-Identifier: GPL-3.0-or-later
"""Real volumes beside that of the tests: memory disks that root can mount, see the fixture `mount`."""

import subprocess
from collections.abc import Callable
from pathlib import Path

Mount = Callable[[int], Path]
"""Mounts an empty disk of so many bytes."""


def remount(folder: Path, options: str) -> None:
    """Changes a mounted disk: ``ro``, ``size=20m``."""
    subprocess.run(["mount", "-o", f"remount,{options}", str(folder)], check=True)


def pull_out(disk: Path) -> None:
    """The cable is pulled: the disk is gone, its mount point is an empty folder, what was open stays open."""
    subprocess.run(["umount", "-l", str(disk)], check=True)
