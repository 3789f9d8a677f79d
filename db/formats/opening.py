"""Which files are dataset files, and how one is opened: JSONL line by line, Markdown whole, tables by their plan."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from db.errors import SourceError
from db.formats.dialect import Dialect
from db.formats.encoding import Encoding
from db.formats.jsonl import looks_like_jsonl, read_jsonl, read_unfamiliar
from db.formats.markdown import read_markdown
from db.formats.reading import Reading
from db.formats.tables import opening as tables
from db.formats.tables.data import Data
from db.formats.tables.plan import NOTHING, Asked, Plan
from db.formats.vocabulary import Vocabulary
from db.records import dataclass
from db.values import Record

DATASET_SUFFIXES = (".md", ".markdown", ".txt", ".jsonl", ".ndjson", *tables.SUFFIXES)
JSONL_SUFFIXES = (".jsonl", ".ndjson")
LARGEST = 200 << 20
"""Bytes of a Markdown file, which is read whole."""
_SNIFF = 1 << 16
_LOCK = "~$"
"""How the file begins that Excel puts beside one that is open."""


@dataclass(frozen=True, slots=True)
class How:
    """How a source was read before."""

    format: str
    encoding: Encoding
    dialect: Mapping[str, object]


def is_dataset(path: Path) -> bool:
    """Whether a file in a folder may be one of ours, by its name."""
    return path.suffix.lower() in DATASET_SUFFIXES and not path.name.startswith(_LOCK)


def open_source(path: Path, vocabulary: Vocabulary, asked: Asked = NOTHING) -> Reading:
    """Read a dataset file; `asked` says what is known of a table. SourceError where it is none or too large; OSError as
    the file system raises it."""
    data = Data.of_file(path)
    if not data.size:
        raise SourceError("source.empty", file=str(path))
    kind = _table_kind(data, asked)
    if kind is not None:
        return tables.read_table(data, kind, vocabulary, asked)
    if _is_jsonl(path, data):
        return read_jsonl(data.open, str(path))
    if data.size > LARGEST:
        raise SourceError("source.too_large", file=str(path), size=data.size >> 20, most=LARGEST >> 20)
    return read_markdown(path.read_bytes(), str(path), vocabulary)


def _table_kind(data: Data, asked: Asked) -> str | None:
    if asked.own and _is_jsonl(Path(data.name), data):
        return None
    return tables.kind_of(data)


def _is_jsonl(path: Path, data: Data) -> bool:
    return path.suffix.lower() in JSONL_SUFFIXES or looks_like_jsonl(data.beginning(_SNIFF))


def preview(path: Path, vocabulary: Vocabulary, asked: Asked = NOTHING) -> tables.Preview | None:
    """What a table would be read as; None for a dataset file that is none. SourceError as `open_source`."""
    data = Data.of_file(path)
    kind = tables.kind_of(data) if data.size else None
    return tables.preview(data, kind, vocabulary, asked) if kind is not None else None


def is_table(path: Path) -> bool:
    """Whether a file is a table, by its name and its beginning; False also for one that cannot be opened."""
    try:
        data = Data.of_file(path)
        return data.size > 0 and tables.kind_of(data) is not None
    except (SourceError, OSError):
        return False


def open_unfamiliar(
    path: Path, encoding: Encoding, is_familiar: Callable[[bytes], bool]
) -> Iterator[Record | int] | None:
    """The tickets of a JSONL file, of lines that are familiar only their numbers (`jsonl.read_unfamiliar`). None for a
    file of another format, in which a ticket is not read by itself.
    """
    if _is_jsonl(path, Data.of_file(path)):
        return read_unfamiliar(lambda: path.open("rb"), str(path), encoding, is_familiar)
    return None


def read_bytes(
    data: bytes,
    name: str,
    vocabulary: Vocabulary,
    dialect: Mapping[str, object] | None = None,
    asked: Asked = NOTHING,
) -> Reading:
    """Read bytes that are at hand. With `dialect` (of an earlier reading) Markdown is read in that dialect."""
    if not data:
        raise SourceError("source.empty", file=name)
    held = Data.of_bytes(data, name)
    kind = _table_kind(held, asked)
    if kind is not None:
        return tables.read_table(held, kind, vocabulary, asked)
    if _is_jsonl(Path(name), held):
        return read_jsonl(lambda: io.BytesIO(data), name)
    known = Dialect.of(dialect) if dialect and "layout" in dialect else None
    return read_markdown(data, name, vocabulary, known)


def read_again(data: bytes, name: str, vocabulary: Vocabulary, how: How) -> Reading:
    """Read the bytes of a source as they were read before: a table by its plan, JSONL in the form that it was."""
    plan = Plan.of(how.dialect)
    if plan is not None:
        return tables.read_planned(Data.of_bytes(data, name), plan, how.encoding, vocabulary)
    return read_bytes(data, name, vocabulary, asked=Asked.again(how.format, how.dialect))
