"""Tickets as Parquet: a column a field, lists and structures as such. Needs pyarrow, which not everybody installs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from db.errors import ExportError
from db.formats.exchange import CSV_COLUMNS

GROUP = 5000
"""Tickets that are compressed together."""


class _Sink:
    """What pyarrow takes for a file that is open for writing."""

    closed = False

    def __init__(self, write: Callable[[bytes], None]) -> None:
        self._write, self._size = write, 0

    def write(self, data: bytes) -> int:
        """Add bytes."""
        self._write(bytes(data))
        self._size += len(data)
        return len(data)

    def tell(self) -> int:
        """How many were written."""
        return self._size

    def flush(self) -> None:
        """Nothing waits here."""

    def close(self) -> None:
        """The file is somebody else's."""


def write_parquet(write: Callable[[bytes], None], tickets: Iterable[Mapping[str, Any]]) -> None:
    """Write the objects of tickets (see `exchange`). Raises ExportError ``export.no_parquet`` without pyarrow."""
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as exc:
        raise ExportError("export.no_parquet") from exc
    schema = _schema(pa)
    with parquet.ParquetWriter(pa.PythonFile(_Sink(write), mode="w"), schema, compression="zstd") as writer:
        for group in _groups(map(_row, tickets)):
            writer.write_table(pa.Table.from_pylist(group, schema))


def _groups(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while group := list(islice(rows, GROUP)):
        yield group


def _schema(pa: Any) -> Any:
    text, whole = pa.string(), pa.int64()
    decision = pa.struct([("code", text), ("wording", text), ("examples", whole)])
    canned = pa.struct([("family", text), ("template", text), ("uses", whole), ("decision", decision)])
    turns = pa.list_(pa.struct([("speaker", text), ("text", text), ("canned", canned)]))
    types = {
        "line": whole,
        "number": whole,
        "id": whole,
        "category": pa.list_(text),
        "replies": turns,
        "conversation": turns,
        "root_causes": pa.list_(text),
        "fields": pa.list_(pa.struct([("name", text), ("text", text)])),
        "edited": pa.list_(text),
    }
    return pa.schema([(name, types.get(name, text)) for name in CSV_COLUMNS])


def _row(ticket: Mapping[str, Any]) -> dict[str, Any]:
    pairs = [{"name": name, "text": text} for name, text in ticket["fields"]]
    return {**ticket, "fields": pairs}
