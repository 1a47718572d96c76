# SPDX-License-Identifier: GPL-3.0-or-later
"""The program in another language, for as long as a test needs it; compiled from what stands in the sources."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from starling import formats, i18n

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = {code: ROOT / "resources" / "translations" / f"starling_{code}.ts" for code in i18n.LANGUAGES}


def tool(name: str) -> Path:
    """A program that PySide6 brings along."""
    return Path(sys.executable).with_name(f"pyside6-{name}")


@contextmanager
def translations(folder: Path) -> Iterator[None]:
    """Makes `i18n` find catalogues that are compiled into the folder; in the end nothing is left of any language."""
    app, before = QCoreApplication.instance(), QLocale()
    assert app is not None
    for catalogue in CATALOGUES.values():
        target = folder / catalogue.with_suffix(".qm").name
        subprocess.run([tool("lrelease"), "-silent", catalogue, "-qm", target], check=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(i18n, "resource", lambda name: folder)
        yield
    i18n.uninstall(app)
    QLocale.setDefault(before)
    formats.use(before)


def speak(language: str) -> None:
    """What the program does at its start."""
    app = QCoreApplication.instance()
    assert app is not None
    formats.use(i18n.install(app, language))
