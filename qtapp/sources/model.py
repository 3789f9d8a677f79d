"""The imported files as a list; painted in two lines: name, and what was read of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from db.values import SourceReport
from qtapp.kit.icons import pixmap
from qtapp.kit.paint import round_rect, selected_ground
from qtapp.kit.theme import font, tokens

REPORT = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class SourceModel(QAbstractListModel):
    """One row a source."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reports: list[SourceReport] = []

    def set_reports(self, reports: Sequence[SourceReport]) -> None:
        """Show these sources."""
        self.beginResetModel()
        self._reports = list(reports)
        self.endResetModel()

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
        if role == Qt.ItemDataRole.ToolTipRole:
            return report.path
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
            selected_ground(painter, inner, bar=True)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            round_rect(painter, inner, colours.hover, 6)
        painter.drawPixmap(area.left() + 19, area.top() + 10, pixmap("file", "text2", 16))
        line = area.adjusted(44, 7, -18, -28)
        self._write(painter, line, report.name, 13, colours.text)
        below = area.adjusted(44, 28, -18, -8)
        words = self.tr("%n tickets", "", report.tickets)
        if report.declared is not None and report.declared != report.tickets:
            words = self.tr("{tickets}, {declared} declared").format(tickets=words, declared=report.declared)
        self._write(painter, below, words, 12, colours.text2)
        if report.findings:
            self._findings(painter, below, len(report.findings))
        painter.restore()

    def _findings(self, painter: QPainter, line: QRect, count: int) -> None:
        words = self.tr("%n findings", "", count)
        width = QFontMetrics(font(12)).horizontalAdvance(words)
        self._write(painter, line.adjusted(line.width() - width, 0, 0, 0), words, 12, tokens().warn)
        painter.drawPixmap(line.right() - width - 18, line.top() + 3, pixmap("warning", "warn", 14))

    def _write(self, painter: QPainter, area: QRect, text: str, size: int, colour: str) -> None:
        painter.setFont(font(size))
        painter.setPen(QColor(colour))
        shown = QFontMetrics(font(size)).elidedText(text, Qt.TextElideMode.ElideMiddle, area.width() + 1)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
