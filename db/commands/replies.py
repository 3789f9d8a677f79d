"""The command that lists canned replies, duplicate tickets and contradicting labels, and scans for them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping

from db import labels
from db.commands.call import Commands, between, command
from db.commands.output import Output
from db.commands.words import clipped
from db.replies import LEAST, MOST, USUAL, Conflict, Duplicates, FamilyRow, Replies, Variant, answers, scan
from db.review import Review
from db.search import Finder
from db.values import PATH_SEPARATOR


def add(commands: Commands) -> None:
    """Describe the calls of these commands."""
    parser = command(commands, "replies", replies, "List canned replies, a family a line.", reads=True)
    parser.add_argument("query", metavar="QUERY", nargs="*", help="as in the window")
    parser.add_argument(
        "--threshold",
        metavar="T",
        type=between(LEAST, MOST),
        help=f"how like variants are, {LEAST} to {MOST:.0f}; {USUAL} at first",
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--scan", action="store_true", help="only compare all replies anew")
    what.add_argument("--duplicate-tickets", action="store_true", help="list tickets that are the same")
    what.add_argument("--conflicts", action="store_true", help="list what is the same under different labels")


def replies(review: Review, call: Namespace, out: Output) -> int:
    """`replies`: a family a line, the most used first; scans first where that is needed."""
    found = known(review, call.threshold, out, is_fresh=True, anew=call.scan)
    if call.scan:
        n = found.counts()[2]
        out.result({"families": n}, f"{n} families")
    elif call.duplicate_tickets:
        _duplicates(found, out)
    elif call.conflicts:
        _conflicts(found, out)
    else:
        _families(found, " ".join(call.query), out)
    return 0


def known(review: Review, threshold: float | None, out: Output, *, is_fresh: bool, anew: bool = False) -> Replies:
    """The canned replies of a review at a threshold (None for the review's own). They are compared where they never
    were, where that is asked for `anew`, and where `is_fresh` is asked for and they have changed since."""
    finder = Finder(review, out.progress)
    found = Replies(review, finder)
    for name, answer in {**answers(found), **labels.answers(review)}.items():
        finder.answer(name, answer)
    if review.read_only and not anew:
        found.be_fresh(out.progress)
    elif anew or found.state == "none" or (is_fresh and found.state == "stale"):
        scan(review, out.progress)
        found.refresh()
    if threshold is not None:
        found.use_threshold(threshold)
    return found


def _families(found: Replies, query: str, out: Output) -> None:
    handles = found.find(query).tolist()
    for handle in handles:
        (row,) = found.rows([handle])
        out.result(_family(found, handle) if out.as_json else {}, _line(row))
    out.note(f"{len(handles)} families, {found.uses_of(handles)} replies")


def _family(found: Replies, handle: int) -> dict[str, object]:
    family = found.family(handle)
    row = family.row
    return {
        "id": row.id,
        "kind": row.kind,
        "wording": row.wording,
        "template": row.template or None,
        "uses": row.uses,
        "tickets": row.tickets,
        "variants": [_variant(one) for one in family.variants],
        "categories": [{"category": list(path), "tickets": n} for path, n in family.categories],
        "decision": decision(row),
        "neighbours": [{"id": one.id, "likeness": round(one.likeness, 4)} for one in family.neighbours],
    }


def _variant(variant: Variant) -> dict[str, object]:
    found: dict[str, object] = {
        "text": variant.text,
        "uses": variant.uses,
        "likeness": round(variant.likeness, 4),
        "by": variant.by,
    }
    if variant.link:
        found |= {"link": variant.link, "link_likeness": round(variant.link_likeness, 4)}
    return found


def decision(row: FamilyRow) -> Mapping[str, object] | None:
    """What was decided of a family, as JSON has it."""
    if row.decision is None:
        return None
    known = {"wording": row.decision.wording, "examples": row.decision.examples}
    return {"code": row.decision.code} | {name: value for name, value in known.items() if value}


def _line(row: FamilyRow) -> str:
    wording = clipped(row.wording)
    decided = f"  ({row.decision.code})" if row.decision else ""
    return f"{row.id}  {row.kind:<8} {row.uses:>6} uses {row.tickets:>6} tickets {row.variants:>4}  {wording}{decided}"


def _duplicates(found: Replies, out: Output) -> None:
    groups = found.duplicates()
    for group in groups:
        out.result(_group(group), f"{'same' if group.whole else 'alike':<6} {_numbers(group.tickets)}  {group.title}")
    whole = sum(group.whole for group in groups)
    out.note(f"{whole} groups of duplicate tickets, {len(groups) - whole} of the same problem with other replies")


def _group(group: Duplicates) -> dict[str, object]:
    return {
        "kind": "duplicate" if group.whole else "other_replies",
        "title": group.title,
        "tickets": list(group.tickets),
        "kept": group.kept or None,
    }


def _conflicts(found: Replies, out: Output) -> None:
    for one in found.conflicts():
        labels = "  ".join(f"{PATH_SEPARATOR.join(label)} ({len(ids)})" for label, ids in one.labels)
        out.result(_conflict(one), f"{one.strength:.2f} {one.same:<8} {one.field:<10} {labels}")


def _conflict(one: Conflict) -> dict[str, object]:
    return {
        "same": one.same,
        "text": one.text,
        "field": one.field,
        "labels": [{"label": list(label), "tickets": list(ids)} for label, ids in one.labels],
        "strength": one.strength,
        "family": one.family or None,
    }


def _numbers(tickets: tuple[int, ...]) -> str:
    shown = ", ".join(map(str, tickets[:8]))
    return f"{shown}, … ({len(tickets)})" if len(tickets) > 8 else shown
