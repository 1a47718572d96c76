# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogue of libtorrent's settings: its words, how it is searched, and what it takes for a value."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from starling.advanced.check import Value, accept
from starling.advanced.row import INT_MIN, Group, Kind, Row
from starling.advanced.table import TABLE, find, groups
from starling.setting import INT_MAX

LONGEST = 110


@pytest.mark.parametrize("row", TABLE.values(), ids=TABLE)
def test_row_is_complete(row: Row) -> None:
    words = dict(row.named)
    assert row.help[0].isupper()
    assert row.help.endswith(".")
    assert len(row.help) <= LONGEST
    assert ". " not in row.help, "one sentence"
    assert INT_MIN <= row.minimum <= row.maximum <= INT_MAX or row.kind in {Kind.TEXT, Kind.ADDRESS}
    assert all(row.minimum <= value <= row.maximum for value in words)
    assert len(set(words.values())) == len(words)
    assert row.kind is not Kind.CHOICE or len(words) > 1
    assert not row.fixed or row.reason
    assert not row.reason or row.reason.endswith(".")
    assert row.editable == (not row.fixed and row.group is not Group.IDLE and not row.owners)


def test_no_two_settings_have_the_same_help() -> None:
    assert len({row.help for row in TABLE.values()}) == len(TABLE)


def test_every_setting_stands_in_one_group_and_no_group_is_empty() -> None:
    shown = groups()
    assert list(shown) == list(Group)
    assert all(shown.values())
    assert sorted(row.key for rows in shown.values() for row in rows) == sorted(TABLE)
    assert len({group.title for group in Group}) == len(Group)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("dscp", "peer_dscp"),
        ("dht packets second", "dht_block_ratelimit"),
        ("DHT_MAX_ITEMS dht", None),
        ("Átime", "no_atime_storage"),
        ("  routers   traffic ", "peer_dscp"),
        ("finish begin slots", "seed_choking_algorithm"),
        ("web seeds bad", "ban_web_seeds"),
        ("browser offers", "max_webtorrent_offers"),
    ],
)
def test_find_takes_words_of_name_help_group_and_choices(words: str, expected: str | None) -> None:
    found = [row.key for row in find(words)]
    assert expected in found if expected else found == []


def test_find_without_words_is_everything() -> None:
    assert find(" ") == tuple(TABLE.values())


TAKEN: tuple[tuple[str, object, Value], ...] = (
    ("enable_dht", False, False),
    ("enable_dht", 1, True),
    ("unchoke_slots_limit", -1, -1),
    ("peer_dscp", 63, 63),
    ("seed_choking_algorithm", 2, 2),
    ("user_agent", "", ""),
    ("peer_fingerprint", "-" * 20, "-" * 20),
    ("announce_ip", " 2001:db8::1 ", "2001:db8::1"),
    ("announce_ip", "", ""),
)


@pytest.mark.parametrize(("key", "raw", "expected"), TAKEN)
def test_right_value_is_taken(key: str, raw: object, expected: Value) -> None:
    value = accept(key, raw)
    assert (value, type(value)) == (expected, type(expected))


@pytest.mark.parametrize(
    ("key", "raw", "sentence"),
    [
        ("no_such", 1, "libtorrent has no setting “no_such”."),
        ("enable_dht", 2, "“enable_dht” is either true or false."),
        ("enable_dht", 1.0, "“enable_dht” is either true or false."),
        ("enable_dht", "true", "“enable_dht” is either true or false."),
        ("peer_dscp", 64, "“peer_dscp” must be from 0 to 63."),
        ("unchoke_slots_limit", -2, "“unchoke_slots_limit” must be from -1 to 65535."),
        ("inactive_up_rate", 2**40, f"“inactive_up_rate” must be from 0 to {INT_MAX}."),
        ("aio_threads", True, "“aio_threads” must be a whole number."),
        ("aio_threads", 2.0, "“aio_threads” must be a whole number."),
        ("suggest_mode", 2, "“suggest_mode” must be one of 0 (No), 1 (What was read lately)."),
        ("suggest_mode", "0", "“suggest_mode” must be a whole number."),
        ("user_agent", 1, "“user_agent” must be one line of text."),
        ("user_agent", "a\r\nHost: b", "“user_agent” must be one line of text."),
        ("user_agent", "\udc80", "“user_agent” must be one line of text."),
        ("peer_fingerprint", "é" * 11, "“peer_fingerprint” has room for 20 bytes."),
        (
            "natpmp_gateway",
            "router",
            "“natpmp_gateway” takes an address such as 192.0.2.1 or nothing, not “router”.",
        ),
        (
            "max_webtorrent_offers",
            5,
            f"“max_webtorrent_offers” cannot be changed. {TABLE['max_webtorrent_offers'].reason}",
        ),
    ],
)
def test_wrong_value_gets_its_sentence(key: str, raw: object, sentence: str) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011  (the sentence is compared)
        accept(key, raw)
    assert str(refused.value) == sentence


@given(
    st.sampled_from(sorted(TABLE)),
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.integers()),
)
@example("announce_ip", "{name}")
def test_whatever_is_given_is_taken_or_named_in_a_sentence(key: str, raw: object) -> None:
    said = ""
    try:
        value = accept(key, raw)
    except ValueError as refused:
        said = str(refused)
    else:
        assert accept(key, value) == value
    assert not said or said.startswith(f"“{key}” ")


def test_the_words_of_the_settings_are_folded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    find("limit")
    folded: list[str] = []

    def normalize(_form: str, text: str) -> str:
        folded.append(text)
        return text

    monkeypatch.setattr(unicodedata, "normalize", normalize)
    assert find("rates of nothing") == ()
    assert folded == ["rates of nothing"], "who types on does not wait for all of them again"
