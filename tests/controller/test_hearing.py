"""An answer laid out for reading, and the phrases found in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from controller.hearing import hear
from controller.phrasebook import PhraseBook, either


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_nothing_moves(answer: str) -> None:
    heard = hear(answer)
    assert heard.raw[1:-1] == answer
    assert len(heard.flat) == len(heard.raw)
    assert all(heard.raw[slice(*heard.span(n))].lower() != "" for n, part in enumerate(heard.parts) if part)
    assert heard.bounds == sorted(heard.bounds)
    assert heard.bounds[-1] <= len(heard.raw)


def test_fillers_and_signs_are_blank_and_words_are_counted_without_them() -> None:
    heard = hear("So, um, I uh rewrote it... Then, you know, it ran!")
    assert heard.flat.split() == ["so", "i", "rewrote", "it", ".", "then", "it", "ran"]
    assert "um" not in heard.flat
    assert [heard.raw[slice(*heard.sentence(n))] for n in range(len(heard.bounds))] == [
        "So, um, I uh rewrote it...",
        "Then, you know, it ran!",
    ]


def test_a_transcript_without_full_stops_is_cut_where_the_speaker_turns() -> None:
    heard = hear(
        "i worked at a bank in the city and we had a report that took two days every single week and then "
        "i wrote a small script that reads three systems at night but nobody wanted to use it so i sat down with her"
    )
    cut = [heard.flat[slice(*heard.sentence(n))].split()[0] for n in range(len(heard.bounds))]
    assert cut[0] == "i"
    assert {"and", "but"} <= set(cut[1:])


def book(*phrases: str, **classes: str) -> PhraseBook:
    return PhraseBook({"x": phrases}, classes)


_BOOK = (
    "when|while i|we|we've <past>", "the ..2 ^project|in_the_end was|had <past>", "end|end-to-end um? of",
    "more ..1 ^than we", "in_the_end they|the_* !would <past>", "it's|it_is done|done_with",
)  # fmt: skip
_SPOKEN = (
    "when", "while", "i", "we", "we've", "weve", "worked", "came up with", "the", "project", "in the end", "was", "had",
    "end", "end-to-end", "end-", "of", "more", "than", "than.", "um", "they", "would", "it's", "its", "it is",
    "done with",
)  # fmt: skip


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("when|while i|we was|were", "It was late while we were there.", ["while we were"]),
        ("the ..2 project was", "The new data project was slow.", ["The new data project was"]),
        ("the ..2 project was", "The very new data project was slow.", []),
        ("* months|years ago", "That was five years ago.", ["five years ago"]),
        ("we really? agreed", "We agreed, and then we really agreed.", ["We agreed", "we really agreed"]),
        ("we !would *", "We would go, we went.", ["we went"]),
        ("doubled !down", "I doubled down, sales doubled.", ["doubled"]),
        ("in_the_end they *", "In the end they paid.", ["In the end they paid"]),
        ("more ..1 ^than before", "It ran more than before.", ["more than before"]),
        ("learn* from", "I learned from it.", ["learned from"]),
        ("i've done", "Ive done it, I’ve done it.", ["Ive done", "I’ve done"]),
        ("so it <past>", "So it worked.", ["So it worked"]),
        ("it was", "I did it. Was it good?", []),  # not across the end of a sentence
        ("maybe|i_guess", "Maybe, I guess.", ["Maybe", "I guess"]),
    ],
)
def test_phrases(phrase: str, text: str, found: list[str]) -> None:
    heard = hear(text)
    spans = book(phrase, past=r"[a-z]+ed").search(heard, {}).get("x", [])
    assert [heard.raw[start:end] for start, end in spans] == found


def test_only_so_many_are_looked_for() -> None:
    heard = hear("no no no no")
    assert len(book("no").search(heard, {})["x"]) == 4
    assert len(book("no").search(heard, {"x": 2})["x"]) == 2


@pytest.mark.parametrize("phrase", ["..2", "<past>", "we agreed?"])
def test_a_phrase_that_cannot_be_looked_up_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match=r"look|empty"):
        book(phrase, past="x")


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.sampled_from(_SPOKEN), min_size=1, max_size=14), min_size=1, max_size=4))
def test_what_is_compiled_when_it_is_heard_finds_what_is_compiled_before(answers: list[list[str]]) -> None:
    late, before = (book(*_BOOK, past=r"(?:[a-z]+ed|came +up +with)") for _ in range(2))
    before.prepare()
    for words in answers:
        heard = hear(" ".join(words))
        assert late.search(heard, {}) == before.search(heard, {})


def test_a_tree_of_letters_matches_what_the_words_say() -> None:
    import re

    pattern = re.compile(rf"{either('went went_up built build')}$")
    assert [bool(pattern.match(text)) for text in ("went", "went up", "went  up", "built", "buil")] == [
        True,
        True,
        True,
        True,
        False,
    ]
