"""The recipe of a review: its steps are read from the log, and what they do not say of single tickets is found by
taking them, in a review of the same sources, and comparing. What would need the text of a ticket is counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from db import privacy, store
from db.edits.terms import is_held, terms
from db.errors import UserError
from db.privacy import Finder
from db.recipes.applying import fix, take_steps
from db.recipes.recipe import Fix, Join, Named, Options, Origin, Recipe, Ref, Relabel, Reword, Said, Step
from db.recipes.steps import Log, places_of
from db.recipes.temporary import of_review
from db.recipes.tokens import Hider, Key, by_key, keys, salt_of
from db.records import dataclass, replace
from db.replies import normal
from db.replies.decided import decisions, pair_key
from db.review import Review
from db.values import (
    LOGGED_FIELDS,
    ROOT_CAUSE,
    Progress,
    Ticket,
    no_progress,
)

_SOURCES = "SELECT name, sha256 FROM source WHERE ready = 1 ORDER BY id"
_TYPED = """SELECT DISTINCT ticket_id FROM change AS last JOIN entry ON entry.id = entry_id
    WHERE field = 'root_cause' AND kind = 'edit' AND undone = 0 AND code IN ('edit.text', 'edit.taken_back')
    AND NOT EXISTS (SELECT 1 FROM change JOIN entry ON entry.id = entry_id WHERE ticket_id = last.ticket_id
        AND field = 'root_cause' AND change.id > last.id AND kind = 'edit' AND undone = 0)"""
NOWHERE = Ref("", 0)
MOST = 60
"""Characters of a label: what is longer is prose, which may be the text of a ticket."""


@dataclass(frozen=True, slots=True)
class Left:
    """What a recipe does not hold: fields with the number of tickets whose edits of them it has not, those tickets in
    all, and how many labels, wordings or decisions were left out because personal data stands in them."""

    fields: tuple[tuple[str, int], ...]
    tickets: int
    personal: int


def make(review: Review, options: Options, progress: Progress = no_progress) -> tuple[Recipe, Left]:
    """The recipe of a review, and what it does not hold. Long work; writes nothing to the review.

    Raises UserError ``recipe.personal`` where the query of the options holds personal data, ``recipe.no_source`` for a
    review without sources.
    """
    find = privacy.finder(review)
    if find(options.query):
        raise UserError("recipe.personal", given=options.query)
    known = keys(review)
    if not known:
        raise UserError("recipe.no_source")
    recipe, personal = _cleared(_rules(review, known, options, progress), find)
    with of_review(review, progress) as other:
        theirs = keys(other)
        take_steps(other, recipe, theirs, progress)
        pairs = _pairs(known, theirs)
        typed = {row[0] for row in review.execute(_TYPED)}
        found, hidden = _fixes(review, other, pairs, typed, find)
        places = places_of(recipe.sources)
        fixes = {mine: _placed(one, known[mine], places) for mine, one in found.items()}
        list(fix(other, {pairs[mine]: one for mine, one in fixes.items()}))
        left = _left(review, other, known, pairs)
    return replace(recipe, fixes=tuple(fixes.values())), replace(left, personal=personal + hidden)


def _rules(review: Review, known: Mapping[int, Key], options: Options, progress: Progress) -> Recipe:
    """The recipe but for single tickets."""
    origins = tuple(Origin(*row) for row in review.execute(_SOURCES))
    salt = salt_of(one.sha256 for one in origins)
    hider = Hider(salt)
    decided = decisions(review)
    return Recipe(
        name=review.path.stem,
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        by=review.reviewer,
        salt=salt,
        forms=normal.VERSION,
        sources=origins,
        synonyms=review.synonyms(),
        vendors=tuple(privacy.vendors(review)),
        excepted=tuple(sorted((kind, hider.token(kind, value)) for kind, value in privacy.excepted(review))),
        replies=tuple(_said(decided.of.items())),
        apart=tuple(sorted(pair_key(*pair) for pair in decided.strangers)),
        taxonomy=tuple(_named(review)),
        held=tuple(field for field in ("category", "root_cause") if is_held(review, field)),
        steps=tuple(Log(review, hider, origins, known, progress).steps()),
        fixes=(),
        options=options,
    )


def _said(of: Iterable[tuple[int, Any]]) -> Iterator[Said]:
    """Decisions on replies, each with all its forms."""
    forms: dict[Any, list[str]] = {}
    for key, decided in of:
        forms.setdefault(decided, []).append(normal.name_of(key))
    for decided, names in sorted(forms.items(), key=lambda pair: pair[0].id):
        one = decided.decision
        yield Said(decided.id, one.code, one.wording, one.examples, tuple(sorted(names)))


def _named(review: Review) -> Iterator[Named]:
    for field in ("category", "root_cause"):
        for label, term in sorted(terms(review, field).items()):
            yield Named(field, label, term.definition, term.retired)


# What may not stand in a recipe


def _cleared(recipe: Recipe, find: Finder) -> tuple[Recipe, int]:
    """The recipe without labels and wordings in which personal data stands, and how many those were."""
    out = 0

    def good(*texts: str) -> bool:
        nonlocal out
        is_good = not any(map(find, texts))
        out += not is_good
        return is_good

    steps: list[Step] = []
    for step in recipe.steps:
        if isinstance(step, Relabel):
            steps += [step] if good(step.old, step.new) else []
        elif isinstance(step, Join):
            pairs = tuple(pair for pair in step.pairs if good(*pair))
            steps += [replace(step, pairs=pairs)] if pairs else []
        elif isinstance(step, Reword):
            wordings = {token: said for token, said in step.wordings.items() if good(said)}
            steps += [Reword(wordings)] if wordings else []
        else:
            steps.append(step)
    replies = tuple(one for one in recipe.replies if good(one.wording))
    taxonomy = tuple(one for one in recipe.taxonomy if good(one.label, one.definition))
    return replace(recipe, steps=tuple(steps), replies=replies, taxonomy=taxonomy), out


# Single tickets


def _pairs(known: Mapping[int, Key], theirs: Mapping[int, Key]) -> dict[int, int]:
    """Tickets of the review -> the same of the other one."""
    other = by_key(theirs)
    return {mine: other[key] for key, mine in by_key(known).items() if key in other}


def _both(review: Review, other: Review, pairs: Mapping[int, int]) -> Iterator[tuple[Ticket, Ticket]]:
    return zip(review.tickets(list(pairs)), other.tickets(list(pairs.values())), strict=True)


def _fixes(
    review: Review, other: Review, pairs: Mapping[int, int], typed: set[int], find: Finder
) -> tuple[dict[int, Fix], int]:
    """What single tickets have otherwise, by ticket of the review; and how many may not be held."""
    found: dict[int, Fix] = {}
    hidden = 0
    for mine, theirs in _both(review, other, pairs):
        category = store.path_text(mine.category) if mine.category != theirs.category else None
        is_label = mine.id not in typed and all(map(_is_label, mine.causes))
        causes = mine.causes if mine.causes != theirs.causes and is_label else None
        status = mine.status.word if mine.status is not theirs.status else None
        if any(map(find, (category or "", *(causes or ())))):
            category = causes = None
            hidden += 1
        if (category, causes, status) != (None, None, None):
            found[mine.id] = Fix(NOWHERE, category, causes, status)
    return found, hidden


def _is_label(cause: str) -> bool:
    return "\n" not in cause and len(cause) <= MOST


def _placed(one: Fix, key: Key, places: Mapping[str, int]) -> Fix:
    return replace(one, at=Ref(key.digest, places[key.source], key.nth))


def _left(review: Review, other: Review, known: Mapping[int, Key], pairs: Mapping[int, int]) -> Left:
    """What is not the same even so."""
    fields: Counter[str] = Counter()
    tickets = len(known) - len(pairs)
    for mine, theirs in _both(review, other, pairs):
        differing = [name for name in LOGGED_FIELDS if getattr(mine, name) != getattr(theirs, name)]
        differing += [ROOT_CAUSE] if mine.causes != theirs.causes and ROOT_CAUSE not in differing else []
        fields.update(differing)
        tickets += bool(differing)
    return Left(tuple((name, fields[name]) for name in LOGGED_FIELDS if fields[name]), tickets, 0)
