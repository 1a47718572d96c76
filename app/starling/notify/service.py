# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever shows notifications on this desktop, asked over D-Bus (Desktop Notifications Specification 1.3).

Nobody waits for it longer than `PATIENCE`, and nothing of D-Bus is read before something is to be shown.
"""

import asyncio
import logging
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from starling.errors import UserError
from starling.i18n import translate
from starling.notify.note import Note
from starling.paths import resource
from starling.spelling import shown

if TYPE_CHECKING:
    from dbus_fast import Message
    from dbus_fast.aio import MessageBus

log = logging.getLogger(__name__)

PATIENCE = 10.0
"""Seconds in which it has to answer, which may have to be started first."""
_GOODBYE = 0.5
_NAME = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_BUS, _BUS_PATH = "org.freedesktop.DBus", "/org/freedesktop/DBus"
_NOBODY = {f"{_BUS}.Error.{name}" for name in ("ServiceUnknown", "NameHasNoOwner")}
_UNSTARTED = f"{_BUS}.Error.Spawn."
_HUNG = {f"{_BUS}.Error.{name}" for name in ("NoReply", "Timeout", "TimedOut")}
_NOTIFY, _NUMBER = "susssasa{sv}i", "u"
_RULES = (
    f"type='signal',sender='{_NAME}',interface='{_NAME}',path='{_PATH}'",
    f"type='signal',sender='{_BUS}',interface='{_BUS}',member='NameOwnerChanged',arg0='{_NAME}'",
)


class Service:
    """The bus is connected when the first notification is shown, and again when the connection was lost."""

    def __init__(self, invoked: Callable[[int, str, str], None], closed: Callable[[int], None]) -> None:
        """`invoked` gets the number of a notification, the key of an action and, where the desktop gives one, the
        token that lets a window come to the front; `closed` the number of one that is gone.
        """
        self._invoked, self._closed = invoked, closed
        self._bus: MessageBus | None = None
        self._connecting = asyncio.Lock()
        self._able: frozenset[str] | None = None
        """What the one that shows them is able to; None while nobody was asked."""
        self._open: set[int] = set()
        self._tokens: dict[int, str] = {}

    async def show(self, note: Note, instead: int = 0) -> int:
        """Shows a notification, in the place of another if that is still there; returns its number.

        0 is the number of one that is gone already. Raises UserError.
        """
        from html import escape

        from dbus_fast import Variant

        able = await self._abilities()
        body = escape(note.body, quote=False) if "body-markup" in able else note.body
        actions = [part for action in note.actions for part in (action.key, action.label)] if "actions" in able else []
        hints = {
            "desktop-entry": Variant("s", "starling"),
            "category": Variant("s", note.category.value),
            "urgency": Variant("y", 1),
        }
        if note.sound:
            hints["sound-name"] = Variant("s", note.sound)
        else:
            hints["suppress-sound"] = Variant("b", True)
        icon = resource("icons", "starling.svg").as_uri()
        replaced = instead if instead in self._open else 0
        said = ["Starling", replaced, icon, note.title, body, actions, hints, -1]
        (number,) = await self._ask(_NUMBER, "Notify", _NOTIFY, said)
        if replaced != number:
            # Some give each a number of its own, whatever the specification says.
            self._open.discard(replaced)
        return int(number) if number in self._open else 0

    async def name(self) -> str:
        """What shows notifications here. Raises UserError if nothing does."""
        found = await self._ask("ssss", "GetServerInformation")
        return str(found[0])

    async def close(self) -> None:
        """Leaves the bus; what is shown stays."""
        bus, self._bus = self._bus, None
        if bus is None or not bus.connected:
            return
        bus.disconnect()
        try:
            async with asyncio.timeout(_GOODBYE):
                await bus.wait_for_disconnect()  # type: ignore[no-untyped-call]
        except (OSError, EOFError) as error:
            log.debug("The bus has ended: %s", error)

    # -- within

    async def _abilities(self) -> frozenset[str]:
        if self._able is None:
            (able,) = await self._ask("as", "GetCapabilities")
            self._able = frozenset(able)
        return self._able

    async def _ask(self, answers: str, method: str, signature: str = "", body: list[Any] | None = None) -> list[Any]:
        """What it answers, which is of the types that `answers` names. Raises UserError."""
        from dbus_fast import Message, MessageType
        from dbus_fast.errors import DBusFastError

        message = Message(
            destination=_NAME, path=_PATH, interface=_NAME, member=method, signature=signature, body=body or []
        )
        try:
            async with asyncio.timeout(PATIENCE):
                bus = await self._connected()
                answer = await bus.call(message)
        except TimeoutError as error:
            raise UserError(translate("Notify", "What shows notifications on this desktop does not answer.")) from error
        except (OSError, EOFError, DBusFastError) as error:
            raise UserError(translate("Notify", "The connection to the desktop's bus was lost.")) from error
        if answer.message_type is MessageType.ERROR:
            raise UserError(_refusal(answer))
        if answer.signature != answers:
            raise UserError(
                translate("Notify", "The notification service of this desktop gives answers that can't be understood.")
            )
        return list(answer.body)

    async def _connected(self) -> "MessageBus":
        """Raises UserError, and whatever a connection fails with that is lost meanwhile."""
        from dbus_fast import Message
        from dbus_fast.aio import MessageBus
        from dbus_fast.errors import DBusFastError

        async with self._connecting:
            if self._bus is not None and self._bus.connected:
                return self._bus
            self._lose_all()
            try:
                bus = await MessageBus(_address()).connect()
            except (OSError, EOFError, DBusFastError) as error:
                log.info("No bus: %s", error)
                text = translate("Notify", "Notifications can't be shown: the desktop's bus can't be reached.")
                raise UserError(text) from error
            bus.add_message_handler(self._on_message)
            try:
                for rule in _RULES:
                    await bus.call(
                        Message(
                            destination=_BUS,
                            path=_BUS_PATH,
                            interface=_BUS,
                            member="AddMatch",
                            signature="s",
                            body=[rule],
                        )
                    )
            except BaseException:
                bus.disconnect()
                raise
            self._bus = bus
            return bus

    def _on_message(self, message: "Message") -> None:
        if message.reply_serial:
            if message.signature == _NUMBER:
                # Here and not where the answer is waited for: it may be closed before that goes on.
                self._open.add(message.body[0])
        elif message.interface == _BUS and message.member == "NameOwnerChanged":
            # Another one counts anew.
            self._lose_all()
        elif message.interface != _NAME or message.path != _PATH or not message.body:
            return
        elif message.member == "NotificationClosed" and message.signature == "uu":
            self._on_closed(message.body[0])
        elif message.member == "ActivationToken" and message.signature == "us":
            if message.body[0] in self._open:
                self._tokens[message.body[0]] = message.body[1]
        elif message.member == "ActionInvoked" and message.signature == "us":
            number, key = message.body
            if number in self._open:
                self._later(self._invoked, number, key, self._tokens.pop(number, ""))

    def _on_closed(self, number: int) -> None:
        if number in self._open:
            self._open.discard(number)
            self._tokens.pop(number, None)
            self._later(self._closed, number)

    def _lose_all(self) -> None:
        self._able = None
        for number in list(self._open):
            self._on_closed(number)

    def _later(self, function: Callable[..., None], *args: object) -> None:
        # From the loop: what fails here would only be logged by whoever reads the bus.
        asyncio.get_running_loop().call_soon(function, *args)


def _address() -> str:
    """The session's bus. Raises UserError if there is none."""
    if given := os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return given
    # Where systemd puts it.
    path = os.path.join(os.environ.get("XDG_RUNTIME_DIR", ""), "bus")  # noqa: PTH118
    if os.path.isabs(path) and os.path.exists(path):  # noqa: PTH110, PTH117
        return f"unix:path={path}"
    raise UserError(translate("Notify", "Notifications can't be shown: this desktop has no session bus."))


def _refusal(answer: "Message") -> str:
    if answer.error_name in _NOBODY:
        return translate("Notify", "No program of this desktop shows notifications.")
    if str(answer.error_name).startswith(_UNSTARTED):
        return translate("Notify", "What shows notifications on this desktop can't be started.")
    if answer.error_name in _HUNG:
        return translate("Notify", "What shows notifications on this desktop does not answer.")
    reason = str(answer.body[0]) if answer.body else str(answer.error_name)
    return translate("Notify", "What shows notifications on this desktop refused this one: {reason}").format(
        reason=shown(reason)
    )
