"""What can be handed on: wheel and sdist, the frozen program, a Debian package. Started by ``dev.py build``.

Runs the tools of the environment in processes of their own; nothing is downloaded here.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import deb
import environment

ROOT = environment.ROOT
DIST = ROOT / "dist"
WORK = ROOT / "build"
PROGRAM = DIST / "winnow" / ("winnow.exe" if sys.platform == "win32" else "winnow")


def build() -> int:
    """Build everything into dist/ and start the frozen program; ends with the words of the step that failed."""
    shutil.rmtree(DIST, ignore_errors=True)
    _step("Wheel and sdist", environment.PYTHON, "-m", "build", "--no-isolation", "--outdir", DIST, ROOT)
    options = ("--noconfirm", "--clean", "--log-level", "WARN", "--distpath", DIST, "--workpath", WORK)
    _step("Frozen program", environment.PYTHON, "-m", "PyInstaller", *options, ROOT / "packaging" / "winnow.spec")
    _start_frozen()
    if shutil.which("dpkg-deb"):
        with tempfile.TemporaryDirectory() as folder:
            tree = deb.lay_out(Path(folder) / "tree", PROGRAM.parent)
            package = DIST / deb.file_name()
            _step("Debian package", "dpkg-deb", "--root-owner-group", "--build", tree, package)
    for path in sorted(DIST.iterdir()):
        print(f"{_megabytes(path):8.1f} MB  {path}")
    return 0


def _start_frozen() -> None:
    """The command line and the whole headless tour, from the frozen program and far from the sources."""
    with tempfile.TemporaryDirectory() as folder:
        _step("Start: version", PROGRAM, "--version", folder=Path(folder))
        _step("Start: tour of the window", PROGRAM, "--tour", "--out", Path(folder) / "tour", folder=Path(folder))


def _step(name: str, *command: str | Path, folder: Path = ROOT) -> None:
    print(f"== {name}", flush=True)
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        command, cwd=folder, env=variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if done.returncode != 0:
        raise SystemExit(f"{done.stdout}\n{name}: {Path(command[0]).name} ended with {done.returncode}.")


def _megabytes(path: Path) -> float:
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return sum(file.stat().st_size for file in files) / 1e6
