"""The parts of a ticket in reading order: problem, other fields, and the thread with its speakers.

Says what is written into the document and which parts are folded; how it looks is known to `formats`, and where it is
painted to `thread`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from db.values import CONVERSATION, PROBLEM, REPLIES, Ticket, Turn
from qtapp.detail.compose import Bubble, Composed, Writer
from qtapp.detail.formats import PAD_Y, Side
from qtapp.detail.inline import Paragraph
from qtapp.detail.rendering import plain, render
from qtapp.kit.stretches import stretches

ACTION = "winnow:"
"""Scheme of the links that act on the pane. No text of a ticket becomes one: `rendering` links to the web alone."""

LONG = 6_000
"""A message longer than this is folded to its `BEGINNING` until somebody asks for all of it."""
BEGINNING = 2_000
MANY_TURNS = 300
COMPARED = 1_200
"""Characters of an edited reply that are compared with the source."""
translate = QCoreApplication.translate
SIDES: dict[str | None, Side] = {"customer": "left", "staff": "right", None: "plain"}


def write(writer: Writer, ticket: Ticket, opened: set[str], keys: tuple[str, str]) -> Composed:
    """Write a ticket's texts into the writer's document.

    `opened` names the folded parts that were opened, `keys` are those that step back and on through the replies.
    """
    with writer:
        _problem(writer, ticket, opened)
        _fields(writer, ticket, opened)
        _thread(writer, ticket, opened, keys)
    return writer.composed


def _problem(writer: Writer, ticket: Ticket, opened: set[str]) -> None:
    formats, label = writer.formats, translate("Thread", "Problem")
    paragraphs = render(ticket.problem) if len(ticket.problem) <= LONG else ()
    if not ticket.problem.strip():
        writer.beside(label, plain(translate("Thread", "not recorded")))
    elif len(paragraphs) == 1 and not paragraphs[0].marker and formats.fits_beside_label(ticket.problem):
        writer.beside(label, paragraphs[0])
    else:
        writer.block(formats.row(16), formats.heading)
        writer.text(label, formats.heading)
        _message(writer, ticket.problem, "plain", 6, "problem", opened)
    before = ticket.originals.get(PROBLEM)
    if PROBLEM in ticket.edited and isinstance(before, str):
        writer.block(formats.row(6), formats.small)
        writer.text(translate("Thread", "Source:") + " ", formats.faint)
        writer.diff(stretches(before, ticket.problem))


def _fields(writer: Writer, ticket: Ticket, opened: set[str]) -> None:
    names = [name for name, _ in ticket.fields]
    beside = ticket.conversation is not None and bool(ticket.replies)
    if beside:
        names.append(translate("Thread", "Reply section"))
    if not names:
        return
    _fold(writer, "fields", translate("Thread", "Other fields"), f"{len(names)}\u2002·\u2002{'、'.join(names)}", opened)
    if "fields" not in opened:
        return
    for n, (name, text) in enumerate(ticket.fields):
        _name(writer, name)
        _message(writer, text, "plain", 4, f"field:{n}", opened)
    if beside:
        _name(writer, translate("Thread", "Reply section"))
        for n, turn in enumerate(ticket.replies):
            _message(writer, turn.text, "plain", 4, f"reply:{n}", opened)


def _thread(writer: Writer, ticket: Ticket, opened: set[str], keys: tuple[str, str]) -> None:
    turns = ticket.thread
    _thread_heading(writer, turns, keys)
    field = REPLIES if ticket.conversation is None else CONVERSATION
    if field in ticket.edited:
        _source_turns(writer, ticket.originals.get(field), turns, opened)
    if not turns:
        writer.block(writer.formats.row(8), writer.formats.small)
        writer.icon("info", writer.formats.small)
        writer.text(translate("Thread", "No reply recorded"), writer.formats.small)
    shown = turns if "turns" in opened else turns[:MANY_TURNS]
    _turns(writer, shown, opened)
    if len(shown) < len(turns):
        _action_row(writer, "turns", translate("Thread", "Show all {n} turns").format(n=f"{len(turns):,}"))
    writer.block(writer.formats.row(4), writer.formats.small)


def _turns(writer: Writer, turns: Sequence[Turn], opened: set[str]) -> None:
    number = 1
    for speaker, group in groupby(turns, lambda turn: turn.speaker):
        side = SIDES[speaker]
        _speaker(writer, speaker, number)
        for n, turn in enumerate(group):
            above = (PAD_Y + 5 if n == 0 else 2 * PAD_Y + 5) if side != "plain" else 6
            first = writer.block_number + 1
            width = _message(writer, turn.text, side, above, f"turn:{number}", opened)
            writer.composed.bubbles.append(Bubble(first, writer.block_number, side, number, width))
            number += 1


def _speaker(writer: Writer, speaker: str | None, number: int) -> None:
    formats = writer.formats
    words = {
        "customer": translate("Thread", "Customer"),
        "staff": translate("Thread", "Staff"),
        None: translate("Thread", "Speaker not recorded"),
    }
    writer.block(formats.row(PAD_Y + 10, align_right=speaker == "staff"), formats.small)
    if speaker:
        writer.icon(speaker, formats.small)
    writer.text(f"{words[speaker]} · {number}", formats.small)


def _thread_heading(writer: Writer, turns: Sequence[Turn], keys: tuple[str, str]) -> None:
    formats = writer.formats
    writer.block(formats.row(14, tab=True), formats.heading)
    writer.text(translate("Thread", "Thread"), formats.heading)
    if turns:
        writer.text("\u2002" + " · ".join(_counts(turns)), formats.faint)
        writer.text("\t" + translate("Thread", "step") + "\u2002", formats.faint)
        for key, step in zip(keys, ("previous", "next"), strict=True):
            writer.marked(f"\u00a0\u00a0{key}\u00a0\u00a0", "key", formats.action(f"{ACTION}{step}", 11))
            writer.text("\u2002" if step == "previous" else "", formats.faint)


def _counts(turns: Sequence[Turn]) -> Iterator[str]:
    yield translate("Thread", "1 turn") if len(turns) == 1 else translate("Thread", "{n} turns").format(n=len(turns))
    staff = sum(turn.speaker == "staff" for turn in turns)
    customer = sum(turn.speaker == "customer" for turn in turns)
    if staff:
        yield translate("Thread", "{n} staff").format(n=staff)
    if customer:
        yield translate("Thread", "{n} customer").format(n=customer)


def _source_turns(writer: Writer, before: object, turns: Sequence[Turn], opened: set[str]) -> None:
    """What the source says of an edited thread: turns that differ where they are as many, else all of it, folded."""
    if not isinstance(before, tuple):
        return
    if len(before) == len(turns):
        for n, (was, now) in enumerate(zip(before, turns, strict=True), 1):
            if was != now:
                writer.block(writer.formats.row(6), writer.formats.small)
                writer.text(translate("Thread", "Source, reply {n}:").format(n=n) + " ", writer.formats.faint)
                writer.diff(stretches(was.text[:COMPARED], now.text[:COMPARED]))
        return
    _fold(
        writer,
        "source",
        translate("Thread", "Edited; the source said"),
        translate("Thread", "{n} turns").format(n=len(before)),
        opened,
    )
    if "source" in opened:
        for n, turn in enumerate(before):
            _message(writer, turn.text, "plain", 4, f"source:{n}", opened)


def _message(writer: Writer, text: str, side: Side, above: int, part: str, opened: set[str]) -> float | None:
    folded = len(text) > LONG and part not in opened
    paragraphs: tuple[Paragraph, ...] = (plain(text[:BEGINNING] + "…"),) if folded else render(text)
    width = writer.message(paragraphs, side, above)
    if folded:
        block = writer.formats.message(side, 4)
        writer.block(block, writer.formats.small)
        label = translate("Thread", "Show all {n} characters").format(n=f"{len(text):,}")
        writer.text(label, writer.formats.action(ACTION + "open/" + part))
    return width


def _fold(writer: Writer, part: str, label: str, rest: str, opened: set[str]) -> None:
    formats = writer.formats
    is_open = part in opened
    writer.block(formats.row(12), formats.small)
    writer.icon("open" if is_open else "closed", formats.small)
    writer.text(label, formats.action(ACTION + ("close/" if is_open else "open/") + part))
    writer.text("\u2002" + rest, formats.faint)


def _action_row(writer: Writer, part: str, label: str) -> None:
    writer.block(writer.formats.row(PAD_Y + 10), writer.formats.small)
    writer.text(label, writer.formats.action(ACTION + "open/" + part))


def _name(writer: Writer, name: str) -> None:
    writer.block(writer.formats.row(10), writer.formats.small)
    writer.text(name, writer.formats.heading)
