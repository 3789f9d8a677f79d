"""Dataset files: bytes to records and back. A format has a reader and a writer here; no database, no screen.

`open_source` and `read_bytes` read; `write_source` writes a source back in kind; the rest makes and reads the values
that go with them. May import only values and errors.
"""

from __future__ import annotations

from db.formats.columnar import Knows, write_parquet
from db.formats.encoding import Encoding
from db.formats.exchange import (
    CSV_COLUMNS,
    Canned,
    csv_cell,
    csv_line,
    nothing,
    table_row,
    ticket_csv,
    ticket_line,
    ticket_object,
)
from db.formats.labels import Style
from db.formats.opening import (
    DATASET_SUFFIXES,
    How,
    is_dataset,
    is_table,
    open_source,
    open_unfamiliar,
    preview,
    read_again,
    read_bytes,
)
from db.formats.reading import Reading
from db.formats.spans import pack_spans, unpack_spans
from db.formats.tables.opening import Preview
from db.formats.tables.plan import KINDS as TABLES
from db.formats.tables.plan import NOTHING, Asked, Plan
from db.formats.tables.plan import ROLES as COLUMN_ROLES
from db.formats.training import Card, doccano_line, escaped, label_studio_config, label_studio_task
from db.formats.uniform import uniform
from db.formats.vocabulary import ROLES, Vocabulary, load_vocabulary
from db.formats.wanted import Rewrite
from db.formats.workbook import write_workbook
from db.formats.writing import held, write_source

__all__ = [
    "COLUMN_ROLES",
    "CSV_COLUMNS",
    "DATASET_SUFFIXES",
    "NOTHING",
    "ROLES",
    "TABLES",
    "Asked",
    "Canned",
    "Card",
    "Encoding",
    "How",
    "Knows",
    "Plan",
    "Preview",
    "Reading",
    "Rewrite",
    "Style",
    "Vocabulary",
    "csv_cell",
    "csv_line",
    "doccano_line",
    "escaped",
    "held",
    "is_dataset",
    "is_table",
    "label_studio_config",
    "label_studio_task",
    "load_vocabulary",
    "nothing",
    "open_source",
    "open_unfamiliar",
    "pack_spans",
    "preview",
    "read_again",
    "read_bytes",
    "table_row",
    "ticket_csv",
    "ticket_line",
    "ticket_object",
    "uniform",
    "unpack_spans",
    "write_parquet",
    "write_source",
    "write_workbook",
]
