"""Word error rate on plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.providers.whisper.wer import WordErrors, normalised, word_errors


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The queue, kept growing.", "the queue kept growing"),
        ("I'll go on", "I will go on"),
        ("It’s 42 percent", "it is forty-two %"),
        ("$5 and 1,250 users", "five dollars and one thousand two hundred fifty users"),
        ("3.5 seconds", "three point five seconds"),
        ("the 2nd and the 20th", "the second and the twentieth"),
        ("God bless 'em", "god bless them"),
        ("we can't, we won't", "we cannot we will not"),
        ("um, so — er — yes", "so yes"),
        ("R&D is OK", "r and d is okay"),
        ("Dr. Smith, etc.", "doctor smith etcetera"),
    ],
)
def test_spelling_is_no_error(left: str, right: str) -> None:
    assert normalised(left) == normalised(right)


def test_each_kind_of_error_is_counted() -> None:
    assert word_errors("we built a queue", "we built the queue") == WordErrors(4, substituted=1)
    assert word_errors("we built a queue", "we built queue") == WordErrors(4, missing=1)
    assert word_errors("we built a queue", "we built a big queue") == WordErrors(4, extra=1)
    assert word_errors("we built a queue", "").rate == 1.0
    assert word_errors("", "thank you").rate is None


def test_counts_add_up() -> None:
    total = word_errors("a b c", "a c") + word_errors("d e", "d e f")
    assert total == WordErrors(5, missing=1, extra=1)
    assert total.rate == pytest.approx(0.4)


_WORDS = st.lists(st.sampled_from(["alpha", "beta", "gamma", "delta"]), max_size=8)


@given(_WORDS, _WORDS)
def test_the_distance_is_a_distance(left: list[str], right: list[str]) -> None:
    there, back = word_errors(" ".join(left), " ".join(right)), word_errors(" ".join(right), " ".join(left))
    errors = there.substituted + there.missing + there.extra
    assert errors == back.substituted + back.missing + back.extra
    assert (errors == 0) == (left == right)
    assert abs(len(left) - len(right)) <= errors <= max(len(left), len(right))
    assert there.missing - there.extra == len(left) - len(right)
