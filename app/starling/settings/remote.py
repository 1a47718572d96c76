# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may control Starling from elsewhere, and how."""

import re
from pathlib import Path

from starling import addresses
from starling.i18n import translate
from starling.setting import QT_TRANSLATE_NOOP, Form, Page, Setting

LOCAL = "127.0.0.1"
NOBODY = "!"
"""Stands for a password that nothing matches."""
_HOST = re.compile(r"(?=.{1,253}$)(\*\.)?[A-Za-z0-9_-]{1,63}(\.[A-Za-z0-9_-]{1,63})*\.?")
_HASH = re.compile(r"\$scrypt\$[a-z0-9=,]+\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]+")
_LONGEST = 255


def _address(raw: object) -> str:
    # As it is bound: what is no address to the system is looked up as a name.
    if isinstance(raw, str) and (found := addresses.parse(raw)) is not None:
        return str(found)
    sentence = translate("Settings", "“{label}” takes an address such as 127.0.0.1, 0.0.0.0 or ::, not “{address}”.")
    raise ADDRESS.refuse(sentence, address=raw)


def _clients(entries: tuple[str, ...]) -> None:
    for entry in entries:
        if addresses.span(entry) is None:
            sentence = translate(
                "Settings",
                "“{label}” takes addresses and ranges such as 192.168.1.5, 192.168.1.0/24 and fd00::/8, not “{entry}”.",
            )
            raise CLIENTS.refuse(sentence, entry=entry)


def _hosts(names: tuple[str, ...]) -> None:
    for name in names:
        if not _HOST.fullmatch(name):
            sentence = translate("Settings", "“{label}” takes names such as nas.example or *.example, not “{name}”.")
            raise HOSTS.refuse(sentence, name=name)


def _user(text: str) -> None:
    # RFC 7617: the first colon ends the name.
    if ":" in text or not text.isprintable() or len(text) > _LONGEST:
        raise USER.refuse(translate("Settings", "“{label}” must be one line without a colon."))


def _password(text: str) -> None:
    # A hash, or a password that somebody writes into the file: it becomes a hash when the door opens.
    if not text.isprintable() or len(text) > _LONGEST or (text.startswith("$") and not _HASH.fullmatch(text)):
        raise PASSWORD.refuse(translate("Settings", "“{label}” must be one line that does not begin with $."))


def _file(path: str) -> None:
    if path and ("\0" in path or not Path(path).is_absolute()):
        raise ValueError(translate("Settings", "A certificate or a key must be given by its full path."))


ENABLED = Setting(
    "remote.enabled",
    False,
    Page.REMOTE,
    QT_TRANSLATE_NOOP("Settings", "Let other programs control Starling"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "Those that can control Transmission: its own, apps for phones, add-ons of browsers, Sonarr and Radarr.",
    ),
)

PORT = Setting(
    "remote.port",
    9091,
    Page.REMOTE,
    QT_TRANSLATE_NOOP("Settings", "Port for remote control"),
    QT_TRANSLATE_NOOP("Settings", "Clients of Transmission expect 9091."),
    minimum=1,
    maximum=65_535,
    needs=ENABLED,
)

ADDRESS: Setting[str] = Setting(
    "remote.address",
    LOCAL,
    Page.REMOTE,
    QT_TRANSLATE_NOOP("Settings", "Listen on the address"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "127.0.0.1 is this computer alone. 0.0.0.0 and :: are all networks: only with a password, and for the clients "
        "that are allowed below.",
    ),
    read=_address,
    write=str,
    needs=ENABLED,
)

USER = Setting(
    "remote.user",
    "",
    Page.REMOTE,
    QT_TRANSLATE_NOOP("Settings", "User name of clients"),
    QT_TRANSLATE_NOOP("Settings", "The one that goes with the password. If it is empty any name will do."),
    section_source=QT_TRANSLATE_NOOP("Settings", "Password"),
    check=_user,
    needs=ENABLED,
)

PASSWORD = Setting(
    "remote.password",
    "",
    Page.REMOTE,
    QT_TRANSLATE_NOOP("Settings", "Password of clients"),
    QT_TRANSLATE_NOOP(
        "Settings", "It is kept as a hash: nobody can read it, nor can you. Without one only this computer gets in."
    ),
    check=_password,
    form=Form.OWN,
    closed=NOBODY,
    secret=True,
    needs=ENABLED,
)

CLIENTS: Setting[tuple[str, ...]] = Setting(
    "remote.clients",
    (),
    Page.REMOTE,
    QT_TRANSLATE_NOOP("Settings", "Allowed clients"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "Addresses and ranges such as 192.168.1.5 and 192.168.1.0/24. This computer is always allowed, and nobody else "
        "without being named here.",
    ),
    section_source=QT_TRANSLATE_NOOP("Settings", "Who gets in"),
    check=_clients,
    needs=ENABLED,
)

HOSTS: Setting[tuple[str, ...]] = Setting(
    "remote.hosts",
    (),
    Page.REMOTE,
    QT_TRANSLATE_NOOP("Settings", "Names of this computer"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "By which clients may call it, such as nas.example or *.example; addresses and localhost are always allowed. "
        "Any other name may be a web page that tries to get in by your browser.",
    ),
    check=_hosts,
    needs=ENABLED,
)

CERTIFICATE = Setting(
    "remote.certificate",
    "",
    Page.REMOTE,
    QT_TRANSLATE_NOOP("Settings", "Certificate"),
    QT_TRANSLATE_NOOP(
        "Settings", "A file in PEM form, with its chain. With it clients use https, and nothing goes unencrypted."
    ),
    section_source=QT_TRANSLATE_NOOP("Settings", "Encryption of remote control"),
    check=_file,
    form=Form.FILE,
    closed="/",
    needs=ENABLED,
)

KEY = Setting(
    "remote.key",
    "",
    Page.REMOTE,
    QT_TRANSLATE_NOOP("Settings", "Key of the certificate"),
    QT_TRANSLATE_NOOP("Settings", "A file in PEM form without a password; empty if the key is in the certificate's."),
    check=_file,
    form=Form.FILE,
    needs=ENABLED,
)

FOR_GOOD = Setting(
    "remote.delete_for_good",
    False,
    Page.REMOTE,
    QT_TRANSLATE_NOOP("Settings", "Delete data for good, not into the trash"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "For a computer whose trash nobody empties. What a client removes with its data can't be brought back then.",
    ),
    section_source=QT_TRANSLATE_NOOP("Settings", "What clients remove"),
    needs=ENABLED,
)
