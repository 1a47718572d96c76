# SPDX-License-Identifier: GPL-3.0-or-later
"""What a client may say of a torrent and Starling can't do.

Who asks for that alone is refused. Dialogs of clients send it with everything else that stands in them, and that is
done.
"""

from collections.abc import Mapping

from starling.i18n import translate
from starling.remote.calls import RemoteError
from starling.remote.params import Params

_ALONE = "passed over, and refused where nothing else is sent"
NOT_GIVEN: Mapping[str, str] = {
    "bandwidth_priority": f"libtorrent knows no priority of a torrent among others: all but 0 is {_ALONE}",
    "honors_session_limits": f"limits of the session hold for every torrent: false is {_ALONE}",
    "sequential_download_from_piece": f"libtorrent begins with the first piece: all but 0 is {_ALONE}",
}
"""Parameter -> why it can't be had."""


def refuse_unsupported(params: Params) -> None:
    """Raises RemoteError where nothing else than such values is sent, and ParamError for what has a wrong type."""
    refusals = []
    if params.integer("bandwidth_priority", -1, 1):
        refusals.append(
            translate("Remote", "Torrents have no bandwidth priority here: “bandwidth_priority” can be 0 only.")
        )
    if params.flag("honors_session_limits") is False:
        refusals.append(
            translate(
                "Remote", "The limits of the session hold for every torrent: “honors_session_limits” can be true only."
            )
        )
    if params.integer("sequential_download_from_piece", 0):
        refusals.append(
            translate(
                "Remote",
                "Pieces are downloaded in order from the first one on: “sequential_download_from_piece” can be 0 only.",
            )
        )
    if refusals and NOT_GIVEN.keys() >= set(params) - {"ids"}:
        raise RemoteError(refusals[0])
