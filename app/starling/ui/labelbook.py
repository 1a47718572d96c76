# SPDX-License-Identifier: GPL-3.0-or-later
"""The labels there are: those that the settings define and those that torrents merely have; changed in both at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from starling import labelrules, labels, labeluses
from starling.engine.engine import Engine
from starling.errors import UserError
from starling.goals import Removals
from starling.labels import Label
from starling.settings import Settings
from starling.settings.labels import LABELS


@dataclass(frozen=True, slots=True)
class Taken:
    """A label that was removed, and what brings it back."""

    name: str
    label: Label | None
    """None where it was not defined."""
    place: int
    bearers: tuple[str, ...]
    """The ids of the torrents that had it."""
    folders: tuple[str, ...]
    """The watch folders that gave it."""
    gone: tuple[int, ...]
    """The numbers of the removed torrents that had it."""
    kept: frozenset[str]
    """The ids of the torrents that would have been removed without it, and whose goal was turned off for that."""


class LabelBook(QObject):
    """Holds nothing itself but what it looks up by name."""

    changed = Signal()
    """Another label is defined, or one in another way."""

    def __init__(self, engine: Engine, chosen: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine, self._settings = engine, chosen
        self._colours: dict[str, str] = {}
        chosen.changed.connect(self._on_setting)
        self._read()

    @property
    def all(self) -> tuple[Label, ...]:
        """Those that are defined, in the order of the user."""
        return self._settings.get(LABELS)

    @property
    def colours(self) -> dict[str, str]:
        """Name -> ``#rrggbb`` (empty for grey) of those that are defined, in their order."""
        return self._colours

    def colour(self, name: str) -> str:
        """Grey (empty) for one that is not defined."""
        return self._colours.get(name, "")

    def find(self, name: str) -> Label | None:
        """A defined label by its name, whatever the case."""
        wanted = labels.key(name)
        return next((one for one in self.all if labels.key(one.name) == wanted), None)

    def names(self) -> list[str]:
        """All labels: the defined ones in their order, then the others that torrents have."""
        borne = self._engine.labelling.borne()
        return [*self._colours, *sorted(borne - self._colours.keys(), key=labels.key)]

    def spelt(self, names: Iterable[str]) -> tuple[str, ...]:
        """The names as labels of other case are spelt that exist already."""
        return labels.canonical(names, self.names())

    def check(self) -> None:
        """Raises UserError where what settings.toml says can't be read: writing would take its place."""
        if problem := self._settings.problem(LABELS):
            raise UserError(problem)

    def keep(self, those: Sequence[Label]) -> None:
        """Have these defined, in this order. Raises UserError for what will not do."""
        self.check()
        try:
            self._settings.set(LABELS, tuple(those))
        except ValueError as error:
            raise UserError(str(error)) from error

    async def save(self, label: Label, before: str = "") -> None:
        """Define a label, in the place of the one of the name `before` if there is one.

        What has it or gives it follows a new name: torrents, removed ones too, watch folders, and saved filters.
        """
        self.keep(self._placed(label, before))
        if before and before != label.name:
            labeluses.rename(self._settings, before, label.name)
            await self._engine.labelling.rename(before, label.name)
            await self._engine.bin.relabel(before, label.name)

    async def remove(self, name: str, kept: frozenset[str] = frozenset()) -> Taken:
        """Take a label from all torrents, removed ones too, from watch folders, and out of the list.

        `kept`: the ids of torrents that are seeded for ever because of that.
        """
        found = next(((place, one) for place, one in enumerate(self.all) if one.name == name), None)
        bearers = tuple(self._engine.labelling.bearers(name))
        if found is not None:
            self.keep([one for one in self.all if one.name != name])
        folders = labeluses.remove(self._settings, name)
        await self._engine.labelling.change(bearers, take=[name])
        gone = tuple(await self._engine.bin.relabel(name))
        return Taken(name, found[1] if found else None, found[0] if found else 0, bearers, folders, gone, kept)

    async def put_back(self, taken: Taken, kept: frozenset[str] = frozenset()) -> None:
        """As it was before `remove`, but for torrents that are `kept` from the goal that they get by it."""
        if (those := self._restored(taken)) != self.all:
            self.keep(those)
        labeluses.put_back(self._settings, taken.name, taken.folders)
        await self._engine.labelling.change(taken.bearers, give=[taken.name])
        await self._engine.bin.label(taken.gone, taken.name)
        if freed := taken.kept - kept:
            # What they had before may be the very goal of the label: without it they would be removed.
            await self._engine.forecast.let_go(freed, lambda: labels.goals(self.all))

    def move(self, name: str, step: int) -> None:
        """One up (-1) or down (1) in the list."""
        if (those := self._moved(name, step)) != self.all:
            self.keep(those)

    # -- what would be removed

    async def removals(self, ids: Iterable[str], give: Sequence[str] = (), take: Iterable[str] = ()) -> Removals:
        """Torrents that would have reached a removing goal if they got labels, and lost others."""
        return await self._engine.forecast.relabelled(ids, labels.goals(self.all), give, take)

    async def removals_by_rules(self, give: Mapping[str, Sequence[str]]) -> Removals:
        """Likewise if they got what `by_rules` gives."""
        return await self._engine.forecast.relabelled_each(give, labels.goals(self.all))

    async def removals_without(self, name: str) -> Removals:
        """Likewise if a label was removed."""
        left = labels.goals(tuple(one for one in self.all if one.name != name))
        return await self._engine.forecast.redefined(left)

    async def removals_with(self, label: Label, before: str) -> Removals:
        """Likewise if a label was defined so, in the place of the one of the name `before` if there is one."""
        those = self._placed(label, before)
        return await self._engine.forecast.redefined(labels.goals(those), {before: label.name} if before else None)

    async def removals_put_back(self, taken: Taken) -> Removals:
        """Likewise after `put_back`."""
        goals = labels.goals(self._restored(taken))
        return await self._engine.forecast.put_back(taken.name, taken.bearers, taken.kept, goals)

    async def removals_moved(self, name: str, step: int) -> Removals:
        """Likewise after `move`."""
        return await self._engine.forecast.redefined(labels.goals(self._moved(name, step)))

    # -- rules

    async def by_rules(self) -> dict[str, tuple[str, ...]]:
        """Id -> labels that the rules would give to torrents of the list that have not got them."""
        return await labelrules.lacking(self.all, self._engine.torrents.values())

    def _placed(self, label: Label, before: str) -> tuple[Label, ...]:
        if all(one.name != before for one in self.all):
            return *self.all, label
        return tuple(label if one.name == before else one for one in self.all)

    def _restored(self, taken: Taken) -> tuple[Label, ...]:
        if taken.label is None or self.find(taken.name) is not None:
            return self.all
        those = list(self.all)
        those.insert(taken.place, taken.label)
        return tuple(those)

    def _moved(self, name: str, step: int) -> tuple[Label, ...]:
        those = list(self.all)
        place = next((place for place, one in enumerate(those) if one.name == name), None)
        if place is not None and 0 <= place + step < len(those):
            those.insert(place + step, those.pop(place))
        return tuple(those)

    def _on_setting(self, key: str) -> None:
        if key == LABELS.key:
            self._read()
            self.changed.emit()

    def _read(self) -> None:
        self._colours = {one.name: one.colour for one in self.all}
