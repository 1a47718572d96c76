# SPDX-License-Identifier: GPL-3.0-or-later
"""A client that asks the methods themselves, without HTTP between them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import orjson

from starling.engine.engine import EngineError
from starling.remote.calls import Call, Client, Code, Dialect, Method, RemoteError
from starling.remote.ids import Ids
from starling.remote.means import Means
from starling.remote.params import ParamError, Params
from starling.remote.torrent_actions import TorrentActions
from starling.remote.torrent_add import TorrentAdd
from starling.remote.torrent_get import TorrentGet
from starling.remote.torrent_place import TorrentPlace
from starling.remote.torrent_set import TorrentSet
from starling.setting import Setting
from starling.settings import Settings
from tests.helpers import User, sentence

CLIENT = Client("192.168.1.5", "test")


class Remote:
    """Somebody who changes torrents from elsewhere, of a user whose program runs."""

    def __init__(self, user: User) -> None:
        self.user = user
        self.settings = Settings(user.folder / "settings.toml")
        self.added: list[str] = []
        self.removed: list[str] = []
        self.ids = Ids(user.engine)
        worker, files_worker = user._workers
        means = Means(
            engine=user.engine,
            settings=self.settings,
            ids=self.ids,
            worker=worker,
            files_worker=files_worker,
            config_dir=user.folder,
            quit=self._quit,
            added=self._on_added,
            removed=self._on_removed,
        )
        parts = [TorrentActions(means), TorrentAdd(means), TorrentPlace(means), TorrentSet(means), TorrentGet(means)]
        self.methods: Mapping[str, Method] = {name: method for part in parts for name, method in part.methods.items()}

    def ask(self, method: str, **params: object) -> Any:
        """What the method answers."""
        return self.user.run(self._ask(method, params))

    def refused(self, method: str, **params: object) -> str:
        """The sentence with which it refuses."""
        return self.error(method, **params)[0]

    def error(self, method: str, **params: object) -> tuple[str, Code | None]:
        """The sentence, and the code where it has one of its own."""
        try:
            answer = self.ask(method, **params)
        except RemoteError as error:
            return sentence(str(error)), error.code
        except (ParamError, EngineError) as error:
            return sentence(str(error)), None
        raise AssertionError(f"it was not refused, but answered with {answer!r}")

    def sets(self, id: str, **params: object) -> None:
        """Changes one torrent."""
        assert self.ask("torrent_set", ids=[id], **params) == {}

    def told(self, id: str, *fields: str) -> dict[str, Any]:
        """What clients see of one torrent."""
        (found,) = orjson.loads(b"".join(self.ask("torrent_get", ids=[id], fields=list(fields)).chunks))["torrents"]
        return dict(found)

    def chooses(self, setting: Setting[Any], value: object) -> None:
        """The user chooses in the preferences, and the engine hears of it."""
        self.settings.set(setting, value)
        self.user.changes({setting: setting.stored(value)})

    async def _ask(self, method: str, params: Mapping[str, object]) -> object:
        return await self.methods[method](Call(method, Params(params), Dialect.JSON_RPC, CLIENT))

    def _quit(self) -> None:
        raise AssertionError("nobody asked for that")

    def _on_added(self, id: str, client: Client) -> None:
        assert client is CLIENT
        self.added.append(id)

    def _on_removed(self, names: tuple[str, ...], client: Client) -> None:
        assert client is CLIENT
        self.removed += names


@contextmanager
def remote_of(user: User) -> Iterator[Remote]:
    """For as long as the program runs."""
    made = Remote(user)
    try:
        yield made
    finally:
        made.ids.deleteLater()
        made.settings.deleteLater()
