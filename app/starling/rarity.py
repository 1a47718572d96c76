# SPDX-License-Identifier: GPL-3.0-or-later
"""What a swarm would lack without us."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rarity:
    """Which of our pieces nobody else has, as far as those who are connected have told."""

    pieces: int
    """How many of ours no connected peer has."""
    held: int
    """How many we have."""
    peers: int
    """Peers that were connected, seeds and partial seeds included."""
    certain: bool
    """Each of them was looked at; else `pieces` are these at most."""
    seeds: int
    """Other seeds that are known of, connected or not: by the trackers' word, or else by that of peers."""
    told: bool
    """It is the trackers' word: 0 means that there are none."""

    @property
    def last_copy(self) -> bool:
        """Without us the swarm can't complete, as far as anybody knows."""
        return self.certain and self.pieces > 0 and self.peers > 0 and not self.seeds
