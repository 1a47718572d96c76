# SPDX-License-Identifier: GPL-3.0-or-later
"""The sentences of the Files tab: how much of what is wanted is here, and when what is played can be played."""

from PySide6.QtCore import QCoreApplication

from starling import formats
from starling.playback import Playback
from starling.spelling import shortened, shown
from starling.ui.details.sentence import Segment, rich, strong
from starling.ui.files.tree import Totals


def how_much(totals: Totals) -> list[Segment]:
    """What is wanted and what of it is here; nothing for no files."""
    if not totals.files:
        return []
    values = {
        "done": strong(formats.size(totals.wanted_done)),
        "wanted": strong(formats.size(totals.wanted)),
        "chosen": Segment(formats.count(totals.wanted_files)),
        "all": Segment(formats.count(totals.files)),
    }
    if not totals.wanted_files:
        words = QCoreApplication.translate("FilesPage", "Every file is skipped: nothing is downloaded.")
    elif totals.files == 1:
        words = QCoreApplication.translate("FilesPage", "{done} of {wanted}")
    elif totals.wanted_done >= totals.wanted:
        words = QCoreApplication.translate("FilesPage", "All {wanted} you want are here, in {chosen} of {all} files.")
    else:
        words = QCoreApplication.translate("FilesPage", "{done} of the {wanted} you want, in {chosen} of {all} files")
    return rich(words, values)


def how_soon(playback: Playback) -> tuple[list[Segment], str]:
    """When a file that is fetched for playing can be played, and what more there is to say."""
    values = {"name": strong(shortened(shown(playback.path.rpartition("/")[2])))}
    if playback.playable:
        words = QCoreApplication.translate("FilesPage", "{name} can be played.")
        if playback.buffered is not None:
            words = QCoreApplication.translate("FilesPage", "{name} can be played: the first {time} are here.")
            values["time"] = strong(formats.duration(playback.buffered))
        more = ""
        if playback.keeps_up is False:
            more = QCoreApplication.translate("FilesPage", "It arrives slower than it is played, and may stop.")
        return rich(words, values), more
    if playback.wait is None:
        words = QCoreApplication.translate("FilesPage", "{name} is fetched from its start, but nothing arrives now.")
    else:
        words = QCoreApplication.translate("FilesPage", "{time} until {name} plays.")
        values["time"] = strong(formats.duration(max(1.0, playback.wait)))
    return rich(words, values), ""
