"""The text index: an FTS5 table without content, of tokens that we make (see `tokens`).

It holds no text, so a row leaves it only with exactly the texts that it came with; a root cause, whose tokens are
marked, comes and goes by itself. Every function works inside the transaction of its caller, but `ensure` and `rebuild`,
which have their own. While the index is not made, or was made with other tokens, `add`, `remove` and `replace` do
nothing: `ensure` makes it whole from the tickets.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from db.errors import ReviewError
from db.records import dataclass, field
from db.review import Review
from db.search import batch, runs, signs, tokens
from db.search.lazy import np
from db.values import Progress, Step, Turn, no_progress

TABLE = "ticket_text"
WORDS = "ticket_word"
"""All words that are not Chinese, so that the beginning of one is looked up as the few words that begin so."""
SETTING = "search.index"
FORMAT = 4
"""Number of the format of FTS5's tables, in all versions of SQLite since 2015 but for tables with `secure-delete`."""
VERSION = f"{tokens.VERSION}.4"
"""Of the tokens, and of the tables."""

SCHEMA = (
    f"""CREATE VIRTUAL TABLE {TABLE} USING fts5(title, problem, thread, root_cause, note,
        content='', columnsize=0, tokenize='ascii')""",
    f"INSERT INTO {TABLE}({TABLE}, rank) VALUES ('hashsize', 67108864)",
    # an import writes a segment a batch, merged afterwards by `tidy`; an edit must never wait for a merge of such
    f"INSERT INTO {TABLE}({TABLE}, rank) VALUES ('automerge', 64)",
    f"INSERT INTO {TABLE}({TABLE}, rank) VALUES ('crisismerge', 1000)",
    f"CREATE TABLE {WORDS}(word TEXT PRIMARY KEY) WITHOUT ROWID",
    signs.SCHEMA,
    "CREATE INDEX IF NOT EXISTS ticket_noted ON ticket(id) WHERE note <> ''",
    "CREATE INDEX IF NOT EXISTS ticket_conversed ON ticket(id) WHERE conversation IS NOT NULL",
)
COLUMNS = "rowid, title, problem, thread, root_cause, note"
INSERT = f"INSERT INTO {TABLE}({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)"
DELETE = f"INSERT INTO {TABLE}({TABLE}, {COLUMNS}) VALUES ('delete', ?, ?, ?, ?, ?, ?)"
INSERT_CAUSE = f"INSERT INTO {TABLE}(rowid, root_cause) VALUES (?, ?)"
DELETE_CAUSE = f"INSERT INTO {TABLE}({TABLE}, rowid, root_cause) VALUES ('delete', ?, ?)"
_SHARED = {
    INSERT_CAUSE: f"INSERT INTO {TABLE}(rowid, root_cause) SELECT value, ? FROM json_each(?)",
    DELETE_CAUSE: f"INSERT INTO {TABLE}({TABLE}, rowid, root_cause) SELECT 'delete', value, ? FROM json_each(?)",
}
"""The same for many tickets with one root cause."""
SELECT = "SELECT id, title, problem, replies, conversation, root_cause, note FROM ticket"
BATCH, MANY = signs.SIZE, 20_000
"""Tickets written at once; of root causes alone."""
MERGED = 500
"""Pages that one step of `tidy` writes, about: it holds the review for some hundredths of a second."""

FEW = 8
"""Up to so many edits are followed one by one, without numpy: loading it takes longer."""


class Texts(NamedTuple):
    """What is searched of one ticket; `thread` as `thread_text` makes it."""

    title: str
    problem: str
    thread: str
    root_cause: str
    note: str


NOTHING = Texts("", "", "", "", "")

Row = tuple[int, str, str, str, str, str]
"""A ticket's id, then its `Texts`."""


def thread_text(replies: Sequence[Turn], conversation: Sequence[Turn] | None) -> str:
    """The messages of both as one text; the conversation first, where there is one."""
    return "\n".join(turn.text for turn in (*(conversation or ()), *replies))


def add(review: Review, rows: Iterable[Row]) -> None:
    """Make tickets findable that were not in the index."""
    if is_current(review):
        _add(review, rows)


def remove(review: Review, rows: Iterable[Row]) -> None:
    """Take tickets out, each with the texts that it was added with."""
    if is_current(review):
        for written in _write(review, DELETE, rows):
            _mark(review, written, present=False)


def replace(review: Review, ticket_id: int, old: Texts, new: Texts) -> None:
    """Follow an edit of one ticket: `old` as it was indexed, `new` as it stands now."""
    replace_many(review, [(ticket_id, old, new)])


def replace_many(review: Review, changes: Iterable[tuple[int, Texts, Texts]]) -> None:
    """Follow an edit of many tickets, in the order of their ids. Of a ticket whose root cause alone has changed, or all
    but that, nothing else is written; what is not written may be left out of both of its texts.
    """
    changed = [(ticket_id, *_differing(old, new)) for ticket_id, old, new in changes if old != new]
    if len(changed) > FEW:
        remove(review, ((ticket_id, *old) for ticket_id, old, _ in changed))
        add(review, ((ticket_id, *new) for ticket_id, _, new in changed))
    elif changed and is_current(review):
        for change in changed:
            _replace_few(review, *change)


