"""One group: what its labels become, how they were found to be one, each with its tickets, and what can be decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from qtapp.counted import counted
from qtapp.kit import paint
from qtapp.kit.below import lay_below
from qtapp.kit.elided import text_line
from qtapp.kit.stepper import Stepper
from qtapp.kit.theme import BODY, SECONDARY, SMALL, TITLE, font, tokens
from qtapp.labels.group_bar import GroupBar
from qtapp.labels.group_list import head_words
from qtapp.labels.groups import Groups
from qtapp.labels.label_list import LabelList
from qtapp.labels.words import clipped, method_words, one_line
from qtapp.picking.picker import Picker
from qtapp.picking.suggestion import Suggestion

PAUSE = 40
"""Milliseconds that a group has to be current before what merging would do is counted: a key held down goes on."""
LINE, GAP = 24, 24
LEAST = 420
"""Height of the pane below which no tickets are shown."""


class Examples(QWidget):
    """Titles of tickets, label beside label, as many as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("groupExamples")
        self._columns: Sequence[tuple[str, Sequence[str]]] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def show_titles(self, columns: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Show titles, each column under a line that says whose they are."""
        self._columns = columns
        said = [f"{head}: " + "; ".join(one[:200] for one in titles) for head, titles in columns]
        self.setAccessibleName(self.tr("Tickets of the labels"))
        self.setAccessibleDescription("\n".join(said))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, width = QPainter(self), (self.width() + GAP) // max(1, len(self._columns))
        for place, (head, titles) in enumerate(self._columns):
            line = QRect(place * width, 0, width - GAP, LINE)
            shown = paint.elide(head, SECONDARY, line.width())
            paint.write(painter, line, shown, font(SECONDARY, bold=True), tokens().text2)
            for title in titles[: self.height() // LINE - 1]:
                line.translate(0, LINE)
                shown = paint.elide(one_line(title[:300]), BODY, line.width())
                paint.write(painter, line, shown, font(BODY), tokens().text)


class GroupPane(QWidget):
    """Follows the current group."""

    wanted = Signal(str)
    """The id of an action whose button was pressed."""
    written = Signal(str)
    """A label was chosen or written to become that of all."""
    done = Signal()
    """Writing is over, whatever came of it."""

    def __init__(self, groups: Groups, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("groupPane")
        self._groups = groups
        self._keys: Mapping[str, str] = {}
        self.caption = text_line(self, "groupCaption", SECONDARY, "text2")
        self.title = text_line(self, "groupTitle", TITLE, bold=True)
        self.facts = text_line(self, "groupFacts", SECONDARY, "text2")
        ways = {"variants_previous": self.tr("Previous group"), "variants_next": self.tr("Next group")}
        self.stepper = Stepper(ways, self)
        self.field = Picker(self._suggest, self.tr("A new label: “{text}”"), self)
        self.field.setObjectName("groupField")
        self.field.setAccessibleName(self.tr("Label to merge into"))
        self.field.setFixedHeight(30)
        self.labels = LabelList(groups, self)
        self.hints = text_line(self, "groupHints", SMALL, "text3")
        self.examples = Examples(self)
        self.bar = GroupBar(groups, self)
        self.nothing = QLabel(self)
        self.nothing.setObjectName("noGroup")
        self.nothing.setFont(font(BODY))
        self.nothing.setWordWrap(True)
        self.nothing.setStyleSheet(f"color: {tokens().text2}")
        self.nothing.setContentsMargins(24, 20, 24, 0)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._target = QStackedWidget(self)
        self._whole = self._lay_out()
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._connect()
        self.refresh()

    def _lay_out(self) -> QWidget:
        whole = QWidget(self)
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self.caption, 1)
        first.addWidget(self.stepper)
        for part in (self.title, self.field):
            self._target.addWidget(part)
        self._target.setFixedHeight(32)
        inner = QVBoxLayout()
        inner.setContentsMargins(24, 14, 20, 8)
        inner.setSpacing(4)
        inner.addLayout(first)
        inner.addWidget(self._target)
        inner.addWidget(self.facts)
        inner.addSpacing(6)
        inner.addWidget(self.labels, 1)
        inner.addWidget(self.hints)
        inner.addSpacing(8)
        inner.addWidget(self.examples, 1)
        lay_below(whole, inner, self.bar, filling=inner)
        lay_below(self, self.nothing, whole, filling=whole).setStretchFactor(self.nothing, 1)
        return whole

    def _connect(self) -> None:
        groups = self._groups
        for part in (self.bar, self.stepper):
            part.wanted.connect(self.wanted)
        self.field.picked.connect(self._written)
        self.field.created.connect(self._written)
        self.field.given_up.connect(self.end)
        self.labels.row_changed.connect(self._follow_label)
        self._soon.timeout.connect(self.settle)
        groups.current_changed.connect(self.refresh)
        groups.plan_changed.connect(self.refresh)
        groups.shown_changed.connect(self._say_facts)

    # What is shown

    def refresh(self) -> None:
        """Show the current group as it stands."""
        group = self._groups.current
        self._whole.setVisible(group is not None)
        self.nothing.setVisible(group is None)
        self._say_facts()
        if group is None:
            return
        hollow = self._groups.is_hollow
        self._say_caption()
        self.title.setText(head_words(group) if hollow else one_line(self._groups.target[:400]))
        self.bar.name_for(hollow)
        self._say_hints()
        self.bar.plan = ""
        self.bar.refresh()
        self._soon.start()

    def _say_caption(self, replaced: Sequence[str] = ()) -> None:
        """What the title is, or the field in which something is written in place of labels."""
        if len(replaced) > 1:
            words = self.tr("In place of {labels}").format(labels=counted(len(replaced), "hollow"))
        elif replaced:
            words = self.tr("In place of “{label}”").format(label=clipped(replaced[0]))
        else:
            words = self.tr("To be replaced") if self._groups.is_hollow else self.tr("Merge into")
        self.caption.setText(words)

    def _say_facts(self) -> None:
        group, row = self._groups.current, self._groups.row_of(self._groups.current)
        if group is None:
            self.nothing.setText(self._why_nothing())
            return
        facts = [method_words(group.method), counted(len(group.labels), "labels"), counted(group.tickets, "tickets")]
        facts.append(self.tr("{n} of {all}").format(n=row + 1, all=len(self._groups.groups)))
        self.facts.setText("   ".join(facts))

    def _why_nothing(self) -> str:
        if not self._groups.complete:
            return self.tr("Looking for labels that are probably one…")
        if self._groups.text.strip():
            return self.tr("No group has a label with “{text}”.").format(text=clipped(self._groups.text))
        return self.tr("No two labels are probably one, and all say something.")

    def _say_hints(self) -> None:
        """What can be done with one label of the group."""
        keys = {name: self._keys.get(f"variants_{name}", "") for name in ("take", "out", "apart", "all")}
        words = self.tr("On a label: {take} all become this one, {out} leave it out, {apart} it is none of the others")
        if self._groups.is_hollow:
            words = self.tr("On a label: {out} leave it out.  {all} lets you replace all that are not left out")
        self.hints.setText(words.format(**keys))

    def _follow_label(self) -> None:
        self._soon.start()

    def settle(self) -> None:
        """Count what merging would do, and show tickets of the label that the keyboard is on."""
        self._soon.stop()
        if self._groups.current is None:
            return
        label = self.labels.current_label()
        self.bar.plan = self._groups.plan()
        self.bar.label = label if self._groups.is_hollow or self.labels.hasFocus() else ""
        self.bar.refresh()
        self.examples.show_titles([self._tickets_of(one) for one in self._beside(label)])

    def _beside(self, label: str) -> list[str]:
        """The labels whose tickets are shown: the one that stays, and the one at the keyboard or the first other."""
        group, target = self._groups.current, self._groups.target
        if group is None or self._groups.is_hollow:
            return [label]
        other = label if label != target else next((one.label for one in group.labels if one.label != target), label)
        return list(dict.fromkeys((target, other)))

    def _tickets_of(self, label: str) -> tuple[str, list[str]]:
        return self.tr("Tickets with “{label}”").format(label=clipped(label)), self._groups.examples(label)

    # Writing

    def begin(self, replaced: Sequence[str] = ()) -> None:
        """Let a label be written, or one that exists be chosen; in place of labels that say nothing, where told."""
        self._say_caption(replaced)
        self._target.setCurrentWidget(self.field)
        self.field.begin("" if self._groups.is_hollow else self._groups.target)

    def end(self) -> None:
        """Leave writing; nothing was decided."""
        if self._target.currentWidget() is self.field:
            had_focus = self.field.hasFocus()
            self.field.end()
            self._target.setCurrentWidget(self.title)
            self._say_caption()
            if had_focus:
                self.done.emit()

    def _written(self, text: object) -> None:
        self.end()
        self.written.emit(str(text))

    def _suggest(self, text: str) -> list[Suggestion]:
        return [Suggestion(label, label, count) for label, count in self._groups.suggest(text)]

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""
        self.stepper.show_keys(keys)
        self.bar.show_keys(keys)
        self._keys = keys
        self._say_hints()

    def allow(self, write: bool) -> None:
        """Switch off what would write."""
        self.bar.allow(write)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.examples.setVisible(self.height() > LEAST)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.fill(QPainter(self), event.rect(), tokens().surface)
