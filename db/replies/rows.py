"""One family as it is shown: in the list, and whole. Made of `Members`; reads, never writes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import compress
from typing import TYPE_CHECKING

from db.late import Late
from db.replies import normal
from db.replies.decided import Decided, Decisions
from db.replies.members import Members
from db.replies.pairs import SLACK
from db.replies.proposals import propose
from db.replies.records import Family, FamilyRow, Kind, Neighbour, Slot, Variant
from db.search.lazy import np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from rapidfuzz import fuzz

    Numbers = NDArray[np.int64]
else:
    fuzz = Late("rapidfuzz.fuzz")

SHARES = 6
"""Categories whose share is told; the others are few."""
NEIGHBOURS = 12
"""Neighbours that are shown, where not more are near at the threshold."""
KEPT = 10_000
"""Rows of the list that are kept."""
CLIP = 1000
"""Characters of a wording that a list needs."""

DecisionOf = Callable[[int], Decided | None]


def row(members: Members, handle: int, decided: Decided | None) -> FamilyRow:
    """What the list paints of a family."""
    numbers = members.numbers_of(handle)
    texts = members.canvass.texts(numbers[:1].tolist())
    tickets = members.tickets_of_family(handle)
    shares = _shares(members, tickets)
    wording = said_for(decided, texts[0] if texts else "")
    found = FamilyRow(
        id=id_of(members, handle, decided),
        kind=_kind(members, handle),
        wording=wording[:CLIP],
        template=template_of(members, handle, wording),
        uses=int(members.uses[handle]),
        tickets=len(tickets),
        variants=len(numbers),
        spread=len(shares),
        shares=tuple(shares[:SHARES]),
        decision=decided.decision if decided else None,
        proposal=None,
    )
    return found if decided else _with_proposal(found)


class Rows:
    """Rows that were made: while the forms of a family and what was decided of it are the same, so is its row."""

    def __init__(self) -> None:
        self._made: dict[bytes, tuple[Decided | None, FamilyRow]] = {}

    def row(self, members: Members, handle: int, decided: Decided | None) -> FamilyRow:
        """A family's row."""
        forms = members.forms_of(handle).tobytes()
        made = self._made.get(forms)
        if made is None or made[0] != decided:
            if len(self._made) > KEPT:
                self._made.clear()
            made = self._made[forms] = (decided, row(members, handle, decided))
        return made[1]


def said_for(decided: Decided | None, first: str) -> str:
    """What was decided, else the text that is used most."""
    return (decided.decision.wording if decided else "") or first


def id_of(members: Members, handle: int, decided: Decided | None) -> str:
    """What a family is called: as when it was decided. Forms that are apart are each called by themselves."""
    if decided is not None and decided.decision.code != "apart":
        return decided.id
    return normal.name_of(int(members.canvass.key[handle]))


def template_of(members: Members, handle: int, wording: str) -> str:
    """The wording with its slots, where several forms of a family have them in common; else ''."""
    if _kind(members, handle) != "template" and not _shares_template(members, handle, wording):
        return ""
    # slots may be there in the normal form alone: digits of full width, a domain in capitals
    return normal.template(wording) or normal.template(normal.normal(wording))


def _shares_template(members: Members, handle: int, wording: str) -> bool:
    """Whether another form in use of a family is of a template with its wording."""
    known = members.canvass
    form = known.form_of(normal.key_of(normal.normal(wording)))
    if form < 0 or known.template[form] < 0:
        return False
    forms = members.forms_of(handle)
    return bool((known.uses[forms[known.template[forms] == known.template[form]]] > 0).sum() > 1)


def _with_proposal(found: FamilyRow) -> FamilyRow:
    proposal = propose(found)
    if proposal is None:
        return found
    return FamilyRow(**{name: getattr(found, name) for name in FamilyRow.__slots__} | {"proposal": proposal})


def _shares(members: Members, tickets: Numbers) -> list[float]:
    """The shares of the categories, largest first."""
    if not len(tickets):
        return []
    counts = np.bincount(members.finder.category_codes(tickets))
    counts = np.sort(counts[counts > 0])[::-1]
    shares: list[float] = (counts / counts.sum()).tolist()
    return shares


def _kind(members: Members, handle: int) -> Kind:
    """Equal: one form. Template: several, all of one template. Near: what else."""
    forms = members.forms_of(handle)
    used = forms[members.canvass.uses[forms] > 0]
    if len(used) < 2:
        return "equal"
    templates = np.unique(members.canvass.template[used])
    return "template" if len(templates) == 1 and templates[0] >= 0 else "near"


