"""What the job is called and who offers it, from an ad's head, its headings or its sentences; null where unsure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from evaluators.documents.job.layout import Sentence
from evaluators.documents.job.lexicon import job_lexicon

Chars = tuple[int, int]
"""Characters [start, end) of the ad."""

HEAD_LINES = 8
FIRST_CHARS = 6_000  # an ad names its job early …
NAMING_CHARS = 30_000  # … and its company at times in the last paragraph
MAX_LEAD_CHARS = 25  # before the title in its own line: "Job title: "
MAX_TITLE_WORDS, MAX_TITLE_CHARS, MAX_HEAD_CHARS, MAX_COMPANY_WORDS = 12, 90, 140, 6

_LINE = re.compile(r"[^\n]+")
_TITLE_LABEL = re.compile(
    r"^\W*(?:job title|title|position(?: title)?|role|designation|job role|job|vacancy|opening(?: for)?|post|"
    r"(?:we(?:'re| are) )?(?:now )?hiring|wanted|wir suchen|gesucht|job opening|job opportunity|"
    r"join us as(?: an?)?)\s*[:\-–—]\s*(?=\S)",
    re.IGNORECASE,
)
_COMPANY_LABEL = re.compile(
    r"^\W*(?:company(?: name)?|employer|organi[sz]ation(?: name)?|client|hiring company)\s*:\s*(?=\S)", re.IGNORECASE
)
_SPLIT = re.compile(
    r"\s+[|•·]\s+|:\s+|\s+for (?=our\b|the\b)"
    r"|\s+\((?=[A-Z])|\s+[–—-]\s+|\s+@\s+|\s+at\s+(?=[A-Z])|,\s+(?=[A-Z])(?!(?:Inc|Ltd|LLC|LLP|GmbH|Pvt|Limited|Corp|Co|PLC)\b)|\s*\n"
)
_GENDER = re.compile(
    r"\s*[(\[]\s*(?:[mwfdxvha]\s*[/|,]\s*){1,3}[mwfdxva*]\s*[)\]]"
    r"|\s*\((?:all genders|remote|hybrid|full[- ]time|part[- ]time|on[- ]?site)\)",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"\b(?:looking for|seeking|seeks|hiring|searching for|in search of|recruiting|need|join us as|position (?:of|as)|"
    r"role of|post of|opening for|opportunity for|as our(?: new| next)?|vacancy for)\s+"
    r"(?:an?\s+|our\s+(?:next\s+|new\s+)?|several\s+|multiple\s+|\d+\s+|the\s+)?(?P<title>[^\n.;:!?,()]{3,90})",
    re.IGNORECASE,
)
_AS = re.compile(
    r"\bAs (?:an?|our|the) (?P<title>[^\n.;:!?,()]{3,60}?),? (?:at [A-Z][\w& ]{1,40}, ?)?(?:you|in this)\b"
)
_TITLE_STOP = re.compile(
    r"\b(?:to|who|with|for|in|at|that|within|on|based|responsible|from|and (?:you|we)|you|will|where|is|are|as|"
    r"join\w*)\b",
    re.IGNORECASE,
)
_NAME = r"(?P<name>[A-Z0-9][\w&.'’-]*(?:[ \t]+(?:&[ \t]+|of[ \t]+|and[ \t]+|the[ \t]+)?[A-Z0-9][\w&.'’-]*){0,4})"
_SEEKS = r"(?:looking for|hiring|seeking|recruiting|searching for)"
_BUSINESS = (
    r"(?:company|provider|bank|startup|start-up|firm|agency|consultancy|manufacturer|retailer|platform|supplier|leader|"
    r"organi[sz]ation|university|employer|group|maker|studio|insurer|lender|marketplace|school|hospital|charity|chain|"
    r"business)s?"
)
# In the order of trust. A name is a run of capitalised words.
_COMPANY = tuple(
    re.compile(source, re.MULTILINE)
    for source in (
        rf"^[^\w\n]*About[ \t]+(?!(?:Us|You|The|This|Our|Your|It|Job|Role|Company)\b)"
        rf"{_NAME}[ \t]*:?[ \t]*$",
        rf"(?:^|(?<=[.!?] )){_NAME}(?:,[^,.\n]{{3,80}},)?[ \t]+"
        rf"(?:is|are)[ \t]+(?:now[ \t]+|currently[ \t]+)?{_SEEKS}\b",
        rf"\b(?:Why (?:join|work (?:at|for))|Life at|Working (?:at|for)|Benefits of working at|Who is)[ \t]+{_NAME}",
        rf"\b(?:[Jj]oin|[Ww]elcome to)[ \t]+(?!(?:Us|Our|The|A|An|Me)\b){_NAME}"
        r"(?=[ \t]+(?:as|in|and|to|team|where)\b|[,.!\n])",
        rf"(?:^|(?<=[.!?] ))At[ \t]+{_NAME},?[ \t]+(?:we|you|our|every)\b",
        rf"^[^\w\n]*{_NAME}[ \t]+(?:is|are)[ \t]+(?:an?|the|one of)[ \t]+(?:[\w'’-]+[ ,]+){{0,8}}{_BUSINESS}\b",
        rf"(?i:\b(?:role|position|job|team|career|work|based) (?:here )?at)[ \t]+{_NAME}",
        rf"\bWe(?:['’]re| are) {_NAME},",
        rf"^[^\w\n]*{_NAME}[^\w\n]*[ \t]+"
        r"(?:builds|makes|develops|designs|operates|helps|provides|delivers|sells|creates|runs)\b",
    )
)


def title_span(text: str) -> Chars | None:
    """Where the ad names the job; null where it does not say."""
    return next((span for span in _titles(text[:FIRST_CHARS]) if span is not None), None)


def without_title(parts: Sequence[Sentence], title: Chars | None) -> tuple[Sentence, ...]:
    """The ad's sentences without the line that is its title: "Account Executive, Mid-Market" tells of no duty."""
    return tuple(part for part in parts if title is None or not _is_title_line(part, title))


