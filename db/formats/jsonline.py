"""Writes a line of a JSONL source with other values: only the values of the changed keys are written anew.

Order of keys, spacing, escapes and whatever else the line holds stay as they are. Knows one line, no file.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, cast

from db.formats.labels import PATHS, causes
from db.formats.rethreading import cleaned
from db.values import CATEGORY, CONVERSATION, FIELDS, PROBLEM, REPLIES, ROOT_CAUSE, TITLE, Turn

_BLANK = re.compile(r"[ \t\n\r]*")
read_value = json.JSONDecoder().raw_decode


class Member(NamedTuple):
    """A key of the object: its value, and where the text of the value stands."""

    key: str
    value: Any
    start: int
    end: int
    colon: str
    """What stands between key and value."""


def rewritten(line: bytes, codec: str, edits: Mapping[str, object]) -> bytes:
    """The line of a ticket with these values. ValueError where it holds no object."""
    text, errors = decoded(line, codec)
    listed, comma = members(text)
    known = {member.key: member for member in listed}
    values: dict[str, Any] = {}
    for name, wanted in edits.items():
        old = {key: member.value for key, member in known.items()}
        values |= _VALUES[name](old, wanted)
    return _replaced(text, known, values, comma).encode(codec, errors)


def decoded(line: bytes, codec: str) -> tuple[str, str]:
    """The text of a line and how it is encoded again; bytes that are no text stay so where the codec allows."""
    for errors in ("strict", "surrogateescape"):
        try:
            text = line.decode(codec, errors)
            if text.encode(codec, errors) == line:
                return text, errors
        except UnicodeError:
            pass
    return line.decode(codec, "replace"), "strict"


def members(text: str) -> tuple[list[Member], str]:
    """The members of the object of a line, and what stands between two of them."""
    place = skip(text, 0)
    if text[place : place + 1] != "{":
        raise ValueError(text[:80])
    found: list[Member] = []
    comma = ", "
    place = skip(text, place + 1)
    while text[place : place + 1] == '"':
        key, behind = read_value(text, place)
        start = skip(text, skip(text, behind) + 1)
        value, end = read_value(text, start)
        found.append(Member(key, value, start, end, text[behind:start]))
        place = skip(text, end)
        if text[place : place + 1] != ",":
            break
        following = skip(text, place + 1)
        comma, place = text[end:following], following
    return found, comma


def skip(text: str, place: int) -> int:
    """The place of the first sign from a place on that is no blank."""
    found = _BLANK.match(text, place)
    return found.end() if found is not None else place


def _replaced(text: str, known: Mapping[str, Member], values: Mapping[str, Any], comma: str) -> str:
    last = max(known.values(), key=lambda member: member.end)
    write = writer(text, comma, last.colon)
    edits = [(known[key].start, known[key].end, write(value)) for key, value in values.items() if key in known]
    added = [f"{comma}{write(key)}{last.colon}{write(value)}" for key, value in values.items() if key not in known]
    edits.append((last.end, last.end, "".join(added)))
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def writer(text: str, comma: str, colon: str) -> Callable[[object], str]:
    """Writes values with the spacing and the escapes of a line."""
    escaped = text.isascii() and "\\u" in text
    encode = json.JSONEncoder(ensure_ascii=escaped, separators=(comma, colon)).encode
    if "\\/" in text and "/" not in text.replace("\\/", ""):
        return lambda value: encode(value).replace("/", "\\/")
    return encode


def _category(old: Mapping[str, Any], wanted: object) -> Iterator[tuple[str, Any]]:
    path = list(cast("Sequence[str]", wanted))
    found = old.get("category")
    yield "category", _separator(found).join(path) if isinstance(found, str) else path
    if "category_raw" in old:
        yield "category_raw", _separator(old["category_raw"]).join(path)


def _separator(raw: object) -> str:
    return next((one for one in PATHS if isinstance(raw, str) and one in raw), PATHS[0])


def _root_cause(old: Mapping[str, Any], wanted: object) -> Iterator[tuple[str, Any]]:
    yield "root_cause", wanted
    if old.get("root_causes") is not None:
        yield "root_causes", list(causes(str(wanted)))


def _thread(key: str) -> Callable[[Mapping[str, Any], object], Iterator[tuple[str, Any]]]:
    def values(old: Mapping[str, Any], wanted: object) -> Iterator[tuple[str, Any]]:
        yield key, None if wanted is None else _turns(old.get(key), cleaned(cast("Sequence[Turn]", wanted)))

    return values


def _turns(old: Any, wanted: Sequence[Turn]) -> Any:
    """Turns in the shape that the line has them; one that stays is kept with whatever else is said of it."""
    if isinstance(old, str) and old and len(wanted) == 1 and wanted[0].speaker is None:
        return wanted[0].text
    listed = old if isinstance(old, list) else []
    kept: dict[tuple[Any, str], list[Any]] = defaultdict(list)
    for one in listed:
        plain = isinstance(one, str)
        kept[(None, one) if plain else (one.get("speaker"), one["text"])].append(one)
    likes = listed or [{"speaker": None, "text": ""}]
    same = [kept[turn.speaker, turn.text] for turn in wanted]
    in_place = len(listed) == len(wanted)
    return [
        stays.pop(0) if stays else _turn(turn, likes[place if in_place else 0], in_place)
        for place, (stays, turn) in enumerate(zip(same, wanted, strict=True))
    ]


def _turn(turn: Turn, like: Any, in_place: bool) -> Any:
    """A turn as others of the line are; with all that is said of the one that it takes the place of."""
    if in_place and isinstance(like, dict) and like.get("speaker") == turn.speaker:
        return like | {"text": turn.text}
    if isinstance(like, str):
        return turn.text if turn.speaker is None else {"speaker": turn.speaker, "text": turn.text}
    keys = [key for key in like if key in ("speaker", "text")]
    if turn.speaker is not None and "speaker" not in keys:
        keys.insert(0, "speaker")
    return {key: getattr(turn, key) for key in keys}


def _fields(old: Mapping[str, Any], wanted: object) -> Iterator[tuple[str, Any]]:
    """Pairs, or an object where the line has one."""
    pairs = cast("Sequence[tuple[str, str]]", wanted)
    yield "fields", dict(pairs) if isinstance(old.get("fields"), dict) else [list(pair) for pair in pairs]


def _same(key: str) -> Callable[[Mapping[str, Any], object], Iterator[tuple[str, Any]]]:
    return lambda old, wanted: iter([(key, wanted)])


_VALUES: Mapping[str, Callable[[Mapping[str, Any], object], Iterator[tuple[str, Any]]]] = {
    TITLE: _same("title"),
    CATEGORY: _category,
    PROBLEM: _same("problem"),
    ROOT_CAUSE: _root_cause,
    REPLIES: _thread("replies"),
    CONVERSATION: _thread("conversation"),
    FIELDS: _fields,
}
"""Field -> the keys that say it, with their new values."""
