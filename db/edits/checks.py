"""What a value may be: refusals with a reason, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence

from db import store
from db.edits.styles import Styles
from db.errors import EditError
from db.values import CONVERSATION, PATH_SEPARATOR, PROBLEM, REPLIES, ROOT_CAUSE, TITLE, Turn

WRITABLE = (TITLE, PROBLEM, REPLIES, CONVERSATION, ROOT_CAUSE)
"""Fields that can be rewritten as text or turns."""
ENDS = ("\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")


def good_path(path: Sequence[str]) -> tuple[str, ...]:
    """A category path as it is kept, or EditError ``edit.bad_path``."""
    names = tuple(name.strip() for name in path)
    for name in names:
        if not name or PATH_SEPARATOR in name or any(end in name for end in ENDS):
            raise EditError("edit.bad_path", given=name)
    return names


def good_cause(cause: str) -> str:
    """A root cause as it is kept, or EditError ``edit.bad_cause``."""
    name = cause.strip()
    if not name or any(end in name for end in ENDS):
        raise EditError("edit.bad_cause", given=name)
    return name


def good_text(field: str, text: str) -> str:
    """A text as it is kept, or EditError ``edit.bad_text`` for a field that is none, ``edit.bad_title`` for a title."""
    if field not in WRITABLE:
        raise EditError("edit.bad_field", given=field)
    if field != TITLE:
        return _good_lines(text)
    title = text.strip()
    if not title or any(end in title for end in ENDS):
        raise EditError("edit.bad_title", given=title)
    return title


def _good_lines(text: str) -> str:
    """A text as readers give it: stripped, and a line ends with a line feed, however it was typed or pasted."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def good_turns(turns: Sequence[Turn], had: Sequence[Turn]) -> tuple[Turn, ...]:
    """Turns as they are kept: as a text is, none that says nothing. Those that a ticket had stay."""
    plain = [turn if turn in had else Turn(turn.speaker, _good_lines(turn.text)) for turn in turns]
    return tuple(turn for turn in plain if turn.text or turn.speaker or turn in had)


def good_for_sources(styles: Styles, sources: Sequence[tuple[int, str]], path: tuple[str, ...]) -> None:
    """Refuse a path that one of these sources, as (id, name), would say otherwise when it is read again."""
    for source_id, name in sources:
        if not styles.can_hold(source_id, path):
            raise EditError("edit.path_not_held", given=store.path_text(path), source=name)


def reads_as(styles: Styles, source_id: int, text: str) -> bool:
    """Whether a text stays a text in its section, and makes no heading of the source."""
    return not any(styles.of(source_id).is_structure(line) for line in text.split("\n"))
