"""The canned replies of the open review as their page sees them: one method a verb of the reviewer.

Made by the session when it is first asked for, and told by it of every change. Shows nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from db.late import Late
from db.values import CANNED, Changes
from qtapp import far
from qtapp.canned_shown import CannedShown, Owner

if TYPE_CHECKING:
    from db import replies as library
    from db.replies import Decision, Duplicates, Effect
else:
    library = Late("db.replies")

MANY = 20
"""What changes more tickets than this is confirmed first, and what decides more families."""


class Canned(CannedShown):
    """A verb is for the selected families, else for the current one. Each is one transaction and returns its `Changes`,
    None where it could not be done, or is so much that it is done in the background."""

    def __init__(self, session: Owner) -> None:
        super().__init__(session)
        self._done: list[str] = []
        self._undone: list[str] = []
        """Families decided here, and those of which the decision was undone, last one last."""

    # Before a decision

    def effect(self) -> Effect:
        """What rewriting would change, in numbers."""
        return library.effect(self.replies, self.targets(), *self._what())

    def _what(self) -> tuple[list[str] | None, str | None]:
        """The variants that rewriting is for (None for all), and the wording (None for each family's own)."""
        if self.selection:
            return None, None
        return sorted(self.variants) or None, self.wording or None

    def duplicates(self) -> list[Duplicates]:
        """Duplicate tickets of which one holds a family that is meant; first those with the same replies too."""
        held = {one for handle in self.targets() for one in self.replies.tickets_of(handle)}
        found = [one for one in self.replies.duplicates() if held.intersection(one.tickets)]
        return sorted(found, key=lambda one: not one.whole)

    # Decisions

    def rewrite(self) -> Changes | None:
        """Rewrite the replies of the families to their wording, of one family perhaps chosen variants only."""
        targets, (texts, wording) = self.targets(), self._what()
        most = self.replies.tickets_in(targets)
        is_much = most > far.FAR_REPLIES  # what it changes of these is not read here: that takes long enough
        if not targets or not self._agreed(most if is_much else self.effect().tickets):
            return None
        variants, chosen = far.edit("variant", *texts or ()), far.edit("wording", *[wording] if wording else ())
        if None not in (variants, chosen) and self._goes_far(
            most, far.FAR_REPLIES, "--rewrite", *(variants or ()), *(chosen or ())
        ):
            return None
        review = self._session.review
        return self._decide(lambda: library.rewrite(review, self.replies, targets, texts, wording), on=texts is None)

    def choose_wording(self, wording: str = "") -> Changes | None:
        """Decide on a wording without rewriting anything; one family at a time."""
        handle, chosen = self._current, wording or self.chosen_wording
        if handle < 0 or not chosen:
            return None
        return self._decide(lambda: library.choose_wording(self._session.review, self.replies, handle, chosen))

    def keep(self) -> Changes | None:
        """Keep as many examples as are chosen."""
        return self._decide_all(
            lambda targets: library.keep(self._session.review, self.replies, targets, self.examples),
            f"--keep={self.examples}",
        )

    def mark_holding(self) -> Changes | None:
        """These replies say nothing."""
        return self._decide_all(
            lambda targets: library.mark_holding(self._session.review, self.replies, targets), "--holding"
        )

    def not_a_family(self) -> Changes | None:
        """The members are no duplicates of one another."""
        return self._decide_all(
            lambda targets: library.not_a_family(self._session.review, self.replies, targets), "--not-a-family"
        )

    def reopen(self) -> Changes | None:
        """Take the decisions away."""
        return self._decide_all(
            lambda targets: library.reopen(self._session.review, self.replies, targets), "--reopen", on=False
        )

    def accept(self) -> Changes | None:
        """Decide the current family as is proposed; nothing where nothing is."""
        proposal = self.family.row.proposal if self.family is not None else None
        if proposal is None:
            self._session.not_done.emit(self.tr("Nothing is proposed for this family."))
            return None
        return self._accept(proposal.decision)

    def _accept(self, decision: Decision) -> Changes | None:
        self.select(())
        if decision.code == "keep":
            self.set_examples(decision.examples)
            return self.keep()
        if decision.code == "wording":
            self.pick(decision.wording)
            return self.rewrite()
        return self.mark_holding() if decision.code == "holding" else self.not_a_family()

    def take_out(self, texts: Sequence[str]) -> Changes | None:
        """These variants do not belong to the current family."""
        handle = self._current
        return self._decide(lambda: library.take_out(self._session.review, self.replies, handle, list(texts)), on=False)

    def part(self, text: str, other: str) -> Changes | None:
        """These two variants are never in one family."""
        handle = self._current
        return self._decide(lambda: library.part(self._session.review, self.replies, handle, text, other), on=False)

    def exclude_duplicates(self, kept: int, tickets: Sequence[int]) -> Changes | None:
        """Exclude all of these tickets but one."""
        if not self._agreed(len(tickets) - 1):
            return None
        return self._decide(lambda: library.exclude_duplicates(self._session.review, kept, tuple(tickets)), on=False)

    def _agreed(self, number: int) -> bool:
        return number <= MANY or self._session.confirm(number)

    def _decide_all(self, verb: Callable[[list[int]], Changes], option: str, *, on: bool = True) -> Changes | None:
        """A verb on families, which an option of the command `decide` does as well."""
        targets = self.targets()
        if len(targets) > MANY and not self._agreed(self.replies.tickets_in(targets)):
            return None
        if self._goes_far(len(targets), far.FAR_FAMILIES, option):
            return None
        return self._decide(lambda: verb(targets), on=on)

    def _goes_far(self, n: int, most: int, *options: str) -> bool:
        """Whether a decision is so much that it is done in the background; it has begun then."""
        if n <= most:
            return False
        action = far.Far("decide", options, families=self.replies.ids(self.targets()))
        goes = self._session.goes_far(n, action, most)
        if goes:
            self.select(())
        return goes

    def _decide(self, verb: Callable[[], Changes], *, on: bool = True) -> Changes | None:
        """Run a verb; `on` moves to the next family afterwards, where one alone was meant."""
        if self._current < 0:
            return None
        this, alone = self._id, not self.selection
        following = self._id_of(self.following()) if on and alone else ""
        changes = self._session.run(verb, "undo")
        if changes is not None:
            if CANNED in changes.fields:
                self._done.append(this)
                self._undone.clear()
            self.select(())
            handle = self.replies.handle_of(following) if following else -1
            if handle >= 0:
                self.go(handle)
        return changes

    def _id_of(self, handle: int) -> str:
        return self.replies.rows([handle])[0].id if handle >= 0 else ""

    # News

    def refresh(self, changes: Changes | None) -> None:
        """Take in a change of the review; None or one that brought tickets: of all of it."""
        whole = changes is None or changes.kind in ("import", "other")
        is_known = self.making.refresh(None if whole else changes)
        if whole:
            self.select(())
        if not is_known:
            return
        self._find_again()
        if changes is not None and changes.kind in ("undo", "redo") and CANNED in changes.fields:
            self._follow(changes)

    def _follow(self, changes: Changes) -> None:
        """Go where an action of this page is undone or done again."""
        source, target = (self._done, self._undone) if changes.kind == "undo" else (self._undone, self._done)
        if source:
            target.append(source.pop())
            handle = self.replies.handle_of(target[-1])
            if self.row_of(handle) >= 0:
                self.go(handle)
