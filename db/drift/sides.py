"""The two sides of a comparison: what a review has of a source, and what its file says. Reads; writes nothing.

Of a ticket that both sides say alike only a digest is held, so that a large source is compared in little memory.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import chain, islice
from pathlib import Path
from typing import Any

from db import formats, identity, store
from db.drift.kept import Kept, Row
from db.identity import Left, Wholes
from db.intake import turns_text
from db.records import dataclass, field
from db.review import Review
from db.values import SOURCE_FIELDS, Record

NAMES = SOURCE_FIELDS
"""The values of a `Row`, in their order."""
PAGE = 500
FIRST, FEW = 2000, 50
"""Lines of the old side and of the new that tell whether lines are alike at all."""

Beat = Callable[[int, int], object]
"""Called with the place of each ticket, and the end of the last one that was looked into."""

_OLD = "SELECT id, parked, edited, line, title FROM ticket WHERE "
_TITLES = """SELECT ticket_id, value FROM original JOIN ticket ON ticket.id = ticket_id
    WHERE source_id = ? AND field = 'title'"""
_PROBLEMS = """SELECT id, problem FROM ticket WHERE source_id = :source UNION
    SELECT ticket_id, value FROM original JOIN ticket ON ticket.id = ticket_id
    WHERE source_id = :source AND field = 'problem'"""
_WHOLES = f"""SELECT ticket.id, edited, {identity.CANONICAL} FROM ticket JOIN category ON category.id = category_id
    WHERE """
_OF_SOURCE = [f"source_id = ? AND parked {is_parked} ORDER BY ordinal, ticket.id" for is_parked in ("= 0", "<> 0")]
"""Those that are shown and then those that are parked: each in the order of the index, not sorted with all they say."""
_OF_IDS = f"ticket.id {store.AMONG}"
_ROWS = f"""SELECT ticket.id, title, category.path, problem, replies, conversation, root_cause, fields
    FROM ticket JOIN category ON category.id = category_id WHERE ticket.id {store.AMONG}"""
_ORIGINALS = f"SELECT ticket_id, field, value FROM original WHERE ticket_id {store.AMONG}"


@dataclass(frozen=True, slots=True)
class Known:
    """A ticket as the review has it, and as the source said it when it was read last."""

    ours: Row
    base: Row

    @property
    def edited(self) -> tuple[str, ...]:
        """The fields that are not the same."""
        return tuple(name for name, one, other in zip(NAMES, self.ours, self.base, strict=True) if one != other)


@dataclass(slots=True)
class Old:
    """The tickets of a source in their order, parked ones last: the position in each of these is their place."""

    ids: array[int] = field(default_factory=lambda: array("q"))
    parked: bytearray = field(default_factory=bytearray)
    edited: bytearray = field(default_factory=bytearray)
    lines: array[int] = field(default_factory=lambda: array("q"))
    titles: array[int] = field(default_factory=lambda: array("q"))


@dataclass(slots=True)
class New:
    """The tickets of a file in their order: the place of the same ticket in the old (-1 for none), line, title; and of
    those that are none of the old as a whole, what they say."""

    found: array[int] = field(default_factory=lambda: array("q"))
    lines: array[int] = field(default_factory=lambda: array("q"))
    titles: array[int] = field(default_factory=lambda: array("q"))
    left: list[Left] = field(default_factory=list)
    kept: Kept = field(default_factory=Kept)


def read_old(review: Review, source_id: int) -> Old:
    """The old side, without what its tickets say."""
    said = dict(review.execute(_TITLES, (source_id,)).fetchall())
    old = Old()
    rows = chain.from_iterable(review.execute(f"{_OLD}{where}", (source_id,)) for where in _OF_SOURCE)
    for page in _pages(rows):
        ids, parked, masks, lines, titles = zip(*page, strict=True)
        old.ids.extend(ids)
        old.parked.extend(parked)
        old.edited.extend(map(bool, masks))
        old.lines.extend(lines)
        old.titles.extend(map(identity.title_hash, map(said.get, ids, titles) if said else titles))
    return old


def wholes(review: Review, source_id: int, old: Old, places: Sequence[int] | None = None) -> Wholes:
    """The tickets of the old side (those at `places`, unless all are meant) by what the source says of them."""
    if places is None:
        return Wholes(enumerate(chain.from_iterable(_digests(review, where, source_id) for where in _OF_SOURCE)))
    return Wholes(_some(review, old, places))


def _some(review: Review, old: Old, places: Sequence[int]) -> Iterator[tuple[int, bytes]]:
    for at in range(0, len(places), PAGE):
        by_id = {old.ids[place]: place for place in places[at : at + PAGE]}
        # in the order of the places, whatever the order of the ids
        digests = dict(
            zip(
                sorted(by_id),
                _digests(review, f"{_OF_IDS} ORDER BY ticket.id", store.listed(sorted(by_id))),
                strict=True,
            )
        )
        yield from ((place, digests[one]) for one, place in by_id.items())


def _whole(row: Row) -> bytes:
    title, category, problem, replies, conversation, root_cause, fields = row
    texts = (title or "", category or "", problem or "", replies or "")
    return identity.canonical(*texts, conversation, root_cause or "", fields or "")


def _digests(review: Review, where: str, *params: object) -> Iterator[bytes]:
    """Of each ticket in the order of the statement."""
    for page in _pages(review.execute(f"{_WHOLES}{where}", params)):
        edited = known(review, [row[0] for row in page if row[1]])
        for ticket_id, _, whole in page:
            base = edited.get(ticket_id)
            yield identity.digest(whole if base is None else _whole(base.base))


def _pages(rows: Iterator[Any]) -> Iterator[list[Any]]:
    while page := list(islice(rows, PAGE)):
        yield page


def lines_of(review: Review, source_id: int, old: Old) -> Wholes:
    """The tickets of a JSONL source by their lines in its bytes; those that are parked have none."""
    place_of = {line: place for place, line in enumerate(old.lines) if not old.parked[place]}
    numbered = enumerate(_lines(store.content(review.execute, source_id)), 1)
    return Wholes((place_of[number], identity.digest(line)) for number, line in numbered if number in place_of)


def _lines(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Lines without their ends."""
    rest = b""
    for chunk in chunks:
        *whole, rest = (rest + chunk).split(b"\n")
        yield from (line.rstrip(b"\r") for line in whole)
    yield rest.rstrip(b"\r")


