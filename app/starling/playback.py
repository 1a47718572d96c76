# SPDX-License-Identifier: GPL-3.0-or-later
"""How far a file that is played while it is fetched has come."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Playback:
    """One file at one moment."""

    id: str
    """The torrent's."""
    index: int
    path: str
    """Where it lies, in full, to be opened by a player."""
    size: int
    contiguous: int = 0
    """Bytes from its start that are here without a gap."""
    playable: bool = False
    """Headers, index and a few seconds are here: a player can begin."""
    buffered: float | None = None
    """Seconds of the media in `contiguous`; None where its rate is not known."""
    wait: float | None = None
    """Seconds until it is playable at the present rate; 0 if it is, None where nothing comes."""
    keeps_up: bool | None = None
    """It arrives at least as fast as it is played; None where its rate is not known."""
    ended: bool = False
    """It is not fetched for playing any more: it is whole, or was stopped, or its torrent is gone."""

    @property
    def whole(self) -> bool:
        """Every byte is here."""
        return self.contiguous >= self.size
