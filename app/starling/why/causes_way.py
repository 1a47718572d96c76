# SPDX-License-Identifier: GPL-3.0-or-later
"""Causes on the way to other peers: the network, trackers and the DHT, attempts to connect."""

from starling.torrent import State
from starling.why.reason import Doing, Evidence, Offer, Remedy
from starling.why.situation import MOST, Secrecy, Situation

_MANY = 20
"""Calls without an answer from which on the fault may be ours."""
_SEEKS = (Doing.DOWNLOADING, Doing.DETAILS)
_NOTHING = Evidence()


def _cut_off(s: Situation) -> bool:
    """It would do something, and nobody is connected."""
    return s.doing is not Doing.NOTHING and s.nobody


def _seeks(s: Situation) -> bool:
    """It would get something, and nobody is connected."""
    return s.doing in _SEEKS and s.nobody


# -- the network


def offline(s: Situation) -> Evidence | None:
    """What we are bound to is away."""
    if not s.rules.offline or s.rules.proxy_trouble or s.doing is Doing.NOTHING:
        return None
    return Evidence(text=s.rules.offline)


def proxy(s: Situation) -> Evidence | None:
    """The proxy lets nothing through."""
    return Evidence(text=s.rules.proxy_trouble) if s.rules.proxy_trouble and _cut_off(s) else None


def alone(s: Situation) -> Evidence | None:
    """Nothing at all is heard from outside."""
    heard = s.sources.trackers and not s.sources.unreachable
    return _NOTHING if s.rules.alone and _cut_off(s) and not heard else None


def not_listening(s: Situation) -> Evidence | None:
    """There is no socket by which anybody could come."""
    deaf = s.rules.listen_error and not s.rules.port and not s.rules.proxy
    return Evidence(text=s.rules.listen_error) if deaf and _cut_off(s) else None


def unreachable(s: Situation) -> Evidence | None:
    """Nobody has ever come from outside, nor answers when called."""
    rules = s.rules
    if rules.reachable or rules.proxy or not rules.port or not _cut_off(s):
        return None
    if s.doing is Doing.SEEDING:
        waiting = s.row.swarm_peers or 0
        if s.sources.outside and waiting and s.known:
            return Evidence(count=waiting, port=rules.port, kind="seed")
        return None
    calls = s.calls
    cut_off = calls.long and calls.outside >= _MANY and s.most(calls.outside)
    return Evidence(count=min(calls.outside, MOST - 1), port=rules.port) if cut_off else None


# -- finding peers


def web_seed(s: Situation) -> Evidence | None:
    """The only one that has it fails, or sends nothing."""
    if s.doing is not Doing.DOWNLOADING or not s.nobody or s.known or not s.web_seeds:
        return None
    if not s.sources.web_text and searching(s) is not None:
        return None
    host = s.sources.web_host or (s.crowd.web_host if s.crowd is not None else "")
    return Evidence(host=host, text=s.sources.web_text)


def unregistered(s: Situation) -> Evidence | None:
    """A tracker will not have this torrent, and no other works."""
    sources = s.sources
    if not sources.refusal or trackers_fail(s) is None:
        return None
    return Evidence(host=sources.refuser, text=sources.refusal, since=sources.failing_since)


def no_sources(s: Situation) -> Evidence | None:
    """There is nobody to ask."""
    sources = s.sources
    if not _seeks(s) or s.known or sources.trackers or sources.dht or s.web_seeds:
        return None
    kind = "private" if s.row.private else "" if s.rules.dht else "off"
    return Evidence(kind=kind)


def no_sources_offers(_s: Situation, seen: Evidence) -> tuple[Offer, ...]:
    """The DHT may not be used for every torrent."""
    dht = (Offer(Remedy.SWITCH_ON_DHT),) if seen.kind == "off" else ()
    peers = () if seen.kind == "private" else (Offer(Remedy.ADD_PEERS),)
    return (*dht, Offer(Remedy.EDIT_TRACKERS), *peers)


def trackers_fail(s: Situation) -> Evidence | None:
    """None of them answers as it should."""
    sources = s.sources
    if not sources.trackers or sources.failing < sources.trackers or not _cut_off(s):
        return None
    if s.known and s.doing is not Doing.SEEDING:
        return None
    if s.doing is Doing.SEEDING and sources.dht:
        # Others find it all the same.
        return None
    return Evidence(count=sources.failing, host=sources.host, text=sources.text, since=sources.failing_since)


