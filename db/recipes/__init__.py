"""Recipes: what was decided in a review, without the text of its tickets, to be decided again on files.

`make` reads the decisions of a review and says what cannot be held; `write_recipe` and `read_recipe` are the file;
`apply_recipe` imports files, takes the decisions and exports, and says what did not apply.
"""

from __future__ import annotations

from db.recipes.file import read_recipe, recipe_object, write_recipe
from db.recipes.making import Left, make
from db.recipes.recipe import Options, Recipe
from db.recipes.running import Applied, apply_recipe, target

__all__ = [
    "Applied",
    "Left",
    "Options",
    "Recipe",
    "apply_recipe",
    "make",
    "read_recipe",
    "recipe_object",
    "target",
    "write_recipe",
]
