# SPDX-License-Identifier: GPL-3.0-or-later
"""What is told of torrents that go to another folder."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from starling.engine.errors import EngineError
from starling.engine.record import Record
from starling.i18n import translate


def raise_all(results: Iterable[object]) -> None:
    """Raises what went wrong among these, the sentences of all together."""
    errors = [result for result in results if isinstance(result, BaseException)]
    for error in errors:
        if not isinstance(error, EngineError):
            raise error
    if errors:
        sentences = list(dict.fromkeys(map(str, errors)))
        raise EngineError("\n".join(sentences[:3]) + ("\n…" if sentences[3:] else ""))


def go_later(records: Sequence[Record], target: Path) -> str:
    """Some are sent to a folder that they go to another time."""
    if len(records) == 1:
        text = translate("Engine", "“{name}” goes to {target} when it is complete.")
        return text.format(name=records[0].name, target=target)
    return translate("Engine", "What is not complete yet goes to {target} when it is.").format(target=target)


def not_moved(record: Record, error: EngineError) -> str:
    """It is complete, and could not go where it belongs: the notice has to say which one it is."""
    if f"“{record.name}”" in str(error):
        return str(error)
    text = translate("Engine", "“{name}” can't be moved: {reason}")
    return text.format(name=record.name, reason=error)


def stays(record: Record, target: Path, stayed: Sequence[Path]) -> str:
    """It has arrived, and something is left where it was."""
    return translate("Engine", "“{name}” is in {target} now, but this could not be removed: {paths}.").format(
        name=record.name,
        target=target,
        paths=", ".join(str(path) for path in stayed[:3]) + (" …" if stayed[3:] else ""),
    )
