# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds what stands in an add dialog, in the order of the queue; what can't be added stays and says why."""

from collections.abc import Callable, Sequence

from starling.engine.engine import Engine, EngineError
from starling.ui.dialogs.entry import Entry


async def add_all(
    engine: Engine, entries: Sequence[Entry], added: Callable[[Entry, str], None], failed: Callable[[Entry], None]
) -> list[Entry]:
    """Adds those that are ready with what is chosen for each now; returns those that could not be.

    `added` gets an entry and its id, `failed` one that knows by then what went wrong.
    """
    wanted = [(entry, entry.preview, entry.wish) for entry in entries if entry.ready]
    # Each goes before the one that went to the front of the queue before it.
    first = [each for each in wanted if each[2].top_of_queue]
    left: list[Entry] = []
    for entry, preview, wish in [each for each in wanted if not each[2].top_of_queue] + first[::-1]:
        if preview is None:
            continue
        if entry.form is not None:
            entry.form.trouble.hide()
        try:
            id = await engine.intake.add(preview.id, wish)
        except EngineError as error:
            entry.fail(error)
            failed(entry)
            left.append(entry)
            continue
        if entry.form is not None:
            entry.form.save_in.remember()
        added(entry, id)
    return left
