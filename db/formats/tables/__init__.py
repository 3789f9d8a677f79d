"""Dataset files that are tables or JSON: sniffed, previewed, read with a plan of their columns, written back in kind.

`open_table` reads one, `preview` shows it before, `write_table` writes it back. A plan says what each column is; it is
guessed, remembered by the names of the columns, and can be corrected. Bytes and records; no database.
"""
