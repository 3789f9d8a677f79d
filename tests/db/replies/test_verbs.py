"""What is decided of canned replies: one action of the log each, turned back to what was, in force till then."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import edits, replies, sentences
from db.errors import EditError
from db.importing import import_paths
from db.replies import scan
from db.replies.decided import decisions
from db.review import Review
from db.values import CANNED, REPLIES, Changes, Turn
from tests.db.edits.snapshot import snapshot
from tests.db.files import ticket, write
from tests.db.replies.invented import (
    AUDIT,
    AUDIT_TOO,
    FAR,
    HOLDING,
    LINE,
    LONGER,
    ONCE,
    REFUND,
    dataset,
    handle,
    look,
)

Verb = Callable[[Review], Changes]


def state(review: Review) -> object:
    """All that a verb may change."""
    return review.execute("SELECT key, value FROM decided ORDER BY key").fetchall(), snapshot(review)


def on(text: str, verb: Callable[..., Changes], *more: object, many: bool = True) -> Verb:
    """A verb on the family of a text, as a window that is opened now does it."""

    def act(review: Review) -> Changes:
        found = look(review, 0.75)
        one = handle(found, text)
        return verb(review, found, [one] if many else one, *more)

    return act


VERBS: dict[str, tuple[Verb, int, str]] = {
    "wording": (on(LINE, replies.choose_wording, LONGER, many=False), 8, "Wording chosen"),
    "typed": (on(LINE, replies.choose_wording, "  线路有抖动，已经切换。\n", many=False), 8, "线路有抖动，已经切换。"),
    "rewrite all": (on(LINE, replies.rewrite), 4, "rewritten"),
    "rewrite some": (on(LINE, replies.rewrite, [FAR]), 1, "A reply of one ticket"),
    "rewrite typed": (on(LINE, replies.rewrite, None, "线路有抖动"), 8, "线路有抖动"),
    "keep": (on(AUDIT, replies.keep, 2), 3, "At most 2 tickets to be exported, 3 hold it"),
    "holding": (on(HOLDING, replies.mark_holding), 8, "Holding reply"),
    "apart": (on(LINE, replies.not_a_family), 8, "No duplicates"),
    "take out": (on(AUDIT, replies.take_out, [AUDIT_TOO], many=False), 1, "Taken out"),
    "part": (on(LINE, replies.part, LONGER, FAR, many=False), 4, "Kept apart"),
    "duplicates": (lambda review: replies.exclude_duplicates(review, 8, [7, 8, 9]), 2, "Excluded duplicates"),
}


@pytest.mark.parametrize("name", VERBS)
def test_a_verb_is_one_action_that_is_turned_back(scanned: Review, name: str) -> None:
    verb, tickets, said = VERBS[name]
    start, last = state(scanned), edits.last_entry(scanned)
    changes = verb(scanned)
    (entry,) = edits.log(scanned, 1)
    assert edits.last_entry(scanned) == changes.entry == entry.id == last + 1
    assert (entry.kind, entry.reviewer, entry.tickets) == ("edit", "lin", tickets)
    assert said in sentences.summary(entry.summary)
    end = state(scanned)
    assert end != start
    assert scanned.check() == []
    for _ in range(2):
        edits.undo(scanned)
        assert state(scanned) == start
        edits.redo(scanned)
        assert state(scanned) == end
    if name != "part":  # of a family as it was, which is one no more
        with_same = {"apart", "take out"}
        if name not in with_same and not name.startswith("rewrite"):
            assert verb(scanned).entry == 0  # it is so already


def test_another_duplicate_can_be_kept(scanned: Review) -> None:
    replies.exclude_duplicates(scanned, 8, [7, 8, 9])
    start, last = state(scanned), edits.last_entry(scanned)
    replies.exclude_duplicates(scanned, 7, [7, 8, 9])
    assert edits.last_entry(scanned) == last + 1
    words = [scanned.ticket(one).status.word for one in (7, 8, 9)]
    assert words == ["unreviewed", "excluded", "excluded"]
    edits.undo(scanned)
    assert state(scanned) == start


def test_reopen_takes_back_and_nothing_else(scanned: Review) -> None:
    start = state(scanned)
    for text, verb in ((LINE, replies.not_a_family), (HOLDING, replies.mark_holding)):
        on(text, verb)(scanned)
        on(text, replies.reopen)(scanned)
        assert state(scanned) == start
    on(LINE, replies.rewrite)(scanned)
    after = snapshot(scanned)
    on(LINE, replies.reopen)(scanned)
    assert decisions(scanned).of == {}
    assert snapshot(scanned) == after


REFUSED: dict[str, Verb] = {
    "canned.no_examples": on(LINE, replies.keep, 0),
    "canned.empty_wording": on(LINE, replies.choose_wording, " \n", many=False),
    "canned.nothing_stays": on(LINE, replies.take_out, [LINE, LONGER, FAR], many=False),
    "canned.same_form": on(HOLDING, replies.part, HOLDING, f"{HOLDING}。", many=False),
    "edit.no_ticket": lambda review: replies.exclude_duplicates(review, 1, [7, 8]),
}


@pytest.mark.parametrize("code", REFUSED)
def test_what_cannot_be_is_refused_with_a_sentence(scanned: Review, code: str) -> None:
    start, last = state(scanned), edits.last_entry(scanned)
    with pytest.raises(EditError) as caught:
        REFUSED[code](scanned)
    assert caught.value.code == code
    assert sentences.error(caught.value)
    assert (state(scanned), edits.last_entry(scanned)) == (start, last)


def test_apart_and_taken_out_hold_and_ids_are_of_one_family(scanned: Review) -> None:
    on(AUDIT, replies.keep, 2)(scanned)
    found = look(scanned, 0.75)
    had = found.rows([handle(found, AUDIT)])[0]
    # the form that the family was called after leaves it, and the decision stays with the other
    on(AUDIT, replies.take_out, [AUDIT], many=False)(scanned)
    on(AUDIT, replies.keep, 2)(scanned)
    on(LINE, replies.not_a_family)(scanned)
    found = look(scanned, 0.75)
    rows = found.rows(found.find())
    assert len({row.id for row in rows}) == len(rows) == 7
    for row in rows:
        assert found.rows([found.handle_of(row.id)]) == [row]
    texts = [found.texts_of(one) for one in found.find().tolist()]
    assert [AUDIT] in texts
    assert [AUDIT_TOO] in texts
    assert {LINE, LONGER, FAR} <= {one for (one, *rest) in texts if not rest}
    assert found.rows([handle(found, AUDIT)])[0].id == had.id
    assert all(found.decision_of(handle(found, one)) for one in (AUDIT, AUDIT_TOO, LINE, LONGER, FAR))
    on(AUDIT, replies.reopen)(scanned)
    assert look(scanned, 0.75).decision_of(handle(found, AUDIT_TOO))


def test_parted_texts_are_never_one_and_the_decision_stays_with_one(scanned: Review) -> None:
    on(LINE, replies.keep, 3)(scanned)
    on(LINE, replies.part, LINE, LONGER, many=False)(scanned)
    found = look(scanned, 0.75)
    assert handle(found, LINE) != handle(found, LONGER)
    assert found.decision_of(handle(found, LINE))
    assert not found.decision_of(handle(found, LONGER))


def test_decisions_survive_import_rescan_threshold_and_restart(scanned: Review, tmp_path: Path) -> None:
    for text, verb in (
        (HOLDING, replies.mark_holding),
        (LINE, replies.rewrite),
        (REFUND.format(9), replies.not_a_family),
    ):
        on(text, verb)(scanned)
    on(AUDIT, replies.keep, 1)(scanned)
    kept, start = decisions(scanned), snapshot(scanned)
    new = [
        ticket(f"新来的 {n}", replies=[said])
        for n, said in enumerate([HOLDING + "！", FAR, FAR, AUDIT_TOO, LINE + "吧"])
    ]
    import_paths(scanned, [write(tmp_path / "new.md", new)])
    assert look(scanned).state == "stale"
    scan(scanned)
    scanned.close()
    with Review.open(scanned.path, "lin") as again:
        assert decisions(again) == kept
        for threshold in (0.75, 0.9, 1.0):
            found = look(again, threshold)
            assert found.state == "fresh"
            codes = {text: (one := found.decision_of(handle(found, text))) and one.decision.code for text in
                     (HOLDING, LINE, FAR, AUDIT, REFUND.format(9))}  # fmt: skip
            assert list(codes.values()) == ["holding", "wording", "wording", "keep", "apart"]
            assert handle(found, AUDIT) == handle(found, AUDIT_TOO)
        # what came by since is in the family, and not covered
        found = look(again, 0.75)
        family = found.family(handle(found, LINE))
        assert [one.text for one in family.variants if not one.covered] == [LINE + "吧"]
        assert family.row.fresh == 1
        while edits.next_undo(again):
            edits.undo(again)
        assert decisions(again).of == {}
        assert list(again.tickets())[: len(start[0])] == [one for one in snapshot(again)[0] if one.id <= len(start[0])]


def test_two_windows(scanned: Review) -> None:
    on(HOLDING, replies.mark_holding)(scanned)
    mine, last = look(scanned), edits.last_entry(scanned)
    assert mine.decision_of(handle(mine, HOLDING))
    with Review.open(scanned.path, "wang") as other:
        on(HOLDING, replies.keep, 2)(other)
        start = state(scanned)
        with pytest.raises(EditError) as caught:
            edits.undo(scanned)
        assert caught.value.code == "undo.decided_since"
        assert "wang" in sentences.error(caught.value)
        assert state(scanned) == start
        for changes in edits.changes_since(scanned, last):
            assert CANNED in changes.fields
            mine.refresh(changes)
        (row,) = mine.rows([handle(mine, HOLDING)])
        assert row.decision
        assert row.decision.code == "keep"
        edits.undo(other)
    edits.undo(scanned)
    assert decisions(scanned).of == {}
    with Review.open(scanned.path, "wang") as other:
        on(HOLDING, replies.keep, 2)(other)
    with pytest.raises(EditError) as caught:
        edits.redo(scanned)
    assert caught.value.code == "redo.decided_since"
    assert sentences.error(caught.value)


def test_a_rewritten_ticket_that_somebody_edited_since(scanned: Review) -> None:
    on(LINE, replies.rewrite)(scanned)
    with Review.open(scanned.path, "wang") as other:
        edits.set_text(other, 2, REPLIES, [Turn(None, "改过了")])
    start = state(scanned)
    with pytest.raises(EditError, match=r"undo\.changed_since"):
        edits.undo(scanned)
    assert state(scanned) == start


def test_a_family_whose_first_form_becomes_the_wording_of_another_is_called_otherwise(scanned: Review) -> None:
    first, other = REFUND.format(9), LINE
    found = look(scanned)
    replies.choose_wording(scanned, found, handle(found, first), other)
    found = look(scanned)
    replies.choose_wording(scanned, found, handle(found, HOLDING), first)
    on(HOLDING, replies.not_a_family)(scanned)
    rows = (found := look(scanned)).rows(found.find())
    assert len({row.id for row in rows}) == len(rows)
    assert [row.wording for row in rows if found.handle_of(row.id) == handle(found, other)] == [other]


def test_a_decided_family_is_not_torn_by_what_comes_to_it(scanned: Review) -> None:
    """One of its forms is a stranger to what is near to another of them."""
    on(LINE, replies.part, LINE, FAR, many=False)(scanned)
    on(LINE, replies.not_a_family)(scanned)
    on(LONGER, replies.keep, 2)(scanned)
    found = look(scanned, 0.75)
    assert handle(found, LONGER) == handle(found, FAR) != handle(found, LINE)
    assert_called_apart(found)
    (row,) = found.rows([handle(found, FAR)])
    assert row.decision
    assert row.decision.code == "keep"


def test_families_that_get_one_wording_at_once_are_called_apart(scanned: Review) -> None:
    """The wording is a form of the first, which is called after it, and keeps its other forms."""
    found = look(scanned, 0.75)
    replies.rewrite(scanned, found, [handle(found, LINE), handle(found, AUDIT)], [AUDIT], LINE)
    on(AUDIT_TOO, replies.not_a_family)(scanned)
    for threshold in (0.75, 1.0):  # at 1 it is a family by itself again
        assert_called_apart(look(scanned, threshold))


def assert_called_apart(found: replies.Replies) -> None:
    """Every id is of one family, and leads to it."""
    handles = found.find().tolist()
    assert [found.handle_of(row.id) for row in found.rows(handles)] == handles


TEXTS = [LINE, LONGER, FAR, HOLDING, AUDIT, AUDIT_TOO, REFUND.format(3), REFUND.format(9), ONCE]


def _any_family(verb: Callable[..., Changes], place: int, *more: object, many: bool = True) -> Verb:
    def act(review: Review) -> Changes:
        found = look(review, 0.75)
        one = found.find().tolist()
        one = one[place % len(one)]
        texts = found.texts_of(one)
        extra = [texts[:1] if item is TEXTS else item for item in more]
        return verb(review, found, [one] if many else one, *extra)

    return act


def acts() -> st.SearchStrategy[Verb]:
    """One verb, edit, undo or redo."""
    place, text = st.integers(0, 9), st.sampled_from(TEXTS)
    return st.one_of(
        st.builds(lambda p: _any_family(replies.mark_holding, p), place),
        st.builds(lambda p, n: _any_family(replies.keep, p, n), place, st.integers(1, 3)),
        st.builds(lambda p: _any_family(replies.not_a_family, p), place),
        st.builds(lambda p: _any_family(replies.reopen, p), place),
        st.builds(lambda p, t: _any_family(replies.choose_wording, p, t, many=False), place, text),
        st.builds(lambda p, t: _any_family(replies.rewrite, p, None, t), place, st.one_of(st.none(), text)),
        st.builds(lambda p: _any_family(replies.take_out, p, TEXTS, many=False), place),
        st.builds(lambda p, t, o: _any_family(replies.part, p, t, o, many=False), place, text, text),
        st.builds(lambda n, t: lambda r: edits.set_text(r, n, REPLIES, [Turn(None, t)]), st.integers(1, 10), text),
        st.just(edits.undo),
        st.just(edits.redo),
    )


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A scanned review, to be copied."""
    folder = tmp_path_factory.mktemp("template")
    with Review.create(folder / "r.winnow", "lin") as review:
        import_paths(review, [dataset(folder / "files")])
        scan(review)
    return folder / "r.winnow"


