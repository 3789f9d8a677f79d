"""A review into files: sources in kind, tickets in the formats of others. All files of an export, or none of them.

Each file is written beside its place under another name, read back and compared; only when all of them are whole are
they moved into place. Never writes to the review.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import get_args

from db import formats, outfile, store
from db.choosing import Choice, Row
from db.collector import unhurried
from db.errors import ExportError
from db.giving import FOLDERS, STORED, SUFFIXES, Format, Giving
from db.recording import LANGUAGES, Language
from db.records import dataclass, replace
from db.replies.outgoing import Outgoing, ReplyOptions
from db.reporting import said_options, write_report
from db.review import Review
from db.splitting import By, Splits, good_splits, part, read_shares
from db.values import CATEGORY, ROOT_CAUSE, OneTicket, Progress, Step, no_progress

__all__ = [
    "AS_THEY_ARE",
    "FOLDERS",
    "FORMATS",
    "LANGUAGES",
    "SUFFIXES",
    "By",
    "ExportResult",
    "Format",
    "Language",
    "Reckoning",
    "ReplyOptions",
    "Splits",
    "export",
    "good_splits",
    "read_shares",
    "reckon",
]

FORMATS: tuple[Format, ...] = get_args(Format)

SAYS_CANNED = ("jsonl", "parquet", "huggingface", "huggingface-parquet")
"""Formats that say of each reply which family it is of."""
AS_THEY_ARE = ReplyOptions()
"""Canned replies are written as they stand."""

_SOURCES = "SELECT id, name, format, encoding, bom, dialect FROM source WHERE ready = 1 ORDER BY id"


@dataclass(frozen=True, slots=True)
class ExportResult:
    """What was written: files in the order of the sources, tickets and bytes in them, and how many excluded tickets
    were left out. `copies` are those of sources that were written over.

    `left_out_repeated` tickets were over what a family of canned replies may keep, `left_out_duplicates` the same as
    another; `not_rewritten` are tickets whose source cannot hold what their replies were to become, `not_held` those
    whose source is a table without a place for their category or root cause, and went without. `reports` are the files
    of the record, where one was asked for.
    `across` families of long canned replies are in more than one split.
    """

    files: tuple[Path, ...]
    tickets: int
    left_out_excluded: int
    bytes: int
    copies: tuple[Path, ...] = ()
    left_out_repeated: int = 0
    left_out_duplicates: int = 0
    not_rewritten: int = 0
    not_held: int = 0
    reports: tuple[Path, ...] = ()
    across: int = 0


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What the options for canned replies would do to an export: tickets that would be written, those left out as
    excluded, over what a family may keep, and as duplicates; those written with other replies than they have, and
    those whose source cannot hold them."""

    tickets: int
    excluded: int
    repeated: int
    duplicates: int
    rewritten: int
    refused: int


def reckon(
    review: Review,
    kind: Format,
    ids: Sequence[int] | None = None,
    include_excluded: bool = False,
    options: ReplyOptions = AS_THEY_ARE,
    progress: Progress = no_progress,
) -> Reckoning:
    """What `export` of the same would write, in numbers, before anything is written."""
    choice = Choice(review, ids, include_excluded)
    choice.let_go(Outgoing(review, options, progress), kind == "markdown")
    rewritten = len(choice.changed) if kind == "markdown" else choice.otherwise()
    return Reckoning(choice.tickets, choice.excluded, choice.repeated, choice.duplicates, rewritten, choice.refused)


