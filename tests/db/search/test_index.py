"""The index follows edits, is made anew where it is of another version, and the finder takes in what changed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.errors import Cancelled
from db.review import Review
from db.search import Finder, index, parse, signs
from db.search.index import Texts
from db.values import Step
from tests.db.search.invented import Make, changes, insert, thread

ROOT = Path(__file__).resolve().parents[3]
EMPTY = Texts("", "", "", "", "")


def found(review: Review, text: str) -> list[int]:
    """What a new finder finds."""
    return Finder(review).find(parse(text)).tolist()


def kept_signs(review: Review) -> list[tuple[int, str, bytes]]:
    """The table of signs, whole."""
    return review.execute(f"SELECT block, sign, bits FROM {signs.TABLE} ORDER BY block, sign").fetchall()


def retitle(review: Review, ticket_id: int, title: str) -> None:
    """Edit a title as an edit does: values and index in one transaction."""
    with review.transaction():
        old = index.texts(review, [ticket_id])[ticket_id]
        review.execute("UPDATE ticket SET title = ? WHERE id = ?", (title, ticket_id))
        index.replace(review, ticket_id, old, old._replace(title=title))


def recause(review: Review, causes: Sequence[str]) -> None:
    """Edit the root causes of the first tickets."""
    with review.transaction():
        old = review.execute("SELECT id, root_cause FROM ticket ORDER BY id LIMIT ?", (len(causes),)).fetchall()
        review.executemany(
            "UPDATE ticket SET root_cause = ? WHERE id = ?", zip(causes, [row[0] for row in old], strict=True)
        )
        index.replace_causes(review, [(*row, cause) for row, cause in zip(old, causes, strict=True)])


def test_an_edit_is_found_and_what_it_replaced_is_not(make: Make) -> None:
    review = make([{"title": "证书 ssl", "problem": "证书"}, {"title": "上传"}])
    finder = Finder(review)
    retitle(review, 1, "超时 cdn")
    finder.refresh(changes("edit", [1], "title"))
    assert finder.find(parse("ssl")).tolist() == []
    assert finder.find(parse("cdn 超")).tolist() == finder.find(parse("证书")).tolist() == [1]
    assert finder.find(parse(""), "title").tolist() == [2, 1]


@pytest.mark.parametrize("few", [0, 8])
def test_after_any_edits_the_index_is_what_a_new_one_would_be(
    make: Make, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(index, "FEW", few)
    review = make([{"title": "证书a"}] * 3)
    queries = ["证", "书", "证书", "书超", "时a", "a1", "1"]

    @settings(max_examples=15, deadline=None)
    @given(st.lists(st.tuples(st.integers(1, 3), st.text("证书超时a1 。", max_size=6)), max_size=6))
    def check(edits: list[tuple[int, str]]) -> None:
        for ticket_id, title in edits:
            retitle(review, ticket_id, title)
        before = [found(review, text) for text in queries], kept_signs(review)
        index.rebuild(review)
        assert before == ([found(review, text) for text in queries], kept_signs(review))

    check()


@pytest.mark.parametrize("few", [0, 1, 8])
def test_root_causes_come_and_go_by_themselves(make: Make, monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    """Whatever title and root cause have in common: the index is what a new one would be, and sound."""
    monkeypatch.setattr(index, "FEW", few)
    monkeypatch.setattr(index, "MANY", 2)
    review = make([{"title": "证书a", "root_cause": "证书a"}] * 3)
    queries = ["证", "书", "证书", "书超", "时a", "a1", "a", "1", "证书 a", "证 -a", "-证书", "a or 超时", "1超"]
    said = st.text("证书超时a1 。", max_size=6)

    @settings(max_examples=25, deadline=None)
    @given(st.lists(st.tuples(st.integers(1, 3), said) | st.lists(said, min_size=3, max_size=3), max_size=5))
    def check(edits: list[tuple[int, str] | list[str]]) -> None:
        for edit in edits:
            if isinstance(edit, tuple):
                retitle(review, *edit)
            else:
                recause(review, edit)
        before = [found(review, text) for text in queries]
        counts = [Finder(review).count(parse(text)) for text in queries]
        first = [Finder(review).first(parse(text), 2) for text in queries]
        kept = kept_signs(review)
        review.execute(f"INSERT INTO {index.TABLE}({index.TABLE}) VALUES ('integrity-check')")
        index.rebuild(review)
        assert before == [found(review, text) for text in queries]
        assert kept == kept_signs(review)
        assert counts == list(map(len, before))
        assert first == [ids[:2] for ids in before]

    check()


def test_one_root_cause_in_very_many_tickets_is_followed(make: Make) -> None:
    review = make([{"title": "证书", "root_cause": "超时 ssl"}] * 2100)
    recause(review, ["过期 cdn"] * 2100)
    finder = Finder(review)
    counts = {
        text: finder.count(parse(text)) for text in ("超时", "ssl", "s", "超", "过期", "cdn", "c", "过", "证书", "证")
    }
    gone = {text for text, n in counts.items() if n == 0}
    assert gone == {"超时", "ssl", "s", "超"}
    assert all(n == 2100 for text, n in counts.items() if text not in gone)


def test_another_version_makes_the_index_anew(make: Make) -> None:
    review = make([{"title": "证书"}])
    review.execute(f"DROP TABLE {index.TABLE}")
    review.set_setting(index.SETTING, "0")
    with review.transaction():
        # nothing to keep up to date: it will be made whole
        index.add(review, [(1, "a", "", "", "", "")])
        index.replace(review, 1, EMPTY, EMPTY._replace(note="b"))
    steps: list[Step] = []
    assert Finder(review, steps.append).find(parse("证")).tolist() == [1]
    assert steps == [Step("index", 1, 1)]
    index.ensure(review, steps.append)
    assert len(steps) == 1


def test_a_rebuild_that_is_cancelled_changes_nothing(make: Make) -> None:
    review = make([{"title": "证书"}])

    def cancel(step: Step) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        index.rebuild(review, cancel)
    assert found(review, "证书") == [1]


def test_a_source_that_goes_takes_its_words_along(make: Make) -> None:
    review = make([{"title": "证书"}, {"title": "证书", "source": "b.md"}])
    with review.transaction():
        index.remove(review, index.stored(review, "WHERE source_id = ?", 1))
        review.execute("DELETE FROM ticket WHERE source_id = 1")
    finder = Finder(review)
    assert finder.count(parse("证书")) == 1
    assert finder.first(parse("证书")) == [2]


def test_thread_text_holds_both_sections() -> None:
    assert index.thread_text(thread("b"), thread("a")) == "a\nb"
    assert index.thread_text(thread("b", "c"), None) == "b\nc"


def test_columns_follow_edits_of_some_tickets(make: Make) -> None:
    review = make([{"title": "a", "category": "CDN", "causes": ["x", "y"]}, {"title": "b", "causes": ["y"]}])
    finder = Finder(review)
    assert finder.facets(parse("")).causes == (("y", 2), ("x", 1))
    with review.transaction():
        review.execute("INSERT INTO category(path) VALUES ('新')")
        review.execute(
            "UPDATE ticket SET status = 2, edited = 2, category_id = (SELECT max(id) FROM category) WHERE id = 1"
        )
        review.execute("DELETE FROM ticketcause WHERE ticket_id = 1 AND position = 1")
    finder.refresh(changes("edit", [1], "status", "category", "root_cause"))
    facets = finder.facets(parse(""))
    assert dict(facets.causes) == {"x": 1, "y": 1}
    assert facets.categories == (((), 1), (("新",), 1))
    assert (finder.find(parse("is:flagged cat:新 is:edited")).tolist(), facets.edited) == ([1], 1)


def test_root_causes_are_read_again_only_where_they_may_be_others(make: Make) -> None:
    review = make([{"title": "a", "causes": ["x", "y"]}, {"title": "b", "causes": ["y"]}])
    finder = Finder(review)
    assert finder.facets(parse("")).causes == (("y", 2), ("x", 1))
    with review.transaction():
        review.execute("UPDATE ticket SET status = 2")
    asked: list[str] = []
    review._connection.set_trace_callback(asked.append)
    finder.refresh(changes("edit", [1, 2], "status"))
    review._connection.set_trace_callback(None)
    assert any("FROM ticket WHERE" in sql for sql in asked)
    assert not any("ticketcause" in sql for sql in asked)
    assert finder.count(parse("is:flagged")) == 2
    assert finder.facets(parse("")).causes == (("y", 2), ("x", 1))


def test_new_tickets_are_seen_after_an_import(make: Make) -> None:
    review = make([{"title": "a"}])
    finder = Finder(review)
    assert finder.count(parse("")) == 1
    with review.transaction():
        new = insert(review, {"title": "证书"}, 1)
        index.add(review, index.stored(review, "WHERE id = ?", new))
    finder.refresh(changes("import", [new]))
    assert finder.find(parse("证书")).tolist() == [new]
    assert finder.count(parse("")) == 2


def test_refresh_with_an_unknown_ticket_loads_all(make: Make) -> None:
    review = make([{"title": "a"}])
    finder = Finder(review)
    assert finder.count(parse("")) == 1
    with review.transaction():
        new = insert(review, {"title": "b"}, 1)
    finder.refresh(changes("redo", [new], "title"))
    assert finder.count(parse("")) == 2


def test_tidying_changes_nothing_that_is_found(make: Make) -> None:
    review = make([{"title": "证书"}])
    for number in range(12):
        with review.transaction():
            new = insert(review, {"title": f"证书{number}"}, number + 1)
            index.add(review, index.stored(review, "WHERE id = ?", new))
    segments = "SELECT count(DISTINCT segid) FROM ticket_text_idx"
    before = review.execute(segments).fetchone()[0]
    steps: list[Step] = []
    index.tidy(review, steps.append)
    assert review.execute(segments).fetchone()[0] < before
    assert steps
    assert len(found(review, "证书")) == 13
    retitle(review, 3, "超时")
    assert 3 not in found(review, "证书")


def test_signs_of_many_tickets_are_stored_dense_and_sparse(make: Make) -> None:
    titles = [("证" if number % 2 else "书") + ("稀" if number == 1500 else "") for number in range(2100)]
    review = make([{"title": title} for title in titles])
    finder = Finder(review)
    assert finder.find(parse("证")).tolist() == [number + 1 for number in range(2100) if number % 2]
    assert (finder.count(parse("证")), finder.count(parse("稀"))) == (1050, 1)
    assert finder.first(parse("书"), 3) == [1, 3, 5]
    with review.transaction():
        changes = [(n, EMPTY._replace(title=titles[n - 1]), EMPTY._replace(title="稀")) for n in range(2, 2000, 2)]
        index.replace_many(review, changes)
    finder.refresh()
    assert finder.count(parse("证")) == 1050 - len(changes)
    assert finder.count(parse("稀")) == 1 + len(changes)
    for number in (1, 3):
        with review.transaction():
            index.replace(review, number, EMPTY._replace(title="书"), EMPTY._replace(title="证"))
    assert finder.first(parse("证"), 2) == [1, 3]


def test_nothing_heavy_is_loaded_to_show_the_first_tickets(make: Make) -> None:
    review = make([{"title": "证书"}])
    program = f"""
import pathlib, sys
from db.review import Review
from db.search import Finder, index, parse, signs
with Review.open(pathlib.Path({str(review.path)!r})) as review:
    assert Finder(review).first(parse("")) == [1]
    with review.transaction():
        old = index.texts(review, [1])[1]
        index.replace(review, 1, old, old._replace(note="x"))
print([name for name in ("numpy", "regex", "rapidfuzz") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "[]"
