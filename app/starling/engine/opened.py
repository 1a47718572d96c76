# SPDX-License-Identifier: GPL-3.0-or-later
"""A torrent that is previewed: its parameters, and what they were before anybody chose anything."""

from collections.abc import Mapping

import libtorrent as lt

from starling.engine import sources


class Opened:
    """Additions that fail are tried again with other choices, so that none may stick to the parameters."""

    def __init__(self, params: lt.add_torrent_params) -> None:
        self.params = params
        self.renamed: dict[int, str] = dict(params.renamed_files)
        """Index -> path of the files that are not saved under libtorrent's, whatever the layout."""
        self._priorities: list[int] = list(params.file_priorities)
        self._flags = params.flags
        self._rest = int(sources.rest_priority(params))

    def learn(self, info: lt.torrent_info, own: Mapping[int, str]) -> None:
        """The metadata of a magnet link has come."""
        self.params.ti, self.renamed = info, dict(own)
        self.params.renamed_files = self.renamed

    def asked(self, count: int) -> list[int]:
        """The priorities of `count` files that the link asks for (BEP 53)."""
        asked = self._priorities[:count]
        return [*asked, *[self._rest] * (count - len(asked))]

    def reset(self) -> lt.add_torrent_params:
        """The parameters as they were found."""
        self.params.flags, self.params.file_priorities = self._flags, list(self._priorities)
        self.params.renamed_files, self.params.piece_priorities = dict(self.renamed), []
        return self.params
