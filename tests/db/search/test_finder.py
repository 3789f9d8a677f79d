"""The finder against the plain reference, and what each field of the language finds."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.errors import QueryError
from db.review import Review
from db.search import Finder, columns, evaluate, index, orders, parse, pattern, signs, similar
from db.search import finder as finder_room
from db.search.query import Field, Node, Query, Text, both, either, negated
from tests.db.search import reference
from tests.db.search.invented import Make, changes

HAN = ("证书", "证", "书", "超时", "时", "证书超时", "超", "的", "上传SSL")
LATIN = ("ＳＳＬ", "ssl", "Error", "err", "error", "502", "5", "a", "b", "ab")
SIGNS = ("。", "，", "（", "）", "\n", "\u3000", "\ufeff", "\u00a0", "-", "_")
PIECES = (*HAN, *LATIN, *SIGNS)
CATEGORIES = ("", "CDN", "CDN｜证书问题", "CDN｜刷新", "存储｜上传")
CAUSES = ("证书", "证书过期", "网络")


def invented(seed: int, n: int) -> list[dict[str, object]]:
    """Tickets of few pieces, so that every query has hits, misses and near misses."""
    rng = random.Random(seed)

    def text(most: int) -> str:
        return "".join(rng.choices(PIECES, k=rng.randrange(most + 1)))

    return [
        {
            "title": text(4),
            "problem": text(8),
            "replies": [text(5) for _ in range(rng.randrange(3))],
            "conversation": [text(4)] if rng.random() < 0.2 else None,
            "note": text(3) if rng.random() < 0.3 else "",
            "causes": rng.sample(CAUSES, rng.randrange(3)),
            "category": rng.choice(CATEGORIES),
            "status": rng.randrange(4),
            "edited": rng.randrange(2),
        }
        for _ in range(n)
    ]


TEXTS = (
    st.lists(st.sampled_from([piece for piece in PIECES if piece.strip()]), min_size=1, max_size=4)
    .map("".join)
    .filter(lambda text: text.strip("\ufeff\u00a0\u3000 \n") != "")
)
FIELDS: list[Node] = [
    *(Field("is", value) for value in ("unreviewed", "flagged", "edited")),
    *(Field("has", value) for value in ("note", "category", "conversation")),
    *(Field("cat", value) for value in ("CDN", "CDN｜刷新", "存储", "=CDN", "=CDN｜刷新")),
    *(Field("cause", value) for value in ("证书", "=证书")),
]
NODES: st.SearchStrategy[Node] = st.recursive(
    st.one_of(st.builds(Text, TEXTS), st.builds(Text, TEXTS), st.sampled_from(FIELDS)),
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(both),
        st.lists(inner, min_size=2, max_size=3).map(either),
        inner.map(negated),
    ),
    max_leaves=5,
)


class Case:
    """A review and the tickets in it, made once for all examples."""

    def __init__(self, review: Review, tickets: Sequence[Mapping[str, object]]) -> None:
        self.tickets = dict(enumerate(tickets, 1))
        self.finder = Finder(review)

    def expected(self, query: Query) -> list[int]:
        return [
            ticket_id
            for ticket_id, ticket in self.tickets.items()
            if all(reference.finds(ticket, part) for part in query.parts)
        ]


@pytest.fixture
def case(make: Make) -> Case:
    tickets = invented(1, 150)
    return Case(make(tickets), tickets)


def test_found_is_what_the_reference_finds(case: Case) -> None:
    @settings(max_examples=400, deadline=None)
    @given(NODES)
    def check(node: Node) -> None:
        query = Query.of(node)
        expected = case.expected(query)
        assert case.finder.find(query).tolist() == expected
        assert case.finder.count(query) == len(expected)
        assert case.finder.first(query, 7) == expected[:7]
        at_once = case.finder.at_once(query, 7, "match")
        assert at_once is None or at_once == case.finder.find(query, "match").tolist()[:7]

    check()
    for typed in ("证书 OR 域名", "证", "c"):
        assert case.finder.at_once(parse(typed), 7, "match") is not None, "and words are told so"


def test_without_an_index_the_same_is_found(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "is_current", lambda review: False)

    @settings(max_examples=60, deadline=None)
    @given(NODES)
    def check(node: Node) -> None:
        query = Query.of(node)
        assert case.finder.find(query).tolist() == case.expected(query)

    check()
    assert case.finder.similar(1) == []


def test_facets_count_what_clicking_them_shows(case: Case) -> None:
    @settings(max_examples=60, deadline=None)
    @given(NODES)
    def check(node: Node) -> None:
        query = Query.of(node)
        facets = case.finder.facets(query)
        assert facets.total == len(case.expected(query))
        for status, count in facets.status.items():
            assert count == case.finder.count(query.without_facet("status").with_clause("is", status.word))
        counted = dict(facets.categories)
        rest = query.without_facet("category")
        assert sum(counted.values()) == case.finder.count(rest)
        assert counted.get((), 0) == case.finder.count(rest.with_clause("has", "category", negated=True))
        assert counted.get(("存储", "上传"), 0) == case.finder.count(rest.with_clause("cat", "存储｜上传"))
        for cause, count in facets.causes:
            assert count == case.finder.count(query.without_facet("cause").with_clause("cause", cause))
        assert sum(count for _, _, count in facets.sources) == facets.total
        assert facets.edited == case.finder.count(query.without_facet("edited").with_clause("is", "edited"))

    check()


TICKETS: list[dict[str, object]] = [
    {"title": "SSL证书过期", "problem": "访问，报错５０２", "category": "CDN｜证书问题", "causes": ["证书"]},
    {
        "title": "上传失败",
        "problem": "超时。证书",
        "category": "存储｜上传",
        "replies": ["请稍等", "已处理"],
        "status": 1,
    },
    {"title": "b 问题", "problem": "见 https://a.test/x", "category": "CDN", "source": "part-47.md", "note": "问 lin"},
    {
        "title": "a 问题",
        "problem": "error_code: E1001",
        "causes": ["证书过期"],
        "conversation": ["错！误"],
        "status": 2,
    },
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [1, 2, 4, 3]),
        ("证书", [1, 2, 4]),
        ("证", [1, 2, 4]),
        ("ssl证书", [1]),
        ("ＳＳＬ", [1]),
        ("ss", [1]),
        ("sl", []),
        ("502", [1]),
        ("超时证书", []),
        ('"超时 证书"', [2]),
        ("错误", []),
        ("error_c", [4]),
        ("e10", [4]),
        ('"error "', [4]),
        ('"erro "', []),
        ("！", [4]),
        ("请稍等 已处理", [2]),
        ("-证书", [3]),
        ("cat:CDN", [1, 3]),
        ("cat:cdn|证书问题", [1]),
        ("cat:证书问题", [1]),
        ("cat:cd", []),
        ("cat:=CDN", [3]),
        ("cat:=CDN｜证书问题", [1]),
        ("cat:=cdn｜证书问题", []),
        ("cause:=证书", [1]),
        ("cause:=过期", []),
        ("source:=part-47", []),
        ("cause:证书", [1]),
        ("cause:过期", [4]),
        ("source:part-47", [3]),
        ("source:part", [1, 2, 4, 3]),
        ("has:note", [3]),
        ("has:conversation", [4]),
        ("has:category -has:cause", [2, 3]),
        ("replies:>1", [2]),
        ("replies:0..1", [1, 4, 3]),
        ("len:<10", []),
        ("len:>=10 len:<=18", [1, 2]),
        ("id:4,1,99", [1, 4]),
        ("is:reviewed or is:flagged", [2, 4]),
        ("re:/^E?rror.code/", [4]),
        ("re:/报错\\s*５/ or re:/稍等$/", [1, 2]),
        ("is:flagged -re:/zzz/", [4]),
    ],
)
def test_fields_and_words(make: Make, text: str, expected: list[int]) -> None:
    assert Finder(make(TICKETS)).find(parse(text)).tolist() == expected


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("position", [1, 2, 4, 3]),
        ("title", [4, 3, 1, 2]),
        ("category", [4, 3, 1, 2]),
        ("replies", [1, 4, 3, 2]),
        ("length", [1, 2, 4, 3]),
        ("recent", [3, 1, 2, 4]),
    ],
)
def test_orders(make: Make, sort: str, expected: list[int]) -> None:
    # the third ticket's source comes last
    review = make(TICKETS)
    with review.transaction():
        review.execute("INSERT INTO entry VALUES (1, '', 'lin', 'edit', '', '{}', NULL, 0, 2)")
        review.execute("INSERT INTO entry VALUES (2, '', 'Wu', 'edit', '', '{}', NULL, 0, 1)")
        review.execute("INSERT INTO change(entry_id, ticket_id, field) VALUES (1, 3, 'note'), (1, 1, 'note')")
        review.execute("INSERT INTO change(entry_id, ticket_id, field) VALUES (2, 3, 'note')")
    finder = Finder(review)
    assert finder.find(parse(""), sort).tolist() == expected  # type: ignore[arg-type]
    assert finder.find(parse(""), sort, reverse=True).tolist() == expected[::-1]  # type: ignore[arg-type]
    assert finder.find(parse("by:LIN")).tolist() == [1, 3]
    assert finder.find(parse("by:wu")).tolist() == [3]


def test_many_titles_are_put_in_order_with_a_breath_now_and_then(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Titles that differ beyond their beginning too, and an edit while it goes on."""
    monkeypatch.setattr(finder_room, "MANY", 10)
    monkeypatch.setattr(orders, "PAGE", 7)
    beginning = "云盘无法上传文件" * 2
    titles = [f"{beginning[: number % 17]}{(number * 7) % 40}" for number in range(40)]
    finder = Finder(make([{"title": title} for title in titles]))
    assert finder.takes_long("title")
    begun = finder.ordering("title")
    for _ in range(9):
        next(begun)
    finder.refresh(changes("edit", [1], "title"))
    list(begun)
    assert finder.takes_long("title")
    assert len(list(finder.ordering("title"))) >= 2 * (40 // 7)
    assert not finder.takes_long("title")
    expected = sorted(range(40), key=lambda place: titles[place])
    assert finder.find(parse(""), "title").tolist() == [place + 1 for place in expected]


@pytest.mark.parametrize("large", [1, 1 << 20])
def test_words_are_looked_up_with_a_breath_now_and_then(
    make: Make, monkeypatch: pytest.MonkeyPatch, large: int
) -> None:
    """Here or by another thread. What is begun before an edit of texts is not taken for what stands after it."""
    monkeypatch.setattr(evaluate, "LARGE", large)
    total = 2 * signs.SIZE + 5
    review = make([{"title": "证书 error" if number % 3 else "域名 tls"} for number in range(1, total + 1)])
    all_ids, thirds = set(range(1, total + 1)), set(range(3, total + 1, 3))
    expected = {"证书": all_ids - thirds, "e": all_ids - thirds, "tl": thirds, "-证书": thirds, "证书 OR tls": all_ids}
    for text, ids in {**expected, "域": thirds, "cat:x OR 域名": thirds}.items():
        finder = Finder(review)
        assert list(finder.finding(parse(text), "position"))
        list(finder.finding(parse(text), "match"))
        assert list(finder.finding(parse(text), "match")) == [], "it is remembered"
        assert set(finder.find(parse(text), "match").tolist()) == ids
    assert list(finder.finding(parse(""), "position")) == []
    begun = finder.finding(parse("tls"), "position")
    next(begun)
    finder.refresh(changes("edit", [1], "title"))
    list(begun)
    assert list(finder.finding(parse("tls"), "position"))


def test_counts_of_a_query_are_kept_until_an_edit(make: Make) -> None:
    finder = Finder(make(TICKETS))
    query, answers = parse("is:canned"), [[1], [1, 2]]
    assert finder.facets(parse("证书")) is finder.facets(parse("证书"))
    finder.answer("is:canned", lambda _: answers.pop())
    assert [finder.facets(query).total, finder.facets(query).total] == [2, 1]
    before = finder.facets(parse(""))
    finder.refresh(changes("edit", [1], "note"))
    assert finder.facets(parse("")) is not before


def test_matches_in_titles_come_first(make: Make) -> None:
    finder = Finder(make([{"problem": "证书"}, {"title": "证书"}, {"title": "书"}, {"problem": "书"}]))
    assert finder.find(parse("证书"), "match").tolist() == [2, 1]
    assert finder.find(parse("书"), "match").tolist() == [2, 3, 1, 4]
    assert finder.find(parse(""), "match").tolist() == [1, 2, 3, 4]
    assert finder.at_once(parse("证书"), sort="match") == [2, 1]
    assert finder.at_once(parse("书"), sort="match") == [2, 3, 1, 4]
    assert finder.at_once(parse("书"), 2, "match") == [2, 3]


def test_parked_and_unfinished_are_never_found(make: Make) -> None:
    tickets = [{"title": "证书"}, {"title": "证书", "parked": 1}, {"title": "证书", "source": "late.md", "ready": 0}]
    finder = Finder(make(tickets))
    for text, expected in (("", [1]), ("证书", [1]), ("is:parked", [2]), ("is:parked 证书", [2]), ("-is:parked", [1])):
        query = parse(text)
        assert finder.find(query).tolist() == expected
        assert (finder.count(query), finder.first(query)) == (len(expected), expected)
        assert finder.facets(query).total == len(expected)


def test_sources_that_grew_stay_in_order(make: Make) -> None:
    finder = Finder(
        make([{"title": "证书", "ordinal": 5}, {"title": "证书", "ordinal": 2}, {"title": "x", "ordinal": 3}])
    )
    assert finder.find(parse("证书")).tolist() == finder.first(parse("证书")) == [2, 1]
    assert finder.first(parse("")) == [2, 3, 1]


def test_a_pattern_without_end_is_stopped(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pattern, "ONE_TICKET", 0.05)
    finder = Finder(make([{"problem": "a" * 300}]))
    with pytest.raises(QueryError, match="pattern_slow"):
        finder.find(parse("re:/(.*a){15}c/"))


def test_many_words_with_one_beginning(make: Make) -> None:
    finder = Finder(make([{"title": f"e{number} x"} for number in range(150)]))
    assert finder.count(parse("e")) == 150
    assert finder.find(parse('"e1 x"')).tolist() == [2]
    assert finder.count(parse("e1")) == 1 + 10 + 50


def test_similar_tickets(make: Make) -> None:
    common = [{"title": "无法上传", "problem": f"第{number}次"} for number in range(5)]
    finder = Finder(
        make([*common, {"title": "SSL证书过期报错"}, {"title": "SSL证书过期了"}, {"title": "证书", "parked": 1}])
    )
    assert finder.similar(6, 1)[0][0] == 7
    assert all(0 < score < 1 for _, score in finder.similar(6))
    assert not {6, 8} & {one for one, _ in finder.similar(6)}
    assert finder.similar(999) == []


def test_a_read_only_review_without_an_index_is_searched(make: Make, tmp_path: Path) -> None:
    review = make([{"title": "证书"}, {"title": "超时"}])
    review.execute("DELETE FROM setting")
    path = review.path
    with Review.open(path, read_only=True) as readable:
        assert Finder(readable).find(parse("证")).tolist() == [1]


def test_an_edit_of_many_is_read_ahead_with_a_breath_now_and_then(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """And read again where it is not what comes next."""
    monkeypatch.setattr(columns, "PAGE", 7)
    review = make([{"title": f"证书 {number}"} for number in range(30)])
    finder = Finder(review)
    assert finder.progress() == (30, 0)
    with review.transaction():
        review.execute("UPDATE ticket SET status = 1 WHERE id <= 20")
    done = changes("edit", list(range(1, 21)), "status")
    assert len(list(finder.reading(done))) > 20 // 7
    finder.refresh(done)
    assert finder.progress() == (30, 20)
    list(finder.reading(done))
    with review.transaction():
        review.execute("UPDATE ticket SET status = 1")
    finder.refresh(changes("edit", list(range(1, 31)), "status"))
    assert finder.progress() == (30, 30)
    assert list(finder.reading(changes("import", [], "status"))) == []


def test_similar_tickets_are_the_same_however_far_tokens_are_counted(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    review = make(invented(3, 120))
    whole = [_similar(review, one) for one in range(1, 121)]
    for seldom in (2, 5, similar.COMMON):
        monkeypatch.setattr(similar, "SELDOM", seldom)
        assert [_similar(review, one) for one in range(1, 121)] == whole
    assert any(whole)


def _similar(review: Review, ticket: int) -> list[tuple[int, float]]:
    return list(Finder(review).similar(ticket, 9))


def test_similar_tickets_are_found_with_a_breath_now_and_then(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for the whole of it, and who asks for it afterwards has it without a question to the review."""
    review = make(invented(3, 120))
    finder = Finder(review)
    ticket, expected = next((one, found) for one in range(1, 121) if (found := _similar(review, one)))
    assert len(list(finder.finding_similar(ticket, 9))) >= 3
    monkeypatch.setattr(review, "execute", None)
    assert finder.similar(ticket, 9) == expected
    assert list(finder.finding_similar(ticket, 9)) == []


def test_similar_tickets_are_kept_until_a_change(make: Make) -> None:
    review = make([{"title": "证书 过期"}, {"title": "证书 过期 了"}, {"title": "证书 未到"}])
    finder = Finder(review)
    assert [one for one, _ in finder.similar(1, 30)] == [2, 3]
    with review.transaction():
        review.execute("UPDATE ticket SET parked = 1 WHERE id = 2")
    assert [one for one, _ in finder.similar(1, 1)] == [2]
    assert [one for one, _ in finder.similar(3, 1)] != [one for one, _ in finder.similar(1, 1)]
    finder.refresh()
    assert [one for one, _ in finder.similar(1, 30)] == [3]
