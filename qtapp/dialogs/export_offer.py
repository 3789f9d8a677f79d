"""What the export sheet is given, and what it asks for. Values only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from db.exporting import AS_THEY_ARE, FOLDERS, Format, Reckoning, ReplyOptions, Splits
from db.records import dataclass


@dataclass(frozen=True, slots=True)
class Amount:
    """How many tickets, and how many of them are excluded."""

    tickets: int
    excluded: int


@dataclass(frozen=True, slots=True)
class ExportOffer:
    """What there is to export: all, what the filter shows, and that in words; the files it was read from.

    `reckon` says what a request with options for canned replies would do, None where that takes long.
    """

    everything: Amount
    shown: Amount
    shown_words: str
    sources: tuple[Path, ...]
    folder: Path
    name: str
    reckon: Callable[[ExportRequest], Reckoning | None] = lambda _: None


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What is wanted; `out` is a folder for what is one and for splits, else a file."""

    format: Format
    out: Path
    only_shown: bool
    include_excluded: bool
    overwrite_sources: bool
    canned: ReplyOptions = AS_THEY_ARE
    splits: Splits | None = None
    report: bool = False

    @property
    def is_folder(self) -> bool:
        """Whether a folder is written, and not a file."""
        return self.format in FOLDERS or self.splits is not None
