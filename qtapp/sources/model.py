"""The imported files as a list; painted in two lines: name, and what was read of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from db.drift import Stand
from db.values import SourceReport
from qtapp.kit import paint
from qtapp.kit.icons import pixmap
from qtapp.kit.theme import BODY, SECONDARY, font, tokens
from qtapp.kit.tips import plain_tip

REPORT, STAND, EARLIER = (Qt.ItemDataRole.UserRole + place for place in range(3))
"""The report of a source; how its file stands; whether another batch was read from that file since."""
Index = QModelIndex | QPersistentModelIndex


def stand_words(stand: Stand) -> str:
    """How a file stands that is not as it was read."""
    translate = QCoreApplication.translate
    return {
        "changed": translate("Sources", "changed on disk"),
        "emptied": translate("Sources", "empty now"),
        "missing": translate("Sources", "not there"),
        "unreadable": translate("Sources", "cannot be read"),
    }.get(stand, "")


class SourceModel(QAbstractListModel):
    """One row a source."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reports: list[SourceReport] = []
        self._stands: Mapping[int, Stand] = {}

    def set_reports(self, reports: Sequence[SourceReport]) -> None:
        """Show these sources."""
        self.beginResetModel()
        self._reports = list(reports)
        self.endResetModel()

    def numbers(self) -> tuple[int, int]:
        """Sources, and the tickets of all."""
        return len(self._reports), sum(one.tickets for one in self._reports)

    def show_stands(self, stands: Mapping[int, Stand]) -> None:
        """Say of sources, by id, how their file stands that is not as it was read."""
        self._stands = stands
        if self._reports:
            self.dataChanged.emit(self.index(0), self.index(len(self._reports) - 1))

    def place(self, source_id: int) -> int:
        """The row of a source, -1 where it is not there."""
        return next((row for row, report in enumerate(self._reports) if report.id == source_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._reports)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        report = self._reports[index.row()]
        if role == REPORT:
            return report
        if role == STAND:
            return self._stands.get(report.id)
        if role == EARLIER:
            return any(one.path == report.path and one.id > report.id for one in self._reports)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(report.path)
        if role == Qt.ItemDataRole.AccessibleTextRole and report.id in self._stands:
            return f"{report.name}, {stand_words(self._stands[report.id])}"
        return report.name if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None


class SourceDelegate(QStyledItemDelegate):
    """Paints `SourceReport`s."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, 56)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        report: SourceReport = index.data(REPORT)
        colours, area = tokens(), option.rect
        painter.save()
        inner = area.adjusted(8, 1, -8, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            paint.selected_ground(painter, inner)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint.round_rect(painter, inner, colours.hover, 6)
        painter.drawPixmap(area.left() + 19, area.top() + 10, pixmap("file", "text2", 16))
        line = area.adjusted(44, 7, -18, -28)
        name = paint.elide(report.name, BODY, line.width(), Qt.TextElideMode.ElideMiddle)
        paint.write(painter, line, name, font(BODY), colours.text)
        below = area.adjusted(44, 28, -18, -8)
        stand: Stand | None = index.data(STAND)
        if stand is not None:
            below.setRight(below.right() - paint.badge(painter, below, "refresh", stand_words(stand), "warn"))
        elif report.findings:
            words = self.tr("%Ln findings", "", len(report.findings))
            below.setRight(below.right() - paint.badge(painter, below, "warning", words, "warn"))
        words = paint.elide(self._read(report), SECONDARY, below.width())
        paint.write(painter, below, words, font(SECONDARY), colours.text2)
        painter.restore()

    def _read(self, report: SourceReport) -> str:
        words = self.tr("%Ln tickets", "", report.tickets)
        if report.declared is None or report.declared == report.tickets:
            return words
        return self.tr("{tickets}, {declared} declared").format(tickets=words, declared=report.declared)
