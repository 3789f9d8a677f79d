"""The commands about labels: which there are, which are probably one, and giving another to all tickets of one."""

from __future__ import annotations

from argparse import Namespace

from db import labels as library
from db import sentences
from db.commands.output import Output
from db.commands.tickets import chosen
from db.labels import Field, Label, Variants
from db.review import Review
from db.values import PATH_SEPARATOR

FIELDS = ("category", "root-cause")
_FIELD: dict[str, Field] = {"category": "category", "root-cause": "root_cause"}


def labels(review: Review, call: Namespace, out: Output) -> int:
    """`labels`: a label a line, or a group of variants; both fields unless one is named."""
    total = 0
    for name in [call.field] if call.field else FIELDS:
        found: list[Label] | list[Variants]
        if call.variants:
            found = library.variants(review, _FIELD[name], out.progress)
            for one in found:
                _group(name, one, out)
        else:
            found = library.counted(review, _FIELD[name])
            for label in found:
                out.result({"field": name, **_label(label)}, f"{name:<10} {label.tickets:>6}  {label.text}")
        total += len(found)
    out.note(f"{total} {'groups' if call.variants else 'labels'}")
    return 0


def _group(name: str, one: Variants, out: Output) -> None:
    spelt = "  ".join(f"{label.text} ({label.tickets})" for label in one.labels)
    data = {
        "field": name,
        "labels": [_label(label) for label in one.labels],
        "proposed": one.proposed or None,
        "method": one.method,
        "tickets": one.tickets,
    }
    out.result(data, f"{name:<10} {one.method:<12} {one.proposed or '–'}  ←  {spelt}")


def _label(label: Label) -> dict[str, object]:
    return {"label": label.text, "tickets": label.tickets}


def relabel(review: Review, call: Namespace, out: Output) -> int:
    """`relabel`: says what it changes, and changes it, unless it is only to say so."""
    among = None if call.query is None else chosen(review, call.query, out)
    asked = library.relabelling(review, _FIELD[call.field], call.old, call.new, among)
    names = [PATH_SEPARATOR.join(path) for path in (asked.old, asked.new)]
    data: dict[str, object] = {
        "field": call.field,
        "from": names[0],
        "to": names[1],
        "tickets": len(asked.tickets),
        "sources": asked.sources,
        "ids": list(asked.tickets),
        "changed": False,
    }
    words = f"{len(asked.tickets)} tickets of {asked.sources} files: {names[0]} → {names[1]}"
    if call.dry_run or not asked.tickets:
        out.result(data, f"{words}; nothing is changed")
        return 0
    changes = library.relabel(review, asked)
    out.result(data | {"changed": True}, words)
    out.note(sentences.summary(changes.summary))
    return 0
