"""Whether a text may hold Markdown, known without loading what reads it: most messages never need that."""

from __future__ import annotations

import re

AMPERSAND = "\uf8f0"
"""Stands for `&` on the way, so that a typed `&lt;` is not read as an entity; private use, refused in the input."""

RESERVED = frozenset((AMPERSAND, "\x02", "\x03", "\x00"))
"""Characters that python-markdown or `markup` uses as marks; a text with one of them is plain."""

MAYBE = re.compile(r"\*\*[^\s*]|`|\]\(|(?:^|\s)\*[^\s*]|^[ ]{0,3}(?:[-*+•]|\d{1,3}[.)])[ ]", re.MULTILINE)
"""Where this finds nothing, there is no Markdown in a text."""
