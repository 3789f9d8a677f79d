"""English sentences of what goes wrong: searching, review files, importing, exporting. Templates and nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from db.marking import QT_TRANSLATE_NOOP

MISTAKES: Mapping[str, str] = {
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
    "query.canned_awaited": QT_TRANSLATE_NOOP(
        "db", "The families of canned replies are being put together. This search is done when they are there."
    ),
    # the review file
    "review.missing": QT_TRANSLATE_NOOP("db", "There is no review {file}. It may have been moved or renamed."),
    "review.not_a_review": QT_TRANSLATE_NOOP(
        "db", "{file} is not a Winnow review. To read a dataset file, import it into a review."
    ),
    "review.unreadable": QT_TRANSLATE_NOOP("db", "You may not read {file}. Ask its owner for the right to read it."),
    "review.read_only": QT_TRANSLATE_NOOP(
        "db", "{file} cannot be written. Open it to read only, or copy it to a folder where you may write."
    ),
    "review.corrupt": QT_TRANSLATE_NOOP(
        "db",
        "{file} is damaged. “winnow recover” makes a new review of what can be read; "
        "“winnow restore” brings back its newest backup, if there is one.",
    ),
    "review.index_damaged": QT_TRANSLATE_NOOP(
        "db",
        "The search index of {file} is damaged; the tickets are not. Nothing was changed; "
        "make the index anew with “winnow check --rebuild-index”.",
    ),
    "review.damaged_ticket": QT_TRANSLATE_NOOP(
        "db",
        "Ticket {ticket} is damaged in the review. “winnow check --repair” makes it what its source and the log say.",
    ),
    "recover.nothing": QT_TRANSLATE_NOOP(
        "db", "Nothing of a review can be read in {file}, and there is no backup of it. Nothing was made."
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
    "review.no_backup": QT_TRANSLATE_NOOP("db", "There is no backup of {file} to restore."),
    "review.backup_failed": QT_TRANSLATE_NOOP("db", "No backup could be made in {file}: {reason}."),
    # importing
    "source.missing": QT_TRANSLATE_NOOP("db", "There is no file {file}. It may have been moved or renamed."),
    "source.unreadable": QT_TRANSLATE_NOOP("db", "You may not read {file}. Ask its owner for the right to read it."),
    "source.io": QT_TRANSLATE_NOOP("db", "{file} could not be read: {reason}. Check the disk or the network."),
    "source.no_files": QT_TRANSLATE_NOOP(
        "db",
        "There are no dataset files in the folder {file}. Winnow reads .md, .markdown, .txt, .jsonl, .json, .csv, "
        ".tsv, .xlsx and .parquet.",
    ),
    "source.empty": QT_TRANSLATE_NOOP("db", "{file} is empty. Nothing was imported, and nothing was removed."),
    "source.no_tickets": QT_TRANSLATE_NOOP(
        "db",
        "There are no tickets in {file}, only a header at most. A ticket has a title such as “## …” and a line such as "
        "“**问题分类**: CDN｜证书问题”; a file that is not UTF-8, UTF-16 or GB18030 has to be saved as one.",
    ),
    "source.changed_meanwhile": QT_TRANSLATE_NOOP(
        "db", "{file} was changed while it was read. Import it again when nobody writes to it."
    ),
    # sources that have changed
    "drift.no_source": QT_TRANSLATE_NOOP(
        "db", "No source of this review was read from {file}. Import the file, or name it as “winnow sources” does."
    ),
    "drift.waiting": QT_TRANSLATE_NOOP(
        "db",
        "{file} has changed since it was imported ({there} tickets changed there, {both} on both sides, {conflicts} "
        "fields in conflict, {new} new, {gone} gone, {moved} moved). Nothing was changed; "
        "“winnow update REVIEW FILE” takes it in.",
    ),
    "drift.another_batch": QT_TRANSLATE_NOOP(
        "db",
        "{file} holds other tickets now: {firm} of {n} are known. Nothing was changed. If it is another batch, "
        "“winnow update REVIEW FILE --as-new-batch” imports it beside the old one; "
        "if it is a new version, “--as-new-version” takes it in, and parks what is gone.",
    ),
    "drift.known_batch": QT_TRANSLATE_NOOP(
        "db",
        "{file} was read already as it is now: it is the source {source}. Nothing was changed. Compare that one, "
        "or take the file in as a new version of this one.",
    ),
    "drift.file_changed": QT_TRANSLATE_NOOP(
        "db", "{file} has changed again since it was compared. Nothing was changed; compare it anew."
    ),
    "drift.review_changed": QT_TRANSLATE_NOOP(
        "db",
        "Tickets of {source} were changed in the review since it was compared. Nothing was changed; compare it anew.",
    ),
    "drift.not_stored": QT_TRANSLATE_NOOP(
        "db", "{file} holds no comparison that this version of Winnow knows. Compare the source anew."
    ),
    "drift.no_conflict": QT_TRANSLATE_NOOP(
        "db", "The {field_words} of ticket {ticket} was not changed on both sides: there is nothing to choose."
    ),
    # recipes
    "recipe.missing": QT_TRANSLATE_NOOP("db", "There is no file {file}. It may have been moved or renamed."),
    "recipe.io": QT_TRANSLATE_NOOP("db", "{file} could not be read: {reason}. Check the file and its folder."),
    "recipe.not_one": QT_TRANSLATE_NOOP(
        "db",
        "{file} is no recipe: that is a JSON object with “format”: “winnow-recipe”. "
        "“winnow recipe REVIEW --out FILE” writes one.",
    ),
    "recipe.broken": QT_TRANSLATE_NOOP(
        "db", "{file} is damaged at line {line}, column {column}: no JSON can go on there. Write the recipe anew."
    ),
    "recipe.version": QT_TRANSLATE_NOOP(
        "db",
        "{file} is a recipe of version {version}; this Winnow knows version {known}. Use the Winnow that wrote it, or "
        "write the recipe anew.",
    ),
    "recipe.bad": QT_TRANSLATE_NOOP("db", "{file} is damaged: {place} should be {wanted}. Write the recipe anew."),
    "recipe.personal": QT_TRANSLATE_NOOP(
        "db", "The search “{given}” holds personal data, which may not stand in a recipe. Search otherwise."
    ),
    "recipe.no_source": QT_TRANSLATE_NOOP(
        "db", "There is no ticket in this review, and nothing to make a recipe of. Import files first."
    ),
    # exporting
    "export.nothing": QT_TRANSLATE_NOOP(
        "db",
        "Nothing was written: of {n} tickets none is left to export. Change the filter, or take excluded ones along.",
    ),
    "export.no_parquet": QT_TRANSLATE_NOOP(
        "db", "Parquet needs the library pyarrow. Install winnow-desk[parquet], or export as JSONL."
    ),
    "export.no_dialect": QT_TRANSLATE_NOOP(
        "db", "Only Markdown has dialects. Export with --format markdown, or without --one-dialect."
    ),
    "export.bad_split": QT_TRANSLATE_NOOP(
        "db", "“{given}” is no share of a split. Write at least two names with numbers: train=0.8,test=0.2."
    ),
    "export.split_sources": QT_TRANSLATE_NOOP(
        "db", "Markdown is written by source and has no splits. Export as JSONL, CSV or another table."
    ),
    "export.over_source": QT_TRANSLATE_NOOP(
        "db",
        "{file} is a source of this review. Export to another place, or ask for it to be written over; "
        "a copy is made then.",
    ),
    "export.over_review": QT_TRANSLATE_NOOP("db", "{file} is the review itself. Export to another place."),
    "export.is_folder": QT_TRANSLATE_NOOP("db", "{file} is a folder. Name a file to export to."),
    "export.no_folder": QT_TRANSLATE_NOOP("db", "{file} is a file, not a folder. Name a folder to export to."),
    "export.full": QT_TRANSLATE_NOOP(
        "db", "The disk is too full for {file}. What was there before is as it was; make room and export again."
    ),
    "export.forbidden": QT_TRANSLATE_NOOP("db", "You may not write {file}. Export to another place."),
    "export.io": QT_TRANSLATE_NOOP(
        "db", "{file} could not be written: {reason}. What was there before is as it was; check the disk."
    ),
    "export.read_back": QT_TRANSLATE_NOOP(
        "db", "{file} does not read back as it was written. What was there before is as it was; check the disk."
    ),
    "export.not_held": QT_TRANSLATE_NOOP(
        "db",
        "The {field_words} of ticket {ticket} ({source}, line {line}) would be read otherwise in its own dialect. "
        "Nothing was written; change that field, or export as JSONL.",
    ),
    "export.nul": QT_TRANSLATE_NOOP(
        "db",
        "The {field_words} of ticket {ticket} ({source}, line {line}) holds a NUL character, which no CSV can hold. "
        "Nothing was written; change that field, or export as JSONL.",
    ),
    "export.not_one_dialect": QT_TRANSLATE_NOOP(
        "db",
        "The {field_words} of ticket {ticket} ({source}, line {line}) would be read otherwise in the one dialect for "
        "all. Nothing was written; change that field, or export each source in its own dialect, or as JSONL.",
    ),
    # labels that are learnt from
    "labels.none": QT_TRANSLATE_NOOP(
        "db", "No ticket has a {field_words} yet: give some tickets one, then others can be told from them."
    ),
    "labels.one": QT_TRANSLATE_NOOP(
        "db",
        "All tickets have one {field_words}, “{value}”: there is no other to tell it from. Give some tickets another.",
    ),
    "labels.few": QT_TRANSLATE_NOOP(
        "db",
        "There are {known} different labels as {field_words}, and not two with {least} tickets or more: "
        "that is too few to learn from. Label more tickets, or merge labels.",
    ),
    "labels.plan.not_one": QT_TRANSLATE_NOOP(
        "db", "{file} is no plan of other labels. Say the label with --to or --parent."
    ),
    "labels.plan.missing": QT_TRANSLATE_NOOP("db", "{file} does not exist. Check the path of the plan."),
    "labels.plan.io": QT_TRANSLATE_NOOP("db", "{file} cannot be read: {reason}. Check the disk and try again."),
    "labels.all_equal": QT_TRANSLATE_NOOP(
        "db", "All tickets say the same, so nothing tells one label from another. Import tickets that differ."
    ),
}
"""Code -> English template."""
