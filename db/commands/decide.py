"""The command that decides families of canned replies: as the keys of their page do, one call is one action."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from functools import partial

from db import replies as room
from db.commands.call import Commands, between, command, number
from db.commands.output import Output, carried_out
from db.commands.replies import known
from db.commands.tickets import lines_of
from db.errors import EditError
from db.replies import LEAST, MOST, Replies
from db.review import Review
from db.values import Changes


def add(commands: Commands) -> None:
    """Describe the calls of this command."""
    parser = command(commands, "decide", decide, "Decide families of canned replies; one call is one action.")
    parser.add_argument("query", metavar="QUERY", nargs="*", help="the families that a search finds, as in the window")
    parser.add_argument("--family", metavar="ID", action="append", default=[], help="this family; may be repeated")
    parser.add_argument("--families", metavar="FILE", help="a file of families, an ID a line; - for the standard input")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--rewrite", action="store_true", help="choose the wording, and rewrite the replies to it")
    what.add_argument("--choose", action="store_true", help="choose the wording, and rewrite nothing; one family")
    what.add_argument("--keep", metavar="N", type=number, help="an export may keep so many tickets with each")
    what.add_argument("--holding", action="store_true", help="these replies say nothing")
    what.add_argument("--not-a-family", action="store_true", help="the variants are no duplicates of one another")
    what.add_argument("--reopen", action="store_true", help="take the decision away")
    parser.add_argument("--wording", metavar="TEXT", help="the wording; unless told, each family's own")
    parser.add_argument(
        "--variant", metavar="TEXT", action="append", help="rewrite only replies of this text; may be repeated"
    )
    parser.add_argument(
        "--threshold", metavar="T", type=between(LEAST, MOST), help="how like variants are, as `replies` has it"
    )
    parser.add_argument("--dry-run", action="store_true", help="say how much it is for, and decide nothing")


def decide(review: Review, call: Namespace, out: Output) -> int:
    """`decide`: says how many families and tickets it is for, and decides."""
    found = known(review, call.threshold, out, is_fresh=bool(call.query))
    handles = _chosen(found, call, out)
    tickets = found.tickets_in(handles)
    words = f"{len(handles)} families in {tickets} tickets" if len(handles) != 1 else f"1 family in {tickets} tickets"
    data = {"families": len(handles), "tickets": tickets}
    carried_out(out, words, data, call.dry_run, _verb(review, found, handles, call, out))
    return 0


def _chosen(found: Replies, call: Namespace, out: Output) -> list[int]:
    """The families that are named and those that are searched for, each once. Raises EditError."""
    named: list[str] = [*call.family]
    if call.families is not None:
        lines = lines_of(call.families, out, "canned.families_unreadable")
        named += [line.strip() for line in lines if line.strip()]
    handles = {}
    for name in named:
        handle = found.handle_of(name)
        if handle < 0:
            raise EditError("canned.no_family", given=name)
        handles[handle] = True
    text = " ".join(call.query)
    if not named and not text.strip():
        raise EditError("canned.no_families")
    if text.strip():
        handles |= dict.fromkeys(found.find(text, "all").tolist(), True)
    if not handles:
        raise EditError("canned.none_found")
    return list(handles)


def _verb(
    review: Review, found: Replies, handles: Sequence[int], call: Namespace, out: Output
) -> Callable[[], Changes]:
    if len(handles) > 1 and (call.choose or call.wording is not None or call.variant):
        raise EditError("canned.one_family", n=len(handles))
    if call.rewrite:
        return partial(room.rewrite, review, found, handles, call.variant, call.wording, out.progress)
    if call.choose:
        return partial(room.choose_wording, review, found, handles[0], call.wording or found.texts_of(handles[0])[0])
    if call.keep is not None:
        return partial(room.keep, review, found, handles, call.keep)
    if call.reopen:
        return partial(room.reopen, review, found, handles)
    return partial(room.mark_holding if call.holding else room.not_a_family, review, found, handles)
