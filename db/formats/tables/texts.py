"""Values of a table as text: what a cell, a JSON value or a column of Parquet says, and a text as a value again."""

from __future__ import annotations

import base64
import json
from typing import Any


def text_of(value: Any) -> str:
    """A value as text: a text as it is, a list or an object as JSON."""
    if type(value) is str:
        return value
    if value is None:
        return ""
    if isinstance(value, (bool, int, float, list, dict)):
        return json.dumps(value, ensure_ascii=False, default=text_of)
    if isinstance(value, bytes):
        try:
            return value.decode()
        except UnicodeDecodeError:
            return base64.b64encode(value).decode()
    return str(value)


def value_like(old: Any, text: str) -> Any:
    """A text as a value of the kind that stood there: a number stays one where the text is one."""
    if isinstance(old, str):
        return text
    if old is not None:
        try:
            value = json.loads(text)
        except (ValueError, RecursionError):
            return text
        if type(value) is type(old) or (isinstance(old, float) and type(value) is int):
            return value
    return text
