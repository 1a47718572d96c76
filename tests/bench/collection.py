# SPDX-License-Identifier: GPL-3.0-or-later
"""A profile with many small complete torrents in it, as a long-time seeder has."""

import hashlib
import os
from pathlib import Path

import libtorrent as lt

from starling.engine import keeper
from starling.engine.rows import Row
from starling.engine.store import Store
from starling.paths import Profile

SETTINGS = """
[connection]
port = 0
interfaces = ['{address}']
utp = false
[discovery]
dht = false
lsd = false
upnp = false
natpmp = false
dht_bootstrap = []
[queue]
active_downloads = 5
"""


def make(folder: Path, count: int, *, tracker: str = "", address: str = "127.0.0.1", files: int = 1) -> Profile:
    """A profile under `folder` whose `count` torrents seed their files; `tracker` is announced to if given."""
    profile = Profile.at(folder / "profile")
    profile.make_folders()
    profile.settings_file.write_text(SETTINGS.format(address=address), encoding="utf-8")
    data = folder / "data"
    data.mkdir()
    store = Store(profile.database_file)
    for number in range(count):
        store.put(_row(number, data, tracker, files))
    store.close()
    os.sync()
    return profile


def _row(number: int, data: Path, tracker: str, files: int) -> Row:
    name = f"{number * 7919 % 100_003:05d} Torrent number {number}.iso"
    content = name.encode() * 40
    entries: dict[bytes, object] = {b"name": name.encode(), b"piece length": 16_384}
    if files == 1:
        (data / name).write_bytes(content)
        entries[b"length"] = len(content)
    else:
        (data / name).mkdir()
        sizes = [len(content) // files] * (files - 1)
        sizes.append(len(content) - sum(sizes))
        entries[b"files"] = [{b"length": size, b"path": [b"file %02d.bin" % at]} for at, size in enumerate(sizes)]
        for at, size in enumerate(sizes):
            (data / name / f"file {at:02d}.bin").write_bytes(content[at * sizes[0] :][:size])
    info = lt.bencode({**entries, b"pieces": hashlib.sha1(content).digest()})
    params = lt.load_torrent_buffer(b"d4:info" + info + b"e")
    id = str(params.ti.info_hashes().v1)
    params.save_path = str(data)
    params.added_time = 1_700_000_000 + number * 61
    params.have_pieces = [True]
    params.file_priorities = [4] * files
    params.total_uploaded = number * 1_000
    params.total_downloaded = len(content)
    if tracker:
        params.trackers = [tracker]
    params.info_hashes = params.ti.info_hashes()
    params.ti = None
    return Row(id=id, resume=keeper.encode(params), info=info, labels=("Big",) if number % 10 == 0 else ())
