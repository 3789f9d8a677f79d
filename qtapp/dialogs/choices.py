"""A sheet that asks by choices, one under the other or beside one another. Lays out; knows no question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from qtapp.dialogs.sheet import Sheet

Answers = Mapping[str, object]
"""What is chosen and typed, by the names of the controls."""


class ChoiceSheet(Sheet):
    """Choices bear the names that tests and styles know, and say their words without marks to assistive technology."""

    def columns(self, number: int) -> list[QVBoxLayout]:
        """Columns beside one another: a sheet of many questions is lower than the least window so."""
        row = QHBoxLayout()
        row.setSpacing(32)
        made = []
        for _ in range(number):
            made.append(QVBoxLayout())
            made[-1].setSpacing(self.column.spacing())
            row.addLayout(made[-1], 1)
        self.column.addLayout(row)
        return made

    @contextmanager
    def within(self, column: QVBoxLayout) -> Iterator[None]:
        """What is asked in the block stands in this column."""
        outer, self.column = self.column, column
        yield
        column.addStretch(1)
        self.column = outer

    def radios(self, choices: dict[str, str]) -> QButtonGroup:
        """One of several, by name; the first is chosen."""
        group = QButtonGroup(self)
        for name, text in choices.items():
            radio = QRadioButton(text, self)
            radio.setObjectName(name)
            radio.setAccessibleName(text.replace("&", ""))
            radio.setChecked(not group.buttons())
            group.addButton(radio)
            self.column.addWidget(radio)
        return group

    def check(self, name: str, text: str) -> QCheckBox:
        """Yes or no."""
        box = QCheckBox(text, self)
        box.setObjectName(name)
        box.setAccessibleName(text.replace("&", ""))
        self.column.addWidget(box)
        return box

    def answers(self) -> dict[str, object]:
        """What is chosen and typed."""
        found: dict[str, object] = {one.objectName(): one.currentIndex() for one in self.findChildren(QComboBox)}
        found |= {one.objectName(): one.text() for one in self.findChildren(QLineEdit)}
        return found | {one.objectName(): one.isChecked() for one in self.findChildren(QAbstractButton)}

    def take(self, answers: Answers) -> None:
        """Choose and type this; what is not named stays. One of several comes last: a box may choose one."""
        for field in self.findChildren(QLineEdit):
            if isinstance(text := answers.get(field.objectName()), str):
                field.setText(text)
        for box in self.findChildren(QComboBox):
            if isinstance(place := answers.get(box.objectName()), int) and place < box.count():
                box.setCurrentIndex(place)
        for kind in (QCheckBox, QRadioButton):
            for button in self.findChildren(kind):
                if isinstance(chosen := answers.get(button.objectName()), bool) and (chosen or kind is QCheckBox):
                    button.setChecked(chosen)

    def in_a_row(self, *widgets: QWidget) -> None:
        """Put choices beside one another: small screens have no room for a line of each."""
        row = QHBoxLayout()
        row.setSpacing(10)
        for widget in widgets:
            self.column.removeWidget(widget)
            row.addWidget(widget)
        row.addStretch(1)
        self.column.addLayout(row)

    def put_beside(self, widget: QWidget, choice: QWidget) -> None:
        """Put a choice on the line of one that is there already."""
        self.column.removeWidget(choice)
        row = QHBoxLayout()
        row.setSpacing(24)
        self.column.insertLayout(self.column.indexOf(widget), row)
        self.column.removeWidget(widget)
        row.addWidget(widget)
        row.addWidget(choice)
        row.addStretch(1)

    def put_under(self, widget: QWidget, choice: QWidget) -> None:
        """Put a choice under what it belongs to."""
        self.column.removeWidget(choice)
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 0, 0)
        row.addWidget(choice)
        self.column.insertLayout(self.column.indexOf(widget) + 1, row)
