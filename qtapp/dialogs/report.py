"""The report of an error of ours: what broke, to be copied; the review behind it is whole."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qtapp.dialogs.sheet import Sheet


class ReportSheet(Sheet):
    """Shows one report; more errors are counted while it is open."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__("report", self.tr("Something in Winnow went wrong"), parent, 640)
        self._more = 0
        self.column.addWidget(
            self.words(
                self.tr(
                    "This is a mistake of the program, not of yours. Your review is whole: everything you had done is "
                    "saved. You can go on; if it happens again, start Winnow anew."
                ),
                token="text2",
            )
        )
        self.counted = self.words("", token="warn")
        self.counted.setObjectName("reportMore")
        self.counted.hide()
        self.column.addWidget(self.counted)
        self.text = QPlainTextEdit(report, self)
        self.text.setObjectName("reportText")
        self.text.setAccessibleName(self.tr("Report for the developers"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setMinimumHeight(220)
        self.column.addWidget(self.text, 1)
        self.copy = self.add_main(self.tr("Copy the report"), "copyReport", "copy")
        self.copy.clicked.disconnect(self.accept)
        self.copy.clicked.connect(self._copy)
        self.add_way_out(self.tr("Go on"), "goOn")
        self.copy.setFocus()

    def add(self, report: str) -> None:
        """Take in one more error that came while this one was shown."""
        self._more += 1
        self.text.appendPlainText(f"\n----\n\n{report}")
        self.counted.setText(self.tr("%n more errors came since.", "", self._more))
        self.counted.show()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(self.tr("Copied"))
