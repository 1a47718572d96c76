# SPDX-License-Identifier: GPL-3.0-or-later
"""Watch folders: what is put there is added once it is whole, once, and put away; whatever happens to the folder."""

import asyncio
import os
import shutil
import threading
from pathlib import Path

import libtorrent as lt
import pytest

from starling import settings
from starling.automation import folderlook, watch
from starling.automation.folderlook import Place, Sight, Stamp
from starling.automation.owned import Owned
from starling.automation.taken import Taken
from starling.automation.territory import Territory
from starling.labels import By, Label, Rule
from starling.torrent import State
from starling.watchfolders import Done, WatchFolder
from tests.automation.conftest import Automat
from tests.helpers import User
from tests.swarm import Payload, Swarm

pytestmark = pytest.mark.usefixtures("quick")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "watched"
    made.mkdir()
    return made


def payloads(swarm: Swarm, *names: str) -> list[Payload]:
    return [swarm.payload(name=name, files={"a.bin": 20_000}) for name in names]


def listed(user: User) -> list[str]:
    return sorted(torrent.name for torrent in user.engine.torrents.values())


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_lies_there_and_what_is_put_there_is_added(
    automat: Automat, folder: Path, swarm: Swarm, tmp_path: Path
) -> None:
    one, two = payloads(swarm, "one", "two")
    shutil.copy(one.torrent_path, folder / "one.torrent")
    (folder / "one.torrent.added").write_text("an older one")
    (folder / "readme.txt").write_text("Nothing for us.")
    automat.watches(WatchFolder(str(folder), labels=("Linux",), save_path=str(tmp_path / "there"), start=False))
    row = automat.user.sees(one.id, State.PAUSED)
    assert (row.labels, row.save_path) == (("Linux",), str(tmp_path / "there"))
    shutil.copy(two.torrent_path, folder / "TWO.Torrent")
    automat.user.sees(two.id)
    wanted = ["TWO.Torrent.added", "one.torrent.added", "one.torrent.added.2", "readme.txt"]
    automat.user.until(lambda: names(folder) == wanted)


def test_links_in_files_are_added(automat: Automat, folder: Path, swarm: Swarm) -> None:
    one, two, three = payloads(swarm, "one", "two", "three")
    (folder / "some.txt").write_text(f"<{one.magnet}>\r\n\r\n{two.magnet}\r\n{one.magnet}\r\n")
    (folder / "single.magnet").write_bytes(("\ufeff" + three.magnet).encode("utf-16-le"))
    automat.watches(WatchFolder(str(folder)))
    automat.user.until(lambda: set(automat.user.engine.torrents) == {one.id, two.id, three.id})
    automat.user.until(lambda: names(folder) == ["single.magnet.added", "some.txt.added"])


def test_notes_with_a_link_in_them_stay_and_give_it_once(automat: Automat, folder: Path, swarm: Swarm) -> None:
    one, two = payloads(swarm, "one", "two")
    (folder / "notes.txt").write_text(text := f"Call mother.\n{one.magnet}\n")
    automat.watches(WatchFolder(str(folder), done=Done.TRASH))
    automat.user.sees(one.id)
    automat.user.run(automat.user.engine.remove([one.id], data=False))
    (folder / "two.txt").write_text(f"{two.magnet}\n")
    automat.user.until(lambda: names(folder) == ["notes.txt"])
    assert (folder / "notes.txt").read_text() == text
    automat.user.sees(two.id)
    assert set(automat.user.engine.torrents) == {two.id}


def test_texts_are_taken_whole_or_not_at_all(
    automat: Automat, folder: Path, swarm: Swarm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "UNREADABLE_S", 60.0)
    one, two = payloads(swarm, "one", "two")
    reads, read = list[str](), folderlook.read
    monkeypatch.setattr(folderlook, "read", lambda path, stamp: reads.append(path) or read(path, stamp))
    link = f"magnet:?xt=urn:btih:{one.id}&dn=One"
    with (folder / "links.txt").open("w") as file:
        file.write(link)
        file.flush()
        automat.watches(WatchFolder(str(folder)))
        automat.user.until(lambda: len(reads) >= 2)
        assert listed(automat.user) == []
        file.write(" and more\n")
    automat.user.until(lambda: listed(automat.user) == ["One and more"])
    monkeypatch.setattr(watch, "UNREADABLE_S", 0.4)
    (folder / "large.txt").write_text(f"{two.magnet}\n" + "\n" * (1 << 20))
    automat.hears("large.txt is too large")
    assert len(automat.user.engine.torrents) == 1


