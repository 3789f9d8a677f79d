"""The commands that list labels and their variants, and give tickets another label: labels, relabel."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping, Sequence

from db import labels as room
from db import sentences
from db.commands.doubt import doubts, suggested
from db.commands.output import Output
from db.commands.tickets import chosen
from db.errors import UserError
from db.labels import Field, Group, Labelled, Relabelling
from db.review import Review

FIELDS = ("category", "root-cause")
"""How the call has them."""
WIDE = 60


def labels(review: Review, call: Namespace, out: Output) -> int:
    """`labels`: a label a line, the commonest first; or a group of variants a line."""
    for field in _fields(call.field):
        if call.variants:
            _variants(review, field, out)
        elif call.doubtful or call.suggest:
            _learnt(review, field, call, out)
        else:
            _all(room.labelled(review, field), field, out)
    return 0


def _learnt(review: Review, field: Field, call: Namespace, out: Output) -> None:
    """Of both fields, one that nothing can be learnt of does not stand in the way of the other."""
    list_them = doubts if call.doubtful else suggested
    try:
        list_them(review, field, call.limit, out)
    except UserError as exc:
        if call.field is not None:
            raise
        out.problem(exc)


def relabel(review: Review, call: Namespace, out: Output) -> int:
    """`relabel`: says what changes, and changes it."""
    (field,) = _fields(call.field)
    among = None if call.query is None else chosen(review, call.query, out)
    plan = room.relabelling(review, field, call.old, call.new, among)
    out.note(_plan(plan))
    entry = 0
    if not call.dry_run:
        changes = room.relabel(review, plan)
        entry = changes.entry
        out.note(sentences.summary(changes.summary))
    if out.as_json:
        out.result(_planned(plan) | {"dry_run": call.dry_run, "entry": entry or None}, "")
    return 0


def _fields(given: str | None) -> tuple[Field, ...]:
    return tuple(field for field in room.FIELDS if given is None or field == given.replace("-", "_"))


def _said(field: Field) -> str:
    return field.replace("_", "-")


def _all(found: Sequence[Labelled], field: Field, out: Output) -> None:
    for one in found:
        out.result({"label": one.label, "tickets": one.tickets, "field": _said(field)}, _counted(one, field))
    out.note(f"{len(found)} different labels as {_said(field)}")


def _counted(one: Labelled, field: Field) -> str:
    return f"{_said(field):<10} {one.tickets:>6} tickets  {_clipped(one.label)}"


def _variants(review: Review, field: Field, out: Output) -> None:
    groups = room.variants(review, field, out.progress)
    for group in groups:
        out.result(_group(group), _line(group))
    merged = [group for group in groups if group.method != "says-nothing"]
    n = sum(len(group.labels) for group in merged)
    empty = sum(len(group.labels) for group in groups) - n
    out.note(f"{n} labels as {_said(field)} are probably {len(merged)}; {empty} say nothing")


def _group(group: Group) -> Mapping[str, object]:
    return {
        "field": _said(group.field),
        "method": group.method,
        "proposed": group.proposed,
        "labels": [{"label": one.label, "tickets": one.tickets} for one in group.labels],
    }


def _line(group: Group) -> str:
    listed = "  ".join(f"{_clipped(one.label)} ({one.tickets})" for one in group.labels)
    return f"{_said(group.field):<10} {group.method:<12} {listed}"


def _clipped(label: str) -> str:
    first = label.replace("\n", " ")
    return first if len(first) <= WIDE else first[: WIDE - 1] + "…"


def _plan(plan: Relabelling) -> str:
    n = len(plan.tickets)
    some = f"{n} of the {plan.of}" if n != plan.of else str(n)
    new = f"“{plan.new}” for it" if plan.new else "it taken off"
    return f"{some} tickets that have “{plan.old}” get {new}; they are of {plan.sources} source files"


def _planned(plan: Relabelling) -> dict[str, object]:
    return {
        "field": _said(plan.field),
        "from": plan.old,
        "to": plan.new,
        "tickets": len(plan.tickets),
        "of": plan.of,
        "sources": plan.sources,
    }
