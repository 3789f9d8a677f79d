"""What a fault hits: import, edit, bulk edit, undo, export, backup, migration, each as steps in a folder of its own.

A step is done when it returns: that is what a user was told. `States` knows what a review says after each of them, so
that after any fault it must say what it did after the last step that was done, or after the one under way.
``python -m tests.faults.deeds DEED FOLDER`` does one and says each step as it is done.
"""

from __future__ import annotations

import os
import shutil
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn
from zipfile import ZipFile

from db import edits, sentences
from db.errors import UserError
from db.exporting import Format, export
from db.importing import import_paths
from db.review import Review, backups_of
from db.values import Status
from tests.db.files import jsonl, part
from tests.db.older import make_older

TICKETS = 120
NAME = "r.winnow"
OUT = "out"
DATA = "data"
NEW = "new"
BULK = range(1, TICKETS + 1)
EXPORTS: tuple[tuple[str, Format], ...] = (
    ("sources", "markdown"),
    ("t.jsonl", "jsonl"),
    ("t.csv", "csv"),
    ("t.xlsx", "xlsx"),
    ("set", "huggingface"),
    ("t.json", "label-studio"),
)
Step = Callable[[Path], None]
State = tuple[object, ...]


@dataclass(frozen=True)
class Deed:
    """Steps one after the other; `is_older`: on a review of the first version."""

    name: str
    steps: Sequence[Step]
    is_older: bool = False


