# SPDX-License-Identifier: GPL-3.0-or-later
"""A process that writes the text on the clipboard to its output: whoever owns that may let it wait, and only it."""

import sys

from PySide6.QtGui import QGuiApplication

MOST = 100_000
"""Characters: whatever is longer is no link."""


def main() -> None:
    """Writes nothing where there is no text, or too much."""
    QGuiApplication.setDesktopSettingsAware(False)
    app = QGuiApplication(sys.argv[:1])
    text = app.clipboard().text()
    if len(text) <= MOST:
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))


if __name__ == "__main__":
    main()
