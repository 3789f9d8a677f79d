"""A message as what is drawn of it: paragraphs of pieces, made from plain text or from its Markdown.

Most messages hold no Markdown, and are known not to before any parsing. Whatever is honoured, no character of the
message is lost: a rendering that would lose one is given up for the plain text. Draws nothing; knows no widget.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from db.late import Late
from db.records import dataclass, replace
from qtapp.detail import signs
from qtapp.detail.inline import Piece, may_be_special, pieces, styled

if TYPE_CHECKING:
    from qtapp.detail import markup
else:
    markup = Late("qtapp.detail.markup")

PARSED = 20_000
"""A message longer than this is no letter that somebody formatted, and is shown as it was typed."""

BULLETS = frozenset("-*+")


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


@lru_cache(maxsize=4096)
def render(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a message; one, holding line feeds, where there is no Markdown."""
    if len(text) <= PARSED and signs.MAYBE.search(text) and signs.RESERVED.isdisjoint(text):
        formatted = tuple(_joined(_parsed(markup.to_html(text))))
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


class _Reader(HTMLParser):
    """Clean HTML of `markup.to_html` into paragraphs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[Paragraph] = []
        self._open: list[Piece] = []
        self._look = Piece("")
        self._verbatim = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("p", "li", "pre"):
            value = dict(attrs).get("value") or ""
            mark = value.strip()
            self.paragraphs.append(Paragraph((), mark, (len(value) - len(mark)) // 2, tag == "pre"))
        elif tag == "a":
            self._look = replace(self._look, href=dict(attrs).get("href") or "")
        else:
            self._look = replace(self._look, **{_LOOKS[tag]: True})
        self._verbatim = self._verbatim or tag == "pre"

    def handle_endtag(self, tag: str) -> None:
        if tag in ("p", "li", "pre"):
            self.paragraphs[-1] = replace(self.paragraphs[-1], pieces=tuple(self._open))
            self._open, self._verbatim = [], False
        elif tag == "a":
            self._look = replace(self._look, href="")
        else:
            self._look = replace(self._look, **{_LOOKS[tag]: False})

    def handle_data(self, data: str) -> None:
        text = data.replace(signs.AMPERSAND, "&")
        if self._look.href:
            self._open.append(replace(self._look, text=text, kind="link"))
        elif self._look.code or self._verbatim:
            self._open.append(replace(self._look, text=text))
        else:
            self._open.extend(styled(text, self._look))


_LOOKS = {"strong": "bold", "em": "italic", "code": "code"}


def _parsed(html: str) -> list[Paragraph]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.paragraphs


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
