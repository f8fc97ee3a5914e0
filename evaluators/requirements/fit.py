"""The dimension role fit: how much of what the job asks for the answers show at work."""

from __future__ import annotations

from collections.abc import Sequence

from evaluators.reading import Reading, quote
from evaluators.requirements.mentions import Mention, mentions
from evaluators.requirements.terms import Term
from evaluators.shapes import Claim, DimensionDraft
from evaluators.wording import quoted
from schema.analysis import Fix

# Level by how many requirements are shown at work; a short interview has no time for more than a few of them, and what
# was not spoken of is listed as missing and takes nothing away.
SHOWN_LEVELS = (2.0, 2.5, 3.5, 4.5, 5.0)
SAID_POINTS, SAID_MOST = 0.25, 0.5
LEAST_SAID = 2  # requirements named without work done, under which nothing can be judged


def role_fit(key: str, terms: Sequence[Term], readings: Sequence[Reading]) -> DimensionDraft:
    """Role fit from the requirements that the answers show at work; no anchor where nothing is asked or said."""
    if not terms:
        return DimensionDraft(key=key, needs="Paste the job description, so that answers can be held against it.")
    found = mentions(terms, readings)
    if not found:
        return DimensionDraft(
            key=key,
            needs=f"Tell of work with something that the job description asks for, such as {quoted(terms[0].text)}.",
        )
    shown = [mention for mention in found if mention.shown]
    if not shown and len(found) < LEAST_SAID:
        return DimensionDraft(key=key, needs="Tell of work done with something that the job description asks for.")
    level = SHOWN_LEVELS[min(len(shown), len(SHOWN_LEVELS) - 1)]
    level = min(5.0, level + min(SAID_MOST, SAID_POINTS * (len(found) - len(shown))))
    ordered = [*shown, *(mention for mention in found if not mention.shown)]
    missing = [term for term in terms if term not in {mention.term for mention in found}]
    return DimensionDraft(
        key=key,
        anchor=round(2 * level) / 2,
        claims=tuple(_claim(mention) for mention in ordered[:3]),
        fixes=_fixes(missing, [mention for mention in found if not mention.shown]),
        needs="Tell of work with something that the job description asks for.",
        note=f"{len(shown)} of {len(terms)} things that the job description asks for were shown at work, "
        f"{len(found) - len(shown)} only named.",
    )


def _claim(mention: Mention) -> Claim:
    said = quoted(mention.term.text)
    why = (
        f"Work with {said}, which the job description asks for."
        if mention.shown
        else f"Names {said} without work done with it."
    )
    turn = mention.found.sentence.turn.index
    return Claim(quote=quote(mention.found), why=why, turn_index=turn, direct=mention.shown)


def _fixes(missing: Sequence[Term], named: Sequence[Mention]) -> tuple[Fix, ...]:
    fixes = []
    for mention in named[:1]:
        said = quoted(mention.term.text)
        fixes.append(Fix(title=f"Show {said} at work", how=f"You named {said}; tell one thing you did with it."))
    for term in sorted(missing, key=lambda t: not t.must)[: 2 - len(fixes)]:
        how = "The job description asks for it: prepare one episode, or say plainly how you would learn it."
        fixes.append(Fix(title=f"Bring in {quoted(term.text)}", how=how))
    return tuple(fixes)
