"""What is said of labels and of what is planned for them: words alone, computed from plans of the library."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from db.labels import Keeping, Node, Relabelling
from qtapp.counted import counted
from qtapp.labels.taxonomy_tree import Tree
from qtapp.labels.words import clipped

translate = QCoreApplication.translate

MARK_ICONS = {"retired": ("status-excluded", "text2"), "outside": ("warning", "warn"), "empty": ("question", "text2")}
"""The sign of a mark, and the token of its colour."""
FILES = 3
"""Files that are named."""


def mark_word(mark: str) -> str:
    """A mark in a word or two."""
    return {
        "retired": lambda: translate("TaxonomyWords", "retired"),
        "outside": lambda: translate("TaxonomyWords", "outside"),
        "empty": lambda: translate("TaxonomyWords", "says nothing"),
    }[mark]()


def mark_sentence(mark: str) -> str:
    """What a mark means."""
    return {
        "retired": lambda: translate("TaxonomyWords", "Retired: it is not offered, and cannot be given any more."),
        "outside": lambda: translate("TaxonomyWords", "Outside the taxonomy that tickets are held to."),
        "empty": lambda: translate("TaxonomyWords", "It says nothing that would not fit any ticket."),
    }[mark]()


def count_words(node: Node) -> str:
    """How many tickets have a label, and how many it itself."""
    if node.tickets == node.total:
        return counted(node.total, "tickets")
    words = translate("TaxonomyWords", "{tickets}, {n} of them directly")
    return words.format(tickets=counted(node.total, "tickets"), n=f"{node.tickets:,}")


def file_words(files: Sequence[tuple[str, int]]) -> str:
    """The first of some files, each with its tickets, and how many more there are."""
    listed = sorted(files, key=lambda one: -one[1])
    named = [f"{name} ({tickets:,})" for name, tickets in listed[:FILES]]
    if len(files) > FILES:
        named.append(translate("TaxonomyWords", "%Ln more", "", len(files) - FILES))
    return ", ".join(named)


# What Enter would do


def relabel_words(tree: Tree, plan: Relabelling) -> str:
    """What a plan would change: tickets, files, and which labels it joins."""
    if not plan.labels and plan.old == plan.new:
        return translate("TaxonomyWords", "It is that already: nothing would change.")
    if not plan.labels:
        return translate("TaxonomyWords", "No ticket of this label is found: nothing would change.")
    return " ".join(filter(None, (_becomes(plan), _joins(tree, plan), _files(plan))))


def _becomes(plan: Relabelling) -> str:
    values = {"tickets": counted(len(plan.tickets), "tickets"), "label": clipped(plan.new)}
    if not plan.tickets:
        words = translate("TaxonomyWords", "Enter makes it “{label}”. No ticket has it: only the taxonomy changes.")
    elif len({one.new for one in plan.labels}) > 1:
        values["labels"] = counted(len(plan.labels), "labels")
        words = translate("TaxonomyWords", "Enter makes it “{label}”, with all below it: {labels} on {tickets}.")
    elif plan.whole:
        words = translate("TaxonomyWords", "Enter makes it “{label}” on {tickets}.")
    else:
        values["all"] = f"{plan.of:,}"
        words = translate("TaxonomyWords", "Enter gives {tickets} of {all} the label “{label}”.")
    return words.format(**values)


def _joins(tree: Tree, plan: Relabelling) -> str:
    joined = {one.new for one in plan.labels if one.joins}
    if len(joined) == 1:
        node = tree.node(*joined)
        had = counted(node.tickets if node is not None else 0, "tickets")
        words = translate("TaxonomyWords", "“{label}” is there already, on {tickets}: they become one.")
        return words.format(label=clipped(*joined), tickets=had)
    if joined:
        words = translate("TaxonomyWords", "{labels} of these names are there already: they become one with them.")
        return words.format(labels=counted(len(joined), "labels"))
    return ""


def _files(plan: Relabelling) -> str:
    if not plan.files:
        return translate("TaxonomyWords", "One step to undo.")
    words = translate("TaxonomyWords", "An export changes in {files}: {names}. One step to undo.")
    return words.format(files=counted(plan.sources, "files"), names=file_words(plan.files))


def found_words(found: int, of: int) -> str:
    """What a search finds among the tickets of a label, before it is said what they are to get."""
    words = translate("TaxonomyWords", "Found: {tickets} of {all}. Choose the label that they are to get.")
    return words.format(tickets=counted(found, "tickets"), all=f"{of:,}")


def retiring_words(node: Node, plan: Keeping, back: bool) -> str:
    """What retiring a label, or bringing it back, would do."""
    tickets = counted(len(plan.tickets), "tickets")
    if back:
        words = translate("TaxonomyWords", "Enter lets it be given again. It is on {tickets}.")
    elif node.children:
        words = translate(
            "TaxonomyWords",
            "Enter retires it with all below it: not offered, not given any more. It stays on {tickets}, as the search "
            "“is:outside” finds; no export changes.",
        )
    else:
        words = translate(
            "TaxonomyWords",
            "Enter retires it: not offered, not given any more. It stays on {tickets}, as the search “is:outside” "
            "finds; no export changes.",
        )
    return words.format(tickets=tickets)


def striking_words(plan: Keeping) -> str:
    """What taking a label out of the taxonomy would do."""
    words = translate(
        "TaxonomyWords",
        "Enter takes it out of the taxonomy, with its definition and example. It stays on {tickets}; "
        "no export changes.",
    )
    return words.format(tickets=counted(len(plan.tickets), "tickets"))


def holding_words(plan: Keeping, held: bool) -> str:
    """What holding tickets to the taxonomy would find, or what letting go of them leaves."""
    if not held:
        return translate("TaxonomyWords", "Enter lets tickets have any label again. No ticket changes.")
    if not plan.tickets:
        return translate("TaxonomyWords", "Enter holds tickets to the taxonomy. None has a label outside it.")
    words = translate(
        "TaxonomyWords",
        "Enter holds tickets to the taxonomy. Findings: {tickets}, for {labels} outside it ({names}). "
        "No ticket changes.",
    )
    names = "; ".join(clipped(one) for one in plan.labels[:FILES])
    more = len(plan.labels) - FILES
    if more > 0:
        names = f"{names}; " + translate("TaxonomyWords", "%Ln more", "", more)
    return words.format(
        tickets=counted(len(plan.tickets), "tickets"), labels=counted(len(plan.labels), "labels"), names=names
    )


def admitting_words(plan: Keeping) -> str:
    """What taking all labels into the taxonomy would do."""
    words = translate(
        "TaxonomyWords", "Enter takes {labels} into the taxonomy, all that tickets have. No ticket changes."
    )
    return words.format(labels=counted(len(plan.labels), "labels"))
