"""A review that is damaged: pages overwritten, bytes flipped, the file or its log cut, the header wrecked.

Each try damages a copy of one review, then does what its user would: opens it, looks at all of it, checks it, has it
repaired, has it recovered. Promised: never a crash, only sentences; the backups are offered where it does not open; the
damaged file is not touched by recovering; what was recovered is sound, and has every edit that either the damaged file
or a backup can be expected to give.
"""

from __future__ import annotations

import hashlib
import random
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from db import edits, mending, sentences
from db.drift import apply_drift, comparing
from db.errors import UserError
from db.importing import import_paths
from db.review import Review, backups_of
from db.values import Status
from tests.db.files import jsonl, part
from tests.faults.outcome import Broken, Outcome, scratch

Made = TypeVar("Made")

NAME = "r.winnow"
TICKETS = 40
"""Of each of two sources."""
PAGE = 4096
EARLY, LATE = 20, 30
"""Edits before the backup and after it."""

Damage = Callable[[random.Random, Path], str]


def ground(folder: Path) -> Path:
    """A folder with a review as a program that was killed leaves it: some of it in the log, one backup, many edits."""
    work = folder / "work"
    one, two = part(work / "data" / "a.md", titles()), work / "data" / "b.jsonl"
    jsonl(two, TICKETS, 300)
    with Review.create(work / NAME, "lin") as review:
        import_paths(review, [one, two])
        edit(review, EARLY, 1)
        apply_drift(review, comparing(review, part(one, [*titles()[:-1], "新来的"])))
        review.save_view("flagged", "status:flagged")
        review.back_up()
        edit(review, EARLY + LATE, EARLY + 1)
        review.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        review.execute("PRAGMA wal_autocheckpoint = 0").fetchone()
        edit(review, EARLY + LATE + 10, EARLY + LATE + 1)
        shutil.copytree(work, folder / "ground")  # with the log, which closing would take away
    return folder / "ground"


def titles() -> list[str]:
    """Of the Markdown source."""
    return [f"第 {n} 张" for n in range(TICKETS)]


def edit(review: Review, upto: int, first: int) -> None:
    """One edit for each of these tickets, of one kind after the other."""
    for ticket in range(first, upto + 1):
        match ticket % 5:
            case 0:
                edits.set_status(review, [ticket], Status.FLAGGED)
            case 1:
                edits.set_category(review, [ticket], ("存储", f"第 {ticket} 类"))
            case 2:
                edits.set_text(review, ticket, "problem", f"改过的问题 {ticket}")
            case 3:
                edits.set_note(review, [ticket], f"记 {ticket}")
            case _:
                edits.set_causes(review, [ticket], [f"新原因 {ticket}"])


