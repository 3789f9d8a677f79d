"""What the last check of labels found, as it stands now: ranked, a page at a time, and for one ticket. Only reads.

Everything here takes some milliseconds and needs no arrays: the window asks on its own thread. A finding falls out when
its ticket has another label or a reviewer keeps the label, and is back when that is undone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from db import store
from db.labels.checking import NEIGHBOUR, OFFER
from db.labels.counted import Field
from db.labels.doubt import NEIGHBOURS, Doubt, places
from db.labels.suggesting import Suggestion, is_usable
from db.labels.vouching import vouchers
from db.records import dataclass
from db.review import Review

Labels = tuple[tuple[str, float], ...]

_HAS = {
    "category": "category_id = (SELECT id FROM category WHERE path = judgedlabel.name)",
    "root_cause": """EXISTS (SELECT 1 FROM ticketcause JOIN cause ON cause.id = cause_id
        WHERE ticketcause.ticket_id = ticket.id AND cause.name = judgedlabel.name)""",
}
"""Whether a ticket still has the label that was doubted."""
_FOUND = f"""FROM judgement CROSS JOIN judgedlabel ON judgedlabel.field = judgement.field AND place = given
    JOIN ticket ON ticket.id = judgement.ticket_id
    WHERE judgement.field = ? AND doubt IS NOT NULL AND {{has}} AND {store.VISIBLE}"""
_RANKED = (
    f"SELECT judgement.ticket_id, judgedlabel.name, doubt, offers {_FOUND} ORDER BY doubt DESC, judgement.ticket_id"
)
_PAGE = f"""SELECT judgement.ticket_id, judgedlabel.name, doubt, offers, neighbours, words {_FOUND}
    AND judgement.ticket_id {store.AMONG}"""
_OFFERS = "SELECT ticket_id, offers FROM judgement WHERE field = ?"
_NAMES = "SELECT place, name FROM judgedlabel WHERE field = ?"
_OWN = {
    "category": """SELECT ticket.id, path FROM ticket JOIN category ON category.id = category_id
        WHERE path <> '' AND ticket.id {among}""",
    "root_cause": """SELECT ticket_id, name FROM ticketcause JOIN cause ON cause.id = cause_id
        WHERE ticket_id {among} ORDER BY ticket_id, position""",
}
_VISIBLE = f"SELECT id FROM ticket WHERE {store.VISIBLE}"


@dataclass(frozen=True, slots=True)
class Ranking:
    """Tickets with a doubtful label, most doubtful first; of each the doubt and the confidence of the likely label.

    `kept` more were looked at by a reviewer and left out.
    """

    tickets: tuple[int, ...]
    doubts: tuple[float, ...]
    confidences: tuple[float, ...]
    kept: int

    def above(self, doubt: float) -> tuple[int, ...]:
        """Those of at least so much doubt."""
        return tuple(ticket for ticket, own in zip(self.tickets, self.doubts, strict=True) if own >= doubt)


def ranking(review: Review, field: Field) -> Ranking:
    """All findings that stand; empty where no check is kept."""
    looked_at, names = vouchers(review, field).looked_at, _names(review, field)
    found: list[tuple[int, float, float]] = []
    kept = 0
    for ticket, given, doubt, offers in review.execute(_RANKED.format(has=_HAS[field]), (field,)):
        likely = _likely(names, offers, given)
        if given in looked_at.get(ticket, ()):
            kept += 1
        elif likely is not None:
            found.append((ticket, doubt, likely[1]))
    tickets, doubts, confidences = zip(*found, strict=True) if found else ((), (), ())
    return Ranking(tickets, doubts, confidences, kept)


def findings(review: Review, field: Field, tickets: Sequence[int]) -> list[Doubt]:
    """The findings of these tickets, in the order asked; a ticket that has none (any more) is left out."""
    sql = _PAGE.format(has=_HAS[field])
    rows = {row[0]: row[1:] for row in review.execute(sql, (field, store.listed(tickets)))}
    names, where = _names(review, field), places(review, list(rows))
    near = {one: _unpacked(row[3]) for one, row in rows.items()}
    own = _own(review, field, [one for ids in near.values() for one in ids])
    found = []
    for ticket in tickets:
        if ticket in rows:
            given, doubt, offers, _, words = rows[ticket]
            likely = _likely(names, offers, given)
            if likely is not None:
                neighbours = tuple(one for one in near[ticket] if likely[0] in own[one])[:NEIGHBOURS]
                labels = _offered(names, offers)
                probability = dict(labels).get(given, 0.0)
                told = tuple(words.split("\n")) if words else ()
                found.append(
                    Doubt(ticket, *where[ticket], field, given, *likely, probability, doubt, neighbours, told, labels)
                )
    return found


def offered(review: Review, field: Field, ticket: int) -> Suggestion | None:
    """What the last check offers for one ticket, for the digit keys; None where it does not know it."""
    row = review.execute(f"{_OFFERS} AND ticket_id = ?", (field, ticket)).fetchone()
    labels = _offered(_names(review, field), row[1]) if row is not None else ()
    if not labels:
        return None
    given = tuple(_own(review, field, [ticket])[ticket])
    return Suggestion(ticket, field, given, is_usable(field, given), labels)


def unusable(review: Review, field: Field) -> list[tuple[int, str, float]]:
    """Tickets without a usable label, in order, each with the likeliest and its probability."""
    names = _names(review, field)
    own = _own(review, field)
    shown = [row[0] for row in review.execute(_VISIBLE) if not is_usable(field, own[row[0]])]
    offers = dict(review.execute(_OFFERS, (field,)).fetchall())
    first = ((ticket, _offered(names, offers.get(ticket, b"")[: OFFER.size])) for ticket in sorted(shown))
    return [(ticket, *labels[0]) for ticket, labels in first if labels]


def _names(review: Review, field: Field) -> dict[int, str]:
    return dict(review.execute(_NAMES, (field,)).fetchall())


def _own(review: Review, field: Field, tickets: Iterable[int] | None = None) -> Mapping[int, list[str]]:
    """The labels that tickets have now: of these, or of all."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    among = store.AMONG if tickets is not None else "IS NOT NULL"
    params = () if tickets is None else (store.listed(list(tickets)),)
    for ticket, name in review.execute(_OWN[field].format(among=among), params):
        found[ticket].append(name)
    return found


def _offered(names: Mapping[int, str], packed: bytes) -> Labels:
    return tuple((names[place], share) for place, share in OFFER.iter_unpack(packed))


def _likely(names: Mapping[int, str], packed: bytes, given: str) -> tuple[str, float] | None:
    """The likeliest label that is not the given one."""
    return next(((names[place], share) for place, share in OFFER.iter_unpack(packed) if names[place] != given), None)


def _unpacked(packed: bytes) -> list[int]:
    return [one for (one,) in NEIGHBOUR.iter_unpack(packed)]
