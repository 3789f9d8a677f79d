"""The record of an export: what it says is so, in both forms and languages; there with the export or not at all."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from db import edits, labels, privacy
from db.cli import main
from db.errors import ExportError
from db.exporting import LANGUAGES, ReplyOptions, Splits, export, read_shares
from db.importing import import_paths
from db.replies import exclude_duplicates
from db.review import Review
from db.values import PATH_SEPARATOR, PROBLEM, Status
from resources import path as resource
from tests.db.files import part, ticket, write

NASTY = '<img src="https://example.test/x.png"> ![x](https://example.test/y.png)|`a`'


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    """Two sources: one with a mail address, and two tickets that are the same."""
    one = write(
        tmp_path / "a.md", [ticket("打不开", "请写信到 wang@kunde.example.org"), ticket("很慢"), ticket("很慢")]
    )
    two = part(tmp_path / "b.md", ["登录", "付款", "退款"])
    with Review.create(tmp_path / "r.winnow", "lin") as made:
        import_paths(made, [one, two])
        yield made


class _Page(HTMLParser):
    """Tags, attributes, and rows of the tables by heading."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.tables: dict[str, list[list[str]]] = {}
        self._heading, self._in = "", ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "h2":
            self._heading, self._in = "", "h2"
        elif tag == "tr":
            self.tables.setdefault(self._heading, []).append([])
        elif tag in ("td", "th"):
            self.tables[self._heading][-1].append("")
            self._in = "cell"

    def handle_endtag(self, tag: str) -> None:
        if tag in ("h2", "td", "th"):
            self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in == "h2":
            self._heading += data
        elif self._in == "cell":
            self.tables[self._heading][-1][-1] += data


def made(review: Review, out: Path, **more: object) -> tuple[_Page, str]:
    """The record of an export to `out`, as HTML that is taken apart and as Markdown."""
    done = export(review, out, "jsonl", report="en", **more)  # type: ignore[arg-type]
    html, markdown = done.reports
    assert (html.name, markdown.name) == (f"{out.name}.report.html", f"{out.name}.report.md")
    assert not set(done.reports) & set(done.files)
    assert done.bytes == sum(file.stat().st_size for file in done.files)
    return _Page(html.read_text("utf-8")), markdown.read_text("utf-8")


def test_hashes_are_those_of_the_files(review: Review, tmp_path: Path) -> None:
    page, markdown = made(review, tmp_path / "out.jsonl")
    digest = hashlib.sha256((tmp_path / "out.jsonl").read_bytes()).hexdigest()
    assert page.tables["Files written"][1] == ["out.jsonl", f"{(tmp_path / 'out.jsonl').stat().st_size:,}", digest]
    assert digest in markdown
    sources = {row[0]: row for row in page.tables["Sources"][1:]}
    for name, tickets in (("a.md", "3"), ("b.md", "3")):
        data = (tmp_path / name).read_bytes()
        assert sources[name] == [name, f"{len(data):,}", tickets, tickets, hashlib.sha256(data).hexdigest()]


def test_a_folder_says_each_of_its_files(review: Review, tmp_path: Path) -> None:
    done = export(review, tmp_path / "out", "markdown", report="en")
    assert {file.name for file in (tmp_path / "out").iterdir()} == {"a.md", "b.md"}
    assert {file.name for file in done.reports} == {"out.report.html", "out.report.md"}
    page = _Page(done.reports[0].read_text("utf-8"))
    assert {row[0] for row in page.tables["Files written"][1:]} == {"a.md", "b.md"}


def test_counts_before_and_after_are_those_of_the_tickets(review: Review, tmp_path: Path) -> None:
    before = Counter(PATH_SEPARATOR.join(one.category) for one in review.tickets())
    edits.set_category(review, [1, 4], ("存储", "上传"))
    edits.set_category(review, [5], ())
    edits.set_status(review, [4], Status.EXCLUDED)
    page, markdown = made(review, tmp_path / "out.jsonl")
    written = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    after = Counter(" › ".join(one["category"]) or "(none)" for one in written)
    rows = {row[0]: (int(row[1] or 0), int(row[2] or 0)) for row in page.tables["Categories"][1:]}
    assert {name: pair[1] for name, pair in rows.items() if pair[1]} == after
    assert {name: pair[0] for name, pair in rows.items() if pair[0]} == {
        name.replace(PATH_SEPARATOR, " › "): number for name, number in before.items()
    }
    assert page.tables["Left out"][1:] == [["excluded by a reviewer", "1"]]
    assert page.tables["Labels that became others"][1:] == [
        ["category", "CDN › 证书问题", "(none)", "1"],
        ["category", "CDN › 证书问题", "存储 › 上传", "1"],
    ]
    assert "5 of 6 tickets were written." in markdown


