# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a table as a CSV file: the shown columns in their order, every row, numbers as a program reads them."""

import asyncio
import codecs
import csv
import errno
import io
import os
import re
import shutil
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QProgressDialog, QWidget
from shiboken6 import isValid

from starling.errors import UserError
from starling.i18n import translate
from starling.spelling import shortened
from starling.tasks import Worker, spawn
from starling.ui.column import Column
from starling.ui.csvcells import exports_of, heading, reader
from starling.ui.dialogs.asking import choose_new_file
from starling.ui.rows import RowsModel

_SLICE = 0.008
"""Seconds of work between which the event loop runs."""
_CHUNK = 20
"""Rows between two looks at the clock."""
_PATIENCE = 0.4
"""Seconds after which it is said how far it is."""
_LONGEST_NAME = 100
"""Characters of what a table is about."""
_MOST_BYTES = 200
"""Of the whole name: file systems take 255, and some add to it."""
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
"""What no file name has on some system."""


class Exporter(QObject):
    """The export of one table."""

    told = Signal(str)
    """A sentence for the notice bar: it is done."""

    def __init__(
        self,
        view: QWidget,
        model: RowsModel[Any],
        shown: Callable[[], Sequence[int]],
        selected: Callable[[], Sequence[tuple[int, int]]],
    ) -> None:
        """`shown` gives the columns from left to right, `selected` the stretches of selected rows."""
        super().__init__(view)
        self._view, self._model, self._shown, self._selected = view, model, shown, selected
        self.subject = ""
        """What the table is about, a torrent's name; for the name of the file."""
        self._folder = ""
        """Where the last one went."""

    def fill(self, menu: QMenu) -> None:
        """Put into a menu what can be exported now."""
        whole = menu.addAction(_apart(self.tr("E&xport as CSV…"), menu), self.export_all)
        whole.setEnabled(self._model.rowCount() > 0)
        if sum(last - first + 1 for first, last in self._selected()) > 1:
            menu.addAction(_apart(self.tr("Export the selected ro&ws as CSV…"), menu), self.export_selected)

    def export_all(self) -> None:
        """Every row that the filter lets through, in the order of the table."""
        spawn(self._export(self._columns(), self._model.everything()), name="export table")

    def export_selected(self) -> None:
        """The selected rows."""
        rows = self._model.rows_in(self._selected())
        spawn(self._export(self._columns(), _these(rows)), name="export rows")

    def suggested(self) -> str:
        """The path that is proposed."""
        table, name = _harmless(self._view.accessibleName()), ""
        for most in range(_LONGEST_NAME, 0, -1):
            # What is about to be too long is shortened by characters, for half of one is none.
            about = _harmless(shortened(self.subject, most))
            name = " – ".join(filter(None, (about, table))) or self.tr("Table")
            if len(name.encode(errors="surrogatepass")) <= _MOST_BYTES:
                break
        folder = self._folder or QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return f"{folder}/{name}.csv"

    def _columns(self) -> list[Column[Any]]:
        return [self._model.columns[number] for number in self._shown()]

    async def _export(self, columns: Sequence[Column[Any]], steps: Generator[None, None, Sequence[Any]]) -> None:
        window, kind = self._view.window(), self.tr("Tables (*.csv)")
        path = await choose_new_file(window, self.tr("Export as CSV"), self.suggested(), kind)
        if not path:
            return
        self._folder = str(Path(path).parent)
        with self._progress(window) as progress:
            count, parts = await _render(columns, steps, progress)
        await _write_aside(Path(path), parts)
        self.told.emit(self.tr("%n rows were exported to {file}.", "", count).format(file=path))

    @contextmanager
    def _progress(self, window: QWidget) -> Generator[Callable[[int, int], None], None, None]:
        """Shows how far it is once it takes long, and lets the user call it off."""
        begun, task = perf_counter(), asyncio.current_task()
        dialog: QProgressDialog | None = None

        def said(done: int, count: int) -> None:
            nonlocal dialog
            if dialog is None and perf_counter() - begun > _PATIENCE and isValid(window):
                dialog = QProgressDialog(self.tr("Exporting…"), self.tr("Cancel"), 0, count, window)
                dialog.setWindowTitle(self.tr("Export as CSV"))
                dialog.setAutoClose(False)
                dialog.setAutoReset(False)
                if task is not None:
                    dialog.canceled.connect(task.cancel)
                dialog.show()
            if dialog is not None and isValid(dialog):
                dialog.setValue(done)

        try:
            yield said
        finally:
            if dialog is not None and isValid(dialog):
                dialog.hide()
                dialog.deleteLater()


