"""Faults: each is tried many times by a seed, and what it promises is looked at after every try. See ``__main__``."""
