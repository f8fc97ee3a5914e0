"""Reads a résumé or a job description line by line for what an interviewer can quote. Every phrase stays verbatim."""

from __future__ import annotations

import re
from dataclasses import dataclass

from controller.quantities import quantities
from schema.vocabulary import ClaimKind

MAX_SPOKEN_WORDS = 16  # a longer quotation is hard to follow by ear
MIN_CLAIM_WORDS = 4
MAX_LINE_WORDS = 60
MAX_CHARS = 30_000  # about ten pages; what comes after is not read
_BULLET = re.compile(r"^\s*(?:[-–—*•‣▪◦·●]|\d{1,2}[.)])\s*")
_CONTACT = re.compile(r"@|https?://|www\.|linkedin|github\.com|\+?\d[\d ()-]{8,}", re.IGNORECASE)
_DATES = re.compile(r"\b(?:19|20)\d\d\b\s*(?:[-–—]|to)\s*(?:\b(?:19|20)\d\d\b|present|now|today)", re.IGNORECASE)
_ACTION = re.compile(
    r"^(?:[A-Z]?[a-z]+ly )?[A-Z]?[a-z]{2,}(?:ed|t)\b|^(?:Led|Built|Ran|Wrote|Made|Drove|Grew|Cut|Won|Sold|Set)\b"
)
_SKILLS = re.compile(
    r"^(?:technical |key |core )?(?:skills?|tools?|languages?|technologies|stack)\b[^:]*:\s*(.+)$", re.IGNORECASE
)
_PROJECT = re.compile(r"^([A-Z][\w+#.&' -]{2,40}?)\s*(?:[-–—:|(,])\s+\S")
_BREAK = re.compile(
    r",\s|;\s|\s[-–—]\s|\.\s|\s(?=(?:and|by|using|with|which|while|resulting|through|for"
    r"|across|to) )"
)
_HEADING = re.compile(r"^[A-Z][A-Za-z &/’']{2,40}:?$")
_PROJECT_HEADING = re.compile(r"\bprojects?\b", re.IGNORECASE)
_SECTION = re.compile(
    r"^(?:\w+ ){0,2}(?:experience|employment|education|skills?|projects?|summary|profile|awards?|interests"
    r"|languages|certific\w+)$",
    re.IGNORECASE,
)
_OFFER = re.compile(
    r"\b(?:we offer|benefits|salary|vacation|equal opportunity|insurance|apply|visa|perks|pension|about us|paid)\b",
    re.IGNORECASE,
)
_WANTED_HEADING = re.compile(
    r"require|qualif|you(?:'ll| will)? (?:have|bring|need)|what you|must|skills|responsib|duties|we(?:'re"
    r"| are) looking|who you are"
    r"|nice to have|preferred|the role|your (?:role|tasks|profile)",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"\b(?:experience|years?|knowledge|proficien\w+|familiar\w*|ability|able to|strong|skills?|understanding"
    r"|degree|track record"
    r"|own|build|design|lead|develop|manage|drive|work with|analy[sz]e|define|write|maintain|deliver|sell"
    r"|present|partner|improve)\b",
    re.IGNORECASE,
)
_WANT_LEAD = re.compile(
    r"^(?:you (?:have|will|bring|are|can|know)|you'll|must have|we (?:expect|need|want|are looking for)"
    r"|(?:strong |solid |proven )?"
    r"(?:experience|knowledge|understanding|proficiency|familiarity)\s(?:with|in|of)"
    r"|(?:\d+\+?|at least \w+) (?:years?)(?: of)?(?: experience)?(?: (?:with|in|of))?)\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Claim:
    """One phrase of a résumé that can be asked about. `slot` is the template variable it fills; `weight` ranks it."""

    kind: ClaimKind
    slot: str
    text: str
    weight: int


def resume_claims(text: str, limit: int = 10) -> tuple[Claim, ...]:
    """Achievements, projects and skills of a résumé, the most worth asking first. Empty when nothing was found."""
    claims: dict[str, Claim] = {}
    in_projects = False
    for line in text[:MAX_CHARS].splitlines():
        bare = _bare(line)
        bulleted = bool(_BULLET.match(line))
        if not bulleted and _is_heading(bare):
            in_projects = bool(_PROJECT_HEADING.search(bare))
            continue
        for claim in _line_claims(bare, in_projects=in_projects, bulleted=bulleted):
            claims.setdefault(claim.text.lower(), claim)
    return tuple(sorted(claims.values(), key=lambda claim: -claim.weight)[:limit])


def job_requirements(text: str, limit: int = 10) -> tuple[str, ...]:
    """What a job description asks for, in its own words and order. Empty when nothing was found."""
    found: list[str] = []
    wanted_part = False
    for line in text[:MAX_CHARS].splitlines():
        bare = _bare(line)
        bulleted = bool(_BULLET.match(line))
        if not bulleted and (_is_heading(bare) or bare.endswith(":")):
            wanted_part = bool(_WANTED_HEADING.search(bare))
            continue
        if (wanted_part or bulleted or _WANT_LEAD.match(bare)) and _is_requirement(bare):
            found.append(spoken(_without_lead(bare)))
    return tuple(dict.fromkeys(item for item in found if len(item.split()) >= 1 and len(item) > 2))[:limit]


def spoken(phrase: str) -> str:
    """The beginning of `phrase` that can be quoted aloud: at most MAX_SPOKEN_WORDS words, cut where a clause ends."""
    words = phrase.rstrip(" .;,:").split()
    if len(words) <= MAX_SPOKEN_WORDS:
        return " ".join(words)
    head = " ".join(words[: MAX_SPOKEN_WORDS + 1])
    cuts = [cut.start() for cut in _BREAK.finditer(head) if len(head[: cut.start()].split()) >= MIN_CLAIM_WORDS]
    return (head[: cuts[-1]] if cuts else " ".join(words[:MAX_SPOKEN_WORDS])).rstrip(" .;,:")


def _without_lead(line: str) -> str:
    """ "You have 3 years of experience with Kafka" is about Kafka."""
    shorter = _WANT_LEAD.sub("", line)
    return line if shorter == line else _without_lead(shorter)


def _bare(line: str) -> str:
    """A line without bullet, braces, quotation marks and control characters."""
    return " ".join(re.sub(r"[{}“”\"<>\x00-\x1f\x7f]", " ", _BULLET.sub("", line)).split())


def _is_heading(line: str) -> bool:
    if not line or len(line.split()) > 5:
        return False
    return bool(line.isupper() or _SECTION.match(line.rstrip(":")) or (line.endswith(":") and _HEADING.match(line)))


def _line_claims(line: str, *, in_projects: bool, bulleted: bool) -> list[Claim]:
    skills = _SKILLS.match(line)
    if skills:
        return [Claim(ClaimKind.SKILL, "skill", skill, 2) for skill in _skills(skills[1])]
    words = len(line.split())
    if not MIN_CLAIM_WORDS <= words <= MAX_LINE_WORDS or _CONTACT.search(line) or _DATES.search(line):
        return []
    claims = []
    if in_projects and (named := _PROJECT.match(line)):
        claims.append(Claim(ClaimKind.PROJECT, "project", named[1].strip(), 4))
    if bulleted or _ACTION.match(line) or (in_projects and not claims):
        claims.append(_achievement(line))
    return claims


def _skills(listed: str) -> list[str]:
    items = (item.strip(" .") for item in re.split(r"[,;|/•]", listed))
    return [item for item in items if 1 < len(item) <= 30 and len(item.split()) <= 3][:4]


def _achievement(line: str) -> Claim:
    phrase = spoken(line)
    measured = any(quantity.impact for quantity in quantities(phrase))
    kind, slot = (ClaimKind.METRIC, "metric_claim") if measured else (ClaimKind.PROJECT, "claim")
    return Claim(kind, slot, phrase, 3 + 3 * measured + 2 * bool(_ACTION.match(line)))


def _is_requirement(line: str) -> bool:
    return len(line.split()) <= MAX_LINE_WORDS and bool(_WANTED.search(line)) and not _OFFER.search(line)
