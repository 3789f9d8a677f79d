"""The real dataset files: every near pair is in one family, or in two that name each other. Skipped where absent."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from rapidfuzz import fuzz, process

from db.cli import main
from db.importing import import_paths
from db.replies import scan
from db.replies.gathering import gather
from db.replies.normal import SHORT, normal, template
from db.review import Review
from db.values import no_progress


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory, shared: Path) -> tuple[Path, list[str]]:
    """A scanned review of them, and the forms of their replies."""
    path = tmp_path_factory.mktemp("real") / "r.winnow"
    with Review.create(path) as review:
        import_paths(review, [shared / "datasets" / "parts"])
        scan(review)
        forms = sorted({normal(text) for text in gather(review, no_progress, 1.0).texts} - {""})
    return path, [form for form in forms if len(form) >= SHORT]


@pytest.mark.parametrize("threshold", [0.9, 0.8])
def test_every_near_pair_is_shown(
    parts: tuple[Path, list[str]], threshold: float, capsys: pytest.CaptureFixture[str]
) -> None:
    path, forms = parts
    assert main(["replies", str(path), "--json", "--threshold", str(threshold)]) == 0
    families = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    place = {normal(variant["text"]): one["id"] for one in families for variant in one["variants"]}
    beside = {(one["id"], other["id"]) for one in families for other in one["neighbours"]}
    assert len({one["id"] for one in families}) == len(families)
    pairs = 0
    for start in range(0, len(forms), 1000):
        block = forms[start : start + 1000]
        near = process.cdist(
            block, forms[start:], scorer=fuzz.ratio, score_cutoff=100 * threshold, dtype=np.float32, workers=2
        )
        for row, column in zip(*map(np.ndarray.tolist, np.nonzero(near)), strict=True):
            if column > row:
                one, other = place.get(block[row]), place.get(forms[start + column])
                assert None not in (one, other)
                assert one == other or (one, other) in beside or (other, one) in beside
                pairs += 1
    assert pairs > 100
    for one in families:
        for variant in one["variants"]:
            nearest = max(variant["likeness"], variant.get("link_likeness", 0.0))
            texts = one["wording"], variant["text"], variant.get("link", "")
            wording, text, link = (template(normal(said)) for said in texts)
            assert nearest >= threshold - 1e-4 or (text and text in (wording, link))
