"""Fills question templates strictly, and counts the sentences and words of what will be spoken."""

from __future__ import annotations

import re
from collections.abc import Mapping

_VARIABLE = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’')]*\s+(?=[\"“‘'(]*[A-Z0-9])")


class TemplateError(Exception):
    """A template names a variable that nothing fills. `str()` names both."""


def variables(template: str) -> tuple[str, ...]:
    """The names between double braces, in order of appearance."""
    return tuple(_VARIABLE.findall(template))


def render(template: str, slots: Mapping[str, str]) -> str:
    """`template` with every variable filled once: braces inside a slot's text stay text. Raises TemplateError."""
    for name in variables(template):
        if name not in slots:
            raise TemplateError(f"nothing fills {name!r} in {template!r}")
    return _VARIABLE.sub(lambda match: slots[match[1]], template)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of `text`, without the space between them."""
    return tuple(part for part in _SENTENCE_END.split(text.strip()) if part)


def word_count(text: str) -> int:
    """Words as a listener counts them."""
    return len(text.split())
