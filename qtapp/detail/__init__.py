"""The right pane: one ticket with its editors, its thread, and what is known about it.

Takes the session by constructor and speaks to nobody else; knows no other room of the screen but `kit`.
"""
