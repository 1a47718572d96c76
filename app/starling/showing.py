# SPDX-License-Identifier: GPL-3.0-or-later
"""Files and folders in other programs: shown in the file manager, opened with what the desktop has for them."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from starling.errors import UserError
from starling.i18n import translate
from starling.spelling import shown
from starling.tasks import Worker

T = TypeVar("T")

_MANAGER = "org.freedesktop.FileManager1"
_MANAGER_PATH = "/org/freedesktop/FileManager1"
_ANSWER_MS = 4000
"""What a file manager may take that has to be started first."""
_OPENER_SECONDS = 10.0
"""Who opens a file may stay as long as it is open: one that has not failed by now has not failed."""
_GOODBYE_SECONDS = 0.2


async def show(paths: Sequence[str]) -> None:
    """Select files in the file manager, each in its folder, or open the folder if no file manager can select.

    A path that ends with ``/`` is a folder to be opened itself, and so is the nearest one that exists of what is not
    on the disk yet. Raises UserError.
    """
    found = await _elsewhere(partial(_nearest, paths))
    if not found:
        raise UserError(translate("Showing", "{path} is not there.").format(path=shown(paths[0])))
    files = [path for path, select in found.items() if select]
    folders = [path for path, select in found.items() if not select]
    if files and not await _selected(files):
        folders += [str(Path(path).parent) for path in files]
    for folder in dict.fromkeys(folders):
        await open_path(folder)


async def open_path(path: str) -> None:
    """Open a file or folder with the program the desktop has for it. Raises UserError if there is none."""
    if not await _elsewhere(partial(os.path.exists, path)):
        raise UserError(translate("Showing", "{path} is not there.").format(path=shown(path)))
    if not await _opened(path):
        raise UserError(
            translate("Showing", "{path} can't be opened: no program of the desktop took it.").format(path=shown(path))
        )


async def open_address(address: str) -> None:
    """Open a web address with the desktop's browser. Raises UserError if there is none, or it is no web address."""
    if not address.lower().startswith(("http://", "https://")) or not await _opened_address(address):
        raise UserError(
            translate("Showing", "{address} can't be opened: no program of the desktop took it.").format(
                address=shown(address)
            )
        )


def _nearest(paths: Sequence[str]) -> dict[str, bool]:
    """The paths, and instead of those that do not exist the nearest folders that do; whether each is to be selected."""
    found = {}
    for given in paths:
        path = Path(given)
        there = next((each for each in (path, *path.parents) if each.exists()), None)
        if there is not None:
            found[str(there)] = there == path and not given.endswith("/")
    return found


async def _selected(paths: Sequence[str]) -> bool:
    """Whether a file manager on the session's bus has shown these files."""
    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    if sys.platform != "linux" or not address:
        return False
    # Nobody pays for D-Bus who shows nothing.
    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

    name = f"starling {_MANAGER}"
    bus = QDBusConnection.connectToBus(address, name)
    try:
        if not bus.isConnected():
            return False
        message = QDBusMessage.createMethodCall(_MANAGER, _MANAGER_PATH, _MANAGER, "ShowItems")
        message.setArguments([[Path(path).as_uri() for path in paths], ""])
        watcher = QDBusPendingCallWatcher(bus.asyncCall(message, _ANSWER_MS))
        answered = asyncio.Event()
        watcher.finished.connect(answered.set)
        await answered.wait()
        return not watcher.isError()
    finally:
        # The next one may have to find another bus.
        QDBusConnection.disconnectFromBus(name)


async def _opened(path: str) -> bool:
    """Whether a program took it."""
    if sys.platform != "linux":
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        return QDesktopServices.openUrl(QUrl.fromLocalFile(path))
    # Not Qt, which starts xdg-open as well, and never learns that it failed.
    return await _elsewhere(partial(_xdg_open, path), _OPENER_SECONDS) is not False


async def _opened_address(address: str) -> bool:
    if sys.platform != "linux":
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        return QDesktopServices.openUrl(QUrl(address))
    return await _elsewhere(partial(_xdg_open, address), _OPENER_SECONDS) is not False


def _xdg_open(what: str) -> bool:
    """Whether it took a path or an address."""
    try:
        process = subprocess.run(
            ["xdg-open", what],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            check=False,
        )
    except OSError:
        return False
    return process.returncode == 0


async def _elsewhere(function: Callable[[], T], patience: float | None = None) -> T | None:
    """The result of a function that waits for disks or programs; None once patience (seconds) is over."""
    worker = Worker(asyncio.get_running_loop(), "showing")
    try:
        async with asyncio.timeout(patience):
            return await worker.run(function)
    except TimeoutError:
        return None
    finally:
        await worker.stop(_GOODBYE_SECONDS)
