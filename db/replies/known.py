"""Forms, texts and uses as arrays: those of a scan, and behind them what edits have brought. Reads; never writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from db import store
from db.replies import normal, pairs, scanning
from db.replies.pairs import Pairs
from db.replies.scanning import Scan
from db.replies.sought import Sought
from db.replies.traces import Traces
from db.review import Review
from db.search import runs
from db.search.lazy import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.int32]
    Keys = NDArray[np.int64]

READY = ("uses", "text_uses", "order", "text_rank", "_form_of", "_texts_of", "uses_of_text", "_firsts", "_by_second")
PAGE = 10_000
"""Texts that are read at once."""
_TEXTS = f"SELECT id, text FROM replytext WHERE id {store.AMONG}"
_PAGE = "SELECT id, text FROM replytext WHERE id >= ? AND id < ?"


class Known:
    """Forms, texts and uses (by ticket). Without a scan everything is empty.

    Places of forms and numbers of texts are those of the scan, and go on behind it: they mean the same until the next.
    """

    def __init__(self, review: Review, scan: Scan | None, texts: Sequence[str] = ()) -> None:
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
        """Near pairs by their first form; where edits brought one of a pair, that is the first."""
        self._kept: dict[int, str] = dict(enumerate(texts))
        self.sought = Sought()
        """The normal forms of the scan's texts, once they were read: shared with every copy of this."""
        self._traces = scan.traces if scan else None
        # What edits brought
        self._fresh: Sequence[str] = ()
        """Texts, which stand behind those of the scan."""
        self.words: Sequence[str] = ()
        """Forms, likewise."""
        self.unseen: Sequence[int] = ()
        """Those of `words` that no scan has seen, by their places there."""
        self.numbers: Mapping[int, int] = {}
        """The numbers of their templates, by key."""
        self.followed: frozenset[int] = frozenset()
        """Tickets that were read since the scan."""

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

    @property
    def traces(self) -> Traces:
        """What the scan has seen, read when it is first asked for."""
        if self._traces is None:
            self._traces = scanning.load_traces(self.review)
        return self._traces

    @cached_property
    def uses(self) -> Keys:
        """The uses of each form."""
        return np.bincount(self.text_form[self.use_text], minlength=self.forms).astype(np.int64)

    @cached_property
    def text_uses(self) -> Keys:
        """The uses of each text."""
        return np.bincount(self.use_text, minlength=len(self.text_form)).astype(np.int64)

    # The order of a scan

    @cached_property
    def order(self) -> Integers | None:
        """The forms in the order that a scan would have them in now; None where that is as they stand."""
        if not self.followed:
            return None
        first = _firsts(self.text_form[self.use_text], self.forms)
        return np.lexsort((first, -self.uses)).astype(np.int32)

    @cached_property
    def text_rank(self) -> Integers | Keys:
        """For each text its place in the order that a scan would have them in now."""
        size = len(self.text_form)
        if self.order is None:
            return np.arange(size)
        rank = inverse(self.order)
        first = _firsts(self.use_text, size)
        return inverse(np.lexsort((first, -self.text_uses, rank[self.text_form])))

    # Forms and texts

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
        order, begins = self._by_second
        return _slices(self._firsts, forms), order[_slices(begins, forms)]

    @cached_property
    def _firsts(self) -> Keys:
        """Where the near pairs of each first form begin: they stand in the order of those."""
        return _begins(self.pairs.first, self.forms)

    @cached_property
    def _by_second(self) -> tuple[Integers, Keys]:
        return listed(self.pairs.second, self.forms)

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


def inverse(order: Integers | Keys) -> Integers:
    """The place of each in an order."""
    rank = np.empty(len(order), np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    return rank


def _firsts(codes: Integers, size: int) -> Keys:
    """The first place of each code; behind all where it has none."""
    first = np.full(size, len(codes), np.int64)
    first[codes[::-1]] = np.arange(len(codes) - 1, -1, -1)
    return first
