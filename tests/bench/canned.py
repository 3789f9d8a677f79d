"""Invented replies in any number, the same for the same seed, with the statistics of the real files: a fifth are said
word for word more than once, nearly as many vary one; of 24 characters in the median, 181 at the 95th percentile.
"""

from __future__ import annotations

import numpy as np

from tests.bench.generate import REPLY, _clauses, _lengths, _spread, _words, _zipf

REPEATED, VARIED = 0.2, 0.15
"""Shares of replies that repeat a stock text, and that vary one."""
MOST_EDITS = 0.15
"""Of a varied text's characters, at most."""
CLAUSES_EXPONENT = 0.6
"""Of Zipf's law over clauses: so two replies share as much by chance as two of the real files do."""


def replies(n: int, seed: int = 1) -> list[str]:
    """`n` replies."""
    rng = np.random.default_rng(seed)
    words = _words(rng)
    # staff paste an address or a log line now and then; customers do it all the time
    clauses = [clause for place, clause in enumerate(_clauses(words, rng)) if (place - 2) % 6 or place % 10 == 2]
    stock_size = max(10, n // 40)
    stock = _free(_spread(REPLY, stock_size), clauses, rng)
    free = _free(_lengths(REPLY, n, rng), clauses, rng)
    dice = rng.random(n)
    # what is said most often is said in few ways
    said, varied = _zipf(stock_size, 0.9, n, rng), _zipf(stock_size, 0.4, n, rng)
    edits = rng.random((n, 2))
    return [
        stock[said[place]]
        if dice[place] < REPEATED
        else _varied(stock[varied[place]], edits[place], words, rng)
        if dice[place] < REPEATED + VARIED
        else free[place]
        for place in range(n)
    ]


def _free(lengths: np.ndarray, clauses: list[str], rng: np.random.Generator) -> list[str]:
    """Texts of clauses, each cut at its length."""
    size = int(lengths.sum() // 7 + len(lengths))
    pieces = [clauses[place] for place in _zipf(len(clauses), CLAUSES_EXPONENT, size, rng)]
    texts = []
    place = 0
    for length in lengths.tolist():
        size, start = 0, place
        while size < length:
            size += len(pieces[place % len(pieces)])
            place += 1
        text = "".join(pieces[at % len(pieces)] for at in range(start, place))
        texts.append(text[:length].strip() or "好的")
    return texts


def _varied(text: str, dice: np.ndarray, words: list[str], rng: np.random.Generator) -> str:
    """The text with some words put in, left out, or replaced."""
    edits = 1 + int(dice[0] ** 3 * MOST_EDITS * len(text) / 3)
    for spot in rng.random((min(edits, 40), 3)).tolist():
        place = int(spot[0] * len(text))
        word = words[int(spot[1] * spot[1] * len(words))]
        text = text[:place] + (word if spot[2] > 0.3 else "") + text[place + (len(word) if spot[2] < 0.7 else 0) :]
    return text or "好的"