@pytest.mark.parametrize("done", [Done.RENAME, Done.TRASH, Done.KEEP])
def test_what_is_appended_to_a_list_that_was_taken_is_taken_too(
    automat: Automat, folder: Path, swarm: Swarm, done: Done, home: Path
) -> None:
    """Whoever writes it holds it open, and does not see that it is called otherwise now."""
    one, two, three = payloads(swarm, "one", "two", "three")
    with (folder / "links.txt").open("w") as file:
        file.write(f"{one.magnet}\n")
        file.flush()
        automat.watches(WatchFolder(str(folder), done=done))
        automat.user.sees(one.id)
        if done is not Done.KEEP:
            automat.user.until(lambda: "links.txt" not in names(folder))
        shutil.copy(three.torrent_path, folder)
        automat.user.sees(three.id)
        automat.user.run(automat.user.engine.remove([one.id], data=False))
        file.write(f"{two.magnet}\n")
    automat.user.sees(two.id)
    assert set(automat.user.engine.torrents) == {two.id, three.id}


@pytest.mark.parametrize("way", ["inside", "link"])
def test_a_folder_in_another_or_of_two_names_is_watched_once(
    automat: Automat, folder: Path, swarm: Swarm, tmp_path: Path, way: str
) -> None:
    one, two = payloads(swarm, "one", "two")
    inner = folder / "in"
    inner.mkdir()
    outer = WatchFolder(str(folder), labels=("outer",), subfolders=True)
    if way == "inside":
        other = WatchFolder(str(inner), labels=("inner",), done=Done.KEEP)
    else:
        (tmp_path / "link").symlink_to(folder)
        other = WatchFolder(str(tmp_path / "link"), labels=("inner",), done=Done.KEEP, subfolders=True)
    shutil.copy(one.torrent_path, inner)
    automat.watches(outer, other)
    shutil.copy(two.torrent_path, folder)
    theirs = "inner" if way == "inside" else "outer"
    assert automat.user.sees(one.id).labels == (theirs,)
    assert automat.user.sees(two.id).labels == ("outer",)
    automat.user.until((folder / "two.torrent.added").exists)
    assert (inner / "one.torrent").exists() == (way == "inside")
    if way == "link":
        automat.hears(f"The watch folder {tmp_path}/link is {folder} by another name")


def test_a_name_that_is_no_text_goes_to_the_trash_too(automat: Automat, folder: Path, swarm: Swarm, home: Path) -> None:
    (one,) = payloads(swarm, "one")
    shutil.copy(one.torrent_path, os.fsdecode(os.fsencode(folder) + b"/a\xff.torrent"))
    automat.watches(WatchFolder(str(folder), done=Done.TRASH))
    automat.user.until(lambda: not names(folder))
    automat.user.sees(one.id)


def test_one_that_can_not_be_added_holds_up_no_other(automat: Automat, folder: Path, swarm: Swarm) -> None:
    bad, good = payloads(swarm, "bad", "good")
    (blocked := folder / "blocked").write_text("in the way")
    rule = Rule(By.NAME, "bad")
    automat.settings.set(settings.labels.LABELS, (Label("x", folder=str(blocked / "x"), rules=(rule,)),))
    for payload in (bad, good):
        shutil.copy(payload.torrent_path, folder / f"{payload.name}.torrent")
    automat.watches(WatchFolder(str(folder)))
    automat.user.sees(good.id)
    automat.hears(str(blocked))
    assert listed(automat.user) == ["good"]
    blocked.unlink()
    automat.user.sees(bad.id)


