"""A source beside its file: the numbers, the tickets of each, field by field, and what is decided of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from qtapp.action_row import Need
from qtapp.counted import counted
from qtapp.kit.elided import text_line
from qtapp.kit.ground import ground, hold_rows, line
from qtapp.kit.segments import Segments
from qtapp.kit.stepper import Stepper
from qtapp.kit.theme import BODY, SECONDARY, TITLE, font, tokens
from qtapp.kit.two_panes import TwoPanes
from qtapp.kit.widgets import KeyHint
from qtapp.session import Session
from qtapp.source_actions import DRIFT_LOOKS
from qtapp.sources.comparing import Comparing
from qtapp.sources.drift_bar import DriftBar
from qtapp.sources.drift_fields import DriftFields
from qtapp.sources.drift_list import DriftList, differs_words, line_words
from qtapp.sources.own_field import OwnField
from qtapp.sources.values import field_words, written

WIDTHS = (430, 336)


class DriftView(QWidget):
    """Shows a comparison; what is to be done with all of it is asked for."""

    take_wanted = Signal()
    leave_wanted = Signal()
    tickets_wanted = Signal(str, int)
    changed = Signal()
    """What is shown, or what is current in it, is another."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("driftView")
        self.comparing = Comparing(session, self)
        self.name = text_line(self, "driftName", TITLE, bold=True)
        self.says = text_line(self, "driftSays", SECONDARY, "text2")
        self.looks = Segments(self._look_words(), self)
        self.hint = KeyHint("", self)
        self.panes = TwoPanes(self, WIDTHS)
        self.left = QFrame(self.panes)
        ground(self.left, "surface")
        self.left.setMinimumWidth(280)
        self.list = DriftList(self.comparing, self.left)
        self.pane = QWidget(self.panes)
        ground(self.pane, "surface")
        self.title = text_line(self.pane, "driftTitle", TITLE, bold=True)
        self.facts = text_line(self.pane, "driftFacts", SECONDARY, "text2")
        ways = {"drift_previous": self.tr("Previous ticket"), "drift_next": self.tr("Next ticket")}
        self.stepper = Stepper(ways, self.pane)
        self.heads = [text_line(self.pane, f"driftHead{n}", SECONDARY, "text2", bold=True) for n in (1, 2)]
        self.nothing = QLabel(self.pane)
        self.area = QScrollArea(self.pane)
        self.fields = DriftFields(self.comparing, self.area)
        self.own = OwnField(self.pane)
        self._stack = QStackedWidget(self.pane)
        self.bar = DriftBar(self.comparing, self.pane)
        self.bar.allow(not session.review.read_only)
        self.panes.hold(self.left, self.pane)
        self._lay_out()
        self.deeds = self._make_deeds()
        self._connect()

    def _look_words(self) -> dict[str, str]:
        return {
            "unchanged": self.tr("Unchanged"),
            "there": self.tr("Changed there"),
            "here": self.tr("Changed here"),
            "both": self.tr("In both"),
            "new": self.tr("New"),
            "gone": self.tr("Gone"),
            "moved": self.tr("Moved"),
        }

    def _lay_out(self) -> None:
        self.nothing.setFont(font(BODY))
        self.nothing.setStyleSheet(f"color: {tokens().text2}")
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.area.setObjectName("driftArea")
        hold_rows(self.area, self.fields)
        for part in (self.area, self.nothing, self.own):
            self._stack.addWidget(part)
        head = QVBoxLayout()
        head.setContentsMargins(20, 10, 20, 8)
        head.setSpacing(6)
        looks = QHBoxLayout()
        looks.addWidget(self.looks)
        looks.addWidget(self.hint)
        looks.addStretch(1)
        head.addWidget(self.name)
        head.addWidget(self.says)
        head.addLayout(looks)
        left = QVBoxLayout(self.left)
        left.setContentsMargins(0, 8, 0, 0)
        left.addWidget(self.list)
        self._lay_out_pane()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(line(self))
        column.addWidget(self.panes, 1)

    def _lay_out_pane(self) -> None:
        first, heads = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.title, 1)
        first.addWidget(self.stepper)
        heads.setSpacing(12)
        for one in self.heads:
            heads.addWidget(one, 1)
        inner = QVBoxLayout()
        inner.setContentsMargins(24, 14, 20, 0)
        inner.setSpacing(4)
        inner.addLayout(first)
        inner.addWidget(self.facts)
        inner.addSpacing(6)
        inner.addLayout(heads)
        inner.addWidget(self._stack, 1)
        column = QVBoxLayout(self.pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inner, 1)
        column.addWidget(self.bar)

    def _connect(self) -> None:
        comparing = self.comparing
        self.looks.chosen.connect(self._show_look)
        for part in (self.bar, self.stepper):
            part.wanted.connect(self.do)
        self.list.right_wanted.connect(self.focus_pane)
        self.list.ticket_wanted.connect(self.show_ticket)
        self.list.leave_wanted.connect(self.leave_wanted)
        self.fields.left_wanted.connect(self.focus_list)
        self.fields.ticket_wanted.connect(self.show_ticket)
        self.own.written.connect(self._written)
        self.own.left.connect(self._show_fields)
        comparing.shown_changed.connect(self._say)
        comparing.current_changed.connect(self._follow)
        comparing.decided.connect(self._show_field)

    def _make_deeds(self) -> dict[str, Callable[[], object]]:
        comparing = self.comparing
        return {
            **{f"drift_{look}": partial(self._show_look, look) for look in DRIFT_LOOKS},
            "drift_next": partial(comparing.step, 1),
            "drift_previous": partial(comparing.step, -1),
            "drift_skip": partial(comparing.step, 1),
            "drift_next_field": lambda: comparing.go_field(comparing.field + 1),
            "drift_previous_field": lambda: comparing.go_field(comparing.field - 1),
            "drift_ours": partial(comparing.choose, "ours"),
            "drift_theirs": partial(comparing.choose, "theirs"),
            "drift_edit": self.edit,
            "drift_all_ours": partial(comparing.choose_all, "ours"),
            "drift_all_theirs": partial(comparing.choose_all, "theirs"),
            "drift_take": self.take_wanted.emit,
            "drift_leave": self.leave_wanted.emit,
        }

    # What is shown

    def _show_look(self, look: str) -> None:
        self.comparing.show(look)
        self.focus_list()

    def _say(self) -> None:
        """The numbers of the whole comparison."""
        plan = self.comparing.plan
        if plan is None:
            return
        self.name.setText(plan.name)
        self.says.setText(self.summary())
        self.looks.show_choice(self.comparing.look, {one: self.comparing.count(one) for one in DRIFT_LOOKS})

    def words(self) -> str:
        """A comparison in a sentence."""
        return self.summary().split("   ")[0]

    def summary(self) -> str:
        """A comparison in some sentences."""
        plan = self.comparing.plan
        if plan is None:
            return ""
        words = {
            "same": self.tr("The file is as it was read."),
            "emptied": self.tr("The file is empty now."),
            "missing": self.tr("The file is not there any more."),
        }.get(plan.stand) or self.tr("The file has changed: {now} now, {before} before.")
        now, before = counted(plan.counts.tickets, "tickets"), counted(plan.counts.before, "tickets")
        more = [words.format(now=now, before=before)]
        if plan.another_batch and plan.size:
            words = self.tr("{firm} of {n} are known again: it may be another batch.")
            more.append(words.format(firm=f"{plan.firm:,}", n=f"{plan.of:,}"))
        if plan.counts.returned:
            more.append(self.tr("{n} were parked and are back again.").format(n=f"{plan.counts.returned:,}"))
        return "   ".join(more)

    def _follow(self) -> None:
        current = self.comparing.current
        self.title.setText(" ".join(current.title[:300].split()) if current is not None else "")
        row = self.comparing.row()
        of = self.tr("{n} of {all}").format(n=f"{row + 1:,}", all=f"{len(self.comparing.shown):,}")
        parts = (line_words(current), differs_words(current), of) if current is not None else ()
        self.facts.setText("   ".join(filter(None, parts)))
        self.stepper.setVisible(current is not None)
        self._show_fields()
        self.area.verticalScrollBar().setValue(0)
        self._show_field()

    def _show_fields(self) -> None:
        """The fields, or why there are none; the keyboard comes back from writing."""
        wrote = self.own.isAncestorOf(self.window().focusWidget() or self)
        some = bool(self.comparing.fields())
        self._stack.setCurrentWidget(self.area if some else self.nothing)
        for place, head in enumerate(self.heads):
            new = self.comparing.current is not None and self.comparing.current.state == "new"
            head.setVisible(some and (place == 1 or not new))
            head.setText(self.fields.side_words(place, self.comparing.fields()[0]) if some else "")
        self.nothing.setText(self._why_nothing())
        if wrote:
            self.focus_list()

    def _why_nothing(self) -> str:
        current = self.comparing.current
        if current is None:
            return self.tr("There is no ticket of this kind.")
        if current.state == "gone":
            return self.tr("It is not in the file any more. It is parked, and comes back when the file has it again.")
        return self.tr("Both sides say the same of it.")

    def _show_field(self) -> None:
        if self.comparing.plan is None:
            return
        area = self.fields.current_area()
        self.area.ensureVisible(0, area.bottom(), 0, 8)
        self.area.ensureVisible(0, area.top(), 0, 8)
        self.changed.emit()

    # What is done

    def edit(self) -> None:
        """Let the current field be written anew, beginning with what stands here."""
        field = self.comparing.current_field()
        if field is not None and self.comparing.is_conflict(field):
            had = self.comparing.own.get(self.comparing.key(field), field.ours)
            self._stack.setCurrentWidget(self.own)
            self.own.begin(field_words(field.field), written(had))

    def _written(self, text: str) -> None:
        self._show_fields()
        self.comparing.write(text)

    def show_ticket(self) -> None:
        """Show the current ticket, where the review has it."""
        if self.comparing.current is not None and self.comparing.current.ticket_id:
            ticket = self.comparing.current.ticket_id
            parked = "is:parked " if self.comparing.current.returned else ""
            self.tickets_wanted.emit(f"{parked}id:{ticket}", ticket)

    def do(self, action: str) -> None:
        """Do what an action of the comparison is for."""
        self.deeds[action]()

    # What the page asks

    def needs(self) -> Sequence[Need]:
        """What holds while it is shown."""
        if self._stack.currentWidget() is self.own:
            return []
        torn = self.comparing.is_conflict(self.comparing.current_field())
        return ["drift", "conflicted"] if torn else ["drift"]

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""
        first, last = (keys.get(f"drift_{look}", "") for look in (DRIFT_LOOKS[0], DRIFT_LOOKS[-1]))
        self.hint.setText(f"{first} – {last}")
        self.bar.show_keys(keys)
        self.stepper.show_keys(keys)

    def stops(self) -> Sequence[QWidget]:
        """The widgets that the keyboard goes round."""
        return [self.list, self.fields] if self.comparing.fields() else [self.list]

    def focus_list(self) -> None:
        """Give the keyboard to the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_pane(self) -> None:
        """Give the keyboard to the fields."""
        self.stops()[-1].setFocus(Qt.FocusReason.OtherFocusReason)
