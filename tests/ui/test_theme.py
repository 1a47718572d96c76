# SPDX-License-Identifier: GPL-3.0-or-later
"""The themes: legible on every ground, put on the application as a whole, and following font and system."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QImage, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionSpinBox,
    QVBoxLayout,
    QWidget,
)

from starling.settings.appearance import Appearance
from starling.ui.style import ChromeStyle
from starling.ui.stylesheet import stylesheet
from starling.ui.theme import DARK, LIGHT, Theme, ThemeManager, Token, palette, scale_of

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application, which gets back the looks it had."""
    style, colours, font = qapp.style().name(), qapp.palette(), qapp.font()
    yield qapp
    for manager in qapp.findChildren(ThemeManager):
        shiboken6.delete(manager)
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setPalette(colours)
    qapp.setFont(font)
    qapp.styleHints().unsetColorScheme()


def contrast(one: QColor, other: QColor) -> float:
    """WCAG's contrast of two colours, 1-21."""

    def luminance(colour: QColor) -> float:
        parts = [colour.redF(), colour.greenF(), colour.blueF()]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@THEMES
@pytest.mark.parametrize("ink", [Token.TEXT, Token.MUTED, Token.DOWN, Token.UP, Token.OK, Token.WARN, Token.ERR])
def test_text_is_legible_on_every_ground_of_a_table(theme: Theme, ink: Token) -> None:
    for ground in (theme.base, theme.sel, theme.seloff):
        assert contrast(theme.colour(ink), ground) >= 4.5


@THEMES
def test_text_is_legible_on_chrome_banners_and_buttons(theme: Theme) -> None:
    for ground in (theme.win, theme.side, theme.info_ground, theme.warn_ground, theme.err_ground, theme.ok_ground):
        assert contrast(theme.text, ground) >= 5
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    assert contrast(theme.accent, theme.base) >= 3
    assert contrast(theme.faint, theme.base) >= 3


@THEMES
def test_every_token_is_a_colour_of_the_theme(theme: Theme) -> None:
    assert all(theme.colour(token).isValid() for token in Token)


@THEMES
def test_the_style_sheet_has_no_open_ends_and_follows_the_font(theme: Theme) -> None:
    sheet = stylesheet(theme, 1.0)
    assert "@" not in sheet
    assert "~" not in sheet
    assert "height: 35px" in sheet
    assert "height: 70px" in stylesheet(theme, 2.0)
    assert "1px solid" in stylesheet(theme, 2.0)


@THEMES
def test_highlight_is_the_accent(theme: Theme) -> None:
    assert palette(theme).color(QPalette.ColorRole.Highlight) == theme.accent
    disabled = palette(theme).color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == theme.faint


def test_an_unknown_system_gets_the_light_theme_and_the_user_may_choose(app: QApplication) -> None:
    themes = ThemeManager(app)
    assert app.styleHints().colorScheme() is Qt.ColorScheme.Unknown
    assert themes.theme is LIGHT
    changes: list[Theme] = []
    themes.changed.connect(lambda: changes.append(themes.theme))
    themes.set_appearance(Appearance.DARK)
    assert changes == [DARK]
    assert app.palette().color(QPalette.ColorRole.Base) == DARK.base
    assert DARK.accent.name() in app.styleSheet()
    themes.set_appearance(Appearance.DARK)
    assert changes == [DARK]
    themes.set_appearance(Appearance.SYSTEM)
    assert changes == [DARK, LIGHT]


def test_everything_grows_with_the_font(app: QApplication, qtbot) -> None:
    themes = ThemeManager(app, Appearance.LIGHT)
    font = QFont(app.font())
    font.setPixelSize(26)
    with qtbot.waitSignal(themes.changed):
        app.setFont(font)
    assert themes.scale == 2.0
    assert scale_of(font) == 2.0


def looks(widget: QWidget) -> QImage:
    """The widget as it is painted."""
    widget.resize(widget.sizeHint())
    return widget.grab().toImage()


def close_to(colour: QColor, image: QImage) -> bool:
    """Whether the picture has this colour, the smoothing of round lines allowed for."""
    found = map(QColor, colours(image))
    return any(max(abs(a - b) for a, b in zip(one.getRgb(), colour.getRgb(), strict=True)) <= 16 for one in found)


def colours(image: QImage) -> set[str]:
    """Every colour in a picture."""
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@THEMES
def test_fields_and_boxes_have_the_outline_of_the_theme(app: QApplication, qtbot, theme: Theme) -> None:
    ThemeManager(app, Appearance.DARK if theme.dark else Appearance.LIGHT)
    for widget in (QLineEdit(), QComboBox(), QCheckBox(), QRadioButton()):
        qtbot.addWidget(widget)
        assert close_to(theme.faint, looks(widget)), type(widget).__name__


