"""What words mean to the index: a text -> an FTS5 expression, and the same meaning for one text without an index.

A search for words finds them one behind the other within one field. Between two Chinese runs stands in the ticket what
separates, if something did in the query; at the border of two scripts anything or nothing. The last Latin word may go
on in the ticket (`err` finds `error`), unless the query goes on behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from db.search.index import WORDS
from db.search.pattern import Test
from db.search.query import And, Node, Not, Or, Text
from db.search.signs import TITLED
from db.search.tokens import MARK, canonical, is_wide, normalise, tokens, words

MOST = 100
"""A beginning that more words share is looked up by FTS5's own, slower way."""

STAR = "*"
"""Behind a phrase: its last token may go on."""

Beginnings = Callable[[str], Sequence[str]]
"""A beginning -> the words of the review that begin so, up to `MOST` + 1."""


def expression(node: Node, beginnings: Beginnings) -> str | None:
    """The FTS5 expression of a node of words alone, None where the index cannot answer it."""
    if isinstance(node, Text):
        return text_expression(node.value, beginnings)
    if isinstance(node, Or):
        parts = [expression(inner, beginnings) for inner in node.nodes]
        return None if None in parts else " OR ".join(f"({part})" for part in parts)
    if isinstance(node, And):
        return _all_expression(node, beginnings)
    return None


def _all_expression(node: And, beginnings: Beginnings) -> str | None:
    wanted = [expression(inner, beginnings) for inner in node.nodes if not isinstance(inner, Not)]
    unwanted = [expression(inner.node, beginnings) for inner in node.nodes if isinstance(inner, Not)]
    if not wanted or None in wanted or None in unwanted:
        return None
    found = " AND ".join(f"({part})" for part in wanted)
    return f"({found}) NOT ({' OR '.join(f'({part})' for part in unwanted)})" if unwanted else found


def sign(value: str) -> str | None:
    """The sign (see `signs`) that says the same as some words, where they are that short."""
    text = normalise(value)
    runs = list(words(text))
    if len(runs) != 1:
        return None
    word, end = runs[0]
    if is_wide(word[0]):
        return word if len(word) == 1 else None
    short = len(word) == 1 or (len(word) == 2 and word.isascii())
    return word if short and end == len(text) else None


def is_sign(asked: str) -> bool:
    """Whether that is a sign which the index is asked for: only an expression has quotes."""
    return '"' not in asked


def text_expression(value: str, beginnings: Beginnings) -> str | None:
    """The FTS5 expression of some words, None where there is no letter in them, or where they are a sign."""
    found = _phrases(value, beginnings)
    return " OR ".join([*found, *map(_of_causes, found)]) or None


def titled(value: str, beginnings: Beginnings) -> str | None:
    """What the index is asked for titles alone: an expression, or the sign of a title."""
    if short := sign(value):
        return TITLED + short
    words = _phrases(value, beginnings)
    return f"title : ({' OR '.join(words)})" if words else None


def _phrases(value: str, beginnings: Beginnings) -> list[str]:
    """Phrases of which a text that has the words has one; none where there is no letter in them, or for a sign."""
    text = normalise(value)
    runs = list(words(text))
    if not runs or sign(value):
        return []
    last, end = runs[-1]
    found = tokens(text)
    if is_wide(last[0]):
        # more of the run may follow in the ticket: its last character stands alone only where it is all we have
        return [_phrase(found[:-1]) if len(last) > 1 else _phrase(found, STAR)]
    if end < len(text):
        return [_phrase(found)]
    going_on = beginnings(last)
    if len(going_on) > MOST:
        return [_phrase(found, STAR)]
    return [_phrase([*found[:-1], word]) for word in going_on or (last,)]


def _phrase(found: Sequence[str], star: str = "") -> str:
    return f'"{" ".join(found)}"{star}'


def _of_causes(phrase: str) -> str:
    """The phrase as it stands in a root cause."""
    return f'"{MARK}{phrase[1:].replace(" ", f" {MARK}")}'


def beginnings_in(execute: Callable[[str, tuple[object, ...]], object]) -> Beginnings:
    """Look-up of beginnings in the words of a review."""
    statement = f"SELECT word FROM {WORDS} WHERE word >= ? AND word < ? LIMIT {MOST + 1}"

    def beginnings(start: str) -> Sequence[str]:
        return [word for (word,) in execute(statement, (start, start + "\U0010ffff"))]  # type: ignore[attr-defined]

    return beginnings


def finds(value: str) -> Test:
    """The same meaning without an index: whether some words are in any of the fields of a ticket.

    Without a letter among them, they are looked for as they are typed.
    """
    text = normalise(value)
    runs = list(words(text))
    if not runs:
        return lambda fields: any(text in normalise(field) for field in fields)
    last, end = runs[-1]
    before = "" if is_wide(runs[0][0][0]) else " "
    behind = " " if end < len(text) and not is_wide(last[0]) else ""
    wanted = f"{before}{canonical(text)}{behind}"
    return lambda fields: any(wanted in f" {canonical(normalise(field))} " for field in fields)
