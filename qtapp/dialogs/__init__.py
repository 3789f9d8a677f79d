"""Sheets over the window: palette, keys, export, settings, backups, questions, the report of an error of ours.

Each says what was chosen by a signal or a value and does nothing itself; each works by keys alone.
"""
