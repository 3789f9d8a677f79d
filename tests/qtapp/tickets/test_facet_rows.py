"""What the facet panel shows for which counts, query and folding."""

from __future__ import annotations

from db.search import parse
from qtapp.tickets.facet_rows import SHOWN, FacetRow, Folding, Rows

COUNTS = [(("CDN", "证书"), 5), (("CDN", "配置"), 3), (("对象存储",), 4), (("对象存储", "上传"), 9)]


def tree(query: str = "", folding: Folding | None = None) -> list[FacetRow]:
    return Rows(parse(query), folding or Folding()).tree("category", "cat", COUNTS)


def labels(rows: list[FacetRow]) -> list[tuple[str, int | None]]:
    return [(row.label, row.count) for row in rows]


def test_a_branch_counts_all_below_it_and_the_greatest_comes_first() -> None:
    assert labels(tree()) == [("对象存储", 13), ("CDN", 8)]


def test_a_branch_is_open_where_the_query_names_it_or_something_below() -> None:
    rows = tree("cat:CDN｜证书")
    assert labels(rows) == [("对象存储", 13), ("CDN", 8), ("证书", 5), ("配置", 3)]
    assert [row.chosen for row in rows] == [None, None, True, None]
    assert [row.depth for row in rows] == [0, 0, 1, 1]


def test_what_the_reviewer_folds_stays_folded() -> None:
    rows = tree("cat:CDN｜证书", Folding(branches={"category:CDN": False}))
    assert labels(rows) == [("对象存储", 13), ("CDN", 8)]


def test_a_filter_opens_what_it_finds_and_leaves_the_rest_away() -> None:
    assert labels(tree(folding=Folding(filters={"category": "上传"}))) == [("对象存储", 9), ("上传", 9)]


def many(query: str = "", folding: Folding | None = None) -> list[FacetRow]:
    values = [(("cause", f"原因{n}"), f"原因{n}", 50 - n) for n in range(20)]
    return Rows(parse(query), folding or Folding()).flat("cause", values)


def test_a_long_section_is_cut_and_says_how_many_are_left() -> None:
    rows = many()
    assert len(rows) == SHOWN["cause"] + 1
    assert (rows[-1].kind, rows[-1].count) == ("more", 20 - SHOWN["cause"])


def test_a_long_section_can_be_shown_whole_and_cut_again() -> None:
    rows = many(folding=Folding(whole={"cause"}))
    assert len(rows) == 21
    assert (rows[-1].kind, rows[-1].open) == ("more", True)


def test_a_value_that_the_query_excludes_is_shown_below_the_cut() -> None:
    rows = many("-cause:原因15")
    assert [row.label for row in rows if row.chosen is False] == ["原因15"]
    assert rows[-1].count == 20 - SHOWN["cause"] - 1


def test_a_value_without_tickets_is_shown_only_where_it_is_asked_for() -> None:
    values = [(("source", "a.md"), "a.md", 0), (("source", "b.md"), "b.md", 2)]
    assert [row.label for row in Rows(parse(""), Folding()).flat("source", values)] == ["b.md"]
    assert [row.label for row in Rows(parse("source:a.md"), Folding()).flat("source", values)] == ["a.md", "b.md"]
