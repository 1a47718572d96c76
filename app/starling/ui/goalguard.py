# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks before a setting about seeding goals is changed so that torrents are removed at once."""

from collections.abc import Awaitable
from typing import Any

from PySide6.QtWidgets import QWidget

from starling import settings
from starling.goals import REMOVALS, Goal
from starling.setting import Setting
from starling.ui.dialogs.labelgone import Change, agreed
from starling.ui.dialogs.means import Means


def before_goal(means: Means, setting: Setting[Any], value: object, parent: QWidget) -> Awaitable[bool] | None:
    """What has to be waited for: whether the value is wanted. None if it removes nothing.

    Raises ValueError with a sentence for what is no value.
    """
    accepted = setting.accept(value)

    def get(other: Setting[Any]) -> Any:
        return accepted if other is setting else means.settings.get(other)

    goal = settings.seeding.goal(get)
    return None if goal is None or goal.then not in REMOVALS else _ask(means, goal, parent)


async def _ask(means: Means, goal: Goal, parent: QWidget) -> bool:
    return await agreed(Change.GOAL, await means.engine.forecast.with_goal(goal), means, parent)
