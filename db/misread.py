"""English sentences of files that cannot be read as they are: datasets, tables, taxonomies. Templates, nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from db.marking import QT_TRANSLATE_NOOP

MISREAD: Mapping[str, str] = {
    # dataset files
    "source.not_text": QT_TRANSLATE_NOOP(
        "db", "{file} is not a text file, or in an encoding that is not known. Save it as UTF-8 and import it again."
    ),
    "source.utf_32": QT_TRANSLATE_NOOP(
        "db", "{file} is in UTF-32, which Winnow does not read. Save it as UTF-8 and import it again."
    ),
    "source.no_objects": QT_TRANSLATE_NOOP(
        "db",
        "{file}, line {line}: this is no whole JSON object with a title, and neither is any other line. Nothing was "
        "imported of the file; mend it, or get it again.",
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
    # tables
    "table.quote": QT_TRANSLATE_NOOP(
        "db",
        "{file}, line {line}: a quote opens in this row and is not closed as it should be (noticed on line {last}). "
        "Nothing was imported of the file; close the quote, or double quotes that stand within a quoted cell.",
    ),
    "table.return": QT_TRANSLATE_NOOP(
        "db",
        "{file}, line {line}: a carriage return stands in a cell of this row, without a line feed and without quotes. "
        "Nothing was imported of the file; take it out, or put the cell in quotes.",
    ),
    "table.nul": QT_TRANSLATE_NOOP(
        "db",
        "{file}, line {line}: there is a NUL byte, which no text has. Nothing was imported of the file; "
        "export it again, or take the byte out.",
    ),
    "table.long_cell": QT_TRANSLATE_NOOP(
        "db",
        "{file}, line {line}: a cell in this row is longer than 256 million characters. Nothing was imported of the "
        "file; a quote may not be closed there.",
    ),
    "table.too_wide": QT_TRANSLATE_NOOP(
        "db",
        "{file}, line {line}: the table has {n} columns; {most} can be read. Nothing was imported of the file; "
        "check what separates its cells.",
    ),
    "table.no_title": QT_TRANSLATE_NOOP(
        "db",
        "In {file} no column is known as the title or the problem of a ticket. Its columns: {columns}. Say which they "
        "are: “winnow import … --columns 'title=…,problem=…'”, or in the window when the file is opened. Where these "
        "are no names but a ticket, add “--header 0”.",
    ),
    "table.role_twice": QT_TRANSLATE_NOOP(
        "db",
        "In {file} several columns are the {field_words}: {columns}. Choose one of them; others can be fields.",
    ),
    "table.no_column": QT_TRANSLATE_NOOP("db", "{file} has no column “{column}”. Its columns: {columns}."),
    "table.no_rows": QT_TRANSLATE_NOOP(
        "db", "There are no rows in {file}: Winnow looks for objects of JSON, or for lists, and found none."
    ),
    "table.columns": QT_TRANSLATE_NOOP(
        "db",
        "{file} holds its tickets by columns, all titles in one list. Nothing was imported of the file; write it as a "
        "list of objects, one for each ticket, or as CSV.",
    ),
    "table.json_broken": QT_TRANSLATE_NOOP(
        "db",
        "{file}, line {line}, column {column}: the JSON breaks off or is wrong there ({reason}). Nothing was imported "
        "of the file; mend it, or get it again.",
    ),
    "table.json_large": QT_TRANSLATE_NOOP(
        "db", "{file} has {size} MB; a JSON file may have {most}. Convert it to JSONL, which has no limit."
    ),
    "table.html": QT_TRANSLATE_NOOP(
        "db", "{file} is a web page that a program calls a table. Open it in a spreadsheet and save it as .xlsx."
    ),
    "table.misnamed": QT_TRANSLATE_NOOP(
        "db",
        "{file} is not what its name says: no {suffix} file begins with “{text}”. Nothing was imported of the file; if "
        "it is text, name it by what it is (.csv, .json, .md), else get it again.",
    ),
    "table.no_parquet": QT_TRANSLATE_NOOP(
        "db", "{file} is Parquet, for which the library pyarrow is needed. Install winnow-desk[parquet]."
    ),
    "table.parquet_broken": QT_TRANSLATE_NOOP(
        "db", "{file} cannot be read as Parquet: {reason}. Nothing was imported of the file; get it again."
    ),
    "sheet.encrypted": QT_TRANSLATE_NOOP(
        "db", "{file} is protected by a password. Open it in a spreadsheet, save it without one, and import that."
    ),
    "sheet.old": QT_TRANSLATE_NOOP(
        "db", "{file} is an old Excel file (.xls). Open it in a spreadsheet and save it as .xlsx."
    ),
    "sheet.binary": QT_TRANSLATE_NOOP(
        "db", "{file} is a binary workbook (.xlsb). Open it in a spreadsheet and save it as .xlsx."
    ),
    "sheet.bomb": QT_TRANSLATE_NOOP(
        "db",
        "{file} would grow out of all bounds when it is unpacked ({part}: {size} MB). Nothing was imported of the "
        "file; it was not made by a spreadsheet.",
    ),
    "sheet.damaged": QT_TRANSLATE_NOOP(
        "db",
        "{file} cannot be read as a workbook: {reason}. Nothing was imported of the file; "
        "save it again as .xlsx, or as .csv.",
    ),
    "sheet.no_sheet": QT_TRANSLATE_NOOP("db", "{file} has no sheet “{sheet}” to read. Its sheets: {sheets}."),
    "sheet.no_rows": QT_TRANSLATE_NOOP("db", "There are no rows in {file}; sheets that were looked at: {sheets}."),
    # taxonomy files
    "taxonomy.missing": QT_TRANSLATE_NOOP("db", "There is no file {file}. It may have been moved or renamed."),
    "taxonomy.io": QT_TRANSLATE_NOOP("db", "{file} could not be read: {reason}. Check the file and its folder."),
    "taxonomy.not_one": QT_TRANSLATE_NOOP(
        "db",
        "{file} is no taxonomy: that is a JSON object with “format”: “winnow-taxonomy”, “version”: 1, and lists of "
        "“categories” and “root_causes”. “winnow taxonomy REVIEW --export FILE” writes one.",
    ),
    "taxonomy.newer": QT_TRANSLATE_NOOP(
        "db",
        "{file} was written by a newer Winnow (version {version} of the taxonomy; this one knows {known}). "
        "Install the newer one.",
    ),
    "taxonomy.bad_entry": QT_TRANSLATE_NOOP(
        "db",
        "In {file}, entry {place} of “{list}” is no label. It is an object such as {wanted}, with names that are not "
        "empty and have no ｜ in them, and perhaps “definition” and “example” as text, and “retired” as true or false.",
    ),
    "taxonomy.doubled": QT_TRANSLATE_NOOP(
        "db", "In {file}, entry {place} of “{list}” names “{given}”, which stands there already. Take one of them out."
    ),
}
