"""The command that lists the taxonomy of a review: taxonomy."""

from __future__ import annotations

from argparse import Namespace

from db import labels as room
from db.commands.labels import clipped, fields, said
from db.commands.output import Output
from db.labels import Field, Node, Taxonomy
from db.review import Review


def taxonomy(review: Review, call: Namespace, out: Output) -> int:
    """`taxonomy`: a label a line, categories below those that they belong to."""
    for field in fields(call.field):
        _list(room.taxonomy(review, field), out)
    return 0


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
