# SPDX-License-Identifier: GPL-3.0-or-later
"""Connections to peers, and the ports that they come in by."""

from starling.advanced.row import NO_LIMIT, Group, Shelf, Unit, When
from starling.setting import QT_TRANSLATE_NOOP

_CONNECTIONS = Shelf(Group.CONNECTIONS)
_LISTENING = Shelf(Group.LISTENING)

ROWS = (
    _CONNECTIONS.number(
        "connections_limit",
        QT_TRANSLATE_NOOP("Advanced", "Connections in all; more find more data, but cost memory and tax weak routers."),
        0,
        65_535,
        named=((0, QT_TRANSLATE_NOOP("Advanced", "as many as the system allows")),),
    ),
    _CONNECTIONS.number(
        "connections_slack",
        QT_TRANSLATE_NOOP(
            "Advanced", "Incoming calls let in above the limit, so that a better peer can replace a worse one."
        ),
        0,
        10_000,
    ),
    _CONNECTIONS.number(
        "connection_speed",
        QT_TRANSLATE_NOOP(
            "Advanced", "Calls to peers in a second; fewer are kinder to a router that stumbles over many at once."
        ),
        0,
        1000,
        named=((0, QT_TRANSLATE_NOOP("Advanced", "no calls")),),
    ),
    _CONNECTIONS.switch(
        "smooth_connects",
        QT_TRANSLATE_NOOP("Advanced", "Spreads calls to peers out evenly while the limit of connections is near."),
    ),
    _CONNECTIONS.number(
        "torrent_connect_boost",
        QT_TRANSLATE_NOOP("Advanced", "Peers that a new torrent calls right after its first announce, out of turn."),
        0,
        255,
        when=When.NEXT,
    ),
    _CONNECTIONS.number(
        "connect_seed_every_n_download",
        QT_TRANSLATE_NOOP(
            "Advanced", "After how many calls for downloads a seed may make one; more favours downloads."
        ),
        1,
        1000,
    ),
    _CONNECTIONS.switch(
        "seeding_outgoing_connections",
        QT_TRANSLATE_NOOP("Advanced", "Lets seeds call peers too; off, they serve only those who call."),
    ),
    _CONNECTIONS.number(
        "peer_connect_timeout",
        QT_TRANSLATE_NOOP("Advanced", "How long a called peer may take to answer."),
        1,
        600,
        Unit.SECONDS,
    ),
    _CONNECTIONS.number(
        "handshake_timeout",
        QT_TRANSLATE_NOOP("Advanced", "How long a peer may take to say who it is and what it wants."),
        1,
        600,
        Unit.SECONDS,
    ),
    _CONNECTIONS.number(
        "peer_timeout",
        QT_TRANSLATE_NOOP("Advanced", "A connection without a sign of life for this long is closed."),
        5,
        3600,
        Unit.SECONDS,
    ),
    _CONNECTIONS.number(
        "inactivity_timeout",
        QT_TRANSLATE_NOOP(
            "Advanced", "Near the limit of connections, one that is of no use to either side ends after this time."
        ),
        5,
        86_400,
        Unit.SECONDS,
    ),
    _CONNECTIONS.number(
        "min_reconnect_time",
        QT_TRANSLATE_NOOP("Advanced", "How long to leave a peer alone after a failed call, for each failure so far."),
        1,
        65_535,
        Unit.SECONDS,
    ),
    _CONNECTIONS.number(
        "max_failcount", QT_TRANSLATE_NOOP("Advanced", "Failed calls after which a peer is given up."), 1, 31
    ),
    _CONNECTIONS.switch(
        "close_redundant_connections",
        QT_TRANSLATE_NOOP("Advanced", "Hangs up where neither side has anything for the other, as between two seeds."),
    ),
    _CONNECTIONS.switch(
        "allow_multiple_connections_per_ip",
        QT_TRANSLATE_NOOP(
            "Advanced", "Lets peers share an address, as those behind one router do; a cheat can pose as many."
        ),
    ),
    _CONNECTIONS.switch(
        "allow_multiple_connections_per_pid",
        QT_TRANSLATE_NOOP("Advanced", "Keeps a second connection to the same peer, by IPv6 beside IPv4 for instance."),
    ),
    _CONNECTIONS.switch(
        "no_connect_privileged_ports",
        QT_TRANSLATE_NOOP(
            "Advanced", "Calls no ports below 1024, so that nobody can aim us at servers that are no peers."
        ),
    ),
    _CONNECTIONS.switch(
        "enable_outgoing_tcp", QT_TRANSLATE_NOOP("Advanced", "Calls peers by TCP; off leaves µTP alone.")
    ),
    _CONNECTIONS.switch("enable_incoming_tcp", QT_TRANSLATE_NOOP("Advanced", "Takes calls that come by TCP.")),
    _CONNECTIONS.switch(
        "enable_outgoing_utp",
        QT_TRANSLATE_NOOP("Advanced", "Calls peers by µTP, which gives way to other traffic on the line."),
    ),
    _CONNECTIONS.switch("enable_incoming_utp", QT_TRANSLATE_NOOP("Advanced", "Takes calls that come by µTP.")),
    _CONNECTIONS.number(
        "peer_turnover",
        QT_TRANSLATE_NOOP(
            "Advanced",
            "Share of the peers that is exchanged for new ones in each round, when there are nearly too many.",
        ),
        0,
        100,
        Unit.PERCENT,
    ),
    _CONNECTIONS.number(
        "peer_turnover_cutoff",
        QT_TRANSLATE_NOOP("Advanced", "How full the list of connections must be for peers to be exchanged."),
        0,
        100,
        Unit.PERCENT,
    ),
    _CONNECTIONS.number(
        "peer_turnover_interval",
        QT_TRANSLATE_NOOP("Advanced", "Time between two rounds in which the worst peers make room for new ones."),
        1,
        86_400,
        Unit.SECONDS,
    ),
    _CONNECTIONS.number(
        "max_peerlist_size",
        QT_TRANSLATE_NOOP("Advanced", "Addresses of peers remembered for each running torrent."),
        0,
        1_000_000,
        named=NO_LIMIT,
    ),
    _CONNECTIONS.number(
        "max_paused_peerlist_size",
        QT_TRANSLATE_NOOP("Advanced", "Addresses of peers remembered for each paused torrent; fewer save memory."),
        0,
        1_000_000,
        named=NO_LIMIT,
    ),
    _CONNECTIONS.number(
        "outgoing_port",
        QT_TRANSLATE_NOOP("Advanced", "First local port of calls to peers, for routers that sort traffic by it."),
        0,
        65_535,
        named=((0, QT_TRANSLATE_NOOP("Advanced", "any")),),
        when=When.NEXT,
    ),
    _CONNECTIONS.number(
        "num_outgoing_ports",
        QT_TRANSLATE_NOOP(
            "Advanced", "How many local ports to use from the first on; with few, calls to a peer soon fail."
        ),
        0,
        65_535,
        when=When.NEXT,
    ),
    _CONNECTIONS.number(
        "peer_dscp",
        QT_TRANSLATE_NOOP(
            "Advanced", "Mark on packets to peers that lets routers put them behind or before other traffic."
        ),
        0,
        63,
        named=((0, QT_TRANSLATE_NOOP("Advanced", "no mark")), (1, QT_TRANSLATE_NOOP("Advanced", "lower effort"))),
        when=When.NEXT,
    ),
    _CONNECTIONS.switch(
        "send_redundant_have",
        QT_TRANSLATE_NOOP("Advanced", "Tells peers of our new pieces even if they have them, which helps them count."),
    ),
    _LISTENING.text(
        "listen_interfaces",
        QT_TRANSLATE_NOOP(
            "Advanced",
            "Addresses or interfaces with the ports that peers can call, and that µTP, DHT and UDP trackers use.",
        ),
    ),
    _LISTENING.text(
        "outgoing_interfaces",
        QT_TRANSLATE_NOOP("Advanced", "Addresses or interfaces that calls to peers by TCP go out from."),
    ),
    _LISTENING.number(
        "listen_queue_size",
        QT_TRANSLATE_NOOP(
            "Advanced", "Calls that may wait to be taken; more for a server that is called all the time."
        ),
        1,
        4096,
        when=When.LISTENING,
    ),
    _LISTENING.number(
        "max_retry_port_bind",
        QT_TRANSLATE_NOOP("Advanced", "How many of the next ports to try if the chosen one is taken."),
        0,
        1000,
        when=When.LISTENING,
    ),
    _LISTENING.switch(
        "listen_system_port_fallback",
        QT_TRANSLATE_NOOP("Advanced", "Opens any free port if the chosen ones are taken, rather than none."),
        when=When.LISTENING,
    ),
    _LISTENING.switch(
        "enable_ip_notifier",
        QT_TRANSLATE_NOOP("Advanced", "Opens the ports anew as soon as this machine gets another address."),
    ),
    _LISTENING.number(
        "ssl_listen",
        QT_TRANSLATE_NOOP("Advanced", "Port for torrents whose peers prove themselves by certificates."),
        0,
        65_535,
        named=((0, QT_TRANSLATE_NOOP("Advanced", "none")),),
    ),
)
