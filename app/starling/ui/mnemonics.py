# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters for buttons whose texts come and go: each gets one that nothing else in the window means."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QAbstractButton, QMainWindow, QWidget


def letter(text: str) -> str:
    """The one that is underlined, small; empty if none is."""
    place = text.replace("&&", "  ").find("&")
    return text[place + 1 : place + 2].lower() if place >= 0 else ""


def marked(texts: Sequence[str], taken: Iterable[str]) -> list[str]:
    """The same texts with a letter each, the beginnings of words first; none where all its letters are `taken`."""
    used = set(taken)
    found = []
    for text in texts:
        place = next((place for place in _places(text) if text[place].lower() not in used), None)
        plain = [character.replace("&", "&&") for character in text]
        if place is not None:
            used.add(text[place].lower())
            plain[place] = f"&{text[place]}"
        found.append("".join(plain))
    return found


def taken(window: QWidget, without: Iterable[QAbstractButton]) -> set[str]:
    """The letters that its menu bar and the other buttons on screen have."""
    others = set(without)
    buttons = (button for button in window.findChildren(QAbstractButton) if button.isVisible())
    texts = [button.text() for button in buttons if button not in others]
    if isinstance(window, QMainWindow):
        texts += [action.text() for action in window.menuBar().actions()]
    return {found for text in texts if (found := letter(text))}


def _places(text: str) -> list[int]:
    letters = [place for place, character in enumerate(text) if character.isalpha()]
    return sorted(letters, key=lambda place: place > 0 and text[place - 1].isalnum())
