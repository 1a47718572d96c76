# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast data may flow, what holds it on its way, and µTP."""

from starling.advanced.row import NO_LIMIT, Group, Shelf, Unit, When
from starling.setting import INT_MAX, QT_TRANSLATE_NOOP, RATE_MAX

_RATES = Shelf(Group.RATES)
_BUFFERS = Shelf(Group.BUFFERS)
_UTP = Shelf(Group.UTP)

ROWS = (
    _RATES.number(
        "download_rate_limit",
        QT_TRANSLATE_NOOP("Advanced", "Download limit of all torrents together."),
        0,
        RATE_MAX,
        Unit.RATE,
        named=NO_LIMIT,
    ),
    _RATES.number(
        "upload_rate_limit",
        QT_TRANSLATE_NOOP("Advanced", "Upload limit of all torrents together."),
        0,
        RATE_MAX,
        Unit.RATE,
        named=NO_LIMIT,
    ),
    _RATES.switch(
        "ignore_limits_on_local_network",
        QT_TRANSLATE_NOOP("Advanced", "Leaves peers in the local network out of the limits."),
    ),
    _RATES.number(
        "local_download_rate_limit",
        QT_TRANSLATE_NOOP(
            "Advanced", "Download limit of the peers in the local network, while the others have one of their own."
        ),
        0,
        RATE_MAX,
        Unit.RATE,
        named=NO_LIMIT,
    ),
    _RATES.number(
        "local_upload_rate_limit",
        QT_TRANSLATE_NOOP(
            "Advanced", "Upload limit of the peers in the local network, while the others have one of their own."
        ),
        0,
        RATE_MAX,
        Unit.RATE,
        named=NO_LIMIT,
    ),
    _RATES.switch(
        "rate_limit_ip_overhead",
        QT_TRANSLATE_NOOP(
            "Advanced", "Counts the headers of packets too, so that the line carries no more than the limits say."
        ),
    ),
    _RATES.switch(
        "rate_limit_utp",
        QT_TRANSLATE_NOOP("Advanced", "Holds µTP to the limits as well, although it gives way by itself."),
    ),
    _RATES.number(
        "tick_interval",
        QT_TRANSLATE_NOOP(
            "Advanced", "How often the allowed bytes are dealt out; rarely is coarser and spares the processor."
        ),
        10,
        1000,
        Unit.MILLISECONDS,
    ),
    _BUFFERS.number(
        "send_buffer_low_watermark",
        QT_TRANSLATE_NOOP("Advanced", "Least data held ready for a peer; more lets uploads gain speed sooner."),
        0,
        INT_MAX,
        Unit.BYTES,
    ),
    _BUFFERS.number(
        "send_buffer_watermark",
        QT_TRANSLATE_NOOP("Advanced", "Most data held ready for a peer; more for fast lines, at the cost of memory."),
        0,
        INT_MAX,
        Unit.BYTES,
    ),
    _BUFFERS.number(
        "send_buffer_watermark_factor",
        QT_TRANSLATE_NOOP("Advanced", "Data held ready for a peer, compared with what it takes in a second."),
        1,
        10_000,
        Unit.PERCENT,
    ),
    _BUFFERS.number(
        "send_not_sent_low_watermark",
        QT_TRANSLATE_NOOP("Advanced", "Data left unsent in a connection at which the system asks for more; on Linux."),
        0,
        INT_MAX,
        Unit.BYTES,
        named=((0, QT_TRANSLATE_NOOP("Advanced", "as the system does")),),
        when=When.NEXT,
    ),
    _BUFFERS.number(
        "send_socket_buffer_size",
        QT_TRANSLATE_NOOP(
            "Advanced", "What the system holds of a connection's data on its way out; more for fast distant peers."
        ),
        0,
        INT_MAX,
        Unit.BYTES,
        named=((0, QT_TRANSLATE_NOOP("Advanced", "as the system does")),),
        when=When.NEXT,
    ),
    _BUFFERS.number(
        "recv_socket_buffer_size",
        QT_TRANSLATE_NOOP(
            "Advanced", "What the system holds of a connection's data that came in; more if µTP loses packets."
        ),
        0,
        INT_MAX,
        Unit.BYTES,
        named=((0, QT_TRANSLATE_NOOP("Advanced", "as the system does")),),
        when=When.NEXT,
    ),
    _BUFFERS.number(
        "max_peer_recv_buffer_size",
        QT_TRANSLATE_NOOP("Advanced", "Most memory for what one peer is sending; a piece of its metadata has to fit."),
        32_768,
        INT_MAX,
        Unit.BYTES,
    ),
    _UTP.number(
        "utp_target_delay",
        QT_TRANSLATE_NOOP(
            "Advanced", "Delay that µTP may add on the line; more is faster and slows other traffic down."
        ),
        10,
        10_000,
        Unit.MILLISECONDS,
    ),
    _UTP.number(
        "utp_gain_factor",
        QT_TRANSLATE_NOOP(
            "Advanced", "Bytes by which µTP may speed up in a round trip; with too many it becomes unsteady."
        ),
        1,
        1_000_000,
        Unit.BYTES,
    ),
    _UTP.number(
        "utp_min_timeout",
        QT_TRANSLATE_NOOP("Advanced", "Shortest wait before a silent µTP connection sends again."),
        10,
        60_000,
        Unit.MILLISECONDS,
    ),
    _UTP.number(
        "utp_connect_timeout",
        QT_TRANSLATE_NOOP("Advanced", "Wait for the first answer by µTP, doubled after each try."),
        100,
        60_000,
        Unit.MILLISECONDS,
    ),
    _UTP.number(
        "utp_syn_resends", QT_TRANSLATE_NOOP("Advanced", "Tries to open a µTP connection before it is given up."), 0, 16
    ),
    _UTP.number(
        "utp_num_resends",
        QT_TRANSLATE_NOOP(
            "Advanced", "Times that a lost µTP packet is sent again before the connection counts as dead."
        ),
        0,
        16,
    ),
    _UTP.number(
        "utp_fin_resends", QT_TRANSLATE_NOOP("Advanced", "Tries to close a µTP connection in due form."), 0, 16
    ),
    _UTP.number(
        "utp_loss_multiplier",
        QT_TRANSLATE_NOOP("Advanced", "What is left of the amount on its way by µTP after a packet was lost."),
        1,
        100,
        Unit.PERCENT,
    ),
    _UTP.number(
        "utp_cwnd_reduce_timer",
        QT_TRANSLATE_NOOP(
            "Advanced", "Time after a lost packet in which more of them do not slow µTP down any further."
        ),
        0,
        60_000,
        Unit.MILLISECONDS,
    ),
    _UTP.choice(
        "mixed_mode_algorithm",
        QT_TRANSLATE_NOOP("Advanced", "How TCP, which takes what it can get, and µTP share the line."),
        (0, QT_TRANSLATE_NOOP("Advanced", "TCP comes first")),
        (1, QT_TRANSLATE_NOOP("Advanced", "By number of connections")),
    ),
)
