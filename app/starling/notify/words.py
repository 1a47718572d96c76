# SPDX-License-Identifier: GPL-3.0-or-later
"""What notifications say: of one torrent, and of many at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from starling.i18n import Counted, translate
from starling.notify.note import CLICKED, Action, Category, Note
from starling.spelling import shortened, shown
from starling.torrent import Problem

OPEN_FOLDER = "open_folder"
"""The key of an action."""
_NAMED = 3
"""So many are called by their names; of the others it is said how many they are."""
_LONG = 80
_SENTENCE = 300


class Subject(Enum):
    """What there is a notification about: never more than one of each."""

    FINISHED = "finished"
    STOPPED = "stopped"
    DISK = "disk"
    GOAL = "goal"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class News:
    """What has happened to a torrent."""

    name: str
    problem: Problem = Problem.NONE
    sentence: str = ""
    """What the problem is."""
    removed: bool = False
    """It goes out of the list because of it."""


def note(
    subject: Subject, news: Sequence[News], *, names: bool = True, sound: bool = False, all_finished: bool = False
) -> Note:
    """The notification about these, the latest of them last, with names of torrents or not.

    `all_finished`: there are no other downloads.
    """
    title, body = _WORDS[subject](news)
    if all_finished:
        title, body = _all_finished(title, body, len(news))
    if not names:
        body = []
    actions = [Action(CLICKED, translate("Notify", "Show in Starling"))]
    if subject is Subject.FINISHED and len(news) == 1:
        actions.append(Action(OPEN_FOLDER, translate("Notify", "Open the folder")))
    category, noise = _KINDS[subject]
    return Note(title, "\n".join(body), category, noise if sound else "", tuple(actions))


def trial(*, names: bool, sound: bool) -> Note:
    """What a finished download looks like."""
    return note(Subject.FINISHED, [News(translate("Notify", "Example"))], names=names, sound=sound)


class Notify(Counted):
    """What is counted."""


def _finished(news: Sequence[News]) -> tuple[str, list[str]]:
    if len(news) == 1:
        return translate("Notify", "Download finished"), _names(news)
    return Notify.tr("%n downloads finished", "", len(news)), _names(news)


def _all_finished(title: str, body: list[str], count: int) -> tuple[str, list[str]]:
    if count > 1:
        return translate("Notify", "All downloads finished"), body
    return title, [*body, translate("Notify", "Nothing else is being downloaded.")]


def _added(news: Sequence[News]) -> tuple[str, list[str]]:
    if len(news) == 1:
        return translate("Notify", "Torrent added"), _names(news)
    return Notify.tr("%n torrents added", "", len(news)), _names(news)


def _goal(news: Sequence[News]) -> tuple[str, list[str]]:
    removed = all(each.removed for each in news)
    if len(news) == 1 and removed:
        return translate("Notify", "Seeding goal reached, torrent removed"), _names(news)
    if len(news) == 1:
        return translate("Notify", "Seeding goal reached"), _names(news)
    if removed:
        return Notify.tr("%n torrents reached their seeding goals and are removed", "", len(news)), _names(news)
    return Notify.tr("%n torrents reached their seeding goals", "", len(news)), _names(news)


def _stopped(news: Sequence[News]) -> tuple[str, list[str]]:
    if len(news) == 1:
        return translate("Notify", "A torrent has stopped"), [*_names(news), *_sentences(news)]
    return Notify.tr("%n torrents have stopped", "", len(news)), [*_names(news), *_sentences(news)]


def _disk(news: Sequence[News]) -> tuple[str, list[str]]:
    problems = {each.problem for each in news}
    if problems == {Problem.LOW_SPACE}:
        title = translate("Notify", "A disk is nearly full: downloads wait")
    elif problems == {Problem.NO_DRIVE}:
        title = translate("Notify", "A drive is missing: its torrents wait")
    else:
        title = translate("Notify", "Torrents wait for room or a drive")
    return title, [*_sentences(news), *_names(news)]


def _names(news: Sequence[News]) -> list[str]:
    lines = [shortened(shown(each.name), _LONG) for each in news[:_NAMED]]
    if len(news) > _NAMED:
        lines.append(Notify.tr("and %n more", "", len(news) - _NAMED))
    return lines


def _sentences(news: Sequence[News]) -> list[str]:
    """What the problem is, where it is the same one for all of them."""
    found = {each.sentence for each in news}
    return [shortened(shown(found.pop()), _SENTENCE)] if len(found) == 1 else []


_WORDS: dict[Subject, Callable[[Sequence[News]], tuple[str, list[str]]]] = {
    Subject.FINISHED: _finished,
    Subject.STOPPED: _stopped,
    Subject.DISK: _disk,
    Subject.GOAL: _goal,
    Subject.ADDED: _added,
}

_KINDS: dict[Subject, tuple[Category, str]] = {
    Subject.FINISHED: (Category.COMPLETE, "complete-download"),
    Subject.STOPPED: (Category.ERROR, "dialog-error"),
    Subject.DISK: (Category.DEVICE, "dialog-warning"),
    Subject.GOAL: (Category.TRANSFER, "dialog-information"),
    Subject.ADDED: (Category.TRANSFER, "dialog-information"),
}
"""What it is about, and the sound for it."""
