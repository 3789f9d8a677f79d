"""Personal data masked: a plan first that says its numbers, then one action of the log.

A mask is an edit of the text that it stands in, as any other: it is written back to its source, and undone. What a
source could not be read again with stays as it is, and is counted.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from db import store
from db.edits.actions import Each, Part, carry_out
from db.edits.causes import retold
from db.edits.deciding import differing
from db.edits.holding import unheld
from db.errors import EditError
from db.privacy.finding import Finder
from db.privacy.kinds import Kind
from db.privacy.pseudonyms import Names, named
from db.privacy.scanning import LISTS, READ, Finding, finder
from db.privacy.styles import Style, learnt
from db.records import dataclass
from db.review import Review
from db.values import FIELDS, NOTE, ROOT_CAUSE, Changes, Summary

_TICKETS = f"SELECT id, source_id, {', '.join(READ)} FROM ticket WHERE id {store.AMONG} ORDER BY source_id, ordinal, id"
LEARNT_FROM = 1000
"""Tickets of a source that tell how it masks: its converter wrote all of them."""
_OF_SOURCE = f"""SELECT {", ".join(READ)} FROM ticket WHERE source_id = ? AND parked = 0
    ORDER BY ordinal LIMIT {LEARNT_FROM}"""
_SOURCES = f"SELECT name, count(*) FROM ticket JOIN source ON source.id = source_id WHERE ticket.id {store.AMONG}"
_CAUSES = "SELECT name FROM ticketcause JOIN cause ON cause.id = cause_id WHERE ticket_id = ? ORDER BY position"
_ROUNDS = 4
"""A mask parts what stood together, so that something new may be found beside it; how often that is looked after."""

Row = tuple[int, str, str | None, str | None]
"""Ticket, field, and the field's column before and after."""
Masks = Mapping[tuple[Kind, str], str]
"""Kind and normal form -> mask."""
Styles = dict[int, Style]
"""Source -> how it masks: what a caller who makes many plans keeps between them, until a source is another."""


@dataclass(frozen=True, slots=True)
class Masking:
    """A plan: what changes, in how many `places` of which tickets, how many `values`, and the files with the number of
    their tickets. `masks` are the masks that would stand there, each with its number. `refused` are tickets whose
    source could not be read again."""

    rows: tuple[Row, ...]
    tickets: tuple[int, ...]
    places: int
    values: int
    files: tuple[tuple[str, int], ...]
    masks: tuple[tuple[str, int], ...]
    refused: tuple[int, ...]
    summary: Summary
    tags: Mapping[int, tuple[str, ...]]
    """Ticket -> its root causes as they would be."""
    decided: Mapping[str, str | None]


def masking(
    review: Review, chosen: Sequence[Finding], pseudonyms: bool = False, styles: Styles | None = None
) -> Masking:
    """What `mask` would do to these findings of a scan; changes nothing. EditError ``privacy.nothing`` for none.

    Raises EditError ``privacy.stale`` where a text is not any more what the scan has read.
    """
    if not chosen:
        raise EditError("privacy.nothing")
    names, decided = named(review, chosen) if pseudonyms else ({}, {})
    work = _Work(review, chosen, names, {} if styles is None else styles)
    work.run()
    places = [one for one in chosen if one.ticket in work.changed]
    # the log says kinds and never a value: it is exported too
    kinds = dict.fromkeys(one.kind for one in places)
    values = {(one.kind, one.normal) for one in places}
    data: dict[str, object] = {"n": 0, "places": len(places), "values": len(values)}
    summary = Summary("privacy.masked", data | {"value": ", ".join(kinds), "pseudonyms": pseudonyms})
    return Masking(
        rows=tuple(work.rows),
        tickets=tuple(work.changed),
        places=len(places),
        values=len(values),
        files=_files(review, tuple(work.changed)),
        masks=tuple(sorted(work.masks.items(), key=lambda pair: (-pair[1], pair[0]))),
        refused=tuple(sorted(work.refused)),
        summary=summary,
        tags=work.tags,
        decided=decided if places else {},
    )


def mask(review: Review, plan: Masking) -> Changes:
    """Mask what a plan says. One action, one step to undo.

    Raises EditError ``privacy.not_held`` where no source could be read again, and ``privacy.stale`` where a text has
    changed since the plan was made.
    """
    if not plan.rows:
        raise EditError("privacy.not_held", n=len(plan.refused))
    with review.transaction():
        _refuse_stale(review, plan.rows)
        parts: list[Part] = [Each(review, [row for row in plan.rows if row[1] != ROOT_CAUSE])]
        parts += [
            retold(review, ticket, after or "", plan.tags.get(ticket))
            for ticket, field, _, after in plan.rows
            if field == ROOT_CAUSE
        ]
        return carry_out(review, parts, plan.summary, decided=differing(review, plan.decided))


