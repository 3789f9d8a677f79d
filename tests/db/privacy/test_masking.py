"""Masks in tickets: plans, the style of each source, pseudonyms, the log, and sources written back."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from db import edits, sentences
from db.drift import apply_drift, comparing
from db.errors import EditError
from db.exporting import export
from db.importing import import_paths
from db.privacy import Finder, except_values, learnt, mask, masking, meant, scan, shipped
from db.privacy.masking import masked
from db.privacy.scanning import Finding
from db.review import Review
from db.values import Turn
from tests.db.files import ticket, write
from tests.db.formats.every_shape import SHAPES
from tests.db.formats.shapes import Shape, render
from tests.db.formats.shapes import Ticket as Shaped
from tests.db.privacy.marked import snippets

Import = Callable[..., Review]
MASK = r"\[[^\[\]\n]+\]|\*{3}"
FINDER = Finder(shipped())
PIECES = [text for text, marks in snippets() if marks]


@pytest.fixture
def take(review: Review, tmp_path: Path) -> Import:
    """Imports Markdown tickets as one file, or a text as it is."""

    def taken(*tickets: str, name: str = "part.md", whole: str | None = None) -> Review:
        path = tmp_path / name
        if whole is None:
            write(path, tickets)
        else:
            path.write_bytes(whole.encode())
        import_paths(review, [path])
        return review

    return taken


def written(review: Review, folder: Path, name: str = "part.md") -> str:
    """A source as it is exported now."""
    export(review, folder, "markdown", include_excluded=True)
    return (folder / name).read_bytes().decode()


def problems(review: Review) -> list[str]:
    """The problems of all tickets."""
    return [one.problem for one in review.tickets()]


def test_all_of_a_kind_and_undo(take: Import, tmp_path: Path) -> None:
    review = take(
        ticket("致电13800001111失败", "我的手机是 138-0000-1111，邮箱 a@mingtai.com", ["请加 13900002222"]),
        ticket("证书", "没有什么", ["好的"]),
    )
    before = written(review, tmp_path / "before")
    found = scan(review)
    assert found.kinds == {"mobile": (3, 2, 1), "mail": (1, 1, 1)}
    assert [(one.normal, one.places, one.tickets) for one in found.values] == [
        ("13800001111", 2, (1,)),
        ("13900002222", 1, (1,)),
        ("a@mingtai.com", 1, (1,)),
    ]
    plan = masking(review, [one for one in found.findings if one.kind == "mobile"])
    assert (plan.places, plan.values, plan.tickets, plan.refused) == (3, 2, (1,), ())
    assert plan.files == (("part.md", 1),)
    assert plan.masks == (("[手机号]", 3),)
    assert review.ticket(1).title == "致电13800001111失败"
    changes = mask(review, plan)
    assert sentences.summary(changes.summary) == "Masked 3 places of 2 values in a ticket: Mobile number"
    assert review.ticket(1).title == "致电[手机号]失败"
    assert review.ticket(1).problem == "我的手机是 [手机号]，邮箱 a@mingtai.com"
    assert review.ticket(1).replies[0].text == "请加 [手机号]"
    assert scan(review).kinds == {"mail": (1, 1, 1)}
    assert review.check() == []
    after = written(review, tmp_path / "after")
    assert after == re.sub(r"138-?0000-?1111|13900002222", "[手机号]", before)
    edits.undo(review)
    assert scan(review) == found
    assert written(review, tmp_path / "undone") == before
    edits.redo(review)
    assert written(review, tmp_path / "redone") == after


def test_one_place_and_all_of_a_value(take: Import) -> None:
    review = take(ticket("问", "13800001111 和 138 0000 1111 和 13900002222", ["见 13800001111"]))
    found = scan(review)
    mask(review, masking(review, [found.findings[1]]))
    assert review.ticket(1).problem == "13800001111 和 [手机号] 和 13900002222"
    mask(review, masking(review, meant(review, scan(review), "+86 138-0000-1111")))
    assert review.ticket(1).problem == "[手机号] 和 [手机号] 和 13900002222"
    assert review.ticket(1).replies[0].text == "见 [手机号]"


def test_every_field_is_read_and_masked(review: Review, tmp_path: Path) -> None:
    line = {
        "title": "甲 13800001111",
        "category": ["CDN"],
        "problem": "乙 13800001112",
        "replies": [{"speaker": None, "text": "丙 13800001113", "at": "9:00"}, "丁"],
        "conversation": [{"speaker": "customer", "text": "戊 13800001114"}],
        "root_cause": "己 13800001115；证书",
        "root_causes": ["己 13800001115", "证书"],
        "fields": [["解决方案", "庚"], ["解决方案", "辛 13800001116"]],
        "note": "壬 13800001117",
        "extra": {"x": 1},
    }
    path = tmp_path / "t.jsonl"
    path.write_text(json.dumps(line, ensure_ascii=False) + "\n", encoding="utf-8")
    import_paths(review, [path])
    found = scan(review)
    assert [(one.field, one.place) for one in found.findings] == [
        ("title", 0),
        ("problem", 0),
        ("conversation", 0),
        ("replies", 0),
        ("root_cause", 0),
        ("fields", 1),
        ("note", 0),
    ]
    mask(review, masking(review, found.findings))
    assert scan(review).findings == ()
    assert review.ticket(1).causes == ("己 [手机号]", "证书")
    assert review.ticket(1).note == "壬 [手机号]"
    assert review.check() == []
    out = json.loads(written(review, tmp_path / "out", "t.jsonl"))
    assert out == json.loads(re.sub(r"13800001\d\d\d(?!7)|1380000111[1-6]", "[手机号]", json.dumps(line))) | {
        "note": "壬 13800001117"
    }
    edits.undo(review)
    assert scan(review) == found
    assert review.ticket(1).causes == ("己 13800001115", "证书")


def test_other_fields_of_markdown_are_written_back(take: Import, tmp_path: Path) -> None:
    whole = "".join(
        f"## {n}号\n\n**问题分类**: CDN｜证书\n\n### 问题描述\n\n打不开\n\n### 客服解答\n\n- 好\n\n"
        f"### 解决方案要点\n\n- 域名 m{n}.mingtai.com  \n- 第二步\n\n### 根本原因分析\n\n证书\n\n---\n\n"
        for n in range(1, 5)
    )
    review = take(whole=whole)
    found = scan(review)
    assert {one.field for one in found.findings} == {"fields"}
    mask(review, masking(review, found.findings))
    assert review.check() == []
    assert written(review, tmp_path / "out") == re.sub(r"m\d\.mingtai\.com", "[域名]", whole)
    assert [dict(one.fields)["解决方案要点"] for one in review.tickets()] == ["- 域名 [域名]  \n- 第二步"] * 4
    # another version of the file: what was masked stays so, the rest follows
    path = tmp_path / "part.md"
    path.write_text(whole.replace("打不开", "打不开了"), encoding="utf-8")
    apply_drift(review, comparing(review, path), although_other=True)  # known again by their titles alone
    assert scan(review).findings == ()
    assert {one.problem for one in review.tickets()} == {"打不开了"}
    assert review.check() == []


@pytest.mark.parametrize(
    ("text", "kind", "mask_", "pseudonym"),
    [
        ("[电话已脱敏] [URL已脱敏]", "mobile", "[电话已脱敏]", "[电话已脱敏-7]"),
        ("[URL已脱敏]", "domain", "[URL已脱敏]", "[URL已脱敏-7]"),
        ("[URL已脱敏]", "mail", "[邮箱已脱敏]", "[邮箱已脱敏-7]"),
        ("[REDACTED_URL] [REDACTED_EMAIL]", "ipv4", "[REDACTED_IP]", "[REDACTED_IP-7]"),
        ("[DOMAIN_HIDDEN]", "domain", "[DOMAIN_HIDDEN]", "[DOMAIN_HIDDEN-7]"),
        ("[DOMAIN_HIDDEN]", "order", "[ORDER_HIDDEN]", "[ORDER_HIDDEN-7]"),
        ("[已脱敏URL]", "key", "[已脱敏密钥]", "[已脱敏密钥-7]"),
        ("【手机号】", "mobile", "【手机号】", "【手机号-7】"),
        ("[已脱敏] x", "id_card", "[已脱敏]", "[身份证号-7]"),
        ("http://***/a 和 ***.com 和 https://***", "bank_card", "***", "[银行卡号-7]"),
        ("***粗*** ***斜*** ***粗斜***", "mobile", "[手机号]", "[手机号-7]"),
        ("[图片] [1] **粗**", "company", "[信用代码]", "[信用代码-7]"),
        ("[REDACTED_PHONE-3]", "landline", "[REDACTED_PHONE]", "[REDACTED_PHONE-7]"),
    ],
)
def test_a_mask_looks_as_the_others_of_its_source(text: str, kind: str, mask_: str, pseudonym: str) -> None:
    style = learnt([text])
    assert style.mask(kind) == mask_  # type: ignore[arg-type]
    assert style.mask(kind, 7) == pseudonym  # type: ignore[arg-type]


def test_each_source_has_its_own_style(take: Import) -> None:
    take(ticket("一", "见 [REDACTED_URL] 和 13800001111"), name="one.md")
    review = take(ticket("二", "见 [链接已脱敏] 和 13800001111"), name="two.md")
    mask(review, masking(review, scan(review).findings))
    assert [one.problem for one in review.tickets()] == [
        "见 [REDACTED_URL] 和 [REDACTED_PHONE]",
        "见 [链接已脱敏] 和 [手机号已脱敏]",
    ]


def test_pseudonyms_are_the_same_for_the_same_value_and_go_with_undo(take: Import) -> None:
    review = take(ticket("一", "13900002222 找 138-0000-1111"), ticket("二", "[手机号-4] 13800001111 13700003333"))
    found = scan(review)
    mask(review, masking(review, meant(review, found, "13800001111"), pseudonyms=True))
    # numbers go on behind those that stand in the texts
    assert [one.problem for one in review.tickets()] == [
        "13900002222 找 [手机号-5]",
        "[手机号-4] [手机号-5] 13700003333",
    ]
    mask(review, masking(review, scan(review).findings, pseudonyms=True))
    assert problems(review) == ["[手机号-6] 找 [手机号-5]", "[手机号-4] [手机号-5] [手机号-7]"]
    take(ticket("三", "又是 13800001111 和 13600004444"), name="more.md")
    mask(review, masking(review, scan(review).findings, pseudonyms=True))
    assert review.ticket(3).problem == "又是 [手机号-5] 和 [手机号-8]"
    assert review.check() == []
    for _ in range(3):
        edits.undo(review)
    mask(review, masking(review, scan(review).findings, pseudonyms=True))
    assert review.ticket(3).problem == "又是 [手机号-6] 和 [手机号-8]"
    assert review.ticket(1).problem == "[手机号-5] 找 [手机号-6]"


def test_no_personal_data_is_remembered_through_the_log(take: Import) -> None:
    review = take(ticket("一", "看 https://a.mingtai.com/x 和 a.mingtai.com 和 10.1.2.3"))
    whole = scan(review)
    assert set(whole.kinds) == {"link", "domain", "ipv4"}
    changes = except_values(review, ["a.mingtai.com"], tickets=1)
    assert "No personal data" in sentences.summary(changes.summary)
    assert changes.fields == {"privacy"}
    assert set(scan(review).kinds) == {"ipv4"}
    assert except_values(review, ["a.mingtai.com"], tickets=1).entry == 0
    except_values(review, ["10.1.2.3"], "ipv4")
    assert scan(review).findings == ()
    assert review.check() == []
    except_values(review, ["a.mingtai.com"], back=True)
    assert set(scan(review).kinds) == {"link", "domain"}
    for _ in range(3):
        edits.undo(review)
    assert scan(review) == whole
    with pytest.raises(EditError) as caught:
        except_values(review, [""])
    assert sentences.error(caught.value)


def test_only_the_kind_that_was_named_is_excepted(take: Import) -> None:
    review = take(ticket("一", "IP 47.98.3.4"))
    except_values(review, ["47.98.3.4"], "domain")
    assert len(scan(review).findings) == 1


def test_a_plan_that_is_stale_changes_nothing(take: Import) -> None:
    review = take(ticket("一", "13800001111"), ticket("二", "13800001111"))
    found = scan(review)
    plan = masking(review, found.findings)
    edits.set_text(review, 2, "problem", "别的")
    for act in (lambda: mask(review, plan), lambda: masking(review, found.findings), lambda: masking(review, [])):
        with pytest.raises(EditError) as caught:
            act()
        assert sentences.error(caught.value)
    assert review.ticket(1).problem == "13800001111"


def test_what_a_source_cannot_hold_is_left_and_counted(take: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    review = take(ticket("一", "13800001111"), ticket("二", "13800001112"))
    monkeypatch.setattr("db.privacy.styles.Style.mask", lambda *_: "x\n\n---\n\n## 二\n\n**问题分类**: CDN\n\ny")
    plan = masking(review, scan(review).findings)
    assert (plan.rows, plan.refused, plan.places) == ((), (1, 2), 0)
    with pytest.raises(EditError) as caught:
        mask(review, plan)
    assert caught.value.code == "privacy.not_held"
    assert sentences.error(caught.value)


# Any text


TEXTS = st.lists(
    st.one_of(st.sampled_from(PIECES), st.text("139802-.@ :：，/\n密码abc", max_size=12)), min_size=1, max_size=4
).map("".join)


@given(TEXTS, st.data(), st.sampled_from(["[{}]", "[REDACTED_{}]", "***", "[{}已脱敏-3]"]))
def test_what_is_masked_is_not_found_again(text: str, data: st.DataObject, style: str) -> None:
    found = FINDER(text)
    values = sorted({(one.kind, one.normal) for one in found})
    chosen = data.draw(st.sets(st.sampled_from(values))) if values else set()
    mine = [
        Finding(1, "problem", 0, one.start, one.end, one.kind, one.value, one.normal)
        for one in found
        if (one.kind, one.normal) in chosen
    ]
    masks = {key: style.format("号") for key in chosen}
    after = masked(text, mine, masks, FINDER)
    assert {(one.kind, one.normal) for one in FINDER(after)}.isdisjoint(chosen)
    for one in FINDER(after):
        assert style.format("号") not in one.value or style == "***"


SHAPED = st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from(PIECES), st.sampled_from(PIECES)), min_size=6, max_size=6
)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
@settings(
    max_examples=6,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(texts=SHAPED)
def test_a_source_differs_in_its_masks_alone(
    shape: Shape, texts: Sequence[tuple[str, str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("shape")
    tickets = [
        Shaped(
            f"{at} 事 {title}", problem=f"{problem} ", turns=(Turn("customer", problem), Turn("staff", f"好，{said}"))
        )
        for at, (title, problem, said) in enumerate(texts)
    ]
    source = folder / "part.md"
    source.write_text(render(shape, tickets), encoding="utf-8")
    before = source.read_bytes().decode()
    with Review.create(folder / "r.winnow", "lin") as review:
        import_paths(review, [source])
        found = scan(review)
        plan = masking(review, found.findings) if found.findings else None
        if plan is None or not plan.rows:
            return
        mask(review, plan)
        assert review.check() == []
        left = {one.ticket for one in scan(review).findings}
        assert left <= set(plan.refused)
        after = written(review, folder / "out")
        assert differs_in_masks_alone(before, after)
        edits.undo(review)
        assert written(review, folder / "undone") == before


def differs_in_masks_alone(before: str, after: str) -> bool:
    """Whether the texts are the same line by line, but for masks in the second."""
    old, new = before.split("\n"), after.split("\n")
    return len(old) == len(new) and all(map(_is_masked, old, new))


def _is_masked(old: str, new: str) -> bool:
    if old == new:
        return True
    parts = re.split(MASK, new)
    return re.fullmatch(".+?".join(map(re.escape, parts)), old) is not None


def test_the_real_parts_are_masked_and_come_back(shared: Path, review: Review, tmp_path: Path) -> None:
    folder = shared / "datasets" / "parts"
    import_paths(review, [folder])
    found = scan(review)
    print(dict(found.kinds))
    assert found.kinds["domain"][0] > 300
    plan = masking(review, found.findings)
    assert plan.refused == ()
    mask(review, plan)
    assert scan(review).findings == ()
    assert review.check() == []
    export(review, tmp_path / "out", "markdown")
    for path in sorted(folder.glob("*.md")):
        masked_ = (tmp_path / "out" / path.name).read_text(encoding="utf-8")
        text = path.read_text(encoding="utf-8")
        assert len(text.split("\n")) == len(masked_.split("\n")), path.name
    edits.undo(review)
    export(review, tmp_path / "undone", "markdown")
    for path in sorted(folder.glob("*.md")):
        assert (tmp_path / "undone" / path.name).read_bytes() == path.read_bytes()
