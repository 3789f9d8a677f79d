"""What the window says of long work, as whole sentences."""

from __future__ import annotations

from db import sentences
from db.values import Step
from qtapp.session import translate


def stage_words(step: Step) -> str:
    """What is being done, and on which file; '' where the library has no words for it."""
    code = f"stage.{step.stage}"
    if code not in sentences.TEMPLATES:
        return step.subject
    words = sentences.sentence(code, {"subject": step.subject}, translate)
    return f"{words} {step.subject}" if step.subject and step.subject not in words else words