def test_it_says_what_was_done_why_and_by_whom(review: Review, tmp_path: Path) -> None:
    edits.set_category(review, [1], ("存储",))
    labels.relabel(review, labels.renaming(review, "root_cause", "证书过期", "证书到期"))
    privacy.mask(review, privacy.masking(review, privacy.scan(review).findings))
    exclude_duplicates(review, 2, [2, 3])
    review.reviewer = "wang"
    edits.set_status(review, [5], Status.EXCLUDED)
    edits.set_text(review, 6, PROBLEM, "怎么退款")
    edits.set_note(review, [6], "看过")
    edits.set_note(review, [5], "不在了")
    edits.undo(review)
    page, _ = made(review, tmp_path / "out.jsonl")
    said = {(row[0], row[1]): row[2:4] for row in page.tables["What was changed, and by whom"][1:]}
    assert said == {
        ("relabelled", "lin"): ["1", "1"],
        ("labels merged, renamed or moved", "lin"): ["1", "6"],
        ("personal data masked", "lin"): ["1", "1"],
        ("duplicates excluded", "lin"): ["1", "1"],
        ("excluded", "wang"): ["1", "1"],
        ("texts rewritten by hand", "wang"): ["1", "1"],
        ("notes", "wang"): ["1", "1"],
    }
    assert page.tables["Masked"][1:] == [["mail address", "1"]]
    # of five tickets that were written, one was excluded as a duplicate and one by hand
    assert ["root cause", "证书过期", "证书到期", "4"] in page.tables["Labels that became others"]


def test_it_says_which_root_causes_became_others_on_the_tickets_that_were_written(
    review: Review, tmp_path: Path
) -> None:
    edits.set_causes(review, [1], ["配额", "磁盘写满"])
    edits.add_cause(review, [2], "配额")
    edits.set_causes(review, [3], [])
    labels.relabel(review, labels.renaming(review, "root_cause", "证书过期", "证书到期"))
    edits.set_causes(review, [4], ["证书过期"])  # as the source has it
    edits.set_root_cause_text(review, 5, "请致电王先生")
    edits.set_root_cause_text(review, 5, "请致电客户")
    edits.set_status(review, [6], Status.EXCLUDED)
    page, markdown = made(review, tmp_path / "out.jsonl")
    assert page.tables["Labels that became others"][1:] == [
        ["root cause", "证书过期", "(none)", "1"],
        ["root cause", "证书过期", "证书到期；配额", "1"],
        ["root cause", "证书过期", "配额；磁盘写满", "1"],
    ]
    assert "王先生" not in markdown


def test_tags_that_the_text_does_not_say_are_those_of_the_source(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"title": "甲", "root_cause": "见附件", "root_causes": ["配额"]}\n', encoding="utf-8")
    with Review.create(tmp_path / "r.winnow", "lin") as review:
        import_paths(review, [path])
        edits.set_causes(review, [1], ["磁盘写满"])
        page, _ = made(review, tmp_path / "out.jsonl")
    assert page.tables["Labels that became others"][1:] == [["root cause", "配额", "磁盘写满", "1"]]


def test_it_says_the_options_and_the_query(review: Review, tmp_path: Path) -> None:
    splits = Splits(read_shares("train=0.5,test=0.5"), "sources", 7)
    options = ReplyOptions(True, False, 0, False)
    page, _ = made(
        review,
        tmp_path / "out",
        ids=[1, 2, 3, 4, 5],
        query="is:unreviewed",
        options=options,
        splits=splits,
        include_excluded=True,
    )
    assert dict(page.tables["Options"][1:]) == {  # type: ignore[arg-type]
        "format": "jsonl",
        "only what this search finds": "is:unreviewed",
        "excluded tickets too": "yes",
        "canned replies in the chosen wording": "yes",
        "holding replies left out": "yes",
        "tickets a canned reply, at most": "as decided",
        "of duplicates one": "yes",
        "splits": "train 0.5, test 0.5",
        "whole on one side": "sources",
        "seed": "7",
    }
    assert dict(page.tables["Left out"][1:])["not asked for"] == "1"  # type: ignore[arg-type]


