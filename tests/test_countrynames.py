# SPDX-License-Identifier: GPL-3.0-or-later
"""Countries in words, in the user's language."""

from pathlib import Path

from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from starling import countrynames
from tests.languages import speak, translations


def test_codes_have_names_and_what_is_none_stays_as_it_is(qtbot: QtBot) -> None:
    assert countrynames.name("DE") == "Germany"
    assert countrynames.name("TW") == "Taiwan"
    assert (countrynames.name("ZZ"), countrynames.name("")) == ("ZZ", "")


def test_every_country_that_qt_knows_has_a_name(qtbot: QtBot, tmp_path: Path) -> None:
    codes = {QLocale.territoryToCode(territory) for territory in QLocale.Country}
    no_countries = {"AC", "CP", "CQ", "DG", "EA", "IC", "QO", "TA"}
    codes = {code for code in codes if len(code) == 2 and code.isalpha()} - no_countries
    with translations(tmp_path):
        speak("en")
        assert sorted(code for code in codes if countrynames.name(code) == code) == []
