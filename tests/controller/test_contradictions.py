"""The claims ledger: what an answer claims, what can't be true beside it, and what only looks like that."""

from __future__ import annotations

from typing import Any

import pytest

from controller.claims import Claim, asked_about
from controller.consistency import Contradiction, first_contradiction
from controller.decisions import Action
from controller.events import QuestionUnheard, TurnEnded
from controller.hearing import hear
from controller.statements import Asked, said_in
from controller.templates import sentences
from schema.plan import DocumentClaim, InterviewPlan
from tests.controller.playing import INTRO, Player, small_plan

LED = "Led a team of 5 engineers through the move of the ledger"
LEDGER = (
    Claim("resume", "employer", "finlo", "finlo", "Finlo"),
    Claim("resume", "tenure", "finlo", "2021-03/2023-05", "Finlo, March 2021 to May 2023"),
    Claim("resume", "role", "finlo", "backend engineer", "Backend Engineer at Finlo"),
    Claim("resume", "team_size", "finlo", "5 people", LED),
    Claim("resume", "tenure", "kite labs", "2018-07/2021-02", "Kite Labs, July 2018 to February 2021"),
    Claim("resume", "role", "kite labs", "software engineer", "Software Engineer at Kite Labs"),
    Claim("resume", "tenure", "orbit", "2023-06/present", "Orbit, since June 2023"),
    Claim("resume", "skill", "kubernetes", "listed", "Kubernetes"),
    Claim("resume", "skill", "python", "5 years", "5 years of Python in production"),
    Claim("resume", "education", "university of mysore", "msc", "MSc, University of Mysore"),
    Claim("jd", "skill", "rust", "required", "Proficient in Rust"),
    Claim("jd", "experience", "total", "6 years", "6+ years of experience"),
)
ABOUT_THE_TEAM = {"claim": LED}
AT_FINLO = {"employer": "Finlo"}


def found(answer: str, slots: dict[str, str] | None = None, earlier: tuple[Claim, ...] = ()) -> Contradiction | None:
    ledger = LEDGER + earlier
    asked = Asked("q3", "q3", asked_about(LEDGER, slots or {}))
    return first_contradiction(ledger, said_in(hear(answer), ledger, asked), frozenset())


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        ("I was at Finlo for five years and did the ledger.", "tenure:finlo"),
        ("so um I worked for Finlo for like six years", "tenure:finlo"),
        ("I joined Finlo in 2018 as an engineer.", "tenure:finlo"),
        ("I left Finlo in 2021, in summer.", "tenure:finlo"),
        ("I was at Kite for seven months.", "tenure:kite labs"),
        ("I was an intern at Finlo for the summer.", "role:finlo"),
        ("I was the CTO at Finlo.", "role:finlo"),
        ("i worked as a designer at kite labs mostly", "role:kite labs"),
        ("I've never used Kubernetes.", "skill:kubernetes"),
        ("to be honest i have no experience with kubernetes at all", "skill:kubernetes"),
        ("I have never used Kubernetes at work, a colleague did that.", "skill:kubernetes"),
        ("Kubernetes is new to me.", "skill:kubernetes"),
        ("I have been using Python for two years.", "skill:python"),
        ("I've never managed anyone.", "team_size:finlo"),
        ("I never finished my degree.", "education:university of mysore"),
        ("I don't know Rust at all.", "skill:rust"),
        ("I have two years of experience.", "experience:total"),
    ],
)
def test_what_cannot_both_be_true_is_found(answer: str, key: str) -> None:
    contradiction = found(answer)
    assert contradiction is not None
    assert contradiction.key == key
    assert contradiction.now.text in answer


@pytest.mark.parametrize(
    "answer",
    [
        "I was at Finlo for two years.",
        "I was at Finlo for about two and a half years.",
        "I was at Finlo for three years.",  # as one rounds up
        "After six years at Finlo nobody is surprised.",
        "In my first year at Finlo I learned a lot.",
        "Five years ago at Finlo we had no tests.",
        "I joined Finlo in 2021.",
        "I joined Kite Labs in 2018, then Finlo in 2021.",
        "I have been at Orbit for four years.",  # it goes on, so nothing is known of its length
        "I had never used Kubernetes before that project.",
        "I've never used Kubernetes in production for video.",
        "We had never touched Kubernetes at the time, so I learned it.",
        "I was a software developer at Finlo.",
        "I was the tech lead at Finlo.",
        "I worked with a product manager at Finlo.",
        "There was an intern at Kite Labs who left.",
        "I was the only engineer at Finlo.",
        "I've been using Python for six years.",
        "I have five years of experience.",
        "The company had fifty people.",
        "At Finlo I led a team of twelve people.",  # it may be another team
        "My résumé says two years at Finlo, it was six years in fact.",  # said by themselves
        "My target was met in five years.",
    ],
)
def test_what_may_be_true_is_no_contradiction(answer: str) -> None:
    assert found(answer) is None


