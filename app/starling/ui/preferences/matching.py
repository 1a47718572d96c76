# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding settings by words: accents and capitals make no difference, and what was found can be marked."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from starling.setting import Setting
from starling.spelling import fold, folded


@dataclass(frozen=True, slots=True)
class Needle:
    """What is looked for: all of these words, each anywhere in a text."""

    words: tuple[str, ...] = ()

    @staticmethod
    def of(text: str) -> "Needle":
        """The words of what was typed."""
        return Needle(tuple(dict.fromkeys(fold(text).split())))

    def __bool__(self) -> bool:
        return bool(self.words)

    def found_in(self, folded: str) -> bool:
        """Whether all of them are in a text that has been folded."""
        return all(word in folded for word in self.words)

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where in the text they begin and end, those that overlap as one."""
        # Folding may lengthen: each letter of the folded text knows the one it came from.
        pieces = [folded(letter) for letter in text]
        origin = [index for index, piece in enumerate(pieces) for _ in piece]
        whole = "".join(pieces)
        hit = [False] * (len(text) + 1)
        for word in self.words:
            place = whole.find(word)
            while place >= 0:
                for letter in range(place, place + len(word)):
                    hit[origin[letter]] = True
                place = whole.find(word, place + 1)
        start = None
        for index, inside in enumerate(hit):
            if inside and start is None:
                start = index
            elif not inside and start is not None:
                yield start, index
                start = None


def haystack(setting: Setting[Any], section: str) -> str:
    """All that a setting can be found by, folded: its words, those of its page, its key, and the words in English."""
    choices = (text for _, text in setting.choices)
    words = (setting.label, setting.help, section, setting.page.title, setting.zero, *choices)
    return fold("\n".join((*words, setting.label_source, setting.help_source, setting.key)))
