#!/usr/bin/env python3
"""The developer's one door: ``python3 packaging/dev.py run | test | build | bench | pictures``.

Needs Python 3.11 and nothing else: the environment, the packages in exact versions and the system libraries of Qt are
seen to first, and checked again in a blink at every later start.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - the sentence is for exactly those whom the project does not support
    raise SystemExit("Winnow needs Python 3.11 or newer; this is " + sys.version.split()[0])

import environment
import system

ROOT = environment.ROOT
SAMPLE = ROOT / "resources" / "sample"
SANDBOX = ROOT / ".winnow-dev"

USAGE = """\
python3 packaging/dev.py COMMAND

  run [FILE|FOLDER ...]   open the window on these, or on the sample dataset; without a display, take the headless tour
  test [ARGUMENT ...]     ruff, mypy, pytest and a short bench; with arguments, only pytest, with them
  build                   wheel, sdist, frozen program and, on Debian, a .deb into dist/; starts the frozen program once
  bench [ARGUMENT ...]    the measurements, kept in packaging/bench.md: --size N, --json, --only PART, --peers;
                          --faults: what is promised of faults, tried for an hour
  pictures                remake the pictures of the README
"""

PAGE = ROOT / "packaging" / "bench.md"
SHORT_BENCH = ("--size", "20000", "--within", "240")
SHORT_PARTS = ("importing", "searching", "starting", "painting", "acting", "editing", "bulk", "exporting", "giving")
"""A few minutes of the bench for whoever reads the output of the tests; no time in it fails them."""

CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
)


def main(arguments: list[str]) -> int:
    """Run one command; returns its exit code."""
    commands = {"run": run, "test": test, "build": build, "bench": bench, "pictures": pictures}
    if not arguments or arguments[0] not in commands:
        asked = arguments[:1] in (["-h"], ["--help"])
        print(USAGE, end="", file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    return commands[arguments[0]](arguments[1:])


def run(paths: list[str]) -> int:
    """The window, or the tour where nobody could see it."""
    display = system.has_display()
    environment.ensure()
    system.ensure_qt_libraries(display)
    if not display:
        return _python("-m", "qtapp", "--tour", *paths, offscreen=True)
    return _python("-m", "qtapp", *(paths or [_own_sample()]))


def _own_sample() -> str:
    """A copy of the sample, so that the review beside it keeps what was tried, and the repository stays as it is."""
    copy = SANDBOX / "sample"
    for file in SAMPLE.iterdir():
        if not (copy / file.name).exists():
            copy.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, copy / file.name)
    return str(copy)


def test(arguments: list[str]) -> int:
    """All checks, or pytest alone with these arguments; every check is run though one before it failed."""
    environment.ensure("test", "bench")
    system.ensure_qt_libraries(display=False)
    if arguments:
        return _python("-m", "pytest", *arguments, offscreen=True, folder=ROOT)
    failed = []
    for check in (*CHECKS, ("pytest",)):
        print(f"== {' '.join(check)}", flush=True)
        if _python("-m", *check, offscreen=True, folder=ROOT):
            failed.append(" ".join(check))
    print(f"== bench {' '.join(SHORT_BENCH)}", flush=True)
    parts = [word for part in SHORT_PARTS for word in ("--only", part)]
    _python("-m", "tests.bench", *SHORT_BENCH, *parts, offscreen=True, folder=ROOT)
    print("All checks passed." if not failed else f"Failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


def build(_: list[str]) -> int:
    """Everything that can be handed on, in dist/."""
    import bundle

    environment.ensure("build")
    system.ensure_qt_libraries(display=False)
    return bundle.build()


def bench(arguments: list[str]) -> int:
    """The measurements, as ratios in one run; or the faults, each tried many times."""
    environment.ensure("test", "bench")
    system.ensure_qt_libraries(display=False)
    if "--faults" in arguments:
        others = [argument for argument in arguments if argument != "--faults"]
        return _python("-m", "tests.faults", *others, offscreen=True, folder=ROOT)
    kept = [] if {"--only", "--out", "--help", "-h"} & set(arguments) else ["--out", str(PAGE)]
    return _python("-m", "tests.bench", *arguments, *kept, offscreen=True, folder=ROOT)


def pictures(arguments: list[str]) -> int:
    """The pictures that the README shows, taken by the tour from the sample dataset."""
    environment.ensure()
    system.ensure_qt_libraries(display=False)
    return _python(
        "-m", "qtapp", "--tour", "--pictures", str(ROOT / "packaging" / "pictures"), *arguments, offscreen=True
    )


def _python(*arguments: str, offscreen: bool = False, folder: Path | None = None) -> int:
    """Run the environment's Python; the project is on its path whatever the folder."""
    variables = {**os.environ, **({"QT_QPA_PLATFORM": "offscreen"} if offscreen else {})}
    try:
        return subprocess.run([environment.PYTHON, *arguments], env=variables, cwd=folder).returncode
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
