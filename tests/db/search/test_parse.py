"""The search language: what is understood, what is refused and where, and that a query written out is itself."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.errors import QueryError
from db.search.parser import DEEPEST, parse
from db.search.query import And, Field, Node, Not, Or, Query, Text, both, either, negated


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("", ""),
        ("  \u3000 ", ""),
        ("证书 超时", "证书 超时"),
        ("证书\u3000超时", "证书 超时"),
        ('"自动 催单"', '"自动 催单"'),
        ("“自动 催单”", '"自动 催单"'),
        ("「自动 催单」『a』", '"自动 催单" a'),
        ('"说 ""好"" 的"', '"说 ""好"" 的"'),
        ("-退款", "-退款"),
        ("－退款 --x", "-退款 x"),
        ("a or b c", "a or b c"),
        ("(a 或 b) c", "(a or b) c"),
        ("（a OR b） -（c d）", "(a or b) -(c d)"),
        ("((a) (b c))", "a b c"),
        ("分类：CDN", "cat:CDN"),
        ('cat:"A｜B C" 根因:证书', 'cat:"A｜B C" cause:证书'),
        ("is:未审核 状态：已审核 is:Findings", "is:unreviewed is:reviewed is:finding"),
        ("has:备注 有:对话 -has:分类", "has:note has:conversation -has:category"),
        ("回复:＞５ len:>=200 字数:≤9 replies:=3 len:2..4", "replies:>5 len:>=200 len:<=9 replies:3 len:2..4"),
        ("id:12，13 编号:7", "id:12,13 id:7"),
        ("re:/a\\/b (c)+/ 正则:/x/", "re:/a\\/b (c)+/ re:/x/"),
        ("https://a.test/x 12:30", '"https://a.test/x" "12:30"'),
        ("by:lin 来源:part-47 finding:section.missing", "by:lin source:part-47 finding:section.missing"),
        ('"or" a-b', '"or" a-b'),
    ],
)
def test_understood(text: str, canonical: str) -> None:
    query = parse(text)
    assert str(query) == canonical
    assert parse(canonical) == query


@pytest.mark.parametrize(
    ("text", "code", "marked", "meant"),
    [
        ("证书 catt:x", "query.unknown_field.near", "catt", "cat"),
        ("分累：CDN", "query.unknown_field.near", "分累", "分类"),
        ("错误码:502", "query.unknown_field", "错误码", ""),
        ("is:reviewd", "query.unknown_value.near", "reviewd", "reviewed"),
        ("is:blue", "query.unknown_value", "blue", ""),
        ("has:nite", "query.unknown_value.near", "nite", "note"),
        ('a "bc', "query.open_quote", '"bc', None),
        ("(a b", "query.open_bracket", "(", None),
        ("a b)", "query.close_bracket", ")", None),
        (") a", "query.close_bracket", ")", None),
        ("a ( ) b", "query.empty_brackets", "( )", None),
        ("a or", "query.lonely_or", "or", None),
        ("或 a", "query.lonely_or", "或", None),
        ("a or or b", "query.lonely_or", "or", None),
        ("a - b", "query.lonely_not", "-", None),
        ('x ""', "query.empty_quotes", '""', None),
        ("cat: x", "query.empty_value", "cat:", None),
        ("replies:many", "query.not_a_number", "many", None),
        ("id:a", "query.not_ids", "a", None),
        ("re:abc", "query.pattern_form", "re:abc", None),
        ("re:/abc", "query.open_pattern", "/abc", None),
        ("re:/(a/", "query.bad_pattern", "/(a/", None),
    ],
)
def test_mistakes_are_marked(text: str, code: str, marked: str, meant: str | None) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)
    error = caught.value
    assert (error.code, text[error.start : error.end], error.data.get("meant")) == (code, marked, meant)


def test_too_many_brackets_are_refused_and_not_a_crash() -> None:
    with pytest.raises(QueryError, match="too_deep"):
        parse("(" * 10_000 + "a")
    assert parse("(" * DEEPEST + "a" + ")" * DEEPEST) == parse("a")


@given(st.text(alphabet='ab证 :：()（）"“”-或or/\\reiscat>1,', max_size=30))
def test_any_text_is_understood_or_refused_with_a_place(text: str) -> None:
    places = []
    try:
        query = parse(text)
        assert parse(str(query)) == query
    except QueryError as error:
        places.append((error.start, error.end))
    assert all(0 <= start < end <= len(text) for start, end in places)


WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8).filter(
    lambda text: bool(text.strip("\u00ad\u200b\ufeff \n"))
)


def _is_word(text: str) -> bool:
    try:
        return isinstance(parse(str(Text(text))).parts[0], Text)
    except QueryError as error:
        return error.code != "query.empty_quotes"


FIELDS = st.one_of(
    st.builds(Field, st.sampled_from(["cat", "cause", "source", "by", "finding"]), WORDS.filter(str.strip)),
    st.sampled_from([Field("is", "edited"), Field("has", "note"), Field("len", ">=3"), Field("id", "1,2")]),
    st.builds(Field, st.just("re"), st.sampled_from(["a/b", "a\\\\", "[/]+", "a\\\\/", "\\("])),
)
LEAVES: st.SearchStrategy[Node] = st.one_of(st.builds(Text, WORDS.filter(_is_word)), FIELDS)
NODES: st.SearchStrategy[Node] = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(both),
        st.lists(inner, min_size=2, max_size=3).map(either),
        inner.map(negated),
    ),
    max_leaves=8,
)


@given(NODES)
@example(Field("cat", "//"))
def test_a_query_written_out_is_itself(node: Node) -> None:
    query = Query.of(node)
    assert parse(str(query)) == query


@given(NODES, NODES)
def test_clauses_written_out_make_the_query(one: Node, other: Node) -> None:
    query = Query.of(both([one, other]))
    assert parse(" ".join(clause.text for clause in query.clauses)) == query
    for clause in query.clauses:
        assert clause.node not in query.without(clause).parts


def test_clauses_speak_of_themselves() -> None:
    clauses = parse('证书 -cat:"A B" (is:flagged or is:reviewed) (x or is:edited)').clauses
    assert [(one.field, one.label, one.negated, one.facet) for one in clauses] == [
        ("text", "证书", False, None),
        ("cat", "A B", True, "category"),
        ("is", "flagged / reviewed", False, "status"),
        ("mixed", "(x or is:edited)", False, None),
    ]


def test_a_click_on_a_facet_replaces_widens_and_excludes() -> None:
    query = parse("证书 is:flagged is:edited")
    assert str(query.replaced("is", "reviewed")) == "证书 is:edited is:reviewed"
    wide = query.widened("is", "reviewed")
    assert str(wide) == "证书 (is:flagged or is:reviewed) is:edited"
    assert wide.widened("is", "reviewed") == query
    assert str(wide.widened("is", "excluded")) == "证书 (is:flagged or is:reviewed or is:excluded) is:edited"
    assert str(parse("x is:flagged").widened("is", "flagged")) == "x"
    assert str(query.with_clause("cat", "CDN", negated=True)) == "证书 is:flagged is:edited -cat:CDN"
    assert query.with_clause("text", "证书") is query
    assert query.choices().get(("is", "flagged")) is True
    assert ("is", "reviewed") not in query.choices()
    assert parse("-cat:CDN").choices() == {("cat", "CDN"): False}


def test_nodes_have_one_form() -> None:
    a, b, c = Text("a"), Text("b"), Text("c")
    assert both([a, both([b, c])]) == And((a, b, c))
    assert either([either([a, b]), c]) == Or((a, b, c))
    assert negated(negated(a)) == a
    assert negated(a) == Not(a)
