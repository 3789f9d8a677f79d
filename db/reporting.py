"""The record of an export, written beside it: its facts are those of the export, its files are of the same group.

So a record stands there if, and only if, what it tells of does.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from db import recording
from db.choosing import Choice
from db.outfile import Group
from db.recording import BESIDE, Language, Made, Output
from db.replies.outgoing import ReplyOptions
from db.review import Review
from db.splitting import Splits


def write_report(
    review: Review,
    group: Group,
    out: Path,
    choice: Choice,
    not_held: int,
    options: Sequence[tuple[str, str]],
    language: Language,
) -> int:
    """Write the record of what the group has so far into files named after `out`; how many files those are. `not_held`
    tickets went without a label."""
    found = group.outputs()
    outputs = tuple(Output(_shown(path, out), size, digest) for path, size, digest in found)
    made = Made(outputs, tuple(choice.ids()), _left_out(review, choice, not_held), tuple(options))
    pages = recording.written(recording.gather(review, made), language)
    for ending, text in zip(BESIDE, pages, strict=True):
        with group.file(out.with_name(f"{out.name}{ending}")) as file:
            file.write(text.encode("utf-8", "surrogatepass"))
    return len(pages)


def _shown(path: Path, out: Path) -> str:
    """The name of a file that was written: with its folders, where it stands in one of this export."""
    home = Path(os.path.realpath(out))
    return path.relative_to(home).as_posix() if path != home and path.is_relative_to(home) else path.name


def _left_out(review: Review, choice: Choice, not_held: int) -> tuple[tuple[str, int], ...]:
    here = choice.tickets + choice.excluded + choice.repeated + choice.duplicates
    return (
        ("asked", max(review.counts()[0] - here, 0)),
        ("excluded", choice.excluded),
        ("repeated", choice.repeated),
        ("duplicates", choice.duplicates),
        ("not_rewritten", choice.refused),
        ("not_held", not_held),
    )


def said_options(
    kind: str,
    chosen: bool,
    query: str,
    include_excluded: bool,
    replies: ReplyOptions,
    splits: Splits | None,
    across: int,
) -> Iterator[tuple[str, str]]:
    """The options of an export that are not as they are without being asked for, as codes and values; and how many long
    canned replies the splits could not keep on one side."""
    yield "format", kind
    if query or chosen:
        yield ("query", query) if query else ("chosen", "yes")
    said = {
        "include_excluded": include_excluded,
        "wording": replies.wording,
        "holding": not replies.holding,
        "duplicates": not replies.duplicates,
    }
    yield from ((code, "yes") for code, asked in said.items() if asked)
    if replies.at_most is not None:
        yield "at_most", str(replies.at_most) if replies.at_most else "as_decided"
    if splits is not None:
        yield "splits", ", ".join(f"{name} {share:g}" for name, share in splits.shares)
        yield "split_by", splits.by
        yield "seed", str(splits.seed)
    if across:
        yield "across", f"{across:,}"
