# SPDX-License-Identifier: GPL-3.0-or-later
"""The colours and sizes of the program, and the object that puts them on the application."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from starling.settings.appearance import Appearance
from starling.ui.style import scale_wanted, style_for
from starling.ui.stylesheet import stylesheet

DESIGN_FONT = 13
"""Pixels of the font all sizes of the design are given for."""


class Token(Enum):
    """A colour by its meaning; the values are the fields of `Theme`."""

    WIN = "win"
    SIDE = "side"
    BASE = "base"
    LINE = "line"
    HAIR = "hair"
    EDGE = "edge"
    TEXT = "text"
    MUTED = "muted"
    FAINT = "faint"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    SEL = "sel"
    SELOFF = "seloff"
    DOWN = "down"
    UP = "up"
    HAVE = "have"
    FLIGHT = "flight"
    MISS = "miss"
    MISS_SEL = "miss_sel"
    MISS_SELOFF = "miss_seloff"
    NONE = "none"
    OK = "ok"
    WARN = "warn"
    ERR = "err"
    INFO_GROUND = "info_ground"
    WARN_GROUND = "warn_ground"
    ERR_GROUND = "err_ground"
    OK_GROUND = "ok_ground"


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """One set of colours; every text token has a contrast of at least 4.5 on every ground it may stand on."""

    dark: bool
    win: QColor
    """Chrome: menu bar, tool bar, status bar, legends."""
    side: QColor
    base: QColor
    """Tables and cards."""
    line: QColor
    """Between panes."""
    hair: QColor
    """Below rows."""
    edge: QColor
    """Outline of cards and chips."""
    text: QColor
    muted: QColor
    faint: QColor
    """Field outlines and off marks; text only where disabled."""
    accent: QColor
    on_accent: QColor
    sel: QColor
    seloff: QColor
    down: QColor
    up: QColor
    have: QColor
    flight: QColor
    """Requested, not verified yet."""
    miss: QColor
    """The track of bars and strips; the next two are the same on a selected row with and without focus."""
    miss_sel: QColor
    miss_seloff: QColor
    none: QColor
    """On no connected peer."""
    ok: QColor
    warn: QColor
    err: QColor
    info_ground: QColor
    warn_ground: QColor
    err_ground: QColor
    ok_ground: QColor

    def colour(self, token: Token) -> QColor:
        """The colour a token stands for."""
        colour: QColor = getattr(self, token.value)
        return colour


LIGHT = Theme(
    dark=False,
    win=QColor("#F5F5F7"),
    side=QColor("#F0F1F4"),
    base=QColor("#FFFFFF"),
    line=QColor("#E0E2E8"),
    hair=QColor("#F1F2F5"),
    edge=QColor("#C4C7D0"),
    text=QColor("#1B1D23"),
    muted=QColor("#5A5E6B"),
    faint=QColor("#7F8390"),
    accent=QColor("#0B6A89"),
    on_accent=QColor("#FFFFFF"),
    sel=QColor("#D6E8F0"),
    seloff=QColor("#E6E8EC"),
    down=QColor("#0B6A89"),
    up=QColor("#A82F63"),
    have=QColor("#1B7A9A"),
    flight=QColor("#B87200"),
    miss=QColor("#E4E6EC"),
    miss_sel=QColor("#B7D0DC"),
    miss_seloff=QColor("#CDD1D9"),
    none=QColor("#C9302C"),
    ok=QColor("#1D7443"),
    warn=QColor("#8A5600"),
    err=QColor("#B3261E"),
    info_ground=QColor("#EAF3F7"),
    warn_ground=QColor("#FFF5E0"),
    err_ground=QColor("#FCEDEB"),
    ok_ground=QColor("#E8F4EC"),
)

DARK = Theme(
    dark=True,
    win=QColor("#1F2126"),
    side=QColor("#1B1D21"),
    base=QColor("#17191D"),
    line=QColor("#30333A"),
    hair=QColor("#22242A"),
    edge=QColor("#4A4E5A"),
    text=QColor("#E6E8EC"),
    muted=QColor("#A7ACB8"),
    faint=QColor("#848996"),
    accent=QColor("#5CC1E3"),
    on_accent=QColor("#06202A"),
    sel=QColor("#1C3E4D"),
    seloff=QColor("#2B2E35"),
    down=QColor("#66C5E6"),
    up=QColor("#F08FB8"),
    have=QColor("#45A5C8"),
    flight=QColor("#F2B648"),
    miss=QColor("#343842"),
    miss_sel=QColor("#2F5667"),
    miss_seloff=QColor("#464B57"),
    none=QColor("#FF7B74"),
    ok=QColor("#6CCB93"),
    warn=QColor("#F0BC5E"),
    err=QColor("#FF938B"),
    info_ground=QColor("#1B2D35"),
    warn_ground=QColor("#33291A"),
    err_ground=QColor("#382122"),
    ok_ground=QColor("#1B3024"),
)


def scale_of(font: QFont) -> float:
    """How much larger than in the design everything has to be for this font."""
    return QFontInfo(font).pixelSize() / DESIGN_FONT


def tabular(font: QFont) -> QFont:
    """The font with digits of one width, where it has them, so that numbers do not jump."""
    font = QFont(font)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def palette(theme: Theme) -> QPalette:
    """The palette for Fusion; Highlight is the accent, since selected rows paint their own wash."""
    role, result = QPalette.ColorRole, QPalette()
    for which, colour in (
        (role.Window, theme.win),
        (role.WindowText, theme.text),
        (role.Base, theme.base),
        (role.AlternateBase, theme.side),
        (role.Text, theme.text),
        (role.PlaceholderText, theme.muted),
        (role.Button, theme.base),
        (role.ButtonText, theme.text),
        (role.BrightText, theme.err),
        (role.ToolTipBase, theme.base),
        (role.ToolTipText, theme.text),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.on_accent),
        (role.Accent, theme.accent),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.muted),
        (role.Light, theme.base),
        (role.Midlight, theme.line),
        (role.Mid, theme.edge),
        (role.Dark, theme.faint),
        (role.Shadow, theme.edge),
    ):
        result.setColor(which, colour)
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText, role.PlaceholderText):
        result.setColor(QPalette.ColorGroup.Disabled, which, theme.faint)
    result.setColor(QPalette.ColorGroup.Disabled, role.Highlight, theme.seloff)
    return result


class ThemeManager(QObject):
    """Keeps style, palette and style sheet of the application at what the user and the system ask for."""

    changed = Signal()
    """`theme` or `scale` is another one now."""

    def __init__(self, app: QApplication, appearance: Appearance = Appearance.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._appearance = appearance
        self._theme = LIGHT
        self._scale = 0.0
        self._style = style_for(LIGHT, scale_of(app.font()))
        app.setStyle(self._style)
        app.styleHints().colorSchemeChanged.connect(self._refresh)
        app.fontChanged.connect(self._refresh)
        self.set_appearance(appearance)

    @property
    def theme(self) -> Theme:
        """The colours in use."""
        return self._theme

    @property
    def scale(self) -> float:
        """The size of the application's font relative to the design's."""
        return self._scale

    def set_appearance(self, appearance: Appearance) -> None:
        """Change over to another theme, or to what the system says."""
        self._appearance = appearance
        hints = self._app.styleHints()
        # Window frames are the system's: it is told, so that they match where it listens.
        if appearance is Appearance.SYSTEM:
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(Qt.ColorScheme.Dark if appearance is Appearance.DARK else Qt.ColorScheme.Light)
        self._refresh()

    def _wanted(self) -> Theme:
        if self._appearance is Appearance.SYSTEM:
            return DARK if self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT
        return DARK if self._appearance is Appearance.DARK else LIGHT

    def _refresh(self) -> None:
        theme, scale = self._wanted(), scale_of(self._app.font())
        if theme is self._theme and scale == self._scale:
            return
        self._theme, self._scale = theme, scale
        if scale_wanted(scale) != self._style.scale:
            # Widgets measure themselves anew when another style comes.
            self._style = style_for(theme, scale)
            self._app.setStyle(self._style)
        self._style.theme = theme
        self._app.setPalette(palette(theme))
        self._app.setStyleSheet(stylesheet(theme, scale))
        self.changed.emit()
