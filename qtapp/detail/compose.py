"""Writes a ticket's text into a `QTextDocument`, and remembers where bubbles, pills and hits are to be painted.

Only text and formats go into the document: no HTML, no picture, no table, so nothing can be loaded by showing it. What
is drawn behind and beside the text is painted by `thread` from the marks kept here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from db.records import dataclass, field
from qtapp.detail.formats import SHORT, Formats, Side, shown_marker
from qtapp.detail.inline import Paragraph, Piece

LINE = "\u2028"
"""Parts the lines within one block, so that a message costs one block however many lines it has."""

BOM = "\ufeff"
BETWEEN = 4
"""Pixels between two paragraphs of one message."""

_REPLACED = str.maketrans(
    {"\n": LINE, "\r": "", "\u2029": LINE, "\x00": "\ufffd", "\ufdd0": "\ufffd"}
    | {"\ufdd1": "\ufffd", "\ufffc": "\ufffd"}
)
"""What Qt would take for a new block, a frame or an object."""

_BARE = frozenset("\n\r\u2029\x00\ufdd0\ufdd1\ufffc")


@dataclass(slots=True)
class Mark:
    """Something painted behind the characters start:end of the document. `raw` is what they stand for when copied."""

    start: int
    end: int
    kind: str
    raw: str | None = None


@dataclass(slots=True)
class Bubble:
    """One message: the blocks first:last+1 of the document. `number` counts the turns of the thread from 1.

    `width` is that of its text where it was measured, else None.
    """

    first: int
    last: int
    side: Side
    number: int
    width: float | None = None


@dataclass(slots=True)
class Composed:
    """What `thread` needs to paint and to step: marks and bubbles in the order of the document.

    `disguised` holds the addresses behind words that do not say them.
    """

    marks: list[Mark] = field(default_factory=list)
    bubbles: list[Bubble] = field(default_factory=list)
    disguised: set[str] = field(default_factory=set)


class Writer:
    """Writes blocks one after another at the end of a document; everything is one edit block, so laid out once."""

    def __init__(self, document: QTextDocument, formats: Formats) -> None:
        self.formats = formats
        self.composed = Composed()
        self._cursor = QTextCursor(document)
        self._block = -1

    def __enter__(self) -> Writer:
        self._cursor.beginEditBlock()
        self._cursor.select(QTextCursor.SelectionType.Document)
        self._cursor.removeSelectedText()
        return self

    def __exit__(self, *_: object) -> None:
        self._cursor.endEditBlock()

    @property
    def block_number(self) -> int:
        """The block that is being written."""
        return self._block

    def block(self, block_format: QTextBlockFormat, char_format: QTextCharFormat) -> None:
        """Begin a block; text without a format of its own gets `char_format`."""
        if self._block < 0:
            self._cursor.setBlockFormat(block_format)
            self._cursor.setBlockCharFormat(char_format)
            self._cursor.setCharFormat(char_format)
        else:
            self._cursor.insertBlock(block_format, char_format)
        self._block += 1

    def text(self, text: str, char_format: QTextCharFormat | None = None) -> None:
        """Add text to the block; line feeds begin lines, not blocks."""
        if not _BARE.isdisjoint(text):
            text = text.translate(_REPLACED)
        if text.startswith(BOM):
            text = BOM + text  # the first one would be taken for a byte order mark on its way to Qt
        if char_format is None:
            self._cursor.insertText(text)
        else:
            self._cursor.insertText(text, char_format)

    def marked(self, text: str, kind: str, char_format: QTextCharFormat, raw: str | None = None) -> None:
        """Add text with a mark behind it."""
        start = self._cursor.position()
        self.text(text, char_format)
        self.composed.marks.append(Mark(start, self._cursor.position(), kind, raw))

    def icon(self, kind: str, char_format: QTextCharFormat) -> None:
        """Leave room for an icon; copying leaves it out."""
        self.marked(self.formats.gap, f"icon:{kind}", char_format, raw="")

    def message(self, paragraphs: Sequence[Paragraph], side: Side, above: int) -> float | None:
        """Write a message as blocks at a side of the pane, the first `above` pixels below what stands before.

        Gives the width of its text where it had to be measured.
        """
        extent = self.formats.extent(paragraphs) if side == "right" else inf
        for paragraph in paragraphs:
            self._paragraph(paragraph, side, above, extent)
            above = BETWEEN
        return min(float(self.formats.limit), extent + 2) if side == "right" and extent != SHORT else None

    def beside(self, label: str, paragraph: Paragraph) -> None:
        """Write a short paragraph beside its label."""
        self.block(self.formats.labelled(), self.formats.body)
        self.text(label, self.formats.heading)
        self.text("\t", self.formats.body)
        for piece in paragraph.pieces:
            self._piece(piece, self.formats.body)

    def _paragraph(self, paragraph: Paragraph, side: Side, above: int, extent: float) -> None:
        formats, marker = self.formats, paragraph.marker
        body = formats.code if paragraph.preformatted else formats.body
        hang = formats.hang(marker) if marker else 0
        self.block(formats.message(side, above, extent, paragraph.depth, hang), body)
        if marker:
            self.marked(shown_marker(marker), "marker", body, raw=f"{marker} ")
        for piece in paragraph.pieces:
            self._piece(piece, body)

    def _piece(self, piece: Piece, body: QTextCharFormat) -> None:
        formats = self.formats
        if piece.kind == "link":
            if piece.href != piece.text:
                self.composed.disguised.add(piece.href)
            self.text(piece.text, formats.link(piece.href))
        elif piece.kind != "text":
            self.marked("\u200b", "break", body, raw="")
            self.marked(f"{formats.gap}{piece.text}\u00a0", piece.kind, formats.pill, raw=piece.typed)
        elif piece.code:
            self.marked(piece.text, "code", formats.code)
        else:
            self.text(piece.text, formats.styled(piece.bold, piece.italic) if piece.bold or piece.italic else body)

    def diff(self, stretches: Iterable[tuple[str, str]]) -> None:
        """Add the stretches of a comparison: ('equal' | 'insert' | 'delete', text)."""
        for kind, text in stretches:
            self.text(text, self.formats.compared[kind])
