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
_FOUND = f"""FROM judgement JOIN judgedlabel ON judgedlabel.field = judgement.field AND judgedlabel.place = given
    JOIN ticket ON ticket.id = judgement.ticket_id
    WHERE judgement.field = ? AND doubt IS NOT NULL AND {{has}} AND {store.VISIBLE}"""
_RANKED = (
    f"SELECT judgement.ticket_id, judgedlabel.name, doubt, offers {_FOUND} ORDER BY doubt DESC, judgement.ticket_id"
)
_PAGE = f"""SELECT judgement.ticket_id, judgedlabel.name, likely, confidence, probability, doubt, neighbours, words,
    offers {_FOUND} AND judgement.ticket_id {store.AMONG}"""
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
    looked_at = vouchers(review, field).looked_at
    rows = review.execute(_RANKED.format(has=_HAS[field]), (field,)).fetchall()
    found = [(ticket, *numbers) for ticket, given, *numbers in rows if given not in looked_at.get(ticket, ())]
    tickets, doubts, confidences = zip(*found, strict=True) if found else ((), (), ())
    return Ranking(tickets, doubts, confidences, len(rows) - len(found))


def findings(review: Review, field: Field, tickets: Sequence[int]) -> list[Doubt]:
    """The findings of these tickets, in the order asked; a ticket that has none (any more) is left out."""
    sql = _PAGE.format(has=_HAS[field])
    rows = {row[0]: row[1:] for row in review.execute(sql, (field, store.listed(tickets)))}
    names, where = _names(review, field), places(review, list(rows))
    near = {one: [other for (other,) in NEIGHBOUR.iter_unpack(row[5])] for one, row in rows.items()}
    own = _own(review, field, [one for ids in near.values() for one in ids])
    found = []
    for ticket in tickets:
        if ticket in rows:
            given, likely, confidence, probability, doubt, _, words, packed = rows[ticket]
            still = tuple(one for one in near[ticket] if names[likely] in own[one])[:NEIGHBOURS]
            told, labels = tuple(words.split("\n")) if words else (), _offered(names, packed)
            source, line, title = where[ticket]
            said: tuple[str, str, float, float, float] = (given, names[likely], confidence, probability, doubt)
            found.append(Doubt(ticket, source, line, title, field, *said, still, told, labels))
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
