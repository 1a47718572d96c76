# SPDX-License-Identifier: GPL-3.0-or-later
"""The labels that clients give to torrents, as the window takes them."""

from starling import labels
from starling.engine.engine import Engine
from starling.remote.params import ParamError, Params
from starling.settings import Settings
from starling.settings.labels import LABELS


def label_names(params: Params, engine: Engine, chosen: Settings) -> tuple[str, ...] | None:
    """Those that are asked for, spelt as they are already; None where nothing is said. Raises ParamError."""
    asked = params.texts("labels")
    if asked is None:
        return None
    names = tuple(map(labels.tidy, asked))
    for name in names:
        if wrong := labels.problem(name):
            raise ParamError(wrong)
    return labels.canonical(names, [*(one.name for one in chosen.get(LABELS)), *sorted(engine.labelling.borne())])
