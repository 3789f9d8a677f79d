"""A source beside its file: base, ours and theirs of every ticket and field, as a plan. Writes nothing anywhere."""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from db import formats, identity, store
from db.collector import unhurried
from db.datafile import file_errors, has_changed, located, place_of, sha256_of
from db.drift import sides
from db.drift.kept import Row
from db.drift.order import moved
from db.drift.records import STATES, Body, Counts, Drift, FieldDrift, Sided, Stand, TicketDrift
from db.drift.sides import NAMES, PAGE, Known, New, Old
from db.edits import last_entry
from db.errors import SourceError
from db.records import dataclass
from db.review import Review
from db.values import CONVERSATION, PROBLEM, Progress, Step, no_progress

NOTHING_SHA = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
"""The digest of no bytes."""
BEAT = 500
"""Tickets between two beats of progress."""

_SOURCE = """SELECT id, name, path, sha256, format, encoding, bom, dialect FROM source WHERE ready = 1 AND {}
    ORDER BY id DESC LIMIT 1"""
_PROBLEM, _SAID = NAMES.index(PROBLEM), slice(NAMES.index(PROBLEM), NAMES.index(CONVERSATION) + 1)
_STATE = {name: place for place, name in enumerate(STATES)}


@dataclass(frozen=True, slots=True)
class _File:
    """A file as it was read: 0 bytes where it is empty or gone and the reviewer wants that."""

    stand: Stand
    size: int
    sha256: str
    modified: float


def comparing(
    review: Review, source: int | Path, progress: Progress = no_progress, although_empty: bool = False
) -> Drift:
    """Compare a source, by its id or the path of its file (the newest of that), with the file as it is now.

    Raises KeyError for an id that is none; SourceError ``drift.no_source`` for a path that is none,
    ``source.missing``, ``source.empty`` (neither with `although_empty`: then all tickets are gone),
    ``source.unreadable``, ``source.no_tickets``, ``source.changed_meanwhile`` and what `formats.open_source` raises;
    and what `progress` raises.
    """
    known = _find(review, source)
    entry = last_entry(review)
    path = located(known.path) if isinstance(source, int) else source
    empty = _emptied(path) if although_empty else None
    with unhurried():
        old = sides.read_old(review, known.id)
        file, new = (empty, New()) if empty is not None else _read(review, known, path, old, progress)
        return _drift(known, file, entry, old, new, *_matched(review, known.id, old, new))


@dataclass(frozen=True, slots=True)
class _Source:
    id: int
    name: str
    path: str
    sha256: str
    format: str
    encoding: formats.Encoding
    dialect: Mapping[str, object]


def _find(review: Review, source: int | Path) -> _Source:
    by_id = isinstance(source, int)
    wanted = source if isinstance(source, int) else place_of(source)
    row = review.execute(_SOURCE.format("id = ?" if by_id else "path = ?"), (wanted,)).fetchone()
    if row is None:
        if by_id:
            raise KeyError(source)
        raise SourceError("drift.no_source", file=str(source))
    return _Source(row[0], row[1], row[2], row[3], row[4], formats.Encoding(row[5], bool(row[6])), json.loads(row[7]))


def _emptied(path: Path) -> _File | None:
    """The file where there is nothing in it, or none; None where there is something to read."""
    with file_errors(path):
        try:
            found = path.stat()
        except FileNotFoundError:
            return _File("missing", 0, NOTHING_SHA, 0.0)
        return None if found.st_size else _File("emptied", 0, NOTHING_SHA, found.st_mtime)


def _read(review: Review, known: _Source, path: Path, old: Old, progress: Progress) -> tuple[_File, New]:
    with file_errors(path), ThreadPoolExecutor(1, "digest") as beside:
        found = path.stat()
        if not found.st_size:
            raise SourceError("source.empty", file=str(path))
        digest = beside.submit(sha256_of, path)  # it lets go of the interpreter's lock

        def beat(place: int, end: int) -> None:
            if not place % BEAT:
                progress(Step("compare", min(end, found.st_size), found.st_size, path.name))

        new = _read_tickets(review, known, path, old, beat)
        sha256 = digest.result()
        if has_changed(path, found):
            raise SourceError("source.changed_meanwhile", file=str(path))
    if not new.found:
        raise SourceError("source.no_tickets", file=str(path))
    stand: Stand = "same" if sha256 == known.sha256 else "changed"
    return _File(stand, found.st_size, sha256, found.st_mtime), new


