# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks how fast torrents may be, and with how many peers."""

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from starling import formats, labels, settings
from starling.options import Limits, Options
from starling.peer import Change, Leave
from starling.settings import Settings
from starling.spelling import shown
from starling.torrent import Torrent
from starling.ui.dialogs.frame import ROW, FramedDialog, note
from starling.ui.dialogs.peerlimit import RateField
from starling.ui.notice import breakable

_WIDTH = 420
_LEFT, _USUAL = -1, 0
_LEAST, _MOST = 2, 10_000
"""libtorrent takes one connection for two."""


class CountField(RateField):
    """A number of peers; its lowest steps are what the preferences say, and what each torrent has."""

    def __init__(self, counts: Iterable[int], usual: int) -> None:
        """`counts` are those there are, 0 = as the preferences say; `usual` is what they say, 0 = no limit."""
        found = set(counts)
        self._usual = usual
        super().__init__(count or None for count in found)
        self._unit, self._sign = 1, ""
        self.setRange(self.minimum(), _MOST)
        self.setSingleStep(1)
        self.setValue(_LEFT if len(found) > 1 else next(iter(found), _USUAL))
        self._touched = False

    def textFromValue(self, value: int) -> str:  # noqa: N802 - Qt's name
        """A number, or words."""
        if value == _USUAL:
            usual = formats.count(self._usual) if self._usual else formats.limit(None)
            return self.tr("as in the preferences: {count}").format(count=usual)
        return super().textFromValue(value) if value == _LEFT else formats.count(value)


class LimitsDialog(FramedDialog):
    """Starts with the limits there are; gives back only what the user has changed."""

    def __init__(
        self, torrents: Sequence[Torrent], told: Sequence[Options], chosen: Settings, parent: QWidget | None = None
    ) -> None:
        """`told` are the torrents' own."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Bandwidth limits"))
        name = breakable(shown(torrents[0].name))
        if len(torrents) > 1:
            name = self.tr("%n torrents, each of which may be that fast", "", len(torrents))
        self.names = note(name, QPalette.ColorRole.WindowText, wrap=True)
        self.body.addWidget(self.names)
        self.down_field = RateField(one.down_limit or None for one in told)
        self.up_field = RateField(one.up_limit or None for one in told)
        connection = settings.connection
        self.connections_field = CountField(
            (one.connections for one in told), chosen.get(connection.CONNECTIONS_PER_TORRENT)
        )
        self.slots_field = CountField((one.slots for one in told), chosen.get(connection.SLOTS_PER_TORRENT))
        grid = self.form()
        rows = (
            (self.tr("&Download"), self.down_field),
            (self.tr("&Upload"), self.up_field),
            (self.tr("&Connections"), self.connections_field),
            (self.tr("Upload &slots"), self.slots_field),
        )
        for row, (words, field) in enumerate(rows):
            self.add_label(grid, row, words, field)
            grid.addWidget(field, row, 1)
        self.fields = tuple(field for _, field in rows)
        self.body.addLayout(grid)
        if sentence := self._shared(torrents, chosen):
            self.body.addWidget(note(sentence, wrap=True))
        self.body.addStretch()
        self.footer.addStretch()
        self.cancel_button = self.add_button(self.tr("C&ancel"))
        self.ok_button = self.add_button(self.tr("Set the &limits"), primary=True)
        self.cancel_button.clicked.connect(self.reject)
        self.ok_button.clicked.connect(self.accept)
        self.sized(self._widen)
        self.down_field.setFocus()
        self.down_field.selectAll()

    @property
    def limits(self) -> Limits:
        """What was changed."""
        down, up, connections, slots = (_changed(field.change) for field in self.fields)
        return Limits(down, up, *(count and max(count, _LEAST) for count in (connections, slots)))

    def _shared(self, torrents: Sequence[Torrent], chosen: Settings) -> str:
        """What of labels holds besides."""
        limited = labels.limits(chosen.get(settings.labels.LABELS))
        names = dict.fromkeys(name for torrent in torrents for name in torrent.labels if name in limited)
        if not names:
            return ""
        text = self.tr("The limits of these labels hold too, for all their torrents together: {names}.")
        return text.format(names=", ".join(map(shown, names)))

    def _widen(self) -> None:
        for field in self.fields:
            field.setMinimumHeight(self.px(ROW))
        self.setMinimumWidth(self.px(_WIDTH))


def _changed(change: Change) -> int | None:
    return None if isinstance(change, Leave) else change or 0
