"""The claims ledger: what résumé, job description and answers have claimed so far, each with its source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from schema.plan import InterviewPlan

Subject = Literal["tenure", "skill", "team_size", "role", "employer", "metric", "education", "experience"]
Source = Literal["resume", "jd", "answer"]
MAX_CLAIMS = 300  # an interview of an hour makes fewer


@dataclass(frozen=True, slots=True)
class Claim:
    """A checkable statement. `about`: the employer, skill or thread of questions it is about, in lower case.

    `value` is written as in DocumentClaim ("2021-03/2023-05", "5 people", "4 years", "backend engineer"); of an answer
    also "36 months", "start 2019", "end 2021", "none" (a skill never used), "used". `loose`: said as an estimate.
    """

    source: Source
    subject: Subject
    about: str
    value: str
    text: str  # the words themselves, fit to be quoted
    question_id: str | None = None
    loose: bool = False


def ledger_of(plan: InterviewPlan) -> tuple[Claim, ...]:
    """What the documents claim before the first question."""
    return tuple(
        Claim(claim.source, claim.subject, claim.about.lower(), claim.value, claim.text) for claim in plan.claims
    )


def added(ledger: tuple[Claim, ...], new: Sequence[Claim]) -> tuple[Claim, ...]:
    """The ledger with new claims that it does not hold yet."""
    known = {(claim.source, claim.subject, claim.about, claim.value) for claim in ledger}
    fresh = [claim for claim in new if (claim.source, claim.subject, claim.about, claim.value) not in known]
    return (*ledger, *fresh)[:MAX_CLAIMS]


def asked_about(ledger: Sequence[Claim], slots: Mapping[str, str]) -> tuple[Claim, ...]:
    """The résumé's claims that a question quotes: what is said to it is said about them."""
    quoted = [value.lower() for name, value in slots.items() if name not in ("role_title", "company")]
    return tuple(
        claim
        for claim in ledger
        if claim.source == "resume"
        and claim.subject in ("team_size", "role", "tenure", "experience")
        and any(_same_words(claim, value) for value in quoted)
    )


def _same_words(claim: Claim, quoted: str) -> bool:
    said = claim.text.lower()
    if claim.subject in ("role", "tenure"):
        return len(claim.about) > 2 and f" {claim.about} " in f" {quoted} "
    return len(quoted) > 12 and (quoted in said or said in quoted)
