"""Compares what is said now with résumé, job description and earlier answers: only what can't both be true counts.

Precision comes before completeness: an estimate, a rounded number, a promotion, a grown team or another project is no
contradiction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from controller.claims import Claim
from controller.hearing import words
from controller.statements import family, number_of

MIN_MONTHS = 12  # shorter differences of a tenure are rounding
TENURE_RATIO, LOOSE_TENURE_RATIO = 1.5, 1.75
MAX_MONTHS_BESIDE = 2  # a year named may begin or end so far from the month on paper
MIN_YEARS, YEARS_RATIO = 2, 1.6
MIN_PEOPLE, SIZE_RATIO, LOOSE_SIZE_RATIO = 3, 1.5, 2.0
_TRADES = words("engineer product project designer sales marketing recruiter accountant teacher nurse support")
_LEADING = ("lead", "manager", "director", "head", "vp", "vice", "chief", "founder", "principal", "supervisor", "cto")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two claims that can't both be true. `key` names what they are about: it is raised once."""

    before: Claim
    now: Claim

    @property
    def key(self) -> str:
        return f"{self.now.subject}:{self.before.about}"


def first_contradiction(ledger: Sequence[Claim], new: Sequence[Claim], raised: frozenset[str]) -> Contradiction | None:
    """The first claim of an answer that contradicts an earlier one and was not raised yet; the résumé's come first."""
    for now in new:
        earlier = [claim for claim in ledger if claim.source != "jd"]
        before = _contradicted(now, earlier, new) or _beside_the_job(now, ledger)
        if before is not None:
            found = Contradiction(before, now)
            if found.key not in raised:
                return found
    return None


def _contradicted(now: Claim, earlier: Sequence[Claim], new: Sequence[Claim]) -> Claim | None:
    match now.subject:
        case "tenure":
            return _tenure(now, _about(now, earlier))
        case "skill":
            return _skill(now, _about(now, earlier))
        case "team_size":
            return _size(now, earlier, new)
        case "role":
            return _role(now, _about(now, earlier))
        case "experience":
            return _years(now, _about(now, earlier))
        case "education":
            degrees = [claim for claim in earlier if claim.subject == "education" and claim.source == "resume"]
            return degrees[0] if len(degrees) == 1 else None
        case "employer" | "metric":
            return None


def _about(now: Claim, earlier: Sequence[Claim]) -> list[Claim]:
    return [claim for claim in earlier if claim.subject == now.subject and claim.about == now.about]


# ------------------------------------------------------------------ dates


def _tenure(now: Claim, before: Sequence[Claim]) -> Claim | None:
    if not before or any(_fits_in_time(now, claim, before) for claim in before):
        return None
    return before[0]


def _fits_in_time(now: Claim, before: Claim, every: Sequence[Claim]) -> bool:
    side, _, said = now.value.partition(" ")
    if side in ("start", "end"):
        return _fits_year(side, int(said), before)
    months = int(side)
    known = _lengths(before, every)
    if not known:
        return True
    ratio = LOOSE_TENURE_RATIO if now.loose or before.loose else TENURE_RATIO
    return any(
        abs(months - length) < MIN_MONTHS or max(months, length) < ratio * max(1, min(months, length))
        for length in known
    )


def _lengths(before: Claim, every: Sequence[Claim]) -> list[int]:
    """How many months a claim may mean: its own, or from the first to the last of several spells at one place."""
    if before.value.endswith(" months"):
        return [int(before.value.split()[0])]
    spells = [spell for claim in every if (spell := _spell(claim)) is not None]
    own = _spell(before)
    if own is None or own[1] is None:
        return []
    ends = [end for _, end in spells if end is not None]
    if len(ends) < len(spells):
        return []  # one of them still goes on
    return [own[1] - own[0] + 1, max(ends) - min(start for start, _ in spells) + 1]


def _spell(claim: Claim) -> tuple[int, int | None] | None:
    """First and last month of "2021-03/2023-05"; the last is None where it still goes on."""
    start, slash, end = claim.value.partition("/")
    first = _month(start)
    return (first, _month(end)) if slash and first is not None else None


def _month(text: str) -> int | None:
    year, _, month = text.partition("-")
    return int(year) * 12 + int(month or 6) - 1 if year.isdecimal() else None