def replace_causes(review: Review, changes: Sequence[tuple[int, str, str]]) -> None:
    """Follow an edit of root causes alone: tickets in the order of their ids, each with the old one and the new.

    Very many tickets say the same, so tokens are made of each text once.
    """
    if len(changes) <= FEW:
        said = (NOTHING._replace(root_cause=text) for _, *texts in changes for text in texts)
        replace_many(review, [(change[0], next(said), next(said)) for change in changes])
    elif is_current(review):
        for start in range(0, len(changes), MANY):
            ids, gone, come = zip(*changes[start : start + MANY], strict=True)
            _write_causes(review, DELETE_CAUSE, ids, gone, present=False)
            _write_causes(review, INSERT_CAUSE, ids, come, present=True)


def _differing(old: Texts, new: Texts) -> tuple[Texts, Texts]:
    """Both without what is the same in both: root causes have tokens and signs of their own."""
    if old.root_cause == new.root_cause:
        return old._replace(root_cause=""), new._replace(root_cause="")
    if old._replace(root_cause="") == new._replace(root_cause=""):
        return NOTHING._replace(root_cause=old.root_cause), NOTHING._replace(root_cause=new.root_cause)
    return old, new


def stored(review: Review, where: str = "ORDER BY id", *params: object) -> Iterator[Row]:
    """The rows of tickets as they stand in the review."""
    for ticket_id, title, problem, replies, conversation, root_cause, note in review.execute(
        f"{SELECT} {where}", params
    ):
        try:
            turns = [*(json.loads(conversation) if conversation else ()), *json.loads(replies)]
            thread = "\n".join(text for _, text in turns)
        except (ValueError, TypeError) as exc:
            raise ReviewError("review.damaged_ticket", ticket=ticket_id) from exc
        yield ticket_id, title, problem, thread, root_cause, note


def texts(review: Review, ticket_ids: Sequence[int]) -> dict[int, Texts]:
    """Id -> what is searched of it, as it stands: what `replace` wants before and after an edit."""
    among = "WHERE id IN (SELECT value FROM json_each(?))"
    return {row[0]: Texts(*row[1:]) for row in stored(review, among, json.dumps(list(ticket_ids)))}


def is_current(review: Review) -> bool:
    """True where the index stands, made with the tokens of this version."""
    return bool(review.setting(SETTING) == VERSION)


def ensure(review: Review, progress: Progress = no_progress) -> None:
    """Make the index where it is missing or of another version; nothing in a review that is read only."""
    if not is_current(review) and not review.read_only:
        rebuild(review, progress)


