"""Power loss: a session of edits, replayed from write-ahead logs that end at every frame, and within frames.

Of every commit the log is kept as it was when the edit was called done: only what was synced then survives a loss of
power. The review must open at the boundary of a transaction, and never before the last edit that was done. What a disk
that was cut off may leave behind the last synced byte is tried too: half frames, empty pages, frames in another order.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from db import edits, sentences
from db.importing import import_paths
from db.review import Review
from tests.db.files import part
from tests.faults.outcome import Outcome, scratch

HEAD = 32
"""Bytes of the head of a log."""
FRAME = 24
"""Bytes of the head of a frame, which a page follows."""
TICKETS = 60
CHECKED = 25
"""Every so many tries the review is checked whole; its log and its values are looked at each time."""


@dataclass(slots=True)
class Life:
    """What lies between two beginnings of a log: the review's file at its beginning, the log at its end, and after each
    edit the number of frames that were on the disk."""

    file: bytes
    salt: bytes
    first: int
    """Edits that the file itself holds."""
    log: bytes = b""
    frames: list[int] = field(default_factory=list)

    @property
    def size(self) -> int:
        """Bytes of a frame with its page."""
        return FRAME + int.from_bytes(self.log[8:12])

    def valid(self) -> int:
        """Frames of this life in the log; behind them there may be those of an earlier one."""
        number = 0
        while (head := self.log[HEAD + number * self.size :][:FRAME]) and head[8:16] == self.salt:
            number += 1
        return number

    def edits_at(self, frames: int) -> int:
        """How many edits stand where so many frames are left."""
        return self.first + sum(1 for end in self.frames if end <= frames)


def session(folder: Path, n: int, seed: int) -> list[Life]:
    """`n` edits of a review, one open session."""
    path, chance = folder / "r.winnow", random.Random(seed)
    with Review.create(path) as review:
        import_paths(review, [part(folder / "a.md", [f"第 {n} 张" for n in range(TICKETS)])])
    log = path.with_name(path.name + "-wal")
    lives: list[Life] = []
    with Review.open(path) as review:
        review.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        file = path.read_bytes()
        for number in range(n):
            edits.set_note(review, [number % TICKETS + 1], f"{number + 1} " + "备注" * chance.randrange(900))
            data = log.read_bytes()
            if not lives or data[16:24] != lives[-1].salt:
                lives.append(Life(path.read_bytes() if lives else file, data[16:24], number))
            lives[-1].log = data
            lives[-1].frames.append(lives[-1].valid())
    return lives


def losses(life: Life, chance: random.Random) -> Iterator[tuple[str, bytes, int]]:
    """Ways in which the log may be found: a name, its bytes, and the number of edits that must be there."""
    log, size, valid = life.log, life.size, life.valid()
    for frames in range(valid + 1):
        end = HEAD + frames * size
        yield f"frame {frames}", log[:end], life.edits_at(frames)
        yield f"within frame {frames + 1}", log[: end + chance.randrange(1, size)], life.edits_at(frames)
    yield "no log", b"", life.first
    yield "half a head", log[: chance.randrange(1, HEAD)], life.first
    for number, (start, end) in enumerate(zip([0, *life.frames], life.frames, strict=False)):
        tail = [log[HEAD + at * size :][:size] for at in range(start, end)]
        lost, wanted = chance.randrange(len(tail)), life.first + number
        before = log[: HEAD + start * size]
        empty = [bytes(size) if at == lost else frame for at, frame in enumerate(tail)]
        yield f"empty frame of edit {number + 1}", before + b"".join(empty), wanted
        if any(tail[lost][size // 2 :]):
            torn = [frame[: size // 2] + bytes(size - size // 2) for frame in tail[lost : lost + 1]]
            yield f"torn frame of edit {number + 1}", before + b"".join(tail[:lost] + torn + tail[lost + 1 :]), wanted
        if len(tail) > 1:
            yield f"frames of edit {number + 1} turned", before + b"".join(reversed(tail)), wanted


def run(outcome: Outcome, n: int, seed: int, share: float = 1.0) -> None:
    """Replay every loss of a session of `n` edits, or a share of them."""
    chance = random.Random(seed)
    with scratch() as folder:
        lives = session(folder, n, seed)
        notes = _notes(folder / "r.winnow", n)
        for life in lives:
            outcome.count("frames", life.valid())
            for loss, log, wanted in losses(life, chance):
                if chance.random() < share:
                    with outcome.one(f"{loss}, {wanted} edits"):
                        _replay(folder / "lost", life.file, log, notes[:wanted], outcome.tried % CHECKED == 0)


def _notes(path: Path, n: int) -> list[tuple[str, str]]:
    with Review.open(path) as review:
        rows = review.execute("SELECT before, after FROM change ORDER BY id").fetchall()
        assert len(rows) == n
        return rows


def _replay(folder: Path, file: bytes, log: bytes, wanted: list[tuple[str, str]], whole: bool) -> None:
    """Open what a loss left: exactly the wanted edits are there, and another can be made."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    path = folder / "r.winnow"
    path.write_bytes(file)
    path.with_name("r.winnow-wal").write_bytes(log)
    with Review.open(path) as review:
        found = review.execute("SELECT before, after FROM change ORDER BY id").fetchall()
        assert found == wanted, f"{len(found)} edits are there, {len(wanted)} were done"
        last = {at % TICKETS + 1: after for at, (_, after) in enumerate(wanted)}
        stored = dict(review.execute("SELECT id, note FROM ticket WHERE note <> ''").fetchall())
        assert stored == last, "notes are not those of the log"
        if whole:
            edits.set_note(review, [1], "后来的")
            problems = review.check()
            assert not problems, sentences.summary(problems[0])
