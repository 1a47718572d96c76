# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether anything can be shown; in a module of its own because a machine without a screen may have nothing to draw."""

import sys
from collections.abc import Mapping


def displayed(environment: Mapping[str, str]) -> bool:
    """Whether there is a screen to open windows on, or Qt was told to do without; where there is none, Qt aborts."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
