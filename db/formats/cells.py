"""Threads and fields in one cell, as our own exports write them: lines for people, and the same again when read.

A turn of a speaker begins with a mark; where no turn has one, each is a line. What would be read otherwise (a turn of
several lines without a speaker) is marked too, and where even that would mislead, the cell is JSON.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from db.values import Speaker, Turn

Pairs = Sequence[Sequence[Any]]
"""Turns as speaker and text, or fields as name and text."""

MARKS: Mapping[Speaker, str] = {"customer": "客户：", "staff": "客服：", None: "回复："}
NO_TURNS = "[]"
"""A thread that is there and empty."""
_SPOKEN: Mapping[Speaker, str] = {**MARKS, None: ""}
_STARTS = tuple(f"\n{mark}" for mark in MARKS.values())
_BY_MARK: Mapping[str, Speaker] = {mark: speaker for speaker, mark in MARKS.items()}
_COLON = "："


def turns_text(turns: Pairs) -> str:
    """A thread as a cell; '' for none. It is asked for every row of an export: what is commonest comes first."""
    if not turns:
        return ""
    text = "\n".join([_SPOKEN[speaker] + said for speaker, said in turns])
    are_lines = text.count("\n") == len(turns) - 1
    plain = [speaker for speaker, _ in turns].count(None)
    if not plain and are_lines:
        return text
    is_plain = plain == len(turns) and text[:1] != "["
    if is_plain and are_lines and text and _COLON not in text:
        return text
    # a text of several lines needs a mark before it
    if (are_lines or not is_plain) and _is_read(text, turns, plain):
        return text
    text = "\n".join([MARKS[speaker] + said for speaker, said in turns])
    return text if _marked(text) == len(turns) else json.dumps(turns, ensure_ascii=False)


def _is_read(text: str, turns: Pairs, plain: int) -> bool:
    """Whether a cell with marks of speakers is read as these turns, of which so many have no speaker."""
    if not text or text[0] == "[":
        return read_turns(text) == tuple(map(tuple, turns))
    if _marked(text) != len(turns) - plain or any(speaker is None and "\n" in said for speaker, said in turns):
        return False
    # turns without a mark are lines of their own only before the first mark
    return all(speaker is None for speaker, _ in turns[:plain])


def _marked(text: str) -> int:
    """The lines of a cell that begin with a mark."""
    first, second, third = _STARTS
    return text.count(first) + text.count(second) + text.count(third) + (text[:3] in _BY_MARK)


def read_turns(text: str) -> tuple[Turn, ...]:
    """The thread of a cell that `turns_text` wrote; a text of any other kind is one turn, or one a line."""
    if not text:
        return ()
    if text.startswith("[") and (listed := _turns(text)) is not None:
        return listed
    found: list[tuple[Speaker, list[str]]] = []
    marked = False
    for line in text.split("\n"):
        mark = line[:3]
        if mark in _BY_MARK:
            found.append((_BY_MARK[mark], [line[3:]]))
            marked = True
        elif marked:
            found[-1][1].append(line)
        else:
            found.append((None, [line]))
    return tuple([Turn(speaker, "\n".join(lines)) for speaker, lines in found])


def _turns(text: str) -> tuple[Turn, ...] | None:
    listed = _json(text)
    if not isinstance(listed, list):
        return None
    pairs = [one for one in listed if isinstance(one, list) and len(one) == 2 and isinstance(one[1], str)]
    if len(pairs) != len(listed) or any(speaker not in MARKS for speaker, _ in pairs if _is_plain(speaker)):
        return None
    return tuple(Turn(speaker, said) for speaker, said in pairs)


def _is_plain(value: Any) -> bool:
    return value is None or isinstance(value, str)


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def fields_text(pairs: Pairs) -> str:
    """Fields of other names as a cell: a line each, with the name before it."""
    if not pairs:
        return ""
    text = "\n".join([f"{name}{_COLON}{said}" for name, said in pairs])
    if read_fields(text) == tuple(map(tuple, pairs)):
        return text
    return json.dumps(pairs, ensure_ascii=False)


def read_fields(text: str) -> tuple[tuple[str, str], ...]:
    """The fields of a cell that `fields_text` wrote."""
    if not text:
        return ()
    if text.startswith("["):
        listed = _json(text)
        if isinstance(listed, list) and all(_is_pair(one) for one in listed):
            return tuple((name, said) for name, said in listed)
    found: list[tuple[str, str]] = []
    for line in text.split("\n"):
        name, colon, said = line.partition(_COLON)
        if colon:
            found.append((name, said))
        elif found:
            found[-1] = (found[-1][0], f"{found[-1][1]}\n{line}")
        else:
            found.append(("", line))
    return tuple(found)


def _is_pair(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(isinstance(one, str) for one in value)


def listed_text(names: Sequence[str], separator: str) -> str:
    """Names joined; JSON where the separator stands in one, or one would be lost."""
    text = separator.join(names)
    return text if read_listed(text, separator) == tuple(names) else json.dumps(list(names), ensure_ascii=False)


def read_listed(text: str, separator: str) -> tuple[str, ...]:
    """The names that `listed_text` joined."""
    if text.startswith("["):
        listed = _json(text)
        if isinstance(listed, list) and all(isinstance(one, str) for one in listed):
            return tuple(listed)
    return tuple(text.split(separator)) if text else ()
