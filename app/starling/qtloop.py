# SPDX-License-Identifier: GPL-3.0-or-later
"""Qt's event loop as asyncio's, for a process that has no windows: neither QtGui nor QtWidgets is loaded for it."""

import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from PySide6.QtCore import QCoreApplication


@contextmanager
def bare_loop(app: QCoreApplication) -> Iterator[asyncio.AbstractEventLoop]:
    """The loop of an application without windows, closed in the end."""
    with _no_windows():
        from qasync import QEventLoop
    with QEventLoop(app) as loop:
        yield loop


@contextmanager
def _no_windows() -> Iterator[None]:
    """qasync imports both modules for the name `QApplication` alone, which it asks for the application there is.

    They take 30 MB and libraries (OpenGL, X11) that a machine without a screen may not have.
    """
    stand_ins = {name: ModuleType(name) for name in ("PySide6.QtGui", "PySide6.QtWidgets") if name not in sys.modules}
    if (widgets := stand_ins.get("PySide6.QtWidgets")) is not None:
        vars(widgets)["QApplication"] = QCoreApplication
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            del sys.modules[name]
