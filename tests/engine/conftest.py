# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests of engines need of the machine."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engine.volumes import Mount

_SHARED_MEMORY = Path("/dev/shm")


@pytest.fixture
def mount(tmp_path: Path) -> Iterator[Mount]:
    """Mounts disks of so many bytes; skips where that is not allowed."""
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root can mount a small disk")
    mounted: list[Path] = []

    def make(size: int) -> Path:
        folder = tmp_path / f"disk{len(mounted)}"
        folder.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=755", "none", str(folder)]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("mounting is not allowed here")
        mounted.append(folder)
        return folder

    yield make
    for folder in mounted:
        if os.path.ismount(folder):
            subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def second_volume(tmp_path: Path) -> Iterator[Path]:
    """An empty folder on another volume than that of `tmp_path`."""
    if not _SHARED_MEMORY.is_dir() or _SHARED_MEMORY.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is no second volume here")
    with tempfile.TemporaryDirectory(dir=_SHARED_MEMORY, prefix="starling-test-") as folder:
        yield Path(folder)
