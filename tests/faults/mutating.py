"""Dataset files gone wrong: invented tickets in every shape of dialect, mutated line by line and byte by byte.

Everything is drawn from a `random.Random`, so that a seed names a file, and hypothesis can draw and shrink it.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence

from tests.db.files import jsonl_ticket
from tests.db.formats import dialects, invented
from tests.db.formats.every_shape import SHAPES
from tests.db.formats.shapes import render
from tests.db.formats.test_read_properties import LINES

SIGNS = "#*-=_`>|:：.;；()[]{}<>&\\/\"' \t\r\n\v\f\x1c\x1e\x85\u2028\u00a0\ufeff\u202e\u200b0123456789客服问题分类aＡ😀"
LONG = (100,) * 6 + (2_000,) * 4 + (30_000, 95_000)
"""Characters of a line that is made long, or of signs in a row; the longest seldom: they take as long as many files."""
DEEP = (20, 200, 1_000, 5_000)
"""How deep JSON is nested."""
ENCODINGS: tuple[Callable[[str], bytes], ...] = (
    lambda text: text.encode("utf-8", "surrogatepass"),
    lambda text: text.encode("utf-8", "surrogatepass"),
    lambda text: text.encode("utf-8-sig", "surrogatepass"),
    lambda text: text.replace("\n", "\r\n").encode("utf-8", "surrogatepass"),
    lambda text: text.encode("gb18030", "replace"),
    lambda text: text.encode("utf-16", "surrogatepass"),
    lambda text: text.encode("utf-16-be", "surrogatepass"),
    lambda text: text.encode("utf-16-le", "surrogatepass"),
)

Lines = list[str]


def base(chance: random.Random) -> str:
    """A sound file of a few tickets, of any shape."""
    kind = chance.random()
    if kind < 0.15:
        return "".join(_json_line(chance, n) for n in range(chance.randrange(1, 12)))
    if kind < 0.45:
        return chance.choice(dialects.SHAPES).text
    tickets = invented.tickets(chance.randrange(1, 16), chance.randrange(1000))
    if chance.random() < 0.5:
        tickets = invented.with_texts(tickets, chance.sample(invented.NASTY, 3))
    return render(chance.choice(SHAPES), tickets)


def _json_line(chance: random.Random, number: int) -> str:
    ticket = jsonl_ticket(number, chance.randrange(60))
    for name in chance.sample(sorted(ticket), chance.randrange(4)):
        ticket[name] = _value(chance)
    return json.dumps(ticket, ensure_ascii=chance.random() < 0.4) + "\n"


def _value(chance: random.Random) -> object:
    """Something that nobody expects in a line of JSON."""
    return chance.choice(
        (
            None,
            True,
            -1,
            1e308,
            float("nan"),
            float("inf"),
            10 ** chance.choice((5, 30, 400)),
            "",
            "\ud800",
            "\x00",
            signs(chance, 20),
            [],
            {},
            [None],
            [[["a"]]],
            [{"text": 1}],
            [{"speaker": ["staff"], "text": "好"}],
            [{"speaker": "staff"}],
            {"a": {"b": []}},
            {"speaker": "staff", "text": "好"},
            [["名", "值"], ["名"]],
        )
    )


def signs(chance: random.Random, most: int) -> str:
    """Some signs in any order."""
    return "".join(chance.choice(SIGNS) for _ in range(chance.randrange(1, most)))


def _somewhere(chance: random.Random, lines: Sequence[str]) -> int:
    return chance.randrange(len(lines) + 1)


def _drop(chance: random.Random, lines: Lines) -> None:
    at = _somewhere(chance, lines)
    del lines[at : at + chance.choice((1, 1, 2, 10))]


def _double(chance: random.Random, lines: Lines) -> None:
    at = _somewhere(chance, lines)
    lines[at:at] = lines[at : at + chance.choice((1, 3, 20))] * chance.choice((1, 1, 2, 30))


def _swap(chance: random.Random, lines: Lines) -> None:
    if lines:
        one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        lines[one], lines[other] = lines[other], lines[one]


def _insert(chance: random.Random, lines: Lines) -> None:
    lines.insert(_somewhere(chance, lines), chance.choice(LINES) if chance.random() < 0.7 else signs(chance, 30))


def _scribble(chance: random.Random, lines: Lines) -> None:
    if lines:
        at = chance.randrange(len(lines))
        place = chance.randrange(len(lines[at]) + 1)
        lines[at] = lines[at][:place] + signs(chance, 8) + lines[at][place + chance.randrange(4) :]


def _lengthen(chance: random.Random, lines: Lines) -> None:
    piece = chance.choice(
        ("a", "证", "*", "**", "[", "](", "- ", "> ", "`", "#", "；", "、", "**客服**：", "| ", " ", "1.")
    )
    long = piece * (chance.choice(LONG) // len(piece))
    at = _somewhere(chance, lines)
    if at < len(lines) and chance.random() < 0.5:
        lines[at] += long
    else:
        lines.insert(at, long)


def _nest(chance: random.Random, lines: Lines) -> None:
    deep = chance.choice(DEEP)
    inner = chance.choice(("[" * deep + "]" * deep, '{"a":' * deep + "1" + "}" * deep, "[" * deep))
    lines.insert(_somewhere(chance, lines), f'{{"title": "深", "problem": {inner}}}')


def _shuffle(chance: random.Random, lines: Lines) -> None:
    chance.shuffle(lines)


MUTATIONS = (_drop, _drop, _double, _swap, _insert, _insert, _scribble, _scribble, _lengthen, _nest, _shuffle)


def mutated(chance: random.Random) -> bytes:
    """A file of some shape after up to eight mutations of its lines, then perhaps some of its bytes."""
    lines = base(chance).split("\n")
    for _ in range(chance.randrange(9)):
        chance.choice(MUTATIONS[:-1] if chance.random() < 0.95 else MUTATIONS)(chance, lines)
    data = chance.choice(ENCODINGS)("\n".join(lines))
    return _bytes(chance, data) if chance.random() < 0.5 else data


def _bytes(chance: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randrange(1, 8)):
        at = chance.randrange(len(changed) + 1)
        kind = chance.randrange(4)
        if kind == 0:
            changed[at:at] = chance.randbytes(chance.randrange(1, 9))
        elif kind == 1:
            del changed[at : at + chance.randrange(1, 300)]
        elif kind == 2 and at < len(changed):
            changed[at] ^= 1 << chance.randrange(8)
        else:
            changed[at : at + 2] = chance.choice(
                (b"\0", b"\r", b"\n\n", b"\xff\xfe", b"\xef\xbb\xbf", b"\x81", b"\x1b[")
            )
    return bytes(changed)


def anything(chance: random.Random) -> bytes:
    """Bytes that nobody wrote."""
    size = chance.choice((1, 3, 20, 300, 5_000))
    if chance.random() < 0.5:
        return chance.randbytes(chance.randrange(1, size + 1))
    return signs(chance, size + 1).encode("utf-8", "surrogatepass")


def file(chance: random.Random) -> tuple[str, bytes]:
    """A name and the bytes of a file."""
    data = anything(chance) if chance.random() < 0.1 else mutated(chance)
    return chance.choice(("a.md", "a.md", "a.md", "a.txt", "a.jsonl")), data or b"\n"
