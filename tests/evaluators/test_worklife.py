"""Work of any trade is work, with or without a job description; private life earns nothing, wherever it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from evaluators.assemble import assemble
from evaluators.evidence import ground
from evaluators.reading import Reading, read_answers
from evaluators.worklife import NO_WORK
from tests.evaluators.material import interview

DESCRIBE = "Tell me about something difficult that you had to solve."
SHORT = "What went wrong there?"

STORIES = yaml.safe_load((Path(__file__).parent / "worklife.yaml").read_text(encoding="utf-8"))
AT_WORK: dict[str, str] = STORIES["at_work"]
AT_HOME: dict[str, str] = STORIES["at_home"]


def read(question: str, answer: str, title: str = "Assistant") -> Reading:
    doc = interview((question, answer)).model_copy(update={"role_title": title})
    return read_answers(assemble(doc).answers, ground(doc))[0]


def muted(reading: Reading) -> list[str]:
    return [sentence.text for sentence in reading.sentences if sentence.muted == "private"]


@pytest.mark.parametrize("trade", AT_WORK)
@pytest.mark.parametrize("question", [DESCRIBE, SHORT])
def test_work_of_any_trade_is_work_without_a_job_description(trade: str, question: str) -> None:
    reading = read(question, AT_WORK[trade])
    assert (reading.fits_work, muted(reading)) == (1.0, [])


@pytest.mark.parametrize("story", AT_HOME)
def test_a_story_from_private_life_earns_hardly_anything(story: str) -> None:
    reading = read(DESCRIBE, AT_HOME[story])
    assert reading.fits_work == NO_WORK[0]
    assert not reading.found


@pytest.mark.parametrize("story", AT_HOME)
@pytest.mark.parametrize("trade", ["nurse", "finance", "driver"])
def test_a_private_story_beside_an_answer_adds_nothing_to_it(story: str, trade: str) -> None:
    alone, both = (
        read(DESCRIBE, AT_WORK[trade]),
        read(DESCRIBE, f"{AT_WORK[trade]} {AT_HOME[story]}"),
    )
    assert [(item.cue, item.word) for item in both.found] == [(item.cue, item.word) for item in alone.found]
    assert both.share <= alone.share


def test_a_word_about_the_family_takes_nothing_from_an_answer_about_work() -> None:
    aside = "My daughter was ill that week, so I was tired."
    reading = read(DESCRIBE, f"{aside} {AT_WORK['nurse']}")
    assert muted(reading) == [aside]
    assert reading.share == 1


def test_who_speaks_of_work_is_believed_where_an_answer_has_no_word_of_it() -> None:
    bare = "Nadine took the big tables, always. I proposed that we change sides at noon, and she agreed."
    doc = interview((DESCRIBE, AT_WORK["finance"]), ("Tell me about a conflict.", bare))
    assert [reading.fits_work for reading in read_answers(assemble(doc).answers, ground(doc))] == [1.0, 1.0]
    doc = interview((DESCRIBE, AT_HOME["choir"]), ("Tell me about a conflict.", bare))
    assert [reading.fits_work for reading in read_answers(assemble(doc).answers, ground(doc))] == [NO_WORK[0]] * 2


def test_a_case_is_answered_by_a_plan_whatever_it_is_about() -> None:
    case = "A farm sells less cheese this year. What would you do?"
    plan = "I'd count the people first. Then I'd compare the cheap sorts with the dear ones, and I'd taste both."
    assert read(case, plan).fits_work == 1


HOLLOW = "We brought everyone together, communicated clearly at every stage and found a solution that worked for all."
CHECKED = "We brought the porter and the cook together and found that the trolley was four centimetres too wide for it."


def test_a_sentence_that_fits_any_answer_earns_nothing() -> None:
    assert [s.muted for s in read(DESCRIBE, f"{AT_WORK['nurse']} {HOLLOW}").sentences][-1] == "hollow"
    assert [s.muted for s in read(DESCRIBE, f"{AT_WORK['nurse']} {CHECKED}").sentences][-1] is None
    assert [s.muted for s in read(DESCRIBE, "I fixed the pump in the ward. It worked for everyone.").sentences][
        -1
    ] is None
