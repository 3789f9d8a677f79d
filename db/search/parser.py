"""Query text -> `Query`. A mistake raises `QueryError` with its place and, where something is near, what was meant."""

from __future__ import annotations

import re

from db.errors import QueryError
from db.search.fields import CHOICES, NUMBERS, known, nearest
from db.search.lexer import Lexeme, lexemes
from db.search.pattern import mistake
from db.search.query import Field, Node, Query, Text, both, either, negated
from db.search.tokens import normalise

DEEPEST = 40
"""Brackets in brackets, at most."""

_NUMBER = re.compile(r"(>=|<=|>|<|=)?(\d{1,9})")
_RANGE = re.compile(r"(\d{1,9})(?:\.\.|…|~|-)(\d{1,9})")
_SIGNS = {"≥": ">=", "≤": "<=", "=>": ">=", "=<": "<="}


def parse(text: str) -> Query:
    """What a query text asks for. All errors are `QueryError`, with offsets into `text`."""
    found = list(lexemes(text))
    if found[0].kind == "end":
        return Query()
    parser = _Parser(found)
    node = parser.either()
    if parser.now.kind == "close":
        raise QueryError("query.close_bracket", parser.now.start, parser.now.end)
    return Query.of(node)


class _Parser:
    """Recursive descent: either = all ("or" all)*; all = one+; one = "-" one | "(" either ")" | text | field."""

    def __init__(self, found: list[Lexeme]) -> None:
        self._found = found
        self._place = 0
        self._depth = 0

    @property
    def now(self) -> Lexeme:
        return self._found[self._place]

    def _take(self) -> Lexeme:
        taken = self.now
        self._place += taken.kind != "end"
        return taken

    def either(self) -> Node:
        nodes = [self._all()]
        while self.now.kind == "or":
            self._take()
            nodes.append(self._all())
        return either(nodes)

    def _all(self) -> Node:
        nodes = []
        while self.now.kind not in ("or", "close", "end"):
            nodes.append(self._one())
        if not nodes:
            self._nothing()
        return both(nodes)

    def _nothing(self) -> None:
        """Say what is missing here: one side of an ``or``, or what stands between brackets."""
        before = self._found[self._place - 1] if self._place else None
        if before and before.kind == "open":
            raise QueryError("query.empty_brackets", before.start, self.now.end)
        at = before if before and before.kind == "or" else self.now
        raise QueryError("query.lonely_or" if at.kind == "or" else "query.close_bracket", at.start, at.end)

    def _one(self) -> Node:
        taken = self._take()
        if taken.kind == "not":
            return self._not(taken)
        if taken.kind == "open":
            return self._group(taken)
        if taken.kind == "field":
            return Field(taken.name, _value(taken))
        if not normalise(taken.value).strip():
            raise QueryError("query.empty_quotes", taken.start, taken.end)
        return Text(taken.value)

    def _not(self, dash: Lexeme) -> Node:
        if self.now.kind in ("or", "close", "end") or self.now.start != dash.end:
            raise QueryError("query.lonely_not", dash.start, dash.end)
        before = self._deeper(dash)
        node = negated(self._one())
        self._depth = before
        return node

    def _group(self, bracket: Lexeme) -> Node:
        before = self._deeper(bracket)
        node = self.either()
        self._depth = before
        if self.now.kind != "close":
            raise QueryError("query.open_bracket", bracket.start, bracket.end)
        self._take()
        return node

    def _deeper(self, at: Lexeme) -> int:
        if self._depth >= DEEPEST:
            raise QueryError("query.too_deep", at.start, at.end)
        self._depth += 1
        return self._depth - 1


def _value(found: Lexeme) -> str:
    """The value of a field in its canonical spelling."""
    if found.name in CHOICES:
        return _choice(found)
    if found.name in NUMBERS:
        return _number(found)
    if found.name == "id":
        return _ids(found)
    if found.name == "re":
        return _checked_pattern(found)
    return found.value


def _choice(found: Lexeme) -> str:
    among = CHOICES[found.name]
    word = known(found.value, among)
    if word is not None:
        return word
    meant = nearest(found.value, among)
    raise QueryError(
        "query.unknown_value.near" if meant else "query.unknown_value",
        found.value_start,
        found.end,
        field=found.name,
        given=found.value,
        meant=meant,
        known=", ".join(among),
    )


def _number(found: Lexeme) -> str:
    value = normalise(found.value).replace(" ", "")
    for sign, plain in _SIGNS.items():
        value = value.replace(sign, plain)
    if match := _RANGE.fullmatch(value):
        return f"{int(match[1])}..{int(match[2])}"
    if match := _NUMBER.fullmatch(value):
        return f"{'' if match[1] in (None, '=') else match[1]}{int(match[2])}"
    raise QueryError("query.not_a_number", found.value_start, found.end, field=found.name, given=found.value)


def _ids(found: Lexeme) -> str:
    pieces = re.split(r"[,、\s]+", normalise(found.value).strip(" ,、"))
    if not all(piece.isascii() and piece.isdigit() and len(piece) < 19 for piece in pieces):
        raise QueryError("query.not_ids", found.value_start, found.end, given=found.value)
    return ",".join(str(int(piece)) for piece in pieces)


def _checked_pattern(found: Lexeme) -> str:
    reason = mistake(found.value)
    if reason:
        raise QueryError("query.bad_pattern", found.value_start, found.end, reason=reason)
    return found.value
