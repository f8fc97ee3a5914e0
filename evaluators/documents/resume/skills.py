"""The skills that a résumé lists, and those of the vocabulary that its bullets name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from evaluators.documents.resume.contact import EMAIL
from evaluators.documents.resume.dates import find_dates, find_durations
from evaluators.documents.resume.lexicon import lexicon, words_of
from evaluators.documents.resume.pieces import Piece, joined
from evaluators.documents.resume.rows import Row
from evaluators.documents.resume.scores import is_sentence
from evaluators.documents.skills import FoundSkill, canonical, find_skills
from schema.vocabulary import SkillCategory

MAX_SKILLS = 150
MAX_WORDS = 7  # of one skill; longer ones are sentences
WIDE = 0.8  # of the longest line: a list that reaches so far may go on below
HALF = 0.55  # the same where the line below begins with a small letter
_NOT_OF_A_TRADE = frozenset({
    SkillCategory.SOFT_SKILL, SkillCategory.HUMAN_LANGUAGE, SkillCategory.FIELD_OF_STUDY, SkillCategory.CERTIFICATION,
})  # fmt: skip
_TOOLS = frozenset({
    SkillCategory.PROGRAMMING_LANGUAGE, SkillCategory.DATABASE, SkillCategory.CLOUD,
    SkillCategory.OFFICE_AND_ENTERPRISE_SYSTEMS,
})  # fmt: skip
_COUNTED = re.compile(r"\s(?:stars|followers|likes|forks|upvotes)\b")
_LABEL = re.compile(r"[^\W_][\w &/+.,()'’-]{0,48}?\s?:(?!//)\s*")
_DASHED_LABEL = re.compile(r"[A-Z][\w &/]{2,36}?\s[–—-]\s(?=[^,]{1,40},)")
_SEPARATOR = re.compile(r"\s*[,;|•·●▪◦‣\t]\s*|\s{3,}|\.\s+(?=[A-Z])|\s[–—]\s")
_AND = re.compile(r"^(?:and|&|or|as well as|including|such as|etc\.?)\s+", re.IGNORECASE)
_LEVEL = re.compile(
    r"(?:highly |very |upper |lower )?(?:advanced|intermediate|expert|beginner|basic|basics|fluent|native"
    r"|proficient|novice|professional|elementary"
    r"|fundamental|good|excellent|strong|familiar|working knowledge|competent|skilled|experienced|master"
    r"|conversational|limited|full"
    r"|bilingual|medium|high|low|average|learning|some|hands[- ]on|in[- ]depth|extensive|native speaker"
    r"|mother tongue|exposure|proficiency)"
    r"(?: (?:level|knowledge|user|proficiency|working proficiency|speaker|in|with|of))?|[\W_]+|\d{1,3}\s?%"
    r"|\d{1,2}\s?/\s?(?:5|10)|[A-C][12]",
    re.IGNORECASE,
)
_TAIL = re.compile(
    rf"\s*(?:\((?:{_LEVEL.pattern})\)|\s[–—-]\s(?:{_LEVEL.pattern})|\s\d{{1,3}}\s?%|[★☆●○◐▮▯■□⬤◯]+)\s*$", re.IGNORECASE
)
_LEAD = re.compile(
    r"^(?:(?:highly )?(?:proficient|experienced|skilled|fluent|expert|competent|familiar|comfortable) (?:in|with"
    r"|at)|(?:good|strong|solid|working|basic"
    r"|advanced|excellent|in-depth|sound) (?:knowledge|understanding|command|grasp) (?:of|in)"
    r"|(?:hands[- ]on )?(?:knowledge|experience|expertise"
    r"|proficiency|familiarity) (?:of|in|with)|tools?(?: like)?|languages? like)\s+",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*$")


def listed_skills(rows: Sequence[Row]) -> list[Piece]:
    """The skills of one section in order: lists with labels or without, one a line, tags in rows, with levels."""
    return [skill for row in _lines(rows) for cell in row for skill in _of_cell(cell)]


def named_skills(items: Iterable[Piece], *, proper: bool = False) -> Iterator[Piece]:
    """The trades' skills of the vocabulary that bullets name, verbatim; with `proper`, only those that are names."""
    for item in items:
        for found in find_skills(item.text):
            if found.category not in _NOT_OF_A_TRADE and not (proper and not _is_proper(item.text, found)):
                yield item.cut(found.start, found.end)


def _is_proper(text: str, found: FoundSkill) -> bool:
    """Whether a skill is written as a name, apart from a sentence's first word, and is no half of another word."""
    if text[found.start - 1 : found.start] in ("-", "–") or _COUNTED.match(text, found.end):
        return False
    said = text[found.start : found.end]
    first = found.start == 0 or text[found.start - 2 : found.start] in (". ", ": ", "; ")
    return any(letter.isupper() or letter.isdigit() for letter in (said[1:] if first else said)) or (
        first and found.category in _TOOLS
    )


def distinct(skills: Iterable[Piece]) -> list[Piece]:
    """Each skill once, whatever name it goes by, the first one first."""
    seen: set[str] = set()
    kept: list[Piece] = []
    for skill in skills:
        keys = {skill.text.lower(), (canonical(skill.text) or skill.text).lower()}
        if not keys & seen and len(kept) < MAX_SKILLS:
            kept.append(skill)
        seen |= keys
    return kept