class _Work:
    """What becomes of each ticket: made for one plan."""

    def __init__(self, review: Review, chosen: Iterable[Finding], names: Names, styles: Styles) -> None:
        self._review, self._names, self._styles = review, names, styles
        self._find = finder(review)
        self._by: dict[int, dict[str, list[Finding]]] = defaultdict(lambda: defaultdict(list))
        for one in chosen:
            self._by[one.ticket][one.field].append(one)
        self.rows: list[Row] = []
        self.changed: dict[int, None] = {}
        self.tags: dict[int, tuple[str, ...]] = {}
        self.masks: dict[str, int] = defaultdict(int)
        self.refused: set[int] = set()

    def run(self) -> None:
        """Read the tickets source by source."""
        of: dict[int, dict[int, dict[str, str | None]]] = defaultdict(dict)
        for ticket, source, *columns in self._review.execute(_TICKETS, (store.listed(sorted(self._by)),)):
            of[source][ticket] = dict(zip(READ, columns, strict=True))
        for source, tickets in of.items():
            self._source(source, tickets)

    def _source(self, source: int, tickets: Mapping[int, Mapping[str, str | None]]) -> None:
        if source not in self._styles:
            read = self._review.execute(_OF_SOURCE, (source,))
            self._styles[source] = learnt(text for columns in read for text in columns if text)
        style = self._styles[source]
        made = {ticket: self._ticket(ticket, columns, style) for ticket, columns in tickets.items()}
        edits = {ticket: _edits(rows) for ticket, (rows, _) in made.items()}
        refused = unheld(self._review, source, {ticket: edit for ticket, edit in edits.items() if edit})
        self.refused |= refused
        for ticket, (rows, used) in made.items():
            if ticket not in refused:
                self.rows += rows
                self.changed[ticket] = None
                for one in used:
                    self.masks[one] += 1

    def _ticket(self, ticket: int, columns: Mapping[str, str | None], style: Style) -> tuple[list[Row], list[str]]:
        rows: list[Row] = []
        used: list[str] = []
        for field, findings in self._by[ticket].items():
            masks = {
                (one.kind, one.normal): style.mask(one.kind, self._names.get((one.kind, one.normal), 0))
                for one in findings
            }
            before = columns[field]
            rows.append((ticket, field, before, self._column(field, before or "", findings, masks)))
            used += [masks[one.kind, one.normal] for one in findings]
            if field == ROOT_CAUSE:
                self.tags[ticket] = self._tags(ticket, findings, masks)
        return rows, used

    def _column(self, field: str, column: str, findings: Sequence[Finding], masks: Masks) -> str:
        if field not in LISTS:
            return masked(column, findings, masks, self._find)
        # turns with their speakers, or other fields with their names
        texts = json.loads(column)
        at: dict[int, list[Finding]] = defaultdict(list)
        for one in findings:
            at[one.place].append(one)
        for place, ones in at.items():
            if place >= len(texts):
                raise EditError("privacy.stale", ticket=ones[0].ticket)
            texts[place][1] = masked(texts[place][1], ones, masks, self._find)
        return json.dumps(texts, ensure_ascii=False)

    def _tags(self, ticket: int, findings: Sequence[Finding], masks: Masks) -> tuple[str, ...]:
        tags = []
        for (tag,) in self._review.execute(_CAUSES, (ticket,)):
            for one in findings:
                tag = tag.replace(one.value, masks[one.kind, one.normal])
            tags.append(tag)
        return tuple(dict.fromkeys(tags))


def masked(text: str, findings: Sequence[Finding], masks: Masks, find: Finder) -> str:
    """A text with masks in the place of findings, and, where none of a value is to stay, of what comes to light of it
    beside them.

    Raises EditError ``privacy.stale`` where the text does not say what was found.
    """
    for one in findings:
        if text[one.start : one.end] != one.value:
            raise EditError("privacy.stale", ticket=one.ticket)
    chosen = {(one.start, one.end) for one in findings}
    stay = {(one.kind, one.normal) for one in find(text) if (one.start, one.end) not in chosen}
    text = _put(text, [(one.start, one.end, masks[one.kind, one.normal]) for one in findings])
    for _ in range(_ROUNDS):
        again = [one for one in find(text) if (key := (one.kind, one.normal)) in masks and key not in stay]
        if not again:
            break
        text = _put(text, [(one.start, one.end, masks[one.kind, one.normal]) for one in again])
    return text


def _put(text: str, pieces: Iterable[tuple[int, int, str]]) -> str:
    for start, end, new in sorted(pieces, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _edits(rows: Sequence[Row]) -> dict[str, object]:
    """Rows as edits of the fields of a source."""
    return {
        field: (store.pairs if field == FIELDS else store.turns)(after or "[]") if field in LISTS else after
        for _, field, _, after in rows
        if field != NOTE
    }


def _files(review: Review, tickets: Sequence[int]) -> tuple[tuple[str, int], ...]:
    return tuple(review.execute(f"{_SOURCES} GROUP BY source.id ORDER BY source.id", (store.listed(tickets),)))


def _refuse_stale(review: Review, rows: Sequence[Row]) -> None:
    """EditError where a text is not what the plan has read."""
    by: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by[row[1]].append(row)
    for field, ones in by.items():
        sql = f"SELECT id, {field} FROM ticket WHERE id {store.AMONG}"
        now = dict(review.execute(sql, (store.listed([row[0] for row in ones]),)).fetchall())
        for ticket, _, before, _ in ones:
            if now.get(ticket) != before:
                raise EditError("privacy.stale", ticket=ticket)