@settings(max_examples=40, deadline=None)
@given(sequence=st.lists(acts(), min_size=1, max_size=12))
def test_any_sequence_is_turned_back(template: Path, sequence: list[Verb]) -> None:
    with tempfile.TemporaryDirectory() as folder, _copy(template, Path(folder)) as review:
        start, kept = state(review), look(review, 0.75)
        for act in sequence:
            with contextlib.suppress(EditError):
                kept.refresh(act(review))
            assert_called_apart(look(review, 0.75))
        assert review.check() == []
        agree(kept, look(review, 0.75))
        while edits.next_undo(review) is not None:
            edits.undo(review)
        assert state(review) == start
        assert review.check() == []


def _copy(review: Path, folder: Path) -> Review:
    return Review.open(Path(shutil.copy(review, folder / "r.winnow")), "lin")


def agree(kept: replies.Replies, fresh: replies.Replies) -> None:
    """A window that followed every change shows what one shows that is opened now; every id is of one family."""
    kept.use_threshold(0.75)
    rows = kept.rows(kept.find())
    assert sorted(map(str, rows)) == sorted(map(str, fresh.rows(fresh.find())))
    ids = [row.id for row in rows]
    assert len(set(ids)) == len(ids)
    for row in rows:
        one = kept.handle_of(row.id)
        family = kept.family(one)
        assert family.row.id == row.id
        assert sum(variant.uses for variant in family.variants) == row.uses > 0
        for variant in family.variants:
            reason = max(variant.likeness, variant.link_likeness) >= 0.75 - 1e-6 or variant.by == "template"
            assert reason or kept.decision_of(one)
    assert kept.counts()[2] == len(rows)


