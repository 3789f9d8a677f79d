"""Dataset files into a review: found in folders, read, recognised, made searchable. All of one call, or nothing.

New sources are written in batches but shown only at the end, in one transaction with the log entry and with what
changed in sources that were there (`merging`). A file that cannot be read is reported and does not stop the others.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO, NoReturn

from db import formats, merging
from db.connection import spelled
from db.errors import Cancelled, SourceError, UserError
from db.intake import Codes, Origin, Taken, checkpoint, discard, publish, sha256_of, take_in
from db.locks import import_lock
from db.records import dataclass, replace
from db.review import Review
from db.search import index
from db.values import Changes, Progress, SourceReport, Step, Summary, no_progress
from db.walking import find_sources, walk

__all__ = ["ImportResult", "find_sources", "import_paths", "read_again", "remove_leftovers"]

BALLAST = 16 << 20
"""Bytes of the disk that are left to take an import back: twice what a batch writes, and its log."""

PAGES = 1000
"""Pages given back to the disk at once."""

_ENTRY = "INSERT INTO entry(at, reviewer, kind, code, data, undone, tickets) VALUES (?, ?, 'import', ?, ?, 0, ?)"


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did. A report for each source that was read, has changed, or was there already (`outcome` "read",
    "changed", "already"); `problems` tells of each file that could not be taken. `changes` names the tickets that were
    there before and changed, not the new ones.
    """

    reports: tuple[SourceReport, ...]
    changes: Changes
    problems: tuple[UserError, ...]


def import_paths(
    review: Review, paths: Sequence[Path], progress: Progress = no_progress, make_index: bool = True
) -> ImportResult:
    """Import files and folders. Raises ReviewError where the review cannot be written, and what `progress` raises
    (Cancelled): everything is then as it was. `make_index` False leaves a missing text index to whoever searches first.
    """
    with _import(review, progress, make_index) as run:
        files, problems = walk(paths)
        run.total = sum(_size(file) for file in files)
        for file in files:
            try:
                run.file(file)
            except SourceError as exc:
                exc.data.setdefault("file", str(file))
                problems.append(exc)
        changes = run.finish()
    return ImportResult(run.reports(), changes, tuple(problems))


def read_again(review: Review, source_id: int, progress: Progress = no_progress) -> ImportResult:
    """Read the stored bytes of a source anew, with the headings that the review knows by now. Edits are kept."""
    with _import(review, progress, make_index=True) as run:
        run.again(source_id)
        changes = run.finish()
    return ImportResult(run.reports(), changes, ())


def remove_leftovers(review: Review) -> bool:
    """Remove what a killed import left; False where there was nothing, or an import is running."""
    if review.read_only:
        return False
    try:
        with import_lock(review.path, _do_not_wait):
            found = _remove_leftovers(review)
            if found:
                _shrink(review)
            return found
    except Cancelled:
        return False


def _do_not_wait() -> NoReturn:
    raise Cancelled


def _remove_leftovers(review: Review) -> bool:
    """Only while holding the lock: then nobody works on what is not ready."""
    left = [row[0] for row in review.execute("SELECT id FROM source WHERE ready = 0")]
    _discard(review, left)
    return bool(left)


def _discard(review: Review, source_ids: Sequence[int]) -> None:
    """Remove sources from tables and text index, by whichever way has less to do."""
    if not source_ids:
        return
    sql = "SELECT count(*), count(CASE WHEN source.ready THEN 1 END) FROM ticket JOIN source ON source.id = source_id"
    total, shown = review.execute(sql).fetchone()
    anew = index.is_current(review) and total > 2 * shown
    discard(review, source_ids, indexed=not anew)
    if anew:
        index.rebuild(review)


def _shrink(review: Review) -> None:
    """Give what is not used back to the disk."""
    while review.execute("PRAGMA freelist_count").fetchone()[0] > PAGES:
        review.execute(f"PRAGMA incremental_vacuum({PAGES})").fetchall()
        checkpoint(review)
    review.execute("PRAGMA incremental_vacuum").fetchall()
    review.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0  # reported when its turn comes