def searching(s: Situation) -> Evidence | None:
    """Those who were asked have not answered yet."""
    sources = s.sources
    if not _seeks(s) or s.known or sources.working:
        return None
    if sources.failing < sources.trackers:
        return Evidence(count=sources.trackers - sources.failing)
    return _NOTHING if sources.dht and not sources.dht_asked else None


def nobody_there(s: Situation) -> Evidence | None:
    """Those who were asked have named nobody else."""
    return _found_nobody(s) if s.doing is Doing.DOWNLOADING else None


def metadata_no_peers(s: Situation) -> Evidence | None:
    """The same of a link, of which nothing is known."""
    return _found_nobody(s) if s.doing is Doing.DETAILS else None


def _found_nobody(s: Situation) -> Evidence | None:
    sources = s.sources
    if not s.nobody or s.known:
        return None
    if not sources.working:
        return Evidence(kind="dht") if sources.dht and sources.dht_asked else None
    # We are one of the peers that a tracker counts.
    others = (s.row.swarm_seeds or 0) + max(0, (s.row.swarm_peers or 0) - 1)
    if others:
        return Evidence(count=sources.working, of=others, since=sources.answered, kind="counted")
    return Evidence(count=sources.working, since=sources.answered)


# -- reaching them


def crowded(s: Situation) -> Evidence | None:
    """There is no connection left for it."""
    if not _seeks(s) or not s.known or not s.rules.crowded or s.calls.failed:
        return None
    return Evidence(limit=s.rules.connections, count=s.known)


def crowded_offers(s: Situation, _seen: Evidence) -> tuple[Offer, ...]:
    """Twice as many, or to look at what decides how many."""
    amount = 0 if s.rules.connections_fixed else s.rules.connections * 2
    return (Offer(Remedy.MORE_CONNECTIONS, amount, session=True),)


def filtered(s: Situation) -> Evidence | None:
    """All that were found are kept out."""
    kept_out = _seeks(s) and s.calls.filtered and not s.known and trackers_fail(s) is None
    return Evidence(count=min(s.calls.filtered, MOST - 1)) if kept_out else None


def encryption(s: Situation) -> Evidence | None:
    """Those who were called said so."""
    calls = s.calls
    if not _seeks(s) or not calls.secrecy or calls.secrecy < calls.failed or not s.most(calls.secrecy):
        return None
    return Evidence(count=min(calls.secrecy, MOST - 1), kind=_secrecy(s))


def encryption_perhaps(s: Situation) -> Evidence | None:
    """Those who were called hung up, and we insist."""
    calls = s.calls
    if not _seeks(s) or not calls.hung_up or calls.hung_up < calls.failed or s.rules.secrecy is Secrecy.EITHER:
        return None
    return Evidence(count=min(calls.hung_up, MOST - 1), kind=_secrecy(s)) if s.most(calls.hung_up) else None


def _secrecy(s: Situation) -> str:
    return "" if s.rules.secrecy is Secrecy.EITHER else s.rules.secrecy.value


def encryption_offers(s: Situation, _seen: Evidence) -> tuple[Offer, ...]:
    """Where we insist on something."""
    allow = () if s.rules.secrecy is Secrecy.EITHER else (Offer(Remedy.ALLOW_ENCRYPTION),)
    return (*allow, Offer(Remedy.ASK_TRACKERS))


def no_answer(s: Situation) -> Evidence | None:
    """Those who were called do not answer, or hang up."""
    calls = s.calls
    if not _seeks(s) or not s.known or not calls.vain:
        return None
    if calls.vain >= MOST:
        return Evidence(count=MOST - 1, since=calls.since, kind="many")
    return Evidence(count=calls.vain, since=calls.since, kind="hung up" if calls.hung_up or calls.secrecy else "")


def connecting(s: Situation) -> Evidence | None:
    """Nobody has failed to answer yet."""
    return Evidence(count=s.known) if _seeks(s) and s.known else None


def more_peers(s: Situation, _seen: Evidence) -> tuple[Offer, ...]:
    """Of a private torrent only trackers may name peers."""
    return (Offer(Remedy.ASK_TRACKERS), *(() if s.row.private else (Offer(Remedy.ADD_PEERS),)))


# -- giving


def nobody_asks(s: Situation) -> Evidence | None:
    """Seeding, and nobody is connected."""
    return _NOTHING if s.row.state is State.SEEDING and _cut_off(s) else None
