"""The scan as it stands now: what the review keeps, and what edits have changed since. Reads; never writes."""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Sequence
from typing import Literal

from db import store
from db.edits import changes_since, reading_since
from db.replies import normal, pairs, scanning
from db.replies.following import Brought
from db.replies.gathering import uses_of
from db.replies.known import READY, Known
from db.replies.scanning import Scan
from db.review import Review
from db.search.lazy import np
from db.values import CONVERSATION, PROBLEM, REPLIES, TITLE, Changes

State = Literal["none", "fresh", "stale"]

_SAME_TITLE = f"""SELECT id FROM ticket WHERE {store.VISIBLE}
    AND title IN (SELECT title FROM ticket WHERE id {store.AMONG})"""
MOST_COMPARED = 30_000_000
"""Pairs of a form that no scan has seen and another that are looked at when edits are followed, in a second or so: of
more, a new scan is quicker."""
CHANGED = (*READY, "_uses_in", "_fresh_forms")
"""What is made anew when an edit was followed."""


def state_of(review: Review, canvass: Canvass | None, many: int) -> State:
    """How the scan of a review stands, that of a canvass where one is loaded; none is loaded for this."""
    if canvass is not None:
        stale = canvass.is_stale if canvass.scan else None
    elif about := scanning.known(review):
        since = changes_since(review, int(about["entry"]))
        stale = _is_stale(since, many) or _is_much(review, _touched(since), int(about["forms"]))
    else:
        stale = None
    return "none" if stale is None else "stale" if stale else "fresh"


def _is_stale(since: Sequence[Changes], many: int) -> bool:
    return any(one.kind in ("import", "other") for one in since) or len(_touched(since)) > many


def _is_much(review: Review, touched: Collection[int], forms: int) -> bool:
    """Whether edits brought so many forms that they are not compared with all that the scan has seen."""
    if len(touched) * forms <= MOST_COMPARED:
        return False
    said = {text for _, text in uses_of(review, touched)}
    keys = np.array([normal.key_of(form) for form in set(normal.normals(list(said)))], np.int64)
    unseen = int(np.count_nonzero(~np.isin(keys, scanning.seen(review))))
    return unseen * (forms + len(keys)) > MOST_COMPARED


def _touched(since: Sequence[Changes]) -> set[int]:
    """The tickets whose replies are others."""
    return {ticket for one in since if one.fields & {REPLIES, CONVERSATION} for ticket in one.ticket_ids}


class Canvass(Known):
    """The scan and what edits brought.

    `is_stale`: tickets were imported since, or more than `many` were edited, or they say more that is new than can be
    compared with all that there is; so there may be families that nobody has found.
    """

    def __init__(self, review: Review, scan: Scan | None, many: int, texts: Sequence[str] = ()) -> None:
        super().__init__(review, scan, texts)
        self.is_stale = False
        self._read = scan.entry if scan else 0
        self._reworded: frozenset[int] = frozenset()
        if scan is not None:
            self._catch_up(scan.entry, many)

    def _catch_up(self, entry: int, many: int) -> None:
        since = changes_since(self.review, entry)
        touched = _touched(since)
        self.is_stale = _is_stale(since, many)
        if touched and len(touched) <= many:
            self.follow(touched)

    def renamed(self) -> list[int]:
        """Tickets whose title or problem was edited since the scan, and those that have the same title now."""
        self.read_log()
        reworded = sorted(self._reworded)
        if not reworded:
            return []
        return [row[0] for row in self.review.execute(_SAME_TITLE, (store.listed(reworded),))]

    def make_ready(self) -> None:
        """Make all that is made when it is first asked for, but for texts."""
        super().make_ready()
        self.read_log()

    def read_log(self) -> None:
        """Know what `rewording` finds."""
        for _ in self.rewording():
            pass

    def rewording(self) -> Generator[None, None, Collection[int]]:
        """Find the tickets whose title or problem was edited since the scan, with a breath every few milliseconds:
        others may have changed very many tickets. What was read of the log is not read again."""
        since: list[Changes] = []
        if self.scan is not None:
            yield from reading_since(self.review, self._read, since)
        for one in since:
            self._read = max(self._read, one.entry)
            if one.fields & {TITLE, PROBLEM}:
                self._reworded = self._reworded.union(one.ticket_ids)
        return self._reworded

    def left_out(self, keys: Iterable[int]) -> set[int]:
        """The tickets that say forms of these keys which the scan leaves out, found once and like nothing:
        those that were not followed since."""
        unknown = [key for key in keys if self.form_of(key) < 0] if self.scan else []
        return set(self.traces.tickets(self.traces.places(unknown))) - self.followed if unknown else set()

    def meet(self, keys: Iterable[int]) -> None:
        """Know the forms of these keys, where anybody says them."""
        if left_out := self.left_out(keys):
            self.follow(left_out)

    def follow(self, tickets: Iterable[int]) -> None:
        """Read the replies of edited tickets anew, and find what the new ones are like, as a scan would."""
        if self.scan is None:
            return
        brought = Brought(self, tickets)
        others = len(self.traces) + len(self.words) + len(brought.words)
        if len(brought.unseen) * others > MOST_COMPARED:
            self.is_stale = True
        else:
            brought.relate()
        self._take(brought)

    def _take(self, brought: Brought) -> None:
        stay = ~np.isin(self.use_ticket, np.array(sorted(brought.tickets), np.int64))
        ticket = np.append(self.use_ticket[stay], np.array([one for one, _ in brought.uses], np.int64))
        text = np.append(self.use_text[stay], np.array([one for _, one in brought.uses], np.int32))
        order = np.argsort(ticket, kind="stable")
        self.use_ticket, self.use_text = ticket[order], text[order]
        self.key = np.append(self.key, np.array(brought.keys, np.int64))
        self.text_form = np.append(self.text_form, np.array(brought.forms, np.int32))
        self.template = np.append(self.template, np.full(len(brought.keys), -1, np.int32))
        self.template[list(brought.templates)] = list(brought.templates.values())
        self.pairs = pairs.end_to_end([self.pairs, brought.near])
        self.unseen = [*self.unseen, *(len(self.words) + place for place in brought.unseen)]
        self.words = [*self.words, *brought.words]
        self._fresh = [*self._fresh, *brought.texts]
        self.numbers, self.followed = brought.numbers, self.followed | brought.tickets
        for name in CHANGED:
            self.__dict__.pop(name, None)
