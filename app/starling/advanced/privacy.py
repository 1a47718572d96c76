# SPDX-License-Identifier: GPL-3.0-or-later
"""What others learn of us, encryption, and proxies."""

from starling.advanced.row import Group, Shelf, When
from starling.setting import QT_TRANSLATE_NOOP

_IDENTITY = Shelf(Group.IDENTITY)
_ENCRYPTION = Shelf(Group.ENCRYPTION)
_PROXY = Shelf(Group.PROXY)

ROWS = (
    _IDENTITY.switch(
        "anonymous_mode",
        QT_TRANSLATE_NOOP("Advanced", "Leaves out who and where we are, as far as peers and trackers can do without."),
    ),
    _IDENTITY.text(
        "user_agent", QT_TRANSLATE_NOOP("Advanced", "What trackers and web seeds hear that our program is.")
    ),
    _IDENTITY.text(
        "handshake_client_version",
        QT_TRANSLATE_NOOP("Advanced", "Name of the program that peers show for us; empty for the user agent."),
        when=When.NEXT,
    ),
    _IDENTITY.text(
        "peer_fingerprint",
        QT_TRANSLATE_NOOP("Advanced", "Head of our peer-ID; some private trackers admit only those they know."),
        longest=20,
        when=When.RESTART,
    ),
    _ENCRYPTION.choice(
        "out_enc_policy",
        QT_TRANSLATE_NOOP("Advanced", "Whether calls to peers are encrypted."),
        (0, QT_TRANSLATE_NOOP("Advanced", "Always")),
        (1, QT_TRANSLATE_NOOP("Advanced", "If the peer can")),
        (2, QT_TRANSLATE_NOOP("Advanced", "Never")),
    ),
    _ENCRYPTION.choice(
        "in_enc_policy",
        QT_TRANSLATE_NOOP("Advanced", "Whether calls of peers are encrypted."),
        (0, QT_TRANSLATE_NOOP("Advanced", "Always")),
        (1, QT_TRANSLATE_NOOP("Advanced", "If the peer wants")),
        (2, QT_TRANSLATE_NOOP("Advanced", "Never")),
    ),
    _ENCRYPTION.choice(
        "allowed_enc_level",
        QT_TRANSLATE_NOOP("Advanced", "What is encrypted: the greeting alone, all data, or what both sides agree on."),
        (1, QT_TRANSLATE_NOOP("Advanced", "The greeting")),
        (2, QT_TRANSLATE_NOOP("Advanced", "All data")),
        (3, QT_TRANSLATE_NOOP("Advanced", "Either")),
    ),
    _ENCRYPTION.switch(
        "prefer_rc4", QT_TRANSLATE_NOOP("Advanced", "Encrypts all data wherever a peer leaves the choice to us.")
    ),
    _ENCRYPTION.switch(
        "announce_crypto_support", QT_TRANSLATE_NOOP("Advanced", "Tells trackers that we take encrypted calls.")
    ),
    _PROXY.choice(
        "proxy_type",
        QT_TRANSLATE_NOOP("Advanced", "Kind of proxy that stands between us and the Internet."),
        (0, QT_TRANSLATE_NOOP("Advanced", "None")),
        (1, "SOCKS4"),
        (2, "SOCKS5"),
        (3, QT_TRANSLATE_NOOP("Advanced", "SOCKS5 with a password")),
        (4, "HTTP"),
        (5, QT_TRANSLATE_NOOP("Advanced", "HTTP with a password")),
    ),
    _PROXY.text("proxy_hostname", QT_TRANSLATE_NOOP("Advanced", "Host that the proxy runs on.")),
    _PROXY.number("proxy_port", QT_TRANSLATE_NOOP("Advanced", "Port of the proxy."), 0, 65_535),
    _PROXY.text("proxy_username", QT_TRANSLATE_NOOP("Advanced", "Name that the proxy knows us by.")),
    _PROXY.text(
        "proxy_password",
        QT_TRANSLATE_NOOP("Advanced", "Password for the proxy, which is kept as it is in settings.toml."),
    ),
    _PROXY.switch(
        "proxy_hostnames",
        QT_TRANSLATE_NOOP("Advanced", "Has the proxy look up hosts, so that your own name server learns of none."),
    ),
    _PROXY.switch(
        "proxy_peer_connections", QT_TRANSLATE_NOOP("Advanced", "Sends calls to peers and web seeds through the proxy.")
    ),
    _PROXY.switch("proxy_tracker_connections", QT_TRANSLATE_NOOP("Advanced", "Sends announces through the proxy.")),
    _PROXY.switch(
        "proxy_send_host_in_connect",
        QT_TRANSLATE_NOOP(
            "Advanced", "Gives an HTTP proxy names of hosts, not addresses alone, as some filters demand."
        ),
    ),
    _PROXY.switch(
        "socks5_udp_send_local_ep",
        QT_TRANSLATE_NOOP("Advanced", "Tells a SOCKS5 proxy which port our packets leave by; wrong behind a router."),
        when=When.NEXT,
    ),
)
