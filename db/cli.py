"""The command line: the library without a window and without Qt. ``winnow COMMAND …``.

Reads the call, opens the review, runs one command of `commands`, and says what went wrong: a sentence on the standard
error, and the exit code 1 for what is wrong with the data, 2 for the call.
"""

from __future__ import annotations

import io
import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace, _SubParsersAction
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import get_args

from db import __version__
from db.commands import files, labels, privacy, replies, sources, taxonomy, tickets
from db.commands.output import Output
from db.drift import STATES
from db.errors import Cancelled, QueryError, ReviewError, UserError
from db.exporting import FORMATS, By
from db.formats import ROLES
from db.replies import LEAST, MOST, USUAL
from db.review import Review
from db.values import Status

Command = Callable[[Review, Namespace, Output], int]

CALL = (
    "edit.bad_path",
    "edit.bad_cause",
    "edit.no_text",
    "privacy.no_value",
    "privacy.not_excepted",
    "drift.no_conflict",
)
"""Codes of errors that the words of the call are to blame for; those of labels are, but for `UNTAUGHT`."""
UNTAUGHT = ("labels.none", "labels.one", "labels.few", "labels.all_equal")
"""Codes that say that there is too little to learn from."""
STOPPED = 130
DIGITS = 18
"""Of a number that is no mistake, at most."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    try:
        call = _parse(argv)
    except SystemExit as exc:
        return int(exc.code or 0)
    _speak_utf8()
    out = Output(getattr(call, "json", False), call.progress_json)
    try:
        return _run(call, out)
    except UserError as exc:
        out.problem(exc)
        return 2 if isinstance(exc, QueryError) or _is_of_the_call(exc.code) else 1
    except (Cancelled, KeyboardInterrupt):
        out.note("Stopped. Nothing half done was kept.")
        return STOPPED
    except BrokenPipeError:
        # whoever read along has enough
        _say_no_more()
        return 0
    except OSError as exc:
        # the folder that one stands in is gone, or the disk that takes the output is full
        print(f"winnow: {exc.strerror or exc}{f': {exc.filename}' if exc.filename else ''}", file=sys.stderr)
        _say_no_more()
        return 1


def _is_of_the_call(code: str) -> bool:
    return code in CALL or (code.startswith("labels.") and code not in UNTAUGHT)


def _say_no_more() -> None:
    """Not even at the end of the program, when Python brings out what it holds."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _parse(argv: Sequence[str] | None) -> Namespace:
    """The call. Words that may be left out are also found behind options, which argparse by itself does not do."""
    parser = _parser()
    call, rest = parser.parse_known_args(argv)
    words = [word for word in rest if not word.startswith("--")]
    if call.command in ("list", "replies") and len(words) == len(rest):
        call.query += words
    elif call.command == "update" and len(words) == len(rest):
        call.file += map(Path, words)
    elif call.command == "restore" and call.backup is None and len(rest) == 1 and not rest[0].startswith("-"):
        call.backup = Path(rest[0])
    elif call.command == "mask" and not (call.kind or call.value):
        parser.error("say what to mask: --kind or --value")
    elif rest:
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    return call


def _run(call: Namespace, out: Output) -> int:
    if call.command == "restore":
        code = files.restore(call, out, lambda: Review.open(call.review, call.reviewer))
    elif call.command == "import":
        code = _import(call, out)
    else:
        with _open(call) as review:
            code = call.run(review, call, out)
    if sys.stdout is not None:  # closed by whoever called
        sys.stdout.flush()
    return int(code)


def _import(call: Namespace, out: Output) -> int:
    """A review that was made for an import which found nothing does not stay."""
    is_new = not os.path.lexists(call.review)
    empty = False
    try:
        with Review.open_or_create(call.review, call.reviewer) as review:
            try:
                code = files.import_files(review, call, out)
            finally:  # whoever reads along may have gone; what was imported stays
                empty = is_new and not review.sources()
    finally:
        if empty:
            call.review.unlink(missing_ok=True)
    return code


