# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes resources/countries.xz from the lists in Debian's package tor-geoipdb (``geoip`` and ``geoip6``).

    apt-get install tor-geoipdb && PYTHONPATH=app .venv/bin/python packaging/countries.py /usr/share/tor

The lists are an export of the IPFire Location database, CC BY-SA 4.0.
"""

import sys
from pathlib import Path

from starling.engine.countrytable import Table


def main(folder: Path, target: Path) -> None:
    """Packs the two lists of a folder."""
    table = Table()
    generated = ""
    for name in ("geoip", "geoip6"):
        path = folder / name
        table.read(path)
        with path.open(encoding="utf-8") as file:
            generated = generated or next(line for line in file if "Generated:" in line).partition(":")[2].strip()
    about = f"IPFire Location database (location.ipfire.org) of {generated}, CC BY-SA 4.0"
    target.write_bytes(table.pack(about))
    print(f"{target}: {target.stat().st_size:,} bytes, {about}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(__file__).resolve().parent.parent / "resources" / "countries.xz")
