# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole swarm on loopback for tests, the demo and benchmarks: real peers and trackers, each in its own process.

    with Swarm() as swarm:
        tracker = swarm.tracker("udp")
        payload = swarm.payload(files={"a.bin": 1 << 20, "深い/empty": 0}, trackers=[tracker.url])
        swarm.seed(payload, up=500_000)
        leech = swarm.leech(payload, have=0.25)
        leech.wait_until_done()
        assert not leech.verify()
        tracker.wait_for_event(Event.COMPLETED, ip=leech.ip)

*Payloads* (`swarm.payload`) are made from a seed: files of given sizes, a .torrent in v1, v2 or hybrid, a magnet link,
and `verify(save_path, skip=…)`, which says what is wrong on disk.

*Trackers* (`swarm.tracker`) speak HTTP, HTTPS or UDP, keep real peer tables and log every announce. `behave(Answer.…)`
makes one hang, talk garbage, fail, warn, redirect. HTTPS certificates come from `swarm.ca_file`; a session under test
trusts it if SSL_CERT_FILE names it *before* the session is created.

*Peers* (`swarm.seed`, `swarm.leech`) are libtorrent sessions: rates, `Encryption`, `Transport`, `Manner`, `Client` are
chosen at the start, rates also later (`limit`). They find each other by tracker or by `connect`. `stop()` says goodbye,
`kill()` does not. `wait=False` starts many at once.

*Scripted peers* (`swarm.scripted`) speak the bare wire protocol: they have, give, ask and fall silent as they are told
and record every message with its moment, so that what was said can be compared with what the program shows.

*Web servers* (`swarm.web_server`) hand out .torrent files by http and https: wrong types, redirects (to magnet links
too), errors, slow and endless bodies.

*Proxies* (`swarm.proxy`) speak SOCKS4, SOCKS5 with datagrams, and HTTP at one port, ask for a password or not, and log
what they were asked for. They connect from an address of their own, `out`: that is whom the others see.

Rules for the session under test: bind it to `swarm.address()`, which nobody else has, and switch outgoing uTP off
(loopback loses its datagrams). Its own *global* rate limits and upload slots do not hold for peers on loopback unless
``ignore_limits_on_local_network`` is False; limits of a torrent do. The path of an HTTP tracker must be ``/announce``.
It is complete a moment before its files are: wait for ``cache_flushed_alert`` or poll `verify`. It connects from
127.0.0.1 unless ``outgoing_interfaces`` says otherwise; the kit's peers connect from their own addresses.

Nothing waits for a fixed time: `wait_for…` and `wait_until` poll a condition and fail with what they saw. They block;
in a Qt test use ``qtbot.waitUntil(lambda: Event.STOPPED in tracker.events())``, a question takes about a millisecond.
"""

from tests.swarm.child import ChildError
from tests.swarm.payload import MIXED, Difference, Payload, PayloadFile, make_payload
from tests.swarm.peer import Address, Peer
from tests.swarm.proxy import Proxy
from tests.swarm.scripted import Message, Script, Scripted, Standing
from tests.swarm.swarm import Swarm
from tests.swarm.tracker import Tracker
from tests.swarm.values import (
    CLIENTS,
    Announce,
    Answer,
    Certificate,
    Client,
    Encryption,
    Event,
    LogLine,
    Manner,
    Passage,
    PeerStatus,
    ProxyManner,
    Scheme,
    SeenPeer,
    Transport,
    Version,
    WebRequest,
)
from tests.swarm.wait import NotSeenError, wait_until
from tests.swarm.web import WebServer

__all__ = [
    "CLIENTS",
    "MIXED",
    "Address",
    "Announce",
    "Answer",
    "Certificate",
    "ChildError",
    "Client",
    "Difference",
    "Encryption",
    "Event",
    "LogLine",
    "Manner",
    "Message",
    "NotSeenError",
    "Passage",
    "Payload",
    "PayloadFile",
    "Peer",
    "PeerStatus",
    "Proxy",
    "ProxyManner",
    "Scheme",
    "Script",
    "Scripted",
    "SeenPeer",
    "Standing",
    "Swarm",
    "Tracker",
    "Transport",
    "Version",
    "WebRequest",
    "WebServer",
    "make_payload",
    "wait_until",
]
