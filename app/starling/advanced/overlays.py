# SPDX-License-Identifier: GPL-3.0-or-later
"""Networks beside the usual one: I2P and WebTorrent; and what libtorrent reports to Starling."""

from starling.advanced.row import INT_MIN, Group, Shelf, Unit, When
from starling.setting import QT_TRANSLATE_NOOP

_I2P = Shelf(Group.I2P)
_WEBTORRENT = Shelf(Group.WEBTORRENT)
_ALERTS = Shelf(Group.ALERTS)

ROWS = (
    _I2P.text("i2p_hostname", QT_TRANSLATE_NOOP("Advanced", "Host of the SAM bridge to I2P; empty for no I2P.")),
    _I2P.number("i2p_port", QT_TRANSLATE_NOOP("Advanced", "Port of the SAM bridge."), 0, 65_535),
    _I2P.switch(
        "allow_i2p_mixed",
        QT_TRANSLATE_NOOP("Advanced", "Lets torrents of I2P use ordinary peers as well, which gives anonymity up."),
    ),
    _I2P.number(
        "i2p_inbound_quantity",
        QT_TRANSLATE_NOOP("Advanced", "Tunnels that peers reach us through."),
        1,
        16,
        when=When.RESTART,
    ),
    _I2P.number(
        "i2p_outbound_quantity",
        QT_TRANSLATE_NOOP("Advanced", "Tunnels that we reach peers through."),
        1,
        16,
        when=When.RESTART,
    ),
    _I2P.number(
        "i2p_inbound_length",
        QT_TRANSLATE_NOOP("Advanced", "Hops of a tunnel to us; more hide better and are slower."),
        0,
        7,
        when=When.RESTART,
    ),
    _I2P.number(
        "i2p_outbound_length",
        QT_TRANSLATE_NOOP("Advanced", "Hops of a tunnel from us; more hide better and are slower."),
        0,
        7,
        when=When.RESTART,
    ),
    _I2P.number(
        "i2p_inbound_length_variance",
        QT_TRANSLATE_NOOP("Advanced", "By how many hops the tunnels to us may differ; below 0 both ways."),
        -7,
        7,
        when=When.RESTART,
    ),
    _I2P.number(
        "i2p_outbound_length_variance",
        QT_TRANSLATE_NOOP("Advanced", "By how many hops the tunnels from us may differ; below 0 both ways."),
        -7,
        7,
        when=When.RESTART,
    ),
    _WEBTORRENT.text(
        "webtorrent_stun_server",
        QT_TRANSLATE_NOOP("Advanced", "Server that tells us our address, for connections to browsers."),
        reason=QT_TRANSLATE_NOOP("Advanced", "It would learn your address past proxy, VPN and anonymous mode."),
        fixed=True,
    ),
    _WEBTORRENT.number(
        "max_webtorrent_offers",
        QT_TRANSLATE_NOOP("Advanced", "Browsers that an announce invites to connect."),
        0,
        100,
        named=((0, QT_TRANSLATE_NOOP("Advanced", "none")),),
        reason=QT_TRANSLATE_NOOP(
            "Advanced", "Each invitation names every address of this machine, past proxy, VPN and anonymous mode."
        ),
        fixed=True,
    ),
    _WEBTORRENT.number(
        "webtorrent_connection_timeout",
        QT_TRANSLATE_NOOP("Advanced", "How long a browser may take to connect."),
        1,
        3600,
        Unit.SECONDS,
    ),
    _WEBTORRENT.number(
        "min_websocket_announce_interval",
        QT_TRANSLATE_NOOP("Advanced", "Shortest time between announces to trackers of browsers, whatever they want."),
        1,
        86_400,
        Unit.SECONDS,
    ),
    _ALERTS.number(
        "alert_mask",
        QT_TRANSLATE_NOOP("Advanced", "Kinds of messages that Starling gets of libtorrent, as a sum of bits."),
        INT_MIN,
        reason=QT_TRANSLATE_NOOP(
            "Advanced", "Without them Starling would not know what torrents, peers and trackers do."
        ),
        fixed=True,
    ),
    _ALERTS.number(
        "alert_queue_size",
        QT_TRANSLATE_NOOP("Advanced", "Messages of libtorrent that may wait to be read; more would be lost."),
        1,
        reason=QT_TRANSLATE_NOOP("Advanced", "Thousands of torrents report at a time, and none of it may be lost."),
        fixed=True,
    ),
)
