"""The commands that look at tickets and correct them: list, show, edit, undo, redo."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from db import edits, formats, sentences
from db.choosing import asked
from db.commands.call import DIGITS, Commands, command, number
from db.commands.output import Output
from db.errors import EditError
from db.review import Review
from db.values import PATH_SEPARATOR, Changes, Status, Ticket, Turn

BATCH = 500
TITLE = 60
_LABELS: Mapping[str | None, str] = {"customer": "Customer", "staff": "Staff", None: "–"}


def add(commands: Commands) -> None:
    """Describe the calls of these commands."""
    listing = command(commands, "list", list_tickets, "List tickets.", reads=True)
    listing.add_argument("query", metavar="QUERY", nargs="*", help="as in the window")
    showing = command(commands, "show", show, "Show whole tickets.", reads=True)
    showing.add_argument("id", metavar="ID", type=int, nargs="+")
    editing = command(commands, "edit", edit, "Correct tickets; one call is one action.")
    editing.add_argument("id", metavar="ID", type=int, nargs="*")
    editing.add_argument("--ids", metavar="FILE", help="a file of tickets, an ID a line; - for the standard input")
    editing.add_argument("--category", metavar="PATH", help="such as CDN｜证书问题; '' takes it off")
    editing.add_argument(
        "--root-cause", metavar="TAG", action="append", help="one or more: exactly these; '' takes all off"
    )
    editing.add_argument("--add-root-cause", metavar="TAG", action="append", default=[], help="may be repeated")
    editing.add_argument("--remove-root-cause", metavar="TAG", action="append", default=[], help="may be repeated")
    editing.add_argument("--status", choices=[status.word for status in Status])
    editing.add_argument("--note", metavar="TEXT", help="'' takes it off")
    undoing = command(commands, "undo", undo, "Undo the newest action.")
    undoing.add_argument("--entry", metavar="ENTRY", type=number, help="the action of this number in the log instead")
    redoing = command(commands, "redo", redo, "Do again what was undone last.")
    for one in (editing, undoing, redoing):
        one.add_argument("--brief", action="store_true", help="with --json: the action instead of a ticket a line")


def chosen(review: Review, query: str, out: Output) -> list[int]:
    """The tickets that a query finds, in the order of the sources. Raises QueryError."""
    return asked(review, query, out.progress)


def list_tickets(review: Review, call: Namespace, out: Output) -> int:
    """`list`: a line a ticket."""
    ids = chosen(review, " ".join(call.query), out)
    for ticket in review.tickets(ids):
        out.result(_short(ticket), _line(ticket))
    out.note(f"{len(ids)} tickets" if len(ids) != 1 else "1 ticket")
    return 0


def show(review: Review, call: Namespace, out: Output) -> int:
    """`show`: whole tickets."""
    for ticket in _named(review, call.id):
        out.result(formats.ticket_object(ticket), "\n".join(_whole(ticket)))
    return 0


def edit(review: Review, call: Namespace, out: Output) -> int:
    """`edit`: the fields that are given, as one action; prints the tickets as they are now."""
    category = None if call.category is None else edits.typed_path(call.category)
    causes = None if call.root_cause is None else [one for one in call.root_cause if one.strip()]
    status = None if call.status is None else Status[call.status.upper()]
    ids = [*call.id, *(ids_of(call.ids, out) if call.ids is not None else ())]
    if not ids and call.ids is None:
        raise EditError("edit.no_ids")
    if causes is not None and (call.add_root_cause or call.remove_root_cause):
        raise EditError("edit.causes_twice")
    changes = edits.edit(
        review,
        ids,
        category,
        causes,
        status,
        call.note,
        added=call.add_root_cause,
        removed=call.remove_root_cause,
        progress=out.progress,
    )
    _tell(review, changes, ids, call, out)
    return 0


def ids_of(name: str, out: Output) -> list[int]:
    """The tickets that a file lists, an id a line, each once; empty lines say nothing. Raises EditError."""
    found: dict[int, None] = {}
    for place, line in enumerate(lines_of(name, out, "edit.ids_unreadable"), 1):
        said = line.strip()
        if said and not (said.isascii() and said.isdigit() and len(said) <= DIGITS):
            raise EditError("edit.ids_line", file=name, line=place, given=said[:TITLE])
        if said:
            found[int(said)] = None
    return list(found)


def lines_of(name: str, out: Output, unreadable: str) -> list[str]:
    """The lines of a file that lists something; - is the standard input. Raises EditError, of the code `unreadable`
    where it cannot be read."""
    if name == "-" and out.watched:
        raise EditError("edit.ids_awaited")
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as exc:
        raise EditError(unreadable, file=name, reason=getattr(exc, "strerror", None) or str(exc)) from exc
    return text.splitlines()


def undo(review: Review, call: Namespace, out: Output) -> int:
    """`undo`: the newest action that stands, of whoever is named, else of anybody; or the one that is named."""
    return _turn(review, partial(edits.undo, entry=call.entry), call, out)


def redo(review: Review, call: Namespace, out: Output) -> int:
    """`redo`: what was undone last."""
    return _turn(review, edits.redo, call, out)


def _turn(review: Review, turn: Callable[..., Changes], call: Namespace, out: Output) -> int:
    changes = turn(review, anyone=call.reviewer is None, progress=out.progress)
    _tell(review, changes, changes.ticket_ids, call, out)
    return 0


def _named(review: Review, ids: list[int]) -> Iterator[Ticket]:
    for ticket_id in ids:
        try:
            yield review.ticket(ticket_id)
        except KeyError:
            raise EditError("edit.no_ticket", ticket=ticket_id) from None


def _tell(review: Review, changes: Changes, ids: Sequence[int], call: Namespace, out: Output) -> None:
    out.note(sentences.summary(changes.summary))
    if out.as_json and call.brief:
        n = len(changes.ticket_ids)
        out.result({"entry": changes.entry or None, "action": changes.summary.code, "tickets": n}, "")
    elif out.as_json:
        for ticket in review.tickets(list(dict.fromkeys(ids))):
            out.result(_short(ticket), "")


def _short(ticket: Ticket) -> dict[str, object]:
    return {
        "id": ticket.id,
        "source_file": ticket.source_name,
        "line": ticket.line,
        "number": ticket.number,
        "title": ticket.title,
        "category": list(ticket.category),
        "root_causes": list(ticket.causes),
        "status": ticket.status.word,
        "note": ticket.note,
        "edited": list(ticket.edited),
        "turns": len(ticket.thread),
    }


def _line(ticket: Ticket) -> str:
    title = ticket.title if len(ticket.title) <= TITLE else ticket.title[: TITLE - 1] + "…"
    edited = "*" if ticket.edited else " "
    category = PATH_SEPARATOR.join(ticket.category)
    return f"{ticket.id:>7}{edited} {ticket.status.word:<10}  {title}  [{category}]  {ticket.source_name}:{ticket.line}"


def _whole(ticket: Ticket) -> Iterator[str]:
    yield f"{ticket.title}"
    yield f"  ticket {ticket.id}, {ticket.source_name}:{ticket.line}, {ticket.status.word}"
    yield f"  category: {PATH_SEPARATOR.join(ticket.category)}"
    yield f"  root causes: {'; '.join(ticket.causes)}"
    if ticket.edited:
        yield f"  edited: {', '.join(ticket.edited)}"
    if ticket.note:
        yield f"  note: {ticket.note}"
    yield from ("", "Problem", *_indented(ticket.problem))
    if ticket.conversation is not None:
        yield from ("", "Conversation", *_thread(ticket.conversation))
    yield from ("", "Replies", *_thread(ticket.replies))
    for name, text in ticket.fields:
        yield from ("", name, *_indented(text))
    yield ""


def _thread(turns: tuple[Turn, ...]) -> Iterator[str]:
    for turn in turns:
        first, *rest = turn.text.split("\n")
        yield f"  {_LABELS[turn.speaker]}: {first}"
        yield from (f"    {line}" for line in rest)


def _indented(text: str) -> Iterator[str]:
    return (f"  {line}" for line in text.split("\n"))
