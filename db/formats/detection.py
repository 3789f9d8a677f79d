"""Finds the dialect of a Markdown source out of its lines: what recurs from ticket to ticket decides.

Goes from the safest to the least safe: category lines, the level of titles, the form of section headings, their
order, then habits of blank lines and the forms of threads.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from db.formats import labels, numbering, threads
from db.formats.dialect import Dialect, Section
from db.formats.lines import LABEL, Lines, Mark, rule_sign
from db.formats.outline import Outline, outline, plain_categories, sort_out
from db.formats.tickets import Cut, Part, cut, leave_notes
from db.formats.unknown import accepted
from db.formats.vocabulary import OTHER, Vocabulary, clean
from db.records import replace
from db.values import CATEGORY, CONVERSATION, PROBLEM, REPLIES, ROOT_CAUSE

_FIELDS = (PROBLEM, REPLIES, CONVERSATION, ROOT_CAUSE)
_HALF = 0.5
_FEW = 2
"""Bold labels that may stand in the header of a file which has others in its tickets."""
_ENOUGH = 24
"""Sections or tickets that are looked at to find a habit."""


def detect(lines: Lines, found: Sequence[Mark], vocabulary: Vocabulary) -> tuple[Dialect, Outline, list[Cut]]:
    """The dialect of a source with the tickets that it makes of it; no tickets where there are none."""
    roles = {name: vocabulary.role(name) for name in {mark.name for mark in found}}
    categories, bold = _categories(lines, found, roles, vocabulary)
    level = _title_level(found if bold else sorted({*found, *categories}), categories, roles)
    section_level, extra = _section_levels(found, categories, roles)
    names = {**vocabulary.roles, **{clean(name): role for name, role in roles.items() if role}}
    dialect = Dialect(level, section_level, extra, names, bold_category=bold, newline="\r\n" if lines.crlf else "\n")
    known = sort_out(lines, found, dialect)
    plan = outline(lines, known, dialect, vocabulary.appendix)
    dialect = replace(dialect, rule=_rule(lines, plan))
    unknown = accepted(lines, found, dialect, plan, vocabulary)
    if unknown:
        names = {**names, **dict.fromkeys(unknown, OTHER)}
        dialect = replace(dialect, names=names, unknown=tuple(sorted(unknown)))
        known = sort_out(lines, found, dialect)
    cuts = cut(lines, known, dialect, plan)
    before = _common([_blanks(lines, part.head) for one in _some(cuts) for part in one.parts], 1)
    dialect = replace(dialect, sections=_sections(lines, cuts), before_heading=before)
    if len(plan.titles) < len(known.candidates) or any(one.category is None or one.ignored for one in cuts):
        # the order of sections decides what is sure about these
        plan = outline(lines, known, dialect, vocabulary.appendix)
        cuts = cut(lines, known, dialect, plan)
    if cuts:
        leave_notes(lines, dialect, cuts[-1])
    return _finish(lines, dialect, cuts, vocabulary), plan, cuts


def _categories(
    lines: Lines, found: Sequence[Mark], roles: Mapping[str, str | None], vocabulary: Vocabulary
) -> tuple[list[Mark], bool]:
    bold = [mark for mark in found if mark.level == LABEL and roles[mark.name] == CATEGORY]
    if len(bold) > _FEW:
        return bold, True
    plain = plain_categories(lines, vocabulary.role)
    return (plain, False) if len(plain) > 2 * len(bold) + _FEW * bool(bold) else (bold, True)


def _title_level(found: Sequence[Mark], categories: Sequence[Mark], roles: Mapping[str, str | None]) -> int:
    """The level of the headings that stand next above category lines, or above first sections."""
    anchors = {mark.line for mark in categories}
    votes: Counter[int] = Counter()
    last: Mark | None = None
    for mark in found:
        if mark.line in anchors:
            if last is not None:
                votes[last.level] += 1
            last = None
        elif mark.level != LABEL and roles.get(mark.name) is None:
            last = mark
        elif mark.level != LABEL and not anchors and last is not None:
            votes[last.level] += 1
            last = None
    return votes.most_common(1)[0][0] if votes else 2


def _section_levels(
    found: Sequence[Mark], categories: Sequence[Mark], roles: Mapping[str, str | None]
) -> tuple[int, dict[str, int]]:
    """The level at which most fields of most tickets stand, and that of roles which stand at another alone."""
    places = {mark.line for mark in categories}
    fields = {name: role for name, role in roles.items() if role in _FIELDS}
    last: dict[tuple[str, int], int] = {}  # ticket in which a role stood at a level: once in a ticket counts
    counts: Counter[int] = Counter()
    by_role: Counter[tuple[str, int]] = Counter()
    ticket = 0
    for line, level, name, _ in found:
        if line in places:
            ticket += 1
        role = fields.get(name)
        if role is not None and last.get(place := (role, level)) != ticket:
            last[place] = ticket
            counts[level] += 1
            by_role[place] += 1
    if not counts:
        return 3, {}
    main = max(counts, key=lambda level: (counts[level], level))
    tickets = max(len(categories), 1)
    extra = {
        role: level
        for (role, level), count in by_role.items()
        if level != main and not by_role[role, main] and count >= _HALF * tickets
    }
    return main, extra


def _rule(lines: Lines, plan: Outline) -> str:
    """The sign of the rules that stand before titles, and before what follows the last ticket."""
    ends = [title.mark.line for title in plan.titles]
    ends += [mark.line for mark in plan.strays if mark.line > ends[0]] if ends else []
    signs = Counter(_sign_before(lines, line) for line in ends[1:])
    signs.update([_sign_before(lines, len(lines.text))])
    used = [(count, sign) for sign, count in signs.items() if sign]
    return max(used)[1] if used else ""


def _sign_before(lines: Lines, line: int) -> str:
    last = lines.trimmed(0, line)[1]
    return rule_sign(lines.text[last - 1]) if last else ""


def _sections(lines: Lines, cuts: Sequence[Cut]) -> tuple[Section, ...]:
    """The kinds of sections in the order that most tickets have them."""
    runs = Counter(tuple(part.key for part in one.parts) for one in cuts)
    order: list[str] = []
    for run, _ in sorted(runs.items(), key=lambda item: (-item[1] * len(item[0]), item[0])):
        for place, key in enumerate(run):
            if key not in order:
                before = [order.index(other) for other in run[:place] if other in order]
                order.insert(max(before) + 1 if before else 0, key)
    parts = _by_key(cuts)
    return tuple(_section(lines, key, parts[key]) for key in order)


def _by_key(cuts: Sequence[Cut]) -> dict[str, list[Part]]:
    """The sections of all tickets; none has two of a key."""
    parts: dict[str, list[Part]] = {}
    for one in cuts:
        for part in one.parts:
            parts.setdefault(part.key, []).append(part)
    return parts


def _section(lines: Lines, key: str, parts: Sequence[Part]) -> Section:
    some = parts[:: len(parts) // _ENOUGH + 1]
    heading = Counter(_heading(lines, part) for part in some).most_common(1)[0][0]
    filled = [part for part in some if not part.is_empty]
    return Section(key, heading, sum(part.column > 0 for part in filled) > _HALF * len(filled))


def _heading(lines: Lines, part: Part) -> str:
    """The lines of a heading, or what stands before the text that is beside a label."""
    if part.column:
        return lines.text[part.body][: part.column]
    return "\n".join(line.rstrip() for line in lines.text[part.head : part.body])


def _finish(lines: Lines, dialect: Dialect, cuts: Sequence[Cut], vocabulary: Vocabulary) -> Dialect:
    parts = _by_key(cuts)
    forms = {key: threads.find_form(lines, parts.get(key, ()), vocabulary) for key in (REPLIES, CONVERSATION)}
    marks = [one.category for one in cuts if one.category is not None]
    before = Counter(lines.text[mark.line][: mark.column] for mark in marks)
    raws = [lines.text[mark.line][mark.column :].strip() for mark in marks]
    roots = [lines.value(one.first, one.last, one.column) for one in parts.get(ROOT_CAUSE, ()) if not one.is_empty]
    return replace(
        dialect,
        numbering=numbering.find([one.title.name for one in cuts]),
        category_label=before.most_common(1)[0][0] if before else _label(vocabulary),
        separator=labels.find_separator(raws),
        after_title=_common([one.category.line - one.start - 1 for one in cuts if one.category is not None], 1),
        after_heading=_common([_after(part) for one in _some(cuts) for part in one.parts if _after(part) >= 0], 0),
        root_cause=labels.find_root_form(roots),
        replies=forms[REPLIES],
        conversation=forms[CONVERSATION],
    )


def _label(vocabulary: Vocabulary) -> str:
    return f"**{vocabulary.default_name(CATEGORY)}**: "


def _some(cuts: Sequence[Cut]) -> Sequence[Cut]:
    return cuts[:: len(cuts) // _ENOUGH + 1]


def _common(counts: Sequence[int], otherwise: int) -> int:
    return Counter(counts).most_common(1)[0][0] if counts else otherwise


def _blanks(lines: Lines, line: int) -> int:
    first = line
    while first and not lines.text[first - 1].strip():
        first -= 1
    return line - first


def _after(part: Part) -> int:
    return -1 if part.is_empty or part.column else part.first - part.body
