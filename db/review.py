"""Review: the one door to a review file. Opens, closes, reads records out, gives transactions, backs up, checks.

A `Review` belongs to the thread that made it: other threads and programs open their own on the same file, and writers
take turns. Changes of tickets are made by `edits` and `importing`, never here.
"""

from __future__ import annotations

import getpass
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from db import backups, connection, migrations, newfile, schema, store
from db.backups import Backup, backups_of, replace_damaged
from db.errors import ReviewError, UserError
from db.facts import Facts
from db.late import Late
from db.newfile import SUFFIX, review_path_for
from db.values import Progress, Row, SourceReport, StoredFinding, Summary, Ticket, no_progress

if TYPE_CHECKING:
    from db import checking, formats, models
else:
    checking, formats, models = Late("db.checking"), Late("db.formats"), Late("db.models")

__all__ = ["SUFFIX", "Backup", "Review", "backups_of", "replace_damaged", "review_path_for"]


class Review(Facts):
    """An open review file; close it, or use it as a context manager.

    `path` is the file, `reviewer` the name that the log gets, `read_only` whether it was opened so; a write is then
    refused with the code `refusal`. `backup_problem` tells why the daily backup could not be made on open.
    Every method raises ReviewError where the file cannot be used: missing, no review, newer, corrupt, full disk, busy.
    """

    def __init__(self, path: Path, opened: sqlite3.Connection, reviewer: str | None, read_only: bool) -> None:
        self.path = path
        self.closed = False
        self.reviewer = reviewer or default_reviewer()
        self.read_only = read_only
        self.refusal = "review.read_only"
        self.backup_problem: UserError | None = None
        self._connection = opened
        self._thread = threading.get_ident()
        self._identity = connection.identity(path)
        self._beside = connection.beside(path)
        self._depth = 0
        self._failed = False

    # Opening and closing

    @classmethod
    def create(cls, path: Path, reviewer: str | None = None) -> Review:
        """Make a new review; the file appears whole or not at all. Refuses a file that is there."""
        path = path.absolute()
        newfile.make(path)
        return cls.open(path, reviewer)

    @classmethod
    def open(cls, path: Path, reviewer: str | None = None, read_only: bool = False) -> Review:
        """Open a review; one of an older version is backed up and brought up to date first."""
        path = path.absolute()
        connection.identify(path)
        if not read_only and not connection.writable(path):
            raise ReviewError("review.read_only", file=str(path))
        review = cls(path, connection.connect(path, read_only), reviewer, read_only)
        try:
            review._bring_up_to_date()
        except BaseException as exc:
            error = schema.meaning(exc, review._connection, path) if isinstance(exc, sqlite3.Error) else None
            review.close()
            if error is None:
                raise
            raise error from exc
        return review

    @classmethod
    def open_or_create(cls, path: Path, reviewer: str | None = None) -> Review:
        """Open a review, or make it where there is no file yet."""
        try:
            return cls.open(path, reviewer)
        except ReviewError as exc:
            if exc.code != "review.missing":
                raise
        try:
            return cls.create(path, reviewer)
        except ReviewError as exc:
            if exc.code != "review.exists":
                raise
        # another program was faster
        try:
            return cls.open(path, reviewer)
        except ReviewError as exc:
            if exc.code != "review.missing":
                raise
            raise ReviewError("review.exists", file=str(path)) from exc  # a link to nothing

    def twin(self) -> Review:
        """The same file opened once more, only to be read, by and for the thread that calls this.

        `open` will not do within the process that has it open: it reads the first bytes by itself, and when a process
        closes a file, POSIX takes away all locks that it has on it. Other programs would take the review for closed,
        and remove its log.
        """
        return Review(self.path, connection.connect(self.path, read_only=True), self.reviewer, read_only=True)

    def close(self) -> None:
        """Close the file; closing twice does nothing."""
        if not self.closed:
            self._mine()
            moved = connection.identity(self.path) != self._identity
            strays = self._beside if moved and connection.flush(self._connection) else {}
            self._connection.close()
            self.closed = True
            connection.leave(strays)

    def __enter__(self) -> Review:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _bring_up_to_date(self) -> None:
        with connection.meant(self.path):
            version = migrations.version_of(self._connection)
            if version > migrations.VERSION:
                raise ReviewError("review.newer", file=str(self.path), version=version, known=migrations.VERSION)
            if version < migrations.VERSION:
                if self.read_only:
                    raise ReviewError("review.older", file=str(self.path), version=version)
                self.back_up("migration")
                migrations.migrate(self._connection)
            if not self.read_only:
                self.follow_folder(self.path.parent)
            if (
                version == migrations.VERSION
                and not self.read_only
                and backups.is_due(self.path)
                and self._has_tickets()
            ):
                self._back_up_daily()

    def _has_tickets(self) -> bool:
        return self._connection.execute("SELECT 1 FROM ticket LIMIT 1").fetchone() is not None

    def _back_up_daily(self) -> None:
        try:
            self.back_up("open")
        except UserError as exc:
            self.backup_problem = exc  # no reason to keep a reviewer from her work

    @cached_property
    def database(self) -> models.Opened:
        """The open file for the models: ``query.execute(review.database)``."""
        return models.Opened(self._connection)

    # Transactions and statements

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written within, or nothing of it. One within another joins it: it commits with the outer one, and
        its failure is the failure of the outer one.
        """
        if self._depth:
            with self._joined():
                yield
            return
        self._begin()
        self._depth, self._failed = 1, False
        try:
            with connection.meant(self.path):
                yield
                if self._failed:
                    raise RuntimeError("a transaction within failed, and its error was not let through")
                self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise
        finally:
            self._depth = 0

    @contextmanager
    def _joined(self) -> Iterator[None]:
        self._depth += 1
        try:
            yield
        except BaseException:
            self._failed = True
            raise
        finally:
            self._depth -= 1

    def _begin(self) -> None:
        self._mine()
        if self.read_only:
            raise ReviewError(self.refusal, file=str(self.path))
        if connection.identity(self.path) != self._identity:
            # SQLite would go on writing to a file that has no name any more
            raise ReviewError("review.vanished", file=str(self.path))
        with connection.meant(self.path):
            self._connection.execute("BEGIN IMMEDIATE")

    def execute(self, sql: str, params: Sequence[object] | Mapping[str, object] = ()) -> sqlite3.Cursor:
        """Run one statement."""
        self._mine()
        try:
            rows = self._connection.cursor(connection.Rows)
            rows.path = self.path
            return rows.execute(sql, params)
        except sqlite3.Error as exc:
            raise schema.meaning(exc, self._connection, self.path) or exc from exc
        except UnicodeEncodeError as exc:
            raise connection.no_text(exc) from exc

    def executemany(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Run one statement for each row of parameters; only within a transaction."""
        self._mine()
        try:
            self._connection.executemany(sql, rows)
        except sqlite3.Error as exc:
            raise schema.meaning(exc, self._connection, self.path) or exc from exc
        except UnicodeEncodeError as exc:
            raise connection.no_text(exc) from exc

    def give_back(self, pages: int) -> None:
        """Cut up to so many pages that are not used off the file; a transaction of its own."""
        self._mine()
        with connection.meant(self.path):
            # it frees a page a step, and `execute` takes but one step of a statement that has no columns
            self._connection.executescript(f"PRAGMA incremental_vacuum({pages:d})")

    def _mine(self) -> None:
        if threading.get_ident() != self._thread:
            raise RuntimeError("a review belongs to the thread that opened it")

    def data_version(self) -> int:
        """A number that changes when another connection has written."""
        return int(self.execute("PRAGMA data_version").fetchone()[0])

    # Records

    def rows(self, ids: Sequence[int]) -> list[Row]:
        """What the list paints, in the order asked; an id that is no ticket (any more) is left out."""
        return store.rows(self.execute, ids)

    def ticket(self, ticket_id: int) -> Ticket:
        """One whole ticket; KeyError where there is none of that id."""
        for ticket in store.tickets(self.execute, [ticket_id]):
            return ticket
        raise KeyError(ticket_id)

    def tickets(self, ids: Sequence[int] | None = None) -> Iterator[Ticket]:
        """Whole tickets in the order asked; without ids all that are shown, by source and position."""
        return store.tickets(self.execute, ids)

    def sources(self) -> list[SourceReport]:
        """All sources whose import is done, each with its findings."""
        return store.sources(self.execute)

    def findings(self, source_id: int | None = None) -> list[StoredFinding]:
        """What imports had to say of one source, or of all."""
        return store.findings(self.execute, source_id)

    def content(self, source_id: int, version: int | None = None) -> bytes:
        """The bytes of a source as they were imported: the newest version, unless an older one is asked for."""
        return b"".join(store.content(self.execute, source_id, version))

    def counts(self) -> tuple[int, int]:
        """All tickets that are shown, and those of them that have a status."""
        return store.counts(self.execute)

    def source_count(self) -> int:
        """How many sources there are whose import is done."""
        return int(self.execute("SELECT count(*) FROM source WHERE ready = 1").fetchone()[0])

    # Vocabulary and soundness

    def vocabulary(self) -> formats.Vocabulary:
        """The headings that imports into this review know."""
        return formats.load_vocabulary(self.synonyms(), self.shapes())

    def check(self, progress: Progress = no_progress) -> list[Summary]:
        """All that is wrong with the review, as codes and data; [] where it is sound."""
        return checking.check(self.execute, progress)

    # Backups

    def backups(self) -> list[Backup]:
        """The copies of this review, newest first."""
        return backups_of(self.path)

    def back_up(self, reason: str = "asked", progress: Progress = no_progress) -> Path:
        """Copy the review as it stands; the newest ten copies are kept."""
        self._mine()
        return backups.back_up(self._connection, self.path, reason, progress)

    def restore(self, backup: Path) -> Path:
        """Make the review what a copy says; first it is copied itself, and that copy is returned."""
        connection.identify(backup)
        with closing(connection.connect(backup, read_only=True)) as opened:
            version = migrations.version_of(opened)
        if version > migrations.VERSION:
            raise ReviewError("review.newer", file=str(backup), version=version, known=migrations.VERSION)
        self._begin()
        self._connection.execute("ROLLBACK")
        aside = backups.back_up(self._connection, self.path, "restore", spare=backup)
        with connection.meant(self.path):
            backups.overwrite(self._connection, backup)
            migrations.migrate(self._connection)
        return aside


def default_reviewer() -> str:
    """The name of the person at this computer, as the system knows it."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "reviewer"
