# SPDX-License-Identifier: GPL-3.0-or-later
"""What the peers table says in words: sources, connections, and the tooltips of its cells."""

from collections.abc import Sequence
from typing import TypeGuard

from starling import countrynames, formats
from starling.i18n import Counted, translate
from starling.peer import SAMPLE, Encryption, Peer, Source, Transport
from starling.spelling import shortened, shown
from starling.tracker import Kind, Tracker, TrackerState
from starling.ui.details import verdict
from starling.ui.details.peer_row import PeerRow
from starling.why import words as whywords
from starling.why.reason import Cause, Reason

_URL = 120
"""Characters of a web seed's address that are shown."""
_LACKING = frozenset(
    {
        Cause.OFFLINE,
        Cause.PROXY,
        Cause.NOT_LISTENING,
        Cause.UNREACHABLE,
        Cause.NO_SOURCES,
        Cause.UNREGISTERED,
        Cause.TRACKERS_FAIL,
        Cause.NOBODY_THERE,
        Cause.SEARCHING,
        Cause.CONNECTING,
        Cause.NO_ANSWER,
        Cause.FILTERED,
        Cause.ENCRYPTION,
        Cause.CONNECTION_LIMIT,
        Cause.METADATA_NO_PEERS,
        Cause.NOBODY_ASKS,
    }
)
"""Why there can be nobody."""


class Peers(Counted):
    """The texts that count."""


def address(peer: Peer) -> str:
    """Address and port, as one may be typed in."""
    return f"[{peer.address}]:{peer.port}" if ":" in peer.address else f"{peer.address}:{peer.port}"


def sources() -> dict[Source, str]:
    """Where a peer can have been learned of, in the order in which they are counted."""
    return {
        Source.TRACKER: translate("Peers", "tracker"),
        Source.DHT: translate("Peers", "DHT"),
        Source.PEX: translate("Peers", "PEX"),
        Source.LSD: translate("Peers", "local network"),
        Source.RESUME: translate("Peers", "last time"),
        Source.INCOMING: translate("Peers", "incoming"),
        Source.WEB_SEED: translate("Peers", "web seed"),
    }


def source(found: Source) -> str:
    """Every way by which we know of a peer by now."""
    return ", ".join(word for bit, word in sources().items() if bit in found)


def connection(peer: Peer) -> str:
    """What carries it."""
    return translate("Peers", "web seed") if peer.transport is Transport.WEB_SEED else peer.transport.value


def encryption(peer: Peer) -> str:
    """How it is encrypted; empty if it is not."""
    words = {
        Encryption.HANDSHAKE: translate("Peers", "handshake only"),
        Encryption.FULL: translate("Peers", "encrypted"),
    }
    return words.get(peer.encryption, "")


def client(peer: Peer) -> str:
    """What it calls itself; of a web seed, that it is one comes first."""
    if peer.transport is not Transport.WEB_SEED:
        return peer.client
    word = connection(peer)
    return (
        translate("Peers", "{web_seed} · {server}").format(web_seed=word, server=peer.client) if peer.client else word
    )


def lacks_peers(why: Reason | None) -> TypeGuard[Reason]:
    """Whether it says why nobody is connected; what it says of those who were does not hold any more."""
    return why is not None and why.cause in _LACKING


def nobody(sources: Sequence[Tracker], why: Reason | None = None) -> str:
    """Why nobody is connected; where that is not known, who was asked for peers."""
    if lacks_peers(why):
        return whywords.sentence(why)
    trackers = [each for each in sources if each.kind is Kind.TRACKER and each.state is not TrackerState.OFF]
    dht = any(each.kind is Kind.DHT and each.state is TrackerState.WORKING for each in sources)
    asked = [each for each in trackers if each.last_announce is not None]
    ago = formats.age(max((each.last_announce or 0 for each in asked), default=None))
    if asked and dht:
        words = Peers.tr("No peers: asked %n trackers {ago}, and asks the DHT.", "", len(asked))
    elif asked:
        words = Peers.tr("No peers: asked %n trackers {ago}.", "", len(asked))
    elif any(each.state is TrackerState.ASKING for each in trackers):
        words = Peers.tr("No peers: %n trackers are being asked.", "", len(trackers))
    elif dht:
        words = translate("Peers", "No peers: the DHT is being asked.")
    else:
        words = translate("Peers", "No peers.")
    return words.format(ago=ago)


def tip_of_country(row: PeerRow) -> str:
    """The name of its country."""
    return countrynames.name(row.peer.country)


