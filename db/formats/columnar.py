"""Tickets as Parquet: a column a field, lists and structures as such. Needs pyarrow, which not everybody installs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, chain, islice
from typing import Any

from db.errors import ExportError
from db.formats.cells import Pairs
from db.formats.exchange import CSV_COLUMNS, Canned, Said
from db.values import AnyTicket, StoredTicket

GROUP = 5000
"""Tickets that are compressed together."""
Knows = Callable[[AnyTicket], Canned]
"""What says of a ticket what says of its turns which family they are of."""


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


def write_parquet(
    write: Callable[[bytes], None], pages: Iterable[Sequence[StoredTicket]], canned: Knows | None
) -> None:
    """Write tickets with the fields of `exchange.ticket_object`, the same as columns. `canned` says of a ticket what
    says of its turns which family they are of.

    Raises ExportError ``export.no_parquet`` without pyarrow.
    """
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as exc:
        raise ExportError("export.no_parquet") from exc
    columns = _Columns(pa, canned)
    with parquet.ParquetWriter(pa.PythonFile(_Sink(write), mode="w"), columns.schema, compression="zstd") as writer:
        tickets = chain.from_iterable(pages)
        while group := list(islice(tickets, GROUP)):
            writer.write_table(columns.table(group))


class _Columns:
    """Makes a table of tickets column by column: by rows, each name of each row is looked up on its own."""

    def __init__(self, pa: Any, canned: Knows | None) -> None:
        self._pa, self._canned = pa, canned
        self._text, self._whole = pa.string(), pa.int64()
        decision = pa.struct([("code", self._text), ("wording", self._text), ("examples", self._whole)])
        family = [("family", self._text), ("template", self._text), ("uses", self._whole), ("decision", decision)]
        self._family = pa.struct(family)
        self._turn = pa.struct([("speaker", self._text), ("text", self._text), ("canned", self._family)])
        self._field = pa.struct([("name", self._text), ("text", self._text)])
        texts, turns = pa.list_(self._text), pa.list_(self._turn)
        types = {
            **dict.fromkeys(("line", "number", "id"), self._whole),
            **dict.fromkeys(("category", "root_causes", "edited"), texts),
            **dict.fromkeys(("replies", "conversation"), turns),
            "fields": pa.list_(self._field),
        }
        self.schema = pa.schema([(name, types.get(name, self._text)) for name in CSV_COLUMNS])

    def table(self, tickets: Sequence[StoredTicket]) -> Any:
        """The table of some tickets."""
        columns: dict[str, Sequence[Any]] = dict(zip(StoredTicket._fields, zip(*tickets, strict=True), strict=True))
        columns |= {"source_file": columns["source_name"], "root_causes": columns["causes"]}
        columns["status"] = [status.word for status in columns["status"]]
        made: dict[str, Any] = {"fields": self._pairs(columns["fields"], self._field, [])}
        for name in ("replies", "conversation"):
            made[name] = self._pairs(columns[name], self._turn, [self._families(tickets, columns[name])])
        made |= {one.name: self._pa.array(columns[one.name], one.type) for one in self.schema if one.name not in made}
        arrays = [made[name] for name in CSV_COLUMNS]
        return self._pa.Table.from_arrays(arrays, schema=self.schema)

    def _pairs(self, lists: Sequence[Pairs | None], kind: Any, beside: Sequence[Any]) -> Any:
        """Lists of pairs, each with what stands beside it; null for None."""
        pa = self._pa
        pairs = [pair for some in lists if some for pair in some]
        both = [pa.array([pair[place] for pair in pairs], self._text) for place in (0, 1)]
        ends = accumulate([len(some) if some else 0 for some in lists], initial=0)
        gone = pa.array([some is None for some in lists])
        values = pa.StructArray.from_arrays([*both, *beside], fields=list(kind))
        return pa.ListArray.from_arrays(pa.array(ends, pa.int32()), values, pa.list_(kind), mask=gone)

    def _families(self, tickets: Sequence[StoredTicket], lists: Sequence[Pairs | None]) -> Any:
        """The families of all turns: few, and each is made once."""
        pa = self._pa
        known: dict[str, tuple[int, Said]] = {}
        places: list[int | None] = []
        for ticket, turns in zip(tickets, lists, strict=True):
            canned = self._canned(ticket) if self._canned and turns else None
            for speaker, text in turns or ():
                said = canned(speaker, text) if canned else None
                places.append(None if said is None else known.setdefault(said.text, (len(known), said))[0])
        families = pa.array([said.as_json() for _, said in known.values()], self._family)
        return families.take(pa.array(places, pa.int32()))
