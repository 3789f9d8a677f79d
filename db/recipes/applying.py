"""The decisions of a recipe taken again in a review whose tickets are as their sources have them.

Each is an action of the log as it was there. What does not apply is told, and stands in nobody's way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from db import edits, labels, privacy, store
from db.edits.actions import Each, Same, carry_out
from db.edits.causes import rewritten
from db.edits.deciding import differing
from db.edits.terms import HELD, Term, key, value
from db.errors import EditError
from db.labels.carriers import carriers, used
from db.labels.moving import joining
from db.labels.relabelling import Relabelling, planned, relabel
from db.recipes.masking import mask_again
from db.recipes.matching import matched
from db.recipes.recipe import Deduplicate, Fix, Join, Mask, Recipe, Ref, Relabel, Reword
from db.recipes.tokens import Hider, Key
from db.replies import normal
from db.replies.decided import pair_value
from db.replies.decided import value as kept
from db.replies.records import Decision
from db.replies.rewriting import rewriting
from db.review import Review
from db.values import STATUS, Progress, Status, Summary, no_progress

_SPOKEN = f"SELECT replies, conversation FROM ticket WHERE {store.VISIBLE}"


def prepare(review: Review, recipe: Recipe) -> None:
    """What an import has to know: headings that were given a role, domains of the vendor. Before the files are read."""
    for heading, role in recipe.synonyms.items():
        review.add_synonym(heading, role)
    for domain in recipe.vendors:
        privacy.add_vendor(review, domain)


def take_steps(
    review: Review, recipe: Recipe, keys: Mapping[int, Key], progress: Progress = no_progress
) -> list[Summary]:
    """All but what is said of single tickets and of the taxonomy; returns what does not apply."""
    hider, named = Hider(recipe.salt), matched(recipe, keys)
    said = [*_except(review, recipe, hider, progress), *_decide_replies(review, recipe)]
    suspects = _suspects(review, recipe, progress)
    for step in recipe.steps:
        if isinstance(step, (Relabel, Join)):
            said += _relabel(review, step)
        elif isinstance(step, Reword):
            said += _reword(review, step, hider)
        elif isinstance(step, Mask):
            said += mask_again(review, step, hider, named, suspects)
        else:
            said += _deduplicate(review, step, keys, named)
    return said


def finish(review: Review, recipe: Recipe, keys: Mapping[int, Key]) -> list[Summary]:
    """What is said of single tickets, then of the taxonomy; returns what does not apply."""
    named = matched(recipe, keys)
    found = {named[one.at]: one for one in recipe.fixes if one.at in named}
    said = list(fix(review, found))
    if len(found) < len(recipe.fixes):
        said.append(Summary("recipe.no_ticket", {"n": len(recipe.fixes) - len(found)}))
    return [*said, *_keep_terms(review, recipe)]


def fix(review: Review, wanted: Mapping[int, Fix]) -> Iterator[Summary]:
    """Give single tickets their labels and status, an action for each value; yields what does not apply."""
    categories, statuses = defaultdict[str, list[int]](list), defaultdict[str, list[int]](list)
    causes = defaultdict[tuple[str, ...], list[int]](list)
    for ticket, one in wanted.items():
        if one.category is not None:
            categories[one.category].append(ticket)
        if one.causes is not None:
            causes[one.causes].append(ticket)
        if one.status is not None:
            statuses[one.status].append(ticket)
    for path, ids in categories.items():
        yield from _tried(partial(edits.set_category, review, ids, store.path(path)))
    for tags, ids in causes.items():
        yield from _tried(partial(_give_causes, review, ids, tags))
    for status, ids in statuses.items():
        edits.set_status(review, ids, Status[status.upper()])


def _give_causes(review: Review, ids: Sequence[int], tags: tuple[str, ...]) -> None:
    with review.transaction():
        carry_out(review, [rewritten(review, ids, lambda _: tags)], Summary("edit.causes", {"value": "; ".join(tags)}))


def _tried(do: Callable[[], object]) -> Iterator[Summary]:
    try:
        do()
    except EditError as exc:
        yield Summary("recipe.not_done", {"of": {"code": exc.code, "data": exc.data}})


# Labels


def _relabel(review: Review, step: Relabel | Join) -> Iterator[Summary]:
    missing = [old for old in _olds(step) if not _is_there(review, step, old)]
    for old in missing:
        yield Summary("recipe.no_label", {"given": old, "field": step.field})
    if len(missing) == len(_olds(step)):
        return
    try:
        relabel(review, _plan(review, step, missing))
    except EditError:
        yield from _by_source(review, step, missing)


def _olds(step: Relabel | Join) -> list[str]:
    return [step.old] if isinstance(step, Relabel) else [old for old, _ in step.pairs]


def _is_there(review: Review, step: Relabel | Join, old: str) -> bool:
    if isinstance(step, Relabel) and step.below:
        return any(carriers(review, step.field, old, below=True).values())
    return bool(used(review, step.field, [old]))


def _plan(
    review: Review, step: Relabel | Join, missing: Sequence[str], among: Sequence[int] | None = None
) -> Relabelling:
    if isinstance(step, Relabel):
        had = carriers(review, step.field, step.old, step.below)
        return planned(review, step.field, step.old, step.new, had, among, step.below)
    return joining(review, step.field, {old: new for old, new in step.pairs if old not in missing})


def _by_source(review: Review, step: Relabel | Join, missing: Sequence[str]) -> Iterator[Summary]:
    """The same source by source, where one of them cannot hold a new label."""
    refused: dict[str, EditError] = {}
    for source in review.sources():
        ids = [row[0] for row in review.execute("SELECT id FROM ticket WHERE source_id = ?", (source.id,))]
        for one in _singly(step, missing):
            try:
                relabel(review, _plan(review, one, (), ids))
            except EditError as exc:
                refused[exc.code] = exc
    yield from (Summary("recipe.not_done", {"of": {"code": exc.code, "data": exc.data}}) for exc in refused.values())


def _singly(step: Relabel | Join, missing: Sequence[str]) -> list[Relabel]:
    if isinstance(step, Relabel):
        return [step]
    return [Relabel(step.field, old, new) for old, new in step.pairs if old not in missing]


def _deduplicate(
    review: Review, step: Deduplicate, keys: Mapping[int, Key], named: Mapping[Ref, int]
) -> Iterator[Summary]:
    """Of tickets that are the same the one stays that stayed before; where that is not here, the first."""
    groups: dict[str, list[int]] = {one: [] for one in step.kept}
    for ticket, key_ in keys.items():
        if key_.same in groups:
            groups[key_.same].append(ticket)
    out = []
    for same, ids in groups.items():
        kept_one = named.get(step.kept[same])
        stays = kept_one if kept_one in ids else ids[0] if ids else None
        out += [ticket for ticket in ids if ticket != stays]
    if out:
        with review.transaction():
            carry_out(review, [Same(review, out, STATUS, Status.EXCLUDED.word)], Summary("canned.deduplicated"))
    none = sum(len(ids) < 2 for ids in groups.values())
    if none:
        yield Summary("recipe.no_duplicate", {"n": none})


# Replies


def _decide_replies(review: Review, recipe: Recipe) -> Iterator[Summary]:
    if not recipe.replies and not recipe.apart:
        return
    if recipe.forms != normal.VERSION:
        yield Summary("recipe.other_forms", {"n": len(recipe.replies)})
        return
    values: dict[str, str | None] = dict.fromkeys(recipe.apart, pair_value())
    for one in recipe.replies:
        decided = kept(one.id, Decision(one.code, one.wording, one.examples))  # type: ignore[arg-type]
        values |= dict.fromkeys(one.forms, decided)
    with review.transaction():
        carry_out(review, [], Summary("recipe.replies", {"n": len(recipe.replies)}), decided=differing(review, values))
    here = _forms(review)
    none = sum(here.isdisjoint(one.forms) for one in recipe.replies)
    if none:
        yield Summary("recipe.no_reply", {"n": none})


def _forms(review: Review) -> set[str]:
    """The keys of the forms of all replies."""
    texts: set[str] = set()
    for columns in review.execute(_SPOKEN):
        for column in filter(None, columns):
            texts.update(turn.text.strip() for turn in store.turns(column) if turn.speaker != "customer")
    return {normal.name_of(normal.key_of(form)) for form in normal.normals(list(texts))}


def _reword(review: Review, step: Reword, hider: Hider) -> Iterator[Summary]:
    met: set[str] = set()

    def becomes(text: str) -> str | None:
        token = hider.text(text)
        if token not in step.wordings:
            return None
        met.add(token)
        return step.wordings[token] if step.wordings[token] != text else None

    with review.transaction():
        ids = [row[0] for row in review.execute(f"SELECT id FROM ticket WHERE {store.VISIBLE}")]
        found = rewriting(review, ids, becomes)
        data: dict[str, object] = {"n": 0, "replies": found.replies, "refused": len(found.refused)}
        data |= {"value": next(iter(step.wordings.values()))}
        if found.changed:
            code = "canned.rewritten.some" if found.refused else "canned.rewritten"
            carry_out(review, [Each(review, found.rows())], Summary(code, data))
    if found.refused:
        yield Summary("recipe.unreworded", {"n": len(found.refused)})
    if len(met) < len(step.wordings):
        yield Summary("recipe.no_reword", {"n": len(step.wordings) - len(met)})


# Personal data, and the taxonomy


def _suspects(review: Review, recipe: Recipe, progress: Progress) -> list[int]:
    """The tickets with personal data: no step brings some into another, for none has any in its words."""
    if not any(isinstance(step, Mask) for step in recipe.steps):
        return []
    return list(privacy.scan(review, None, progress).by_ticket)


def _except(review: Review, recipe: Recipe, hider: Hider, progress: Progress) -> Iterator[Summary]:
    """Say again of values that they are no personal data, where they are found."""
    if not recipe.excepted:
        return
    wanted = set(recipe.excepted)
    kinds = {kind for kind, _ in wanted}
    found = defaultdict[str, dict[str, None]](dict)
    met = set()
    for one in privacy.scan(review, None, progress).findings:
        for kind in {one.kind, ""} & kinds:
            for name in filter(None, (one.normal, one.host)):
                if (kind, token := hider.token(kind, name)) in wanted:
                    found[kind][name] = None
                    met.add((kind, token))
    for kind, names in found.items():
        privacy.except_values(review, list(names), kind or None)  # type: ignore[arg-type]
    if len(met) < len(wanted):
        yield Summary("recipe.no_exception", {"n": len(wanted) - len(met)})


def _keep_terms(review: Review, recipe: Recipe) -> Iterator[Summary]:
    values: dict[str, str | None] = {
        key(one.field, one.label): value(Term(one.definition, retired=one.retired)) for one in recipe.taxonomy
    }
    values |= {key(HELD, field): "{}" for field in recipe.held}
    if not values:
        return
    with review.transaction():
        said = Summary("recipe.taxonomy", {"n": len(recipe.taxonomy)})
        carry_out(review, [], said, decided=differing(review, values))
    for field in ("category", "root_cause"):
        outside = {ticket for one in labels.strays(review, field) for ticket in one.tickets}
        if outside:
            yield Summary("recipe.outside", {"n": len(outside), "field": field})
