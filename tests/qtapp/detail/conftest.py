"""A session without a review behind it, and invented tickets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from db.search import Query
from db.values import Changes, HistoryItem, Row, Status, Summary, Ticket, Turn

CATEGORIES = [
    (("CDN", "证书问题"), 621),
    (("CDN", "配置问题"), 761),
    (("对象存储", "上传下载"), 768),
    (("SDK/API",), 12),
]
CAUSES = [("证书配置问题", 12), ("证书格式不正确", 3), ("缓存未刷新", 2)]


def ticket(number: int = 1, **values: object) -> Ticket:
    """An invented ticket."""
    made = Ticket(
        id=number,
        source_id=1,
        source_name="invented.md",
        line=10 * number,
        number=number,
        title=f"证书上传失败 {number}",
        category=("CDN", "证书问题"),
        category_raw="CDN｜证书问题",
        problem="上传证书时报错[图片]",
        replies=(Turn("staff", "请稍等"),),
        conversation=(
            Turn("customer", "证书上传失败"),
            Turn("customer", "见https://help.test/a/b注意：[图片]"),
            Turn("staff", "好的，请看[教程](https://help.test/very/long)"),
            Turn(None, "没有说话人"),
        ),
        root_cause="证书格式不正确",
        causes=("证书格式不正确",),
        fields=(("适用场景", "网站"),),
        status=Status.UNREVIEWED,
        note="",
    )
    return replace(made, **values)


class FakeReview:
    """Rows of the tickets of a fake session."""

    def __init__(self, tickets: list[Ticket]) -> None:
        self.tickets = tickets

    def rows(self, ids: list[int]) -> list[Row]:
        return [Row(t.id, t.title, t.category, t.status, False, False, 1) for t in self.tickets if t.id in ids]


class FakeSession(QObject):
    """The verbs of a session on a list of tickets; `calls` says what was asked for."""

    changed = Signal(object)
    current_changed = Signal(int)
    shown_changed = Signal()
    selection_changed = Signal()
    closing = Signal()

    def __init__(self, tickets: list[Ticket]) -> None:
        super().__init__()
        self.query = Query()
        self.selection: frozenset[int] = frozenset()
        self.tickets, self.row = tickets, 0
        self.review = FakeReview(tickets)
        self.calls: list[tuple[object, ...]] = []
        self.refuse = False
        self.knows_canned = False
        self.meanings = SimpleNamespace(of=lambda field, label: "")
        self.finder = SimpleNamespace(categories=list, causes=list)

    @property
    def ids(self) -> list[int]:
        return [one.id for one in self.tickets]

    @property
    def current(self) -> Ticket | None:
        return self.tickets[self.row] if self.tickets else None

    def go(self, ticket_id: int) -> None:
        self.row = [one.id for one in self.tickets].index(ticket_id)
        self.current_changed.emit(ticket_id)

    def ahead(self) -> Ticket | None:
        return self.tickets[self.row + 1] if self.row + 1 < len(self.tickets) else None

    def next(self) -> None:
        self.go(self.tickets[min(self.row + 1, len(self.tickets) - 1)].id)

    def previous(self) -> None:
        self.go(self.tickets[max(self.row - 1, 0)].id)

    def settling(self, ticket: Ticket) -> Iterator[None]:
        yield

    def likely_categories(self, _: Ticket) -> list[tuple[tuple[str, ...], float]]:
        return [(path, 0.7 if n == 0 else 0.0) for n, (path, _) in enumerate(CATEGORIES)]

    def likely_causes(self, _: Ticket, n: int) -> list[tuple[str, int]]:
        return [(name, count) for name, count in reversed(CAUSES) if name not in self.tickets[self.row].causes][:n]

    def history(self, ticket_id: int) -> list[HistoryItem]:
        at = "2024-05-01T10:00:00+00:00"
        return [
            HistoryItem(7, 1, at, "lin", "edit", "category", "CDN｜配置问题", "CDN｜证书问题"),
            HistoryItem(5, 1, at, "lin", "edit", "note", "", "见截图"),
        ]

    def similar(self, ticket_id: int, n: int = 5) -> list[tuple[int, float]]:
        return [(one.id, 0.9) for one in self.tickets if one.id != ticket_id]

    def _do(self, *call: object, ids: tuple[int, ...] | None = None, **values: object) -> Changes | None:
        self.calls.append(call)
        if self.refuse:
            return None
        row = self.row if ids is None else [one.id for one in self.tickets].index(ids[0])
        self.tickets[row] = replace(self.tickets[row], **values)
        changes = Changes(1, "edit", (self.tickets[row].id,), frozenset(values), Summary("x"))
        self.changed.emit(changes)
        return changes

    def set_category(self, path: tuple[str, ...], ids: tuple[int, ...] | None = None) -> Changes | None:
        return self._do("category", path, ids=ids, category=path)

    def add_cause(self, cause: str, ids: tuple[int, ...] | None = None) -> Changes | None:
        assert self.current is not None
        return self._do("add", cause, ids=ids, causes=(*self.current.causes, cause))

    def remove_cause(self, cause: str, ids: tuple[int, ...] | None = None) -> Changes | None:
        return self._do("remove", cause, ids=ids, causes=())

    def set_root_cause_text(self, text: str, ids: tuple[int, ...] | None = None) -> Changes | None:
        return self._do("root cause", text, ids, ids=ids, root_cause=text)

    def set_note(self, text: str, ids: tuple[int, ...] | None = None) -> Changes | None:
        return self._do("note", text, ids, ids=ids, note=text)

    def set_status(self, status: Status, ids: object = None, *, on: bool = False) -> Changes | None:
        changes = self._do("status", status, status=status)
        if on:
            self.next()
        return changes

    def take_back(self, change_id: int) -> Changes | None:
        return self._do("take back", change_id)


def type_text(widget: QWidget, text: str) -> None:
    """Commit a text as an input method does: Chinese sent by key clicks would abort the process."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


@dataclass
class Opened:
    """Addresses that were opened instead of in a browser."""

    urls: list[str] = field(default_factory=list)

    def __call__(self, url: object) -> bool:
        self.urls.append(url.toString())  # type: ignore[attr-defined]
        return True


@pytest.fixture
def tools() -> SimpleNamespace:
    """What the tests of this room make their tickets and sessions with."""
    return SimpleNamespace(ticket=ticket, session=FakeSession, type_text=type_text, opened=Opened())
