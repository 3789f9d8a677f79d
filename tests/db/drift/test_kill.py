"""A process that is killed while it takes a version in leaves the review as it was."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from db.drift import apply_drift, comparing
from db.importing import import_paths, remove_leftovers
from db.review import Review
from db.search import Finder, parse
from tests.db.drift.whole import whole
from tests.db.files import jsonl, jsonl_ticket

PROGRAM = """
import sys
from pathlib import Path
from db.drift import apply_drift, comparing
from db.review import Review

def beat(step):
    if step.stage == sys.argv[3] and step.done > 0:
        print("half", flush=True)
        sys.stdin.read()

with Review.open(Path(sys.argv[1])) as review:
    apply_drift(review, comparing(review, Path(sys.argv[2])), progress=beat)
"""


@pytest.mark.parametrize("stage", ["import", "merge"])
def test_killed_half_way(review: Review, tmp_path: Path, stage: str) -> None:
    path = jsonl(tmp_path / "many.jsonl", 4000)
    import_paths(review, [path])
    before = whole(review)
    jsonl(path, 4500)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(str(jsonl_ticket(7)["problem"]), "只有这里"), encoding="utf-8")
    root, pipe = Path(__file__).resolve().parents[3], subprocess.PIPE
    command = [sys.executable, "-c", PROGRAM, str(review.path), str(path), stage]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, cwd=root) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == b"half"
        child.kill()
    assert whole(review) == before
    assert review.check() == []
    assert remove_leftovers(review)
    assert whole(review) == before
    assert review.execute("SELECT count(*) FROM source").fetchone() == (1,)
    assert Finder(review).count(parse("证书过期")) == 4000
    assert Finder(review).count(parse("只有这里")) == 0
    apply_drift(review, comparing(review, path))
    assert review.check() == []
    assert Finder(review).find(parse("只有这里")).tolist() == [7]
    assert Finder(review).count(parse("证书过期")) == 4499
