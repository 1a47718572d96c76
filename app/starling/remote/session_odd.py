# SPDX-License-Identifier: GPL-3.0-or-later
"""The parameters of the session about folders, time and programs that Starling has in another form."""

from starling import settings
from starling.i18n import translate
from starling.paths import tidy
from starling.remote import session_schedule as schedule
from starling.remote.calls import RemoteError
from starling.remote.params import Params
from starling.remote.session_kinds import Field, folder
from starling.remote.session_schedule import Times
from starling.remote.session_view import Change, View
from starling.schedule import Schedule
from starling.setting import QT_TRANSLATE_NOOP, Setting

_S = settings
_MINUTE = 60
_PROGRAMS = QT_TRANSLATE_NOOP(
    "Remote", "Which programs Starling runs can be chosen in its own preferences only, never by remote control."
)
_NO_PROGRAMS = "can't be changed: who controls Starling from elsewhere must not run programs by it"


# -- folders


def _save_path(view: View) -> str:
    return view.get(_S.downloads.SAVE_PATH)


def _put_save_path(change: Change) -> None:
    path = change.text("download_dir")
    folder(change, _S.downloads.SAVE_PATH, path)
    change.put(_S.downloads.SAVE_PATH, tidy(path))


def _incomplete(view: View) -> str:
    setting = _S.downloads.INCOMPLETE_FOLDER
    return view.get(setting) or view.texts.get(setting.key, _save_path(view))


def _put_incomplete(change: Change) -> None:
    path, on = tidy(change.text("incomplete_dir")), change.flag("incomplete_dir_enabled")
    if path or on:
        folder(change, _S.downloads.SAVE_PATH, path)
    change.put(_S.downloads.INCOMPLETE_FOLDER, path if on else "")
    change.keep_text(_S.downloads.INCOMPLETE_FOLDER, path)


# -- time


def _stalled(view: View) -> int:
    return -(-view.get(_S.queue.SLOW_AFTER) // _MINUTE)


def _put_stalled(change: Change) -> None:
    change.put(_S.queue.SLOW_AFTER, change.integer("queue_stalled_minutes") * _MINUTE)


def _ratio(view: View) -> float:
    return view.get(_S.seeding.RATIO)


def _put_ratio(change: Change) -> None:
    change.put(_S.seeding.RATIO, change.number("seed_ratio_limit"))


def _times(view: View) -> Times:
    found = schedule.times_of(view.get(_S.schedule.PLAN))
    if found is None:
        return Times(schedule.USUAL.begin, schedule.USUAL.end, 0)
    return found if found.days else schedule.USUAL


def _followed(view: View) -> bool:
    # A plan in which nothing is otherwise is none that holds at some times.
    return view.get(_S.schedule.FOLLOWED) and view.get(_S.schedule.PLAN) != Schedule()


def _put_times(change: Change) -> None:
    plan, on = change.view.get(_S.schedule.PLAN), change.flag("alt_speed_time_enabled")
    timed = not {"alt_speed_time_begin", "alt_speed_time_end", "alt_speed_time_day"}.isdisjoint(change.wanted)
    if timed and schedule.times_of(plan) is None:
        text = translate(
            "Remote",
            "Starling's schedule holds more than slow mode at one time of the day, which would be lost: change it in "
            "its preferences.",
        )
        raise RemoteError(text)
    if timed or (on and plan == Schedule()):
        names = ("alt_speed_time_begin", "alt_speed_time_end", "alt_speed_time_day")
        change.put(_S.schedule.PLAN, schedule.plan_of(schedule.checked(Times(*map(change.integer, names)))))
    change.put(_S.schedule.FOLLOWED, on)


# -- programs


def _program(name: str, setting: Setting[tuple[str, ...]]) -> tuple[Field, Field]:
    def runs(view: View) -> bool:
        return bool(view.get(setting))

    def program(view: View) -> str:
        words = view.get(setting)
        return words[0] if words else ""

    return (
        Field(f"{name}_enabled", runs, Params.flag, refusal=_PROGRAMS, note=_NO_PROGRAMS),
        Field(
            f"{name}_filename", program, Params.text, refusal=_PROGRAMS, note=f"without its arguments; {_NO_PROGRAMS}"
        ),
    )


_HOURS = "whole hours; a plan that is more than one stretch a day is shown as being on no day, and can't be changed"

FIELDS = (
    Field("download_dir", _save_path, Params.text, _put_save_path),
    Field(
        "incomplete_dir",
        _incomplete,
        Params.text,
        _put_incomplete,
        note="while it is off: the last one, or download_dir",
    ),
    Field(
        "incomplete_dir_enabled",
        lambda view: bool(view.get(_S.downloads.INCOMPLETE_FOLDER)),
        Params.flag,
        _put_incomplete,
    ),
    Field(
        "queue_stalled_minutes",
        _stalled,
        Params.integer,
        _put_stalled,
        note="after its start, rounded up; Starling counts seconds, an hour at most",
    ),
    Field("seed_ratio_limit", _ratio, Params.number, _put_ratio),
    Field("alt_speed_time_begin", lambda view: _times(view).begin, Params.integer, _put_times, note=_HOURS),
    Field("alt_speed_time_end", lambda view: _times(view).end, Params.integer, _put_times, note=_HOURS),
    Field("alt_speed_time_day", lambda view: _times(view).days, Params.integer, _put_times, note=_HOURS),
    Field("alt_speed_time_enabled", _followed, Params.flag, _put_times, note="false also while the plan is empty"),
    *_program("script_torrent_added", _S.automation.RUN_ADDED),
    *_program("script_torrent_done", _S.automation.RUN_FINISHED),
    *_program("script_torrent_done_seeding", _S.automation.RUN_SEEDED),
)
