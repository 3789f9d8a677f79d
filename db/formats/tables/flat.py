"""Objects of JSON as rows: nested names become one, ``data.title``; labels of Label Studio become columns.

Each column of a row knows the way to its value, so that it can be written there again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from db.formats.tables import documents
from db.formats.training import PARTS

Step = str | int
Way = tuple[Step, ...]

DEPTH = 5
"""Objects within objects that become columns; what lies deeper is a value."""
LABELS = ("annotations", "predictions")
"""Where Label Studio keeps what people and models say of a task; people first."""
LABEL = "labels."


def flat(row: Mapping[str, Any]) -> dict[str, Any]:
    """Name of a column -> value."""
    for value in row.values():
        if type(value) is dict:
            break
    else:
        if LABELS[0] not in row and LABELS[1] not in row and PARTS not in row:
            return dict(row)
    return {name: value for name, value, _ in columns(row)}


def ways(row: Mapping[str, Any]) -> dict[str, Way]:
    """Name of a column -> the way to its value."""
    return {name: way for name, _, way in columns(row)}


def columns(row: Mapping[str, Any]) -> Iterator[tuple[str, Any, Way]]:
    """Name, value and way of each column, no name twice."""
    seen: set[str] = set()
    said = documents.parts_of(row)
    if said is not None:
        row = {key: said if key == documents.TEXT else value for key, value in row.items() if key != PARTS}
    for name, value, way in (*_labels(row), *_within(row, "", (), DEPTH)):
        unique, number = name, 2
        while unique in seen:
            unique, number = f"{name} ({number})", number + 1
        seen.add(unique)
        yield unique, value, way


def _within(row: Mapping[str, Any], prefix: str, way: Way, depth: int) -> Iterator[tuple[str, Any, Way]]:
    for key, value in row.items():
        if type(value) is dict and value and depth:
            yield from _within(value, f"{prefix}{key}.", (*way, key), depth - 1)
        else:
            yield f"{prefix}{key}", value, (*way, key)


def _labels(row: Mapping[str, Any]) -> Iterator[tuple[str, Any, Way]]:
    """What the first of the annotations (else of the predictions) of a task says, a column a control."""
    for key in LABELS:
        said = row.get(key)
        if not isinstance(said, list):
            continue
        for place, one in enumerate(said):
            results = one.get("result") if isinstance(one, dict) else None
            if isinstance(results, list) and results and not one.get("was_cancelled"):
                yield from _results(results, (key, place, "result"))
                return


def _results(results: list[Any], way: Way) -> Iterator[tuple[str, Any, Way]]:
    for place, one in enumerate(results):
        if not isinstance(one, dict) or not isinstance(one.get("value"), dict):
            continue
        kind = "text" if one.get("type") == "textarea" else str(one.get("type"))
        if isinstance(one.get("from_name"), str) and kind in one["value"]:
            yield f"{LABEL}{one['from_name']}", one["value"][kind], (*way, place, "value", kind)