def known(review: Review, ids: Sequence[int]) -> dict[int, Known]:
    """Some tickets (a page of them) as the review has them; ids that are none are left out."""
    chosen = store.listed(ids)
    said: dict[int, dict[str, str | None]] = {}
    for ticket_id, name, value in review.execute(_ORIGINALS, (chosen,)):
        said.setdefault(ticket_id, {})[name] = value
    return {row[0]: _known(row[1:], said.get(row[0], {})) for row in review.execute(_ROWS, (chosen,))}


def _known(ours: Row, said: Mapping[str, str | None]) -> Known:
    base = tuple(said.get(name, value) for name, value in zip(NAMES, ours, strict=True)) if said else ours
    return Known(ours, base)


def read_new(records: Iterable[Record], known_as: Wholes, beat: Beat) -> New:
    """The new side, matched with the old as wholes while it is read."""
    new = New()
    for place, record in enumerate(records):
        row = row_of(record)
        found = known_as.take(identity.digest(identity.canonical(*row)))
        if found is None:
            _leave(new, place, record, row)
        _append(new, found, record.line, identity.title_hash(record.title))
        beat(place, record.spans["ticket"][1])
    new.kept.close()
    return new


def read_lines(
    review: Review, source_id: int, old: Old, path: Path, encoding: formats.Encoding, beat: Beat
) -> New | None:
    """The new side of a JSONL file: a line that is one of the old by its bytes is not looked into. None for a file of
    another format, and for one whose first lines are none of the old: then all of it is read.
    """
    if not _is_alike(review, source_id, path, encoding):
        return None
    new, taken, digests = New(), [0], list[tuple[int, bytes]]()
    lines = lines_of(review, source_id, old)

    def is_familiar(line: bytes) -> bool:
        found = lines.take(identity.digest(line))
        taken[0] = -1 if found is None else found
        return found is not None

    read = formats.open_unfamiliar(path, encoding, is_familiar)
    if read is None:
        return None
    end = 0
    for place, one in enumerate(read):
        if isinstance(one, int):
            _append(new, taken[0], one, old.titles[taken[0]])
        else:
            row, end = row_of(one), one.spans["ticket"][1]
            digests.append((place, identity.digest(identity.canonical(*row))))
            _leave(new, place, one, row)
            _append(new, None, one.line, identity.title_hash(one.title))
        beat(place, end)
    new.kept.close()
    others = wholes(review, source_id, old, lines.left() + _parked(old))
    same = {place: found for place, whole in digests if (found := others.take(whole)) is not None}
    for place, found in same.items():
        new.found[place] = found
    new.left = [one for one in new.left if one.place not in same]
    return new


def _is_alike(review: Review, source_id: int, path: Path, encoding: formats.Encoding) -> bool:
    """Whether one of the first lines of a file is among the first of the old: if not, it was written by another
    program, or began anew."""
    with closing(store.content(review.execute, source_id)) as chunks:
        old = set(islice(_lines(chunks), FIRST))
    lines = formats.open_unfamiliar(path, encoding, old.__contains__)
    return lines is not None and any(isinstance(one, int) for one in islice(lines, FEW))


def _parked(old: Old) -> list[int]:
    return [place for place, parked in enumerate(old.parked) if parked]


def _leave(new: New, place: int, record: Record, row: Row) -> None:
    new.left.append(identity.left(place, record.title, record.problem))
    new.kept.add(place, row)


def _append(new: New, found: int | None, line: int, title: int) -> None:
    new.found.append(-1 if found is None else found)
    new.lines.append(line)
    new.titles.append(title)


def row_of(record: Record) -> tuple[str, str, str, str, str | None, str, str]:
    """What a source says of a ticket, as its columns would hold it."""
    return (
        record.title,
        store.path_text(record.category),
        record.problem,
        turns_text(record.replies),
        None if record.conversation is None else turns_text(record.conversation),
        record.root_cause,
        store.pairs_text(record.fields),
    )


def left_of(review: Review, old: Old, places: Sequence[int]) -> list[Left]:
    """The tickets of the old side at these places, for the rungs below the first."""
    found = []
    for at in range(0, len(places), PAGE):
        page = places[at : at + PAGE]
        rows = known(review, [old.ids[place] for place in page])
        found += [_left(place, rows[old.ids[place]].base) for place in page]
    return found


def _left(place: int, base: Row) -> Left:
    return identity.left(place, base[0] or "", base[2] or "")


def owners(review: Review, source_id: int, problems: Collection[int]) -> Counter[int]:
    """How many tickets of a source have each of these problems (`identity.problem_hash`), here or in the file."""
    said = (
        (one, identity.problem_hash(problem or "")) for one, problem in review.execute(_PROBLEMS, {"source": source_id})
    )
    return Counter(problem for _, problem in {pair for pair in said if pair[1] in problems})


def vocabulary(review: Review) -> formats.Vocabulary:
    """The headings that are known by now."""
    return formats.load_vocabulary(review.synonyms(), review.shapes())
