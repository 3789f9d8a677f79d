"""What the window keeps between two starts: its layout, the recent reviews, how each review was left, and
what was answered last.

Everything lies in QSettings, never in the review: two people who share a review each have their own place in it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QByteArray, QCryptographicHash, QSettings

from db.records import dataclass

RECENT = "recent/reviews"
RECENT_KEPT = 10


@dataclass(frozen=True)
class Place:
    """Where a reviewer was in a review: page, query, order and ticket, and where on the page of labels."""

    page: str = "tickets"
    query: str = ""
    sort: str = ""
    reverse: bool = False
    ticket: int = 0
    labels: str = ""


def place_of(review: Path) -> Place:
    """Where the reviewer left this review."""
    settings, key = QSettings(), _key(review)
    return Place(
        str(settings.value(f"{key}/page", "tickets")),
        str(settings.value(f"{key}/query", "")),
        str(settings.value(f"{key}/sort", "")),
        settings.value(f"{key}/reverse", "false") in (True, "true"),
        int(str(settings.value(f"{key}/ticket", 0))),
        str(settings.value(f"{key}/labels", "")),
    )


def keep_place(review: Path, place: Place) -> None:
    """Remember where the reviewer leaves this review."""
    settings, key = QSettings(), _key(review)
    for name, value in vars(place).items():
        settings.setValue(f"{key}/{name}", value)


def answers_of(review: Path, sheet: str) -> dict[str, object]:
    """What was answered in a sheet of this review the last time; nothing where that is not known."""
    try:
        kept = json.loads(str(QSettings().value(f"{_key(review)}/{sheet}", "{}")))
    except ValueError:
        return {}
    return kept if isinstance(kept, dict) else {}


def keep_answers(review: Path, sheet: str, answers: Mapping[str, object]) -> None:
    """Remember what was answered in a sheet of this review."""
    QSettings().setValue(f"{_key(review)}/{sheet}", json.dumps(answers))


def _key(review: Path) -> str:
    name = str(review.resolve()).encode()
    return f"review/{bytes(QCryptographicHash.hash(name, QCryptographicHash.Algorithm.Sha256).toHex())[:16].decode()}"


def recent_reviews(but: Path | None = None) -> list[Path]:
    """Reviews opened before that are still there, latest first; without one that is open."""
    kept = QSettings().value(RECENT, [])
    names = kept if isinstance(kept, list) else [kept]
    here = but.resolve() if but is not None else None
    return [path for name in names if name and (path := Path(str(name))).is_file() and path != here]


def remember_review(review: Path) -> None:
    """Put a review at the head of the recent ones."""
    here, recent = review.resolve(), recent_reviews()
    if recent[:1] != [here]:  # writing settings waits for the disk
        others = [path for path in recent if path != here]
        QSettings().setValue(RECENT, [str(path) for path in (here, *others)][:RECENT_KEPT])


def kept_bytes(name: str) -> QByteArray:
    """A geometry that was kept, empty where there is none."""
    value = QSettings().value(f"layout/{name}")
    return value if isinstance(value, QByteArray) else QByteArray()


def keep_bytes(name: str, value: QByteArray) -> None:
    """Keep a geometry."""
    QSettings().setValue(f"layout/{name}", value)
