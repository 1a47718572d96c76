# SPDX-License-Identifier: GPL-3.0-or-later
"""From the command line to the running program, or to the one that runs already."""

import os
import sys
from collections.abc import Sequence

from starling import arguments
from starling.errors import UserError
from starling.instance import Message, claim
from starling.paths import Profile


def main(argv: Sequence[str] | None = None) -> int:
    """Runs Starling until it is quit; returns the exit status of the process."""
    given = arguments.parse(argv)
    profile = Profile.default() if given.profile is None else Profile.at(given.profile)
    message = Message.of(given, os.environ)
    try:
        server = claim(profile, message)
    except UserError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    if server is None:
        if given.headless:
            sys.stderr.write("Starling runs already with this profile; what was given is handed over to it.\n")
            return 0 if given.items else 1
        return 0
    # Only the first process needs windows and libtorrent; a second one has left by now.
    if given.headless:
        from starling import headless

        return headless.run(profile, server, message, given.rpc_port)
    from starling.program import run

    return run(profile, server, message)


if __name__ == "__main__":
    sys.exit(main())
