"""The formats of the thread's document for one width of the pane, one theme and one font, made once and shared.

Knows sizes and colours; writes no text. All lengths are pixels.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, inf
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
    QTextOption,
)

from qtapp.detail.inline import Paragraph
from qtapp.detail.rendering import BULLETS
from qtapp.kit.theme import Tokens

Side = Literal["left", "right", "plain"]
"""Customers speak from the left, staff from the right; an unknown speaker has the full width."""

LEFT, RIGHT = 24, 28
PAD_X, PAD_Y = 12, 8
SHARE = 0.8
"""Of the pane's width, what a bubble takes at most."""

LINE_HEIGHT = 21
SMALL_LINE = 18
LABEL = 64
STEP = 16
"""How far an inner list stands in."""
FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_NARROWEST, _WIDEST = 3.0, 14.0
"""No text is narrower a character on average, and none wider: what surely wraps, or surely fits, is not measured."""

SHORT = 0.0
"""The extent of a message that fits on one line: it is aligned, not measured."""


def _char(size: int, colour: QColor, weight: QFont.Weight | None = None) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setProperty(QTextCharFormat.Property.FontPixelSize, size)
    made.setForeground(colour)
    if weight is not None:
        made.setFontWeight(weight)
    return made


class Formats:
    """Formats for a pane `width` pixels wide."""

    def __init__(self, tokens: Tokens, font: QFont, width: int) -> None:
        self.tokens = tokens
        self.width = max(width, 160)
        self.bubble = int((self.width - LEFT - RIGHT) * SHARE)
        self._metrics = QFontMetricsF(font)
        self.gap = "\u00a0" * max(1, ceil(16 / max(1.0, self._metrics.horizontalAdvance("\u00a0"))))
        self.limit = self.bubble - 2 * PAD_X
        self._messages: dict[tuple[Side, int, float, int, int], QTextBlockFormat] = {}
        self._actions: dict[tuple[str, int], QTextCharFormat] = {}
        self._rows: dict[tuple[int, bool, bool], QTextBlockFormat] = {}
        self._colours: dict[str, QColor] = {}
        self._pens: dict[tuple[str, float], QPen] = {}
        self._make_characters(tokens)

    def colour(self, token: str) -> QColor:
        """A colour by the name of its token."""
        if token not in self._colours:
            self._colours[token] = QColor(getattr(self.tokens, token))
        return self._colours[token]

    def pen(self, token: str, width: float = 1) -> QPen:
        """The pen of a colour by the name of its token."""
        if (token, width) not in self._pens:
            self._pens[token, width] = QPen(QColor(getattr(self.tokens, token)), width)
        return self._pens[token, width]

    def _make_characters(self, tokens: Tokens) -> None:
        demi = QFont.Weight.DemiBold
        self.body = QTextCharFormat()
        self.heading = _char(13, QColor(tokens.text2), demi)
        self.small = _char(12, QColor(tokens.text2))
        self.faint = _char(12, QColor(tokens.text3))
        self.key = _char(11, QColor(tokens.text2))
        self.pill = _char(12, QColor(tokens.text2))
        self.code = QTextCharFormat()
        self.code.setFontFamilies([QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family(), *FALLBACK])
        self.code.setProperty(QTextCharFormat.Property.FontPixelSize, 12)
        inserted = _char(12, QColor(tokens.inserted_text))
        inserted.setFontUnderline(True)
        inserted.setBackground(QColor(tokens.inserted))
        deleted = _char(12, QColor(tokens.deleted_text))
        deleted.setFontStrikeOut(True)
        deleted.setBackground(QColor(tokens.deleted))
        self.compared = {"equal": self.small, "insert": inserted, "delete": deleted}

    def styled(self, bold: bool, italic: bool) -> QTextCharFormat:
        """The body, bold or italic."""
        if not bold and not italic:
            return self.body
        made = QTextCharFormat()
        if bold:
            made.setFontWeight(QFont.Weight.DemiBold)
        made.setFontItalic(italic)
        return made

    def link(self, href: str) -> QTextCharFormat:
        """A link to `href` on the web."""
        made = QTextCharFormat()
        made.setForeground(QColor(self.tokens.accent))
        made.setAnchor(True)
        made.setAnchorHref(href)
        made.setFontUnderline(True)
        return made

    def action(self, href: str, size: int = 12) -> QTextCharFormat:
        """Words that do something in the pane when clicked; the few of them are kept."""
        if (href, size) not in self._actions:
            made = _char(size, QColor(self.tokens.accent if size == 12 else self.tokens.text2))
            made.setAnchor(True)
            made.setAnchorHref(href)
            self._actions[href, size] = made
        return self._actions[href, size]

    def hang(self, marker: str) -> int:
        """How far the text of a list item stands in from its marker."""
        return ceil(self._metrics.horizontalAdvance(shown_marker(marker)))

    def extent(self, paragraphs: Sequence[Paragraph]) -> float:
        """The width that a message needs: `SHORT` where it surely fits on one line, infinite where it surely wraps."""
        if len(paragraphs) == 1 and "\n" not in paragraphs[0].text and not paragraphs[0].marker:
            return self._extent_of_line(paragraphs[0])
        widest = 0.0
        for paragraph in paragraphs:
            room = STEP * paragraph.depth + (self.hang(paragraph.marker) if paragraph.marker else 0)
            pills = "\u00a0" * self._room_of_pills(paragraph)
            for line in paragraph.text.split("\n"):
                if self._surely_wraps(line):
                    return inf
                widest = max(widest, room + self._metrics.horizontalAdvance(line + pills))
        return widest if widest <= self.limit else inf

    def _extent_of_line(self, paragraph: Paragraph) -> float:
        text = paragraph.text
        pills = self._room_of_pills(paragraph)
        if _WIDEST * (len(text) + pills) <= self.limit:
            return SHORT
        if self._surely_wraps(text):
            return inf
        width = self._metrics.horizontalAdvance(text + "\u00a0" * pills)
        return width if width <= self.limit else inf

    def _surely_wraps(self, line: str) -> bool:
        wide = (len(line.encode("utf-8", "surrogatepass")) - len(line)) // 2  # Chinese: three bytes each, an em wide
        return wide * 12.5 > self.limit or len(line) * _NARROWEST > self.limit

    def _room_of_pills(self, paragraph: Paragraph) -> int:
        if len(paragraph.pieces) == 1 and paragraph.pieces[0].kind == "text":
            return 0
        return sum(len(self.gap) + 2 for piece in paragraph.pieces if piece.kind not in ("text", "link"))

    def message(self, side: Side, above: int, extent: float = inf, depth: int = 0, hang: int = 0) -> QTextBlockFormat:
        """The block of a message, or of a part of it that begins `above` pixels below the block before."""
        key = (side, above, extent, depth, hang)
        if key not in self._messages:
            self._messages[key] = self._message(*key)
        return self._messages[key]

    def _message(self, side: Side, above: int, extent: float, depth: int, hang: int) -> QTextBlockFormat:
        made = QTextBlockFormat()
        made.setTopMargin(above)
        made.setLineHeight(LINE_HEIGHT, FIXED)
        left, right = LEFT, RIGHT
        if side == "right" and extent == SHORT:
            made.setAlignment(Qt.AlignmentFlag.AlignRight)
            extent = inf
        if side == "left":
            left, right = LEFT + PAD_X, self.width - PAD_X - LEFT - self.limit
        elif side == "right":
            left, right = self.width - RIGHT - PAD_X - ceil(min(self.limit, extent + 2)), RIGHT + PAD_X
        made.setLeftMargin(left + STEP * depth + hang)
        made.setRightMargin(right)
        made.setTextIndent(-hang)
        return made

    def labelled(self) -> QTextBlockFormat:
        """The block of a short text beside its label: what follows a tab begins at `LABEL`."""
        made = QTextBlockFormat(self.message("plain", 16))
        made.setTabPositions([QTextOption.Tab(LABEL, QTextOption.TabType.LeftTab)])
        return made

    def fits_beside_label(self, text: str) -> bool:
        """True where a text surely stands on one line beside its label."""
        return "\n" not in text and _WIDEST * len(text) <= self.width - LEFT - RIGHT - LABEL

    def row(self, above: int, align_right: bool = False, tab: bool = False) -> QTextBlockFormat:
        """The block of a heading or a small line; with `tab`, what follows a tab stands at the right."""
        key = (above, align_right, tab)
        if key not in self._rows:
            self._rows[key] = self._row(*key)
        return self._rows[key]

    def _row(self, above: int, align_right: bool, tab: bool) -> QTextBlockFormat:
        made = QTextBlockFormat()
        made.setTopMargin(above)
        made.setLeftMargin(LEFT)
        made.setRightMargin(RIGHT)
        made.setLineHeight(SMALL_LINE, FIXED)
        if align_right:
            made.setAlignment(Qt.AlignmentFlag.AlignRight)
        if tab:
            made.setTabPositions([QTextOption.Tab(self.width - LEFT - RIGHT, QTextOption.TabType.RightTab)])
        return made


FALLBACK = ("Noto Sans Mono CJK SC", "Noto Sans CJK SC", "Microsoft YaHei UI", "PingFang SC")
"""For Chinese within code."""


def shown_marker(marker: str) -> str:
    """The marker of a list item as it is drawn, with the space after it."""
    return ("•" if marker in BULLETS else marker) + "\u00a0\u00a0"
