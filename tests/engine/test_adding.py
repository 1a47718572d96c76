# SPDX-License-Identifier: GPL-3.0-or-later
"""Adding: every kind of source arrives in the add dialog, becomes a torrent, is downloaded; or a sentence."""

import asyncio
import base64
import select
import socket
import threading
from collections.abc import Callable, Mapping
from pathlib import Path

import libtorrent as lt
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from shiboken6 import isValid

from starling import settings
from starling.engine import convert, fetch
from starling.engine.record import Record
from starling.torrent import File, Preview, State
from tests.helpers import User, sentence
from tests.swarm import Certificate, Payload, Swarm, Version

VERSIONS = list(Version)


@pytest.fixture
def payload(swarm: Swarm) -> Payload:
    return swarm.payload(comment="made for a test")


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.value)
def test_file_is_shown_added_and_downloaded(swarm: Swarm, user: User, version: Version) -> None:
    payload = swarm.payload(version=version, comment="für später")
    shown = user.previews(payload.torrent_path)
    assert (shown.id, shown.name, shown.size, shown.comment) == (payload.id, payload.name, payload.size, "für später")
    assert (shown.hash_v1, shown.hash_v2) == (payload.hash_v1, payload.hash_v2)
    assert [(file.path, file.size) for file in shown.files] == [(file.path, file.size) for file in payload.files]
    id = user.downloads_all(payload, swarm.seed(payload))
    row = user.torrent(id)
    assert (row.progress, row.done, row.size, row.name) == (1.0, payload.size, payload.size, payload.name)
    assert payload.arrives(user.downloads) == ()


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.value)
def test_magnet_brings_metadata_from_a_peer(swarm: Swarm, user: User, version: Version) -> None:
    tracker = swarm.tracker("udp")
    payload = swarm.payload(version=version, trackers=[tracker.url])
    swarm.seed(payload)
    first = user.previews(f"{payload.magnet}&dn=As+the+link+says")
    assert (first.id, first.name, first.files, first.has_metadata) == (payload.id, "As the link says", (), False)
    shown = user.previews_complete(payload.magnet)
    assert [file.path for file in shown.files] == [file.path for file in payload.files]
    assert shown.size == payload.size
    id = user.run(user.engine.intake.add(shown.id, user.options()))
    user.sees(id, State.SEEDING)
    assert payload.arrives(user.downloads) == ()


def test_magnet_added_before_its_metadata_came(swarm: Swarm, user: User) -> None:
    payload = swarm.payload()
    id = user.adds(payload.magnet, labels=("later",), first_last=True)
    assert user.sees(id, State.METADATA).size == 0
    user.connects(id, swarm.seed(payload))
    row = user.sees(id, State.SEEDING)
    assert (row.name, row.size, row.labels, row.first_last) == (payload.name, payload.size, ("later",), True)
    assert payload.arrives(user.downloads) == ()
    assert id in user.files_changed


def bare_hashes() -> dict[str, tuple[Version, Callable[[Payload], str]]]:
    return {
        "hex": (Version.V1, lambda payload: payload.hash_v1),
        "base32": (Version.V1, lambda payload: base64.b32encode(bytes.fromhex(payload.hash_v1)).decode()),
        "v2": (Version.V2, lambda payload: payload.hash_v2),
        "v2 of a hybrid": (Version.HYBRID, lambda payload: payload.hash_v2),
    }


@pytest.mark.parametrize("form", bare_hashes())
def test_bare_hash_is_enough(swarm: Swarm, user: User, form: str) -> None:
    version, write = bare_hashes()[form]
    payload = swarm.payload(version=version)
    shown = user.previews(write(payload))
    assert shown.name == shown.id
    user.connects(shown.id, swarm.seed(payload))
    complete = user.previews_complete(write(payload))
    assert (complete.name, complete.hash_v1, complete.hash_v2) == (payload.name, payload.hash_v1, payload.hash_v2)
    id = user.run(user.engine.intake.add(complete.id, user.options()))
    user.connects(id)
    user.sees(id, State.SEEDING)
    assert payload.arrives(user.downloads) == ()


def test_link_chooses_files_and_names_a_peer(swarm: Swarm, user: User, payload: Payload) -> None:
    seed = swarm.seed(payload)
    link = f"{payload.magnet}&so=0,2&x.pe={seed.ip}:{seed.port}"
    shown = user.previews_complete(link)
    assert not list(user.downloads.iterdir())
    chosen = {file.path for file, priority in zip(shown.files, shown.priorities, strict=True) if priority}
    assert len(chosen) == 2
    id = user.run(user.engine.intake.add(shown.id, user.options()))
    user.sees(id, State.SEEDING)
    assert payload.arrives(user.downloads, skip={file.path for file in payload.files} - chosen) == ()


