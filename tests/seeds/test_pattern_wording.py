"""Every text of every pattern is fit to be spoken: the rules of seeds.wording, and that they see what they should."""

from __future__ import annotations

import re

import pytest

from seeds.fitness import unfit
from seeds.wording import SAMPLES, faults, sentences
from tests.seeds.shipped import CATALOG, SHIPPED, none_of, spoken

VERBATIM = re.compile(r"\{\{(?:claim|metric_claim|said_before|said_now)\}\}")


def test_everything_can_be_said_aloud() -> None:
    none_of(
        [
            item.says(f"{field} {fault}", text)
            for item, field, text in spoken()
            for fault in faults(text, quotes_another=bool(VERBATIM.search(text)))
        ]
    )


def test_what_ships_would_be_accepted_from_an_administrator() -> None:
    dimensions = {dimension.key for rubric in CATALOG.rubrics.values() for dimension in rubric.dimensions}
    none_of([item.says(f"{field} {why}") for item in SHIPPED for field, why in unfit(item.pattern, dimensions)])


@pytest.mark.parametrize(
    "text",
    [
        "How did you know that it worked?",
        'You write: "{{claim}}". What was your part in it?',
        "Walk me through the last week before {{project}} went live.",
        "What did an hour of that cost, and for whom?",
        "You had a university behind you. What did an honest answer cost?",
        "What would you do about {{gap}}?",
        "The prize was the size of it. What did you seize?",
        'On your résumé it says "{{said_before}}", and now "{{said_now}}". Which is it?',
    ],
)
def test_fit(text: str) -> None:
    assert faults(text) == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("How did  you do it?", "space"),
        ("how did you do it?", "capital"),
        ("How did you do it", "full stop"),
        ("You built it. It broke. What then?", "sentences"),
        ("What " + "more or " * 22 + "less was it?", "words"),
        ("What did you do? And why?", "two questions"),
        ("How would a {{role_title}} do it?", "slot"),
        ("You are an {{role_title}}. What now?", "slot"),
        ("You say {{claim}}. What was your part?", "quotation"),
        ("{{tenure}} is a while. Why did you leave?", "lower case"),
        ("You left. {{gap}} is open, so what did you do?", "lower case"),
        ("What did a angry customer say?", "'an'"),
        ("What was an problem there?", "'a'"),
        ("Which KPIs moved?", "aloud"),
        ("What was the cost/benefit?", "aloud"),
        ("How did 12000 people see it?", "aloud"),
        ("Which phase was hardest?", "jargon"),
        ("Use the STAR method. What happened?", "jargon"),
        ("Good answer. What next?", "jargon"),
        ("How did you prioritize it?", "spelt"),
        ("What does your resume leave out?", "spelt"),
        ("Which behavior surprised you?", "spelt"),
        ("What did the the customer say?", "twice"),
        ("Tell me more!", "shouts"),
    ],
)
def test_unfit(text: str, problem: str) -> None:
    assert problem in " ".join(faults(text))


def test_quoted_words_leave_room_for_two_long_quotes() -> None:
    text = "What " + "more or " * 22 + "less is it?"
    assert faults(text)
    assert faults(text, quotes_another=True) == ()


def test_sentences_are_counted_over_quotation_marks() -> None:
    said = f'You write: "{SAMPLES["claim"]}". What was your part?'
    assert len(sentences(said)) == 2
    assert len(sentences("It took 2.5 days on average. Why?")) == 2
