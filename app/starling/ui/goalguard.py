# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks before settings get other values, on whatever way, by which torrents are removed for their seeding goals."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from starling import labels, settings
from starling.goals import REMOVALS, Goal
from starling.setting import Setting
from starling.tasks import spawn
from starling.ui.dialogs.labelgone import Above, Change, agreed
from starling.ui.dialogs.means import Means

Changes = Mapping[Setting[Any], Any]
"""The values that settings are to get, as `Setting.accept` gives them."""


def when_agreed(
    means: Means, changes: Changes, parent: QWidget, do: Callable[[], None], refused: Callable[[], None] | None = None
) -> None:
    """Has settings changed by `do`: at once, or where torrents may be removed when their owner has agreed to that.

    By then `parent` may be gone. Else `refused` is called.
    """
    session, defined = after = _goals(means, changes)
    removes = any(goal is not None and goal.then in REMOVALS for goal in (session, *(goal for _, goal in defined)))
    if removes and after != _goals(means, {}):
        spawn(_ask(means, changes, Above(parent), do, refused), name="seeding goals")
    else:
        do()


async def _ask(
    means: Means, changes: Changes, above: Above, do: Callable[[], None], refused: Callable[[], None] | None
) -> None:
    asked = None
    # Others may have been changed meanwhile: what was agreed to was the whole.
    while (after := _goals(means, changes)) != asked:
        (session, defined), asked = after, after
        removals = await means.engine.forecast.configured(session, dict(defined))
        if not await agreed(Change.GOAL, removals, means, above.window):
            if refused is not None:
                refused()
            return
    do()


def _goals(means: Means, changes: Changes) -> tuple[Goal | None, list[tuple[str, Goal]]]:
    """Of the settings and of the labels, in their order, after the changes."""

    def get(setting: Setting[Any]) -> Any:
        return changes[setting] if setting in changes else means.settings.get(setting)

    return settings.seeding.goal(get), list(labels.goals(get(settings.labels.LABELS)).items())
