"""What can be asked for a label of the taxonomy, each as an `Ask`: how it is planned, said and done.

Plans are the library's. What all plans of one label have in common is read once, so that each key can have its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from heapq import nsmallest
from typing import TypeVar, cast

from PySide6.QtCore import QObject

from db import labels
from db.labels import (
    Carried,
    Keeping,
    Node,
    Relabelling,
    admitting,
    carried,
    decide,
    describing,
    holding,
    merging,
    nearest,
    relabel,
    renaming,
    retiring,
    splitting,
    striking,
)
from db.search import normalise, parse
from db.values import PATH_SEPARATOR
from qtapp.far import Far
from qtapp.labels import taxonomy_words as words
from qtapp.labels.taxonomy_line import Ask
from qtapp.labels.taxonomy_tree import Tree
from qtapp.labels.words import clipped
from qtapp.picking.suggestion import Suggestion
from qtapp.session import MANY, Session

OFFERED = 12
"""Labels that are offered at once."""
Plan = TypeVar("Plan", Keeping, Relabelling)


class Asks(QObject):
    """Of one review. `follow` is told which label takes the place of which, before it is so."""

    def __init__(self, session: Session, tree: Tree, follow: Callable[[str, str], None]) -> None:
        super().__init__(session)
        self._session, self._tree, self._follow = session, tree, follow
        self._known: Carried | None = None

    def forget(self) -> None:
        """What was read of a label may be another by now."""
        self._known = None

    def _carried(self, node: Node) -> Carried:
        if self._known is None or self._known.label != node.label:
            self._known = carried(self._session.review, self._tree.field, node.label)
        return self._known

    # Other labels for tickets

    def rename(self, node: Node) -> Ask:
        """Another name in the same place."""
        review, field = self._session.review, self._tree.field
        return Ask(
            title=self.tr("Rename to"),
            go=self.tr("Rename"),
            plan=lambda value, _: renaming(review, field, node.label, value, self._carried(node)),
            words=self._says_relabel,
            do=self._relabels,
            field="text",
            text=node.name,
            empty=self.tr("Type the new name; what is below it comes along.")
            if field == "category"
            else self.tr("Type the new name."),
        )

    def merge(self, node: Node) -> Ask:
        """Another label that is there already."""
        review, field = self._session.review, self._tree.field
        return Ask(
            title=self.tr("Merge into"),
            go=self.tr("Merge"),
            plan=lambda value, _: merging(review, field, node.label, value, self._carried(node)),
            words=self._says_relabel,
            do=self._relabels,
            field="pick",
            empty=self._choose(),
            suggest=lambda text: self._offer(node, text, _is_elsewhere(node)),
        )

    def move(self, node: Node) -> Ask:
        """Under another category, or to the top."""
        review = self._session.review
        return Ask(
            title=self.tr("Move under"),
            go=self.tr("Move"),
            plan=lambda value, _: labels.moving(review, node.label, value, self._carried(node)),
            words=self._says_relabel,
            do=self._relabels,
            field="pick",
            empty=self._choose(),
            suggest=lambda text: self._parents(node, text),
            new_label=self.tr("Under a new category “{text}”"),
            eager=bool(node.parent),
        )

    def split(self, node: Node) -> Ask:
        """Another label for those of its tickets that a search finds."""
        review, field = self._session.review, self._tree.field

        def plan(value: str, search: str) -> Relabelling:
            return splitting(review, field, node.label, value, self._found(search), self._carried(node))

        def seek(search: str) -> str:
            had = {id_ for ids in self._carried(node).had.values() for id_ in ids}
            return words.found_words(len(had.intersection(self._found(search))), len(had))

        new = self.tr("Give them the new category “{text}”")
        return Ask(
            title=self.tr("get the label"),
            go=self.tr("Split"),
            plan=plan,
            words=self._says_relabel,
            do=self._relabels,
            field="pick",
            empty=self.tr("Type a search of tickets, and choose the label that those it finds are to get."),
            suggest=lambda text: self._offer(node, text, lambda one: one.label != node.label),
            new_label=new if field == "category" else self.tr("Give them the new root cause “{text}”"),
            search=self.tr("Tickets found by"),
            seek=seek,
        )

    def _found(self, search: str) -> Sequence[int]:
        """The tickets that a search finds; none for no search."""
        return self._session.finder.find(parse(search)).tolist() if search else ()

    def _choose(self) -> str:
        return self.tr("Type a part of a label, or choose one with the arrows.")

    def _says_relabel(self, plan: object) -> str:
        return words.relabel_words(self._tree, cast("Relabelling", plan))

    def _relabels(self, plan: object) -> bool:
        """Do it, in one step; more tickets than one sees at once are confirmed first."""
        made = cast("Relabelling", plan)
        if not made.labels or (len(made.tickets) > MANY and not self._session.confirm(len(made.tickets))):
            return False
        if made.whole:
            self._follow(made.old, made.new)
        if self._session.goes_far(len(made.tickets), Far("relabel", plan=labels.plan_text(made))):
            return True
        return self._session.run(lambda: relabel(self._session.review, made), "undo") is not None

    # What is offered

    def _offer(self, node: Node, text: str, fits: Callable[[Node], bool], tops: bool = False) -> list[Suggestion]:
        """Labels that have all words of a text, then those that are spelt like it; without one those spelt like the
        label itself, then the commonest. `tops`: those at the top first, instead of what is spelt alike."""
        named = zip(self._tree.known.nodes, self._tree.names, strict=True)
        known = {one.label: (one, names) for one, names in named if not one.retired and fits(one)}
        typed = normalise(text).strip()
        wanted = typed.replace(PATH_SEPARATOR, " ").replace("|", " ").split()
        found = [
            (typed not in names, one.depth if tops else 0, -one.total, len(one.label), one.label)
            for one, names in known.values()
            if (all(word in names[0] for word in wanted) if wanted else True)
        ]
        offered = [label for *_, label in nsmallest(OFFERED, found)]
        if len(offered) < OFFERED if wanted else not tops:
            like = nearest(text or node.label, list(known), OFFERED)
            offered = list(dict.fromkeys((*offered, *like) if wanted else (*like[: OFFERED // 2], *offered)))
        return [self._suggestion(known[label][0]) for label in offered[:OFFERED]]

    def _suggestion(self, node: Node) -> Suggestion:
        return Suggestion(node.label, node.label, node.total, self._session.meanings.of(self._tree.field, node.label))

    def _parents(self, node: Node, text: str) -> Sequence[Suggestion]:
        elsewhere = _is_elsewhere(node)
        found = self._offer(node, text, lambda one: elsewhere(one) and one.label != node.parent, tops=True)
        top = self.tr("At the top, under no other")
        wanted = normalise(text).strip()
        if node.parent and (not wanted or wanted in normalise(top)):
            return [Suggestion("", top), *found]
        return found

    # What is decided of labels and of all of them

    def retire(self, node: Node) -> Ask:
        """Let it not be given any more, or let it be given again."""
        back = node.retired
        return self._keeping(
            self.tr("Let “{label}” be given again") if back else self.tr("Retire “{label}”"),
            self.tr("Bring it back") if back else self.tr("Retire"),
            node.label,
            lambda: retiring(self._session.review, self._tree.field, [node.label], back),
            lambda plan: words.retiring_words(node, plan, back),
        )

    def strike(self, node: Node) -> Ask:
        """Take it out of the taxonomy, with what is said of it."""
        return self._keeping(
            self.tr("Take “{label}” out of the taxonomy"),
            self.tr("Take it out"),
            node.label,
            lambda: striking(self._session.review, self._tree.field, [node.label]),
            words.striking_words,
        )

    def hold(self) -> Ask:
        """Hold tickets to the taxonomy, or let go of them."""
        held = not self._tree.known.held
        return self._keeping(
            self.tr("Hold tickets to the taxonomy") if held else self.tr("Let tickets have any label"),
            self.tr("Hold") if held else self.tr("Let go"),
            "",
            lambda: holding(self._session.review, self._tree.field, held),
            lambda plan: words.holding_words(plan, held),
        )

    def admit_all(self) -> Ask:
        """Take all labels that tickets have into the taxonomy."""
        return self._keeping(
            self.tr("Take all labels in"),
            self.tr("Take them in"),
            "",
            lambda: admitting(self._session.review, self._tree.field),
            words.admitting_words,
        )

    def _keeping(
        self, title: str, go: str, label: str, plan: Callable[[], Keeping], says: Callable[[Keeping], str]
    ) -> Ask:
        return Ask(
            title=title.format(label=clipped(label)),
            go=go,
            plan=lambda *_: plan(),
            words=lambda made: says(cast("Keeping", made)),
            do=lambda made: self.decides(cast("Keeping", made)),
        )

    def decides(self, plan: Keeping) -> bool:
        """Keep what a plan says, in one step."""
        return self._session.run(lambda: decide(self._session.review, plan), "undo") is not None

    def admit(self, node: Node) -> None:
        """Take a label into the taxonomy: nothing is lost by it, so nothing is asked."""
        review, field = self._session.review, self._tree.field
        self._session.run(lambda: decide(review, admitting(review, field, [node.label])), "undo")

    def describes(self, label: str, definition: str, example: str | None, ticket: int | None) -> bool:
        """Keep what was written of a label."""
        review, field = self._session.review, self._tree.field
        return (
            self._session.run(
                lambda: decide(review, describing(review, field, label, definition, example, ticket)), "undo"
            )
            is not None
        )


def _is_elsewhere(node: Node) -> Callable[[Node], bool]:
    """Whether another label is neither this one nor below it."""
    below = node.label + PATH_SEPARATOR
    return lambda one: one.label != node.label and not one.label.startswith(below)
