"""The clean HTML of `markup` as paragraphs. Knows no Markdown and no widget."""

from __future__ import annotations

from html.parser import HTMLParser

from db.records import replace
from qtapp.detail import signs
from qtapp.detail.inline import Paragraph, Piece, styled


class _Reader(HTMLParser):
    """Clean HTML of `markup.to_html` into paragraphs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[Paragraph] = []
        self._open: list[Piece] = []
        self._look = Piece("")
        self._verbatim = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("p", "li", "pre"):
            value = dict(attrs).get("value") or ""
            mark = value.strip()
            self.paragraphs.append(Paragraph((), mark, (len(value) - len(mark)) // 2, tag == "pre"))
        elif tag == "a":
            self._look = replace(self._look, href=dict(attrs).get("href") or "")
        else:
            self._look = replace(self._look, **{_LOOKS[tag]: True})
        self._verbatim = self._verbatim or tag == "pre"

    def handle_endtag(self, tag: str) -> None:
        if tag in ("p", "li", "pre"):
            self.paragraphs[-1] = replace(self.paragraphs[-1], pieces=tuple(self._open))
            self._open, self._verbatim = [], False
        elif tag == "a":
            self._look = replace(self._look, href="")
        else:
            self._look = replace(self._look, **{_LOOKS[tag]: False})

    def handle_data(self, data: str) -> None:
        text = data.replace(signs.AMPERSAND, "&")
        if self._look.href:
            self._open.append(replace(self._look, text=text, kind="link"))
        elif self._look.code or self._verbatim:
            self._open.append(replace(self._look, text=text))
        else:
            self._open.extend(styled(text, self._look))


_LOOKS = {"strong": "bold", "em": "italic", "code": "code"}


def parsed(html: str) -> list[Paragraph]:
    """The paragraphs of `markup.to_html`."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.paragraphs