def _lines(rows: Sequence[Row]) -> list[list[Piece]]:
    """The rows' cells, lists that break over lines put together again."""
    widest = max((row.width for row in rows), default=0)
    lines: list[list[Piece]] = []
    above: Row | None = None
    for row in rows:
        if above is not None and _goes_on(above, row, widest):
            lines[-1][-1] = joined([lines[-1][-1], row.first])
        else:
            lines.append(list(row.cells))
        above = row
    return lines


def _goes_on(above: Row, row: Row, widest: int) -> bool:
    """Whether a list that the row above holds carries on in this one."""
    if row.bullet or row.blank or len(row.cells) > 1 or len(above.cells) > 1 or row.bold != above.bold:
        return False
    if _LABEL.match(row.text) or abs(row.size - above.size) > 0.3:
        return False
    text = above.text.rstrip()
    if text.endswith((",", "&", "/", "(", ";", "|", "•", "·", " and")) or text.count("(") > text.count(")"):
        return True
    listed = "," in text or " • " in text or " | " in text or is_sentence(text) or bool(_LABEL.match(text))
    if above.bullet and row.size and row.x0 > above.x0 + 1.5:
        return True
    small = row.text[0].islower()
    if not listed or _is_level(row.text) or above.width < (HALF if small else WIDE) * widest:
        return False
    if small:
        return True
    last, first = list(_split_outside_brackets(above.cells[-1]))[-1:], next(_split_outside_brackets(row.first), None)
    if not last or first is None or canonical(_unlabelled(last[0].text)) is None:
        return True
    return canonical(f"{_unlabelled(last[0].text)} {first.text}") is not None


def _unlabelled(text: str) -> str:
    label = _LABEL.match(text)
    return text[label.end() :] if label else text


def _of_cell(cell: Piece) -> Iterator[Piece]:
    body = cell
    if label := _LABEL.match(cell.text) or _DASHED_LABEL.match(cell.text):
        body = cell.cut(label.end(), len(cell.text))
        if not body.strip():
            return
    elif _is_group(cell.text):
        return
    if EMAIL.search(body.text) or (is_sentence(body.text) and not _SEPARATOR.search(body.text)):
        yield from named_skills([body])
        return
    for part in _split_outside_brackets(body):
        yield from _of_part(part)


def _split_outside_brackets(body: Piece) -> Iterator[Piece]:
    start = depth = 0
    text = body.text
    for match in re.finditer(rf"[(\[]|[)\]]|{_SEPARATOR.pattern}", text):
        if match[0] in "([":
            depth += 1
        elif match[0] in ")]":
            depth = max(0, depth - 1)
        elif depth == 0 or match[0].strip() not in (",", ";", "/", ""):
            if part := body.cut(start, match.start()).strip():
                yield part
            start = match.end()
    if part := body.cut(start, len(text)).strip():
        yield part


def _of_part(part: Piece) -> Iterator[Piece]:
    """One skill without its level; with a list in brackets, each of that too."""
    while tail := _TAIL.search(part.text):
        if tail.start() == 0:
            return
        part = part.cut(0, tail.start()).strip()
    for lead in (_AND, _LEAD, _AND):
        if match := lead.match(part.text):
            part = part.cut(match.end(), len(part.text)).strip()
    brackets = _BRACKETS.search(part.text)
    if brackets and ("," in brackets[1] or canonical(brackets[1])):
        yield from _of_part(part.cut(0, brackets.start()).strip())
        for inner in part.cut(*brackets.span(1)).split(re.compile(r"\s*[,;/]\s*")):
            yield from _of_part(inner)
        return
    if " and " in part.text and (both := _both(part)):
        yield from both
        return
    part = part.cut(0, len(part.text.rstrip(". "))) if not part.text.endswith(("etc.", " Inc.")) else part
    if _is_skill(part.text):
        yield part


def _both(part: Piece) -> list[Piece]:
    """Two skills that "and" joins at a list's end, where the vocabulary knows both and not the whole."""
    if canonical(part.text):
        return []
    halves = list(part.split(re.compile(r"\s+and\s+")))
    return halves if len(halves) == 2 and all(canonical(half.text) for half in halves) else []


def _is_skill(text: str) -> bool:
    words = text.split()
    if (
        not 1 <= len(words) <= MAX_WORDS
        or len(text) > 60
        or _is_level(text)
        or text.lower() in ("etc", "etc.", "more", "others")
    ):
        return False
    if not any(letter.isalpha() for letter in text) or (len(text) == 1 and text.upper() not in "CRDJ"):
        return False
    dates = find_dates(text) or find_durations(text)
    return not (is_sentence(text) and len(words) > 5) and not (dates and not canonical(text))


def _is_level(text: str) -> bool:
    return bool(_LEVEL.fullmatch(text.strip()))


def _is_group(text: str) -> bool:
    """Whether a line only names a group: "Languages", "Soft skills"."""
    words = words_of(text)
    return bool(words) and all(word in lexicon().skill_groups for word in words) and canonical(text) is None
