"""A long day at the window: many deeds of a monkey, and what may not come of them.

No warning of Qt or of Python, no exception that nobody expected, nothing that is kept for nothing, and a log that
leads to what the review says: undone to its beginning it gives the bytes that were imported, done again its values.

``python -m tests.faults.long_day --seed N --actions N`` plays one day again, and says what it did last where it broke.
"""

from __future__ import annotations

import argparse
import faulthandler
import gc
import json
import logging
import os
import random
import resource
import shutil
import subprocess
import sys
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from db import edits, sentences
from db.errors import EditError
from db.exporting import export
from db.importing import import_paths
from db.review import Review
from tests.bench.generate import write
from tests.faults.deeds import state
from tests.faults.outcome import Broken, Outcome, scratch

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tests.faults.monkey import Monkey

ROOT = Path(__file__).resolve().parents[2]
MORE = 400
"""Generated tickets beside those of the sample, on every other day."""
LAST = 40
"""Deeds that are told of a day that broke."""
DEEDS = "deeds.txt"
"""The file of all that was done."""
LOOKS = 8
"""How often a day the window is brought back to the same place, and counted."""
SLACK = {"true": 1_000, "widgets": 8, "objects": 5_000, "memory": 24 << 20}
"""By how much the last looks of a day may be above the first ones: what is kept for some deeds, not for each."""
WARM = 10_000
"""Actions after which everything has been loaded and drawn once: shorter days are not compared."""
HARMLESS = ("This plugin does not support",)
"""What the offscreen platform says of windows with a smallest size, of raised ones and of popups."""


@dataclass(frozen=True)
class Look:
    """What there is at the same place of the window: counts of references to None and to True, widgets, objects of
    Python, bytes of memory; `kinds` are the widgets by their classes.

    PySide adds a reference to None with each slot that is a lambda and each `deleteLater` (measured with 6.11 on Python
    3.11), which costs nothing. One that takes them away ends the program: the count must not fall.
    """

    none: int
    true: int
    widgets: int
    objects: int
    memory: int
    kinds: Counter[str] = field(repr=False)

    def as_json(self) -> dict[str, int]:
        """Its figures."""
        return {name: getattr(self, name) for name in ("none", *SLACK)}


class Watch:
    """Hears of warnings of Qt and Python, of errors in the log, and of exceptions that end nowhere."""

    def __init__(self) -> None:
        from PySide6.QtCore import QtMsgType, qInstallMessageHandler

        self.heard: list[str] = []

        def of_qt(kind: QtMsgType, context: object, message: str) -> None:
            grave = kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
            if grave and not any(words in message for words in HARMLESS):
                self.heard.append(f"Qt: {message}")

        qInstallMessageHandler(of_qt)
        warnings.simplefilter("always")
        warnings.showwarning = lambda message, kind, file, line, *_: self.heard.append(f"{file}:{line} {message!r}")
        sys.unraisablehook = lambda args: self.heard.append(f"unraisable: {args.exc_value!r} in {args.object!r}")
        handler = logging.Handler(logging.WARNING)
        handler.emit = lambda record: self.heard.append(record.getMessage())  # type: ignore[method-assign]
        logging.getLogger().addHandler(handler)


def ground(folder: Path, seed: int) -> Path:
    """A review of a copy of the sample, on odd days with generated tickets beside it."""
    data = Path(shutil.copytree(ROOT / "resources" / "sample", folder / "data"))
    if seed % 2:
        write(data / "more.jsonl", MORE, seed)
    with Review.create(folder / "day.winnow", "lin") as review:
        import_paths(review, [data])
    return folder / "day.winnow"


