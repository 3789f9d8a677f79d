"""Frozen records of canned replies that leave the package. Standard library only.

A *text* is one wording of a reply as it was written, without white space at its ends. Texts that say the same (see
`normal`) are of one *form*; forms that say nearly the same are a *family*.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["equal", "near", "template"]
Code = Literal["wording", "keep", "holding", "apart"]
"""What was decided of a family: which wording stands for it; how many examples stay; that it says nothing; that its
forms are no duplicates of one another."""
Shown = Literal["open", "decided", "all"]
Sort = Literal["uses", "tickets", "spread", "length"]

KINDS: tuple[Kind, ...] = ("equal", "near", "template")
CODES: tuple[Code, ...] = ("wording", "keep", "holding", "apart")
SORTS: tuple[Sort, ...] = ("uses", "tickets", "spread", "length")

LEAST, USUAL, MOST = 0.75, 0.90, 1.00
"""Bounds of the threshold of likeness, and what it is unless the reviewer moves it."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer decided of a family. `wording` for ``wording``, `examples` for ``keep``."""

    code: Code
    wording: str = ""
    examples: int = 0


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the program would decide, and why: ``sentences.sentence(f"proposal.{reason}", data)`` says it."""

    decision: Decision
    reason: str
    data: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """What the list paints of one family. `id` is of its content: it is the same after a new scan.

    `wording` is the chosen one, else the most used text; `template` its form with ``{slot}`` for what differs, '' where
    no other form of the family shares it. `spread` is the number of categories of its tickets, `shares` the shares (0
    to 1) of the commonest of them, largest first.
    """

    id: str
    kind: Kind
    wording: str
    template: str
    uses: int
    tickets: int
    variants: int
    spread: int
    shares: tuple[float, ...]
    decision: Decision | None
    proposal: Proposal | None
    fresh: int = 0
    """Forms that came by after the decision and are not covered by it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of a variant beside the wording. ``deleted`` pieces stand in the wording only."""

    text: str
    kind: Literal["same", "inserted", "deleted", "slot"]
    slot: str = ""
    """The name of the slot: number, date, time, order, link, domain, mail, mask."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One text of a family. `likeness` (0 to 1) is to the family's wording, of their normal forms.

    `by` says how it belongs: ``wording`` (it is the wording, or of its form), ``near``, ``template``, or ``link``:
    `link` is the text of the member that it is near to, and `link_likeness` how near; of a ``template`` that is not the
    wording's, that of the member that it shares it with.
    """

    text: str
    uses: int
    tickets: int
    likeness: float
    by: Literal["wording", "near", "template", "link"]
    link: str = ""
    link_likeness: float = 0.0
    covered: bool = True
    """False where it came by after the decision on the family."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot of the template: its name, and the values that fill it with their uses, commonest first."""

    name: str
    values: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another family that holds a form near to one of this."""

    id: str
    wording: str
    likeness: float


@dataclass(frozen=True, slots=True)
class Family:
    """One family whole. `categories` and `causes` are those of its tickets with their numbers, commonest first.

    `sources` is the number of dataset files it occurs in; `farthest` the likeness of the variant that is least like.
    """

    row: FamilyRow
    variants: tuple[Variant, ...]
    slots: tuple[Slot, ...]
    categories: tuple[tuple[tuple[str, ...], int], ...]
    causes: tuple[tuple[str, int], ...]
    neighbours: tuple[Neighbour, ...]
    sources: int
    farthest: float


@dataclass(frozen=True, slots=True)
class Canned:
    """A reply of a ticket that belongs to a family: of `field` (replies or conversation) the turn at `place`."""

    field: str
    place: int
    family: FamilyRow
    variant: str


@dataclass(frozen=True, slots=True)
class Duplicates:
    """Tickets with the same title and problem. `whole`: their replies are the same too; else they are only shown."""

    whole: bool
    title: str
    tickets: tuple[int, ...]
    kept: int = 0
    """The ticket that stays where the others are excluded already, else 0."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Tickets that say the same but are labelled differently: evidence that a label is wrong.

    `same`: what they share, ``problem`` or ``reply``; `text` is it. `field` is ``category`` or ``root_cause``, `labels`
    the labels (category paths, or tuples of tags) with the tickets that carry each, commonest first. `strength` 0 to 1.
    """

    same: Literal["problem", "reply"]
    text: str
    field: Literal["category", "root_cause"]
    labels: Sequence[tuple[tuple[str, ...], tuple[int, ...]]]
    strength: float
    family: str = ""

    @property
    def tickets(self) -> tuple[int, ...]:
        """All of them, those of the commonest label first."""
        return tuple(one for _, ids in self.labels for one in ids)


@dataclass(frozen=True, slots=True)
class Case:
    """One ticket of a conflict. `reply` is the reply in question, or the longest one where the problem is the same."""

    ticket: int
    title: str
    source: str
    line: int
    problem: str
    reply: str
    category: tuple[str, ...]
    causes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """What a decision would do, told before it is taken: replies rewritten, tickets and sources they stand in.

    `refused` are tickets whose dialect cannot hold the wording; they stay as they are.
    """

    replies: int
    tickets: int
    sources: int
    refused: int = 0