def test_address_of_a_file(swarm: Swarm, user: User, payload: Payload) -> None:
    web = swarm.web_server(payload.torrent_path.parent)
    shown = user.previews(web.redirect(web.file(payload.torrent_path.name, "text/html")))
    assert (shown.id, shown.size) == (payload.id, payload.size)
    assert web.requests[0].user_agent.startswith("Starling/")


def test_address_that_leads_to_a_magnet_link(swarm: Swarm, user: User, payload: Payload) -> None:
    web = swarm.web_server(payload.torrent_path.parent)
    shown = user.previews(web.redirect(payload.magnet))
    assert (shown.id, shown.has_metadata) == (payload.id, False)


def test_addresses_that_lead_nowhere(swarm: Swarm, user: User, payload: Payload) -> None:
    web = swarm.web_server(payload.torrent_path.parent)
    page = payload.torrent_path.with_name("page.html")
    page.write_text("<html>Sign in first</html>")
    secret = user.refused(user.engine.intake.preview(f"{web.status(404)}?passkey=hidden"))
    assert "404" in secret
    assert "hidden" not in secret
    assert "503" in user.refused(user.engine.intake.preview(web.status(503)))
    said = user.refused(user.engine.intake.preview(web.file("page.html", "text/html")))
    assert said.startswith("http://127.")
    assert "/… is not a .torrent file" in said
    assert "hidden" not in user.refused(user.engine.intake.preview("https://127.0.0.1:1/a.torrent?key=hidden"))
    assert "no web address" in user.refused(user.engine.intake.preview(web.redirect("ftp://127.0.0.1/a.torrent")))
    assert "refused" in user.refused(user.engine.intake.preview("http://127.0.0.1:1/a.torrent"))
    assert "no valid address" in user.refused(user.engine.intake.preview("http://"))


def test_a_download_outlives_the_engine_until_it_is_given_up(swarm: Swarm, user: User) -> None:
    with socket.create_server((swarm.address(), 0)) as server:
        host, port = server.getsockname()
        fetching = user.loop.create_task(user.engine.intake.preview(f"http://{host}:{port}/a.torrent"))
        user.until(lambda: readable(server))
        begun = user.engine
        user.quit()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert not isValid(begun)
        fetching.cancel()
        with pytest.raises(asyncio.CancelledError):
            user.finish(fetching)


def readable(server: socket.socket) -> bool:
    return bool(select.select([server], [], [], 0)[0])


def test_address_that_redirects_in_circles(swarm: Swarm, user: User, payload: Payload) -> None:
    web = swarm.web_server(payload.torrent_path.parent)
    url = web.redirect(web.file(payload.torrent_path.name))
    for _ in range(9):
        url = web.redirect(url)
    assert "circles" in user.refused(user.engine.intake.preview(url))


def test_body_without_end_is_cut_off(
    swarm: Swarm, user: User, payload: Payload, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "MAX_TORRENT_SIZE", 1 << 20)
    web = swarm.web_server(payload.torrent_path.parent)
    assert "more than 64 MB" in user.refused(user.engine.intake.preview(web.endless()))
    user.until(lambda: not web.requests[0].complete)
    assert web.requests[0].sent < 64 << 20


def test_server_that_trickles_is_given_up(
    swarm: Swarm, user: User, payload: Payload, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "_TIMEOUT_MS", 500)
    web = swarm.web_server(payload.torrent_path.parent)
    assert "did not" in user.refused(user.engine.intake.preview(web.slow(payload.torrent_path.name, rate=20)))


@pytest.mark.parametrize("certificate", [Certificate.VALID, Certificate.EXPIRED, Certificate.WRONG_HOST])
def test_secure_address_needs_a_known_authority(
    swarm: Swarm, user: User, payload: Payload, certificate: Certificate
) -> None:
    web = swarm.web_server(payload.torrent_path.parent, scheme="https", certificate=certificate)
    told = user.refused(user.engine.intake.preview(web.file(payload.torrent_path.name)))
    assert "could not be read" in told
    assert web.requests == ()


