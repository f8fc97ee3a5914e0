"""Sentences end where a speaker would pause, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.voices.sentences import MAX_SENTENCE_CHARS, SentenceBuffer, caption_words, split_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Thanks. Go on.", ["Thanks.", "Go on."]),
        ("Use a cache, e.g. Redis. Why?", ["Use a cache, e.g. Redis.", "Why?"]),
        ("It grew 3.5 times. Good!", ["It grew 3.5 times.", "Good!"]),
        ("Dr. Smith met Mr. Jones at 5 p.m. yesterday.", ["Dr. Smith met Mr. Jones at 5 p.m. yesterday."]),
        ("J. R. R. Tolkien wrote it. Really?", ["J. R. R. Tolkien wrote it.", "Really?"]),
        ("What did you own? and why?", ["What did you own?", "and why?"]),
        ("Well... tell me. OK… Next.", ["Well... tell me.", "OK…", "Next."]),
        ('She said "stop." Then she left.', ['She said "stop."', "Then she left."]),
        ("You and I. We met.", ["You and I.", "We met."]),
        ("One line\nAnother line", ["One line", "Another line"]),
        ("  spaced   out \t text.  ", ["spaced out text."]),
        ("At node.js we used v2.0.1 of it. Fine.", ["At node.js we used v2.0.1 of it.", "Fine."]),
        ("It is ok. 12 people said so.", ["It is ok.", "12 people said so."]),
        ("", []),
        (" \n ", []),
        ("\x00Hi\x07 there.", ["Hi there."]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert split_sentences(text) == sentences


def test_a_long_sentence_is_cut_at_a_clause() -> None:
    text = "First we looked at the logs, " * 20 + "and then we knew."
    pieces = split_sentences(text)
    assert len(pieces) == 2
    assert all(len(piece) <= MAX_SENTENCE_CHARS for piece in pieces)
    assert pieces[0].endswith("logs,")
    assert len(split_sentences("x" * 1000)) == 4


texts = st.text(alphabet="abI.Dr e.g?!\n,;3“”\x01", max_size=400)


@given(texts)
def test_nothing_is_lost_and_cutting_again_changes_nothing(text: str) -> None:
    sentences = split_sentences(text)
    visible = "".join(text.replace("\x01", " ").split())
    assert "".join("".join(sentences).split()) == visible
    assert all(split_sentences(sentence) == [sentence] for sentence in sentences)
    assert split_sentences("\n".join(sentences)) == sentences


@given(texts, st.lists(st.integers(1, 30), max_size=40))
def test_text_that_streams_in_is_cut_like_the_whole(text: str, sizes: list[int]) -> None:
    buffer = SentenceBuffer()
    streamed: list[str] = []
    rest = text
    for size in sizes:
        streamed += buffer.push(rest[:size])
        rest = rest[size:]
    streamed += buffer.push(rest) + buffer.flush()
    assert streamed == split_sentences(text)


def test_the_first_sentence_comes_out_when_the_second_begins() -> None:
    buffer = SentenceBuffer()
    assert buffer.push("Thanks, Dr. ") == []
    assert buffer.push("Lee. ") == []
    assert buffer.push("And ") == ["Thanks, Dr. Lee."]
    assert buffer.flush() == ["And"]
    assert buffer.flush() == []


@given(st.text(max_size=60))
def test_caption_words_join_to_the_text(text: str) -> None:
    assert "".join(caption_words(text)) == text.lstrip()
