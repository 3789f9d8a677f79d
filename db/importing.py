"""Dataset files into a review: found in folders, read, recognised, made searchable. All of one call, or nothing.

New sources are written in batches but shown only at the end, in one transaction with the log entry. A file that cannot
be read is reported and does not stop the others. A source that has changed is compared, and stays as it is: to take
its new version in is an action of its own (`drift`).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from db import formats
from db.collector import unhurried
from db.datafile import file_errors, has_changed, opened, place_of, sha256_of
from db.drift import Drift, comparing, merged_again
from db.edits.journal import open_entry
from db.errors import SourceError, UserError
from db.intake import Origin, Taken, publish
from db.records import dataclass, replace
from db.review import Review
from db.running import Run, remove_leftovers, running
from db.touched import SHEET
from db.values import Changes, Progress, SourceReport, Step, Summary, no_progress
from db.walking import find_sources, walk

__all__ = ["ImportResult", "find_sources", "import_paths", "read_again", "remove_leftovers"]


Asking = Callable[[Path], formats.Asked]
"""What is known of a file, should it be a table."""


def _nothing(_: Path) -> formats.Asked:
    return formats.NOTHING


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did. A report for each source that was met (`outcome` "read"; "already": there as it is;
    "changed": the file is another one by now, and nothing was done; "again": read again); `problems` tells of each file
    that could not be taken, `drifts` how those that changed differ. `changes` names the tickets that were there before
    and changed, not the new ones.
    """

    reports: tuple[SourceReport, ...]
    changes: Changes
    problems: tuple[UserError, ...]
    drifts: tuple[Drift, ...] = ()


def import_paths(
    review: Review,
    paths: Sequence[Path],
    progress: Progress = no_progress,
    make_index: bool = True,
    asked: Asking = _nothing,
) -> ImportResult:
    """Import files and folders; `asked` says of each what is known, should it be a table.

    Raises ReviewError where the review cannot be written, and what `progress` raises (Cancelled): everything is then as
    it was. `make_index` False leaves a missing text index to whoever searches first.
    """
    with unhurried(), running(review, progress, make_index) as run:
        files, problems = walk(paths)
        run.total = sum(_size(file) for file in files)
        work = _Import(review, run, progress, asked)
        for file in files:
            try:
                work.file(file)
            except SourceError as exc:
                exc.data.setdefault("file", str(file))
                problems.append(exc)
        changes = work.finish()
    return ImportResult(work.reports(), changes, tuple(problems), tuple(work.drifts))


def read_again(review: Review, source_id: int, progress: Progress = no_progress) -> ImportResult:
    """Read the stored bytes of a source anew, with the headings that the review knows by now. Edits are kept; it is one
    action, and undone as one. KeyError for an id that is none.
    """
    changes = merged_again(review, source_id, progress)
    reports = [replace(one, outcome="again") for one in review.sources() if one.id == source_id]
    return ImportResult(tuple(reports), changes, ())


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0  # reported when its turn comes


class _Import:
    """The files of one import."""

    def __init__(self, review: Review, run: Run, progress: Progress, asked: Asking) -> None:
        self._review, self._run, self._progress, self._asked = review, run, progress, asked
        self._new: list[Taken] = []
        self._outcomes: dict[int, str] = {}
        self._given: dict[int, dict[str, None]] = {}
        self.drifts: list[Drift] = []

    def file(self, path: Path) -> None:
        """Take one file; SourceError where it cannot be."""
        with file_errors(path):
            stat = path.stat()
            if not stat.st_size:
                raise SourceError("source.empty", file=str(path))
            self._progress(Step("import", self._run.done, self._run.total, path.name))
            digest, asked = sha256_of(path), self._asked(path)
            known = self._sources("sha256 = ?", digest, asked.sheet)
            old = self._sources("path = ?", place_of(path), asked.sheet)
            if known:
                self._outcomes.setdefault(known[-1], "already")
                self._given.setdefault(known[-1], {})[place_of(path)] = None
            elif old:
                self._compare(old)
            else:
                self._take(path, stat, digest, asked)
        self._run.done += stat.st_size

    def _compare(self, old: Sequence[int]) -> None:
        for source in old:
            self.drifts.append(comparing(self._review, source, self._progress))
            self._outcomes[source] = "changed"

    def _take(self, path: Path, stat: os.stat_result, digest: str, asked: formats.Asked) -> None:
        reading = formats.open_source(path, self._run.vocabulary, asked)
        about = (self._run.free_name(path), place_of(path), stat.st_size, digest, stat.st_mtime)
        taken = self._run.take(Origin(*about, partial(opened, path), self._run.synonyms), reading, indexed=True)
        if has_changed(path, stat):
            self._run.drop(taken, indexed=True)
            raise SourceError("source.changed_meanwhile", file=str(path))
        self._new.append(taken)
        self._outcomes[taken.id] = "read"

    def _sources(self, where: str, value: str, sheet: str) -> list[int]:
        """The newest source of which that is true, if it is not one that was undone; of a workbook the newest of that
        sheet, or of each."""
        sql = f"""SELECT max(id) FROM source WHERE {where} AND ready < 2 AND (? = '' OR {SHEET} IN ('', ?))
            GROUP BY {SHEET} ORDER BY 1"""
        return [row[0] for row in self._review.execute(sql, (value, sheet, sheet))]

    def finish(self) -> Changes:
        """Show what was taken and log it."""
        if not self._new:
            return Changes(0, "import", (), frozenset(), self._nothing())
        with self._review.transaction():
            publish(self._review, (taken.id for taken in self._new))
            summary = self._summary()
            entry = open_entry(self._review, "import", summary, int(str(summary.data["n"])))
        return Changes(entry, "import", (), frozenset(), summary)

    def _nothing(self) -> Summary:
        """Why nothing was taken: of one file that is a source by another name, which one."""
        same = [(place, report.name) for report in self.reports() for place in report.same]
        if len(same) != 1 or len(self._outcomes) != 1:
            return Summary("import.nothing")
        return Summary("import.same", {"file": Path(same[0][0]).name, "name": same[0][1]})

    def _summary(self) -> Summary:
        """The import in words: of one file by its name, of several by their number."""
        data: dict[str, object] = {"n": sum(taken.tickets for taken in self._new), "files": len(self._new)}
        if data["files"] != 1:
            return Summary("import.files", data)
        data["name"] = self._review.execute("SELECT name FROM source WHERE id = ?", (self._new[0].id,)).fetchone()[0]
        return Summary("import", data)

    def reports(self) -> tuple[SourceReport, ...]:
        """The reports of all sources that this import met, in the order of the files."""
        known = {report.id: report for report in self._review.sources()}
        return tuple(
            replace(
                report, outcome=outcome, same=tuple(place for place in self._given.get(one, ()) if place != report.path)
            )
            for one, outcome in self._outcomes.items()
            if (report := known[one])
        )
