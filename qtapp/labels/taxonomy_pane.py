"""One label of the taxonomy: where it is, what it means, some of its tickets, what is below it, what can be decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from db.labels import Node
from qtapp.counted import counted
from qtapp.kit import paint
from qtapp.kit.below import lay_below
from qtapp.kit.elided import text_line
from qtapp.kit.ground import hold_rows
from qtapp.kit.icons import pixmap
from qtapp.kit.stepper import Stepper
from qtapp.kit.theme import BODY, SECONDARY, TITLE, font, tokens
from qtapp.labels.taxonomy_bar import TaxonomyBar
from qtapp.labels.taxonomy_line import TaxonomyLine
from qtapp.labels.taxonomy_meaning import MeaningCard
from qtapp.labels.taxonomy_rows import PaneRow, PaneRows
from qtapp.labels.taxonomy_tree import Marks
from qtapp.labels.taxonomy_words import MARK_ICONS, count_words, mark_sentence

BELOW = 12
"""Labels below one that are listed; the list at the left has all."""


class MarkLine(QWidget):
    """What is to be noticed about a label: a sign and a sentence."""

    def __init__(self, mark: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sign, token = MARK_ICONS[mark]
        picture = QLabel(self)
        picture.setPixmap(pixmap(sign, token, 14))
        self.words = text_line(self, f"mark_{mark}", SECONDARY, token)
        self.words.setText(mark_sentence(mark))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(picture)
        row.addWidget(self.words, 1)


class TaxonomyPane(QWidget):
    """Of the label that it is told."""

    wanted = Signal(str)
    """The id of an action whose button was pressed."""
    ticket_wanted = Signal(object)
    label_wanted = Signal(object)
    left = Signal()

    def __init__(self, writes: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("taxonomyPane")
        self.title = text_line(self, "taxonomyTitle", TITLE, bold=True)
        self.facts = text_line(self, "taxonomyFacts", SECONDARY, "text2")
        ways = {"taxonomy_previous": self.tr("Previous label"), "taxonomy_next": self.tr("Next label")}
        self.stepper = Stepper(ways, self)
        self.marks = {mark: MarkLine(mark, self) for mark in MARK_ICONS}
        self.body = QScrollArea(self)
        inner = self._inner = QWidget(self.body)
        self.meaning = MeaningCard(writes, inner)
        self._examples_name, self._below_name = self._heading(), self._heading()
        self.examples = PaneRows("taxonomyExamples", self.tr("Example tickets"), inner)
        self.below = PaneRows("taxonomyBelow", self.tr("Labels below"), inner)
        self.more = text_line(inner, "taxonomyMore", SECONDARY, "text2")
        self.files = QLabel(inner)
        self.files.setObjectName("taxonomyFiles")
        self.files.setFont(font(SECONDARY))
        self.files.setWordWrap(True)
        self.files.setTextFormat(Qt.TextFormat.PlainText)
        self.files.setStyleSheet(f"color: {tokens().text2}")
        self.line = TaxonomyLine(self)
        self.bar = TaxonomyBar(self)
        self.bar.allow(writes)
        self.nothing = QLabel(self)
        self.nothing.setObjectName("noLabel")
        self.nothing.setFont(font(BODY))
        self.nothing.setWordWrap(True)
        self.nothing.setStyleSheet(f"color: {tokens().text2}")
        self.nothing.setContentsMargins(24, 20, 24, 0)
        self.whole = self._lay_out()
        self._connect()

    def _heading(self) -> QLabel:
        label = QLabel(self._inner)
        label.setFont(font(SECONDARY, bold=True))
        label.setStyleSheet(f"color: {tokens().text2}")
        return label

    def _lay_out(self) -> QWidget:
        whole = QWidget(self)
        first = QHBoxLayout()
        first.addWidget(self.title, 1)
        first.addWidget(self.stepper)
        head = QVBoxLayout()
        head.setContentsMargins(24, 14, 20, 8)
        head.setSpacing(4)
        head.addLayout(first)
        for part in (self.facts, *self.marks.values()):
            head.addWidget(part)
        self._lay_out_body()
        foot = QVBoxLayout()
        foot.setContentsMargins(18, 0, 18, 6)
        foot.addWidget(self.line)
        lay_below(whole, head, self.body, foot, self.bar, filling=self.body)
        lay_below(self, self.nothing, whole, filling=whole).addStretch(0)
        return whole

    def _lay_out_body(self) -> None:
        inner = QVBoxLayout(self._inner)
        inner.setContentsMargins(24, 0, 20, 8)
        inner.setSpacing(4)
        parts: list[QWidget] = [self.meaning, self._examples_name, self.examples, self._below_name, self.below]
        for part in (*parts, self.more, self.files):
            if part in (self._examples_name, self._below_name, self.files):
                part.setContentsMargins(0, 8, 0, 0)
            inner.addWidget(part)
        inner.addStretch(1)
        self.body.setObjectName("taxonomyBody")
        self.body.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        hold_rows(self.body, self._inner)

    def _connect(self) -> None:
        for part in (self.bar, self.stepper, self.meaning):
            part.wanted.connect(self.wanted)
        self.meaning.ticket_wanted.connect(self.ticket_wanted)
        self.meaning.example_wanted.connect(self._take_example)
        self.examples.wanted.connect(self.ticket_wanted)
        self.below.wanted.connect(self.label_wanted)
        for rows in (self.examples, self.below):
            rows.left.connect(self.left)
            rows.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What has the keyboard is in sight."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.body.ensureWidgetVisible(watched, 0, 24)
        return super().eventFilter(watched, event)

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""
        for part in (self.stepper, self.meaning, self.bar):
            part.show_keys(keys)

    # What is shown

    def show_nothing(self, words: str) -> None:
        """There is no label: say why."""
        self.nothing.setText(words)
        self.nothing.show()
        self.whole.hide()

    def show_node(
        self, node: Node, marks: Marks, is_path: bool, children: Sequence[Node], examples: Sequence[PaneRow]
    ) -> None:
        """Show a label."""
        self.nothing.hide()
        self.whole.show()
        self.title.setText(" › ".join(" ".join(name.split()) for name in node.names))
        self.facts.setText("   ".join(self._facts(node)))
        for mark, line in self.marks.items():
            line.setVisible(mark in marks)
        self.meaning.show_term(node.term)
        self._examples_name.setText(self.tr("Examples"))
        self._examples_name.setVisible(bool(examples))
        self.examples.show_rows(examples)
        self._below_name.setText(self.tr("Below it"))
        self._below_name.setVisible(bool(children))
        self.below.show_rows([PaneRow(one.label, one.name, count_words(one), "tag") for one in children[:BELOW]])
        more = len(children) - BELOW
        self.more.setText(self.tr("%Ln more in the list", "", more) if more > 0 else "")
        self.more.setVisible(more > 0)
        self.bar.show_node(node, is_path)

    def _facts(self, node: Node) -> list[str]:
        facts = [count_words(node)]
        if node.children:
            facts.append(self.tr("%Ln labels below it", "", node.children))
        if node.first is not None:
            words = self.tr("first seen in {file}, line {line}")
            facts.append(words.format(file=node.first.source, line=node.first.line))
        facts.append(self.tr("in the taxonomy") if node.term is not None else self.tr("not in the taxonomy"))
        return facts

    def show_files(self, files: Sequence[tuple[str, int]], words: str) -> None:
        """Say in how many files its tickets are, the first of them by name; none: not known yet."""
        text = self.tr("In {files}: {names}").format(files=counted(len(files), "files"), names=words)
        self.files.setText(text if files else "")
        self.files.setVisible(bool(files))

    # What is written

    def _take_example(self) -> None:
        row = self.examples.current()
        if row is not None:
            self.meaning.take_example(int(str(row.key)), row.text)

    def leave(self) -> None:
        """Leave what is being written or asked."""
        self.meaning.end(take=False)
        self.line.end()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.fill(QPainter(self), event.rect(), tokens().surface)
