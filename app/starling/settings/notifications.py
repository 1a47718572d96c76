# SPDX-License-Identifier: GPL-3.0-or-later
"""Of what the desktop tells, and how."""

from starling.setting import QT_TRANSLATE_NOOP, Page, Setting

FINISHED = Setting(
    "notifications.finished",
    True,
    Page.NOTIFICATIONS,
    QT_TRANSLATE_NOOP("Settings", "A download has finished"),
    QT_TRANSLATE_NOOP("Settings", "Several at about the same time are told together, as is everything below."),
    section_source=QT_TRANSLATE_NOOP("Settings", "Show a notification when"),
)

ALL_FINISHED = Setting(
    "notifications.all_finished",
    True,
    Page.NOTIFICATIONS,
    QT_TRANSLATE_NOOP("Settings", "All downloads have finished"),
    QT_TRANSLATE_NOOP("Settings", "Paused torrents and those with an error are not waited for."),
)

STOPPED = Setting(
    "notifications.stopped",
    True,
    Page.NOTIFICATIONS,
    QT_TRANSLATE_NOOP("Settings", "A torrent has stopped with an error"),
    QT_TRANSLATE_NOOP("Settings", "Trackers that fail stop nothing, and are not told here."),
)

DISK = Setting(
    "notifications.disk",
    True,
    Page.NOTIFICATIONS,
    QT_TRANSLATE_NOOP("Settings", "A disk is nearly full, or a drive is missing"),
)

GOAL = Setting(
    "notifications.goal",
    False,
    Page.NOTIFICATIONS,
    QT_TRANSLATE_NOOP("Settings", "A seeding goal is reached"),
    QT_TRANSLATE_NOOP("Settings", "Also when the torrent is removed then."),
)

ADDED = Setting(
    "notifications.added",
    False,
    Page.NOTIFICATIONS,
    QT_TRANSLATE_NOOP("Settings", "A torrent was added without a dialog"),
    QT_TRANSLATE_NOOP("Settings", "From a watch folder, or by another program."),
)

ONLY_BEHIND = Setting(
    "notifications.only_behind",
    True,
    Page.NOTIFICATIONS,
    QT_TRANSLATE_NOOP("Settings", "Only while Starling's window is not in front"),
    section_source=QT_TRANSLATE_NOOP("Settings", "How"),
)

SOUND = Setting(
    "notifications.sound",
    False,
    Page.NOTIFICATIONS,
    QT_TRANSLATE_NOOP("Settings", "Play a sound"),
    QT_TRANSLATE_NOOP("Settings", "The desktop's own, where it plays any."),
)

NAMES = Setting(
    "notifications.names",
    True,
    Page.NOTIFICATIONS,
    QT_TRANSLATE_NOOP("Settings", "Show names of torrents"),
    QT_TRANSLATE_NOOP(
        "Settings", "Without them, notifications say how many there are and nothing more: screens are shared."
    ),
)
