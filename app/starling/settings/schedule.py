# SPDX-License-Identifier: GPL-3.0-or-later
"""When what may run, and how fast."""

from starling.i18n import translate
from starling.schedule import Schedule
from starling.setting import QT_TRANSLATE_NOOP, Form, Page, Setting

FOLLOWED = Setting(
    "schedule.followed",
    False,
    Page.SCHEDULE,
    QT_TRANSLATE_NOOP("Settings", "Follow the schedule"),
    QT_TRANSLATE_NOOP("Settings", "By the clock of this computer, changes between summer and winter included."),
)


def _read(raw: object) -> Schedule:
    if isinstance(raw, Schedule):
        return raw
    try:
        return Schedule.decode(raw)
    except ValueError as error:
        text = translate("Settings", "“{label}” must be a text of 24 letters for each of 7 days: f, l, s or p.")
        raise PLAN.refuse(text) from error


PLAN: Setting[Schedule] = Setting(
    "schedule.plan",
    Schedule(),
    Page.SCHEDULE,
    QT_TRANSLATE_NOOP("Settings", "Schedule"),
    form=Form.OWN,
    needs=FOLLOWED,
    read=_read,
    write=Schedule.encode,
)
