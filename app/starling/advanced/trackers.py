# SPDX-License-Identifier: GPL-3.0-or-later
"""Announces to trackers, and web seeds."""

from starling.advanced.row import Group, Kind, Shelf, Unit, When
from starling.setting import INT_MAX, QT_TRANSLATE_NOOP

_TRACKERS = Shelf(Group.TRACKERS)
_WEB_SEEDS = Shelf(Group.WEB_SEEDS)

ROWS = (
    _TRACKERS.switch(
        "announce_to_all_trackers",
        QT_TRANSLATE_NOOP("Advanced", "Announces to all trackers of a tier, not only to the first that works."),
    ),
    _TRACKERS.switch(
        "announce_to_all_tiers",
        QT_TRANSLATE_NOOP("Advanced", "Announces to a tracker of each tier, not only of the first tier that works."),
    ),
    _TRACKERS.switch(
        "prefer_udp_trackers",
        QT_TRANSLATE_NOOP(
            "Advanced", "Goes to the UDP tracker of a host before its HTTP one, which costs both sides more."
        ),
        when=When.NEXT,
    ),
    _TRACKERS.number("num_want", QT_TRANSLATE_NOOP("Advanced", "Peers asked for with an announce."), 0, 10_000),
    _TRACKERS.number(
        "min_announce_interval",
        QT_TRANSLATE_NOOP("Advanced", "Shortest time between announces, even if a tracker wants more of them."),
        1,
        86_400,
        Unit.SECONDS,
    ),
    _TRACKERS.number(
        "tracker_completion_timeout",
        QT_TRANSLATE_NOOP("Advanced", "How long an announce may take from start to end."),
        1,
        3600,
        Unit.SECONDS,
    ),
    _TRACKERS.number(
        "tracker_receive_timeout",
        QT_TRANSLATE_NOOP("Advanced", "How long a UDP tracker may stay silent before it counts as failed."),
        1,
        3600,
        Unit.SECONDS,
    ),
    _TRACKERS.number(
        "stop_tracker_timeout",
        QT_TRANSLATE_NOOP("Advanced", "How long a tracker may take when it is told that a torrent stops."),
        0,
        3600,
        Unit.SECONDS,
        named=((0, QT_TRANSLATE_NOOP("Advanced", "they are not told")),),
        reason=QT_TRANSLATE_NOOP("Advanced", "Quitting would wait for trackers that do not answer."),
    ),
    _TRACKERS.number(
        "tracker_backoff",
        QT_TRANSLATE_NOOP("Advanced", "How fast the waits grow between tries at a tracker that fails."),
        0,
        100_000,
        Unit.PERCENT,
    ),
    _TRACKERS.number(
        "max_concurrent_http_announces",
        QT_TRANSLATE_NOOP("Advanced", "Announces by HTTP under way at a time; the others wait."),
        1,
        10_000,
    ),
    _TRACKERS.number(
        "max_http_recv_buffer_size",
        QT_TRANSLATE_NOOP("Advanced", "Largest answer that an HTTP tracker may give."),
        1024,
        INT_MAX,
        Unit.BYTES,
    ),
    _TRACKERS.number(
        "udp_tracker_token_expiry",
        QT_TRANSLATE_NOOP(
            "Advanced", "How long the token of a UDP tracker serves; more than a minute only if it agrees."
        ),
        1,
        3600,
        Unit.SECONDS,
    ),
    _TRACKERS.switch(
        "report_true_downloaded",
        QT_TRANSLATE_NOOP("Advanced", "Counts data that was thrown away in what trackers are told of our download."),
    ),
    _TRACKERS.switch(
        "report_redundant_bytes", QT_TRANSLATE_NOOP("Advanced", "Tells trackers how much came more than once.")
    ),
    _TRACKERS.number(
        "announce_port",
        QT_TRANSLATE_NOOP(
            "Advanced", "Port that trackers and the DHT hear of, if the outside world reaches us by another one."
        ),
        0,
        65_535,
        named=((0, QT_TRANSLATE_NOOP("Advanced", "the one that is open")),),
    ),
    _TRACKERS.text(
        "announce_ip",
        QT_TRANSLATE_NOOP("Advanced", "Address that trackers are told; nearly all go by the one they see."),
        Kind.ADDRESS,
    ),
    _TRACKERS.switch(
        "validate_https_trackers",
        QT_TRANSLATE_NOOP("Advanced", "Has HTTPS trackers and web seeds prove who they are."),
        reason=QT_TRANSLATE_NOOP("Advanced", "Anyone on the way could pose as the tracker."),
    ),
    _TRACKERS.switch(
        "ssrf_mitigation",
        QT_TRANSLATE_NOOP("Advanced", "Keeps trackers and web seeds from luring us into services of your own network."),
    ),
    _TRACKERS.switch(
        "allow_idna",
        QT_TRANSLATE_NOOP(
            "Advanced", "Allows hosts with letters beyond ASCII, which may be there to be mistaken for others."
        ),
    ),
    _TRACKERS.switch(
        "apply_ip_filter_to_trackers",
        QT_TRANSLATE_NOOP("Advanced", "Keeps away from trackers at addresses that are shut out."),
        reason=QT_TRANSLATE_NOOP("Advanced", "Who bans a peer does not mean the tracker at its address."),
    ),
    _TRACKERS.number(
        "auto_scrape_interval",
        QT_TRANSLATE_NOOP("Advanced", "How often the seeds and peers of waiting torrents are asked for."),
        60,
        86_400,
        Unit.SECONDS,
        reason=QT_TRANSLATE_NOOP("Advanced", "Often enough to choose by, and no burden to trackers."),
    ),
    _TRACKERS.number(
        "auto_scrape_min_interval",
        QT_TRANSLATE_NOOP("Advanced", "Shortest time between two scrapes of waiting torrents, whichever they are."),
        1,
        86_400,
        Unit.SECONDS,
    ),
    _TRACKERS.number(
        "resolver_cache_timeout",
        QT_TRANSLATE_NOOP("Advanced", "How long the address of a host is remembered."),
        0,
        86_400,
        Unit.SECONDS,
    ),
    _WEB_SEEDS.number(
        "max_web_seed_connections",
        QT_TRANSLATE_NOOP("Advanced", "Web seeds that a torrent uses at a time."),
        0,
        1000,
        named=((0, "100"),),
    ),
    _WEB_SEEDS.number(
        "urlseed_timeout",
        QT_TRANSLATE_NOOP("Advanced", "A web seed that is silent for this long is left."),
        1,
        3600,
        Unit.SECONDS,
    ),
    _WEB_SEEDS.number(
        "urlseed_wait_retry",
        QT_TRANSLATE_NOOP("Advanced", "How long to leave a web seed alone after it failed."),
        1,
        86_400,
        Unit.SECONDS,
    ),
    _WEB_SEEDS.number(
        "urlseed_max_request_bytes",
        QT_TRANSLATE_NOOP("Advanced", "Most that is asked of a web seed at once; more makes for fewer requests."),
        16_384,
        INT_MAX,
        Unit.BYTES,
        when=When.NEXT,
    ),
    _WEB_SEEDS.number(
        "web_seed_name_lookup_retry",
        QT_TRANSLATE_NOOP("Advanced", "How long to wait after the host of a web seed was not found."),
        1,
        86_400,
        Unit.SECONDS,
    ),
    _WEB_SEEDS.switch("ban_web_seeds", QT_TRANSLATE_NOOP("Advanced", "No longer asks a web seed that sent bad data.")),
    _WEB_SEEDS.switch(
        "report_web_seed_downloads",
        QT_TRANSLATE_NOOP("Advanced", "Counts web seeds in rates, in totals and in what trackers are told."),
    ),
    _WEB_SEEDS.switch(
        "always_send_user_agent",
        QT_TRANSLATE_NOOP(
            "Advanced", "Says who we are with each request to a web seed, not only with a connection's first."
        ),
    ),
)
