"""Recipes: the same bytes from the same sources; on new parts what was decided on old ones; no text of any ticket."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from db import edits, labels, privacy, sentences
from db.errors import Cancelled, UserError
from db.exporting import FORMATS, ReplyOptions, Splits, export, read_shares
from db.importing import import_paths
from db.recipes import Applied, Options, Recipe, apply_recipe, make, read_recipe, recipe_object, target, write_recipe
from db.replies import Replies, choose_wording, exclude_duplicates, mark_holding, rewrite, scan
from db.review import Review
from db.search import Finder
from db.values import PROBLEM, Status, Step
from tests.db.recipes.invented import NEW, OLD, sources, written
from tests.db.replies.invented import handle as handle_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "data"
    sources(made)
    return made


@pytest.fixture
def review(folder: Path, tmp_path: Path) -> Iterator[Review]:
    with Review.create(tmp_path / "tickets.winnow", "lin") as made:
        import_paths(made, [folder])
        yield made


def family(review: Review, text: str) -> tuple[Replies, int]:
    scan(review)
    replies = Replies(review, Finder(review))
    return replies, handle_of(replies, text)


def decided(review: Review) -> None:
    """Something of everything that a recipe holds."""
    labels.relabel(review, labels.relabelling(review, "category", "CDN｜SSL证书", "CDN｜证书问题"))
    labels.relabel(review, labels.moving(review, "云盘", "存储"))
    labels.relabel(review, labels.joining(review, "root_cause", {"证书过期": "证书", "网络": "网络问题"}))
    edits.set_category(review, [5], ("财务", "退款"))
    edits.set_causes(review, [6], ["签名", "审核"])
    edits.set_status(review, [4], Status.FLAGGED)
    exclude_duplicates(review, 3, [2, 3])
    found = privacy.scan(review).findings
    privacy.mask(review, privacy.masking(review, [one for one in found if one.kind == "mail"], pseudonyms=True))
    privacy.mask(review, privacy.masking(review, [one for one in found if one.kind == "ipv4"]))
    labels.decide(review, labels.describing(review, "category", "旧的", "不再用"))
    labels.decide(review, labels.retiring(review, "category", ["旧的"]))


def recipe_of(review: Review, options: Options = Options()) -> Recipe:  # noqa: B008
    """The recipe of a review, written and read again."""
    made, _ = make(review, options)
    path = review.path.with_name("r.json")
    write_recipe(made, path, review)
    assert read_recipe(path) == made
    return made


def objects(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def codes(applied: Applied) -> list[str]:
    for one in applied.missed:
        assert sentences.summary(one)
    return [one.code for one in applied.missed]


def compared(review: Review, folder: Path, tmp_path: Path, options: Options) -> Applied:
    """A recipe gives the bytes of the export of its review, from the files in another order."""
    recipe = recipe_of(review, options)
    kind = options.format
    there = target(recipe, tmp_path / "there")
    more = {"options": options.replies, "splits": options.splits, "include_excluded": options.include_excluded}
    export(review, there, kind, **more)  # type: ignore[arg-type]
    done = apply_recipe(recipe, sorted(folder.iterdir(), reverse=True), tmp_path / "here")
    assert contents(tmp_path / "here") == contents(tmp_path / "there")
    assert codes(done) == []
    return done


@pytest.mark.parametrize("kind", FORMATS)
def test_the_same_bytes_from_the_same_sources(kind: str, review: Review, folder: Path, tmp_path: Path) -> None:
    decided(review)
    assert compared(review, folder, tmp_path, Options(kind)).result.tickets == 5


def test_options_are_part_of_it(review: Review, folder: Path, tmp_path: Path) -> None:
    decided(review)
    replies, handle = family(review, "您好，麻烦稍等。")
    mark_holding(review, replies, [handle])
    replies, handle = family(review, "请稍等一下")
    choose_wording(review, replies, handle, "请您稍候")
    options = ReplyOptions(True, False, 2, False)
    splits = Splits(read_shares("train=0.5,test=0.5"), seed=3)
    compared(review, folder, tmp_path, Options("jsonl", include_excluded=True, replies=options, splits=splits))
    written = [one for file in (tmp_path / "here").iterdir() for one in objects(file)]
    said = {reply["text"] for one in written for reply in one["replies"]}
    assert "请您稍候" in said
    assert not said & {"请稍等一下", "您好，麻烦稍等。"}


def test_replies_that_were_rewritten(review: Review, folder: Path, tmp_path: Path) -> None:
    replies, handle = family(review, "请稍等一下")
    rewrite(review, replies, [handle], wording="请您稍候")
    compared(review, folder, tmp_path, Options())
    assert "- 请您稍候" in (tmp_path / "here" / "a.md").read_text("utf-8")


def test_no_text_of_a_ticket_stands_in_it(review: Review) -> None:
    decided(review)
    edits.set_text(review, 1, PROBLEM, "打字改过的内容")
    edits.set_note(review, [1], "问过客户了")
    text = json.dumps(recipe_object(recipe_of(review, Options("jsonl"))), ensure_ascii=False)
    for ticket in review.tickets():
        said = [ticket.title, ticket.problem, ticket.note, *(turn.text for turn in ticket.replies)]
        said += [str(value) for name, value in ticket.originals.items() if name == PROBLEM]
        for one in filter(None, said):
            assert one not in text
    for value in ("wang", "kunde", "13912345678", "203.0.113"):
        assert value not in text


def test_texts_that_were_typed_are_counted(review: Review, folder: Path, tmp_path: Path) -> None:
    edits.set_text(review, 1, PROBLEM, "改过")
    edits.set_text(review, 4, "root_cause", "打字的原因")
    edits.set_note(review, [1, 2], "看过")
    edits.set_category(review, [1], ("别的",))
    made, left = make(review, Options())
    assert dict(left.fields) == {"problem": 1, "note": 2, "root_cause": 1}
    assert left.tickets == 3
    assert [one.category for one in made.fixes] == ["别的"]
    apply_recipe(made, [folder], tmp_path / "here")
    assert "打字的原因" not in (tmp_path / "here" / "b.md").read_text("utf-8")


def test_what_was_undone_is_not_in_it(review: Review) -> None:
    decided(review)
    while edits.next_undo(review):
        edits.undo(review)
    made = recipe_of(review)
    assert (made.steps, made.fixes, made.taxonomy, made.replies) == ((), (), (), ())


def test_new_parts_get_what_was_decided_on_old_ones(review: Review, tmp_path: Path) -> None:
    decided(review)
    part = written(tmp_path / "new" / "c.md", NEW)
    done = apply_recipe(recipe_of(review, Options("jsonl")), [part], tmp_path / "here")
    one, two, three = objects(tmp_path / "here" / "tickets.jsonl")
    assert one["category"] == ["CDN", "证书问题"]
    assert one["root_causes"] == ["网络问题"]
    assert "zhao@" not in one["problem"]  # all of a kind was masked: so is a value that nobody had seen
    assert two["category"] == ["存储", "云盘", "上传"]
    assert three["category"] == ["存储", "云盘", "下载"]  # all below it moved along
    assert "13912345678" in two["problem"]  # of this kind nothing was decided
    assert set(codes(done)) == {"recipe.no_kind", "recipe.no_value", "recipe.no_duplicate", "recipe.no_ticket"}
    n = {one.code: one.data.get("n") for one in done.missed}
    assert n["recipe.no_ticket"] == 3


def test_old_and_new_parts_together(review: Review, folder: Path, tmp_path: Path) -> None:
    decided(review)
    recipe = recipe_of(review)
    export(review, tmp_path / "there", "markdown")
    part = written(tmp_path / "new" / "c.md", NEW)
    apply_recipe(recipe, [part, folder], tmp_path / "here")
    here, there = contents(tmp_path / "here"), contents(tmp_path / "there")
    assert {name: here[name] for name in there} == there
    assert here["c.md"].decode().count("## ") == 2 + 3 * 2  # a third copy of what is there is left out


def test_decisions_follow_a_ticket_into_another_file(review: Review, tmp_path: Path) -> None:
    edits.set_category(review, [5], ("财务", "退款"))
    part = written(tmp_path / "new" / "c.md", [*NEW, OLD[4]])
    done = apply_recipe(recipe_of(review), [part], tmp_path / "here")
    assert "**问题分类**: 财务｜退款" in (tmp_path / "here" / "c.md").read_text("utf-8")
    assert codes(done) == []


def test_a_value_that_was_masked_in_one_ticket_only(review: Review, folder: Path, tmp_path: Path) -> None:
    found = [one for one in privacy.scan(review).findings if one.kind == "mobile" and one.ticket == 2]
    privacy.mask(review, privacy.masking(review, found))
    compared(review, folder, tmp_path, Options("jsonl"))
    (step,) = recipe_of(review).steps
    assert not step.kinds  # type: ignore[union-attr]
    assert "13912345678" in (tmp_path / "here" / "tickets.jsonl").read_text("utf-8")


def test_sorts_that_were_spared_are_spared_again(folder: Path, tmp_path: Path) -> None:
    ticket = ("内网不通", "云主机", "内网 10.0.0.7，外网 203.0.113.9", ("好的",), "网络")
    written(folder / "c.md", [ticket, ticket])
    with Review.create(tmp_path / "tickets.winnow", "lin") as review:
        import_paths(review, [folder])
        found = [one for one in privacy.scan(review).findings if one.kind == "ipv4" and one.sort != "private"]
        privacy.mask(review, privacy.masking(review, found))
        compared(review, folder, tmp_path, Options("jsonl"))
        (step,) = recipe_of(review).steps
    assert step.kinds == {"ipv4": ("private",)}  # type: ignore[union-attr]
    text = (tmp_path / "here" / "tickets.jsonl").read_text("utf-8")
    assert "10.0.0.7" in text
    assert "203.0.113" not in text


def test_the_same_review_gives_the_same_recipe(review: Review) -> None:
    decided(review)
    one, two = (json.dumps(recipe_object(make(review, Options())[0]) | {"made": None}) for _ in range(2))
    assert one == two


def test_what_is_no_personal_data_stays(review: Review, folder: Path, tmp_path: Path) -> None:
    privacy.except_values(review, ["wang@kunde.example.org"], "mail")
    privacy.mask(review, privacy.masking(review, privacy.scan(review).findings))
    compared(review, folder, tmp_path, Options())
    assert "wang@kunde.example.org" in (tmp_path / "here" / "a.md").read_text("utf-8")
    assert "wang@" not in (review.path.with_name("r.json")).read_text("utf-8")


def test_a_relabelling_does_not_reach_what_was_imported_later(folder: Path, tmp_path: Path) -> None:
    with Review.create(tmp_path / "tickets.winnow", "lin") as review:
        import_paths(review, [folder / "a.md"])
        labels.relabel(review, labels.renaming(review, "category", "CDN｜SSL证书", "证书"))
        import_paths(review, [folder / "b.md"])
        compared(review, folder, tmp_path, Options())
    assert "**问题分类**: CDN｜SSL证书" in (tmp_path / "here" / "b.md").read_text("utf-8")


def test_labels_and_searches_with_personal_data_stay_out(review: Review) -> None:
    labels.relabel(review, labels.renaming(review, "root_cause", "签名没有通过", "wang@kunde.example.org 的签名"))
    edits.set_category(review, [1], ("13912345678",))
    made, left = make(review, Options())
    assert (made.steps, made.fixes, left.personal) == ((), (), 3)
    with pytest.raises(UserError) as caught:
        make(review, Options(query="wang@kunde.example.org"))
    assert caught.value.code == "recipe.personal"


def test_headings_and_domains_that_a_review_was_told(tmp_path: Path) -> None:
    text = "".join(
        f"## {n}. 第{n}张\n\n**问题分类**: CDN\n\n### 来由\n\n见 cdn.unser.example.net\n\n### 客服解答\n\n- 好\n\n---\n"
        for n in (1, 2)
    )
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.md").write_text(text, encoding="utf-8")
    with Review.create(tmp_path / "tickets.winnow", "lin") as review:
        review.add_synonym("来由", "problem")
        privacy.add_vendor(review, "example.net")
        import_paths(review, [tmp_path / "data"])
        compared(review, tmp_path / "data", tmp_path, Options("jsonl"))
    assert "cdn.unser" in objects(tmp_path / "here" / "tickets.jsonl")[0]["problem"]


@pytest.mark.parametrize("seed", range(6))
def test_any_decisions_give_the_same_bytes(seed: int, review: Review, folder: Path, tmp_path: Path) -> None:
    chance = Random(seed)
    for _ in range(25):
        ids = chance.sample(range(1, 7), chance.randint(1, 4))
        field = chance.choice(["category", "root_cause"])
        known = [one.label for one in labels.labelled(review, field)]  # type: ignore[arg-type]
        what = chance.randrange(7)
        if what == 0:
            edits.set_category(review, ids, (chance.choice("甲乙丙"), chance.choice("丁戊")))
        elif what == 1:
            edits.set_causes(review, ids, chance.sample("甲乙丙丁", chance.randint(0, 3)))
        elif what == 2:
            edits.set_status(review, ids, chance.choice(list(Status)[:3]))
        elif what == 3 and known:
            labels.relabel(review, labels.relabelling(review, field, chance.choice(known), chance.choice("己庚")))
        elif what == 4 and known:
            among = set(ids)
            labels.relabel(
                review, labels.relabelling(review, field, chance.choice(known), chance.choice("辛壬"), among)
            )
        elif what == 5 and edits.next_undo(review):
            edits.undo(review)
        elif what == 6 and (found := privacy.scan(review).findings):
            kind = chance.choice(found).kind
            privacy.mask(review, privacy.masking(review, [one for one in found if one.kind == kind]))
    export(review, tmp_path / "there", "markdown")
    recipe, left = make(review, Options())
    apply_recipe(recipe, [folder], tmp_path / "here")
    assert (left.fields, left.tickets) == ((), 0)
    assert contents(tmp_path / "here") == contents(tmp_path / "there")


def test_nothing_half_done(review: Review, folder: Path, tmp_path: Path) -> None:
    decided(review)
    recipe = recipe_of(review)
    (folder / "bad.md").write_bytes(b"")
    with pytest.raises(UserError):
        apply_recipe(recipe, [folder], tmp_path / "here")
    (folder / "bad.md").unlink()

    def stop(step: Step) -> None:
        if step.stage == "export":
            raise Cancelled

    with pytest.raises(Cancelled):
        apply_recipe(recipe, [folder], tmp_path / "here", progress=stop)
    assert not contents(tmp_path / "here") if (tmp_path / "here").exists() else True
    with pytest.raises(UserError) as caught:
        apply_recipe(recipe, [folder], folder)
    assert caught.value.code == "export.over_source"


def test_making_one_changes_nothing(review: Review) -> None:
    decided(review)
    last, before = edits.last_entry(review), list(review.tickets())
    make(review, Options())
    assert (edits.last_entry(review), list(review.tickets())) == (last, before)


def test_a_review_without_tickets_has_none(tmp_path: Path) -> None:
    with Review.create(tmp_path / "e.winnow") as review, pytest.raises(UserError) as caught:
        make(review, Options())
    assert caught.value.code == "recipe.no_source"


def test_real_parts_give_the_same_bytes(shared: Path, tmp_path: Path) -> None:
    parts = shared / "datasets" / "parts"
    with Review.create(tmp_path / "parts.winnow", "lin") as review:
        import_paths(review, [parts])
        for kinds in (("mail", "ipv4"), ("domain", "link", "mobile")):
            found = [one for one in privacy.scan(review).findings if one.kind in kinds]
            privacy.mask(review, privacy.masking(review, found, pseudonyms="mail" in kinds))
        one, two = [label.label for label in labels.labelled(review, "category")][:2]
        labels.relabel(review, labels.relabelling(review, "category", one, two))
        edits.set_causes(review, list(range(1, 1000, 7)), ["甲", "乙"])
        edits.set_status(review, list(range(1, 1000, 11)), Status.EXCLUDED)
        recipe, left = make(review, Options())
        export(review, tmp_path / "there", "markdown")
    assert left.fields == ()
    apply_recipe(recipe, [parts], tmp_path / "here")
    assert contents(tmp_path / "here") == contents(tmp_path / "there")
