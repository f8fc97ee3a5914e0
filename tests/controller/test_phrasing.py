"""What a model may say in the interviewer's place."""

from __future__ import annotations

import pytest

from controller.phrasing import acceptable

TEMPLATE = "What changed in numbers after you moved the 12 services?"
QUOTING = 'On your résumé you write: "Cut the nightly build from 40 to 12 minutes". Walk me through the context.'


@pytest.mark.parametrize(
    ("template", "candidate"),
    [
        (TEMPLATE, TEMPLATE),
        (TEMPLATE, "After you moved the 12 services, which numbers changed?"),
        (
            QUOTING,
            'You write "Cut the nightly build from 40 to 12 minutes". Walk me through its context, please.',
        ),
        (
            "Tell me about a mistake of yours that had real consequences.",
            "Tell me about a real mistake of yours and its consequences.",
        ),
    ],
)
def test_a_faithful_wording_is_accepted(template: str, candidate: str) -> None:
    assert acceptable(template, candidate) is None


@pytest.mark.parametrize(
    ("candidate", "reason"),
    [
        ("", "nothing"),
        ("Great answer! What changed in numbers after you moved the 12 services?", "feedback"),
        ("That was too general. What changed in numbers after you moved the 12 services?", "feedback"),
        ("What changed in numbers after you moved the services?", "figures"),
        ("What changed in numbers after you moved the 13 services?", "figures"),
        ("What changed in numbers after you moved the 12 services? And who did it?", "more than one"),
        ("Tell me. Please do. What changed in numbers after you moved the 12 services?", "sentences"),
        ("What is your favourite colour among the 12 rainbows?", "own words"),
        ("In the next phase, what changed in numbers after you moved the 12 services?", "plan"),
        ("As an AI I wonder what changed in numbers after you moved the 12 services?", "plan"),
        ("**What changed in numbers after you moved the 12 services?**", "voice"),
        ("What changed in numbers after you moved the 12 services? 🙂", "voice"),
        ("What changed in numbers after you moved the {{n}} 12 services?", "voice"),
        ("You told me what changed in numbers after you moved the 12 services.", "no longer asks"),
        ("What changed in numbers after you moved the 12 services and who decided it?", "two things"),
        ("After you moved the 12 services, what changed in numbers, and how did you measure it?", "two things"),
        ("What changed in numbers after you moved the 12 services? then tell me more. please.", "sentences"),
        ("We will turn to teamwork later; what changed in numbers after you moved the 12 services?", "plan"),
        ("There are three questions left: what changed in numbers after you moved the 12 services?", "plan"),
        ("I am looking for metrics: what changed in numbers after you moved the 12 services?", "plan"),
        ("What " + "really " * 50 + "changed in numbers after you moved the 12 services?", "words"),
    ],
)
def test_anything_else_is_refused_with_a_reason(candidate: str, reason: str) -> None:
    refusal = acceptable(TEMPLATE, candidate)
    assert refusal is not None
    assert reason in refusal


def test_a_lost_quotation_is_refused() -> None:
    refusal = acceptable(QUOTING, "Your build took 40 and then 12 minutes. Walk me through the context.")
    assert refusal is not None
    assert "quoted" in refusal


def test_a_greeting_of_three_sentences_may_stay_so_long() -> None:
    greeting = "Hello Sam, and welcome. We have about ten minutes for the interview. What do you do today?"
    assert acceptable(greeting, greeting) is None


def test_who_takes_over_keeps_the_names() -> None:
    said = "Thank you, Maya, I'm Daniel and I look at how you build things. What did you build last year?"
    kept = "Thanks, Maya, I'm Daniel and I look at how you build. What did you build last year?"
    assert acceptable(said, kept) is None
    refusal = acceptable(said, "I take over and I look at how you build things. What did you build last year?")
    assert refusal is not None
    assert "name" in refusal
