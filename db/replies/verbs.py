"""What a reviewer can decide of canned replies: each verb is one action, one transaction, one entry of the log.

`handles` are families of `replies`. A decision is written for every form of the family as it stands, and is in force
until it is taken back: for other thresholds, after new imports and scans. Every verb raises EditError for what cannot
be, and ReviewError where the review cannot be written; nothing is changed then.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from db.edits.actions import Each, Same, carry_out
from db.edits.deciding import differing, labels_value
from db.edits.verbs import set_category, set_causes
from db.errors import EditError
from db.replies import evidence, normal
from db.replies.decided import BETWEEN, Decided, decision_of, pair_key, pair_value, value
from db.replies.families import Replies
from db.replies.records import Conflict, Decision, Effect
from db.replies.rewriting import Rewriting, rewriting, wording_of
from db.replies.rows import id_of, said_for
from db.review import Review
from db.values import STATUS, Changes, Progress, Status, Summary, no_progress

__all__ = [
    "choose_wording",
    "effect",
    "exclude_duplicates",
    "keep",
    "keep_labels",
    "mark_holding",
    "not_a_family",
    "part",
    "reopen",
    "rewrite",
    "set_alike",
    "take_out",
]

MOST_SHOWN = 60
"""Characters of a wording in a sentence of the log."""


def effect(
    replies: Replies, handles: Sequence[int], texts: Sequence[str] | None = None, wording: str | None = None
) -> Effect:
    """What `rewrite` would do."""
    found = _rewriting(replies, handles, texts, wording)
    return Effect(found.replies, found.tickets, len(found.sources), len(found.refused))


def choose_wording(review: Review, replies: Replies, handle: int, wording: str) -> Changes:
    """Let a text stand for a family, one of its own or another; tickets stay as they are."""
    decision = Decision("wording", _good(wording))
    return _decide(review, replies, {handle: decision}, "canned.wording", {"value": _clipped(decision.wording)})


def rewrite(
    review: Review,
    replies: Replies,
    handles: Sequence[int],
    texts: Sequence[str] | None = None,
    wording: str | None = None,
    progress: Progress = no_progress,
) -> Changes:
    """Choose the wording of families, and rewrite their replies to it: all, or those of these texts.

    Raises EditError ``canned.not_held`` where no ticket could hold it, and what `progress` raises.
    """
    chosen = {handle: _good(wording or _wording(replies, handle)) for handle in handles}
    with review.transaction():
        found = _rewriting(replies, handles, texts, wording)
        if found.refused and not found.changed:
            raise EditError("canned.not_held", n=len(found.refused))
        values = _values(replies, {handle: Decision("wording", text) for handle, text in chosen.items()}, chosen)
        data: dict[str, object] = {"n": _tickets(replies, handles), "replies": found.replies, "families": len(handles)}
        data["value"] = _clipped(next(iter(chosen.values()), ""))
        data["refused"] = len(found.refused)
        much = ".some" if found.refused else ".none" if not found.changed else ".many" if len(handles) > 1 else ""
        summary = Summary(f"canned.rewritten{much}", data)
        return carry_out(
            review, [Each(review, found.rows())], summary, decided=differing(review, values), progress=progress
        )


def keep(review: Review, replies: Replies, handles: Sequence[int], examples: int) -> Changes:
    """Let no more than so many tickets with each family into an export that asks for it."""
    if examples < 1:
        raise EditError("canned.no_examples", given=examples)
    decisions = dict.fromkeys(handles, Decision("keep", examples=examples))
    return _decide(review, replies, decisions, "canned.keep", {"examples": examples})


def mark_holding(review: Review, replies: Replies, handles: Sequence[int]) -> Changes:
    """Say of families that they say nothing."""
    return _decide(review, replies, dict.fromkeys(handles, Decision("holding")), "canned.holding")


def not_a_family(review: Review, replies: Replies, handles: Sequence[int]) -> Changes:
    """Say that the forms of a family are no duplicates of one another."""
    return _decide(review, replies, dict.fromkeys(handles, Decision("apart")), "canned.apart")


def reopen(review: Review, replies: Replies, handles: Sequence[int]) -> Changes:
    """Take back what was decided of families; tickets stay as they are."""
    return _decide(review, replies, dict.fromkeys(handles), "canned.reopened")


def take_out(review: Review, replies: Replies, handle: int, texts: Sequence[str]) -> Changes:
    """Say of some texts that they do not belong to the others of a family."""
    keys = [normal.key_of(normal.normal(text)) for text in replies.texts_of(handle)]
    out = {normal.key_of(normal.normal(text)) for text in texts} & set(keys)
    stay = [key for key in dict.fromkeys(keys) if key not in out]
    if not out or not stay:
        raise EditError("canned.nothing_stays")
    values: dict[str, str | None] = {pair_key(one, other): pair_value() for one in out for other in stay}
    values |= _without(replies, handle, out)
    return _carry_out(review, replies, values, [handle], "canned.taken_out", {"value": _clipped(texts[0])}, texts)


def part(review: Review, replies: Replies, handle: int, text: str, other: str) -> Changes:
    """Say of two texts of a family that they are never one."""
    one, two = (normal.key_of(normal.normal(said)) for said in (text, other))
    if one == two:
        raise EditError("canned.same_form")
    family = {normal.key_of(normal.normal(said)) for said in replies.texts_of(handle)}
    if not {one, two} <= family:
        raise EditError("canned.nothing_stays")
    # as `grouping` has it, the one that is used less leaves, unless it leads
    less = max(one, two, key=lambda key: (form := replies.canvass.form_of(key)) != handle and form)
    values = {pair_key(one, two): pair_value(), **_without(replies, handle, {less})}
    return _carry_out(review, replies, values, [handle], "canned.parted", {"value": _clipped(text)}, [text, other])


def exclude_duplicates(review: Review, kept: int, tickets: Sequence[int]) -> Changes:
    """Exclude all of these tickets from exports, but the one that is kept: were it excluded, none would stay."""
    if kept not in tickets:
        raise EditError("edit.no_ticket", ticket=kept)
    others = [ticket for ticket in tickets if ticket != kept]
    with review.transaction():
        changed = [Same(review, others, STATUS, Status.EXCLUDED.word)]
        if next((row.status for row in review.rows([kept])), None) is Status.EXCLUDED:
            changed.append(Same(review, [kept], STATUS, Status.UNREVIEWED.word))
        return carry_out(review, changed, Summary("canned.deduplicated", {"kept": kept}))


def set_alike(review: Review, conflict: Conflict, label: Sequence[str]) -> Changes:
    """Give all tickets of a conflict one label."""
    verb = set_category if conflict.field == "category" else set_causes
    return verb(review, conflict.tickets, label)


def keep_labels(review: Review, replies: Replies, conflict: Conflict) -> Changes:
    """Say of the labels of a conflict that they are meant: it is none any more, until another label joins them."""
    kept = labels_value([label for label, _ in conflict.labels])
    values: dict[str, str | None] = dict.fromkeys(evidence.keys_of(conflict, replies.members), kept)
    data = {"n": len(conflict.tickets), "value": _clipped(conflict.text)}
    with review.transaction():
        summary = Summary(f"labels.kept.{conflict.field}", data)
        return carry_out(review, [], summary, decided=differing(review, values))


# What they share


def _decide(
    review: Review,
    replies: Replies,
    decisions: Mapping[int, Decision | None],
    code: str,
    data: Mapping[str, object] | None = None,
) -> Changes:
    wordings = {handle: one.wording for handle, one in decisions.items() if one and one.wording}
    values = _values(replies, decisions, wordings)
    return _carry_out(review, replies, values, list(decisions), code, data or {})


def _carry_out(
    review: Review,
    replies: Replies,
    values: Mapping[str, str | None],
    handles: Sequence[int],
    code: str,
    data: Mapping[str, object],
    texts: Sequence[str] | None = None,
) -> Changes:
    n = _tickets(replies, handles, texts)
    shown = {"value": _clipped(_wording(replies, handles[0])) if handles else "", **data}
    summary = Summary(code if len(handles) == 1 else f"{code}.many", {**shown, "n": n, "families": len(handles)})
    with review.transaction():
        return carry_out(review, [], summary, decided=differing(review, values))


def _values(
    replies: Replies, decisions: Mapping[int, Decision | None], wordings: Mapping[int, str]
) -> dict[str, str | None]:
    """Key -> value for every form of the families, and for the wording where it is none of them."""
    values: dict[str, str | None] = {}
    for handle, decision in decisions.items():
        had = replies.decision_of(handle)
        keys = {int(replies.canvass.key[form]) for form in replies.members.forms_of(handle).tolist()}
        kept = None if decision is None else value(id_of(replies.members, handle, had), decision)
        if had is not None and (decision is None or had.decision.code != "apart"):
            # forms that are not here now too: they would come back as a family of the same id
            keys.update(replies.decisions.together[had])
        if handle in wordings and decision is not None:
            keys.add(normal.key_of(normal.normal(wordings[handle])))
        values |= {normal.name_of(key): kept for key in keys}
        if decision is not None and decision.code != "apart":
            # what is decided as one is kept apart no longer
            values |= {pair_key(*pair): None for pair in replies.decisions.strangers if keys.issuperset(pair)}
    return _called(replies, values)


def _without(replies: Replies, handle: int, out: Collection[int]) -> dict[str, str | None]:
    """What was decided of a family, without these forms."""
    had, of = replies.decision_of(handle), replies.decisions.of
    return _called(replies, {normal.name_of(key): None for key in out if had is not None and of.get(key) == had})


def _called(replies: Replies, values: Mapping[str, str | None]) -> dict[str, str | None]:
    """The values, and every decision that loses by them the form that it was called after called after another of its
    forms: so each is called after a form of its own, and no two have the same id."""
    of = replies.decisions.of
    new = {int(key, 16): kept and decision_of(kept) for key, kept in values.items() if BETWEEN not in key}
    changed = {one for key, after in new.items() for one in (after, of.get(key)) if one}
    stay: dict[Decided, list[int]] = {one: [] for one in changed}
    for key, one in ({**of, **new}).items():
        if one and one in changed:
            stay[one].append(key)
    called = dict(values)
    for one, keys in stay.items():
        if keys and int(one.id, 16) not in keys:
            places = {key: replies.canvass.form_of(key) for key in keys}
            first = min(keys, key=lambda key: (places[key] < 0, places[key], key))
            called |= dict.fromkeys(map(normal.name_of, keys), value(normal.name_of(first), one.decision))
    return called


def _rewriting(replies: Replies, handles: Iterable[int], texts: Sequence[str] | None, wording: str | None) -> Rewriting:
    wordings: dict[str, str] = {}
    tickets: set[int] = set()
    for handle in handles:
        target = _good(wording or _wording(replies, handle))
        wanted = [text for text in replies.texts_of(handle) if (texts is None or text in texts) and text != target]
        wordings |= dict.fromkeys(wanted, target)
        tickets.update(replies.tickets_of(handle, frozenset(wanted)))
    return rewriting(replies.review, sorted(tickets), wording_of(wordings))


def _wording(replies: Replies, handle: int) -> str:
    """The wording of a family: what was decided, else its most used text."""
    return said_for(replies.decision_of(handle), next(iter(replies.texts_of(handle)), ""))


def _good(wording: str) -> str:
    text = wording.strip()
    if not text:
        raise EditError("canned.empty_wording")
    return text


def _tickets(replies: Replies, handles: Sequence[int], texts: Sequence[str] | None = None) -> int:
    if texts is None:
        return replies.tickets_in(handles)
    return len({ticket for handle in handles for ticket in replies.tickets_of(handle, texts)})


def _clipped(text: str) -> str:
    first = text.split("\n", 1)[0]
    return first if len(first) <= MOST_SHOWN else first[: MOST_SHOWN - 1] + "…"
