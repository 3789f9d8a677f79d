"""The door to tables: which files are tables, what one looks like before it is read, and reading it by its plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from db.errors import SourceError
from db.formats.encoding import Encoding
from db.formats.exchange import CSV_COLUMNS
from db.formats.reading import Reading
from db.formats.tables import arrow, books, delimited, objects
from db.formats.tables.archive import OLE, ZIP, Archive
from db.formats.tables.data import Data
from db.formats.tables.guessing import plan_of
from db.formats.tables.heads import TAKEN
from db.formats.tables.mapping import Mapper
from db.formats.tables.plan import CSV, JSON, NOTHING, PARQUET, XLSX, Asked, Plan, Survey, good_roles
from db.formats.tables.rows import records
from db.formats.tables.texts import text_of
from db.formats.vocabulary import Vocabulary
from db.records import dataclass
from db.values import Finding, Record

SUFFIXES = (".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".json", ".parquet")
_TEXT = (".csv", ".tsv", ".tab", ".xls")
_PACKED = (".xlsx", ".xlsm", ".parquet")
LINE_SUFFIXES = (".jsonl", ".ndjson")
_HTML = re.compile(rb"\s*<(?:!doctype html|html|table|\?xml|meta)", re.IGNORECASE)
_JSON = re.compile(rb"\s*[\[{]")


def kind_of(data: Data) -> str | None:
    """The kind of table that a file is, by how it begins and by its name; None for a file that is none.

    SourceError for a table that no reader reads: an old .xls, one that is encrypted, a page of the web.
    """
    beginning = data.beginning(64)
    name = data.name.lower()
    if beginning.startswith(OLE):
        with Archive(data):
            return None
    if beginning.startswith(ZIP):
        return XLSX
    if beginning.startswith(arrow.MAGIC):
        return PARQUET
    if name.endswith((*_TEXT, *_PACKED)) and _HTML.match(beginning):
        raise SourceError("table.html", file=data.name)
    if name.endswith(_TEXT):
        return CSV
    if name.endswith(_PACKED):
        first = beginning.decode("utf-8", "ignore").partition("\n")[0]
        said = "".join(sign for sign in first if sign.isprintable())[:20] or "–"
        raise SourceError("table.misnamed", file=data.name, suffix=name[name.rindex(".") :], text=said)
    if name.endswith(".json") or (name.endswith(LINE_SUFFIXES) and not is_own(data)):
        return JSON
    plain = beginning.removeprefix(b"\xef\xbb\xbf")
    return JSON if not name.endswith(LINE_SUFFIXES) and _JSON.match(plain) and _is_json(data) else None


def _is_json(data: Data) -> bool:
    """Whether a file of another name is JSON or JSONL, and not in the form of our exports."""
    if is_own(data):
        return False
    sample = data.beginning()
    line = sample.partition(b"\n")[0]
    loaded = objects.loads(line.decode("utf-8", "replace").removeprefix("\ufeff"))
    return isinstance(loaded, dict) or (isinstance(loaded, list) and bool(loaded))


def is_own(data: Data) -> bool:
    """Whether JSONL has the form of our exports: keys of ours, among them a title, and no others; or besides others
    those that no other program writes, for an export may have been given a key more since.
    """
    lines = data.beginning().split(b"\n")
    if b"\0" in lines[0]:
        return True  # of two bytes a sign: read as it always was
    seen = ours = 0
    for line in islice((line for line in lines if line.strip()), 50):
        value = objects.loads(line.decode("utf-8", "replace").removeprefix("\ufeff"))
        if isinstance(value, dict):
            seen += 1
            ours += "title" in value and (_KEYS.issuperset(value) or _MARKS.issubset(value))
    return not seen or ours * 2 >= seen


_KEYS = frozenset(CSV_COLUMNS)
_MARKS = frozenset({"root_causes", "fields"})


def look(data: Data, kind: str, vocabulary: Vocabulary, asked: Asked = NOTHING) -> tuple[Encoding, Survey, Plan]:
    """What a table looks like, and how it would be read. SourceError where it cannot be."""
    surveys = {CSV: delimited.survey, XLSX: books.survey, JSON: objects.survey, PARQUET: arrow.survey}
    encoding, survey = surveys[kind](data, asked)
    return encoding, survey, plan_of(survey, vocabulary, asked, data.name)


def read_table(data: Data, kind: str, vocabulary: Vocabulary, asked: Asked = NOTHING) -> Reading:
    """Read a table; its plan is found out but for what is asked."""
    encoding, survey, plan = look(data, kind, vocabulary, asked)
    good_roles(data.name, plan.columns)
    return _reading(data, plan, encoding, vocabulary, _told(survey, vocabulary, asked))


def _told(survey: Survey, vocabulary: Vocabulary, asked: Asked) -> list[Finding]:
    """Findings of a look; that names were guessed is none where somebody said what the columns of these names are."""
    sure = bool(asked.roles) or survey.names in vocabulary.shapes
    return [Finding(code, line, None, said) for code, line, said in survey.notes if not (sure and code == TAKEN)]


def read_planned(data: Data, plan: Plan, encoding: Encoding, vocabulary: Vocabulary) -> Reading:
    """Read a table as it was read before."""
    return _reading(data, plan, encoding, vocabulary, [])


def _reading(data: Data, plan: Plan, encoding: Encoding, vocabulary: Vocabulary, found: list[Finding]) -> Reading:
    mapper = Mapper(plan, vocabulary)
    reading = Reading(plan.layout.kind, encoding, plan.dialect(), None, iter(()), found)
    reading.records = records(walked(data, plan, encoding, found), mapper, found)
    return reading


Row = tuple[int, tuple[int, int], Sequence[Any], Sequence[tuple[str, str]]]


def walked(data: Data, plan: Plan, encoding: Encoding, found: list[Finding]) -> Iterator[Row]:
    """The rows of a table: line, place, values of the columns, and what has no column."""
    layout = plan.layout
    if layout.kind == CSV:
        return delimited.walk(data, plan, encoding, found)
    if layout.kind == XLSX:
        return books.walk(data, layout, plan.names, found)
    if layout.kind == JSON:
        return objects.walk(data, layout, plan.names, encoding, found)
    return arrow.walk(data, plan.names)


@dataclass(frozen=True, slots=True)
class Preview:
    """A table before it is imported: its plan, its sheets, its first rows as texts, the tickets that they become."""

    plan: Plan
    encoding: Encoding
    sheets: tuple[str, ...]
    lines: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    tickets: tuple[Record, ...]
    findings: tuple[Finding, ...]
    problem: SourceError | None = None
    """Why rows cannot be tickets as the plan is now."""


SHOWN = 50
"""Rows of a preview."""
_WIDE = 2000
"""Characters of a cell in a preview."""


def preview(data: Data, kind: str, vocabulary: Vocabulary, asked: Asked = NOTHING) -> Preview:
    """A table before it is imported; SourceError as reading it would raise at its beginning."""
    encoding, survey, plan = look(data, kind, vocabulary, asked)
    found = _told(survey, vocabulary, asked)
    rows = tuple(tuple(text_of(value)[:_WIDE] for value in row) for row in survey.rows[:SHOWN])
    shown = (survey.sheets, tuple(survey.lines[:SHOWN]), rows)
    try:
        good_roles(data.name, plan.columns)
    except SourceError as exc:
        return Preview(plan, encoding, *shown, (), tuple(found), exc)
    mapper = Mapper(plan, vocabulary)
    tickets = tuple(islice(records(walked(data, plan, encoding, found), mapper, found), SHOWN))
    return Preview(plan, encoding, *shown, tickets, tuple(found))
