# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a tracker or a web seed failed: kept as it was found, made a sentence only when it is shown."""

import errno
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from urllib.parse import urlsplit

from PySide6.QtCore import QDate, QLocale

from starling.i18n import translate
from starling.spelling import shortened, shown
from starling.tracker import Cause

_LONGEST = 300
"""Characters of a stranger's words that are shown."""


class Why(Enum):
    """What was found; the value is how it is stored."""

    NAME = "name"
    REFUSED = "refused"
    TIMED_OUT = "timed out"
    SILENT = "silent"
    """As timed out, but the name was found; the text is the address."""
    UNREACHABLE = "unreachable"
    NO_ADDRESS = "no address"
    """It has no address of the kind (IPv4, IPv6) that our socket has."""
    CLOSED = "closed"
    CERTIFICATE = "certificate"
    """For a reason unknown; the text is OpenSSL's."""
    EXPIRED = "expired"
    """The text is the Unix second, if that is known."""
    NOT_YET_VALID = "not yet valid"
    """Likewise."""
    SELF_SIGNED = "self-signed"
    UNKNOWN_ISSUER = "unknown issuer"
    """The text is the issuer's name, if that is known."""
    WRONG_NAME = "wrong name"
    """The text has the names for which it is valid."""
    NO_TLS = "no TLS"
    REDIRECT = "redirect"
    """Too many times, or to where no tracker can be; the text is the address."""
    HTTP = "HTTP"
    """The text is the status and its phrase."""
    GARBAGE = "garbage"
    CUT = "cut"
    """An answer that is empty or ends too early."""
    TOO_LARGE = "too large"
    REASON = "reason"
    """The tracker's own; the text, if there is one."""
    OWN_NETWORK = "own network"
    FILTERED = "filtered"
    PROXY = "proxy"
    """The text is what the proxy said."""
    ADDRESS = "address"
    """The URL cannot be used."""
    NO_SCRAPE = "no scrape"
    WEBTORRENT = "WebTorrent"
    """It would have to be asked by WebSocket, for peers in browsers."""
    OTHER = "other"


_CAUSES = {
    Why.NAME: Cause.NAME,
    Why.REFUSED: Cause.REFUSED,
    Why.TIMED_OUT: Cause.TIMED_OUT,
    Why.SILENT: Cause.TIMED_OUT,
    Why.UNREACHABLE: Cause.UNREACHABLE,
    Why.NO_ADDRESS: Cause.UNREACHABLE,
    Why.CLOSED: Cause.CLOSED,
    Why.CERTIFICATE: Cause.CERTIFICATE,
    Why.EXPIRED: Cause.CERTIFICATE,
    Why.NOT_YET_VALID: Cause.CERTIFICATE,
    Why.SELF_SIGNED: Cause.CERTIFICATE,
    Why.UNKNOWN_ISSUER: Cause.CERTIFICATE,
    Why.WRONG_NAME: Cause.CERTIFICATE,
    Why.NO_TLS: Cause.BAD_ANSWER,
    Why.REDIRECT: Cause.REDIRECT,
    Why.HTTP: Cause.HTTP,
    Why.GARBAGE: Cause.BAD_ANSWER,
    Why.CUT: Cause.BAD_ANSWER,
    Why.TOO_LARGE: Cause.BAD_ANSWER,
    Why.REASON: Cause.TRACKER,
    Why.OWN_NETWORK: Cause.BLOCKED,
    Why.FILTERED: Cause.BLOCKED,
    Why.PROXY: Cause.BLOCKED,
}


@dataclass(frozen=True, slots=True)
class Failure:
    """Why something failed."""

    why: Why
    text: str = ""
    """What the kind leaves open, see `Why`; a stranger's words, as they came."""
    moved: str = ""
    """The address to which the server had sent us, where that one failed."""

    @property
    def cause(self) -> Cause:
        """Its kind, as the rest of the program tells them apart."""
        cause = _CAUSES.get(self.why, Cause.OTHER)
        return Cause.REDIRECT if self.moved and cause is not Cause.CERTIFICATE else cause


