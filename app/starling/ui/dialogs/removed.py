# SPDX-License-Identifier: GPL-3.0-or-later
"""The torrents that were removed: which can come back, from where and until when."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from starling.engine.engine import Engine
from starling.errors import UserError
from starling.removed import Removed, Return
from starling.spelling import folded
from starling.tasks import spawn
from starling.ui.dialogs.asking import ask
from starling.ui.dialogs.frame import ERR, MUTED, FramedDialog, note
from starling.ui.dialogs.removedtable import columns, place
from starling.ui.filterfield import FilterField
from starling.ui.table import TableModel
from starling.ui.tableview import TableView
from starling.ui.theme import ThemeManager

_TOLD = 3


class RemovedDialog(FramedDialog):
    """Brings torrents back, or forgets them for good; `returned` are the ids of those that came back last."""

    def __init__(self, engine: Engine, themes: ThemeManager, days: int, parent: QWidget | None = None) -> None:
        """`days`: for how many removed torrents are kept."""
        super().__init__(parent)
        self._bin = engine.bin
        self._days = days
        self._busy = False
        self.returned: tuple[str, ...] = ()
        self.setWindowTitle(self.tr("Removed torrents"))
        self.filter = FilterField(themes, 260)
        self.filter.setPlaceholderText(self.tr("Search names and folders"))
        self.filter.setAccessibleName(self.tr("Search the removed torrents"))
        self.model: TableModel[Removed] = TableModel(columns(days), _number, self)
        self.view = TableView(self.model, themes, dense=True)
        self.view.setAccessibleName(self.tr("Removed torrents"))
        self.model.sort_by("at", falling=True)
        self.verdict = note(wrap=True)
        self.verdict.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.filter)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.verdict)
        self.forget_button = self.add_button(self.tr("&Forget…"))
        self.footer.addStretch()
        self.close_button = self.add_button(self.tr("&Close"))
        self.restore_button = self.add_button(self.tr("&Restore"), primary=True)
        self.forget_button.clicked.connect(self._on_forget)
        self.close_button.clicked.connect(self.reject)
        self.restore_button.clicked.connect(self._on_restore)
        self.filter.filtered.connect(self._find)
        self.filter.left.connect(self.view.setFocus)
        self.view.picked.connect(self._on_picked)
        self.view.activated.connect(self._on_restore)
        self._bin.changed.connect(self._reload)
        self.resize(self.sizeHint().boundedTo(self.screen().availableGeometry().size() - QSize(40, 60)))
        self._on_picked()
        self._reload()

    def sizeHint(self) -> QSize:
        """Room for a dozen torrents."""
        return QSize(self.px(820), self.px(460))

    # -- within

    def _chosen(self) -> list[Removed]:
        return [one for key in self.view.selected_keys() if (one := self.model.get(key)) is not None]

    def _reload(self) -> None:
        spawn(self._load(), name="removed torrents")

    async def _load(self) -> None:
        found = await self._bin.entries()
        self.model.replace(found)
        self._find(self.filter.text())
        if not self._busy and not self.verdict.text():
            self._say_what_it_is()

    def _say_what_it_is(self) -> None:
        if self._days:
            self._say(self.tr("Removed torrents can come back for %n days, with all that was set.", "", self._days))
        else:
            self._say(self.tr("Removed torrents are not kept: the preferences say so."))

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self.verdict.setForegroundRole(ERR if wrong else MUTED)
        self.verdict.setText(text)

    def _find(self, text: str) -> None:
        wanted = folded(text).split()
        self.model.set_filter((lambda one: _matches(one, wanted)) if wanted else None)
        if self.model.rowCount() and not self.view.selected_count():
            self.view.select_keys([self.model.row(0).number])
        self.view.set_empty_text(
            self.tr("No removed torrent matches.") if self.model.total else self.tr("No torrent was removed lately.")
        )
        self._on_picked()

    def _on_picked(self) -> None:
        possible = bool(self.view.selected_count()) and not self._busy
        self.restore_button.setEnabled(possible)
        self.forget_button.setEnabled(possible)

    def _on_restore(self) -> None:
        if (chosen := self._chosen()) and not self._busy:
            spawn(self._restore(chosen), name="restore torrents")

    def _on_forget(self) -> None:
        if chosen := self._chosen():
            spawn(self._forget(chosen), name="forget torrents")

    async def _restore(self, chosen: Sequence[Removed]) -> None:
        self._set_busy(True)
        self._say(self.tr("Bringing %n torrents back…", "", len(chosen)))
        try:
            found = await self._bin.restore([one.number for one in chosen])
        except UserError as error:
            self._say(str(error), wrong=True)
        else:
            self.returned = found.ids or self.returned
            self._tell(found)
        finally:
            self._set_busy(False)

    def _tell(self, found: Return) -> None:
        lines = list(found.troubles[:_TOLD])
        if found.troubles[_TOLD:]:
            lines.append(self.tr("and %n more", "", len(found.troubles) - _TOLD))
        if not lines:
            lines.append(self.tr("%n torrents are back.", "", len(found.ids)))
        self._say("\n".join(lines), wrong=bool(found.troubles))

    async def _forget(self, chosen: Sequence[Removed]) -> None:
        if await ask(ForgetDialog(chosen, self)):
            await self._bin.forget([one.number for one in chosen])

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._on_picked()


class ForgetDialog(FramedDialog):
    """Forget these for good? Accepted for a yes."""

    def __init__(self, chosen: Sequence[Removed], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Forget"))
        if len(chosen) == 1:
            question = self.tr("Forget “{name}” for good?").format(name=chosen[0].name)
        else:
            question = self.tr("Forget %n torrents for good?", "", len(chosen))
        self.question = self.add_heading(question, 15)
        words = self.tr("This can't be undone. Files that are in the trash, or in their folder, stay there.")
        self.body.addWidget(note(words, wrap=True))
        self.body.addStretch()
        self.footer.addStretch()
        self.cancel_button = self.add_button(self.tr("&Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.forget_button = self.add_button(self.tr("&Forget"), primary=True)
        self.forget_button.clicked.connect(self.accept)
        self.forget_button.setFocus()

    def sizeHint(self) -> QSize:
        """Wide enough for a name."""
        return super().sizeHint().expandedTo(QSize(self.px(420), 0))


def _number(entry: Removed) -> int:
    return entry.number


def _matches(entry: Removed, wanted: Sequence[str]) -> bool:
    text = folded(f"{entry.name} {place(entry)} {entry.save_path}")
    return all(word in text for word in wanted)
