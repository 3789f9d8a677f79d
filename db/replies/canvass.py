"""The scan as it stands now: what the review keeps, and what edits have changed since. Reads; never writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from db import store
from db.edits import changes_since
from db.replies import normal, pairs, scanning
from db.replies.gathering import uses_of
from db.replies.pairs import Pairs
from db.replies.scanning import Scan
from db.replies.sought import Sought
from db.review import Review
from db.search import runs
from db.search.lazy import np
from db.values import CONVERSATION, PROBLEM, REPLIES, TITLE, Changes

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.int32]
    Keys = NDArray[np.int64]

State = Literal["none", "fresh", "stale"]

_SAME_TITLE = f"""SELECT id FROM ticket WHERE {store.VISIBLE}
    AND title IN (SELECT title FROM ticket WHERE id {store.AMONG})"""
READY = ("uses", "text_uses", "_form_of", "_texts_of", "uses_of_text", "_firsts", "_by_second")
PAGE = 10_000
"""Texts that are read at once."""
_TEXTS = f"SELECT id, text FROM replytext WHERE id {store.AMONG}"
_PAGE = "SELECT id, text FROM replytext WHERE id >= ? AND id < ?"


def state_of(review: Review, canvass: Canvass | None, many: int) -> State:
    """How the scan of a review stands, that of a canvass where one is loaded; none is loaded for this."""
    if canvass is not None:
        stale = canvass.is_stale if canvass.scan else None
    else:
        about = scanning.known(review)
        stale = _is_stale(changes_since(review, int(about["entry"])), many) if about else None
    return "none" if stale is None else "stale" if stale else "fresh"


def _is_stale(since: Sequence[Changes], many: int) -> bool:
    return any(one.kind in ("import", "other") for one in since) or len(_touched(since)) > many


def _touched(since: Sequence[Changes]) -> set[int]:
    """The tickets whose replies are others."""
    return {ticket for one in since if one.fields & {REPLIES, CONVERSATION} for ticket in one.ticket_ids}


class Canvass:
    """Forms, texts and uses. Without a scan everything is empty.

    `is_stale`: tickets were imported since, or more than `many` were edited, and no scan has seen them.
    """

    def __init__(self, review: Review, scan: Scan | None, many: int, texts: Sequence[str] = ()) -> None:
        """`texts` are those of a scan that the review does not keep."""
        self.review = review
        self._scan = scan
        none, one = np.zeros(0, np.int32), np.zeros(0, np.int64)
        self.key: Keys = scan.key if scan else one
        self.template: Integers = scan.template if scan else none
        self.text_form: Integers = scan.text_form if scan else none
        self.use_ticket: Keys = scan.use_ticket if scan else one
        self.use_text: Integers = scan.use_text if scan else none
        self.pairs: Pairs = scan.pairs if scan else pairs.none()
        self._fresh: list[str] = []
        """Texts that edits brought; they stand behind those of the scan."""
        self._kept: dict[int, str] = dict(enumerate(texts))
        self.sought = Sought()
        """The normal forms of the scan's texts, once they were read: shared with every copy of this."""
        self.is_stale = False
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
        since = changes_since(self.review, self._scan.entry) if self._scan else []
        renamed = {ticket for one in since if one.fields & {TITLE, PROBLEM} for ticket in one.ticket_ids}
        if not renamed:
            return []
        return [row[0] for row in self.review.execute(_SAME_TITLE, (store.listed(sorted(renamed)),))]

    def make_ready(self) -> None:
        """Make all that is made when it is first asked for, but for texts."""
        for name in READY:
            getattr(self, name)

    @property
    def scan(self) -> Scan | None:
        """What the review keeps."""
        return self._scan

    @property
    def forms(self) -> int:
        """The number of forms."""
        return len(self.key)

    @cached_property
    def uses(self) -> Keys:
        """The uses of each form."""
        return np.bincount(self.text_form[self.use_text], minlength=self.forms).astype(np.int64)

    @cached_property
    def text_uses(self) -> Keys:
        """The uses of each text."""
        return np.bincount(self.use_text, minlength=len(self.text_form)).astype(np.int64)

    @cached_property
    def _form_of(self) -> Mapping[int, int]:
        return {key: form for form, key in enumerate(self.key.tolist())}

    def form_of(self, key: int) -> int:
        """The form of a key, -1 where it is none of those that can be of a family."""
        return self._form_of.get(key, -1)

    def texts(self, numbers: Iterable[int]) -> list[str]:
        """Texts by their numbers."""
        wanted = list(numbers)
        kept = len(self._scan.text_form) if self._scan else 0
        missing = [one for one in set(wanted) if one < kept and one not in self._kept]
        if missing:
            self._kept.update(self.review.execute(_TEXTS, (store.listed(missing),)))
        return [self._kept.get(one, "") if one < kept else self._fresh[one - kept] for one in wanted]

    def read_sought(self, review: Review) -> None:
        """Read what `holding` asks for, by a connection to the same review."""
        self.sought.read(list(normal.normals(page)) for page in self._pages(review))

    def _pages(self, review: Review) -> Iterator[list[str]]:
        """All texts of the scan."""
        size = len(self._scan.text_form) if self._scan else 0
        for at in range(0, size, PAGE):
            some = range(at, min(at + PAGE, size))
            known = self._kept if len(self._kept) == size else dict(review.execute(_PAGE, (some.start, some.stop)))
            yield [known.get(one, "") for one in some]

    def holding(self, form: str) -> Keys:
        """The numbers of the texts whose normal form holds this one."""
        if not self.sought.is_read:
            self.read_sought(self.review)
        found = self.sought.holding(form)
        fresh = [place for place, other in enumerate(self._fresh_forms) if form in other]
        return np.append(found, np.array(fresh, np.int64) + len(self.text_form) - len(self._fresh))

    @cached_property
    def _fresh_forms(self) -> Sequence[str]:
        return list(normal.normals(self._fresh))

    def follow(self, tickets: Iterable[int]) -> None:
        """Read the replies of edited tickets anew. A wording that no scan has seen is like nothing but itself."""
        changed = sorted(set(tickets))
        stay = ~np.isin(self.use_ticket, np.array(changed, np.int64))
        fresh = _Fresh(self)
        uses = [(ticket, fresh.number(text)) for ticket, text in uses_of(self.review, changed)]
        self._fresh += fresh.texts
        self.key = np.append(self.key, np.array(fresh.keys, np.int64))
        self.template = np.append(self.template, np.full(len(fresh.keys), -1, np.int32))
        self.text_form = np.append(self.text_form, np.array(fresh.forms, np.int32))
        self.use_ticket = np.append(self.use_ticket[stay], np.array([ticket for ticket, _ in uses], np.int64))
        self.use_text = np.append(self.use_text[stay], np.array([text for _, text in uses], np.int32))
        for name in ("uses", "text_uses", "uses_of_text", "_uses_in", "_form_of", "_texts_of", "_fresh_forms"):
            self.__dict__.pop(name, None)

    @cached_property
    def _texts_of(self) -> tuple[Integers, Keys]:
        """The numbers of texts in the order of their forms, and where those of a form begin."""
        return listed(self.text_form, self.forms)

    @cached_property
    def uses_of_text(self) -> tuple[Integers, Keys]:
        """The places of uses in the order of their texts, and where those of a text begin."""
        return listed(self.use_text, len(self.text_form))

    def pairs_of(self, forms: Integers) -> tuple[Integers | Keys, Integers | Keys]:
        """The places of near pairs whose first form is one of these, and of those whose second is."""
        known = forms[forms < self._paired]
        order, begins = self._by_second
        return _slices(self._firsts, known), order[_slices(begins, known)]

    @cached_property
    def _paired(self) -> int:
        """The forms of the scan: those that edits brought are near to nothing."""
        return len(self._scan.key) if self._scan else 0

    @cached_property
    def _firsts(self) -> Keys:
        """Where the near pairs of each first form begin: a scan keeps them in the order of those."""
        return _begins(self.pairs.first, self._paired)

    @cached_property
    def _by_second(self) -> tuple[Integers, Keys]:
        return listed(self.pairs.second, self._paired)

    @cached_property
    def _uses_in(self) -> tuple[Keys, Keys]:
        """The places of uses in the order of their tickets, and the ticket of each."""
        order = np.argsort(self.use_ticket, kind="stable")
        return order, self.use_ticket[order]

    def numbers_in(self, tickets: Sequence[int]) -> Keys:
        """The numbers of the texts that these tickets say, each once."""
        order, ticket = self._uses_in
        asked = np.array(tickets, np.int64)
        firsts = np.searchsorted(ticket, asked)
        counts = np.searchsorted(ticket, asked, "right") - firsts
        found: Keys = np.unique(self.use_text[order[runs.places(firsts, counts)]]).astype(np.int64)
        return found

    def numbers_of(self, form: int) -> list[int]:
        """The numbers of the texts of a form."""
        order, begins = self._texts_of
        found: list[int] = order[begins[form] : begins[form + 1]].tolist()
        return found

    def numbers_of_all(self, forms: Integers) -> Keys:
        """The same of several forms, one after the other."""
        order, begins = self._texts_of
        return order[_slices(begins, forms)].astype(np.int64)


