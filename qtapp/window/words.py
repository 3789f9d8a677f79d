"""What the window says of long work, as whole sentences."""

from __future__ import annotations

from db import sentences
from db.values import Step
from qtapp.session import translate


def stage_words(step: Step) -> str:
    """What is being done, and on which file; '' before the first step."""
    if not step.stage:
        return ""
    words = sentences.sentence(f"stage.{step.stage}", {"subject": step.subject}, translate)
    return f"{words} {step.subject}".strip() if step.subject and step.subject not in words else words
