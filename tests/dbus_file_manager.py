# SPDX-License-Identifier: GPL-3.0-or-later
"""A file manager on the session's bus that writes down what it is asked to show, a URI a line; a child of tests."""

import sys

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection

NAME = "org.freedesktop.FileManager1"


@ClassInfo({"D-Bus Interface": NAME})  # type: ignore[call-arg]
class FileManager(QObject):  # type: ignore[operator]
    """Only what Starling asks for."""

    @Slot("QStringList", str)
    def ShowItems(self, uris: list[str], _startup: str) -> None:  # noqa: N802 - D-Bus's name
        """Select these files."""
        print(*uris, sep="\n", flush=True)


def main() -> int:
    """Serves until it is ended."""
    app = QCoreApplication([])
    bus, manager = QDBusConnection.connectToBus(sys.argv[1], "manager"), FileManager()
    bus.registerObject("/org/freedesktop/FileManager1", manager, QDBusConnection.RegisterOption.ExportAllSlots)
    print("ready" if bus.registerService(NAME) else bus.lastError().message(), flush=True)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