def _read_tickets(review: Review, known: _Source, path: Path, old: Old, beat: sides.Beat) -> New:
    asked = formats.Asked.again(known.format, known.dialect)
    if known.format == "jsonl" and not known.encoding.is_wide:
        new = sides.read_lines(review, known.id, old, path, known.encoding, beat)
        if new is not None:
            return new
    reading = formats.open_source(path, sides.vocabulary(review), asked)
    return sides.read_new(reading.records, sides.wholes(review, known.id, old), beat)


def _matched(review: Review, source_id: int, old: Old, new: New) -> tuple[int, list[_Touched]]:
    """Match what is not the same as a whole; `new` knows its places afterwards. Returns how many tickets a title alone
    has matched, and what differs in those that are known again but not the same.
    """
    taken = {was for was in new.found if was >= 0}
    absent = [place for place in range(len(old.ids)) if place not in taken]
    if not absent or not new.left:
        return 0, []
    lefts = sides.left_of(review, old, absent)
    rest = identity.rest(lefts, new.left, Counter(old.titles), Counter(new.titles))
    found = {**rest.firm, **rest.loose}
    found |= _retitled(review, source_id, old, new, identity.retitled(lefts, new.left, found))
    for place, was in found.items():
        new.found[place] = was
    return len(rest.loose), list(_touched(review, old, new, sorted(found)))


def _retitled(review: Review, source_id: int, old: Old, new: New, likely: Mapping[int, int]) -> dict[int, int]:
    """Those of the likely pairs that have the same problem and thread, where it is nobody else's in the source."""
    if not likely:
        return {}
    places = sorted(likely)
    hashes = {place: identity.problem_hash(new.kept.row(place)[_PROBLEM] or "") for place in places}
    owners = sides.owners(review, source_id, set(hashes.values()))
    found = {}
    for at in range(0, len(places), PAGE):
        page = [place for place in places[at : at + PAGE] if owners[hashes[place]] == 1]
        rows = sides.known(review, [old.ids[likely[place]] for place in page])
        for place in page:
            if tuple(rows[old.ids[likely[place]]].base[_SAID]) == tuple(new.kept.row(place)[_SAID]):
                found[place] = likely[place]
    return found


_Touched = tuple[int, int, Sequence[tuple[str, Sided]]]
"""A place, the id of its ticket, and the fields that are not the same."""


def _touched(review: Review, old: Old, new: New, places: Sequence[int]) -> Iterator[_Touched]:
    for at in range(0, len(places), PAGE):
        ids = {place: old.ids[new.found[place]] for place in places[at : at + PAGE]}
        rows = sides.known(review, list(ids.values()))
        for place, ticket_id in ids.items():
            yield place, ticket_id, compared(rows[ticket_id], new.kept.row(place))


def _drift(
    known: _Source, file: _File, entry: int, old: Old, new: New, loose: int, touched: Sequence[_Touched]
) -> Drift:
    body = _body(old, new, touched)
    taken = {was for was in new.found if was >= 0}
    absent = [place for place in range(len(old.ids)) if place not in taken]
    gone = [old.ids[place] for place in absent if not old.parked[place]]
    body.ours.extend(gone)
    body.states.extend([_STATE["gone"]] * len(gone))
    counts = _counts(body, len(absent) - len(gone))
    of = min(counts.tickets, counts.before or len(old.ids)) if file.size else 0
    about = (known.id, known.name, known.path, file.stand, counts, len(taken) - loose, of)
    return Drift(*about, file.size, file.sha256, file.modified, entry, body)


