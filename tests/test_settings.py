# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of settings, and that its file forgives everything."""

import tempfile
import tomllib
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from starling import formats, settings
from starling.setting import Page, Setting, Unit
from starling.settings import TABLE, Settings
from starling.settings.connection import NOWHERE
from starling.settings.general import Language
from starling.settings.privacy import EncryptionPolicy

pytestmark = pytest.mark.usefixtures("qapp")  # the store's timer needs an application


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def written(file: Path, text: str) -> Path:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def stored(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def test_no_file_is_all_defaults_and_writes_nothing(file: Path) -> None:
    store = Settings(file)
    assert all(store.get(setting) == setting.default for setting in TABLE.values())
    assert store.problems == ()
    store.flush()
    assert not file.parent.exists()


@pytest.mark.parametrize("setting", TABLE.values(), ids=TABLE)
def test_row_is_complete(setting: Setting[Any]) -> None:
    assert setting.key.count(".") == 1
    assert setting.accept(setting.default) == setting.default
    assert setting.label
    assert setting.page in Page
    assert setting.page.title
    assert not setting.zero_source or setting.minimum == 0
    assert setting.unit is Unit.NONE or isinstance(setting.default, int | float)
    assert (setting.read is None) == (setting.write is None)
    assert setting.choices == () or setting.default in dict(setting.choices)


def test_texts_end_as_they_should() -> None:
    assert all(not setting.label.endswith(".") for setting in TABLE.values())
    assert all(setting.help.endswith(".") for setting in TABLE.values() if setting.help)


OTHERS: list[tuple[Setting[Any], Any]] = [
    (settings.downloads.SAVE_PATH, "/data/ñ"),
    (settings.downloads.START_ADDED, False),
    (settings.connection.PORT, 0),
    (settings.privacy.ENCRYPTION, EncryptionPolicy.REQUIRE),
    (settings.connection.INTERFACES, ("127.0.0.1", "::1")),
    (settings.advanced.DHT_BOOTSTRAP, ()),
    (settings.advanced.SESSION, {"enable_lsd": False, "alert_queue_size": 2000, "user_agent": "x"}),
]


@pytest.mark.parametrize(("setting", "value"), OTHERS, ids=[setting.key for setting, _ in OTHERS])
def test_value_survives_a_restart_and_a_reset_takes_it_out(
    file: Path, qtbot: QtBot, setting: Setting[Any], value: Any
) -> None:
    store = Settings(file)
    with qtbot.waitSignal(store.changed, check_params_cb=lambda key: key == setting.key):
        store.set(setting, value)
    store.flush()
    table, name = setting.key.split(".")
    assert list(stored(file)) == [table]
    assert list(stored(file)[table]) == [name]
    again = Settings(file)
    assert again.get(setting) == value
    assert again.problems == ()
    again.reset(setting)
    again.flush()
    assert stored(file) == {}
    assert Settings(file).get(setting) == setting.default


def test_unchanged_value_is_neither_told_nor_written(file: Path, qtbot: QtBot) -> None:
    store = Settings(file)
    store.set(settings.connection.PORT, 6881)
    store.flush()
    before = file.stat()
    with qtbot.assertNotEmitted(store.changed):
        store.set(settings.connection.PORT, 6881)
        store.set(settings.connection.UTP, True)
    store.flush()
    assert file.stat().st_ino == before.st_ino


def test_changes_are_written_without_being_asked(file: Path, qtbot: QtBot) -> None:
    store = Settings(file)
    store.set(settings.connection.PORT, 6881)
    store.set(settings.connection.UTP, False)
    qtbot.waitUntil(file.exists)
    assert stored(file) == {"connection": {"port": 6881, "utp": False}}


WRONG: list[tuple[Setting[Any], Any, str]] = [
    (settings.connection.UTP, 1, "“Use µTP” is either true or false."),
    (settings.connection.PORT, 65_536, "“Port for incoming connections” must be from 0 to 65535."),
    (settings.connection.PORT, -1, "“Port for incoming connections” must be from 0 to 65535."),
    (settings.connection.PORT, True, "“Port for incoming connections” must be a whole number."),
    (settings.connection.PORT, 1.5, "“Port for incoming connections” must be a whole number."),
    (settings.speed.DOWN_LIMIT, 2**31 - 1, "“Download limit” must be from 0 to 1000000000."),
    (settings.privacy.ENCRYPTION, "strong", "“Encryption” must be one of allow, prefer, require, disabled."),
    (settings.privacy.ENCRYPTION, 3, "“Encryption” must be one of allow, prefer, require, disabled."),
    (settings.downloads.SAVE_PATH, 3, "“Save to” must be a text."),
    (settings.downloads.SAVE_PATH, "/\udcff", "“Save to” must be a text."),
    (settings.downloads.SAVE_PATH, "Downloads", "“Save to” must be a full path."),
    (settings.connection.INTERFACES, "eth0", "“Network interfaces” must be a list of texts."),
    (settings.connection.INTERFACES, ["eth0", 1], "“Network interfaces” must be a list of texts."),
    (
        settings.connection.INTERFACES,
        ["eth0,eth1"],
        "“Network interfaces” takes names such as eth0 and addresses such as 192.0.2.1, not “eth0,eth1”.",
    ),
    (
        settings.connection.INTERFACES,
        [""],
        "“Network interfaces” takes names such as eth0 and addresses such as 192.0.2.1, not “”.",
    ),
    (
        settings.connection.INTERFACES,
        ["\n"],
        "“Network interfaces” takes names such as eth0 and addresses such as 192.0.2.1, not “\n”.",
    ),
    (settings.advanced.DHT_BOOTSTRAP, ["example.org"], "“First nodes of the DHT” takes host:port, not “example.org”."),
    (settings.advanced.DHT_BOOTSTRAP, [":1"], "“First nodes of the DHT” takes host:port, not “:1”."),
    (settings.advanced.DHT_BOOTSTRAP, ["a:0"], "“First nodes of the DHT” takes host:port, not “a:0”."),
    (settings.advanced.DHT_BOOTSTRAP, ["a,b:1"], "“First nodes of the DHT” takes host:port, not “a,b:1”."),
    (settings.advanced.SESSION, 1, "“libtorrent's own settings” must be a table of numbers, texts, true and false."),
    (
        settings.advanced.SESSION,
        {"a": 1.5},
        "“libtorrent's own settings” must be a table of numbers, texts, true and false.",
    ),
    (settings.advanced.SESSION, {"a": 2**31}, "“libtorrent's own settings”: a does not fit in 32 bits."),
]


@pytest.mark.parametrize(("setting", "value", "sentence"), WRONG)
def test_wrong_value_is_refused_with_a_sentence(file: Path, setting: Setting[Any], value: Any, sentence: str) -> None:
    store = Settings(file)
    with pytest.raises(ValueError, match="“") as error:
        store.set(setting, value)
    assert str(error.value) == sentence
    assert store.get(setting) == setting.default


def test_good_nodes_and_addresses_are_taken(file: Path) -> None:
    store = Settings(file)
    store.set(settings.advanced.DHT_BOOTSTRAP, ("example.org:6881", "[2001:db8::1]:6881"))
    assert store.get(settings.advanced.DHT_BOOTSTRAP) == ("example.org:6881", "[2001:db8::1]:6881")


def test_wrong_values_in_the_file_are_told_and_stand_until_overwritten(file: Path) -> None:
    text = 'lone = 1\n[connection]\nport = "x"\nutp = false\n[future]\nthing = [1, 2.5]\n[units]\nbinary = 3\n'
    store = Settings(written(file, text))
    assert store.get(settings.connection.PORT) == 51413
    assert store.get(settings.connection.UTP) is False
    assert store.problems == (
        "Starling does not know the setting lone; it is kept.",
        "“Port for incoming connections” must be a whole number. The default is used instead of connection.port = x.",
        "Starling does not know the setting future.thing; it is kept.",
        "“Sizes in KiB, MiB and GiB” is either true or false. The default is used instead of units.binary = 3.",
    )
    store.set(settings.connection.UTP, True)
    store.flush()
    assert stored(file) == {
        "lone": 1,
        "connection": {"port": "x"},
        "future": {"thing": [1, 2.5]},
        "units": {"binary": 3},
    }
    store.set(settings.connection.PORT, 51413)
    store.set(settings.appearance.BINARY_UNITS, True)
    store.flush()
    assert stored(file) == {"lone": 1, "future": {"thing": [1, 2.5]}, "units": {"binary": True}}


def test_number_for_a_switch_is_overwritten_though_python_finds_it_equal(file: Path) -> None:
    store = Settings(written(file, "[units]\nbinary = 1\n"))
    store.set(settings.appearance.BINARY_UNITS, True)
    store.flush()
    assert stored(file) == {"units": {"binary": True}}
    assert file.read_text(encoding="utf-8").endswith("binary = true\n")


def test_value_where_a_table_belongs_gives_way(file: Path) -> None:
    store = Settings(written(file, "connection = 1\n"))
    store.reset(settings.connection.PORT)
    store.set(settings.connection.PORT, 6881)
    store.flush()
    assert stored(file) == {"connection": {"port": 6881}}


def test_long_wrong_value_is_shortened(file: Path) -> None:
    (problem,) = Settings(written(file, f'[connection]\nport = "{"x" * 500}"\n')).problems
    assert problem.endswith("x….")
    assert len(problem) < 200


@pytest.mark.parametrize("damage", [b"port = = 1\n", b"\xff\xfe", b"", b"\0" * 64, b"a = " + b"[" * 100_000])
def test_damaged_file_gives_way_to_the_one_before(file: Path, damage: bytes) -> None:
    store = Settings(file)
    for port in (6881, 6882, 6883):
        store.set(settings.connection.PORT, port)
        store.flush()
    file.write_bytes(damage)
    recovered = Settings(file)
    assert recovered.get(settings.connection.PORT) == 6882
    (sentence,) = recovered.problems
    assert sentence.startswith("The settings could not be read (")
    moment = formats.moment((file.parent / "settings.toml.1").stat().st_mtime)
    assert f"Those of {moment} are used" in sentence
    assert str(file) + ".damaged" in sentence
    recovered.flush()
    assert (file.parent / "settings.toml.damaged").read_bytes() == damage
    assert stored(file) == {"connection": {"port": 6882}}
    assert Settings(file).problems == ()


def test_damaged_file_without_any_before_gives_way_to_the_defaults(file: Path) -> None:
    store = Settings(written(file, "= =\n"))
    (sentence,) = store.problems
    assert "The defaults are used" in sentence
    assert "Nothing is transferred until you have chosen the network interfaces anew" in sentence
    assert store.get(settings.connection.INTERFACES) == (NOWHERE,)
    assert store.get(settings.remote.PASSWORD) == settings.remote.NOBODY, "there may have been a password"
    assert store.get(settings.connection.PORT) == 51413
    store.flush()
    assert (file.parent / "settings.toml.damaged").read_text(encoding="utf-8") == "= =\n"
    again = Settings(file)
    assert again.problems == ()
    assert again.get(settings.connection.INTERFACES) == (NOWHERE,), "a restart opens nothing"


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
@hypothesis.settings(deadline=None)
def test_no_file_keeps_the_program_from_starting(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "settings.toml"
        file.write_bytes(data)
        store = Settings(file)
        store.flush()
    closed = {settings.connection.INTERFACES.key, settings.remote.PASSWORD.key}
    lost = closed if store.get(settings.connection.INTERFACES) else set()
    assert all(store.get(setting) == setting.default for setting in TABLE.values() if setting.key not in lost)


def test_default_of_the_save_path_is_the_downloads_folder(file: Path) -> None:
    assert Path(Settings(file).get(settings.downloads.SAVE_PATH)).is_absolute()


def test_words() -> None:
    assert settings.connection.PORT.zero == "another at every start"
    assert settings.connection.UTP.help.startswith("Gives way")
    assert settings.general.LANGUAGE.choices[1] == (Language.ENGLISH, "English")
    assert Page.QUEUE.title == "Queue"


def test_a_wrong_value_of_the_file_is_told_of_until_it_has_another(file: Path) -> None:
    store = Settings(written(file, "[connection]\nport = 99999\n"))
    assert "connection.port = 99999" in store.problem(settings.connection.PORT)
    assert store.problem(settings.connection.PORT) in store.problems
    assert store.problem(settings.speed.UP_LIMIT) == ""
    store.set(settings.connection.PORT, 51413)
    assert store.problem(settings.connection.PORT) == ""


def test_what_is_not_as_at_the_start_waits_for_the_next(file: Path) -> None:
    language = settings.general.LANGUAGE
    store = Settings(written(file, '[appearance]\nlanguage = "es"\n'))
    assert not store.waits(language)
    store.reset(language)
    assert store.waits(language)
    store.set(language, Language.SPANISH)
    assert not store.waits(language)
