# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs one program and waits for its end, in a thread that may wait; what it was and what became of it in words."""

import errno
import logging
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Lock, Thread

from starling import placeholders
from starling.errors import UserError
from starling.i18n import translate
from starling.spelling import shortened, shown

log = logging.getLogger(__name__)

_SAID = 4_000
"""Bytes of what a program writes that are of interest, the last ones."""
_OURS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
"""With these the desktop lets our window come to the front, once, and nobody else's."""
_LAST_S = 1.0
"""What it began and left behind may hold on to where it writes for ever: then nobody waits for the last of that."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a program."""

    program: str
    status: int = 0
    """What it ended with; minus the number of the signal that ended it."""
    said: str = ""
    """The last of what it wrote."""
    refused: str = ""
    """Why it could not be run, a sentence; the rest says nothing then."""

    def problem(self, name: str) -> str:
        """A sentence about what went wrong with it, run for the torrent of this name; empty if nothing did."""
        if self.refused or not self.status:
            return self.refused
        program, name = shortened(shown(self.program)), shortened(shown(name))
        if self.status < 0:
            text = translate("Programs", "{program}, run for “{name}”, was ended by the signal {signal}.")
            return text.format(program=program, name=name, signal=_signal(-self.status))
        last = shortened(shown(self.said.rstrip().rpartition("\n")[2].strip()), 120)
        if last:
            text = translate("Programs", "{program}, run for “{name}”, ended with status {status}: “{said}”.")
        else:
            text = translate("Programs", "{program}, run for “{name}”, ended with status {status}.")
        return text.format(program=program, name=name, status=self.status, said=last)


class Reins:
    """Hold a program that runs in another thread; from any thread it can be ended with what it began itself."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._program = ""
        self.pulled = False
        """It was ended by us, or will be as soon as it begins."""

    def end(self, *, gently: bool) -> None:
        """Asks it to end, or kills it. Raises UserError where it may not, as with one that sudo runs."""
        with self._lock:
            self.pulled = True
            if self._process is None:
                return
            try:
                if sys.platform == "win32":
                    self._process.terminate()
                else:
                    os.killpg(self._process.pid, signal.SIGTERM if gently else signal.SIGKILL)
            except ProcessLookupError:
                return
            except PermissionError as error:
                self.pulled = False
                text = translate("Programs", "{program} can't be ended by Starling: it runs as another user.")
                raise UserError(text.format(program=shortened(shown(self._program)))) from error

    def take(self, process: "subprocess.Popen[bytes]", program: str) -> None:
        """It has begun."""
        with self._lock:
            self._process, self._program = process, program
        if self.pulled:
            try:
                self.end(gently=False)
            except UserError as error:
                # Whoever wanted that is told when it has ended by itself.
                log.warning("%s", error)

    def wait(self, process: "subprocess.Popen[bytes]") -> int:
        """What it ends with. Its number is nobody else's before it is let go of here."""
        if hasattr(os, "waitid"):
            os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        else:
            process.wait()
        with self._lock:
            self._process = None
            return process.wait()


def run(command: Sequence[str], values: Mapping[str, str], reins: Reins | None = None) -> Outcome:
    """Runs a command (a program and its arguments, with words in braces) and waits for its end.

    It outlives us, and what it writes takes no room: a `tail` of its own keeps the last of it, and goes on listening
    when we have ended, so that the program is not ended by a pipe that breaks.
    """
    program, *arguments = placeholders.filled(command, values)
    program = os.path.expanduser(program)  # noqa: PTH111  (a Path would take "./" away, and look for it in PATH)
    ours = {name: value for name, value in os.environ.items() if name not in _OURS}
    surroundings = {**ours, **placeholders.environment(values)}
    listener = _listener()
    try:
        process = subprocess.Popen(
            [program, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=listener.stdin if listener is not None else subprocess.DEVNULL,
            stderr=subprocess.STDOUT,
            env=surroundings,
            cwd=_home(),
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        log.warning("%s: %s", program, error)
        _last(listener)
        return Outcome(program, refused=_refusal(program, error))
    if listener is not None and listener.stdin is not None:
        # Ours: the listener ends when the program has closed its own.
        listener.stdin.close()
        listener.stdin = None
    reins = reins or Reins()
    reins.take(process, program)
    status = reins.wait(process)
    text = _last(listener).decode(errors="replace")
    log.log(logging.WARNING if status else logging.INFO, "%s ended with status %d: %s", program, status, shown(text))
    return Outcome(program, status, text)


def _listener() -> "subprocess.Popen[bytes] | None":
    """What keeps the last of what a program writes; None where there is nothing that does."""
    if (tail := shutil.which("tail")) is None:
        return None
    try:
        return subprocess.Popen(
            [tail, "-c", str(_SAID)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=os.sep,
            start_new_session=True,
        )
    except OSError as error:
        log.warning("%s: %s", tail, error)
        return None


def _last(listener: "subprocess.Popen[bytes] | None") -> bytes:
    if listener is None:
        return b""
    try:
        return listener.communicate(timeout=_LAST_S)[0]
    except subprocess.TimeoutExpired:
        if listener.stdout is not None:
            listener.stdout.close()
        Thread(target=listener.wait, name="listener", daemon=True).start()
        return b""


def _home() -> str:
    """Where programs are run: at home, or where everything is if there is no such folder."""
    home = os.path.expanduser("~")  # noqa: PTH111  (`Path.home` raises where nobody knows of one)
    return home if os.path.isdir(home) else os.sep  # noqa: PTH112


def _refusal(program: str, error: OSError | ValueError) -> str:
    number = error.errno if isinstance(error, OSError) else None
    there = os.path.lexists(program)
    if number in (errno.ENOENT, errno.ENOTDIR) and there:
        text = translate("Programs", "{program} can't be run: what its first line names to run it with is not there.")
    elif number in (errno.ENOENT, errno.ENOTDIR):
        text = translate("Programs", "The program {program} is not there.")
    elif number == errno.EACCES:
        text = translate("Programs", "{program} may not be run: it is no program, or not marked as one.")
    elif number == errno.ENOEXEC:
        text = translate("Programs", "{program} is no program; a script needs a first line such as #!/bin/sh.")
    elif number == errno.E2BIG:
        text = translate("Programs", "{program} can't be run: its arguments are too long.")
    else:
        text = translate("Programs", "{program} can't be run: {reason}.")
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return text.format(program=shown(program), reason=reason)


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)
