"""What a curator decides of a taxonomy without changing a ticket: which labels are in it, what they mean, which may not
be given any more, and whether tickets are held to it. A plan first, then one action of the log.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from db.edits.actions import carry_out
from db.edits.deciding import differing
from db.edits.terms import HELD, Term, key, lineage, terms, value
from db.errors import EditError
from db.labels.carriers import concerned, there
from db.labels.counted import Field, labelled, named
from db.labels.exchange import Incoming
from db.labels.relabelling import label_of, resolved
from db.labels.straying import strays
from db.records import dataclass, replace
from db.review import Review
from db.values import Changes, Summary


@dataclass(frozen=True, slots=True)
class Keeping:
    """What `decide` would keep: labels of the taxonomy, and the tickets that it concerns, those that have them or that
    would be findings. No ticket changes, and no export. `values` are the decisions as they are kept."""

    field: Field
    labels: tuple[str, ...]
    tickets: tuple[int, ...]
    summary: Summary
    values: Mapping[str, str | None]


def decide(review: Review, plan: Keeping | Incoming) -> Changes:
    """Keep what a plan says. One action, one step to undo; what is so already is left out."""
    with review.transaction():
        return carry_out(review, [], plan.summary, decided=differing(review, plan.values))


def describing(
    review: Review,
    field: Field,
    label: str,
    definition: str | None = None,
    example: str | None = None,
    ticket: int | None = None,
) -> Keeping:
    """Say what a label means, and give an example, as text or a ticket (0 for none); None leaves what there is.

    A label that is not there yet comes into the taxonomy by it. Raises EditError ``edit.bad_path``,
    ``edit.bad_cause``, ``edit.no_ticket``.
    """
    if not label.strip():
        raise EditError("edit.bad_path" if field == "category" else "edit.bad_cause", given=label)
    name = label if there(review, field, [label]) else label_of(field, label)
    term = terms(review, field).get(name, Term())
    if ticket:
        title = _title(review, ticket)
        example = title if example is None else example
    meaning = term.definition if definition is None else definition.strip()
    text, shown = (term.example, term.ticket) if example is None else (example.strip(), 0)
    changed = Term(meaning, text, shown if ticket is None else ticket, term.retired)
    return _keeping(review, field, [name], "labels.described", {name: changed})


def retiring(review: Review, field: Field, labels: Sequence[str], back: bool = False) -> Keeping:
    """Let labels not be given any more, with all below them; `back`: let them be given again.

    Raises EditError for one that is not there, and ``labels.retired_above`` where `back` would not do for one.
    """
    known = terms(review, field)
    names = _names(review, field, labels)
    for name in names if back else ():
        for above in lineage(field, name)[:-1]:
            if above not in names and known.get(above, Term()).retired:
                raise EditError("labels.retired_above", given=name, above=above)
    changed = {name: replace(known.get(name, Term()), retired=not back) for name in names}
    return _keeping(review, field, names, "labels.restored" if back else "labels.retire", changed)


def admitting(review: Review, field: Field, labels: Sequence[str] | None = None) -> Keeping:
    """Take labels into the taxonomy; without any, all that tickets have and that are not in it."""
    known = terms(review, field)
    names = [one.label for one in labelled(review, field)] if labels is None else _names(review, field, labels)
    new = [name for name in names if name not in known]
    return _keeping(review, field, new, "labels.admitted", dict.fromkeys(new, Term()))


def striking(review: Review, field: Field, labels: Sequence[str]) -> Keeping:
    """Take labels out of the taxonomy, with what it says of them; tickets keep them."""
    names = _names(review, field, labels)
    return _keeping(review, field, names, "labels.struck", dict.fromkeys(names))


def holding(review: Review, field: Field, held: bool = True) -> Keeping:
    """Hold tickets to the taxonomy of a field, or not: the tickets of the plan are those that would be findings.

    Raises EditError ``labels.no_taxonomy`` where there is none to hold to.
    """
    if held and not terms(review, field):
        raise EditError("labels.no_taxonomy", field=field)
    found = strays(review, field, held)
    tickets = sorted({id_ for one in found for id_ in one.tickets})
    summary = Summary("labels.held" if held else "labels.freed", {"field": field, "n": len(tickets)})
    return Keeping(
        field, tuple(one.label for one in found), tuple(tickets), summary, {key(HELD, field): "{}" if held else None}
    )


def _keeping(
    review: Review, field: Field, names: Sequence[str], code: str, changed: Mapping[str, Term | None]
) -> Keeping:
    below = code in ("labels.retire", "labels.restored")
    tickets = concerned(review, field, names, below)
    summary = Summary(code, {"n": len(tickets), "labels": len(names), "value": named(names)})
    values = {key(field, name): None if term is None else value(term) for name, term in changed.items()}
    return Keeping(field, tuple(names), tuple(tickets), summary, values)


def _names(review: Review, field: Field, labels: Sequence[str]) -> list[str]:
    """Labels as they are kept, of how they are typed; names above others are labels too."""
    known = there(review, field, labels)
    return [label if label in known else resolved(review, field, label, below=True)[0] for label in labels]


def _title(review: Review, ticket: int) -> str:
    row = review.execute("SELECT title FROM ticket WHERE id = ?", (ticket,)).fetchone()
    if row is None:
        raise EditError("edit.no_ticket", ticket=ticket)
    return str(row[0])