def _make_removable(review: Review) -> None:
    """FTS5 does not even drop a table of whose format it does not know the number: it is told the one it knows."""
    if review.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (TABLE,)).fetchone() is None:
        return
    try:
        review.execute(f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH 'a' LIMIT 1").fetchone()
    except ReviewError as exc:
        if exc.code == "review.index_damaged":
            review.execute(f"INSERT OR REPLACE INTO {TABLE}_config(k, v) VALUES ('version', {FORMAT})")


def rebuild(review: Review, progress: Progress = no_progress) -> None:
    """Make the index anew, whole or not at all; raises what `progress` raises."""
    with review.transaction():
        _make_removable(review)
        review.execute(f"DROP TABLE IF EXISTS {TABLE}")
        review.execute(f"DROP TABLE IF EXISTS {WORDS}")
        review.execute(f"DROP TABLE IF EXISTS {signs.TABLE}")
        for statement in SCHEMA:
            review.execute(statement)
        review.set_setting(SETTING, VERSION)
        total = int(review.execute("SELECT count(*) FROM ticket").fetchone()[0])
        rows = stored(review)
        done = 0
        while block := list(islice(rows, room(done + 1))):
            _add(review, block)
            done += len(block)
            progress(Step("index", done, total))


def tidy(review: Review, progress: Progress = no_progress) -> None:
    """Merge what an import wrote batch by batch, so that searches are quicker still. Others can write in between.

    Everything is found before it as after it; what is done when `progress` raises stays done.
    """
    pages = -MERGED if is_current(review) else 0
    while pages:
        with review.transaction():
            before = _changed(review)
            review.execute(f"INSERT INTO {TABLE}({TABLE}, rank) VALUES ('merge', ?)", (pages,))
            # FTS5 says so: a merge that changes fewer than two rows had nothing to do
            pages = MERGED if _changed(review) - before >= 2 else 0
        progress(Step("tidy", 0, 0))


def _changed(review: Review) -> int:
    return int(review.execute("SELECT total_changes()").fetchone()[0])


def room(ticket_id: int) -> int:
    """The tickets from this one on that are best written at once: up to the end of a block of signs, so that none is
    read and written again for the next."""
    return BATCH - ticket_id % BATCH


def _add(review: Review, rows: Iterable[Row]) -> None:
    for written in _write(review, INSERT, rows):
        # sorted: a B-tree takes neighbours together
        words = ((word,) for word in sorted(written.titles.words | written.others.words | written.causes.words))
        review.executemany(f"INSERT OR IGNORE INTO {WORDS} VALUES (?)", words)
        _mark(review, written, present=True)


@dataclass
class _Written:
    """Rows that were written: their ids, what was gathered of the titles, of the root causes, and of all else."""

    ids: list[int]
    titles: batch.Gathered = field(default_factory=batch.Gathered)
    causes: batch.Gathered = field(default_factory=batch.Gathered)
    others: batch.Gathered = field(default_factory=batch.Gathered)


def _write(review: Review, statement: str, rows: Iterable[Row]) -> Iterator[_Written]:
    """Run an FTS5 statement for rows, block by block."""
    waiting = iter(rows)
    while block := list(islice(waiting, BATCH)):
        written = _Written([row[0] for row in block])
        titles = batch.index_rows([row[1:2] for row in block], written.titles)
        others = batch.index_rows([(*row[2:4], row[5]) for row in block], written.others)
        causes = batch.index_rows([row[4:5] for row in block], written.causes)
        made = (
            (ticket_id, title, problem, thread, tokens.marked(cause), note)
            for ticket_id, (title,), (problem, thread, note), (cause,) in zip(
                written.ids, titles, others, causes, strict=True
            )
        )
        review.executemany(statement, made)
        yield written


def _mark(review: Review, written: _Written, present: bool) -> None:
    ids = np.array(written.ids, np.int64)
    for some, name in (
        ((written.titles, written.others), batch.sign_name),
        ((written.titles,), _titled_name),
        ((written.causes,), _marked_name),
    ):
        rows = np.concatenate([part for gathered in some for part in gathered.rows])
        codes = np.concatenate([part for gathered in some for part in gathered.signs])
        signs.update_many(review, ids[rows], codes, name, present)


def _marked_name(code: int) -> str:
    return tokens.MARK + batch.sign_name(code)


def _titled_name(code: int) -> str:
    return signs.TITLED + batch.sign_name(code)


def _write_causes(review: Review, statement: str, ids: Sequence[int], texts: Sequence[str], present: bool) -> None:
    """Run an FTS5 statement for root causes alone."""
    numbers = {text: number for number, text in enumerate(dict.fromkeys(texts))}
    gathered = batch.Gathered()
    cut = [tokens.marked(one) for (one,) in batch.index_rows([(text,) for text in numbers], gathered)]
    of = np.array([numbers[text] for text in texts])
    if len(cut) <= FEW:
        for number, one in enumerate(cut):
            review.execute(_SHARED[statement], (one, json.dumps(np.array(ids)[of == number].tolist())))
    else:  # in the order of the ids: FTS5 writes to disk whenever it gets a smaller one
        review.executemany(statement, zip(ids, map(cut.__getitem__, of.tolist()), strict=True))
    if present:
        review.executemany(f"INSERT OR IGNORE INTO {WORDS} VALUES (?)", ((word,) for word in sorted(gathered.words)))
    rows, codes = np.concatenate(gathered.rows), np.concatenate(gathered.signs)
    sizes = np.bincount(rows, minlength=len(cut))
    each = sizes[of]
    """How many signs the text of each ticket has; those of one text stand together, in the order of the texts."""
    places = runs.places((np.cumsum(sizes) - sizes)[of], each)
    signs.update_many(review, np.repeat(np.array(ids, np.int64), each), codes[places], _marked_name, present)


def _replace_few(review: Review, ticket_id: int, old: Texts, new: Texts) -> None:
    """One ticket, without numpy: loading it takes longer."""
    made = {text: " ".join(tokens.tokens(tokens.normalise(text))) for text in {*old, *new}}
    for statement, said in ((DELETE, old), (INSERT, new)):
        cut = Texts(*map(made.__getitem__, said))
        review.execute(statement, (ticket_id, *cut._replace(root_cause=tokens.marked(cut.root_cause))))
    _mark_few(review, ticket_id, {old.title}, {new.title}, signs.TITLED)
    _mark_few(review, ticket_id, {old.root_cause}, {new.root_cause}, tokens.MARK)
    _mark_few(review, ticket_id, {*old._replace(root_cause="")}, {*new._replace(root_cause="")}, "")
    fresh = map(tokens.normalise, {*new} - {*old})
    words = {word for text in fresh for word, _ in tokens.words(text) if not tokens.is_wide(word[0])}
    review.executemany(f"INSERT OR IGNORE INTO {WORDS} VALUES (?)", ((word,) for word in words))


def _mark_few(review: Review, ticket_id: int, old: set[str], new: set[str], mark: str) -> None:
    before, after = signs.signs_of(old - new), signs.signs_of(new - old)
    removed = before - after
    if removed:
        removed -= signs.signs_of(new & old)
    signs.update(review, ticket_id, (mark + one for one in removed), (mark + one for one in after - before))
