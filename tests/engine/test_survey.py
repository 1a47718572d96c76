# SPDX-License-Identifier: GPL-3.0-or-later
"""Many torrents are asked about at once, what their snapshots say is not asked, and nothing heavy is kept."""

from typing import Any

import pytest

from starling.engine import survey, surveyed
from starling.peer import Transport
from starling.survey import Detail, Need
from starling.torrent import State, Torrent
from tests.helpers import User
from tests.swarm import Swarm

EVERYTHING = ~Need.NONE


def surveys(user: User, *ids: str, need: Need = EVERYTHING) -> list[Detail]:
    return user.run(user.engine.survey.of([user.torrent(id) for id in ids], need))


def test_only_what_is_not_known_is_asked(swarm: Swarm, user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []
    answer = surveyed.answer
    monkeypatch.setattr(
        surveyed, "answer", lambda questions, *rest: (asked.extend(questions), answer(questions, *rest))[1]
    )
    payload = swarm.payload(name="a", files={"x.flac": 50_000, "y.txt": 1_000})
    id, other = user.owns(payload), user.owns(swarm.payload(name="b", files=1_000))
    user.engine.pause([id, other])
    for each in (id, other):
        user.sees(each, State.FINISHED)
    plain = Need.OUTLINE | Need.WEB_SEEDS | Need.AMOUNTS | Need.PEERS | Need.FLOWS | Need.TRACKERS | Need.DESIRED
    first = surveys(user, id, other, need=plain)
    assert [question.id for question in asked] == [id, other]
    assert (first[0].outline.files, first[0].outline.mime, first[0].outline.pieces) == (2, "audio/flac", payload.pieces)
    asked.clear()
    again = surveys(user, id, other, need=plain)
    assert [(each.outline, each.web_seeds) for each in again] == [(each.outline, each.web_seeds) for each in first]
    assert [each.amounts.valid for each in again] == [51_000, 1_000]
    assert asked == [], "a complete torrent at rest tells all that by itself"
    files = surveys(user, id)[0]
    assert files.files == user.run(user.engine.details.files(id))
    user.engine._records.get(id).files = None  # type: ignore[union-attr]
    assert surveys(user, id)[0].files == files.files
    assert user.engine._records.get(id).files is None, "the names of 10,000 torrents are not kept"  # type: ignore[union-attr]
    assert not user.engine.peers._books, "rates are differences between the looks of whoever keeps a book"


def test_what_is_kept_is_learnt_before_anybody_asks(swarm: Swarm, user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("_SETTLED", 0.0), ("_FEW", 1), ("_PAUSE", 0.0)):
        monkeypatch.setattr(survey, name, value)
    ids = [user.owns(swarm.payload(name=name, files=1_000)) for name in "abc"]
    user.engine.pause(ids)
    for each in ids:
        user.sees(each, State.FINISHED)
    user.run(user.engine.survey.learn())
    asked: list[Any] = []
    answer = surveyed.answer
    monkeypatch.setattr(
        surveyed, "answer", lambda questions, *rest: (asked.extend(questions), answer(questions, *rest))[1]
    )
    found = surveys(user, *ids, need=Need.OUTLINE | Need.WEB_SEEDS)
    assert [each.outline.files for each in found] == [1, 1, 1]
    assert asked == []


def test_what_goes_meanwhile_is_left_out(swarm: Swarm, user: User) -> None:
    id, gone = (user.adds(swarm.payload(name=name, files=1_000), start=False) for name in "ab")
    rows: list[Torrent] = [user.torrent(each) for each in (id, gone)]
    user.run(user.engine.remove([gone], data=False))
    found = user.run(user.engine.survey.of(rows, EVERYTHING))
    assert found[1] == Detail()
    assert found[0].outline.files == 1
    # One whose handle dies between the question and the answer.
    record = user.engine._records.get(id)
    assert record is not None
    asked = user.loop.create_task(user.engine.survey.of(rows[:1], EVERYTHING))
    removed = user.loop.create_task(user.engine.remove([id], data=False))
    assert len(user.finish(asked)) == 1
    user.finish(removed)


def test_news_of_one_do_not_outdate_what_is_learnt_of_others(
    swarm: Swarm, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (user.adds(swarm.payload(name=name, files=1_000), start=False) for name in "ab")
    asked: list[list[str]] = []
    answer = surveyed.answer

    def answering(questions: Any, *rest: Any) -> Any:
        asked.append([question.id for question in questions])
        if len(asked) == 1:
            # While the answer is on its way, something is new of one of them.
            user.loop.call_soon_threadsafe(user.engine.survey.sources_changed, second)
        return answer(questions, *rest)

    monkeypatch.setattr(surveyed, "answer", answering)
    need = Need.OUTLINE | Need.WEB_SEEDS
    for _ in range(3):
        surveys(user, first, second, need=need)
    assert asked == [[first, second], [second]]


def test_what_others_have_of_what_is_missing(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(name="half", files=1_600_000, piece_size=32_768)
    some = swarm.leech(payload, have=range(0, payload.pieces, 2), up=100_000)
    id = user.adds(payload)
    user.connects(id, some)
    row = user.sees(id, lambda row: row.peers and not row.seeds and row.done > 60_000)
    (detail,) = user.run(user.engine.survey.of([row], EVERYTHING))
    missing = [
        size
        for at, size in enumerate(sizes(payload.size, payload.piece_size))
        if not detail.pieces[at] and detail.copies[at]
    ]
    assert detail.desired == sum(missing) < row.size - row.done
    # Two questions, between which a piece may have come.
    assert abs(detail.amounts.valid - sum(detail.pieces) * payload.piece_size) <= 2 * payload.piece_size


def sizes(total: int, piece: int) -> list[int]:
    return [min(piece, total - start) for start in range(0, total, piece)]


def test_web_seed(swarm: Swarm, user: User) -> None:
    served = swarm.payload(name="w.bin", files=2_000_000, seed="w")
    url = swarm.web_server(served.root).slow("w.bin", 300_000)
    id = user.adds(swarm.payload(name="w.bin", files=2_000_000, seed="w", web_seeds=[url]))
    row = user.sees(id, lambda row: row.down > 0)
    (detail,) = user.run(user.engine.survey.of([row], EVERYTHING))
    assert detail.web_seeds == (url,)
    assert [(peer.transport, peer.url, peer.down > 0) for peer in detail.peers] == [(Transport.WEB_SEED, url, True)]
