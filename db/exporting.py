"""A review into files: sources in kind, tickets as JSONL or CSV. All files of an export, or none of them.

Each file is written beside its place under another name, read back and compared; only when all of them are whole are
they moved into place. Never writes to the review.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from db import formats, outfile, store
from db.errors import ExportError
from db.outfile import Outfile
from db.review import Review
from db.values import Progress, Status, Step, Ticket, no_progress

__all__ = ["FORMATS", "ExportResult", "Format", "export"]

Format = Literal["markdown", "jsonl", "csv"]
FORMATS: tuple[Format, ...] = ("markdown", "jsonl", "csv")

BATCH = 500
"""Tickets between two beats of progress."""

_CHOSEN = f"SELECT id FROM ticket WHERE id {store.AMONG} ORDER BY source_id, ordinal, id"
_ALL = f"SELECT id FROM ticket WHERE {store.VISIBLE} ORDER BY source_id, ordinal, id"
_STATUS = f"SELECT id FROM ticket WHERE status = {Status.EXCLUDED:d}"
_SOURCE_TICKETS = """SELECT id, edited, spans FROM ticket WHERE source_id = ? AND parked = 0 ORDER BY ordinal"""
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
    asked = [row[0] for row in review.execute(_ALL if ids is None else _CHOSEN, _parameters(ids))]
    excluded = {row[0] for row in review.execute(_STATUS)}
    chosen = asked if include_excluded else [one for one in asked if one not in excluded]
    if not chosen:
        raise ExportError("export.nothing", n=len(asked))
    out = out.absolute()
    with outfile.group(out, _taken(review), review.path, overwrite_sources) as group:
        if kind == "markdown":
            _write_sources(review, group, set(chosen), progress)
        else:
            write = _jsonl if kind == "jsonl" else _csv
            with group.file(out) as file:
                write(file, _beaten(review.tickets(chosen), len(chosen), out.name, progress))
        files, size, copies = group.finish()
    return ExportResult(files, len(chosen), len(asked) - len(chosen), size, copies)


def _parameters(ids: Sequence[int] | None) -> tuple[str, ...]:
    return () if ids is None else (store.listed(ids),)


def _taken(review: Review) -> list[Path]:
    """The files that the sources of a review were read from."""
    return [Path(row[0]) for row in review.execute("SELECT path FROM source WHERE ready = 1")]


def _beaten(tickets: Iterator[Ticket], total: int, name: str, progress: Progress) -> Iterator[Ticket]:
    for done, ticket in enumerate(tickets):
        if not done % BATCH:
            progress(Step("export", done, total, name))
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


def _write_sources(review: Review, group: outfile.Group, chosen: set[int], progress: Progress) -> None:
    done = 0
    for source_id, name, form, codec, bom, dialect in review.execute(_SOURCES).fetchall():
        progress(Step("export", done, len(chosen), name))
        rows = review.execute(_SOURCE_TICKETS, (source_id,)).fetchall()
        kept = sum(row[0] in chosen for row in rows)
        if not kept:
            continue
        rewrites = _Rewrites(review, rows, chosen, name)
        encoding = formats.Encoding(codec, bool(bom))
        chunks = store.content(review.execute, source_id)
        with group.file(group.folder / name) as file:
            for chunk in formats.write_source(chunks, form, encoding, json.loads(dialect), rewrites, rewrites.refuse):
                file.write(chunk)
        done += kept


class _Rewrites:
    """What is to be written differently of the tickets of a source, in the order of the file."""

    def __init__(self, review: Review, rows: Sequence[tuple[int, int, bytes]], chosen: set[int], source: str) -> None:
        self._tickets = review.tickets([row[0] for row in rows if row[1] and row[0] in chosen])
        self._rows = [row for row in rows if row[1] or row[0] not in chosen]
        self._chosen, self._source = chosen, source
        self._ticket: Ticket | None = None

    def __iter__(self) -> Iterator[formats.Rewrite]:
        for ticket_id, _, packed in self._rows:
            spans = formats.unpack_spans(packed)
            if ticket_id in self._chosen:
                ticket = self._ticket = next(self._tickets)
                yield formats.Rewrite(spans, {name: getattr(ticket, name) for name in ticket.edited})
            else:
                yield formats.Rewrite(spans, drop=True)

    def refuse(self, _: formats.Rewrite, field: str) -> None:
        """The ticket that was given last would be read otherwise."""
        assert self._ticket is not None
        place = {"source": self._source, "line": self._ticket.line, "ticket": self._ticket.id}
        raise ExportError("export.not_held", field=field, **place)
