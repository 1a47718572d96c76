# SPDX-License-Identifier: GPL-3.0-or-later
"""The labels that torrents may have, and what each of them means."""

from starling import labels
from starling.labels import Label
from starling.setting import QT_TRANSLATE_NOOP, Form, Page, Setting

LABELS: Setting[tuple[Label, ...]] = Setting(
    "labels.list",
    (),
    Page.LABELS,
    QT_TRANSLATE_NOOP("Settings", "Labels"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "Of the labels of a torrent the first one in this list that has a folder or a seeding goal decides; limits of "
        "all of them hold.",
    ),
    form=Form.OWN,
    read=labels.read,
    write=labels.write,
)
