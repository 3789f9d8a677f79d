"""What reading a source gives: its records, and what was found out on the way. Plain values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from db.formats.encoding import Encoding
from db.records import dataclass, field
from db.values import Finding, Record


@dataclass(slots=True)
class Reading:
    """A source that is being read. `findings` is complete when `records`, which can be walked once, is exhausted."""

    format: str
    encoding: Encoding
    dialect: Mapping[str, object]
    declared: int | None
    records: Iterator[Record]
    findings: list[Finding] = field(default_factory=list)
