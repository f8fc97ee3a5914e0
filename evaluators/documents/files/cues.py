"""Words by which a page's layout is told apart: bullets, dates and figures, the titles of sections."""

from __future__ import annotations

import re

BULLET = re.compile(r"[•●○◦▪■□▫▸▹►▶➤➢➔→‣⁃∙·*✓✔❖❑❒◆◇–—-]|o")
SECTIONS = re.compile(
    r"(?:(?:work|professional|relevant|technical|key|core|academic|personal|additional|career) )?"
    r"(?:summary|profile|objective|about(?: me)?|experience|employment(?: history)?|history|education|skills|projects?"
    r"|certifications?|certificates|courses|awards?|achievements?|honou?rs|publications?|patents|languages"
    r"|interests|hobbies|references|volunteer(?:ing)?(?: experience)?|activities|training"
    r"|contact|qualifications?|links|strengths)"
    r"(?: (?:summary|details|experience|history|profile|work|information|background|skills|interests|qualifications?))?"
    r"(?:(?: (?:and|&) |/)\w+)?:?",
    re.IGNORECASE,
)
_TABLE_HEAD = re.compile(
    r"(?:name of )?(?:the )?(?:course|degree|qualification|exam(?:ination)?|certificate|program(?:me)?|class|standard"
    r"|stream|speciali[sz]ation|subject|institut(?:e|ion)|university|college|school|board|year|period|duration|passing"
    r"|marks?|percentage|per ?cent|%|score|c?gpa|grade|division|aggregate|result)s?"
    r"(?: ?(?:/|&|and|of|or|-) ?(?:the )?\w+%?){0,3}(?: ?\(.{1,12}\)| obtained| passed)?",
    re.IGNORECASE,
)
_DATE_WORDS = re.compile(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|spring|summer|autumn|fall|winter|present|current(?:ly)?|now|ongoing|today|till|date"
    r"|until|since|to|from|expected|graduated|and|yrs?|years?|mos?|months?|fy|cgpa|gpa)\b",
    re.IGNORECASE,
)
_DATED = re.compile(r"\d|\b(?:present|ongoing|current)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
DIGITS_OF_A_PHONE = 9
LONGEST_DATE = 40  # characters


def is_title(text: str) -> bool:
    """Whether a text is the title of a section, as résumés have them."""
    return SECTIONS.fullmatch(text) is not None


def is_table_head(text: str) -> bool:
    """Whether a text heads a column of a table of studies."""
    return _TABLE_HEAD.fullmatch(text.strip(" :")) is not None


def is_dated(text: str) -> bool:
    """Whether a text is a date, a duration or a figure and nothing else, as tables and margins hold them."""
    if len(text) > LONGEST_DATE or not _DATED.search(text):
        return False
    if sum(letter.isdigit() for letter in text) >= DIGITS_OF_A_PHONE and not _YEAR.search(text):
        return False
    return sum(letter.isalpha() for letter in _DATE_WORDS.sub("", text)) <= 1
