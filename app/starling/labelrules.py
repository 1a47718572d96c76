# SPDX-License-Identifier: GPL-3.0-or-later
"""What the labels of the settings make of a torrent that is about to be added."""

from starling import labels, settings
from starling.settings import Settings
from starling.settings.labels import LABELS
from starling.torrent import AddOptions, Preview


def ruled(chosen: Settings, options: AddOptions, preview: Preview) -> AddOptions:
    """The options with the labels that the rules give too, and in the folder of its labels unless another is asked for.

    Every way on which torrents come in goes by here; where a dialog asks, it shows this and the user may change it.
    """
    hosts = labels.hosts_of(preview.trackers)
    return labels.for_new(chosen.get(LABELS), options, preview.name, hosts, chosen.get(settings.downloads.SAVE_PATH))
