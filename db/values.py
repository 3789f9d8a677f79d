"""Frozen records that leave the package, and the names of fields.

May import only the standard library: every other module, and the screen, speaks in these values.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from typing import Any, Literal, NamedTuple, TypeVar

from db.records import dataclass, field

Speaker = Literal["customer", "staff"] | None

TITLE = "title"
CATEGORY = "category"
PROBLEM = "problem"
REPLIES = "replies"
CONVERSATION = "conversation"
ROOT_CAUSE = "root_cause"
FIELDS = "fields"
"""Fields of other names, as pairs of name and text."""
STATUS = "status"
NOTE = "note"
CANNED = "canned"
"""No field of a ticket: what `Changes` name where decisions on replies changed."""
TAXONOMY = "taxonomy"
"""No field either: what `Changes` name where the taxonomy changed."""
PRIVACY = "privacy"
"""Nor this: what `Changes` name where decisions on personal data changed."""

SOURCE_FIELDS = (TITLE, CATEGORY, PROBLEM, REPLIES, CONVERSATION, ROOT_CAUSE, FIELDS)
"""Fields that stand in the source and are written back to it. Reviews keep their places in this order."""
REVIEW_FIELDS = (STATUS, NOTE)
"""Fields that live in the review alone."""
LOGGED_FIELDS = (*SOURCE_FIELDS, *REVIEW_FIELDS)
"""All that a change of the log can be of."""

PATH_SEPARATOR = "｜"
"""Joins the names of a category path on screen and in the review, whatever the source writes."""


class Status(IntEnum):
    """Where a ticket stands in the review; the stored code is the value."""

    UNREVIEWED = 0
    REVIEWED = 1
    FLAGGED = 2
    EXCLUDED = 3

    @property
    def word(self) -> str:
        """The lower-case name that the command line and exports use."""
        return _WORDS[self]


_WORDS = tuple(status.name.lower() for status in Status)


class Turn(NamedTuple):
    """One message of a thread, free of list and speaker markers."""

    speaker: Speaker
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a reviewer should know of a source; `data` fills the sentence of `code`.

    `ordinal` is the ticket's position in the source (0-based) where the finding belongs to one.
    """

    code: str
    line: int
    ordinal: int | None = None
    data: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Record:
    """One ticket as a reader found it.

    `spans` maps a field name (and ``ticket`` for the whole) to (start, end) in the decoded text of a Markdown source,
    or in the bytes of a JSONL source. `category_raw` and `root_cause` are the text as written; `category` and `causes`
    are what it means. `replies` is the reply section, `conversation` the conversation section or None.
    """

    title: str
    line: int
    number: int | None = None
    category: tuple[str, ...] = ()
    category_raw: str = ""
    problem: str = ""
    replies: tuple[Turn, ...] = ()
    conversation: tuple[Turn, ...] | None = None
    root_cause: str = ""
    causes: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    spans: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    status: Status = Status.UNREVIEWED
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """What the list paints of one ticket."""

    id: int
    title: str
    category: tuple[str, ...]
    status: Status
    edited: bool
    has_note: bool
    turns: int


@dataclass(frozen=True, slots=True)
class Ticket:
    """One ticket as it stands in the review.

    `edited` names the fields that differ from the source, and `originals` holds what the source says of each of them
    (text; turns as a tuple of `Turn` for replies and conversation).
    """

    id: int
    source_id: int
    source_name: str
    line: int
    number: int | None
    title: str
    category: tuple[str, ...]
    category_raw: str
    problem: str
    replies: tuple[Turn, ...]
    conversation: tuple[Turn, ...] | None
    root_cause: str
    causes: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]
    status: Status
    note: str
    edited: tuple[str, ...] = ()
    originals: Mapping[str, object] = field(default_factory=dict)
    parked: bool = False

    @property
    def thread(self) -> tuple[Turn, ...]:
        """The conversation where there is one, else the replies."""
        return self.replies if self.conversation is None else self.conversation


class StoredTicket(NamedTuple):
    """One ticket on its way from the review into a file: values of `Ticket` by the same names, made in half the time.

    Threads and other fields are as their columns hold them: lists of pairs.
    """

    id: int
    source_name: str
    line: int
    number: int | None
    title: str
    category: tuple[str, ...]
    category_raw: str
    problem: str
    replies: Sequence[Sequence[Any]]
    conversation: Sequence[Sequence[Any]] | None
    root_cause: str
    causes: tuple[str, ...]
    fields: Sequence[Sequence[Any]]
    status: Status
    note: str
    edited: tuple[str, ...]
    parked: bool


AnyTicket = Ticket | StoredTicket
OneTicket = TypeVar("OneTicket", Ticket, StoredTicket)
"""One of both, and the same again."""


@dataclass(frozen=True, slots=True)
class SourceReport:
    """What is known of one source: counts, dialect (a mapping that `sentences.dialect` puts in words), findings. Of an
    import also `same`: the files that were given and are this source byte for byte, under another name or in another
    place.
    """

    id: int
    name: str
    path: str
    format: str
    encoding: str
    tickets: int
    declared: int | None
    dialect: Mapping[str, object]
    findings: tuple[StoredFinding, ...] = ()
    outcome: str = "read"
    same: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredFinding:
    """A finding in the review, with the ticket it leads to."""

    id: int
    source_id: int
    code: str
    line: int
    ticket_id: int | None
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Summary:
    """An action in words: `sentences.summary` turns the code and its data into a sentence."""

    code: str
    data: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Changes:
    """What one action did: the log entry, the tickets and fields touched. `entry` 0: nothing needed doing."""

    entry: int
    kind: Literal["edit", "undo", "redo", "import", "other"]
    ticket_ids: tuple[int, ...]
    fields: frozenset[str]
    summary: Summary


@dataclass(frozen=True, slots=True)
class HistoryItem:
    """One change of one field of one ticket, as the log keeps it."""

    change_id: int
    entry: int
    at: str
    reviewer: str
    kind: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One action of the log; `undone` marks an action that has been taken back."""

    id: int
    at: str
    reviewer: str
    kind: str
    summary: Summary
    tickets: int
    undone: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One beat of long work: `done` of `total` units (0 where unknown) of `stage`, on `subject` (a file name)."""

    stage: str
    done: int
    total: int
    subject: str = ""


Progress = Callable[[Step], None]
"""Called now and then by long work; it may raise `errors.Cancelled` to stop it."""


def no_progress(step: Step) -> None:
    """The null progress."""
