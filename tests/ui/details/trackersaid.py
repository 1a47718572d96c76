# SPDX-License-Identifier: GPL-3.0-or-later
"""Trackers to test with, and what is told of them."""

from starling.tracker import Kind, Tracker, TrackerState
from starling.ui.details import tracker_columns
from starling.ui.details.tracker_rows import TrackerRow
from starling.ui.details.tracker_sentences import story

WORKING, FAILED, NOT_ASKED = TrackerState.WORKING, TrackerState.FAILED, TrackerState.NOT_ASKED
COLUMNS = {column.key: column for column in tracker_columns.columns()}

DHT = Tracker("DHT", None, WORKING, kind=Kind.DHT, peers=1)


def told(tracker: Tracker) -> str:
    found = story([TrackerRow(tracker)])
    assert found is not None
    return found.text
