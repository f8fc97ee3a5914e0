"""The report as files: JSON that holds what is served, and a PDF that is read back and must say all of it."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schema.analysis import (
    Analysis,
    AnswerRewrite,
    DimensionScore,
    Evidence,
    Fix,
    JdMatch,
    JdRequirement,
    MemoryUpdate,
    NextAction,
    Overall,
    PracticeDay,
    RewritePart,
    TurnNote,
    TurnTaking,
)
from schema.coaching import CoachDay, CoachItem, CoachPlan, NextBestSession
from schema.provenance import Provenance
from schema.vocabulary import (
    Agreement,
    AnswerPart,
    AnswerStrength,
    HireSignal,
    InterviewType,
    MissingPiece,
    PracticeKind,
    Readiness,
    RequirementState,
    Seniority,
    StepStatus,
)
from server.report_pdf import words
from server.report_pdf.document import Heading, report_pdf
from server.report_pdf.fonts import BOX, printable
from server.repositories.reports import Reports, StepRecord
from tests.support.interviews import a_note, an_analysis
from tests.support.server import Browser, RunningServer, error_of
from tests.support.takes import finished

RULES = Provenance(evaluator="rules", evaluator_version="7")
MODEL = Provenance(
    evaluator="model", evaluator_version="7", prompt="evaluator", prompt_version="3", model="a-small-model"
)
HEADING = Heading(
    role_title="Site Reliability Engineer",
    company="Söhne & <Partner>",
    seniority=Seniority.SENIOR,
    interview_type=InterviewType.PANEL,
    held_at=datetime(2026, 3, 9, 10, tzinfo=UTC),
)
FAILED = StepRecord("memory", "What is remembered of you", StepStatus.FAILED, "The model took too long to answer.")


def evidence(number: int, **given: Any) -> Evidence:
    told = {"quote": f"I cut run {number} from 4 hours to 35 minutes", "why": "A figure with its start."}
    place = {"turn_index": number, "word_start": 0, "word_end": 9, "start_s": 65.2 + 60 * number, "end_s": 70.0}
    return Evidence.model_validate({**told, **place, **given})


def dimension(number: int) -> DimensionScore:
    return DimensionScore(
        key=f"d{number}",
        name=f"Dimension number {number}",
        score=70,
        anchor=3.5,
        anchor_text="Nearest to level 3 of this rubric: says what was done and why.",
        spread=1.5,
        confidence="medium",
        samples=(2.0, 3.5, None),
        agreement=Agreement.DISAGREE,
        evidence=(evidence(number), evidence(number, start_s=None, end_s=None, why="Typed, without seconds.")),
        fixes=(Fix(title=f"Fix {number}", how="Say where it started."),),
        note="Not heard: what you weighed.",
    )


def rewrite(number: int) -> AnswerRewrite:
    return AnswerRewrite(
        question_id=f"q{number}",
        question=f"What did you change in case {number}?",
        your_answer=f"We changed it in case {number}. " * 30,
        better_answer="x",
        why_better="It begins with what was wrong.",
        parts=(
            RewritePart(part=AnswerPart.SITUATION, text=f"Case {number} was slow.", turn_index=1),
            RewritePart(part=AnswerPart.RESULT, text="[your number]", slot=True),
        ),
    )


def note(number: int) -> TurnNote:
    return TurnNote(
        turn_index=2 * number,
        question_id=f"q{number}",
        question=f"Question {number}: what did you do when the queue grew?",
        strength=AnswerStrength.WEAK,
        missing=(MissingPiece.METRIC,),
        metrics=(),
        note=f"Note {number}: you said what you did, but gave no figure for it.",
    )


REQUIREMENTS = (
    JdRequirement(text="Five years of Go", must=True, state=RequirementState.SAID, shown=True, evidence=(evidence(3),)),
    JdRequirement(text="Kafka", must=False, state=RequirementState.RESUME_ONLY, resume_text="Ran Kafka for two years"),
    JdRequirement(text="Terraform", must=True, state=RequirementState.MISSING, note="Say it where it fits."),
    JdRequirement(text="On call", must=True, state=RequirementState.CONTRADICTED, evidence=(evidence(4),)),
)
ITEM = CoachItem(kind=PracticeKind.MICRO_DRILL, title="The number first", details="Say it aloud.", minutes=10)
ACTION = NextAction(type="practice", title="Add numbers", details="To two.", estimated_minutes=15)
COACH = CoachPlan(
    plan=tuple(CoachDay(day=day, goal=f"Goal of day {day}.", items=() if day == 7 else (ITEM,)) for day in range(1, 8)),
    streak_goal=4,
    why_this_plan="Two of three answers had no figure.",
    next_best=(NextBestSession(role_title="SRE", company="Acme", item=ITEM, why="That interview is on Friday."),),
    provenance=RULES,
)


def analysis(answers: int, **given: Any) -> Analysis:
    """A full report of so many answers; of none there is nothing to say."""
    parts: dict[str, Any] = {"provenance": MODEL}
    if answers:
        parts |= {
            "dimension_scores": (
                *(dimension(number) for number in range(1, 4)),
                DimensionScore(key="role_fit", name="Role fit", note="Not enough evidence: a question on the role."),
            ),
            "jd_match": JdMatch(
                requirements=REQUIREMENTS,
                matched_skills=("Go",),
                missing_skills=("Terraform",),
                risk_flags=("No on-call work",),
                priority_gaps=("Terraform first",),
            ),
            "answer_rewrites": tuple(rewrite(number) for number in range(1, min(answers, 5) + 1)),
            "next_actions": (
                NextAction(type="practice", title="Add numbers", details="To two.", estimated_minutes=15),
            ),
            "memory_update": MemoryUpdate(
                new_recurring_issues=("No figure",), resolved_issues=("No setting",), next_best_action="A drill"
            ),
            "turn_notes": tuple(note(number) for number in range(1, answers + 1)),
            "turn_taking": TurnTaking(candidate_talk_s=605, talk_share=0.7, filler_count=3, words_per_minute=141.2),
            "unanswered": ("q99",),
            "dropped_claims": 3,
            "coach": COACH,
            "sections": {"jdMatch": RULES, "coach": RULES},
        }
    overall = Overall(explanation="Not enough evidence for an overall score: nothing could be proved.")
    if answers:
        overall = Overall(
            score=72, readiness=Readiness.BORDERLINE, hire_signal=HireSignal.LEAN_HIRE, explanation="The weighted mean."
        )
    return Analysis.model_validate({"overall": overall, "dimension_scores": (), **parts, **given})


def read(document: bytes) -> tuple[list[str], dict[str, str]]:
    """The text of each page with its white space joined, and what the document says of itself."""
    opened = pypdfium2.PdfDocument(document)
    try:
        pages = []
        for page in opened:
            text = page.get_textpage()
            pages.append(" ".join(text.get_text_range().replace("\ufffe", "-").split()))
            text.close()
        return pages, opened.get_metadata_dict()
    finally:
        opened.close()


def printed(report: Analysis, *steps: StepRecord, heading: Heading = HEADING) -> str:
    pages, _ = read(report_pdf(heading, report, steps, {"q99": "Why do you want to work here?"}))
    return " ".join(pages)


def seconds_for(answers: int) -> float:
    report = analysis(answers)
    began = time.process_time()
    report_pdf(HEADING, report, (), {})
    return time.process_time() - began


def test_a_long_report_is_laid_out_in_proportion_to_a_short_one() -> None:
    few, many = (min(seconds_for(answers) for _ in range(2)) for answers in (12, 60))
    assert many < 12 * few  # five times the answers; the square would be twenty-five


@pytest.mark.parametrize("answers", [0, 1, 12, 60])
def test_every_number_of_answers_prints_whole(answers: int) -> None:
    report = analysis(answers)
    document = report_pdf(HEADING, report, (), {})
    pages, told = read(document)
    assert told["Title"] == "Interview report: Site Reliability Engineer at Söhne & <Partner>"
    assert b"/Lang (en-GB)" in document
    assert [re.findall(r"Page (\d+) of (\d+)", page)[-1] for page in pages] == [
        (str(number), str(len(pages))) for number in range(1, len(pages) + 1)
    ]
    whole = " ".join(pages)
    for one in report.turn_notes:
        assert one.note in whole
        assert one.question in whole
    assert (len(pages) == 1) == (answers == 0)


def test_nothing_of_a_report_is_left_out() -> None:
    text = printed(analysis(12))
    for said in (
        *("72 of 100", "Borderline", "Leaning towards hire", "The weighted mean.", "Panel interview, senior level"),
        *("9 March 2026", "Level 3.5 ± 1.5 of 5 (70 of 100), medium confidence"),
        *("judges' levels: 2, 3.5, none proved; judges disagree", "Nearest to level 3 of this rubric"),
        *("“I cut run 2 from 4 hours to 35 minutes” (03:05)", "A figure with its start.", "Typed, without seconds."),
        *("Fix 3: Say where it started.", "Not heard: what you weighed."),
        *("Role fit Not enough evidence: a question on the role.", "3 claims were dropped"),
        *("Five years of Go (must have)", "You said it, told at work", "Kafka (nice to have)", "On your résumé only"),
        *("Résumé: “Ran Kafka for two years”", "Did not come up", "Say it where it fits.", "You said otherwise"),
        *("Missing: Terraform", "Risks: No on-call work", "Close these gaps first: Terraform first"),
        *("What did you change in case 5?", "Situation Case 5 was slow.", "Result [your number]"),
        *("Why it is better: It begins with what was wrong.", "Add numbers (Practise, 15 min): To two."),
        *("Two of three answers had no figure.", "on 4 of the seven days", "Goal of day 7. A day of rest."),
        *("The number first (A short drill, aloud, 10 min): Say it aloud.", "SRE at Acme: The number first."),
        *("Noticed again and again: No figure", "Got rid of: No setting", "Best next step: A drill"),
        *("To add: a number", "Why do you want to work here?", "Your share of the talk 70%", "Fillers 3"),
        *("You spoke 10 min 5 s", "141 words a minute", "Claims dropped for want of proof: 3."),
        *("model a-small-model, evaluator version 7, prompt evaluator 3: The rubric",),
        *("rules, version 7: Match with the job; Your week",),
    ):
        assert said in text, said


def test_without_a_coach_the_shorter_week_is_printed() -> None:
    days = (PracticeDay(day=2, focus="Numbers in stories", session=PracticeKind.CASE_STUDY),)
    text = printed(analysis(1, coach=None, practice_plan_7d=days))
    assert "Day 2: Numbers in stories (A case, worked aloud)" in text


def test_a_report_of_nothing_is_calm_about_it() -> None:
    text = printed(analysis(0))
    assert "Not enough evidence for an overall score" in text
    assert "No dimension was judged." in text
    for absent in (
        "Match with the job",
        "Better answers",
        "Your week",
        "How the conversation went",
        "Not in this report",
    ):
        assert absent not in text


def test_failed_steps_stand_with_their_reason() -> None:
    text = printed(analysis(1, failed_sections=("memoryUpdate", "answerRewrites")), FAILED)
    assert "Not in this report" in text
    assert "What is remembered of you: The model took too long to answer." in text
    assert "Left empty for that reason: What is remembered, Better answers." in text


def test_markup_and_long_words_print_as_they_stand() -> None:
    url = "https://example.org/" + "a" * 300 + "?x=1&y=<b>2</b>"
    text = printed(analysis(1, turn_notes=(note(1).model_copy(update={"note": f"See <font> & {url}"}),)))
    assert "See <font> &" in text
    assert url in text.replace(" ", "")


def test_a_requirement_longer_than_a_page_is_printed_whole() -> None:
    long = " ".join(f"clause{number}" for number in range(600))
    row = REQUIREMENTS[0].model_copy(update={"text": long})
    text = printed(analysis(1, jd_match=JdMatch(requirements=(row,))))
    assert "clause0 " in text
    assert "clause599" in text


@pytest.mark.parametrize(("given", "shown", "lost"), [("नमस्ते", 4, 6), ("你好", 2, 2), ("שלום", 4, 4), ("🙂", 1, 1)])
def test_what_the_font_lacks_is_a_box_and_is_counted(given: str, shown: int, lost: int) -> None:
    text, missing = printable(f"Hello {given}!")
    assert (text.count(BOX), missing) == (shown, lost)
    page = printed(analysis(1, turn_notes=(note(1).model_copy(update={"note": f"Hello {given}!"}),)))
    assert f"Hello {BOX * shown}!" in page
    assert f"{lost} character{'' if lost == 1 else 's'} of this report could not be printed" in page


def test_the_words_of_european_languages_print() -> None:
    said = "Łódź, Škoda, Île-de-France, señor, Ελλάδα, Київ, ½ €, “so” – yes… ≥ 3"
    assert printable(said) == (said, 0)
    assert said in printed(analysis(1, turn_notes=(note(1).model_copy(update={"note": said}),)))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_prints(text: str) -> None:
    """Control signs, lone surrogates, markup, marks without letters: the document is made, every sign accounted for."""
    shown, lost = printable(text)
    assert shown.count(BOX) <= lost + text.count(BOX)
    odd = note(1).model_copy(update={"note": text, "question": text})
    assert report_pdf(HEADING, analysis(1, turn_notes=(odd,)), (), {}).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("table", "members"),
    [
        (words.READINESS, Readiness),
        (words.HIRE, HireSignal),
        (words.SENIORITY, Seniority),
        (words.TYPE, InterviewType),
        (words.STRENGTH, AnswerStrength),
        (words.STATE, RequirementState),
        (words.PART, AnswerPart),
        (words.PRACTICE, PracticeKind),
        (words.MISSING, MissingPiece),
        (words.AGREEMENT, Agreement),
    ],
)
def test_every_member_of_a_closed_set_has_words(table: dict[Any, str], members: Any) -> None:
    assert set(table) == set(members)


# ------------------------------------------------------------------ over HTTP


async def reported(server: RunningServer, browser: Browser, report: Analysis | None = None) -> UUID:
    session_id = await finished(server, browser)
    async with server.services.db.write() as db:
        await Reports(db).plan_steps(session_id, [("memory", "What is remembered of you")])
        await Reports(db).fail_step(session_id, "memory", "The model took too long to answer.")
        await Reports(db).put_notes(session_id, [a_note(1)])
        await Reports(db).put_analysis(session_id, report or analysis(12), {"reply": "the raw reply"})
    return session_id


async def test_the_json_holds_what_is_served_and_is_the_same_each_time(server: RunningServer, maya: Browser) -> None:
    session_id = await reported(server, maya)
    path = f"/api/interview/sessions/{session_id}"
    answers = [await maya.get(f"{path}/report.json") for _ in range(2)]
    assert answers[0].content == answers[1].content
    assert re.fullmatch(
        r'attachment; filename="report-software-engineer-[\d-]+\.json"', answers[0].headers["content-disposition"]
    )
    told = answers[0].json()
    assert list(told) == [
        *("format", "formatVersion", "interview", "steps", "analysis"),
        *("interviewers", "questions", "transcript"),
    ]
    served = (await maya.get(f"{path}/report")).json()
    assert told["analysis"] == served["analysis"]
    assert told["steps"] == served["steps"]
    assert told["transcript"] == (await maya.get(f"{path}/transcript")).json()["turns"]
    assert told["questions"][0]["reason"] == "It comes next."
    assert Analysis.model_validate(told["analysis"]) == analysis(12)
    assert "the raw reply" not in answers[0].text


async def test_the_pdf_is_the_report_s(server: RunningServer, maya: Browser) -> None:
    session_id = await reported(server, maya)
    answer = await maya.get(f"/api/interview/sessions/{session_id}/report.pdf")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].endswith('.pdf"')
    pages, _ = read(answer.content)
    text = " ".join(pages)
    assert "Interview report: Software Engineer" in text
    assert "The model took too long to answer." in text
    assert "Note 12:" in text


@pytest.mark.parametrize("kind", ["json", "pdf"])
async def test_before_the_report_there_is_no_file(server: RunningServer, maya: Browser, kind: str) -> None:
    session_id = await finished(server, maya)
    answer = await maya.get(f"/api/interview/sessions/{session_id}/report.{kind}")
    assert (answer.status_code, error_of(answer)["code"]) == (409, "no_report")


async def test_the_oldest_reports_print_too(server: RunningServer, maya: Browser) -> None:
    """Of before there were requirements, parts and coaches."""
    session_id = await reported(server, maya, an_analysis())
    answer = await maya.get(f"/api/interview/sessions/{session_id}/report.pdf")
    assert "72 of 100" in " ".join(read(answer.content)[0])
