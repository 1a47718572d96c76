# SPDX-License-Identifier: GPL-3.0-or-later
"""Tooltips whose words come from strangers: Qt takes a text for HTML as soon as it looks like it."""

import html


def plain_tip(text: str) -> str:
    """The text as a tooltip that shows it letter by letter, lines and spaces kept; empty for an empty one."""
    return f'<span style="white-space: pre-wrap">{html.escape(text)}</span>' if text else ""
