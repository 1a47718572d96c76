# SPDX-License-Identifier: GPL-3.0-or-later
"""What one notification says and offers."""

from dataclasses import dataclass
from enum import Enum

CLICKED = "default"
"""The action that stands for a click on the notification itself."""


class Category(Enum):
    """What it is about, as the Desktop Notifications Specification calls it."""

    TRANSFER = "transfer"
    COMPLETE = "transfer.complete"
    ERROR = "transfer.error"
    DEVICE = "device.error"


@dataclass(frozen=True, slots=True)
class Action:
    """A button of a notification."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Note:
    """Plain texts: whoever shows it takes care of what would be markup."""

    title: str
    body: str = ""
    category: Category = Category.TRANSFER
    sound: str = ""
    """A name of the Sound Naming Specification; empty = none is played."""
    actions: tuple[Action, ...] = ()
