# SPDX-License-Identifier: GPL-3.0-or-later
"""Translations: `translate` for modules (objects use self.tr), and the loading of a language's catalogues."""

import logging

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from starling.paths import resource

log = logging.getLogger(__name__)

translate = QCoreApplication.translate
"""translate(context, source text); lupdate finds the calls by this name."""

LANGUAGES = ("en", "es")
"""Complete ones; English stands in the source."""


def install(app: QCoreApplication, language: str) -> QLocale:
    """Makes `app` speak `language` ("" = the system's) and returns the locale that numbers and dates follow."""
    locale = QLocale(language) if language else QLocale.system()
    QLocale.setDefault(locale)
    code = locale.name().split("_")[0]
    if code not in LANGUAGES:
        code = "en"
    # The English catalogue holds the plural forms alone: "1 peer", "2 peers".
    _load(app, f"starling_{code}", str(resource("translations")))
    if code != "en":
        _load(app, f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return locale


def _load(app: QCoreApplication, name: str, folder: str) -> None:
    translator = QTranslator(app)
    if translator.load(name, folder):
        app.installTranslator(translator)
    else:
        log.warning("No translation %s in %s", name, folder)
