# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk for the tests of dialogs, and a user for those that need no swarm."""

from collections.abc import Iterator

import pytest

from starling.ui.theme import ThemeManager
from tests.helpers import User
from tests.ui.desk import Desk


@pytest.fixture
def desk(user: User, themes: ThemeManager) -> Iterator[Desk]:
    made = Desk(user, themes)
    yield made
    made.close()
