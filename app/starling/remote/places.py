# SPDX-License-Identifier: GPL-3.0-or-later
"""What clients ask about the places around: room on a disk, the way in from outside, who is kept out."""

import asyncio
import shutil
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from starling import settings
from starling.i18n import translate
from starling.reach import Reach
from starling.remote.calls import Call, Code, Method, RemoteError
from starling.remote.means import Means
from starling.remote.params import ParamError

NOTES: Mapping[str, str] = {
    "port_test": "nobody outside is asked: open once somebody has connected from outside, closed while nobody can; "
    "until then an error says that it is not known",
    "blocklist_update": "reads the file again; nothing is fetched",
}
"""Where methods do something else than Transmission's."""
_NOWHERE = -1


class Places:
    """Looks, and changes nothing but what is known."""

    def __init__(self, means: Means) -> None:
        self._means = means

    @property
    def methods(self) -> Mapping[str, Method]:
        """By their names."""
        return {
            "free_space": self.free_space,
            "port_test": self.port_test,
            "blocklist_update": self.blocklist_update,
        }

    async def free_space(self, call: Call) -> Mapping[str, object]:
        """Bytes that are free, and are in all, where a folder is."""
        path = call.params.text("path")
        if path is None:
            raise ParamError(translate("Remote", "“path” must be the path of a folder."))
        if not Path(path).is_absolute():
            raise RemoteError(translate("Remote", "“path” must be a full path."), Code.PATH_NOT_ABSOLUTE)
        try:
            usage = await self._means.files_worker.run(partial(shutil.disk_usage, path))
        except (OSError, ValueError) as error:
            # A path with a NUL in it is a ValueError.
            reason = error.strerror if isinstance(error, OSError) else None
            text = translate("Remote", "It is not known how much room there is in {path}: {reason}.")
            nothing = {"path": path, "size_bytes": _NOWHERE, "total_size": _NOWHERE}
            raise RemoteError(text.format(path=path, reason=reason or error), Code.SYSTEM_ERROR, nothing) from error
        return {"path": path, "size_bytes": usage.free, "total_size": usage.total}

    async def port_test(self, call: Call) -> Mapping[str, object]:
        """Whether others can connect to us, as far as that is known; in `ip_protocol` or in any."""
        asked = call.params.text("ip_protocol")
        if asked not in (None, "ipv4", "ipv6"):
            raise ParamError(translate("Remote", "“ip_protocol” must be “ipv4” or “ipv6”."))
        return way_in(self._means.engine.reach, asked)

    async def blocklist_update(self, call: Call) -> Mapping[str, object]:
        """Reads the list of addresses again; how many ranges of it are in force then."""
        ip_filter = self._means.engine.ip_filter
        if ip_filter.state.path == self._list():
            ip_filter.read_again()
        # Else the engine is about to hear of another one, and reads it.
        heard = asyncio.Event()
        ip_filter.changed.connect(heard.set)
        try:
            while ip_filter.state.path != self._list() or ip_filter.state.reading:
                await heard.wait()
                heard.clear()
        finally:
            ip_filter.changed.disconnect(heard.set)
        if ip_filter.state.problem:
            raise RemoteError(ip_filter.state.problem, Code.SYSTEM_ERROR)
        return {"blocklist_size": ip_filter.state.ranges}

    def _list(self) -> str:
        """The file with the addresses that are kept out. Raises RemoteError where none is in use."""
        chosen = self._means.settings
        path = chosen.get(settings.privacy.IP_FILTER)
        if not path or not chosen.get(settings.privacy.IP_FILTER_ON):
            raise RemoteError(translate("Remote", "No list of addresses is in use: choose one in Starling's settings."))
        return path


def way_in(reach: Reach, asked: str | None) -> Mapping[str, object]:
    """Whether others can connect by IPv4 or IPv6 as is `asked`, or by any. Raises RemoteError where nobody knows."""
    seen = _protocol(reach)
    answer: dict[str, object] = {} if (protocol := asked or seen) is None else {"ip_protocol": protocol}
    if reach.offline or reach.by_proxy or not reach.sockets:
        return {**answer, "port_is_open": False}
    if reach.outside and asked in (None, seen):
        return {**answer, "port_is_open": True}
    raise RemoteError(_unknown(reach), Code.HTTP_ERROR, answer)


def _protocol(reach: Reach) -> str | None:
    """By which of them somebody from outside was here last."""
    if reach.incoming is None or reach.incoming.near:
        return None
    return "ipv6" if ":" in reach.incoming.address else "ipv4"


def _unknown(reach: Reach) -> str:
    if any(mapping.port for mapping in reach.mappings):
        return translate(
            "Remote",
            "The router says that it forwards the port, but nobody has connected from outside yet, and Starling asks "
            "nobody there.",
        )
    return translate(
        "Remote", "It is not known: nobody has connected from outside yet, and Starling asks nobody there."
    )
