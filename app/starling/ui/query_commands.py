# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done with saved filters: saving what holds now, editing, ordering and removing those there are."""

from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from starling import queryjoin
from starling.errors import UserError
from starling.querycompletion import Offers
from starling.querytokens import quoted
from starling.savedfilters import SavedFilter
from starling.settings import Settings, organising
from starling.tasks import spawn
from starling.ui import querywords
from starling.ui.dialogs.asking import ask
from starling.ui.filters import ALL, Counts, Filter, Section
from starling.ui.listfilter import ListFilter
from starling.ui.notice import NoticeBar
from starling.ui.querybox import QueryBox
from starling.ui.querysaved import SavedFilters
from starling.ui.sidebar import Sidebar


class QueryCommands(QObject):
    """Serves the Edit menu, the menu of the box, and the entries of the sidebar."""

    def __init__(
        self,
        window: QWidget,
        chosen: Settings,
        saved: SavedFilters,
        held: ListFilter,
        box: QueryBox,
        sidebar: Sidebar,
        counts: Counts,
        notices: NoticeBar,
    ) -> None:
        super().__init__(window)
        self._window, self._settings, self._saved, self._held = window, chosen, saved, held
        self._box, self._sidebar, self._counts, self._notices = box, sidebar, counts, notices
        box.offers = self._offers
        box.menu_wanted.connect(self.fill_menu)
        sidebar.menu_wanted.connect(self._open_menu)
        sidebar.edit_wanted.connect(self._edit)
        sidebar.remove_wanted.connect(self._remove)
        sidebar.move_wanted.connect(self._move)
        saved.changed.connect(self._show)
        self._show()

    # -- actions

    def save_filter(self) -> None:
        spawn(self._save(), name="save filter")

    def query_help(self) -> None:
        self._box.suggest()

    # -- the menu of the box

    def fill_menu(self, menu: QMenu) -> None:
        """Saving what holds now, what can be typed, and the saved filters, which are put into the box."""
        entry = menu.addAction(self.tr("&Save this filter…"), self.save_filter)
        entry.setEnabled(bool(self._held.text.strip()) or self._held.entry != ALL)
        menu.addAction(self.tr("&What can be typed here"), self._box.suggest)
        if saved := self._saved.all:
            menu.addSection(self.tr("Saved filters"))
            for one in saved:
                menu.addAction(one.name.replace("&", "&&"), partial(self._box.set_query, one.query))

    # -- within

    def _offers(self) -> Offers:
        labels, trackers = (self._counts.names(section) for section in (Section.LABELS, Section.TRACKERS))
        return Offers(list(filter(None, labels)), trackers, querywords.of_causes())

    def _show(self) -> None:
        self._sidebar.show_saved({one.name: self._saved.problem(one.name) for one in self._saved.all})

    async def _save(self) -> None:
        # Dialogs are read when they are opened: the start does not pay for them.
        from starling.ui.querydialog import FilterDialog

        self._check()
        query = queryjoin.both(self._term(self._held.entry), self._box.text())
        names = [one.name for one in self._saved.all]
        dialog = FilterDialog(self._window, SavedFilter(query, query), names, new=True)
        if await ask(dialog):
            made = dialog.filter
            self._saved.keep((*self._saved.all, made))
            self._box.set_query("")
            self._sidebar.pick(Filter(Section.SAVED, made.name))

    def _term(self, entry: Filter) -> str:
        """An entry of the sidebar as it is typed."""
        if entry.section is Section.SAVED:
            return next((one.query for one in self._saved.all if one.name == entry.name), "")
        if entry.section is Section.STATUS:
            return "" if entry == ALL else f"state:{entry.name}"
        if not entry.name:
            return "label:none" if entry.section is Section.LABELS else "tracker:none"
        return f"{'label' if entry.section is Section.LABELS else 'tracker'}={quoted(entry.name)}"

    def _check(self) -> None:
        if problem := self._settings.problem(organising.SAVED_FILTERS):
            # Writing new ones would take the place of what stands there.
            raise UserError(problem)

    def _open_menu(self, entry: Filter, where: QPoint) -> None:
        place = self._place(entry)
        if place is None:
            return
        menu = QMenu(self._window)
        menu.addAction(self.tr("&Edit…"), partial(self._edit, entry)).setShortcut("F2")
        menu.addAction(self.tr("Put into the &box"), partial(self._box.set_query, self._saved.all[place].query))
        up = menu.addAction(self.tr("Move &up"), partial(self._move, entry, -1))
        down = menu.addAction(self.tr("Move &down"), partial(self._move, entry, 1))
        up.setShortcut("Alt+Up")
        down.setShortcut("Alt+Down")
        up.setEnabled(place > 0)
        down.setEnabled(place < len(self._saved.all) - 1)
        menu.addSeparator()
        menu.addAction(self.tr("&Remove"), partial(self._remove, entry)).setShortcut("Del")
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _place(self, entry: Filter) -> int | None:
        """Where a saved filter stands among them; None for what is none."""
        if entry.section is not Section.SAVED:
            return None
        return next((place for place, one in enumerate(self._saved.all) if one.name == entry.name), None)

    def _edit(self, entry: Filter) -> None:
        if self._place(entry) is not None:
            spawn(self._ask(entry), name="edit filter")

    async def _ask(self, entry: Filter) -> None:
        from starling.ui.querydialog import FilterDialog

        old = next(one for one in self._saved.all if one.name == entry.name)
        taken = [one.name for one in self._saved.all if one != old]
        dialog = FilterDialog(self._window, old, taken, new=False)
        if await ask(dialog) and (place := self._place(entry)) is not None:
            changed, made = list(self._saved.all), dialog.filter
            changed[place] = made
            picked = self._held.entry == entry
            self._saved.keep(changed)
            if picked:
                self._sidebar.pick(Filter(Section.SAVED, made.name))

    def _remove(self, entry: Filter) -> None:
        place = self._place(entry)
        if place is None:
            return
        removed = self._saved.all[place]
        self._saved.keep([one for one in self._saved.all if one != removed])
        words = self.tr("The filter “{name}” is removed.").format(name=removed.name)
        self._notices.info(words, (self.tr("&Undo"), partial(self._put_back, removed, place)))

    def _put_back(self, removed: SavedFilter, place: int) -> None:
        if all(one.name != removed.name for one in self._saved.all):
            kept = list(self._saved.all)
            kept.insert(place, removed)
            self._saved.keep(kept)

    def _move(self, entry: Filter, step: int) -> None:
        place = self._place(entry)
        if place is not None and 0 <= place + step < len(self._saved.all):
            order = list(self._saved.all)
            order.insert(place + step, order.pop(place))
            self._saved.keep(order)
