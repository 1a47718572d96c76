# SPDX-License-Identifier: GPL-3.0-or-later
"""What a swarm would lack without us."""

from dataclasses import dataclass

from starling.torrent import State, Torrent


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
    """Each of them was looked at, and has told what it has; else `pieces` are these at most."""
    seeds: int
    """Other seeds that are known of, connected or not: by the trackers' word, or else by that of peers."""
    told: bool
    """It is the trackers' word: 0 means that there are none."""

    @property
    def last_copy(self) -> bool:
        """Without us the swarm can't complete, as far as anybody knows."""
        return self.certain and self.pieces > 0 and self.peers > 0 and not self.seeds


def may_be_last(torrent: Torrent) -> bool:
    """It is seeded, to somebody, and nothing says that there are other seeds: worth a look."""
    # Who has skipped a file is no seed to the trackers: they do not count us then.
    ourselves = int(torrent.done >= torrent.total_size)
    others = torrent.seeds or (torrent.swarm_seeds or 0) > ourselves
    return torrent.state is State.SEEDING and torrent.peers > 0 and not others
