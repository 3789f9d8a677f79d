"""Parquet as tables: rows as values of Python, lists and structures as such. Needs pyarrow, an extra.

A file is read a batch at a time; written back it is another file of the same schema, since its columns are compressed.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from db.errors import SourceError
from db.formats.encoding import Encoding
from db.formats.tables.data import Data
from db.formats.tables.flat import flat
from db.formats.tables.plan import PARQUET, Asked, Layout, Survey
from db.formats.tables.texts import text_of

MAGIC = b"PAR1"
BATCH, SHOWN = 2000, 200


def _library(name: str) -> Any:
    try:
        from pyarrow import parquet
    except ImportError as exc:
        raise SourceError("table.no_parquet", file=name) from exc
    return parquet


def _opened(data: Data, file: Any) -> Any:
    library = _library(data.name)
    from pyarrow import ArrowException

    try:
        return library.ParquetFile(file)
    except (ArrowException, OSError, ValueError) as exc:
        raise SourceError("table.parquet_broken", file=data.name, reason=str(exc).split("\n")[0][:200]) from exc


def survey(data: Data, asked: Asked) -> tuple[Encoding, Survey]:
    """The columns and first rows of a file; names within structures are columns of their own."""
    rows: list[dict[str, Any]] = []
    schema: dict[str, None] = {}
    for _, row in _rows(data):
        rows.append(row)
        schema.update(dict.fromkeys(row))
        if len(rows) >= SHOWN:
            break
    if not rows:
        raise SourceError("source.no_tickets", file=data.name)
    names = tuple(schema)
    values = [[row.get(name) for name in names] for row in rows]
    return Encoding(), Survey(Layout(PARQUET, header=0), names, values, list(range(1, len(rows) + 1)))


def _rows(data: Data) -> Iterator[tuple[int, dict[str, Any]]]:
    with data.open() as file:
        table = _opened(data, file)
        number = 0
        from pyarrow import ArrowException

        try:
            for batch in table.iter_batches(BATCH):
                for row in batch.to_pylist():
                    number += 1
                    yield number, flat({name: _plain(value) for name, value in row.items()})
        except (ArrowException, OSError) as exc:
            reason = str(exc).split("\n")[0][:200]
            raise SourceError("table.parquet_broken", file=data.name, reason=f"{number + 1}: {reason}") from exc


def _plain(value: Any) -> Any:
    """A value as JSON has it; a map is a list of pairs to pyarrow, and an object here."""
    if isinstance(value, list):
        if value and all(isinstance(one, tuple) and len(one) == 2 for one in value):
            return {text_of(key): _plain(one) for key, one in value}
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    return text_of(value)


Row = tuple[int, tuple[int, int], list[Any], list[tuple[str, str]]]


def walk(data: Data, names: tuple[str, ...]) -> Iterator[Row]:
    """The rows of tickets; the place of each is its number."""
    known = frozenset(names)
    for number, row in _rows(data):
        more = [(name, text_of(row[name])) for name in row if name not in known]
        yield number, (number, number + 1), [row.get(name) for name in names], [pair for pair in more if pair[1]]


def rewritten(whole: bytes, name: str, changes: Mapping[int, Mapping[str, Any]], drop: frozenset[int]) -> bytes:
    """The file with other values (row from 1 -> top-level column -> value) and without the rows in `drop`; schema,
    metadata, compression and groups of rows are those of the old one."""
    import pyarrow as pa

    library = _library(name)
    old = library.ParquetFile(io.BytesIO(whole))
    out = io.BytesIO()
    schema = old.schema_arrow
    codec = old.metadata.row_group(0).column(0).compression.lower() if old.metadata.num_row_groups else "snappy"
    with library.ParquetWriter(out, schema, compression="none" if codec == "uncompressed" else codec) as writer:
        first = 1
        for group in range(old.metadata.num_row_groups):
            table = old.read_row_group(group)
            rows = range(first, first + table.num_rows)
            first += table.num_rows
            writer.write_table(_changed(pa, table, rows, changes, drop))
    return out.getvalue()


def _changed(pa: Any, table: Any, rows: range, changes: Mapping[int, Mapping[str, Any]], drop: frozenset[int]) -> Any:
    touched = {column for row in rows if row in changes for column in changes[row]}
    for column in touched:
        place = table.schema.get_field_index(column)
        kind = table.schema.field(place)
        values = table.column(place).to_pylist()
        for row in rows:
            if column in changes.get(row, ()):
                values[row - rows.start] = changes[row][column]
        table = table.set_column(place, kind, pa.array(values, kind.type))
    kept = [row - rows.start for row in rows if row not in drop]
    return table if len(kept) == table.num_rows else table.take(kept)


def value_rows(whole: bytes, name: str, wanted: Sequence[int]) -> dict[int, dict[str, Any]]:
    """Rows of a file as they stand in it, by their numbers from 1, before names within structures are columns."""
    library = _library(name)
    table = library.ParquetFile(io.BytesIO(whole)).read()
    return {row: table.slice(row - 1, 1).to_pylist()[0] for row in wanted}


__all__ = ["MAGIC", "Asked", "rewritten", "survey", "value_rows", "walk"]
