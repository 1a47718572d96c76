# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules by which many files are ticked or unticked at once."""

from dataclasses import dataclass

from starling import excluded
from starling.kinds import Kind, kind_of
from starling.setting import QT_TRANSLATE_NOOP

_LARGE = 100_000_000
_is_extra = excluded.matcher(("*.nfo", "sample.*", "*-sample.*", "*.sample.*", "sample/*", "samples/*"))


@dataclass(frozen=True, slots=True)
class Preset:
    """One rule."""

    key: str
    text: str
    only: bool = True
    """Everything else is unticked; if not, what the rule does not mean stays as it is."""


NO_EXTRAS, VIDEO, LARGE = PRESETS = (
    Preset("no_extras", QT_TRANSLATE_NOOP("Presets", "No samples, no .nfo"), only=False),
    Preset("video", QT_TRANSLATE_NOOP("Presets", "Only video")),
    Preset("large", QT_TRANSLATE_NOOP("Presets", "Only files over 100 MB")),
)


def meant(preset: Preset, path: str, size: int) -> bool:
    """Whether the rule is about this file: to be unticked if it is `NO_EXTRAS`, else the one to be ticked."""
    if preset is NO_EXTRAS:
        return _is_extra(path)
    return kind_of(path) is Kind.VIDEO if preset is VIDEO else size > _LARGE
