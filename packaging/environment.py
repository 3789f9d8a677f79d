"""The environment `.venv` in the project: made when missing, filled from exact versions, left alone when it fits.

Standard library only, for a machine with Python and nothing else. A stamp in the environment holds a hash of everything
that decides its content, so that a second start has nothing to do.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import system

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
PYPROJECT = ROOT / "pyproject.toml"
STAMP = VENV / "winnow-stamp"
OUTER = getattr(sys, "_base_executable", None) or sys.executable
"""The Python that makes environments: not that of the environment which is made anew, should it run this."""
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def ensure(*extras: str) -> None:
    """Have an environment with the dependencies of the project and of these `extras` of pyproject.toml."""
    if _fits(extras):
        return
    with _alone():
        if _fits(extras):  # another start has made it meanwhile
            return
        kept = _stamped_extras() if _is_current() else set()
        wanted = sorted(kept | set(extras))
        if not _is_current():
            _make()
        _install(wanted)
        STAMP.write_text("\n".join([_fingerprint(), *wanted]) + "\n", encoding="utf-8")
    system.ensure_chinese_font()


def _fingerprint() -> str:
    # not the whole version: an environment outlives a patch release, such as apt brings along with python3-venv
    digest = hashlib.sha256(f"{sys.version_info[:2]}\n{sys.base_prefix}\n{ROOT}\n".encode())
    for file in (PYPROJECT, CONSTRAINTS):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _stamp() -> list[str]:
    return STAMP.read_text(encoding="utf-8").split() if STAMP.exists() else []


def _is_current() -> bool:
    return PYTHON.exists() and _stamp()[:1] == [_fingerprint()]


def _stamped_extras() -> set[str]:
    return set(_stamp()[1:])


def _fits(extras: tuple[str, ...]) -> bool:
    return _is_current() and _stamped_extras() >= set(extras)


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Two starts at once take turns. The lock is on a file that is there anyway."""
    if sys.platform == "win32":
        yield
        return
    import fcntl  # not on Windows

    with CONSTRAINTS.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _make() -> None:
    """A fresh environment by the first way that works here; ends with the line to type when none does."""
    STAMP.unlink(missing_ok=True)
    shutil.rmtree(VENV, ignore_errors=True)
    print(f"Making {VENV} with Python {sys.version.split()[0]}", flush=True)
    if not _has_pip_for_venv() and system.is_root() and system.is_debian():
        _install_debian_venv()
    ways = [[OUTER, "-m", "venv", str(VENV)]] if _has_pip_for_venv() else []
    if _has("virtualenv"):
        ways.append([OUTER, "-m", "virtualenv", "--quiet", str(VENV)])
    if _has("venv") and _has("pip"):  # pip of the system fills an environment that has none of its own
        ways.append([OUTER, "-m", "venv", "--without-pip", str(VENV)])
    for command in ways:
        if subprocess.run(command).returncode == 0:
            return
        shutil.rmtree(VENV, ignore_errors=True)
    name = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    raise SystemExit(
        f"Python cannot make environments here: its venv module is not complete. Type:\n  {system.install_line([name])}"
    )


def _install_debian_venv() -> None:
    """Debian keeps `ensurepip` in a package of its own, named for this Python or for the default one."""
    names = (f"python{sys.version_info.major}.{sys.version_info.minor}-venv", "python3-venv")
    print(f"Installing {names[0]}", flush=True)
    if system.apt_install(names[:1]):
        system.apt_install(names[1:])
    importlib.invalidate_caches()


def _has(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


def _has_pip_for_venv() -> bool:
    return _has("venv") and _has("ensurepip")


def _install(extras: list[str]) -> None:
    """Install what pyproject.toml asks for, in the versions of constraints.txt."""
    requirements = _requirements(extras)
    print(f"Installing {len(requirements)} packages and what they need (once)", flush=True)
    own_pip = subprocess.run([PYTHON, "-c", "import pip"], stderr=subprocess.DEVNULL).returncode == 0
    pip = [PYTHON, "-m", "pip"] if own_pip else [OUTER, "-m", "pip", "--python", PYTHON]
    command = [*pip, "install", "--disable-pip-version-check", "--constraint", CONSTRAINTS, *requirements]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{done.stdout}\nThe packages could not be installed; pip's words are above.")
    _add_project()


def _requirements(extras: list[str]) -> list[str]:
    import tomllib  # only when there is something to install

    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]
    groups = [project["dependencies"], *(project["optional-dependencies"][name] for name in extras)]
    return [requirement for group in groups for requirement in group]


def _add_project() -> None:
    """Put the project itself on the path of the environment, so that child processes find it from any folder."""
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    folder = subprocess.run([PYTHON, "-c", code], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
    (Path(folder) / "winnow-desk.pth").write_text(f"{ROOT}\n", encoding="utf-8")
