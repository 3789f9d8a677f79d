"""The search field of the pages that can be searched: chips, completion, mistakes pointed at.

No room of the screen but what several of them share; knows the session, `kit` and the search language of `db`.
"""
