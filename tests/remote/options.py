# SPDX-License-Identifier: GPL-3.0-or-later
"""Every option of transmission-remote, how it is tried, and what Starling has to do then."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starling import settings
from starling.remote.own_goals import idle_mode, ratio_mode
from starling.schedule import Mode, Schedule
from starling.setting import Setting
from starling.settings.privacy import EncryptionPolicy
from starling.torrent import State, Torrent
from tests.remote.conftest import Doorstep

S = settings


@dataclass(slots=True)
class At:
    """Where an option is tried: a door, and a torrent behind it."""

    door: Doorstep
    id: str = ""
    said: str = ""
    """By the client, the last time it was called."""

    def get(self, setting: Setting[Any]) -> Any:
        return self.door.settings.get(setting)

    @property
    def torrent(self) -> Torrent:
        return self.door.user.torrent(self.id)

    @property
    def options(self) -> Any:
        return self.door.user.engine.throttle.options_of(self.id)

    @property
    def priorities(self) -> list[int]:
        return self.door.user.priorities(self.id)

    @property
    def trackers(self) -> list[str]:
        tiers = self.door.user.run(self.door.user.engine.trackers.tiers(self.id))
        return [url for tier in tiers for url in tier]

    def named(self, name: str) -> Torrent | None:
        return next((each for each in self.door.user.engine.torrents.values() if each.name == name), None)


@dataclass(frozen=True, slots=True)
class Row:
    """One call of the client."""

    words: str
    """Its command line; what stands in braces is known when it is called."""
    holds: Callable[[At], object] = bool
    """What is true after it, soon."""
    refused: str = ""
    """Part of the sentence with which Starling refuses, if it does."""
    wrong: bool = False
    """Transmission would refuse it, too."""

    @property
    def options(self) -> list[str]:
        """Those that are tried."""
        found = (word for word in self.words.split() if re.fullmatch(r"-{1,2}[A-Za-z][A-Za-z-]*", word))
        return [each for each in found if each not in ALWAYS]


def has(setting: Setting[Any], value: object) -> Callable[[At], bool]:
    """A setting is what the client wants."""
    return lambda at: at.get(setting) == value


def says(pattern: str) -> Callable[[At], object]:
    """The client shows it."""
    return lambda at: re.search(pattern, at.said)


def _slow(days: Iterable[int]) -> Schedule:
    """From 10 to 23 on these days, 0 = Monday."""
    return Schedule().painted(((day, hour) for day in days for hour in range(10, 23)), Mode.LIMITED)


ALWAYS = ("-h", "-b", "-V", "-n", "-ne", "-N", "--ssl", "-t", "-a")
"""What says how it comes in, what it works on and what it shows; the tests of the others need it."""
_NEVER = "never by remote control"
_LIMITS = "Starling has no limit that lets nothing through"

SESSION = (
    Row("-as", has(S.speed.SLOW_MODE, True)),
    Row("-AS", has(S.speed.SLOW_MODE, False)),
    Row("-asd 70", has(S.speed.SLOW_DOWN, 70_000)),
    Row("-asu 30", has(S.speed.SLOW_UP, 30_000)),
    Row("-asd 0", refused=_LIMITS),
    Row("-asu 0", refused=_LIMITS),
    Row(
        "--alt-speed-time-begin 1000 --alt-speed-time-end 2300 --alt-speed-days 1-5",
        has(S.schedule.PLAN, _slow(range(5))),
    ),
    Row("--alt-speed-days 2,4-7", has(S.schedule.PLAN, _slow((1, 3, 4, 5, 6)))),
    Row("--alt-speed-time-begin 1030", refused="whole hours"),
    Row("--alt-speed-time-end 2330", refused="whole hours"),
    Row("-asc", has(S.schedule.FOLLOWED, True)),
    Row("-ASC", has(S.schedule.FOLLOWED, False)),
    Row("-c {folder}/unfinished", lambda at: at.get(S.downloads.INCOMPLETE_FOLDER).endswith("/unfinished")),
    Row("-C", has(S.downloads.INCOMPLETE_FOLDER, "")),
    Row("-d 400", has(S.speed.DOWN_LIMIT, 400_000)),
    Row("-d 0", refused=_LIMITS),
    Row("-u 0", refused=_LIMITS),
    Row("-D", has(S.speed.DOWN_LIMIT, 0)),
    Row("-u 60", has(S.speed.UP_LIMIT, 60_000)),
    Row("-U", has(S.speed.UP_LIMIT, 0)),
    Row("-e 0"),
    Row("-e 4"),
    Row("-er", has(S.privacy.ENCRYPTION, EncryptionPolicy.REQUIRE)),
    Row("-ep", has(S.privacy.ENCRYPTION, EncryptionPolicy.PREFER)),
    Row("-et", has(S.privacy.ENCRYPTION, EncryptionPolicy.ALLOW)),
    Row("-gsr 2.5", lambda at: (at.get(S.seeding.RATIO_ON), at.get(S.seeding.RATIO)) == (True, 2.5)),
    Row("-GSR", has(S.seeding.RATIO_ON, False)),
    Row("-m", lambda at: at.get(S.connection.UPNP) and at.get(S.connection.NATPMP)),
    Row("-M", lambda at: not at.get(S.connection.UPNP) and not at.get(S.connection.NATPMP)),
    Row("-O", has(S.connection.DHT, False)),
    Row("-o", has(S.connection.DHT, True)),
    Row("-p 51234", has(S.connection.PORT, 51234)),
    Row("-P", has(S.connection.PORT, 0)),
    Row("-pr 300", has(S.connection.CONNECTIONS, 300)),
    Row("-X", has(S.connection.PEX, False)),
    Row("-x", has(S.connection.PEX, True)),
    Row("-Y", has(S.connection.LSD, False)),
    Row("-y", has(S.connection.LSD, True)),
    Row("--no-utp", has(S.connection.UTP, False)),
    Row("--utp", has(S.connection.UTP, True)),
    Row("--start-paused", has(S.downloads.START_ADDED, False)),
    Row("--no-start-paused", has(S.downloads.START_ADDED, True)),
    Row("--no-trash-torrent"),
    Row("--trash-torrent", refused="leaves .torrent files where they are"),
    Row("--no-torrent-done-script"),
    Row("--torrent-done-script {folder}/done.sh", refused=_NEVER),
    Row("-w {folder}/elsewhere", lambda at: at.get(S.downloads.SAVE_PATH).endswith("/elsewhere")),
    Row("--blocklist-update", refused="No list of addresses", wrong=True),
    Row("-pt", refused="nobody has connected from outside"),
    Row("-si", says(r"Daemon version: 4\.0\.6 \(Starling .*\)\n[^$]*Download directory: .*/elsewhere\n")),
    Row("-st", says(r"Started 1 times\n")),
    Row("--exit", lambda at: at.door.quits),
)
"""With no torrent said."""

FURNISHED = (
    Row("--blocklist-update", says("success")),
    Row("-pt", says("Port is open: No")),
    Row("--no-torrent-done-script", refused=_NEVER),
)
"""With a list of addresses, where nobody can connect, and with a program that is run when a torrent is complete."""

LOOKS = (
    Row("-l", says(r"(?m)^ +1 +100% +3\.15 MB +Done .* (Idle|Seeding) +Songs$")),
    Row("-t active -l", says(r"(?m)^ +1 .* Songs$")),
    Row("-t {id} -l", says(r"(?m)^ +1 .* Songs$")),
    Row("-t 7 -l", lambda at: "Songs" not in at.said),
    Row("-t 1 -i", says(r"Name: Songs\n  Hash: [0-9a-f]{40}\n  Magnet: magnet:[^\n]*\n(?s:.*)Piece Count: 97\n")),
    Row("-t 1 -f", says(r"Songs \(2 files\):\n.*\n +0: 100% Normal +Yes +3\.15 MB +Songs/a\.flac\n")),
    Row("-t 1 -if", says(r" +1: 100% Normal +Yes +5\.00 kB +Songs/b\.txt\n")),
    Row("-t 1 -ip", says(r"(?m)^Address .*\n127\.\S+ +\S+ +\d[\d.]* +\d+\.\d +\d+\.\d +\S")),
    Row("-t 1 -pi", says(r"(?m)^Address .*\n127\.")),
    Row("-t 1 -ic", says(r"^  (1{8} ){8}\n  (1{8} ){4}1 $")),
    Row("-t 1 -it", says(r"Tracker 0: 127\.0\.0\.9:80\n")),
)

TORRENT = (
    Row("-t 1 -d 40", lambda at: at.options.down_limit == 40_000),
    Row("-t 1 -D", lambda at: at.options.down_limit == 0),
    Row("-t 1 -u 20", lambda at: at.options.up_limit == 20_000),
    Row("-t 1 -U", lambda at: at.options.up_limit == 0),
    Row("-t 1 -G all", lambda at: at.priorities == [0, 0, 0]),
    Row("-t 1 -g 0,2", lambda at: at.priorities == [4, 0, 4]),
    Row("-t 1 -g 1-2 -G 0", lambda at: at.priorities == [0, 4, 4]),
    Row("-t 1 -g all -ph 0 -pl 1-2", lambda at: (now := at.priorities)[0] > 4 > now[1] == now[2] > 0),
    Row("-t 1 -pn all", lambda at: at.priorities == [4, 4, 4]),
    Row("-t 1 -g 9", refused="no file 9", wrong=True),
    Row("-t 1 -pr 33", lambda at: at.options.connections == 33),
    Row("-t 1 -Bn"),
    Row("-t 1 -Bh", refused="no bandwidth priority"),
    Row("-t 1 -Bl", refused="no bandwidth priority"),
    Row("-t 1 -sr 3", lambda at: at.options.goal is not None and at.options.goal.ratio == 3),
    Row("-t 1 -SR", lambda at: ratio_mode(at.options.goal) != 1),
    Row("-t 1 -srd", lambda at: at.options.goal is None),
    Row("-t 1 -td http://127.0.0.9:80/announce", lambda at: at.trackers == ["http://127.0.0.9:80/announce"]),
    Row("-t 1 -tr 7", refused="There is no tracker 7", wrong=True),
    Row("-t 1 -tr 0", lambda at: at.trackers == []),
    Row("-t 1 -L linux,iso", lambda at: set(at.torrent.labels) == {"linux", "iso"}),
    Row("-t 1 -hl"),
    Row("-t 1 -HL", refused="The limits of the session hold for every torrent"),
    Row("-t 1 -S", lambda at: at.torrent.paused),
    Row("-t 1 -s", lambda at: at.torrent.state is State.SEEDING),
    Row("-t 1 --reannounce"),
    Row(
        "-t 1 --move {folder}/there", lambda at: at.torrent.save_path.endswith("/there") and not at.torrent.destination
    ),
    Row("-t 1 --move there", refused="must be a full path", wrong=True),
    Row("-t 1 --find {folder}/found", lambda at: at.torrent.save_path.endswith("/found")),
    Row("-t all -r", refused="must say which torrents are to be removed"),
    Row("-t all -rad", refused="must say which torrents are to be removed"),
    Row("-t 2 -r", lambda at: at.named("Second") is None and at.named("Third") is not None),
    Row("-t 3 -rad", lambda at: at.named("Third") is None),
)
"""The first torrent is complete and has three files."""

SPOILT = (Row("-t 1 -v", lambda at: at.torrent.done < at.torrent.size),)
"""With a piece that is wrong."""

ADDING = (
    Row("-a {files}", lambda at: at.named("Second") and at.named("Third")),
    Row(
        "-a {magnet} -S -w {folder}/kept -L linux -Bn -pr 20",
        lambda at: (new := at.named("Linked")) and new.paused and new.save_path.endswith("/kept") and new.labels,
    ),
    Row("-a {url} --start", lambda at: (new := at.named("Fetched")) and not new.paused),
    Row("-a nonsense", refused="must be a full path, an http(s) address, a magnet link or an info-hash", wrong=True),
)


@dataclass(frozen=True, slots=True)
class Sent:
    """What an option sends that came after transmission-remote 3.00, in JSON-RPC as Transmission 4.1 speaks it."""

    option: str
    method: str
    params: dict[str, Any]
    holds: Callable[[At], object] = bool
    """What is true after it, soon; `said` is the answer, written out."""
    refused: str = ""


NEWER = (
    Sent("-bwg", "torrent_set", {"ids": 1, "group": "Slow"}, lambda at: "Slow" in at.torrent.labels),
    Sent("-bwg", "torrent_set", {"ids": 1, "group": "Fast"}, refused="There is no group"),
    Sent("-lg", "group_get", {}, says("'name': 'Slow'")),
    Sent("-nwg", "torrent_set", {"ids": 1, "group": ""}, lambda at: "Slow" not in at.torrent.labels),
    Sent(
        "-isl",
        "torrent_set",
        {"ids": 1, "seed_idle_limit": 30, "seed_idle_mode": 1},
        lambda at: at.options.goal is not None and at.options.goal.idle == 1800,
    ),
    Sent("-ISL", "torrent_set", {"ids": 1, "seed_idle_mode": 2}, lambda at: idle_mode(at.options.goal) != 1),
    Sent("-isld", "torrent_set", {"ids": 1, "seed_idle_mode": 0}, lambda at: at.options.goal is None),
    Sent(
        "-gisl",
        "session_set",
        {"idle_seeding_limit": 40, "idle_seeding_limit_enabled": True},
        lambda at: at.get(S.seeding.IDLE_ON) and at.get(S.seeding.IDLE) == 40,
    ),
    Sent("-GISL", "session_set", {"idle_seeding_limit_enabled": False}, has(S.seeding.IDLE_ON, False)),
    Sent("-seq", "torrent_set", {"ids": 1, "sequential_download": True}, lambda at: at.torrent.sequential),
    Sent(
        "-seq",
        "torrent_set",
        {"ids": 1, "sequential_download_from_piece": 5},
        refused="in order from the first one on",
    ),
    Sent("-seq", "session_set", {"sequential_download": True}, refused="for each torrent, not for all new ones"),
    Sent("-SEQ", "torrent_set", {"ids": 1, "sequential_download": False}, lambda at: not at.torrent.sequential),
    Sent(
        "--preferred-transports",
        "session_set",
        {"preferred_transports": ["tcp"]},
        lambda at: at.get(S.connection.TCP) and not at.get(S.connection.UTP),
    ),
    Sent(
        "--torrent-done-seeding-script",
        "session_set",
        {"script_torrent_done_seeding_filename": "/bin/true", "script_torrent_done_seeding_enabled": True},
        refused=_NEVER,
    ),
    Sent("--no-torrent-done-seeding-script", "session_set", {"script_torrent_done_seeding_enabled": False}),
    Sent(
        "--path",
        "torrent_rename_path",
        {"ids": 1, "path": "Songs/b.txt", "name": "c.txt"},
        lambda at: (Path(at.torrent.save_path) / "Songs" / "c.txt").exists(),
    ),
    Sent("--rename", "torrent_rename_path", {"ids": 1, "path": "Songs", "name": "Tunes"}, lambda at: at.named("Tunes")),
    Sent(
        "-F",
        "torrent_get",
        {"fields": ["id", "labels", "percent_done", "seed_idle_mode", "sequential_download", "source"]},
        says(r"'id': 1,.*'percent_done': 1\.0,.*'seed_idle_mode': 0"),
    ),
)
NEWER_FURNISHED = (
    Sent(
        "--no-torrent-done-seeding-script",
        "session_set",
        {"script_torrent_done_seeding_enabled": False},
        refused=_NEVER,
    ),
)
"""With a program that is run when a torrent was seeded."""
NEWER_ALWAYS = ("-ids", "-j")
"""What such a client does with its own output."""
NEVER = ("--unix-socket",)
"""What there is nothing for here."""


def verdicts() -> dict[str, str]:
    """What the documentation has to say of each option that was tried: works, in part, no."""
    found: dict[str, set[bool]] = {option: {True} for option in (*ALWAYS, *NEWER_ALWAYS)}
    found |= {option: {False} for option in NEVER}
    for row in (*SESSION, *FURNISHED, *LOOKS, *TORRENT, *SPOILT, *ADDING):
        for option in () if row.wrong else row.options:
            found.setdefault(option, set()).add(not row.refused)
    for sent in (*NEWER, *NEWER_FURNISHED):
        found.setdefault(sent.option, set()).add(not sent.refused)
    words = {frozenset((True,)): "works", frozenset((False,)): "no", frozenset((True, False)): "in part"}
    return {option: words[frozenset(outcomes)] for option, outcomes in found.items()}
