# SPDX-License-Identifier: GPL-3.0-or-later
"""The language of the filter box: what each term finds, how terms compose, and what is said of those that are wrong."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling import querycauses, queryrules
from starling.query import Query, parse
from starling.queryfields import FIELDS, NAMED, Kind, find
from starling.queryproblem import Wrong
from starling.querystates import SIDEBAR, STATES
from starling.spelling import folded
from starling.torrent import NEVER, State, Torrent
from starling.why.reason import Cause, Reason

DAY = 86_400
NOW = int(time.time())

LINUX = Torrent(
    id="a" * 40,
    name="Debian 13.4 amd64 DVD (2026).iso",
    state=State.STALLED,
    progress=0.25,
    size=4_700_000_000,
    total_size=4_700_000_000,
    done=1_175_000_000,
    down=250_000,
    up=900,
    eta=5_400,
    seeds=3,
    swarm_seeds=40,
    peers=2,
    ratio=0.456,
    queue=0,
    added=NOW - 3 * DAY,
    last_activity=NOW - 40,
    down_limit=100_000,
    save_path="/data/Linux",
    tracker_hosts=("bttracker.debian.org",),
    hash_v1="a" * 40,
    labels=("Linux", "Big ones"),
    error="",
    why=Reason(Cause.CHOKED_BY_LIMIT),
)
BOOKS = Torrent(
    id="b" * 40,
    name="Ñandú y Über: Murmuración",
    state=State.ERROR,
    progress=1.0,
    size=500_000,
    done=500_000,
    ratio=2.0,
    added=NOW - 40 * DAY,
    completed=NOW - 39 * DAY,
    seeding_time=20 * DAY,
    save_path="/mnt/books",
    hash_v2="b" * 64,
    private=True,
    paused=True,
    error="Disk full on /mnt: free 1 GB",
    why=Reason(Cause.DISK_FULL),
)
BOTH = (LINUX, BOOKS)
PARADO = {"parado": "stalled", "en pausa": "paused", "si": "yes", "hoy": "today", "nunca": "never"}
PARADO |= querycauses.vocabulary({"disk-full": "Disco lleno", "choked-by-limit": "Parado"})


def finds(text: str, torrents: tuple[Torrent, ...] = BOTH, **found: set[str]) -> tuple[Torrent, ...]:
    query = parse(text, PARADO)
    assert query.problem is None, query.problem
    rule = query.rule({asked: found.get(asked, set()) for asked in query.inside})
    return tuple(torrent for torrent in torrents if rule is None or rule(torrent))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "debian",
            "DVD debian",
            '"amd64 dvd"',
            "“amd64 dvd”",
            "(2026)",
            "-nandu",
            "aaaaaa",
            "/data",
            "bttracker",
            "big",
        ),
        *("state:stalled", "is:Downloading", "state:sta", "state:stalled,paused -private:yes", "state:parado"),
        *(
            "why:any size>1G",
            "-why:none size>1G",
            "why:choked",
            "why:choked-by-limit",
            "why:parado",
            "reason=choked-by-limit -state:errors",
        ),
        *("-state:errors", "state!=errors", "state:incomplete", "state:running", "forced:no state:inc"),
        *("ratio<1", "ratio:0.4", "ratio=0.45", "ratio<=0,456", "ratio!=2", "ratio:0.1..1", "ratio < 1"),
        *(
            "size>4G",
            "size > 4G",
            "size: 4.7GB",
            "size:4G",
            "size>4.3GiB",
            "size:4G..5G",
            "left>3G",
            "size>=4700000000",
        ),
        *("down>100k", "down>=250kB/s", "-down:none up<1k down>1k", "progress<50%", "progress:25", "done=25%"),
        *("eta<2h", "eta<1h31m", "eta>=90m", 'eta:"1h 30m"', "seeds>2", "seeds=3", "peers<3 peers>1", "swarmseeds:40"),
        *("added<7d", "added:1w", "added>2d added<0.1y", "added:2d..4d", "completed:never", "active<1h", "age<7d"),
        *(
            "label:linux",
            "label=linux",
            'label:"big ones"',
            "label:any",
            "label:x,linux",
            "tag:lin*",
            "label:any label!=music",
        ),
        *("tracker:debian", "tracker:*.org", "host:any", "name:dvd", "name:debian*iso", "path:/data", "dir:linux"),
        *(
            "hash:AAAA",
            "private:no",
            "queue:1",
            "queue<2",
            "limit:down",
            "limit:yes",
            "limit:down -limit:up",
            "error:none",
        ),
        *("nandu -uber or debian", "q | debian", "(q or debian) dvd", "-(q or nandu)", "-(nandu", "label:x|size>4G"),
        *("- debian -", "debian )", "debian ratio<", "debian or", "((((debian", 'name:"debian 13', "size:1G..5G"),
    ],
)
def test_what_finds_the_first(text: str) -> None:
    assert finds(text) == (LINUX,)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "nandu",
            "murmuracion uber",
            '"y über"',
            "uber:",
            "-debian",
            "bbbbbb",
            "/mnt/books",
            "-label:any",
            "label:none",
        ),
        *("why:disk-full", "why=disk-full", "cause:disk", 'why:"disco lleno"', "why:disco-ll", "why!=choked-by-limit"),
        *("why:read-only,disk", "-why:choked", 'why:"disk full"'),
        *("state:errors", "state:error", "state:pau", "state:complete", "status:en-pausa", 'state:"en pausa"'),
        *("ratio>1", "size<1M", "progress:100", "progress>=100%", "completed>30d", "completed:any", "seedtime>2w"),
        *("added>1mo", "error:disk", 'error:"free 1 GB"', "error:any", "private:yes", "private:si", "limit:none"),
        *(
            "queue:none",
            "eta:none",
            "swarmseeds:none",
            "tracker:none",
            "hash:bbbb",
            "-state:incomplete",
            "up:0 -seeds>0",
        ),
    ],
)
def test_what_finds_the_second(text: str) -> None:
    assert finds(text) == (BOOKS,)


@pytest.mark.parametrize("text", ["", "  ", "-", "state:", "size>", "ratio < ", "()", "-()", "(|)", ')"', "state:all"])
def test_what_asks_for_nothing_finds_all(text: str) -> None:
    assert finds(text) == BOTH


@pytest.mark.parametrize(
    "text", ["debian nandu", "dvd -debian", '"dvd amd64"', "label:linux size<1G", "eta>9y", "why:none"]
)
def test_what_contradicts_itself_finds_none(text: str) -> None:
    assert finds(text) == ()


def test_a_date_is_the_whole_day_month_or_year() -> None:
    def at(moment: str) -> Torrent:
        return replace(LINUX, added=int(time.mktime(time.strptime(moment, "%Y-%m-%d %H:%M"))))

    days = tuple(map(at, ("2026-09-30 23:59", "2026-10-01 00:00", "2026-10-31 23:59", "2026-11-01 00:00")))
    for text, expected in (
        ("added:2026-10", days[1:3]),
        ("added>2026-10", days[3:]),
        ("added>=2026-10", days[1:]),
        ("added<2026-10-1", days[:1]),
        ("added<=2026-10-31", days[:3]),
        ("added:2026", days),
        ("added:2026-10-02..2026-11-01", days[2:]),
        ("added!=2026-10", (days[0], days[3])),
    ):
        assert finds(text, days) == expected, text
    today = replace(LINUX, added=NOW)
    assert finds("added:today or added:yesterday", (today,)) == (today,)
    assert finds("added:hoy or added:yesterday", (LINUX,)) == ()


def test_ages_pass_while_a_query_holds() -> None:
    assert parse("added<7d").timed
    assert parse("-(debian added:today)").timed
    assert not parse("debian size>4G").timed


def test_never_is_longer_than_anything() -> None:
    stuck = replace(LINUX, eta=NEVER)
    assert finds("eta:never", (stuck, LINUX)) == (stuck,)
    assert finds("eta>9y", (stuck, LINUX)) == (stuck,)
    assert finds("eta<never", (stuck, LINUX)) == (LINUX,)


def test_files_inside_compose_with_everything() -> None:
    query = parse('debian file:*.srt -file:(sample size>1M) or file:"two words" label:x file!=a')
    assert query.inside == ("*.srt", "sample size>1M", '"two words"', "a")
    inside = {"*.srt": {LINUX.id, BOOKS.id}, "sample size>1M": set[str](), '"two words"': {BOOKS.id}, "a": set[str]()}
    rule = query.rule(inside)
    assert rule is not None
    assert [rule(torrent) for torrent in BOTH] == [True, False]
    rule = query.rule({**inside, "sample size>1M": {LINUX.id}})
    assert rule is not None
    assert [rule(torrent) for torrent in BOTH] == [False, False]
    assert parse("FILE: two words").inside == ("two",)
    assert parse("file:").inside == ()


@pytest.mark.parametrize(
    ("text", "words", "inside"),
    [
        ("srt", "srt", "file:srt"),
        ("state:paused two -x words", "two words", "state:paused -x file:(two words)"),
        ('"two words"', '"two words"', 'file:"two words"'),
        ("<3", "<3", "file:(<3)"),
        ("a(b", "", ""),
        ("a or b", "", ""),
        ("size>4G", "", ""),
    ],
)
def test_plain_words_can_be_asked_of_the_files(text: str, words: str, inside: str) -> None:
    query = parse(text)
    assert (query.words, query.words_inside) == (words, inside)


@pytest.mark.parametrize(
    ("text", "key", "at_end"),
    [
        ("ratio<", "ratio", True),
        ("debian -state:", "state", True),
        ("(size> | debian)", "size", False),
        ("file: | a", "file", False),
        ("nier:automata label:", "label", True),
    ],
)
def test_a_begun_term_asks_for_nothing_and_is_no_filter_to_keep(text: str, key: str, at_end: bool) -> None:
    query = parse(text)
    assert query.problem is None
    assert query.flaw is not None
    assert query.flaw == query.note
    assert (query.flaw.wrong, query.flaw.key, query.flaw.at_end) == (Wrong.BEGUN, key, at_end)
    assert parse("nier:automata").flaw is None


@pytest.mark.parametrize("text", ["aaaaa", "bbbbb", "aaaaa -c", "aaaaa | bbbbb"])
def test_few_digits_are_no_hash(text: str) -> None:
    assert finds(text) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (" | ".join(f"x{n}" for n in range(50)), ""),
        (" | ".join([*(f"x{n}" for n in range(50)), "DVD"]), "a"),
        (" | ".join([*(f"x{n}" for n in range(50)), "bbbbbb"]), "b"),
        (" ".join(f"-x{n}" for n in range(50)), "ab"),
        (" ".join([*(f"-x{n}" for n in range(50)), "-books"]), "a"),
        ("-debian | -dvd", "b"),
        ("-debian | -nandu", "ab"),
        ("state:stalled (" + " | ".join([*(f"name:*x{n}" for n in range(20)), "name:*iso"]) + ")", "a"),
        ("state:" + ",".join(["stalled"] * 200), "a"),
    ],
)
def test_many_words_are_asked_in_one_go(text: str, found: str) -> None:
    rule = parse(text).rule()
    assert rule is not None
    for _ in range(2):
        assert "".join(torrent.id[0] for torrent in BOTH if rule(torrent)) == found
    # What is kept of a torrent is not told of one that has become another.
    assert not parse("name:x | " * 9 + "debian").rule()(replace(LINUX, name="", save_path="", tracker_hosts=()))  # type: ignore[misc]


def test_what_is_found_in_texts_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def fold(text: str) -> str:
        asked.append(text)
        return folded(text)

    rule = parse("state:stalled (" + " | ".join(f"name:*x{n}" for n in range(20)) + ")").rule()
    assert rule is not None
    monkeypatch.setattr(queryrules, "fold", fold)
    assert not rule(LINUX)
    count = len(asked)
    assert not rule(replace(LINUX, down=7))
    assert len(asked) == count
    rule(replace(LINUX, name="other"))
    assert len(asked) == 2 * count


def test_a_query_has_as_many_characters_as_the_box() -> None:
    assert parse("a" * 2000).flaw is None
    assert parse("a" * 2001).flaw is not None


@pytest.mark.parametrize(
    ("text", "wrong", "key", "suggestion"),
    [
        ("raito<1", Wrong.FIELD, "raito", "ratio"),
        ("debian lable:x", Wrong.FIELD, "lable", "label"),
        ("xyz>1", Wrong.FIELD, "xyz", ""),
        ("state:stallde", Wrong.VALUE, "state", "stalled"),
        ("state:downloading,qwerty", Wrong.VALUE, "state", ""),
        ("state<stalled", Wrong.SIGN, "state", ""),
        ("why:choked,qwerty", Wrong.VALUE, "why", ""),
        ("why:chocked", Wrong.VALUE, "why", "choked"),
        ("why=disk", Wrong.VALUE, "why", "disk-slow"),
        ("why>choked", Wrong.SIGN, "why", ""),
        ("file>a", Wrong.SIGN, "file", ""),
        ("size>big", Wrong.VALUE, "size", ""),
        ("size>4i", Wrong.VALUE, "size", ""),
        ("-size:1G..", Wrong.VALUE, "size", ""),
        ("size>1G..2G", Wrong.VALUE, "size", ""),
        ("added:1d..2026", Wrong.VALUE, "added", ""),
        ("added>2026-13-01", Wrong.VALUE, "added", ""),
        ("added<2026-02-30", Wrong.VALUE, "added", ""),
        ("added<7", Wrong.VALUE, "added", ""),
        ("added<never", Wrong.VALUE, "added", ""),
        ("eta<2", Wrong.VALUE, "eta", ""),
        ("eta<2x", Wrong.VALUE, "eta", ""),
        ("seeds>many", Wrong.VALUE, "seeds", ""),
        ("seeds>1.5", Wrong.VALUE, "seeds", ""),
        ("progress<half", Wrong.VALUE, "progress", ""),
        ("ratio<one", Wrong.VALUE, "ratio", ""),
        ("down>1x", Wrong.VALUE, "down", ""),
        ("private:maybe", Wrong.VALUE, "private", ""),
        ("limit:sky", Wrong.VALUE, "limit", ""),
        ("label:,", Wrong.VALUE, "label", ""),
        ("(" * 30 + "a", Wrong.DEEP, "", ""),
        ("a " * 500, Wrong.MANY, "", ""),
    ],
)
def test_what_is_wrong(text: str, wrong: Wrong, key: str, suggestion: str) -> None:
    problem = parse(text).problem
    assert problem is not None
    assert (problem.wrong, problem.key, problem.suggestion) == (wrong, key, suggestion)


def test_a_problem_at_the_end_may_be_on_its_way() -> None:
    ended, began = parse("debian added<7").problem, parse("added<7 debian").problem
    assert ended is not None
    assert began is not None
    assert (ended.at_end, began.at_end) == (True, False)


@pytest.mark.parametrize("text", ["nier:automata", "http://a.example", "13:4", "S01=E02"])
def test_names_with_colons_stay_words(text: str) -> None:
    query = parse(text)
    assert query.problem is None
    named = replace(LINUX, name=f"A {text} B")
    assert finds(text, (named, LINUX)) == (named,)
    assert (query.note is not None) == (not text[0].isdigit())


def test_the_tables_are_whole() -> None:
    assert set(SIDEBAR) < set(STATES)
    assert len(NAMED) == sum(1 + len(field.aliases) for field in FIELDS)
    for field in FIELDS:
        for sample in field.samples:
            assert parse(f"{field.key}:{sample}").problem is None, (field.key, sample)
        # None of them fails on a torrent of which little is known.
        if field.kind is not Kind.INSIDE:
            rule = parse(f"{field.key}:{field.samples[0] if field.samples else 'no'}").rule
            if field.kind is not Kind.STATE:
                assert rule()(Torrent("", "", State.METADATA)) in {True, False}  # type: ignore[misc]
    assert find("SIZE") is find("size")


@given(st.text(alphabet='ab:<>=!-|()" ,.*?0179%dGkfile\u201cñ', max_size=60))
def test_nothing_that_is_typed_fails(text: str) -> None:
    query: Query = parse(text)
    if query.problem is None:
        rule = query.rule({asked: {LINUX.id} for asked in query.inside})
        assert rule is None or all(rule(torrent) in {True, False} for torrent in BOTH)
        if query.words_inside:
            assert parse(query.words_inside).problem is None
