# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a value is one for libtorrent's setting of that name: the value itself, or a sentence that says why not."""

from collections.abc import Callable

from starling import addresses
from starling.advanced.row import Kind, Row
from starling.advanced.table import TABLE
from starling.i18n import translate

Value = bool | int | str


def accept(key: str, raw: object) -> Value:
    """Turn what a file or a field gives into a value for libtorrent; ValueError(sentence) if it cannot be.

    A switch takes 0 and 1, as libtorrent itself does. What Starling has fixed is refused with the reason, what
    another setting decides is not: settings.toml has the last word.
    """
    row = TABLE.get(key)
    if row is None:
        raise ValueError(translate("Advanced", "libtorrent has no setting “{name}”.").format(name=key))
    if row.fixed:
        text = translate("Advanced", "“{name}” cannot be changed. {reason}")
        raise ValueError(text.format(name=key, reason=row.reason))
    return _CHECKS[row.kind](row, raw)


def _switch(row: Row, raw: object) -> bool:
    if isinstance(raw, int) and raw in {0, 1}:
        return bool(raw)
    raise _refusal(row, translate("Advanced", "“{name}” is either true or false."))


def _number(row: Row, raw: object) -> int:
    value = _whole(row, raw)
    if row.minimum <= value <= row.maximum:
        return value
    raise _refusal(
        row, translate("Advanced", "“{name}” must be from {low} to {high}."), low=row.minimum, high=row.maximum
    )


def _choice(row: Row, raw: object) -> int:
    value = _whole(row, raw)
    if any(value == known for known, _ in row.named_source):
        return value
    names = ", ".join(f"{known} ({words})" for known, words in row.named)
    raise _refusal(row, translate("Advanced", "“{name}” must be one of {names}."), names=names)


def _text(row: Row, raw: object) -> str:
    # Line ends would end up in the headers of requests; what cannot be printed cannot be written as TOML either.
    if not isinstance(raw, str) or not raw.isprintable():
        raise _refusal(row, translate("Advanced", "“{name}” must be one line of text."))
    if row.maximum and len(raw.encode()) > row.maximum:
        raise _refusal(row, translate("Advanced", "“{name}” has room for {count} bytes."), count=row.maximum)
    return raw


def _address(row: Row, raw: object) -> str:
    value = _text(row, raw)
    if not value or addresses.parse(value) is not None:
        return value.strip()
    text = translate("Advanced", "“{name}” takes an address such as 192.0.2.1 or nothing, not “{value}”.")
    raise _refusal(row, text, value=value)


def _whole(row: Row, raw: object) -> int:
    if isinstance(raw, int) and not isinstance(raw, bool):
        return raw
    raise _refusal(row, translate("Advanced", "“{name}” must be a whole number."))


def _refusal(row: Row, text: str, **parts: object) -> ValueError:
    return ValueError(text.format(name=row.key, **parts))


_CHECKS: dict[Kind, Callable[[Row, object], Value]] = {
    Kind.SWITCH: _switch,
    Kind.NUMBER: _number,
    Kind.CHOICE: _choice,
    Kind.TEXT: _text,
    Kind.ADDRESS: _address,
}
