"""The closed sets of a report in plain words, as the page says them."""

from __future__ import annotations

from collections.abc import Sequence

from schema.analysis import Evidence
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
)

READINESS = {
    Readiness.NOT_READY: "Not ready yet",
    Readiness.BORDERLINE: "Borderline",
    Readiness.READY: "Ready",
}
HIRE = {
    HireSignal.STRONG_HIRE: "Strong hire",
    HireSignal.HIRE: "Hire",
    HireSignal.LEAN_HIRE: "Leaning towards hire",
    HireSignal.LEAN_NO_HIRE: "Leaning towards no",
    HireSignal.NO_HIRE: "Not this time",
}
SENIORITY = {Seniority.ENTRY: "Entry", Seniority.MID: "Mid-level", Seniority.SENIOR: "Senior"}
TYPE = {
    InterviewType.HR: "HR screen",
    InterviewType.HIRING_MANAGER: "Hiring manager",
    InterviewType.TECHNICAL: "Technical",
    InterviewType.PANEL: "Panel",
}
STRENGTH = {AnswerStrength.STRONG: "Strong", AnswerStrength.WEAK: "Thin", AnswerStrength.VAGUE: "Vague"}
STATE = {
    RequirementState.SAID: "You said it",
    RequirementState.RESUME_ONLY: "On your résumé only",
    RequirementState.MISSING: "Did not come up",
    RequirementState.CONTRADICTED: "You said otherwise",
}
PART = {
    AnswerPart.SITUATION: "Situation",
    AnswerPart.TASK: "Task",
    AnswerPart.ACTION: "Action",
    AnswerPart.RESULT: "Result",
    AnswerPart.REFLECTION: "Looking back",
}
PRACTICE = {
    PracticeKind.MICRO_DRILL: "A short drill, aloud",
    PracticeKind.INTERVIEW_SIMULATION: "A practice interview",
    PracticeKind.CODING_DEBUG: "Find a fault in code",
    PracticeKind.CODING_MODIFY: "Change code to a new need",
    PracticeKind.CASE_STUDY: "A case, worked aloud",
}
MISSING = {
    MissingPiece.CONTEXT: "the setting",
    MissingPiece.OWNERSHIP: "your own part",
    MissingPiece.METRIC: "a number",
    MissingPiece.TRADEOFF: "what you gave up",
    MissingPiece.RESULT: "how it ended",
    MissingPiece.REFLECTION: "what you learnt",
}
AGREEMENT = {
    Agreement.AGREE: "judges agree",
    Agreement.MIXED: "judges differ a little",
    Agreement.DISAGREE: "judges disagree",
}
ACTION = {"practice": "Practise", "exercise": "Exercise", "resume_fix": "Résumé"}
SECTION = {
    "overall": "The overall score",
    "turnNotes": "Notes on each answer",
    "turnTaking": "How the conversation went",
    "exercises": "Exercises",
    "jdMatch": "Match with the job",
    "answerRewrites": "Better answers",
    "nextActions": "What to do next",
    "memoryUpdate": "What is remembered",
    "practicePlan7d": "Your week",
    "coach": "Your week",
    "dimensionScores": "The rubric",
}


def at(evidence: Evidence) -> str:
    """Where in the recording a quote stands: " (12:05)"; empty where nothing was timed."""
    if evidence.start_s is None:
        return ""
    return f" ({'about ' if evidence.approximate else ''}{clock(evidence.start_s)})"


def clock(seconds: float) -> str:
    """mm:ss."""
    whole = max(0, int(seconds))
    return f"{whole // 60:02d}:{whole % 60:02d}"


def listed(items: Sequence[str]) -> str:
    """Several things or sentences in one line."""
    return "; ".join(item.rstrip(".") for item in items)


def by_whom(source: Provenance) -> str:
    """ "rules, version 3" or "model gpt-x, evaluator version 2, prompt evaluator 4"."""
    if source.evaluator == "rules":
        return f"rules, version {source.evaluator_version}"
    named = f"model {source.model}" if source.model else source.evaluator
    prompt = f", prompt {source.prompt} {source.prompt_version}" if source.prompt else ""
    return f"{named}, evaluator version {source.evaluator_version}{prompt}"