_LIBTORRENT = {
    24: Why.ADDRESS,
    25: Why.ADDRESS,
    31: Why.ADDRESS,
    32: Why.ADDRESS,
    33: Why.FILTERED,
    36: Why.TIMED_OUT,
    84: Why.REDIRECT,
    85: Why.REDIRECT,
    89: Why.FILTERED,
    114: Why.FILTERED,
    150: Why.GARBAGE,
    151: Why.REDIRECT,
    152: Why.GARBAGE,
    160: Why.PROXY,
    170: Why.NO_SCRAPE,
    173: Why.REASON,
    177: Why.CUT,
    180: Why.NO_ADDRESS,
    190: Why.GARBAGE,
    201: Why.OWN_NETWORK,
    202: Why.OWN_NETWORK,
    **dict.fromkeys((171, 172, 174, 175, 176, 178, 179, 191, 193, 194, 195, 196), Why.GARBAGE),
    192: Why.CUT,
}
"""libtorrent's own codes (error_code.hpp)."""

_SYSTEM = {
    errno.ECONNREFUSED: Why.REFUSED,
    errno.ETIMEDOUT: Why.TIMED_OUT,
    errno.ENETUNREACH: Why.UNREACHABLE,
    errno.EHOSTUNREACH: Why.UNREACHABLE,
    errno.ENETDOWN: Why.UNREACHABLE,
    errno.EADDRNOTAVAIL: Why.UNREACHABLE,
    errno.ECONNRESET: Why.CLOSED,
    errno.ECONNABORTED: Why.CLOSED,
    errno.EPIPE: Why.CLOSED,
    errno.EMSGSIZE: Why.TOO_LARGE,
}
_CUT_OFF = 3
"""bdecode's code for an answer that ends too early, as an empty one does."""


def failure(category: str, value: int, message: str, reason: str) -> Failure:
    """What libtorrent reports; `reason` is the tracker's own word, `message` the text of the code."""
    if category == "http":
        # Here `reason` is HTTP's own phrase, which `message` has too, after the code. It knows 302 by an old name.
        return Failure(Why.HTTP, f"{value} {reason}".strip() if reason else message or str(value))
    if reason and category == "libtorrent":
        return Failure(Why.REASON, reason)
    low = message.lower()
    if category == "asio.netdb" or "host not found" in low:
        return Failure(Why.NAME)
    if category in ("asio.ssl", "asio.ssl.stream") or "certificate" in low:
        if "wrong version" in low or "unexpected" in low or "http request" in low:
            return Failure(Why.NO_TLS)
        return Failure(Why.CLOSED) if "truncated" in low else Failure(Why.CERTIFICATE, message)
    if category in ("socks", "i2p error"):
        return Failure(Why.PROXY, message)
    if category == "libtorrent" and value in _LIBTORRENT:
        return Failure(_LIBTORRENT[value])
    if category == "bdecode":
        return Failure(Why.CUT if value == _CUT_OFF else Why.GARBAGE)
    if category in ("system", "generic") and value in _SYSTEM:
        return Failure(_SYSTEM[value])
    if category == "gzip":
        return Failure(Why.GARBAGE)
    if "end of file" in low:
        return Failure(Why.CLOSED)
    if "timed out" in low:
        return Failure(Why.TIMED_OUT)
    return Failure(Why.OTHER, reason or message)


def sentence(found: Failure | None) -> str:
    """What is told, without the full stop; empty where nothing failed."""
    if found is None:
        return ""
    if found.moved:
        place = _place(found.moved)
        if found.why is Why.REFUSED:
            return translate("Engine", "Moved to {place}, which refused the connection").format(place=place)
        if found.why is Why.NAME:
            return translate("Engine", "Moved to {place}: that name could not be found").format(place=place)
        return translate("Engine", "Moved to {place}. {failure}").format(
            place=place, failure=sentence(Failure(found.why, found.text))
        )
    text = shown(shortened(found.text, _LONGEST))
    match found.why:
        case Why.EXPIRED | Why.NOT_YET_VALID:
            return _date_sentence(found.why, text)
        case Why.HTTP:
            return _http_sentence(text)
        case Why.REDIRECT if text:
            return translate("Engine", "Moved to {place}, and that leads to no tracker").format(place=_place(text))
        case Why.REASON if not text:
            return translate("Engine", "The tracker refused and gave no reason")
        case Why.UNKNOWN_ISSUER if not text:
            return translate("Engine", "The certificate was issued by somebody who is not trusted here")
        case Why.WRONG_NAME if not text:
            return translate("Engine", "The certificate is for another name")
        case Why.OTHER:
            return text[:1].upper() + text[1:] or translate("Engine", "It failed for an unknown reason")
    return _plain(found.why).format(text=text)


