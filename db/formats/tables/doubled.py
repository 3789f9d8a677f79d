"""Keys that stand twice in an object of JSON, of which every reader takes the last. Knows the text of one value."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

DOUBLED = "table.doubled"


def doubled_key(text: str, value: Any) -> str:
    """A key that stands twice in an object of a text, whose value is known; '' where none does."""
    if text.count('":') == _keys(value):  # so in nearly all texts, and found out in a tenth of the time
        return ""
    found: list[str] = []

    def look(pairs: Sequence[tuple[str, Any]]) -> None:
        found.extend(doubled_of([name for name, _ in pairs]))

    try:
        json.JSONDecoder(object_pairs_hook=look).raw_decode(text)
    except (ValueError, RecursionError):
        return ""
    return found[0] if found else ""


def doubled_of(names: Sequence[str]) -> list[str]:
    """Those of some names that are there before."""
    return [name for place, name in enumerate(names) if name in names[:place]] if len(set(names)) < len(names) else []


def _keys(value: Any) -> int:
    """How many keys a value has in all its objects."""
    if type(value) is dict:
        return len(value) + sum(_keys(one) for one in value.values() if type(one) is dict or type(one) is list)
    return sum(map(_keys, value)) if type(value) is list else 0
