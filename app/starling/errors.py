# SPDX-License-Identifier: GPL-3.0-or-later
"""The failure that is meant to be read; in a module of its own because a second start cannot wait for asyncio."""


class UserError(Exception):
    """Something that can be expected went wrong; ``str(error)`` is a sentence for the user."""
