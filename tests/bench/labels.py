"""Rows on labels: finding variants beside the bare comparison of all labels, and one label for another on all tickets
beside one UPDATE of the same rows with its log, in another copy of the review.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from itertools import cycle
from random import Random

from rapidfuzz import fuzz, process

from db import edits
from db.importing import import_paths
from db.labels import Field, labelled, relabel, relabelling, spelling, variants
from db.review import Review
from tests.bench.ground import SEED, TELLING, Ground, say
from tests.bench.measure import Measure, Rows, compare
from tests.db.labels.invented import causes, dataset

LABELS = 5000
VARIANTS = "variants of 5,000 labels beside bare cdist"
MERGES: dict[Field, str] = {
    "category": "one category for another, all tickets",
    "root_cause": "one root cause for another, all tickets",
}
RUNS = 3
ONE, OTHER = "换前", "换后"
COLUMNS: dict[Field, str] = {"category": "category_id", "root_cause": "root_cause"}
_WORDS = (
    *("证书", "域名", "配置", "缓存", "上传", "下载", "权限", "解析", "回源", "节点", "网络", "接口", "参数", "超时"),
    *("过期", "计费", "账单", "空间", "对象", "存储", "视频", "转码", "短信", "签名", "模板", "审核", "直播", "主机"),
    *("备案", "账户", "注销", "退款", "发票", "日志", "跨域", "刷新", "SSL", "CDN", "DNS", "HTTPS", "SDK", "API"),
    *("失败", "异常", "错误", "问题", "延迟", "申请", "部署", "验证", "或"),
)


def rows(ground: Ground) -> Rows:
    """Variants first, then a merge of categories and of root causes."""
    say("labels")
    yield _variants(ground)
    for field, name in MERGES.items():
        yield _merge(ground, field, name)


def _variants(ground: Ground) -> Measure:
    dice = Random(SEED)
    made = {"".join(dice.choices(_WORDS, k=dice.randint(3, 8))) for _ in range(LABELS * 2)}
    wanted = sorted(made)[: LABELS if ground.size >= TELLING else ground.size]
    path = ground.path("labels")
    with Review.create(path, "bench") as review:
        import_paths(review, [dataset(ground.folder / "labels.jsonl", causes(wanted))])
        labels = [one.label for one in labelled(review, "root_cause")]

        def ours() -> None:
            for known in (spelling.plain, spelling.squeezed, spelling.trimmed):
                known.cache_clear()
            variants(review, "root_cause")

        row = compare(VARIANTS, 2, ours, lambda: process.cdist(labels, labels, scorer=fuzz.ratio), RUNS)
    ground.remove(path)
    return row


def _merge(ground: Ground, field: Field, name: str) -> Measure:
    path, other, column = ground.path("merge"), ground.path("plain"), COLUMNS[field]
    for copy in (path, other):
        shutil.copy(ground.review, copy)
    ways = cycle([(ONE, OTHER), (OTHER, ONE)])
    values = cycle([1, 2] if field == "category" else [ONE, OTHER])
    with Review.open(path, "bench") as review, closing(sqlite3.connect(other, isolation_level=None)) as plain:
        verb = edits.set_category if field == "category" else edits.set_causes
        verb(review, list(range(1, review.counts()[0] + 1)), [ONE])
        plain.execute("PRAGMA journal_mode = WAL").fetchone()
        plain.execute("PRAGMA synchronous = FULL")

        def ours() -> None:
            relabel(review, relabelling(review, field, *next(ways)))

        row = compare(name, 3, ours, lambda: _update(plain, column, next(values)), RUNS)
    ground.remove(path)
    ground.remove(other)
    return row


def _update(plain: sqlite3.Connection, column: str, value: object) -> None:
    had = f"SELECT 1, id, '{column}', {column}, ? FROM ticket"
    plain.execute("BEGIN")
    plain.execute(f"INSERT INTO change(entry_id, ticket_id, field, before, after) {had}", (value,))
    plain.execute(f"UPDATE ticket SET {column} = ?", (value,))
    plain.execute("COMMIT")