def _plain(why: Why) -> str:
    return {
        Why.NAME: translate("Engine", "The name could not be found"),
        Why.REFUSED: translate("Engine", "The server refused the connection"),
        Why.TIMED_OUT: translate("Engine", "No answer in time"),
        Why.SILENT: translate(
            "Engine", "It does not answer. Its name was found ({text}), so the server is down or drops UDP"
        ),
        Why.UNREACHABLE: translate("Engine", "The server cannot be reached from this network"),
        Why.NO_ADDRESS: translate("Engine", "The server has no address that can be reached from this network"),
        Why.CLOSED: translate("Engine", "The server closed the connection without an answer"),
        Why.CERTIFICATE: translate("Engine", "The certificate was refused: {text}"),
        Why.SELF_SIGNED: translate("Engine", "The certificate is self-signed, so that nobody vouches for it"),
        Why.UNKNOWN_ISSUER: translate("Engine", "The certificate was issued by “{text}”, who is not trusted here"),
        Why.WRONG_NAME: translate("Engine", "The certificate is for another name: {text}"),
        Why.NO_TLS: translate("Engine", "The server does not speak HTTPS at this port"),
        Why.REDIRECT: translate("Engine", "The server sends from one address to the next"),
        Why.GARBAGE: translate("Engine", "The answer could not be understood: it is not a tracker's"),
        Why.CUT: translate("Engine", "The answer could not be understood: it was empty or cut short"),
        Why.TOO_LARGE: translate("Engine", "The answer was too large"),
        Why.REASON: translate("Engine", "The tracker says: “{text}”"),
        Why.OWN_NETWORK: translate(
            "Engine", "Not asked, since a torrent must not reach into your own network or use a disguised name"
        ),
        Why.FILTERED: translate("Engine", "Not asked, since a filter forbids its address"),
        Why.PROXY: translate("Engine", "The proxy did not let it through: {text}"),
        Why.ADDRESS: translate("Engine", "Its address cannot be used"),
        Why.NO_SCRAPE: translate("Engine", "This tracker does not tell how many seeds there are"),
        Why.WEBTORRENT: translate("Engine", "This tracker speaks WebTorrent (WebSocket), which Starling does not use"),
    }[why]


def _date_sentence(why: Why, text: str) -> str:
    try:
        moment = datetime.fromtimestamp(int(text), UTC).date()
    except (ValueError, OverflowError, OSError):
        if why is Why.EXPIRED:
            return translate("Engine", "The certificate has expired")
        return translate("Engine", "The certificate is not valid yet: look at the clock of this computer")
    if moment.year == datetime.now(UTC).year:
        pattern = translate("Engine", "d MMMM", "a date of this year")
    else:
        pattern = translate("Engine", "d MMMM yyyy", "a date of another year")
    date = QLocale().toString(QDate(moment.year, moment.month, moment.day), pattern)
    if why is Why.EXPIRED:
        return translate("Engine", "The certificate expired on {date}").format(date=date)
    return translate(
        "Engine", "The certificate is valid only from {date} on: look at the clock of this computer"
    ).format(date=date)


def _http_sentence(text: str) -> str:
    said = translate("Engine", "The server answered {text}").format(text=text)
    code = text.partition(" ")[0]
    match int(code) if code.isdecimal() else 0:
        case 400:
            meaning = translate("Engine", "it did not understand the question")
        case 401 | 403 | 407:
            meaning = translate("Engine", "it does not let us in")
        case 404 | 410:
            meaning = translate("Engine", "there is nothing at this address any more")
        case 429:
            meaning = translate("Engine", "it is asked too often")
        case 500:
            meaning = translate("Engine", "something is broken there")
        case 502 | 503 | 504:
            meaning = translate("Engine", "it is overloaded or being repaired")
        case _:
            return said
    return translate("Engine", "{answer}: {meaning}").format(answer=said, meaning=meaning)


def _place(url: str) -> str:
    """Scheme and host of an address; its path may hold a secret."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return shown(shortened(url, 80))
    host = parts.netloc.rpartition("@")[2]
    return shown(shortened(f"{parts.scheme}://{host}" if host and parts.scheme else url, 80))
