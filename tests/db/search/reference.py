"""What a search means, said again in the plainest way: no index, no tokens, one ticket after the other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from db.search.query import And, Field, Node, Not, Or, Text

HAN = "[\u3400-\u9fff]"


def folded(text: str) -> str:
    """NFKC, lower case, without invisible characters."""
    for invisible in "\ufeff\u200b":
        text = text.replace(invisible, "")
    return unicodedata.normalize("NFKC", text).casefold()


def plain(text: str) -> str:
    """Folded; a space for all that separates, and between scripts."""
    text = folded(text)
    text = re.sub(r"[^a-z0-9\u3400-\u9fff]+", " ", text)
    text = re.sub(rf"({HAN})([a-z0-9])", r"\1 \2", text)
    return re.sub(rf"([a-z0-9])({HAN})", r"\1 \2", text)


def fields(ticket: Mapping[str, object]) -> list[str]:
    """The texts of a ticket that are searched."""
    threads: Sequence[str] = (*(ticket.get("conversation") or ()), *ticket.get("replies", ()))  # type: ignore[misc]
    causes = "；".join(ticket.get("causes", ()))  # type: ignore[arg-type]
    return [str(ticket.get(name, "")) for name in ("title", "problem", "note")] + ["\n".join(threads), causes]


def has_words(ticket: Mapping[str, object], value: str) -> bool:
    """Whether a field has these words: anywhere for Chinese, from the beginning of a word for Latin."""
    wanted = plain(value)
    if not wanted.strip():
        return any(folded(value) in folded(field) for field in fields(ticket))
    ends_latin = not re.search(HAN, wanted.rstrip()[-1])
    wanted = wanted.lstrip() if ends_latin else wanted.strip()
    if not re.match(HAN, wanted):
        wanted = f" {wanted}"
    return any(wanted in f" {plain(field)} " for field in fields(ticket))


def finds(ticket: Mapping[str, object], node: Node) -> bool:
    """Whether a node finds a ticket."""
    if isinstance(node, Text):
        return has_words(ticket, node.value)
    if isinstance(node, Not):
        return not finds(ticket, node.node)
    if isinstance(node, And):
        return all(finds(ticket, inner) for inner in node.nodes)
    if isinstance(node, Or):
        return any(finds(ticket, inner) for inner in node.nodes)
    return _field(ticket, node)


def _field(ticket: Mapping[str, object], node: Field) -> bool:
    status = ("unreviewed", "reviewed", "flagged", "excluded")[int(str(ticket.get("status", 0)))]
    if node.name == "is":
        return bool(ticket.get(node.value)) if node.value in ("edited", "parked") else node.value == status
    if node.name == "has":
        return bool(ticket.get(node.value))
    if node.name == "cat":
        if node.value.startswith("="):
            return ticket.get("category", "") == node.value[1:]
        return (str(ticket.get("category", "")) + "｜").startswith(node.value + "｜")
    assert node.name == "cause"
    return node.value.removeprefix("=") in ticket.get("causes", ())  # type: ignore[operator]
