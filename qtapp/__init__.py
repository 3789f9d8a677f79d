"""The window of Winnow, on PySide6: knows the public names of `db`, never its database.

Importing the package loads nothing; `python -m qtapp` opens the window or runs a command.
"""
