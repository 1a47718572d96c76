# SPDX-License-Identifier: GPL-3.0-or-later
"""One torrent of an add dialog: what is known of it, how far it is, and what is chosen for it."""

from enum import Enum

from starling import formats
from starling.engine.engine import EngineError
from starling.i18n import translate
from starling.items import Kind, kind_of
from starling.torrent import AddOptions, Preview
from starling.ui.dialogs.form import TorrentForm
from starling.ui.dialogs.guess import guess


class Mark(Enum):
    """How far it is; the value is the name of its icon."""

    READING = "queued"
    DETAILS = "magnet"
    READY = "file"
    KNOWN = "finished"
    FAILED = "error"


class Entry:
    """One torrent that may be added."""

    def __init__(self, source: str, options: AddOptions) -> None:
        self.source = source
        self.options = options
        """What it is added with as long as there is no `form`."""
        self.preview: Preview | None = None
        self.error = ""
        """Why it could not be read or added."""
        self.form: TorrentForm | None = None
        """What its user sees of it; made when it is looked at."""

    @property
    def mark(self) -> Mark:
        """How far it is."""
        if self.error:
            return Mark.FAILED
        if self.preview is None:
            return Mark.READING
        if self.preview.known:
            return Mark.KNOWN
        return Mark.READY if self.preview.has_metadata else Mark.DETAILS

    @property
    def ready(self) -> bool:
        """Whether it can be added."""
        if self.form is not None:
            return self.form.ready
        return self.preview is not None and not self.preview.known

    @property
    def wish(self) -> AddOptions:
        """What it is added with."""
        return self.options if self.form is None else self.form.options

    @property
    def name(self) -> str:
        """What it is called by now."""
        if self.form is not None and self.form.name.text().strip():
            return self.form.name.text().strip()
        return self.preview.name if self.preview is not None else guess(self.source) or self.source

    @property
    def fact(self) -> str:
        """The second line."""
        mark = self.mark
        if mark is Mark.FAILED:
            # The whole sentence stands in the form.
            return (
                translate("Entries", "Can't be read") if self.preview is None else translate("Entries", "Was not added")
            )
        if mark is Mark.KNOWN:
            return translate("Entries", "In the list already")
        if mark is Mark.DETAILS:
            return translate("Entries", "Finding the details")
        if self.preview is None:
            fetching = kind_of(self.source) is Kind.URL
            return translate("Entries", "Fetching it") if fetching else translate("Entries", "Reading it")
        return formats.size(self.preview.size)

    def learn(self, preview: Preview) -> None:
        """More is known."""
        self.preview, self.error = preview, ""
        if self.form is not None:
            self.form.show_preview(preview)

    def fail(self, error: EngineError) -> None:
        """It could not be read, or not be added."""
        self.error = str(error)
        if self.form is not None:
            self.say_error()

    def say_error(self) -> None:
        """Show in the form what went wrong."""
        if self.form is not None and self.error:
            self.form.say_trouble(self.error, again=self.preview is None and kind_of(self.source) is Kind.URL)
