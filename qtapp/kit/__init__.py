"""What every screen is painted with: tokens, fonts, icons, small widgets, help for delegates.

Knows no room of the screen and nothing of the library: texts, colours by name and numbers come in, pictures go out.
"""