def _is_title_line(part: Sentence, title: Chars) -> bool:
    inside = part.start <= title[0] and title[1] <= part.end and title[0] - part.start < MAX_LEAD_CHARS
    return (
        inside
        and part.opens
        and not part.bulleted
        and _is_head_line(part.text)
        and part.end - title[1] < MAX_HEAD_CHARS
    )


def company_span(text: str, title: Chars | None) -> Chars | None:
    """Where the ad names the employer; null where it does not say, or hides it."""
    head = text[:FIRST_CHARS]
    for start, end in _lines(head):
        label = _COMPANY_LABEL.match(head[start:end])
        if label and len(head[start + label.end() : end].split()) <= MAX_COMPANY_WORDS:
            return _tidy(head, start + label.end(), end)
    return (
        _beside_title(head, title)
        or _in_head(head, title, job_lexicon().words["legal_forms"])
        or _in_sentences(text[:NAMING_CHARS])
        or _in_head(head, title, job_lexicon().words["company_endings"])
    )


def _lines(head: str) -> list[Chars]:
    return [match.span() for match in _LINE.finditer(head) if match.group().strip()]


def _titles(head: str) -> Iterator[Chars | None]:
    lines = _lines(head)
    for start, end in lines:
        if label := _TITLE_LABEL.match(head[start:end]):
            yield _title_in(head, start + label.end(), end)
    for start, end in lines[:HEAD_LINES]:
        if _is_head_line(head[start:end]):
            yield _title_in(head, start, end)
    for start, end in lines[:1]:
        if _is_head_line(head[start:end]) and _sounds_like_role(head[start:end]):
            yield _tidy(head, *next(_pieces(head, start, end)))
    for pattern in (_WANTED, _AS):
        for match in pattern.finditer(head):
            yield _wanted(head, *match.span("title"))


def _is_head_line(line: str) -> bool:
    plain = line.strip()
    return len(plain) <= MAX_HEAD_CHARS and plain[-1] not in ".!?:" and not re.match(r"[•*·-]\s", plain)


def _title_in(head: str, start: int, end: int) -> Chars | None:
    """The first part of a line that names a job."""
    for low, high in _pieces(head, start, end):
        words = re.findall(r"[\w'’.&/+#-]+", head[low:high])
        if 0 < len(words) <= MAX_TITLE_WORDS and high - low <= MAX_TITLE_CHARS and _may_be_title(words):
            return _tidy(head, low, high)
    return None


def _pieces(head: str, start: int, end: int) -> Iterator[Chars]:
    low = start
    for match in _SPLIT.finditer(head, start, end):
        yield low, match.start()
        low = match.end()
    yield low, end


def _may_be_title(words: Sequence[str]) -> bool:
    """Whether words name a job and say nothing about it: "Ability to lead" names none, "Assistant to the CEO" does."""
    keys = [word.casefold() for word in words]
    says = any(key in job_lexicon().words["not_in_titles"] for key in keys)
    purpose = any(key == "to" and following != "the" for key, following in zip(keys, [*keys[1:], ""], strict=True))
    return not says and not purpose and _names_role(words)


