"""What fields of the pane save: one method a field, on the ticket that the text was typed for.

Each gives False where the session could not save, which says itself why.
"""

from __future__ import annotations

from db.values import CONVERSATION, PROBLEM, REPLIES, TITLE
from qtapp.session import Session


class Saver:
    """Turns typed texts into verbs of a session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def title(self, ticket_id: int, text: str) -> bool:
        """The title."""
        return self._session.set_text(TITLE, text, (ticket_id,)) is not None

    def problem(self, ticket_id: int, text: str) -> bool:
        """The problem."""
        return self._session.set_text(PROBLEM, text, (ticket_id,)) is not None

    def turn(self, ticket_id: int, number: int, text: str) -> bool:
        """One turn of the thread, counted from 1; '' takes it away."""
        ticket = self._session.review.ticket(ticket_id)
        turns = list(ticket.thread)
        turns[number - 1 : number] = [turns[number - 1]._replace(text=text)] if text.strip() else []
        field = REPLIES if ticket.conversation is None else CONVERSATION
        return self._session.set_text(field, tuple(turns), (ticket_id,)) is not None

    def root_cause(self, ticket_id: int, text: str) -> bool:
        """The root cause as text."""
        return self._session.set_root_cause_text(text, (ticket_id,)) is not None

    def note(self, ticket_id: int, text: str) -> bool:
        """The note."""
        return self._session.set_note(text, (ticket_id,)) is not None
