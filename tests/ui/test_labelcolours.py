# SPDX-License-Identifier: GPL-3.0-or-later
"""Colours of labels can be seen in both themes, whichever they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QGuiApplication

from starling.ui.labelcolours import PALETTE, Tick, contrast, dot_icon, name_of, shades, tick_icon
from starling.ui.theme import DARK, LIGHT, Theme


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@given(number=st.integers(0, 0xFFFFFF))
def test_any_colour_has_contrast(theme: Theme, number: int) -> None:
    holds(f"#{number:06x}", theme)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_those_that_are_offered_differ(theme: Theme) -> None:
    for colour, _ in PALETTE:
        holds(colour, theme)
    assert len({shades(colour, theme).dot.name() for colour, _ in PALETTE}) == len(PALETTE)


def holds(colour: str, theme: Theme) -> None:
    found = shades(colour, theme)
    assert contrast(found.text, found.ground) >= 4.5
    for ground in (theme.base, theme.side, theme.win, theme.sel, theme.seloff):
        assert contrast(found.dot, ground) >= 3


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(QColor("#ffffff"), QColor("#000000")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)


def test_names(qapp: QGuiApplication) -> None:
    assert (name_of(""), name_of("#c9302c"), name_of("#012345")) == ("Grey", "Red", "#012345")


def test_marks_differ_in_shape(qapp: QGuiApplication) -> None:
    icons = [tick_icon("#2f6fde", tick, LIGHT, 16, 1.0) for tick in Tick] + [dot_icon("#2f6fde", LIGHT, 16, 1.0)]
    pictures = [bytes(icon.pixmap(16).toImage().constBits()) for icon in icons]
    assert len(set(pictures)) == 4
