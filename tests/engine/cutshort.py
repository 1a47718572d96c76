# SPDX-License-Identifier: GPL-3.0-or-later
"""A removal that a kill cuts short: it is in the database, and nothing else of it is done."""

import time
from contextlib import closing
from pathlib import Path

from starling.engine.binstore import BinStore, Leaver
from starling.engine.rows import Removal
from starling.engine.store import Store


def cut_short(data_dir: Path, kind: Removal, *ids: str) -> None:
    """Begins the removal of these torrents, all of them if none are named; the program does not run."""
    with closing(Store(data_dir / "starling.db")) as store:
        rows = [row for batch in store.rows() for row in batch if not ids or row.id in ids]
        BinStore(store).begin([Leaver(row.id, row.name or row.id, 0, "") for row in rows], kind, int(time.time()))
