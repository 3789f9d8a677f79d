"""Numbers of a workbook that mean dates: which formats of cells say so, and a serial number as a date in words."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from db.formats.tables.archive import Archive

_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_BUILT_IN = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_QUOTED = re.compile(r'"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
_DAY = 86_400


def dates(archive: Archive) -> frozenset[str]:
    """The numbers of the styles of cells that show a date or a time."""
    if "xl/styles.xml" not in archive.names:
        return frozenset()
    tree = archive.tree("xl/styles.xml")
    own = {
        one.get("numFmtId"): bool(re.search("[ymdhs]", _QUOTED.sub("", one.get("formatCode", "")), re.IGNORECASE))
        for one in tree.iter(f"{_NS}numFmt")
    }
    styles = tree.find(f"{_NS}cellXfs")
    found = []
    for place, one in enumerate(styles if styles is not None else ()):
        number = one.get("numFmtId", "0")
        if own.get(number, number.isdigit() and int(number) in _BUILT_IN):
            found.append(str(place))
    return frozenset(found)


def is_1904(archive: Archive) -> bool:
    """Whether days are counted from 1904."""
    about = archive.tree("xl/workbook.xml").find(f"{_NS}workbookPr")
    return about is not None and about.get("date1904") in ("1", "true")


def date_text(value: str, from_1904: bool) -> str:
    """A serial number as a date, a time or both; the number itself where it is none."""
    try:
        days = float(value)
        seconds = round(days * _DAY)
        when = (_EPOCH_1904 if from_1904 else _EPOCH) + timedelta(seconds=seconds)
    except (ValueError, OverflowError):
        return value
    if 0 <= days < 1:
        return when.strftime("%H:%M:%S")
    return when.strftime("%Y-%m-%d" if seconds % _DAY == 0 else "%Y-%m-%d %H:%M:%S")
