"""The one table: measure, figure, ratio, goal, holds or not; as lines, as objects, and as a page of Markdown."""

from __future__ import annotations

import os
import platform
import sqlite3
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]
HEAD = ("measure", "figure", "ratio", "goal", "holds")
WIDTH = 58
SMALL = 1000


def heading() -> str:
    """The first line of the table as text."""
    return f"{HEAD[0]:<{WIDTH}} {HEAD[1]:>10} {HEAD[2]:>9} {HEAD[3]:>9}  {HEAD[4]}"


def line(row: Row) -> str:
    """A row of the table as text."""
    name, figure, ratio, goal, holds = cells(row)
    return f"{name:<{WIDTH}} {figure:>10} {ratio:>9} {goal:>9}  {holds}"


def cells(row: Row) -> tuple[str, str, str, str, str]:
    """A row as words; of one that could not be measured the last cell says why."""
    goal = "–" if row.get("goal") is None else f"{row['goal']:.4g}"
    if row.get("ratio") is None:
        held = row.get("figure")
        return row["measure"], held or "–", "–", goal, str(row["why"])
    return row["measure"], figure(row["ours"], row["unit"]), f"{row['ratio']:.3g}", goal, _holds(row)


def _holds(row: Row) -> str:
    return {True: "yes", False: "NO", None: "–"}[row["holds"]]


def figure(value: float, unit: str) -> str:
    """A figure in a unit that suits it."""
    if unit == "%":
        return f"{100 * value:.3g} %"
    if unit == "GB":
        return f"{value:.3g} GB" if value >= 1 else f"{1000 * value:.3g} MB"
    if unit != "s":
        return f"{value:.3g} {unit}".strip()
    if value >= 1:
        return f"{value:,.3g} s" if value < SMALL else f"{value:,.0f} s"
    return f"{1000 * value:.3g} ms" if value >= 1e-3 else f"{1e6 * value:.3g} µs"


def machine() -> str:
    """What was measured on, in words: no name and no path."""
    memory = ""
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        held = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
        memory = f", {held:.0f} GB of memory"
    return f"{platform.system()} on {platform.machine()}, {os.cpu_count()} processors{memory}, shared with other work"


def versions() -> str:
    """The versions that the figures depend on."""
    import PySide6  # the table itself needs no Qt

    python = ".".join(map(str, sys.version_info[:3]))
    return f"Python {python}, Qt {PySide6.__version__}, SQLite {sqlite3.sqlite_version}"


class Page:
    """The table as a page of Markdown, written anew with each row: one that was stopped leaves what it had."""

    def __init__(self, path: Path, size: int) -> None:
        self._path, self._size = path, size
        self._parts: dict[str, list[Row]] = {}
        self._begun = datetime.now(UTC).date().isoformat()

    def add(self, part: str, row: Row) -> None:
        """Take a row in."""
        self._parts.setdefault(part, []).append(row)
        self.write("This run has not come to its end.")

    def write(self, word: str = "") -> None:
        """Write the page; `word` says what is not as it should be."""
        held = [row["holds"] for rows in self._parts.values() for row in rows if row.get("holds") is not None]
        text = [
            "# What was measured",
            "",
            f"`python3 packaging/dev.py bench --size {self._size}`, {self._begun}: {self._size:,} invented tickets.",
            f"{machine()}. {versions()}.",
            "",
            "A figure is the median of several runs; a ratio is that figure beside a plain way to the same end, in",
            "turn with it. Goals are for a million tickets; of fewer, what is quick for its index looks less so.",
            f"{sum(held)} of {len(held)} goals hold.",
            *(("", word) if word else ()),
        ]
        for part, rows in self._parts.items():
            text += ["", f"## {part}", "", f"| {' | '.join(HEAD)} | |", "|---|--:|--:|--:|---|---|"]
            text += [f"| {' | '.join(_escaped(row))} |" for row in rows]
        begun = self._path.with_name(f"{self._path.name}.begun")
        begun.write_text("\n".join(text) + "\n", encoding="utf-8")
        begun.replace(self._path)


def _escaped(row: Row) -> Sequence[str]:
    name, figure_, ratio, goal, holds = (cell.replace("|", "\\|").replace("\n", " ") for cell in cells(row))
    if row.get("ratio") is None:
        return name, figure_, ratio, goal, "–", holds
    return name, figure_, ratio, goal, holds, about(row)


def about(row: Row) -> str:
    """What else is known of a row, in a few words."""
    known = {"measure", "ratio", "goal", "holds", "unit", "ours", "reference"}
    words = [f"beside {figure(row['reference'], row['unit'])}"]
    for name, value in row.items():
        if name not in known and isinstance(value, int | float | str):
            words.append(f"{name.replace('_', ' ')} {f'{value:,}' if isinstance(value, int) else value}")
    return "; ".join(words)