def test_known_torrent_is_recognized_and_gains_trackers(swarm: Swarm, user: User) -> None:
    tracker = swarm.tracker()
    known = swarm.payload(name="same")
    again = swarm.payload(name="same", trackers=[tracker.url])
    id = user.adds(known, name="as I call it")
    shown = user.previews(again.torrent_path)
    assert (shown.known, shown.id, shown.name) == (True, id, "as I call it")
    assert shown.new_trackers == (tracker.url,)
    assert "in the list already" in user.refused(user.engine.intake.add(id, user.options()))
    assert user.run(user.engine.intake.merge_trackers(id)) == 1
    user.until(lambda: tracker.announces)
    assert tracker.url in user.trackers(id)
    assert user.previews(again.magnet).new_trackers == ()
    assert user.restart().trackers(id)[tracker.url].tier == 0


def test_private_torrent_gains_no_trackers(swarm: Swarm, user: User) -> None:
    known = swarm.payload(name="same", private=True)
    again = swarm.payload(name="same", private=True, trackers=["http://127.0.0.1:1/announce"])
    user.adds(known)
    shown = user.previews(again.torrent_path)
    assert (shown.known, shown.private, shown.new_trackers) == (True, True, ())


def test_discarded_preview_leaves_nothing(swarm: Swarm, user: User, payload: Payload) -> None:
    tracker = swarm.tracker()
    link = f"{payload.magnet}&tr={tracker.url}"
    shown = user.previews(link)
    user.until(lambda: tracker.announces)
    user.engine.intake.discard(shown.id)
    user.until(lambda: not user.engine._records.get(shown.id))
    assert "open it again" in user.refused(user.engine.intake.add(shown.id, user.options()))
    assert (user.news, user.stored(), dict(user.engine.torrents)) == ([], [], {})
    assert list(user.downloads.iterdir()) == []


def test_preview_discarded_at_once_and_opened_again(swarm: Swarm, user: User, payload: Payload) -> None:
    async def hesitate() -> Preview:
        user.engine.intake.discard((await user.engine.intake.preview(payload.magnet)).id)
        user.engine.intake.discard((await user.engine.intake.preview(payload.magnet)).id)
        return await user.engine.intake.preview(payload.magnet)

    shown = user.run(hesitate())
    user.connects(shown.id, swarm.seed(payload))
    assert user.previews_complete(payload.magnet).size == payload.size


def test_added_while_libtorrent_still_takes_the_preview_in(swarm: Swarm, user: User, payload: Payload) -> None:
    async def quick() -> str:
        return await user.engine.intake.add((await user.engine.intake.preview(payload.magnet)).id, user.options())

    id = user.run(quick())
    user.connects(id, swarm.seed(payload))
    user.sees(id, State.SEEDING)
    assert payload.arrives(user.downloads) == ()


def test_previewed_magnet_shows_in_no_list_and_writes_nothing(swarm: Swarm, user: User, payload: Payload) -> None:
    shown = user.previews(payload.magnet)
    user.connects(shown.id, swarm.seed(payload))
    user.previews_complete(payload.magnet)
    assert list(user.downloads.iterdir()) == []
    known = user.adds(swarm.payload(name="another"))
    user.sees(known, State.DOWNLOADING)
    assert set(user.news) == {known}
    assert user.stored() == [known]
    assert not (user.data_dir / "parts" / "preview").exists()
    assert user.restart().stored() == [known]


def test_preview_seeds_nothing_that_lies_in_the_download_folder(swarm: Swarm, user: User, payload: Payload) -> None:
    payload.prefill(user.downloads, range(payload.pieces))
    shown = user.previews(payload.magnet)
    user.connects(shown.id, swarm.seed(payload))
    user.previews_complete(payload.magnet)
    handle = user.handle(shown.id)
    user.until(lambda: handle.status().state == lt.torrent_status.states.finished)
    assert handle.status().total_done == 0


def test_added_twice_at_once(user: User, payload: Payload) -> None:
    shown = user.previews(payload.torrent_path)
    first = user.loop.create_task(user.engine.intake.add(shown.id, user.options()))
    assert "already" in user.refused(user.engine.intake.add(shown.id, user.options()))
    assert user.finish(first) == shown.id


def test_added_while_its_link_is_opened_once_more(swarm: Swarm, user: User, payload: Payload) -> None:
    shown = user.previews(payload.torrent_path)
    adding = user.loop.create_task(user.engine.intake.add(shown.id, user.options()))
    user.previews(payload.magnet)
    id = user.finish(adding)
    user.connects(id, swarm.seed(payload))
    user.sees(id, State.SEEDING)
    assert user.stored() == [id]


def test_added_while_the_program_starts(users: Callable[..., User], payload: Payload) -> None:
    user = users()
    opening = user.launch()
    assert user.adds(payload) == payload.id
    assert opening.done()