def test_boxes_grow_with_the_font_however_late(app: QApplication, qtbot) -> None:
    ThemeManager(app, Appearance.LIGHT)
    box, metric = QCheckBox("Words"), QStyle.PixelMetric.PM_IndicatorWidth
    qtbot.addWidget(box)
    box.show()
    small = box.style().pixelMetric(metric, None, box), box.sizeHint().height()
    font = QFont(app.font())
    font.setPixelSize(round(26 * scale_of(app.font())))
    app.setFont(font)
    assert box.style().pixelMetric(metric, None, box) > small[0] * 1.5
    assert box.sizeHint().height() > small[1]


def test_arrows_of_fields_grow_with_the_font(app: QApplication, qtbot) -> None:
    themes = ThemeManager(app, Appearance.LIGHT)
    combo, spin = QComboBox(), QSpinBox()
    control, part = QStyle.ComplexControl, QStyle.SubControl
    for field in (combo, spin):
        qtbot.addWidget(field)
        field.resize(field.sizeHint())

    def widths() -> list[int]:
        of_combo, of_spin = QStyleOptionComboBox(), QStyleOptionSpinBox()
        combo.initStyleOption(of_combo)
        spin.initStyleOption(of_spin)
        arrow = combo.style().subControlRect(control.CC_ComboBox, of_combo, part.SC_ComboBoxArrow, combo)
        up = spin.style().subControlRect(control.CC_SpinBox, of_spin, part.SC_SpinBoxUp, spin)
        text = spin.style().subControlRect(control.CC_SpinBox, of_spin, part.SC_SpinBoxEditField, spin)
        assert text.right() < up.left()
        return [arrow.width(), up.width()]

    small = widths()
    font = QFont(app.font())
    font.setPixelSize(round(26 * scale_of(app.font())))
    app.setFont(font)
    assert all(large > 1.5 * width for large, width in zip(widths(), small, strict=True))
    assert all(themes.theme.muted.name() in colours(looks(field)) for field in (combo, spin))


def test_boxes_differ_by_their_state(app: QApplication, qtbot) -> None:
    themes = ThemeManager(app, Appearance.LIGHT)
    box = QCheckBox()
    box.setTristate(True)
    qtbot.addWidget(box)
    pictures = []
    for state in (Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked):
        box.setCheckState(state)
        pictures.append(looks(box))
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]
    assert themes.theme.muted.name() in colours(pictures[1])


def test_radio_buttons_show_which_is_chosen(app: QApplication, qtbot) -> None:
    themes = ThemeManager(app, Appearance.LIGHT)
    button = QRadioButton()
    qtbot.addWidget(button)
    assert not close_to(themes.theme.accent, looks(button))
    button.setChecked(True)
    assert close_to(themes.theme.accent, looks(button))


def test_disabled_fields_step_back(app: QApplication, qtbot) -> None:
    themes = ThemeManager(app, Appearance.LIGHT)
    for widget in (QComboBox(), QSpinBox()):
        qtbot.addWidget(widget)
        enabled = colours(looks(widget))
        widget.setEnabled(False)
        assert themes.theme.faint.name() in enabled, type(widget).__name__
        assert themes.theme.line.name() in colours(looks(widget)), type(widget).__name__


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("kind", [QComboBox, QSpinBox, QCheckBox])
def test_the_keyboard_is_always_visible(app: QApplication, qtbot, kind: type[QWidget]) -> None:
    themes = ThemeManager(app, Appearance.LIGHT)
    window = QWidget()
    layout = QVBoxLayout(window)
    field, other = kind(), QLineEdit()
    if isinstance(field, QCheckBox):
        field.setText("Start at once")
    layout.addWidget(field)
    layout.addWidget(other)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    for widget in (other, field):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(widget.hasFocus)
        assert close_to(themes.theme.accent, field.grab().toImage()) == (widget is field)


def test_ticked_menu_entries_have_a_tick(app: QApplication, qtbot) -> None:
    ThemeManager(app, Appearance.LIGHT)
    menu = QMenu()
    qtbot.addWidget(menu)
    action = menu.addAction("")
    action.setCheckable(True)
    menu.resize(menu.sizeHint())
    plain = menu.grab().toImage()
    action.setChecked(True)
    assert menu.grab().toImage() != plain


def test_the_affirmative_button_stands_out(app: QApplication, qtbot) -> None:
    themes = ThemeManager(app, Appearance.LIGHT)
    button = QPushButton("Add")
    qtbot.addWidget(button)
    assert themes.theme.accent.name() not in colours(looks(button))
    button.setProperty("primary", True)
    button.style().polish(button)
    assert themes.theme.accent.name() in colours(looks(button))


def test_the_style_is_fusion(app: QApplication) -> None:
    assert ChromeStyle(LIGHT).baseStyle().name() == "fusion"
