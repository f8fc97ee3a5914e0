"""Extracts for the planner's tests, written by hand: what a good reader finds in a résumé and an advertisement."""

from __future__ import annotations

from schema.documents import ClaimTrigger, Education, Employment, Gap, JobExtract, Project, ResumeExtract
from schema.vocabulary import ClaimKind

METRIC = "Cut the settlement run from six hours to forty minutes by moving twelve services to Kubernetes"
LED = "Led a team of 5 engineers through the move of the ledger to PostgreSQL"
MIRA = ResumeExtract(
    name="Dr. Mira Rao",
    email="mira@example.org",
    work_history=(
        Employment(
            company="Finlo",
            title="Backend Engineer",
            start="2022-10",
            end="present",
            bullets=(METRIC, LED, "On call for the payment services every fourth week"),
        ),
        Employment(company="Kite Labs", title="Software Engineer", start="2021-08", end="2022-03", bullets=()),
        Employment(
            company="Bluebay School",
            title="Mathematics Teacher",
            start="2018-07",
            end="2021-06",
            bullets=("Taught mathematics to classes of thirty",),
        ),
    ),
    education=(Education(institution="University of Mysore", degree="MSc", field="Mathematics", end="2018"),),
    projects=(Project(name="Birdwatch", bullets=("A small application in Go that maps bird songs",)),),
    skills=("Go", "PostgreSQL", "Kubernetes", "Kafka", "Terraform"),
    metrics=(METRIC,),
    gaps=(Gap(start="2022-03", end="2022-10", months=6),),
    claim_triggers=(
        ClaimTrigger(kind=ClaimKind.METRIC, text=METRIC),
        ClaimTrigger(kind=ClaimKind.PROJECT, text=LED),
        ClaimTrigger(kind=ClaimKind.PROJECT, text="Birdwatch"),
        ClaimTrigger(kind=ClaimKind.TRANSITION, text="from Mathematics Teacher to Software Engineer"),
        ClaimTrigger(kind=ClaimKind.SKILL, text="Go"),
        ClaimTrigger(kind=ClaimKind.SKILL, text="Kafka"),
        ClaimTrigger(kind=ClaimKind.GAP, text="March 2022 to October 2022"),
    ),
)
BACKEND = JobExtract(
    title="Senior Backend Engineer",
    company="Finbank",
    responsibilities=(
        "Design and build the payment services that our customers rely on",
        "Take part in the on-call rota and lead incident reviews",
        "Mentor two junior engineers",
    ),
    must_have=(
        "5+ years of experience with distributed systems",
        "Hands-on experience with Kubernetes",
        "Strong knowledge of Go or Java",
        "Experience with Kafka or another message queue",
        "Proficient in Rust",
        "Excellent communication skills",
    ),
    nice_to_have=("Knowledge of Terraform is a plus",),
    keywords=("Kubernetes", "Go", "Java", "Kafka", "Rust", "Terraform"),
    seniority_signal=("senior",),
)
SELLER = ResumeExtract(
    name="ANIL KUMAR",
    work_history=(
        Employment(
            company="Zenotel",
            title="Inside Sales Executive",
            start="2020-01",
            end="present",
            bullets=(
                "Closed 42 deals worth 3.1 crore rupees in 2023",
                "Trained six new colleagues on the Salesforce pipeline",
            ),
        ),
    ),
    skills=("Salesforce", "Negotiation", "Hindi"),
    metrics=("Closed 42 deals worth 3.1 crore rupees in 2023",),
    claim_triggers=(
        ClaimTrigger(kind=ClaimKind.METRIC, text="Closed 42 deals worth 3.1 crore rupees in 2023"),
        ClaimTrigger(kind=ClaimKind.TENURE, text="Zenotel since January 2020"),
        ClaimTrigger(kind=ClaimKind.SKILL, text="Salesforce"),
    ),
)
SALES_LEAD = JobExtract(
    title="Regional Sales Manager",
    responsibilities=(
        "Lead a team of eight account executives across two regions",
        "Negotiate contracts with enterprise clients and their procurement",
        "Present the forecast to the leadership every month",
    ),
    must_have=(
        "At least 4 years of B2B sales experience",
        "You have managed a pipeline in Salesforce",
        "Ability to negotiate with procurement",
    ),
    keywords=("Salesforce", "Negotiation"),
)
