"""Holds each line that a job asks for against the answers and the résumé."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from evaluators.evidence import Ground, prove
from evaluators.lexicon import Cue
from evaluators.reading import Reading, opening_quote, quote
from evaluators.requirements.asked import Line
from evaluators.requirements.kinds import (
    HELD,
    NOT_HELD,
    YEARS,
    Degree,
    content_stems,
    degree_asked,
    degree_span,
    languages_in,
    speaking,
    stem,
    years_asked,
    years_said,
)
from evaluators.requirements.mentions import NEGATED, at, best_mention, denied, first_denial, is_at_work
from evaluators.requirements.resume import ResumeReader
from evaluators.requirements.terms import Group, Piece, Term, groups, skills_in, term
from evaluators.sentences import Found
from evaluators.shapes import Claim
from schema.analysis import Evidence, JdRequirement
from schema.vocabulary import RequirementState, SkillCategory

S = RequirementState
NAMED, HELD_OR_SPENT, SPOKEN, PLAIN = range(4)  # how telling a requirement is, the most telling first
ENGLISH = "English"
ENOUGH_SHARE, MOST_NEEDED = 0.5, 3  # of a plain sentence's telling words that one sentence of the candidate has
_IDEALLY = re.compile(r"\b(?:ideally|preferably)\b[^,;.]*$", re.IGNORECASE)
_PREFERRED = re.compile(r"[^,;.(]{0,20}\b(?:preferred|desirable|a plus|an advantage)\b", re.IGNORECASE)
_UNWILLING = re.compile(
    r"\b(?:can't|cannot|won't|wouldn't|unable to|not able to|rather not|prefer not|not willing|don't want|refuse|"
    r"never|haven't|have not|don't|do not|didn't|not)\b[^.;!?]{0,40}$",
    re.IGNORECASE,
)

_SHOWN = "You told of work with it."
_NAMED_ONLY = "You named it; no answer shows it at work yet."
_ON_PAPER = "It stands on your résumé and no answer speaks of it."
_ADDED = "You added it to what was read from your résumé, and no answer speaks of it."
_NOWHERE = "Neither your answers nor your résumé mention it."
_UNMENTIONED = "No answer mentions it."
_DENIED = "You said that this is not so."


@dataclass(frozen=True, slots=True)
class Matched:
    """A requirement with its state, how telling it is (0 most), and the names it goes by in the skill lists."""

    requirement: JdRequirement
    weight: int
    names: tuple[str, ...] = ()

    @property
    def is_skill(self) -> bool:
        return bool(self.names)


def match_requirements(
    lines: Sequence[Line], readings: Sequence[Reading], on: Ground, resume: ResumeReader
) -> tuple[Matched, ...]:
    """Every requirement of the lines, in their order, each once; a duty only where it names something new."""
    matcher = _Matcher(readings, on, resume)
    found: dict[str, Matched] = {}
    for line in lines:
        for key, matched in matcher.line(line):
            known = found.get(key)
            if known is None or (matched.requirement.must and not known.requirement.must):
                found[key] = matched
    return tuple(found.values())


class _Matcher:
    """One interview and résumé, asked line by line."""

    def __init__(self, readings: Sequence[Reading], on: Ground, resume: ResumeReader) -> None:
        self._readings = readings
        self._on = on
        self._resume = resume
        self._said = [(reading, s) for reading in readings for s in reading.sentences if s.muted is None]

    def line(self, line: Line) -> Iterator[tuple[str, Matched]]:
        """The requirements that one line holds, each with the key under which it is the same as another."""
        found = list(self._special(line))
        named = groups(line.text)
        for group in named:
            yield "|".join(sorted(piece.key for piece in group.pieces)), self._group(line, group)
        yield from found
        if not found and not named and not line.duty:
            yield line.text.casefold(), self._plain(line)

    def _special(self, line: Line) -> Iterator[tuple[str, Matched]]:
        if line.duty:
            return
        degree, years = degree_asked(line.text), years_asked(line.text)
        on_degree, on_years = _parted(line) if degree and years else (line, line)
        if degree is not None:
            yield f"degree {line.text.casefold()}", self._degree(on_degree, degree)
        if years is not None:
            yield f"years {line.text.casefold()}", self._years(on_years, years)
        for name, start, end in languages_in(line.text):
            yield f"language {name}", self._language(line, name, line.text[start:end])
        for hit in skills_in(line.text):
            if hit.category is SkillCategory.CERTIFICATION and degree is None:
                piece = Piece(hit.start, hit.end, line.text[hit.start : hit.end], hit.name)
                yield piece.key, self._group(line, Group(piece.text, (piece,)))

    # ------------------------------------------------------------------ names

    def _group(self, line: Line, group: Group) -> Matched:
        """Names of which one will do. Told work stands before a denial, and a denial before a bare mention."""
        line = replace(line, must=_is_must(line, group))
        terms = [term(piece, must=line.must) for piece in group.pieces]
        hits = [hit for one in terms if (hit := best_mention(one, self._readings)) is not None]
        best = max(hits, key=lambda hit: hit.shown, default=None)
        denials = [denial for one in terms if (denial := first_denial(one, self._readings)) is not None]
        everything = tuple(one.text for one in terms)
        if best is not None and (best.shown or not denials):
            evidence = self._proved(best.found, "Your words on it.")
            if evidence:
                note = _SHOWN if best.shown else _NAMED_ONLY
                made = self._made(line, group.text, S.SAID, note, evidence, shown=best.shown, terms=terms)
                return Matched(made, NAMED, (best.term.text,))
        if denials:
            evidence = self._proved(denials[0].found, "You say that you have not.")
            if evidence and {denial.term.text for denial in denials} == set(everything):
                return Matched(
                    self._made(line, group.text, S.CONTRADICTED, _DENIED, evidence, terms=terms), NAMED, everything
                )
        return Matched(self._silent(line, group.text, self._resume.names(terms)), NAMED, everything)

    # ------------------------------------------------------------------ degrees, years, languages

    def _degree(self, line: Line, degree: Degree) -> Matched:
        for _, sentence in self._said:
            text = sentence.text
            if match := NOT_HELD.search(text):
                evidence = self._proved(at(sentence, *match.span()), "You say that you hold none.")
                if evidence:
                    return Matched(self._made(line, line.text, S.CONTRADICTED, _DENIED, evidence), HELD_OR_SPENT)
            span = degree_span(text)
            if span and HELD.search(text) and degree.fits(text) and not NEGATED.search(text[: span[0]]):
                evidence = self._proved(at(sentence, *span), "You say that you hold it.")
                if evidence:
                    made = self._made(line, line.text, S.SAID, "You said that you hold it.", evidence)
                    return Matched(made, HELD_OR_SPENT)
        told = next((text for text in self._resume.lines if degree.fits(text)), None)
        return Matched(self._silent(line, line.text, told), HELD_OR_SPENT)

    def _years(self, line: Line, years: int) -> Matched:
        """Years that were said as a whole, or that the résumé's dates bear; stays are never added up from answers."""
        wanted = frozenset(content_stems(line.text))
        for _, sentence in self._said:
            said = years_said(sentence.text)
            if said is None or not (said.in_all or said.field & wanted):
                continue
            if said.number < years and not said.in_all:
                continue  # what has lasted two years is no denial of five in all
            if wanted and said.field and not said.field & wanted:
                continue  # years of something else
            evidence = self._proved(at(sentence, said.start, said.end), "The years that you named.")
            if evidence:
                state = S.SAID if said.number >= years else S.CONTRADICTED
                note = f"You spoke of {said.number}; the job asks for {years}."
                return Matched(self._made(line, line.text, state, note, evidence), HELD_OR_SPENT)
        worked = self._resume.months_worked()
        if worked is None:
            return Matched(self._silent(line, line.text, None), HELD_OR_SPENT)
        months, told = worked
        note = f"Your résumé's dates add up to {_span_of(months)}; no answer says how many years."
        state = S.RESUME_ONLY if months >= 12 * years else S.MISSING
        return Matched(self._made(line, line.text, state, note, resume_text=told), HELD_OR_SPENT)

    def _language(self, line: Line, name: str, text: str) -> Matched:
        pattern = speaking(name)
        for _, sentence in self._said:
            where = re.search(rf"\b{re.escape(name)}\b", sentence.text, re.IGNORECASE)
            refused = denied(sentence.text, *where.span()) if where else None
            if refused is not None:
                evidence = self._proved(at(sentence, *refused), "You say that you do not.")
                if evidence:
                    made = self._made(line, text, S.CONTRADICTED, _DENIED, evidence)
                    return Matched(made, SPOKEN, (name,))
            match = pattern.search(sentence.text)
            if match and not NEGATED.search(sentence.text[: match.start()]):
                evidence = self._proved(at(sentence, *match.span()), "You say that you speak it.")
                if evidence:
                    return Matched(self._made(line, text, S.SAID, "You said so.", evidence), SPOKEN, (name,))
        if name == ENGLISH and (evidence := self._opening()):
            made = self._made(line, text, S.SAID, "You held this interview in English.", evidence, shown=True)
            return Matched(made, SPOKEN, (name,))
        return Matched(self._silent(line, text, self._resume.speaks(name)), SPOKEN, (name,))

    def _opening(self) -> tuple[Evidence, ...]:
        for reading in self._readings:
            words, turn = opening_quote(reading)
            evidence, _ = prove([Claim(quote=words, why="Said in English.", turn_index=turn)], self._on)
            if evidence:
                return evidence
        return ()

    # ------------------------------------------------------------------ plain sentences

    def _plain(self, line: Line) -> Matched:
        """A requirement without a name, by its telling words: "Willingness to travel", "able to lead a team"."""
        wanted = content_stems(line.text)
        if not wanted:
            return Matched(self._silent(line, line.text, None), PLAIN)
        needed = min(MOST_NEEDED, max(1, round(ENOUGH_SHARE * len(wanted))))
        best: tuple[bool, Found] | None = None
        for reading, sentence in self._said:
            span = _common(sentence.text, wanted, needed)
            if span is None:
                continue
            if match := _UNWILLING.search(sentence.text[: span[1]]):
                evidence = self._proved(at(sentence, match.start(), span[1]), "You say that it is not so.")
                if evidence and not any(item.sentence is sentence and item.cue is Cue.OWN for item in reading.found):
                    return Matched(self._made(line, line.text, S.CONTRADICTED, _DENIED, evidence), PLAIN)
                continue
            shown = is_at_work(sentence, reading)
            if best is None or (shown and not best[0]):
                best = (shown, at(sentence, *span))
        if best is not None and (evidence := self._proved(best[1], "Your words on it.")):
            note = _SHOWN if best[0] else _NAMED_ONLY
            return Matched(self._made(line, line.text, S.SAID, note, evidence, shown=best[0]), PLAIN)
        told = next((text for text in self._resume.lines if _common(text, wanted, needed)), None)
        return Matched(self._silent(line, line.text, told), PLAIN)

    # ------------------------------------------------------------------ what is made of it

    def _silent(self, line: Line, text: str, told: str | None) -> JdRequirement:
        if told is not None:
            note = _ON_PAPER if self._resume.is_verbatim(told) else _ADDED
            return self._made(line, text, S.RESUME_ONLY, note, resume_text=told)
        return self._made(line, text, S.MISSING, _NOWHERE if self._resume.is_there else _UNMENTIONED)

    def _made(
        self,
        line: Line,
        text: str,
        state: RequirementState,
        note: str,
        evidence: tuple[Evidence, ...] = (),
        *,
        shown: bool = False,
        resume_text: str | None = None,
        terms: Sequence[Term] = (),
    ) -> JdRequirement:
        told = resume_text or (self._resume.names(terms) if terms else None)
        told = told if told is not None and self._resume.is_verbatim(told) else None
        return JdRequirement(
            text=" ".join(text.split()),
            must=line.must,
            state=state,
            shown=shown,
            evidence=evidence,
            resume_text=told,
            note=note,
        )

    def _proved(self, found: Found, why: str) -> tuple[Evidence, ...]:
        turn = found.sentence.turn.index
        evidence, _ = prove([Claim(quote=quote(found), why=why, turn_index=turn)], self._on)
        return evidence


