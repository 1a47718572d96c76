# SPDX-License-Identifier: GPL-3.0-or-later
"""What a close look at one torrent found: its reason, and what was checked on the way to it."""

from dataclasses import dataclass
from enum import Enum

from starling.why.reason import Cause, Evidence, Reason

_NOTHING = Evidence()


class Area(Enum):
    """What is checked, in this order."""

    WISH = "wish"
    """Whether it may run at all."""
    FILES = "files"
    NETWORK = "network"
    SOURCES = "sources"
    """Where addresses of peers come from."""
    PEERS = "peers"
    """Whether somebody is connected."""
    DETAILS = "details"
    """Whether the metadata come; only of a torrent without them."""
    PIECES = "pieces"
    """Whether those who are connected have what is missing."""
    TRADE = "trade"
    """Whether they let us have it, or want what we have."""


@dataclass(frozen=True, slots=True)
class Check:
    """One area that was looked at."""

    area: Area
    fine: bool | None
    """None where it could not be told."""
    evidence: Evidence = _NOTHING
    cause: Cause | None = None
    """Of what is not fine, or perhaps is not."""


@dataclass(frozen=True, slots=True)
class Look:
    """A torrent that was looked at closely."""

    at: float
    """Unix seconds."""
    reason: Reason | None
    """None where nothing keeps it from moving."""
    checks: tuple[Check, ...] = ()
    """In the order in which they were made; the last one is what keeps it, if anything does."""
