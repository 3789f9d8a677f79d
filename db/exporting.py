"""A review into files: sources in kind, tickets in the formats of others. All files of an export, or none of them.

Each file is written beside its place under another name, read back and compared; only when all of them are whole are
they moved into place. Never writes to the review.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import get_args

from db import formats, outfile, store
from db.errors import ExportError
from db.giving import FOLDERS, SUFFIXES, Format, Giving
from db.records import dataclass
from db.replies.outgoing import Outgoing, ReplyOptions
from db.review import Review
from db.splitting import By, Splits, good_splits, part, read_shares
from db.values import CATEGORY, Progress, Status, Step, Ticket, no_progress

__all__ = [
    "AS_THEY_ARE",
    "FOLDERS",
    "FORMATS",
    "SUFFIXES",
    "By",
    "ExportResult",
    "Format",
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

BATCH = 500
"""Tickets between two beats of progress."""

_CATEGORY_ALONE = store.edited_mask([CATEGORY])
_ORDER = "ORDER BY source_id, ordinal, id"
_SOURCES = "SELECT id, name, format, encoding, bom, dialect FROM source WHERE ready = 1 ORDER BY id"


@dataclass(frozen=True, slots=True)
class ExportResult:
    """What was written: files in the order of the sources, tickets and bytes in them, and how many excluded tickets
    were left out. `copies` are those of sources that were written over.

    `left_out_repeated` tickets were over what a family of canned replies may keep, `left_out_duplicates` the same as
    another; `not_rewritten` are tickets whose source cannot hold what their replies were to become.
    """

    files: tuple[Path, ...]
    tickets: int
    left_out_excluded: int
    bytes: int
    copies: tuple[Path, ...] = ()
    left_out_repeated: int = 0
    left_out_duplicates: int = 0
    not_rewritten: int = 0


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
    choice = _Choice(review, ids, include_excluded)
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
) -> ExportResult:
    """Write tickets (all, unless `ids` are given) to `out`: a folder for Markdown, Hugging Face and `splits`, else a
    file. `options` are for canned replies.

    Raises ExportError where it cannot be written, would be written over a source or the review, or where nothing would
    be in it, and what `progress` raises; what was there before is then as it was.
    """
    choice = _Choice(review, ids, include_excluded)
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
    with outfile.group(out, _taken(review), review.path, overwrite_sources) as group:
        if kind == "markdown":
            _write_sources(review, group, choice, progress)
        else:
            giving = Giving(kind, group, out, review.path.stem, outgoing.canned if outgoing is not None else None)
            for split, some in _parts(choice, splits, progress).items():
                giving.write(split, _beaten(choice, out.name, progress, some))
            giving.finish()
        files, size, copies = group.finish()
    return ExportResult(
        files, choice.tickets, choice.excluded, size, copies, choice.repeated, choice.duplicates, choice.refused
    )


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
        self._is_left_out, self._asked = is_left_out, asked
        self.outgoing: Outgoing | None = None
        self.changed: frozenset[int] = frozenset()
        """Tickets with replies that `outgoing` changes, where the sources can hold that."""
        self.repeated = self.duplicates = self.refused = 0
        self._count()

    def _count(self) -> None:
        cases = (self._is_left_out, f"parked AND NOT ({self._is_left_out})")
        columns = ", ".join(f"count(CASE WHEN {case} THEN 1 END)" for case in cases)
        sql = f"SELECT source_id, count(*), {columns} FROM ticket WHERE {self._asked} GROUP BY source_id"
        counted = self.review.execute(sql, self.parameters).fetchall()
        self.excluded: int = sum(row[2] for row in counted)
        self.tickets: int = sum(row[1] for row in counted) - self.excluded
        self.of: dict[int, int] = {source: total - excluded - parked for source, total, excluded, parked in counted}
        """Source -> how many of them stand in its bytes."""

    def let_go(self, outgoing: Outgoing, in_kind: bool) -> None:
        """Leave out what the options for canned replies leave out, and know what they change; `in_kind`: in sources."""
        self.outgoing = outgoing
        if outgoing.options.leaves_out:
            repeated, duplicates = outgoing.left_out(self.ids())
            self.repeated, self.duplicates = len(repeated), len(duplicates)
            excluded = self.excluded
            self._asked = f"({self._asked}) AND ticket.id NOT {store.AMONG}"
            self.parameters = (*self.parameters, store.listed(sorted(repeated | duplicates)))
            self.sql = f"({self._asked}) AND NOT ({self._is_left_out})"
            self._count()
            self.excluded = excluded
        if in_kind and outgoing.options.changes_replies:
            self.changed, refused = outgoing.rewritten(filter(outgoing.concerned.__contains__, self.ids()))
            self.refused = len(refused)

    def ids(self) -> list[int]:
        """Their ids, by source and position."""
        rows = self.review.execute(f"SELECT id FROM ticket WHERE {self.sql} {_ORDER}", self.parameters)
        return [row[0] for row in rows]

    def all(self, some: Sequence[int] | None = None) -> Iterator[Ticket]:
        """The tickets by source and position, or some of them."""
        tickets = self.review.tickets(self.ids() if some is None else some)
        return tickets if self.outgoing is None else self._applied(tickets, self.outgoing)

    def _applied(self, tickets: Iterator[Ticket], outgoing: Outgoing) -> Iterator[Ticket]:
        while page := list(islice(tickets, BATCH)):
            outgoing.look_ahead(page)
            yield from map(outgoing.applied, page)

    def otherwise(self) -> int:
        """The number of tickets whose replies the options change, where any form can hold them."""
        if self.outgoing is None or not self.outgoing.options.changes_replies:
            return 0
        concerned = list(filter(self.outgoing.concerned.__contains__, self.ids()))
        return sum(self.outgoing.applied(ticket) is not ticket for ticket in self.review.tickets(concerned))

    def rewritten(self, source_id: int) -> list[_Row]:
        """Those of a source that are not as in its bytes, in their order."""
        # which ones they are is known from an index; only their rows are read
        changed = f" OR ticket.id {store.AMONG}" if self.changed else ""
        among = f"source_id = ? AND parked = 0 AND (edited <> 0 OR NOT ({self.sql}){changed})"
        columns = f"ticket.id, line, spans, {self.sql}, edited, (SELECT path FROM category WHERE id = category_id)"
        sql = f"SELECT {columns} FROM ticket WHERE {among} ORDER BY ordinal"
        others = (store.listed(sorted(self.changed)),) if self.changed else ()
        return self.review.execute(sql, (*self.parameters, source_id, *self.parameters, *others)).fetchall()

    def has_only_category(self, row: _Row) -> bool:
        """Whether nothing but the category is to be written: the commonest edit by far needs no text of its ticket."""
        return row[4] == _CATEGORY_ALONE and row[0] not in self.changed

    def read(self, ids: Sequence[int]) -> Iterator[Ticket]:
        """Tickets as they are to stand in their sources."""
        for ticket in self.review.tickets(ids):
            is_changed = self.outgoing is not None and ticket.id in self.changed
            yield self.outgoing.applied(ticket) if is_changed and self.outgoing is not None else ticket


def _taken(review: Review) -> list[Path]:
    """The files that the sources of a review were read from."""
    return [Path(row[0]) for row in review.execute("SELECT path FROM source WHERE ready = 1")]


def _parts(choice: _Choice, splits: Splits | None, progress: Progress) -> Mapping[str, Sequence[int] | None]:
    """The tickets of each split; all of them, under no name, where there are none."""
    if splits is None or choice.outgoing is None:
        return {"": None}
    return part(choice.review, choice.ids(), splits, choice.outgoing, progress).tickets


def _beaten(choice: _Choice, name: str, progress: Progress, some: Sequence[int] | None) -> Iterator[Ticket]:
    for done, ticket in enumerate(choice.all(some)):
        if not done % BATCH:
            progress(Step("export", done, choice.tickets, name))
        yield ticket


def _write_sources(review: Review, group: outfile.Group, choice: _Choice, progress: Progress) -> None:
    done = 0
    for source_id, name, form, codec, bom, dialect in review.execute(_SOURCES).fetchall():
        progress(Step("export", done, choice.tickets, name))
        chosen = choice.of.get(source_id, 0)
        if not chosen:
            continue
        rewrites = _Rewrites(choice, choice.rewritten(source_id), name)
        encoding = formats.Encoding(codec, bool(bom))
        with closing(store.content(review.execute, source_id)) as chunks, group.file(group.folder / name) as file:
            for chunk in formats.write_source(chunks, form, encoding, json.loads(dialect), rewrites, rewrites.refuse):
                file.write(chunk)
        done += chosen


class _Rewrites:
    """What is to be written differently of the tickets of a source, in the order of the file."""

    def __init__(self, choice: _Choice, rows: Sequence[_Row], source: str) -> None:
        self._choice, self._rows, self._source = choice, rows, source
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
        raise ExportError("export.not_held", field=field, source=self._source, **self._place)
