"""What a key of the page would change, in one sentence with numbers, before it is pressed."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from qtapp import far
from qtapp.canned import Canned
from qtapp.counted import counted

MEASURED = 200
"""Selected families of which every ticket is looked at before a key is pressed."""


def sentence(canned: Canned, action: str, key: str) -> str:
    """What `action` would do to the families that are meant; HTML with nothing of the dataset in it, '' for nothing."""
    if len(canned.selection) > MEASURED:
        return _many(canned, f"<b>{key}</b>")
    rows = canned.rows() if canned.current >= 0 else []
    if not rows or action not in _SENTENCES:
        return ""
    if action == "canned_rewrite":
        return _rewrite(canned, f"<b>{key}</b>")
    numbers = {
        "key": f"<b>{key}</b>",
        "n": f"{canned.examples:,}",
        "replies": counted(sum(row.uses for row in rows), "replies"),
        "tickets": counted(sum(row.tickets for row in rows), "tickets"),
        "families": counted(len(rows), "families"),
        "variants": counted(sum(row.variants for row in rows), "variants"),
    }
    text = QCoreApplication.translate("Effects", _SENTENCES[action]).format(**numbers)
    return f"{numbers['families']}: {text}" if len(rows) > 1 else text


def _many(canned: Canned, key: str) -> str:
    """Of very many families only what is known without reading their tickets."""
    replies = canned.replies.uses_of(canned.selection)
    return QCoreApplication.translate("Effects", "{key} is for {families} with {replies}; one step to undo.").format(
        key=key, families=counted(len(canned.selection), "families"), replies=counted(replies, "replies")
    )


def _rewrite(canned: Canned, key: str) -> str:
    most = canned.replies.tickets_in(canned.targets())
    if most > far.FAR_REPLIES:  # to read them all would hold the window
        return QCoreApplication.translate(
            "Effects", "{key} rewrites replies in up to {tickets}; one step to undo."
        ).format(key=key, tickets=counted(most, "tickets"))
    effect = canned.effect()
    if not effect.replies:
        return QCoreApplication.translate(
            "Effects", "{key}: every reply reads like this already. The wording is noted."
        ).format(key=key)
    text = QCoreApplication.translate(
        "Effects", "{key} rewrites {replies} in {tickets} of {sources}; one step to undo."
    ).format(
        key=key,
        replies=counted(effect.replies, "replies"),
        tickets=counted(effect.tickets, "tickets"),
        sources=counted(effect.sources, "sources"),
    )
    if effect.refused:
        text = f"{text} {counted(effect.refused, 'refused')}"
    return text


_SENTENCES = {
    "canned_rewrite": "",
    "canned_keep": QT_TRANSLATE_NOOP(
        "Effects", "{key} keeps at most {n} tickets a family, of {tickets}; the export can leave out the others."
    ),
    "canned_holding": QT_TRANSLATE_NOOP(
        "Effects", "{key} marks {replies} in {tickets} as saying nothing; the export can leave them out."
    ),
    "canned_duplicates": QT_TRANSLATE_NOOP(
        "Effects", "{key} looks for duplicates among {tickets}, and asks which one stays."
    ),
    "canned_apart": QT_TRANSLATE_NOOP("Effects", "{key} keeps {variants} as they are: no family of canned replies."),
    "canned_wording": QT_TRANSLATE_NOOP("Effects", "{key} notes the wording for {replies}, and rewrites nothing."),
}
