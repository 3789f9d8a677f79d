"""What families answer to a search of tickets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from db.replies.families import Replies

Answer = Callable[[str], Iterable[int]]


def answers(replies: Replies) -> Mapping[str, Answer]:
    """The conditions that families answer, by name: for `Finder.answer`."""
    return {
        "family": lambda name: replies.tickets_of(handle) if (handle := replies.handle_of(name)) >= 0 else (),
        "is:canned": lambda _: replies.members.canned_tickets,
        "is:duplicate": lambda _: {one for group in replies.duplicates() if group.whole for one in group.tickets},
    }
