# SPDX-License-Identifier: GPL-3.0-or-later
"""Decides what goes into the log, and whether into a file too: as the settings say."""

from pathlib import Path

from PySide6.QtCore import QObject

from starling import __version__, settings
from starling.i18n import translate
from starling.logbook import Area, Level, Logbook, ProgramLog
from starling.logfile import LogFile
from starling.settings import TABLE, Settings
from starling.settings.log import LogLevel

_LEAST = {
    LogLevel.ERRORS: Level.ERROR,
    LogLevel.WARNINGS: Level.WARNING,
    LogLevel.INFO: Level.INFO,
    LogLevel.DETAILS: Level.DEBUG,
}


class Recording(QObject):
    """Lasts as long as the program; to be made where its loop runs."""

    def __init__(self, book: Logbook, chosen: Settings, folder: Path, parent: QObject | None = None) -> None:
        """`folder` is that of the file, which is made when there is something to write."""
        super().__init__(parent)
        self._book, self._settings = book, chosen
        self.file = LogFile(book, folder / "starling.log", self)
        self._program = ProgramLog(book)
        self._program.begin()
        chosen.changed.connect(self._on_setting)
        self._follow()
        text = translate("Log", "Starling {version} has started.").format(version=__version__)
        book.write(Level.INFO, Area.PROGRAM, text)

    async def close(self) -> None:
        """Nothing is recorded any more."""
        self._settings.changed.disconnect(self._on_setting)
        self._program.end()
        await self.file.close()

    def _follow(self) -> None:
        self._book.least = _LEAST[self._settings.get(settings.log.LEVEL)]
        self._program.want_details(self._book.least is Level.DEBUG)
        self.file.write(self._settings.get(settings.log.FILE))

    def _on_setting(self, key: str) -> None:
        if (setting := TABLE.get(key)) is not None:
            text = translate("Log", "The setting “{label}” was changed.")
            self._book.write(Level.INFO, Area.SETTINGS, text.format(label=setting.label))
        if key in {settings.log.LEVEL.key, settings.log.FILE.key}:
            self._follow()
