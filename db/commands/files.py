"""The commands that move files: import, export, check, backup, restore."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import cast, get_args

from db import mending, sentences
from db.commands import tables
from db.commands.call import Commands, command, number
from db.commands.output import Output, plain
from db.commands.sources import numbers, waiting
from db.commands.sources import problem as tell
from db.commands.tickets import chosen
from db.drift import Drift, apply_drift
from db.errors import Cancelled, ExportError, ReviewError, SourceError
from db.exporting import (
    FORMATS,
    LANGUAGES,
    By,
    ExportResult,
    Format,
    Language,
    ReplyOptions,
    Splits,
    export,
    read_shares,
)
from db.formats import ROLES, Plan
from db.importing import import_paths
from db.recipes import Options
from db.records import replace
from db.review import Backup, Review, backups_of, replace_damaged
from db.search import index
from db.values import SourceReport, StoredFinding, Summary

SOURCES = "sources"
"""What the command line calls the format that each source has."""
_DAMAGED = ("review.missing", "review.corrupt", "review.not_a_review")


def add(commands: Commands) -> None:
    """Describe the calls of these commands."""
    taking = command(commands, "import", import_files, "Import files and folders; makes the review if need be.")
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
    tables.add(taking)
    giving = command(commands, "export", export_tickets, "Write tickets to a folder or file.", reads=True)
    giving.add_argument("out", metavar="OUT", type=Path, help="a folder for Markdown, else a file")
    export_options(giving)
    giving.add_argument("--overwrite-sources", action="store_true", help="may write over source files; a copy is kept")
    checking = command(
        commands, "check", check, "Compare a review with itself: integrity, spans, log, index.", reads=True
    )
    checking.add_argument("--rebuild-index", action="store_true", help="make the search index anew first")
    checking.add_argument("--repair", action="store_true", help="put right what can be, after a backup; then check")
    checking.add_argument("--quick", action="store_true", help="only what is checked whenever a review is opened")
    saving = command(commands, "recover", None, "Make a new review of what can be read of a damaged one.")
    saving.add_argument("--out", metavar="NEW", type=Path, help="the new review; unless told, beside the damaged one")
    keeping = command(commands, "backup", back_up, "Copy a review; the newest ten copies are kept.")
    keeping.add_argument("--list", action="store_true", help="list the copies that there are")
    back = command(commands, "restore", None, "Make a review what a copy of it says; it is copied itself first.")
    back.add_argument("backup", metavar="BACKUP", type=Path, nargs="?", help="a copy; unless told, the newest")
    back.add_argument("--list", action="store_true", help="list the copies that there are")


def export_options(parser: ArgumentParser, required: bool = True) -> None:
    """Describe how tickets are exported."""
    parser.add_argument(
        "--format",
        choices=(SOURCES, *FORMATS),
        required=required,
        default="markdown",
        help="“sources” (or “markdown”): every source in its own form",
    )
    parser.add_argument(
        "--one-dialect", action="store_true", help="of Markdown: all files in one dialect, the same for all sources"
    )
    parser.add_argument("--query", metavar="Q", help="only what this search finds")
    parser.add_argument("--include-excluded", action="store_true", help="excluded tickets too")
    parser.add_argument("--chosen-wording", action="store_true", help="canned replies say the wording that was chosen")
    parser.add_argument("--no-holding", action="store_true", help="without holding replies")
    parser.add_argument(
        "--at-most",
        metavar="N",
        type=number,
        nargs="?",
        const=0,
        help="tickets a canned reply; without N those alone of which it was decided how many examples stay",
    )
    parser.add_argument("--no-duplicates", action="store_true", help="of tickets that are the same only one")
    parser.add_argument("--split", metavar="SHARES", help="such as train=0.8,test=0.2: a file each, in a folder")
    parser.add_argument("--split-by", choices=get_args(By), default="tickets", help="whole sources on one side")
    parser.add_argument("--seed", metavar="N", type=int, default=0, help="another one parts the tickets otherwise")
    parser.add_argument(
        "--report", action="store_true", help="write beside it, as HTML and Markdown, what was done to the data and why"
    )
    parser.add_argument("--report-language", choices=LANGUAGES, default=LANGUAGES[0])


def wanted(call: Namespace) -> Options:
    """What a call says of that. Raises ExportError for what cannot be together."""
    form = "markdown" if call.format == SOURCES else call.format
    if call.one_dialect and form not in ("markdown", "one-dialect"):
        raise ExportError("export.no_dialect")
    return Options(
        format="one-dialect" if call.one_dialect else form,
        query=call.query or "",
        include_excluded=call.include_excluded,
        replies=ReplyOptions(call.chosen_wording, not call.no_holding, call.at_most, not call.no_duplicates),
        splits=Splits(read_shares(call.split), call.split_by, call.seed) if call.split else None,
        report=call.report_language if call.report else None,
    )


def _synonym(text: str) -> tuple[str, str]:
    heading, _, role = text.rpartition("=")
    if not heading.strip() or role.strip() not in ROLES:
        raise ArgumentTypeError(f"“{text}” is not HEADING=FIELD; fields are {', '.join(sorted(ROLES))}")
    return heading.strip(), role.strip()


def import_files(review: Review, call: Namespace, out: Output) -> int:
    """`import`: a report for each file; 1 where a file could not be read, or has changed and was left as it is."""
    for heading, role in call.synonym:
        review.add_synonym(heading, role)
    if call.preview:
        return tables.show(call, review, out)
    tables.remember(review, call)
    result = import_paths(review, call.path, out.progress, asked=tables.asking(call))
    taken = [plan for plan in result.drifts if call.update and plan.is_harmless and _updated(review, plan, out)]
    left = [plan for plan in result.drifts if plan not in taken]
    now = {report.id: replace(report, outcome="updated") for report in review.sources()} if taken else {}
    for met in result.reports:
        report = now[met.id] if any(plan.source_id == met.id for plan in taken) else met
        out.result(_report(report), _words(report))
    for problem in (*result.problems, *map(waiting, left)):
        tell(problem, out)
    if result.reports and (result.changes.entry or not result.drifts):
        out.note(sentences.summary(result.changes.summary))
    with suppress(Cancelled):  # all is imported and can be found; this makes finding quicker, and can wait
        index.tidy(review, out.progress)
    return 0 if result.reports and not result.problems and not left else 1


def _updated(review: Review, plan: Drift, out: Output) -> bool:
    """Take a version in that takes nothing from anybody; False where it cannot be any more."""
    try:
        changes = apply_drift(review, plan, progress=out.progress)
    except SourceError:
        return False
    out.note(f"{numbers(plan)}\n{sentences.summary(changes.summary)}")
    return True


def export_tickets(review: Review, call: Namespace, out: Output) -> int:
    """`export`: what was written."""
    asked = wanted(call)
    ids = None if call.query is None else chosen(review, call.query, out)
    done = export(
        review,
        call.out,
        cast("Format", asked.format),
        ids,
        asked.include_excluded,
        call.overwrite_sources,
        out.progress,
        asked.replies,
        asked.splits,
        cast("Language | None", asked.report),
        asked.query,
    )
    out.result(*said_of(done))
    return 0


def said_of(done: ExportResult) -> tuple[dict[str, object], str]:
    """What an export has written, as an object and in words."""
    data = {
        "files": [str(file) for file in done.files],
        "tickets": done.tickets,
        "left_out_excluded": done.left_out_excluded,
        "left_out_repeated": done.left_out_repeated,
        "left_out_duplicates": done.left_out_duplicates,
        "not_rewritten": done.not_rewritten,
        "not_held": done.not_held,
        "across": done.across,
        "bytes": done.bytes,
        "copies": [str(copy) for copy in done.copies],
        "reports": [str(report) for report in done.reports],
    }
    counted = {
        "excluded left out": done.left_out_excluded,
        "over what a canned reply may keep left out": done.left_out_repeated,
        "duplicates left out": done.left_out_duplicates,
        "cannot hold a chosen wording and stay as they are": done.not_rewritten,
        "go without a category or root cause that their table has no place for": done.not_held,
        "long canned replies in more than one split": done.across,
    }
    left = "".join(f", {n} {words}" for words, n in counted.items() if n)
    beside = (*(f"{copy} (copy)" for copy in done.copies), *(f"{report} (report)" for report in done.reports))
    listed = "".join(f"\n  {file}" for file in (*done.files, *beside))
    return data, f"Exported {done.tickets} tickets, {done.bytes} bytes, read back and compared{left}{listed}"


def check(review: Review, call: Namespace, out: Output) -> int:
    """`check`: what is wrong, if anything; 1 then."""
    if call.rebuild_index:
        index.rebuild(review, out.progress)
    for done in mending.repair(review, out.progress) if call.repair else ():
        out.result(_problem(done), sentences.summary(done))
    found = mending.quick_check(review) if call.quick else mending.check(review, out.progress)
    for one in found:
        out.result(_problem(one), sentences.summary(one))
    if not found:
        total, _ = review.counts()
        out.note(f"{call.review} is sound: {total} tickets of {len(review.sources())} sources")
    return 1 if found else 0


def _problem(one: Summary) -> dict[str, object]:
    return {"code": one.code, "data": plain(one.data), "text": sentences.summary(one)}


def back_up(review: Review, call: Namespace, out: Output) -> int:
    """`backup`: make a copy, or list those that there are."""
    if call.list:
        return _list(backups_of(review.path), out)
    path = review.back_up("asked", out.progress)
    out.result({"backup": str(path)}, str(path))
    return 0


def restore(call: Namespace, out: Output, opened: Callable[[], Review]) -> int:
    """`restore`: the newest copy, or the one that is named; also over a review that does not open any more."""
    copies = backups_of(call.review)
    if call.list:
        return _list(copies, out)
    if call.backup is None and not copies:
        raise ReviewError("review.no_backup", file=str(call.review))
    backup: Path = copies[0].path if call.backup is None else call.backup
    aside = _restore(call.review, backup, opened)
    out.result(
        {"restored": str(backup), "kept": str(aside)},
        f"{call.review} is as it was in {backup}\nWhat it was before is kept as {aside}",
    )
    return 0


def _restore(path: Path, backup: Path, opened: Callable[[], Review]) -> Path | None:
    try:
        review = opened()
    except ReviewError as exc:
        if exc.code not in _DAMAGED:
            raise
        return replace_damaged(path, backup)
    with review:
        return review.restore(backup)


def recover(call: Namespace, out: Output) -> int:
    """`recover`: what was saved of a damaged review, and what was not."""
    done = mending.recover(call.review, call.out, out.progress)
    for one in done.said:
        out.result(_problem(one), sentences.summary(one))
    data = {"recovered": str(done.path), "tickets": done.tickets, "sources": done.sources, "actions": done.actions}
    words = f"{done.tickets} tickets of {done.sources} sources and {done.actions} actions of the log: {done.path}"
    out.result({**data, "backup": str(done.ground.path) if done.ground else None}, words)
    return 0


def _list(copies: list[Backup], out: Output) -> int:
    for copy in copies:
        data = {"backup": str(copy.path), "at": copy.at, "reason": copy.reason, "bytes": copy.size}
        out.result(data, f"{copy.at}  {copy.reason:<9}  {copy.size:>12}  {copy.path}")
    return 0


def _report(report: SourceReport) -> dict[str, object]:
    plan = Plan.of(report.dialect)
    return {
        "source_file": report.name,
        "path": report.path,
        "outcome": report.outcome,
        "same": list(report.same),
        "tickets": report.tickets,
        "declared": report.declared,
        "format": report.format,
        "encoding": report.encoding,
        "dialect": sentences.dialect(report.dialect),
        "columns": [{"name": one.name, "role": one.role} for one in plan.columns] if plan is not None else None,
        "findings": [_finding(one) for one in report.findings],
    }


def _finding(one: StoredFinding) -> dict[str, object]:
    return {"line": one.line, "code": one.code, "ticket": one.ticket_id, "text": sentences.finding(one)}


def _words(report: SourceReport) -> str:
    """A report for people, a line a finding."""
    already = {
        "already": " (is there already, nothing was doubled)",
        "changed": " (the file has changed since)",
        "updated": " (had changed, and was taken in)",
    }
    declared = "" if report.declared is None else f" of {report.declared} declared"
    lines = [f"{report.name}: {report.tickets} tickets{declared}{already.get(report.outcome, '')}"]
    if report.dialect and report.format == "markdown":
        lines.append(f"  {sentences.dialect(report.dialect)} {report.encoding}")
    plan = Plan.of(report.dialect)
    if plan is not None:
        lines.append(f"  {report.format}, {report.encoding}; {tables.mapping_words(plan)}")
    lines += [f"  {report.name}:{one.line}: {sentences.finding(one)}" for one in report.findings]
    lines += [f"{file}: the same as {report.name}, byte for byte; nothing was doubled" for file in report.same]
    return "\n".join(lines)
