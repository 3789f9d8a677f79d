"""The families of canned replies of the open review: made at once or, where there are very many, in another thread
while those that there were stay. Shows nothing itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db.late import Late
from db.review import Review
from db.search import Finder, Query
from db.values import CONVERSATION, REPLIES, Changes
from qtapp.steps import Steps

if TYPE_CHECKING:
    from db import replies as library
else:
    library = Late("db.replies")


REACH = 500_000
"""Near pairs that are looked at anew at once when something is decided: some 50 ms."""


class Making(QObject):
    """One work at a time, which cannot be stopped: what overtakes it is begun when it has ended."""

    made = Signal()
    """`replies` are others now: their families are at hand, for the first time or anew."""
    read = Signal()
    """`replies` can be searched for words now."""

    def __init__(self, review: Review, finder: Finder, parent: QObject) -> None:
        super().__init__(parent)
        self._review, self._finder = review, finder
        self.replies = self._next = library.Replies(review, finder)
        self._is_large: bool | None = None
        self._threshold: float | None = None
        self._asked = False
        self._overtaken = False
        """Whether something has changed since they are being made, so that it was in vain."""
        self._anew = False
        """Whether replies have changed that `replies` do not know."""
        self._steps = Steps(self)
        self._steps.ended.connect(self._take)
        self._reading = Steps(self)
        self._reading.ended.connect(self.read)

    # What is there

    @property
    def at_hand(self) -> bool:
        """Whether the families can be asked for; where they cannot, they are made from now on, and `made` tells."""
        self._asked = True
        if not self.is_quick and not self.works:
            self._make(self._threshold)
        return self.is_quick

    def finds(self, query: Query) -> bool:
        """Whether families can be looked for at once; where not, that is prepared, and `made` or `read` tells."""
        if not self.at_hand:
            return False
        if not self.is_large or self.replies.can_find(query):
            return True
        if not self._reading.is_active:
            self._reading.begin(library.reading(self.replies))
        return False

    @property
    def is_quick(self) -> bool:
        """Whether the families are there, or are so few that they are made at once."""
        return self.replies.is_at_hand or not self.is_large

    @property
    def is_large(self) -> bool:
        """Whether there are so many that making them takes long enough to be noticed."""
        if self._is_large is None:
            self._is_large = library.is_large(self._review)
        return self._is_large

    @property
    def works(self) -> bool:
        """Whether families are being made; what there is, if anything, is as it was before."""
        return self._steps.is_active

    @property
    def is_busy(self) -> bool:
        """Whether another thread makes families, or reads what is searched."""
        return self.works or self._reading.is_active

    # What makes them others

    def set_threshold(self, value: float) -> bool:
        """Make those of another threshold; whether they are there already."""
        if self.is_large:
            self._make(self.replies.keep_threshold(value))
            return False
        self.replies.set_threshold(value)
        return True

    def refresh(self, changes: Changes | None) -> bool:
        """Take in a change, None for one of everything; whether what there is, if anybody has asked, knows it."""
        self._overtaken = True
        if changes is None:
            self._anew, self._is_large = True, None
        elif self.is_large and changes.fields & {REPLIES, CONVERSATION}:
            self._anew = True
            if self.replies.is_at_hand:
                self._make(self._threshold)
            return False
        if not self.replies.refresh(changes, REACH if self.is_large else None):
            self._make(self._threshold)
        return self._asked or self.is_quick

    def _make(self, threshold: float | None) -> None:
        self._threshold, self._overtaken = threshold, self.works
        if not self._overtaken:
            self._next = library.Replies(self._review, self._finder)
            self._steps.begin(library.preparing(self._next, threshold, None if self._anew else self.replies))
            self._anew = False

    def _take(self) -> None:
        if self._overtaken:
            self._make(self._threshold)
        else:
            self.replies = self._next
            self.made.emit()
