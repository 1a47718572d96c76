# SPDX-License-Identifier: GPL-3.0-or-later
"""Create torrent: asks of what and how, hashes while the window goes on, and says what came of it."""

import asyncio
import os
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

from starling import formats, showing
from starling.creation import Made, Progress, Recipe
from starling.engine.engine import Engine, EngineError
from starling.items import TORRENT
from starling.spelling import shortened, shown
from starling.tasks import spawn
from starling.torrent import AddOptions
from starling.ui.dialogs import creatememory
from starling.ui.dialogs.asking import ask, choose_files, choose_folder, choose_new_file
from starling.ui.dialogs.createdrop import PathDrop
from starling.ui.dialogs.createform import CreateForm
from starling.ui.dialogs.createpages import CreateProgress, CreateResult
from starling.ui.dialogs.frame import FramedDialog, note
from starling.ui.theme import ThemeManager
from starling.uistate import UiState

_SIZE = "create.size"
_DEFAULT = QSize(900, 560)


class Stage(Enum):
    """What the dialog is at."""

    ASKING = auto()
    MAKING = auto()
    DONE = auto()


@dataclass(frozen=True, slots=True)
class _Kept:
    """A torrent that was made and could not be saved: it need not be hashed again."""

    recipe: Recipe
    made: Made