def _body(old: Old, new: New, touched: Sequence[_Touched]) -> Body:
    ours = array("q", (0 if was < 0 else old.ids[was] for was in new.found))
    here, same, added = _STATE["here"], _STATE["unchanged"], _STATE["new"]
    states = bytearray(added if was < 0 else here if old.edited[was] else same for was in new.found)
    conflicts: set[tuple[int, str]] = set()
    for place, ticket_id, fields in touched:
        said = {side for _, side in fields}
        if said - {"here"}:
            states[place] = _STATE["there" if said == {"there"} else "both"]
        conflicts.update((ticket_id, name) for name, side in fields if side == "conflict")
    again = [(place, was) for place, was in enumerate(new.found) if was >= 0]
    stood = [(place, was) for place, was in again if not old.parked[was]]
    others = frozenset(stood[index][0] for index in moved([was for _, was in stood]))
    returned = frozenset(place for place, was in again if old.parked[was])
    return Body(ours, states, new.lines, others, returned, frozenset(conflicts), new.kept)


def _counts(body: Body, parked: int) -> Counts:
    by_state = {name: body.states.count(place) for name, place in _STATE.items()}
    besides = (len(body.conflicts), len(body.moved), len(body.returned), parked)
    return Counts(**by_state, **dict(zip(("conflicts", "moved", "returned", "parked"), besides, strict=True)))


def compared(known: Known, theirs: Row) -> list[tuple[str, Sided]]:
    """The fields of a ticket that are not the same as the base, here or there."""
    found: list[tuple[str, Sided]] = []
    for name, mine, base, new in zip(NAMES, known.ours, known.base, theirs, strict=True):
        if mine != base and new != base:
            found.append((name, "agreed" if mine == new else "conflict"))
        elif mine != base:
            found.append((name, "here"))
        elif new != base:
            found.append((name, "there"))
    return found


def tickets(review: Review, drift: Drift, places: Sequence[int]) -> list[TicketDrift]:
    """The tickets at these places of a comparison, in this order, with the fields that are not the same on all sides.

    Ours are read as they stand now. A ticket that is not in the review any more is left out.
    """
    found = []
    for at in range(0, len(places), PAGE):
        page = places[at : at + PAGE]
        rows = sides.known(review, [drift.body.ours[place] for place in page if drift.body.ours[place]])
        found += [one for place in page if (one := _ticket(drift, place, rows)) is not None]
    return found


def _ticket(drift: Drift, place: int, rows: Mapping[int, Known]) -> TicketDrift | None:
    body = drift.body
    ticket_id, state = body.ours[place], STATES[body.states[place]]
    line = body.lines[place] if place < len(body.lines) else None
    known = rows.get(ticket_id)
    if state == "new":
        row = body.kept.row(place)
        said = [(name, new) for name, new in zip(NAMES, row, strict=True) if new not in (None, "", "[]")]
        fields = tuple(FieldDrift(name, "new", None, None, _value(name, new)) for name, new in said)
        return TicketDrift(place, state, None, line, row[0] or "", False, False, fields)
    if known is None:
        return None
    fields = _fields(known, body.kept.row(place) if state in ("there", "both") else None, state == "gone")
    is_moved, returned = place in body.moved, place in body.returned
    return TicketDrift(place, state, ticket_id, line, known.ours[0] or "", is_moved, returned, fields)


def _fields(known: Known, theirs: Row | None, gone: bool) -> tuple[FieldDrift, ...]:
    differing = compared(known, known.base if theirs is None else theirs)
    by_name = {
        name: values
        for name, *values in zip(NAMES, known.base, known.ours, known.base if theirs is None else theirs, strict=True)
    }
    found = []
    for name, side in differing:
        base, mine, new = (_value(name, one) for one in by_name[name])
        found.append(FieldDrift(name, side, base, mine, None if gone else new))
    return tuple(found)


def _value(name: str, stored: str | None) -> Any:
    """A value of a row as it leaves the package."""
    return store.original_value(name, stored)
