# SPDX-License-Identifier: GPL-3.0-or-later
"""What is typed into the filter of files, which the index of all torrents' files reads too."""

from starling.filequery import Predicate, folded_matcher, matcher
from starling.spelling import folded

__all__ = ["Predicate", "folded", "folded_matcher", "matcher"]
