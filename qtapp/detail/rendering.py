"""A message as what is drawn of it: paragraphs of pieces, made from plain text or from its Markdown.

Most messages hold no Markdown, and are known not to before any parsing. Whatever is honoured, no character of the
message is lost: a rendering that would lose one is given up for the plain text. Draws nothing; knows no widget.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from db.late import Late
from qtapp.detail import signs
from qtapp.detail.inline import Paragraph, Piece, may_be_special, pieces

if TYPE_CHECKING:
    from qtapp.detail import markup, reader
else:
    markup, reader = Late("qtapp.detail.markup"), Late("qtapp.detail.reader")

PARSED = 20_000
"""A message longer than this is no letter that somebody formatted, and is shown as it was typed."""

BULLETS = frozenset("-*+")


@lru_cache(maxsize=4096)
def render(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a message; one, holding line feeds, where there is no Markdown."""
    if len(text) <= PARSED and signs.MAYBE.search(text) and signs.RESERVED.isdisjoint(text):
        formatted = tuple(_joined(reader.parsed(markup.to_html(text))))
        if is_whole(text, formatted):
            return formatted
    return (plain(text),)


def plain(text: str) -> Paragraph:
    """A text as it was typed, with its links and masks."""
    return Paragraph(tuple(pieces(text)) if may_be_special(text) else (Piece(text),))


def is_whole(text: str, paragraphs: Sequence[Paragraph]) -> bool:
    """True where every visible character of `text` is seen, but for marks of Markdown and addresses behind links."""
    shown = "".join(_visible(paragraph) for paragraph in paragraphs)
    typed = "".join(text.split())
    hidden = {piece.href: None for p in paragraphs for piece in p.pieces if piece.href and piece.href != piece.text}
    position = 0
    for character in shown:
        while position < len(typed) and typed[position] != character:
            step = _hidden_at(typed, position, hidden)
            if not step:
                return False
            position += step
        if position == len(typed):
            return False
        position += 1
    while position < len(typed) and (step := _hidden_at(typed, position, hidden)):
        position += step
    return position == len(typed)


def _hidden_at(typed: str, position: int, addresses: dict[str, None]) -> int:
    """How many characters from `position` are marks that a rendering may hide; 0 for none."""
    if typed[position] == "(":
        for address in addresses:
            if typed.startswith(f"({address})", position):
                return len(address) + 2
    if typed.startswith(("```", "~~~"), position):
        return 3
    return 1 if typed[position] in "*`[]" else 0


def _visible(paragraph: Paragraph) -> str:
    return "".join((paragraph.marker + "".join(piece.typed for piece in paragraph.pieces)).split())


def _joined(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Neighbouring plain lines as one paragraph, as a message without Markdown has them."""
    waiting: list[Piece] = []
    started = False
    for paragraph in paragraphs:
        if paragraph.marker or paragraph.preformatted:
            if started:
                yield Paragraph(tuple(waiting))
            waiting, started = [], False
            yield paragraph
        else:
            waiting += [Piece("\n"), *paragraph.pieces] if started else paragraph.pieces
            started = True
    if started:
        yield Paragraph(tuple(waiting))