@pytest.mark.parametrize(
    "answer",
    [
        "I led a team of twelve people and it went fine.",
        "We were about twelve engineers on the team.",
        "It was a team of fifteen.",
    ],
)
def test_another_size_of_the_very_team_that_was_asked_about(answer: str) -> None:
    contradiction = found(answer, ABOUT_THE_TEAM)
    assert contradiction is not None
    assert contradiction.before.text == LED


@pytest.mark.parametrize(
    "answer",
    [
        "I led a team of about six.",
        "At first we were three, then we grew to a team of twelve.",
        "The team had twelve people and I led five engineers of them.",
        "The department was a hundred people.",
        "I led five engineers, and there were twelve of us overall.",
    ],
)
def test_near_sizes_and_other_counts_are_no_contradiction(answer: str) -> None:
    assert found(answer, ABOUT_THE_TEAM) is None


def test_there_is_the_place_that_the_question_names() -> None:
    contradiction = found("I was there for six years.", AT_FINLO)
    assert contradiction is not None
    assert contradiction.key == "tenure:finlo"
    assert found("I was there for six years.") is None


def test_an_earlier_answer_counts_like_a_document() -> None:
    denied = Claim("answer", "skill", "terraform", "none", "I never used Terraform", "q2")
    contradiction = found("I wrote all of it in Terraform.", earlier=(denied,))
    assert contradiction is not None
    assert contradiction.before is denied


def test_it_is_raised_once() -> None:
    asked = Asked("q3", "q3")
    new = said_in(hear("I've never used Kubernetes."), LEDGER, asked)
    assert first_contradiction(LEDGER, new, frozenset({"skill:kubernetes"})) is None


# ------------------------------------------------------------------ in the interview


def claiming(**rules: Any) -> InterviewPlan:
    claims = tuple(
        DocumentClaim.model_validate(
            {"source": c.source, "subject": c.subject, "about": c.about, "value": c.value, "text": c.text}
        )
        for c in LEDGER
    )
    return small_plan(minutes=(0.2, 9, 9, 1), **rules).model_copy(update={"claims": claims})


def at_work(**rules: Any) -> Player:
    player = Player.started(claiming(**rules))
    player.say(INTRO)
    return player


def test_a_contradiction_becomes_one_polite_probe_that_quotes_both_sides() -> None:
    player = at_work()
    probe = player.say("I was at Finlo for six years, and it was a good time.")
    assert (probe.action, probe.question_id) == (Action.PROBE, "q2.1")
    assert probe.quotes == ("Finlo, March 2021 to May 2023", "I was at Finlo for six years")
    assert all(f"“{quote}”" in probe.text for quote in probe.quotes)
    assert "on your résumé" in probe.text
    assert len(sentences(probe.text)) <= 2
    assert probe.text.count("?") == 1
    assert probe.reason.startswith("Your résumé says “Finlo, March 2021 to May 2023” and you said")
    again = player.say("As I said, I was at Finlo for six years.")
    assert again.quotes == ()


def test_a_denied_skill_is_asked_about_although_it_reads_like_no_answer() -> None:
    probe = at_work().say("I have never used Kubernetes.")
    assert probe.quotes == ("Kubernetes", "I have never used Kubernetes")


def test_what_the_job_requires_is_bridged_and_not_called_a_lie() -> None:
    probe = at_work().say("I don't know Rust at all.")
    assert probe.text == (
        "The job description asks for “Proficient in Rust”, and you said “I don't know Rust at all”. "
        "How would you close that distance?"
    )


def test_between_two_answers_the_earlier_one_is_quoted() -> None:
    player = at_work()
    assert player.say("I have used Kubernetes for six years, mostly for batch jobs.").quotes == ()
    probe = player.say("Well, I have been using Kubernetes for two years.")
    assert probe.quotes == ("I have used Kubernetes for six years", "I have been using Kubernetes for two years")
    assert "a moment ago" in probe.text
    assert probe.reason.startswith("Earlier you said")


def test_a_contradiction_comes_even_when_the_follow_ups_are_used_up() -> None:
    player = at_work(probe_depth=0)
    assert player.say("I was at Finlo for six years.").action is Action.PROBE


def test_without_time_it_is_not_raised() -> None:
    player = at_work()
    late = TurnEnded(18 * 60_000 + 10_000, "I was at Finlo for six years.", 0)
    assert player.play(late).action is not Action.PROBE


def test_an_unheard_probe_may_be_raised_again() -> None:
    player = at_work()
    probe = player.say("I was at Finlo for six years.")
    player.play(QuestionUnheard(player.now_ms, probe.question_id or ""))
    assert player.state.raised == frozenset()
    assert player.say("and I liked it.").quotes == probe.quotes
