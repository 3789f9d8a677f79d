"""Taking in what a source's file says now, as it was compared and decided: one action of the log, one step to undo.

Nothing is written where the file or the review is not what was compared any more.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO, Literal

from db import formats, merging, store
from db.datafile import file_errors, has_changed, located, opened, sha256_of
from db.drift.records import Drift
from db.edits import revisions
from db.edits.checks import good_for_sources, good_path, good_text, good_turns
from db.edits.columns import TURNS
from db.edits.holding import is_held
from db.edits.journal import open_entry
from db.edits.styles import Styles
from db.edits.terms import refuse_retired
from db.errors import EditError, SourceError
from db.intake import Origin, Taken, publish
from db.merging import Chosen
from db.records import dataclass
from db.review import Review
from db.running import Run, running
from db.touched import SHEET
from db.values import CATEGORY, FIELDS, ROOT_CAUSE, SOURCE_FIELDS, Changes, Progress, Summary, Turn, no_progress

Side = Literal["ours", "theirs"]


@dataclass(frozen=True, slots=True)
class Own:
    """A value of the reviewer's own for a field that both sides changed: text; for a category its names; turns; for
    ``fields`` pairs of name and text."""

    value: str | Sequence[str] | Sequence[Turn] | Sequence[tuple[str, str]]


Choices = Mapping[tuple[int, str], Side | Own]
"""By ticket id and field, of those in `Drift.conflicts`."""

_SOURCE = "SELECT name, path, size, sha256, modified, format, encoding, bom, dialect, version FROM source WHERE id = ?"
_SAME = f"""SELECT name FROM source WHERE path = ? AND sha256 = ? AND ready = 1
    AND {SHEET} = (SELECT {SHEET} FROM source WHERE id = ?)"""
_SINCE = f"""SELECT 1 FROM entry LEFT JOIN change ON change.entry_id = entry.id
    LEFT JOIN ticket ON ticket.id = change.ticket_id LEFT JOIN revision ON revision.entry_id IN (entry.id, entry.target)
    WHERE entry.id > ?1 AND (revision.source_id = ?2
        OR (ticket.source_id = ?2 AND change.field IN ({", ".join(f"'{name}'" for name in SOURCE_FIELDS)}))) LIMIT 1"""


def apply_drift(
    review: Review,
    drift: Drift,
    choices: Choices | None = None,
    otherwise: Side | None = None,
    although_other: bool = False,
    progress: Progress = no_progress,
) -> Changes:
    """Take the new version in. Of a field that both sides changed `choices` says what stays; of the others `otherwise`,
    and where that is None ours stays and is told as a finding. What is gone is parked, with its edits.

    Raises SourceError ``drift.file_changed`` and ``drift.review_changed`` where it must be compared anew,
    ``drift.another_batch`` unless `although_other` says that it is a new version; EditError for a choice of a field
    that is in no conflict (``drift.no_conflict``) and for a value that cannot be (see `edits`); what `progress` raises.
    """
    if drift.another_batch and not although_other:
        raise SourceError("drift.another_batch", file=drift.path, firm=drift.firm, n=drift.of)
    if drift.nothing:
        return Changes(0, "import", (), frozenset(), Summary("import.nothing"))
    with running(review, progress, make_index=True) as run:
        _refuse_if_reviewed(review, drift)
        taken = _version(review, run, drift)
        decided = _decided(review, drift, choices or {}, otherwise, taken)
        ours: list[int | None] = [one or None for one in drift.body.ours[: drift.counts.tickets]]
        with review.transaction():
            _refuse_if_reviewed(review, drift)  # somebody may have worked on while the file was read
            changes = _merged(review, merging.Staged(drift.source_id, taken, ours), decided, progress)
            _refuse_if_not_held(review, choices or {})
        return changes


def apply_as_batch(review: Review, drift: Drift, progress: Progress = no_progress) -> Changes:
    """Take the file in as a source of its own, beside the one that was read from it before; from now on the file is
    that one's. Raises SourceError ``drift.file_changed``, ``source.empty`` where there is nothing in it, and
    ``drift.known_batch`` where another source is the file as it is.
    """
    path = located(drift.path)
    if drift.nothing:
        return Changes(0, "import", (), frozenset(), Summary("import.nothing"))
    with running(review, progress, make_index=True) as run:
        if not drift.size:
            raise SourceError("source.empty", file=str(path))
        same = review.execute(_SAME, (drift.path, drift.sha256, drift.source_id)).fetchone()
        if same is not None:
            raise SourceError("drift.known_batch", file=drift.path, source=same[0])
        form, dialect = review.execute("SELECT format, dialect FROM source WHERE id = ?", (drift.source_id,)).fetchone()
        asked = formats.Asked.again(form, json.loads(dialect))
        taken = _taken(run, drift, path, run.free_name(path), asked, indexed=True)
        with review.transaction():
            publish(review, [taken.id])
            name = review.execute("SELECT name FROM source WHERE id = ?", (taken.id,)).fetchone()[0]
            summary = Summary("import.batch", {"n": taken.tickets, "files": 1, "name": name})
            entry = open_entry(review, "import", summary, taken.tickets)
            revisions.begin(review, entry, taken.id, None)
        return Changes(entry, "import", (), frozenset(), summary)


def merged_again(review: Review, source_id: int, progress: Progress = no_progress) -> Changes:
    """Take in the stored bytes of a source once more, with the headings that are known by now."""
    with running(review, progress, make_index=True) as run:
        row = review.execute(f"{_SOURCE} AND ready = 1", (source_id,)).fetchone()
        if row is None:
            raise KeyError(source_id)
        run.total = row[2]
        asked = formats.Asked.again(row[5], json.loads(row[8]))
        reading = formats.read_bytes(review.content(source_id), row[0], run.vocabulary, asked=asked)
        name, path, size, sha256, modified = row[:5]
        origin = Origin(run.free_name(Path(name)), path, size, sha256, modified, None, run.synonyms)
        taken = run.take(origin, reading, indexed=False)
        return _merged(review, merging.Staged(source_id, taken, (), same_bytes=True), {}, progress)


def _refuse_if_reviewed(review: Review, drift: Drift) -> None:
    if review.execute(_SINCE, (drift.entry, drift.source_id)).fetchone():
        raise SourceError("drift.review_changed", source=drift.name)


def _version(review: Review, run: Run, drift: Drift) -> Taken:
    """The file as a staged source, hidden."""
    row = review.execute(_SOURCE, (drift.source_id,)).fetchone()
    name = run.free_name(Path(row[0]))
    path = located(drift.path)
    if drift.size:
        return _taken(run, drift, path, name, formats.Asked.again(row[5], json.loads(row[8])), indexed=False)
    if path.exists() and path.stat().st_size:
        raise SourceError("drift.file_changed", file=drift.path)
    reading = formats.Reading(row[5], formats.Encoding(row[6], bool(row[7])), json.loads(row[8]), None, iter(()))
    origin = Origin(name, drift.path, 0, drift.sha256, drift.modified, _nothing, run.synonyms)
    return run.take(origin, reading, indexed=False, may_be_empty=True)


def _nothing() -> BinaryIO:
    return io.BytesIO(b"")


def _taken(run: Run, drift: Drift, path: Path, name: str, asked: formats.Asked, indexed: bool) -> Taken:
    with file_errors(path):
        stat = path.stat()
        if stat.st_size != drift.size or sha256_of(path) != drift.sha256:
            raise SourceError("drift.file_changed", file=drift.path)
        run.total = stat.st_size
        reading = formats.open_source(path, run.vocabulary, asked)
        origin = Origin(
            name, drift.path, stat.st_size, drift.sha256, stat.st_mtime, partial(opened, path), run.synonyms
        )
        taken = run.take(origin, reading, indexed)
        if has_changed(path, stat):
            raise SourceError("drift.file_changed", file=drift.path)
    return taken


def _merged(review: Review, staged: merging.Staged, decided: merging.Choices, progress: Progress) -> Changes:
    """Show the version and log it."""
    with review.transaction():
        entry = open_entry(review, "import", Summary("import.again"), 0)
        merged = merging.merge(review, entry, staged, decided, progress)
        summary = _summary(review, staged, merged)
        row = (json.dumps(dict(summary.data), ensure_ascii=False), staged.taken.tickets, entry)
        review.execute("UPDATE entry SET data = ?, tickets = ? WHERE id = ?", row)
    return Changes(entry, "import", tuple(sorted(merged.ticket_ids)), frozenset(merged.fields), summary)


def _summary(review: Review, staged: merging.Staged, merged: merging.Merged) -> Summary:
    data: dict[str, object] = {"n": staged.taken.tickets, "files": 1}
    for count in ("added", "changed", "parked", "conflicts"):
        data[count] = getattr(merged, count)
    data["name"] = review.execute("SELECT name FROM source WHERE id = ?", (staged.source_id,)).fetchone()[0]
    return Summary("import.again", data)


def _refuse_if_not_held(review: Review, choices: Choices) -> None:
    """The new version must be able to hold what was typed."""
    for (ticket_id, name), choice in choices.items():
        if isinstance(choice, Own):
            value = getattr(review.ticket(ticket_id), name)
            if not is_held(review, ticket_id, name, value):
                raise EditError("edit.not_held", field=name, ticket=ticket_id)


def _decided(review: Review, drift: Drift, choices: Choices, otherwise: Side | None, taken: Taken) -> merging.Choices:
    for ticket_id, name in choices:
        if (ticket_id, name) not in drift.conflicts:
            raise EditError("drift.no_conflict", ticket=ticket_id, field=name)
    made = {one: Chosen(otherwise) for one in drift.conflicts} if otherwise is not None else {}
    styles = Styles(review)
    for (ticket_id, name), choice in choices.items():
        if isinstance(choice, Own):
            made[ticket_id, name] = _own(review, styles, taken, ticket_id, name, choice)
        else:
            made[ticket_id, name] = Chosen(choice)
    return made


def _own(review: Review, styles: Styles, taken: Taken, ticket_id: int, name: str, own: Own) -> Chosen:
    """A value that was typed, as its column holds it; EditError where it cannot be."""
    if name == CATEGORY:
        path = good_path([one for one in own.value if isinstance(one, str)])
        refuse_retired(review, CATEGORY, [store.path_text(path)])
        good_for_sources(styles, [(taken.id, review.ticket(ticket_id).source_name)], path)
        return Chosen("own", store.path_text(path))
    if name in TURNS:
        had = getattr(review.ticket(ticket_id), name) or ()
        turns = good_turns([turn for turn in own.value if isinstance(turn, Turn)], had)
        return Chosen("own", store.turns_text(turns))
    if name == FIELDS:
        fields = [one for one in own.value if isinstance(one, tuple) and not isinstance(one, Turn)]
        return Chosen("own", store.pairs_text(fields))
    text = good_text(name, str(own.value))
    return Chosen("own", text, styles.causes(taken.id, text) if name == ROOT_CAUSE else ())
