"""Choosing one of the values that exist, by typing: the field, the list under it, what it offers."""
