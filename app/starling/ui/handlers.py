# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the actions find the methods that bear their keys."""

from collections.abc import Callable, Mapping


class Handlers:
    """Asks several objects in turn: each does the actions of one area."""

    def __init__(self, own: Mapping[str, Callable[..., None]], *handlers: object) -> None:
        """`own` are methods whose names are not the keys."""
        self._own = own
        self._handlers = handlers

    def __getattr__(self, key: str) -> Callable[..., None]:
        if key in self._own:
            return self._own[key]
        for handler in self._handlers:
            method: Callable[..., None] | None = getattr(handler, key, None)
            if method is not None:
                return method
        raise AttributeError(key)
