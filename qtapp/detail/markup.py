"""The Markdown that a reply may hold: what is honoured, and its way through python-markdown and nh3.

Honoured is what is clearly meant: `**bold**`, `*emphasis*` between spaces, `` `code` `` and fences, links to the web,
list items. Everything else (headings, rules, quotes, `_`, raw HTML, entities, backslashes, indented lines, pictures)
stays as it was typed, so the processors for it are not there. Makes values; shows nothing and loads nothing.
"""

from __future__ import annotations

import re
from functools import cache
from xml.etree.ElementTree import Element, SubElement

import markdown
import nh3
from markdown.blockprocessors import BlockProcessor
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from qtapp.detail.signs import AMPERSAND, RESERVED

__all__ = ["AMPERSAND", "RESERVED", "to_html"]

ITEM = re.compile(r"([ ]{0,8})([-*+]|\d{1,3}\.)[ ]+(?=\S)")
FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})[ ]*([A-Za-z0-9+#\-]{0,20})[ ]*$")

BOLD = r"(?<![*A-Za-z0-9/.:@])\*\*(?=[^\s*.,;:!?，。；：！？、])([^*\n]{0,400}?[^\s*])\*\*(?![*A-Za-z0-9.@])"
EMPHASIS = r"(?<![^\s（(：:，。])\*(?=[^\W_])([^*\n]{1,200}?(?<=[^\W_]))\*(?![^\s）)：:，。,.!?！？])"
CODE = r"(?<!`)`([^`\n]{1,400})`(?!`)"
LINK = r"(?<!!)\[([^\[\]\n]{1,200})\]\(((?:https?://|mailto:)[^\s()<>\"]{1,500})\)"


class _Tagged(InlineProcessor):
    """Makes one element of the first group of a pattern."""

    def __init__(self, pattern: str, tag: str) -> None:
        super().__init__(pattern)
        self.tag = tag

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:
        element = Element(self.tag)
        element.text = AtomicString(m[1]) if self.tag == "code" else m[1]
        return element, m.start(0), m.end(0)


class _Link(InlineProcessor):
    """A link to the web, its words shown and its address kept."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:
        element = Element("a", {"href": m[2].replace(AMPERSAND, "&")})
        element.text = m[1]
        return element, m.start(0), m.end(0)


class _Lines(BlockProcessor):
    """Takes a text line by line: a fence, an item of a list, or a line as it is. Indents and blank lines stay."""

    def test(self, parent: Element, block: str) -> bool:
        return True

    def run(self, parent: Element, blocks: list[str]) -> None:
        lines = "\n\n".join(blocks).split("\n")
        blocks.clear()
        position = 0
        while position < len(lines):
            end = _fence_end(lines, position)
            if end:
                _add_fence(parent, lines[position:end])
                position = end + 1
            else:
                _add_line(parent, lines[position])
                position += 1


def _fence_end(lines: list[str], start: int) -> int:
    """The line that closes the fence of line `start`; 0 where that line opens none."""
    opening = FENCE.match(lines[start])
    if not opening:
        return 0
    closing = opening[1]
    return next((n for n in range(start + 1, len(lines)) if lines[n].strip() == closing), 0)


def _add_fence(parent: Element, lines: list[str]) -> None:
    language = lines[0].strip(" `~")
    pre = SubElement(parent, "pre")
    pre.text = AtomicString("\n".join([language, *lines[1:]] if language else lines[1:]))


def _add_line(parent: Element, line: str) -> None:
    item = ITEM.match(line)
    if item:
        # the number as typed, though a browser would count anew; the depth rides along as leading spaces
        element = SubElement(parent, "li", {"value": item[1] + item[2]})
        element.text = line[item.end() :]
    else:
        element = SubElement(parent, "p")
        element.text = line


@cache
def _converter() -> markdown.Markdown:
    """The one instance: making it costs more than using it."""
    converter = markdown.Markdown(output_format="html")
    for registry in (converter.preprocessors, converter.inlinePatterns, converter.postprocessors):
        for name in [item.name for item in registry._priority]:
            registry.deregister(name)
    for name in [item.name for item in converter.parser.blockprocessors._priority]:
        converter.parser.blockprocessors.deregister(name)
    converter.treeprocessors.deregister("prettify")
    converter.treeprocessors.deregister("unescape")
    converter.parser.blockprocessors.register(_Lines(converter.parser), "lines", 10)
    converter.inlinePatterns.register(_Tagged(CODE, "code"), "code", 190)
    converter.inlinePatterns.register(_Link(LINK), "link", 160)
    converter.inlinePatterns.register(_Tagged(BOLD, "strong"), "bold", 60)
    converter.inlinePatterns.register(_Tagged(EMPHASIS, "em"), "emphasis", 50)
    return converter


def to_html(text: str) -> str:
    """A text without `RESERVED` characters as HTML that holds nothing but the honoured elements."""
    converter = _converter()
    converter.reset()
    html = converter.convert(text.replace("&", AMPERSAND))
    return nh3.clean(
        html,
        tags={"p", "strong", "em", "code", "pre", "li", "a"},
        attributes={"a": {"href"}, "li": {"value"}},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
