"""The command line: the library without a window and without Qt. ``winnow COMMAND …``.

Reads the call, opens the review, runs one command of `commands`, and says what went wrong: a sentence on the standard
error, and the exit code 1 for what is wrong with the data, 2 for the call.
"""

from __future__ import annotations

import io
import os
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from db import __version__, figures, logs
from db.commands import (
    care,
    decide,
    doubt,
    files,
    labels,
    privacy,
    recipes,
    record,
    replies,
    sources,
    tables,
    taxonomy,
    tickets,
)
from db.commands.output import Output
from db.errors import Cancelled, QueryError, ReviewError, UserError
from db.review import Review

CALL = (
    "edit.bad_path",
    "edit.bad_cause",
    "edit.no_text",
    "edit.no_ids",
    "edit.ids_awaited",
    "edit.ids_unreadable",
    "edit.ids_line",
    "edit.causes_twice",
    "canned.no_families",
    "canned.no_family",
    "canned.none_found",
    "canned.one_family",
    "canned.families_unreadable",
    "export.no_dialect",
    "privacy.no_value",
    "privacy.not_excepted",
    "drift.no_conflict",
)
"""Codes of errors that the words of the call are to blame for; those of labels are, but for `UNTAUGHT`."""
UNTAUGHT = ("labels.none", "labels.one", "labels.few", "labels.all_equal")
"""Codes that say that there is too little to learn from."""
STOPPED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    try:
        call = _parse(argv)
    except SystemExit as exc:
        return int(exc.code or 0)
    _speak_utf8()
    logs.begin(call.command)
    start = time.perf_counter()
    try:
        code = _answer(call, Output(getattr(call, "json", False), call.progress_json))
    except BaseException as exc:
        logs.broke(exc)
        raise
    logs.took("end", start, what=call.command, code=code)
    return code


def _answer(call: Namespace, out: Output) -> int:
    """Run the command of a call, and say what is wrong where something is."""
    try:
        return _run(call, out)
    except UserError as exc:
        logs.broke(exc)
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
        logs.broke(exc)
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
    if call.command in ("list", "replies", "decide") and len(words) == len(rest):
        call.query += words
    elif call.command in ("update", "apply") and len(words) == len(rest):
        call.file += map(Path, words)
    elif call.command == "restore" and call.backup is None and len(rest) == 1 and not rest[0].startswith("-"):
        call.backup = Path(rest[0])
    elif call.command == "relabel" and call.plan is None and not (call.field and call.old is not None):
        parser.error("say which label: --field and --from")
    elif call.command == "mask" and not (call.kind or call.value or call.at):
        parser.error("say what to mask: --kind, --value or --at")
    elif rest:
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    return call


def _run(call: Namespace, out: Output) -> int:
    if call.command == "restore":
        code = files.restore(call, out, lambda: Review.open(call.review, call.reviewer))
    elif call.command == "recover":
        code = files.recover(call, out)
    elif call.command == "problem":
        code = care.tell(call, out, lambda: Review.open(call.review, read_only=True))
    elif call.command == "apply":
        code = recipes.apply(call, out)
    elif call.command == "import":
        code = _import(call, out)
    else:
        with _open(call) as review:
            logs.write("open", **figures.facts(review))
            code = call.run(review, call, out)
    if sys.stdout is not None:  # closed by whoever called
        sys.stdout.flush()
    return int(code)


def _import(call: Namespace, out: Output) -> int:
    """A review that was made for an import which found nothing does not stay."""
    is_new = not os.path.lexists(call.review)
    if is_new and call.preview:
        return tables.show(call, None, out)
    empty = False
    try:
        with Review.open_or_create(call.review, call.reviewer) as review:
            logs.write("open", **figures.facts(review))
            try:
                code = files.import_files(review, call, out)
                logs.write("close", **figures.facts(review))
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
        review = Review.open(call.review, call.reviewer, read_only=True)
        review.refusal = exc.code  # an option of the command may write all the same: the disk that was full is full
        return review


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
        epilog="Exit codes: 0 all is well, 1 something is wrong with the data, 2 with the call. With --profile FILE, "
        "anywhere, the time of every function is written to a new file.",
    )
    parser.add_argument("--version", action="version", version=f"winnow {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for room in (files, sources, tickets, replies, decide, labels, doubt, taxonomy, privacy, record, recipes, care):
        room.add(commands)
    return parser