def listed(codes: Integers | Keys, size: int) -> tuple[Integers, Keys]:
    """The places of each code, one code behind the other, and where those of a code begin."""
    return np.argsort(codes, kind="stable").astype(np.int32), _begins(codes, size)


def _begins(codes: Integers | Keys, size: int) -> Keys:
    begins = np.zeros(size + 1, np.int64)
    np.cumsum(np.bincount(codes, minlength=size), out=begins[1:])
    return begins


def _slices(begins: Keys, codes: Integers) -> Keys:
    """The places of some codes, where those of a code stand together."""
    firsts = begins[codes]
    return runs.places(firsts, begins[codes + 1] - firsts)


class _Fresh:
    """Texts that are met for the first time, numbered behind those that are known."""

    def __init__(self, known: Canvass) -> None:
        self._known = known
        self._forms: dict[int, int] = {}
        self._numbers: dict[str, int] = {}
        self.keys: list[int] = []
        self.texts: list[str] = []
        self.forms: list[int] = []

    def number(self, text: str) -> int:
        """The number of a text."""
        number = self._numbers.get(text)
        if number is None:
            number = self._numbers[text] = self._find(text)
        return number

    def _find(self, text: str) -> int:
        known, key = self._known, normal.key_of(normal.normal(text))
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
        self.texts.append(text)
        self.forms.append(form)
        return len(known.text_form) + len(self.texts) - 1
