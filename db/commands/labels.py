"""The commands that list labels and their variants, and give tickets another label: labels, relabel."""

from __future__ import annotations

from argparse import SUPPRESS, Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path

from db import labels as room
from db import sentences
from db.commands.call import Commands, command, number
from db.commands.doubt import check, doubts, suggested
from db.commands.output import Output, carried_out
from db.commands.tickets import chosen
from db.commands.words import FIELDS, clipped, said
from db.errors import EditError, UserError
from db.labels import Cell, Field, Group, Labelled, Relabelling, Spread
from db.review import Review

ROWS = ("source", "root-cause")
"""What categories are compared by."""


def add(commands: Commands) -> None:
    """Describe the calls of these commands."""
    parser = command(commands, "labels", labels, "List categories and root causes, a label a line.", reads=True)
    parser.add_argument("--field", choices=FIELDS, help="one of them alone")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--variants", action="store_true", help="list groups that are probably one label, a group a line")
    what.add_argument("--doubtful", action="store_true", help="list tickets by how doubtful their label is")
    what.add_argument(
        "--suggest", action="store_true", help="list for each ticket the labels that it probably should have"
    )
    what.add_argument("--check", action="store_true", help="only check all labels anew and keep what is found")
    parser.add_argument("--limit", metavar="N", type=number, help="only the first N tickets of a field")
    what.add_argument(
        "--spread",
        choices=ROWS,
        nargs="?",
        const=ROWS[0],
        help="list sources, or root causes, by how unlike the others their categories are",
    )
    changing = command(commands, "relabel", relabel, "Give all tickets with a label another; one action.")
    changing.add_argument("--field", choices=FIELDS, help="which of them it is; needed")
    changing.add_argument("--from", dest="old", metavar="LABEL", help="such as 'CDN｜SSL证书'; needed")
    where = changing.add_mutually_exclusive_group(required=True)
    where.add_argument("--to", dest="new", metavar="LABEL", help="'' takes the label off")
    where.add_argument("--parent", metavar="LABEL", help="move a category and all below it below this; '' is the top")
    where.add_argument("--plan", type=Path, help=SUPPRESS)
    changing.add_argument("--children", action="store_true", help="of a category, all below it moves along")
    changing.add_argument("--query", metavar="Q", help="only what this search finds")
    changing.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")


def labels(review: Review, call: Namespace, out: Output) -> int:
    """`labels`: a label a line, the commonest first; or a group of variants a line; or a row of the spread."""
    if call.spread is not None:
        return _spread(room.label_spread(review, call.spread.replace("-", "_")), out)
    for field in fields(call.field):
        if call.variants:
            _variants(review, field, out)
        elif call.doubtful or call.suggest or call.check:
            _learnt(review, field, call, out)
        else:
            _all(room.labelled(review, field), field, out)
    return 0


def _learnt(review: Review, field: Field, call: Namespace, out: Output) -> None:
    """Of both fields, one that nothing can be learnt of does not stand in the way of the other."""
    try:
        if call.check:
            check(review, field, out)
        else:
            (doubts if call.doubtful else suggested)(review, field, call.limit, out)
    except UserError as exc:
        if call.field is not None:
            raise
        out.problem(exc)


def _spread(found: Spread, out: Output) -> int:
    """The rows that differ most from the others, beyond chance, first; of each row the cells most above expectation."""
    by_row: dict[int, list[tuple[Cell, int]]] = {}
    for row, column in found.counts:
        by_row.setdefault(row, []).append((found.cell(row, column), column))
    for row in sorted(by_row, key=lambda row: (found.rows[row].chance - found.rows[row].divergence, row)):
        one = found.rows[row]
        cells = sorted(by_row[row], key=lambda pair: (-pair[0].residual, pair[1]))
        most = "  ".join(
            f"{clipped(found.columns[at].label)} {cell.tickets} ({cell.residual:+.1f})" for cell, at in cells[:3]
        )
        words = (
            f"{one.divergence:.3f} (by chance {one.chance:.3f}) {one.tickets:>6} tickets  {clipped(one.name)}: {most}"
        )
        listed = [_cell(found, row, at, cell) for cell, at in cells] if out.as_json else []
        data = {"by": said(found.by), "row": one.name, "tickets": one.tickets}
        out.result(
            data | {"divergence": round(one.divergence, 4), "chance": round(one.chance, 4), "cells": listed}, words
        )
    out.note(f"{len(found.rows)} rows, {len(found.columns)} categories; in brackets standardised residuals")
    return 0