def ground(folder: Path) -> Path:
    """A folder with a review of a Markdown and a JSONL source, files to import, and an export that is there already."""
    data = folder / DATA
    part(data / "a.md", [f"第 {n} 张" for n in range(TICKETS // 2)])
    jsonl(data / "b.jsonl", TICKETS // 2, 300)
    (folder / NEW).mkdir(parents=True)
    part(folder / NEW / "c.md", [f"新的 {n}" for n in range(TICKETS)])
    jsonl(folder / NEW / "d.jsonl", TICKETS, 400)
    with Review.create(folder / NAME, "lin") as review:
        import_paths(review, [data])
        edits.set_category(review, [3, 4, 70], ("CDN", "回源"))
        review.back_up()  # so that no opening makes one of its own
        (folder / OUT).mkdir()
        (folder / OUT / "t.csv").write_text("旧的", encoding="utf-8")
    return folder


def opened(folder: Path) -> Review:
    """The review of a folder; its daily backup is never due, so that only `backup` makes one."""
    return Review.open(folder / NAME, "lin")


def _within(change: Callable[[Review], object]) -> Step:
    def step(folder: Path) -> None:
        with opened(folder) as review:
            change(review)

    return step


def _note(n: int) -> Step:
    return _within(lambda review: edits.set_note(review, [n % TICKETS + 1], f"{n} " + "备注" * (n * 37 % 500)))


def _export(name: str, kind: Format) -> Step:
    def step(folder: Path) -> None:
        with opened(folder) as review:
            export(review, folder / OUT / name, kind)

    return step


def _import(folder: Path) -> None:
    with opened(folder) as review:
        done = import_paths(review, [folder / NEW])
        for problem in done.problems:
            raise problem


DEEDS: Mapping[str, Deed] = {
    deed.name: deed
    for deed in (
        Deed("import", [_import]),
        Deed("edit", [_note(n) for n in range(12)]),
        Deed(
            "bulk edit",
            [
                _within(lambda review: edits.set_category(review, BULK, ("对象存储", "上传下载"))),
                _within(lambda review: edits.add_cause(review, BULK, "缓存没有刷新")),
                _within(lambda review: edits.set_note(review, BULK, "一起改的")),
                _within(lambda review: edits.set_status(review, BULK, Status.REVIEWED)),
            ],
        ),
        Deed(
            "undo",
            [
                _within(lambda review: edits.set_category(review, BULK, ("对象存储", "上传下载"))),
                _within(edits.undo),
                _within(edits.redo),
                _within(edits.undo),
                _within(edits.undo),
            ],
        ),
        Deed("export", [_export(*one) for one in EXPORTS]),
        Deed("backup", [_within(Review.back_up)] * 3),
        Deed("migration", [_within(lambda _: None)], is_older=True),
    )
}


def prepared(deed: Deed, ground: Path, folder: Path) -> Path:
    """A new folder for one try, of the ground."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ground, folder)
    if deed.is_older:
        make_older(folder / NAME)
    return folder


def do(deed: Deed, folder: Path, first: int, done: Callable[[int], object]) -> None:
    """The steps from `first` on; `done` hears of each."""
    for number, step in enumerate(deed.steps[first:], first + 1):
        step(folder)
        done(number)


def state(review: Review) -> State:
    """All that a review says: its tickets, its log, the bytes of its sources."""
    tickets = [
        (
            (one.source_name, one.line, one.title, one.category, one.problem, one.thread, one.root_cause, one.causes),
            (one.status, one.note, one.edited, tuple(one.originals.items())),
        )
        for one in review.tickets()
    ]
    log = [(one.kind, one.summary.code, one.tickets, one.undone) for one in edits.log(review)]
    return tickets, log, [review.content(one.id) for one in review.sources()]


def files(folder: Path) -> Mapping[str, object]:
    """What an export left at its places; halves of files have a name that begins with a dot."""
    found = sorted((folder / OUT).rglob("*"))
    return {str(one.relative_to(folder)): _said(one) for one in found if one.is_file() and one.name[0] != "."}


def _said(file: Path) -> object:
    """What a file holds; of a workbook all but the time at which it was made."""
    if file.suffix != ".xlsx":
        return file.read_bytes()
    with ZipFile(file) as book:
        return {name: book.read(name) for name in book.namelist() if name != "docProps/core.xml"}


class States:
    """What the review of a deed says, and what its exports hold, after each number of steps."""

    def __init__(self, deed: Deed, ground: Path, folder: Path) -> None:
        self.deed = deed
        prepared(deed, ground, folder)
        self.after: list[State] = []
        self.files: list[Mapping[str, object]] = []
        if deed.is_older:
            prepared(Deed(deed.name, deed.steps), ground, folder)
        with Review.open(backups_of(folder / NAME)[0].path, read_only=True) as copy:
            self.earlier = state(copy)
        self._look(folder)
        do(deed, folder, 0, lambda _: self._look(folder))

    def _look(self, folder: Path) -> None:
        with opened(folder) as review:
            self.after.append(state(review))
        self.files.append(files(folder))

    def look(self, folder: Path, done: int) -> int:
        """How many steps the folder stands at, of `done` that were said to be; AssertionError where a promise is
        broken.
        """
        possible = range(done, min(done + 2, len(self.after)))
        with opened(folder) as review:
            found = state(review)
            at = next((one for one in possible if self.after[one] == found), None)
            assert at is not None, f"the review is not as after step {done} or {done + 1}"
            problems = review.check()
            assert not problems, sentences.summary(problems[0])
        self._look_at_files(folder, possible)
        self._look_at_copies(folder, done)
        if self.deed.name in ("export", "backup", "migration"):
            return done  # the review is the same after every step
        return at

    def _look_at_files(self, folder: Path, possible: range) -> None:
        for name, data in files(folder).items():
            whole = [self.files[one].get(name) for one in (*possible, possible[0])]
            assert data in whole, f"{name} is neither as it was nor as it is to be"
        missing = self.files[possible[0]].keys() - files(folder).keys()
        assert not missing, f"{missing} are gone"

    def _look_at_copies(self, folder: Path, done: int) -> None:
        copies = backups_of(folder / NAME)
        assert self.deed.name != "backup" or len(copies) >= done, f"{len(copies)} copies of {done}"
        for copy in copies:
            one = Path(shutil.copy(copy.path, folder / "copy.winnow"))  # opening may bring it up to date
            with Review.open(one) as review:
                assert self.earlier == state(review) or state(review) in self.after, f"{copy.path.name} is of no time"
                assert review.check() == [], f"{copy.path.name} is not sound"


def main(name: str, folder: str) -> NoReturn:
    """Do a deed; a line a step, and a line for what the user is told where one fails."""

    def say(text: str) -> None:
        os.writev(1, [f"{text}\n".encode()])  # no call that any fault is injected into

    try:
        do(DEEDS[name], Path(folder), 0, lambda n: say(f"done {n}"))
    except UserError as exc:
        say(f"told {exc.code} {sentences.error(exc)}")
    except OSError as exc:
        say(f"bare {type(exc).__name__} {exc}")
    except Exception:  # whatever else comes is what the fault is tried for: it is told, and counted as broken
        say("bare " + " | ".join(traceback.format_exc().splitlines()[-8:]))
    os._exit(0)  # nothing more is written, where every write fails


if __name__ == "__main__":
    main(*sys.argv[1:])
