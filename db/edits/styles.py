"""How the source of a ticket writes categories and root causes: the dialects of a review, each looked up once."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from db.errors import ReviewError
from db.late import Late
from db.review import Review

if TYPE_CHECKING:
    from db import formats
else:
    formats = Late("db.formats")


class Styles:
    """Made for one action; remembers what it was asked, because many tickets say the same."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self.of = cache(self._of)
        self.causes = cache(self._causes)
        self.text = cache(self._text)

    def _of(self, source_id: int) -> formats.Style:
        row = self._review.execute("SELECT dialect FROM source WHERE id = ?", (source_id,)).fetchone()
        try:
            return formats.Style.of(json.loads(row[0]))
        except (ValueError, TypeError, KeyError, AttributeError) as exc:  # bytes that were damaged on the disk
            raise ReviewError("review.corrupt", file=str(self._review.path)) from exc

    def _causes(self, source_id: int, text: str) -> tuple[str, ...]:
        """The root causes that the text of a section means."""
        return self.of(source_id).causes(text)

    def _text(self, source_id: int, causes: tuple[str, ...], like: str) -> str:
        """The section with other tags: labels, status lines and advice of `like` stay."""
        return self.of(source_id).root_cause_text(causes, like=like)

    def can_hold(self, source_id: int, path: Sequence[str]) -> bool:
        """Whether a category path, written in the dialect of a source, is read as the same path."""
        style = self.of(source_id)
        return style.category_path(style.category_text(tuple(path))) == tuple(path)