def test_asked_while_the_program_closes(users: Callable[..., User], payload: Payload) -> None:
    user = users()
    user.launch()
    engine = user.engine
    late = user.loop.create_task(engine.intake.preview(str(payload.torrent_path)))
    user.run(engine.close())
    user.until(late.done)
    if late.exception() is not None:
        assert "closing" in sentence(str(late.exception()))


def test_choices_of_the_dialog(swarm: Swarm, user: User, tmp_path: Path) -> None:
    user.adds(swarm.payload(name="first"))
    folder = tmp_path / "new" / "deeper"
    payload = swarm.payload(version=Version.V1, comment="made for a test")
    id = user.adds(
        payload, save_path=f"{folder}/../deeper/", start=False, name="Mine", sequential=True, first_last=True,
        top_of_queue=True, labels=("a", "b c"), priorities={0: 0, 1: 7},
    )  # fmt: skip
    row = user.sees(id, State.PAUSED, lambda row: row.queue == 0)
    assert (row.save_path, row.name, row.labels) == (str(folder), "Mine", ("a", "b c"))
    assert (row.paused, row.sequential, row.first_last, row.queue) == (True, True, True, 0)
    assert user.priorities(id)[:3] == [0, 7, 4]
    assert payload.size - payload.files[0].size <= row.size < payload.size
    assert user.run(user.engine.details.facts(id)).comment == "made for a test"


def test_choices_that_make_no_sense(user: User, payload: Payload) -> None:
    shown = user.previews(payload.torrent_path)
    add = user.engine.intake.add
    assert "has no file 99" in user.refused(add(shown.id, user.options(priorities={99: 1})))
    assert "no full path" in user.refused(add(shown.id, user.options(save_path="relative/folder")))
    assert "no full path" in user.refused(add(shown.id, user.options(save_path="/tmp/a\0b")))
    assert "no full path" in user.refused(add(shown.id, user.options(save_path="/tmp/\udcff")))
    assert "is a file" in user.refused(add(shown.id, user.options(save_path=str(payload.torrent_path))))
    below = payload.torrent_path / "sub"
    assert "can't be made" in user.refused(add(shown.id, user.options(save_path=str(below))))
    assert user.stored() == []
    assert user.run(add(shown.id, user.options())) == payload.id


def test_peer_of_a_link_is_asked_after_a_preview_that_did_not_find_it(
    swarm: Swarm, user: User, payload: Payload
) -> None:
    with socket.socket() as nobody:
        nobody.bind((swarm.address(), 0))
        address, port = nobody.getsockname()
        found = user.previews(f"{payload.magnet}&x.pe={address}:{port}")
        user.until(
            lambda: (
                user.handle(found.id).status().list_peers == 1 and not user.run(user.engine.peers.connected(found.id))
            )
        )
        id = user.run(user.engine.intake.add(found.id, user.options()))
        user.until(lambda: user.handle(id).status().list_peers == 1)


def test_search_for_metadata_obeys_the_settings(users: Callable[..., User], payload: Payload) -> None:
    user = users(chosen={settings.connection.PEX: False, settings.connection.CONNECTIONS_PER_TORRENT: 7}).start()
    handle = user.handle(user.previews(payload.magnet).id)
    assert handle.flags() & lt.torrent_flags.disable_pex
    assert handle.max_connections() == 7


def test_preview_discarded_when_its_metadata_comes(swarm: Swarm, user: User, payload: Payload) -> None:
    found = user.previews(payload.magnet)
    running = user.engine._running
    assert running
    discarded: list[str] = []

    def discard(record: Record) -> None:
        user.engine.intake.discard(record.id)
        discarded.append(record.id)

    running.listener.metadata.connect(discard)
    user.connects(found.id, swarm.seed(payload))
    user.until(lambda: discarded == [found.id])
    # What was asked of the torrent that is gone is answered before this: nobody is told.
    assert user.previews(payload.torrent_path).has_metadata
    assert user.completed == []


def test_many_files_are_not_read_on_the_thread_of_the_window(
    swarm: Swarm, user: User, payload: Payload, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    read = convert.files

    def files(info: lt.torrent_info, renamed: Mapping[int, str]) -> tuple[File, ...]:
        threads.append(threading.current_thread())
        return read(info, renamed)

    monkeypatch.setattr(convert, "files", files)
    found = user.previews(payload.magnet)
    user.connects(found.id, swarm.seed(payload))
    user.until(lambda: user.completed)
    user.run(user.engine.intake.add(found.id, user.options(first_last=True)))
    assert len(threads) >= 2
    assert threading.main_thread() not in threads
