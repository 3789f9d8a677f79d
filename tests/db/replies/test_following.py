"""Families that follow edits are those of a new scan: whatever was edited, masked, decided, undone and done again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import edits, replies
from db.replies import canvass, scan, scanning
from db.replies.canvass import Canvass
from db.replies.families import MANY
from db.review import Review
from db.values import REPLIES, Turn
from tests.db.replies.invented import look
from tests.db.replies.test_trouble import made

BASE = "请在控制台的域名页面重新提交一次审核"
SAID = [
    BASE,
    f"{BASE}。",
    f"{BASE}，多谢",
    f"{BASE[:-2]}备案",
    f"您好，{BASE}",
    "退款会在 3 个工作日内退回到付款账户",
    "退款会在 5 个工作日内退回到付款账户",
    "退款会在 ８ 个工作日内退回到付款账户",
    "号码 13800001111 已经登记，稍后有人联系",
    "号码 138****1111 已经登记，稍后有人联系",
    "号码 [已脱敏] 已经登记，稍后有人联系",
    "编号一二三四五六七八九十 17",
    "编号一二三四五六七八九十 abcdef.com",
    "稍等",
    "稍等！",
    "这个说法只有一次，讲的是证书链",
    "这个说法只有一次，讲的是证书练",
]
Told = list[tuple[object, ...]]


def told(found: replies.Replies) -> Told:
    """All that is said of every family, but for the order of the list."""
    rows = []
    for handle in found.find("", "all").tolist():
        one = found.family(handle)
        beside = sorted((other.id, other.wording, round(other.likeness, 4)) for other in one.neighbours)
        rows.append((one.row, one.variants, one.slots, tuple(beside), tuple(found.tickets_of(handle))))
    return sorted(rows, key=str)


def anew(review: Review) -> replies.Replies:
    """The families of a scan that is made now, and not kept."""
    found = look(review)
    scanned, texts = scanning.compute(review)
    vars(found)["canvass"] = Canvass(review, scanned, MANY, texts)
    return found


def turns(*texts: str) -> list[Turn]:
    return [Turn(None, text) for text in texts]


def test_the_others_of_a_family_stay_when_numbers_are_masked(tmp_path: Path) -> None:
    said = "您的号码 {} 已经登记，稍后会有同事联系您"
    with made(tmp_path, [[said.format(13800001111 + n * 1_010_101)] for n in range(3)]) as review:
        scan(review)
        before = [row.uses for row in look(review).rows(look(review).find())]
        for ticket in (1, 2, 3):
            edits.set_text(review, ticket, REPLIES, turns(said.format(f"138****{ticket * 1111}")))
        assert [row.uses for row in look(review).rows(look(review).find())] == before == [3]
        assert told(look(review)) == told(anew(review))


def test_a_new_scan_keeps_the_family_that_a_wording_was_typed_for(tmp_path: Path) -> None:
    wording = "域名要重新审核，请在控制台里操作"
    with made(tmp_path, [[text] for text in (*SAID[:3], SAID[4])]) as review:
        scan(review)
        found = look(review)
        (one,) = found.find()
        replies.rewrite(review, found, [one], [SAID[4]], wording)
        before = told(look(review))
        scan(review)
        assert told(look(review)) == before
        found = look(review)
        (one,) = found.find("", "all").tolist()
        assert set(found.texts_of(one)) == {*SAID[:3], wording}
        assert found.of_ticket(review.ticket(4))


def test_what_brings_too_much_makes_it_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with made(tmp_path, [[text] for text in SAID[:5]]) as review:
        scan(review)
        running = look(review)
        running.counts()
        monkeypatch.setattr(canvass, "MOST_COMPARED", 6)
        changes = edits.set_text(review, 1, REPLIES, turns(SAID[1]))
        running.refresh(changes)
        assert look(review).state == running.state == "fresh"  # nothing that is new
        running.refresh(edits.set_text(review, 2, REPLIES, turns(f"{BASE}，谢谢", f"{BASE}，谢谢您")))
        assert look(review).state == running.state == "stale"
        scan(review)
        assert look(review).state == "fresh"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_families_are_those_of_a_new_scan_after_any_edits(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    texts = st.lists(st.sampled_from(SAID), max_size=3)
    with made(tmp_path_factory.mktemp("r"), data.draw(st.lists(texts, min_size=3, max_size=7))) as review:
        size = len(list(review.tickets()))
        scan(review)
        running = look(review)
        running.set_threshold(data.draw(st.sampled_from([0.75, 0.9, 1.0])))
        running.counts()
        for _ in range(data.draw(st.integers(1, 5))):
            handles = running.find("", "all").tolist()
            deed = data.draw(st.sampled_from(["edit", "edit", "undo", "redo", "rewrite", "hold", "apart", "scan"]))
            changes = None
            if deed == "edit":
                ticket = data.draw(st.integers(1, size))
                changes = edits.set_text(review, ticket, REPLIES, turns(*data.draw(texts)))
            elif deed == "undo" and edits.next_undo(review):
                changes = edits.undo(review)
            elif deed == "redo" and edits.next_redo(review):
                changes = edits.redo(review)
            elif deed == "scan":
                scan(review)
                running = look(review)
            elif handles and deed in ("rewrite", "hold", "apart"):
                one = data.draw(st.sampled_from(handles))
                some = data.draw(st.none() | st.just(running.texts_of(one)[:1]))
                wording = data.draw(st.none() | st.sampled_from(SAID))
                if deed == "rewrite":
                    changes = replies.rewrite(review, running, [one], some, wording)
                else:
                    verb = replies.mark_holding if deed == "hold" else replies.not_a_family
                    changes = verb(review, running, [one])
            if changes is not None and changes.entry:
                running.refresh(changes)
            expected = told(anew(review))
            assert told(running) == expected
            assert told(look(review)) == expected
            assert look(review).state == "fresh"


def test_a_family_of_near_ones_and_of_a_template_says_both(tmp_path: Path) -> None:
    said = "请看 {} 里的说明，按照步骤重新配置一遍，{}再试一次"
    short, long = "https://a.example.com/b", f"https://www.example.com/{'path/' * 12}"
    lead, same, near, far = (said.format(*one) for one in ((short, ""), (long, ""), (short, "然后"), (long, "然后")))
    with made(tmp_path, [[lead], [lead], [same], [near], [far]]) as review:
        scan(review)
        found = look(review)
        (one,) = found.find()
        family = found.family(int(one))
        assert (family.row.kind, family.row.template) == ("near", said.format("{link}", ""))
        by = {variant.text: (variant.by, variant.link) for variant in family.variants}
        assert by == {lead: ("wording", ""), same: ("template", ""), near: ("near", ""), far: ("template", near)}
        assert [(slot.name, dict(slot.values)) for slot in family.slots] == [("link", {short: 2, long: 1})]
