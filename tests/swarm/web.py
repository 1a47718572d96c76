# SPDX-License-Identifier: GPL-3.0-or-later
"""A handle on a web server that runs in another process and hands out .torrent files, well or badly."""

from urllib.parse import quote

from tests.swarm.child import Child
from tests.swarm.values import WebRequest


class WebServer:
    """Serves the files of one folder; each method returns a URL that ends in a file's name."""

    def __init__(self, child: Child) -> None:
        self.child = child

    def file(self, name: str, content_type: str | None = None) -> str:
        """A file, by default as application/x-bittorrent."""
        return self._url(name) if content_type is None else self._url("as", content_type, name)

    def slow(self, name: str, rate: int) -> str:
        """A file at `rate` bytes/s, its size announced."""
        return self._url("slow", str(rate), name)

    def endless(self, name: str = "endless.torrent") -> str:
        """A body that never ends, its size unknown."""
        return self._url("endless", name)

    def redirect(self, target: str, name: str = "moved.torrent") -> str:
        """A 302 to another URL, which may be a magnet link."""
        return f"{self._url('to', name)}?{quote(target, safe='')}"

    def status(self, code: int, name: str = "missing.torrent") -> str:
        """An HTTP error, such as 404."""
        return self._url("status", str(code), name)

    @property
    def requests(self) -> tuple[WebRequest, ...]:
        """Every request so far, the oldest first."""
        return tuple(WebRequest(**request) for request in self.child.ask("requests"))

    def _url(self, *parts: str) -> str:
        base: str = self.child.hello()["url"]
        return "/".join([base, *(quote(part, safe="") for part in parts)])
