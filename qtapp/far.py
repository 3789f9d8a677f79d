"""Actions on so many tickets that the window must not wait for them: as calls of the command line, which does them in
the background.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from db.values import PATH_SEPARATOR

FAR = 2000
"""An action on more tickets than this is done in the background. Measured on two busy processors, 20,000 tickets hold
the window for 0.3 s where their status is set, 0.4 s a category, 1 s a root cause and 3.3 s a note: a note on 2,000
takes 0.33 s, less than what has to have progress and cancel. A child process takes 0.4 s to begin."""
BRIEF = "--brief"
"""What is done to tickets is told as one action, not a ticket a line."""
LONGEST = 8000
"""Characters of a value that goes into a call: Windows takes some 32,000 of a whole call."""
FAR_FAMILIES = 1000
"""The same, of families that are decided: 5,000 of them hold the window for 0.8 s."""
FAR_REPLIES = 1000
"""The same, of tickets whose replies are rewritten: they stand in all parts of the review, so the index is read nearly
whole for few of them. 1,170 of 100,000 tickets take 0.7 s."""


@dataclass(frozen=True, slots=True)
class Far:
    """A command on the open review, its options, the tickets it is for (none where it says them itself), the action
    that takes it back, the text of the plan that it carries out, and the ids of the families it is for."""

    command: str
    options: tuple[str, ...] = ()
    tickets: Sequence[int] = ()
    offer: str = "undo"
    plan: str = ""
    families: Sequence[str] = ()


def edit(option: str, *values: str) -> tuple[str, ...] | None:
    """The options of an edit; None where a value cannot be part of a call, and the window has to do it itself."""
    return tuple(f"--{option}={value}" for value in values) if all(map(_can_be_said, values)) else None


def category(path: Sequence[str]) -> tuple[str, ...] | None:
    """The option that gives a category path. A path of one name with the other sign that joins names would be read as
    several."""
    text = PATH_SEPARATOR.join(path)
    return None if len(path) == 1 and " > " in text else edit("category", text)


def causes(names: Sequence[str]) -> tuple[str, ...] | None:
    """The options that say all root causes."""
    return edit("root-cause", *(names or ("",)))


def _can_be_said(value: str) -> bool:
    return len(value) <= LONGEST and "\0" not in value and not any("\ud800" <= sign <= "\udfff" for sign in value)
