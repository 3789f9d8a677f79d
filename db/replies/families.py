"""The families of one open review: found, counted, sorted and shown, at a threshold that can be moved at any time.

Reads the scan that the review keeps, follows edits made since, and never writes but for the threshold. `refresh` must
be told of changes. Serves one thread.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from db.replies import duplicates, evidence, normal, scanning
from db.replies.canvass import Canvass, State, state_of
from db.replies.decided import Decided, Decisions, decisions
from db.replies.evaluating import chosen, looks_through
from db.replies.grouping import Families
from db.replies.members import Members
from db.replies.records import (
    CODES,
    LEAST,
    MOST,
    USUAL,
    Canned,
    Case,
    Code,
    Conflict,
    Duplicates,
    Family,
    FamilyRow,
    Shown,
    Sort,
)
from db.replies.regrouping import Regrouping
from db.replies.rows import Rows, family, id_of, row
from db.review import Review
from db.search import Finder, Query, parse
from db.search.lazy import np
from db.search.query import both
from db.values import CANNED, CATEGORY, CONVERSATION, REPLIES, ROOT_CAUSE, Changes, Progress, Ticket, Turn, no_progress

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Handles = NDArray[np.int64]

BINDING: Sequence[Code] = ("wording", "keep", "holding")
"""Decisions that make a family of a reply that is used once; one that is apart belongs to nothing."""
THRESHOLD = "replies.threshold"
GROUPED = ("families", "members", "_decided", "_regrouping")
"""What is made for one threshold."""
MADE = ("canvass", "decisions", *GROUPED)
MANY = 5000
"""Tickets changed since the scan that are followed; of more, a new scan is quicker."""


class Replies:
    """Canned replies of a review; `finder` is one of the same review. A *handle* is the place of a family's leader.

    Without a scan there are no families; `scanning.scan` makes one. Every method may raise what reading raises.
    """

    def __init__(self, review: Review, finder: Finder) -> None:
        self.review, self.finder = review, finder

    # What is known

    @property
    def state(self) -> State:
        """``none``: never scanned; ``stale``: tickets came or changed that no scan has seen; else ``fresh``."""
        return state_of(self.review, self.__dict__.get("canvass"), MANY)

    @cached_property
    def canvass(self) -> Canvass:
        """The scan, with what was edited since."""
        found = Canvass(self.review, scanning.load(self.review), MANY)
        found.meet(self.decisions.of)
        return found

    def be_fresh(self, progress: Progress = no_progress) -> None:
        """Compare all replies for this reader alone, where the review keeps no scan that knows them."""
        if self.state != "fresh":
            made, texts = scanning.compute(self.review, progress)
            self._forget("_rows", *GROUPED)
            self.__dict__["canvass"] = Canvass(self.review, made, MANY, texts)

    @cached_property
    def decisions(self) -> Decisions:
        """What was decided."""
        return decisions(self.review)

    @cached_property
    def families(self) -> Families:
        """Which form is in which family, at the threshold."""
        return self._regrouping.families(self.decisions)

    @cached_property
    def _regrouping(self) -> Regrouping:
        return Regrouping.of(self.canvass, self.threshold)

    @cached_property
    def members(self) -> Members:
        """Forms, texts and tickets by family."""
        return Members(self.canvass, self.families, self.finder)

    # Made beforehand

    @property
    def is_at_hand(self) -> bool:
        """Whether the families are made already."""
        return "families" in self.__dict__

    def make_ready(self, canvass: Canvass | None, threshold: float) -> None:
        """Make all that lists and decisions ask for, of replies that are known already (None: of the review's)."""
        if canvass is not None:
            canvass.review = self.review
            canvass.meet(self.decisions.of)
            self.__dict__["canvass"] = canvass
        self.use_threshold(threshold)
        for part in (self.canvass, self._regrouping, self.members):
            part.make_ready()

    def take_over(self, other: Replies) -> None:
        """Have what another one has made, from another connection to the same review."""
        other.canvass.review = self.review
        self.__dict__ |= {name: value for name, value in vars(other).items() if name in MADE}

    # The threshold

    @property
    def threshold(self) -> float:
        """How like a member must be to the wording of its family, 0.75 to 1."""
        return float(self.review.setting(THRESHOLD) or USUAL)

    def set_threshold(self, threshold: float) -> None:
        """Move the threshold; the review remembers it (but for one that is read only)."""
        self.use_threshold(self.keep_threshold(threshold))

    def keep_threshold(self, threshold: float) -> float:
        """Let the review remember a threshold, as it can be, and go on with the one that there is."""
        value = min(MOST, max(LEAST, round(threshold, 4)))
        if not self.review.read_only:
            self.review.set_setting(THRESHOLD, str(value))
        return value

    def use_threshold(self, threshold: float) -> None:
        """Look at the families of another threshold, without keeping it."""
        self._forget(*GROUPED)
        self.__dict__["_regrouping"] = Regrouping.of(self.canvass, min(MOST, max(LEAST, threshold)))

    # The list

    def find(self, text: str = "", shown: Shown = "all", sort: Sort = "uses") -> Handles:
        """The families that a search finds, in an order; the largest first. Raises QueryError."""
        wanted = chosen(self.members, parse(text), self.finder, self.handle_of) & self._shown(shown)
        handles = np.flatnonzero(wanted)
        return handles[np.argsort(-self.members.weight(sort)[handles], kind="stable")]

    def can_find(self, query: Query) -> bool:
        """Whether a search takes but a moment: one for words takes longer while the texts were not read."""
        return self.canvass.sought.is_read or not (query and looks_through(both(query.parts)))

    def counts(self, text: str = "") -> tuple[int, int, int]:
        """How many families a search finds: those that are open, those decided, all."""
        found = chosen(self.members, parse(text), self.finder, self.handle_of)
        counted = [int(np.count_nonzero(found & self._shown(shown))) for shown in ("open", "decided")]
        return counted[0], counted[1], sum(counted)

    def uses_of(self, handles: Iterable[int]) -> int:
        """The replies of these families together."""
        return int(self.members.uses[np.fromiter(handles, np.int64)].sum())

    def _shown(self, shown: Shown) -> NDArray[np.bool_]:
        known, decided = self.members, self._decided
        if shown == "decided":
            return known.present & decided
        return known.is_family & ~decided if shown == "open" else known.is_family | (known.present & decided)

    @cached_property
    def _decided(self) -> NDArray[np.bool_]:
        """By handle, whether anything was decided of the family."""
        decided = np.zeros(self.members.size, bool)
        forms = np.fromiter(map(self.canvass.form_of, self.decisions.of), np.int64, len(self.decisions.of))
        decided[self.families.leader[forms[forms >= 0]]] = True
        return decided

    def rows(self, handles: Iterable[int]) -> list[FamilyRow]:
        """What the list paints, in the order asked."""
        return [self._rows.row(self.members, handle, self.decision_of(handle)) for handle in map(int, handles)]

    @cached_property
    def _rows(self) -> Rows:
        return Rows()

    def ids(self, handles: Iterable[int]) -> list[str]:
        """What families are called, in the order asked."""
        return [id_of(self.members, handle, self.decision_of(handle)) for handle in handles]

    def tickets_in(self, handles: Iterable[int]) -> int:
        """The tickets that hold any of these families."""
        return self.members.tickets_in(np.fromiter(handles, np.int64))

    def handle_of(self, family_id: str) -> int:
        """The family of an id, -1 where there is none (any more)."""
        found = -1
        for key in self.decisions.called.get(family_id, ()):
            if (form := self.canvass.form_of(key)) >= 0:
                found = int(self.families.leader[form])
                if self.members.present[found]:
                    return found
        try:
            shown = self.handle_of_key(int(family_id, 16), CODES)
        except ValueError:
            return found
        return shown if shown >= 0 else found

    def _is_shown(self, form: int, codes: Sequence[Code]) -> bool:
        """Whether the form's family is one, or is used once and was decided so."""
        handle = int(self.families.leader[form])
        if self.members.uses[handle] != 1:
            return bool(self.members.is_family[handle])
        decided = self.decision_of(handle)
        return decided is not None and decided.decision.code in codes

    def decision_of(self, handle: int) -> Decided | None:
        """What was decided of a family; where nothing was, that a form of it is apart from others."""
        of = self.decisions.of
        if not of:
            return None
        keys = self.canvass.key[self.members.forms_of(handle)].tolist()
        found = [of[key] for key in keys if key in of]
        # what is apart can have come to a family that was decided, and can be used more than the forms that were
        return next((one for one in found if one.decision.code != "apart"), found[0] if found else None)

    # One family

    def family(self, handle: int) -> Family:
        """One family whole."""
        return family(self.members, handle, self.decision_of(handle), self.decisions, self.decision_of)

    def texts_of(self, handle: int) -> list[str]:
        """All texts of a family, the most used first."""
        return self.members.texts_of(handle)

    def tickets_of(self, handle: int, texts: Collection[str] | None = None) -> list[int]:
        """The tickets that hold a family, or any of some texts of it, in the order of the sources."""
        return self.members.tickets_of(handle, texts)

    def of_ticket(self, ticket: Ticket) -> list[Canned]:
        """Which turns of a ticket belong to a family."""
        found = []
        for field, turns in ((CONVERSATION, ticket.conversation or ()), (REPLIES, ticket.replies)):
            for place, turn in enumerate(turns):
                handle = self.handle_of_turn(turn)
                if handle >= 0:
                    one = row(self.members, handle, self.decision_of(handle))
                    found.append(Canned(field, place, one, turn.text.strip()))
        return found

    def handle_of_turn(self, turn: Turn) -> int:
        """The family that a turn belongs to, -1 for none."""
        if turn.speaker == "customer" or not turn.text.strip():
            return -1
        return self.handle_of_key(normal.key_of(normal.normal(turn.text.strip())))

    def handle_of_key(self, key: int, codes: Sequence[Code] = BINDING) -> int:
        """The family of a form by its key, -1 for none; one that is used once where it was decided so."""
        form = self.canvass.form_of(key)
        return int(self.families.leader[form]) if form >= 0 and self._is_shown(form, codes) else -1

    # Whole tickets, and labels

    def duplicates(self) -> list[Duplicates]:
        """Tickets that are the same, and those that are but for their replies; most tickets first."""
        return duplicates.duplicates(self.review, self.canvass)

    def conflicts(self) -> list[Conflict]:
        """Tickets that say the same and are labelled differently, the strongest evidence first."""
        return evidence.sorted_out(self.finding_conflicts())

    def finding_conflicts(self) -> Iterator[Conflict | None]:
        """The same one by one in no order, with None for a breath now and then; over once the review changes."""
        return self._evidence().all()

    def conflicts_of(self, handle: int) -> list[Conflict]:
        """Those among the tickets of one family."""
        return evidence.sorted_out(self._evidence().of_families([handle]))

    def cases(self, conflict: Conflict, tickets: Sequence[int]) -> list[Case]:
        """Some tickets of a conflict, to be read beside one another."""
        meant = self.handle_of_turn(Turn(None, conflict.text)) if conflict.same == "reply" else -1
        return evidence.cases(self.review, tickets, lambda turn: meant >= 0 and self.handle_of_turn(turn) == meant)

    def shared(self, conflict: Conflict) -> frozenset[str]:
        """Which of title, problem, category and root cause all tickets of a conflict have in common."""
        return evidence.shared(self.review, conflict.tickets)

    def _evidence(self) -> evidence.Evidence:
        return evidence.Evidence(self.review, self.members, self.decision_of, self.decisions)

    # News

    def refresh(self, changes: Changes | None = None, most: int | None = None) -> bool:
        """Take in a change; without one, or after an import or a scan, everything is read again when it is needed.

        False where decisions reach more than `most` near pairs: they are known, and the families are as they were.
        """
        if changes is None or changes.kind in ("import", "other"):
            self._forget("canvass", "decisions", "_rows", *GROUPED)
            return True
        if changes.fields & {REPLIES, CONVERSATION} and "canvass" in self.__dict__:
            self.canvass.follow(changes.ticket_ids)
            self._forget("_rows", *GROUPED)
        follows = CANNED not in changes.fields or self._follow_decisions(most)
        if changes.fields & {CATEGORY, ROOT_CAUSE} and "members" in self.__dict__:
            self.members.forget_labels()
            self._forget("_rows")
        return follows

    def _follow_decisions(self, most: int | None) -> bool:
        """Other decisions were made, or taken back."""
        self._forget("_decided")
        before = self.__dict__.pop("decisions", None)
        if "canvass" in self.__dict__ and self.canvass.left_out(self.decisions.of):
            if most is not None:
                return False
            self.canvass.meet(self.decisions.of)
            self._forget("_rows", *GROUPED)
        if before is None or "families" not in self.__dict__:
            self._forget("families", "members")
            return True
        families = self._regrouping.follow(self.families, before, self.decisions, most)
        if families is None:
            return False
        if families.leader is self.families.leader and "members" in self.__dict__:
            self.members.families = families  # the same members, some by another link
        else:
            self._forget("members")
        self.families = families
        return True

    def _forget(self, *names: str) -> None:
        for name in names:
            self.__dict__.pop(name, None)
