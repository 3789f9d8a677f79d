"""Dataset files: bytes to records and back. A format has a reader and a writer here; no database, no screen.

`open_source` and `read_bytes` read; `write_source` writes a source back in kind; the rest makes and reads the values
that go with them. May import only values and errors.
"""

from __future__ import annotations

from db.formats.columnar import write_parquet
from db.formats.encoding import Encoding
from db.formats.exchange import CSV_COLUMNS, Canned, csv_cell, csv_row, table_row, ticket_object
from db.formats.labels import Style
from db.formats.opening import DATASET_SUFFIXES, is_dataset, open_source, open_unfamiliar, read_bytes
from db.formats.reading import Reading
from db.formats.spans import pack_spans, unpack_spans
from db.formats.training import Card, doccano_line, escaped, label_studio_config, label_studio_task
from db.formats.uniform import uniform
from db.formats.vocabulary import ROLES, Vocabulary, load_vocabulary
from db.formats.workbook import write_workbook
from db.formats.writing import Rewrite, held, write_source

__all__ = [
    "CSV_COLUMNS",
    "DATASET_SUFFIXES",
    "ROLES",
    "Canned",
    "Card",
    "Encoding",
    "Reading",
    "Rewrite",
    "Style",
    "Vocabulary",
    "csv_cell",
    "csv_row",
    "doccano_line",
    "escaped",
    "held",
    "is_dataset",
    "label_studio_config",
    "label_studio_task",
    "load_vocabulary",
    "open_source",
    "open_unfamiliar",
    "pack_spans",
    "read_bytes",
    "table_row",
    "ticket_object",
    "uniform",
    "unpack_spans",
    "write_parquet",
    "write_source",
    "write_workbook",
]
