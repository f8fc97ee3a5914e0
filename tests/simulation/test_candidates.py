"""The simulated candidates: written by hand with labels, seeded, in their craft, and deaf to all but spoken words."""

from __future__ import annotations

import pytest

from schema.vocabulary import AnswerStrength, MissingPiece
from seeds.catalog import load_catalog
from server.simulation.candidate import Candidate
from server.simulation.personas import FAMILIES, load_personas
from server.simulation.profiles import load_facts, profile_of
from server.simulation.questions import need_of, quoted

TRAITS = {
    "strong",
    "vague",
    "rambling",
    "terse",
    "contradicting",
    "hostile",
    "off_topic",
    "silent",
    "injecting",
    "asks_for_the_answer",
    "non_native",
    "panicking",
}
KNOWN = {"employer": "Kite Works", "old_employer": "Brook Mill", "skill": "Excel"}


def candidate(persona: str, seed: int = 1, kit: str = "software_engineer") -> Candidate:
    return Candidate(load_personas()[persona], kit, KNOWN, seed)


def test_all_twelve_are_there_with_twenty_labelled_utterances_each() -> None:
    personas = load_personas()
    assert set(personas) == TRAITS
    for persona in personas.values():
        said = [line.text for line in persona.lines if line.text]
        assert len(persona.lines) >= 20, persona.key
        assert len(said) == len(set(said)), f"{persona.key} says something twice"


def test_labels_fit_the_trait() -> None:
    personas = load_personas()
    strengths = {
        key: [line.labels.strength for line in one.lines if line.labels.manner == "answer"]
        for key, one in personas.items()
    }
    assert set(strengths["strong"]) == {AnswerStrength.STRONG}
    assert strengths["vague"].count(AnswerStrength.VAGUE) >= 20
    assert sum(line.labels.manner == "attack" for line in personas["injecting"].lines) >= 12
    assert sum(line.labels.manner == "aside" for line in personas["hostile"].lines) >= 8
    assert {line.labels.contradicts for line in personas["contradicting"].lines} >= {
        "tenure",
        "team_size",
        "skill",
        "role",
    }
    assert min(len(line.text.split()) for line in personas["rambling"].lines if line.labels.manner == "answer") >= 40
    assert max(len(line.text.split()) for line in personas["terse"].lines) <= 20


def test_a_strong_candidate_speaks_of_their_own_craft() -> None:
    kits = load_catalog().role_kits
    assert set(kits) == set(FAMILIES) == set(load_facts())
    told = {
        kit: candidate("strong", kit=kit).hears("Tell me about a hard problem that you solved.").text for kit in kits
    }
    for kit, text in told.items():
        family = {line.family for line in load_personas()["strong"].lines if line.text == text}
        assert family == {FAMILIES[kit]}, kit


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("Hello Rahul, welcome, and we have about ten minutes. What do you do?", "opening"),
        ("Tell me about a time you disagreed with a colleague.", "story"),
        ("A customer says she was charged twice. How do you find out whether she is right?", "scenario"),
        ("What did you do yourself, as opposed to the team?", "ownership"),
        ("Put a figure on that for me, even a rough one.", "metric"),
        ("And how did it end?", "result"),
        ("What would you do differently today?", "reflection"),
        ("What else did you consider?", "tradeoff"),
        ("Set the scene for me first. Where was this?", "context"),
        ("Give me one concrete case, please.", "concrete"),
        ("That's fine. It can be a small thing from last week.", "easier"),
        ("That's fine, let's move on. Tell me about a mistake.", "story"),
        ('Help me: on your résumé it was "two years", and just now "six months". Which is right?', "contradiction"),
        ("Would you like a little more time, or shall we move on to the next question?", "offer"),
        ("Take your time. I'm still here.", "patience"),
        ("That brings us to the end of my questions. What would you like to ask me?", "close"),
        ("I'd rather hear your own way to it, and any honest start is enough.", "back"),
    ],
)
def test_a_candidate_understands_what_is_asked_from_the_words(text: str, need: str) -> None:
    assert need_of(text) == need


def test_quotes_are_heard_without_their_marks() -> None:
    assert quoted('It was "five people", and now “nobody at all”.') == ("five people", "nobody at all")


def test_a_vague_candidate_may_give_the_piece_that_is_asked_for() -> None:
    given = [
        candidate("vague", seed).hears("Put a figure on that for me, even a rough one.").labels for seed in range(60)
    ]
    gave = [labels for labels in given if not labels.is_vague]
    assert 15 <= len(gave) <= 45
    assert all(MissingPiece.METRIC not in labels.lacks for labels in gave)


def test_a_strong_candidate_answers_every_follow_up_with_the_piece() -> None:
    asked = {
        "Who did what? What did you do yourself, as opposed to the team?": MissingPiece.OWNERSHIP,
        "And how did it end?": MissingPiece.RESULT,
    }
    for text, piece in asked.items():
        for seed in range(10):
            labels = candidate("strong", seed).hears(text).labels
            assert labels.strength is AnswerStrength.STRONG
            assert piece not in labels.lacks


def test_the_same_seed_says_the_same_and_another_one_something_else() -> None:
    questions = [
        "Hello. What do you do?",
        "Tell me about a mistake.",
        "And how did it end?",
        "Tell me about a conflict.",
    ]

    def said(seed: int) -> list[str]:
        one = candidate("vague", seed)
        return [one.hears(text).text for text in questions]

    assert said(3) == said(3)
    assert len({tuple(said(seed)) for seed in range(10)}) > 5


def test_speaking_takes_as_long_as_the_words_and_the_person_need() -> None:
    slow = candidate("non_native").hears("Tell me about a mistake.")
    while not len(slow.text.split()) > 20:
        slow = candidate("non_native", len(slow.text)).hears("Tell me about a conflict.")
    assert 1.8 * 0.8 < len(slow.text.split()) / slow.seconds < 1.8 * 1.2


def test_nobody_tells_a_long_story_again_before_all_others_are_told() -> None:
    one = candidate("rambling")
    told = [one.hears(f"Tell me about week number {number}.").text for number in range(6)]
    assert len(set(told)) == 6


def test_papers_hold_what_the_contradicting_candidate_denies() -> None:
    for kit, facts in load_facts().items():
        papers = profile_of(kit, "Victor Lang")
        assert {job.company for job in papers.resume.work_history} == set(facts.employers), kit
        assert papers.resume.name == "Victor Lang"
        assert papers.known["skill"] in papers.resume_text
        assert papers.job.must_have, kit
