# SPDX-License-Identifier: GPL-3.0-or-later
"""The set-up behind every make target: its pins, what it takes from the user's pip, what it does again."""

import fcntl
import importlib.util
import os
import re
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
HASHED = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>[\w.]+)(?: ; [^\n\\]+)? \\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+",
    re.MULTILINE,
)


@pytest.fixture(scope="module")
def prepare() -> ModuleType:
    spec = importlib.util.spec_from_file_location("prepare", ROOT / "packaging" / "prepare.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def nothing_on_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


def pins(file: str) -> dict[str, str]:
    text = (ROOT / "packaging" / file).read_text()
    left = [line for line in HASHED.sub("", text).splitlines() if not line.lstrip().startswith("#")]
    assert left == [], "neither a hashed pin nor a comment"
    assert "://" not in text, "the address of an index"
    return {match["name"]: match["version"] for match in HASHED.finditer(text)}


@pytest.mark.parametrize("dev", [False, True])
def test_pins_hold_what_the_project_asks_for(dev: bool) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = project["dependencies"] + (project["optional-dependencies"]["dev"] if dev else [])
    pinned = pins("requirements-dev.txt" if dev else "requirements.txt")
    for requirement in map(Requirement, asked):
        assert requirement.specifier.contains(pinned[canonicalize_name(requirement.name)]), requirement


def test_tests_run_with_the_libraries_that_are_shipped() -> None:
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()


def test_of_the_users_pip_only_the_ways_to_packages_count(
    prepare: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "pip.conf"
    config.write_text(
        "[global]\nindex-url = https://one.invalid/simple\ntimeout = 9\ntarget = /nowhere\nrequire-virtualenv = yes\n"
        "[install]\nindex-url = https://two.invalid/simple\nuser = yes\nfind-links =\n    /a\n    /b\n"
    )
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", str(config))
    monkeypatch.setenv("PIP_TIMEOUT", "7")
    monkeypatch.setenv("PIP_NO_BINARY", ":all:")
    environment = prepare.pip_environment(Path(sys.prefix))
    assert environment["PIP_INDEX_URL"] == "https://two.invalid/simple"
    assert environment["PIP_FIND_LINKS"].split() == ["/a", "/b"]
    assert environment["PIP_TIMEOUT"] == "7"
    assert environment["PIP_CONFIG_FILE"] == os.devnull
    assert not {"PIP_TARGET", "PIP_USER", "PIP_NO_BINARY", "PIP_REQUIRE_VIRTUALENV"} & environment.keys()


def test_environment_is_renewed_for_other_pins_folder_or_python(prepare: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "pins"
    file.write_text("a==1")
    before = prepare.fingerprint(tmp_path, (3, 11), [file])
    assert prepare.fingerprint(tmp_path, (3, 11), [file]) == before
    assert prepare.fingerprint(tmp_path / "moved", (3, 11), [file]) != before
    assert prepare.fingerprint(tmp_path, (3, 12), [file]) != before
    file.write_text("a==2")
    assert prepare.fingerprint(tmp_path, (3, 11), [file]) != before


def test_unfinished_environment_is_begun_again(
    prepare: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One whose building was interrupted has a Python, and no stamp."""
    monkeypatch.setenv("PYTHON", sys.executable)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    venv = tmp_path / ".venv"
    (venv / "bin").mkdir(parents=True)
    (venv / "bin" / "python").symlink_to(sys.executable)
    (venv / "remains").touch()
    (tmp_path / "packaging").mkdir()
    (tmp_path / "packaging" / "requirements-dev.txt").write_text(f"nowhere-to-be-found==1 --hash=sha256:{'0' * 64}\n")
    with pytest.raises(prepare.SetupError, match="--requirement"):
        prepare.provide_environment(tmp_path)
    assert not (venv / "remains").exists()
    assert prepare.venv_version(venv) == sys.version_info[:2]
    assert list(venv.glob("*.stamp")) == []


def test_what_does_not_run_is_no_python(prepare: ModuleType, tmp_path: Path) -> None:
    shim = tmp_path / "python3.13"
    shim.write_text("#!/bin/sh\nexit 127\n")
    shim.chmod(0o755)
    assert prepare.probe(str(shim)) is None
    assert prepare.probe(str(tmp_path / "nothing")) is None
    assert prepare.probe(sys.executable).version == sys.version_info[:2]


def test_without_a_python_it_says_so(
    prepare: ModuleType, nothing_on_path: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYTHON", raising=False)
    with pytest.raises(prepare.SetupError, match=r"3\.12 or 3\.13 is needed \(found: none\)"):
        prepare.choose_python()


def test_second_setup_waits_for_the_first(prepare: ModuleType) -> None:
    with prepare.only_one(), Path(prepare.__file__).open("rb") as other, pytest.raises(BlockingIOError):
        fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
    with prepare.only_one():
        pass


def test_missing_library_is_named(prepare: ModuleType, nothing_on_path: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(prepare.QT_LIBRARIES, "libnosuchthing.so.9", ("libnosuchthing9",))
    with pytest.raises(prepare.SetupError, match=r"libnosuchthing\.so\.9 are missing\. Install what is missing"):
        prepare.provide_libraries(window=False)


def test_missing_library_of_one_display_does_not_forbid_another(
    prepare: ModuleType, nothing_on_path: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(prepare.X11_LIBRARIES, "libnosuchthing.so.9", ("libnosuchthing9",))
    monkeypatch.setenv("DISPLAY", ":0")
    prepare.provide_libraries(window=False)
    assert capsys.readouterr().out == ""
    prepare.provide_libraries(window=True)
    assert "libnosuchthing.so.9" in capsys.readouterr().out


def test_translations_are_compiled_when_they_are_newer(prepare: ModuleType, tmp_path: Path) -> None:
    prepare.compile_translations(tmp_path)  # none yet
    (tmp_path / ".venv").symlink_to(sys.prefix)
    folder = tmp_path / "resources" / "translations"
    folder.mkdir(parents=True)
    source, target = folder / "starling_es.ts", folder / "starling_es.qm"
    source.write_text(
        '<!DOCTYPE TS><TS version="2.1" language="es"><context><name>A</name>'
        "<message><source>Peers</source><translation>Pares</translation></message></context></TS>"
    )
    prepare.compile_translations(tmp_path)
    assert "Pares".encode("utf-16-be") in target.read_bytes()
    target.write_bytes(b"kept")
    prepare.compile_translations(tmp_path)
    assert target.read_bytes() == b"kept"
    os.utime(source, (target.stat().st_mtime + 5,) * 2)
    prepare.compile_translations(tmp_path)
    assert target.read_bytes() != b"kept"


def test_broken_translation_stops_and_leaves_the_old_one(prepare: ModuleType, tmp_path: Path) -> None:
    (tmp_path / ".venv").symlink_to(sys.prefix)
    folder = tmp_path / "resources" / "translations"
    folder.mkdir(parents=True)
    (folder / "starling_es.qm").write_bytes(b"old")
    source = folder / "starling_es.ts"
    source.write_text("<TS")
    os.utime(source, ((folder / "starling_es.qm").stat().st_mtime + 5,) * 2)
    with pytest.raises(prepare.SetupError, match=r"starling_es\.ts"):
        prepare.compile_translations(tmp_path)
    assert (folder / "starling_es.qm").read_bytes() == b"old"
