# SPDX-License-Identifier: GPL-3.0-or-later
"""From the command line to the running program, or to the one that runs already."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from starling import arguments
from starling.display import displayed
from starling.errors import UserError
from starling.instance import Message, claim
from starling.paths import Profile

RUNS_ALREADY = 69
"""Exit status (EX_UNAVAILABLE of sysexits.h) of a start that had nothing to hand over: trying again is no use."""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs Starling until it is quit; returns the exit status of the process."""
    _open_streams()
    given = arguments.parse(argv)
    profile = Profile.default() if given.profile is None else Profile.at(given.profile)
    message = Message.of(given, os.environ)
    try:
        # Who wants no window must not have that of another come to the front.
        server = claim(profile, message, hand_over=bool(given.items) or not given.headless)
    except UserError as error:
        sys.stderr.write(f"{error}\n")
        if not given.headless and displayed(os.environ):
            from starling import refusal

            refusal.show(error, profile)
        return 1
    if server is None:
        if given.headless and not given.items:
            sys.stderr.write("Starling runs already with this profile.\n")
            return RUNS_ALREADY
        return 0
    # Only the first process needs windows and libtorrent; a second one has left by now.
    if given.headless:
        from starling import headless

        return headless.run(profile, server, message, given.rpc_port)
    from starling.program import run

    return run(profile, server, message)


def _open_streams() -> None:
    """Whoever started us may have closed some: the next files that we open would be written into in their place."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        os.set_inheritable(number, True)
    os.close(number)
    # Python has None for them.
    sys.stdout = sys.stdout or Path(os.devnull).open("w")  # noqa: SIM115
    sys.stderr = sys.stderr or Path(os.devnull).open("w")  # noqa: SIM115


if __name__ == "__main__":
    sys.exit(main())
