# SPDX-License-Identifier: GPL-3.0-or-later
"""What notifications say of one torrent, of many, and where names are nobody's business."""

from starling.notify.note import CLICKED, Category
from starling.notify.words import OPEN_FOLDER, News, Subject, note
from starling.torrent import Problem


def test_one_is_called_by_its_name_and_its_folder_can_be_opened() -> None:
    made = note(Subject.FINISHED, [News("Aves\u202e\nfilm")], sound=True)
    assert (made.title, made.body) == ("Download finished", "Aves\ufffd␊film")
    assert made.sound == "complete-download"
    assert made.category is Category.COMPLETE
    assert [action.key for action in made.actions] == [CLICKED, OPEN_FOLDER]


def test_of_many_the_first_are_named_and_the_others_counted() -> None:
    made = note(Subject.FINISHED, [News(f"torrent {number}") for number in range(12)])
    assert made.title.startswith("12 download")
    *names, others = made.body.split("\n")
    assert names == ["torrent 0", "torrent 1", "torrent 2"]
    assert others.startswith("and 9 ")
    assert [action.key for action in made.actions] == [CLICKED]
    assert made.sound == ""


def test_the_last_of_all_downloads_says_so() -> None:
    many = note(Subject.FINISHED, [News("a"), News("b")], all_finished=True)
    assert (many.title, many.body) == ("All downloads finished", "a\nb")
    one = note(Subject.FINISHED, [News("a")], all_finished=True)
    assert (one.title, one.body) == ("Download finished", "a\nNothing else is being downloaded.")


def test_a_problem_is_said_where_it_is_one_for_all() -> None:
    full = [News(name, Problem.DISK_FULL, "Disk full on /data.") for name in ("a", "b")]
    made = note(Subject.STOPPED, full)
    assert made.title.startswith("2 torrent")
    assert made.body == "a\nb\nDisk full on /data."
    other = News("c", Problem.READ_ONLY, "No.")
    assert note(Subject.STOPPED, [*full, other]).body == "a\nb\nc"
    assert note(Subject.STOPPED, [other]).body == "c\nNo."


def test_room_and_drives_are_told_apart() -> None:
    low, away = (News("a", problem, "There.") for problem in (Problem.LOW_SPACE, Problem.NO_DRIVE))
    titles = [note(Subject.DISK, news).title for news in ([low], [away], [low, away])]
    assert [title.split(":")[0] for title in titles] == [
        "A disk is nearly full",
        "A drive is missing",
        "Torrents wait for room or a drive",
    ]
    assert note(Subject.DISK, [low]).body == "There.\na"


def test_who_reached_the_goal_and_goes_is_said_to_go() -> None:
    stays, goes = News("a"), News("a", removed=True)
    assert "removed" not in note(Subject.GOAL, [stays]).title
    assert "removed" in note(Subject.GOAL, [goes]).title
    assert "removed" not in note(Subject.GOAL, [stays, goes]).title


def test_without_names_nothing_of_a_torrent_is_said() -> None:
    news = [News("secret", Problem.OTHER, "secret is broken")]
    for subject in Subject:
        made = note(subject, news, names=False, all_finished=True)
        assert made.title
        assert "secret" not in made.title + made.body
