"""The XML of a part of a workbook as trees of many items each, so that no part is held as a whole.

A part goes by in blocks that are cut behind an item (`</row>`, `</si>`: text cannot hold these signs), and each is
parsed by itself. What breaks off before the end of its container is damaged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from db.errors import SourceError
from db.formats.tables.archive import Archive, parsed

NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_PREFIXES = re.compile(rb"""\sxmlns:[\w.-]+=(?:"[^"]*"|'[^']*')""")
_LONGEST = 128 << 20
"""Bytes of an item: one without an end is held no longer."""
_NEAR = 64
_FORBIDDEN = (b"<!DOCTYPE", b"<!ENTITY")


class Block(NamedTuple):
    """Some items as they stand: how their container begins, and how it ends."""

    opened: bytes
    items: bytes
    close: bytes

    def tree(self, archive: Archive, part: str) -> Element:
        """The container with these items as XML; SourceError ``sheet.damaged``."""
        return parsed(self.opened + self.items + self.close, archive.name, part)


def blocks(archive: Archive, part: str, container: str, item: str) -> Iterator[Block | Element]:
    """The next items each; a tree where a part is written so that it cannot be cut. SourceError ``sheet.damaged``."""
    close, end = f"</{container}>".encode(), f"</{item}>".encode()
    rest, opened = b"", b""
    for block in archive.blocks(part):
        rest += block
        if not opened:
            head = _head(rest, container, archive, part)
            if head is None:
                _refuse_long(rest, archive, part)
                continue
            opened, rest = head
            if opened.endswith(b"/>"):
                return
        cut = rest.rfind(end)
        if cut < 0:
            _refuse_long(rest, archive, part)
        else:
            cut += len(end)
            yield _block(opened, rest[:cut], close)
            rest = rest[cut:]
        if close in rest[:_NEAR]:
            break
    if not opened:  # tags with a prefix: seldom, and read as a whole
        yield from _whole(archive, part, container)
    elif close not in rest:
        raise SourceError("sheet.damaged", file=archive.name, reason=part)
    elif rest[: rest.index(close)].strip():  # items without anything in them
        yield _block(opened, rest, close)


def _head(rest: bytes, container: str, archive: Archive, part: str) -> tuple[bytes, bytes] | None:
    """How a container begins, with the prefixes of the document, and what follows; None where it is not there yet."""
    start = rest.find(f"<{container}".encode())
    above = rest.find(b">", start) if start >= 0 else -1
    if above < 0:
        return None
    if any(word in rest[:start] for word in _FORBIDDEN):
        raise SourceError("sheet.damaged", file=archive.name, reason=f"{part}: DOCTYPE")
    if rest[above - 1 : above] == b"/":
        return b"/>", rest[above + 1 :]
    prefixes = b"".join(dict.fromkeys(_PREFIXES.findall(rest[: above + 1])))
    return f'<{container} xmlns="{NS[1:-1]}"'.encode() + prefixes + b">", rest[above + 1 :]


def _block(opened: bytes, items: bytes, close: bytes) -> Block:
    cut = items.find(close)
    return Block(opened, items if cut < 0 else items[:cut], close)


def _whole(archive: Archive, part: str, container: str) -> Iterator[Element]:
    tree = archive.tree(part)
    found = tree if tree.tag == f"{NS}{container}" else tree.find(f"{NS}{container}")
    if found is not None:
        yield found


def _refuse_long(rest: bytes, archive: Archive, part: str) -> None:
    if len(rest) > _LONGEST:
        raise SourceError("sheet.damaged", file=archive.name, reason=part)


def trees(archive: Archive, part: str, container: str, item: str) -> Iterator[Element]:
    """The same as trees."""
    for block in blocks(archive, part, container, item):
        yield block.tree(archive, part) if isinstance(block, Block) else block
