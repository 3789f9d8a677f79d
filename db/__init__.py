"""The review of a dataset of tickets: everything but the screen, usable alone from a script.

Holds the version and nothing else, so that importing one module of the package loads only what that module needs.
"""

__version__ = "0.1.0"
