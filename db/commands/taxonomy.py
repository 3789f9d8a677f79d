"""The command that lists the taxonomy of a review, checks tickets against it, decides of its labels, and writes and
reads it as a file: taxonomy."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path

from db import labels as room
from db import sentences
from db.commands.call import Commands, command, number
from db.commands.labels import fields
from db.commands.output import Output
from db.commands.words import FIELDS, clipped, said
from db.errors import EditError
from db.labels import Field, Keeping, Node, Stray, Taxonomy
from db.review import Review

LABELS: Mapping[str, str] = {
    "retire": "let a label not be given any more, with all below it; may be repeated, as the next ones",
    "restore": "let it be given again",
    "admit": "take a label into the taxonomy",
    "strike": "take a label out of the taxonomy; tickets keep it",
}
"""Options of the call that take labels."""


def add(commands: Commands) -> None:
    """Describe the calls of these commands."""
    parser = command(
        commands, "taxonomy", taxonomy, "List the taxonomy, categories as a tree, a label a line.", reads=True
    )
    parser.add_argument("--field", choices=FIELDS, help="one of them alone")
    parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="list tickets whose label is retired or outside; 1 if any")
    what.add_argument("--export", metavar="FILE", type=Path, help="write the taxonomy as JSON")
    what.add_argument("--import", dest="file", metavar="FILE", type=Path, help="take in such a file; no ticket changes")
    what.add_argument("--describe", metavar="LABEL", help="say what a label means; a new one comes into the taxonomy")
    for name, words in LABELS.items():
        what.add_argument(f"--{name}", metavar="LABEL", action="append", help=words)
    what.add_argument("--admit-all", action="store_true", help="take all labels that tickets have into the taxonomy")
    what.add_argument("--hold", action="store_true", help="hold tickets to the taxonomy: other labels are findings")
    what.add_argument("--free", action="store_true", help="do not hold them to it any more")
    parser.add_argument("--definition", metavar="TEXT", help="with --describe: what it means")
    parser.add_argument("--example", metavar="TEXT", help="with --describe: an example as text")
    parser.add_argument("--example-ticket", metavar="ID", type=number, help="with --describe: a ticket as the example")


def taxonomy(review: Review, call: Namespace, out: Output) -> int:
    """`taxonomy`: a label a line, categories below those that they belong to; or what else the call asks for."""
    if call.check:
        return _check(review, call, out)
    if call.export is not None:
        return _export(review, call, out)
    if call.file is not None:
        return _import(review, call, out)
    plans = list(_plans(review, call))
    for plan in plans:
        _decide(review, plan, call.dry_run, out)
    for field in fields(call.field) if not plans else ():
        _list(room.taxonomy(review, field), out)
    return 0


def _plans(review: Review, call: Namespace) -> Iterator[Keeping]:
    """What a call wants to be decided, field by field."""
    for field in fields(call.field):
        if call.admit_all:
            yield room.admitting(review, field)
        elif call.hold or call.free:
            yield room.holding(review, field, call.hold)
        elif call.describe is not None or any(getattr(call, name) for name in LABELS):
            if call.field is None:
                raise EditError("labels.no_field")
            yield _of_labels(review, field, call)


def _of_labels(review: Review, field: Field, call: Namespace) -> Keeping:
    if call.describe is not None:
        return room.describing(review, field, call.describe, call.definition, call.example, call.example_ticket)
    if call.admit or call.strike:
        return room.admitting(review, field, call.admit) if call.admit else room.striking(review, field, call.strike)
    return room.retiring(review, field, call.retire or call.restore, back=bool(call.restore))


def _decide(review: Review, plan: Keeping, is_dry: bool, out: Output) -> None:
    changes = None if is_dry else room.decide(review, plan)
    words = sentences.summary(plan.summary if changes is None else changes.summary)
    data = {
        "field": said(plan.field),
        "action": plan.summary.code,
        "labels": list(plan.labels),
        "tickets": len(plan.tickets),
        "ids": list(plan.tickets),
        "dry_run": is_dry,
        "entry": (changes and changes.entry) or None,
    }
    out.note(f"Would be done: {words}" if is_dry else words)
    if out.as_json:
        out.result(data, "")


def _export(review: Review, call: Namespace, out: Output) -> int:
    n = room.write_taxonomy(review, call.export, fields(call.field))
    out.result({"file": str(call.export), "labels": n}, f"{n} labels in {call.export}")
    return 0


def _import(review: Review, call: Namespace, out: Output) -> int:
    file = room.read_taxonomy(call.file)
    plan = room.taking_in(review, {field: file[field] for field in fields(call.field) if field in file})
    changes = None if call.dry_run else room.decide(review, plan)
    for change, labels in (("added", plan.added), ("changed", plan.changed)):
        for field, label in labels:
            data: dict[str, object] = {"field": said(field), "label": label, "change": change}
            out.result(data | {"dry_run": call.dry_run}, f"{said(field):<10} {change:<8} {clipped(label)}")
    words = sentences.summary(plan.summary if changes is None else changes.summary)
    rest = f"{plan.same} are the same, {plan.left} are not in the file and stay"
    out.note(f"{'Would be done: ' if call.dry_run else ''}{words}; {rest}")
    return 0


def _check(review: Review, call: Namespace, out: Output) -> int:
    found = [one for field in fields(call.field) for one in room.strays(review, field)]
    for one in found:
        for ticket in review.tickets(one.tickets):
            place = {"id": ticket.id, "source_file": ticket.source_name, "line": ticket.line, "title": ticket.title}
            where = f"{ticket.source_name}:{ticket.line}"
            words = f"{ticket.id:>7}  {_reason(one):<40}  {where}  {clipped(ticket.title)}"
            out.result({**place, "field": said(one.field), "label": one.label, "reason": one.reason}, words)
    tickets = {id_ for one in found for id_ in one.tickets}
    out.note(f"{len(tickets)} tickets have one of {len(found)} labels that may not be")
    return 1 if found else 0


def _reason(one: Stray) -> str:
    return f"{said(one.field)} {clipped(one.label)} is {one.reason}"


def _list(found: Taxonomy, out: Output) -> None:
    for node in found.nodes:
        out.result(_node(found.field, node), _line(found.field, node))
    held = "; tickets are held to it" if found.held else ""
    n = sum(node.term is not None for node in found.nodes)
    out.note(f"{len(found.nodes)} labels as {said(found.field)}, {n} of them in the taxonomy{held}")


def _node(field: Field, node: Node) -> dict[str, object]:
    first = node.first and {"source_file": node.first.source, "line": node.first.line, "id": node.first.ticket}
    return {
        "field": said(field),
        "label": node.label,
        "names": list(node.names),
        "tickets": node.tickets,
        "total": node.total,
        "first": first,
        "examples": list(node.examples),
        "definition": node.term.definition if node.term else "",
        "example": node.term.example if node.term else "",
        "listed": node.term is not None,
        "retired": node.retired,
    }


def _line(field: Field, node: Node) -> str:
    counts = f"{node.total:>6} tickets" + (f" ({node.tickets} itself)" if node.tickets != node.total else "")
    definition = f": {clipped(node.term.definition)}" if node.term and node.term.definition else ""
    mark = "  (retired)" if node.retired else ""
    return f"{said(field):<10} {counts}  {'  ' * node.depth}{clipped(node.name)}{definition}{mark}"
