"""The tables of a review file, and nothing else.

Models are bound to no database: every query is run with ``.execute(review.database)``, so that two reviews, or two
threads, never share one. Times are ISO 8601 UTC text; structured values are JSON text. Loading them takes longer than
opening a review, so that is done for a new file alone, and for who asks.
"""

from __future__ import annotations

import sqlite3

from peewee import (
    SQL,
    AutoField,
    BigIntegerField,
    BlobField,
    CompositeKey,
    FloatField,
    ForeignKeyField,
    IntegerField,
    Model,
    SchemaManager,
    SqliteDatabase,
    TextField,
)


class Source(Model):
    """A dataset file as it was imported. `ready` is 1 where its tickets are shown: 0 while its import runs, 2 where it
    is the side of a `Revision` that is not shown. Of sources with one path the newest is the file's.
    """

    id = AutoField()
    name = TextField(unique=True)
    path = TextField()
    format = TextField()
    encoding = TextField()
    bom = IntegerField(default=0)
    dialect = TextField()
    declared = IntegerField(null=True)
    size = BigIntegerField()
    sha256 = TextField(index=True)
    modified = FloatField()
    imported_at = TextField()
    version = IntegerField(default=1)
    ready = IntegerField(default=0)


class Content(Model):
    """The bytes of a source, in packed chunks (`unpacking`); older versions of a source that changed stay."""

    source = ForeignKeyField(Source, on_delete="CASCADE")
    version = IntegerField()
    sequence = IntegerField()
    data = BlobField()

    class Meta:
        primary_key = CompositeKey("source", "version", "sequence")


class Category(Model):
    """A category path, its names joined by ``values.PATH_SEPARATOR``; '' is none."""

    id = AutoField()
    path = TextField(unique=True)


class Cause(Model):
    """One root cause: a tag, or the prose of a section that holds no tags."""

    id = AutoField()
    name = TextField(unique=True)


class Ticket(Model):
    """A ticket as it stands now. `edited` is a bit a field of ``values.SOURCE_FIELDS``, in their order.

    `replies` and `conversation` are JSON lists of [speaker, text]; `fields` of [name, text]; `spans` is packed by
    ``formats``. `turns` is the length of the thread, `length` the characters of title, problem and thread.
    """

    id = AutoField()
    source = ForeignKeyField(Source, on_delete="CASCADE", index=False)
    ordinal = IntegerField()
    number = IntegerField(null=True)
    line = IntegerField()
    title = TextField()
    category = ForeignKeyField(Category, index=False)
    category_raw = TextField()
    problem = TextField()
    replies = TextField()
    conversation = TextField(null=True)
    root_cause = TextField()
    fields = TextField()
    status = IntegerField(default=0)
    note = TextField(default="")
    turns = IntegerField()
    length = IntegerField()
    edited = IntegerField(default=0)
    parked = IntegerField(default=0)
    spans = BlobField()


COLUMNS = ("source", "ordinal", "category", "status", "turns", "length", "edited", "parked")
"""What lists, facets and exports need of every ticket, without reading its text."""
Ticket.add_index(*(Ticket._meta.fields[name] for name in COLUMNS), name="ticket_columns")


class TicketCause(Model):
    """The root causes of a ticket, in order."""

    ticket = ForeignKeyField(Ticket, on_delete="CASCADE", index=False)
    position = IntegerField()
    cause = ForeignKeyField(Cause)

    class Meta:
        primary_key = CompositeKey("ticket", "position")
        without_rowid = True


class Original(Model):
    """What the source says of a field that has been edited; gone again when the field is as the source has it."""

    ticket = ForeignKeyField(Ticket, on_delete="CASCADE", index=False)
    field = TextField()
    value = TextField(null=True)

    class Meta:
        primary_key = CompositeKey("ticket", "field")
        without_rowid = True


class Entry(Model):
    """One action of the log. `kind` is edit, undo, redo or import; `target` the entry an undo or redo is about."""

    id = AutoField()
    at = TextField()
    reviewer = TextField()
    kind = TextField()
    code = TextField()
    data = TextField()
    target = IntegerField(null=True)
    undone = IntegerField(default=0)
    tickets = IntegerField(default=0)


class Change(Model):
    """One field of one ticket, before and after. Text as in the ticket's column; status as its word."""

    id = AutoField()
    entry = ForeignKeyField(Entry, on_delete="CASCADE")
    ticket = ForeignKeyField(Ticket, on_delete="CASCADE")
    field = TextField()
    before = TextField(null=True)
    after = TextField(null=True)