def test_names_of_a_dataset_stay_text(review: Review, tmp_path: Path) -> None:
    edits.set_category(review, [1], (NASTY,))
    page, markdown = made(review, tmp_path / "out.jsonl")
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"script", "img", "link", "iframe", "object", "a", "svg", "base", "form"}
    assert not [name for _, attributes in page.tags for name in attributes if name in ("src", "href", "srcset")]
    assert not any(name.startswith("on") for _, attributes in page.tags for name in attributes)
    assert any(row[0] == NASTY for row in page.tables["Categories"])
    assert "<img" not in markdown
    assert "![" not in markdown
    assert not re.search(r"(?<!\\)\](?=\()", markdown)
    (line,) = [line for line in markdown.splitlines() if line.startswith("| &lt;img")]
    assert len(re.findall(r"(?<!\\)\|", line)) == 4


def test_it_is_read_on_a_light_and_a_dark_ground(review: Review, tmp_path: Path) -> None:
    made(review, tmp_path / "out.jsonl")
    html = (tmp_path / "out.jsonl.report.html").read_text("utf-8")
    assert "color-scheme: light dark" in html
    assert "prefers-color-scheme: dark" in html
    assert "default-src 'none'" in html
    assert "url(" not in html
    assert "@import" not in html


def test_bars_are_as_long_as_their_numbers(review: Review, tmp_path: Path) -> None:
    edits.set_category(review, [1, 2], ("存储",))
    page, _ = made(review, tmp_path / "out.jsonl")
    widths = [float(str(some["style"])[6:-1]) for tag, some in page.tags if tag == "i"]
    assert widths == [pytest.approx(one, abs=0.1) for one in (70, 70 * 4 / 6, 70 * 2 / 6)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_all_words(language: str, review: Review, tmp_path: Path) -> None:
    words = json.loads(resource("report.json").read_text("utf-8"))
    assert words.keys() == set(LANGUAGES)
    english, said = words["en"], words[language]
    assert said.keys() == english.keys()
    for code, text in said.items():
        assert text.strip()
        assert set(re.findall(r"{\w+}", text)) == set(re.findall(r"{\w+}", english[code]))
    done = export(review, tmp_path / "out.jsonl", "jsonl", report=language)  # type: ignore[arg-type]
    assert said["categories"] in done.reports[1].read_text("utf-8")
    assert f'<html lang="{said["lang"]}">' in done.reports[0].read_text("utf-8")


def test_without_the_export_there_is_no_record(review: Review, tmp_path: Path) -> None:
    (tmp_path / "out.jsonl.report.md").mkdir()
    with pytest.raises(ExportError):
        export(review, tmp_path / "out.jsonl", "jsonl", report="en")
    left = {file.name for file in tmp_path.iterdir()}
    assert "out.jsonl" not in left
    assert "out.jsonl.report.html" not in left
    assert not [name for name in left if name.endswith(".part")]


def test_it_does_not_write_over_a_source(review: Review, tmp_path: Path) -> None:
    write(tmp_path / "o.jsonl.report.md", [ticket("别的")])
    import_paths(review, [tmp_path / "o.jsonl.report.md"])
    with pytest.raises(ExportError) as caught:
        export(review, tmp_path / "o.jsonl", "jsonl", report="en")
    assert caught.value.code == "export.over_source"


def test_the_command_writes_it(review: Review, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    review.close()
    call = ["export", str(review.path), str(tmp_path / "o.csv"), "--format", "csv", "--query", "打不开", "--json"]
    assert main([*call, "--report", "--report-language", "zh_CN"]) == 0
    (said,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert [Path(one).name for one in said["reports"]] == ["o.csv.report.html", "o.csv.report.md"]
    assert "只含此搜索的结果" in (tmp_path / "o.csv.report.md").read_text("utf-8")
    assert main(call) == 0
    assert json.loads(capsys.readouterr().out)["reports"] == []


def test_records_of_all_real_parts(shared: Path, tmp_path: Path) -> None:
    with Review.create(tmp_path / "parts.winnow", "lin") as review:
        import_paths(review, [shared / "datasets" / "parts", shared / "datasets" / "part-47-excerpt.md"])
        for language in LANGUAGES:
            done = export(review, tmp_path / "out", "markdown", report=language)
            page = _Page(done.reports[0].read_text("utf-8"))
            sources, files = list(page.tables.values())[-1], next(iter(page.tables.values()))
            assert len(sources) == len(files) == len(review.sources()) + 1
            assert {row[-1] for row in sources} - {row[-1] for row in files} == set()
