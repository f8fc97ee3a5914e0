"""Joins job and résumé: which line proves which requirement, what has no proof, and what each is worth learning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from controller.planning.job_points import JobPoint, PointKind, job_points, said
from controller.planning.mentions import names, slug, stems, words_of
from controller.planning.phrases import name_of, shortened
from controller.planning.resume_points import Line, proof_of, resume_lines
from controller.planning.topics import Material, Topic
from schema.documents import JobExtract, ResumeExtract
from schema.plan import CoverageItem
from schema.vocabulary import ClaimKind, InterviewType

MAX_CLAIMS = 6  # coverage items of the résumé; what is weaker is asked where time is left
CLAIM_WEIGHT, LATER = 2.0, 0.88
_KINDS = (PointKind.MUST, PointKind.DUTY, PointKind.NICE)
_ASKS: Mapping[PointKind, str] = MappingProxyType(
    {
        PointKind.MUST: "The job asks for",
        PointKind.DUTY: "The job includes",
        PointKind.NICE: "The job would like to see",
    }
)
LISTED_SKILL = 0.6  # a skill without a story, beside a claim
_RISK_WEIGHTS: Mapping[ClaimKind, float] = MappingProxyType(
    {ClaimKind.GAP: 1.3, ClaimKind.TENURE: 1.1, ClaimKind.TRANSITION: 1.0}
)
HR_CRAFT = 0.6  # what a skill of the craft counts where someone from HR asks
STORY_WEIGHT = 1.6  # a line that tells of a skill, beside the skill's bare mention
# Interviewers who look at the person weigh a gap or a short stay more than those who look at the work.
_RISK_SHARE: Mapping[InterviewType, float] = MappingProxyType(
    {
        InterviewType.HR: 3.0,
        InterviewType.HIRING_MANAGER: 1.0,
        InterviewType.TECHNICAL: 0.5,
        InterviewType.PANEL: 0.9,
    }
)


def gather(resume: ResumeExtract | None, job: JobExtract | None, interview_type: InterviewType) -> Material:
    """Topics and coverage of an interview about these documents. The same documents give the same material."""
    craft = HR_CRAFT if interview_type is InterviewType.HR else 1.0
    points, lines = job_points(job, craft), resume_lines(resume)
    skills = () if resume is None else resume.skills
    topics: dict[str, Topic] = {}
    claims: list[CoverageItem] = []
    quoted: set[str] = set()
    for topic, item in (
        *_from_lines(lines, points, interview_type),
        *((topic, None) for topic in _from_proofs(points, lines, skills)),
        *((topic, None) for topic in _from_points(points, lines, skills, resume is not None)),
    ):
        words = topic.slots.get("claim", topic.id)
        if topic.id in topics or words in quoted:
            continue
        topics[topic.id] = topic
        quoted.add(words)
        if item is not None:
            claims.append(item)
    coverage = {item.id: item for item in (*(item for point in points for item in point.items), *claims)}
    return Material(
        topics=tuple(topics.values()),
        coverage=tuple(coverage.values()),
        weights=MappingProxyType({item.id: item.weight for item in coverage.values()}),
        points=points,
    )


# ------------------------------------------------------------------ lines of the résumé


def _from_lines(
    lines: Sequence[Line], points: Sequence[JobPoint], interview_type: InterviewType
) -> Iterator[tuple[Topic, CoverageItem | None]]:
    weight = CLAIM_WEIGHT
    number = 0
    for line in lines:
        if line.is_trigger:
            proved = [(point, skill) for point in points for skill in point.skills if names(line.words, skill)]
            share = LISTED_SKILL if line.kind is ClaimKind.SKILL else 1.0
            item = _claim_item(line, number, weight * share) if number < MAX_CLAIMS else None
            yield _claim_topic(line, proved, item), item
            number, weight = number + 1, weight * LATER
        elif line.kind in (ClaimKind.GAP, ClaimKind.TENURE, ClaimKind.TRANSITION):
            share = _RISK_SHARE[interview_type] if line.is_risk else 0.25
            yield _open_topic(line, _RISK_WEIGHTS[line.kind] * share), None


def _claim_item(line: Line, number: int, weight: float) -> CoverageItem:
    text = line.slots.get("claim") or line.slots.get("skill") or line.slots["project"]
    return CoverageItem(id=f"claim:{number}", kind="claim", text=text, weight=round(weight, 3))


def _claim_topic(line: Line, proved: Sequence[tuple[JobPoint, str]], item: CoverageItem | None) -> Topic:
    covers = tuple(dict.fromkeys(_item_of(point, skill) for point, skill in proved))
    slots = dict(line.slots) | ({"requirement": proved[0][0].phrase} if proved else {})
    first = min(proved, key=lambda pair: _KINDS.index(pair[0].kind), default=None)
    why = _why_proved(*first, line) if first is not None else _why_claim(line)
    own = (item.id,) if item is not None else ()
    return Topic(_line_id(line), line.kind, slots, why, (*own, *covers), 0.2)


def _line_id(line: Line) -> str:
    """Two lines about one project are one topic: it is asked about once."""
    project = line.slots.get("project")
    return f"project:{slug(project, 12)}" if project else f"line:{slug(line.words.low, 12)}"


def _item_of(point: JobPoint, skill: str) -> str:
    return point.items[point.skills.index(skill)].id


def _why_proved(point: JobPoint, skill: str, line: Line) -> str:
    if line.kind is ClaimKind.SKILL:
        return f"{_ASKS[point.kind]} {said(skill)}, and your résumé lists it among your skills."
    where = f" at {line.employer}" if line.employer else ""
    return f"{_ASKS[point.kind]} {said(skill)}, and your résumé names it{where}."


def _why_claim(line: Line) -> str:
    where = f" at {line.employer}" if line.employer else ""
    match line.kind:
        case ClaimKind.METRIC:
            return f"Your résumé gives a figure{where}, and interviewers ask what stands behind a figure."
        case ClaimKind.SKILL:
            return f"Your résumé lists {line.slots['skill']} among your skills, and this asks for an example."
        case _ if "project" in line.slots:
            return f"{line.slots['project']} is a project on your résumé, and this asks what was yours in it."
        case _:
            return f"Your résumé says “{shortened(line.slots['claim'], 12)}”, and this asks what stands behind it."


def _open_topic(line: Line, weight: float) -> Topic:
    match line.kind:
        case ClaimKind.GAP:
            why = f"Your résumé leaves {line.slots['gap']} open, and one calm sentence about that helps."
        case ClaimKind.TRANSITION:
            why = f"Your résumé shows {line.slots['transition']}, and interviewers like to hear the reason."
        case _ if line.is_risk:
            why = f"Your résumé names {line.slots['tenure']}, and interviewers ask how a short stay came about."
        case _:
            why = f"Your résumé names {line.slots['tenure']}, and this asks what that time was about."
    return Topic(f"open:{slug(line.words.low, 12)}", line.kind, dict(line.slots), why, (), weight, is_risk=line.is_risk)


# ------------------------------------------------------------------ requirements


def _from_proofs(points: Sequence[JobPoint], lines: Sequence[Line], skills: Sequence[str]) -> Iterator[Topic]:
    """A line of the résumé, strong or not, that names what the job asks for; else the bare mention in its skills."""
    mine = [(words_of(name), name) for name in (name_of(skill, 40) for skill in skills) if name]
    for point in points:
        for skill in point.skills:
            line = proof_of(skill, lines)
            if line is not None and not line.is_trigger:
                slots = dict(line.slots) | {"requirement": point.phrase}
                covers = tuple(_item_of(point, one) for one in point.skills if names(line.words, one))
                yield Topic(_line_id(line), line.kind, slots, _why_proved(point, skill, line), covers, STORY_WEIGHT)
                continue
            own = next((name for words, name in mine if names(words, skill)), None)
            if line is None and own is not None:
                slots = {"skill": own, "requirement": point.phrase}
                why = f"{_ASKS[point.kind]} {said(skill)}, and your résumé lists it among your skills."
                yield Topic(f"line:{slug(skill, 12)}", ClaimKind.SKILL, slots, why, (_item_of(point, skill),), 0.1)


def _from_points(
    points: Sequence[JobPoint], lines: Sequence[Line], skills: Sequence[str], has_resume: bool
) -> Iterator[Topic]:
    for point in points:
        covers = tuple(item.id for item in point.items)
        slots = {"requirement": point.phrase}
        yield Topic(
            f"{point.kind}:{slug(point.phrase, 12)}", None, slots, _why_point(point, lines, skills, has_resume), covers
        )


def _why_point(point: JobPoint, lines: Sequence[Line], skills: Sequence[str], has_resume: bool) -> str:
    close = "and this asks how close you have come to it"
    asks = f"{_ASKS[point.kind]} {point.phrase}"
    shown = _shown(point, lines, skills) if point.kind is PointKind.MUST else point.phrase
    if shown in point.skills:
        return f"{asks}, and your résumé names {said(shown)}."
    if not has_resume or shown or point.is_soft:
        return f"{asks}, {close}."
    return f"{asks}; your résumé doesn't show it yet, so you can say how close you are."


def _shown(point: JobPoint, lines: Sequence[Line], skills: Sequence[str]) -> str:
    """What of a point stands anywhere in the résumé; empty where nothing does."""
    mine = [words_of(", ".join(skills)), *(line.words for line in lines)]
    named = next((one for one in point.skills or (point.subject,) if any(names(words, one) for words in mine)), "")
    wanted = stems(point.subject)
    told = any(wanted and wanted <= stems(f"{line.words.low} {line.title.lower()}") for line in lines)
    return named or (point.subject if told else "")
