# SPDX-License-Identifier: GPL-3.0-or-later
"""The editor of a list of rates: one line, each with its unit."""

from dataclasses import replace
from typing import Any

from starling.setting import RATE_MAX, Setting
from starling.settings.speed import DOWN_LIMIT
from starling.ui.dialogs.means import Means
from starling.ui.preferences import numbers
from starling.ui.preferences.typed import TextEditor

_BETWEEN = ";"
"""Commas stand within numbers."""


class RatesEditor(TextEditor):
    """Rates as numbers of settings are typed, with semicolons between them."""

    def __init__(self, setting: Setting[Any], means: Means) -> None:
        super().__init__(setting, means)
        # Read as any other rate, under the name of this one.
        self._one = replace(DOWN_LIMIT, label_source=setting.label_source, zero_source="", minimum=1, maximum=RATE_MAX)
        self.field.setPlaceholderText(numbers.written(self._one, 2_000_000))

    def put(self, value: Any) -> None:
        """Each with its unit."""
        super().put(f"{_BETWEEN} ".join(numbers.written(self._one, rate) for rate in value))

    def take(self) -> Any:
        """Whatever there is between the semicolons."""
        texts = filter(None, (text.strip() for text in self.field.text().split(_BETWEEN)))
        return tuple(int(numbers.read(self._one, text, 0)) for text in texts)
