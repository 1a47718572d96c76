# SPDX-License-Identifier: GPL-3.0-or-later
"""What the engine gets of the settings about where data lie."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DataConfig:
    """Folders are full paths, empty for none."""

    usual: str = ""
    """Where torrents are saved for which nobody chooses another one."""
    incomplete: str = ""
    """Where torrents that are added lie until they are complete."""
    done: str = ""
    """Where they go then, instead of to the folder that was chosen for each."""
    part_suffix: bool = False
    """Names of unfinished files end in ".part" on disk."""
    preallocate: bool = False
    """Files have their whole size on disk from the beginning."""
    keep_free: int = 0
    """Bytes that are to stay free on each volume; 0 = none."""
