"""Chooses the code or the case of an interview: by role, level, time, language and topics, varied by the seed."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from controller.exercises.work import pattern_key
from controller.planning.chance import chance
from controller.planning.wish import Wish
from schema.code_runs import CodeLanguage
from schema.plan import ExerciseOffer
from schema.vocabulary import ExerciseMode, InterviewType, PhaseKind, RoleCategory, Seniority

CODING_ROLES = frozenset({RoleCategory.SWE, RoleCategory.DATA, RoleCategory.SECURITY, RoleCategory.QUANT})
LEAST_SHARE = 0.75  # of an exercise's own minutes; in less it can't be done
SECOND_MIN = 24.0  # a second one comes only in a part as long as this
MOST_WORDS = 2  # matching topics beyond these count no more, so that the seed has a choice
BELOW = 0.5  # what a level under the candidate's own costs, beside the seed's number from 0 to 1
NAMED = 0.25  # what a topic gains that the documents speak of
_LEVELS = tuple(Seniority)
# How often code begins with which activity: a fault to find leads through reading, mending and changing.
_FIRST: Sequence[tuple[float, ExerciseMode]] = (
    (0.6, ExerciseMode.CODING_DEBUG),
    (0.76, ExerciseMode.CODING_MODIFY),
    (0.88, ExerciseMode.CODE_REVIEW),
    (1.0, ExerciseMode.CODING_EXPLAIN),
)
_MODES = tuple(mode for _, mode in _FIRST)
_NAMED: Sequence[tuple[CodeLanguage, re.Pattern[str]]] = (
    (CodeLanguage.PYTHON, re.compile(r"\b(?:python|django|flask|fastapi|pandas|numpy)\b")),
    (CodeLanguage.JAVASCRIPT, re.compile(r"\b(?:javascript|typescript|node(?:\.?js)?|react|vue|angular|frontend)\b")),
    (CodeLanguage.SQL, re.compile(r"\b(?:sql|postgres\w*|mysql|bigquery|snowflake|data queries|data modelling)\b")),
)


def exercise_kind(wish: Wish) -> PhaseKind | None:
    """Whether such an interview looks at code or at a case, if the catalogue offers one; None for neither."""
    meta = wish.metadata
    if meta.interview_type is InterviewType.HR:
        return None
    if meta.role_category in CODING_ROLES:
        kind = PhaseKind.CODING if meta.interview_type is InterviewType.TECHNICAL else None
    else:
        kind = PhaseKind.CASE_STUDY
    return kind if kind is not None and _suiting(wish, kind) else None


def choose(wish: Wish, kind: PhaseKind, mins: float) -> tuple[ExerciseOffer, ...]:
    """The exercises of a part of `mins` minutes, one or two; empty where none can be done in that time."""
    offers = [offer for offer in _suiting(wish, kind) if (offer.minutes or 0) * LEAST_SHARE <= mins]
    offers = _in_a_known_language(wish, offers)
    if not offers:
        return ()
    known = _known_words(wish)
    ranked = sorted(offers, key=lambda offer: _rank(wish, offer, known, mins))
    first = _first(wish, ranked)
    return (first, *_second(ranked, first, mins))


def _suiting(wish: Wish, kind: PhaseKind) -> list[ExerciseOffer]:
    meta = wish.metadata
    return [
        offer
        for offer in wish.exercises
        if (offer.mode is ExerciseMode.CASE_STUDY) == (kind is PhaseKind.CASE_STUDY)
        and offer.role_category in (None, meta.role_category)
        and (offer.level is None or _LEVELS.index(offer.level) <= _LEVELS.index(meta.seniority))
    ]


def _rank(wish: Wish, offer: ExerciseOffer, known: str, mins: float) -> tuple[bool, bool, float]:
    """What was done lately comes last, then what is too long; else level and topics count beside the seed."""
    level = wish.metadata.seniority
    below = _LEVELS.index(level) - _LEVELS.index(offer.level or level)
    words = min(MOST_WORDS, sum(_stands(word, known) for word in {*offer.topics, *offer.signals}))
    lately = pattern_key(offer.key) in wish.avoid
    points = chance(wish.seed, offer.key) + BELOW * below - NAMED * words
    return lately, (offer.minutes or 0) > mins, points


def _first(wish: Wish, ranked: Sequence[ExerciseOffer]) -> ExerciseOffer:
    """The best of the mode that the seed begins with, or of the next one that there is; one done lately comes last."""
    roll = chance(wish.seed, "mode")
    begins = next(mode for until, mode in _FIRST if roll < until)
    order = (begins, *(mode for mode in _MODES if mode is not begins), ExerciseMode.CASE_STUDY)
    fresh = [offer for offer in ranked if pattern_key(offer.key) not in wish.avoid] or ranked
    return min(fresh, key=lambda offer: order.index(offer.mode))


def _second(ranked: Sequence[ExerciseOffer], first: ExerciseOffer, mins: float) -> tuple[ExerciseOffer, ...]:
    """Another one where both have their time, of another mode if there is one."""
    if mins < SECOND_MIN:
        return ()
    left = mins - (first.minutes or mins / 2)
    fitting = [offer for offer in ranked if offer.key != first.key and (offer.minutes or mins / 2) <= left]
    other = next((offer for offer in fitting if offer.mode is not first.mode), None)
    chosen = other or next(iter(fitting), None)
    return (chosen,) if chosen is not None else ()


# ------------------------------------------------------------------ languages and words


def _in_a_known_language(wish: Wish, offers: Sequence[ExerciseOffer]) -> list[ExerciseOffer]:
    """Those in a language that the job asks for, else one that the candidate names, else the role's usual ones."""
    job = " ".join((wish.metadata.specialization or "", *(wish.job.keywords if wish.job else ()))).lower()
    own = " ".join(wish.resume.skills if wish.resume else ()).lower()
    usual = [CodeLanguage.PYTHON]
    if wish.metadata.role_category is RoleCategory.DATA:
        usual.append(CodeLanguage.SQL)
    for languages in (_languages(job), _languages(own), usual):
        found = [offer for offer in offers if offer.language is None or offer.language in languages]
        if found:
            return found
    return list(offers)


def _languages(text: str) -> Collection[CodeLanguage]:
    return [language for language, pattern in _NAMED if pattern.search(text)]


def _known_words(wish: Wish) -> str:
    """What kit, job description, company and résumé speak of."""
    words = (
        *wish.kit.skills_focus,
        *(wish.job.keywords if wish.job else ()),
        *(wish.blueprint.skill_focus if wish.blueprint else ()),
        *(wish.resume.skills if wish.resume else ()),
        wish.metadata.specialization or "",
    )
    return " ".join(words).lower()


def _stands(word: str, known: str) -> bool:
    return word.replace("_", " ").lower() in known
