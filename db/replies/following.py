"""What edits have brought since a scan: texts and forms that stand behind those that are known, what each form is like,
and the tickets that say something like it once. Reads; never writes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from db.replies import normal, pairs
from db.replies.gathering import uses_of
from db.replies.known import Known
from db.replies.pairs import Pairs, by_first
from db.replies.records import LEAST
from db.replies.traces import template_key
from db.search.lazy import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.int32]
    Places = NDArray[np.intp]


class Brought:
    """Texts and forms that are met for the first time in tickets that were edited; `uses` are all of these tickets'."""

    def __init__(self, known: Known, tickets: Iterable[int]) -> None:
        self._known = known
        self._forms: dict[int, int] = {}
        self._numbers: dict[str, int] = {}
        self.keys: list[int] = []
        self.words: list[str] = []
        self.texts: list[str] = []
        self.forms: list[int] = []
        """The form of each text."""
        self.uses: list[tuple[int, int]] = []
        self.tickets: set[int] = set()
        self._read(set(tickets))
        self._seen = known.traces.places(self.keys)
        self.unseen = np.flatnonzero(self._seen < 0).tolist()
        """Forms that no scan has seen."""
        self.near = pairs.none()
        self.templates: dict[int, int] = {}
        """Form -> number of its template, of the known ones too where they get another."""
        self.numbers = known.numbers

    def _read(self, tickets: Collection[int]) -> None:
        self.tickets |= set(tickets)
        self.uses += [(ticket, self._number(text)) for ticket, text in uses_of(self._known.review, tickets)]

    def _number(self, text: str) -> int:
        number = self._numbers.get(text)
        if number is None:
            number = self._numbers[text] = self._find(text)
        return number

    def _find(self, text: str) -> int:
        known, word = self._known, normal.normal(text)
        key = normal.key_of(word)
        form = known.form_of(key)
        if form >= 0:
            numbers = known.numbers_of(form)
            for number, other in zip(numbers, known.texts(numbers), strict=True):
                if other == text:
                    return number
        elif key in self._forms:
            form = self._forms[key]
        else:
            form = self._forms[key] = known.forms + len(self.keys)
            self.keys.append(key)
            self.words.append(word)
        self.texts.append(text)
        self.forms.append(form)
        return len(known.text_form) + len(self.texts) - 1

    def relate(self) -> None:
        """Find what the forms are near to and of a template with. What the scan has left out,
        since it was used once and like nothing, is met with its ticket."""
        known, words = self._known, [self.words[place] for place in self.unseen]
        near, alike = self._seen_kin(words)
        alone = np.concatenate([self._seen, near.second, np.fromiter(alike, np.intp, len(alike))])
        self._read(set(known.traces.tickets(alone)) - known.followed - self.tickets)
        holders = known.traces.holder[near.second]
        kept = holders >= 0
        first = np.array(self.unseen, np.int32)[near.first[kept]] + known.forms
        near = Pairs(first.astype(np.int32), holders[kept].astype(np.int32), near.likeness[kept])
        self.near = by_first(pairs.end_to_end([near, *self._among_brought()]))
        self._name_templates({int(known.traces.holder[place]): key for place, key in alike.items()})

    def _seen_kin(self, words: Sequence[str]) -> tuple[Pairs, Mapping[int, int]]:
        """What the scan has seen that is near to some forms; and what is of a template with any, with its key."""
        said: dict[int, str] = {}

        def read(places: Collection[int]) -> Mapping[int, str]:
            said.update(self._said([place for place in places if place not in said]))
            return {place: said[place] for place in places if place in said}

        near = self._known.traces.near(words, read)
        return near, dict(self._known.traces.of_templates(words, read))

    def _said(self, places: Sequence[int]) -> Iterator[tuple[int, str]]:
        """The forms of traces: of those that the scan keeps by a text, of others by the ticket that says them."""
        known, traces = self._known, self._known.traces
        holders = dict(zip(places, traces.holder[places].tolist(), strict=True))
        kept = [place for place in places if holders[place] >= 0]
        texts = known.texts(known.numbers_of(holders[place])[0] for place in kept)
        yield from zip(kept, normal.normals(texts), strict=True)
        alone = {int(traces.key[place]): place for place in places if holders[place] < 0}
        tickets = {~holders[place] for place in alone.values()} - known.followed - self.tickets
        for form in normal.normals([text for _, text in uses_of(known.review, tickets)]):
            if (place := alone.get(normal.key_of(form), -1)) >= 0:
                yield place, form

    def _among_brought(self) -> Iterator[Pairs]:
        """Near pairs of what edits have brought, now and before: of what the scan has seen it knows them."""
        known, before = self._known, len(self._known.words)
        base, unseen = known.forms - before, [before + place for place in self.unseen]
        words = [*known.words, *self.words]
        seen = sorted(set(range(before, len(words))) - set(unseen))
        for some, others in ((unseen, range(len(words))), (seen, known.unseen)):
            near = pairs.between([words[one] for one in some], [words[one] for one in others], LEAST)
            first, second = np.array(some, np.int32)[near.first], np.array(others, np.int32)[near.second]
            # two that are met now, and that no scan has seen, are compared both ways
            once = (first > second) | ((first != second) & ~np.isin(second, unseen))
            first, second = first[once], second[once]
            late, early = np.maximum(first, second), np.minimum(first, second)
            yield Pairs(base + late, base + early, near.likeness[once])

    def _name_templates(self, alike: Mapping[int, int]) -> None:
        """Number the templates, as the scan has where it has any; `alike` are forms that are known, with their keys."""
        known, numbers = self._known, dict(self._known.numbers)
        for form, key in alike.items():
            if form >= 0 and known.template[form] >= 0:
                numbers[key] = int(known.template[form])
        keys = {known.forms + place: template_key(word) for place, word in enumerate(self.words)}
        following = max(int(known.template.max(initial=-1)), *numbers.values(), -1) + 1
        for form, key in (keys | {form: key for form, key in alike.items() if form >= 0}).items():
            if key:
                following += key not in numbers
                self.templates[form] = numbers.setdefault(key, following - 1)
        self.numbers = numbers
