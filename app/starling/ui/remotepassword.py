# SPDX-License-Identifier: GPL-3.0-or-later
"""The editor of the password of remote control: what is typed there is kept as a hash and never shown again."""

import asyncio
from typing import Any

from shiboken6 import isValid

from starling.remote.passwords import hashed
from starling.setting import Setting
from starling.settings.remote import NOBODY
from starling.tasks import UserError, Worker, spawn
from starling.ui.button import Button
from starling.ui.dialogs.means import Means
from starling.ui.preferences.places import PasswordEditor


class RemotePasswordEditor(PasswordEditor):
    """Says whether there is a password, takes another one, and takes it away."""

    def __init__(self, setting: Setting[Any], means: Means) -> None:
        super().__init__(setting, means)
        self._hashing: str | None = None
        """What was typed, while its hash is made: that takes a moment on purpose."""
        self.remove_button = Button(self.tr("Remove"))
        self.remove_button.setAccessibleName(self.tr("Remove: {label}").format(label=setting.label))
        self.remove_button.clicked.connect(self._remove)
        self.row.addWidget(self.remove_button)

    @property
    def busy(self) -> bool:
        """Whether what was typed is on its way."""
        return self._hashing is not None

    def put(self, value: Any) -> None:
        """Whether there is one; what was typed goes for good."""
        # Not by clear(), which could be undone: nobody who comes later shall read it.
        self.field.setText("")
        self.eye.setChecked(False)
        words = self._in_words(value)
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(self.tr("{label}: {state}").format(label=self.setting.label, state=words))
        self.remove_button.setEnabled(bool(value))

    def settle(self) -> None:
        """What was typed is wanted; the setting has its hash a moment later."""
        typed = self.field.text()
        if self._dirty and not typed:
            self.given_up.emit()
        elif self._dirty and typed != self._hashing:
            self._hashing = typed
            spawn(self._save(typed), name=self.setting.key)

    async def _save(self, typed: str) -> None:
        # A thread of its own: the one at hand may wait for a disk.
        worker = Worker(asyncio.get_running_loop(), "password")
        try:
            self._take_over(typed, await worker.run(hashed, typed))
        except (MemoryError, ValueError) as error:
            sentence = self.tr("The password could not be kept: {reason}.").format(
                reason=str(error) or type(error).__name__
            )
            if not isValid(self):
                raise UserError(sentence) from error
            self.refused.emit(sentence)
        finally:
            if self._hashing == typed:
                self._hashing = None
            await worker.stop()

    def _take_over(self, typed: str, made: str) -> None:
        if self._hashing != typed:
            # Somebody has typed on, and that is wanted by now.
            return
        if not isValid(self):
            # The window was closed: nobody else is left to take it.
            self.means.settings.set(self.setting, made)
        elif self._dirty and self.field.text() == typed:
            self.chosen.emit(made)

    def _in_words(self, value: str) -> str:
        if value == NOBODY:
            return self.tr("Nobody gets in")
        return self.tr("A password is set") if value else self.tr("No password is set")

    def _remove(self) -> None:
        self.chosen.emit("")
