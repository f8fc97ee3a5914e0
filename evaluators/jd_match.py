"""What the job asks for against what was said, requirement by requirement, each with the words that bear it out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from evaluators.evidence import ground
from evaluators.lexicon import Cue
from evaluators.reading import Reading, read_answers
from evaluators.requirements.asked import asked_lines, requirement_terms
from evaluators.requirements.fit import role_fit
from evaluators.requirements.matching import PLAIN, Matched, match_requirements
from evaluators.requirements.mentions import mentions
from evaluators.requirements.resume import ResumeReader
from evaluators.shapes import AnswerSet
from evaluators.wording import quoted
from schema.analysis import JdMatch
from schema.documents import JobExtract, ResumeExtract
from schema.transcript import TranscriptDocument
from schema.vocabulary import RequirementState

__all__ = ["jd_match", "mentions", "requirement_terms", "role_fit"]

MOST_GAPS = 5
MOST_RESUME_FLAGS = 3

S = RequirementState
_GAPS = {
    S.CONTRADICTED: "the job asks for it, and you said that you do not have it.",
    S.MISSING: "the job asks for it and no answer mentions it.",
    S.RESUME_ONLY: "the job asks for it; it stands on your résumé and no answer mentions it.",
}
# What an interviewer would raise first: a denial, then silence, then what only the paper says.
_URGENCY = {S.CONTRADICTED: 0, S.MISSING: 1, S.RESUME_ONLY: 2, S.SAID: 3}


def jd_match(
    document: TranscriptDocument,
    answers: AnswerSet,
    readings: Sequence[Reading] | None = None,
    *,
    job: JobExtract | None = None,
    resume: ResumeExtract | None = None,
    today: date | None = None,
) -> JdMatch:
    """Each requirement of the job with its state, and what a careful reader would ask about next.

    `job` and `resume` are extracts that a person may have corrected; without them both are read from the document's
    texts. `today` ends employments that last; without it, years are counted up to the last date the résumé names.
    """
    if readings is None:
        readings = read_answers(answers.answers, ground(document))
    flags = _flags(readings, answers)
    lines = asked_lines(document.jd or "", job)
    if not lines:
        return JdMatch(risk_flags=flags)
    reader = ResumeReader(document.resume or "", resume, today)
    found = match_requirements(lines, readings, ground(document), reader)
    skills = sorted((item for item in found if item.is_skill), key=lambda item: not item.requirement.must)
    return JdMatch(
        requirements=tuple(item.requirement for item in found),
        matched_skills=_names(item for item in skills if item.requirement.state is S.SAID),
        missing_skills=_names(item for item in skills if item.requirement.state is not S.SAID),
        risk_flags=(*flags, *_risks(found)),
        priority_gaps=_gaps(found),
    )


def _names(skills: Iterable[Matched]) -> tuple[str, ...]:
    """The skills as the job names them: of alternatives the one that was said, or all where none was."""
    return tuple(dict.fromkeys(name for item in skills for name in item.names))


def _gaps(found: Sequence[Matched]) -> tuple[str, ...]:
    """What to prepare first: names before habits, musts before the rest, denials before silence."""
    order = sorted(
        (item for item in found if item.requirement.state in _GAPS),
        key=lambda item: (
            item.weight == PLAIN,
            not item.requirement.must,
            item.weight,
            _URGENCY[item.requirement.state],
        ),
    )
    return tuple(f"{quoted(item.requirement.text)}: {_GAPS[item.requirement.state]}" for item in order[:MOST_GAPS])


def _risks(found: Sequence[Matched]) -> list[str]:
    """What was said against a requirement, and must-haves that only the résumé bears out."""
    denied = [
        f"{quoted(item.requirement.text)} is asked for, and you said: {_words_of(item)}."
        for item in found
        if item.requirement.state is S.CONTRADICTED and item.requirement.evidence
    ]
    papers = sorted(
        (item for item in found if item.requirement.state is S.RESUME_ONLY and item.is_skill),
        key=lambda item: not item.requirement.must,
    )
    only = [f"{quoted(item.requirement.text)} stands on the résumé and in no answer." for item in papers]
    return [*denied, *only[:MOST_RESUME_FLAGS]]


def _words_of(item: Matched) -> str:
    return quoted(item.requirement.evidence[0].quote.rstrip(".!"))


def _flags(readings: Sequence[Reading], answers: AnswerSet) -> tuple[str, ...]:
    flags = []
    if readings and not any(reading.has(Cue.METRIC) for reading in readings):
        flags.append("No answer carries a figure that says how much changed.")
    if readings and not any(reading.has(Cue.OWN, Cue.PLAN) for reading in readings):
        flags.append("No answer names a step that you took yourself.")
    if answers.unanswered:
        count = len(answers.unanswered)
        said = (
            "1 question had no answer; it got no score."
            if count == 1
            else f"{count} questions had no answer and no score."
        )
        flags.append(said)
    if any(s.muted == "to_the_judge" for reading in readings for s in reading.sentences):
        flags.append("A passage spoke to whoever scores and not to the interviewer; it earned nothing.")
    return tuple(flags)
