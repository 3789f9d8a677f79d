"""A review into files: sources in kind, tickets as JSONL or CSV. All files of an export, or none of them.

Each file is written beside its place under another name, read back and compared; only when all of them are whole are
they moved into place. Never writes to the review.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from db import formats, outfile, store
from db.errors import ExportError
from db.outfile import Outfile
from db.review import Review
from db.values import CATEGORY, Progress, Status, Step, Ticket, no_progress

__all__ = ["FORMATS", "ExportResult", "Format", "export"]

Format = Literal["markdown", "jsonl", "csv"]
FORMATS: tuple[Format, ...] = ("markdown", "jsonl", "csv")

BATCH = 500
"""Tickets between two beats of progress."""

_CATEGORY_ALONE = store.edited_mask([CATEGORY])
_ORDER = "ORDER BY source_id, ordinal, id"
_SOURCES = "SELECT id, name, format, encoding, bom, dialect FROM source WHERE ready = 1 ORDER BY id"


@dataclass(frozen=True, slots=True)
class ExportResult:
    """What was written: files in the order of the sources, tickets and bytes in them, and how many excluded tickets
    were left out. `copies` are those of sources that were written over.
    """

    files: tuple[Path, ...]
    tickets: int
    left_out_excluded: int
    bytes: int
    copies: tuple[Path, ...] = ()


def export(
    review: Review,
    out: Path,
    kind: Format,
    ids: Sequence[int] | None = None,
    include_excluded: bool = False,
    overwrite_sources: bool = False,
    progress: Progress = no_progress,
) -> ExportResult:
    """Write tickets (all, unless `ids` are given) to `out`: a folder for Markdown, else a file.

    Raises ExportError where it cannot be written, would be written over a source or the review, or where nothing would
    be in it, and what `progress` raises; what was there before is then as it was.
    """
    choice = _Choice(review, ids, include_excluded)
    if not choice.tickets:
        raise ExportError("export.nothing", n=choice.excluded)
    out = out.absolute()
    with outfile.group(out, _taken(review), review.path, overwrite_sources) as group:
        if kind == "markdown":
            _write_sources(review, group, choice, progress)
        else:
            write = _jsonl if kind == "jsonl" else _csv
            with group.file(out) as file:
                write(file, _beaten(choice, out.name, progress))
        files, size, copies = group.finish()
    return ExportResult(files, choice.tickets, choice.excluded, size, copies)


_Row = tuple[int, int, bytes, int, int, str]
"""Of a ticket that is not as in its source: id, line, spans, whether it is chosen, bits of edited fields, category."""


class _Choice:
    """The tickets of an export: `tickets` their number, `excluded` the number of those that are left out as excluded.

    `sql` is the condition for a row of ``ticket``, with `parameters`.
    """

    def __init__(self, review: Review, ids: Sequence[int] | None, include_excluded: bool) -> None:
        self.review = review
        asked = store.VISIBLE if ids is None else f"ticket.id {store.AMONG}"
        self.parameters: tuple[object, ...] = () if ids is None else (store.listed(ids),)
        is_left_out = "0" if include_excluded else f"status = {Status.EXCLUDED:d}"
        self.sql = f"({asked}) AND NOT ({is_left_out})"
        cases = (is_left_out, f"parked AND NOT ({is_left_out})")
        columns = ", ".join(f"count(CASE WHEN {case} THEN 1 END)" for case in cases)
        sql = f"SELECT source_id, count(*), {columns} FROM ticket WHERE {asked} GROUP BY source_id"
        counted = review.execute(sql, self.parameters).fetchall()
        self.excluded: int = sum(row[2] for row in counted)
        self.tickets: int = sum(row[1] for row in counted) - self.excluded
        self.of: dict[int, int] = {source: total - excluded - parked for source, total, excluded, parked in counted}
        """Source -> how many of them stand in its bytes."""

    def all(self) -> Iterator[Ticket]:
        """The tickets by source and position."""
        rows = self.review.execute(f"SELECT id FROM ticket WHERE {self.sql} {_ORDER}", self.parameters)
        return self.review.tickets([row[0] for row in rows])

    def rewritten(self, source_id: int) -> list[_Row]:
        """Those of a source that are not as in its bytes, in their order."""
        # which ones they are is known from an index; only their rows are read
        among = f"source_id = ? AND parked = 0 AND (edited <> 0 OR NOT ({self.sql}))"
        columns = f"ticket.id, line, spans, {self.sql}, edited, (SELECT path FROM category WHERE id = category_id)"
        sql = f"SELECT {columns} FROM ticket WHERE {among} ORDER BY ordinal"
        return self.review.execute(sql, (*self.parameters, source_id, *self.parameters)).fetchall()


def _taken(review: Review) -> list[Path]:
    """The files that the sources of a review were read from."""
    return [Path(row[0]) for row in review.execute("SELECT path FROM source WHERE ready = 1")]


def _beaten(choice: _Choice, name: str, progress: Progress) -> Iterator[Ticket]:
    for done, ticket in enumerate(choice.all()):
        if not done % BATCH:
            progress(Step("export", done, choice.tickets, name))
        yield ticket


def _jsonl(file: Outfile, tickets: Iterator[Ticket]) -> None:
    dumps = json.JSONEncoder(ensure_ascii=False).encode
    for ticket in tickets:
        file.write(f"{dumps(formats.ticket_object(ticket))}\n".encode("utf-8", "surrogatepass"))


def _csv(file: Outfile, tickets: Iterator[Ticket]) -> None:
    """UTF-8 with a mark, without which Excel takes it for another encoding."""
    line = io.StringIO(newline="")
    writer = csv.writer(line)
    file.write(b"\xef\xbb\xbf")

    def put(cells: Sequence[str]) -> None:
        writer.writerow(cells)
        file.write(line.getvalue().encode("utf-8", "surrogatepass"))
        line.seek(0)
        line.truncate()

    put(formats.CSV_COLUMNS)
    for ticket in tickets:
        put(formats.csv_row(ticket))


def _write_sources(review: Review, group: outfile.Group, choice: _Choice, progress: Progress) -> None:
    done = 0
    for source_id, name, form, codec, bom, dialect in review.execute(_SOURCES).fetchall():
        progress(Step("export", done, choice.tickets, name))
        chosen = choice.of.get(source_id, 0)
        if not chosen:
            continue
        rewrites = _Rewrites(review, choice.rewritten(source_id), name)
        encoding = formats.Encoding(codec, bool(bom))
        with closing(store.content(review.execute, source_id)) as chunks, group.file(group.folder / name) as file:
            for chunk in formats.write_source(chunks, form, encoding, json.loads(dialect), rewrites, rewrites.refuse):
                file.write(chunk)
        done += chosen


class _Rewrites:
    """What is to be written differently of the tickets of a source, in the order of the file."""

    def __init__(self, review: Review, rows: Sequence[_Row], source: str) -> None:
        self._rows, self._source = rows, source
        # the commonest edit by far needs nothing else of its ticket
        self._tickets = review.tickets([row[0] for row in rows if row[3] and row[4] != _CATEGORY_ALONE])
        self._place: Mapping[str, object] = {}

    def __iter__(self) -> Iterator[formats.Rewrite]:
        for ticket_id, line, packed, is_chosen, edited, category in self._rows:
            spans = formats.unpack_spans(packed)
            self._place = {"line": line, "ticket": ticket_id}
            if not is_chosen:
                yield formats.Rewrite(spans, drop=True)
            elif edited == _CATEGORY_ALONE:
                yield formats.Rewrite(spans, {CATEGORY: store.path(category)})
            else:
                ticket = next(self._tickets)
                yield formats.Rewrite(spans, {name: getattr(ticket, name) for name in ticket.edited})

    def refuse(self, _: formats.Rewrite, field: str) -> None:
        """The ticket that was given last would be read otherwise."""
        raise ExportError("export.not_held", field=field, source=self._source, **self._place)
