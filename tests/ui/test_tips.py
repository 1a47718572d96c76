# SPDX-License-Identifier: GPL-3.0-or-later
"""What a tooltip shows is what the text says, whatever it looks like."""

import pytest
from PySide6.QtGui import QTextDocument

from starling.ui.tips import plain_tip

STRANGE = ["<h1>big</h1>", '<img src="https://example.org/seen.png">.iso', "a & b &lt; c", "two  spaces\nand lines"]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("text", STRANGE)
def test_every_letter_is_shown(text: str) -> None:
    shown = QTextDocument()
    shown.setHtml(plain_tip(text))
    assert shown.toPlainText() == text


def test_no_text_is_no_tip() -> None:
    assert not plain_tip("")
