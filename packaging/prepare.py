# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes this checkout ready to run: Qt's system libraries, .venv from the hashed pins, translations.

The Makefile calls it before every target, so it does only what is not done yet. It uses the standard library alone and
starts under Python 3.8 too, to look for a newer one or to say that there is none.
"""

from __future__ import annotations

import argparse
import ast
import ctypes
import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import Iterable, Iterator, NamedTuple, Sequence

ROOT = Path(__file__).resolve().parent.parent
VERSIONS = ((3, 13), (3, 12), (3, 11))
"""The Pythons every pinned library has a wheel for, the preferred one first."""

QT_LIBRARIES = {
    "libEGL.so.1": ("libegl1",),
    "libGL.so.1": ("libgl1",),
    "libX11.so.6": ("libx11-6",),
    "libbrotlidec.so.1": ("libbrotli1",),
    "libdbus-1.so.3": ("libdbus-1-3",),
    "libfontconfig.so.1": ("libfontconfig1",),
    "libfreetype.so.6": ("libfreetype6",),
    "libglib-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libgssapi_krb5.so.2": ("libgssapi-krb5-2",),
    "libxkbcommon.so.0": ("libxkbcommon0",),
    "libz.so.1": ("zlib1g",),
    "libzstd.so.1": ("libzstd1",),
}
"""What Qt loads without any display: file name -> Debian's and Ubuntu's package, newest name first."""

X11_LIBRARIES = {
    "libX11-xcb.so.1": ("libx11-xcb1",),
    "libxcb-cursor.so.0": ("libxcb-cursor0",),
    "libxcb-icccm.so.4": ("libxcb-icccm4",),
    "libxcb-image.so.0": ("libxcb-image0",),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
    "libxcb-randr.so.0": ("libxcb-randr0",),
    "libxcb-render-util.so.0": ("libxcb-render-util0",),
    "libxcb-shape.so.0": ("libxcb-shape0",),
    "libxcb-util.so.1": ("libxcb-util1",),
    "libxcb-xkb.so.1": ("libxcb-xkb1",),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
}

WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": ("libwayland-client0",),
    "libwayland-cursor.so.0": ("libwayland-cursor0",),
    "libwayland-egl.so.1": ("libwayland-egl1",),
}

PIP_SETTINGS = (
    "cache-dir", "cert", "client-cert", "extra-index-url", "find-links", "index-url", "keyring-provider",
    "no-cache-dir", "no-index", "proxy", "retries", "timeout", "trusted-host",
)  # fmt: skip
"""How pip reaches packages. What else a user may have configured (user, target, no-binary...) would misplace them."""


class SetupError(Exception):
    """The set-up cannot go on; str(error) is a sentence that says what to do."""


class Python(NamedTuple):
    """An interpreter found on this machine."""

    path: str
    version: tuple[int, int]
    makes_venvs: bool


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--window", action="store_true", help="also what a window on this display needs")
    options = parser.parse_args(arguments)
    try:
        with only_one():
            provide_libraries(window=options.window)
            provide_environment(ROOT)
            compile_translations(ROOT)
    except SetupError as error:
        print(f"Starling: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def say(sentence: str) -> None:
    print(f"Starling: {sentence}", flush=True)


@contextmanager
def only_one() -> Iterator[None]:
    """Two calls at once take turns. This file is what they lock, so that nothing is left behind."""
    with Path(__file__).open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("waiting for another set-up of this folder to finish.")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


# System libraries


def provide_libraries(*, window: bool) -> None:
    """Installs what Qt needs, or says what is missing.

    Without the libraries of the display Qt may still find another way to open a window, so those are not insisted on.
    """
    if not sys.platform.startswith("linux"):
        return
    display: dict[str, tuple[str, ...]] = {}
    if window and os.environ.get("DISPLAY"):
        display.update(X11_LIBRARIES)
    if window and os.environ.get("WAYLAND_DISPLAY"):
        display.update(WAYLAND_LIBRARIES)
    missing = [name for name in {**QT_LIBRARIES, **display} if not loads(name)]
    if not missing:
        return
    try:
        install_packages([{**QT_LIBRARIES, **display}[name] for name in missing])
        missing = [name for name in missing if not loads(name)]
        reason = "are still missing after installing their packages"
    except SetupError as error:
        reason = f"are missing. {error}"
    if not missing:
        return
    sentence = f"Qt's system libraries {', '.join(missing)} {reason}"
    if not display.keys() >= set(missing):
        raise SetupError(sentence)
    say(sentence)


def loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def install_packages(wanted: Sequence[Sequence[str]]) -> None:
    """Installs one package of each sequence of alternatives, with apt and without a question."""
    if not shutil.which("apt-get"):
        raise SetupError("Install what is missing with this system's package manager, then run make again.")
    prefix = ["env", "DEBIAN_FRONTEND=noninteractive", "NEEDRESTART_SUSPEND=1", "apt-get", "-y", "-q"]
    if os.geteuid() != 0:
        if not succeeds(["sudo", "-n", "true"]):
            packages = " ".join(sorted({available(names) for names in wanted}))
            raise SetupError(f"Run this, then make again: sudo apt-get install {packages}")
        prefix[:0] = ["sudo", "-n"]
    say("installing system packages.")
    # One broken source of many fails the update, yet the packages may well be there.
    subprocess.call([*prefix, "update"], stdin=subprocess.DEVNULL)
    install = [*prefix, "-o", "DPkg::Lock::Timeout=120", "install", "--no-install-recommends"]
    run([*install, *sorted({available(names) for names in wanted})], dict(os.environ))


def available(names: Sequence[str]) -> str:
    """The first of these names that this release of the distribution knows."""
    return next((name for name in names if succeeds(["apt-cache", "show", name])), names[-1])


def succeeds(command: Sequence[str]) -> bool:
    """False also if there is no such program."""
    try:
        answer = subprocess.run(command, check=False, stdin=subprocess.DEVNULL, capture_output=True)
    except OSError:
        return False
    return answer.returncode == 0


# The virtual environment


def provide_environment(root: Path) -> None:
    """Builds .venv if the pins, the Python or the place of the folder changed; installs Starling itself into it.

    The stamps are written last: what was interrupted is begun again.
    """
    venv = root / ".venv"
    built, installed = venv / "pins.stamp", venv / "project.stamp"
    pins = root / "packaging" / "requirements-dev.txt"
    version = venv_version(venv)
    asked = sys.version_info[:2] if os.environ.get("PYTHON") else version
    if version is None or version != asked or read(built) != fingerprint(root, version, [pins]):
        build_environment(venv, pins)
        version = venv_version(venv)
        built.write_text(fingerprint(root, version, [pins]))
    project = fingerprint(root, version, [root / "pyproject.toml", root / "app" / "starling" / "__init__.py"])
    if read(installed) != project:
        pip = [str(venv / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        run([*pip, "--no-deps", "--no-build-isolation", "--no-index", "--editable", str(root)], pip_environment(venv))
        installed.write_text(project)


def build_environment(venv: Path, pins: Path) -> None:
    python = choose_python()
    say(f"making {venv.name} with Python {python.version[0]}.{python.version[1]}; this happens once.")
    (venv / "pins.stamp").unlink(missing_ok=True)
    run([python.path, "-I", "-m", "venv", "--clear", str(venv)], dict(os.environ))
    pip = [str(venv / "bin" / "python"), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    run([*pip, "--only-binary", ":all:", "--require-hashes", "--requirement", str(pins)], pip_environment(venv))


def fingerprint(root: Path, version: tuple[int, int] | None, files: Iterable[Path]) -> str:
    """Changes with the files' content, the Python and the folder, whose path stands in the scripts of .venv."""
    digest = hashlib.sha256(repr((str(root), version)).encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def venv_version(venv: Path) -> tuple[int, int] | None:
    """None if there is no environment, or one whose Python is gone."""
    found = probe(str(venv / "bin" / "python"))
    return found.version if found else None


def choose_python() -> Python:
    """$PYTHON, or the newest Python on the PATH that the pins have wheels for."""
    if os.environ.get("PYTHON"):
        found = [probe(sys.executable)]
    else:
        names = [f"python{major}.{minor}" for major, minor in VERSIONS] + ["python3"]
        folders = [Path(folder) for folder in os.get_exec_path()]
        found = [probe(str(folder / name)) for name in names for folder in folders if (folder / name).exists()]
    known = [python for python in found if python]
    usable = [python for python in known if python.version in VERSIONS]
    if not usable:
        seen = ", ".join(sorted({"{}.{}".format(*python.version) for python in known})) or "none"
        raise SetupError(
            f"Python 3.11, 3.12 or 3.13 is needed (found: {seen}). Install it, or name it: make PYTHON=..."
        )
    for python in usable:
        if python.makes_venvs:
            return python
    python = usable[0]
    package = "python{}.{}-venv".format(*python.version)
    try:
        install_packages([[package]])
    except SetupError as error:
        raise SetupError(f"{python.path} lacks the venv module. {error}") from error
    return python


def probe(path: str) -> Python | None:
    """None if it does not run, like a pyenv shim of a version that is not selected."""
    code = "import sys, importlib.util as u; print(*sys.version_info[:2], u.find_spec('ensurepip') is not None)"
    try:
        answer = subprocess.run([path, "-I", "-S", "-c", code], check=False, capture_output=True)
    except OSError:
        return None
    if answer.returncode != 0:
        return None
    major, minor, makes_venvs = answer.stdout.decode().split()
    return Python(path, (int(major), int(minor)), makes_venvs == "True")


def pip_environment(venv: Path) -> dict[str, str]:
    """The environment for pip: of the user's configuration, files and variables, only how packages are reached."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    asking = dict(environment)
    if "PIP_CONFIG_FILE" in os.environ:
        asking["PIP_CONFIG_FILE"] = os.environ["PIP_CONFIG_FILE"]
    listing = subprocess.run(
        [str(venv / "bin" / "python"), "-m", "pip", "config", "list"], env=asking, stdout=subprocess.PIPE, check=True
    )
    for key in PIP_SETTINGS:
        variable = "PIP_" + key.upper().replace("-", "_")
        value = os.environ.get(variable) or configured(listing.stdout.decode(), key)
        if value:
            environment[variable] = value
    environment["PIP_CONFIG_FILE"] = os.devnull
    return environment


def configured(listing: str, key: str) -> str:
    """A setting in the lines of `pip config list`; [install] wins over [global], as it does in pip."""
    for section in ("install", "global"):
        match = re.search(rf"^{section}\.{key}=(.*)$", listing, re.MULTILINE)
        if match:
            return str(ast.literal_eval(match[1]))
    return ""


def read(file: Path) -> str:
    return file.read_text() if file.exists() else ""


def run(command: Sequence[str], environment: dict[str, str]) -> None:
    if subprocess.call(command, env=environment, cwd=str(ROOT), stdin=subprocess.DEVNULL) != 0:
        raise SetupError(f"this failed, its lines above say why: {' '.join(command)}")


# Translations


def compile_translations(root: Path) -> None:
    """Makes a .qm of each .ts that is newer."""
    for source in sorted((root / "resources" / "translations").glob("*.ts")):
        target = source.with_suffix(".qm")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            unfinished = target.with_suffix(".qm.new")
            lrelease = str(root / ".venv" / "bin" / "pyside6-lrelease")
            run([lrelease, "-silent", str(source), "-qm", str(unfinished)], dict(os.environ))
            unfinished.replace(target)


if __name__ == "__main__":
    sys.exit(main())
