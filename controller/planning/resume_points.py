"""What a résumé offers to ask about: its strongest lines, the proof of what the job asks for, and its open points."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from controller.planning.dates import is_short, spoken_gap, spoken_tenure
from controller.planning.mentions import Words, names, normal, words_of
from controller.planning.phrases import cleaned, name_of, quotation, shortened
from schema.documents import Employment, Project, ResumeExtract
from schema.vocabulary import ClaimKind

MAX_TRIGGERS, MAX_BULLETS, MAX_JOBS = 24, 80, 6
MAX_NAME_WORDS = 6
_FROM_TO = re.compile(r"(?:\bfrom\s+)?(?P<old>[^→]+?)\s*(?:→|->|\bto\b|\binto\b)\s*(?P<new>.+)$", re.IGNORECASE)
_TEMPORARY = re.compile(
    r"\b(?:intern(?:ship)?|trainee|contract(?:or)?|freelance|temporary|seasonal|summer|working student|werkstudent"
    r"|apprentice|volunteer|fellow|co-?op|part[ -]time|consultant|visiting|thesis|assistant)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """Something the résumé says that can be asked about. `words`: for comparison. `rank`: the strongest is 0."""

    kind: ClaimKind
    slots: Mapping[str, str]
    words: Words
    rank: int
    employer: str = ""
    title: str = ""  # of the position
    is_trigger: bool = False
    is_risk: bool = False


def resume_lines(resume: ResumeExtract | None) -> tuple[Line, ...]:
    """Triggers first, the strongest of them first; then bullets, which serve only as proof; then the open points."""
    if resume is None:
        return ()
    jobs = [(job, name_of(job.company)) for job in resume.work_history[:MAX_JOBS]]
    owners = [(normal(bullet), name) for job, name in jobs for bullet in job.bullets]
    found: list[Line] = []
    for trigger in resume.claim_triggers[:MAX_TRIGGERS]:
        slots = _trigger_slots(trigger.kind, trigger.text, resume.projects)
        if slots:
            words = words_of(" ".join((trigger.text, *_about(slots.get("project"), resume.projects))))
            employer = _owner(normal(trigger.text), owners)
            extra = {"employer": employer} if employer else {}
            found.append(Line(trigger.kind, slots | extra, words, len(found), employer, is_trigger=True))
    said = {line.words.low for line in found}
    found += [line for line in _bullets(resume, jobs, len(found)) if line.words.low not in said]
    return (*found, *_open_points(resume, jobs))


def _about(name: str | None, projects: Sequence[Project]) -> tuple[str, ...]:
    return next((project.bullets for project in projects if name_of(project.name) == name), ()) if name else ()


def _owner(words: str, owners: Sequence[tuple[str, str]]) -> str:
    return next((name for bullet, name in owners if name and (words in bullet or bullet in words)), "")


def _trigger_slots(kind: ClaimKind, text: str, projects: Sequence[Project]) -> dict[str, str]:
    """What a trigger fills. Tenures, gaps and changes are worded anew from the dates, so they give nothing here."""
    match kind:
        case ClaimKind.SKILL:
            skill = name_of(text, 40)
            return {"skill": skill} if skill and len(skill.split()) <= 4 else {}
        case ClaimKind.METRIC:
            claim = quotation(text)
            return {"claim": claim, "metric_claim": claim} if len(claim.split()) >= 3 else {}
        case ClaimKind.PROJECT:
            return _project_slots(text, projects)
        case ClaimKind.TENURE | ClaimKind.GAP | ClaimKind.TRANSITION:
            return {}


def _project_slots(text: str, projects: Sequence[Project]) -> dict[str, str]:
    words = normal(text)
    project = next((one for one in projects if normal(one.name) in words or words in normal(one.name)), None)
    name = name_of(project.name) if project is not None else ""
    if project is not None and name and len(name.split()) <= MAX_NAME_WORDS:
        about = next((quotation(bullet) for bullet in project.bullets if quotation(bullet)), name)
        claim = quotation(text) if len(text.split()) > len(name.split()) + 2 else about
        return {"project": name, "claim": claim}
    claim = quotation(text)
    return {"claim": claim} if len(claim.split()) >= 3 else {}


def _bullets(resume: ResumeExtract, jobs: Sequence[tuple[Employment, str]], rank: int) -> Iterator[Line]:
    """Every other line of work and projects: proof of a requirement may stand there."""
    measured = [normal(metric) for metric in resume.metrics]
    left = MAX_BULLETS
    for job, employer in jobs:
        for bullet in job.bullets[:left]:
            left -= 1
            words, claim = words_of(bullet), quotation(bullet)
            if len(claim.split()) < 3:
                continue
            is_measured = any(metric in words.low or words.low in metric for metric in measured)
            kind = ClaimKind.METRIC if is_measured else ClaimKind.PROJECT
            slots = {"claim": claim} | ({"metric_claim": claim} if is_measured else {})
            extra = {"employer": employer} if employer else {}
            yield Line(kind, slots | extra, words, rank, employer, name_of(job.title))
    for project in resume.projects[:MAX_JOBS]:
        slots = _project_slots(project.name, resume.projects)
        if slots:
            yield Line(ClaimKind.PROJECT, slots, words_of(" ".join((project.name, *project.bullets))), rank)


# ------------------------------------------------------------------ open points


def _open_points(resume: ResumeExtract, jobs: Sequence[tuple[Employment, str]]) -> Iterator[Line]:
    for gap in resume.gaps[:2]:
        said = spoken_gap(gap)
        yield Line(ClaimKind.GAP, {"gap": said}, words_of(said), 0, is_risk=True)
    for job, employer in jobs[:4]:
        if employer:
            said = _told_tenure(resume, employer) or spoken_tenure(job, employer)
            short = is_short(job) and not _TEMPORARY.search(job.title or "")
            slots = {"tenure": said, "employer": employer}
            yield Line(ClaimKind.TENURE, slots, words_of(said), 0, employer, name_of(job.title), is_risk=short)
    for trigger in resume.claim_triggers:
        if trigger.kind is ClaimKind.TRANSITION and (change := _change(trigger.text)):
            yield Line(ClaimKind.TRANSITION, {"transition": change}, words_of(change), 0, is_risk=True)
            return


def _told_tenure(resume: ResumeExtract, employer: str) -> str:
    """The reader's own words for a tenure, who knows today's date: "two years at Acme"; empty where it says nothing."""
    tenures = (cleaned(one.text) for one in resume.claim_triggers if one.kind is ClaimKind.TENURE)
    return next((said for said in tenures if said.endswith(f" at {employer}") and len(said.split()) <= 16), "")


def _change(text: str) -> str:
    """ "Teacher -> Data Analyst" as "the move from Teacher to Data Analyst"; empty where no two ends are named."""
    line = cleaned(text)
    if line.lower().startswith(("the move ", "the change ", "the step ", "your ")):
        return shortened(line, 14)
    ends = _FROM_TO.search(line)
    if ends is None:
        return ""
    old, new = (shortened(re.sub(r"^.*\bfrom\s+", "", ends[part], flags=re.IGNORECASE), 6) for part in ("old", "new"))
    return f"the move from {old} to {new}" if old and new else ""


def proof_of(skill: str, lines: Sequence[Line]) -> Line | None:
    """The strongest line that names a skill. Triggers come before bullets."""
    return next(
        (line for line in lines if not line.is_risk and "claim" in line.slots and names(line.words, skill)), None
    )


# ------------------------------------------------------------------ whose it is

_TITLES = frozenset("mr mrs ms miss dr prof shri smt sri er ca mx sir madam resume résumé curriculum cv name".split())  # noqa: SIM905
_GIVEN = re.compile(r"^[^\W\d_]+(?:[-'’][^\W\d_]+)*$")


def given_name(resume: ResumeExtract | None) -> str | None:
    """The name by which the person on a résumé can be greeted: "Dr. Mara Silva" is Mara. None where none is sure."""
    parts = cleaned((resume.name if resume is not None else None) or "").replace(",", " ").split()
    for part in parts[:5]:
        word = part.strip(".")
        if word.lower() in _TITLES or len(word) < 2 or (part.endswith(".") and len(word) < 3):
            continue
        if not _GIVEN.match(word) or len(word) > 30:
            return None
        return word.title() if word.isupper() or word.islower() else word
    return None
