"""Stands for the library of families: invented ones, decided in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import SimpleNamespace

from db.replies.records import (
    Decision,
    Effect,
    Family,
    FamilyRow,
    Mark,
    Neighbour,
    Proposal,
    Slot,
    Variant,
)
from db.values import Changes, Summary

WORDINGS = [
    "您好，抱歉让您久等了，已经处理完成，您确认下。",
    "您好，这边手动介入下处理，麻烦稍等。",
    "您好，请稍等，这边帮您确认下",
    "您好非常抱歉给您造成不便，经确认是由于个别机房链路抖动导致的，异常机房已切走，辛苦您清理下本地缓存，稍后再观察看看",
    "久等了，配置已下发",
    "您好，充值超过{number}个月，或低于{number}元金额的，无法开票",
]


def _rows() -> list[FamilyRow]:
    found = []
    for n in range(200):
        text = WORDINGS[n % 6] + ("" if n < 6 else f"，第{n}种")
        template = text if "{" in text else ""
        kind = "template" if template else ("near", "equal", "near")[n % 3]
        proposal = (
            Proposal(Decision("keep", examples=3), "frequent", {"n": 3})
            if n == 0
            else Proposal(Decision("holding"), "short", {})
            if n in (1, 2, 4)
            else None
        )
        found.append(
            FamilyRow(
                f"f{n}",
                kind,
                text.replace("{number}", "3"),
                template,
                400 - n,
                380 - n,
                1 if kind == "equal" else 17,
                1 + n % 9,
                (0.5, 0.2, 0.15, 0.1, 0.05)[: 1 + n % 5],
                None,
                proposal,
            )
        )
    return found


@dataclass
class Fake:
    """Its `Replies`."""

    review: object
    finder: object

    def __post_init__(self) -> None:
        self.threshold, self.state = 0.90, "fresh"
        self.all = _rows()

    def set_threshold(self, value: float) -> None:
        self.threshold = value

    def counts(self, text: str = "") -> tuple[int, int, int]:
        decided = sum(row.decision is not None for row in self.all)
        return len(self.all) - decided, decided, len(self.all)

    def find(self, text: str = "", shown: str = "open", sort: str = "uses") -> list[int]:
        return [
            n
            for n, row in enumerate(self.all)
            if text in row.wording and (shown == "all" or (shown == "decided") == (row.decision is not None))
        ]

    def rows(self, handles: Sequence[int]) -> list[FamilyRow]:
        return [self.all[n] for n in handles]

    def handle_of(self, family_id: str) -> int:
        return next((n for n, row in enumerate(self.all) if row.id == family_id), -1)

    def family(self, handle: int) -> Family:
        row = self.all[handle]
        texts = [row.wording, row.wording[:2] + row.wording[8:], row.wording + "，当前已经加强监控了", row.wording[:9] + "这边cdn" + row.wording[9:]]
        variants = tuple(
            Variant(
                text if n < 4 else f"{text}（{n}）",
                max(1, 31 - 8 * n),
                max(1, 31 - 8 * n),
                1 - 0.02 * n,
                "wording" if n == 0 else "link" if n == 5 else "near",
                texts[1] if n == 5 else "",
                0.91 if n == 5 else 0.0,
            )
            for n, text in enumerate((texts * 5)[: row.variants])
        )
        return Family(
            row,
            variants,
            (Slot("time", (("16点左右", 1), ("今早", 2))),),
            tuple((("CDN", name), 23 - 4 * n) for n, name in enumerate(["访问下载", "证书问题", "配置问题", "其他"])),
            (("证书相关配置问题", 17), ("机房链路抖动导致", 16), ("上传配置或网络环境问题", 2)),
            (Neighbour("f7", WORDINGS[1], 0.81),),
            12,
            0.84,
        )

    def tickets_of(self, handle: int, text: str | None = None) -> list[int]:
        return [1, 2, 3]

    def marks(self, wording: str, text: str) -> list[Mark]:
        if wording == text:
            return [Mark(text, "same")]
        from rapidfuzz.distance import Levenshtein

        found = []
        for op in Levenshtein.opcodes(wording, text):
            before, after = wording[op.src_start : op.src_end], text[op.dest_start : op.dest_end]
            if op.tag == "equal":
                found.append(Mark(after, "same"))
            else:
                found += [Mark(before, "deleted")] if before else []
                found += [Mark(after, "inserted")] if after else []
        return found

    def duplicates(self) -> list[object]:
        return []

    def refresh(self, changes: Changes | None) -> None:
        pass


def _set(replies: Fake, handles: Sequence[int], decision: Decision | None) -> Changes:
    for handle in handles:
        replies.all[handle] = replace(replies.all[handle], decision=decision)
    return Changes(1, "edit", (1,), frozenset({"canned"}), Summary("edit.status", {"n": len(handles), "status": "flagged"}))


def library() -> SimpleNamespace:
    """What `db.replies` offers to the screen."""
    return SimpleNamespace(
        Replies=Fake,
        effect=lambda replies, handles, texts=None: Effect(31, 31, 12, 2),
        choose_wording=lambda review, replies, handle, wording: _set(replies, [handle], Decision("wording", wording)),
        rewrite=lambda review, replies, handles, texts=None, wording=None: _set(replies, handles, Decision("wording", "x")),
        keep=lambda review, replies, handles, examples: _set(replies, handles, Decision("keep", examples=examples)),
        mark_holding=lambda review, replies, handles: _set(replies, handles, Decision("holding")),
        not_a_family=lambda review, replies, handles: _set(replies, handles, Decision("apart")),
        take_out=lambda review, replies, handle, texts: _set(replies, [handle], None),
        part=lambda review, replies, handle, text, other: _set(replies, [handle], None),
        reopen=lambda review, replies, handles: _set(replies, handles, None),
    )
