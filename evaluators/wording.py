"""How other people's words enter our sentences: in quotation marks that they cannot close."""

from __future__ import annotations

QUESTION_WORDS = 9  # of a question, to name it in an advice
_MARKS = str.maketrans({"“": "'", "”": "'", '"': "'", "«": "'", "»": "'", "{": "(", "}": ")"})


def plain(text: str) -> str:
    """The text on one line without quotation marks of its own."""
    return " ".join(text.translate(_MARKS).split())


def shortened(text: str, most: int) -> str:
    """The first words of a text, plain, with an ellipsis where more follow."""
    words = plain(text).split()
    return " ".join(words[:most]).rstrip(".,;:!? ") + ("…" if len(words) > most else "")


def quoted(text: str) -> str:
    """The text in quotation marks."""
    return f"“{plain(text)}”"


def short_question(question: str) -> str:
    """The question's first words, to name it by; without marks."""
    return shortened(question, QUESTION_WORDS)
