# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers what clients ask most: the torrents, and whatever they wish to know of them, every few seconds.

Nothing is held up by it. What is asked of the engine, and what is written, goes in slices, between which the loop turns
and others get the interpreter.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from itertools import islice
from operator import or_
from typing import NamedTuple

from starling.i18n import translate
from starling.remote.calls import Call, Code, Dialect, Method, RemoteError, Written
from starling.remote.edits import Edits
from starling.remote.ids import RECENTLY_ACTIVE
from starling.remote.means import Means
from starling.remote.names import canonical, spelled
from starling.remote.params import Params
from starling.remote.torrent_fields import FIELDS, Field, Usual, View
from starling.remote.wire import dumps
from starling.survey import Detail, Need
from starling.torrent import Torrent

_SLICE = 100
"""Torrents that are asked about at once."""
_AT_ONCE = 20
"""Torrents that are written without a pause: about a millisecond."""
_MOST_FIELDS = 400
"""Names in “fields”: several times all that there are, in whichever spellings."""
_TABLE = "table"
_QUEUE = "queue_position"


class _Wanted(NamedTuple):
    """What a call asks for."""

    names: tuple[str, ...]
    """As they are answered."""
    fields: tuple[Field, ...]
    table: bool

    @property
    def need(self) -> Need:
        """Of all fields together."""
        return reduce(or_, (field.need for field in self.fields), Need.NONE)


class TorrentGet:
    """Reads; changes nothing."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._edits = Edits(means.engine)

    @property
    def methods(self) -> Mapping[str, Method]:
        """By their names."""
        return {"torrent_get": self.get}

    async def get(self, call: Call) -> Written:
        """The torrents of “ids” with their “fields”. Fields that there are not are left out, as Transmission does.

        Raises ParamError, and RemoteError where nothing is named at all.
        """
        wanted = _wanted(call.params, call.dialect)
        means = self._means
        view = View(call.dialect, Usual.of(means), means.limits, means.goals, {}, self._edits.of, means.files.of)
        there = means.engine.torrents
        chosen = iter(means.ids.selected(call.params))
        if any(field.name == _QUEUE for field in wanted.fields):
            view.positions = await means.worker.run(_positions, tuple(there.values()))
        chunks = [b'{"torrents":[']
        comma = b""
        if wanted.table:
            chunks.append(dumps(wanted.names))
            comma = b","
        while ids := tuple(islice(chosen, _SLICE)):
            torrents = [there[id] for id in ids]
            details = await means.engine.survey.of(torrents, wanted.need)
            numbered = [(torrent, means.ids.number(torrent.id)) for torrent in torrents]
            chunks.append(comma + await means.worker.run(_written, wanted, view, numbered, details))
            comma = b","
        chunks.append(b"]")
        if call.params.raw("ids") in RECENTLY_ACTIVE:
            chunks.append(b',"removed":' + dumps(means.ids.removed_recently()))
        chunks.append(b"}")
        return Written(tuple(chunks))


def _wanted(params: Params, dialect: Dialect) -> _Wanted:
    """The fields in the order in which they were asked for, each once.

    The classic dialect answers a name as it was asked for, however that was spelled: clients look for it so.
    """
    asked: dict[str, Field] = {}
    names = params.texts("fields")
    if not names:
        text = translate("Remote", "“fields” must name what is asked for of each torrent.")
        raise RemoteError(text, Code.INVALID_PARAMS)
    if len(names) > _MOST_FIELDS:
        text = translate("Remote", "“{name}” takes {count} names at most.")
        raise params.refuse("fields", text, count=_MOST_FIELDS)
    for name in names:
        field = FIELDS.get(canonical(name))
        if field is not None:
            asked[name if dialect is Dialect.CLASSIC else spelled(field.name, dialect)] = field
    return _Wanted(tuple(asked), tuple(asked.values()), params.text("format") == _TABLE)


# -- on the worker


def _written(wanted: _Wanted, view: View, torrents: Sequence[tuple[Torrent, int]], details: Sequence[Detail]) -> bytes:
    """Objects or rows, with commas between them."""
    return b",".join(_each(wanted, view, torrents, details))


def _each(
    wanted: _Wanted, view: View, torrents: Sequence[tuple[Torrent, int]], details: Sequence[Detail]
) -> Iterator[bytes]:
    reads = [field.read for field in wanted.fields]
    view.now = time.time()
    for at, ((torrent, number), detail) in enumerate(zip(torrents, details, strict=True), 1):
        view.torrent, view.number, view.detail = torrent, number, detail
        values = [read(view) for read in reads]
        yield dumps(values if wanted.table else dict(zip(wanted.names, values, strict=True)))
        if not at % _AT_ONCE:
            # The GUI thread would wait five milliseconds for the interpreter to be taken away.
            time.sleep(0)


def _positions(torrents: Sequence[Torrent]) -> dict[str, int]:
    """A number for every torrent, as Transmission has it: those outside our queue come after, by age."""
    last = len(torrents)
    ordered = sorted((last if each.queue is None else each.queue, each.added, each.id) for each in torrents)
    return {id: position for position, (_, _, id) in enumerate(ordered)}
