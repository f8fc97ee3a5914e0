"""Skills and knowledge where an ad's text names them, in the sense of SkillSpan (Zhang et al., NAACL 2022)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from evaluators.documents.instructions import speaks_to_a_machine
from evaluators.documents.job.abilities import Range, activities
from evaluators.documents.job.knowledge import is_row, known_things
from evaluators.documents.job.layout import Sentence
from evaluators.documents.job.lexicon import Section, job_lexicon
from evaluators.documents.job.qualities import qualities
from evaluators.documents.job.tagging import Word, tagged
from evaluators.documents.skills import FoundSkill, find_skills
from schema.documents import SkillSpan
from schema.vocabulary import SkillKind

_SILENT = frozenset({Section.FACTS, Section.OFFER, Section.LEGAL, Section.OWN_STACK})
_LISTS = frozenset({Section.RESPONSIBILITIES, Section.MUST_HAVE, Section.NICE_TO_HAVE, Section.STACK, Section.INDUSTRY})


def spans_of(text: str, parts: Sequence[Sentence]) -> tuple[SkillSpan, ...]:
    """All spans of those sentences of an ad that ask something, in order, as offsets into `text`."""
    return tuple(span for part in parts for span in _sentence_spans(text, part))


def asks_something(sentence: Sentence) -> bool:
    """Whether a sentence speaks of what the candidate does, knows or is like."""
    lexicon = job_lexicon()
    plain = sentence.text.replace("’", "'")
    if sentence.section in _SILENT or lexicon.finds("idle", plain):
        return False
    if lexicon.finds("injected", plain) or speaks_to_a_machine(plain):
        return False
    if lexicon.finds("company", plain) and not lexicon.finds("seeks", plain):
        return False
    if sentence.section in _LISTS:
        return True
    if lexicon.finds("benefits", plain):
        return False
    if sentence.section is Section.APPLY:  # a requirement may stand below it where the next heading was not recognised
        return lexicon.finds("requires", plain)
    if sentence.section is Section.ABOUT:
        return lexicon.finds("asks", plain) and " you" in plain.casefold()
    asked = any(lexicon.finds(cue, plain) for cue in ("asks", "nice", "must"))
    return sentence.bulleted or asked or _starts_with_deed(plain)


def _starts_with_deed(plain: str) -> bool:
    """ "Planning the programmes", "Develop and maintain …" """
    lexicon = job_lexicon()
    first = plain.split(None, 1)[0].casefold()
    base = lexicon.gerunds.get(first, first)
    return base in lexicon.bases and base not in lexicon.words["idle_verbs"]


def _sentence_spans(text: str, sentence: Sentence) -> list[SkillSpan]:
    words = tagged(sentence)
    if sentence.section is Section.STACK and not is_row(words):
        sentence = replace(sentence, section=Section.MUST_HAVE)
    hits = (
        replace(hit, start=hit.start + sentence.start, end=hit.end + sentence.start)
        for hit in find_skills(sentence.text)
    )
    named = list(hits)
    rows = sentence.section in (Section.STACK, Section.INDUSTRY)
    done = [] if rows else _apart([*qualities(words), *activities(words)])
    known = known_things(words, sentence, named, done)
    spans = [_span(text, words, span, SkillKind.SKILL) for span in done]
    spans += [_span(text, words, span, SkillKind.KNOWLEDGE) for span in known]
    spans += [
        SkillSpan(text=text[hit.start : hit.end], start=hit.start, end=hit.end, kind=SkillKind.SKILL)
        for hit in named
        if _is_said(text, sentence, hit) and not any(hit.start < span.end and span.start < hit.end for span in spans)
    ]
    return sorted(spans, key=lambda span: (span.start, -span.end))


def _is_said(text: str, sentence: Sentence, hit: FoundSkill) -> bool:
    """Whether a soft skill is asked for: "collaboration with other teams" tells how the work is done."""
    if hit.kind is not SkillKind.SKILL or text[max(0, hit.start - 3) : hit.start].casefold() == "in ":
        return False
    several = " " in text[hit.start : hit.end] or "-" in text[hit.start : hit.end]
    return several or sentence.section in (Section.MUST_HAVE, Section.NICE_TO_HAVE)


def _apart(ranges: Iterable[Range]) -> list[Range]:
    """Ranges in order; of two that overlap, the one that was found first stays."""
    kept: list[Range] = []
    for span in ranges:
        if not any(span[0] < other[1] and other[0] < span[1] for other in kept):
            kept.append(span)
    return sorted(kept)


def _span(text: str, words: Sequence[Word], span: Range, kind: SkillKind) -> SkillSpan:
    start, end = words[span[0]].start, words[span[1] - 1].end
    return SkillSpan(text=text[start:end], start=start, end=end, kind=kind)
