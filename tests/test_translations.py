# SPDX-License-Identifier: GPL-3.0-or-later
"""Spanish and the English plurals are complete, up to date, and true to their source texts."""

import ast
import re
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from starling import formats, i18n
from starling.torrent import State, Torrent
from starling.ui import status
from tests.languages import CATALOGUES, ROOT, speak, tool, translations

SOURCES = sorted((ROOT / "app" / "starling").rglob("*.py"))
PLACEHOLDER = re.compile(r"\{\w*\}|%L?n")
MARKED = {"translate", "QT_TRANSLATE_NOOP"}
NBSP = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Text:
    """What is to be translated."""

    context: str
    source: str
    comment: str
    counted: bool


def read(catalogue: Path) -> dict[Text, ET.Element]:
    """Every text of a catalogue with its translation element."""
    found: dict[Text, ET.Element] = {}
    for context in ET.parse(catalogue).iter("context"):
        for message in context.iter("message"):
            words = [message.findtext("source", ""), message.findtext("comment", "")]
            text = Text(context.findtext("name", ""), *words, message.get("numerus") == "yes")
            found[text] = message.findall("translation")[0]
    return found


def forms(translation: ET.Element) -> list[str]:
    """Every form that it gives to one text."""
    counted = translation.findall("numerusform")
    return [form.text or "" for form in counted] if counted else [translation.text or ""]


@pytest.mark.parametrize(("code", "options"), [("es", []), ("en", ["-pluralonly"])])
def test_the_catalogues_hold_what_the_source_says(code: str, options: list[str], tmp_path: Path) -> None:
    if not tool("lupdate").exists():
        pytest.skip(f"{tool('lupdate')} is missing")
    fresh = tmp_path / "fresh.ts"
    languages = ["-source-language", "en", "-target-language", code]
    subprocess.run([tool("lupdate"), *SOURCES, *languages, *options, "-silent", "-ts", fresh], check=True)
    assert set(read(fresh)) == set(read(CATALOGUES[code])), "run make translations, then translate what is new"


def test_no_text_escapes_the_catalogues() -> None:
    known = set(read(CATALOGUES["es"]))
    escaped = [f"{file.name}: {text}" for file in SOURCES for text in texts(file) if text not in known]
    assert escaped == []


@pytest.mark.parametrize("code", CATALOGUES)
def test_everything_is_translated(code: str) -> None:
    for text, translation in read(CATALOGUES[code]).items():
        assert translation.get("type") is None, text
        assert all(forms(translation)), text
        assert len(forms(translation)) == (2 if text.counted else 1), text


@pytest.mark.parametrize("code", CATALOGUES)
def test_a_translation_keeps_what_the_program_needs_of_its_source(code: str) -> None:
    for text, translation in read(CATALOGUES[code]).items():
        for form in forms(translation):
            assert needed(form) == needed(text.source)


@pytest.mark.parametrize("code", CATALOGUES)
def test_what_is_counted_is_written_as_the_locale_does_it(code: str) -> None:
    # "10,000 files": %n is replaced by bare digits, %Ln by those of the locale.
    for translation in read(CATALOGUES[code]).values():
        assert not any("%n" in form for form in forms(translation))


def test_spanish_has_its_own_quotation_marks() -> None:
    for text, translation in read(CATALOGUES["es"]).items():
        for form in forms(translation):
            assert (form.count("«"), form.count("»")) == (text.source.count("“"), text.source.count("”")), text
            # Patterns of dates have words between apostrophes.
            assert not set(form) & set('“”"' if text.comment.startswith("a date of") else "“”\"'"), text


@pytest.fixture
def compiled(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    with translations(tmp_path):
        yield


def test_the_program_speaks_spanish_and_english_again(compiled: None) -> None:
    torrent = Torrent("a", "A", State.DOWNLOADING)
    alone, three = (Torrent("a", "A", State.METADATA, peers=peers) for peers in (1, 3))
    speak("es")
    assert formats.size(7_610_000_000) == f"7,61{NBSP}GB"
    assert formats.limit(None) == "sin límite"
    assert [status.words(t) for t in (torrent, alone, three)] == [
        "Descargando",
        "Buscando datos, 1 par",
        "Buscando datos, 3 pares",
    ]
    assert status.words(Torrent("a", "A", State.METADATA, peers=12_345)) == "Buscando datos, 12.345 pares"
    # Qt's own words too, as in the buttons of its dialogs.
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancelar"
    speak("en")
    assert formats.size(7_610_000_000) == f"7.61{NBSP}GB"
    assert formats.limit(None) == "no limit"
    assert [status.words(t) for t in (torrent, alone, three)] == [
        "Downloading",
        "Finding details, 1 peer",
        "Finding details, 3 peers",
    ]
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_a_language_leaves_nothing_behind(compiled: None, qapp: QApplication) -> None:
    before = qapp.findChildren(QTranslator)
    speak("es")
    speak("es")
    assert len(qapp.findChildren(QTranslator)) == len(before) + 2
    i18n.uninstall(qapp)
    assert qapp.findChildren(QTranslator) == before
    assert status.words(Torrent("a", "A", State.PAUSED)) == "Paused"


def test_where_no_language_is_set_numbers_and_dates_are_english(compiled: None) -> None:
    speak("C")
    assert formats.count(50_000) == "50,000"
    noon = datetime(2026, 11, 22, 12, 0).timestamp()  # noqa: DTZ001  (local time is what is shown)
    assert formats.moment(noon) == "22/11/2026 12:00"


@pytest.mark.parametrize(("language", "word"), [("es_MX", "En pausa"), ("de", "Paused"), ("C", "Paused")])
def test_a_region_speaks_its_language_and_the_others_english(compiled: None, language: str, word: str) -> None:
    speak(language)
    assert status.words(Torrent("a", "A", State.PAUSED)) == word


def needed(text: str) -> tuple[object, ...]:
    """Placeholders, mnemonics, lines, no-break spaces, and how it begins and ends beside other texts."""
    last = text.rstrip()[-1:]
    return (
        {each.replace("%L", "%") for each in PLACEHOLDER.findall(text)},
        text.count("&"),
        text.count("\n"),
        NBSP in text,
        text[: len(text) - len(text.lstrip())],
        text[len(text.rstrip()) :],
        last if last in {"…", ":", "."} else "",
    )


def texts(file: Path) -> Iterator[Text]:
    """The texts that are marked for translation, read independently of lupdate, which overlooks some."""

    def visit(node: ast.AST, context: str) -> Iterator[Text]:
        if isinstance(node, ast.ClassDef):
            context = node.name
        if isinstance(node, ast.Call):
            function = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            said = [arg.value if isinstance(arg, ast.Constant) else None for arg in node.args]
            if function == "tr" and isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
                owner = node.func.value.id
                assert isinstance(said[0], str), f"{file.name}, line {node.lineno}: tr() needs a literal"
                yield Text(context if owner == "self" else owner, said[0], str((*said, "")[1]), len(said) > 2)
            elif function in MARKED and said and isinstance(said[0], str) and isinstance(said[1], str):
                yield Text(said[0], said[1], str((*said, "")[2]), len(said) > 3)
        for child in ast.iter_child_nodes(node):
            yield from visit(child, context)

    return visit(ast.parse(file.read_text()), "")
