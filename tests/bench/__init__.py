"""The measurements: each is a ratio of Winnow to a plain way of the same work, taken in one run."""
