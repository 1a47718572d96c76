# SPDX-License-Identifier: GPL-3.0-or-later
"""A stage for scenes: torrents of one user, each of which one cause keeps from moving, arranged and lifted for real."""

import fcntl
import os
import signal
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Unpack

from starling.torrent import Torrent
from starling.why import words
from starling.why.reason import Cause, Doing, Reason, Remedy
from tests.helpers import Options, User
from tests.swarm import Payload, Swarm, Version
from tests.swarm.swarm import PayloadOptions

PIECE = 16_384
PIECES = 12
_AT_FIRST = (Cause.CHECK_WAITS, Cause.CHECKING, Cause.NO_SOURCES)
"""What may be true of any that was added just now: its files are looked for, and nobody is connected."""
LONG = 40.0
"""Seconds for a whole table of scenes on a busy machine."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One torrent, what its row has to say, and how that is ended."""

    id: str
    cause: Cause
    lift: Callable[[], object]
    """Ends what was arranged."""
    evidence: Mapping[str, object] = field(default_factory=dict)
    """By the name of the field; what is not named may be anything."""
    says: Sequence[str] = ()
    """Parts of the sentence, with plain spaces."""
    offers: Sequence[Remedy] = ()
    """All of them, in order."""
    doing: Doing = Doing.DOWNLOADING
    certain: bool = True
    before: Iterable[Cause] = ()
    """What may be said on the way to it."""

    def differs(self, row: Torrent) -> str:
        """What is not as it has to be; empty if nothing is."""
        why = row.why
        if why is None or why.cause is not self.cause:
            return f"{self.cause} was arranged, and the row says {why} ({row})"
        wrong = {name: getattr(why.evidence, name) for name in self.evidence}
        return "" if wrong == self.evidence else f"{self.cause} by {wrong} instead of {self.evidence}"

    def check(self, why: Reason) -> None:
        """All that follows from the evidence."""
        said = words.sentence(why).replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
        for part in self.says:
            assert part in said, f"{part!r} is not in {said!r}"
        offers = tuple(offer.remedy for offer in why.offers)
        assert (offers, why.doing, why.certain) == (tuple(self.offers), self.doing, self.certain), self.cause
        assert words.short(why)
        assert all(words.advice(offer) for offer in why.offers)


class Stage:
    """A user, a swarm, and every reason that any row ever gave."""

    def __init__(self, user: User, swarm: Swarm) -> None:
        self.user, self.swarm = user, swarm
        self.given: dict[str, list[Cause | None]] = defaultdict(list)
        """Each torrent's causes in the order in which its rows told them, none twice in a row."""
        self._watch = self._on_updated
        user.engine.updated.connect(self._watch)

    def payload(self, name: str, **options: Unpack[PayloadOptions]) -> Payload:
        """A torrent of twelve pieces, each of one block."""
        given: PayloadOptions = {"version": Version.V1, "files": PIECE * PIECES, "piece_size": PIECE}
        return self.swarm.payload(**{**given, "name": name, "seed": name, **options})

    def adds(self, payload: Payload, pieces: Iterable[int] = (), **chosen: Unpack[Options]) -> str:
        """Adds a torrent of which these pieces are here."""
        folder = Path(chosen.get("save_path", str(self.user.downloads)))
        if here := list(pieces):
            payload.prefill(folder, here)
        return self.user.adds(payload, **chosen)

    def play(self, *arrangements: "Callable[[Stage], Scene]") -> None:
        """Arranges all of them, sees every reason at once, lifts them and sees every one go."""
        scenes = [arrange(self) for arrange in arrangements]
        self.see(scenes)
        self.lift(scenes)

    def see(self, scenes: Sequence[Scene]) -> None:
        """Waits until all rows say what they have to, and looks at what they say."""
        self._until(lambda: [found for scene in scenes if (found := scene.differs(self._row(scene)))])
        for scene in scenes:
            why = self._row(scene).why
            assert why is not None
            scene.check(why)
            given = self.given[scene.id]
            early = set(given[: given.index(scene.cause)]) - {None, *_AT_FIRST, *scene.before}
            assert not early, f"{scene.cause} was arranged, and first the row said {early}"

    def lift(self, scenes: Sequence[Scene]) -> None:
        """Ends what was arranged, and waits until no row says it any more."""
        for scene in scenes:
            scene.lift()

        def left() -> list[str]:
            rows = [(scene.cause, self._row(scene)) for scene in scenes]
            still = [row for cause, row in rows if row.why is not None and row.why.cause is cause]
            return [f"what {row.name} says was lifted, and it still says {row.why} ({row})" for row in still]

        self._until(left)

    def _row(self, scene: Scene) -> Torrent:
        return self.user.torrent(scene.id)

    def _until(self, wrong: Callable[[], list[str]]) -> None:
        def right() -> bool:
            self.user.engine.refresh()
            return not wrong()

        try:
            self.user.until(right, LONG)
        except self.user.qtbot.TimeoutError as error:
            raise AssertionError("\n".join(wrong()) or "it came at the very end") from error

    def _on_updated(self, rows: Sequence[Torrent]) -> None:
        for row in rows:
            cause = None if row.why is None else row.why.cause
            given = self.given[row.id]
            if not given or given[-1] is not cause:
                given.append(cause)


class Leases:
    """Files that nobody gets opened: a disk that hangs, for as long as they are held."""

    def __init__(self) -> None:
        self._held: dict[Path, int] = {}

    def hold(self, path: Path) -> None:
        """Whoever opens it from now on waits. Raises OSError if somebody has it open."""
        file = os.open(path, os.O_RDWR)
        try:
            fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_WRLCK)
        except OSError:
            os.close(file)
            raise
        self._held[path] = file

    def tries(self, path: Path) -> bool:
        """The same of a file that somebody may still have open; whether it is held now."""
        with suppress(BlockingIOError):
            self.hold(path)
        return path in self._held

    def release(self, path: Path) -> None:
        """Whoever waits gets it."""
        os.close(self._held.pop(path))

    def release_all(self) -> None:
        """Of every file."""
        for path in list(self._held):
            self.release(path)


@contextmanager
def leases() -> Iterator[Leases]:
    """To be opened after what uses the files and so to be closed before."""
    before = signal.signal(signal.SIGIO, signal.SIG_IGN)
    with ExitStack() as stack:
        stack.callback(signal.signal, signal.SIGIO, before)
        made = Leases()
        stack.callback(made.release_all)
        yield made
