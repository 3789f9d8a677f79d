"""The steps of a recipe, read from the log of a review: what was decided of labels, replies and values as a whole.

Actions that were undone are none. What was done to single tickets is not read here: `making` sees it by its outcome.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from db import privacy, store
from db.privacy import Finder, Kind
from db.recipes.recipe import Deduplicate, Join, Mask, MaskedValue, Origin, Ref, Relabel, Reword, Step
from db.recipes.tokens import Hider, Key
from db.review import Review
from db.values import CONVERSATION, REPLIES, Progress

_LOG = """SELECT id, code, data FROM entry WHERE kind = 'edit' AND undone = 0 AND (
    code GLOB 'labels.*' OR code GLOB 'edit.category*' OR code GLOB 'canned.rewritten*'
    OR code IN ('canned.deduplicated', 'privacy.masked')) ORDER BY id"""
_CHANGES = "SELECT ticket_id, field, before, after FROM change WHERE entry_id = ? ORDER BY id"
_TOLD = "SELECT 1 FROM decision WHERE entry_id = ? AND key GLOB 'privacy:name:*' LIMIT 1"

Value = tuple[Kind, str]
"""Kind and normal form."""


def places_of(origins: Sequence[Origin]) -> dict[str, int]:
    """The places of sources in a recipe, by their hashes."""
    return {origin.sha256: at for at, origin in enumerate(origins)}


class Log:
    """Reads the steps of one review."""

    def __init__(
        self, review: Review, hider: Hider, origins: Sequence[Origin], keys: Mapping[int, Key], progress: Progress
    ) -> None:
        self._review, self._hider, self._keys = review, hider, keys
        places = places_of(origins)
        self._refs = {ticket: Ref(key.digest, places[key.source], key.nth) for ticket, key in keys.items()}
        self._entries: list[tuple[int, str, str]] = review.execute(_LOG).fetchall()
        masked = [entry for entry, code, _ in self._entries if code == "privacy.masked"]
        self._masks = _Masks(review, hider, self._refs, masked, progress) if masked else None

    def steps(self) -> Iterator[Step]:
        """In the order of the log."""
        for entry, code, data in self._entries:
            step = self._step(entry, code, json.loads(data))
            if step is not None:
                yield step

    def _step(self, entry: int, code: str, data: Mapping[str, Any]) -> Step | None:
        if code == "privacy.masked":
            return self._masks.step(entry, data) if self._masks is not None else None
        if code.startswith("canned.rewritten"):
            return self._reword(entry)
        if code == "canned.deduplicated":
            return self._deduplicate(data)
        if data.get("below"):
            return Relabel(data["field"], data["old"], data["value"], below=data["field"] == "category")
        pairs = data.get("pairs")
        if not pairs:
            return None  # of a part of the tickets
        if data["old"] and len(pairs) == 1:
            return Relabel(data["field"], data["old"], pairs[data["old"]])
        return Join(data["field"], tuple(pairs.items()))

    def _reword(self, entry: int) -> Reword | None:
        wordings: dict[str, str] = {}
        for _, field, before, after in self._review.execute(_CHANGES, (entry,)):
            if field in (REPLIES, CONVERSATION):
                turns = zip(store.turns(before or "[]"), store.turns(after or "[]"), strict=False)
                wordings |= {self._hider.text(old.text.strip()): new.text for old, new in turns if old.text != new.text}
        return Reword(wordings) if wordings else None

    def _deduplicate(self, data: Mapping[str, Any]) -> Deduplicate | None:
        kept = int(data.get("kept", 0))
        return Deduplicate({self._keys[kept].same: self._refs[kept]}) if kept in self._keys else None


class _Masks:
    """What actions of masking have masked: of which kinds all, of which values all, which in some tickets only."""

    def __init__(
        self, review: Review, hider: Hider, refs: Mapping[int, Ref], entries: Sequence[int], progress: Progress
    ) -> None:
        self._review, self._hider, self._refs = review, hider, refs
        find = privacy.finder(review)
        self._sort: dict[Value, str] = {}
        self._of = {entry: dict(self._masked(find, entry)) for entry in entries}
        left = privacy.scan(review, None, progress).findings
        self._left = {(one.kind, one.normal) for one in left}
        self._sorts: dict[str, set[str]] = defaultdict(set)
        for one in left:
            self._sorts[one.kind].add(one.sort)
        self._last = {kind: entry for entry, values in self._of.items() for kind, _ in values}

    def _masked(self, find: Finder, entry: int) -> Iterator[tuple[Value, set[int]]]:
        """Value -> the tickets in which it was there before an action, and less often behind it."""
        found: dict[Value, set[int]] = defaultdict(set)
        for ticket, field, before, after in self._review.execute(_CHANGES, (entry,)):
            if field in privacy.READ:
                had, stays = self._values(find, field, before), self._values(find, field, after)
                for one in dict.fromkeys(had):
                    if had.count(one) > stays.count(one):
                        found[one].add(ticket)
        yield from found.items()

    def step(self, entry: int, data: Mapping[str, Any]) -> Mask | None:
        """The step of an action, None where it has masked nothing that can be told."""
        masked = self._of[entry]
        if not masked:
            return None
        named = self._review.execute(_TOLD, (entry,)).fetchone() is not None
        pseudonyms = bool(data.get("pseudonyms", named))
        numbers = privacy.numbers(self._review, masked) if pseudonyms else {}
        kinds = {kind: tuple(sorted(self._sorts[kind])) for kind in self._whole(entry, masked)}
        # a value of a kind that is masked as a whole need not be named, but for its number
        told = [one for one in masked if one in numbers or one[0] not in kinds]
        values = (
            MaskedValue(one[0], self._hider.token(*one), numbers.get(one, 0), self._where(one, masked[one]))
            for one in told
        )
        return Mask(kinds, tuple(values), pseudonyms)

    def _whole(self, entry: int, masked: Mapping[Value, set[int]]) -> Iterator[Kind]:
        """Kinds of which nothing is left, or only sorts that were spared; with the last action that masked some."""
        for kind in dict.fromkeys(kind for kind, _ in masked):
            sorts = {self._sort[one] for values in self._of.values() for one in values if one[0] == kind}
            if self._last[kind] == entry and self._sorts[kind].isdisjoint({*sorts, ""}):
                yield kind

    def _where(self, one: Value, tickets: set[int]) -> tuple[Ref, ...]:
        """The tickets, where the value still stands in others."""
        if one not in self._left:
            return ()
        return tuple(self._refs[ticket] for ticket in sorted(tickets) if ticket in self._refs)

    def _values(self, find: Finder, field: str, column: str | None) -> list[Value]:
        texts = privacy.texts_of(field, column) if column and column != "[]" else ()
        found = [one for text in texts for one in find(text)]
        self._sort |= {(one.kind, one.normal): one.sort for one in found}
        return [(one.kind, one.normal) for one in found]
