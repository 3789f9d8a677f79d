"""What the source said of a field that was edited, drawn as the difference to what stands now.

Insertions are underlined and deletions struck through, so that neither is told by colour alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from db.late import Late
from db.values import CATEGORY, PATH_SEPARATOR, ROOT_CAUSE, TITLE, Ticket
from qtapp.kit.stretches import stretches
from qtapp.kit.theme import font, tokens

if TYPE_CHECKING:
    import html
else:
    html = Late("html")

FIELDS = (TITLE, CATEGORY, ROOT_CAUSE)
"""The fields of the head; those of the texts are compared where the texts stand."""
LONGEST = 1_200
UNBOUND = 16_777_215
"""Qt's word for no greatest height."""


class SourceLine(QLabel):
    """A line (or some) for each edited field of the head; hidden where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("source_said")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setFont(font(12))
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.hide()

    def show_ticket(self, ticket: Ticket) -> None:
        """Compare a ticket with its source."""
        edited = [field for field in FIELDS if field in ticket.edited and field in ticket.originals]
        if not edited:
            if not self.isHidden():
                self.hide()
            return
        self.setText("<br>".join(self._line(field, *_both(ticket, field)) for field in edited))
        self.setAccessibleName("; ".join(f"{self._name(field)} {_both(ticket, field)[0]}" for field in edited))
        self.show()

    def fit(self, width: int) -> bool:
        """Be as high as the text is at a width, which a layout would not find out by itself; False where it was."""
        before = self.height()
        self.setMinimumHeight(0)
        self.setMaximumHeight(UNBOUND)
        self.setFixedHeight(self.heightForWidth(width))
        return self.height() != before

    def _line(self, field: str, before: str, after: str) -> str:
        colours = tokens()
        styles = {
            "equal": f"color:{colours.text2}",
            "insert": f"color:{colours.inserted_text};background:{colours.inserted};text-decoration:underline",
            "delete": f"color:{colours.deleted_text};background:{colours.deleted};text-decoration:line-through",
        }
        drawn = "".join(
            f'<span style="{styles[kind]}">{html.escape(text)}</span>'
            for kind, text in stretches(before[:LONGEST], after[:LONGEST])
        )
        return f'<span style="color:{colours.text3}">{html.escape(self._name(field))}</span> {drawn}'

    def _name(self, field: str) -> str:
        names = {
            TITLE: self.tr("Source, title:"),
            CATEGORY: self.tr("Source, category:"),
            ROOT_CAUSE: self.tr("Source, root cause:"),
        }
        return names[field]


def _both(ticket: Ticket, field: str) -> tuple[str, str]:
    """What the source says of a field, and what stands now."""
    after = {TITLE: ticket.title, CATEGORY: PATH_SEPARATOR.join(ticket.category), ROOT_CAUSE: ticket.root_cause}[field]
    before = ticket.originals[field]
    return (before if isinstance(before, str) else "｜".join(map(str, before)), after)  # type: ignore[call-overload]