def _apart(text: str, menu: QMenu) -> str:
    """The text, without its mnemonic where another entry of the menu has that letter."""
    letter = QKeySequence.mnemonic(text)
    return text.replace("&", "") if letter in [QKeySequence.mnemonic(one.text()) for one in menu.actions()] else text


def _harmless(name: str) -> str:
    return re.sub(r"\s+", " ", _FORBIDDEN.sub(" ", name)).strip(" .")


async def _render(
    columns: Sequence[Column[Any]],
    steps: Generator[None, None, Sequence[Any]],
    progress: Callable[[int, int], None],
) -> tuple[int, list[str]]:
    """Number of rows, and the file's text in parts, for to join them would take long; the event loop runs meanwhile."""
    clock = _Clock()
    rows = await _finished(steps, clock)
    exports = [export for column in columns for export in exports_of(column)]
    readers = [reader(export) for export in exports]
    text = io.StringIO(newline="")
    parts: list[str] = []
    # Texts are quoted all: where the list separator is a semicolon, one in a text would begin another cell.
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([heading(export) for export in exports])
    for number, row in enumerate(rows):
        writer.writerow([read(row) for read in readers])
        if number % _CHUNK == 0 and clock.late:
            parts.append(_taken(text))
            progress(number, len(rows))
            await clock.breathe()
    return len(rows), [*parts, _taken(text)]


def _taken(text: io.StringIO) -> str:
    found = text.getvalue()
    text.seek(0)
    text.truncate()
    return found


async def _finished(steps: Generator[None, None, Sequence[Any]], clock: "_Clock") -> Sequence[Any]:
    try:
        while True:
            next(steps)
            await clock.breathe()
    except StopIteration as end:
        rows: Sequence[Any] = end.value
        return rows


class _Clock:
    """Says when it is time to let the event loop run."""

    def __init__(self) -> None:
        self._until = perf_counter() + _SLICE

    @property
    def late(self) -> bool:
        return perf_counter() > self._until

    async def breathe(self) -> None:
        """Lets it run if it is time."""
        if self.late:
            await asyncio.sleep(0)
            self._until = perf_counter() + _SLICE


async def _write_aside(path: Path, parts: Sequence[str]) -> None:
    """Raises UserError where it can't be written; then what was there still is."""
    worker = Worker(asyncio.get_running_loop(), "export")
    try:
        await worker.run(write, path, parts)
    except OSError as error:
        words = translate("Export", "{file} could not be written: {reason}.")
        raise UserError(words.format(file=path, reason=error.strerror or error)) from error
    finally:
        await worker.stop()


def write(path: Path, parts: Sequence[str]) -> None:
    """Let a file hold these, or what it held; raises OSError. With a byte order mark, or Excel takes it for Latin-1."""
    path = Path(os.path.realpath(path))
    if path.exists() and not path.is_file():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    new = path.with_name(f".{os.urandom(8).hex()}.new")
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as file:
            # What is no character, in a name from the disk, is written as its number.
            file.write(codecs.BOM_UTF8)
            for part in parts:
                file.write(part.encode("utf-8", "backslashreplace"))
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, new)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def _these(rows: Sequence[Any]) -> Generator[None, None, Sequence[Any]]:
    yield
    return rows
