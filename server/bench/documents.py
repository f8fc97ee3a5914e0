"""A résumé and a job description as they are extracted, for benchmarks that need both."""

from __future__ import annotations

from schema.documents import ClaimTrigger, Education, Employment, Gap, JobExtract, Project, ResumeExtract
from schema.vocabulary import ClaimKind

_CUT = "Cut the settlement run from six hours to forty minutes by moving twelve services to Kubernetes"
_LED = "Led a team of 5 engineers through the move of the ledger to PostgreSQL"
RESUME = ResumeExtract(
    name="Sam Iyer",
    work_history=(
        Employment(company="Finlo", title="Backend Engineer", start="2022-10", end="present", bullets=(_CUT, _LED)),
        Employment(company="Kite Labs", title="Software Engineer", start="2021-08", end="2022-03"),
        Employment(company="Bluebay School", title="Mathematics Teacher", start="2018-07", end="2021-06"),
    ),
    education=(Education(institution="University of Mysore", degree="MSc", field="Mathematics", end="2018"),),
    projects=(Project(name="Birdwatch", bullets=("A small application in Go that maps bird songs",)),),
    skills=("Go", "PostgreSQL", "Kubernetes", "Kafka", "Terraform", "Python", "Docker", "Redis", "SQL", "Linux"),
    metrics=(_CUT,),
    gaps=(Gap(start="2022-03", end="2022-10", months=6),),
    claim_triggers=(
        ClaimTrigger(kind=ClaimKind.METRIC, text=_CUT),
        ClaimTrigger(kind=ClaimKind.PROJECT, text=_LED),
        ClaimTrigger(kind=ClaimKind.PROJECT, text="Birdwatch"),
        ClaimTrigger(kind=ClaimKind.TRANSITION, text="from Mathematics Teacher to Software Engineer"),
        ClaimTrigger(kind=ClaimKind.SKILL, text="Go"),
        ClaimTrigger(kind=ClaimKind.GAP, text="March 2022 to October 2022"),
    ),
)
JOB = JobExtract(
    title="Senior Backend Engineer",
    company="Finbank",
    responsibilities=("Design and build the payment services", "Take part in the on-call rota"),
    must_have=(
        "5+ years of experience with distributed systems",
        "Hands-on experience with Kubernetes",
        "Strong knowledge of Go or Java",
        "Experience with Kafka or another message queue",
    ),
    nice_to_have=("Experience in a regulated company",),
    keywords=("Kubernetes", "Go", "Kafka", "distributed systems"),
    seniority_signal=("senior", "5+ years"),
)