@pytest.mark.parametrize(
    ("verb", "words"),
    [
        (replies.mark_holding, "Holding replies of {n} tickets, of 2 families"),
        (replies.not_a_family, "No duplicates, replies of {n} tickets, of 2 families"),
        (replies.reopen, "Decisions on 2 families taken away, {n} tickets"),
        (
            lambda *those: replies.keep(*those, 2),
            "At most 2 a family to be exported, of 2 families with {n} tickets",
        ),
    ],
)
def test_the_log_says_of_how_many_families_an_action_is(
    scanned: Review, verb: Callable[..., Changes], words: str
) -> None:
    found = look(scanned)
    both = [handle(found, text) for text in (LINE, HOLDING)]
    n = found.tickets_in(both)
    if verb is replies.reopen:
        found.refresh(replies.keep(scanned, found, both, 3))
    assert sentences.summary(verb(scanned, found, both).summary) == words.format(n=n)


def test_the_log_says_what_was_rewritten_and_where_nothing_was(scanned: Review) -> None:
    found = look(scanned)
    both = [handle(found, text) for text in (LINE, HOLDING)]
    changes = replies.rewrite(scanned, found, both)
    assert sentences.summary(changes.summary).endswith("tickets rewritten, of 2 families")
    found.refresh(changes)
    found.refresh(replies.reopen(scanned, found, [handle(found, LINE)]))
    changes = replies.rewrite(scanned, found, [handle(found, LINE)])
    assert sentences.summary(changes.summary).startswith("Wording chosen, the replies of")
    assert sentences.summary(changes.summary).endswith(LINE)
    assert (changes.ticket_ids, changes.fields) == ((), {CANNED})
