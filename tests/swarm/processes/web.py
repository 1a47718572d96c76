# SPDX-License-Identifier: GPL-3.0-or-later
"""A web server in its own process: ``{"folder", "ip", "certificate"}``.

/NAME               the file, as application/x-bittorrent
/as/TYPE/NAME       the file, as another content type (its slash percent-encoded)
/slow/RATE/NAME     the file, RATE bytes a second
/endless/NAME       a body of zeros that does not end
/to/NAME?URL        a redirect to URL (percent-encoded)
/status/CODE/NAME   an error
"""

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import asdict, dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from tests.swarm.processes.http import Request, head, listen, response
from tests.swarm.processes.serve import config, serve

TORRENT = "application/x-bittorrent"
SLICES = 20
"""A slow body comes in this many parts a second."""


@dataclass(slots=True)
class Served:
    """A request and what became of it."""

    path: str
    user_agent: str
    sent: int = 0
    complete: bool = False


class Web:
    """Serves the files of one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.log: list[Served] = []

    async def answer(self, request: Request, writer: asyncio.StreamWriter) -> None:
        """One request."""
        served = Served(request.path, request.user_agent)
        self.log.append(served)
        async for data in self._body(request):
            writer.write(data)
            await writer.drain()
            served.sent += len(data)
        served.complete = True

    async def _body(self, request: Request) -> AsyncIterator[bytes]:
        match request.path.strip("/").split("/"):
            case [name]:
                yield self._file(name, TORRENT)
            case ["as", *kind, name]:
                yield self._file(name, "/".join(kind))
            case ["slow", rate, name]:
                for part in _parts(self._file(name, TORRENT), int(rate)):
                    yield part
                    await asyncio.sleep(1 / SLICES)
            case ["endless", _name]:
                yield head(HTTPStatus.OK, {"Content-Type": TORRENT})
                while True:
                    yield bytes(1 << 16)
            case ["to", _name]:
                yield response(b"", HTTPStatus.FOUND, Location=unquote(request.raw_query))
            case ["status", code, _name]:
                yield response(b"sorry", HTTPStatus(int(code)))
            case _:
                yield response(b"no such place", HTTPStatus.NOT_FOUND)

    def _file(self, name: str, content_type: str) -> bytes:
        files = {path.name: path for path in self._folder.iterdir() if path.is_file()}
        if name not in files:
            return response(b"no such file", HTTPStatus.NOT_FOUND)
        return response(files[name].read_bytes(), content_type=content_type)


def _parts(data: bytes, rate: int) -> Iterator[bytes]:
    size = max(1, rate // SLICES)
    return (data[start : start + size] for start in range(0, len(data), size))


async def main() -> None:
    """Serve until the parent hangs up."""
    chosen = config()
    web = Web(Path(chosen["folder"]))
    _server, port = await listen(chosen["ip"], chosen["certificate"], web.answer)

    async def requests(request: dict[str, Any]) -> list[dict[str, object]]:
        return [asdict(served) for served in web.log]

    scheme = "https" if chosen["certificate"] else "http"
    await serve({"url": f"{scheme}://{chosen['ip']}:{port}"}, {"requests": requests})


if __name__ == "__main__":
    asyncio.run(main())