def _pages(chance: random.Random, path: Path) -> str:
    data = bytearray(path.read_bytes())
    numbers = chance.sample(range(len(data) // PAGE), min(chance.choice((1, 1, 2, 5, 20)), len(data) // PAGE))
    for number in numbers:
        data[number * PAGE : (number + 1) * PAGE] = chance.choice((chance.randbytes(PAGE), bytes(PAGE)))
    path.write_bytes(data)
    return f"pages {numbers}"


def _bytes(chance: random.Random, path: Path) -> str:
    data = bytearray(path.read_bytes())
    places = [chance.randrange(len(data)) for _ in range(chance.choice((1, 5, 50, 500)))]
    for place in places:
        data[place] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    return f"{len(places)} bytes"


def _cut(chance: random.Random, path: Path) -> str:
    size = chance.randrange(path.stat().st_size)
    with path.open("rb+") as file:
        file.truncate(size)
    return f"cut at {size}"


def _header(chance: random.Random, path: Path) -> str:
    data = bytearray(path.read_bytes())
    n = chance.choice((16, 100, 512))
    data[:n] = chance.choice((chance.randbytes(n), bytes(n)))
    path.write_bytes(data)
    return f"{n} bytes of the header"


def _shifted(chance: random.Random, path: Path) -> str:
    data = path.read_bytes()
    at, n = chance.randrange(len(data)), chance.choice((1, 17, PAGE))
    path.write_bytes(data[:at] + data[at + n :])
    return f"{n} bytes gone at {at}"


def _swapped(chance: random.Random, path: Path) -> str:
    data = bytearray(path.read_bytes())
    one, two = (chance.randrange(len(data) // PAGE) * PAGE for _ in range(2))
    data[one : one + PAGE], data[two : two + PAGE] = data[two : two + PAGE], data[one : one + PAGE]
    path.write_bytes(data)
    return f"pages at {one} and {two} swapped"


def _log(chance: random.Random, path: Path) -> str:
    log = path.with_name(path.name + "-wal")
    return f"log: {chance.choice((_bytes, _cut, _shifted))(chance, log)}"


DAMAGES: Mapping[str, Damage] = {
    "pages": _pages,
    "bytes": _bytes,
    "cut": _cut,
    "header": _header,
    "shifted": _shifted,
    "swapped": _swapped,
    "log": _log,
}


def run(outcome: Outcome, n: int, seed: int) -> None:
    """`n` damages, shared out among their kinds; a third of them without a backup."""
    with scratch() as folder:
        base = ground(folder)
        for number in range(n):
            chance = random.Random(f"{seed} {number}")
            kind = list(DAMAGES)[number % len(DAMAGES)]
            with outcome.one(f"{kind}, seed {seed}, try {number}"):
                place = folder / "try"
                shutil.rmtree(place, ignore_errors=True)
                shutil.copytree(base, place)
                if number % 3 == 0:
                    shutil.rmtree(place / f"{NAME}-backups")
                what = DAMAGES[kind](chance, place / NAME)
                try:
                    look(outcome, place)
                except Exception as exc:
                    raise Broken(f"{what}: {type(exc).__name__}: {exc}") from exc


def look(outcome: Outcome, place: Path) -> None:
    """What its user does with a damaged review."""
    path = place / NAME
    before = _digests(place)
    copy = place / "copy"
    copy.mkdir()
    saved = mending.recover(path, copy / "new.winnow")
    assert _digests(place) == before, "recovering has touched the damaged files"
    assert [file.name for file in copy.iterdir()] == ["new.winnow"], "something is left beside the new review"
    _recovered(outcome, saved)
    review, error = _tried(lambda: Review.open(path, "lin"))
    if error is not None or review is None:
        assert (place / f"{NAME}-backups").exists() == bool(backups_of(path)), "the backups are offered"
        outcome.count("refused")
        return
    outcome.count("opened")
    with review:
        _used(outcome, review)


def _digests(place: Path) -> dict[str, str]:
    files = (file for file in place.glob(f"{NAME}*") if file.is_file())
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def _recovered(outcome: Outcome, saved: mending.Recovered) -> None:
    for one in saved.said:
        assert sentences.summary(one)
    with Review.open(saved.path, "lin") as review:
        problems = mending.check(review)
        assert not problems, f"recovered, and not sound: {[sentences.summary(one) for one in problems[:3]]}"
        assert len(list(review.tickets())) == saved.tickets
        outcome.count("tickets recovered", saved.tickets)
        outcome.count("edits recovered", edits_in(review))
        outcome.count("all edits", EARLY + LATE + 10)
        edits.set_status(review, [next(review.tickets()).id], Status.EXCLUDED)
        edits.undo(review)
        assert mending.check(review) == []


def edits_in(review: Review) -> int:
    """How many of the edits that were made are there to be seen."""
    found = 0
    for ticket in review.tickets():
        n = ticket.id
        seen = (
            ticket.status is Status.FLAGGED and n % 5 == 0,
            ticket.category == ("存储", f"第 {n} 类"),
            ticket.problem == f"改过的问题 {n}",
            ticket.note == f"记 {n}",
            ticket.causes == (f"新原因 {n}",),
        )
        found += any(seen)
    return found


def _used(outcome: Outcome, review: Review) -> None:
    """A review that opens: whatever is done with it either works, or is refused with a sentence."""
    for deed in (
        lambda: mending.quick_check(review),
        review.counts,
        review.sources,
        lambda: list(review.tickets()),
        lambda: edits.log(review, None),
        lambda: edits.set_status(review, [3], Status.REVIEWED),
    ):
        _tried(deed)
    problems = mending.check(review)
    for one in problems:
        assert sentences.summary(one)
    outcome.count("sound", not problems)
    _, error = _tried(lambda: mending.repair(review))
    if error is None:
        left = mending.check(review)
        outcome.count("repaired", bool(problems) and not left)


def _tried(deed: Callable[[], Made]) -> tuple[Made | None, UserError | None]:
    """What a deed gives, or the user's error that refuses it, which has a sentence."""
    try:
        return deed(), None
    except UserError as exc:
        if not sentences.error(exc):
            raise Broken(f"no sentence for {exc.code}") from exc
        return None, exc
