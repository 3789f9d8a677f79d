"""Between the export sheet and the command line: the numbers that the sheet says, the call that it asks for."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

from db.errors import QueryError
from db.exporting import Reckoning, ReplyOptions, reckon
from db.search import Query, describe, parse
from db.values import Status
from qtapp import settings
from qtapp.dialogs.export_offer import Amount, ExportOffer, ExportRequest
from qtapp.errors import translate
from qtapp.session import Session

FEW = 2000
"""Tickets whose replies are compared while the sheet waits, where no scan has done it: a second at most."""


def offer(session: Session) -> ExportOffer:
    """What the open review has to export."""
    folder = session.review.path.parent
    return ExportOffer(
        _amount(session, parse("")),
        _shown(session),
        describe(session.query, translate),
        tuple(Path(source.path) for source in session.review.sources()),
        folder,
        session.review.path.stem,
        lambda request: _reckoned(session, request),
    )


def _reckoned(session: Session, request: ExportRequest) -> Reckoning | None:
    """What options for canned replies would do; None where that is not known soon."""
    if session.canned.state != "fresh" and session.finder.count(parse("")) > FEW:
        return None
    ids = [int(one) for one in session.ids] if request.only_shown else None
    return reckon(session.review, request.format, ids, request.include_excluded, request.canned)


def _amount(session: Session, query: Query) -> Amount:
    tickets = session.finder.count(query)
    excluded = session.finder.count(query.with_clause("is", "excluded"))
    return Amount(tickets, excluded)


def _shown(session: Session) -> Amount:
    try:
        return _amount(session, session.query)
    except QueryError:  # a pattern that takes too long to be asked again: the list is there, and knows
        rows = session.review.rows([int(one) for one in session.ids])
        return Amount(len(rows), sum(row.status is Status.EXCLUDED for row in rows))


def arguments(session: Session, request: ExportRequest) -> list[str]:
    """The call of the command line that does what is asked for."""
    words = ["export", str(session.review.path), str(request.out), *_options(session, request)]
    return [*words, "--overwrite-sources"] if request.overwrite_sources else words


def recipe_arguments(session: Session, request: ExportRequest) -> list[str]:
    """The call that writes a recipe with what is asked for."""
    return ["recipe", str(session.review.path), "--out", str(request.out), *_options(session, request)]


def _options(session: Session, request: ExportRequest) -> list[str]:
    words = ["--format", request.format]
    if request.only_shown:
        words += ["--query", str(session.query)]
    if request.include_excluded:
        words.append("--include-excluded")
    if request.report:
        words += ["--report", "--report-language", settings.language()]
    if request.splits is not None:
        words += ["--split", ",".join(f"{name}={share:g}" for name, share in request.splits.shares)]
    return words + _canned_words(request.canned)


def _canned_words(asked: ReplyOptions) -> list[str]:
    words = ["--chosen-wording"] if asked.wording else []
    words += [] if asked.holding else ["--no-holding"]
    words += [] if asked.at_most is None else ["--at-most", str(asked.at_most)]
    return words + ([] if asked.duplicates else ["--no-duplicates"])


def written(results: Sequence[Mapping[str, object]], which: str = "tickets") -> int:
    """How many tickets were written (or `which` says of them), from the results that the command printed."""
    return sum(int(str(result.get(which, 0))) for result in results)


def place(results: Sequence[Mapping[str, object]]) -> str:
    """The file that was written, or the folder of several."""
    files = [str(file) for result in results for file in cast("Sequence[str]", result.get("files", ()))]
    return files[0] if len(files) == 1 else os.path.commonpath(files) if files else ""
