# SPDX-License-Identifier: GPL-3.0-or-later
"""`make bench`: every benchmark of this folder, or those that are named, each alone in a process of its own."""

import subprocess
import sys
from pathlib import Path


def main(wanted: list[str]) -> int:
    """Runs `bench_<name>.py` for each wanted name, all without one; returns how many failed."""
    there = sorted(path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py"))
    unknown = set(wanted) - set(there)
    if unknown:
        print(f"There is no benchmark {', '.join(sorted(unknown))}; there are {', '.join(there)}.")
        return 2
    failed = 0
    for name in wanted or there:
        print(f"== {name}", flush=True)
        failed += subprocess.run([sys.executable, "-m", f"tests.bench.bench_{name}"], check=False).returncode != 0
        print(flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
