# SPDX-License-Identifier: GPL-3.0-or-later
"""Which addresses of trackers and web seeds are taken: whatever is refused is named in a sentence."""

from collections.abc import Collection, Iterable, Sequence
from urllib.parse import SplitResult, urlsplit

from starling.engine.errors import EngineError
from starling.i18n import Counted, translate
from starling.spelling import shortened, shown

LONGEST = 4096
"""Characters; servers take no longer ones."""

_TRACKERS = ("http", "https", "udp", "ws", "wss")
_WEB_SEEDS = ("http", "https")
_MOST_SENTENCES = 5
_MOST_TIERS = 256
"""A tier's number is one byte in libtorrent."""


def tiers(wanted: Iterable[Sequence[str]], known: Collection[str]) -> list[list[str]]:
    """Trackers by tier as they can be used: without blanks, empty tiers and what is there twice.

    What would be a tier too many for libtorrent joins the last one. `known` ones are not looked at: one that came with
    the torrent stays, however odd. Raises EngineError.
    """
    seen: set[str] = set()
    problems: list[str] = []
    found = []
    for tier in wanted:
        taken = []
        for text in tier:
            url = text.strip()
            if not url or url in seen:
                continue
            seen.add(url)
            if url not in known and (problem := _tracker_problem(url)):
                problems.append(problem)
            taken.append(url)
        if taken:
            found.append(taken)
    _refuse(problems)
    found[_MOST_TIERS - 1 :] = [[url for tier in found[_MOST_TIERS - 1 :] for url in tier]]
    return [tier for tier in found if tier]


def web_seeds(urls: Iterable[str]) -> list[str]:
    """Addresses of web seeds without blanks and what is there twice. Raises EngineError."""
    found = list(dict.fromkeys(url for text in urls if (url := text.strip())))
    _refuse([problem for url in found if (problem := _web_seed_problem(url))])
    return found


class SourceUrls(Counted):
    """What counts addresses."""


def _refuse(problems: list[str]) -> None:
    if len(problems) > _MOST_SENTENCES:
        rest = len(problems) - _MOST_SENTENCES + 1
        problems = problems[: _MOST_SENTENCES - 1]
        problems.append(SourceUrls.tr("The same is true of %n more.", "", rest))
    if problems:
        raise EngineError("\n".join(problems))


def _tracker_problem(url: str) -> str:
    parts = _split(url)
    if parts is None or parts.scheme not in _TRACKERS:
        return translate(
            "Engine", "“{url}” is no address of a tracker: those begin with http://, https:// or udp:// and a name."
        ).format(url=_brief(url))
    if parts.scheme == "udp" and parts.port is None:
        return translate(
            "Engine", "“{url}” lacks the port, which a UDP tracker needs: udp://tracker.example:6969/announce."
        ).format(url=_brief(url))
    return ""


def _web_seed_problem(url: str) -> str:
    parts = _split(url)
    if parts is None or parts.scheme not in _WEB_SEEDS:
        return translate(
            "Engine", "“{url}” is no address of a web seed: those begin with http:// or https:// and a name."
        ).format(url=_brief(url))
    return ""


def _split(url: str) -> SplitResult | None:
    """The parts of an address that names a server; None for anything else."""
    if len(url) > LONGEST or not url.isprintable() or any(character in url for character in ' "<>\\^`{|}'):
        return None
    try:
        parts = urlsplit(url)
        usable = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    return parts if usable else None


def _brief(url: str) -> str:
    return shown(shortened(url, 80))
