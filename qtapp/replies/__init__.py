"""The page of canned replies: families in a list at the left, one family whole at the right, decisions below it.

Knows the session, `kit` and the records of `db.replies`, no other room of the screen.
"""
