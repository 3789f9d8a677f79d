"""All English sentences of the library: what errors, findings, actions and stages are in words.

A template has ``{name}`` fields, filled from the data of its code, and is marked for Qt's lupdate, so that the screen
shows the same template in its own language. Knows values and errors; computes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from db.errors import UserError
from db.values import Finding, StoredFinding, Summary

__all__ = [
    "QT_TRANSLATE_NOOP",
    "TEMPLATES",
    "Translate",
    "dialect",
    "error",
    "finding",
    "identity",
    "sentence",
    "summary",
]

Translate = Callable[[str], str]


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """The text itself, marked for lupdate, which knows this name; it is translated when it is used."""
    return text


TEMPLATES: Mapping[str, str] = {
    # searching
    "query.unknown_field": QT_TRANSLATE_NOOP(
        "db", "There is no field “{given}”. Fields are {known}; to look for the text itself, put it in quotes."
    ),
    "query.unknown_field.near": QT_TRANSLATE_NOOP(
        "db", "There is no field “{given}”. Did you mean “{meant}:”? To look for the text itself, put it in quotes."
    ),
    "query.unknown_value": QT_TRANSLATE_NOOP("db", "“{field}:” does not know “{given}”. It knows {known}."),
    "query.unknown_value.near": QT_TRANSLATE_NOOP(
        "db", "“{field}:” does not know “{given}”. Did you mean “{meant}”? It knows {known}."
    ),
    "query.empty_value": QT_TRANSLATE_NOOP("db", "“{field}:” wants a value right behind the colon."),
    "query.empty_quotes": QT_TRANSLATE_NOOP("db", "There is nothing between the quotes."),
    "query.open_quote": QT_TRANSLATE_NOOP("db", "The quote that begins here is not closed."),
    "query.open_bracket": QT_TRANSLATE_NOOP("db", "The bracket that opens here is not closed."),
    "query.close_bracket": QT_TRANSLATE_NOOP("db", "No bracket is open that this one could close."),
    "query.empty_brackets": QT_TRANSLATE_NOOP("db", "There is nothing between the brackets."),
    "query.lonely_or": QT_TRANSLATE_NOOP(
        "db", "“or” wants something on both sides; to look for the word, put it in quotes."
    ),
    "query.lonely_not": QT_TRANSLATE_NOOP("db", "“-” wants what it excludes right behind it."),
    "query.too_deep": QT_TRANSLATE_NOOP("db", "There are too many brackets within brackets here."),
    "query.not_a_number": QT_TRANSLATE_NOOP(
        "db", "“{field}:” wants a number such as 5, >5, <=5 or 2..5, not “{given}”."
    ),
    "query.not_ids": QT_TRANSLATE_NOOP("db", "“id:” wants numbers of tickets such as 12 or 12,13, not “{given}”."),
    "query.pattern_form": QT_TRANSLATE_NOOP("db", "A pattern stands between slashes: re:/…/."),
    "query.open_pattern": QT_TRANSLATE_NOOP("db", "The slash that ends the pattern is missing."),
    "query.bad_pattern": QT_TRANSLATE_NOOP("db", "This is no pattern that can be searched for: {reason}."),
    "query.pattern_slow": QT_TRANSLATE_NOOP(
        "db", "The pattern {pattern} takes too long. Narrow the list first, or write a simpler one."
    ),
    "stage.index": QT_TRANSLATE_NOOP("db", "Making the text searchable"),
    "stage.tidy": QT_TRANSLATE_NOOP("db", "Tidying the search index"),
    # the review file
    "review.missing": QT_TRANSLATE_NOOP("db", "There is no review {file}. It may have been moved or renamed."),
    "review.not_a_review": QT_TRANSLATE_NOOP(
        "db", "{file} is not a Winnow review. To read a dataset file, import it into a review."
    ),
    "review.unreadable": QT_TRANSLATE_NOOP("db", "You may not read {file}. Ask its owner for the right to read it."),
    "review.read_only": QT_TRANSLATE_NOOP(
        "db", "{file} cannot be written. Open it to read only, or copy it to a folder where you may write."
    ),
    "review.corrupt": QT_TRANSLATE_NOOP("db", "{file} is damaged. Restore one of its backups; they are beside it."),
    "review.index_damaged": QT_TRANSLATE_NOOP(
        "db", "The search index of {file} is damaged; the tickets are not. Nothing was changed; make the index anew."
    ),
    "review.newer": QT_TRANSLATE_NOOP(
        "db", "{file} was written by a newer Winnow (version {version}; this one knows {known}). Install the newer one."
    ),
    "review.older": QT_TRANSLATE_NOOP(
        "db", "{file} was written by an older Winnow (version {version}). Open it once to write, and it is updated."
    ),
    "review.busy": QT_TRANSLATE_NOOP(
        "db", "Another program has been writing to {file} for too long. Nothing was changed; try again in a moment."
    ),
    "review.full": QT_TRANSLATE_NOOP(
        "db", "The disk with {file} is full. Nothing was changed; make room and try again."
    ),
    "review.io": QT_TRANSLATE_NOOP(
        "db", "The disk does not read or write {file} as it should. Nothing was changed; check the disk or the network."
    ),
    "review.cannot_open": QT_TRANSLATE_NOOP("db", "{file} cannot be opened. Check that its folder can be reached."),
    "review.vanished": QT_TRANSLATE_NOOP(
        "db", "{file} is not there any more, or another file has its name. Nothing was changed; put it back."
    ),
    "review.exists": QT_TRANSLATE_NOOP("db", "There is already a file {file}. Open it, or choose another name."),
    "review.no_folder": QT_TRANSLATE_NOOP("db", "The folder of {file} does not exist. Make it, or choose another."),
    "review.backup_failed": QT_TRANSLATE_NOOP("db", "No backup could be made in {file}: {reason}."),
    # importing
    "source.missing": QT_TRANSLATE_NOOP("db", "There is no file {file}. It may have been moved or renamed."),
    "source.unreadable": QT_TRANSLATE_NOOP("db", "You may not read {file}. Ask its owner for the right to read it."),
    "source.io": QT_TRANSLATE_NOOP("db", "{file} could not be read: {reason}. Check the disk or the network."),
    "source.no_files": QT_TRANSLATE_NOOP(
        "db", "There are no dataset files in the folder {file}. Winnow reads .md, .markdown, .txt and .jsonl."
    ),
    "source.empty": QT_TRANSLATE_NOOP("db", "{file} is empty. Nothing was imported, and nothing was removed."),
    "source.no_tickets": QT_TRANSLATE_NOOP("db", "There are no tickets in {file}, only a header at most."),
    "source.changed_meanwhile": QT_TRANSLATE_NOOP(
        "db", "{file} was changed while it was read. Import it again when nobody writes to it."
    ),
    # dataset files
    "source.not_text": QT_TRANSLATE_NOOP(
        "db", "{file} is not a text file, or in an encoding that is not known. Save it as UTF-8 and import it again."
    ),
    "source.too_large": QT_TRANSLATE_NOOP(
        "db",
        "{file} has {size} MB; a Markdown file may have {most}. Split it at a ticket's title, or convert it to JSONL.",
    ),
    "source.no_categories": QT_TRANSLATE_NOOP(
        "db",
        "{file} holds questions and answers without categories, not tickets. It was not imported; "
        "a ticket needs a title and a line such as “**问题分类**: CDN｜证书问题”.",
    ),
    "finding.section.missing": QT_TRANSLATE_NOOP("db", "The section for the {field_words} is missing."),
    "finding.section.empty": QT_TRANSLATE_NOOP("db", "The section for the {field_words} is empty."),
    "finding.reply.empty": QT_TRANSLATE_NOOP("db", "No reply is recorded."),
    "finding.reply.stand_in": QT_TRANSLATE_NOOP("db", "In place of a reply stands: {text}"),
    "finding.ticket.cut": QT_TRANSLATE_NOOP("db", "The file ends in the middle of this ticket."),
    "finding.category.missing": QT_TRANSLATE_NOOP("db", "The ticket has no category line."),
    "finding.category.unsorted": QT_TRANSLATE_NOOP(
        "db", "All tickets have the same category, {text}: none, in effect."
    ),
    "finding.heading.unknown": QT_TRANSLATE_NOOP("db", "The heading “{heading}” is not known."),
    "finding.heading.repeated": QT_TRANSLATE_NOOP(
        "db", "The heading “{heading}” stands in the ticket once more; it was read as text."
    ),
    "finding.count.wrong": QT_TRANSLATE_NOOP("db", "The header says {declared} tickets; there are {n}."),
    "finding.text.after": QT_TRANSLATE_NOOP("db", "Text follows the last ticket and belongs to none: {text}"),
    "finding.text.between": QT_TRANSLATE_NOOP("db", "A heading between tickets belongs to none: {text}"),
    "finding.text.lost": QT_TRANSLATE_NOOP("db", "A reply begins with “//”: what stood before it was lost."),
    "finding.bytes.undecodable": QT_TRANSLATE_NOOP(
        "db", "Some bytes of this line are no text; they are kept as they are."
    ),
    "finding.problem.doubled": QT_TRANSLATE_NOOP("db", "The problem stands here twice."),
    "finding.line.not_json": QT_TRANSLATE_NOOP("db", "This line is no JSON object; it is kept as it is: {text}"),
    "finding.line.no_ticket": QT_TRANSLATE_NOOP("db", "This line is no ticket; it is kept as it is ({reason})."),
    "import": QT_TRANSLATE_NOOP("db", "Imported {n} tickets of {name}"),
    "import.one": QT_TRANSLATE_NOOP("db", "Imported one ticket of {name}"),
    "import.again": QT_TRANSLATE_NOOP(
        "db", "Imported {name} again: {added} tickets added, {changed} changed, {parked} parked, {conflicts} conflicts"
    ),
    "import.files": QT_TRANSLATE_NOOP("db", "Imported {n} tickets of {files} files"),
    "import.nothing": QT_TRANSLATE_NOOP("db", "Nothing new to import"),
    "conflict": QT_TRANSLATE_NOOP(
        "db",
        "The source changed a field that was edited here too ({field}). The edit is kept; the source says: {theirs}",
    ),
    "parked": QT_TRANSLATE_NOOP("db", "The ticket is not in the file any more. It is parked, with all its edits."),
    "stage.wait": QT_TRANSLATE_NOOP("db", "Waiting for another import"),
    "stage.import": QT_TRANSLATE_NOOP("db", "Importing"),
    "stage.merge": QT_TRANSLATE_NOOP("db", "Comparing with the last version"),
    "stage.backup": QT_TRANSLATE_NOOP("db", "Making a backup"),
    # checking a review
    "check.integrity": QT_TRANSLATE_NOOP("db", "The file is damaged: {detail}"),
    "check.reference": QT_TRANSLATE_NOOP("db", "{n} rows of the table {table} point to nothing."),
    "check.reference.one": QT_TRANSLATE_NOOP("db", "A row of the table {table} points to nothing."),
    "check.bytes": QT_TRANSLATE_NOOP("db", "The stored bytes of {source} are not those that were imported."),
    "check.unreadable": QT_TRANSLATE_NOOP("db", "The stored bytes of {source} cannot be read as tickets any more."),
    "check.tickets": QT_TRANSLATE_NOOP("db", "{source} holds {expected} tickets, but the review has {n} of it."),
    "check.span": QT_TRANSLATE_NOOP("db", "Ticket {ticket} of {source}: the place of {field} is not in the file."),
    "check.value": QT_TRANSLATE_NOOP("db", "Ticket {ticket} of {source}: {field} is not what the source says."),
    "check.original": QT_TRANSLATE_NOOP("db", "Ticket {ticket}: what the source says of {field} is not kept rightly."),
    "check.log": QT_TRANSLATE_NOOP("db", "Ticket {ticket}: {field} is not what the log says."),
    "check.index": QT_TRANSLATE_NOOP("db", "The search index is damaged. Make it anew."),
    "stage.check": QT_TRANSLATE_NOOP("db", "Checking"),
    # editing
    "edit.category": QT_TRANSLATE_NOOP("db", "Set category of {n} tickets to {value}"),
    "edit.category.one": QT_TRANSLATE_NOOP("db", "Set category to {value}"),
    "edit.category.none": QT_TRANSLATE_NOOP("db", "Took the category off {n} tickets"),
    "edit.category.none.one": QT_TRANSLATE_NOOP("db", "Took the category off"),
    "edit.causes": QT_TRANSLATE_NOOP("db", "Set root causes of {n} tickets to {value}"),
    "edit.causes.one": QT_TRANSLATE_NOOP("db", "Set root causes to {value}"),
    "edit.causes.none": QT_TRANSLATE_NOOP("db", "Took all root causes off {n} tickets"),
    "edit.causes.none.one": QT_TRANSLATE_NOOP("db", "Took all root causes off"),
    "edit.cause_added": QT_TRANSLATE_NOOP("db", "Added root cause {value} to {n} tickets"),
    "edit.cause_added.one": QT_TRANSLATE_NOOP("db", "Added root cause {value}"),
    "edit.cause_removed": QT_TRANSLATE_NOOP("db", "Took root cause {value} off {n} tickets"),
    "edit.cause_removed.one": QT_TRANSLATE_NOOP("db", "Took root cause {value} off"),
    "edit.status": QT_TRANSLATE_NOOP("db", "Marked {n} tickets as {status_words}"),
    "edit.status.one": QT_TRANSLATE_NOOP("db", "Marked as {status_words}"),
    "edit.note": QT_TRANSLATE_NOOP("db", "Wrote a note on {n} tickets"),
    "edit.note.one": QT_TRANSLATE_NOOP("db", "Wrote a note"),
    "edit.note.none": QT_TRANSLATE_NOOP("db", "Took the note off {n} tickets"),
    "edit.note.none.one": QT_TRANSLATE_NOOP("db", "Took the note off"),
    "edit.text": QT_TRANSLATE_NOOP("db", "Rewrote the {field_words} of “{title}”"),
    "edit.taken_back": QT_TRANSLATE_NOOP("db", "Took back a change of the {field_words} of “{title}”"),
    "edit.several": QT_TRANSLATE_NOOP("db", "Changed {n} tickets in several fields"),
    "edit.several.one": QT_TRANSLATE_NOOP("db", "Changed a ticket in several fields"),
    "edit.nothing": QT_TRANSLATE_NOOP("db", "Nothing needed doing"),
    "undo": QT_TRANSLATE_NOOP("db", "Undone: {of}"),
    "redo": QT_TRANSLATE_NOOP("db", "Done again: {of}"),
    "undo.nothing": QT_TRANSLATE_NOOP("db", "There is nothing to undo."),
    "redo.nothing": QT_TRANSLATE_NOOP("db", "There is nothing to do again."),
    "undo.changed_since": QT_TRANSLATE_NOOP(
        "db",
        "{who} has changed the {field_words} of ticket {ticket} since. Nothing was undone; "
        "take single changes back in the history of the ticket.",
    ),
    "redo.changed_since": QT_TRANSLATE_NOOP(
        "db", "{who} has changed the {field_words} of ticket {ticket} since. Nothing was done again."
    ),
    "undo.not_yours": QT_TRANSLATE_NOOP("db", "Action {entry} cannot be undone: it is none, or is undone already."),
    "edit.no_ticket": QT_TRANSLATE_NOOP("db", "There is no ticket {ticket} in this review."),
    "edit.no_change": QT_TRANSLATE_NOOP("db", "There is no change {change} in this review."),
    "edit.bad_path": QT_TRANSLATE_NOOP(
        "db", "“{given}” cannot be part of a category: a name is not empty, stands on one line and has no ｜ in it."
    ),
    "edit.bad_cause": QT_TRANSLATE_NOOP(
        "db",
        "“{given}” cannot be a root cause: it is not empty and stands on one line. Longer text goes into the section.",
    ),
    "edit.bad_title": QT_TRANSLATE_NOOP(
        "db", "“{given}” cannot be a title: a title is not empty and stands on one line."
    ),
    "edit.bad_field": QT_TRANSLATE_NOOP("db", "“{given}” is no field that can be written."),
    "edit.path_not_held": QT_TRANSLATE_NOOP(
        "db",
        "{source} joins the names of a category by a sign that stands in “{given}” too, and would read it otherwise. "
        "Choose a name without that sign.",
    ),
    "edit.not_held": QT_TRANSLATE_NOOP(
        "db",
        "The {field_words} of ticket {ticket} cannot be that: a line of it would be read as a heading of the file. "
        "Change that line.",
    ),
    # dialects: a part for each mark that has one, `dialect.MARK` or `dialect.MARK.VALUE`
    "dialect": QT_TRANSLATE_NOOP("db", "Dialect: {parts}."),
    "dialect.and": QT_TRANSLATE_NOOP("db", ", "),
    "dialect.title.numbered": QT_TRANSLATE_NOOP("db", "numbered titles"),
    "dialect.title.prefixed": QT_TRANSLATE_NOOP("db", "titles with a prefix"),
    "dialect.title.plain": QT_TRANSLATE_NOOP("db", "titles without numbers"),
    "dialect.headings.sign": QT_TRANSLATE_NOOP("db", "headings below the title"),
    "dialect.headings.same": QT_TRANSLATE_NOOP("db", "headings like titles"),
    "dialect.headings.label": QT_TRANSLATE_NOOP("db", "bold labels for headings"),
    "dialect.category": QT_TRANSLATE_NOOP("db", "category behind “{value}”"),
    "dialect.separator": QT_TRANSLATE_NOOP("db", "its names joined by “{value}”"),
    "dialect.replies.dialogue": QT_TRANSLATE_NOOP("db", "replies with speakers"),
    "dialect.replies.pairs": QT_TRANSLATE_NOOP("db", "questions and replies in pairs"),
    "dialect.replies.numbered": QT_TRANSLATE_NOOP("db", "numbered replies"),
    "dialect.replies.bullets": QT_TRANSLATE_NOOP("db", "a list of replies"),
    "dialect.replies.lines": QT_TRANSLATE_NOOP("db", "a line a reply"),
    "dialect.replies.paragraphs": QT_TRANSLATE_NOOP("db", "a paragraph a reply"),
    "dialect.replies.text": QT_TRANSLATE_NOOP("db", "replies as one text"),
    "dialect.conversation": QT_TRANSLATE_NOOP("db", "a conversation besides"),
    "dialect.root_cause.bullets": QT_TRANSLATE_NOOP("db", "root causes as a list"),
    "dialect.root_cause.tags": QT_TRANSLATE_NOOP("db", "root causes as tags"),
    "dialect.root_cause.label": QT_TRANSLATE_NOOP("db", "root causes behind a label"),
    "dialect.root_cause.text": QT_TRANSLATE_NOOP("db", "root causes as text"),
    "dialect.rule.none": QT_TRANSLATE_NOOP("db", "no rule between tickets"),
    "dialect.newline.crlf": QT_TRANSLATE_NOOP("db", "Windows line ends"),
    # fields and statuses by name
    "field.title": QT_TRANSLATE_NOOP("db", "title"),
    "field.category": QT_TRANSLATE_NOOP("db", "category"),
    "field.problem": QT_TRANSLATE_NOOP("db", "problem"),
    "field.replies": QT_TRANSLATE_NOOP("db", "replies"),
    "field.conversation": QT_TRANSLATE_NOOP("db", "conversation"),
    "field.root_cause": QT_TRANSLATE_NOOP("db", "root cause"),
    "field.status": QT_TRANSLATE_NOOP("db", "status"),
    "field.note": QT_TRANSLATE_NOOP("db", "note"),
    "status.unreviewed": QT_TRANSLATE_NOOP("db", "unreviewed"),
    "status.reviewed": QT_TRANSLATE_NOOP("db", "reviewed"),
    "status.flagged": QT_TRANSLATE_NOOP("db", "flagged"),
    "status.excluded": QT_TRANSLATE_NOOP("db", "excluded"),
}
"""Code -> English template. A code with ``.one`` behind it is for n == 1."""


def identity(text: str) -> str:
    """English as it is."""
    return text


def sentence(code: str, data: Mapping[str, object], translate: Translate = identity) -> str:
    """The sentence of a code; KeyError for a code that has none.

    Besides its data a template may say ``{field_words}`` and ``{status_words}``: what `field` and `status` are called;
    and ``{of}``, another code with its data, becomes the sentence of that.
    """
    one = f"{code}.one"
    template = TEMPLATES[one if data.get("n") == 1 and one in TEMPLATES else code]
    return translate(template).format_map({**data, **_words(data, translate)})


def _words(data: Mapping[str, object], translate: Translate) -> dict[str, str]:
    words = {}
    for name in ("field", "status"):
        code = f"{name}.{data.get(name)}"
        words[f"{name}_words"] = translate(TEMPLATES[code]) if code in TEMPLATES else str(data.get(name, ""))
    of = data.get("of")
    if isinstance(of, Mapping):
        words["of"] = sentence(str(of["code"]), of["data"], translate)
    return words


def error(exc: UserError, translate: Translate = identity) -> str:
    """What went wrong, and what to do."""
    return sentence(exc.code, exc.data, translate)


def summary(action: Summary, translate: Translate = identity) -> str:
    """What an action did, or what a check found."""
    return sentence(action.code, action.data, translate)


def finding(found: Finding | StoredFinding, translate: Translate = identity) -> str:
    """What import had to say, without file and line."""
    return sentence(
        f"finding.{found.code}" if f"finding.{found.code}" in TEMPLATES else found.code, found.data, translate
    )


def dialect(known: Mapping[str, object], translate: Translate = identity) -> str:
    """A dialect in words: those of its marks that have words, in the order of their templates, as one sentence."""
    said = []
    for code, template in TEMPLATES.items():
        _, _, mark = code.partition("dialect.")
        name, _, value = mark.partition(".")
        if name in known and (not value or value == str(known[name]).lower()):
            said.append(translate(template).format_map({"value": known[name]}))
    return translate(TEMPLATES["dialect"]).format(parts=translate(TEMPLATES["dialect.and"]).join(said)) if said else ""