def _fits_year(side: str, year: int, before: Claim) -> bool:
    if before.value.startswith(("start ", "end ")):
        other_side, _, other = before.value.partition(" ")
        return other_side != side or abs(int(other) - year) < 2
    spell = _spell(before)
    at = None if spell is None else spell[0] if side == "start" else spell[1]
    if at is None:
        return True
    only_year = "-" not in before.value.partition("/")[0 if side == "start" else 2]
    first, last = year * 12 - MAX_MONTHS_BESIDE, year * 12 + 11 + MAX_MONTHS_BESIDE
    return abs(at // 12 - year) < 2 if only_year else first <= at <= last


# ------------------------------------------------------------------ skills and years


def _skill(now: Claim, before: Sequence[Claim]) -> Claim | None:
    if now.value == "none":
        return next((claim for claim in before if claim.value != "none"), None)
    denied = next((claim for claim in before if claim.value == "none"), None)
    return denied or _years(now, [claim for claim in before if claim.value.endswith(" years")])


def _years(now: Claim, before: Sequence[Claim]) -> Claim | None:
    if not now.value.endswith(" years") or not before:
        return None
    said = int(now.value.split()[0])
    counts = [(int(claim.value.split()[0]), claim) for claim in before if claim.value.endswith(" years")]
    if not counts or any(abs(said - years) < MIN_YEARS or _near(said, years, YEARS_RATIO) for years, _ in counts):
        return None
    return counts[0][1]


def _near(one: int, other: int, ratio: float) -> bool:
    return max(one, other) < ratio * max(1, min(one, other))


def _beside_the_job(now: Claim, ledger: Sequence[Claim]) -> Claim | None:
    """What the job requires and the answer says is not there; a requirement is met or not, it is never a lie."""
    wanted = [claim for claim in ledger if claim.source == "jd" and claim.about == now.about]
    if now.subject == "skill" and now.value == "none":
        return next((claim for claim in wanted if claim.subject == "skill" and claim.value == "required"), None)
    if now.subject not in ("skill", "experience") or not now.value.endswith(" years"):
        return None
    said = int(now.value.split()[0])
    asked = [(int(claim.value.split()[0]), claim) for claim in wanted if claim.value.endswith(" years")]
    return next((claim for years, claim in asked if years - said >= MIN_YEARS and not _near(said, years, 1.6)), None)


# ------------------------------------------------------------------ sizes and roles


def _size(now: Claim, earlier: Sequence[Claim], new: Sequence[Claim]) -> Claim | None:
    known = [claim for claim in earlier if claim.subject == "team_size"]
    if now.about == "anyone":
        return next((claim for claim in known if claim.source == "resume" and _is_led(claim)), None)
    same = [claim for claim in known if claim.about == now.about and _comparable(claim, now)]
    said = [claim for claim in new if claim.subject == "team_size" and claim.about == now.about]
    if not same or any(_same_size(before, spoken) for before in same for spoken in said):
        return None
    return same[0]


def _is_led(claim: Claim) -> bool:
    text = f" {claim.text.lower()} "
    return any(word in text for word in (" led ", " managed ", " supervised ", " headed ", " leading ", " managing "))


def _comparable(before: Claim, now: Claim) -> bool:
    """Who was led with who was led, and a team with a team: one may lead five in a team of twelve."""
    text = before.text.lower()
    if before.source == "resume":
        is_team = "team of" in text or "-person team" in text
        return is_team if now.value.endswith(" people") else _is_led(before)
    return before.value.split()[1] == now.value.split()[1]


def _same_size(before: Claim, now: Claim) -> bool:
    one, other = number_of(before.value.split()[0]), number_of(now.value.split()[0])
    if not one or not other:
        return True
    ratio = LOOSE_SIZE_RATIO if before.loose or now.loose else SIZE_RATIO
    few_apart = abs(one - other) < MIN_PEOPLE and max(one, other) < 2 * min(one, other)
    return few_apart or _near(one, other, ratio)


def _role(now: Claim, before: Sequence[Claim]) -> Claim | None:
    if not before or any(_same_trade(claim.value, now.value) for claim in before):
        return None
    return before[0]


def _same_trade(before: str, now: str) -> bool:
    """Whether two titles may name one position. Unknown ones may."""
    one, other = family(before), family(now)
    if "intern" in (one, other):
        return one == other
    if one is None or other is None or one == other:
        return True
    if other in ("top", "manager") and one not in ("top", "manager", "lead", "product", "project"):
        return any(word in before.split() for word in _LEADING)
    return not {one, other} <= _TRADES
