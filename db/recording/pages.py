"""A record as a page: its paragraphs and tables in words, once, for HTML and Markdown alike; and its two files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from db.recording.facts import Account
from db.recording.html import html
from db.recording.markdown import markdown
from db.recording.table import Bar, Cell, Page, Table
from db.recording.words import Language, words
from db.values import PATH_SEPARATOR

BESIDE = (".report.html", ".report.md")
"""What the files of a record are called, behind the name of what was exported."""
MOST = 500
"""Rows of labels that a record lists; the others are counted together."""

Words = Mapping[str, str]


def written(account: Account, language: Language = "en") -> tuple[str, str]:
    """The record as one HTML file and as Markdown, as `BESIDE` names them."""
    said = page(account, words(language))
    return html(said), markdown(said)


def page(account: Account, said: Words) -> Page:
    """All that a record says, in words."""
    numbers = {"written": f"{account.written:,}", "tickets": f"{account.tickets:,}"}
    made = {"version": account.version, "at": _time(account.at), "by": account.by, "review": account.review}
    tables = (
        _files(account, said),
        _left_out(account, said),
        _categories(account, said),
        _deeds(account, said),
        _moves(account, said),
        _masks(account, said),
        _options(account, said),
        _sources(account, said),
    )
    shown = tuple(one for one in tables if one.rows or one.empty)
    return Page(said["lang"], said["heading"], (said["summary"].format(**numbers), said["made"].format(**made)), shown)


def _table(said: Words, name: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]], note: str = "") -> Table:
    return Table(said[name], tuple(said[one] for one in columns), tuple(map(tuple, rows)), note)


def _files(account: Account, said: Words) -> Table:
    return _table(said, "files", ("file", "bytes", "sha256"), ((o.name, o.size, o.sha256) for o in account.outputs))


def _sources(account: Account, said: Words) -> Table:
    rows = ((one.name, one.size, one.tickets, one.written, one.sha256) for one in account.sources)
    return _table(said, "sources", ("source", "bytes", "tickets", "written", "sha256"), rows)


def _left_out(account: Account, said: Words) -> Table:
    rows = ((said[f"left.{code}"], number) for code, number in account.left_out if number)
    return _table(said, "left_out", ("reason", "tickets"), rows)


def _options(account: Account, said: Words) -> Table:
    rows = ((said[f"option.{code}"], said.get(f"option.{value}", value)) for code, value in account.options)
    return _table(said, "options", ("option", "value"), rows)


def _categories(account: Account, said: Words) -> Table:
    most = max((max(one.before, one.after) for one in account.categories), default=0)
    rows: list[Sequence[Cell]] = [
        (_name(one.label, said), Bar(one.before, most, is_old=True), Bar(one.after, most))
        for one in account.categories[:MOST]
    ]
    rest = account.categories[MOST:]
    if rest:
        others = said["others"].format(n=f"{len(rest):,}")
        rows.append((others, sum(one.before for one in rest), sum(one.after for one in rest)))
    return _table(said, "categories", ("category", "before", "after"), rows, said["categories.note"])


def _moves(account: Account, said: Words) -> Table:
    rows: list[Sequence[Cell]] = [
        (said[f"field.{one.field}"], _name(one.old, said), _name(one.new, said), one.tickets)
        for one in account.moves[:MOST]
    ]
    rest = account.moves[MOST:]
    if rest:
        rows.append((said["others"].format(n=f"{len(rest):,}"), "", "", sum(one.tickets for one in rest)))
    return _table(said, "moves", ("field", "old", "new", "tickets"), rows)


def _masks(account: Account, said: Words) -> Table:
    rows = ((", ".join(said.get(f"kind.{kind}", kind) for kind in one.kinds), one.places) for one in account.masks)
    return _table(said, "masks", ("kinds", "places"), rows)


def _deeds(account: Account, said: Words) -> Table:
    rows = (
        (said[f"why.{one.why}"], one.reviewer, one.actions, one.tickets, _time(one.first), _time(one.last))
        for one in account.deeds
    )
    columns = ("why", "who", "actions", "tickets", "first", "last")
    found = _table(said, "deeds", columns, rows)
    return found if found.rows else Table(found.heading, (), (), empty=said["nothing"])


def _name(label: str, said: Words) -> str:
    return label.replace(PATH_SEPARATOR, " › ") or said["none"]


def _time(iso: str) -> str:
    """A time of the log, to the second."""
    return f"{iso[:19].replace('T', ' ')} UTC" if iso else ""