def _parted(line: Line) -> tuple[Line, Line]:
    """ "Graduate with 5 years of experience": the degree and the years, each as the line writes it."""
    match = YEARS.search(line.text)
    cut = match.start() if match else len(line.text)
    first = re.sub(r"\W*(?:with|and|plus|having|at least)?\W*$", "", line.text[:cut])
    return replace(line, text=first or line.text), replace(line, text=line.text[cut:])


def _is_must(line: Line, group: Group) -> bool:
    """Whether a line's must holds for a name in it: not after "ideally", nor before "preferred"."""
    low, high = group.pieces[0].start, group.pieces[-1].end
    return line.must and not (_IDEALLY.search(line.text[:low]) or _PREFERRED.match(line.text[high:]))


def _common(text: str, wanted: Sequence[str], needed: int) -> tuple[int, int] | None:
    """From the first to the last of a requirement's telling words in a text, where it has enough of them."""
    places: dict[str, tuple[int, int]] = {}
    for match in re.finditer(r"[^\W_]+(?:['’-][^\W_]+)*", text):
        key = stem(match.group().casefold())
        if key in wanted:
            places.setdefault(key, match.span())
    if len(places) < needed:
        return None
    return min(start for start, _ in places.values()), max(end for _, end in places.values())


def _span_of(months: int) -> str:
    years, rest = divmod(months, 12)
    parts = [
        f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in ((years, "year"), (rest, "month")) if count
    ]
    return " and ".join(parts) or "less than a month"
