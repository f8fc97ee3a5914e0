"""Better answers: by rules from the candidate's own sentences, and a model's only where it says nothing new."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluators.assemble import assemble
from evaluators.evidence import ground
from evaluators.guard import validate_analysis
from evaluators.reading import read_answers
from evaluators.rewrites import MOST, rewrites
from evaluators.rewrites.checked import checked, new_words, stems, threads_of
from evaluators.rewrites.parts import tidied
from evaluators.turn_notes import turn_notes
from evaluators.verdict import VerdictRewrite
from schema.analysis import Analysis, AnswerRewrite, Overall
from schema.provenance import Provenance
from schema.transcript import TranscriptDocument
from schema.vocabulary import AnswerPart
from tests.evaluators.material import KITS, STORY, classify, document, golden, interview, spoken
from tests.evaluators.material import asked as question

P = AnswerPart
TOLD = (
    "It was a lot faster then. I, um, rewrote the export row by row. We had a crash every Monday in the spring. "
    "I was asked to make it stop."
)


def rewritten(doc: TranscriptDocument) -> tuple[AnswerRewrite, ...]:
    return rewrites(doc, assemble(doc), turn_notes(assemble(doc), classify))


def only(answer: str) -> AnswerRewrite:
    (item,) = rewritten(interview((STORY, answer)))
    return item


# ------------------------------------------------------------------ by rules


@pytest.mark.parametrize("kit", KITS)
@pytest.mark.parametrize("kind", ["vague", "mixed", "hollow", "strong"])
def test_every_part_is_a_slot_or_words_that_stand_where_it_says(kit: str, kind: str) -> None:
    doc = golden(kit, kind)
    made = rewritten(doc)
    turns = {turn.index: turn for turn in ground(doc).turns}
    for item in made:
        assert item.better_answer == " ".join(part.text for part in item.parts)
        for part in item.parts:
            if part.slot:
                assert part.text.startswith("[")
                assert part.text.endswith("]")
                continue
            assert part.turn_index is not None
            there = [word.text.casefold().strip(".,;:") for word in turns[part.turn_index].words]
            said = there[part.word_start : part.word_end]
            assert all(word.casefold().strip(".,;:") in said for word in part.text.split())
    validate_analysis(
        Analysis(
            overall=Overall(), dimension_scores=(), answer_rewrites=made,
            provenance=Provenance(evaluator="rules", evaluator_version="test"),
        ),
        doc,
    )  # fmt: skip


def test_the_order_is_situation_task_action_result() -> None:
    item = only(TOLD)
    order = [part.part for part in item.parts]
    assert order == sorted(order, key=list(P).index)
    own = {part.part: part.text for part in item.parts if not part.slot}
    assert own[P.SITUATION] == "We had a crash every Monday in the spring."
    assert own[P.TASK] == "I was asked to make it stop."
    assert own[P.ACTION].endswith("rewrote the export row by row.")
    assert "um" not in own[P.ACTION].casefold().split()
    assert "[your number]" in item.better_answer


def test_what_is_told_gets_no_slot() -> None:
    told = [part.text for part in only(TOLD).parts if part.slot]
    assert "[where this was, and what was at stake]" not in told
    assert "[what you did yourself, step by step]" not in told
    assert "[what you had to do]" not in told


def test_a_hesitation_is_no_part_of_another_word() -> None:
    item = only("I drew an ER diagram for the export last spring, uh-huh, and um it was fine for everyone there.")
    assert "ER diagram" in item.better_answer
    assert "uh-huh" in item.better_answer


def test_the_answers_that_gain_most_come_first_and_all_of_them_are_there() -> None:
    pairs = [
        (f"Tell me about project number {n}.", f"We did some stuff for team {n} and it was fine.") for n in range(9)
    ]
    assert len(rewritten(interview(*pairs))) == 9


def seconds_for(count: int) -> float:
    """Processor time of rewriting so many answers that could all gain; reading them is left aside."""
    pairs = [
        (
            f"Tell me about project number {n}.",
            f"In May I moved the export {n} of team {n} and it was a lot of stuff " * 8,
        )
        for n in range(count)
    ]
    doc = interview(*pairs)
    answers, notes = assemble(doc), turn_notes(assemble(doc), classify)
    readings = read_answers(answers.answers, ground(doc))
    began = time.process_time()
    assert len(rewrites(doc, answers, notes, readings)) == min(count, MOST)
    return time.process_time() - began


def test_sixty_answers_cost_in_proportion_to_fifteen() -> None:
    """Four times the answers, and no more than the most that are shown: nothing grows with the square (sixteenfold)."""
    few, many = (sum(seconds_for(count) for _ in range(20)) for count in (15, 60))
    assert many < 10 * few


def test_a_rewrite_knows_its_question() -> None:
    assert {item.question_id for item in rewritten(golden("software_engineer", "mixed"))} <= {
        answer.question_id.split(".")[0] for answer in assemble(golden("software_engineer", "mixed")).answers
    }


# ------------------------------------------------------------------ a model's

SAID = (
    "Last spring our parcel service sent some people the same message twice. We looked at it as a team. "
    "I compared fifty parcels with what we had stored. Duplicates went from two percent to almost none. "
    "I did not test the consumer."
)


def by_model(
    better: str, *, said: str = SAID, yours: str | None = None, resume: str | None = None
) -> AnswerRewrite | None:
    doc = document(question(STORY), spoken(said), resume=resume)
    rewrite = VerdictRewrite(question=STORY, your_answer=yours or said, better_answer=better, why_better="The order.")
    return checked(rewrite, threads_of(doc, ground(doc)))


@pytest.mark.parametrize(
    "better",
    [
        "Last spring our parcel service sent the same message twice. I compared fifty parcels with what we had "
        "stored. Duplicates went from 2% to almost none.",
        "Our service sent people the same message twice, so I compared 50 parcels. In the end, duplicates went from "
        "two percent to [your number].",
        "[where this was] I compared fifty parcels.",
        "We looked at it as a team. I did not test the consumer.",
    ],
)
def test_what_the_candidate_said_may_be_said_better(better: str) -> None:
    made = by_model(better)
    assert made is not None
    assert made.better_answer == " ".join(part.text for part in made.parts) == better
    assert made.question == STORY


@pytest.mark.parametrize(
    "better",
    [
        "Last spring our parcel service sent the same message twice to 40 people.",  # a figure
        "I compared fifty parcels with Datadog.",  # a name
        "I compared fifty parcels and convinced the director.",  # an act
        "Duplicates fell by 97 percent.",
        "I led the comparison of fifty parcels.",
        "I looked at it as a team.",  # what the team did
        "I tested the consumer.",  # what was denied
        "Duplicates went from two percent to almost none, which saved money.",
        "",
    ],
)
def test_what_the_candidate_did_not_say_is_refused(better: str) -> None:
    assert by_model(better) is None


def test_facts_of_the_resume_may_be_used_and_those_of_others_not() -> None:
    assert by_model("I compared fifty parcels in Kotlin.", resume="Kotlin, Berlin") is not None
    assert by_model("I compared fifty parcels in Kotlin.") is None
    assert by_model("I compared fifty parcels.", yours="Words that nobody ever said here.") is None


def test_a_models_sentence_that_is_the_candidates_own_has_its_place() -> None:
    made = by_model("I compared fifty parcels with what we had stored. [what came of it]")
    assert made is not None
    first, second = made.parts
    assert (first.slot, first.turn_index) == (False, 1)
    assert first.word_start is not None
    assert (second.slot, second.turn_index) == (True, None)


def test_numbers_in_words_and_digits_are_the_same() -> None:
    assert list(stems("two percent")) == list(stems("2%"))
    assert new_words("97 percent", frozenset(stems("it fell by 97%"))) == []


@given(st.lists(st.sampled_from(SAID.split()), min_size=1, max_size=30), st.sampled_from(["quantum", "Prague", "8400"]))
@settings(max_examples=60, deadline=None)
def test_no_order_of_words_lets_a_new_one_in(words: list[str], new: str) -> None:
    assert by_model(" ".join([*words, new])) is None


def test_a_sentence_is_tidied_without_joining_its_words() -> None:
    assert tidied("I, um, rewrote the queue ?0").split()[-1] == "?0."
    assert tidied("um, I rewrote the queue , then left") == "I rewrote the queue, then left."
