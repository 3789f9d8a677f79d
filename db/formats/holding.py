"""Whether a rewritten ticket says what was wanted: edited fields as they should be, the others as before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from db.formats.rethreading import cleaned
from db.formats.spans import TICKET
from db.values import CATEGORY, CONVERSATION, FIELDS, REPLIES, SOURCE_FIELDS, TITLE, Record, Turn

_OTHERS = ("number",)


def differing(before: Record, after: Record | None, edits: Mapping[str, object]) -> str:
    """'' where all is well; else the field to blame, `TICKET` where that is none of those that were edited."""
    if after is None:
        return next(iter(edits)) if len(edits) == 1 else TICKET
    for name, value in edits.items():
        if not _is(getattr(after, name), name, value):
            return name
    others = [name for name in (*SOURCE_FIELDS, *_OTHERS) if name not in edits]
    if all(getattr(before, name) == getattr(after, name) for name in others):
        return ""
    # a text that is taken for another field's, or takes it
    return next(iter(edits)) if len(edits) == 1 else TICKET


def brings_nul(before: str, after: str) -> bool:
    """Whether a text has a NUL character that it had not: where it is not written as an escape, no file with one is
    read again."""
    return "\0" in after and "\0" not in before


def _is(found: object, name: str, wanted: object) -> bool:
    if name == CATEGORY:
        return found == tuple(cast("Sequence[str]", wanted))
    if name in (REPLIES, CONVERSATION):
        return _turns(found) == _turns(wanted)
    if name == FIELDS:
        return _pairs(found) == _pairs(wanted)
    text = str(wanted).replace("\r\n", "\n").strip()
    return str(found).strip() == text and (name != TITLE or bool(text))


def _pairs(value: object) -> list[tuple[str, str]]:
    return [(name, text.strip()) for name, text in cast("Sequence[tuple[str, str]]", value)]


def _turns(value: object) -> tuple[Turn, ...] | None:
    return None if value is None else cleaned(cast("Sequence[Turn]", value))