def family(
    members: Members, handle: int, decided: Decided | None, decisions: Decisions, decision_of: DecisionOf
) -> Family:
    """A family whole."""
    about = row(members, handle, decided)
    numbers = members.numbers_of(handle)
    texts = members.canvass.texts(numbers.tolist())
    full = said_for(decided, texts[0] if texts else "")
    variants = _variants(members, full, numbers, texts, decided, decisions)
    facets = members.finder.facets_of(members.tickets_of_family(handle))
    fresh = sum(not one.covered for one in variants)
    changed = {"wording": full, "template": template_of(members, handle, full), "fresh": fresh}
    return Family(
        row=FamilyRow(**{name: getattr(about, name) for name in FamilyRow.__slots__} | changed),
        variants=variants,
        slots=_slots(members, full, texts, numbers) if about.template else (),
        categories=tuple(sorted(facets.categories, key=lambda one: -one[1])),
        causes=facets.causes,
        neighbours=_neighbours(members, handle, decision_of),
        sources=len(facets.sources),
        farthest=min((one.likeness for one in variants), default=1.0),
    )


def _variants(
    members: Members,
    wording: str,
    numbers: Numbers,
    texts: Sequence[str],
    decided: Decided | None,
    decisions: Decisions,
) -> tuple[Variant, ...]:
    known, said = members.canvass, normal.normal(wording)
    template = normal.template(said)
    bound = members.families.threshold - SLACK
    found = []
    for number, text, tickets in zip(numbers.tolist(), texts, members.ticket_counts(numbers), strict=True):
        form, key = normal.normal(text), int(known.key[known.text_form[number]])
        likeness = fuzz.ratio(said, form) / 100
        by, link, near = "near", "", 0.0
        if form == said:
            by = "wording"
        elif template and normal.template(form) == template:
            by = "template"
        else:
            place = int(known.text_form[number])
            via = int(members.families.link[place])
            # near to the leading form, which is not always that of the wording
            lead = int(members.families.leader[place])
            via = lead if via < 0 and likeness < bound and place != lead else via
            if via >= 0:
                by, (link,) = "link", known.texts(sorted(known.numbers_of(via), key=known.text_rank.__getitem__)[:1])
                linked = normal.normal(link)
                near = fuzz.ratio(form, linked) / 100
                if near < bound and (shared := normal.template(form)) and shared == normal.template(linked):
                    by = "template"
        covered = decided is None or decisions.of.get(key) == decided
        uses = int(known.text_uses[number])
        found.append(Variant(text, uses, tickets, likeness, by, link, near, covered))  # type: ignore[arg-type]
    return tuple(found)


def _slots(members: Members, wording: str, texts: Sequence[str], numbers: Numbers) -> tuple[Slot, ...]:
    """What fills the slots of the texts that are of the template of the wording."""
    template, *templates = (normal.template(normal.normal(text)) for text in (wording, *texts))
    of_it = [one == template for one in templates]
    texts = list(compress(texts, of_it))
    uses: list[int] = members.canvass.text_uses[numbers[np.array(of_it, bool)]].tolist()
    found = []
    for name, values in normal.fillings(texts):
        counted: Counter[str] = Counter()
        for value, n in zip(values, uses, strict=True):
            counted[value] += n
        found.append(Slot(name, tuple(counted.most_common())))
    return tuple(found)


def _neighbours(members: Members, handle: int, decision_of: DecisionOf) -> tuple[Neighbour, ...]:
    """Other families with a form near to one of this: all at the threshold, some below it; the nearest first."""
    others, likeness = members.across(handle)
    nearest = np.zeros(members.size, np.float32)  # of each family that of the nearest of its forms
    np.maximum.at(nearest, others, likeness)
    there = np.flatnonzero((nearest > 0) & members.is_family)
    handles = there[np.argsort(-nearest[there], kind="stable")]
    near = int(np.count_nonzero(nearest[handles] >= members.families.threshold - SLACK))
    handles = handles[: max(NEIGHBOURS, near)]
    firsts = members.canvass.texts(members.first_numbers[handles].tolist())
    found = []
    for other, said, like in zip(handles.tolist(), firsts, nearest[handles].tolist(), strict=True):
        decided = decision_of(other)
        found.append(Neighbour(id_of(members, other, decided), said_for(decided, said)[:CLIP], like))
    return tuple(found)
