"""Contradicting labels: which there are, setting them alike, keeping them as they are until another label comes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import edits, replies, sentences
from db.importing import import_paths
from db.replies import Conflict, Replies, scan
from db.review import Review
from db.search import Finder
from db.values import CANNED, CATEGORY, ROOT_CAUSE
from tests.db.files import CATEGORY as USUAL
from tests.db.files import ticket, write

SAME = "上传大文件的时候总是超时"
TELLING = "您好，超时是分片设置得太大引起的，改成八兆以后重新上传就可以了"
NEARLY = f"{TELLING}，谢谢"
WHERE = ("对象存储｜上传下载",) * 2 + ("对象存储｜设置",)


def one(title: str, problem: str, reply: str, category: str, cause: str) -> str:
    return ticket(title, problem, [reply, "好的"], cause).replace(USUAL, category)


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    """Three tickets of one problem in two categories; four of one reply, once written otherwise, under two causes."""
    made = [one("超时", SAME, f"第 {n} 次的回答各不一样", where, "网络") for n, where in enumerate(WHERE)]
    made += [
        one(f"第 {n} 件", f"说的是第 {n} 件事", NEARLY if n == 3 else TELLING, WHERE[0], "分片" if n else "网络")
        for n in range(4)
    ]
    with Review.create(tmp_path / "labels.winnow", "lin") as review:
        import_paths(review, [write(tmp_path / "part.md", made)])
        scan(review)
        yield review


def look(review: Review) -> Replies:
    return Replies(review, Finder(review))


def found(review: Review) -> list[tuple[str, str, str]]:
    return [(one.same, one.field, one.text) for one in look(review).conflicts()]


def of_reply(review: Review) -> Conflict:
    return next(one for one in look(review).conflicts() if one.same == "reply")


def test_what_contradicts_itself_strongest_first(review: Review) -> None:
    assert found(review) == [("problem", CATEGORY, SAME), ("reply", ROOT_CAUSE, TELLING)]
    conflict = of_reply(review)
    assert [(label, len(ids)) for label, ids in conflict.labels] == [(("分片",), 3), (("网络",), 1)]
    families = look(review)
    handle = families.handle_of(conflict.family)
    assert families.conflicts_of(handle) == [conflict]
    other = next(int(one) for one in families.find() if int(one) != handle)
    assert families.conflicts_of(other) == []


def test_the_tickets_beside_one_another(review: Review) -> None:
    problem, reply = look(review).conflicts()
    cases = look(review).cases(reply, reply.tickets)
    assert [one.ticket for one in cases] == list(reply.tickets)
    assert {one.reply for one in cases} == {TELLING, NEARLY}
    assert {one.causes for one in cases} == {("分片",), ("网络",)}
    assert all(one.source == "part.md" and one.line for one in cases)
    assert look(review).shared(reply) == {CATEGORY}
    assert look(review).shared(problem) == {"title", "problem", ROOT_CAUSE}
    (case, *_) = look(review).cases(problem, problem.tickets)
    assert (case.problem, case.reply) == (SAME, "第 0 次的回答各不一样")


def test_set_alike_is_one_step(review: Review) -> None:
    conflict = of_reply(review)
    changes = replies.set_alike(review, conflict, ("分片",))
    assert len(changes.ticket_ids) == 1
    assert ("reply", ROOT_CAUSE, TELLING) not in found(review)
    edits.undo(review)
    assert of_reply(review) == conflict


@pytest.mark.parametrize("place", [0, 1])
def test_kept_labels_do_not_come_back_until_they_are_undone(review: Review, place: int) -> None:
    before = found(review)
    conflict = look(review).conflicts()[place]
    changes = replies.keep_labels(review, look(review), conflict)
    assert changes.fields == {CANNED}
    assert sentences.summary(changes.summary).startswith(("Categories of 3", "Root causes of 4")[place])
    assert found(review) == [before[1 - place]]
    scan(review)
    assert found(review) == [before[1 - place]]
    assert replies.keep_labels(review, look(review), conflict).entry == 0
    edits.undo(review)
    assert found(review) == before
    edits.redo(review)
    assert found(review) == [before[1 - place]]
    assert review.check() == []


@pytest.mark.parametrize("place", [0, 1])
def test_another_label_brings_them_back(review: Review, place: int) -> None:
    conflict = look(review).conflicts()[place]
    replies.keep_labels(review, look(review), conflict)
    assert len(found(review)) == 1
    verb = edits.set_category if conflict.field == CATEGORY else edits.set_causes
    verb(review, conflict.tickets[:1], ("又一个",))
    assert (conflict.same, conflict.field, conflict.text) in found(review)


def test_kept_labels_hold_at_another_threshold(review: Review) -> None:
    """The family falls in two, and neither half brings back what was meant."""
    replies.keep_labels(review, look(review), of_reply(review))
    families = look(review)
    families.use_threshold(1.0)
    assert [one.same for one in families.conflicts()] == ["problem"]


def test_a_decision_on_labels_is_none_on_families(review: Review) -> None:
    before = [row.decision for row in look(review).rows(look(review).find())]
    for conflict in look(review).conflicts():
        replies.keep_labels(review, look(review), conflict)
    assert [row.decision for row in look(review).rows(look(review).find())] == before
    assert look(review).counts()[1] == 0


def labelled(folder: Path, made: list[tuple[str, str, str, str]]) -> Review:
    """A scanned review of tickets: title, problem, reply and category of each."""
    source = write(folder / "more.md", [one(*said, "原因") for said in made])
    review = Review.create(folder / "more.winnow", "lin")
    import_paths(review, [source])
    scan(review)
    return review


LONG = "回源的证书过期以后，节点会一直报五零二，换了证书也要等几分钟"


def test_one_problem_under_two_titles_is_evidence(tmp_path: Path) -> None:
    made = [(f"标题 {n}", LONG, f"第 {n} 种说法", f"类别｜{n}") for n in range(2)]
    made += [(f"短的 {n}", "如题", f"第 {n + 5} 种说法", f"类别｜{n}") for n in range(2)]
    made += [(title, "见标题", f"第 {n} 次说的", f"类别｜{n}") for title in ("甲事", "乙事") for n in range(2)]
    with labelled(tmp_path, made) as review:
        conflicts = look(review).conflicts()
        assert [(one.text, one.tickets, one.strength == 0.95) for one in conflicts] == [
            ("乙事 见标题", (7, 8), True),
            ("甲事 见标题", (5, 6), True),
            (LONG, (1, 2), False),
        ]
        edits.set_text(review, 3, "problem", LONG)
        assert look(review).conflicts()[-1].tickets == (1, 3, 2)
        replies.keep_labels(review, look(review), look(review).conflicts()[0])
        assert [one.text for one in look(review).conflicts()] == ["甲事 见标题", LONG]


@pytest.mark.parametrize(
    ("categories", "share"),
    [
        ("ab", 1 / 4),
        ("aab", 2 / 3),
        ("aaabbb", 1 / 4),
        ("abc", 1 / 6),
        ("aabbc", 1 / 5),
        ("aabc", 1 / 2),
        ("abcd", 0),
        ("abcdefgh", 0),
        ("aaabbcc", 0),
        ("aabcde", 1 / 6),
        ("aaaaaaabcdefgh", 1 / 2),
        ("aaaaaaaaaabcdefghi", 0),
    ],
)
def test_the_strength_of_a_reply_is_what_leads(tmp_path: Path, categories: str, share: float) -> None:
    made = [(f"标题 {n}", f"第 {n} 件事说的", TELLING, f"类别｜{name}") for n, name in enumerate(categories)]
    with labelled(tmp_path, made) as review:
        strengths = [one.strength for one in look(review).conflicts()]
        assert strengths == ([pytest.approx(share * 0.9 * len(TELLING) / 60, abs=1e-4)] if share else [])


def test_a_conflict_names_the_family_as_the_list_does(review: Review) -> None:
    families = look(review)
    one = families.handle_of(of_reply(review).family)
    replies.rewrite(review, families, [one], None, f"{TELLING}，如有问题请再联系")
    scan(review)
    families = look(review)
    named = {row.id for row in families.rows(families.find("", "all"))}
    assert of_reply(review).family in named
