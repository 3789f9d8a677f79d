"""Parquet: flat and nested columns, a file of the same schema where something is edited, and files that are broken."""

from __future__ import annotations

import datetime
import io
import sys
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from db.values import Turn
from tests.db.formats.tables.making import ROWS, read, refused, write

NESTED = [
    {
        "title": f"第 {n} 个",
        "problem": "怎么办",
        "meta": {"category": ["网盘", "预览"], "score": n / 2, "deep": {"ok": n % 2 == 0}},
        "messages": [{"role": "user", "content": "在吗"}, {"role": "assistant", "content": f"在 {n}"}],
        "tags": [("a", 1)],
        "when": datetime.date(2024, 5, n + 1),
        "raw": b"\xff\x00",
        "n": None,
    }
    for n in range(5)
]
META = pa.struct(
    [("category", pa.list_(pa.string())), ("score", pa.float64()), ("deep", pa.struct([("ok", pa.bool_())]))]
)
SCHEMA = pa.schema(
    [
        ("title", pa.string()),
        ("problem", pa.large_string()),
        (
            "meta",
            pa.struct(
                [
                    ("category", pa.list_(pa.string())),
                    ("score", pa.float64()),
                    ("deep", pa.struct([("ok", pa.bool_())])),
                ]
            ),
        ),
        ("messages", pa.list_(pa.struct([("role", pa.string()), ("content", pa.string())]))),
        ("tags", pa.map_(pa.string(), pa.int64())),
        ("when", pa.date32()),
        ("raw", pa.binary()),
        ("n", pa.int32()),
    ],
    metadata={"made": "here"},
)


def packed(rows: list[Any], schema: Any = None, **options: Any) -> bytes:
    """Rows as Parquet."""
    out = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist(rows, schema), out, **options)
    return out.getvalue()


def test_flat_columns() -> None:
    reading, records = read(packed(ROWS), "a.parquet")
    assert reading.format == "parquet"
    assert [one.title for one in records] == [row["主题"] for row in ROWS]
    assert [one.line for one in records] == [1, 2, 3]


def test_nested_types() -> None:
    [one, *_] = read(packed(NESTED, SCHEMA), "a.parquet")[1]
    assert (one.title, one.category) == ("第 0 个", ("网盘", "预览"))
    assert one.replies == (Turn("customer", "在吗"), Turn("staff", "在 0"))
    assert dict(one.fields) == {
        "meta.score": "0.0",
        "meta.deep.ok": "true",
        "tags.a": "1",
        "when": "2024-05-01",
        "raw": "/wA=",
    }


def test_an_edit_makes_a_file_of_the_same_schema() -> None:
    data = packed(NESTED, SCHEMA, row_group_size=2, compression="zstd")
    thread = (Turn("customer", "在吗"), Turn("staff", "换了"))
    new, problems = write(data, "a.parquet", {1: {"title": "新", "category": ("甲",)}, 3: {"replies": thread}})
    assert problems == []
    rows: list[Any] = parquet.read_table(io.BytesIO(data)).to_pylist()
    rows[1]["title"] = "新"
    rows[1]["meta"]["category"] = ["甲"]
    rows[3]["messages"][1]["content"] = "换了"
    written = parquet.ParquetFile(io.BytesIO(new))
    assert written.read().to_pylist() == rows
    assert written.schema_arrow.equals(parquet.ParquetFile(io.BytesIO(data)).schema_arrow, check_metadata=True)
    assert [written.metadata.row_group(n).num_rows for n in range(3)] == [2, 2, 1]
    assert written.metadata.row_group(0).column(0).compression == "ZSTD"


def test_rows_are_left_out() -> None:
    new, _ = write(packed(ROWS), "a.parquet", {0: None})
    assert [one.title for one in read(new, "a.parquet")[1]] == ["访问慢", "退款"]


def test_files_that_are_broken() -> None:
    assert refused(packed(ROWS)[:-20], "a.parquet").code == "table.parquet_broken"
    assert refused(b"PAR1" + b"\0" * 100, "a.parquet").code == "table.parquet_broken"
    assert refused(b"title\na\n", "a.parquet").code == "table.misnamed"
    assert refused(packed([], pa.schema([("title", pa.string())])), "a.parquet").code == "source.no_tickets"


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    data = packed(ROWS)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "pyarrow.parquet", raising=False)
    assert refused(data, "a.parquet").code == "table.no_parquet"
