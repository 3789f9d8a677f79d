"""What the last check of labels found, as it stands now: ranked, a page at a time, and for one ticket. Only reads.

Everything here takes some milliseconds and needs no arrays: the window asks on its own thread. A finding falls out when
its ticket has another label, a reviewer keeps the label, or the likely one is retired, and is back when that is undone.
What takes longer in a large review (`ranking` of all, `unusable`) can be asked for some tickets alone: so what a
decision changed is known at once.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence, Set

from db import store
from db.beside import beside
from db.edits.terms import is_within, retired, terms
from db.labels.carriers import ALL, BARE, labels_of, places
from db.labels.checking import NEIGHBOUR, OFFER
from db.labels.counted import Field
from db.labels.doubt import NEIGHBOURS, Doubt
from db.labels.spelling import says_nothing
from db.labels.suggesting import Suggestion, is_usable
from db.labels.vouching import looked_at
from db.records import dataclass
from db.review import Review

Labels = tuple[tuple[str, float], ...]

_FOUND = "FROM judgement WHERE field = ? AND doubt IS NOT NULL"
_RANKED = f"""SELECT ticket_id, given, likely, doubt, confidence {_FOUND} {{among}}
    ORDER BY doubt DESC, ticket_id"""
_PAGE = f"""SELECT ticket_id, given, likely, confidence, probability, doubt, neighbours, words, offers FROM judgement
    WHERE field = ? AND doubt IS NOT NULL AND ticket_id {store.AMONG}"""
_OFFERS = "SELECT ticket_id, offers FROM judgement WHERE field = ?"
_NAMES = "SELECT place, name FROM judgedlabel WHERE field = ?"
_HOLLOW = {
    "category": f"SELECT id FROM ticket WHERE category_id {store.AMONG}",
    "root_cause": f"SELECT ticket_id FROM ticketcause WHERE cause_id {store.AMONG}",
}
"""Tickets that have one of some labels, shown or not."""
_SHOWN = f"SELECT id FROM ticket WHERE {store.VISIBLE} AND ticket.id {store.AMONG}"


@dataclass(frozen=True, slots=True)
class Ranking:
    """Tickets with a doubtful label, most doubtful first; of each the doubt and the confidence of the likely label.

    Those that are `kept` were looked at by a reviewer and left out: ticket -> doubt. `levels` are the doubts of all
    findings as the check left them, whatever was decided since: a part of them that is told by a level of doubt stays
    the same part.
    """

    tickets: tuple[int, ...]
    doubts: tuple[float, ...]
    confidences: tuple[float, ...]
    kept: Mapping[int, float]
    levels: tuple[float, ...]

    def above(self, doubt: float) -> tuple[int, ...]:
        """Those of at least so much doubt."""
        return tuple(ticket for ticket, own in zip(self.tickets, self.doubts, strict=True) if own >= doubt)


def ranking(review: Review, field: Field, tickets: Sequence[int] | None = None) -> Ranking:
    """All findings that stand, or those of some tickets; empty where no check is kept."""
    looked, names = looked_at(review, field), _names(review, field)
    open_names = _open(review, field, names)
    every = _every(review, field, tickets)
    has = _labelled(review, field, [row[0] for row in every])
    rows = [row for row in every if (row[0], names[row[1]]) in has and row[2] in open_names]
    kept = {row[0]: row[3] for row in rows if names[row[1]] in looked.get(row[0], ())}
    found = [row for row in rows if row[0] not in kept]
    ids, _, _, doubts, confidences = zip(*found, strict=True) if found else ((),) * 5
    return Ranking(ids, doubts, confidences, kept, tuple(row[3] for row in every))


def findings(review: Review, field: Field, tickets: Sequence[int]) -> list[Doubt]:
    """The findings of these tickets, in the order asked; a ticket that has none (any more) is left out."""
    names, own = _names(review, field), labels_of(review, field, tickets)
    open_names = _open(review, field, names)
    rows = {row[0]: row[1:] for row in review.execute(_PAGE, (field, store.listed(tickets)))}
    near = {one: [other for (other,) in NEIGHBOUR.iter_unpack(row[5])] for one, row in rows.items()}
    theirs = labels_of(review, field, [one for ids in near.values() for one in ids])
    where = places(review, list(rows))
    found = []
    for ticket in tickets:
        if ticket in rows and names[rows[ticket][0]] in own[ticket] and rows[ticket][1] in open_names:
            given, likely, confidence, probability, doubt, _, words, packed = rows[ticket]
            still = tuple(one for one in near[ticket] if names[likely] in theirs[one])[:NEIGHBOURS]
            told, labels = tuple(words.split("\n")) if words else (), _offered(open_names, packed)
            source, line, title = where[ticket]
            sure: tuple[float, float, float] = (confidence, probability, doubt)
            said = (names[given], names[likely], *sure, still, told, labels)
            found.append(Doubt(ticket, source, line, title, field, *said))
    return found


def offered(review: Review, field: Field, ticket: int) -> Suggestion | None:
    """What the last check offers for one ticket, for the digit keys; None where it does not know it."""
    row = review.execute(f"{_OFFERS} AND ticket_id = ?", (field, ticket)).fetchone()
    labels = _offered(_open(review, field, _names(review, field)), row[1]) if row is not None else ()
    if not labels:
        return None
    given = tuple(labels_of(review, field, [ticket])[ticket])
    return Suggestion(ticket, field, given, is_usable(field, given), labels)


def unusable(review: Review, field: Field, tickets: Sequence[int] | None = None) -> list[tuple[int, str, float]]:
    """Tickets without a usable label, in order, each with the likeliest and its probability: all of them, or those of
    some tickets; none that the check does not know."""
    left = _without_usable(review, field, tickets)
    names = _open(review, field, _names(review, field))
    offers = review.execute(f"{_OFFERS} AND ticket_id {store.AMONG}", (field, store.listed(sorted(left))))
    first = ((ticket, _offered(names, packed)) for ticket, packed in offers)
    return [(ticket, *labels[0]) for ticket, labels in first if labels]


def finding_unusable(review: Review, field: Field) -> Generator[None, None, list[tuple[int, str, float]]]:
    """The same of all tickets, after a breath every few milliseconds: of a million it takes more than a second, and
    another thread does it."""
    return (yield from beside(review, lambda own: unusable(own, field)))


def _every(review: Review, field: Field, tickets: Sequence[int] | None) -> list[tuple[int, int, int, float, float]]:
    """Findings as the check left them, most doubtful first: ticket, given, likely, doubt, confidence."""
    if tickets is None:
        return review.execute(_RANKED.format(among=""), (field,)).fetchall()
    sql = _RANKED.format(among=f"AND ticket_id {store.AMONG}")
    return review.execute(sql, (field, store.listed(tickets))).fetchall()


def _labelled(review: Review, field: Field, tickets: Sequence[int]) -> Set[tuple[int, str]]:
    """Those of the tickets that are shown, each with a label that it has."""
    own = labels_of(review, field, tickets)
    return {(ticket, name) for ticket in _shown(review, tickets) for name in own[ticket]}


def _without_usable(review: Review, field: Field, tickets: Sequence[int] | None) -> Set[int]:
    if tickets is not None:
        own = labels_of(review, field, tickets)
        return {one for one in _shown(review, tickets) if all(says_nothing(field, name) for name in own[one])}
    hollow = [code for code, label in review.execute(ALL[field]) if not label or says_nothing(field, label)]
    some = [row[0] for row in review.execute(_HOLLOW[field], (store.listed(hollow),))]
    bare = {row[0] for row in review.execute(f"SELECT id {BARE}")} if field == "root_cause" else set()
    return bare | _without_usable(review, field, some)


def _shown(review: Review, tickets: Sequence[int]) -> Set[int]:
    """Those of the tickets that are shown."""
    return {row[0] for row in review.execute(_SHOWN, (store.listed(tickets),))}


def _names(review: Review, field: Field) -> dict[int, str]:
    return dict(review.execute(_NAMES, (field,)).fetchall())


def _open(review: Review, field: Field, names: Mapping[int, str]) -> Mapping[int, str]:
    """Those that may be given: none that is retired, or below one that is."""
    gone = retired(terms(review, field))
    return {place: name for place, name in names.items() if not is_within(field, name, gone)} if gone else names


def _offered(names: Mapping[int, str], packed: bytes) -> Labels:
    return tuple((names[place], share) for place, share in OFFER.iter_unpack(packed) if place in names)
