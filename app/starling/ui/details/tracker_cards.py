# SPDX-License-Identifier: GPL-3.0-or-later
"""The cards below the trackers table: the story of what is selected with its buttons, and a chart of its announces."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from starling.i18n import translate
from starling.tracker import Kind
from starling.ui.button import Button
from starling.ui.cells import INSET
from starling.ui.details.announce_chart import AnnounceChart
from starling.ui.details.legend import Item, Legend
from starling.ui.details.painted import Painted
from starling.ui.details.timeline import mark_painter, mark_words
from starling.ui.details.tracker_rounds import Mark
from starling.ui.details.tracker_rows import TrackerRow
from starling.ui.details.tracker_sentences import Story
from starling.ui.details.tracker_words import name_of
from starling.ui.glyph import Glyph
from starling.ui.notice import breakable
from starling.ui.theme import ThemeManager, Token

_PADDING, _GAP, _RADIUS, _ICON, _LEAST = 14, 12, 6, 20, 190
_STORY, _CHART = 9, 8
"""How the width is shared."""


class Card(Painted):
    """A rounded ground with an outline; put contents into `column`."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__(themes)
        self.column = QVBoxLayout(self)
        self._measure()

    def restyled(self) -> None:
        """Sizes follow the font."""
        self._measure()
        super().restyled()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and outline."""
        painter, ctx = QPainter(self), self.ctx
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ctx.theme.line, 1))
        painter.setBrush(ctx.theme.base)
        radius = ctx.px(_RADIUS)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _measure(self) -> None:
        padding = self.ctx.px(_PADDING)
        self.column.setContentsMargins(padding, padding, padding, padding)
        self.column.setSpacing(self.ctx.px(8))


class StoryCard(Card):
    """What there is to say of the selection, and what can be done."""

    def __init__(self, themes: ThemeManager, buttons: Sequence[Button]) -> None:
        super().__init__(themes)
        self.icon = Glyph(themes, "info", Token.ACCENT, _ICON)
        self.title, self.aside = _wrapping(), _wrapping()
        self.sentences: list[QLabel] = []
        self.aside.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        top = QHBoxLayout()
        top.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.title, 1)
        self._top, self._below = top, QVBoxLayout()
        self._row = QHBoxLayout()
        for button in buttons:
            self._row.addWidget(button)
        self._row.addStretch(1)
        self._words = QVBoxLayout()
        self._below.addLayout(self._words)
        self._below.addWidget(self.aside)
        self._below.addStretch(1)
        self._below.addLayout(self._row)
        self.column.addLayout(top)
        self.column.addLayout(self._below, 1)
        self._arrange()

    def tell(self, story: Story) -> None:
        """Show a story."""
        shape, _ground = story.tone
        self.icon.show_icon(shape.name, shape.token)
        self.title.setText(breakable(story.title))
        while len(self.sentences) < len(story.sentences):
            self.sentences.append(_wrapping())
            self._words.addWidget(self.sentences[-1])
        for number, label in enumerate(self.sentences):
            sentence = story.sentences[number] if number < len(story.sentences) else ""
            label.setText(breakable(sentence))
            label.setVisible(bool(sentence))
        self.aside.setText(breakable(story.aside))
        self.aside.setVisible(bool(story.aside))
        self.setAccessibleName(story.title)
        self.setAccessibleDescription(story.text)

    def restyled(self) -> None:
        """Sizes follow the font."""
        self._arrange()
        super().restyled()

    def _arrange(self) -> None:
        ctx = self.ctx
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setPixelSize(ctx.px(15))
        self.title.setFont(font)
        self._top.setSpacing(ctx.px(8))
        self._below.setSpacing(ctx.px(8))
        self._words.setSpacing(ctx.px(4))
        self._below.setContentsMargins(ctx.px(_ICON + 8), 0, 0, 0)
        self._row.setSpacing(ctx.px(8))


def _wrapping() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


class ChartCard(Card):
    """The announces of one tracker, with their legend."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__(themes)
        self.title = QLabel()
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.chart = AnnounceChart(themes)
        self.legend = Legend(themes, legend_of_chart)
        self.column.addWidget(self.title)
        self.column.addWidget(self.chart, 1)
        self.column.addWidget(self.legend)
        # It decides no width: where there is less room it takes another line.
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.legend.setSizePolicy(policy)
        self._bold()

    def show_row(self, row: TrackerRow) -> None:
        """Those of this tracker."""
        name = name_of(row.tracker)
        words = self.tr("Announces to {name}") if row.tracker.kind is Kind.TRACKER else self.tr("Announces by {name}")
        self.title.setText(words.format(name=name))
        both = len(row.tracker.versions) > 1 or any(announce.version == 2 for announce in row.tracker.announces)
        self.chart.show_announces(name, row.tracker.announces, both=both)

    def restyled(self) -> None:
        """Sizes follow the font."""
        self._bold()
        super().restyled()

    def _bold(self) -> None:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        self.title.setFont(font)


class Cards(QWidget):
    """Both of them, beside each other."""

    again_wanted = Signal()
    copy_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__()
        self._themes = themes
        self.again_button = Button(self.tr("Ask again"))
        self.copy_button = Button(self.tr("Copy the details"))
        self.remove_button = Button(self.tr("Remove…"))
        self.again_button.clicked.connect(self.again_wanted)
        self.copy_button.clicked.connect(self.copy_wanted)
        self.remove_button.clicked.connect(self.remove_wanted)
        self.story = StoryCard(themes, (self.again_button, self.copy_button, self.remove_button))
        self.charts = ChartCard(themes)
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self.story, _STORY)
        self._layout.addWidget(self.charts, _CHART)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setAutoFillBackground(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self._measure)
        self._measure()

    def tell(self, story: Story, row: TrackerRow | None) -> None:
        """Show a story; the chart is that of the one row it is about, if it is about one that is asked."""
        self.story.tell(story)
        charted = row is not None and row.tracker.kind in {Kind.TRACKER, Kind.DHT}
        self.charts.setVisible(charted)
        if row is not None and charted:
            self.charts.show_row(row)

    @property
    def charted(self) -> bool:
        """Whether there is a chart."""
        return not self.charts.isHidden()

    def height_for(self, width: int) -> int:
        """Pixels that everything needs at this width."""
        gap, inset = round(_GAP * self._themes.scale), round(INSET * self._themes.scale)
        # What labels say since the last time has reached the layouts within, but not those around.
        self.story.column.activate()
        one = width - 2 * inset
        if self.charted:
            one = (one - gap) * _STORY // (_STORY + _CHART)
        needed = self.story.column.totalHeightForWidth(max(one, self.story.minimumSizeHint().width()))
        return max(needed, round(_LEAST * self._themes.scale)) + inset + gap

    def sizeHint(self) -> QSize:
        """As high as the words need."""
        width = self.width()
        return QSize(width, self.height_for(width))

    def _measure(self) -> None:
        inset, gap = round(INSET * self._themes.scale), round(_GAP * self._themes.scale)
        self._layout.setContentsMargins(inset, gap, inset, inset)
        self._layout.setSpacing(gap)


def legend_of_chart() -> list[Item]:
    """What its marks mean."""
    return [Item("■", translate("Cards", "peers got"), Token.HAVE), *legend_of_timeline()]


def legend_of_timeline() -> list[Item]:
    """The marks of the table."""
    return [Item(mark_painter(mark), mark_words(mark)) for mark in Mark]
