# SPDX-License-Identifier: GPL-3.0-or-later
"""Layouts of folders: where the files of every kind of torrent end up, the links whose files come later included."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import libtorrent as lt
import pytest

from starling.engine import keeper, layout
from starling.engine.pending import Pending
from starling.engine.rows import Batch, Row
from starling.engine.store import _MIGRATIONS, _VERSION, Store
from starling.torrent import AddOptions, File, Layout, Priority, State
from tests.engine.headless import Headless
from tests.engine.oldstore import set_back
from tests.helpers import User
from tests.swarm import Swarm, Version

VERSIONS = pytest.mark.parametrize("version", list(Version), ids=lambda version: version.value)
MANY = {"film.mkv": 60_000, "extras/notes.nfo": 700, "extras/more.mkv": 30_000}


def on_disk(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


@VERSIONS
def test_never_a_folder(swarm: Swarm, user: User, version: Version) -> None:
    payload = swarm.payload(name="Top", files=MANY, version=version)
    shown = user.previews(payload.torrent_path)
    placed = user.run(user.engine.intake.laid_out(shown.files, Layout.FLAT))
    assert {file.path for file in placed} == set(MANY)
    assert [file.index for file in placed] == [file.index for file in shown.files]
    id = user.downloads_all(payload, swarm.seed(payload), layout=Layout.FLAT)
    assert on_disk(user.downloads) == set(MANY)
    assert {file.path for file in user.run(user.engine.details.files(id))} == set(MANY)
    assert {path: (user.downloads / path).stat().st_size for path in MANY} == MANY


@VERSIONS
def test_always_a_folder_for_a_single_file(swarm: Swarm, user: User, version: Version) -> None:
    payload = swarm.payload(name="a film.mkv", files=50_000, version=version)
    user.downloads_all(payload, swarm.seed(payload), layout=Layout.FOLDER)
    assert on_disk(user.downloads) == {"a film/a film.mkv"}


@pytest.mark.parametrize("wish", [Layout.ORIGINAL, Layout.FOLDER])
def test_a_torrent_with_a_folder_keeps_it(swarm: Swarm, user: User, wish: Layout) -> None:
    payload = swarm.payload(name="Top", files=MANY)
    user.downloads_all(payload, swarm.seed(payload), layout=wish)
    assert payload.arrives(user.downloads) == ()


def test_the_layout_is_the_same_after_a_restart(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(name="Top", files=MANY)
    id = user.downloads_all(payload, swarm.seed(payload), layout=Layout.FLAT)
    user.restart()
    user.sees(id, State.SEEDING)
    assert {file.path for file in user.run(user.engine.details.files(id))} == set(MANY)
    assert on_disk(user.downloads) == set(MANY)


def test_names_that_libtorrent_told_apart_stay_apart(swarm: Swarm, user: User, tmp_path: Path) -> None:
    pieces = b"\0" * 20
    files = [{b"length": 1, b"path": [name]} for name in (b"a.txt", b"A.TXT", b"b.txt")]
    info = {b"name": b"Top", b"piece length": 16384, b"pieces": pieces, b"files": files}
    torrent = tmp_path / "twice.torrent"
    torrent.write_bytes(lt.bencode({b"info": info}))
    shown = user.previews(torrent)
    before = [file.path for file in shown.files]
    assert len({path.casefold() for path in before}) == 3
    id = user.run(user.engine.intake.add(shown.id, user.options(layout=Layout.FLAT, start=False)))
    after = [file.path for file in user.run(user.engine.details.files(id))]
    assert after == [path.removeprefix("Top/") for path in before]


@pytest.mark.parametrize(
    ("path", "wish", "placed"),
    [
        ("a.tar.gz", Layout.FOLDER, "a.tar/a.tar.gz"),
        (".hidden", Layout.FOLDER, ".hidden/.hidden"),
        ("plain", Layout.FOLDER, "plain/plain"),
        ("ends . .mkv", Layout.FOLDER, "ends/ends . .mkv"),
        ("Top/../x", Layout.FLAT, "Top/../x"),
        ("Top//x", Layout.FLAT, "Top//x"),
        ("Top/a/b", Layout.FLAT, "a/b"),
        ("alone", Layout.FLAT, "alone"),
    ],
)
def test_one_path(path: str, wish: Layout, placed: str) -> None:
    assert layout.laid_out([File(0, path, 1, 0, 1)], wish)[0].path == placed


def test_two_that_would_be_one_file_keep_their_folders() -> None:
    files = [File(0, "one/a", 1, 0, 1), File(1, "two/A", 1, 0, 1)]
    assert list(layout.laid_out(files, Layout.FLAT)) == files


# -- believing what is there


def test_what_is_there_is_believed_and_not_read(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(name="Top", files=MANY, version=Version.V1)
    payload.prefill(user.downloads, range(payload.pieces))
    wrong = user.downloads / "Top" / "film.mkv"
    wrong.write_bytes(b"x" * wrong.stat().st_size)
    id = user.adds(payload, skip_check=True)
    assert user.sees(id, State.SEEDING).done == payload.size


def test_a_lie_is_found_out_when_a_peer_asks(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(name="Top", files=MANY, version=Version.V1)
    payload.prefill(user.downloads, range(payload.pieces))
    wrong = user.downloads / "Top" / "film.mkv"
    wrong.write_bytes(b"x" * wrong.stat().st_size)
    id = user.adds(payload, skip_check=True)
    user.sees(id, State.SEEDING)
    user.connects(id, swarm.leech(payload))
    user.sees(id, lambda row: row.done < payload.size)


def test_nothing_is_believed_of_a_part(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(name="Top", files=MANY, version=Version.V1, piece_size=16_384)
    payload.prefill(user.downloads, range(payload.pieces))
    (user.downloads / "Top" / "film.mkv").write_bytes(b"x" * MANY["film.mkv"])
    shown = user.previews(payload.torrent_path)
    skipped = next(file.index for file in shown.files if file.path.endswith("nfo"))
    id = user.run(user.engine.intake.add(shown.id, user.options(skip_check=True, priorities={skipped: 0})))
    user.sees(id, lambda row: 0 < row.done < row.size)


# -- files that are known later


def test_a_place_that_cannot_be_is_told_and_holds_nothing_up(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(name="Top", files=MANY, version=Version.V1)
    # Data of an earlier download, and a file where the layout wants a folder.
    payload.prefill(user.downloads, range(payload.pieces))
    (user.downloads / "extras").touch()
    id = user.adds(payload.magnet, layout=Layout.FLAT)
    user.connects(id, swarm.seed(payload))
    user.sees(id, State.SEEDING)
    user.hears("2 files of “Top”", "Not a directory", "They are saved as the torrent says")
    assert {"film.mkv", "Top/extras/more.mkv", "Top/extras/notes.nfo"} <= on_disk(user.downloads)
    user.until(lambda: user.engine._records.get(id).pending is None)  # type: ignore[union-attr]
    user.restart()
    user.sees(id, State.SEEDING)


def test_what_could_not_be_placed_never_lies_on_another_file(swarm: Swarm) -> None:
    payload = swarm.payload(name="Top", files={"a": 10, "b": 10, "c": 10}, version=Version.V1)
    info = lt.load_torrent_file(str(payload.torrent_path)).ti
    failed = {1: "No space", 2: "No space"}
    assert layout.covered(info, {0: "Top/b"}, failed) == [1]
    sentence = layout.not_placed(info, "Top", failed, [1])
    assert sentence.endswith("What would lie on another file of the torrent is skipped.")
    assert "It is saved" in layout.not_placed(info, "Top", {2: "No space"}, [])


def test_a_link_that_asks_for_no_file_there_is_does_not_wait_for_ever(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(name="Top", files=MANY, version=Version.V1)
    id = user.adds(f"{payload.magnet}&so=99")
    user.connects(id, swarm.seed(payload))
    user.until(lambda: user.engine._records.get(id).pending is None)  # type: ignore[union-attr]
    assert set(user.priorities(id)) == {0}
    user.sees(id, lambda row: row.state is not State.METADATA)


@VERSIONS
def test_a_link_keeps_to_the_layout_when_its_files_are_known(swarm: Swarm, user: User, version: Version) -> None:
    payload = swarm.payload(name="Top", files=MANY, version=version)
    id = user.adds(payload.magnet, layout=Layout.FLAT, excluded=("*.nfo",))
    user.connects(id, swarm.seed(payload))
    user.sees(id, State.SEEDING)
    assert on_disk(user.downloads) == {"film.mkv", "extras/more.mkv"}
    assert sorted(user.priorities(id)) == [0, 4, 4]
    user.until(lambda: user.engine._records.get(id).pending is None)  # type: ignore[union-attr]
    user.restart()
    user.sees(id, State.SEEDING)
    assert on_disk(user.downloads) == {"film.mkv", "extras/more.mkv"}


def test_a_single_file_of_a_link_gets_its_folder(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(name="a film.mkv", files=50_000)
    id = user.adds(payload.magnet, layout=Layout.FOLDER)
    user.connects(id, swarm.seed(payload))
    user.sees(id, State.SEEDING)
    assert on_disk(user.downloads) == {"a film/a film.mkv"}


def test_what_is_changed_after_the_choices_were_done_stays_changed(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(files=300_000, name="film.mkv", version=Version.V1)
    seed = swarm.seed(payload, up=20_000)
    id = user.adds(payload.magnet, layout=Layout.FOLDER)
    user.connects(id, seed)
    user.until(lambda: (record := user.engine._records.get(id)) is not None and record.priorities)
    user.run(user.engine.contents.rename(id, "film/film.mkv", "film/other.mkv"))
    user.sets_priorities(id, {0: Priority.SKIP})
    user.restart()
    assert [file.path for file in user.run(user.engine.details.files(id))] == ["film/other.mkv"]
    assert user.priorities(id) == [Priority.SKIP]


def test_what_the_link_asks_for_and_what_is_excluded_meet(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(name="Top", files=MANY, version=Version.V1)
    wanted = [number for number, file in enumerate(payload.files) if not file.path.endswith("film.mkv")]
    id = user.adds(f"{payload.magnet}&so={','.join(map(str, wanted))}", layout=Layout.FLAT, excluded=("*.nfo",))
    user.connects(id, swarm.seed(payload))
    user.sees(id, State.SEEDING)
    assert on_disk(user.downloads) == {"extras/more.mkv"}


def test_what_a_link_asks_for_is_all_that_comes_after_a_restart_too(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(name="Top", files=MANY, version=Version.V1)
    id = user.adds(f"{payload.magnet}&so=0")
    user.restart()
    user.restart()
    user.connects(id, swarm.seed(payload))
    user.sees(id, State.SEEDING)
    assert on_disk(user.downloads) == {payload.files[0].path}


def test_data_of_an_earlier_download_is_found_in_the_layout(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(name="Top", files=MANY, version=Version.V1)
    payload.prefill(user.downloads, range(payload.pieces))
    for path in ("film.mkv", "extras"):
        (user.downloads / "Top" / path).rename(user.downloads / path)
    (user.downloads / "Top").rmdir()
    id = user.adds(payload.magnet, layout=Layout.FLAT)
    user.connects(id, swarm.seed(payload))
    assert user.sees(id, State.SEEDING).downloaded < payload.size
    assert on_disk(user.downloads) == set(MANY)


def test_excluded_files_are_skipped_without_a_dialog(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(name="Top", files=MANY)
    user.downloads_all(payload, swarm.seed(payload), excluded=("*.NFO", "nothing"))
    assert on_disk(user.downloads) == {"Top/film.mkv", "Top/extras/more.mkv"}


@pytest.mark.parametrize("as_link", [False, True])
def test_if_everything_is_excluded_nothing_is_and_it_is_said(swarm: Swarm, user: User, as_link: bool) -> None:
    payload = swarm.payload(name="Top", files=MANY, version=Version.V1)
    id = user.adds(payload.magnet if as_link else payload, excluded=("*.mkv", "extras/*"))
    user.connects(id, swarm.seed(payload))
    user.sees(id, State.SEEDING)
    assert payload.arrives(user.downloads) == ()
    user.until(lambda: user.noted)
    assert user.noted[0].startswith("Every file of “Top”")


def test_a_failed_addition_leaves_nothing_of_its_choices(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(name="Top", files=MANY)
    shown = user.previews(payload.torrent_path)
    (user.downloads / "file").touch()
    bad = AddOptions(str(user.downloads / "file"), layout=Layout.FLAT, priorities={shown.files[0].index: 0})
    user.refused(user.engine.intake.add(shown.id, bad))
    id = user.run(user.engine.intake.add(shown.id, user.options(start=False)))
    assert [file.path for file in user.run(user.engine.details.files(id))] == [file.path for file in shown.files]
    assert set(user.priorities(id)) == {4}


# -- kills


def test_choices_survive_a_kill_before_the_files_are_known(swarm: Swarm, tmp_path: Path) -> None:
    payload = swarm.payload(name="Top", files=MANY, version=Version.V1)
    downloads = tmp_path / "downloads"
    options = {"save_path": str(downloads), "layout": "flat", "excluded": ["*.nfo"]}
    program = Headless(tmp_path, swarm.address(), [{"source": payload.magnet, "options": options}])
    program.start()
    program.wait_for(bool)
    program.kill()
    program.start()
    program.wait_for(bool)
    program.kill()
    program.start([swarm.seed(payload).address])
    program.wait_for(lambda seen: payload.id in seen and seen[payload.id].state == "seeding")
    program.quit()
    assert on_disk(downloads) == {"film.mkv", "extras/more.mkv"}


def test_a_kill_between_the_metadata_and_the_choices_loses_nothing(users: Callable[..., User], swarm: Swarm) -> None:
    payload = swarm.payload(name="Top", files=MANY, version=Version.V1)
    user = users().start()
    id = user.adds(payload.magnet, layout=Layout.FLAT, excluded=("*.nfo",))
    user.quit()
    # What the database holds when the metadata was stored, and nothing after it.
    database = user.data_dir / "starling.db"
    with closing(Store(database)) as store:
        store.save(Batch(infos={id: lt.load_torrent_file(str(payload.torrent_path)).ti.info_section()}))
    user.start()
    user.connects(id, swarm.seed(payload))
    user.sees(id, State.SEEDING)
    assert on_disk(user.downloads) == {"film.mkv", "extras/more.mkv"}
    user.quit()
    with closing(Store(database)) as store:
        (row,) = next(store.rows())
    assert row.pending == ""
    assert keeper.restore(id, row.resume, row.info).renamed_files


def test_choices_are_written_and_read() -> None:
    for choices in (Pending(Layout.FLAT, ("*.nfo", "ñ/*")), Pending(asked=(0, 4)), Pending(Layout.FOLDER, (), ())):
        assert Pending.decode(choices.encode()) == choices
    assert Pending.decode("") is None
    for wrong in ("{", "[]", "{}", '{"layout": "round", "excluded": [], "asked": null}', "3"):
        with pytest.raises(ValueError, match=r"."):
            Pending.decode(wrong)


def test_a_database_of_the_first_version_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "starling.db"
    row = Row("a" * 40, b"r", b"i", "name", 3, True, ("x",))
    with closing(Store(path)) as store:
        store.put(row)
    set_back(path, 1)
    with closing(Store(path)) as store:
        assert list(store.rows()) == [[row]]
        store.save(Batch(pending={row.id: "later"}))
        assert next(store.rows())[0].pending == "later"
    assert set(_MIGRATIONS) == set(range(1, _VERSION))
