# SPDX-License-Identifier: GPL-3.0-or-later
"""Transmission's bandwidth groups, which are labels with limits: what all torrents of a group may take together.

A torrent of Starling may have several such labels, and the limits of all of them hold; Transmission knows one group.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from starling import settings
from starling.i18n import translate
from starling.labels import Label, canonical, key, tidy
from starling.remote.calls import Call, Method, RemoteError
from starling.remote.means import Means
from starling.remote.params import ParamError, Params
from starling.remote.switched import KILO, MOST, Kept, kilobytes, no_nothing

NOTES: Mapping[str, str] = {
    "honors_session_limits": "always true: limits of labels hold beside those of the session",
    "speed_limit_down": "the number of a limit that is off is kept until Starling ends, else 0",
    "speed_limit_up": "the number of a limit that is off is kept until Starling ends, else 0",
}
"""Where a key of a group says something else than Transmission's."""
_WAYS = ("down", "up")


def is_group(label: Label) -> bool:
    """Whether it limits anything."""
    return bool(label.down_limit or label.up_limit)


def group_of(defined: tuple[Label, ...], names: Iterable[str]) -> str:
    """The group of a torrent with labels of these names: the first of the list that has limits; empty for none."""
    if not (having := frozenset(names)):
        return ""
    return next((one.name for one in defined if is_group(one) and one.name in having), "")


def with_group(defined: tuple[Label, ...], names: Iterable[str], group: str) -> tuple[str, ...]:
    """The labels of a torrent once it is in another group, and in no other; empty for none.

    Raises RemoteError for a group that there is not.
    """
    wanted = tidy(group)
    found = next((one.name for one in defined if is_group(one) and key(one.name) == key(wanted)), "")
    if wanted and not found:
        text = translate("Remote", "There is no group “{name}”: groups are Starling's labels with limits.")
        raise RemoteError(text.format(name=wanted))
    groups = {key(one.name) for one in defined if is_group(one)}
    rest = [name for name in names if key(name) not in groups or name == found]
    return canonical([*rest, found] if found else rest, (one.name for one in defined))


class Groups:
    """Reads and changes them."""

    def __init__(self, means: Means) -> None:
        self._settings = means.settings
        self._kept: Kept[int] = Kept()

    @property
    def methods(self) -> Mapping[str, Method]:
        """By their names."""
        return {"group_get": self.get, "group_set": self.set}

    async def get(self, call: Call) -> Mapping[str, object]:
        """All groups, or those that are named; names of none are left out."""
        wanted = _wanted(call.params)
        found = filter(is_group, self._defined)
        return {"group": [self._told(one) for one in found if wanted is None or key(one.name) in wanted]}

    async def set(self, call: Call) -> Mapping[str, object]:
        """Gives a label its limits, and makes it if there is none of that name."""
        params = call.params
        name = tidy(params.text("name") or "")
        if not name:
            raise ParamError(translate("Remote", "“name” must be that of a group."))
        if params.flag("honors_session_limits") is False:
            text = translate("Remote", "Limits of the session hold for every group: they can't be left out for one.")
            raise RemoteError(text)
        defined = self._defined
        there = next((one for one in defined if key(one.name) == key(name)), None)
        before = there or Label(name)
        limits, numbers = self._limits(params, before)
        after = replace(before, down_limit=limits[0], up_limit=limits[1])
        if there is None and not is_group(after):
            text = translate("Remote", "A new group needs a limit that is on: it is a label with limits.")
            raise RemoteError(text)
        if after != there:
            changed = [after if one is there else one for one in defined] if there else [*defined, after]
            try:
                self._settings.set(settings.labels.LABELS, tuple(changed))
            except ValueError as error:
                raise RemoteError(str(error)) from error
        for way, number in zip(_WAYS, numbers, strict=True):
            self._kept.keep((key(name), way), number)
        return {}

    @property
    def _defined(self) -> tuple[Label, ...]:
        return self._settings.get(settings.labels.LABELS)

    def _told(self, label: Label) -> Mapping[str, object]:
        told: dict[str, object] = {"name": label.name, "honors_session_limits": True}
        for way, limit in zip(_WAYS, _limits_of(label), strict=True):
            told[f"speed_limit_{way}"] = self._number(label, way, limit)
            told[f"speed_limit_{way}_enabled"] = bool(limit)
        return told

    def _number(self, label: Label, way: str, limit: int) -> int:
        return kilobytes(limit) or self._kept.get((key(label.name), way), 0)

    def _limits(self, params: Params, label: Label) -> tuple[list[int], list[int]]:
        """The limits that are asked for, in bytes a second, and the numbers to be kept; raises ParamError."""
        limits, numbers = [], []
        for way, before in zip(_WAYS, _limits_of(label), strict=True):
            name = f"speed_limit_{way}"
            on, number = params.flag(f"{name}_enabled"), params.integer(name, 0, MOST)
            on = bool(before) if on is None else on
            number = self._number(label, way, before) if number is None else number
            if on and not number:
                raise no_nothing(name)
            # One that says what is so already leaves it to the byte.
            limits.append((before if number == kilobytes(before) else number * KILO) if on else 0)
            numbers.append(number)
        return limits, numbers


def _limits_of(label: Label) -> tuple[int, int]:
    return label.down_limit, label.up_limit


def _wanted(params: Params) -> frozenset[str] | None:
    """What names have in common that mean those that are asked for; None for all."""
    if "name" not in params:
        return None
    text = params.raw("name")
    names = (text,) if isinstance(text, str) else params.texts("name") or ()
    return frozenset(key(tidy(name)) for name in names) or None
