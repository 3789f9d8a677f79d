"""The left two thirds of the tickets page: facets, search field, sort menu, list.

Knows the session and `kit`, no other room of the screen.
"""
