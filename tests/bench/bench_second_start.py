# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a second start takes to hand over and end; `python -m tests.bench.bench_second_start`."""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

REPEATS = 15
LIMIT = 0.5
"""Seconds, for the slowest."""

FIRST = """
import sys
from pathlib import Path
from starling.instance import Message, claim
from starling.paths import Profile
server = claim(Profile.at(sys.argv[1]), Message())
assert server is not None
if sys.argv[2] == "running":
    from PySide6.QtCore import QCoreApplication
    app = QCoreApplication([])
    server.start()
    print(flush=True)
    app.exec()
else:
    print(flush=True)
    sys.stdin.read()
"""


def measured(state: str) -> list[float]:
    """Seconds of each start beside a first one that is ``running`` or still ``starting``."""
    with tempfile.TemporaryDirectory() as folder:
        first = subprocess.Popen(
            [sys.executable, "-c", FIRST, folder, state], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert first.stdout is not None
        try:
            first.stdout.readline()
            return sorted(second(folder) for _ in range(REPEATS))
        finally:
            first.kill()
            first.communicate()


def second(folder: str) -> float:
    began = time.perf_counter()
    command = [sys.executable, "-m", "starling", "--profile", folder, str(Path(folder) / "x.torrent")]
    subprocess.run(command, check=True, timeout=30)
    return time.perf_counter() - began


def main() -> int:
    slowest = 0.0
    for state in ("running", "starting"):
        times = measured(state)
        slowest = max(slowest, times[-1])
        print(f"second start, first one {state}: median {statistics.median(times):.3f} s, slowest {times[-1]:.3f} s")
    return 0 if slowest < LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
