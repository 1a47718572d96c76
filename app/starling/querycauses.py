# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of ``why:``: every cause by its own word, several at once by what their words begin with."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from types import MappingProxyType

from starling.querystates import Predicate
from starling.spelling import fold
from starling.torrent import Torrent
from starling.why.reason import Cause

CAUSES: Mapping[str, Cause] = MappingProxyType({cause.value: cause for cause in Cause})
"""By the word that is typed."""
_OURS = "why "


def vocabulary(said: Mapping[str, str]) -> dict[str, str]:
    """The words of another language for causes as entries of a `Vocabulary`; `said` has them by the English ones.

    Apart from all other words: what one language calls a cause may be a state in another one.
    """
    return {_OURS + _plain(word): english for english, word in said.items()}


def meant(word: str, words: Mapping[str, str], *, exact: bool) -> set[Cause]:
    """The causes that a folded word stands for, or begins to name unless it must be `exact`; `words` as in a query."""
    asked = _plain(word)
    said = {key.removeprefix(_OURS): english for key, english in words.items() if key.startswith(_OURS)}
    for known in (dict(zip(CAUSES, CAUSES, strict=True)), said):
        if exact:
            found = [known[asked]] if asked in known else []
        else:
            found = [english for key, english in known.items() if key.startswith(asked)]
        if found:
            return {CAUSES[english] for english in found}
    return set()


def close(word: str, words: Mapping[str, str]) -> str:
    """The word that was probably meant; empty if none is alike."""
    said = (key.removeprefix(_OURS) for key in words if key.startswith(_OURS))
    return next(iter(get_close_matches(_plain(word), [*CAUSES, *said], 1, 0.6)), "")


def rule(causes: Iterable[Cause]) -> Predicate:
    """Whether one of these keeps a torrent from moving."""
    wanted = frozenset(causes)

    def holds(torrent: Torrent) -> bool:
        return torrent.why is not None and torrent.why.cause in wanted

    return holds


def _plain(word: str) -> str:
    return fold(word).replace(" ", "-").replace("_", "-")
