# SPDX-License-Identifier: GPL-3.0-or-later
"""When libtorrent says that something happened, as Unix seconds."""

import time
from datetime import datetime, timedelta

_KEPT = timedelta(minutes=1)


class Clockface:
    """Reads the local time that the bindings make of an alert's moment; thousands of times a second."""

    def __init__(self) -> None:
        self._from: datetime | None = None
        self._seconds = 0.0

    def seconds(self, moment: datetime) -> float:
        """Of a naive local time. To ask the time zone takes ten times as long as to count from the minute before."""
        if self._from is not None and timedelta(0) <= (passed := moment - self._from) < _KEPT:
            return self._seconds + passed.total_seconds()
        self._from, self._seconds = moment, self._timestamp(moment)
        return self._seconds

    @staticmethod
    def _timestamp(moment: datetime) -> float:
        """In the hour that comes twice in autumn it is the later one, unless that has yet to come."""
        late = moment.replace(fold=1).timestamp()
        return late if late <= time.time() + 1 else moment.timestamp()
