# SPDX-License-Identifier: GPL-3.0-or-later
"""The IP filter: which list is in force, what of it can't be read, whom it kept out, and whom it would."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from starling import addresses, formats, settings
from starling.engine.engine import Engine
from starling.ipfilter import FilterState, Verdict, Why, in_force
from starling.settings import Settings
from starling.tasks import spawn
from starling.ui.button import Button
from starling.ui.dialogs.asking import ask, choose_file
from starling.ui.dialogs.banned import BannedDialog
from starling.ui.dialogs.frame import ERR, MUTED, FramedDialog, note, selectable
from starling.ui.notice import breakable

_TEXT = QPalette.ColorRole.WindowText
_TYPING_MS = 250


class IpFilterDialog(FramedDialog):
    """Everything holds at once; there is nothing to save."""

    def __init__(self, engine: Engine, chosen: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._engine, self._settings = engine, chosen
        self._filter = engine.ip_filter
        self._asked = ""
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self.setWindowTitle(self.tr("IP filter"))
        self.on = QCheckBox(self.tr("&Keep out the peers of this list"))
        self.path = QLineEdit(chosen.get(settings.privacy.IP_FILTER))
        self.path.setPlaceholderText(self.tr("ipfilter.dat, a list of PeerGuardian, or one range or network a line"))
        self.browse = Button(self.tr("Ch&oose…"))
        self.test = QLineEdit()
        self.test.setPlaceholderText(self.tr("such as 192.0.2.1 or 2001:db8::1"))
        self.state, self.problem, self.refused, self.verdict = (
            selectable(note(role=role, wrap=True)) for role in (_TEXT, ERR, MUTED, MUTED)
        )
        self.named = QPlainTextEdit()
        self.named.setReadOnly(True)
        self.named.setTabChangesFocus(True)
        self.named.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._build()
        self.on.toggled.connect(self._on_toggled)
        self.path.editingFinished.connect(self._on_path)
        self.browse.clicked.connect(self._on_browse)
        self.test.textChanged.connect(self._typing.start)
        self.test.returnPressed.connect(self._on_test)
        self._typing.timeout.connect(self._on_test)
        chosen.changed.connect(self._on_setting)
        self._filter.changed.connect(self._describe)
        engine.session_changed.connect(self._count)
        self.on.setChecked(chosen.get(settings.privacy.IP_FILTER_ON))
        self._describe()
        # As high as its texts need now it would be too low for those that come.
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Room for a path and what is said in its place, and for some lines that can't be read."""
        return QSize(self.px(680), self.px(480))

    def _build(self) -> None:
        self.body.addWidget(self.on)
        grid = self.form()
        row = QHBoxLayout()
        row.addWidget(self.path, 1)
        row.addWidget(self.browse)
        self.add_label(grid, 0, self.tr("&File"), self.path)
        grid.addLayout(row, 0, 1)
        told = QVBoxLayout()
        for label in (self.problem, self.state):
            told.addWidget(label)
        told.addWidget(self.named, 1)
        told.addWidget(self.refused)
        told.addStretch()
        grid.addLayout(told, 1, 1)
        grid.setRowStretch(1, 1)
        self.add_label(grid, 2, self.tr("&Test"), self.test)
        grid.addWidget(self.test, 2, 1)
        grid.addWidget(self.verdict, 3, 1)
        self.body.addLayout(grid, 1)
        self.named.setAccessibleName(self.tr("Lines that could not be read"))
        self.banned_button = self.add_button(self.tr("&Banned peers…"))
        self.banned_button.clicked.connect(self._on_banned)
        self.footer.addStretch()
        self.again_button = self.add_button(self.tr("&Read again"))
        self.again_button.clicked.connect(self._filter.read_again)
        # None of them is the one that Enter presses: in the fields it takes over what was typed.
        self.close_button = self.add_button(self.tr("&Close"))
        self.close_button.clicked.connect(self.accept)
        self.sized(self._size_fields)

    def _size_fields(self) -> None:
        self.named.setMinimumHeight(self.px(72))
        self.verdict.setMinimumHeight(self.px(54))
        self.verdict.setAlignment(Qt.AlignmentFlag.AlignTop)

    # -- what is wished

    def _on_toggled(self, on: bool) -> None:
        self._settings.set(settings.privacy.IP_FILTER_ON, on)
        self._describe()
        if on and not self.path.text():
            self._on_browse()

    def _on_path(self) -> None:
        self._take(self.path.text().strip())

    def _take(self, path: str) -> None:
        if path == self._settings.get(settings.privacy.IP_FILTER):
            return
        try:
            self._settings.set(settings.privacy.IP_FILTER, settings.privacy.IP_FILTER.accept(path))
        except ValueError as error:
            _say(self.problem, str(error))
            return
        # Who names a file wants it to hold.
        self.on.setChecked(bool(path))
        self._describe()

    def _on_browse(self) -> None:
        spawn(self._browse(), name="ip filter")

    async def _browse(self) -> None:
        folder = self.path.text().rpartition("/")[0]
        kinds = [
            self.tr("Lists of addresses ({patterns})").format(patterns="*.dat *.p2p *.p2b *.txt *.netset *.gz *.zip"),
            self.tr("All files (*)"),
        ]
        chosen = await choose_file(self, self.tr("IP filter"), folder, kinds)
        if isValid(self) and chosen:
            self.path.setText(chosen)
            self._take(chosen)

    def _on_banned(self) -> None:
        spawn(ask(BannedDialog(self._settings, self)), name="banned peers")

    def _on_setting(self, key: str) -> None:
        if key == settings.privacy.IP_FILTER_ON.key:
            self.on.setChecked(self._settings.get(settings.privacy.IP_FILTER_ON))
        elif key == settings.privacy.IP_FILTER.key:
            self.path.setText(self._settings.get(settings.privacy.IP_FILTER))

    # -- what is known

    def _describe(self) -> None:
        state = self._filter.state
        self.again_button.setEnabled(bool(state.path) and not state.reading)
        none = self.on.isChecked() and not self.path.text()
        _say(self.problem, self.tr("No list is chosen: nobody is kept out.") if none else breakable(state.problem))
        self.state.setText(breakable(self._words(state)))
        self.named.setPlainText("\n".join(f"{formats.count(line.number)}: {line.text}" for line in state.named))
        self.named.setVisible(bool(state.named))
        self._count()
        if not state.reading:
            self._on_test()

    def _words(self, state: FilterState) -> str:
        words = [in_force(state, naming=False)]
        if state.source and state.source != state.path:
            words.append(self.tr("They are those of {path}.").format(path=state.source))
        if state.source:
            moment = formats.age(state.read)
            words.append(
                self.tr("Read {age}; the file is of {date}.").format(age=moment, date=formats.moment(state.changed))
                if state.changed
                else self.tr("Read {age}.").format(age=moment)
            )
        if state.allowed:
            words.append(self.tr("%n ranges are allowed by the list itself.", "", state.allowed))
        if state.reading:
            words.append(self.tr("The list is being read."))
        return " ".join(words)

    def _count(self) -> None:
        state = self._filter.state
        _say(
            self.refused,
            self.tr("Since the start %n peers were kept out, {times} in all.", "", state.addresses).format(
                times=self.tr("%n times", "", state.refused)
            )
            if state.refused
            else "",
        )

    # -- the test

    def _on_test(self) -> None:
        text = self.test.text().strip()
        self._asked = text
        address = addresses.parse(text)
        self.verdict.setForegroundRole(MUTED)
        if address is not None:
            spawn(self._ask(text, address), name="ip filter")
        else:
            self.verdict.setText(self.tr("That is no address.") if text else "")

    async def _ask(self, text: str, address: addresses.Address) -> None:
        verdict = await self._filter.why(address)
        if not self._still(text):
            return
        self.verdict.setForegroundRole(_TEXT)
        words = self._judgement(str(address), verdict)
        self.verdict.setText(words)
        if verdict.why is Why.FILTERED:
            # A second later: the file is gone through for them.
            lines = await self._filter.lines(address)
            if lines and self._still(text):
                told = self.tr("Line {number}: {text}")
                words += "".join(
                    "\n" + told.format(number=formats.count(line.number), text=line.text) for line in lines
                )
                self.verdict.setText(breakable(words))

    def _still(self, text: str) -> bool:
        return isValid(self) and text == self._asked

    def _judgement(self, address: str, verdict: Verdict) -> str:
        return {
            Why.NOT: self.tr("{address} is let in."),
            Why.KICKED: self.tr("{address} was kicked, and is kept out for some minutes."),
            Why.BANNED: self.tr("{address} is kept out: you banned {by}."),
            Why.FILTERED: self.tr("{address} is kept out by the list: {by}."),
        }[verdict.why].format(address=address, by=verdict.by)


def _say(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
