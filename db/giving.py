"""The files of an export that are not sources in kind: one for all tickets or one a split, and what stands beside them.

Knows tickets and how they are written, not which ones.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, islice
from pathlib import Path
from typing import Literal

from db import formats
from db.errors import ExportError
from db.formats import Knows
from db.outfile import Group, Outfile
from db.values import CATEGORY, ROOT_CAUSE, StoredTicket, Ticket

Format = Literal[
    "markdown",
    "jsonl",
    "csv",
    "xlsx",
    "parquet",
    "huggingface",
    "huggingface-parquet",
    "label-studio",
    "doccano",
    "one-dialect",
]
SUFFIXES: dict[Format, str] = {
    "one-dialect": ".md",
    "jsonl": ".jsonl",
    "csv": ".csv",
    "xlsx": ".xlsx",
    "parquet": ".parquet",
    "huggingface": ".jsonl",
    "huggingface-parquet": ".parquet",
    "label-studio": ".json",
    "doccano": ".jsonl",
}
CARDS: tuple[Format, ...] = ("huggingface", "huggingface-parquet")
"""Formats that are a folder with a card."""
FOLDERS: tuple[Format, ...] = ("markdown", "one-dialect", *CARDS)
"""Formats that are a folder also where there are no splits."""
STORED: tuple[Format, ...] = ("jsonl", "csv", "xlsx", "parquet", *CARDS)
"""Formats for which a ticket is good as it comes from the review."""
ROWS = 200
"""Rows that are written at once."""
MARK = "\ufeff"
"""Without it Excel takes a CSV file of UTF-8 for one of another encoding."""
NUL = "\0"
"""No reader of CSV takes a file for one that has it."""
ALL = "train"
"""What a dataset folder calls its only file."""

_encode = json.JSONEncoder(ensure_ascii=False).encode


class Giving:
    """Writes tickets of one export into the files of a group."""

    def __init__(self, kind: Format, group: Group, out: Path, name: str, canned: Knows | None) -> None:
        """`name` is that of the dataset; `canned` says of a ticket what says of its turns which family they are of."""
        self._kind, self._group, self._out, self._canned = kind, group, out, canned
        self._card = formats.Card(name)
        self._paths: set[tuple[str, ...]] = set()
        self._causes: set[str] = set()

    def tell_sides(self, by_sources: bool, across: int) -> None:
        """Say on the card what the splits keep together, as `Card.tell_sides` does."""
        self._card.tell_sides(by_sources, across)

    def write_stored(self, split: str, pages: Iterable[Sequence[StoredTicket]]) -> None:
        """Write the file of a split ('' for all tickets) in a format of `STORED`, and each page at once.

        Raises ExportError ``export.nul`` for a ticket that no CSV can hold.
        """
        place, before = self._place(split), self._card.tickets
        with self._group.file(self._out / place) as file:
            self._pages(file, map(self._carded, pages))
        self._card.add_file(split or ALL, place.as_posix(), self._card.tickets - before)

    def _pages(self, file: Outfile, pages: Iterable[Sequence[StoredTicket]]) -> None:
        if self._kind == "xlsx":
            rows = map(formats.table_row, chain.from_iterable(pages))
            formats.write_workbook(file.write, formats.CSV_COLUMNS, rows)
        elif SUFFIXES[self._kind] == ".parquet":
            formats.write_parquet(file.write, pages, self._canned)
        else:
            if self._kind == "csv":
                file.write(_bytes(MARK + formats.csv_line(formats.CSV_COLUMNS)))
            line = formats.ticket_csv if self._kind == "csv" else self._json_line
            for page in pages:
                text = "".join(map(line, page))
                if NUL in text:  # never of JSON, which has a word for it
                    raise _nul(page)
                file.write(_bytes(text))

    def write(self, split: str, tickets: Iterable[Ticket]) -> None:
        """Write the file of a split ('' for all tickets), or those of one, a file a source, in one dialect.

        Raises ExportError ``export.not_one_dialect`` for a ticket that no file of that dialect can hold.
        """
        if self._kind == "one-dialect":
            self._one_dialect(self._out / split, tickets)
            return
        with self._group.file(self._out / self._place(split)) as file:
            if self._kind == "label-studio":
                _array(file, map(formats.label_studio_task, map(self._labelled, tickets)))
            else:
                _lines(file, (f"{_encode(formats.doccano_line(one))}\n" for one in tickets))

    def _one_dialect(self, folder: Path, tickets: Iterable[Ticket]) -> None:
        taken: set[str] = set()
        for source, some in groupby(tickets, key=lambda one: one.source_name):
            own = list(some)
            data, problem = formats.uniform(own, Path(source).stem)
            if problem is not None:
                one = own[problem.place]
                raise ExportError(
                    "export.not_one_dialect", field=problem.field, source=source, line=one.line, ticket=one.id
                )
            with self._group.file(folder / _free(source, taken)) as file:
                file.write(data)

    def _place(self, split: str) -> Path:
        """The file within the folder; no path at all where `out` is the file."""
        suffix = SUFFIXES[self._kind]
        if self._kind in CARDS:
            return Path("data") / f"{split or ALL}{suffix}"
        return Path(f"{split}{suffix}") if split else Path()

    def _carded(self, page: Sequence[StoredTicket]) -> Sequence[StoredTicket]:
        """A page, of which the card takes note as it goes by."""
        if self._kind in CARDS:
            self._card.count(page)
        return page

    def _labelled(self, ticket: Ticket) -> Ticket:
        self._paths.add(ticket.category)
        self._causes.update(ticket.causes)
        return ticket

    def _json_line(self, ticket: StoredTicket) -> str:
        return formats.ticket_line(ticket, None if self._canned is None else self._canned(ticket))

    def finish(self) -> None:
        """Write what stands beside the tickets: the card of a dataset folder, the interface of Label Studio."""
        if self._kind in CARDS:
            self._text(self._out / "README.md", self._card.text())
        elif self._kind == "label-studio":
            config = formats.label_studio_config(self._paths - {()}, self._causes)
            self._text(self._out.with_suffix(".config.xml"), config)

    def _text(self, path: Path, text: str) -> None:
        with self._group.file(path) as file:
            file.write(_bytes(text))


def _nul(tickets: Iterable[StoredTicket]) -> ExportError:
    """Which field of which ticket it is."""
    cells = ((one, zip(formats.CSV_COLUMNS, formats.table_row(one), strict=True)) for one in tickets)
    one, name = next((one, name) for one, row in cells for name, cell in row if NUL in str(cell))
    field = {"root_causes": ROOT_CAUSE, "category_raw": CATEGORY}.get(name, name)
    return ExportError("export.nul", field=field, source=one.source_name, line=one.line, ticket=one.id)


def _free(source: str, taken: set[str]) -> str:
    """What the file of a source is called: its name as one of Markdown; all of it where another is called so."""
    path = Path(source)
    name = source if path.suffix.lower() in (".md", ".markdown") else f"{path.stem}.md"
    while name.casefold() in taken:
        name = f"{source}.md" if f"{source}.md".casefold() not in taken else f"_{name}"
    taken.add(name.casefold())
    return name


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _lines(file: Outfile, lines: Iterator[str]) -> None:
    while some := list(islice(lines, ROWS)):
        file.write(_bytes("".join(some)))


def _array(file: Outfile, objects: Iterable[object]) -> None:
    """A JSON array, an object a line."""
    before = "[\n"
    for one in objects:
        file.write(_bytes(f"{before}{_encode(one)}"))
        before = ",\n"
    file.write(_bytes("\n]\n" if before != "[\n" else "[]\n"))
