"""A whole interview for each role, word for word: a change of behaviour shows here as a changed line.

After a wanted change: `python -m tests.controller.test_golden_interviews` writes them anew; read the difference.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from controller.interview import new_state
from controller.rehearsal import Beat, Reply, rehearse
from schema.vocabulary import InterviewType, Seniority, Style
from seeds.catalog import load_catalog
from tests.controller.playing import GOLDEN, shipped_plan
from tests.controller.test_foresight import scripted

JOB = "Requirements:\n- Experience with distributed systems\n- Strong communication skills\n"
RESUME = "Experience\n- Cut the nightly build from 40 to 12 minutes by caching\nSkills: Python, Kafka\n"
CASES = {
    "software_engineer": (InterviewType.TECHNICAL, Style.NEUTRAL, Seniority.MID, RESUME, JOB),
    "data_analyst": (InterviewType.PANEL, Style.FRIENDLY, Seniority.ENTRY, None, None),
    "product_manager": (InterviewType.HIRING_MANAGER, Style.STRESS, Seniority.SENIOR, None, JOB),
    "sales_representative": (InterviewType.HR, Style.NEUTRAL, Seniority.MID, RESUME, None),
}


def held(role: str) -> tuple[Beat, ...]:
    """The role's interview: its golden answers in turn, a repeat, a blank mind and a silence among them."""
    interview_type, style, seniority, resume, jd = CASES[role]
    plan = shipped_plan(role, interview_type, style=style, seniority=seniority, resume=resume, jd=jd, seed=7)
    answers = scripted(role)
    extras = [Reply("Sorry, could you repeat that?", 2), Reply("", 10), Reply("I don't know.", 2)]
    script = [*answers[:3], extras[0], *answers[3:6], extras[1], *answers[6:9], extras[2], *answers[9:]]
    state = new_state(plan, load_catalog().patterns, candidate_name="Sam", seed=7)
    return rehearse(state, script, Reply("What does success look like after half a year?", 5))


def lines(role: str) -> list[dict[str, str]]:
    """What was said and why, one entry for each time the interviewer spoke."""
    spoken = [beat for beat in held(role) if beat.decision.text]
    return [
        {
            "at": f"{beat.event.at_ms // 60_000:02d}:{beat.event.at_ms // 1000 % 60:02d}",
            "what": " ".join(
                part for part in (beat.decision.action, beat.decision.question_id, beat.decision.asks_for) if part
            ),
            "said": beat.decision.text,
            "why": beat.decision.reason,
        }
        for beat in spoken
    ]


def path(role: str) -> Path:
    """Where the role's transcript is kept."""
    return GOLDEN / f"interview_{role}.yaml"


@pytest.mark.parametrize("role", CASES)
def test_the_interview_goes_as_recorded(role: str) -> None:
    assert lines(role) == yaml.safe_load(path(role).read_text(encoding="utf-8"))


@pytest.mark.parametrize("role", CASES)
def test_the_interview_visits_all_its_parts_and_follows_up(role: str) -> None:
    beats = held(role)
    spoken = [beat.decision for beat in beats if beat.decision.text]
    plan_phases = {phase.id for phase in shipped_plan(role, CASES[role][0]).phases}
    assert {decision.phase_id for decision in spoken} == plan_phases
    assert sum(decision.asks_for is not None for decision in spoken) >= 3
    assert beats[-1].event.at_ms >= 8 * 60_000


def write() -> None:
    """Writes all transcripts anew."""
    for role in CASES:
        text = yaml.safe_dump(lines(role), sort_keys=False, allow_unicode=True, width=110)
        path(role).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
