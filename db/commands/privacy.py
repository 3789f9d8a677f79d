"""The commands for personal data: privacy lists it, and what is none; mask puts masks in its place."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence

from db import privacy as room
from db import sentences
from db.commands.call import Commands, command, number
from db.commands.output import Output, carried_out
from db.commands.tickets import chosen
from db.commands.words import clipped, said
from db.edits import changes_since
from db.errors import EditError
from db.privacy import Finding, Found, Masking
from db.review import Review

KINDS = tuple(kind.replace("_", "-") for kind in room.KINDS)
"""How the call has them."""
SORTS = ("private", "documentation", "public", "vendor")
WIDE = 44


def add(commands: Commands) -> None:
    """Describe the calls of these commands."""
    parser = command(
        commands, "privacy", privacy, "List what still tells who a customer is, a kind a line.", reads=True
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--values", action="store_true", help="list a value a line, with its tickets")
    what.add_argument("--tickets", action="store_true", help="list a ticket a line")
    what.add_argument("--places", action="store_true", help="list every place, with field and span")
    what.add_argument("--packed", action="store_true", help="for programs: all places, some thousand tickets a line")
    what.add_argument(
        "--not", dest="none", metavar="VALUE", action="append", default=[], help="remember that this is none"
    )
    what.add_argument("--exceptions", action="store_true", help="list what was said to be none")
    what.add_argument("--after-all", metavar="VALUE", action="append", default=[], help="take such a decision away")
    parser.add_argument(
        "--vendor", metavar="DOMAIN", action="append", default=[], help="a domain of the vendor, with all below it"
    )
    masking = command(commands, "mask", mask, "Put masks in the place of personal data; one action.")
    masking.add_argument("--value", metavar="V", action="append", default=[], help="in any spelling; may be repeated")
    masking.add_argument("--pseudonyms", action="store_true", help="number masks: the same value, the same number")
    masking.add_argument(
        "--spare", metavar="SORT", choices=SORTS, action="append", default=[], help="leave this sort alone"
    )
    masking.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
    masking.add_argument(
        "--at", metavar="ID:FIELD:PLACE:START", type=_spot, action="append", default=[], help="as --places lists it"
    )
    parser.add_argument(
        "--since", metavar="ENTRY", type=number, help="only tickets that were changed after this action"
    )
    for one in (parser, masking):
        one.add_argument("--kind", choices=KINDS, action="append", default=[], help="may be repeated")
        one.add_argument("--query", metavar="Q", help="only what this search finds")


def privacy(review: Review, call: Namespace, out: Output) -> int:
    """`privacy`: a kind a line, or a value, a ticket, a place a line; or decisions, which are actions."""
    for domain in call.vendor:
        room.add_vendor(review, domain)
    if call.vendor:
        out.note(f"Domains of the vendor besides those that are shipped: {', '.join(room.vendors(review))}")
    if call.none or call.after_all:
        return _decide(review, call, out)
    if call.exceptions:
        for kind_, value in sorted(room.excepted(review)):
            out.result({"kind": said(kind_) or None, "value": value}, f"{said(kind_) or 'any':<10} {value}")
        return 0
    if call.packed:
        return _packed(review, call, out)
    found = _found(review, call, out)
    if call.values:
        _values(found, out)
    elif call.places or call.tickets:
        (_places if call.places else _tickets)(review, found, out)
    else:
        for kind, (places, values, tickets) in found.kinds.items():
            data = {"kind": said(kind), "places": places, "values": values, "tickets": tickets}
            out.result(data, f"{said(kind):<10} {places:>7} places  {values:>6} values  {tickets:>6} tickets")
    out.note(f"{len(found.by_ticket)} of {found.tickets} tickets have personal data, {len(found.findings)} places")
    return 0


def mask(review: Review, call: Namespace, out: Output) -> int:
    """`mask`: says what changes, and changes it."""
    found = _found(review, call, out)
    wanted = list(found.findings) if not call.value else _of_values(review, found, call.value)
    if call.at:
        spots = set(call.at)
        wanted = [one for one in wanted if (one.ticket, one.field, one.place, one.start) in spots]
    wanted = [one for one in wanted if one.sort not in call.spare]
    if not wanted:
        out.note("Nothing needed doing: no personal data of that kind was found")
        return 0
    plan = room.masking(review, wanted, call.pseudonyms)
    carried_out(out, _plan(plan), _planned(plan), call.dry_run, lambda: room.mask(review, plan))
    return 0


def _spot(text: str) -> tuple[int, str, int, int]:
    """ID:FIELD:PLACE:START of a call; ValueError where it is none."""
    ticket, field, place, start = text.split(":")
    if field.replace("-", "_") not in room.READ:
        raise ValueError(text)
    return int(ticket), field.replace("-", "_"), int(place), int(start)


def _ids(review: Review, call: Namespace, out: Output) -> list[int] | None:
    """The tickets that the call is about, None for all."""
    ids = None if call.query is None else chosen(review, call.query, out)
    if getattr(call, "since", None) is None:
        return ids
    since = changes_since(review, call.since)
    if any(one.kind in ("import", "other") for one in since):
        return ids
    changed = {ticket for one in since for ticket in one.ticket_ids}
    return sorted(changed if ids is None else changed.intersection(ids))


def _packed(review: Review, call: Namespace, out: Output) -> int:
    """What was said to be none is there too: whoever reads it knows the exceptions."""
    for findings, tickets in room.scanning(review, _ids(review, call, out), out.progress):
        out.result({**room.packed(findings), "tickets": tickets}, f"{len(findings)} places in {tickets} tickets")
    return 0


def _found(review: Review, call: Namespace, out: Output) -> Found:
    ids = _ids(review, call, out)
    found = room.scan(review, ids, out.progress)
    if not call.kind:
        return found
    kinds = {kind.replace("-", "_") for kind in call.kind}
    return Found(tuple(one for one in found.findings if one.kind in kinds), found.tickets)


def _of_values(review: Review, found: Found, typed: Iterable[str]) -> list[Finding]:
    """The findings of values as they are typed. Raises EditError ``privacy.no_value`` for one that was not found."""
    meant: dict[Finding, None] = {}
    for one in typed:
        ones = room.meant(review, found, one)
        if not ones:
            raise EditError("privacy.no_value", given=one)
        meant |= dict.fromkeys(ones)
    return [one for one in found.findings if one in meant]


def _decide(review: Review, call: Namespace, out: Output) -> int:
    kind = call.kind[0].replace("-", "_") if len(call.kind) == 1 else None
    values: list[str] = []
    tickets: set[int] = set()
    if call.none:
        ones = _of_values(review, _found(review, call, out), call.none)
        values, tickets = [_name(one, call.none) for one in ones], {one.ticket for one in ones}
    for typed in call.after_all:
        meant = room.spellings(review, typed)
        values += [name for of, name in room.excepted(review) if of == (kind or "") and name in meant]
        if not values:
            raise EditError("privacy.not_excepted", given=typed)
    changes = room.except_values(review, values, kind, len(tickets), back=bool(call.after_all))
    out.note(sentences.summary(changes.summary))
    if out.as_json:
        names = list(dict.fromkeys(values))
        out.result({"action": changes.summary.code, "values": names, "entry": changes.entry or None}, "")
    return 0


def _name(one: Finding, typed: Sequence[str]) -> str:
    """What is no personal data: the host where that was named, else the value."""
    return one.host if one.host and one.host in {text.strip().lower() for text in typed} else one.normal


def _values(found: Found, out: Output) -> None:
    for one in found.values:
        data = {
            "kind": said(one.kind),
            "value": one.value,
            "normal": one.normal,
            "sort": one.sort or None,
            "places": one.places,
            "tickets": list(one.tickets),
        }
        sort = f"  ({one.sort})" if one.sort else ""
        words = f"{said(one.kind):<10} {one.places:>6} places  {len(one.tickets):>6} tickets"
        out.result(data, f"{words}  {clipped(one.value)}{sort}")


def _places(review: Review, found: Found, out: Output) -> None:
    where = {row.id: row for row in review.tickets(list(found.by_ticket))} if found.findings else {}
    for one in found.findings:
        ticket = where[one.ticket]
        place = {"id": ticket.id, "source_file": ticket.source_name, "line": ticket.line}
        words = f"{one.ticket:>7}  {said(one.kind):<10} {clipped(one.value, WIDE)}  {said(one.field)}:{one.place + 1}"
        out.result(place | _finding(one), f"{words}  {ticket.source_name}:{ticket.line}")


def _finding(one: Finding) -> dict[str, object]:
    return {
        "field": said(one.field),
        "place": one.place,
        "start": one.start,
        "end": one.end,
        "kind": said(one.kind),
        "value": one.value,
        "normal": one.normal,
        "sort": one.sort or None,
        "host": one.host or None,
    }


def _tickets(review: Review, found: Found, out: Output) -> None:
    for ticket in review.tickets(list(found.by_ticket)):
        ones = found.by_ticket[ticket.id]
        kinds = {said(kind): sum(one.kind == kind for one in ones) for kind in dict.fromkeys(one.kind for one in ones)}
        data = {"id": ticket.id, "source_file": ticket.source_name, "line": ticket.line, "title": ticket.title}
        listed = ", ".join(f"{kind} {n}" for kind, n in kinds.items())
        words = f"{ticket.id:>7}  {listed}  {ticket.source_name}:{ticket.line}"
        out.result(data | {"kinds": kinds, "places": len(ones)}, words)


def _plan(plan: Masking) -> str:
    masks = "  ".join(f"{mask} {n}" for mask, n in plan.masks[:8])
    more = "  …" if len(plan.masks) > 8 else ""
    files = "".join(f"\n  {name}: {tickets} tickets" for name, tickets in plan.files)
    refused = f"; {len(plan.refused)} tickets stay, their source could not be read again" if plan.refused else ""
    counts = ((plan.places, "place"), (plan.values, "value"), (len(plan.tickets), "ticket"))
    places, values, tickets = (f"{n} {word}{'' if n == 1 else 's'}" for n, word in counts)
    head = f"{places} of {values} in {tickets}{refused}"
    return f"{head}\n  {masks}{more}{files}"


def _planned(plan: Masking) -> dict[str, object]:
    masks: Mapping[str, int] = dict(plan.masks)
    return {
        "places": plan.places,
        "values": plan.values,
        "tickets": len(plan.tickets),
        "ids": list(plan.tickets),
        "files": [{"source_file": name, "tickets": n} for name, n in plan.files],
        "masks": masks,
        "refused": list(plan.refused),
    }
