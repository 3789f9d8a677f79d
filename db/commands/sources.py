"""The commands for sources that others keep changing: sources, update; and what an import says of those it meets."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from db import drift as room
from db import sentences, store
from db.commands.call import Commands, command
from db.commands.output import Output, plain
from db.commands.words import clipped, said
from db.drift import STATES, Choices, Drift, FieldDrift, Own, SourceState, TicketDrift
from db.errors import EditError, SourceError, UserError
from db.review import Review
from db.values import CATEGORY, CONVERSATION, FIELDS, REPLIES, SOURCE_FIELDS, Turn

SIDES = ("ours", "theirs")
WORDS = {
    "unchanged": "unchanged",
    "there": "changed there",
    "here": "changed here",
    "both": "changed in both",
    "new": "new",
    "gone": "gone",
}
"""How a line says the states of tickets."""
BESIDES = {"conflicts": "fields in conflict", "moved": "moved", "returned": "back again", "parked": "still parked"}


def add(commands: Commands) -> None:
    """Describe the calls of these commands."""
    listing = command(commands, "sources", sources, "List sources, and which have changed.", reads=True)
    listing.add_argument("--thorough", action="store_true", help="compare every file, not only size and time")
    parser = command(commands, "update", update, "Take in sources that have changed; each is one action.")
    parser.add_argument("file", metavar="FILE", type=Path, nargs="*", help="unless told, all that have changed")
    parser.add_argument(
        "--source",
        metavar="ID",
        type=int,
        action="append",
        default=[],
        help="a source by its number, also one whose file another batch was read from since; may be repeated",
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
    parser.add_argument("--list", choices=STATES, action="append", help="show these tickets, not only the conflicts")
    parser.add_argument("--take", choices=SIDES, help="of all fields in conflict; unless told, ours, as findings")
    for name, kind, metavar, words in (
        ("choose", side_value, "ID:FIELD=SIDE", "of one field: ours or theirs; may be repeated"),
        ("own", own_value, "ID:FIELD=VALUE", "another value for one field; turns as JSON"),
    ):
        parser.add_argument(f"--{name}", metavar=metavar, type=kind, action="append", default=[], help=words)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--as-new-batch", action="store_true", help="import the file beside what was read from it before")
    what.add_argument(
        "--as-new-version", action="store_true", help="of a file with other tickets: what is gone is parked"
    )
    parser.add_argument(
        "--although-empty", action="store_true", help="all tickets of an empty or missing file are gone"
    )
    parser.add_argument("--store", metavar="PLAN", type=Path, help="with --dry-run: keep the comparison in a file")
    parser.add_argument("--plan", metavar="PLAN", type=Path, help="take in a comparison that was kept, as it was seen")
    parser.add_argument(
        "--decisions",
        metavar="FILE",
        type=_decisions,
        default=[],
        help="choices as JSON: ticket, field, and take or own, a list of them",
    )
    parser.add_argument("--yes", action="store_true", help="do not ask at a terminal")


def sources(review: Review, call: Namespace, out: Output) -> int:
    """`sources`: a source a line, and whether its file is the one that was read."""
    tickets = {one.id: one.tickets for one in review.sources()}
    found = {one.source_id: one for one in room.source_states(review, thorough=call.thorough)}
    for report in review.sources():
        one = found.get(report.id) or SourceState(report.id, report.name, report.path, "same")
        stand = one.stand if report.id in found else "earlier"  # another batch was read from the file since
        data = {
            "id": report.id,
            "source_file": one.name,
            "path": one.path,
            "stand": stand,
            "tickets": tickets[one.source_id],
        }
        words = f"{stand:<10} {tickets[one.source_id]:>6} tickets  {one.name}  {one.path}"
        out.result(data | {"size": one.size, "modified": one.modified}, f"{words}{one.reason and f' ({one.reason})'}")
    changed = [one for one in found.values() if one.stand != "same"]
    out.note(f"{len(tickets)} sources, {len(changed)} not as they were read")
    return 0


def update(review: Review, call: Namespace, out: Output) -> int:
    """`update`: the numbers of each source that has changed, then it is taken in; 1 where one could not be."""
    choices = dict(_choices(call))
    _refuse_unknown(review, choices)
    wanted = (
        [*(one for file in call.file for one in room.sources_of(review, file) or [file]), *call.source]
        or ([room.stored_drift(call.plan).source_id] if call.plan else None)
        or [one.source_id for one in room.changed_sources(review)]
    )
    well = True
    for source in wanted:
        try:
            well &= _update(review, source, choices, call, out)
        except UserError as exc:
            if isinstance(exc, EditError):
                raise  # the call itself
            problem(exc, out)
            well = False
    if not wanted:
        out.note("All sources are as they were read.")
    return 0 if well else 1


def _update(review: Review, source: int | Path, choices: Choices, call: Namespace, out: Output) -> bool:
    if call.plan:
        plan = room.stored_drift(call.plan)
    else:
        try:
            plan = room.comparing(review, source, out.progress, call.although_empty)
        except KeyError:
            raise SourceError("drift.no_source", file=str(source)) from None
    if call.store:
        room.store_drift(plan, call.store)
    choices = {one: choice for one, choice in choices.items() if review.ticket(one[0]).source_id == plan.source_id}
    for ticket, field in choices:
        if (ticket, field) not in plan.conflicts:
            raise EditError("drift.no_conflict", ticket=ticket, field=field)
    listed = [] if call.store else _listed(review, plan, call)
    out.note(numbers(plan))
    for one in listed if not out.as_json else ():
        out.note(_side_by_side(one))
    entry = None
    refused = plan.another_batch and not (call.as_new_batch or call.as_new_version)
    if refused:
        problem(SourceError("drift.another_batch", file=plan.path, firm=plan.firm, n=plan.of), out)
    elif not call.dry_run and (plan.nothing or call.yes or _agreed()):
        entry = take_in(review, plan, choices, call, out)
    data = {"dry_run": call.dry_run, "entry": entry, "listed": [_as_object(one) for one in listed]}
    if out.as_json:
        out.result(as_object(plan) | data, "")
    return not refused


def take_in(review: Review, plan: Drift, choices: Choices, call: Namespace, out: Output) -> int | None:
    """Carry a plan out as the call wants it; the number of the action, None where nothing needed doing."""
    if call.as_new_batch:
        changes = room.apply_as_batch(review, plan, out.progress)
    else:
        changes = room.apply_drift(review, plan, choices, call.take, call.as_new_version, out.progress)
    out.note(sentences.summary(changes.summary))
    return changes.entry or None


def _refuse_unknown(review: Review, choices: Choices) -> None:
    for ticket, _ in choices:
        try:
            review.ticket(ticket)
        except KeyError:
            raise EditError("edit.no_ticket", ticket=ticket) from None


def _agreed() -> bool:
    """Whoever sits at a terminal is asked; a script has asked by calling."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        return True
    print("Take it in? One undo takes it back. [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in ("y", "yes", "是")


def _choices(call: Namespace) -> Iterator[tuple[tuple[int, str], room.Side | Own]]:
    for ticket, field, side in call.choose:
        yield (ticket, field), side
    for ticket, field, text in call.own:
        yield (ticket, field), Own(_value(field, text))
    yield from call.decisions


def _value(field: str, text: str) -> str | Sequence[str] | Sequence[Turn] | Sequence[tuple[str, str]]:
    if field == CATEGORY:
        return store.path(text)
    if field == FIELDS:
        return [(str(name), str(said)) for name, said in json.loads(text)]
    if field not in (REPLIES, CONVERSATION):
        return text
    return [Turn(one.get("speaker"), one["text"]) for one in json.loads(text)]


def _decisions(file: str) -> list[tuple[tuple[int, str], room.Side | Own]]:
    """The choices of a file; ValueError where it holds none."""
    try:
        listed = json.loads(Path(file).read_text(encoding="utf-8"))
        return [
            (
                (int(one["ticket"]), str(one["field"])),
                one["take"] if "take" in one else Own(_value(one["field"], one["own"])),
            )
            for one in listed
        ]
    except (OSError, KeyError, TypeError) as exc:
        raise ValueError(file) from exc


def own_value(text: str) -> tuple[int, str, str]:
    """ID:FIELD=VALUE of a call; ValueError where it is none."""
    place, sign, value = text.partition("=")
    number, colon, name = place.partition(":")
    field = name.strip().replace("-", "_")
    if not (sign and colon) or field not in SOURCE_FIELDS:
        raise ValueError(text)
    if field in (REPLIES, CONVERSATION):
        turns = json.loads(value)
        if not isinstance(turns, list) or not all(isinstance(one, dict) and "text" in one for one in turns):
            raise ValueError(text)
    if field == FIELDS:
        dict(json.loads(value))
    return int(number), field, value


def side_value(text: str) -> tuple[int, str, str]:
    """ID:FIELD=SIDE of a call; ValueError where it is none."""
    place, _, side = text.rpartition("=")
    if side not in SIDES:
        raise ValueError(text)
    number, field, _ = own_value(f"{place}=[]")
    return number, field, side


def numbers(plan: Drift) -> str:
    """A comparison in one line."""
    found = plan.numbers()
    listed = [f"{found[name]} {words}" for name, words in WORDS.items()]
    listed += [f"{found[name]} {words}" for name, words in BESIDES.items() if found[name]]
    stand = "" if plan.stand == "changed" else f" ({plan.stand})"
    return f"{plan.name}{stand}: {', '.join(listed)}"


def as_object(plan: Drift) -> dict[str, object]:
    """A comparison as JSON has it."""
    about = {"source_file": plan.name, "path": plan.path, "stand": plan.stand, **plan.numbers()}
    return about | {"firm": plan.firm, "of": plan.of, "another_batch": plan.another_batch}


def waiting(plan: Drift) -> SourceError:
    """What is said of a source that has changed and was left as it is."""
    if plan.another_batch:
        return SourceError("drift.another_batch", file=plan.path, firm=plan.firm, n=plan.of)
    return SourceError("drift.waiting", file=plan.path, **plan.numbers())


def problem(exc: UserError, out: Output) -> None:
    """What could not be done though the command goes on."""
    if out.watched:
        out.result({"problem": {"code": exc.code, "data": plain(exc.data)}}, "")
    else:
        out.problem(exc)


def _listed(review: Review, plan: Drift, call: Namespace) -> list[TicketDrift]:
    """The tickets that the call wants to see; unless told those with conflicts."""
    if call.list:
        return room.tickets(review, plan, plan.places(*call.list))
    found = room.tickets(review, plan, plan.places("both")) if plan.conflicts else []
    return [one for one in found if any(field.side == "conflict" for field in one.fields)]


def _side_by_side(one: TicketDrift) -> str:
    marks = [WORDS[one.state], *(["moved"] if one.moved else []), *(["back again"] if one.returned else [])]
    head = f"  {one.ticket_id or '-':>6}  {', '.join(marks)}: {clipped(one.title)}"
    return "\n".join([head, *(f"          {_field(field)}" for field in one.fields)])


def _field(one: FieldDrift) -> str:
    sides = {"was": one.base, "ours": one.ours, "theirs": one.theirs}
    shown = "  |  ".join(f"{name}: {clipped(_text(value), 40)}" for name, value in sides.items() if value is not None)
    return f"{said(one.field)} ({one.side})  {shown}"


def _text(value: object) -> str:
    if not isinstance(value, tuple):
        return str(value)
    return " / ".join(one.text if isinstance(one, Turn) else ": ".join(one) for one in value)


def _as_object(one: TicketDrift) -> dict[str, object]:
    fields = [
        {
            "field": said(field.field),
            "side": field.side,
            "base": _plain(field.base),
            "ours": _plain(field.ours),
            "theirs": _plain(field.theirs),
        }
        for field in one.fields
    ]
    about = {"ticket": one.ticket_id, "state": one.state, "line": one.line, "title": one.title}
    return {**about, "moved": one.moved, "returned": one.returned, "fields": fields}


def _plain(value: object) -> object:
    if not isinstance(value, tuple):
        return value
    return [{"speaker": one.speaker, "text": one.text} if isinstance(one, Turn) else list(one) for one in value]
