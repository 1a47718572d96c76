# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs one program and waits for its end, in a thread that may wait; what it was and what became of it in words."""

import errno
import logging
import os
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from starling import placeholders
from starling.i18n import translate
from starling.spelling import shortened, shown

log = logging.getLogger(__name__)

_SAID = 4_000
"""Bytes of what a program writes that are of interest, the last ones."""


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


def run(command: Sequence[str], values: Mapping[str, str]) -> Outcome:
    """Runs a command (a program and its arguments, with words in braces) and waits for its end.

    It outlives us: what it writes goes into a file that nobody sees, not into a pipe that breaks when we end.
    """
    program, *arguments = placeholders.filled(command, values)
    program = os.path.expanduser(program)  # noqa: PTH111  (a Path would take "./" away, and look for it in PATH)
    surroundings = {**os.environ, **placeholders.environment(values)}
    with tempfile.TemporaryFile() as said:
        try:
            process = subprocess.Popen(
                [program, *arguments],
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                env=surroundings,
                cwd=Path.home(),
                start_new_session=True,
            )
        except (OSError, ValueError) as error:
            log.warning("%s: %s", program, error)
            return Outcome(program, refused=_refusal(program, error))
        status = process.wait()
        said.seek(max(0, said.seek(0, os.SEEK_END) - _SAID))
        text = said.read().decode(errors="replace")
    log.log(logging.WARNING if status else logging.INFO, "%s ended with status %d: %s", program, status, shown(text))
    return Outcome(program, status, text)


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