def tip_of_address(row: PeerRow) -> str:
    """Address with port, host name and country."""
    peer = row.peer
    parts = [address(peer), peer.host, _url(peer), tip_of_country(row)]
    if peer.down_limit:
        words = translate("Peers", "We take at most {rate} from it.")
        parts.append(words.format(rate=formats.limit(peer.down_limit)))
    if peer.up_limit:
        words = translate("Peers", "We give it at most {rate}.")
        parts.append(words.format(rate=formats.limit(peer.up_limit)))
    return "\n".join(filter(None, parts))


def tip_of_client(row: PeerRow) -> str:
    """What it calls itself, and its peer-id, or where a web seed has the torrent."""
    peer = row.peer
    if peer.transport is Transport.WEB_SEED:
        return "\n".join(filter(None, (client(peer), _url(peer) or peer.host or address(peer))))
    if not peer.id or peer.id == peer.client:
        return peer.client
    return translate("Peers", "{client}\nPeer-id: {id}").format(client=peer.client, id=peer.id)


def _url(peer: Peer) -> str:
    return shortened(shown(peer.url), _URL) if peer.url else ""


def tip_of_flags(row: PeerRow) -> str:
    """What each letter means for this peer."""
    facts = row.facts
    lines = [f"{flag.written(row.letters)}\N{EN SPACE}{flag.words(facts)}" for flag in row.flags]
    if words := source(row.peer.source & ~Source.WEB_SEED):
        lines.append(translate("Peers", "Known by: {source}").format(source=words))
    return "\n".join(lines)


def spoken_flags(row: PeerRow) -> str:
    """The same in few words, for a screen reader."""
    return ", ".join(flag.legend() for flag in row.flags)


def tip_of_pieces(row: PeerRow) -> str:
    """How much it has, and how much of that we miss."""
    peer = row.peer
    lines = [translate("Peers", "Has {percent} of the torrent.").format(percent=formats.percent(peer.progress))]
    holding = peer.holding
    if holding is not None:
        if holding.relevance > 0:
            words = translate("Peers", "Has {percent} of what we miss, where the bar is strong.")
            lines.append(words.format(percent=formats.percent(holding.relevance)))
        else:
            lines.append(translate("Peers", "It has nothing that we miss."))
    return "\n".join(lines)


def spoken_pieces(row: PeerRow) -> str:
    """Two figures for a screen reader."""
    words = formats.percent(row.peer.progress)
    holding = row.peer.holding
    if holding is not None and holding.relevance > 0:
        useful = formats.percent(holding.relevance)
        words = translate("Peers", "{percent}, {useful} of what we miss").format(percent=words, useful=useful)
    return words


def tip_of_down(row: PeerRow) -> str:
    """The highest rate of the last minutes, and our limit."""
    return _tip_of_rate(row.peer.down, row.peer.rates.down, row.peer.down_limit)


def tip_of_up(row: PeerRow) -> str:
    """The same of what we send."""
    return _tip_of_rate(row.peer.up, row.peer.rates.up, row.peer.up_limit)


def limited(limit: int) -> str:
    """Our limit, as short as it gets."""
    return f"≤{formats.NBSP}{formats.limit(limit)}"


def spoken_down(row: PeerRow) -> str:
    """Rate and limit for a screen reader."""
    return _spoken_rate(row.peer.down, row.peer.down_limit)


def spoken_up(row: PeerRow) -> str:
    """The same of what we send."""
    return _spoken_rate(row.peer.up, row.peer.up_limit)


def _spoken_rate(now: int, limit: int | None) -> str:
    words = formats.rate(now)
    if not limit:
        return words
    at_most = translate("Peers", "limited to {rate}").format(rate=formats.limit(limit))
    return ", ".join(filter(None, (words, at_most)))


def _tip_of_rate(now: int, samples: tuple[int, ...], limit: int | None) -> str:
    lines = []
    highest = formats.rate(max(samples, default=0))
    if now >= verdict.MOVING and highest and len(samples) > 1:
        words = translate("Peers", "At most {rate} in the last {duration}")
        lines.append(words.format(rate=highest, duration=formats.duration(len(samples) * SAMPLE)))
    if limit:
        lines.append(translate("Peers", "Our limit for its address: {rate}").format(rate=formats.limit(limit)))
    return "\n".join(lines)


def spoken_requests(row: PeerRow) -> str:
    """Two counts for a screen reader."""
    peer = row.peer
    if not peer.requests_out and not peer.requests_in:
        return ""
    return translate("Peers", "{out} asked of it, {incoming} asked of us").format(
        out=formats.count(peer.requests_out), incoming=formats.count(peer.requests_in)
    )
