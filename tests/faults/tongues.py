"""The language of the window changed between actions: the log, undo and redo go on in the order of the deeds, and each
word about them is in the language that the window speaks by then.

All texts of the ticket are Latin, so that a Chinese sign can only come from the words of the window.
"""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from db import edits, sentences
from db.importing import import_paths
from db.review import Review
from tests.faults.outcome import Broken, Outcome, scratch

if TYPE_CHECKING:
    from tests.qtapp.desk import Desk

ROOT = Path(__file__).resolve().parents[2]
ACTIONS = 12
CHINESE = re.compile(r"[\u4e00-\u9fff]")
LATIN = re.compile(r"[A-Za-z]{3,}")
NOTE = "n{:02}"
"""Too short for a word."""


def run(outcome: Outcome, n: int, seed: int) -> None:
    """`n` sessions of some actions each, the language changed before about every second of them."""
    with scratch() as folder:
        home = {name: str(folder / "home") for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
        call = [sys.executable, "-m", __name__, str(folder), str(n), str(seed)]
        done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, env={**os.environ, **home})
        if done.returncode:
            raise Broken(done.stderr.strip()[-400:])
        for line in done.stdout.splitlines():
            name, broken, switches = json.loads(line)
            with outcome.one(name):
                outcome.count("switches", switches)
                assert not broken, broken


def main(folder: str, n: str, seed: str) -> None:
    """The window: a line a session, its name, what broke, how often the language was changed."""
    from PySide6.QtWidgets import QApplication

    from qtapp import settings
    from tests.qtapp.desk import Desk, dress

    app = QApplication([])
    settings.set_checks_labels(False)
    for number in range(int(n)):
        chance = random.Random(f"{seed}/{number}")
        review = _review(Path(folder, f"{number}"))
        dress(chance.choice(("en", "zh_CN")))
        desk = Desk(app, [review])
        broken, session = "", _Session(desk, chance)
        try:
            session.run()
        except AssertionError as exc:
            broken = str(exc) or "a promise"
        broken = broken or " ".join(desk.broken)
        desk.leave()
        print(json.dumps([f"session {number}, seed {seed}", broken, session.switches]), flush=True)


def _review(folder: Path) -> Path:
    folder.mkdir()
    (folder / "a.md").write_text("## 1 T\n\n**分类**：CDN\n\n**问题描述**：p\n\n---\n", encoding="utf-8")
    with Review.create(folder / "r.winnow", "lin") as review:
        import_paths(review, [folder / "a.md"])
    return folder / "r.winnow"


class _Session:
    """Notes of one ticket, written, undone and done again by keys."""

    def __init__(self, desk: Desk, chance: random.Random) -> None:
        self._desk, self._chance = desk, chance
        self._notes, self._undone = [""], [""][1:]
        self.switches = 0

    def run(self) -> None:
        """All actions, and then all of them undone."""
        for number in range(ACTIONS):
            if self._chance.random() < 0.5:
                self._switch()
            kind = self._chance.random()
            if kind < 0.25 and len(self._notes) > 1:
                self._undo()
            elif kind < 0.4 and self._undone:
                self._desk.press("Ctrl+Shift+Z")
                self._notes.append(self._undone.pop())
            else:
                self._write(NOTE.format(number))
            self._look()
        while len(self._notes) > 1:
            self._switch()
            self._undo()
            self._look()
        assert edits.next_undo(self._desk.session.review) is None, "there is more to undo than was done"

    def _switch(self) -> None:
        self.switches += 1
        window = self._desk.window
        window.do_action("language")
        self._desk.until(lambda: self._desk.window is not window)
        self._desk.until(self._desk.window.isActiveWindow)
        self._desk.until(lambda: self._desk.session.complete)
        self._desk.settle()

    def _undo(self) -> None:
        self._desk.press("Z")
        self._undone.append(self._notes.pop())

    def _write(self, note: str) -> None:
        self._desk.press("M", "Ctrl+A")
        self._desk.write(note)
        self._desk.press("Ctrl+Enter")
        self._desk.until(lambda: self._desk.ticket.note == note)
        self._notes.append(note)
        self._undone = []

    def _look(self) -> None:
        from qtapp import settings
        from qtapp.session import translate

        desk, chinese = self._desk, settings.language() != "en"
        assert desk.ticket.note == self._notes[-1], f"the note is {desk.ticket.note}, not {self._notes[-1]}"
        newest, *log = edits.log(desk.session.review, None)
        words = sentences.summary(newest.summary, translate)
        assert desk.toast == words, f"{desk.toast!r} is said, not {words!r}"
        _speaks(desk.toast, chinese)
        standing = sum(one.kind == "edit" and not one.undone for one in (newest, *log))
        assert standing == len(self._notes) - 1, f"{standing} actions stand, not {len(self._notes) - 1}"
        assert [one.id for one in log] == sorted((one.id for one in log), reverse=True), "the log is out of order"
        for button in self._history():
            _speaks(button, chinese)

    def _history(self) -> list[str]:
        """What the history of the ticket says of each change, but for the time and the reviewer."""
        pane = self._desk.pane
        pane.show_history()
        self._desk.settle()
        names = [button.accessibleName() for button in pane.known.history.buttons]
        changes = len(edits.history(self._desk.session.review, self._desk.ticket.id))
        assert len(names) == changes, f"{len(names)} changes are shown, not {changes}"
        return names


def _speaks(text: str, chinese: bool) -> None:
    """A text of the window is in its language."""
    assert text, "nothing is said"
    assert bool(CHINESE.search(text)) == chinese, f"{text!r} is no {'Chinese' if chinese else 'English'}"
    assert chinese or LATIN.search(text), f"{text!r} is no English"
    assert not (chinese and LATIN.search(text)), f"{text!r} is no Chinese"


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(*sys.argv[1:])
