# SPDX-License-Identifier: GPL-3.0-or-later
"""The icon that goes with a file's name."""

from starling.kinds import Kind, kind_of


def icon_of(name: str) -> str:
    """Name of the icon for a file, by its extension."""
    kind = kind_of(name)
    return "file" if kind is Kind.OTHER else f"file-{kind.value}"