def test_an_unforeseen_failure_ends_neither_the_watch_nor_the_other_files(
    automat: Automat, folder: Path, swarm: Swarm, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = payloads(swarm, "one", "two")
    look, read, looks = folderlook.look, folderlook.read, list[str]()

    def unlucky_look(path: str, **wishes: bool) -> Sight:
        looks.append(path)
        if len(looks) == 1:
            raise RuntimeError("unforeseen at first")
        return look(path, **wishes)  # type: ignore[arg-type]

    def unlucky_read(path: str, stamp: Stamp) -> bytes:
        if path.endswith("one.torrent"):
            raise RuntimeError("unforeseen in one")
        return read(path, stamp)

    monkeypatch.setattr(folderlook, "look", unlucky_look)
    monkeypatch.setattr(folderlook, "read", unlucky_read)
    for payload in (one, two):
        shutil.copy(payload.torrent_path, folder / f"{payload.name}.torrent")
    with automat.user.qtbot.captureExceptions() as caught:
        automat.watches(WatchFolder(str(folder)))
        automat.user.sees(two.id)
    assert [str(error) for _, error, _ in caught] == ["unforeseen at first", "unforeseen in one"]
    monkeypatch.setattr(folderlook, "read", read)
    automat.user.sees(one.id)


def test_half_a_file_is_waited_for(
    automat: Automat, folder: Path, swarm: Swarm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "UNREADABLE_S", 60.0)
    (one,) = payloads(swarm, "one")
    data = one.torrent_path.read_bytes()
    reads: list[str] = []
    read = folderlook.read
    monkeypatch.setattr(folderlook, "read", lambda path, stamp: reads.append(path) or read(path, stamp))
    with (folder / "one.torrent").open("wb") as file:
        file.write(data[:100])
        file.flush()
        automat.watches(WatchFolder(str(folder)))
        # It stood still and was looked at: half of it is no torrent, and nobody is told so yet.
        automat.user.until(lambda: len(reads) >= 2)
        assert listed(automat.user) == []
        file.write(data[100:])
    automat.user.sees(one.id)
    automat.user.until(lambda: names(folder) == ["one.torrent.added"])


def test_nonsense_is_said_once_and_left_until_it_is_another(automat: Automat, folder: Path, swarm: Swarm) -> None:
    (folder / "bad.torrent").write_bytes(b"<html>")
    (folder / "bad.magnet").write_text("nothing")
    automat.watches(WatchFolder(str(folder)))
    automat.hears("bad.torrent")
    automat.hears("There is no magnet link in", "bad.magnet")
    automat.stops()
    automat.watches(chosen=False)
    (one,) = payloads(swarm, "one")
    shutil.copy(one.torrent_path, folder / "one.torrent")
    automat.user.until(lambda: names(folder) == ["bad.magnet", "bad.torrent", "one.torrent.added"])
    # Renamed, which is how most programs finish what they write.
    shutil.copy(payloads(swarm, "two")[0].torrent_path, folder / "new")
    (folder / "new").rename(folder / "bad.torrent")
    automat.user.until(lambda: listed(automat.user) == ["one", "two"])


def test_a_file_that_is_kept_is_not_added_again(automat: Automat, folder: Path, swarm: Swarm) -> None:
    one, two = payloads(swarm, "one", "two")
    shutil.copy(one.torrent_path, folder / "one.torrent")
    automat.watches(WatchFolder(str(folder), done=Done.KEEP))
    automat.user.sees(one.id)
    automat.stops()
    automat.user.run(automat.user.engine.remove([one.id], data=False))
    automat.watches(chosen=False)
    shutil.copy(two.torrent_path, folder / "two.torrent")
    automat.user.sees(two.id)
    assert listed(automat.user) == ["two"]
    assert names(folder) == ["one.torrent", "two.torrent"]


def test_added_files_go_to_the_trash(automat: Automat, folder: Path, swarm: Swarm, home: Path) -> None:
    (one,) = payloads(swarm, "one")
    shutil.copy(one.torrent_path, folder / "one.torrent")
    automat.watches(WatchFolder(str(folder), done=Done.TRASH))
    automat.user.until(lambda: not names(folder))
    automat.user.sees(one.id)


def test_what_is_in_the_list_gives_its_trackers_and_counts_as_done(
    automat: Automat, folder: Path, swarm: Swarm
) -> None:
    urls = [f"http://{swarm.address()}:6969/announce" for _ in range(2)]
    known = swarm.payload(name="one", files={"a.bin": 20_000}, trackers=urls[:1])
    automat.user.adds(known, start=False)
    shutil.copy(swarm.payload(name="one", files={"a.bin": 20_000}, trackers=urls).torrent_path, folder / "one.torrent")
    automat.watches(WatchFolder(str(folder)))
    automat.user.until(lambda: names(folder) == ["one.torrent.added"])
    assert set(urls) <= set(automat.user.trackers(known.id))


def test_the_files_of_torrents_are_left_alone(
    automat: Automat, folder: Path, swarm: Swarm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stranger's torrent adds nothing by what it holds, wherever it is saved and however that is spelt."""
    one, two, foreign = payloads(swarm, "one", "two", "foreign")
    content = {"Film/more.txt": foreign.magnet.encode(), "Film/Extra.torrent": foreign.torrent_path.read_bytes()}
    save = tmp_path / "save"
    (save / "Film").mkdir(parents=True)
    for path, data in content.items():
        (save / path).write_bytes(data)
    film = tmp_path / "film.torrent"
    storage = lt.create_torrent(lt.list_files(str(save / "Film")), flags=lt.create_torrent.v1_only)
    lt.set_piece_hashes(storage, str(save))
    film.write_bytes(lt.bencode(storage.generate()))
    id = automat.user.adds(film, save_path=str(save))
    automat.user.sees(id, State.SEEDING)
    (folder / "link").symlink_to(save)
    shutil.copy(one.torrent_path, save)
    watched = WatchFolder(str(folder / "link"), subfolders=True, save_path=str(tmp_path / "there"))
    automat.watches(watched)
    # What lies beside is taken after them: the look goes by name.
    automat.user.sees(one.id)
    automat.user.until(lambda: names(save) == ["Film", "one.torrent.added"])
    automat.user.run(automat.user.engine.remove([id], data=False))
    shutil.copy(two.torrent_path, save)
    automat.user.sees(two.id)
    assert listed(automat.user) == ["one", "two"]
    assert {path: (save / path).read_bytes() for path in content} == content


def test_folders_in_it_only_where_that_is_wanted(automat: Automat, folder: Path, swarm: Swarm) -> None:
    one, two = payloads(swarm, "one", "two")
    (folder / "deep" / "deeper").mkdir(parents=True)
    (folder / "deep" / "loop").symlink_to(folder)
    shutil.copy(one.torrent_path, folder / "one.torrent")
    shutil.copy(two.torrent_path, folder / "deep" / "deeper" / "two.torrent")
    automat.watches(WatchFolder(str(folder)))
    automat.user.until((folder / "one.torrent.added").exists)
    automat.user.sees(one.id)
    assert listed(automat.user) == ["one"]
    automat.settings.set(settings.automation.WATCH_FOLDERS, (WatchFolder(str(folder), subfolders=True),))
    automat.user.until(lambda: listed(automat.user) == ["one", "two"])


def test_a_folder_that_vanishes_is_said_once_and_watched_when_it_is_back(
    automat: Automat, folder: Path, swarm: Swarm
) -> None:
    automat.watches(WatchFolder(str(folder)))
    folder.rename(away := folder.with_name("away"))
    automat.hears("is not there", str(folder))
    (one,) = payloads(swarm, "one")
    shutil.copy(one.torrent_path, away / "one.torrent")
    away.rename(folder)
    automat.user.sees(one.id)
    automat.user.until(lambda: any("is watched again" in text for text in automat.noted))


def test_where_nothing_can_be_saved_the_files_wait(automat: Automat, folder: Path, swarm: Swarm) -> None:
    one, two = payloads(swarm, "one", "two")
    blocked = folder / "there"
    blocked.write_text("in the way")
    for payload in (one, two):
        shutil.copy(payload.torrent_path, folder)
    automat.watches(WatchFolder(str(folder), save_path=str(blocked)))
    automat.hears(str(blocked))
    assert len([name for name in names(folder) if name.endswith(".torrent")]) == 2
    blocked.unlink()
    automat.user.until(lambda: listed(automat.user) == ["one", "two"])


def test_a_disk_that_hangs_holds_up_nothing_else(
    automat: Automat, folder: Path, swarm: Swarm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "HUNG_S", 0.1)
    hung, release, look = folder / "hung", threading.Event(), folderlook.look
    hung.mkdir()

    def slow(path: str, **wishes: bool) -> Sight:
        if path == str(hung):
            release.wait()
        return look(path, **wishes)  # type: ignore[arg-type]

    monkeypatch.setattr(folderlook, "look", slow)
    (one,) = payloads(swarm, "one")
    try:
        automat.watches(WatchFolder(str(hung)), WatchFolder(str(folder)))
        shutil.copy(one.torrent_path, folder)
        automat.user.sees(one.id)
        automat.hears("does not answer", str(hung))
        automat.stops()
        # A busy computer may take as long with the other folder.
        automat.told[:] = [told for told in automat.told if "does not answer" not in told]
    finally:
        release.set()


def test_a_file_that_may_not_be_read_is_said_once_and_added_when_it_may(
    automat: Automat, folder: Path, swarm: Swarm, monkeypatch: pytest.MonkeyPatch
) -> None:
    (one,) = payloads(swarm, "one")
    shutil.copy(one.torrent_path, folder / "one.torrent")
    read, tries = folderlook.read, list[str]()

    def refused(path: str, stamp: Stamp) -> bytes:
        # Root, who runs some of these tests, may read everything.
        tries.append(path)
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(folderlook, "read", refused)
    automat.watches(WatchFolder(str(folder)))
    automat.hears("one.torrent can't be read: Permission denied.")
    count = len(tries)
    automat.user.until(lambda: len(tries) > count + 1)
    monkeypatch.setattr(folderlook, "read", read)
    automat.user.sees(one.id)


def test_very_many_at_once(automat: Automat, folder: Path, swarm: Swarm) -> None:
    (one,) = payloads(swarm, "one")
    links = [f"magnet:?xt=urn:btih:{number:040x}&dn=T{number}" for number in range(1, 201)]
    for number, link in enumerate(links):
        (folder / f"{number}.magnet").write_text(link)
    shutil.copy(one.torrent_path, folder)
    automat.watches(WatchFolder(str(folder), start=False))
    automat.user.until(lambda: len(automat.user.engine.torrents) == 201)
    automat.user.until(lambda: all(name.endswith(".added") for name in names(folder)))


def test_the_window_does_not_stand_still_while_very_many_are_gone_through(
    automat: Automat, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "_SLICE", -1.0)
    territory, watched = Territory(), WatchFolder(str(folder))
    territory.enter(watched)
    engine = automat.user.engine
    made = watch.Watch(watched, engine, automat.settings, Taken(automat.memory), Owned(engine), territory)
    files = {f"{folder}/{number}.torrent": Stamp(1, number) for number in range(100)}

    async def turns() -> int:
        count, taking = 0, asyncio.ensure_future(made._take(Sight(files, {str(folder): Place((1, 2), 0)})))
        while not taking.done():
            await asyncio.sleep(0)
            count += 1
        await taking
        return count

    try:
        assert automat.user.run(turns()) >= len(files)
    finally:
        automat.user.run(made.close(1))


def test_what_was_taken_is_remembered_within_bounds(automat: Automat, monkeypatch: pytest.MonkeyPatch) -> None:
    from starling.automation import taken

    monkeypatch.setattr(taken, "MOST", 3)
    book = Taken(automat.memory)
    for number in range(5):
        book.add(f"{number:012}")
    book.save()
    again = Taken(automat.memory)
    assert [f"{number:012}" in again for number in range(5)] == [False, False, True, True, True]


@pytest.mark.parametrize("turns", range(5))
def test_it_ends_in_the_very_moment_in_which_something_changes(
    automat: Automat, folder: Path, monkeypatch: pytest.MonkeyPatch, turns: int
) -> None:
    rest, rests = watch.Watch._rest, list[watch.Watch]()

    async def noted(self: watch.Watch, sight: Sight, least: float) -> None:
        rests.append(self)
        await rest(self, sight, least)

    monkeypatch.setattr(watch.Watch, "_rest", noted)
    automat.watches(WatchFolder(str(folder)))
    watching, automat.watching = automat.watching, None
    automat.user.until(lambda: rests)

    async def ends() -> None:
        rests[0]._on_told()
        for _ in range(turns):
            await asyncio.sleep(0)
        await watching.close()

    automat.user.run(ends())
    assert rests[0]._task.done()
    watching.deleteLater()