@contextmanager
def _import(review: Review, progress: Progress, make_index: bool) -> Iterator[_Run]:
    """One import at a time; whatever is raised within leaves nothing behind."""
    with import_lock(review.path, partial(progress, Step("wait", 0, 0))) as ballast:
        _remove_leftovers(review)
        ballast.keep(BALLAST)
        if make_index:
            index.ensure(review, progress)
        run = _Run(review, progress)
        try:
            yield run
        except BaseException:
            ballast.drop()
            run.undo()
            raise


class _Run:
    """One import: what it has taken so far, and how it ends."""

    def __init__(self, review: Review, progress: Progress) -> None:
        self._review = review
        self._progress = progress
        self._synonyms = review.synonyms()
        self._vocabulary = formats.load_vocabulary(self._synonyms)
        self._codes = Codes(review)
        self._now = datetime.now(UTC).isoformat(timespec="milliseconds")
        self._new: list[Taken] = []
        self._staged: list[merging.Staged] = []
        self._outcomes: dict[int, str] = {}
        self._backed_up = False
        self._done = 0
        self.total = 0

    def file(self, path: Path) -> None:
        """Take one file; SourceError where it cannot be."""
        with _file_errors(path):
            stat = path.stat()
            if not stat.st_size:
                raise SourceError("source.empty", file=str(path))
            self._progress(Step("import", self._done, self.total, path.name))
            digest = sha256_of(path)
            known = self._source("sha256 = ?", digest)
            if known:
                self._outcomes.setdefault(self._shown_as(known), "already")
            else:
                self._take(path, stat, digest)
        self._done += stat.st_size

    def _take(self, path: Path, stat: os.stat_result, digest: str) -> None:
        place = spelled(str(path.resolve()))
        old = self._source("path = ? AND ready = 1", place)
        reading = formats.open_source(path, self._vocabulary)
        self._back_up()
        name = self._free_name(path)
        origin = Origin(name, place, stat.st_size, digest, stat.st_mtime, partial(_open, path), self._synonyms)
        taken = self._take_in(origin, reading, indexed=not old)
        if _changed(path, stat):
            discard(self._review, [taken.id], indexed=not old)
            raise SourceError("source.changed_meanwhile", file=str(path))
        self._keep(old, taken)

    def again(self, source_id: int) -> None:
        """Take the stored bytes of a source once more."""
        sql = "SELECT name, path, size, sha256, modified FROM source WHERE id = ? AND ready = 1"
        row = self._review.execute(sql, (source_id,)).fetchone()
        if row is None:
            raise KeyError(source_id)
        self.total = row[2]
        reading = formats.read_bytes(self._review.content(source_id), row[0], self._vocabulary)
        self._back_up()
        origin = Origin(self._free_name(Path(row[0])), row[1], row[2], row[3], row[4], None, self._synonyms)
        self._keep(source_id, self._take_in(origin, reading, indexed=False), same_bytes=True)

    def _take_in(self, origin: Origin, reading: formats.Reading, indexed: bool) -> Taken:
        name = Path(origin.path).name

        def beat(end: int) -> None:
            self._progress(Step("import", self._done + min(end, origin.size), self.total, name))

        indexed = indexed and index.is_current(self._review)
        return take_in(self._review, self._codes, origin, reading, indexed, self._now, beat)

    def _keep(self, old: int | None, taken: Taken, same_bytes: bool = False) -> None:
        if old:
            self._staged.append(merging.Staged(old, taken, same_bytes))
            self._outcomes[old] = "changed"
        else:
            self._new.append(taken)
            self._outcomes[taken.id] = "read"

    def _source(self, where: str, value: str) -> int | None:
        row = self._review.execute(f"SELECT id FROM source WHERE {where}", (value,)).fetchone()
        return int(row[0]) if row else None

    def _shown_as(self, source_id: int) -> int:
        """The source that a staged one is a version of."""
        return next((one.source_id for one in self._staged if one.taken.id == source_id), source_id)

    def _free_name(self, path: Path) -> str:
        """The file's name; with its folder, then a number, where another source has that name."""
        taken = {row[0].casefold() for row in self._review.execute("SELECT name FROM source")}
        path = Path(spelled(str(path)))
        names = [path.name, f"{path.stem} ({path.parent.name}){path.suffix}" if path.parent.name else path.name]
        names += [f"{path.stem} ({number}){path.suffix}" for number in range(2, len(taken) + 3)]
        return next(name for name in names if name.casefold() not in taken)

    def _back_up(self) -> None:
        """Once, before the first file that is not known already."""
        if not self._backed_up and self._review.execute("SELECT 1 FROM ticket LIMIT 1").fetchone():
            self._review.back_up("import", self._progress)
        self._backed_up = True

    def finish(self) -> Changes:
        """Show what was taken and log it."""
        if not self._new and not self._staged:
            return Changes(0, "import", (), frozenset(), Summary("import.nothing"))
        with self._review.transaction():
            entry = int(self._review.execute(_ENTRY, (self._now, self._review.reviewer, "", "{}", 0)).lastrowid or 0)
            merged = [merging.merge(self._review, entry, one, self._progress) for one in self._staged]
            publish(self._review, (taken.id for taken in self._new))
            summary = self._summary(merged)
            tickets = int(str(summary.data["n"]))
            row = (summary.code, json.dumps(dict(summary.data), ensure_ascii=False), tickets, entry)
            self._review.execute("UPDATE entry SET code = ?, data = ?, tickets = ? WHERE id = ?", row)
        ids = tuple(sorted({ticket_id for one in merged for ticket_id in one.ticket_ids}))
        fields = frozenset(name for one in merged for name in one.fields)
        return Changes(entry, "import", ids, fields, summary)

    def _summary(self, merged: Sequence[merging.Merged]) -> Summary:
        """The import in words: of one file by its name, of several by their number."""
        tickets = sum(taken.tickets for taken in self._new) + sum(one.taken.tickets for one in self._staged)
        data: dict[str, object] = {"n": tickets, "files": len(self._new) + len(self._staged)}
        for count in ("added", "changed", "parked", "conflicts"):
            data[count] = sum(getattr(one, count) for one in merged)
        if data["files"] != 1:
            return Summary("import.files", data)
        source_id = self._new[0].id if self._new else self._staged[0].source_id
        data["name"] = self._review.execute("SELECT name FROM source WHERE id = ?", (source_id,)).fetchone()[0]
        return Summary("import.again" if merged else "import", data)

    def reports(self) -> tuple[SourceReport, ...]:
        """The reports of all sources that this import met, in the order of the files."""
        known = {report.id: report for report in self._review.sources()}
        return tuple(replace(known[one], outcome=outcome) for one, outcome in self._outcomes.items())

    def undo(self) -> None:
        """Remove all that was taken. Where the disk is too full even for that, it stays hidden until it can be."""
        with suppress(UserError):
            checkpoint(self._review)
            _discard(self._review, [taken.id for taken in (*self._new, *(one.taken for one in self._staged))])
            with self._review.transaction():
                self._codes.forget()
            _shrink(self._review)


def _open(path: Path) -> BinaryIO:
    return path.open("rb")


def _changed(path: Path, before: os.stat_result) -> bool:
    now = path.stat()
    return (now.st_size, now.st_mtime_ns) != (before.st_size, before.st_mtime_ns)


@contextmanager
def _file_errors(path: Path) -> Iterator[None]:
    """Turns what the file system says of a dataset file into a SourceError."""
    try:
        yield
    except FileNotFoundError as exc:
        raise SourceError("source.missing", file=str(path)) from exc
    except PermissionError as exc:
        raise SourceError("source.unreadable", file=str(path)) from exc
    except OSError as exc:
        raise SourceError("source.io", file=str(path), reason=exc.strerror or str(exc)) from exc
