# SPDX-License-Identifier: GPL-3.0-or-later
"""What each alert means: handlers that update the records and tell the engine, taking copies only."""

import logging
from collections.abc import Callable, Mapping
from typing import Any

import libtorrent as lt
from PySide6.QtCore import QObject, QTimer, Signal

from starling.engine import commands, holding, suffix, words
from starling.engine.keeper import Keeper
from starling.engine.record import Hold, Record, Records
from starling.engine.text import safe
from starling.i18n import translate
from starling.spelling import shown
from starling.torrent import Problem, State

log = logging.getLogger(__name__)

_QUIET_MS = 100
"""After the last of several names that change: each time it is told, somebody reads all of them anew."""

_CHECKING = (lt.torrent_status.checking_files, lt.torrent_status.checking_resume_data)


class Listener(QObject):
    """Handlers by alert type. Signals carry our own values, never an alert or anything inside one."""

    statuses = Signal(list)
    """list of lt.torrent_status (copies, safe to keep)."""
    stats = Signal(dict)
    added = Signal(object, str)
    """Record, error text ("" = it is in the session)."""
    removed = Signal(str)
    """Hex of the info-hash by which the torrent was known."""
    metadata = Signal(object)
    """Record whose metadata has come."""
    finished = Signal(object)
    """Record of which all that is wanted is here, also at each start."""
    priorities = Signal(object)
    checked = Signal(object, bool)
    """Record whose files have been looked at, also at each start; whether all of them were hashed."""
    renamed = Signal(object)
    """Record whose files have other names: once, however many have."""
    files_renamed = Signal(list)
    """list of (Record, index of the file, error text: "" = it has its new name)."""
    files_missing = Signal()
    """Files of some torrent can't be read: perhaps because their drive is gone."""
    dropped = Signal()
    """Alerts got lost, and with them answers that somebody may wait for."""
    listening = Signal(str, int)
    """Address and port of a TCP socket that was opened."""
    not_listening = Signal(str, int, str)
    """Address and port of one that was not, and libtorrent's reason."""
    trouble = Signal(str)
    """A sentence that belongs to no torrent's row."""

    def __init__(self, records: Records, keeper: Keeper) -> None:
        super().__init__()
        self._records = records
        self._keeper = keeper
        self._renamed: set[Record] = set()
        self._hashed: set[Record] = set()
        """Whose files are hashed, until they are checked."""
        self._answers: list[tuple[Record, int, str]] = []
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._tell_renamed)
        self.stale: set[Record] = set()
        """Records whose snapshot is out of date although libtorrent would not say so."""

    def handlers(self) -> Mapping[type, Callable[[Any], None]]:
        """Alert type -> handler, for the pump."""
        return {
            lt.state_update_alert: self._on_statuses,
            lt.session_stats_alert: self._on_stats,
            lt.add_torrent_alert: self._on_added,
            lt.torrent_removed_alert: self._on_removed,
            lt.save_resume_data_alert: self._keeper.saved,
            lt.save_resume_data_failed_alert: self._keeper.failed,
            lt.metadata_received_alert: self._on_metadata,
            lt.file_prio_alert: self._on_priorities,
            lt.file_renamed_alert: self._on_renamed,
            lt.file_rename_failed_alert: self._on_rename_failed,
            lt.file_error_alert: self._on_file_error,
            lt.torrent_error_alert: self._on_torrent_error,
            lt.fastresume_rejected_alert: self._on_resume_rejected,
            lt.torrent_finished_alert: self._on_finished,
            lt.torrent_paused_alert: self._on_changed,
            lt.torrent_resumed_alert: self._on_changed,
            lt.torrent_checked_alert: self._on_checked,
            lt.state_changed_alert: self._on_state_changed,
            lt.storage_moved_alert: self._on_moved,
            lt.storage_moved_failed_alert: self._on_move_failed,
            lt.listen_succeeded_alert: self._on_listening,
            lt.listen_failed_alert: self._on_listen_failed,
            lt.torrent_conflict_alert: self._on_conflict,
            lt.alerts_dropped_alert: self._on_dropped,
        }

    def _on_statuses(self, alert: lt.state_update_alert) -> None:
        self.statuses.emit(alert.status)

    def _on_stats(self, alert: lt.session_stats_alert) -> None:
        self.stats.emit(dict(alert.values))

    def _on_added(self, alert: lt.add_torrent_alert) -> None:
        error = alert.error
        record = self._records.with_hash(alert.params.info_hashes)
        if record is None:
            return
        if error.value():
            # A duplicate's alert finds the torrent that stands already: that one is fine.
            if record.handle is None:
                self.added.emit(record, error.message())
            return
        self._records.bind(record, alert.handle)
        self.added.emit(record, "")

    def _on_removed(self, alert: lt.torrent_removed_alert) -> None:
        hashes = alert.info_hashes
        for digest in (hashes.v1, hashes.v2):
            self.removed.emit(str(digest))

    def _on_metadata(self, alert: lt.metadata_received_alert) -> None:
        if record := self._records.of(alert.handle):
            self.metadata.emit(record)

    def _on_priorities(self, alert: lt.file_prio_alert) -> None:
        if record := self._touched(alert.handle):
            if not record.hidden:
                self._keeper.wish(record.id)
            self.priorities.emit(record)

    def _on_renamed(self, alert: lt.file_renamed_alert) -> None:
        if record := self._touched(alert.handle):
            if safe(lambda: suffix.plain(alert.old_name())) != safe(lambda: suffix.plain(alert.new_name())):
                record.files = None
                self._renamed.add(record)
            self._note_rename(record, alert.index, "")

    def _on_rename_failed(self, alert: lt.file_rename_failed_alert) -> None:
        if record := self._records.of(alert.handle):
            self._note_rename(record, alert.index, safe(alert.error.message))

    def _note_rename(self, record: Record, index: int, error: str) -> None:
        # Not a signal for each: every one of thousands would wait for whatever other thread holds the interpreter.
        if not self._answers:
            QTimer.singleShot(0, self._tell_answers)
        self._answers.append((record, index, error))

    def _tell_answers(self) -> None:
        answers, self._answers = self._answers, []
        if self._renamed:
            # Begins anew with each batch: of a folder of thousands of files only the end is told.
            self._quiet.start()
        self.files_renamed.emit(answers)

    def _tell_renamed(self) -> None:
        renamed, self._renamed = self._renamed, set()
        for record in renamed:
            self.renamed.emit(record)

    def _on_finished(self, alert: lt.torrent_finished_alert) -> None:
        if (record := self._touched(alert.handle)) is not None and not record.hidden:
            self.finished.emit(record)

    def _on_checked(self, alert: lt.torrent_checked_alert) -> None:
        if record := self._touched(alert.handle):
            self.checked.emit(record, record in self._hashed)
            self._hashed.discard(record)

    def _on_changed(self, alert: lt.torrent_alert) -> None:
        self._touched(alert.handle)

    def _on_state_changed(self, alert: lt.state_changed_alert) -> None:
        if record := self._touched(alert.handle):
            record.checking = alert.state in _CHECKING
            if alert.state == lt.torrent_status.checking_files:
                self._hashed.add(record)

    def _on_file_error(self, alert: lt.file_error_alert) -> None:
        record = self._records.of(alert.handle)
        if record is None:
            return
        if record.held in holding.AWAY:
            # What is still asked of a drive that is not there any more.
            return
        error = alert.error
        problem, sentence = words.disk_problem(
            error.category().name(), error.value(), safe(error.message), suffix.on_disk(safe(alert.filename))
        )
        self._set_problem(record, problem, sentence)
        if problem is Problem.MISSING_FILES:
            self.files_missing.emit()
        if record.snapshot is not None and record.snapshot.state in (State.SEEDING, State.FINISHED):
            # libtorrent goes on seeding what it can't read and reports it fifty times a second for each peer that asks.
            if problem is Problem.MISSING_FILES and not record.paused:
                holding.hold(record, Hold.FILES)
            else:
                commands.pause(record)

    def _on_torrent_error(self, alert: lt.torrent_error_alert) -> None:
        record = self._records.of(alert.handle)
        if record is None or record.problem is not Problem.NONE or record.held in holding.AWAY:
            return
        error = alert.error
        self._set_problem(
            record,
            *words.disk_problem(error.category().name(), error.value(), safe(error.message), record.save_path),
        )

    def _on_resume_rejected(self, alert: lt.fastresume_rejected_alert) -> None:
        record = self._records.of(alert.handle)
        if record is None:
            return
        if record.held in holding.AWAY:
            return
        error = alert.error
        problem, sentence = words.disk_problem(
            error.category().name(), error.value(), safe(error.message), suffix.on_disk(safe(alert.file_path))
        )
        log.warning("%s: what is here is not what was stored: %s", record.id, safe(alert.message))
        if error.value() and problem is not Problem.OTHER:
            # Going on would download everything again, perhaps because a disk is not mounted.
            commands.pause(record)
            record.unconfirmed = True
            self._set_problem(record, problem, sentence)

    def _on_moved(self, alert: lt.storage_moved_alert) -> None:
        if record := self._touched(alert.handle):
            record.save_path = safe(alert.storage_path)
            self.stale.add(record)

    def _on_move_failed(self, alert: lt.storage_moved_failed_alert) -> None:
        if record := self._touched(alert.handle):
            self.trouble.emit(
                translate("Engine", "“{name}” could not be moved: {message}. It stays in {path}.").format(
                    name=record.name, message=safe(alert.error.message), path=record.save_path
                )
            )

    def _on_listening(self, alert: lt.listen_succeeded_alert) -> None:
        if alert.socket_type == lt.socket_type_t.tcp:
            self.listening.emit(str(alert.address), alert.port)

    def _on_listen_failed(self, alert: lt.listen_failed_alert) -> None:
        self.not_listening.emit(str(alert.address), alert.port, safe(alert.error.message))

    def _on_conflict(self, alert: lt.torrent_conflict_alert) -> None:
        if record := self._records.of(alert.handle):
            self.trouble.emit(
                translate("Engine", "“{name}” turned out to be a torrent that is in the list already.").format(
                    name=record.name
                )
            )

    def _on_dropped(self, alert: lt.alerts_dropped_alert) -> None:
        log.error("libtorrent dropped alerts: everything is read anew")
        self._keeper.start_over()
        self.stale.update(self._records)
        self.dropped.emit()

    def _touched(self, handle: lt.torrent_handle) -> Record | None:
        # Not stale: whatever libtorrent has an alert for is in its next batch of statuses too.
        record = self._records.of(handle)
        if record is not None and not record.hidden:
            self._keeper.touch(record.id)
        return record

    def _set_problem(self, record: Record, problem: Problem, sentence: str) -> None:
        if record.problem is Problem.NONE:
            log.error("%s: %s", record.id, sentence)
        record.problem, record.error = problem, shown(sentence)
        self.stale.add(record)
