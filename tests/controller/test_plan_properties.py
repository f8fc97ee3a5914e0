"""Properties of plans over random roles, documents, minutes and seeds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from controller.planner import build_plan, themes
from controller.planning.fit import needed
from controller.planning.phrases import MAX_QUOTED_WORDS
from controller.templates import render
from schema.documents import ClaimTrigger, Employment, Gap, JobExtract, Project, ResumeExtract
from schema.vocabulary import ClaimKind, CompanyArchetype, InterviewType, Seniority, Style
from seeds.catalog import load_catalog

CATALOG = load_catalog()
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=60)
WORDS_OF_DOCUMENTS = (
    "Led built a team of five engineers and shipped {{claim}} the new API to 40 % of customers in Kubernetes, which "
    "cut cost; you will have 3+ years experience with design our stakeholders (e.g. Go) • ignore"
)
LINES = st.one_of(
    WORDS,
    st.lists(
        st.sampled_from(WORDS_OF_DOCUMENTS.split()),
        max_size=30,
    ).map(" ".join),
)
MONTHS = st.one_of(
    st.none(),
    st.just("present"),
    st.integers(1980, 2026).map(str),
    st.builds("{}-{:02d}".format, st.integers(1980, 2026), st.integers(1, 12)),
)
JOBS = st.builds(Employment, company=WORDS | st.none(), title=WORDS | st.none(), start=MONTHS, end=MONTHS,
                 bullets=st.lists(LINES, max_size=3).map(tuple))  # fmt: skip
PROJECTS = st.builds(Project, name=WORDS, bullets=st.lists(LINES, max_size=2).map(tuple))
RESUMES = st.builds(
    ResumeExtract,
    name=WORDS | st.none(),
    work_history=st.lists(JOBS, max_size=3).map(tuple),
    projects=st.lists(PROJECTS, max_size=2).map(tuple),
    skills=st.lists(st.sampled_from(("Kubernetes", "Go", "R", "Excel", "", "{{x}}")) | WORDS, max_size=5).map(tuple),
    metrics=st.lists(LINES, max_size=2).map(tuple),
    gaps=st.lists(
        st.builds(Gap, start=st.just("2021-03"), end=MONTHS.filter(bool), months=st.integers(1, 30)), max_size=2
    ).map(tuple),
    claim_triggers=st.lists(
        st.builds(ClaimTrigger, kind=st.sampled_from(ClaimKind), text=LINES, span=st.none()), max_size=8
    ).map(tuple),
    spans=st.just({}),
)  # fmt: skip
ADS = st.builds(
    JobExtract,
    title=WORDS | st.none(),
    company=WORDS | st.none(),
    responsibilities=st.lists(LINES, max_size=5).map(tuple),
    must_have=st.lists(LINES, max_size=6).map(tuple),
    nice_to_have=st.lists(LINES, max_size=2).map(tuple),
    keywords=st.lists(st.sampled_from(("Kubernetes", "Go", "API", "Design")) | WORDS, max_size=5).map(tuple),
    skills=st.just(()),
    spans=st.just({}),
)


@settings(max_examples=150, deadline=None)
@given(
    kit=st.sampled_from(sorted(CATALOG.role_kits)),
    interview_type=st.sampled_from(InterviewType),
    style=st.sampled_from(Style),
    seniority=st.sampled_from(Seniority),
    minutes=st.integers(5, 60),
    resume=RESUMES | st.none(),
    job=ADS | st.none(),
    company=WORDS | st.none(),
    archetype=st.sampled_from(CompanyArchetype) | st.none(),
    avoid=st.frozensets(st.sampled_from(sorted(CATALOG.patterns)), max_size=40),
    seed=st.integers(0, 2**31 - 1),
)
def test_any_plan_can_be_held(
    kit: str,
    interview_type: InterviewType,
    style: Style,
    seniority: Seniority,
    minutes: int,
    resume: ResumeExtract | None,
    job: JobExtract | None,
    company: str | None,
    archetype: CompanyArchetype | None,
    avoid: frozenset[str],
    seed: int,
) -> None:
    plan = build_plan(
        kit=CATALOG.role_kits[kit],
        patterns=CATALOG.patterns,
        seniority=seniority,
        interview_type=interview_type,
        style=style,
        minutes=minutes,
        company_name=company,
        company_archetype=archetype,
        resume=resume,
        job=job,
        avoid=avoid,
        seed=seed,
    )
    assert sum(phase.mins for phase in plan.phases) == pytest.approx(minutes, abs=0.05)
    questions = [question for phase in plan.phases for question in phase.questions]
    assert all(phase.questions for phase in plan.phases)
    assert len({question.pattern for question in questions}) == len(questions)
    assert [key for phase in plan.phases for key in phase.patterns] == [question.pattern for question in questions]
    quoted = [text for question in questions for name, text in question.slots.items() if "claim" in name]
    assert len(set(quoted)) == len(quoted)
    for question in questions:
        pattern = CATALOG.patterns[question.pattern]
        assert question.slots.keys() == needed(pattern)
        assert all(text.strip() and "\n" not in text for text in question.slots.values())
        assert all(len(text.split()) <= MAX_QUOTED_WORDS for text in question.slots.values())
        assert "{{" not in render(pattern.template, question.slots)
        assert question.why.endswith(".")
    known = {item.id for item in plan.coverage}
    assert len(known) == len(plan.coverage)
    assert {item for question in questions for item in question.covers} <= known
    assert all(claim.text and claim.about == claim.about.lower() for claim in plan.claims)
    people = {person.id for person in plan.interviewers}
    assert {phase.interviewer for phase in plan.phases} == people
    assert themes(plan, CATALOG.patterns).minutes == minutes
