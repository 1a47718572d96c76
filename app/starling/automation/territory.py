# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells watch folders apart that lie within one another, or are one under several names: each file is taken once."""

from collections.abc import Iterable

from starling.automation.folderlook import Place
from starling.watchfolders import WatchFolder


class Territory:
    """A folder belongs to the watch folder that it is, or lies in most directly; of two names the older has it."""

    def __init__(self) -> None:
        self._seen: dict[WatchFolder, dict[tuple[int, int], int]] = {}
        """By watch folder, in the order they came: the folders that it reached, and how deep in it."""

    def enter(self, folder: WatchFolder) -> None:
        """It is watched from now on; what it reaches is not known yet."""
        self._seen[folder] = {}

    def leave(self, folder: WatchFolder) -> None:
        """It is not watched any more."""
        self._seen.pop(folder, None)

    def claim(self, folder: WatchFolder, places: Iterable[Place]) -> None:
        """What it reaches now."""
        if folder in self._seen:
            self._seen[folder] = {place.identity: place.depth for place in reversed(tuple(places))}

    def owner(self, place: Place) -> WatchFolder | None:
        """Whose files those directly in it are; None as long as nobody reaches it."""
        there = [folder for folder, seen in self._seen.items() if place.identity in seen]
        return min(there, key=lambda folder: self._seen[folder][place.identity], default=None)
