"""What `import` says and asks of tables: their columns, their sheet, a preview before anything is imported."""

from __future__ import annotations

import json
import os
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from db import sentences
from db.commands.call import number
from db.commands.output import Output, plain
from db.commands.sources import problem
from db.datafile import file_errors
from db.errors import SourceError, UserError
from db.formats import COLUMN_ROLES, Asked, Encoding, Plan, Preview, Vocabulary, load_vocabulary, preview
from db.review import Review
from db.walking import find_sources

SHOWN, WIDTH = 3, 60
"""Rows of a preview for people, and characters of a cell."""


def add(taking: ArgumentParser) -> None:
    """The options of `import` that tables have."""
    taking.add_argument(
        "--columns",
        metavar="ROLE=COLUMN[+COLUMN],…",
        type=columns,
        help="what the columns of a table are, such as title=主题,replies=回复1+回复2; kept for tables with the same "
        f"columns. ROLE is one of {', '.join(COLUMN_ROLES)}",
    )
    taking.add_argument("--sheet", metavar="NAME", default="", help="the sheet of a workbook; else the first with rows")
    taking.add_argument(
        "--header",
        metavar="N",
        type=number,
        help="rows above the first ticket of a table; 0: no names of columns",
    )
    taking.add_argument(
        "--table",
        metavar="JSON",
        type=said_table,
        action="append",
        default=[],
        help="for programs: an object with the names and the roles of all columns, perhaps file, sheet and header",
    )
    taking.add_argument("--preview", action="store_true", help="show how tables would be read, and import nothing")


