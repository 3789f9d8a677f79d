"""The list of tickets as Qt wants it: pages of the review's rows, read again where a change touched them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Qt

from db.errors import UserError
from db.values import PATH_SEPARATOR, Changes, Row
from qtapp.kit.paged import PagedModel


class TicketRows:
    """Rows of tickets; `rows` reads those of some ids, in any order."""

    def __init__(self, rows: Callable[[Sequence[int]], list[Row]]) -> None:
        self._rows = rows

    def read(self, ids: list[int]) -> list[Row | None]:
        """Tickets that are gone have no row."""
        try:
            found = {row.id: row for row in self._rows(ids)}
        except UserError:
            found = {}
        return [found.get(one) for one in ids]

    def words(self, row: Row | None, role: int) -> str:
        """The title; with the category below it as a tool tip and for assistive technology."""
        if row is None:
            return QCoreApplication.translate("TicketModel", "This ticket could not be read")
        return row.title if role == Qt.ItemDataRole.DisplayRole else f"{row.title}\n{PATH_SEPARATOR.join(row.category)}"


class TicketModel(PagedModel):
    """One column of tickets; a row that cannot be read is a disabled row."""

    def __init__(self, rows: Callable[[Sequence[int]], list[Row]], parent: QObject | None = None) -> None:
        """`rows` reads the rows of some ids, in any order."""
        super().__init__(TicketRows(rows), parent)

    def refresh(self, changes: Changes) -> None:
        """Read what changed again when it is painted next."""
        touched = set(changes.ticket_ids)
        self.forget(lambda row: not touched or row is None or row.id in touched)
