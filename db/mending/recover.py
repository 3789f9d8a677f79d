"""A new review of what can be read of a damaged one. The damaged file is only read.

Where there is a backup that is sound, it is the ground, and what the damaged file still says, which is newer, is laid
over it; else all is taken from the damaged file. Then sources, log and tickets are made to agree (`repair.mend`).
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from db import connection, migrations, newfile
from db.backups import Backup, backups_of
from db.errors import ReviewError, UserError
from db.mending.pages import Pages
from db.mending.repair import mend
from db.mending.salvage import Salvaged, salvage
from db.mending.trees import Found, survey
from db.mending.work import Work
from db.records import dataclass
from db.review import Review
from db.values import Progress, Step, Summary, no_progress

SCANS = ("replytext", "replyarray", "judgedlabel", "judgement")
"""Tables of what scans found; a scan makes them anew."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """What came of it: the new review, what is in it, the backup that was its ground (None: there was none that is
    sound), and in sentences what was saved and what was not."""

    path: Path
    tickets: int
    sources: int
    actions: int
    ground: Backup | None
    said: tuple[Summary, ...]


def out_path(path: Path) -> Path:
    """Where a recovered review goes unless told: beside the damaged one, under a name that is free."""
    names = (f"{path.stem}-recovered{f'-{n}' if n else ''}{newfile.SUFFIX}" for n in range(1000))
    return next(one for name in names if not (one := path.with_name(name)).exists())


def recover(path: Path, out: Path | None = None, progress: Progress = no_progress) -> Recovered:
    """Make a new review of what can be read of `path`; `out` must not be there yet.

    Raises ReviewError where nothing can be read and there is no backup either (``recover.nothing``), where `out` is
    taken or cannot be written, and what `progress` raises: nothing is left behind then.
    """
    path, out = path.absolute(), (out or out_path(path)).absolute()
    if not path.is_file():
        raise ReviewError("review.missing", file=str(path))
    if out.exists():
        raise ReviewError("review.exists", file=str(out))
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        progress(Step("recover", 0, 0, path.name))
        ground = _ground(path, part)
        recovered = _fill(path, part, out, ground, progress)
        newfile.name(part, out)
    except OSError as exc:
        raise connection.disk_error(exc, out) from exc
    finally:
        for file in (part, *(part.with_name(part.name + end) for end in connection.BESIDE)):
            connection.remove(file)
    return recovered


def _ground(path: Path, part: Path) -> Backup | None:
    """Begin with the newest backup that is sound, else with an empty review."""
    for backup in backups_of(path):
        with suppress(UserError, sqlite3.Error):
            connection.identify(backup.path)
            with closing(connection.connect(backup.path, read_only=True)) as opened:
                is_sound = opened.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
                known = migrations.version_of(opened) <= migrations.VERSION
            if is_sound and known:
                shutil.copyfile(backup.path, part)
                return backup
    newfile.make(part)
    return None


def _fill(path: Path, part: Path, out: Path, ground: Backup | None, progress: Progress) -> Recovered:
    opened = connection.connect(part)
    with Review(part, opened, None, read_only=False) as review, Pages(path) as pages:
        migrations.migrate(opened)
        review.execute("PRAGMA foreign_keys = 0")
        work = Work(review, [copy.path for copy in backups_of(path)], progress, remake=True)
        with review.transaction():
            before = _last_action(review)
            found = survey(pages)
            done = salvage(work, pages, found)
            if ground is None and not any(done.rows[name] for name in ("ticket", "content")):
                raise ReviewError("recover.nothing", file=str(path))
            _clear(work, found)
            mend(work, "recovered", index_is_damaged=True)
            said = _said(work, pages, found, done, ground, before)
            counts = (review.counts()[0], len(review.sources()), _last_action(review))
        connection.flush(opened)
        review.execute("PRAGMA journal_mode = DELETE").fetchone()
    return Recovered(out, *counts, ground, tuple(said))


def _last_action(review: Review) -> int:
    return int(review.execute("SELECT count(*) FROM entry").fetchone()[0])


def _clear(work: Work, found: Found) -> None:
    """What scans found goes, and what stopped imports left; so do other sides of versions, if one is not whole."""
    for table in SCANS:
        work.review.execute(f"DELETE FROM {table}")
    work.review.execute("DELETE FROM setting WHERE key LIKE 'replies.scan%' OR key LIKE 'labels.check%'")
    ready: Sequence[int] = (0,)
    if found.damaged & {"revision", "aside", "source", "content"} and _revisions(work):
        work.counts["recover.revisions"] += _revisions(work)
        work.review.execute("DELETE FROM revision")
        work.review.execute("DELETE FROM aside")
        ready = (0, 2)
    for state in ready:
        hidden = "SELECT id FROM source WHERE ready = ?"
        for table in ("ticket", "content", "finding"):
            work.review.execute(f"DELETE FROM {table} WHERE source_id IN ({hidden})", (state,))
        work.review.execute("DELETE FROM source WHERE ready = ?", (state,))


def _revisions(work: Work) -> int:
    return int(work.review.execute("SELECT count(*) FROM revision").fetchone()[0])


def _said(work: Work, pages: Pages, found: Found, done: Salvaged, ground: Backup | None, before: int) -> list[Summary]:
    """What was saved and what was not, in sentences."""
    said = [Summary("recover.read", {"n": done.rows["ticket"], "changes": done.rows["change"]})]
    if ground is not None:
        newer = _last_action(work.review) - before
        said.append(Summary("recover.ground", {"at": ground.at, "n": newer}))
    if not pages.whole_header:
        said.append(Summary("recover.header"))
    if found.lost_pages:
        said.append(Summary("recover.pages", {"n": found.lost_pages, "all": pages.count}))
    if pages.lost_frames:
        said.append(Summary("recover.frames", {"n": pages.lost_frames}))
    for table, code in (("change", "recover.lost_changes"), ("entry", "recover.lost_actions")):
        last, n = work.review.execute(f"SELECT coalesce(max(id), 0), count(*) FROM {table}").fetchone()
        if last > n:
            said.append(Summary(code, {"n": last - n}))
    return [*said, *work.summaries()]
