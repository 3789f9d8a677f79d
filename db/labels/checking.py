"""A check of all labels, kept in the review: what it found stands until the next one, and the window pages through it.

Written whole at the end, or not at all. A finding is of the label that was doubted: whoever reads it leaves out those
of tickets that have another by now (`standing`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from struct import Struct

from db import store
from db.edits import last_entry
from db.labels.counted import Field
from db.labels.doubt import Ranked, ranked
from db.labels.gathering import STAGE
from db.labels.judging import Judged, judge
from db.labels.suggesting import offers
from db.labels.telling import Telling
from db.labels.vouching import vouchers
from db.records import dataclass
from db.review import Review
from db.search.lazy import np
from db.values import CONVERSATION, PROBLEM, REPLIES, TITLE, Progress, Step, no_progress

VERSION = "1"
SETTING = "labels.check"
TOLD = 5000
"""Findings whose words and neighbours are kept, the most doubtful: nobody reads more before the next check."""
NEAREST = 6
"""Neighbours that are kept: some will have another label by the time they are shown."""
BINS = 10
WHOLE = 1000
JUDGED = 0.85
"""How far the whole work is when all is judged, about."""
NEAR = 0.3
"""How far what comes after is when the neighbours are found."""
BATCH = 50
OFFER = Struct("<If")
NEIGHBOUR = Struct("<q")
READ = (TITLE, PROBLEM, REPLIES, CONVERSATION)
"""Fields that a ticket is judged by."""

_LABEL = "INSERT INTO judgedlabel(field, place, name) VALUES (?, ?, ?)"
_ROW = """INSERT INTO judgement(field, ticket_id, doubt, given, likely, confidence, probability, offers, neighbours,
    words) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_STALE = f"""SELECT count(*) FROM ticket WHERE {store.VISIBLE} AND (id NOT IN (SELECT ticket_id FROM judgement
    WHERE field = ?) OR id IN (SELECT ticket_id FROM change WHERE entry_id > ? AND field {store.AMONG}))"""

Finding = tuple[float | None, int | None, int | None, float | None, float | None]
Row = tuple[str, int, *Finding, bytes, bytes, str]

NOTHING: Finding = (None,) * 5


@dataclass(frozen=True, slots=True)
class Bin:
    """Tickets whose likeliest label is about as sure: its mean probability, and the share of them that have it."""

    tickets: int
    sure: float
    right: float


@dataclass(frozen=True, slots=True)
class Checked:
    """What is known of the check that a review keeps of a field.

    `entry` is the last action that it knows, `at` when it was made (ISO 8601, UTC); `tickets` were looked at, of which
    `doubtful` had a likelier label; `skipped` labels were too rare. `curve` tells how well sureness holds, out of
    sample, least sure first.
    """

    field: Field
    entry: int
    at: str
    tickets: int
    doubtful: int
    skipped: int
    curve: tuple[Bin, ...]

    @property
    def error(self) -> float:
        """Expected calibration error, 0 to 1: how far sureness and truth are apart, by tickets."""
        n = sum(one.tickets for one in self.curve)
        return sum(one.tickets * abs(one.sure - one.right) for one in self.curve) / max(1, n)


def check(review: Review, field: Field, progress: Progress = no_progress) -> Checked:
    """Check the labels of all tickets and keep what comes of it.

    Raises UserError where there is too little to learn from (see `judging`), and what `progress` raises: the last
    check then stands.
    """
    entry = last_entry(review)
    judged = judge(review, field, lambda step: progress(Step(STAGE, round(JUDGED * step.done), step.total)))
    order = ranked(judged, vouchers(review, field).alone)
    places = {label: place for place, label in enumerate(judged.labels)}
    rows = list(_rows(judged, order, places, progress))
    doubtful = int((order.doubt[order.rows] > 0).sum())
    found = Checked(field, entry, _now(), len(order.rows), doubtful, judged.skipped, _curve(judged))
    with review.transaction():
        review.execute("DELETE FROM judgement WHERE field = ?", (field,))
        review.execute("DELETE FROM judgedlabel WHERE field = ?", (field,))
        review.executemany(_LABEL, [(field, place, name) for name, place in places.items()])
        review.executemany(_ROW, rows)
        review.set_setting(f"{SETTING}.{field}", _about(found))
        progress(Step(STAGE, WHOLE, WHOLE))  # who stops it at the last word keeps the last check too
    return found


def checked(review: Review, field: Field) -> Checked | None:
    """What is known of the check that a review keeps; None where there is none, or one of another version."""
    about = json.loads(review.setting(f"{SETTING}.{field}") or "{}")
    if about.pop("version", None) != VERSION:
        return None
    curve = tuple(Bin(*one) for one in about.pop("curve"))
    return Checked(field=field, curve=curve, **about)


def stale(review: Review, check: Checked) -> int:
    """The tickets that are otherwise than the check knows them: their text or label was changed since, or they are
    new. It cannot know whether they would be judged otherwise."""
    fields = json.dumps([*READ, check.field])
    return int(review.execute(_STALE, (check.field, check.entry, fields)).fetchone()[0])


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _about(found: Checked) -> str:
    names = ("entry", "at", "tickets", "doubtful", "skipped")
    curve = [(one.tickets, one.sure, one.right) for one in found.curve]
    return json.dumps({"version": VERSION, "curve": curve} | {name: getattr(found, name) for name in names})


def _rows(judged: Judged, order: Ranked, places: dict[str, int], progress: Progress) -> Iterator[Row]:
    """A row a ticket, of which the most doubtful also have what speaks for the likely label. Labels that are offered
    and have no place yet are given one."""

    def beat(done: float) -> None:
        progress(Step(STAGE, round(WHOLE * (JUDGED + (1 - JUDGED) * done)), WHOLE))

    telling, ids = Telling(judged), judged.texts.ids
    doubted = order.rows[order.doubt[order.rows] > 0]
    told, doubtful = doubted[:TOLD].tolist(), set(doubted.tolist())
    asked = [(row, int(order.likely[row])) for row in told]
    near = telling.neighbours(asked, NEAREST, lambda done: beat(NEAR * done))
    for row, labels in enumerate(offers(judged, range(len(ids)))):
        if not row % BATCH:
            beat(NEAR + (1 - NEAR) * row / len(ids))
        given, likely = int(order.given[row]), int(order.likely[row])
        sure = float(judged.likely[row, likely]), float(judged.likely[row, given])
        found = (float(order.doubt[row]), given, likely, *sure) if row in doubtful else NOTHING
        words = telling.words(row, likely, given) if row in near else ()
        packed = b"".join(OFFER.pack(places.setdefault(label, len(places)), share) for label, share in labels)
        yield judged.field, ids[row], *found, packed, b"".join(map(NEIGHBOUR.pack, near.get(row, ()))), "\n".join(words)


def _curve(judged: Judged) -> tuple[Bin, ...]:
    rows = np.flatnonzero(judged.given.any(axis=1))
    sure, best = judged.likely[rows].max(axis=1), judged.likely[rows].argmax(axis=1)
    right = judged.given[rows, best]
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    kept = [bins == one for one in range(BINS) if (bins == one).any()]
    return tuple(Bin(int(one.sum()), float(sure[one].mean()), float(right[one].mean())) for one in kept)
