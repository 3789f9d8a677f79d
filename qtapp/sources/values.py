"""Fields of a comparison as text: to be read beside one another, and to be written anew."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from db import sentences
from db.drift import FieldDrift, Value
from db.values import CONVERSATION, FIELDS, REPLIES, Turn

BETWEEN = "\n---\n"
"""Between turns, or other fields, that are written anew."""
TURNS = (REPLIES, CONVERSATION)


def field_words(field: str) -> str:
    """What a field is called."""
    return QCoreApplication.translate("db", sentences.TEMPLATES[f"field.{field}"])


def shown(value: Value) -> str:
    """A value to be read."""
    if value is None or isinstance(value, str):
        return value or ""
    return "\n".join(_turn(one) if isinstance(one, Turn) else f"{one[0]}：{one[1]}" for one in value)


def _turn(turn: Turn) -> str:
    translate = QCoreApplication.translate
    words = {"customer": translate("Drift", "Customer"), "staff": translate("Drift", "Staff")}
    speaker = words.get(turn.speaker or "", turn.speaker or "")
    return f"{speaker}：{turn.text}" if speaker else turn.text


def written(value: Value) -> str:
    """A value to be written anew; `as_typed` reads it again."""
    if value is None or isinstance(value, str):
        return value or ""
    return BETWEEN.join(one.text if isinstance(one, Turn) else f"{one[0]}\n{one[1]}" for one in value)


def as_typed(field: FieldDrift, text: str) -> Value:
    """What was written in place of both sides; turns keep the speakers of the longer side, in their order."""
    if field.field not in (*TURNS, FIELDS):
        return text
    parts = text.split(BETWEEN) if text.strip() else []
    if field.field == FIELDS:
        return tuple((name, rest) for name, _, rest in (part.partition("\n") for part in parts))
    sides = [one for one in (field.ours, field.theirs) if isinstance(one, tuple)]
    like: Sequence[object] = max(sides, key=len, default=())
    speakers = [one.speaker if isinstance(one, Turn) else None for one in like]
    return tuple(Turn(speakers[n] if n < len(speakers) else None, part) for n, part in enumerate(parts))


def as_option(value: Value) -> str:
    """A value as the file of decisions has it."""
    if value is None or isinstance(value, str):
        return value or ""
    listed = [{"speaker": one.speaker, "text": one.text} if isinstance(one, Turn) else list(one) for one in value]
    return json.dumps(listed, ensure_ascii=False)