def _names_role(words: Sequence[str]) -> bool:
    roles = job_lexicon().words["role_nouns"]
    parts = (part for word in words for part in re.split(r"[/-]", word.casefold()))
    return any(part in roles or part.removesuffix("s") in roles for part in parts)


def _sounds_like_role(line: str) -> bool:
    """ "Community Baker": a short first line whose last word ends as names of jobs do."""
    words = re.findall(r"[A-Za-z'’-]+", line)
    last = words[-1].casefold() if words else ""
    ends = re.search(r"(?:er|or|ist|ian|eer)s?$", last) is not None and len(last) > 4
    return ends and len(words) <= 4 and last not in job_lexicon().words["not_roles"]


def _wanted(head: str, start: int, end: int) -> Chars | None:
    """ "A senior data engineer" of "looking for a senior data engineer to join us" """
    roles = job_lexicon().words["role_nouns"]
    if stop := _TITLE_STOP.search(head, start, end):
        end = stop.start()
    words = list(re.finditer(r"[\w'’&/+#-]+", head[start:end]))
    named = [i for i, word in enumerate(words) if word.group().casefold().removesuffix("s") in roles]
    if not named or named[-1] > MAX_TITLE_WORDS:
        return None
    first = next((i for i, word in enumerate(words) if not _is_praise(word.group())), 0)
    return _tidy(head, start + words[min(first, named[-1])].start(), start + words[named[-1]].end())


def _is_praise(word: str) -> bool:
    """ "Highly motivated" before a title is no part of it."""
    lists = job_lexicon().words
    praise = ("person_adjectives", "attributive_adjectives", "vague_adjectives")
    key = word.casefold()
    if key in ("and", "&", "highly", "truly", "very", "skilled", "new", "committed"):
        return True
    return word.islower() and any(key in lists[name] for name in praise)


def _tidy(text: str, start: int, end: int) -> Chars | None:
    part = text[start:end]
    gender = _GENDER.search(part)
    if gender and gender.end() >= len(part.rstrip()) - 1:
        part = part[: gender.start()]
    start += len(part) - len(part.lstrip(" \t#*_-–—|•\"'“(:"))
    bare = part.strip(" \t#*_-–—|•\"'“”(,.;:!")
    return (start, start + len(bare)) if len(bare) > 1 else None


def _beside_title(head: str, title: Chars | None) -> Chars | None:
    """The company in the title's own line: "Data Analyst at Acme", "Data Analyst | Acme Foods Ltd | Pune"."""
    if title is None:
        return None
    line_end = head.find("\n", title[1])
    line_end = len(head) if line_end < 0 else line_end
    if match := re.match(rf"(?:\s*\([^)]*\))?\s+(?:at|@|with)\s+{_NAME}", head[title[1] : line_end]):
        return _tidy(head, title[1] + match.start("name"), title[1] + match.end("name"))
    endings = job_lexicon().words["company_endings"]
    for low, high in _pieces(head, head.rfind("\n", 0, title[0]) + 1, line_end):
        if (high <= title[0] or low >= title[1]) and _ends_as(head[low:high], endings):
            return _tidy(head, low, high)
    return None


def _in_head(head: str, title: Chars | None, endings: frozenset[str]) -> Chars | None:
    """A line of its own above or below the title, where it ends as companies' names do."""
    for start, end in _lines(head)[:HEAD_LINES] if title else ():
        low, high = next(_pieces(head, start, end))
        if title and not low <= title[0] < high and _ends_as(head[low:high], endings):
            return _tidy(head, low, high)
    return None


def _in_sentences(text: str) -> Chars | None:
    for pattern in _COMPANY:
        for match in pattern.finditer(text):
            words = match["name"].split()
            lists = job_lexicon().words
            ends = words[-1].casefold() in lists["company_endings"] or not _names_role(words[-1:])
            if ends and words[0].casefold() not in lists["no_names"] and len(words) <= MAX_COMPANY_WORDS:
                return _tidy(text, *match.span("name"))
    return None


def _ends_as(part: str, endings: frozenset[str]) -> bool:
    words = re.findall(r"[\w&]+", part)
    fits = 2 <= len(words) <= MAX_COMPANY_WORDS and part.strip()[:1].isupper()
    return fits and words[-1].casefold() in endings
