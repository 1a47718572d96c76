# SPDX-License-Identifier: GPL-3.0-or-later
"""What a client may say of a torrent and Starling can't do: it is refused, never taken in silence."""

from collections.abc import Mapping

from starling.i18n import translate
from starling.remote.calls import RemoteError
from starling.remote.params import Params

NOT_GIVEN: Mapping[str, str] = {
    "bandwidth_priority": "libtorrent knows no priority of a torrent among others: 0 is taken, all else refused",
    "honors_session_limits": "limits of the session hold for every torrent: true is taken, false refused",
    "sequential_download_from_piece": "libtorrent begins with the first piece: 0 is taken, all else refused",
}
"""Parameter -> why it can't be had."""


def refuse_unsupported(params: Params) -> None:
    """Raises RemoteError, or ParamError, for a value of these parameters that can't be had."""
    if params.integer("bandwidth_priority", -1, 1):
        text = translate("Remote", "Torrents have no bandwidth priority here: “bandwidth_priority” can be 0 only.")
        raise RemoteError(text)
    if params.flag("honors_session_limits") is False:
        text = translate(
            "Remote", "The limits of the session hold for every torrent: “honors_session_limits” can be true only."
        )
        raise RemoteError(text)
    if params.integer("sequential_download_from_piece", 0):
        text = translate(
            "Remote",
            "Pieces are downloaded in order from the first one on: “sequential_download_from_piece” can be 0 only.",
        )
        raise RemoteError(text)