def _cell(found: Spread, row: int, column: int, cell: Cell) -> dict[str, object]:
    return {
        "category": found.columns[column].label,
        "tickets": cell.tickets,
        "expected": round(cell.expected, 2),
        "residual": round(cell.residual, 2),
        "query": str(found.query(row, column)),
    }


def relabel(review: Review, call: Namespace, out: Output) -> int:
    """`relabel`: says what changes, and changes it. The window has made its plan before."""
    if call.plan is not None:
        changes = room.relabel(review, room.read_plan(call.plan))
        out.note(sentences.summary(changes.summary))
        if out.as_json:
            out.result({"entry": changes.entry or None}, "")
        return 0
    plan = _relabelling(review, call, out)
    carried_out(out, _plan(plan), _planned(plan), call.dry_run, lambda: room.relabel(review, plan))
    return 0


def _relabelling(review: Review, call: Namespace, out: Output) -> Relabelling:
    (field,) = fields(call.field)
    if call.parent is not None:
        if field != "category" or call.query is not None:
            raise EditError("labels.no_parent")
        return room.moving(review, call.old, call.parent)
    among = None if call.query is None else chosen(review, call.query, out)
    return room.relabelling(review, field, call.old, call.new, among, call.children)


def fields(given: str | None) -> tuple[Field, ...]:
    """The field that a call names, or all."""
    return tuple(field for field in room.FIELDS if given is None or field == given.replace("-", "_"))


def _all(found: Sequence[Labelled], field: Field, out: Output) -> None:
    for one in found:
        out.result({"label": one.label, "tickets": one.tickets, "field": said(field)}, _counted(one, field))
    out.note(f"{len(found)} different labels as {said(field)}")


def _counted(one: Labelled, field: Field) -> str:
    return f"{said(field):<10} {one.tickets:>6} tickets  {clipped(one.label)}"


def _variants(review: Review, field: Field, out: Output) -> None:
    groups = room.variants(review, field, out.progress)
    for group in groups:
        out.result(_group(group), _line(group))
    merged = [group for group in groups if group.method != "says-nothing"]
    n = sum(len(group.labels) for group in merged)
    empty = sum(len(group.labels) for group in groups) - n
    out.note(f"{n} labels as {said(field)} are probably {len(merged)}; {empty} say nothing")


def _group(group: Group) -> Mapping[str, object]:
    return {
        "field": said(group.field),
        "method": group.method,
        "proposed": group.proposed,
        "labels": [{"label": one.label, "tickets": one.tickets} for one in group.labels],
    }


def _line(group: Group) -> str:
    listed = "  ".join(f"{clipped(one.label)} ({one.tickets})" for one in group.labels)
    return f"{said(group.field):<10} {group.method:<12} {listed}"


def _plan(plan: Relabelling) -> str:
    n = len(plan.tickets)
    some = f"{n} of the {plan.of}" if n != plan.of else str(n)
    new = f"“{plan.new}” for it" if plan.new else "it taken off"
    below = f" or one of {len(plan.labels) - 1} below it" if len(plan.labels) > 1 else ""
    joined = sum(one.joins for one in plan.labels)
    met = f"; {joined} of the new labels are there already" if joined else ""
    of = f"they are of {plan.sources} source files"
    return f"{some} tickets that have “{plan.old}”{below} get {new}; {of}{met}"


def _planned(plan: Relabelling) -> dict[str, object]:
    return {
        "field": said(plan.field),
        "from": plan.old,
        "to": plan.new,
        "tickets": len(plan.tickets),
        "of": plan.of,
        "sources": plan.sources,
        "ids": list(plan.tickets),
        "labels": [{"from": one.old, "to": one.new, "tickets": one.tickets, "joins": one.joins} for one in plan.labels],
        "files": [{"source_file": name, "tickets": n} for name, n in plan.files],
    }