def _open(call: Namespace) -> Review:
    try:
        return Review.open(call.review, call.reviewer)
    except ReviewError as exc:
        if exc.code not in ("review.read_only", "review.full") or not (call.reads or getattr(call, "list", False)):
            raise
        return Review.open(call.review, call.reviewer, read_only=True)


def _speak_utf8() -> None:
    """Tickets are Chinese text, whatever the terminal says of itself."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        "winnow",
        description="Review and clean datasets of customer-service tickets. "
        "Without a command, or with files, the window opens.",
        epilog="Exit codes: 0 all is well, 1 something is wrong with the data, 2 with the call.",
    )
    parser.add_argument("--version", action="version", version=f"winnow {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_files(commands)
    _add_sources(commands)
    _add_tickets(commands)
    _add_replies(commands)
    _add_labels(commands)
    _add_taxonomy(commands)
    _add_privacy(commands)
    return parser


def _command(
    commands: _SubParsersAction[ArgumentParser], name: str, run: Command | None, words: str, *, reads: bool = False
) -> ArgumentParser:
    parser = commands.add_parser(name, help=words, description=words)
    parser.add_argument("review", metavar="REVIEW", type=Path, help="a review file, NAME.winnow")
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")
    parser.add_argument("--reviewer", metavar="NAME", help="whose name the log gets; unless told, that of the user")
    parser.add_argument("--progress-json", action="store_true", help="for programs: progress and results as JSON lines")
    parser.set_defaults(run=run, reads=reads)
    return parser


def _add_files(commands: _SubParsersAction[ArgumentParser]) -> None:
    taking = _command(commands, "import", files.import_files, "Import files and folders; makes the review if need be.")
    taking.add_argument("path", metavar="PATH", type=Path, nargs="+")
    taking.add_argument(
        "--synonym",
        metavar="HEADING=FIELD",
        type=_synonym,
        action="append",
        default=[],
        help=f"what a heading means that is not known; FIELD is one of {', '.join(sorted(ROLES))}",
    )
    taking.add_argument(
        "--update",
        action="store_true",
        help="take in files that have changed too, where no ticket goes, nothing conflicts, and it is no other batch",
    )
    giving = _command(commands, "export", files.export_tickets, "Write tickets to a folder or file.", reads=True)
    giving.add_argument("out", metavar="OUT", type=Path, help="a folder for Markdown, else a file")
    giving.add_argument("--format", choices=FORMATS, required=True)
    giving.add_argument("--query", metavar="Q", help="only what this search finds")
    giving.add_argument("--include-excluded", action="store_true", help="excluded tickets too")
    giving.add_argument("--chosen-wording", action="store_true", help="canned replies say the wording that was chosen")
    giving.add_argument("--no-holding", action="store_true", help="without holding replies")
    giving.add_argument(
        "--at-most",
        metavar="N",
        type=_number,
        nargs="?",
        const=0,
        help="tickets a canned reply; without N those alone of which it was decided how many examples stay",
    )
    giving.add_argument("--no-duplicates", action="store_true", help="of tickets that are the same only one")
    giving.add_argument("--split", metavar="SHARES", help="such as train=0.8,test=0.2: a file each, in a folder")
    giving.add_argument("--split-by", choices=get_args(By), default="tickets", help="whole sources on one side")
    giving.add_argument("--seed", metavar="N", type=int, default=0, help="another one parts the tickets otherwise")
    giving.add_argument("--overwrite-sources", action="store_true", help="may write over source files; a copy is kept")
    checking = _command(
        commands, "check", files.check, "Compare a review with itself: integrity, spans, log.", reads=True
    )
    checking.add_argument("--rebuild-index", action="store_true", help="make the search index anew first")
    keeping = _command(commands, "backup", files.back_up, "Copy a review; the newest ten copies are kept.")
    keeping.add_argument("--list", action="store_true", help="list the copies that there are")
    back = _command(commands, "restore", None, "Make a review what a copy of it says; it is copied itself first.")
    back.add_argument("backup", metavar="BACKUP", type=Path, nargs="?", help="a copy; unless told, the newest")
    back.add_argument("--list", action="store_true", help="list the copies that there are")


def _add_sources(commands: _SubParsersAction[ArgumentParser]) -> None:
    listing = _command(commands, "sources", sources.sources, "List sources, and which have changed.", reads=True)
    listing.add_argument("--thorough", action="store_true", help="compare every file, not only size and time")
    parser = _command(commands, "update", sources.update, "Take in sources that have changed; each is one action.")
    parser.add_argument("file", metavar="FILE", type=Path, nargs="*", help="unless told, all that have changed")
    parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
    parser.add_argument("--list", choices=STATES, action="append", help="show these tickets, not only the conflicts")
    parser.add_argument(
        "--take", choices=sources.SIDES, help="of all fields in conflict; unless told, ours, as findings"
    )
    for name, kind, metavar, words in (
        ("choose", sources.side_value, "ID:FIELD=SIDE", "of one field: ours or theirs; may be repeated"),
        ("own", sources.own_value, "ID:FIELD=VALUE", "another value for one field; turns as JSON"),
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
    parser.add_argument("--yes", action="store_true", help="do not ask at a terminal")


def _add_tickets(commands: _SubParsersAction[ArgumentParser]) -> None:
    listing = _command(commands, "list", tickets.list_tickets, "List tickets.", reads=True)
    listing.add_argument("query", metavar="QUERY", nargs="*", help="as in the window")
    showing = _command(commands, "show", tickets.show, "Show whole tickets.", reads=True)
    showing.add_argument("id", metavar="ID", type=int, nargs="+")
    editing = _command(commands, "edit", tickets.edit, "Correct tickets; one call is one action.")
    editing.add_argument("id", metavar="ID", type=int, nargs="+")
    editing.add_argument("--category", metavar="PATH", help="such as CDN｜证书问题; '' takes it off")
    editing.add_argument(
        "--root-cause", metavar="TAG", action="append", help="one or more: exactly these; '' takes all off"
    )
    editing.add_argument("--status", choices=[status.word for status in Status])
    editing.add_argument("--note", metavar="TEXT", help="'' takes it off")
    _command(commands, "undo", tickets.undo, "Undo the newest action.")
    _command(commands, "redo", tickets.redo, "Do again what was undone last.")
    logging = _command(commands, "log", tickets.log, "List the actions, newest first.", reads=True)
    logging.add_argument("--limit", metavar="N", type=_number, default=0, help="only the newest N")


def _add_replies(commands: _SubParsersAction[ArgumentParser]) -> None:
    parser = _command(commands, "replies", replies.replies, "List canned replies, a family a line.", reads=True)
    parser.add_argument("query", metavar="QUERY", nargs="*", help="as in the window")
    parser.add_argument(
        "--threshold",
        metavar="T",
        type=_threshold,
        help=f"how like variants are, {LEAST} to {MOST:.0f}; {USUAL} at first",
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--scan", action="store_true", help="only compare all replies anew")
    what.add_argument("--duplicate-tickets", action="store_true", help="list tickets that are the same")
    what.add_argument("--conflicts", action="store_true", help="list what is the same under different labels")


def _add_labels(commands: _SubParsersAction[ArgumentParser]) -> None:
    parser = _command(commands, "labels", labels.labels, "List categories and root causes, a label a line.", reads=True)
    parser.add_argument("--field", choices=labels.FIELDS, help="one of them alone")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--variants", action="store_true", help="list groups that are probably one label, a group a line")
    what.add_argument("--doubtful", action="store_true", help="list tickets by how doubtful their label is")
    what.add_argument(
        "--suggest", action="store_true", help="list for each ticket the labels that it probably should have"
    )
    what.add_argument("--check", action="store_true", help="only check all labels anew and keep what is found")
    parser.add_argument("--limit", metavar="N", type=_number, help="only the first N tickets of a field")
    what.add_argument(
        "--spread",
        choices=labels.ROWS,
        nargs="?",
        const=labels.ROWS[0],
        help="list sources, or root causes, by how unlike the others their categories are",
    )
    changing = _command(commands, "relabel", labels.relabel, "Give all tickets with a label another; one action.")
    changing.add_argument("--field", choices=labels.FIELDS, required=True)
    changing.add_argument("--from", dest="old", metavar="LABEL", required=True, help="such as 'CDN｜SSL证书'")
    where = changing.add_mutually_exclusive_group(required=True)
    where.add_argument("--to", dest="new", metavar="LABEL", help="'' takes the label off")
    where.add_argument("--parent", metavar="LABEL", help="move a category and all below it below this; '' is the top")
    changing.add_argument("--children", action="store_true", help="of a category, all below it moves along")
    changing.add_argument("--query", metavar="Q", help="only what this search finds")
    changing.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")


def _add_taxonomy(commands: _SubParsersAction[ArgumentParser]) -> None:
    parser = _command(
        commands, "taxonomy", taxonomy.taxonomy, "List the taxonomy, categories as a tree, a label a line.", reads=True
    )
    parser.add_argument("--field", choices=labels.FIELDS, help="one of them alone")
    parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="list tickets whose label is retired or outside; 1 if any")
    what.add_argument("--export", metavar="FILE", type=Path, help="write the taxonomy as JSON")
    what.add_argument("--import", dest="file", metavar="FILE", type=Path, help="take in such a file; no ticket changes")
    what.add_argument("--describe", metavar="LABEL", help="say what a label means; a new one comes into the taxonomy")
    for name, words in taxonomy.LABELS.items():
        what.add_argument(f"--{name}", metavar="LABEL", action="append", help=words)
    what.add_argument("--admit-all", action="store_true", help="take all labels that tickets have into the taxonomy")
    what.add_argument("--hold", action="store_true", help="hold tickets to the taxonomy: other labels are findings")
    what.add_argument("--free", action="store_true", help="do not hold them to it any more")
    parser.add_argument("--definition", metavar="TEXT", help="with --describe: what it means")
    parser.add_argument("--example", metavar="TEXT", help="with --describe: an example as text")
    parser.add_argument("--example-ticket", metavar="ID", type=_number, help="with --describe: a ticket as the example")


def _add_privacy(commands: _SubParsersAction[ArgumentParser]) -> None:
    parser = _command(
        commands, "privacy", privacy.privacy, "List what still tells who a customer is, a kind a line.", reads=True
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--values", action="store_true", help="list a value a line, with its tickets")
    what.add_argument("--tickets", action="store_true", help="list a ticket a line")
    what.add_argument("--places", action="store_true", help="list every place, with field and span")
    what.add_argument(
        "--not", dest="none", metavar="VALUE", action="append", default=[], help="remember that this is none"
    )
    what.add_argument("--exceptions", action="store_true", help="list what was said to be none")
    what.add_argument("--after-all", metavar="VALUE", action="append", default=[], help="take such a decision away")
    parser.add_argument(
        "--vendor", metavar="DOMAIN", action="append", default=[], help="a domain of the vendor, with all below it"
    )
    masking = _command(commands, "mask", privacy.mask, "Put masks in the place of personal data; one action.")
    masking.add_argument("--value", metavar="V", action="append", default=[], help="in any spelling; may be repeated")
    masking.add_argument("--pseudonyms", action="store_true", help="number masks: the same value, the same number")
    masking.add_argument(
        "--spare", metavar="SORT", choices=privacy.SORTS, action="append", default=[], help="leave this sort alone"
    )
    masking.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
    for one in (parser, masking):
        one.add_argument("--kind", choices=privacy.KINDS, action="append", default=[], help="may be repeated")
        one.add_argument("--query", metavar="Q", help="only what this search finds")


def _threshold(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not LEAST <= value <= MOST:
        raise ArgumentTypeError(f"“{text}” is not a number from {LEAST} to {MOST:.0f}")
    return value


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > DIGITS:
        raise ArgumentTypeError(f"“{text}” is not a number")
    return int(text)


def _synonym(text: str) -> tuple[str, str]:
    heading, _, role = text.rpartition("=")
    if not heading.strip() or role.strip() not in ROLES:
        raise ArgumentTypeError(f"“{text}” is not HEADING=FIELD; fields are {', '.join(sorted(ROLES))}")
    return heading.strip(), role.strip()
