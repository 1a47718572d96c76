# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog in which addresses of trackers or web seeds are typed: one per line, judged as they are typed."""

from collections.abc import Awaitable, Callable, Collection

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from starling import tiers
from starling.i18n import Counted, translate
from starling.spelling import shortened, shown
from starling.ui.dialogs.frame import note
from starling.ui.dialogs.typed import TypedDialog


class Addresses(Counted):
    """Counted texts."""


class SourcesDialog(TypedDialog):
    """Finished once `apply` has taken what was typed, or by Esc; what is refused stays where it was typed."""

    def __init__(
        self,
        parent: QWidget | None,
        *,
        title: str,
        label: str,
        text: str,
        button: str,
        apply: Callable[[tiers.Tiers], Awaitable[None]],
        web_seeds: bool = False,
        tiered: bool = False,
        empty: bool = False,
        single: bool = False,
        private: bool = False,
        known: Collection[str] = (),
    ) -> None:
        """`apply` gets the tiers; a `UserError` of it is the sentence why they will not do.

        `tiered`: a blank line begins a tier, which is counted then. `empty`: nothing at all may be meant. `single`:
        one address takes the place of another. `private`: the torrent is, so that trackers are no matter of taste.
        `known` addresses are taken whatever they look like.
        """
        super().__init__(parent, title=title, label=label, button=button, text=text, least=36 if single else 96)
        self._apply, self._tiered, self._empty, self._single = apply, tiered, empty, single
        self._web_seeds, self._known = web_seeds, frozenset(known)
        self._before = text
        self.field.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        if private:
            words = self.tr(
                "This torrent is private. Other trackers would bring peers from outside its site, and show them that "
                "you have it: most sites forbid that, and some close accounts for it."
            )
            self.body.insertWidget(self.body.indexOf(self.field), note(words, wrap=True))
        self.field.textChanged.connect(self._judge)
        self._judge()

    def wanted(self) -> None:
        """Hand it over."""
        self.attempt(self._apply(self.read().tiers))

    def read(self) -> tiers.Read:
        """What stands there."""
        return tiers.read(self.field.toPlainText(), self._schemes, self._known)

    def sizeHint(self) -> QSize:
        """Room for a dozen addresses."""
        return QSize(self.px(620), self.px(180 if self._single else 380))

    @property
    def _schemes(self) -> Collection[str]:
        return tiers.WEB_SEED_SCHEMES if self._web_seeds else tiers.TRACKER_SCHEMES

    def _judge(self) -> None:
        found = self.read()
        problem = self._problem(found)
        changed = self.field.toPlainText() != self._before
        self.ok_button.setEnabled(not problem and changed and (self._empty or bool(found.urls)))
        self.say(problem or self._count(found), wrong=bool(problem))

    def _problem(self, found: tiers.Read) -> str:
        if found.wrong:
            return about_wrong(found.wrong[0], web_seeds=self._web_seeds, alone=self._single)
        if self._single and len(found.urls) > 1:
            return self.tr("Only one address can take the place of another.")
        return ""

    def _count(self, found: tiers.Read) -> str:
        urls = len(found.urls)
        if self._web_seeds:
            return "" if self._single else Addresses.tr("%n web seeds", "", urls) if urls else ""
        if self._tiered and urls:
            inside = Addresses.tr("in %n tiers", "after a number of trackers", len(found.tiers))
            return f"{Addresses.tr('%n trackers', '', urls)} {inside}"
        if self._empty and not urls:
            return self.tr("Without trackers, peers come by DHT, peer exchange and local network only.")
        return Addresses.tr("%n trackers", "", urls) if urls else ""


def about_wrong(wrong: tiers.Wrong, *, web_seeds: bool, alone: bool = False) -> str:
    """The sentence about what is no address: it names the line, and what would be one."""
    values = {"line": wrong.line, "text": shortened(shown(wrong.text))}
    if web_seeds:
        words = (
            translate("Addresses", "“{text}” is no address of a web seed: those begin with http:// or https://.")
            if alone
            else translate(
                "Addresses",
                "Line {line}, “{text}”, is no address of a web seed: those begin with http:// or https://.",
            )
        )
    elif wrong.portless:
        words = translate(
            "Addresses",
            "Line {line}, “{text}”, lacks the port, which a UDP tracker needs: udp://tracker.example:6969/announce.",
        )
    else:
        words = translate(
            "Addresses",
            "Line {line}, “{text}”, is no address of a tracker: those begin with http://, https:// or udp://.",
        )
    return words.format(**values)
