"""What `labels --doubtful`, `--suggest` and `--check` print; and the command that accepts what they offer."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from functools import partial
from itertools import islice

from db import labels as room
from db.commands.call import Commands, between, command
from db.commands.output import Output, carried_out
from db.commands.words import FIELDS, clipped, said
from db.labels import Doubt, Field, Suggestion
from db.review import Review

WIDE = 28
LEAST = 0.95


def add(commands: Commands) -> None:
    """Describe the call of `accept`."""
    parser = command(
        commands, "accept", accept, "Give tickets without a usable label the likely one; one call is one action."
    )
    parser.add_argument("--field", choices=FIELDS, required=True, help="which of them it is")
    parser.add_argument(
        "--least",
        metavar="P",
        type=between(0, 1),
        default=LEAST,
        help=f"how likely the label has to be, 0 to 1; {LEAST} unless told",
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")


def accept(review: Review, call: Namespace, out: Output) -> int:
    """`accept`: says how many tickets get which label, and gives it; checks them first where nobody has."""
    field: Field = call.field.replace("-", "_")
    known = room.checked(review, field) or room.check(review, field, out.progress)
    if changed := room.stale(review, known):
        out.note(f"{changed} tickets have changed since the labels were checked; `labels --check` looks at them anew")
    plan = room.accepting(review, field, call.least)
    for label, ids in sorted(plan.labels.items(), key=lambda one: (-len(one[1]), one[0])):
        out.note(f"{len(ids):>7} {label}")
    refused = f"; the sources of {plan.refused} others cannot hold theirs" if plan.refused else ""
    words = f"{plan.tickets} tickets without a usable {said(field)} get one of {len(plan.labels)} labels{refused}"
    data = {"field": said(field), "tickets": plan.tickets, "refused": plan.refused}
    data["labels"] = {label: len(ids) for label, ids in plan.labels.items()}
    carried_out(out, words, data, call.dry_run, partial(room.accept_all, review, plan, out.progress))
    return 0


def doubts(review: Review, field: Field, limit: int | None, out: Output) -> None:
    """A ticket a line, most doubtful first."""
    checked = room.doubtful(review, field, out.progress, limit)
    for one in checked.found:
        out.result(_doubt(one), _line(one))
    words = f"{checked.looked_at} tickets looked at, {checked.doubtful} have a likelier {said(field)}"
    rare = f"; {checked.skipped} rarer labels were left out" if checked.skipped else ""
    kept = f"; {checked.kept} were looked at and kept" if checked.kept else ""
    out.note(f"{words}{rare}{kept}")


def check(review: Review, field: Field, out: Output) -> None:
    """Nothing but numbers: what is found is kept in the review."""
    found = room.check(review, field, out.progress)
    numbers = {"field": said(field), "tickets": found.tickets, "doubtful": found.doubtful}
    out.result(numbers, f"{found.tickets} tickets checked, {found.doubtful} have a likelier {said(field)}")


def suggested(review: Review, field: Field, limit: int | None, out: Output) -> None:
    """A ticket a line, in the order of the sources."""
    n = missing = 0
    for one in islice(room.suggestions(review, field, out.progress), limit):
        n, missing = n + 1, missing + (not one.usable)
        out.result(_suggestion(one), _offer(one))
    out.note(f"{n} tickets, {missing} without a usable {said(field)}")


def _doubt(one: Doubt) -> Mapping[str, object]:
    return {
        "id": one.id,
        "source_file": one.source_file,
        "line": one.line,
        "title": one.title,
        "field": said(one.field),
        "given": one.given,
        "likely": one.likely,
        "confidence": round(one.confidence, 4),
        "neighbours": list(one.neighbours),
        "words": list(one.words),
        "given_probability": round(one.probability, 4),
        "doubt": round(one.doubt, 4),
        "labels": [{"label": label, "probability": round(share, 4)} for label, share in one.labels],
    }


def _line(one: Doubt) -> str:
    labels = (
        f"{clipped(one.given, WIDE)} → {clipped(one.likely, WIDE)} {one.confidence:.2f}" if one.doubt > 0 else one.given
    )
    return f"{one.id:>7} {one.doubt:>6.2f}  {labels}  {clipped(one.title, WIDE)}  [{' '.join(one.words)}]"


def _suggestion(one: Suggestion) -> Mapping[str, object]:
    return {
        "id": one.id,
        "field": said(one.field),
        "given": list(one.given),
        "usable": one.usable,
        "labels": [{"label": label, "probability": round(share, 4)} for label, share in one.labels],
    }


def _offer(one: Suggestion) -> str:
    listed = "  ".join(f"{clipped(label, WIDE)} {share:.2f}" for label, share in one.labels)
    return f"{one.id:>7}{' ' if one.usable else '*'} {listed}"
