# SPDX-License-Identifier: GPL-3.0-or-later
"""This side of a process of the kit: start it, ask it over its pipes, be sure that it is gone.

The protocol is one JSON object a line: the child says ``{"ready": …}`` once, then answers each ``{"do": …}`` with
``{"ok": …}`` or ``{"error": …}``. End of file on its stdin, which its parent's death brings too, ends the child.
"""

import json
import os
import selectors
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 20.0
"""Seconds for an answer that takes milliseconds on an idle machine."""


class ChildError(RuntimeError):
    """A process of the kit failed; the text ends with what it wrote to stderr."""


class Child:
    """A running ``python -m tests.swarm.processes.<module>``."""

    def __init__(self, module: str, config: Mapping[str, object], log: Path, environment: Mapping[str, str]) -> None:
        self.name = log.stem
        self._log = log
        self._buffer = b""
        self._lock = threading.Lock()
        self._hello: dict[str, Any] | None = None
        self._killed = False
        with log.open("wb") as stderr:
            self._process = subprocess.Popen(
                [sys.executable, "-m", f"tests.swarm.processes.{module}", json.dumps(config)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=stderr,
                bufsize=0,
                cwd=ROOT,
                env={**os.environ, "PYTHONFAULTHANDLER": "1", **environment},
            )
        self._selector = selectors.DefaultSelector()
        assert self._process.stdin
        assert self._process.stdout
        self._stdin, self._stdout = self._process.stdin, self._process.stdout
        self._selector.register(self._stdout, selectors.EVENT_READ)

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    @property
    def running(self) -> bool:
        """The process has not ended."""
        return self._process.poll() is None

    def hello(self) -> dict[str, Any]:
        """What the child said when it was ready; waits for it the first time."""
        with self._lock:
            if self._hello is None:
                self._hello = self._read(PATIENCE)["ready"]
            return self._hello

    def ask(self, do: str, *, timeout: float = PATIENCE, **arguments: object) -> Any:
        """Send a command and return its answer. Raises ChildError."""
        self.hello()
        with self._lock:
            try:
                self._stdin.write(json.dumps({"do": do, **arguments}).encode() + b"\n")
            except (OSError, ValueError) as error:
                raise self._error(f"does not listen any more ({error})") from error
            answer = self._read(timeout)
        if "error" in answer:
            raise self._error(f"could not {do}: {answer['error']}")
        return answer["ok"]

    def hang_up(self) -> None:
        """Tell the child to end, without waiting for it."""
        self._stdin.close()

    def kill(self) -> None:
        """SIGKILL: no farewell to trackers and peers."""
        self._killed = True
        self._process.kill()
        self.close()

    def close(self) -> None:
        """End the child and collect it. Raises ChildError if it had crashed or would not go."""
        self.hang_up()
        try:
            code = self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            code = self._process.wait()
        self._selector.close()
        self._stdout.close()
        if code and not self._killed:
            raise self._error(f"ended with {code}")

    def _read(self, timeout: float) -> dict[str, Any]:
        deadline = time.monotonic() + timeout
        while b"\n" not in self._buffer:
            if not self._selector.select(max(0.0, deadline - time.monotonic())):
                raise self._error(f"said nothing for {timeout:g} s")
            data = os.read(self._stdout.fileno(), 1 << 20)
            if not data:
                raise self._error("ended unasked")
            self._buffer += data
        line, self._buffer = self._buffer.split(b"\n", 1)
        message: dict[str, Any] = json.loads(line)
        return message

    def _error(self, what: str) -> ChildError:
        tail = self._log.read_text("utf-8", "replace")[-2000:] if self._log.exists() else ""
        return ChildError(f"{self.name} (pid {self.pid}) {what}\n{tail}".rstrip())
