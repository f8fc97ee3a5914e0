"""Whether an answer speaks to its question, and what a question asks to be shown."""

import pytest

from evaluators.assemble import assemble, is_explaining, is_hypothetical, is_scenario
from evaluators.evidence import ground
from evaluators.reading import Reading, read_answers
from evaluators.relevance import ELSEWHERE, asked_dimensions, topics
from evaluators.worklife import NO_WORK, work_words
from tests.evaluators.material import STORY, asked, document, interview, typed

CONFLICT = "Tell me about a time you disagreed with a colleague about how to do something."
HANDHELDS = (
    "In our warehouse we moved from paper pick lists to handhelds. I wrote the training sheet, I ordered six battery "
    "packs and I set up the first aisle on a Monday. After a week the mis-picks were down on the report."
)
LAKE = "I drove to the lake and caught five fish. I cleaned them on the shore and fried them with butter until noon."


def read(question: str, answer: str) -> Reading:
    doc = interview((question, answer))
    return read_answers(assemble(doc).answers, ground(doc))[0]


def test_an_answer_to_another_question_keeps_a_share() -> None:
    assert read("Walk me through a project.", HANDHELDS).share == 1
    assert read(CONFLICT, HANDHELDS).share == ELSEWHERE


def test_an_answer_that_leaves_work_keeps_little() -> None:
    assert read("Walk me through a project.", LAKE).share == NO_WORK[0]
    assert work_words(LAKE) == frozenset()


def test_a_scenario_is_not_answered_by_an_old_story() -> None:
    scenario = "Your API suddenly returns errors for one customer only. How do you go about it?"
    story = "I built an API with fourteen endpoints. I wrote the docs and I set up the gateway for our customers."
    plan = "I'd compare one failing request of that customer with one that works. Then I'd read the server's log."
    assert read(scenario, story).share == ELSEWHERE
    assert read(scenario, plan).share == 1


def test_adding_to_an_answer_never_lowers_its_share() -> None:
    parts = [HANDHELDS, "My colleague disagreed with me about it.", "He agreed in the end.", "It fell by nine percent."]
    shares = [read(CONFLICT, " ".join(parts[:n])).share for n in range(1, len(parts) + 1)]
    assert shares == sorted(shares)


@pytest.mark.parametrize(
    ("question", "found"),
    [
        (CONFLICT, {"collaboration"}),
        ("What mistake taught you most?", {"growth"}),
        ("Tell me about something you started without being asked.", {"initiative"}),
        ("How did you decide between the two vendors?", {"problem_solving"}),
        ("Walk me through your week.", set()),
    ],
)
def test_what_a_question_asks_for(question: str, found: set[str]) -> None:
    assert topics(question) == found


def test_a_question_without_an_answer_asks_for_nothing() -> None:
    doc = document(asked(CONFLICT), asked(STORY), typed("I removed the double retry in the parcel service."))
    found = asked_dimensions(assemble(doc), has_jd=True)
    assert "collaboration" not in found
    assert {"communication", "execution", "ownership_depth", "problem_solving"} <= found


@pytest.mark.parametrize(
    ("question", "plan", "scenario", "explaining"),
    [
        ("What would you do if sales fell?", True, True, False),
        ("Orders fell by a tenth. Where do you start?", True, True, False),
        ("How do you make sure that a release is safe?", True, False, False),
        ("Explain to someone outside finance what working capital is.", True, False, True),
        ("Explain a decision you made to someone who was not in the room.", False, False, False),
        ("Tell me about a bug.", False, False, False),
        ("What do you know about us?", False, False, False),
    ],
)
def test_what_sort_of_answer_a_question_wants(question: str, plan: bool, scenario: bool, explaining: bool) -> None:
    assert (is_hypothetical(question), is_scenario(question), is_explaining(question)) == (plan, scenario, explaining)
