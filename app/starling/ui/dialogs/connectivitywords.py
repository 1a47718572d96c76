# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known of the connection, in words: heads, and under each the lines with what they rest on."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from starling import formats
from starling.i18n import Counted, translate
from starling.ipfilter import FilterState, in_force
from starling.reach import Mapping, Reach


class Connectivity(Counted):
    """Counted texts."""


class Tone(Enum):
    """How a line is meant."""

    PLAIN = "plain"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Line:
    """One fact."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Part:
    """Facts under a head."""

    head: str
    lines: tuple[Line, ...]


def verdict(reach: Reach) -> Line:
    """The sentence above all of it."""
    if reach.offline:
        return Line(reach.offline, Tone.BAD)
    if reach.by_proxy:
        text = translate(
            "Connectivity",
            "Starling reaches others by the proxy. Nobody can connect to Starling, which still gets everything.",
        )
        return Line(text)
    if reach.trouble and not reach.sockets:
        return Line(reach.trouble, Tone.BAD)
    if reach.outside:
        return Line(
            translate("Connectivity", "Others can connect to Starling: somebody has, from outside your network."),
            Tone.GOOD,
        )
    if any(mapping.port for mapping in reach.mappings):
        return Line(translate("Connectivity", "The router forwards the port. Nobody has connected from outside yet."))
    text = translate(
        "Connectivity",
        "Nobody has connected from outside yet. That may take a while, or the router does not forward the port.",
    )
    return Line(text, Tone.WARN)


def parts(reach: Reach, now: float) -> tuple[Part, ...]:
    """Everything else; `now` in seconds since 1970."""
    return (
        Part(translate("Connectivity", "Listening"), _listening(reach)),
        Part(translate("Connectivity", "Last who connected to Starling"), _incoming(reach, now)),
        Part(translate("Connectivity", "Port at the router"), _router(reach)),
        Part(translate("Connectivity", "Your address as others see it"), _external(reach)),
        Part("DHT", (_dht(reach),)),
        Part(translate("Connectivity", "Way out"), _way(reach)),
    )


def kept_out(state: FilterState) -> tuple[Part, ...]:
    """What of the IP filter is in force; nothing while it is off."""
    if not state.path:
        return ()
    lines = [Line(state.problem, Tone.BAD)] if state.problem else []
    if state.reading:
        lines.append(Line(translate("Connectivity", "The list is being read.")))
    lines.append(Line(in_force(state, naming=False), Tone.PLAIN if state.source else Tone.BAD))
    return (Part(translate("Connectivity", "IP filter"), tuple(lines)),)


def _listening(reach: Reach) -> tuple[Line, ...]:
    lines = [Line(reach.trouble, Tone.WARN if reach.sockets else Tone.BAD)] if reach.trouble else []
    for socket in reach.sockets:
        place = f"[{socket.address}]:{socket.port}" if ":" in socket.address else f"{socket.address}:{socket.port}"
        text = (
            translate("Connectivity", "{place} on {interface}: {kinds}")
            if socket.interface
            else translate("Connectivity", "{place}: {kinds}")
        )
        lines.append(Line(text.format(place=place, interface=socket.interface, kinds=", ".join(socket.kinds))))
    return tuple(lines) or (Line(translate("Connectivity", "Nowhere.")),)


def _incoming(reach: Reach, now: float) -> tuple[Line, ...]:
    seen = reach.incoming
    if seen is None:
        return (Line(translate("Connectivity", "Nobody since Starling was started.")),)
    text = translate("Connectivity", "{address}, {ago}, by {protocol} and {transport}").format(
        address=seen.address,
        ago=formats.age(seen.at, now=now),
        protocol="IPv6" if ":" in seen.address else "IPv4",
        transport=seen.transport.value,
    )
    lines = [Line(text, Tone.PLAIN if seen.near else Tone.GOOD)]
    if seen.near:
        lines.append(
            Line(translate("Connectivity", "That is in your own network, and proves nothing of the internet."))
        )
    return tuple(lines)


def _router(reach: Reach) -> tuple[Line, ...]:
    if reach.proxy:
        return (Line(translate("Connectivity", "Not asked: there is a proxy.")),)
    if not reach.asks:
        return (
            Line(
                translate(
                    "Connectivity", "Not asked: switched off in the preferences, or bound to an interface by its name."
                )
            ),
        )
    lines = []
    for asked in reach.asks:
        said = [mapping for mapping in reach.mappings if mapping.asked is asked]
        lines += _said(asked.value, said)
    return tuple(lines)


def _said(asked: str, said: Sequence[Mapping]) -> list[Line]:
    good = sorted({(mapping.protocol, mapping.port) for mapping in said if mapping.port})
    if good:
        text = translate("Connectivity", "{asked}: the router forwards {ports}.")
        ports = ", ".join(f"{protocol} {port}" for protocol, port in good)
        return [Line(text.format(asked=asked, ports=ports), Tone.GOOD)]
    troubles = dict.fromkeys(mapping.trouble for mapping in said)
    if troubles:
        return [Line(f"{asked}: {trouble}", Tone.WARN) for trouble in troubles]
    return [Line(translate("Connectivity", "{asked}: no router has answered.").format(asked=asked))]


def _external(reach: Reach) -> tuple[Line, ...]:
    if not reach.external:
        return (Line(translate("Connectivity", "Not known yet: peers, trackers and the router tell it.")),)
    return tuple(Line(address) for address in reach.external)


def _dht(reach: Reach) -> Line:
    if reach.dht_nodes is None:
        return Line(translate("Connectivity", "Off."))
    if not reach.dht_nodes:
        return Line(translate("Connectivity", "Knows no nodes yet."), Tone.WARN)
    return Line(Connectivity.tr("Knows %n nodes.", "", reach.dht_nodes), Tone.GOOD)


def _way(reach: Reach) -> tuple[Line, ...]:
    lines = []
    if reach.proxy:
        if reach.proxy_trouble:
            lines.append(Line(reach.proxy_trouble, Tone.BAD))
        elif reach.proxy_answers:
            lines.append(
                Line(
                    translate("Connectivity", "By the proxy {place}, which lets us in.").format(place=reach.proxy),
                    Tone.GOOD,
                )
            )
        else:
            lines.append(Line(translate("Connectivity", "By the proxy {place}.").format(place=reach.proxy)))
    if reach.bound:
        held = reach.offline and reach.offline != reach.proxy_trouble
        text = (
            translate(
                "Connectivity", "Bound to {names}. Until that can be used nothing leaves, and no name is looked up."
            )
            if held
            else translate(
                "Connectivity",
                "Bound to {names}. Names of trackers and web seeds are looked up by your system, in its own way.",
            )
        )
        lines.append(Line(text.format(names=", ".join(reach.bound))))
    if reach.offline and reach.offline != reach.proxy_trouble:
        lines.append(Line(reach.offline, Tone.BAD))
    return tuple(lines) or (Line(translate("Connectivity", "By any interface, without a proxy.")),)
