# SPDX-License-Identifier: GPL-3.0-or-later
"""The DHT, peers in the local network, and the router."""

from starling.advanced.row import Group, Kind, Shelf, Unit, When
from starling.setting import INT_MAX, QT_TRANSLATE_NOOP

_DHT = Shelf(Group.DHT)
_DISCOVERY = Shelf(Group.DISCOVERY)

ROWS = (
    _DHT.switch("enable_dht", QT_TRANSLATE_NOOP("Advanced", "Finds peers without trackers, through other clients.")),
    _DHT.text(
        "dht_bootstrap_nodes",
        QT_TRANSLATE_NOOP("Advanced", "Whom to ask while no node is known: host:port, with commas between."),
    ),
    _DHT.switch(
        "use_dht_as_fallback",
        QT_TRANSLATE_NOOP("Advanced", "Uses the DHT only for torrents none of whose trackers work."),
    ),
    _DHT.number(
        "dht_announce_interval",
        QT_TRANSLATE_NOOP("Advanced", "Time between two announces of a torrent to the DHT."),
        60,
        86_400,
        Unit.SECONDS,
    ),
    _DHT.number(
        "dht_upload_rate_limit",
        QT_TRANSLATE_NOOP("Advanced", "What may be sent to nodes; questions beyond that stay without an answer."),
        500,
        715_827_882,
        Unit.RATE,
    ),
    _DHT.switch(
        "dht_read_only",
        QT_TRANSLATE_NOOP(
            "Advanced", "Asks without ever answering, for machines that are seldom on or pay for traffic."
        ),
    ),
    _DHT.switch(
        "dht_privacy_lookups",
        QT_TRANSLATE_NOOP("Advanced", "Lets fewer nodes learn what we look for, for a few more packets."),
    ),
    _DHT.switch(
        "dht_aggressive_lookups",
        QT_TRANSLATE_NOOP("Advanced", "Always keeps the nearest nodes busy: finds sooner, sends more."),
    ),
    _DHT.number(
        "dht_search_branching",
        QT_TRANSLATE_NOOP("Advanced", "Nodes asked at a time in a search; more finds sooner and sends more."),
        1,
        100,
    ),
    _DHT.switch(
        "dht_extended_routing_table",
        QT_TRANSLATE_NOOP("Advanced", "Remembers more nodes far away than usual, which shortens searches."),
    ),
    _DHT.switch(
        "dht_prefer_verified_node_ids",
        QT_TRANSLATE_NOOP("Advanced", "Favours nodes whose ID fits their address (BEP 42)."),
    ),
    _DHT.switch(
        "dht_enforce_node_id",
        QT_TRANSLATE_NOOP("Advanced", "Ignores nodes whose ID does not fit their address; safer, but many are honest."),
    ),
    _DHT.switch(
        "dht_restrict_routing_ips",
        QT_TRANSLATE_NOOP("Advanced", "Remembers few nodes of one network, so that nobody can fill the table alone."),
    ),
    _DHT.switch(
        "dht_restrict_search_ips",
        QT_TRANSLATE_NOOP(
            "Advanced", "Trusts few nodes of one network in a search, so that nobody can steer it alone."
        ),
    ),
    _DHT.switch(
        "dht_ignore_dark_internet", QT_TRANSLATE_NOOP("Advanced", "Ignores packets from addresses that nobody uses.")
    ),
    _DHT.switch("apply_filter_to_dht", QT_TRANSLATE_NOOP("Advanced", "Ignores nodes at addresses that are shut out.")),
    _DHT.number(
        "dht_block_ratelimit",
        QT_TRANSLATE_NOOP("Advanced", "Packets a second that a node may send before it is shut out."),
        1,
        10_000,
    ),
    _DHT.number(
        "dht_block_timeout",
        QT_TRANSLATE_NOOP("Advanced", "How long a node that sends too much is shut out."),
        1,
        86_400,
        Unit.SECONDS,
    ),
    _DHT.number(
        "dht_max_fail_count",
        QT_TRANSLATE_NOOP("Advanced", "Unanswered questions after which a node is forgotten."),
        1,
        100,
    ),
    _DHT.number("dht_max_peers_reply", QT_TRANSLATE_NOOP("Advanced", "Peers that one answer of ours names."), 0, 1000),
    _DHT.number(
        "dht_max_torrents",
        QT_TRANSLATE_NOOP("Advanced", "Torrents of others whose peers are kept for those who ask."),
        0,
        1_000_000,
    ),
    _DHT.number(
        "dht_max_peers", QT_TRANSLATE_NOOP("Advanced", "Peers that are kept of each torrent of others."), 0, 1_000_000
    ),
    _DHT.number(
        "dht_max_dht_items",
        QT_TRANSLATE_NOOP("Advanced", "Small data of others that is kept in the DHT, in items (BEP 44)."),
        0,
        1_000_000,
    ),
    _DHT.number(
        "dht_item_lifetime",
        QT_TRANSLATE_NOOP(
            "Advanced", "How long small data of others is kept in the DHT; under two hours counts as two."
        ),
        0,
        INT_MAX,
        Unit.SECONDS,
        named=((0, QT_TRANSLATE_NOOP("Advanced", "for ever")),),
    ),
    _DHT.number(
        "dht_sample_infohashes_interval",
        QT_TRANSLATE_NOOP(
            "Advanced", "How often the sample of torrents that others may ask the DHT for is drawn anew (BEP 51)."
        ),
        0,
        21_600,
        Unit.SECONDS,
    ),
    _DHT.number(
        "dht_max_infohashes_sample_count",
        QT_TRANSLATE_NOOP("Advanced", "Torrents in the sample that others may ask the DHT for (BEP 51)."),
        0,
        1000,
    ),
    _DISCOVERY.switch(
        "enable_lsd", QT_TRANSLATE_NOOP("Advanced", "Finds peers in the local network by calling out to all.")
    ),
    _DISCOVERY.number(
        "local_service_announce_interval",
        QT_TRANSLATE_NOOP("Advanced", "Time between two announces of a torrent in the local network."),
        10,
        86_400,
        Unit.SECONDS,
    ),
    _DISCOVERY.number(
        "max_pex_peers",
        QT_TRANSLATE_NOOP("Advanced", "Peers that one peer is believed to have, against those that invent them."),
        0,
        10_000,
    ),
    _DISCOVERY.switch("enable_upnp", QT_TRANSLATE_NOOP("Advanced", "Has the router forward our port, asked by UPnP.")),
    _DISCOVERY.number(
        "upnp_lease_duration",
        QT_TRANSLATE_NOOP("Advanced", "How long a router is to forward by UPnP; some know only for ever."),
        0,
        604_800,
        Unit.SECONDS,
        named=((0, QT_TRANSLATE_NOOP("Advanced", "for ever")),),
        when=When.NEXT,
    ),
    _DISCOVERY.switch(
        "upnp_ignore_nonrouters",
        QT_TRANSLATE_NOOP("Advanced", "Takes UPnP answers only from within this machine's own network."),
    ),
    _DISCOVERY.switch(
        "enable_natpmp", QT_TRANSLATE_NOOP("Advanced", "Has the router forward our port, asked by NAT-PMP or PCP.")
    ),
    _DISCOVERY.number(
        "natpmp_lease_duration",
        QT_TRANSLATE_NOOP("Advanced", "How long a router is to forward by NAT-PMP before it is asked again."),
        60,
        604_800,
        Unit.SECONDS,
        when=When.NEXT,
    ),
    _DISCOVERY.text(
        "natpmp_gateway",
        QT_TRANSLATE_NOOP("Advanced", "Router to ask by NAT-PMP; empty for the one that packets leave by."),
        Kind.ADDRESS,
        when=When.RESTART,
    ),
)
