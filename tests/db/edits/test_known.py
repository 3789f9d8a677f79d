"""Names that are offered while a reviewer types."""

from __future__ import annotations

from db import edits
from db.review import Review
from db.search import Finder


def test_categories_by_how_common_they_are(curated: Review) -> None:
    known = edits.known_categories(curated)
    counts = [count for _, count in known]
    assert counts == sorted(counts, reverse=True)
    assert sum(counts) == sum(bool(ticket.category) for ticket in curated.tickets())


def test_a_category_is_found_by_any_of_its_parts(curated: Review) -> None:
    edits.set_category(curated, [1], ("对象存储", "生命周期"))
    edits.set_category(curated, [2], ("CDN", "存储回源"))
    found = [path for path, _ in edits.complete_category(curated, "生命", 5)]
    assert found == [("对象存储", "生命周期")]
    assert ("对象存储", "生命周期") in [path for path, _ in edits.complete_category(curated, "对象 周期", 5)]
    assert ("CDN", "存储回源") in [path for path, _ in edits.complete_category(curated, "ｃｄｎ｜存储", 5)]
    assert edits.complete_category(curated, "没有这样的", 5) == []
    assert edits.complete_category(curated, "", 3) == edits.known_categories(curated)[:3]


def test_a_whole_name_comes_before_a_part_of_one(curated: Review) -> None:
    edits.set_category(curated, [1], ("证书",))
    assert edits.complete_category(curated, "证书", 9)[0][0] == ("证书",)


def test_who_counts_all_the_time_has_the_same_names(curated: Review) -> None:
    finder = Finder(curated)
    assert finder.categories() == edits.known_categories(curated)
    assert finder.causes() == edits.known_causes(curated)
    ids = [row[0] for row in curated.execute("SELECT id FROM ticket")][:3]
    for edit in (
        lambda: edits.set_category(curated, ids, ("证书", "新的")),
        lambda: edits.set_causes(curated, ids[:2], ["新因"]),
    ):
        finder.refresh(edit())
        assert finder.categories() == edits.known_categories(curated)
        assert finder.causes() == edits.known_causes(curated)


def test_near_causes_come_before_new_ones(curated: Review) -> None:
    edits.set_causes(curated, [1, 2], ("证书已经过期",))
    assert edits.near_causes(curated, "证书过期", 3)[0][0] in {"证书过期", "证书已经过期"}
    assert ("证书已经过期", 2) in edits.near_causes(curated, "证书已过期", 5)
    assert edits.near_causes(curated, "完全不同的一件事情", 5) == []
    assert len(edits.near_causes(curated, "", 4)) == 4
