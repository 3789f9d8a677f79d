"""A page as one HTML file: no script, nothing that is loaded from anywhere, readable on a light and a dark ground.

All text is escaped; the policy in its head forbids whatever could be loaded all the same.
"""

from __future__ import annotations

from html import escape

from db.recording.table import Bar, Cell, Page, Table

STYLE = """
:root { color-scheme: light dark; --ground: #ffffff; --text: #1d2330; --quiet: #5b6473; --line: #dfe3ea;
  --old: #b9c1cf; --new: #2f6fde; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #14171d; --text: #e6e9ef; --quiet: #9aa3b2; --line: #2c323d; --old: #4a5364; --new: #6ea2ff; } }
body { margin: 2rem auto; max-width: 62rem; padding: 0 1.25rem; background: var(--ground); color: var(--text);
  font: 15px/1.55 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
p { margin: .25rem 0; color: var(--quiet); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line); text-align: start;
  vertical-align: top; overflow-wrap: anywhere; }
th { color: var(--quiet); font-weight: 500; } td.number, th.number { text-align: end; white-space: nowrap; }
td.bar { width: 26%; min-width: 9rem; white-space: nowrap; }
td.bar i { display: inline-block; height: .7rem; margin-inline-end: .5rem; border-radius: 2px; background: var(--new);
  print-color-adjust: exact; }
td.bar i.old { background: var(--old); }
"""
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
FULL = 70
"""Percent of its cell that the longest bar takes: the number stands beside it."""


def html(page: Page) -> str:
    """The whole file."""
    head = (
        f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(page.heading)}</title>\n<style>{STYLE}</style>"
    )
    parts = [f"<h1>{escape(page.heading)}</h1>", *(f"<p>{escape(words)}</p>" for words in page.paragraphs)]
    body = "\n".join([*parts, *map(_table, page.tables)])
    language = escape(page.language)
    return f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n'


def _table(table: Table) -> str:
    parts = [f"<h2>{escape(table.heading)}</h2>"]
    parts += [f"<p>{escape(words)}</p>" for words in (table.note, table.empty) if words]
    if table.rows:
        kinds = [_kind(cell) for cell in table.rows[0]]
        head = "".join(f"<th{kind}>{escape(name)}</th>" for name, kind in zip(table.columns, kinds, strict=True))
        rows = "\n".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in table.rows)
        parts.append(
            f'<div class="wide"><table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody></table></div>'
        )
    return "\n".join(parts)


def _kind(cell: Cell) -> str:
    if isinstance(cell, str):
        return ""
    return ' class="number"' if isinstance(cell, int) else ' class="bar"'


def _cell(cell: Cell) -> str:
    if isinstance(cell, str):
        return f"<td>{escape(cell)}</td>"
    if isinstance(cell, int):
        return f'<td class="number">{cell:,}</td>'
    return f'<td class="bar">{_bar(cell)}{cell.number:,}</td>'


def _bar(bar: Bar) -> str:
    width = FULL * bar.number / bar.most if bar.most else 0
    old = ' class="old"' if bar.is_old else ""
    return f'<i{old} style="width:{width:.1f}%"></i>' if bar.number else ""
