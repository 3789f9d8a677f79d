"""Which files are dataset files, and how one is opened: JSONL line by line from the disk, Markdown whole."""

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
from db.formats.vocabulary import Vocabulary
from db.values import Record

DATASET_SUFFIXES = (".md", ".markdown", ".txt", ".jsonl", ".ndjson")
JSONL_SUFFIXES = (".jsonl", ".ndjson")
LARGEST = 200 << 20
"""Bytes of a Markdown file, which is read whole."""
_SNIFF = 1 << 16


def is_dataset(path: Path) -> bool:
    """Whether a file in a folder may be one of ours, by its name."""
    return path.suffix.lower() in DATASET_SUFFIXES


def open_source(path: Path, vocabulary: Vocabulary) -> Reading:
    """Read a dataset file. SourceError where it is none or too large; OSError as the file system raises it."""
    size = path.stat().st_size
    if not size:
        raise SourceError("source.empty", file=str(path))
    with path.open("rb") as file:
        beginning = file.read(_SNIFF)
    if path.suffix.lower() in JSONL_SUFFIXES or looks_like_jsonl(beginning):
        return read_jsonl(lambda: path.open("rb"), str(path))
    if size > LARGEST:
        raise SourceError("source.too_large", file=str(path), size=size >> 20, most=LARGEST >> 20)
    return read_markdown(path.read_bytes(), str(path), vocabulary)


def open_unfamiliar(
    path: Path, encoding: Encoding, is_familiar: Callable[[bytes], bool]
) -> Iterator[Record | int] | None:
    """The tickets of a JSONL file, of lines that are familiar only their numbers (`jsonl.read_unfamiliar`). None for a
    file of another format, in which a ticket is not read by itself.
    """
    with path.open("rb") as file:
        beginning = file.read(_SNIFF)
    if path.suffix.lower() in JSONL_SUFFIXES or looks_like_jsonl(beginning):
        return read_unfamiliar(lambda: path.open("rb"), str(path), encoding, is_familiar)
    return None


def read_bytes(data: bytes, name: str, vocabulary: Vocabulary, dialect: Mapping[str, object] | None = None) -> Reading:
    """Read bytes that are at hand. With `dialect` (of an earlier reading) Markdown is read in that dialect."""
    if not data:
        raise SourceError("source.empty", file=name)
    if Path(name).suffix.lower() in JSONL_SUFFIXES or looks_like_jsonl(data[:_SNIFF]):
        return read_jsonl(lambda: io.BytesIO(data), name)
    known = Dialect.of(dialect) if dialect and "layout" in dialect else None
    return read_markdown(data, name, vocabulary, known)
