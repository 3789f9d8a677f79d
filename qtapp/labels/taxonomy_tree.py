"""Which labels of a taxonomy are shown, and in which rows: what is folded away, what a few letters narrow them to.

Values only; knows nothing of the screen.
"""

from __future__ import annotations

from collections.abc import Sequence

from db.labels import Field, Node, Taxonomy, says_nothing
from db.search import normalise

Marks = tuple[str, ...]
"""What a label is marked with: ``retired``, ``outside``, ``empty``."""

NOTHING = Taxonomy("category", (), False, 0)


class Tree:
    """All labels in their order, and `rows`: the places of those that are shown. All are unfolded at first."""

    def __init__(self) -> None:
        self.known = NOTHING
        self.rows: Sequence[int] = ()
        self.wanted = ""
        self._folded: set[str] = set()
        self._above: list[int] = []
        self._places: dict[str, int] = {}
        self.names: list[tuple[str, str]] = []
        """Of each label the whole of it and its own name, as they are compared."""

    @property
    def field(self) -> Field:
        """Whose labels they are."""
        return self.known.field

    def take(self, known: Taxonomy) -> None:
        """Be of these labels; what was folded stays so."""
        if known.field != self.field:
            self._folded.clear()
        self.known = known
        self._places = {node.label: place for place, node in enumerate(known.nodes)}
        self._above = []
        line: list[int] = []
        for place, node in enumerate(known.nodes):
            del line[node.depth :]
            self._above.append(line[-1] if line else -1)
            line.append(place)
        self.names = [(normalise(node.label), normalise(node.name)) for node in known.nodes]
        self._show()

    def narrow(self, text: str) -> None:
        """Show the labels that have all words of a text, at least one of them in their own name, and what they are
        below; '' for all."""
        self.wanted = normalise(text).replace("|", " ").strip()
        self._show()

    def _show(self) -> None:
        self.rows = self._found() if self.wanted else self._unfolded()

    def _found(self) -> list[int]:
        words = self.wanted.split()
        shown: set[int] = set()
        for place, (whole, own) in enumerate(self.names):
            if any(word in own for word in words) and all(word in whole for word in words):
                while place >= 0 and place not in shown:
                    shown.add(place)
                    place = self._above[place]
        return sorted(shown)

    def _unfolded(self) -> Sequence[int]:
        if not self._folded:
            return range(len(self.known.nodes))
        found, hidden = [], 1 << 30
        for place, node in enumerate(self.known.nodes):
            if node.depth > hidden:
                continue
            hidden = node.depth if node.label in self._folded else 1 << 30
            found.append(place)
        return found

    # Where a label is

    def node(self, label: str) -> Node | None:
        """What is known of a label, None where it is not there."""
        place = self._places.get(label, -1)
        return self.known.nodes[place] if place >= 0 else None

    def at(self, row: int) -> Node | None:
        """The label of a row, of the last one where there are fewer; None where none is shown."""
        return self.known.nodes[self.rows[max(0, min(row, len(self.rows) - 1))]] if len(self.rows) else None

    def row_of(self, label: str) -> int:
        """The row of a label, -1 where it is not shown."""
        place = self._places.get(label, -1)
        try:
            return self.rows.index(place)
        except ValueError:
            return -1

    def seen_of(self, label: str) -> str:
        """The label itself where it is shown, else the nearest one above it that is; '' for none."""
        place = self._places.get(label, -1)
        while place >= 0:
            if self.row_of(self.known.nodes[place].label) >= 0:
                return self.known.nodes[place].label
            place = self._above[place]
        return ""

    def first_found(self) -> str:
        """The first label that has what is looked for in its own name; '' for none."""
        words = self.wanted.split()
        fits = (place for place in self.rows if not words or any(word in self.names[place][1] for word in words))
        place = next(fits, -1)
        return self.known.nodes[place].label if place >= 0 else ""

    def outside(self) -> int:
        """How many labels that tickets have may not be."""
        held = self.known.held
        return sum(node.tickets > 0 and (node.retired or (held and node.term is None)) for node in self.known.nodes)

    def above(self, label: str) -> str:
        """The label that a label is below, '' at the top."""
        place = self._above[self._places[label]] if label in self._places else -1
        return self.known.nodes[place].label if place >= 0 else ""

    def children(self, label: str) -> list[Node]:
        """The labels directly below a label, the commonest first."""
        place = self._places.get(label, -1)
        return [node for node, above in zip(self.known.nodes, self._above, strict=True) if above == place >= 0]

    # Folding

    def is_folded(self, label: str) -> bool:
        """Whether what is below a label is hidden; nothing is while the labels are narrowed."""
        return label in self._folded and not self.wanted

    def fold(self, label: str, folded: bool) -> None:
        """Hide what is below a label, or show it."""
        (self._folded.add if folded else self._folded.discard)(label)
        self._show()

    def unfold_to(self, label: str) -> None:
        """Show a label wherever it is."""
        while label := self.above(label):
            self._folded.discard(label)
        self._show()

    # What is to be said of one

    def marks(self, node: Node) -> Marks:
        """What is to be noticed about a label."""
        is_outside = self.known.held and node.term is None and node.tickets > 0 and not node.retired
        is_empty = says_nothing(self.field, node.label)
        return tuple(
            name for name, holds in (("retired", node.retired), ("outside", is_outside), ("empty", is_empty)) if holds
        )
