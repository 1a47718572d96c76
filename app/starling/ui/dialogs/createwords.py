# SPDX-License-Identifier: GPL-3.0-or-later
"""What the dialog that creates torrents says of files, pieces and progress."""

from collections.abc import Callable, Sequence

from starling import formats
from starling.creation import Format, Found, Left, Made, Progress
from starling.i18n import Counted, translate
from starling.spelling import shortened, shown

_NAMED = 3


class CreateWords(Counted):
    """Counted texts."""


def formats_offered() -> tuple[tuple[Format, str, str], ...]:
    """Each format, its name, and who can use it."""
    return (
        (Format.V1, translate("CreateWords", "v1"), translate("CreateWords", "Every client reads it.")),
        (
            Format.HYBRID,
            translate("CreateWords", "v1 and v2 (hybrid)"),
            translate("CreateWords", "Most clients read it, older ones as v1; Transmission 3 and aria2 do not."),
        ),
        (
            Format.V2,
            translate("CreateWords", "v2"),
            translate("CreateWords", "Only clients that know v2 read it, such as qBittorrent 4.4 and BiglyBT."),
        ),
    )


def amount(found: Found) -> str:
    """How much there is, and what was left out because somebody wanted that."""
    parts = [CreateWords.tr("%Ln files", "", found.files) + ", " + formats.size(found.size)]
    hidden, excluded = (_count(found, reason) for reason in (Left.HIDDEN, Left.EXCLUDED))
    if hidden:
        parts.append(CreateWords.tr("%Ln hidden", "files and folders that are left out", hidden))
    if excluded:
        parts.append(CreateWords.tr("%Ln excluded", "files and folders that are left out", excluded))
    return " · ".join(parts)


def left_out(found: Found) -> str:
    """What can't be in a torrent, and why; empty if all can."""
    said = []
    for reason, words in _REASONS.items():
        if count := _count(found, reason):
            paths = found.left[reason][1]
            named = ", ".join(shortened(shown(path.partition("/")[2])) for path in paths[:_NAMED])
            if count > min(len(paths), _NAMED):
                named += ", …"
            said.append(translate("CreateWords", "{what}: {names}").format(what=words(count), names=named))
    if not said:
        return ""
    return translate("CreateWords", "Left out: {what}.").format(what="; ".join(said))


def _closed(count: int) -> str:
    return CreateWords.tr("%Ln things that may not be read", "left out", count)


def _name(count: int) -> str:
    return CreateWords.tr("%Ln names that are no UTF-8", "left out", count)


def _special(count: int) -> str:
    return CreateWords.tr("%Ln things that are no files", "left out", count)


def _loop(count: int) -> str:
    return CreateWords.tr("%Ln links that lead round in a circle", "left out", count)


def _broken(count: int) -> str:
    return CreateWords.tr("%Ln links that lead nowhere", "left out", count)


_REASONS: dict[Left, Callable[[int], str]] = {
    Left.CLOSED: _closed,
    Left.NAME: _name,
    Left.SPECIAL: _special,
    Left.LOOP: _loop,
    Left.BROKEN: _broken,
}


def pieces(count: int, size: int) -> str:
    """What a piece size comes to."""
    words = CreateWords.tr("%Ln pieces, a .torrent of about {size}", "", count)
    return words.format(size=formats.size(size))


def contents(made: Made) -> str:
    """How much is in a torrent."""
    return CreateWords.tr("%Ln files", "", made.files) + ", " + formats.size(made.size)


def made_pieces(made: Made) -> str:
    """How it is cut."""
    words = CreateWords.tr("%Ln pieces of {size}", "", made.pieces)
    return words.format(size=formats.piece_size(made.piece_size))


def progress(now: Progress, rate: float) -> str:
    """How far hashing is; `rate` in bytes/s, 0 while it is not known."""
    words = translate("CreateWords", "{done} of {size}").format(
        done=formats.size(now.done), size=formats.size(now.size)
    )
    if not (said := formats.rate(rate)):
        return words
    words = translate("CreateWords", "{amount} at {rate}").format(amount=words, rate=said)
    if left := formats.eta((now.size - now.done) / rate):
        words = translate("CreateWords", "{amount}, {time} left").format(amount=words, time=left)
    return words


def other_names(paths: Sequence[str]) -> str:
    """Of files whose names others read another way."""
    named = ", ".join(shortened(shown(path.rpartition("/")[2])) for path in paths[:_NAMED])
    if len(paths) > _NAMED:
        named += ", …"
    words = CreateWords.tr(
        "%Ln files get other names where clients leave out characters or can't tell upper case: {names}.",
        "",
        len(paths),
    )
    return words.format(names=named)


def _count(found: Found, reason: Left) -> int:
    return found.left[reason][0] if reason in found.left else 0
