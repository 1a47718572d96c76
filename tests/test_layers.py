# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the package to its architecture: who may import whom, what no file may call, how every file begins."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "app" / "starling"

FACE = "starling.engine.engine"
VALUES = (
    "starling.goals",
    "starling.torrent",
    "starling.peer",
    "starling.tracker",
    "starling.pieces",
    "starling.schedule",
    "starling.speed",
    "starling.swarm",
    "starling.why.reason",
)
LAYERS = (
    ("starling.__main__",),
    ("starling.program", "starling.headless", "starling.refusal"),
    ("starling.ui",),
    ("starling.core",),
    ("starling.automation", "starling.remote"),
    (FACE,),
    ("starling.engine",),
    ("starling",),  # settings, store, tasks, paths, instance and whatever else stands beside them
    ("starling.formats", *VALUES, "starling.__version__"),
)
"""From top to bottom; a module belongs to the layer of the longest name it begins with, and imports none from above."""

NESTED_LOOPS = {"exec", "exec_", "processEvents"}
BLOCKING_DIALOGS = {
    "QColorDialog": {"getColor"},
    "QFileDialog": {
        *("getExistingDirectory", "getExistingDirectoryUrl", "getOpenFileName", "getOpenFileNames"),
        *("getOpenFileUrl", "getOpenFileUrls", "getSaveFileName", "getSaveFileUrl"),
    },
    "QFontDialog": {"getFont"},
    "QInputDialog": {"getDouble", "getInt", "getItem", "getMultiLineText", "getText"},
    "QMessageBox": {"about", "aboutQt", "critical", "information", "question", "warning"},
}


def begins(name: str, prefix: str) -> bool:
    return name == prefix or name.startswith(prefix + ".")


def layer(name: str) -> int:
    matches = [(len(prefix), index) for index, row in enumerate(LAYERS) for prefix in row if begins(name, prefix)]
    return max(matches)[1]


