"""The differences that the library finds, as pieces of text to paint."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from qtapp.kit.marked import Piece

if TYPE_CHECKING:
    from db.replies import Mark


def pieces_of(marks: Iterable[Mark]) -> list[Piece]:
    """The marks of a variant, each slot with the room that its box needs."""
    return [Piece(f"\u2009{one.text}\u2009" if one.kind == "slot" else one.text, one.kind) for one in marks]
