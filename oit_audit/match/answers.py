"""Pages that take questions and show what was answered, whatever they are called."""

from __future__ import annotations

import re

from oit_audit.model import Document

_QUESTION = re.compile(r"(?:^|[\s(\[*])(?:(?:คำ)?ถาม|Q)\s*[:.)]", re.IGNORECASE)
_ANSWER = re.compile(r"(?:^|[\s(\[*])(?:(?:คำ)?ตอบ|A)\s*[:.)]", re.IGNORECASE)
_BLOCKS = 200
_LONGEST = 400
"""Blocks of a page, and characters of each, in which questions and answers stand."""


def answers_questions(document: Document) -> bool:
    """Has a page a form in which one writes at length, and a question with its answer?"""
    writes = any(field.kind == "textarea" for form in document.forms for field in form.fields)
    if not writes:
        return False
    said = "\n".join(block.text[:_LONGEST] for block in document.blocks[:_BLOCKS])
    question = _QUESTION.search(said)
    return question is not None and _ANSWER.search(said, question.end()) is not None
