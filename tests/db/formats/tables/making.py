"""Invented tables: rows as CSV, workbooks, JSON and Parquet; and reading and writing them without a review."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from db.errors import SourceError
from db.formats import Asked, Reading, Rewrite, load_vocabulary, read_bytes, write_source
from db.values import Record

ROWS = [
    {
        "主题": "图片打不开",
        "问题描述": "图片打不开,\n很急",
        "分类": "网盘｜预览",
        "客服回复": "您好",
        "根本原因": "证书过期",
        "渠道": "网页",
    },
    {
        "主题": "访问慢",
        "问题描述": '他说"慢"',
        "分类": "CDN｜访问",
        "客服回复": "请稍等",
        "根本原因": "带宽",
        "渠道": "",
    },
    {"主题": "退款", "问题描述": "怎么退款", "分类": "财务｜退款", "客服回复": "", "根本原因": "", "渠道": "电话"},
]


def read(data: bytes, name: str, asked: Asked | None = None) -> tuple[Reading, list[Record]]:
    """The reading of a file with its records."""
    reading = read_bytes(data, name, load_vocabulary(), asked=asked or Asked())
    return reading, list(reading.records)


def refused(data: bytes, name: str, asked: Asked | None = None) -> SourceError:
    """The error that reading a file raises."""
    try:
        read(data, name, asked)
    except SourceError as exc:
        return exc
    raise AssertionError("it was read")


def write(
    data: bytes, name: str, edits: Mapping[int, Mapping[str, object] | None], asked: Asked | None = None
) -> tuple[bytes, list[str]]:
    """A file with edits, ticket (from 0) -> field -> value, None to leave it out; and the fields that it cannot hold.
    Pieces of at most 7 bytes, so that nothing depends on where they are cut."""
    reading, records = read(data, name, asked)
    rewrites = [
        Rewrite(records[place].spans, wanted or {}, drop=wanted is None) for place, wanted in sorted(edits.items())
    ]
    chunks = [data[at : at + 7] for at in range(0, len(data), 7)]
    problems: list[str] = []
    written = write_source(
        chunks, reading.format, reading.encoding, reading.dialect, rewrites, lambda _, field: problems.append(field)
    )
    return b"".join(written), problems


def book(
    rows: Sequence[Sequence[Any]], name: str = "工单", also: Mapping[str, Sequence[Sequence[Any]]] | None = None
) -> bytes:
    """A workbook as a spreadsheet program makes it: texts are shared."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as made:
        for title, table in {**(also or {}), name: rows}.items():
            sheet = made.add_worksheet(title)
            for at, row in enumerate(table):
                for place, cell in enumerate(row):
                    if isinstance(cell, str):
                        sheet.write_string(at, place, cell)
                    elif cell is not None:
                        sheet.write_number(at, place, cell)
    return out.getvalue()


def changed(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """A workbook with other XML."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as was, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in was.namelist():
            said = was.read(name)
            assert name != part or old in said
            made.writestr(name, said.replace(old, new) if name == part else said)
    return out.getvalue()


def listed(rows: Sequence[Mapping[str, str]] = ROWS) -> list[list[str]]:
    """Rows with their head."""
    return [list(rows[0]), *[list(row.values()) for row in rows]]


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of an archive, as they are packed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = sorted(archive.infolist(), key=lambda one: one.header_offset)
        ends = [*[one.header_offset for one in infos[1:]], archive.start_dir]
        return {one.filename: data[one.header_offset : end] for one, end in zip(infos, ends, strict=True)}


def dumped(rows: Sequence[Mapping[str, Any]], **style: Any) -> bytes:
    """Rows as a list of JSON."""
    return json.dumps(rows, ensure_ascii=False, **style).encode()


def lines(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """Rows as JSONL."""
    return b"".join(dumped(row) + b"\n" for row in rows)  # type: ignore[arg-type]


def file(folder: Path, name: str, data: bytes) -> Path:
    """A file with these bytes."""
    path = folder / name
    path.write_bytes(data)
    return path
