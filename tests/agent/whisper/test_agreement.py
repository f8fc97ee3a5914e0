"""LocalAgreement on plain words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.providers.whisper.agreement import Agreement, resume_index, split_words, without_echo


def test_a_word_stands_after_two_readings() -> None:
    agreement = Agreement()
    agreement.read(["we", "built", "a"])
    assert agreement.committed == []
    agreement.read(["we", "built", "a", "queue"])
    assert agreement.committed == ["we", "built", "a"]
    assert agreement.guess == ("queue",)


def test_disagreement_commits_only_what_comes_before_it() -> None:
    agreement = Agreement()
    agreement.read(["we", "build", "a", "cue", "for"])
    agreement.read(["we", "built", "a", "queue", "for", "it"])
    assert agreement.committed == ["we"]
    assert agreement.guess == ("built", "a", "queue", "for", "it")


def test_the_last_word_never_stands() -> None:
    agreement = Agreement()
    for _ in range(3):
        agreement.read(["we", "built"])
    assert agreement.committed == ["we"]


def test_case_and_punctuation_do_not_disagree_and_the_newer_spelling_is_kept() -> None:
    agreement = Agreement()
    agreement.read(["so", "we", "added", "it"])
    agreement.read(["So,", "we", "added", "it", "and"])
    assert agreement.committed == ["So,", "we", "added", "it"]


def test_committed_words_survive_a_reading_that_spells_them_anew() -> None:
    agreement = Agreement()
    agreement.read(["it", "is", "all", "right", "now", "then"])
    agreement.read(["it", "is", "all", "right", "now", "then", "we"])
    assert agreement.committed == ["it", "is", "all", "right", "now", "then"]
    agreement.read(["it", "is", "alright", "now", "then", "we", "ship", "it"])
    assert agreement.committed == ["it", "is", "all", "right", "now", "then", "we"]
    assert agreement.guess == ("ship", "it")


def test_a_reading_that_lost_its_beginning_is_aligned_by_its_words() -> None:
    assert resume_index(["in", "my", "last", "project"], ["last", "project", "I", "led"]) == 2
    assert resume_index(["in", "my", "last", "project"], []) == 0
    assert resume_index([], ["in", "my"]) == 0
    assert resume_index(["no", "no"], ["no", "no", "no"]) == 2


@pytest.mark.parametrize(
    ("before", "reading", "echo"),
    [
        ("and the database", "the database became slow", 2),
        ("the ingestion service", "service and", 1),
        ("I said no", "no it was", 0),
        ("we did it", "because of", 0),
        ("", "because of", 0),
    ],
)
def test_an_echo_of_the_text_before_is_seen(before: str, reading: str, echo: int) -> None:
    assert without_echo(before.split(), reading.split()) == echo


def test_a_lone_dash_stays_with_the_word_before() -> None:
    assert split_words("we shipped - twice") == ("we", "shipped -", "twice")
    assert split_words("... so") == ("...", "so")


_WORDS = st.lists(st.sampled_from(["we", "built", "a", "queue", "and", "it", "grew"]), max_size=12)


@given(st.lists(_WORDS, max_size=12))
def test_committed_words_never_change(readings: list[list[str]]) -> None:
    agreement = Agreement()
    before: list[str] = []
    for reading in readings:
        agreement.read(reading)
        assert agreement.committed[: len(before)] == before
        before = list(agreement.committed)


@given(_WORDS, st.integers(min_value=2, max_value=5))
def test_the_growing_truth_is_committed_but_for_its_last_word(words: list[str], step: int) -> None:
    agreement = Agreement()
    ends = [*range(step, len(words), step), len(words), len(words)]
    for end in ends:
        agreement.read(words[:end])
    assert agreement.committed == words[: max(0, len(words) - 1)]
    assert [*agreement.committed, *agreement.guess] == words
