"""The pieces of a line: plain text, addresses, masks and pictures.

Pure text in, values out. The pieces of a text, put together by `raw`, are that text again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from db.records import dataclass, replace
from qtapp.detail import links, masks

PieceKind = Literal["text", "link", "mask", "image", "file"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one look. `text` is shown, `raw` is what was typed; `href` is where a link leads."""

    text: str
    kind: PieceKind = "text"
    raw: str = ""
    href: str = ""
    bold: bool = False
    italic: bool = False
    code: bool = False

    @property
    def typed(self) -> str:
        """What copying gives: the text as it was typed."""
        return self.raw or self.text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One or more lines of one look. `marker` stands before a list item, `depth` is how far it is indented."""

    pieces: tuple[Piece, ...]
    marker: str = ""
    depth: int = 0
    preformatted: bool = False

    @property
    def text(self) -> str:
        """What is seen of it, without the marker."""
        return "".join(piece.text for piece in self.pieces)


_SPECIAL = f"({links.URL})|({masks.BRACKET})|({masks.STARS})"


def may_be_special(text: str) -> bool:
    """False where `pieces` would surely give the text in one piece; costs next to nothing."""
    return "[" in text or "://" in text or "**" in text or "【" in text or "mailto:" in text


def pieces(text: str) -> list[Piece]:
    """The text cut into pieces, in order and without a gap."""
    found: list[Piece] = []
    end = 0
    for start, stop, piece in _special(text):
        if start > end:
            found.append(Piece(text[end:start]))
        found.append(piece)
        end = stop
    if end < len(text):
        found.append(Piece(text[end:]))
    return found


def styled(text: str, like: Piece) -> list[Piece]:
    """The pieces of a text that has a look of its own (bold, italic)."""
    return [replace(piece, bold=like.bold, italic=like.italic) for piece in pieces(text)]


def _special(text: str) -> Iterator[tuple[int, int, Piece]]:
    position, special = 0, re.compile(_SPECIAL, re.IGNORECASE)
    while match := special.search(text, position):
        spans = list(_of_match(text, match, position))
        yield from spans
        position = spans[-1][1] if spans else match.end()


def _of_match(text: str, match: re.Match[str], floor: int) -> Iterator[tuple[int, int, Piece]]:
    if match[1]:
        yield from _addresses(match)
    elif match[2]:
        kind = masks.bracket(match[2])
        if kind:
            yield match.start(), match.end(), _bracketed(match[2], kind)
    elif span := masks.starred(text, match.start(), match.end(), floor):
        yield *span, Piece(text[slice(*span)], "mask")


def _addresses(match: re.Match[str]) -> Iterator[tuple[int, int, Piece]]:
    for start, end in links.split(match[1]):
        address = links.trimmed(match[1][start:end])
        begin = match.start() + start
        if "**" in address:
            yield begin, begin + len(address), Piece(address, "mask")
        elif links.has_host(address):
            yield begin, begin + len(address), Piece(address, "link", href=address)


def _bracketed(raw: str, kind: masks.Kind) -> Piece:
    """A mask keeps its brackets, so that it is seen as typed; a picture or a file says what it is."""
    return Piece(raw, "mask") if kind == "mask" else Piece(raw[1:-1], kind, raw=raw)