def export(
    review: Review,
    out: Path,
    kind: Format,
    ids: Sequence[int] | None = None,
    include_excluded: bool = False,
    overwrite_sources: bool = False,
    progress: Progress = no_progress,
    options: ReplyOptions = AS_THEY_ARE,
    splits: Splits | None = None,
    report: Language | None = None,
    query: str = "",
) -> ExportResult:
    """Write tickets (all, unless `ids` are given) to `out`: a folder for Markdown, Hugging Face and `splits`, else a
    file. `options` are for canned replies. With `report` a record of it is written beside, in that language; it says
    that `query` found the ids.

    Raises ExportError where it cannot be written, would be written over a source or the review, or where nothing would
    be in it, and what `progress` raises; what was there before is then as it was.
    """
    choice = Choice(review, ids, include_excluded)
    if not choice.tickets:
        raise ExportError("export.nothing", n=choice.excluded)
    if splits is not None and kind == "markdown":
        raise ExportError("export.split_sources")
    needs = kind in SAYS_CANNED or splits is not None or options != AS_THEY_ARE
    outgoing = Outgoing(review, options, progress) if needs else None
    if outgoing is not None:
        choice.let_go(outgoing, kind == "markdown")
        if not choice.tickets:
            raise ExportError("export.nothing", n=choice.excluded)
    out = out.absolute()
    across = not_held = 0
    with unhurried(), outfile.group(out, _taken(review), review.path, overwrite_sources) as group:
        if kind == "markdown":
            not_held = _write_sources(review, group, choice, progress)
        else:
            giving = Giving(kind, group, out, review.path.stem, outgoing.canned_in if outgoing is not None else None)
            parts: Mapping[str, Sequence[int] | None] = {"": None}
            if splits is not None and outgoing is not None:
                parted = part(review, choice.ids(), splits, outgoing, progress)
                parts, across = parted.tickets, parted.across
                giving.tell_sides(splits.by == "sources", across)
            for split, some in parts.items():
                step = Step("export", 0, choice.tickets, out.name)
                if kind in STORED:
                    giving.write_stored(split, _beaten(choice.stored_pages(some), step, progress))
                else:
                    giving.write(split, chain.from_iterable(_beaten(choice.pages(some), step, progress)))
            giving.finish()
        size, reports = group.size, 0
        if report is not None:
            said = tuple(said_options(kind, ids is not None, query, include_excluded, options, splits, across))
            reports = write_report(review, group, out, choice, not_held, said, report)
        files, _, copies = group.finish()
    data, beside = files[: len(files) - reports], files[len(files) - reports :]
    return ExportResult(
        data,
        choice.tickets,
        choice.excluded,
        size,
        copies,
        choice.repeated,
        choice.duplicates,
        choice.refused,
        not_held,
        beside,
        across,
    )


def _taken(review: Review) -> list[Path]:
    """The files that the sources of a review were read from."""
    return [Path(row[0]) for row in review.execute("SELECT path FROM source WHERE ready = 1")]


def _beaten(pages: Iterator[list[OneTicket]], step: Step, progress: Progress) -> Iterator[list[OneTicket]]:
    done = 0
    for page in pages:
        progress(replace(step, done=done))
        yield page
        done += len(page)


def _write_sources(review: Review, group: outfile.Group, choice: Choice, progress: Progress) -> int:
    """Write each source; returns how many tickets went without a label that theirs has no place for."""
    done = not_held = 0
    for source_id, name, form, codec, bom, dialect in review.execute(_SOURCES).fetchall():
        progress(Step("export", done, choice.tickets, name))
        chosen = choice.of.get(source_id, 0)
        if not chosen:
            continue
        rewrites = _Rewrites(choice, choice.rewritten(source_id), name, form in formats.TABLES)
        encoding = formats.Encoding(codec, bool(bom))
        with closing(store.content(review.execute, source_id)) as chunks, group.file(group.folder / name) as file:
            for chunk in formats.write_source(chunks, form, encoding, json.loads(dialect), rewrites, rewrites.refuse):
                file.write(chunk)
        done += chosen
        not_held += len(rewrites.not_held)
    return not_held


class _Rewrites:
    """What is to be written differently of the tickets of a source, in the order of the file."""

    def __init__(self, choice: Choice, rows: Sequence[Row], source: str, is_table: bool) -> None:
        self._choice, self._rows, self._source, self._is_table = choice, rows, source, is_table
        self.not_held: set[object] = set()
        """The tickets that go without a label: a table may have no column for it, and takes all else."""
        self._tickets = choice.read([row[0] for row in rows if row[3] and not choice.has_only_category(row)])
        self._place: Mapping[str, object] = {}

    def __iter__(self) -> Iterator[formats.Rewrite]:
        for row in self._rows:
            ticket_id, line, packed, is_chosen, _, category = row
            spans = formats.unpack_spans(packed)
            self._place = {"line": line, "ticket": ticket_id}
            if not is_chosen:
                yield formats.Rewrite(spans, drop=True)
            elif self._choice.has_only_category(row):
                yield formats.Rewrite(spans, {CATEGORY: store.path(category)})
            else:
                ticket = next(self._tickets)
                yield formats.Rewrite(spans, {name: getattr(ticket, name) for name in ticket.edited})

    def refuse(self, _: formats.Rewrite, field: str) -> None:
        """The ticket that was given last would be read otherwise."""
        if self._is_table and field in (CATEGORY, ROOT_CAUSE):
            self.not_held.add(self._place["ticket"])
            return
        raise ExportError("export.not_held", field=field, source=self._source, **self._place)
