# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the settings want the door to be."""

from dataclasses import dataclass

from starling.errors import UserError
from starling.i18n import translate
from starling.remote.listener import is_local
from starling.remote.passwords import hashed, is_hash
from starling.settings import Settings, remote
from starling.tasks import Worker


@dataclass(frozen=True, slots=True)
class Place:
    """All that needs another socket if it changes."""

    address: str
    port: int
    certificate: str
    """Empty for one without encryption."""
    key: str


def wanted(chosen: Settings, *, always: bool, port: int | None) -> Place | None:
    """None if it is to be shut; raises UserError if it has to be. `always` and `port` come before the settings."""
    if not always and not chosen.get(remote.ENABLED):
        return None
    address = chosen.get(remote.ADDRESS)
    if not chosen.get(remote.PASSWORD) and not is_local(address):
        text = translate(
            "Remote",
            "Remote control is closed: at {address} the whole network could come in. Set a password in Preferences "
            "▸ Remote first.",
        )
        raise UserError(text.format(address=address))
    port = chosen.get(remote.PORT) if port is None else port
    return Place(address, port, chosen.get(remote.CERTIFICATE), chosen.get(remote.KEY))


async def hash_written(chosen: Settings, hands: Worker) -> None:
    """Puts the hash into the place of a password that somebody wrote into the file of the settings.

    Where there is no screen that is how one is set. Raises UserError if the settings do not take it.
    """
    password = chosen.get(remote.PASSWORD)
    if not password or is_hash(password) or password == remote.NOBODY:
        return
    kept = await hands.run(hashed, password)
    if chosen.get(remote.PASSWORD) != password:
        return
    try:
        chosen.set(remote.PASSWORD, kept)
    except ValueError as error:
        raise UserError(str(error)) from error
    chosen.bury(remote.PASSWORD, password)
