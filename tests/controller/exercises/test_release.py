"""What a candidate earns by asking: every foreseen question, its near misses, and questions that nobody foresaw."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from controller.exercises.release import (
    Already,
    Clarified,
    NotAvailable,
    NothingAsked,
    Released,
    TooEarly,
    read_request,
)
from controller.exercises.requests import requests
from schema.exercises import CaseTemplate, StagedReveal
from seeds.case_templates import load_cases

CASES = load_cases()
WRITTEN = Path(__file__).parents[2] / "seeds"
ROUNDS = tuple(f"case_paraphrases{name}.yaml" for name in ("", "_late", "_last", "_fourth"))
CAFE = CASES["cafe_profit_drop"]

# Said in every case interview; it asks for no data.
PLAIN = (
    "I'd begin with what changed, then where, then for whom, and only then look for the cause.",
    "okay so let me structure my thoughts first i would look at the big picture and then go into the details",
    "my approach would be to understand the problem then form hypotheses test them with data and recommend something",
    "can i take a minute to think about it",
    "could you repeat the question please",
    "does that make sense so far",
    "i think there are three possible reasons for this",
    "is it okay if i assume something here",
    "so what we see here is that it went up",
    "what i would do is go step by step",
    "the main risk is that it does not work",
    "how would i approach this well i'd go from the top down",
    "so to summarise we know what happened and why it happened",
    "let me make sure i understood the task correctly",
)


def told(case: CaseTemplate, reveal_id: str) -> StagedReveal:
    return next(reveal for reveal in case.revealable_data if reveal.id == reveal_id)


def written(kind: str) -> list[tuple[str, str, str]]:
    """Case, reveal and sentence of the rounds that were written after the cues; `kind` is asks or near."""
    return [
        (key, reveal_id, text)
        for name in ROUNDS
        for key, reveals in yaml.safe_load((WRITTEN / name).read_text("utf-8")).items()
        for reveal_id, lines in reveals.items()
        for text in lines.get(kind, ())
    ]


@pytest.mark.parametrize("key", CASES)
def test_each_foreseen_question_earns_its_exhibit_and_no_other(key: str) -> None:
    case = CASES[key]
    wrong = {
        ask: got
        for reveal in case.revealable_data
        for ask in reveal.asks
        if (got := read_request(case, reveal.after, ask)) != Released((reveal.id,))
    }
    assert wrong == {}


@pytest.mark.parametrize("key", CASES)
def test_a_near_miss_does_not_earn_it(key: str) -> None:
    case = CASES[key]
    wrong = {
        miss: got
        for reveal in case.revealable_data
        for miss in reveal.near_misses
        if isinstance(got := read_request(case, reveal.after, miss), Released) and reveal.id in got.reveals
    }
    assert wrong == {}


@pytest.mark.parametrize("key", CASES)
def test_plain_questions_have_plain_answers(key: str) -> None:
    case = CASES[key]
    for clarification in case.clarifications:
        for ask in clarification.asks:
            assert read_request(case, (), ask) == Clarified(clarification.id), ask
    for absent in case.not_available:
        for ask in absent.asks:
            assert read_request(case, (), ask) == NotAvailable(absent.what), ask


@pytest.mark.parametrize("key", CASES)
def test_an_exhibit_waits_for_those_before_it_and_comes_once(key: str) -> None:
    case = CASES[key]
    for reveal in case.revealable_data:
        for ask in reveal.asks if reveal.after else ():
            assert read_request(case, (), ask) == TooEarly(reveal.id, reveal.after), ask
        out = (*reveal.after, reveal.id)
        assert read_request(case, out, reveal.asks[0]) == Already(reveal.id)


def test_paraphrases_that_were_written_later_earn_their_exhibit() -> None:
    lines = written("asks")
    assert {key for key, _, _ in lines} == set(CASES)
    wrong = [
        (key, reveal_id, text, got)
        for key, reveal_id, text in lines
        if (got := read_request(CASES[key], told(CASES[key], reveal_id).after, text)) != Released((reveal_id,))
    ]
    assert wrong == []


def test_near_misses_that_were_written_later_do_not() -> None:
    lines = written("near")
    assert {key for key, _, _ in lines} == set(CASES)
    for key, reveal_id, text in lines:
        got = read_request(CASES[key], told(CASES[key], reveal_id).after, text)
        assert not (isinstance(got, Released) and reveal_id in got.reveals), (key, reveal_id, text)


@pytest.mark.parametrize("text", PLAIN)
def test_plans_pauses_and_summaries_ask_for_nothing(text: str) -> None:
    assert {key: got for key, case in CASES.items() if (got := read_request(case, (), text)) != NothingAsked()} == {}


def test_a_mention_is_no_request() -> None:
    mention = "I think the cost of rent and staff went up and the delivery margin is lower"
    assert read_request(CAFE, (), mention) == NothingAsked()
    assert read_request(CAFE, (), f"{mention} so could I see the breakdown of costs") == Released(("profit_statement",))


def test_two_that_are_plainly_asked_for_come_together() -> None:
    text = "could I see the breakdown of costs for both years and also the sales by channel please"
    assert read_request(CAFE, (), text) == Released(("profit_statement", "channel_sales"))


def test_three_are_too_many_at_once() -> None:
    text = (
        "Could I see the breakdown of costs? What is the channel mix? What is the contribution of an order by channel?"
    )
    assert read_request(CAFE, (), text) == Released(("profit_statement", "channel_sales"))


def test_what_is_asked_for_may_stand_before_the_question_or_after_it() -> None:
    assert read_request(CAFE, (), "the sales by channel do you have that") == Released(("channel_sales",))
    assert read_request(CAFE, (), "I looked at sales by channel before. Do we have that?") == Released(
        ("channel_sales",)
    )
    assert read_request(CAFE, (), "I'd like to look at the sales. By channel, if possible.") == Released(
        ("channel_sales",)
    )


def test_a_request_that_is_taken_back_is_none() -> None:
    assert read_request(CAFE, (), "I can go on without asking how the costs are split") == NothingAsked()


def test_a_reason_after_the_request_asks_for_nothing_more() -> None:
    text = "could I see the sales by channel because I think the commission per order is too high"
    assert read_request(CAFE, (), text) == Released(("channel_sales",))


def test_data_that_nobody_foresaw_is_not_there() -> None:
    assert read_request(CAFE, (), "do we have data on the weather in those months") == NotAvailable(None)


def test_typed_words_without_a_verb_are_a_request() -> None:
    assert read_request(CAFE, (), "cost breakdown by year") == Released(("profit_statement",))
    assert requests("lower costs help") != ()
    assert requests("guests like good coffee there") == ()


def test_a_statement_earns_what_says_so() -> None:
    reveal = CAFE.revealable_data[0].model_copy(update={"said_cues": ("commission suspect|hypothesis",)})
    case = CAFE.model_copy(update={"revealable_data": (reveal, *CAFE.revealable_data[1:])})
    assert read_request(case, (), "My hypothesis is that the commission eats it.") == Released((reveal.id,))
    assert read_request(CAFE, (), "My hypothesis is that the commission eats it.") == NothingAsked()


def test_the_same_words_always_give_the_same() -> None:
    text = "what share of revenue comes from the delivery apps"
    assert len({read_request(CAFE, (), text) for _ in range(3)}) == 1
