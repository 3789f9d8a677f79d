"""The scan: all replies of a review are gathered, brought to forms and compared, once; what comes of it is kept.

A scan says nothing of the threshold and of decisions: `grouping` makes families of it in some milliseconds. It is kept
in the review as arrays, of those forms alone that can belong to a family or were decided; of all forms there are
`traces`, which are read when a text is edited. Written whole at the end, or not at all.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from db.edits import last_entry
from db.replies import minhash, normal, outlines, pairs
from db.replies.bags import KINDS
from db.replies.decided import decisions
from db.replies.gathering import STAGE, Gathered, gather
from db.replies.pairs import Pairs, by_first
from db.replies.records import LEAST
from db.replies.traces import Traces, template_key, traces
from db.review import Review
from db.search.lazy import np
from db.values import Progress, Step, no_progress

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.int32]
    Keys = NDArray[np.int64]
    Floats = NDArray[np.float32]
    Outlines = NDArray[np.uint64]

SETTING = "replies.scan"
VERSION = f"{normal.VERSION}.2"
GATHERING, FORMS, COMPARING, TEMPLATES = 0.15, 0.25, 0.85, 0.97
"""How far the whole work is at the end of each of its parts, about."""
PARTS = 1000
OFTEN = 1 << 14
"""Texts between two words of the progress."""
SELDOM = 1 << 12
"""The same, of texts whose templates are made."""

_TEXT = "INSERT INTO replytext(id, form, text) VALUES (?, ?, ?)"
_ARRAY = "INSERT INTO replyarray(name, data) VALUES (?, ?)"
TRACE = "trace."
"""What the names of arrays of traces begin with."""
_ARRAYS = f"SELECT name, data FROM replyarray WHERE name NOT GLOB '{TRACE}*'"
_TRACES = f"SELECT name, data FROM replyarray WHERE name GLOB '{TRACE}*'"


@dataclass(slots=True)
class Scan:
    """Forms by use, the most used first; texts by form, the most used first of each.

    Of forms: `key`, `template` (a number that forms of one template share, -1 for none). Of texts: `text_form`. Of
    uses, by ticket: `use_ticket`, `use_text`. Of near pairs of forms: `first` < `second`, `likeness`. `same` and
    `whole` are groups of tickets, each ticket with the number of its group; `alike_ticket` are tickets whose
    problem others have. `traces` are None where they stand in the review. `entry` is the last action that it knows.
    """

    key: Keys
    template: Integers
    text_form: Integers
    use_ticket: Keys
    use_text: Integers
    first: Integers
    second: Integers
    likeness: Floats
    same_ticket: Keys
    same_group: Integers
    whole_ticket: Keys
    whole_group: Integers
    alike_ticket: Keys
    traces: Traces | None = None
    entry: int = 0

    @property
    def pairs(self) -> Pairs:
        """Near pairs of forms, in the order of the first: scans that were kept before that was so are put in order."""
        return by_first(Pairs(self.first, self.second, self.likeness))


def scan(review: Review, progress: Progress = no_progress) -> None:
    """Scan a review and keep what comes of it. Raises what `progress` raises; the last scan then stands."""
    made, texts = compute(review, progress)
    with review.transaction():
        review.execute("DELETE FROM replytext")
        review.execute("DELETE FROM replyarray")
        review.executemany(_TEXT, zip(range(len(texts)), made.text_form.tolist(), texts, strict=True))
        arrays = {one.name: getattr(made, one.name) for one in fields(Scan) if one.name not in ("traces", "entry")}
        arrays |= {TRACE + one.name: getattr(made.traces, one.name) for one in fields(Traces)}
        review.executemany(_ARRAY, ((name, values.tobytes()) for name, values in arrays.items()))
        kinds = {name: values.dtype.str for name, values in arrays.items()}
        about = {"version": VERSION, "entry": made.entry, "forms": len(made.traces or ()), "kinds": kinds}
        review.set_setting(SETTING, json.dumps(about))
        progress(Step(STAGE, PARTS, PARTS))  # who stops it at the last word keeps the last scan too


def load(review: Review) -> Scan | None:
    """The scan that a review keeps; None where there is none, or one of another version."""
    about = known(review)
    if about is None:
        return None
    return Scan(**_arrays(review, _ARRAYS, about["kinds"]), entry=int(about["entry"]))


def load_traces(review: Review) -> Traces:
    """The traces of the scan that a review keeps."""
    kept = _arrays(review, _TRACES, (known(review) or {})["kinds"])
    found = {name.removeprefix(TRACE): values for name, values in kept.items()}
    return Traces(**found | {"bag": found["bag"].reshape(KINDS, -1)})


def seen(review: Review) -> Keys:
    """The keys of all forms that the scan has met, of those too that it leaves out."""
    (data,) = review.execute("SELECT data FROM replyarray WHERE name = ?", (f"{TRACE}key",)).fetchone()
    return np.frombuffer(data, np.int64)


def _arrays(review: Review, sql: str, kinds: Mapping[str, str]) -> dict[str, Any]:
    return {name: np.frombuffer(data, kinds[name]) for name, data in review.execute(sql)}


def known(review: Review) -> Mapping[str, Any] | None:
    """What is known of the scan that a review keeps."""
    about = json.loads(review.setting(SETTING) or "{}")
    return about if about.get("version") == VERSION else None


def compute(review: Review, progress: Progress = no_progress) -> tuple[Scan, list[str]]:
    """A scan, and its texts."""
    entry = last_entry(review)
    gathered = gather(review, progress, GATHERING)
    made, texts = analyse(gathered, progress, decisions(review).of)
    made.entry = entry
    return made, texts


def analyse(
    gathered: Gathered, progress: Progress = no_progress, decided: Collection[int] = ()
) -> tuple[Scan, list[str]]:
    """What comes of replies that were gathered, and of the keys of forms that were decided."""

    def beat(part: float) -> None:
        progress(Step(STAGE, round(PARTS * part), PARTS))

    beat(GATHERING)
    forms, text_form, uses = _forms(gathered, beat)
    beat(FORMS)

    def compared(done: int, total: int) -> None:
        beat(FORMS + (COMPARING - FORMS) * done / max(1, total))

    find = pairs.all_pairs if len(forms) <= pairs.FEW else minhash.near_pairs
    near = find(forms, LEAST, compared)
    return _related(gathered, forms, text_form, uses, near, decided, beat)


def _forms(gathered: Gathered, beat: Callable[[float], None]) -> tuple[list[str], Integers, Keys]:
    """Distinct forms, most used first; the form of each text; the uses of each form."""
    places: dict[str, int] = {}
    text_form = np.empty(len(gathered.texts), np.int32)
    for number, (text, form) in enumerate(zip(gathered.texts, normal.normals(gathered.texts), strict=True)):
        if not number % OFTEN:
            beat(GATHERING + (FORMS - GATHERING) * number / len(gathered.texts))
        text_form[number] = places.setdefault(text if form == text else form, len(places))
    forms = list(places)
    text_of_use = np.frombuffer(gathered.places, np.int32) if gathered.places else np.zeros(0, np.int32)
    uses = np.bincount(text_form[text_of_use], minlength=len(forms))
    order = np.argsort(-uses, kind="stable")
    rank = np.empty(len(forms), np.int32)
    rank[order] = np.arange(len(forms), dtype=np.int32)
    return [forms[place] for place in order.tolist()], rank[text_form], uses[order]


def _templates(forms: Sequence[str], outline: Outlines, beat: Callable[[float], None]) -> tuple[Integers, Keys]:
    """For each form the number of its template, -1 where no other form has it; and its key, where it was looked for."""
    keys = np.zeros(len(forms), np.int64)
    for number, place in enumerate(np.flatnonzero(outlines.may_share(forms, outline)).tolist()):
        if not number % SELDOM:
            beat(COMPARING + (TEMPLATES - COMPARING) * (1 + place / len(forms)) / 2)
        keys[place] = template_key(forms[place])
    numbers = np.full(len(forms), -1, np.int32)
    places = np.flatnonzero(keys)
    _, group, sizes = np.unique(keys[places], return_inverse=True, return_counts=True)
    several = sizes[group] > 1
    numbers[places[several]] = group[several]
    return numbers, keys


def _related(
    gathered: Gathered,
    forms: Sequence[str],
    text_form: Integers,
    uses: Keys,
    near: Pairs,
    decided: Collection[int],
    beat: Callable[[float], None],
) -> tuple[Scan, list[str]]:
    """The scan of those forms alone that are used twice, near to another, of its template, or decided."""

    def last(part: float) -> None:
        beat(TEMPLATES + (1 - TEMPLATES) * part)

    beat(COMPARING)
    near = by_first(near)
    outline = outlines.keys(forms, lambda done: beat(COMPARING + (TEMPLATES - COMPARING) * done / len(forms) / 2))
    template, template_keys = _templates(forms, outline, beat)
    beat(TEMPLATES)
    keys = np.empty(len(forms), np.int64)
    for number, form in enumerate(forms):
        if not number % OFTEN:
            last(number / len(forms) / 2)
        keys[number] = normal.key_of(form)
    kept = (uses > 1) | (template >= 0) | np.isin(keys, np.fromiter(decided, np.int64, len(decided)))
    kept[near.first] = kept[near.second] = True
    form_place = _places(kept)
    text_of_use = np.frombuffer(gathered.places, np.int32) if gathered.places else np.zeros(0, np.int32)
    ticket_of_use = np.frombuffer(gathered.tickets, np.int64) if gathered.tickets else np.zeros(0, np.int64)
    text_uses = np.bincount(text_of_use, minlength=len(text_form))
    texts = np.flatnonzero(kept[text_form])
    texts = texts[np.lexsort((texts, -text_uses[texts], text_form[texts]))]
    text_place = np.full(len(text_form), -1, np.int32)
    text_place[texts] = np.arange(len(texts), dtype=np.int32)
    of_use = text_place[text_of_use]
    chosen = of_use >= 0
    holder = form_place.astype(np.int64)
    alone = ~kept[text_form[text_of_use]]
    holder[text_form[text_of_use[alone]]] = ~ticket_of_use[alone]
    made = Scan(
        keys[kept],
        template[kept],
        form_place[text_form[texts]],
        ticket_of_use[chosen],
        of_use[chosen],
        form_place[near.first],
        form_place[near.second],
        near.likeness,
        *_grouped(gathered.same),
        *_grouped(gathered.whole),
        np.array(gathered.alike, np.int64),
        traces(forms, keys, outline, template_keys, holder, lambda part: last((1 + part) / 2)),
    )
    return made, [gathered.texts[place] for place in texts.tolist()]


def _places(kept: NDArray[np.bool_]) -> Integers:
    places = np.full(len(kept), -1, np.int32)
    places[kept] = np.arange(np.count_nonzero(kept), dtype=np.int32)
    return places


def _grouped(groups: Sequence[Sequence[int]]) -> tuple[Keys, Integers]:
    tickets = np.array([ticket for group in groups for ticket in group], np.int64)
    numbers = np.repeat(np.arange(len(groups), dtype=np.int32), list(map(len, groups)) or [0][:0])
    return tickets, numbers.astype(np.int32)