def imports(tree: ast.AST) -> Iterator[str]:
    """Every imported name in full: `from a.b import c` is a.b.c, whether c is a module or stands in one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{'.' * node.level}{node.module or ''}.{alias.name}" for alias in node.names)


def wrong_import(module: str, name: str) -> str | None:
    in_engine, in_ui = begins(module, "starling.engine"), begins(module, "starling.ui")
    above = in_ui or begins(module, "starling.remote")
    no_windows = any(begins(module, each) for each in ("starling.headless", "starling.core", "starling.remote"))
    qt_free = module in VALUES
    wrong = {
        "is relative": name.startswith("."),
        "is a star import": name.endswith(".*"),
        "points upwards": begins(name, "starling") and layer(name) < layer(module),
        "is for the engine only": begins(name, "libtorrent") and not in_engine,
        "passes by engine.engine": above and begins(name, "starling.engine") and not begins(name, FACE),
        "is not for values": begins(name, "PySide6") and qt_free,
        "draws": begins(name, "PySide6")
        and (in_engine or no_windows or module == "starling.formats")
        and not begins(name, "PySide6.QtCore")
        and not (in_engine and begins(name, "PySide6.QtNetwork")),
    }
    return next((reason for reason, true in wrong.items() if true), None)


def violations(module: str, source: str) -> list[str]:
    """One sentence per broken rule in the source of a module with this dotted name."""
    tree = ast.parse(source)
    lines = source.splitlines()
    found = [f"import of {name} {reason}" for name in imports(tree) if (reason := wrong_import(module, name))]
    if lines[:1] != ["# SPDX-License-Identifier: GPL-3.0-or-later"]:
        found.append("the first line is not the licence")
    if not ast.get_docstring(tree):
        found.append("no docstring says what the module is for")
    if len(lines) > 500:
        found.append(f"{len(lines)} lines are more than 500")
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            owner = node.value.id if isinstance(node.value, ast.Name) else ""
            if node.attr in NESTED_LOOPS:
                found.append(f"line {node.lineno}: {node.attr} runs an event loop within the event loop")
            elif node.attr in BLOCKING_DIALOGS.get(owner, ()):
                found.append(f"line {node.lineno}: {owner}.{node.attr} waits for the user")
    return found


def module_name(file: Path) -> str:
    parts = ("starling", *file.relative_to(PACKAGE).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("*.py")), ids=module_name)
def test_module_keeps_the_rules(file: Path) -> None:
    assert violations(module_name(file), file.read_text(encoding="utf-8")) == []


HEAD = '# SPDX-License-Identifier: GPL-3.0-or-later\n"""A module."""\n'


@pytest.mark.parametrize(
    ("module", "line", "complaint"),
    [
        ("starling.settings", "import libtorrent as lt", "for the engine only"),
        ("starling.ui.table", "from libtorrent import session", "for the engine only"),
        ("starling.engine.alerts", "from PySide6.QtGui import QIcon", "draws"),
        ("starling.engine.engine", "from PySide6 import QtWidgets", "draws"),
        ("starling.formats", "from PySide6.QtGui import QFontMetrics", "draws"),
        ("starling.headless", "from PySide6.QtWidgets import QApplication", "draws"),
        ("starling.core", "from PySide6.QtGui import QIcon", "draws"),
        ("starling.remote.door", "from starling.engine import pack", "passes by"),
        ("starling.remote.door", "from starling.core import Core", "upwards"),
        ("starling.formats", "import libtorrent", "for the engine only"),
        ("starling.torrent", "from PySide6.QtCore import QObject", "not for values"),
        ("starling.ui.torrents", "from starling.engine.store import Store", "passes by"),
        ("starling.ui.torrents", "from starling.engine import store", "passes by"),
        ("starling.ui.torrents", "import starling.engine", "passes by"),
        ("starling.ui.torrents", "from starling.program import Program", "upwards"),
        ("starling.program", "from starling import __main__", "upwards"),
        ("starling.engine.engine", "from starling.ui.notice import Notice", "upwards"),
        ("starling.engine.alerts", "from starling.engine.engine import Engine", "upwards"),
        ("starling.settings", "from starling.engine.store import Store", "upwards"),
        ("starling.torrent", "from starling.settings import Settings", "upwards"),
        ("starling.formats", "def late():\n    import starling.tasks", "upwards"),
        ("starling.ui.table", "from PySide6.QtCore import *", "star import"),
        ("starling.ui.table", "from .torrents import View", "relative"),
        ("starling.ui.table", "menu.exec(position)", "event loop within"),
        ("starling.ui.table", "QDialog().exec_()", "event loop within"),
        ("starling.ui.table", "run = dialog.exec", "event loop within"),
        ("starling.program", "QCoreApplication.processEvents()", "event loop within"),
        ("starling.ui.table", "QMessageBox.question(self, '', '')", "waits for the user"),
        ("starling.ui.table", "name, _ = QFileDialog.getOpenFileName()", "waits for the user"),
        ("starling.ui.table", "value = 1\n" * 500, "more than 500"),
    ],
)
def test_broken_rule_is_reported(module: str, line: str, complaint: str) -> None:
    (found,) = violations(module, HEAD + line)
    assert complaint in found


@pytest.mark.parametrize(
    ("source", "complaint"), [('"""A module."""\n', "licence"), (HEAD.splitlines()[0] + "\n", "docstring")]
)
def test_wrong_beginning_is_reported(source: str, complaint: str) -> None:
    (found,) = violations("starling.paths", source)
    assert complaint in found


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("starling.__main__", "from starling.program import Program"),
        ("starling.program", "from starling.ui.main_window import MainWindow"),
        ("starling.program", "from starling.engine.store import Store"),
        ("starling.ui.torrents", "from starling.engine.engine import Engine"),
        ("starling.ui.torrents", "from PySide6.QtWidgets import QTreeView"),
        ("starling.engine.engine", "from starling.engine.alerts import Pump"),
        ("starling.engine.convert", "import libtorrent as lt"),
        ("starling.engine.pack", "from starling.settings import Settings"),
        ("starling.engine.fetch", "from PySide6.QtNetwork import QNetworkAccessManager"),
        ("starling.settings", "from starling import __version__, paths"),
        ("starling.formats", "from PySide6.QtCore import QLocale"),
        ("starling.formats", "from starling.torrent import State"),
        ("starling.ui.main_window", "database.execute('')"),
    ],
)
def test_allowed_line_is_not_reported(module: str, line: str) -> None:
    assert violations(module, HEAD + line) == []
