"""The facts of a record, read from a review: what its sources said, what its log says was done since. Only reads.

Actions that were undone are left out: they are in no file.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from db import __version__, formats, store
from db.recording.facts import Account, Count, Deed, Made, Mask, Move, SourceFacts, Why
from db.review import Review

_SOURCES = f"""SELECT name, size, sha256, count(ticket.id), count(CASE WHEN ticket.id {store.AMONG} THEN 1 END)
    FROM source LEFT JOIN ticket ON source_id = source.id AND parked = 0 WHERE ready = 1 GROUP BY source.id"""
_SAID = """SELECT coalesce(original.value, path), {columns} FROM ticket JOIN category ON category.id = category_id
    LEFT JOIN original ON original.ticket_id = ticket.id AND original.field = 'category' WHERE {where}"""
_BEFORE = f"{_SAID.format(columns='count(*)', where=store.VISIBLE)} GROUP BY 1"
_AFTER = f"""SELECT path, count(*) FROM ticket JOIN category ON category.id = category_id
    WHERE ticket.id {store.AMONG} GROUP BY 1"""
_MOVED = f"""{_SAID.format(columns="path, count(*)", where=f"ticket.id {store.AMONG} AND original.ticket_id NOT NULL")}
    GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2"""
_STANDS = "entry.kind = 'edit' AND undone = 0"
_RECAUSED = f"""SELECT value, had, now, count(*) FROM (SELECT value,
    (SELECT tags.before FROM change JOIN change AS tags USING (entry_id, ticket_id) WHERE change.ticket_id = ticket.id
        AND change.field = 'root_cause' AND tags.field = 'causes' AND change.before = value LIMIT 1) AS had,
    (SELECT json_group_array(name) FROM (SELECT name FROM ticketcause JOIN cause ON cause.id = cause_id
        WHERE ticket_id = ticket.id ORDER BY position)) AS now
    FROM ticket JOIN original ON original.ticket_id = ticket.id AND original.field = 'root_cause'
    WHERE ticket.id {store.AMONG} AND NOT EXISTS (SELECT 1 FROM change JOIN entry ON entry.id = entry_id
        WHERE change.ticket_id = ticket.id AND field = 'root_cause' AND {_STANDS}
        AND code IN ('edit.text', 'privacy.masked'))) GROUP BY value, had, now"""
"""Text and tags as the source has them (the tags where the text does not say them), and the tags as they are. What was
written by hand or masked is text: it may have been written anew so that nobody reads it."""
_MASKED = f"SELECT data FROM entry WHERE {_STANDS} AND code = 'privacy.masked' ORDER BY id"

_WHY: tuple[tuple[Why, str], ...] = (
    ("masked", "code = 'privacy.masked'"),
    ("deduplicated", "code = 'canned.deduplicated'"),
    ("reworded", "code GLOB 'canned.rewritten*'"),
    ("accepted", "code GLOB 'labels.accepted.*'"),
    ("merged", "code GLOB 'labels.merged*' OR code GLOB 'labels.moved*' OR code GLOB 'labels.relabelled*'"),
    ("excluded", "field = 'status' AND after = 'excluded'"),
    ("reviewed", "field = 'status'"),
    ("noted", "field = 'note'"),
    ("relabelled", "field = 'category' OR (field = 'root_cause' AND code NOT IN ('edit.text', 'edit.taken_back'))"),
    ("rewritten", "field NOT NULL"),
)
"""The first that is true says why; an action that changes no ticket is a decision."""
_REASON = f"CASE {' '.join(f'WHEN {sql} THEN {why!r}' for why, sql in _WHY)} ELSE 'decided' END"
_DEEDS = f"""SELECT {_REASON} AS why, reviewer, count(DISTINCT entry.id), count(DISTINCT ticket_id), min(at), max(at)
    FROM entry LEFT JOIN change ON entry_id = entry.id AND field <> 'causes' WHERE {_STANDS} GROUP BY why, reviewer"""


def gather(review: Review, made: Made) -> Account:
    """The record of an export of a review as it stands now."""
    chosen = store.listed(made.tickets)
    sources = tuple(SourceFacts(*row) for row in review.execute(_SOURCES, (chosen,)))
    return Account(
        review=review.path.name,
        version=__version__,
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        by=review.reviewer,
        tickets=sum(one.tickets for one in sources),
        written=len(made.tickets),
        left_out=made.left_out,
        options=made.options,
        outputs=made.outputs,
        sources=sources,
        categories=_categories(review, chosen),
        moves=tuple(_moves(review, chosen)),
        masks=_masks(review),
        deeds=_deeds(review),
    )


def _categories(review: Review, chosen: str) -> tuple[Count, ...]:
    """The largest first, by what was written."""
    before = dict(review.execute(_BEFORE).fetchall())
    after = dict(review.execute(_AFTER, (chosen,)).fetchall())
    counted = (Count(label, before.get(label, 0), after.get(label, 0)) for label in before.keys() | after.keys())
    return tuple(sorted(counted, key=lambda one: (-one.after, -one.before, one.label)))


def _moves(review: Review, chosen: str) -> Iterator[Move]:
    for old, new, tickets in review.execute(_MOVED, (chosen,)):
        yield Move("category", old, new, tickets)
    said, causes = formats.Style.of({}), Counter[tuple[str, str]]()
    for text, had, now, tickets in review.execute(_RECAUSED, (chosen,)):
        before, after = json.loads(had) if had else said.causes(text), json.loads(now)
        gone, come = (
            "；".join(one for one in some if one not in rest) for some, rest in ((before, after), (after, before))
        )
        if gone or come:
            causes[gone, come] += tickets
    for (old, new), tickets in sorted(causes.items(), key=lambda one: (-one[1], one[0])):
        yield Move("root_cause", old, new, tickets)


def _masks(review: Review) -> tuple[Mask, ...]:
    places = Counter[tuple[str, ...]]()
    for data in _data(review, _MASKED):
        places[tuple(str(data.get("value", "")).split(", "))] += int(data.get("places", 0))
    return tuple(Mask(kinds, number) for kinds, number in places.most_common())


def _data(review: Review, sql: str) -> Iterable[dict[str, Any]]:
    return [json.loads(row[0]) for row in review.execute(sql)]


def _deeds(review: Review) -> tuple[Deed, ...]:
    order = [why for why, _ in _WHY] + ["decided"]
    found = [Deed(*row) for row in review.execute(_DEEDS)]
    return tuple(sorted(found, key=lambda one: (order.index(one.why), -one.tickets, one.reviewer)))
