"""What the columns of a table are: a line for each with what its first rows say, and below the ticket of the first row.

Nothing is imported before it is said. `said` tells the roles; `looked` asks for another sheet, or other rows above.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from db import sentences
from db.values import Finding
from qtapp.dialogs.columns_list import ColumnList
from qtapp.dialogs.columns_offer import KEYS, ColumnsOffer, is_enough, role_words, with_role
from qtapp.dialogs.sheet import Sheet
from qtapp.kit.theme import SECONDARY
from qtapp.session import translate

SIZE, MARGIN = QSize(920, 680), QSize(40, 20)
MOST_ABOVE = 200
LONGEST = 110
"""Signs of a line of the ticket that is shown."""
SIGNS = {",": "comma", "\t": "tab", ";": "semicolon", "|": "bar"}


class ColumnsSheet(Sheet):
    """Letters say what the chosen column is; Enter imports."""

    said = Signal(object)
    """A `ColumnsOffer` with the roles that were chosen."""
    looked = Signal(str, int)
    """Name of a sheet, and the number of rows above the first ticket (-1: as it is found out)."""

    def __init__(self, offer: ColumnsOffer, place: tuple[int, int] = (1, 1), parent: QWidget | None = None) -> None:
        """`place`: which of how many tables that are asked about."""
        heading = self.tr("What are the columns of {file}?").format(file=Path(offer.file).name)
        super().__init__("columnsSheet", heading, parent, 620)
        self._offer, self._place = offer, place
        self.about = self.words("", SECONDARY, "text2")
        self.about.setObjectName("columnsAbout")
        self.column.addWidget(self.about)
        self.column.addLayout(self._where())
        self.list = ColumnList(self)
        self.column.addWidget(self.list, 1)
        self.column.addLayout(self._choice())
        self.section(self.tr("The first row as a ticket"))
        self.ticket = self.words("", SECONDARY)
        self.ticket.setObjectName("firstTicket")
        self.ticket.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.ticket.setMinimumHeight(104)
        self.column.addWidget(self.ticket)
        self.warns = self.words("", SECONDARY, "warn")
        self.warns.setObjectName("columnsWarn")
        self.column.addWidget(self.warns)
        self.go = self.add_main(self.tr("Import"), "importTable", "database")
        self.add_way_out(self.tr("Cancel"))
        self._connect()
        self.show_offer(offer)
        room = parent.window().size() if parent is not None else SIZE
        self.resize(SIZE.boundedTo(room - MARGIN))
        self.list.setFocus()

    def _where(self) -> QHBoxLayout:
        self.sheets = QComboBox(self)
        self.sheets.setObjectName("sheetChoice")
        self.sheets.setAccessibleName(self.tr("Sheet"))
        self.above = QLineEdit(self)
        self.above.setObjectName("rowsAbove")
        self.above.setAccessibleName(self.tr("Rows above the first ticket"))
        self.above.setValidator(QIntValidator(0, MOST_ABOVE, self.above))
        self.above.setFixedWidth(64)
        self._sheet_label = self._labelled(self.tr("S&heet"), self.sheets)
        self._above_label = self._labelled(self.tr("Rows &above the first ticket"), self.above)
        row = QHBoxLayout()
        row.setSpacing(10)
        for part in (self._sheet_label, self.sheets, self._above_label, self.above):
            row.addWidget(part)
        row.addStretch(1)
        return row

    def _choice(self) -> QHBoxLayout:
        self.role = QComboBox(self)
        self.role.setObjectName("columnRole")
        self.role.setAccessibleName(self.tr("What the chosen column is"))
        for role, key in KEYS.items():
            self.role.addItem(f"{role_words(role)}  ({key})", role)
        # a key stays on the line of its word
        keys = "   ".join(f"{key}\u00a0{role_words(role)}".replace(" ", "\u00a0") for role, key in KEYS.items())
        self.keys = self.words(keys, SECONDARY, "text2")
        self.keys.setObjectName("columnKeys")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._labelled(self.tr("It &is"), self.role))
        row.addWidget(self.role)
        row.addWidget(self.keys, 1)
        return row

    def _labelled(self, text: str, buddy: QWidget) -> QLabel:
        label = self.words(text)
        label.setWordWrap(False)
        label.setBuddy(buddy)
        return label

    def _connect(self) -> None:
        self.list.wanted.connect(self._give)
        self.list.currentRowChanged.connect(self._follow)
        self.role.activated.connect(self._chosen)
        self.sheets.activated.connect(self._look_at_sheet)
        self.above.editingFinished.connect(self._look_below)
        self.accepted.connect(self._tell)

    # What is shown

    def show_offer(self, offer: ColumnsOffer) -> None:
        """Show a table, or the same one with other roles or another sheet."""
        self._offer = offer
        self.about.setText(self._about())
        several = len(offer.sheets) > 1
        for part in (self.sheets, self._sheet_label):
            part.setVisible(several)
        for part in (self.above, self._above_label):
            part.setVisible(offer.has_rows_above)
        self.sheets.clear()
        self.sheets.addItems(offer.sheets)
        self.sheets.setCurrentText(offer.sheet)
        self.above.setText(str(offer.header))
        self.list.fill(offer)
        self._refresh()

    def _about(self) -> str:
        offer = self._offer
        signs = {
            "comma": self.tr("separated by commas"),
            "tab": self.tr("separated by tabs"),
            "semicolon": self.tr("separated by semicolons"),
            "bar": self.tr("separated by bars"),
        }
        parts = [offer.format.upper(), signs.get(SIGNS.get(offer.separator, ""), "")]
        parts += [offer.encoding if offer.format in ("csv", "json") else "", offer.sheet]
        parts.append(self.tr("%Ln columns", "", len(offer.names)))
        number, of = self._place
        parts.append(self.tr("table {n} of {all}").format(n=number, all=of) if of > 1 else "")
        return "\n".join([", ".join(filter(None, parts)), *self._findings()])

    def _findings(self) -> list[str]:
        found = [Finding(code, line, None, dict(data)) for code, line, data in self._offer.findings[:2]]
        return [sentences.finding(one, translate) for one in found]

    def _refresh(self) -> None:
        self.ticket.setText("\n".join(self._ticket()))
        enough = is_enough(self._offer.roles)
        self.warns.setText("" if enough else self.tr("Say which column is the title, or the problem, of the tickets."))
        self.go.setEnabled(enough)
        self._follow(self.list.currentRow())

    def _ticket(self) -> list[str]:
        """The ticket of the first row, a line a field."""
        shown = ("title", "category", "problem", "replies", "conversation", "root_cause")
        lines = []
        for role in shown:
            said = self._offer.first(role)
            if said:
                text = " ".join((" › " if role == "category" else " / ").join(said)[: 4 * LONGEST].split())
                lines.append(f"{role_words(role)}: {text if len(text) <= LONGEST else text[: LONGEST - 1] + '…'}")
        others = len(self._offer.first("other"))
        if others:
            lines.append(self.tr("%Ln other fields", "", others))
        return lines

    # What is said

    def _follow(self, row: int) -> None:
        if 0 <= row < len(self._offer.roles):
            self.role.setCurrentIndex(self.role.findData(self._offer.roles[row]))

    def _chosen(self, place: int) -> None:
        self._give(str(self.role.itemData(place)))

    def _give(self, role: str) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._offer.roles):
            self._take(with_role(self._offer.roles, row, role))

    def _take(self, roles: Sequence[str]) -> None:
        self._offer = self._offer.having(roles)
        self.list.fill(self._offer)
        self._refresh()

    def _look_at_sheet(self, _: int) -> None:
        if self.sheets.currentText() != self._offer.sheet:
            self.looked.emit(self.sheets.currentText(), -1)

    def _look_below(self) -> None:
        if self._is_pending():
            self.looked.emit(self._offer.sheet, int(self.above.text()))

    def _is_pending(self) -> bool:
        """Whether another number of rows above is asked for than the one that is shown."""
        said = self.above.text()
        return self._offer.has_rows_above and said.isdigit() and int(said) != self._offer.header

    def accept(self) -> None:
        """Enter in the field for the rows above shows the table so; only then it can be imported."""
        if not self._is_pending():
            super().accept()

    def _tell(self) -> None:
        self.said.emit(self._offer)
