"""The sources page: what import found out about each file.

Knows the session and `kit`, no other room of the screen.
"""
