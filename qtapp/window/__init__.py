"""The main window: header, pages, status bar, welcome page, and what is kept between two starts.

The only room that knows several others.
"""
