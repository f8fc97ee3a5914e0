"""The cue language: what a sentence must say, in speech as recognisers write it and in typed words."""

import pytest

from schema.cues import MAX_SPAN, check, find, said, sentences


@pytest.mark.parametrize(
    ("cue", "text"),
    [
        ("churn rate", "So what were the churn rates"),
        ("churn|attrition year", "attrition, um, over the years"),
        ('"last year"', "what happened last uh year"),
        ("price year_on_year|growth", "how did the prices move year-on-year"),
        ("sort", "because it was never sorted"),
        ("deliver time", "how long are the delivery times"),
        ("deliver", "they are delivering late"),
        ("lose customer", "how many customers have we lost"),
        ("profit*", "look at profitability first"),
        ("did not return", "it didn't return anything"),
        ("do not know", "i dont know that"),
        ("12 percent", "that is twelve per cent"),
        ("12 percent", "growth of 12% then"),
        ("1200 order", "about 1,200 orders"),
        ("97 crore", "about ninety seven crore rupees a year"),
        ("50 thousand", "it costs 50k"),
        ("2400000", "2.4 million of them"),
        ("regulat*", "what about regulation there"),
        ("abandon", "the highest abandonment"),
        ("organise", "they organized it"),
        ("labour cost", "the labor costs"),
        ("what is margin", "what's the margin"),
        ("company", "other companies"),
        ("process", "both processes"),
        ("customer segment", "the customer’s segmentation"),
    ],
)
def test_a_sentence_meets_a_cue(cue: str, text: str) -> None:
    assert said([cue], text) == text


@pytest.mark.parametrize(
    ("cue", "text"),
    [
        ("churn rate", "the churn is bad"),
        ('"last year"', "the last full year"),
        ("churn -why", "why did churn rise"),
        ('churn -"last year"', "the churn of last year"),
        ("12 percent", "120 percent of it"),
        ("12 percent", "12 people"),
        ("rate", "a rather long wait"),
        ("churn rate", "The churn is bad. The rate is not."),
        ("cost", "the customers"),
    ],
)
def test_a_sentence_does_not(cue: str, text: str) -> None:
    assert said([cue], text) is None


def test_what_is_served_is_the_candidate_s_own_sentence() -> None:
    text = "Let me think. What's the CHURN rate, by year? Thanks."
    assert said(["margin", "churn rate"], text) == "What's the CHURN rate, by year?"


def test_of_speech_without_full_stops_the_part_around_the_cue_is_served() -> None:
    filling = " ".join(f"word{n}" for n in range(60))
    quote = said(["churn year"], f"{filling} churn by year {filling}")
    assert quote is not None
    assert "churn by year" in quote
    assert len(quote.split()) <= MAX_SPAN


def test_words_far_apart_in_one_long_sentence_do_not_meet_a_cue() -> None:
    filling = " ".join(f"word{n}" for n in range(MAX_SPAN))
    assert said(["churn year"], f"churn {filling} year") is None
    assert said(["churn year"], f"churn {filling} churn of the year") is not None


def test_an_unwanted_word_spoils_a_long_sentence_only_near_the_cue() -> None:
    filling = " ".join(f"word{n}" for n in range(30))
    assert said(["churn -why"], f"why {filling} churn") is not None
    assert said(["churn -why"], f"{filling} why the churn") is None


def test_a_place_is_given_in_characters_of_the_text() -> None:
    text = "First this. Then what's the twelve percent churn?"
    found = find(["12 percent churn"], text)
    assert found is not None
    assert text[found.start : found.end] == "twelve percent churn"
    assert text[found.quote_start : found.quote_end] == "Then what's the twelve percent churn?"


def test_sentences_end_with_marks_and_lines() -> None:
    assert sentences("One. Two? three four\nfive") == ["One.", "Two?", "three four", "five"]


@pytest.mark.parametrize("cue", ["", "   ", "-why", "a|", '""'])
def test_a_cue_that_wants_nothing_is_refused(cue: str) -> None:
    with pytest.raises(ValueError, match="wants nothing"):
        check(cue)
