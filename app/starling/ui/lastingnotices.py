# SPDX-License-Identifier: GPL-3.0-or-later
"""Says which of the user's programs do not end, and ends them where that is wanted."""

from functools import partial

from PySide6.QtCore import QObject

from starling.automation.programs import Lasting, Programs
from starling.ui.notice import NoticeBar, Said


class LastingNotices(QObject):
    """One notice for all that are called alike; it leaves when the last of them has ended."""

    def __init__(self, programs: Programs, notices: NoticeBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._running: dict[str, list[Lasting]] = {}
        self._said: dict[str, Said] = {}
        programs.lasting.connect(self._on_lasting)
        programs.ended.connect(self._on_ended)

    def _on_lasting(self, program: Lasting) -> None:
        self._running.setdefault(program.sentence, []).append(program)
        action = self.tr("End it"), partial(self._end, program.sentence)
        self._said[program.sentence] = self._notices.warn(program.sentence, action).said

    def _on_ended(self, program: Lasting) -> None:
        alike = self._running.get(program.sentence, [])
        if program in alike:
            alike.remove(program)
            if not alike:
                del self._running[program.sentence]
                self._notices.withdraw(self._said.pop(program.sentence))

    def _end(self, sentence: str) -> None:
        for program in self._running.get(sentence, []):
            program.end()
