"""What import found out about one file, as the page lays it out: facts in words, findings by kind. No widgets."""

from __future__ import annotations

from collections.abc import Callable

from db import sentences
from db.records import dataclass
from db.search import quoted
from db.values import SourceReport, StoredFinding

SHOWN = 5
"""Findings of one kind that are named; the others are counted."""

UNKNOWN_HEADING, PARKED = "heading.unknown", "parked"


@dataclass(frozen=True)
class Group:
    """The findings of one kind in one source, and the query that shows their tickets."""

    code: str
    findings: tuple[StoredFinding, ...]
    query: str

    @property
    def tickets(self) -> int:
        """How many tickets these findings lead to."""
        return len({one.ticket_id for one in self.findings if one.ticket_id is not None})


def groups(report: SourceReport) -> list[Group]:
    """The findings of a source by kind, the commonest first."""
    kinds: dict[str, list[StoredFinding]] = {}
    for finding in report.findings:
        kinds.setdefault(finding.code, []).append(finding)
    ordered = sorted(kinds.items(), key=lambda one: -len(one[1]))
    return [Group(code, tuple(found), query_of(code, report.name)) for code, found in ordered]


def query_of(code: str, source: str) -> str:
    """The query that shows the tickets of a kind of finding in a source; parked ones are found by that name only."""
    if code == PARKED:
        return f"is:parked source:{quoted(source)}"
    return f"finding:{quoted(code)} source:{quoted(source)}"


def tickets_of(report: SourceReport) -> str:
    """The query that shows the tickets of a source."""
    return f"source:{quoted(report.name)}"


def sentence_of(finding: StoredFinding, translate: Callable[[str], str]) -> str:
    """A finding in words; its bare code where the library that wrote the review knew more kinds than this one."""
    try:
        return sentences.finding(finding, translate)
    except KeyError:
        return finding.code


def heading_of(finding: StoredFinding) -> str:
    """The heading that an unknown-heading finding is about, '' for other findings."""
    return str(finding.data.get("heading", "")) if finding.code == UNKNOWN_HEADING else ""
