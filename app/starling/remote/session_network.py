# SPDX-License-Identifier: GPL-3.0-or-later
"""The parameters of the session about peers and trackers that Starling has in another form."""

from pathlib import Path

from starling import settings
from starling.advanced.check import accept
from starling.i18n import translate
from starling.remote.calls import RemoteError
from starling.remote.params import ParamError, Params
from starling.remote.session_kinds import Field
from starling.remote.session_view import Change, View
from starling.setting import QT_TRANSLATE_NOOP
from starling.settings.connection import Preference
from starling.settings.privacy import EncryptionPolicy

_S = settings
_ENCRYPTION = {
    EncryptionPolicy.DISABLED: "allowed",
    EncryptionPolicy.ALLOW: "allowed",
    EncryptionPolicy.PREFER: "preferred",
    EncryptionPolicy.REQUIRE: "required",
}
"""The last of two with one word is what the word stands for."""
_POLICIES = {word: policy for policy, word in _ENCRYPTION.items()}
_OWN_LIST = QT_TRANSLATE_NOOP(
    "Remote", "Which list of addresses is read can be chosen in Starling's own settings only."
)
_REQUESTS = "max_allowed_in_request_queue"


def _port(view: View) -> int:
    if port := view.get(_S.connection.PORT):
        return port
    sockets = view.engine.reach.sockets
    return sockets[0].port if sockets else _S.connection.PORT.default


def _put_port(change: Change) -> None:
    port, chance = change.integer("peer_port"), change.flag("peer_port_random_on_start")
    if not 0 < port < 65_536:
        raise ParamError(
            translate("Remote", "“{name}” must be from {low} to {high}.").format(name="peer_port", low=1, high=65_535)
        )
    # Who names a port does not want another one by chance.
    named = "peer_port" in change.wanted and "peer_port_random_on_start" not in change.wanted
    change.put(_S.connection.PORT, 0 if chance and not named else port)


def _put_forwarding(change: Change) -> None:
    on = change.flag("port_forwarding_enabled")
    change.put(_S.connection.UPNP, on)
    change.put(_S.connection.NATPMP, on)


def _transports(view: View) -> list[str]:
    connection = _S.connection
    found = [name for name, setting in (("utp", connection.UTP), ("tcp", connection.TCP)) if view.get(setting)]
    return found[::-1] if view.get(connection.PREFERENCE) is Preference.TCP else found


def _put_transports(change: Change) -> None:
    names = change.texts("preferred_transports")
    if not set(names) <= {"utp", "tcp"} or len(set(names)) < len(names):
        raise ParamError(translate("Remote", "“preferred_transports” takes “utp” and “tcp”, each once."))
    change.put(_S.connection.UTP, "utp" in names)
    change.put(_S.connection.TCP, "tcp" in names)
    if len(names) > 1:
        change.put(_S.connection.PREFERENCE, Preference.TCP if names[0] == "tcp" else Preference.EQUAL)
    _refuse_silence(change)


def _put_utp(change: Change) -> None:
    change.put(_S.connection.UTP, change.flag("utp_enabled"))
    _refuse_silence(change)


def _refuse_silence(change: Change) -> None:
    """Without either there is no peer at all, and nothing tells why. Raises ParamError."""
    transports = (_S.connection.UTP, _S.connection.TCP)
    if any(map(change.view.get, transports)) and not any(map(change.get, transports)):
        raise ParamError(translate("Remote", "One of µTP and TCP must stay on: nothing could be connected to."))


def _put_encryption(change: Change) -> None:
    policy = _POLICIES.get(change.text("encryption"))
    if policy is None:
        raise ParamError(translate("Remote", "“encryption” must be “required”, “preferred” or “allowed”."))
    change.put(_S.privacy.ENCRYPTION, policy)


def _requests(view: View) -> object:
    return view.get(_S.advanced.SESSION).get(_REQUESTS, view.engine.given.get(_REQUESTS))


def _put_requests(change: Change) -> None:
    setting, view = _S.advanced.SESSION, change.view
    if wrong := view.settings.problem(setting):
        # Another value would let everything run that waits for its owner to look.
        raise RemoteError(wrong)
    try:
        chosen = change.get(setting)
        change.put(setting, {**chosen, _REQUESTS: accept(_REQUESTS, change.integer("reqq"))})
    except ValueError as error:
        raise RemoteError(str(error)) from error


def _blocklist(view: View) -> str:
    path = view.get(_S.privacy.IP_FILTER)
    return Path(path).as_uri() if path else ""


def _named_list(params: Params, name: str) -> object:
    """In the spelling in which it is told; whoever sends back what stands in a form changes nothing."""
    given = (params.text(name) or "").strip()
    return Path(given).as_uri() if "\0" not in given and Path(given).is_absolute() else given


def _trackers(view: View) -> str:
    lines = view.get(_S.automation.TRACKERS)
    return "\n".join(lines)


def _put_trackers(change: Change) -> None:
    change.put(_S.automation.TRACKERS, tuple(change.text("default_trackers").splitlines()))


FIELDS = (
    Field("peer_port", _port, Params.integer, _put_port),
    Field(
        "peer_port_random_on_start",
        lambda view: not view.get(_S.connection.PORT),
        Params.flag,
        _put_port,
    ),
    Field(
        "port_forwarding_enabled",
        lambda view: view.get(_S.connection.UPNP) or view.get(_S.connection.NATPMP),
        Params.flag,
        _put_forwarding,
    ),
    Field(
        "preferred_transports",
        _transports,
        Params.texts,
        _put_transports,
        note="with “utp” first both get their share of the line, else TCP comes first",
    ),
    Field("utp_enabled", lambda view: view.get(_S.connection.UTP), Params.flag, _put_utp),
    Field("tcp_enabled", lambda view: view.get(_S.connection.TCP)),
    Field(
        "encryption",
        lambda view: _ENCRYPTION[view.get(_S.privacy.ENCRYPTION)],
        Params.text,
        _put_encryption,
        note="Starling's “Off” is shown as “allowed” (“tolerated”), and stays as long as another word is not set",
    ),
    Field("reqq", _requests, Params.integer, _put_requests),
    Field(
        "blocklist_url",
        _blocklist,
        _named_list,
        refusal=_OWN_LIST,
        note="can't be changed: by its answers a client would find out what files there are on Starling's computer",
    ),
    Field("default_trackers", _trackers, Params.text, _put_trackers),
)