class CreateDialog(FramedDialog):
    """Beside the window, which goes on meanwhile; there may be several."""

    grows = False
    added = Signal(str)
    """Id of the torrent, which is seeded now."""

    def __init__(self, engine: Engine, state: UiState, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._engine, self._state = engine, state
        self._task: asyncio.Task[None] | None = None
        self._looking: asyncio.Task[None] | None = None
        self._kept: _Kept | None = None
        self._agreed = ""
        """The file that may be overwritten: it was agreed to where it was chosen."""
        self._made: Made | None = None
        self._target = ""
        self.stage = Stage.ASKING
        self.setModal(False)
        # Hashing may take hours: a window of its own can be minimised.
        self.setWindowFlags(Qt.WindowType.Window)
        self.form_page = CreateForm(self, creatememory.recall(state))
        self.progress = CreateProgress(self, themes)
        self.result_page = CreateResult(self)
        self._pages = QStackedWidget()
        for page in (self.form_page, self.progress, self.result_page):
            self._pages.addWidget(page)
        self.body.addWidget(self._pages, 1)
        self.again_button = self.add_button(self.tr("Create a&nother"))
        self.again_button.clicked.connect(self._begin_anew)
        self.footer.addStretch()
        self.cancel_button = self.add_button("")
        self.cancel_button.clicked.connect(self._on_cancel)
        self.ok_button = self.add_button(self.tr("Cre&ate"), primary=True)
        self.ok_button.clicked.connect(self._on_create)
        self.form_page.changed.connect(self._refresh)
        self.form_page.outline_changed.connect(self._look)
        self.form_page.file_wanted.connect(self._on_file_wanted)
        self.form_page.folder_wanted.connect(self._on_folder_wanted)
        self.form_page.target_wanted.connect(self._on_target_wanted)
        self.result_page.magnet_wanted.connect(self._copy_magnet)
        self.result_page.folder_wanted.connect(self._on_show)
        self.drops = PathDrop(self, themes, self._drop_words, self.take)
        self._enter(Stage.ASKING)
        self.restore_size(state, _SIZE, _DEFAULT * self.scale)
        self.form_page.path.setFocus()

    def take(self, paths: list[str]) -> None:
        """What was dropped."""
        if self.stage is Stage.DONE:
            self._begin_anew()
        if len(paths) == 1:
            self.form_page.choose(paths[0])
        else:
            self.form_page.say(self.tr("A torrent is made of one file or one folder: put these into a folder first."))

    def _drop_words(self, paths: list[str]) -> str:
        if self.stage is Stage.MAKING:
            return ""
        if len(paths) > 1:
            return self.tr("One file or one folder only")
        return self.tr("Drop to make a torrent of it")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc does not throw away what was hashed for an hour: there is a button for that."""
        if event.key() == Qt.Key.Key_Escape and self.stage is Stage.MAKING:
            return
        super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Whatever runs ends with it."""
        for task in (self._task, self._looking):
            if task is not None:
                task.cancel()
        super().done(result)

    def hideEvent(self, event: QHideEvent) -> None:
        """When the program ends it is only hidden: what was typed is remembered then too."""
        creatememory.remember(self._state, self.form_page.remembered)
        self.save_size(self._state, _SIZE)
        super().hideEvent(event)

    # -- stages

    def _enter(self, stage: Stage) -> None:
        self.stage = stage
        pages = {Stage.ASKING: self.form_page, Stage.MAKING: self.progress, Stage.DONE: self.result_page}
        self._pages.setCurrentWidget(pages[stage])
        self.again_button.setVisible(stage is Stage.DONE)
        self.ok_button.setVisible(stage is Stage.ASKING)
        self.cancel_button.say(self.tr("&Close") if stage is Stage.DONE else self.tr("&Cancel"))
        self.setWindowTitle(self.tr("Create torrent"))
        self._refresh()

    def _refresh(self) -> None:
        self.ok_button.setEnabled(self.form_page.ready and self._task is None)

    def _on_cancel(self) -> None:
        if self.stage is Stage.MAKING and self._task is not None:
            self._task.cancel()
        else:
            self.reject()

    def _begin_anew(self) -> None:
        creatememory.remember(self._state, self.form_page.remembered)
        self._kept, self._agreed = None, ""
        self.form_page.begin_anew()
        self._enter(Stage.ASKING)
        self.form_page.path.setFocus()

    # -- looking

    def _look(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
        self._looking = spawn(self._look_now(), name="look at files")

    async def _look_now(self) -> None:
        form, outline = self.form_page, self.form_page.outline
        if outline is None:
            return
        try:
            found = await self._engine.creator.look(outline)
        except EngineError as error:
            form.show_unusable(str(error))
        else:
            form.show_found(found)

    # -- making

    def _on_create(self) -> None:
        recipe, target = self.form_page.recipe, self.form_page.target
        if recipe is not None and self._task is None:
            creatememory.remember(self._state, self.form_page.remembered)
            self._task = spawn(self._create(recipe, target), name="create torrent")
            self._refresh()

    async def _create(self, recipe: Recipe, target: str) -> None:
        creator, trouble = self._engine.creator, ""
        try:
            await creator.refuse_target(target, recipe.outline)
            replace = await creator.exists(target)
            if replace and target != self._agreed and not await self._may_replace(target):
                return
            # What was hashed an hour ago says nothing of what somebody wrote since: making it again says what it is.
            if self._kept is None or self._kept.recipe != recipe or not await self._is_as_hashed(recipe):
                self._kept = None
                self._enter(Stage.MAKING)
                self.progress.begin(recipe.outline.path)
                self._kept = _Kept(recipe, await creator.make(recipe, self._on_progress))
            made = self._kept.made
            await creator.save(made, target, replace=replace)
            self._kept = None
            await self._finish(made, target, recipe)
        except EngineError as error:
            trouble = str(error)
        finally:
            self._task = None
            if isValid(self) and self.stage is not Stage.DONE:
                self._enter(Stage.ASKING)
        if trouble and isValid(self):
            self._agreed = ""
            self._look()
            self.form_page.say(trouble)

    async def _is_as_hashed(self, recipe: Recipe) -> bool:
        """Whether all files have the names, sizes and times that they had; raises EngineError where they are gone."""
        return (await self._engine.creator.look(recipe.outline)).stamp == recipe.stamp

    def _on_progress(self, now: Progress) -> None:
        if not isValid(self):
            # The child that hashes is told to end a moment after the window is gone.
            return
        self.progress.show_progress(now)
        words = self.tr("{percent} – Create torrent")
        self.setWindowTitle(words.format(percent=formats.percent(now.done / now.size if now.size else 0)))

    async def _may_replace(self, target: str) -> bool:
        return bool(await ask(ReplaceDialog(target, self)))

    async def _finish(self, made: Made, target: str, recipe: Recipe) -> None:
        self._made, self._target = made, target
        self.result_page.show_made(made, target)
        self._enter(Stage.DONE)
        self.result_page.magnet_button.setFocus()
        if not self.form_page.seed.isChecked():
            return
        try:
            sentence = await self._seed(made, target, recipe)
        except EngineError as error:
            self.result_page.say_seeding(str(error), wrong=True)
        else:
            self.result_page.say_seeding(sentence)

    async def _seed(self, made: Made, target: str, recipe: Recipe) -> str:
        folder = os.path.split(recipe.outline.path)[0]
        unchanged = await self._is_as_hashed(recipe)
        preview = await self._engine.intake.preview(target)
        if preview.known:
            self._engine.intake.discard(preview.id)
            self.added.emit(preview.id)
            return self.tr("“{name}” is in the list already.").format(name=preview.name)
        # What was hashed a moment ago need not be hashed again.
        options = AddOptions(save_path=folder, skip_check=unchanged, paths=dict(made.paths))
        try:
            await self._engine.intake.add(preview.id, options)
        except EngineError:
            self._engine.intake.discard(preview.id)
            raise
        self.added.emit(preview.id)
        if not unchanged:
            return self.tr("It is in the list, and its files are being checked: they changed after they were hashed.")
        return self.tr("It is in the list and seeded from {folder}.").format(folder=shown(folder))

    # -- buttons

    def _on_file_wanted(self) -> None:
        spawn(self._choose(folder=False), name="choose file")

    def _on_folder_wanted(self) -> None:
        spawn(self._choose(folder=True), name="choose folder")

    async def _choose(self, *, folder: bool) -> None:
        start = self.form_page.remembered.chosen_in
        if folder:
            chosen = await choose_folder(self, self.tr("Choose a folder"), start)
        else:
            everything = self.tr("All files (*)")
            chosen = next(iter(await choose_files(self, self.tr("Choose a file"), start, [everything])), "")
        if chosen:
            self.form_page.choose(chosen)

    def _on_target_wanted(self) -> None:
        spawn(self._choose_target(), name="choose target")

    async def _choose_target(self) -> None:
        kind = self.tr("Torrents (*{suffix})").format(suffix=TORRENT)
        if path := await choose_new_file(self, self.tr("Save as"), self.form_page.target, kind):
            self._agreed = path
            self.form_page.choose_target(path)

    def _copy_magnet(self) -> None:
        if self._made is not None:
            QGuiApplication.clipboard().setText(self._made.magnet)
            self.result_page.magnet_button.say(self.tr("Copied"))

    def _on_show(self) -> None:
        spawn(showing.show([self._target]), name="show in folder")


class ReplaceDialog(FramedDialog):
    """Accepted if a .torrent that exists may be overwritten."""

    def __init__(self, target: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Replace file"))
        folder, name = os.path.split(target)
        self.add_heading(self.tr("Replace “{name}”?").format(name=shortened(shown(name))), 15)
        self.body.addWidget(note(self.tr("There is such a file in {folder}.").format(folder=shown(folder)), wrap=True))
        self.body.addStretch()
        self.footer.addStretch()
        self.cancel_button = self.add_button(self.tr("&Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.replace_button = self.add_button(self.tr("&Replace"), primary=True)
        self.replace_button.clicked.connect(self.accept)
        self.sized(self._widen)

    def _widen(self) -> None:
        self.setMinimumWidth(self.px(420))