def columns(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Role -> names of columns. A comma parts roles where a role and an equals sign follow it; a plus parts columns."""
    found: dict[str, tuple[str, ...]] = {}
    last = ""
    for piece in text.split(","):
        role, equals, names = piece.partition("=")
        if equals and role.strip() in COLUMN_ROLES:
            last = role.strip()
            found[last] = (*found.get(last, ()), *_names(names))
        elif last:
            found[last] = (*found[last][:-1], f"{found[last][-1]},{piece}".strip())
        else:
            raise ArgumentTypeError(f"“{text}” is not ROLE=COLUMN; roles are {', '.join(COLUMN_ROLES)}")
    if not all(all(names) for names in found.values()):
        raise ArgumentTypeError(f"“{text}” names a role without a column")
    return tuple(found.items())


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split("+")]


def said_table(text: str) -> dict[str, Any]:
    """What a program says of a table: ``names`` and ``roles`` of all columns (or neither); ``file``, ``sheet`` and
    ``header`` where it is of one file. ``@FILE``: it stands there."""
    try:
        said = json.loads(Path(text[1:]).read_text("utf-8") if text.startswith("@") else text)
        names, roles = said.get("names", []), said.get("roles", [])
        good = len(names) == len(roles) and all(isinstance(one, str) for one in (*names, *roles))
        if not good or not set(roles) <= set(COLUMN_ROLES):
            raise ValueError
    except (ValueError, AttributeError, TypeError, OSError) as exc:
        raise ArgumentTypeError("it says no names with a role each") from exc
    return {"names": names, "roles": roles, "file": said.get("file"), **_place(said)}


def _place(said: Mapping[str, Any]) -> dict[str, Any]:
    header = said.get("header")
    return {"sheet": str(said.get("sheet") or ""), "header": header if isinstance(header, int) else None}


def asking(call: Namespace) -> Callable[[Path], Asked]:
    """What the call says of each file, should it be a table."""
    files = {os.path.realpath(one["file"]): one for one in call.table if one["file"]}

    def asked(path: Path) -> Asked:
        one = files.get(os.path.realpath(path))
        if one is None:
            return Asked(call.columns or (), call.sheet, call.header)
        roles = call.columns or tuple((role, (name,)) for name, role in zip(one["names"], one["roles"], strict=True))
        return Asked(roles, one["sheet"] or call.sheet, one["header"] if one["header"] is not None else call.header)

    return asked


def vocabulary(call: Namespace, review: Review | None) -> Vocabulary:
    """What is known of headings and of shapes of tables: by the review where there is one, and by the call."""
    synonyms = {**(review.synonyms() if review is not None else {}), **dict(call.synonym)}
    shapes = {tuple(one["names"]): tuple(one["roles"]) for one in call.table if one["names"] and not one["file"]}
    return load_vocabulary(synonyms, {**(review.shapes() if review is not None else {}), **shapes})


def remember(review: Review, call: Namespace) -> None:
    """Keep what the call says of the columns of its tables. Files that cannot be read are told of when they are
    imported."""
    for one in call.table:
        if one["names"]:
            review.remember_shape(one["names"], one["roles"])
    for path in find_sources(call.path) if call.columns else ():
        try:
            found = look(path, vocabulary(call, review), asking(call)(path))
        except UserError:
            continue
        if found is not None and found.problem is None:
            review.remember_shape(found.plan.names, [column.role for column in found.plan.columns])


def look(path: Path, vocabulary: Vocabulary, wanted: Asked) -> Preview | None:
    """How a file would be read; None for one that is no table."""
    with file_errors(path):
        return preview(path, vocabulary, wanted)


def show(call: Namespace, review: Review | None, out: Output) -> int:
    """`import --preview`: how each table would be read; 1 where one cannot be."""
    known, asked = vocabulary(call, review), asking(call)
    failed = 0
    for path in find_sources(call.path):
        try:
            found = look(path, known, asked(path))
        except SourceError as exc:
            exc.data.setdefault("file", str(path))
            problem(exc, out)
            failed = 1
            continue
        if found is None:
            out.result({"file": str(path), "format": None}, f"{path}: no table; it is read without a mapping")
        else:
            out.result(_data(path, found, known), _words(path, found))
            if found.problem is not None:
                out.note(f"winnow: {sentences.error(found.problem)}")
    return failed


def _data(path: Path, found: Preview, known: Vocabulary) -> dict[str, object]:
    plan = found.plan
    layout = plan.layout
    return {
        "file": str(path),
        "format": layout.kind,
        "encoding": encoding_words(found.encoding),
        "separator": layout.delimiter if layout.kind == "csv" else None,
        "sheet": layout.sheet or None,
        "sheets": list(found.sheets),
        "header": layout.header,
        "known": plan.names in known.shapes or plan.is_own,
        "columns": [{"name": column.name, "role": column.role} for column in plan.columns],
        "rows": [list(row) for row in found.rows],
        "lines": list(found.lines),
        "tickets": [_ticket(one) for one in found.tickets[:SHOWN]],
        "findings": [
            {"line": one.line, "code": one.code, "data": plain(one.data), "text": sentences.finding(one)}
            for one in found.findings
        ],
    }


def _ticket(record: Any) -> dict[str, object]:
    turns = record.replies if record.conversation is None else record.conversation
    return {
        "title": record.title,
        "category": list(record.category),
        "problem": record.problem,
        "turns": [{"speaker": turn.speaker, "text": turn.text} for turn in turns],
        "root_causes": list(record.causes),
        "fields": [list(pair) for pair in record.fields],
    }


def _words(path: Path, found: Preview) -> str:
    plan = found.plan
    lines = [f"{path}: {table_words(plan, found.encoding)}"]
    if len(found.sheets) > 1:
        lines.append(f"  sheets: {', '.join(found.sheets)}")
    wide = max((len(column.role) for column in plan.columns), default=0)
    for place, column in enumerate(plan.columns):
        said = [row[place] for row in found.rows[:SHOWN] if place < len(row) and row[place]]
        lines.append(f"  {column.role:<{wide}}  {column.name}: {' | '.join(map(_clipped, said))}")
    lines += [f"  {path.name}:{one.line}: {sentences.finding(one)}" for one in found.findings[:SHOWN]]
    return "\n".join(lines)


def _clipped(text: str) -> str:
    line = " ".join(text[: WIDTH * 2].split())
    return line if len(line) <= WIDTH else f"{line[: WIDTH - 1]}…"


def table_words(plan: Plan, encoding: Encoding) -> str:
    """How a table is written and read, for people."""
    layout = plan.layout
    kinds = {"csv": f"separated by {_SIGNS.get(layout.delimiter, layout.delimiter)}, {encoding_words(encoding)}"}
    kinds |= {"xlsx": f"sheet “{layout.sheet}”", "json": f"JSON, {encoding_words(encoding)}", "parquet": "Parquet"}
    return f"{kinds[layout.kind]}; {mapping_words(plan)}"


def mapping_words(plan: Plan) -> str:
    """The roles that columns have, for people; fields of other names are counted."""
    said: dict[str, list[str]] = {}
    for column in plan.columns:
        said.setdefault(column.role, []).append(column.name)
    others = len(said.pop("other", ()))
    parts = [f"{role}={'+'.join(names)}" for role, names in said.items()]
    return ", ".join([*parts, *([f"{others} other fields"] if others else [])])


def encoding_words(encoding: Encoding) -> str:
    """An encoding as reports call it."""
    return f"{encoding.codec}-bom" if encoding.bom else encoding.codec


_SIGNS: Mapping[str, str] = {"\t": "tabs", ",": "commas", ";": "semicolons", "|": "bars"}
