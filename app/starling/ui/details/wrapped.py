# SPDX-License-Identifier: GPL-3.0-or-later
"""A sentence that goes on below where its line ends, for the one above a table that must not be cut."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent

from starling.ui.cells import draw_text
from starling.ui.details.sentence import Segment, Sentence


class WrappedSentence(Sentence):
    """What only adds to it is left out before it wraps."""

    def lines(self, width: int) -> int:
        """How many there are at this width."""
        if self.least <= width:
            return 1
        return max((line for _, line, _ in self._flow(self._main, width)), default=0) + 1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Word by word, or all on one line if that fits."""
        if self.least <= self.width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        height = self.sizeHint().height()
        for part, line, left in self._flow(self._main, self.width()):
            rect = QRect(left, line * height, self.width() - left, height)
            draw_text(painter, rect, part.text, self.ctx, part.token, weight=part.weight)
        self.setToolTip("")

    def _flow(self, segments: Sequence[Segment], width: int) -> Iterator[tuple[Segment, int, int]]:
        """Words with the line and the pixel where they stand; a figure and its comma stay together."""
        left = line = 0
        for word in _words(segments):
            advance = sum(self.ctx.metrics[part.weight].horizontalAdvance(part.text) for part in word)
            bare = advance - self.ctx.metrics[word[-1].weight].horizontalAdvance(" ") * word[-1].text.endswith(" ")
            if left and left + bare > width:
                left, line = 0, line + 1
            for part in word:
                yield part, line, left
                left += self.ctx.metrics[part.weight].horizontalAdvance(part.text)


def _words(segments: Sequence[Segment]) -> Iterator[list[Segment]]:
    """Parts between which there is no space, the space behind them included."""
    word: list[Segment] = []
    for segment in segments:
        pieces = segment.text.split(" ")
        for place, piece in enumerate(pieces):
            last = place == len(pieces) - 1
            text = piece if last else f"{piece} "
            if text:
                word.append(segment._replace(text=text))
            if not last and word:
                yield word
                word = []
    if word:
        yield word
