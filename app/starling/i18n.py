# SPDX-License-Identifier: GPL-3.0-or-later
"""Translations: `translate` for modules (objects use self.tr), and the loading of a language's catalogues."""

import logging

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator

from starling.paths import resource

log = logging.getLogger(__name__)

translate = QCoreApplication.translate
"""translate(context, source text); lupdate finds the calls by this name."""

LANGUAGES = ("en", "es")
"""Complete ones; English stands in the source."""

_OURS = "starling-translator"


class Counted:
    """Texts of a module that count something: ``class Files(Counted)`` and ``Files.tr("%n files", "", n)``.

    lupdate takes what stands before ``.tr`` for the context, and sees a plural there but not in `translate`.
    """

    @classmethod
    def tr(cls, text: str, comment: str, count: int) -> str:
        """The form of the text for that many; ``%n`` becomes the number."""
        return translate(cls.__name__, text, comment, count)


def install(app: QCoreApplication, language: str) -> QLocale:
    """Makes `app` speak `language` ("" = the system's) and returns the locale that numbers and dates follow.

    What is on screen keeps its words; the language spoken before goes.
    """
    uninstall(app)
    locale = QLocale(language) if language else QLocale.system()
    if locale.language() == QLocale.Language.C:
        # No language is set. "C" writes 50000 and 22 11 2026, which is for programs to read.
        locale = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    QLocale.setDefault(locale)
    code = locale.name().split("_")[0]
    if code not in LANGUAGES:
        code = "en"
    # The English catalogue holds the plural forms alone: "1 peer", "2 peers".
    _load(app, f"starling_{code}", str(resource("translations")))
    if code != "en":
        _load(app, f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return locale


def uninstall(app: QCoreApplication) -> None:
    """Takes out what `install` put in: the source texts are what is left."""
    for translator in app.findChildren(QTranslator, _OURS, Qt.FindChildOption.FindDirectChildrenOnly):
        app.removeTranslator(translator)
        translator.setParent(None)


def _load(app: QCoreApplication, name: str, folder: str) -> None:
    translator = QTranslator(app)
    translator.setObjectName(_OURS)
    if translator.load(name, folder):
        app.installTranslator(translator)
    else:
        translator.setParent(None)
        log.warning("No translation %s in %s", name, folder)
