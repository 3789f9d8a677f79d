"""Rows on reading Markdown with the span of every field, beside a CommonMark parser on the same text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markdown_it import MarkdownIt

from db import formats
from tests.bench import markdown
from tests.bench.ground import NO_PARTS, SEED, Ground, say
from tests.bench.measure import Rows, Skipped, compare

NAME = "reading Markdown with spans"
GOAL = 0.2
MOST = 3000
"""Generated tickets: the other parser takes half a second for so many."""
PER_FILE = 114


def rows(ground: Ground) -> Rows:
    """Generated files of the size of real parts, then the real parts."""
    say("reading Markdown")
    tickets = list(markdown.texts(min(ground.size, MOST), SEED))
    files = [
        f"# 工单\n\n---\n\n{''.join(tickets[start : start + PER_FILE])}" for start in range(0, len(tickets), PER_FILE)
    ]
    yield compare(f"{NAME}, generated", GOAL, *_ways([file.encode() for file in files]))
    real = f"{NAME}, real parts"
    if ground.parts:
        yield compare(real, GOAL, *_ways([path.read_bytes() for path in ground.parts]))
    else:
        yield Skipped(real, GOAL, NO_PARTS)


def _ways(files: Sequence[bytes]) -> tuple[Callable[[], None], Callable[[], None]]:
    vocabulary = formats.load_vocabulary({})
    texts = [data.decode() for data in files]
    parser = MarkdownIt()

    def ours() -> None:
        for data in files:
            for _ in formats.read_bytes(data, "part.md", vocabulary).records:
                pass

    def reference() -> None:
        for text in texts:
            parser.parse(text)

    return ours, reference