def day(seed: int, actions: int, folder: Path, said: Callable[[str], object]) -> dict[str, object]:
    """A day in the calling process, which may have no QApplication yet; Broken where a promise is."""
    from PySide6 import QtWidgets
    from PySide6.QtWidgets import QApplication

    from qtapp import settings
    from qtapp.app.program import make_application
    from tests.faults.monkey import NOTHING, Hands, Monkey
    from tests.qtapp.desk import dress

    review = ground(folder, seed)
    watch = Watch()
    app = QApplication.instance() or make_application()
    for ask, nothing in NOTHING.items():
        setattr(QtWidgets.QFileDialog, ask, staticmethod(lambda *_, answer=nothing: answer))
    dress()
    settings.set_checks_labels(False)
    monkey = Monkey(lambda: Hands(app, [review]), review, random.Random(seed), said)
    looks, slowest, start = [], (0.0, 0), time.monotonic()
    for number in range(actions):
        said(f"{number}:")
        began = time.monotonic()
        monkey.act()
        slowest = max(slowest, (time.monotonic() - began, number))
        if broken := [*watch.heard, *monkey.desk.broken]:
            raise Broken(f"action {number}: {broken[0]}")
        if (number + 1) % max(actions // LOOKS, 1) == 0:
            looks.append(_look(app, monkey))
            said(f"{looks[-1]}")
    taken = time.monotonic() - start
    monkey.leave()
    if watch.heard:
        raise Broken(watch.heard[0])
    entries = replay(review, folder)
    if actions >= WARM:
        compare(looks)
    return {
        "actions": actions,
        "entries": entries,
        "seconds": round(taken, 1),
        "slowest": [round(slowest[0], 2), slowest[1]],
        "looks": [one.as_json() for one in looks],
    }


def _look(app: QApplication, monkey: Monkey) -> Look:
    """Count at the same place: the review opened anew, all tickets shown, in one size, language and theme."""
    from PySide6.QtCore import QCoreApplication, QEvent

    from tests.qtapp.desk import SIZE, dress

    monkey.clear()
    monkey.desk.idle()
    monkey.desk.window.take_over(None)
    dress()
    monkey.desk.program.rebuild()
    monkey.desk.window.resize(*SIZE)
    monkey.open_again()
    monkey.desk.session.find("")
    monkey.desk.window.show_page("tickets")
    monkey.desk.settle()
    monkey.clear()
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        app.processEvents()
        gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return Look(
        sys.getrefcount(None),
        sys.getrefcount(True),
        len(app.allWidgets()),
        len(gc.get_objects()),
        pages * resource.getpagesize(),
        Counter(type(one).__name__ for one in app.allWidgets()),
    )


def compare(looks: Sequence[Look]) -> None:
    """The last quarter of a day is as its second one: the first sees what is made once."""
    quarter = len(looks) // 4
    early, late = looks[quarter : 2 * quarter], looks[-quarter:]
    for name, slack in SLACK.items():
        before, after = (min(getattr(one, name) for one in those) for those in (early, late))
        if after > before + slack:
            more = (late[-1].kinds - early[0].kinds).most_common(9) if name == "widgets" else ""
            raise Broken(f"{name}: {before:,} in the morning, {after:,} in the evening {more}")
    if late[-1].none < early[0].none:
        raise Broken(f"references to None: {early[0].none:,} in the morning, {late[-1].none:,} in the evening")


def replay(path: Path, folder: Path) -> int:
    """Take the whole day back, and do it again; the number of the entries of its log."""
    with Review.open(path, "lin") as review:
        entries = len(edits.log(review, None))
        _check(review)
        evening = _said(review)
        undone = _all_undone(review)
        _check(review)
        export(review, folder / "replayed", "markdown", include_excluded=True)
        for source in review.sources():
            if (folder / "replayed" / source.name).read_bytes() != review.content(source.id):
                raise Broken(f"all is undone, and {source.name} is exported otherwise than it was imported")
        for _ in range(undone):
            edits.redo(review, anyone=True)
        _check(review)
        if _said(review) != evening:
            raise Broken("all is undone and done again, and the review is not what it was")
    return entries


def _all_undone(review: Review) -> int:
    """Undo whatever stands, whoever did it (a name may be changed in the settings); how much that was."""
    undone = 0
    while True:
        try:
            edits.undo(review, anyone=True)
        except EditError as exc:
            if exc.code != "undo.nothing":
                raise
            return undone
        undone += 1


def _said(review: Review) -> object:
    return state(review)[0], review.execute("SELECT key, value FROM decided ORDER BY key").fetchall()


def _check(review: Review) -> None:
    if problems := review.check():
        raise Broken(f"check: {sentences.summary(problems[0])}")


# From outside


def run(outcome: Outcome, seeds: Sequence[int], actions: int) -> None:
    """A day a seed, each in a process of its own; its tries are its actions, and the promise of the whole day."""
    with scratch() as folder:
        for seed in seeds:
            with outcome.one(f"seed {seed}"):
                told = _sent(folder / f"{seed}", seed, actions)
                outcome.tried += actions
                outcome.held += actions
                outcome.count("entries", told["entries"])


def _sent(place: Path, seed: int, actions: int) -> dict[str, int]:
    """What a day in another process tells; Broken with its last deeds where it ends otherwise."""
    call = [sys.executable, "-m", __name__, "--seed", f"{seed}", "--actions", f"{actions}", "--folder", str(place)]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        deeds = (place / DEEDS).read_text(encoding="utf-8").splitlines()[-LAST:]
        raise Broken(f"exit {done.returncode}, {done.stderr.strip()[-250:]} after {'; '.join(deeds)}"[-480:])
    told: dict[str, int] = json.loads(done.stdout.splitlines()[-1])
    shutil.rmtree(place)
    return told


def main(arguments: Sequence[str] | None = None) -> int:
    """One day; what it did last is told where it broke."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.long_day", description="A long day at the window.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--actions", type=int, default=20_000)
    parser.add_argument("--folder", type=Path, help="a new folder, in which all of the day is left")
    options = parser.parse_args(arguments)
    faulthandler.enable()
    if options.folder is not None:
        options.folder.mkdir()
        return _lived(options.seed, options.actions, options.folder)
    with scratch() as folder:
        return _lived(options.seed, options.actions, folder)


def _lived(seed: int, actions: int, folder: Path) -> int:
    """The exit code of a day; each deed is in a file before it is done, and the last ones are told where it broke."""
    _at_home(folder / "home")
    with (folder / DEEDS).open("w", encoding="utf-8", errors="backslashreplace", buffering=1) as deeds:
        try:
            told = day(seed, actions, folder, lambda words: deeds.write(f"{words}\n"))
        except Exception as exc:
            done = (folder / DEEDS).read_text(encoding="utf-8").splitlines()[-LAST:]
            words = str(exc) if isinstance(exc, Broken) else traceback.format_exc()
            print("; ".join(done), words, sep="\n", file=sys.stderr)
            return 1
    print(json.dumps(told), flush=True)
    return 0


def _at_home(home: Path) -> None:
    """Settings and data of this day alone."""
    home.mkdir()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        os.environ[name] = str(home)


if __name__ == "__main__":
    sys.exit(main())
