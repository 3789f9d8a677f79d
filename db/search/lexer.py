"""Query text -> lexemes with their places. Knows quotes, brackets and colons of both widths; not what they mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from db.errors import QueryError
from db.records import dataclass
from db.search.fields import FIELDS, known, nearest
from db.search.query import DASHES, OR_WORDS
from db.search.tokens import normalise

Kind = Literal["open", "close", "not", "or", "text", "field", "end"]

OPEN, CLOSE = "(（", ")）"
COLONS = ":："
QUOTES = {'"': '"', **dict.fromkeys("“”„＂", '"“”＂'), "「": "」", "『": "』"}
"""Opening quote -> what closes it; an input method may type any of the curved ones."""


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A piece of query text from `start` to `end`; a field has its canonical `name`, and its
    value begins at `value_start`."""

    kind: Kind
    value: str
    start: int
    end: int
    name: str = ""
    value_start: int = 0


def lexemes(text: str) -> Iterator[Lexeme]:
    """The lexemes of a query text and ``end`` behind them; raises `QueryError`."""
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        found = _lexeme(text, place)
        yield found
        place = found.end
    yield Lexeme("end", "", len(text), len(text))


def _lexeme(text: str, start: int) -> Lexeme:
    first = text[start]
    if first in OPEN:
        return Lexeme("open", first, start, start + 1)
    if first in CLOSE:
        return Lexeme("close", first, start, start + 1)
    if first in DASHES:
        return Lexeme("not", first, start, start + 1)
    if first in QUOTES:
        value, end = _quotation(text, start)
        return Lexeme("text", value, start, end)
    return _word(text, start)


def _word(text: str, start: int) -> Lexeme:
    end = _bare(text, start, stop=COLONS)
    if end < len(text) and text[end] in COLONS and _is_head(text, start, end):
        return _field(text, start, end)
    end = _bare(text, start)
    value = text[start:end]
    return Lexeme("or" if normalise(value) in OR_WORDS else "text", value, start, end)


def _is_head(text: str, start: int, colon: int) -> bool:
    """A colon after letters names a field; after digits (12:30) or before // (a URL) it is text."""
    return normalise(text[start:colon]).replace("_", "").isalpha() and not text.startswith("//", colon + 1)


def _field(text: str, start: int, colon: int) -> Lexeme:
    given = text[start:colon]
    name = known(given, FIELDS)
    if name is None:
        meant = nearest(given, FIELDS)
        code = "query.unknown_field.near" if meant else "query.unknown_field"
        raise QueryError(code, start, colon, given=given, meant=meant, known=", ".join(FIELDS))
    begin = colon + 1
    if name == "re":
        value, end = _pattern(text, begin, start)
    elif begin < len(text) and text[begin] in QUOTES:
        value, end = _quotation(text, begin)
    else:
        end = _bare(text, begin)
        value = text[begin:end]
    if not value.strip():
        raise QueryError("query.empty_value", start, max(end, begin), field=given)
    return Lexeme("field", value, start, end, name, begin)


def _bare(text: str, start: int, stop: str = "") -> int:
    """The end of what can stand without quotes."""
    end = start
    while end < len(text) and not text[end].isspace() and text[end] not in OPEN + CLOSE + stop:
        if text[end] in QUOTES and end > start:
            break
        end += 1
    return end


def _quotation(text: str, start: int) -> tuple[str, int]:
    """The text in quotes and the place behind them; a doubled quote stands for itself."""
    closing = QUOTES[text[start]]
    pieces = []
    place = start + 1
    while place < len(text):
        if text[place] not in closing:
            pieces.append(text[place])
        elif text[place] == '"' and text.startswith('""', place):
            pieces.append('"')
            place += 1
        else:
            return "".join(pieces), place + 1
        place += 1
    raise QueryError("query.open_quote", start, len(text))


def _pattern(text: str, start: int, field: int) -> tuple[str, int]:
    """The pattern between slashes and the place behind them; ``\\/`` is a slash."""
    if not text.startswith("/", start):
        raise QueryError("query.pattern_form", field, _bare(text, start))
    pieces: list[str] = []
    place = start + 1
    while place < len(text):
        if text[place] == "/":
            return "".join(pieces), place + 1
        step = 2 if text[place] == "\\" else 1
        piece = text[place : place + step]
        pieces.append("/" if piece == "\\/" else piece)
        place += step
    raise QueryError("query.open_pattern", start, len(text))