class Revision(Model):
    """A change of a source that can be undone: a version of it that was taken in, with the side that is not shown in
    `other`; or, where there is no `other`, the source itself, taken in as another batch. `base` is the revision of the
    source that stood before, 0 for none.
    """

    entry = ForeignKeyField(Entry, primary_key=True, on_delete="CASCADE")
    source = ForeignKeyField(Source, on_delete="CASCADE")
    other = ForeignKeyField(Source, null=True, on_delete="CASCADE")
    base = IntegerField()


class Aside(Model):
    """What a ticket is on the side of a revision that is not shown: its columns of these names, the ids of its root
    causes as JSON (None where they are the same), and in `said`, field -> [] or [value], its originals that differ.
    """

    entry = ForeignKeyField(Entry, on_delete="CASCADE", index=False)
    ticket = ForeignKeyField(Ticket, on_delete="CASCADE")
    source = ForeignKeyField(Source, on_delete="CASCADE", index=False)
    ordinal = IntegerField()
    number = IntegerField(null=True)
    line = IntegerField()
    category_raw = TextField()
    parked = IntegerField()
    spans = BlobField()
    causes = TextField(null=True)
    said = TextField(constraints=[SQL("DEFAULT '{}'")])

    class Meta:
        primary_key = CompositeKey("entry", "ticket")
        without_rowid = True


class Finding(Model):
    """What import had to say of a source."""

    id = AutoField()
    source = ForeignKeyField(Source, on_delete="CASCADE")
    ticket = ForeignKeyField(Ticket, null=True, on_delete="CASCADE")
    code = TextField()
    line = IntegerField()
    data = TextField(constraints=[SQL("DEFAULT '{}'")])


class View(Model):
    """A saved search."""

    id = AutoField()
    name = TextField(unique=True)
    query = TextField()


class ReplyText(Model):
    """A text of a reply that the scan found to be canned, or nearly; `form` is the place of its form in the arrays."""

    id = IntegerField(primary_key=True)
    form = IntegerField()
    text = TextField()


class ReplyArray(Model):
    """One array of the scan of replies (see ``replies.scanning``), as its bytes."""

    name = TextField(primary_key=True)
    data = BlobField()


class Decided(Model):
    """What was decided of a form of replies, as JSON (see ``replies.decided``). `key` is the form's, or a pair's."""

    key = TextField(primary_key=True)
    value = TextField()

    class Meta:
        without_rowid = True


class Decision(Model):
    """One change of `Decided`, before and after; None where there is nothing."""

    id = AutoField()
    entry = ForeignKeyField(Entry, on_delete="CASCADE")
    key = TextField()
    before = TextField(null=True)
    after = TextField(null=True)


class JudgedLabel(Model):
    """A label that a check of the labels of a field knows (see ``labels.checking``), at its place."""

    field = TextField()
    place = IntegerField()
    name = TextField()

    class Meta:
        primary_key = CompositeKey("field", "place")
        without_rowid = True


class Judgement(Model):
    """What a check has found of a field of a ticket: the places of the doubted label and of the likely one with their
    probabilities, all None where there is nothing to doubt. The rest is packed by ``labels``."""

    field = TextField()
    ticket = ForeignKeyField(Ticket, on_delete="CASCADE")
    doubt = FloatField(null=True)
    given = IntegerField(null=True)
    likely = IntegerField(null=True)
    confidence = FloatField(null=True)
    probability = FloatField(null=True)
    offers = BlobField()
    neighbours = BlobField()
    words = TextField()

    class Meta:
        primary_key = CompositeKey("field", "ticket")
        without_rowid = True


class Setting(Model):
    """Small facts about the review itself (versions of the text index, synonyms a user added)."""

    key = TextField(primary_key=True)
    value = TextField()


TABLES: tuple[type[Model], ...] = (
    Source,
    Content,
    Category,
    Cause,
    Ticket,
    TicketCause,
    Original,
    Entry,
    Change,
    Revision,
    Aside,
    Finding,
    View,
    ReplyText,
    ReplyArray,
    Decided,
    Decision,
    JudgedLabel,
    Judgement,
    Setting,
)


class Opened(SqliteDatabase):
    """An open connection as peewee knows databases; whoever opened the connection closes it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(":memory:", thread_safe=False)
        self._opened = connection

    def _connect(self) -> sqlite3.Connection:
        return self._opened


def columns() -> dict[str, frozenset[str]]:
    """The columns of each table."""
    return {model._meta.table_name: frozenset(model._meta.columns) for model in TABLES}


def create_tables(connection: sqlite3.Connection) -> None:
    """All tables and their indexes in an empty file; the caller's transaction."""
    database = Opened(connection)
    for model in TABLES:
        SchemaManager(model, database=database).create_all(safe=False)
