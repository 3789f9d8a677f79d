"""The report of one file: facts in words, then what was found, each finding a way to its tickets."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget

from db import sentences
from db.drift import Stand
from db.values import SourceReport, StoredFinding
from qtapp.kit.icons import pixmap
from qtapp.kit.theme import font, tokens
from qtapp.kit.tips import plain_tip
from qtapp.kit.widgets import Button
from qtapp.session import translate
from qtapp.sources.report import SHOWN, Group, groups, heading_of, sentence_of, tickets_of


class ReportView(QWidget):
    """A column of sentences; made anew for each file."""

    tickets_wanted = Signal(str, int)
    synonym_wanted = Signal(str, str, int)
    """A heading, the role it has, and the source to be read again."""
    compare_wanted = Signal()
    """The source is to be compared with its file as it is on disk now."""

    def __init__(
        self,
        report: SourceReport,
        stand: Stand | None,
        earlier: bool = False,
        keys: Mapping[str, str] = MappingProxyType({}),
        parent: QWidget | None = None,
    ) -> None:
        """`stand` is how the file stands, where it is not as it was read; `earlier`: another batch was read from it
        since; `keys` are those of its buttons, by their actions."""
        super().__init__(parent)
        self._report, self._stand, self._keys = report, stand, keys
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 18, 24, 24)
        self._column.setSpacing(6)
        self._facts(earlier)
        found = groups(report)
        self._words(
            self.tr("Findings") if found else self.tr("Nothing to remark on in this file."), 13, "text", bold=True
        )
        for group in found:
            self._group(group)
        self._column.addStretch(1)

    def _words(self, text: str, size: int = 13, colour: str = "text2", bold: bool = False) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(font(size, bold=bold))
        label.setStyleSheet(f"color: {getattr(tokens(), colour)}")
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column.addWidget(label)
        return label

    def _facts(self, earlier: bool) -> None:
        report = self._report
        self._words(report.name, 18, "text", bold=True)
        self._words(report.path, 12, "text3")
        read = self.tr("%Ln tickets read", "", report.tickets)
        if report.declared is None:
            self._words(self.tr("{read}; the file states no number.").format(read=read))
        elif report.declared == report.tickets:
            self._words(self.tr("{read}, as many as the file states.").format(read=read))
        else:
            told = self.tr("{read}; the file states {declared}.").format(read=read, declared=report.declared)
            self._words(told, colour="warn")
        self._words(sentences.dialect(report.dialect, translate))
        if self._stand is not None:
            self._words(self._changed(self._stand), colour="warn")
        if earlier:
            self._words(self.tr("An earlier batch: other tickets were read from the same file since."))
        row = QHBoxLayout()
        tickets = self._button(self.tr("Show its tickets"), "showSource", tickets_of(report), 0)
        tickets.set_key(self._keys.get("sources_tickets", "T"))
        row.addWidget(tickets)
        again = Button(
            self.tr("Compare with the file"), self, icon="refresh", key=self._keys.get("sources_compare", "C")
        )
        if self._stand is not None:
            again.look = "primary"
        again.setObjectName("compareSource")
        again.clicked.connect(self.compare_wanted)
        row.addWidget(again)
        row.addStretch(1)
        self._column.addLayout(row)
        self._column.addSpacing(12)

    def _changed(self, stand: Stand) -> str:
        return {
            "changed": self.tr("The file has changed on disk since it was read. Nothing was taken in yet."),
            "emptied": self.tr("The file is empty now. What was read of it stays until you take that in."),
            "missing": self.tr("The file is not there any more. What was read of it stays."),
        }.get(stand) or self.tr("The file cannot be read. What was read of it stays.")

    def _button(self, text: str, name: str, query: str, ticket: int) -> Button:
        button = Button(text, self)
        button.setObjectName(name)
        button.setProperty("query", query)
        button.setProperty("ticket", ticket)
        button.clicked.connect(self._follow)
        return button

    def _follow(self) -> None:
        asked = self.sender()
        self.tickets_wanted.emit(str(asked.property("query")), int(asked.property("ticket")))

    def _group(self, group: Group) -> None:
        """A kind of finding: its first places, each a link, and one button for all of its tickets."""
        asked: set[str] = set()
        for finding in group.findings[:SHOWN]:
            row = QHBoxLayout()
            row.setSpacing(6)
            row.addWidget(self._place(finding, group), 100)
            heading = heading_of(finding)
            if heading and heading not in asked:
                row.addWidget(self._synonym_button(finding))
                asked.add(heading)
            row.addStretch(1)
            self._column.addLayout(row)
        if len(group.findings) > SHOWN:
            words = self.tr("and %Ln more of this kind", "", len(group.findings) - SHOWN)
            self._words(words, 12, "text3").setIndent(26)
        if group.tickets > 1:
            row = QHBoxLayout()
            text = self.tr("Show these %Ln tickets", "", group.tickets)
            row.addWidget(self._button(text, "showFinding", group.query, 0))
            row.addStretch(1)
            self._column.addLayout(row)
        self._column.addSpacing(8)

    def _place(self, finding: StoredFinding, group: Group) -> QWidget:
        words = sentence_of(finding, translate)
        sentence = self.tr("Line {line}: {finding}").format(line=finding.line, finding=words) if finding.line else words
        ticket = finding.ticket_id or 0
        if not ticket:
            return self._remark(sentence)
        button = self._button(sentence, "finding", group.query, ticket)
        button.look, button.icon_name, button.icon_token = "ghost", "warning", "warn"
        button.setToolTip(plain_tip(sentence))
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setMaximumWidth(button.sizeHint().width())  # a long one is cut where the window ends
        return button

    def _remark(self, sentence: str) -> QWidget:
        """A finding that leads to no ticket, in line with those that do."""
        remark = QWidget(self)
        row = QHBoxLayout(remark)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        sign, label = QLabel(remark), QLabel(sentence, remark)
        sign.setPixmap(pixmap("warning", "warn", 16))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        return remark

    def _synonym_button(self, finding: StoredFinding) -> Button:
        button = Button(self.tr("This heading means…"), self, icon="tag")
        button.setObjectName("addSynonym")
        button.setAccessibleName(self.tr("Say what the heading {heading} means").format(heading=heading_of(finding)))
        menu = QMenu(button)
        for role, words in self._roles().items():
            action = menu.addAction(words)
            action.setData((heading_of(finding), role))
        menu.triggered.connect(self._mean)
        button.setMenu(menu)
        return button

    def _roles(self) -> dict[str, str]:
        return {
            "problem": self.tr("Problem"),
            "replies": self.tr("Replies"),
            "conversation": self.tr("Conversation"),
            "root_cause": self.tr("Root cause"),
            "category": self.tr("Category"),
            "other": self.tr("Another field"),
        }

    def _mean(self, action: QAction) -> None:
        heading, role = action.data()
        self.synonym_wanted.emit(heading, role, self._report.id)
